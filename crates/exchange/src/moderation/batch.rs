//! Several cases at once: only samples in which nothing was found. Whatever else waits is looked at one by
//! one.

use super::{Decision, decide_case};
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::CaseId;
use sanviec_domain::moderation::CaseKind;
use sanviec_store::cases::CaseRecord;

/// The most cases of one press.
pub const MOST: usize = 100;

/// Whether a case may be dealt with together with others.
pub(super) fn is_harmless(case: &CaseRecord) -> bool {
    case.kind == CaseKind::Sample && case.findings.is_empty() && case.passed_by.is_none()
}

/// Passes the samples that were chosen; answers with how many that were. One that a colleague was faster
/// with, or that is no harmless sample, is left as it is.
pub async fn pass(exchange: &Exchange, actor: &Actor, cases: &[CaseId]) -> Result<u64> {
    allows(actor, Action::Decide)?;
    let mut passed = 0;
    for id in cases.iter().take(MOST) {
        let Some(case) = sanviec_store::cases::find(exchange.store.reader(), *id).await? else {
            continue;
        };
        if !is_harmless(&case) {
            continue;
        }
        match decide_case(exchange, actor, *id, Decision::approved()).await {
            Ok(()) => passed += 1,
            Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => {}
            Err(error) => return Err(error),
        }
    }
    Ok(passed)
}
