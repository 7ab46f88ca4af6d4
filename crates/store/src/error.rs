//! What can go wrong between the program and its database.

use sea_orm::{DbErr, SqlErr};

/// The result of everything here.
pub type Result<T, E = StoreError> = std::result::Result<T, E>;

/// Why the store could not do it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The row has been changed (or is gone) since it was read: somebody was faster. Read again and
    /// decide again; never overwrite.
    #[error("changed by somebody else in the meantime")]
    Conflict,
    /// Something that may exist once exists already. The text is the engine's and names the columns
    /// (`person.phone` on SQLite, `person_phone_key` on PostgreSQL). On PostgreSQL the unit of work
    /// can do nothing more after this: drop it.
    #[error("already taken: {0}")]
    Taken(String),
    /// A row points at one that isn't there.
    #[error("points at nothing: {0}")]
    Dangling(String),
    /// A row can't be read as what it should be.
    #[error("unreadable {table}: {detail}")]
    Corrupt {
        /// The table.
        table: &'static str,
        /// What is wrong.
        detail: String,
    },
    /// A value could not be written as JSON.
    #[error("not writable as JSON: {0}")]
    Encode(serde_json::Error),
    /// The URL names no database this program knows.
    #[error("not a database URL: {0}")]
    Url(String),
    /// A file of the database could not be made.
    #[error("database file: {0}")]
    File(#[from] std::io::Error),
    /// Everything else the engine or its driver reports.
    #[error(transparent)]
    Database(DbErr),
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        match error.sql_err() {
            Some(SqlErr::UniqueConstraintViolation(message)) => Self::Taken(message),
            Some(SqlErr::ForeignKeyConstraintViolation(message)) => Self::Dangling(message),
            _ => Self::Database(error),
        }
    }
}

impl StoreError {
    /// Whether this is a [`StoreError::Taken`] that names the column.
    pub fn is_taken(&self, column: &str) -> bool {
        matches!(self, Self::Taken(message) if message.contains(column))
    }
}
