//! One-time codes. Only their hashes are kept.

use crate::convert::{json, to_json};
use crate::error::Result;
use crate::tables::code::{self, Column};
use crate::unit::Unit;
use crate::updates::met;
use sanviec_domain::ids::CodeId;
use sanviec_domain::time::Instant;
use sea_orm::{ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};
use serde_json::Value;

const TABLE: &str = "code";

/// A one-time code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeRecord {
    /// Its id.
    pub id: CodeId,
    /// The telephone number or address it was sent to.
    pub target: String,
    /// What it opens: `sign-in`, `apply`, …
    pub purpose: String,
    /// The hash of the code.
    pub hash: String,
    /// What is to be done once it is proved.
    pub payload: Value,
    /// How many wrong tries are left.
    pub tries_left: i16,
    /// Until when it can be used.
    pub expires_at: Instant,
    /// When it was used.
    pub used_at: Option<Instant>,
    /// When it was made.
    pub created_at: Instant,
}

fn record(row: code::Model) -> Result<CodeRecord> {
    Ok(CodeRecord {
        id: CodeId(row.id),
        target: row.target,
        purpose: row.purpose,
        hash: row.hash,
        payload: json(TABLE, &row.payload)?,
        tries_left: row.tries_left,
        expires_at: row.expires_at,
        used_at: row.used_at,
        created_at: row.created_at,
    })
}

fn row(record: &CodeRecord) -> Result<code::ActiveModel> {
    Ok(code::Model {
        id: record.id.0,
        target: record.target.clone(),
        purpose: record.purpose.clone(),
        hash: record.hash.clone(),
        payload: to_json(&record.payload)?,
        tries_left: record.tries_left,
        expires_at: record.expires_at,
        used_at: record.used_at,
        created_at: record.created_at,
    }
    .into_active_model())
}

/// The code of an id.
pub async fn find(conn: &impl ConnectionTrait, id: CodeId) -> Result<Option<CodeRecord>> {
    code::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// Writes a new code.
pub async fn insert(unit: &Unit, record: CodeRecord) -> Result<()> {
    code::Entity::insert(row(&record)?).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes a code that was tried or used. [`StoreError::Conflict`](crate::StoreError::Conflict) where it has been tried or used
/// since `before` was read, so of two simultaneous uses only one commits, and no try is free. A try
/// counts only once its unit of work is saved.
pub async fn update(unit: &Unit, before: &CodeRecord, after: &CodeRecord) -> Result<()> {
    let mut change = row(after)?.reset_all();
    change.id = ActiveValue::NotSet;
    let unused = match before.used_at {
        None => Column::UsedAt.is_null(),
        Some(at) => Column::UsedAt.eq(at),
    };
    let done = code::Entity::update_many()
        .set(change)
        .filter(Column::Id.eq(before.id.0))
        .filter(Column::TriesLeft.eq(before.tries_left))
        .filter(unused)
        .exec(unit.conn())
        .await?;
    met(done.rows_affected)
}

/// Deletes the codes that ran out before an instant; answers with how many.
pub async fn sweep(unit: &Unit, before: Instant) -> Result<u64> {
    Ok(code::Entity::delete_many().filter(Column::ExpiresAt.lt(before)).exec(unit.conn()).await?.rows_affected)
}
