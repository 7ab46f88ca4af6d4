//! Partnerships, and what both sides and the centre write to each other in them.

use crate::convert::{keys, records, word, word_null};
use crate::error::Result;
use crate::tables::partnership::{self, Column};
use crate::tables::partnership_message as message;
use crate::unit::Unit;
use crate::updates::overwrite;
use sanviec_domain::ids::{DemandId, EventId, OrganisationId, PartnershipId, PersonId, ProgrammeId};
use sanviec_domain::partnership::clock::Urgency;
use sanviec_domain::partnership::{PartnershipReason, PartnershipState, Proposer, Side, Sides};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

const TABLE: &str = "partnership";
const MESSAGES: &str = "partnership_message";
/// The states whose clock runs.
const TALKING: [PartnershipState; 3] = [PartnershipState::Proposed, PartnershipState::Accepted, PartnershipState::Negotiating];

/// A partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnershipRecord {
    /// Its id.
    pub id: PartnershipId,
    /// The business and the college.
    pub sides: Sides,
    /// Where it stands.
    pub state: PartnershipState,
    /// Who proposed it.
    pub proposer: Proposer,
    /// The need it is about.
    pub demand: Option<DemandId>,
    /// The programme it is about.
    pub programme: Option<ProgrammeId>,
    /// Whether the business has agreed to talk.
    pub business_agrees: bool,
    /// Whether the college has.
    pub college_agrees: bool,
    /// Why it was declined.
    pub reason: Option<PartnershipReason>,
    /// Since when nothing has moved.
    pub moved_at: Instant,
    /// How far the clock of its step has gone.
    pub urgency: Urgency,
    /// Raised by every change.
    pub version: i64,
    /// Who proposed it, in person.
    pub created_by: Option<PersonId>,
    /// When.
    pub created_at: Instant,
    /// When both had signed.
    pub signed_at: Option<Instant>,
    /// The event at which they came together.
    pub event: Option<EventId>,
}

impl PartnershipRecord {
    /// Whether a side has agreed to talk.
    pub fn agrees(&self, side: Side) -> bool {
        match side {
            Side::Business => self.business_agrees,
            Side::College => self.college_agrees,
        }
    }
}

/// What somebody wrote in one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageLine {
    /// Its id.
    pub id: Uuid,
    /// The side; the centre where there is none.
    pub side: Option<Side>,
    /// Who.
    pub person: Option<PersonId>,
    /// The words.
    pub body: String,
    /// When.
    pub at: Instant,
}

#[expect(clippy::needless_pass_by_value, reason = "rows are handed over")]
fn record(row: partnership::Model) -> Result<PartnershipRecord> {
    Ok(PartnershipRecord {
        id: PartnershipId(row.id),
        sides: Sides {
            business: OrganisationId(row.business),
            college: OrganisationId(row.college),
        },
        state: word(TABLE, &row.state)?,
        proposer: word(TABLE, &row.proposer)?,
        demand: row.demand.map(DemandId),
        programme: row.programme.map(ProgrammeId),
        business_agrees: row.business_agrees,
        college_agrees: row.college_agrees,
        reason: word_null(TABLE, row.reason.as_deref())?,
        moved_at: row.moved_at,
        urgency: word(TABLE, &row.urgency)?,
        version: row.version,
        created_by: row.created_by.map(PersonId),
        created_at: row.created_at,
        signed_at: row.signed_at,
        event: row.event.map(EventId),
    })
}

fn row(record: &PartnershipRecord) -> partnership::Model {
    partnership::Model {
        id: record.id.0,
        business: record.sides.business.0,
        college: record.sides.college.0,
        state: record.state.key().to_owned(),
        proposer: record.proposer.key().to_owned(),
        demand: record.demand.map(|demand| demand.0),
        programme: record.programme.map(|programme| programme.0),
        business_agrees: record.business_agrees,
        college_agrees: record.college_agrees,
        reason: record.reason.map(|reason| reason.key().to_owned()),
        moved_at: record.moved_at,
        urgency: record.urgency.key().to_owned(),
        version: record.version,
        created_by: record.created_by.map(|person| person.0),
        created_at: record.created_at,
        signed_at: record.signed_at,
        event: record.event.map(|event| event.0),
    }
}

/// A partnership by its id.
pub async fn find(conn: &impl ConnectionTrait, id: PartnershipId) -> Result<Option<PartnershipRecord>> {
    partnership::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// One in which an organisation is a side.
pub async fn find_of(conn: &impl ConnectionTrait, organisation: OrganisationId, id: PartnershipId) -> Result<Option<PartnershipRecord>> {
    Ok(find(conn, id).await?.filter(|found| found.sides.side(organisation).is_some()))
}

/// Those in which an organisation is a side, the one that moved last first.
pub async fn of(conn: &impl ConnectionTrait, organisation: OrganisationId, limit: u64) -> Result<Vec<PartnershipRecord>> {
    let own = Condition::any().add(Column::Business.eq(organisation.0)).add(Column::College.eq(organisation.0));
    let query = partnership::Entity::find().filter(own).order_by_desc(Column::MovedAt).order_by_desc(Column::Id);
    records(query.limit(limit).all(conn).await?, record)
}

/// Those of some states, the one that has not moved for longest first.
pub async fn in_states(conn: &impl ConnectionTrait, states: &[PartnershipState], limit: u64) -> Result<Vec<PartnershipRecord>> {
    let query = partnership::Entity::find().filter(Column::State.is_in(keys(states)));
    records(query.order_by_asc(Column::MovedAt).order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// Those of an event, in the order they began.
pub async fn of_event(conn: &impl ConnectionTrait, event: EventId) -> Result<Vec<PartnershipRecord>> {
    let query = partnership::Entity::find().filter(Column::Event.eq(event.0)).order_by_asc(Column::Id);
    records(query.all(conn).await?, record)
}

/// Those that began or were signed from an instant up to another, in the order they began.
pub async fn begun_or_signed(conn: &impl ConnectionTrait, from: Instant, until: Instant) -> Result<Vec<PartnershipRecord>> {
    let within = |column: Column| Condition::all().add(column.gte(from)).add(column.lt(until));
    let either = Condition::any().add(within(Column::CreatedAt)).add(within(Column::SignedAt));
    let query = partnership::Entity::find().filter(either).order_by_asc(Column::Id);
    records(query.all(conn).await?, record)
}

/// How many stand in each state.
pub async fn counts(conn: &impl ConnectionTrait) -> Result<std::collections::BTreeMap<PartnershipState, u64>> {
    let rows: Vec<(String, i64)> = partnership::Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "count")
        .group_by(Column::State)
        .into_tuple()
        .all(conn)
        .await?;
    crate::convert::counted(TABLE, rows)
}

/// The one that two sides talk about at the moment.
pub async fn open_between(conn: &impl ConnectionTrait, sides: Sides) -> Result<Option<PartnershipRecord>> {
    let query = partnership::Entity::find()
        .filter(Column::Business.eq(sides.business.0))
        .filter(Column::College.eq(sides.college.0))
        .filter(Column::State.is_in(keys(&TALKING)));
    query.one(conn).await?.map(record).transpose()
}

/// How many an organisation has begun since an instant.
pub async fn begun_since(conn: &impl ConnectionTrait, organisation: OrganisationId, since: Instant) -> Result<u64> {
    let own = Condition::any().add(Column::Business.eq(organisation.0)).add(Column::College.eq(organisation.0));
    let query = partnership::Entity::find().filter(own).filter(Column::CreatedAt.gte(since));
    Ok(query.count(conn).await?)
}

/// Those whose clock has to go on: nothing has moved since an instant, and they are not yet so urgent.
pub async fn due(conn: &impl ConnectionTrait, before: Instant, urgency: Urgency, limit: u64) -> Result<Vec<PartnershipRecord>> {
    let lesser: Vec<&str> = Urgency::ALL.iter().filter(|other| **other < urgency).map(|other| other.key()).collect();
    let query = partnership::Entity::find()
        .filter(Column::State.is_in(keys(&TALKING)))
        .filter(Column::MovedAt.lte(before))
        .filter(Column::Urgency.is_in(lesser));
    records(query.order_by_asc(Column::MovedAt).limit(limit).all(conn).await?, record)
}

/// Writes a new one.
pub async fn insert(unit: &Unit, partnership: &PartnershipRecord) -> Result<()> {
    partnership::Entity::insert(row(partnership).into_active_model())
        .exec_without_returning(unit.conn())
        .await?;
    Ok(())
}

/// Writes one anew and raises its version; [`StoreError::Conflict`](crate::StoreError::Conflict) where it was
/// changed meanwhile.
pub async fn update(unit: &Unit, partnership: &mut PartnershipRecord) -> Result<()> {
    let known = partnership.version;
    partnership.version += 1;
    let next = row(partnership).into_active_model();
    overwrite::<partnership::Entity>(unit, next, (Column::Id, partnership.id.0), (Column::Version, known)).await
}

/// Writes down what somebody says in one.
pub async fn say(unit: &Unit, partnership: PartnershipId, side: Option<Side>, body: String) -> Result<()> {
    let row = message::Model {
        id: unit.uuid(),
        partnership: partnership.0,
        side: side.map(|side| side.key().to_owned()),
        person: unit.actor().person().map(|person| person.0),
        body,
        at: unit.now(),
    };
    message::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// What was said in one, the first first, at most `limit` of the last.
pub async fn said(conn: &impl ConnectionTrait, partnership: PartnershipId, limit: u64) -> Result<Vec<MessageLine>> {
    let query = message::Entity::find()
        .filter(message::Column::Partnership.eq(partnership.0))
        .order_by_desc(message::Column::Id);
    let mut lines = records(query.limit(limit).all(conn).await?, |row| {
        Ok(MessageLine {
            id: row.id,
            side: word_null(MESSAGES, row.side.as_deref())?,
            person: row.person.map(PersonId),
            body: row.body,
            at: row.at,
        })
    })?;
    lines.reverse();
    Ok(lines)
}
