//! What happened to a record, for its own page.

use crate::convert::CHUNK;
use crate::error::Result;
use crate::feed::Entity;
use crate::tables::history;
use crate::unit::Unit;
use sanviec_domain::ids::PersonId;
use sanviec_domain::time::Instant;
use sea_orm::{ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder};
use uuid::Uuid;

/// One step in the life of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    /// The state before; `None` for a record that was made.
    pub from: Option<String>,
    /// The command's key.
    pub command: String,
    /// The state after.
    pub to: String,
    /// Who, as a party of the life cycle.
    pub party: String,
    /// Who, where a person did it.
    pub person: Option<PersonId>,
    /// A word on it.
    pub note: Option<String>,
    /// When.
    pub at: Instant,
}

/// The life of a record, oldest first.
pub async fn of(conn: &impl ConnectionTrait, entity: Entity, id: Uuid) -> Result<Vec<HistoryLine>> {
    let rows = history::Entity::find()
        .filter(history::Column::Entity.eq(entity.key()))
        .filter(history::Column::EntityId.eq(id))
        .order_by_asc(history::Column::Id)
        .all(conn)
        .await?;
    Ok(rows
        .into_iter()
        .map(|row| HistoryLine {
            from: row.from_state,
            command: row.command,
            to: row.to_state,
            party: row.party,
            person: row.person.map(PersonId),
            note: row.note,
            at: row.at,
        })
        .collect())
}

/// Writes steps that were made before this unit of work, in the order given: what records bring with
/// them when they come in with their past. What a unit does itself goes through [`Unit::history`].
pub async fn insert_many(unit: &Unit, lines: Vec<(Entity, Uuid, HistoryLine)>) -> Result<()> {
    let mut rows = lines
        .into_iter()
        .map(|(entity, id, line)| history::ActiveModel {
            id: ActiveValue::NotSet,
            entity: ActiveValue::Set(entity.key().to_owned()),
            entity_id: ActiveValue::Set(id),
            from_state: ActiveValue::Set(line.from),
            command: ActiveValue::Set(line.command),
            to_state: ActiveValue::Set(line.to),
            party: ActiveValue::Set(line.party),
            person: ActiveValue::Set(line.person.map(|person| person.0)),
            note: ActiveValue::Set(line.note),
            at: ActiveValue::Set(line.at),
        })
        .peekable();
    while rows.peek().is_some() {
        history::Entity::insert_many(rows.by_ref().take(CHUNK)).exec_without_returning(unit.conn()).await?;
    }
    Ok(())
}
