//! Requests to join an organisation that is here already.

use crate::convert::{keys, records, word, word_null};
use crate::error::Result;
use crate::tables::join_request::{self, Column};
use crate::unit::Unit;
use crate::updates::overwrite;
use sanviec_domain::ids::{JoinRequestId, OrganisationId, PersonId};
use sanviec_domain::membership::JoinState;
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

const TABLE: &str = "join_request";
const OPEN: [JoinState; 2] = [JoinState::Waiting, JoinState::Escalated];

/// A request to join an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JoinRequestRecord {
    /// Its id.
    pub id: JoinRequestId,
    /// Which organisation.
    pub organisation: OrganisationId,
    /// Who asks.
    pub person: PersonId,
    /// Where it stands.
    pub state: JoinState,
    /// The role given, once accepted.
    pub role: Option<MemberRole>,
    /// When it went to the centre.
    pub escalated_at: Option<Instant>,
    /// When it was decided.
    pub decided_at: Option<Instant>,
    /// Who decided.
    pub decided_by: Option<PersonId>,
    /// Raised by every change.
    pub version: i64,
    /// When it was sent.
    pub created_at: Instant,
}

#[expect(clippy::needless_pass_by_value, reason = "the same shape in every module, for `map` and `records`")]
fn record(row: join_request::Model) -> Result<JoinRequestRecord> {
    Ok(JoinRequestRecord {
        id: JoinRequestId(row.id),
        organisation: OrganisationId(row.organisation),
        person: PersonId(row.person),
        state: word(TABLE, &row.state)?,
        role: word_null(TABLE, row.role.as_deref())?,
        escalated_at: row.escalated_at,
        decided_at: row.decided_at,
        decided_by: row.decided_by.map(PersonId),
        version: row.version,
        created_at: row.created_at,
    })
}

fn row(record: &JoinRequestRecord) -> join_request::ActiveModel {
    join_request::Model {
        id: record.id.0,
        organisation: record.organisation.0,
        person: record.person.0,
        state: record.state.key().to_owned(),
        role: record.role.map(|role| role.key().to_owned()),
        escalated_at: record.escalated_at,
        decided_at: record.decided_at,
        decided_by: record.decided_by.map(|person| person.0),
        version: record.version,
        created_at: record.created_at,
    }
    .into_active_model()
}

/// One of the requests to join an organisation.
pub async fn find(conn: &impl ConnectionTrait, organisation: OrganisationId, id: JoinRequestId) -> Result<Option<JoinRequestRecord>> {
    let query = join_request::Entity::find_by_id(id.0).filter(Column::Organisation.eq(organisation.0));
    query.one(conn).await?.map(record).transpose()
}

/// The request of an id, whosever it is: for letters.
pub async fn any(conn: &impl ConnectionTrait, id: JoinRequestId) -> Result<Option<JoinRequestRecord>> {
    join_request::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// The undecided requests to join an organisation, the oldest first.
pub async fn open_of(conn: &impl ConnectionTrait, organisation: OrganisationId) -> Result<Vec<JoinRequestRecord>> {
    let query = join_request::Entity::find()
        .filter(Column::Organisation.eq(organisation.0))
        .filter(Column::State.is_in(keys(&OPEN)));
    records(query.order_by_asc(Column::Id).all(conn).await?, record)
}

/// A person's undecided requests.
pub async fn open_by(conn: &impl ConnectionTrait, person: PersonId) -> Result<Vec<JoinRequestRecord>> {
    let query = join_request::Entity::find().filter(Column::Person.eq(person.0)).filter(Column::State.is_in(keys(&OPEN)));
    records(query.order_by_asc(Column::Id).all(conn).await?, record)
}

/// The requests that went to the centre and wait there, the oldest first.
pub async fn escalated(conn: &impl ConnectionTrait, limit: u64) -> Result<Vec<JoinRequestRecord>> {
    let query = join_request::Entity::find().filter(Column::State.eq(JoinState::Escalated.key()));
    records(query.order_by_asc(Column::CreatedAt).order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// The requests that owners have left unanswered since an instant, the oldest first.
pub async fn silent_since(conn: &impl ConnectionTrait, before: Instant, limit: u64) -> Result<Vec<JoinRequestRecord>> {
    let query = join_request::Entity::find()
        .filter(Column::State.eq(JoinState::Waiting.key()))
        .filter(Column::CreatedAt.lte(before));
    records(query.order_by_asc(Column::CreatedAt).order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// Writes a new request. [`StoreError::Taken`](crate::StoreError::Taken) where the person has asked already.
pub async fn insert(unit: &Unit, record: &JoinRequestRecord) -> Result<()> {
    join_request::Entity::insert(row(record)).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes a changed one. [`StoreError::Conflict`](crate::StoreError::Conflict) where it is no longer at the version that was read.
pub async fn update(unit: &Unit, record: &JoinRequestRecord) -> Result<()> {
    let next = JoinRequestRecord {
        version: record.version + 1,
        ..record.clone()
    };
    overwrite::<join_request::Entity>(unit, row(&next), (Column::Id, record.id.0), (Column::Version, record.version)).await
}
