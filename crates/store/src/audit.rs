//! The audit log: every look at personal data and every decision. Nobody can edit it: the engine
//! refuses UPDATE and DELETE, and each line carries a hash over itself and the line before it.

use crate::convert::{CHUNK, corrupt, json, to_json};
use crate::counter;
use crate::error::Result;
use crate::feed::{Entity, entity};
use crate::tables::audit;
use crate::unit::Unit;
use sanviec_domain::ids::{OrganisationId, PersonId};
use sanviec_domain::time::Instant;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use serde_json::Value;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// A line that a unit of work has collected.
pub(crate) struct Entry {
    pub action: String,
    pub entity: Entity,
    pub id: Uuid,
    pub details: Value,
}

/// A line of the log.
#[derive(Clone, Debug, PartialEq)]
pub struct AuditLine {
    /// Its number, without gaps.
    pub seq: i64,
    /// When.
    pub at: Instant,
    /// Who, as a party.
    pub party: String,
    /// Who.
    pub person: Option<PersonId>,
    /// For which organisation.
    pub organisation: Option<OrganisationId>,
    /// What was done.
    pub action: String,
    /// To what.
    pub entity: Option<Entity>,
    /// To which one.
    pub id: Uuid,
    /// Particulars.
    pub details: Value,
    /// The line's hash.
    pub hash: String,
}

fn record(row: audit::Model) -> Result<AuditLine> {
    Ok(AuditLine {
        seq: row.seq,
        at: row.at,
        party: row.party,
        person: row.person.map(PersonId),
        organisation: row.organisation.map(OrganisationId),
        action: row.action,
        entity: row.entity.map(|key| entity("audit", &key)).transpose()?,
        id: row.entity_id,
        details: json("audit", &row.details)?,
        hash: row.hash,
    })
}

/// The hash of a line: SHA-256 over the hash before it and every column, each after its length so
/// that no two lines read the same.
fn hash(row: &audit::Model) -> String {
    let mut digest = Sha256::new();
    let mut add = |bytes: &[u8]| {
        digest.update((bytes.len() as u64).to_be_bytes());
        digest.update(bytes);
    };
    add(row.previous_hash.as_bytes());
    add(&row.seq.to_be_bytes());
    add(&row.at.timestamp_micros().to_be_bytes());
    add(row.party.as_bytes());
    add(row.person.as_ref().map_or(&[][..], |id| id.as_bytes()));
    add(row.organisation.as_ref().map_or(&[][..], |id| id.as_bytes()));
    add(row.action.as_bytes());
    add(row.entity.as_deref().unwrap_or_default().as_bytes());
    add(row.entity_id.as_bytes());
    add(row.details.as_bytes());
    hex::encode(digest.finalize())
}

async fn hash_of(conn: &impl ConnectionTrait, seq: i64) -> Result<String> {
    let hash: Option<String> = audit::Entity::find_by_id(seq).select_only().column(audit::Column::Hash).into_tuple().one(conn).await?;
    hash.ok_or_else(|| corrupt("audit", format_args!("line {seq} is missing")))
}

/// Appends the lines of a unit of work.
pub(crate) async fn append(unit: &Unit, entries: Vec<Entry>) -> Result<()> {
    if entries.is_empty() {
        return Ok(());
    }
    let first = counter::take(unit.conn(), counter::AUDIT, entries.len()).await?;
    let mut previous = if first == 1 { String::new() } else { hash_of(unit.conn(), first - 1).await? };
    let mut rows = Vec::with_capacity(entries.len());
    for (position, entry) in entries.into_iter().enumerate() {
        let mut row = audit::Model {
            seq: first + position as i64,
            at: unit.now(),
            party: unit.actor().party().key().to_owned(),
            person: unit.actor().person().map(|person| person.0),
            organisation: unit.actor().organisation().map(|organisation| organisation.0),
            action: entry.action,
            entity: Some(entry.entity.key().to_owned()),
            entity_id: entry.id,
            details: to_json(&entry.details)?,
            previous_hash: previous.clone(),
            hash: String::new(),
        };
        row.hash = hash(&row);
        previous.clone_from(&row.hash);
        rows.push(row.into_active_model());
    }
    let mut rows = rows.into_iter().peekable();
    while rows.peek().is_some() {
        audit::Entity::insert_many(rows.by_ref().take(CHUNK)).exec_without_returning(unit.conn()).await?;
    }
    Ok(())
}

/// The log, newest first; `before` is the number of the last line seen.
pub async fn recent(conn: &impl ConnectionTrait, before: Option<i64>, limit: u64) -> Result<Vec<AuditLine>> {
    let mut query = audit::Entity::find();
    if let Some(before) = before {
        query = query.filter(audit::Column::Seq.lt(before));
    }
    let rows = query.order_by_desc(audit::Column::Seq).limit(limit).all(conn).await?;
    rows.into_iter().map(record).collect()
}

/// What was done to one record, newest first.
pub async fn of(conn: &impl ConnectionTrait, entity: Entity, id: Uuid, limit: u64) -> Result<Vec<AuditLine>> {
    let rows = audit::Entity::find()
        .filter(audit::Column::Entity.eq(entity.key()))
        .filter(audit::Column::EntityId.eq(id))
        .order_by_desc(audit::Column::Seq)
        .limit(limit)
        .all(conn)
        .await?;
    rows.into_iter().map(record).collect()
}

/// Walks the whole chain; answers with the number of the first line that is missing or has been
/// changed, or `None` where the log is whole. Lines cut off at the end are found by the counter.
pub async fn verify(conn: &impl ConnectionTrait) -> Result<Option<i64>> {
    let mut previous = String::new();
    let mut seq = 0;
    loop {
        let rows = audit::Entity::find()
            .filter(audit::Column::Seq.gt(seq))
            .order_by_asc(audit::Column::Seq)
            .limit(1_000)
            .all(conn)
            .await?;
        if rows.is_empty() {
            let last = counter::read(conn, counter::AUDIT).await?;
            return Ok((last > seq).then_some(seq + 1));
        }
        for row in rows {
            if row.seq != seq + 1 || row.previous_hash != previous || hash(&row) != row.hash {
                return Ok(Some(seq + 1));
            }
            seq = row.seq;
            previous = row.hash;
        }
    }
}

/// What a search of the log asks for; nothing asks for everything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Who did it.
    pub person: Option<PersonId>,
    /// What was done: the whole name or its beginning ("account.").
    pub action: Option<String>,
    /// To what kind of record.
    pub entity: Option<Entity>,
    /// To which one.
    pub id: Option<Uuid>,
    /// From when.
    pub from: Option<Instant>,
    /// Before when.
    pub until: Option<Instant>,
}

/// The lines that fit, newest first; `before` is the number of the last line seen.
pub async fn search(conn: &impl ConnectionTrait, query: &AuditQuery, before: Option<i64>, limit: u64) -> Result<Vec<AuditLine>> {
    use audit::Column;
    let action = query.action.as_deref().filter(|action| !action.is_empty());
    let rows = audit::Entity::find()
        .apply_if(query.person, |found, person| found.filter(Column::Person.eq(person.0)))
        // A range instead of LIKE: an index serves it, and no character means anything else.
        .apply_if(action, |found, action| {
            found.filter(Column::Action.gte(action)).filter(Column::Action.lt(format!("{action}\u{10FFFF}")))
        })
        .apply_if(query.entity, |found, entity| found.filter(Column::Entity.eq(entity.key())))
        .apply_if(query.id, |found, id| found.filter(Column::EntityId.eq(id)))
        .apply_if(query.from, |found, from| found.filter(Column::At.gte(from)))
        .apply_if(query.until, |found, until| found.filter(Column::At.lt(until)))
        .apply_if(before, |found, before| found.filter(Column::Seq.lt(before)))
        .order_by_desc(Column::Seq)
        .limit(limit)
        .all(conn)
        .await?;
    rows.into_iter().map(record).collect()
}
