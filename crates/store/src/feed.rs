//! The change feed: every change of something others follow, numbered in the order of the commits.
//!
//! The numbers are taken from a counter row as the last thing before the commit ([`crate::Unit::save`]);
//! the row stays locked until the transaction ends. So numbers become visible in order and without
//! gaps on both engines, and a reader that has seen `n` has seen everything up to `n`. (Sequences
//! of PostgreSQL don't give that: a number drawn early may be committed late.)

use crate::convert::corrupt;
use crate::error::Result;
use crate::tables::change;
use crate::words::words;
use sanviec_domain::time::Instant;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

words! {
    /// What a change, a history line, an audit line or a case is about.
    Entity {
        /// A vacancy.
        Vacancy = "vacancy",
        /// An organisation.
        Organisation = "organisation",
        /// A person.
        Person = "person",
        /// An application.
        Application = "application",
        /// A moderation case.
        Case = "case",
        /// A message of the outbox.
        Message = "message",
        /// The reference lists (id nil).
        Reference = "reference",
        /// A proposed change of a vacancy.
        Revision = "revision",
        /// What a college teaches.
        Programme = "programme",
        /// What a business will need.
        Demand = "demand",
        /// A business and a college that work together.
        Partnership = "partnership",
        /// Their agreement.
        Agreement = "agreement",
        /// A conference or a fair.
        Event = "event",
        /// A person who started work.
        Placement = "placement",
    }
}

words! {
    /// What happened to it.
    ChangeKind {
        /// It was made or changed: read it again.
        Put = "put",
        /// It is gone.
        Removed = "removed",
    }
}

/// One line of the feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Its number: 1, 2, 3, … in the order of the commits.
    pub seq: i64,
    /// What changed.
    pub entity: Entity,
    /// Which one.
    pub id: Uuid,
    /// How.
    pub kind: ChangeKind,
    /// When its unit of work began.
    pub at: Instant,
}

pub(crate) fn entity(table: &'static str, key: &str) -> Result<Entity> {
    Entity::from_key(key).ok_or_else(|| corrupt(table, format_args!("unknown entity “{key}”")))
}

/// The changes after number `seq`, oldest first, at most `limit`.
pub async fn after(conn: &impl ConnectionTrait, seq: i64, limit: u64) -> Result<Vec<Change>> {
    let rows = change::Entity::find()
        .filter(change::Column::Seq.gt(seq))
        .order_by_asc(change::Column::Seq)
        .limit(limit)
        .all(conn)
        .await?;
    rows.into_iter()
        .map(|row| {
            Ok(Change {
                seq: row.seq,
                entity: entity("change", &row.entity)?,
                id: row.entity_id,
                kind: ChangeKind::from_key(&row.kind).ok_or_else(|| corrupt("change", &row.kind))?,
                at: row.at,
            })
        })
        .collect()
}

/// The number of the last change; 0 where there is none.
pub async fn last(conn: &impl ConnectionTrait) -> Result<i64> {
    let last: Option<Option<i64>> = change::Entity::find()
        .select_only()
        .column_as(change::Column::Seq.max(), "last")
        .into_tuple()
        .one(conn)
        .await?;
    Ok(last.flatten().unwrap_or_default())
}
