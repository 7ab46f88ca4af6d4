//! The unit of work: a transaction with a clock, an id source and the actor.

use crate::audit::{self, Entry};
use crate::convert::CHUNK;
use crate::counter;
use crate::database::Database;
use crate::error::Result;
use crate::feed::{ChangeKind, Entity};
use crate::jobs::{self, NewJob};
use crate::tables::{change, history};
use chrono::{NaiveDate, SubsecRound};
use sanviec_domain::access::Actor;
use sanviec_domain::time::{Instant, SharedIds, vietnam_date};
use sea_orm::{ActiveValue, DatabaseTransaction, EntityTrait, IntoActiveModel};
use std::collections::HashSet;
use std::fmt;
use std::sync::{Mutex, MutexGuard, PoisonError};
use uuid::Uuid;

/// A unit of work. Dropping it rolls everything back; [`Unit::save`] commits.
///
/// Besides the rows that the functions of this crate write through it, it collects what follows from
/// them (changes, history, audit, jobs), so that all of it commits together or not at all.
pub struct Unit {
    database: Database,
    transaction: DatabaseTransaction,
    now: Instant,
    ids: SharedIds,
    actor: Actor,
    collected: Mutex<Collected>,
}

#[derive(Default)]
struct Collected {
    changes: Vec<(Entity, Uuid, ChangeKind)>,
    audit: Vec<Entry>,
    history: Vec<history::ActiveModel>,
    jobs: Vec<NewJob>,
}

impl fmt::Debug for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Unit").field("now", &self.now).field("actor", &self.actor).finish_non_exhaustive()
    }
}

impl Unit {
    pub(crate) fn new(database: Database, transaction: DatabaseTransaction, now: Instant, ids: SharedIds, actor: Actor) -> Self {
        // PostgreSQL keeps microseconds: what is written must be what is read back.
        Self {
            database,
            transaction,
            now: now.trunc_subsecs(6),
            ids,
            actor,
            collected: Mutex::default(),
        }
    }

    /// The transaction, for reading what this unit has written.
    pub fn conn(&self) -> &DatabaseTransaction {
        &self.transaction
    }

    /// When it began. One instant for everything in it, in whole microseconds.
    pub fn now(&self) -> Instant {
        self.now
    }

    /// Today in Vietnam.
    pub fn today(&self) -> NaiveDate {
        vietnam_date(self.now)
    }

    /// A new id.
    pub fn uuid(&self) -> Uuid {
        self.ids.uuid(self.now)
    }

    /// Bytes nobody can guess.
    pub fn secret(&self) -> [u8; 32] {
        self.ids.secret()
    }

    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Adds a line to the change feed. Of several for one record the last one counts.
    pub fn changed(&self, entity: Entity, id: Uuid, kind: ChangeKind) {
        self.collected().changes.push((entity, id, kind));
    }

    /// Adds a line to the audit log. What a program did, with a key, names the key: no person was there.
    pub fn audit(&self, action: &str, entity: Entity, id: Uuid, mut details: serde_json::Value) {
        if let Actor::Program { key, .. } = &self.actor {
            if !details.is_object() {
                details = serde_json::json!({});
            }
            details["key"] = serde_json::json!(key);
        }
        let entry = Entry {
            action: action.to_owned(),
            entity,
            id,
            details,
        };
        self.collected().audit.push(entry);
    }

    /// Adds a step to a record's history; who did it is the unit's actor.
    pub fn history(&self, entity: Entity, id: Uuid, from: Option<&str>, command: &str, to: &str, note: Option<String>) {
        let line = history::ActiveModel {
            id: ActiveValue::NotSet,
            entity: ActiveValue::Set(entity.key().to_owned()),
            entity_id: ActiveValue::Set(id),
            from_state: ActiveValue::Set(from.map(str::to_owned)),
            command: ActiveValue::Set(command.to_owned()),
            to_state: ActiveValue::Set(to.to_owned()),
            party: ActiveValue::Set(self.actor.party().key().to_owned()),
            person: ActiveValue::Set(self.actor.person().map(|person| person.0)),
            note: ActiveValue::Set(note),
            at: ActiveValue::Set(self.now),
        };
        self.collected().history.push(line);
    }

    /// Adds a job. One with a key is not added while another with the same key is unfinished.
    pub fn enqueue(&self, job: NewJob) {
        self.collected().jobs.push(job);
    }

    /// Writes what was collected and commits; then wakes who waits for it.
    ///
    /// The numbers of the change feed come last: the lock on their counter is held from there to the
    /// commit and for nothing else.
    pub async fn save(self) -> Result<()> {
        let Collected { changes, audit, history, jobs } = std::mem::take(&mut *self.collected());
        let conn = &self.transaction;

        let mut lines = history.into_iter().peekable();
        while lines.peek().is_some() {
            history::Entity::insert_many(lines.by_ref().take(CHUNK)).exec_without_returning(conn).await?;
        }
        let added = jobs::add(&self, jobs).await?;
        audit::append(&self, audit).await?;
        let last = self.number(changes).await?;

        let Self { database, transaction, .. } = self;
        transaction.commit().await?;
        database.notify(last, added);
        Ok(())
    }

    /// Numbers the changes and writes them; answers with the last number.
    async fn number(&self, changes: Vec<(Entity, Uuid, ChangeKind)>) -> Result<Option<i64>> {
        let mut seen = HashSet::with_capacity(changes.len());
        let mut kept: Vec<_> = changes.into_iter().rev().filter(|(entity, id, _)| seen.insert((*entity, *id))).collect();
        kept.reverse();
        if kept.is_empty() {
            return Ok(None);
        }
        let first = counter::take(&self.transaction, counter::CHANGE, kept.len()).await?;
        for (chunk, part) in kept.chunks(CHUNK).enumerate() {
            let rows = part.iter().enumerate().map(|(position, (entity, id, kind))| {
                change::Model {
                    seq: first + (chunk * CHUNK + position) as i64,
                    entity: entity.key().to_owned(),
                    entity_id: *id,
                    kind: kind.key().to_owned(),
                    at: self.now,
                }
                .into_active_model()
            });
            change::Entity::insert_many(rows).exec_without_returning(&self.transaction).await?;
        }
        Ok(Some(first + kept.len() as i64 - 1))
    }

    fn collected(&self) -> MutexGuard<'_, Collected> {
        // The lists are only ever pushed to: a panic elsewhere can't leave them half done.
        self.collected.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
