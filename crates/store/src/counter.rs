//! Counters: rows that hand out numbers without gaps.
//!
//! Taking numbers locks the counter's row until the transaction ends (on SQLite the whole database
//! is locked anyway). The next taker waits for the commit or the rollback before it, so the order of
//! the numbers is the order of the commits, and a rollback gives its numbers back.

use crate::error::{Result, StoreError};
use sea_orm::{ConnectionTrait, Statement};

/// The change feed.
pub(crate) const CHANGE: &str = "change";
/// The audit log.
pub(crate) const AUDIT: &str = "audit";
/// Vacancy numbers.
pub(crate) const VACANCY: &str = "vacancy";
/// Numbers of agreements.
pub(crate) const AGREEMENT: &str = "agreement";

/// Takes `count` numbers and returns the first.
pub(crate) async fn take(conn: &impl ConnectionTrait, name: &'static str, count: usize) -> Result<i64> {
    let statement = Statement::from_sql_and_values(
        conn.get_database_backend(),
        "UPDATE counter SET value = value + $1 WHERE name = $2 RETURNING value",
        [(count as i64).into(), name.into()],
    );
    let row = conn.query_one_raw(statement).await?.ok_or(StoreError::Corrupt {
        table: "counter",
        detail: format!("no counter “{name}”"),
    })?;
    let last: i64 = row.try_get_by_index(0)?;
    Ok(last - count as i64 + 1)
}

/// The last number taken.
pub(crate) async fn read(conn: &impl ConnectionTrait, name: &'static str) -> Result<i64> {
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), "SELECT value FROM counter WHERE name = $1", [name.into()]);
    let row = conn.query_one_raw(statement).await?.ok_or(StoreError::Corrupt {
        table: "counter",
        detail: format!("no counter “{name}”"),
    })?;
    Ok(row.try_get_by_index(0)?)
}
