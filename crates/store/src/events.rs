//! Conferences and fairs.

use crate::convert::{json, keys, records, to_json, word};
use crate::error::Result;
use crate::tables::event::{self, Column};
use crate::unit::Unit;
use crate::updates::overwrite;
use sanviec_domain::event::{EventContent, EventState};
use sanviec_domain::ids::{EventId, PersonId};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

const TABLE: &str = "event";

/// An event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventRecord {
    /// Its id.
    pub id: EventId,
    /// Where it stands.
    pub state: EventState,
    /// What it says.
    pub content: EventContent,
    /// Why it was cancelled.
    pub reason: Option<String>,
    /// When its timetable was made last.
    pub planned_at: Option<Instant>,
    /// Raised by every change.
    pub version: i64,
    /// Who made it.
    pub created_by: Option<PersonId>,
    /// When.
    pub created_at: Instant,
}

fn record(row: event::Model) -> Result<EventRecord> {
    Ok(EventRecord {
        id: EventId(row.id),
        state: word(TABLE, &row.state)?,
        content: json(TABLE, &row.content)?,
        reason: row.reason,
        planned_at: row.planned_at,
        version: row.version,
        created_by: row.created_by.map(PersonId),
        created_at: row.created_at,
    })
}

fn row(record: &EventRecord) -> Result<event::Model> {
    Ok(event::Model {
        id: record.id.0,
        state: record.state.key().to_owned(),
        begins: record.content.begins,
        content: to_json(&record.content)?,
        reason: record.reason.clone(),
        planned_at: record.planned_at,
        version: record.version,
        created_by: record.created_by.map(|person| person.0),
        created_at: record.created_at,
    })
}

/// An event by its id.
pub async fn find(conn: &impl ConnectionTrait, id: EventId) -> Result<Option<EventRecord>> {
    event::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// Those of some states, the latest first.
pub async fn in_states(conn: &impl ConnectionTrait, states: &[EventState], limit: u64) -> Result<Vec<EventRecord>> {
    let query = event::Entity::find()
        .filter(Column::State.is_in(keys(states)))
        .order_by_desc(Column::Begins)
        .order_by_desc(Column::Id);
    records(query.limit(limit).all(conn).await?, record)
}

/// Those of a state that begin from an instant up to another, in their order.
pub async fn between(conn: &impl ConnectionTrait, state: EventState, from: Instant, until: Instant) -> Result<Vec<EventRecord>> {
    let query = event::Entity::find()
        .filter(Column::State.eq(state.key()))
        .filter(Column::Begins.gte(from))
        .filter(Column::Begins.lt(until))
        .order_by_asc(Column::Begins)
        .order_by_asc(Column::Id);
    records(query.all(conn).await?, record)
}

/// Writes a new one.
pub async fn insert(unit: &Unit, event: &EventRecord) -> Result<()> {
    event::Entity::insert(row(event)?.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes one anew and raises its version; [`StoreError::Conflict`](crate::StoreError::Conflict) where it was
/// changed meanwhile.
pub async fn update(unit: &Unit, event: &mut EventRecord) -> Result<()> {
    let known = event.version;
    event.version += 1;
    let next = row(event)?.into_active_model();
    overwrite::<event::Entity>(unit, next, (Column::Id, event.id.0), (Column::Version, known)).await
}
