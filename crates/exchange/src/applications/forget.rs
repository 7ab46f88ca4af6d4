//! The end of an application's time: what it says of a person goes, that it was made stays.

use crate::Exchange;
use crate::error::Result;
use crate::files;
use crate::jobs::periodic::retention_ends;
use sanviec_domain::access::Actor;
use sanviec_store::{ChangeKind, Entity, StoreError};
use tracing::info;

/// Applications of one unit of work: SQLite's only writer is wanted by others, too.
const BATCH: u64 = 200;

/// Makes figures of the applications that ended more than `limits.retention_months` ago (law
/// 91/2025 art. 25), hired ones too: by then both follow-up checks are over. Those whose seeker agreed
/// that they are kept stay. Run once a day; answers with how many there were.
pub async fn forget_due(exchange: &Exchange) -> Result<u64> {
    let before = retention_ends(exchange);
    let mut forgotten = 0;
    loop {
        let due = sanviec_store::applications::to_forget(exchange.store.reader(), before, BATCH).await?;
        if due.is_empty() {
            break;
        }
        let unit = exchange.begin(&Actor::System).await?;
        for application in &due {
            match sanviec_store::applications::forget(&unit, application).await {
                Ok(()) => {}
                // Another node was faster with all of these.
                Err(StoreError::Conflict) => return Ok(forgotten),
                Err(error) => return Err(error.into()),
            }
            sanviec_store::placements::forget_of_application(&unit, application.id).await?;
            files::remove_of(&unit, Entity::Application, application.id.0).await?;
            unit.audit("application.forget", Entity::Application, application.id.0, serde_json::Value::Null);
            unit.changed(Entity::Application, application.id.0, ChangeKind::Removed);
        }
        unit.save().await?;
        forgotten += due.len() as u64;
    }
    if forgotten > 0 {
        info!(forgotten, "applications whose time was over are figures now");
    }
    Ok(forgotten)
}
