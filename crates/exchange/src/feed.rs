//! The change feed as everybody may read it: vacancies and organisations only, never people.

use crate::Exchange;
use crate::error::Result;
use sanviec_store::Entity;
use sanviec_store::feed::Change;

/// A stretch of the public feed.
pub struct PublicFeed {
    /// The rows, oldest first.
    pub items: Vec<Change>,
    /// The number to go on after.
    pub next: i64,
}

/// What changed after a number, at most so many rows.
pub async fn public(exchange: &Exchange, after: i64, limit: u64) -> Result<PublicFeed> {
    let rows = sanviec_store::feed::after(exchange.store.reader(), after, limit).await?;
    let next = rows.last().map_or(after, |row| row.seq);
    let items = rows.into_iter().filter(|row| matches!(row.entity, Entity::Vacancy | Entity::Organisation)).collect();
    Ok(PublicFeed { items, next })
}
