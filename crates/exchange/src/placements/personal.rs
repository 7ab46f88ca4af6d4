//! What placements say of a person: handed out to them, and taken out when its time is over. That somebody
//! started work stays, without whom.

use crate::Exchange;
use crate::error::Result;
use crate::jobs::periodic::retention_ends;
use sanviec_domain::access::Actor;
use sanviec_domain::ids::PersonId;
use sanviec_store::Unit;
use sanviec_store::placements::{self as store, PlacementRecord};

/// A person's placements, the oldest first: a part of what they are handed out of their data.
pub async fn of_person(exchange: &Exchange, person: PersonId) -> Result<Vec<PlacementRecord>> {
    Ok(store::of_person(exchange.store.reader(), person).await?)
}

/// Takes a person out of every placement, in the unit that erases them. Answers with how many there were.
pub async fn erase(unit: &Unit, person: PersonId) -> Result<u64> {
    Ok(store::erase(unit, person).await?)
}

/// Takes out the names that were written under agreements `limits.retention_months` ago: by then nobody objects
/// any more. Run once a day.
pub(crate) async fn forget_due(exchange: &Exchange) -> Result<u64> {
    let unit = exchange.begin(&Actor::System).await?;
    let forgotten = store::forget_names(&unit, retention_ends(exchange)).await?;
    unit.save().await?;
    Ok(forgotten)
}
