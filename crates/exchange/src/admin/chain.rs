//! The audit log's chain, looked over.

use crate::error::Result;
use sanviec_store::Database;

/// What the audit log's chain says of itself, and whether it is whole.
pub async fn report(store: &Database) -> Result<(String, bool)> {
    let conn = store.reader();
    Ok(match sanviec_store::audit::verify(conn).await? {
        Some(broken) => (
            format!("The audit log is broken: line {broken} is missing, or is not as it was written. Lines before it are whole; those after it prove nothing."),
            false,
        ),
        None => {
            let last = sanviec_store::audit::recent(conn, None, 1).await?.into_iter().next();
            let says = last.map_or_else(
                || "The audit log is empty.".to_owned(),
                |line| format!("The audit log is whole: {} lines, the last hash is {}.", line.seq, line.hash),
            );
            (says, true)
        }
    })
}
