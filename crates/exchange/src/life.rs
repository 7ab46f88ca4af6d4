//! A step of a life cycle, written down: decided by the table, with its line of history and of the audit log.

use crate::error::Result;
use sanviec_domain::lifecycle::{Machine, Moved, Party, decide};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::{Entity, Unit};
use uuid::Uuid;

/// Decides a command of the unit's actor by the machine's table and writes down that it was carried out. The
/// caller puts the record into the new state and deals with the events.
pub(crate) fn step<M: Machine>(
    unit: &Unit,
    (entity, id): (Entity, Uuid),
    state: M::State,
    command: M::Command,
    holds: impl Fn(M::Guard) -> bool,
    note: Option<String>,
) -> Result<Moved<M>> {
    let moved = decide::<M>(state, command, unit.actor().party(), holds)?;
    let details = serde_json::json!({ "command": command.key(), "to": moved.to.key() });
    unit.audit(&format!("{}.command", entity.key()), entity, id, details);
    unit.history(entity, id, Some(moved.from.key()), command.key(), moved.to.key(), note);
    Ok(moved)
}

/// The same for a step that follows by itself from what somebody did: the table lets the program take it, the
/// history names whoever did what it follows from. What was asked for stands in the audit log already.
pub(crate) fn follow<M: Machine>(unit: &Unit, (entity, id): (Entity, Uuid), state: M::State, command: M::Command, holds: impl Fn(M::Guard) -> bool) -> Result<Moved<M>> {
    let moved = decide::<M>(state, command, Party::System, holds)?;
    unit.history(entity, id, Some(moved.from.key()), command.key(), moved.to.key(), None);
    Ok(moved)
}

/// Writes down that a record began.
pub(crate) fn begin<M: Machine>(unit: &Unit, (entity, id): (Entity, Uuid)) {
    unit.audit(&format!("{}.begin", entity.key()), entity, id, serde_json::Value::Null);
    unit.history(entity, id, None, "begin", M::INITIAL.key(), None);
}
