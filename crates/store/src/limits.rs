//! How often somebody has asked for something. A window begins with the first time and has an end;
//! one statement counts and reads, so that however many nodes count, none is lost. Who it was is kept
//! as a hash only.

use crate::convert::corrupt;
use crate::database::Database;
use crate::error::Result;
use crate::tables::limit_count::{self, Column};
use crate::unit::Unit;
use chrono::{SubsecRound, TimeDelta};
use sanviec_domain::time::Instant;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, Statement};
use sha2::{Digest, Sha256};

/// A window as it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// How often within the window, this time included.
    pub count: u64,
    /// When the window is over.
    pub ends_at: Instant,
}

fn key(subject: &str) -> String {
    hex::encode(Sha256::digest(subject.as_bytes()))
}

/// Counts `times` more for a subject of an action and says how the window stands. It is written at
/// once: never inside a unit of work.
pub async fn count(database: &Database, action: &str, subject: &str, times: u32, now: Instant, window: TimeDelta) -> Result<Counted> {
    let conn = database.writer();
    let now = now.trunc_subsecs(6);
    // A clock that was set back must not lock anybody out: a window never ends later than a whole one from now.
    let sql = "INSERT INTO limit_count (action, subject, count, ends_at) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (action, subject) DO UPDATE SET \
               count = CASE WHEN limit_count.ends_at <= $5 OR limit_count.ends_at > $4 THEN excluded.count ELSE limit_count.count + excluded.count END, \
               ends_at = CASE WHEN limit_count.ends_at <= $5 OR limit_count.ends_at > $4 THEN excluded.ends_at ELSE limit_count.ends_at END \
               RETURNING count, ends_at";
    let values = [action.into(), key(subject).into(), i64::from(times).into(), (now + window).into(), now.into()];
    let row = conn.query_one_raw(Statement::from_sql_and_values(conn.get_database_backend(), sql, values)).await?;
    let row = row.ok_or_else(|| corrupt("limit_count", "a count that was written is not there"))?;
    let count: i64 = row.try_get_by_index(0)?;
    Ok(Counted {
        count: count.unsigned_abs(),
        ends_at: row.try_get_by_index(1)?,
    })
}

/// Deletes the windows that are over; answers with how many.
pub async fn sweep(unit: &Unit) -> Result<u64> {
    let query = limit_count::Entity::delete_many().filter(Column::EndsAt.lte(unit.now()));
    Ok(query.exec(unit.conn()).await?.rows_affected)
}
