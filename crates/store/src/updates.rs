//! Updates that only take where a row still stands as it was read.

use crate::error::{Result, StoreError};
use crate::unit::Unit;
use sea_orm::{ActiveModelTrait, ColumnTrait, EntityTrait, QueryFilter};
use uuid::Uuid;

/// [`StoreError::Conflict`] where a conditional update met no row: somebody was faster.
pub(crate) fn met(rows: u64) -> Result<()> {
    if rows == 0 { Err(StoreError::Conflict) } else { Ok(()) }
}

/// Writes a whole row over the one of its id. [`StoreError::Conflict`] where that is no longer at the
/// version that was read.
pub(crate) async fn overwrite<E: EntityTrait>(unit: &Unit, row: E::ActiveModel, (id, key): (E::Column, Uuid), (version, read): (E::Column, i64)) -> Result<()> {
    let mut change = row.reset_all();
    change.not_set(id);
    let update = E::update_many().set(change).filter(id.eq(key)).filter(version.eq(read));
    met(update.exec(unit.conn()).await?.rows_affected)
}
