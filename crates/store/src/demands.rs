//! What businesses will need.

use crate::convert::{CHUNK, json, keys, records, to_json, word};
use crate::error::Result;
use crate::tables::demand::{self, Column};
use crate::unit::Unit;
use crate::updates::overwrite;
use sanviec_domain::demand::{DemandContent, DemandState};
use sanviec_domain::ids::{DemandId, OrganisationId, PersonId};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

const TABLE: &str = "demand";
/// The states in which colleges see a need.
const SHOWN: [DemandState; 2] = [DemandState::Open, DemandState::Asked];

/// A need of a business's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemandRecord {
    /// Its id.
    pub id: DemandId,
    /// Whose it is.
    pub business: OrganisationId,
    /// Where it stands.
    pub state: DemandState,
    /// What it says.
    pub content: DemandContent,
    /// When somebody last said that it stands.
    pub confirmed_at: Instant,
    /// When they were asked whether it does.
    pub asked_at: Option<Instant>,
    /// Raised by every change.
    pub version: i64,
    /// Who stated it.
    pub created_by: Option<PersonId>,
    /// When.
    pub created_at: Instant,
}

#[expect(clippy::needless_pass_by_value, reason = "rows are handed over")]
fn record(row: demand::Model) -> Result<DemandRecord> {
    Ok(DemandRecord {
        id: DemandId(row.id),
        business: OrganisationId(row.business),
        state: word(TABLE, &row.state)?,
        content: json(TABLE, &row.content)?,
        confirmed_at: row.confirmed_at,
        asked_at: row.asked_at,
        version: row.version,
        created_by: row.created_by.map(PersonId),
        created_at: row.created_at,
    })
}

fn row(record: &DemandRecord) -> Result<demand::Model> {
    Ok(demand::Model {
        id: record.id.0,
        business: record.business.0,
        state: record.state.key().to_owned(),
        audience: record.content.audience.key().to_owned(),
        content: to_json(&record.content)?,
        confirmed_at: record.confirmed_at,
        asked_at: record.asked_at,
        version: record.version,
        created_by: record.created_by.map(|person| person.0),
        created_at: record.created_at,
    })
}

/// A need by its id.
pub async fn find(conn: &impl ConnectionTrait, id: DemandId) -> Result<Option<DemandRecord>> {
    demand::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// Needs by their ids.
pub async fn many(conn: &impl ConnectionTrait, ids: &[DemandId]) -> Result<Vec<DemandRecord>> {
    let mut found = Vec::with_capacity(ids.len());
    for part in ids.chunks(CHUNK) {
        let query = demand::Entity::find().filter(Column::Id.is_in(part.iter().map(|id| id.0))).order_by_asc(Column::Id);
        found.extend(records(query.all(conn).await?, record)?);
    }
    Ok(found)
}

/// One of a business's own.
pub async fn find_of(conn: &impl ConnectionTrait, business: OrganisationId, id: DemandId) -> Result<Option<DemandRecord>> {
    Ok(find(conn, id).await?.filter(|demand| demand.business == business))
}

/// A business's own, the newest first.
pub async fn of(conn: &impl ConnectionTrait, business: OrganisationId, limit: u64) -> Result<Vec<DemandRecord>> {
    let query = demand::Entity::find().filter(Column::Business.eq(business.0)).order_by_desc(Column::Id);
    records(query.limit(limit).all(conn).await?, record)
}

/// How many of a business's own are not closed.
pub async fn count_open(conn: &impl ConnectionTrait, business: OrganisationId) -> Result<u64> {
    let query = demand::Entity::find()
        .filter(Column::Business.eq(business.0))
        .filter(Column::State.ne(DemandState::Closed.key()));
    Ok(query.count(conn).await?)
}

/// Every need that stands, in the order they were stated. Whether its business is verified, and who may see
/// it, is for the reader to ask.
pub async fn standing(conn: &impl ConnectionTrait) -> Result<Vec<DemandRecord>> {
    let query = demand::Entity::find().filter(Column::State.is_in(keys(&SHOWN))).order_by_asc(Column::Id);
    records(query.all(conn).await?, record)
}

/// Those of a state about which nothing was said since an instant.
pub async fn silent(conn: &impl ConnectionTrait, state: DemandState, before: Instant, limit: u64) -> Result<Vec<DemandRecord>> {
    let at = if state == DemandState::Asked { Column::AskedAt } else { Column::ConfirmedAt };
    let query = demand::Entity::find().filter(Column::State.eq(state.key())).filter(at.lte(before));
    records(query.order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// Writes a new one.
pub async fn insert(unit: &Unit, demand: &DemandRecord) -> Result<()> {
    demand::Entity::insert(row(demand)?.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes one anew and raises its version; [`StoreError::Conflict`](crate::StoreError::Conflict) where it was
/// changed meanwhile.
pub async fn update(unit: &Unit, demand: &mut DemandRecord) -> Result<()> {
    let known = demand.version;
    demand.version += 1;
    let next = row(demand)?.into_active_model();
    overwrite::<demand::Entity>(unit, next, (Column::Id, demand.id.0), (Column::Version, known)).await
}
