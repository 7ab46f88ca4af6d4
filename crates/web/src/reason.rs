//! Why personal data is opened: given once in a form, remembered in the session for a while, so that
//! the page itself can be opened and reloaded by its address, and each opening is logged with it.

use crate::problem::Problem;
use crate::visit::Visit;
use serde::{Deserialize, Serialize};

const REASON: &str = "reason";
/// Minutes for which a reason counts.
const MINUTES: i64 = 15;

#[derive(Serialize, Deserialize)]
struct Given {
    reason: String,
    since: i64,
}

/// Remembers a reason.
pub async fn give(visit: &Visit, reason: &str) -> Result<(), Problem> {
    let reason = reason.trim().to_owned();
    let since = visit.app.exchange.now().timestamp();
    Ok(visit.session.insert(REASON, Given { reason, since }).await?)
}

/// The reason given a while ago.
pub async fn given(visit: &Visit) -> Result<Option<String>, Problem> {
    let given = visit.session.get::<Given>(REASON).await?;
    let now = visit.app.exchange.now().timestamp();
    Ok(given.filter(|given| now - given.since < MINUTES * 60).map(|given| given.reason))
}
