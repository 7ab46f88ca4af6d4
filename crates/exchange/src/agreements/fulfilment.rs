//! What came of an agreement, line by line: what each side states, and who started work. What came of it
//! follows a line to the agreement that replaces its own, where programme, occupation and intake are the same.

use super::AgreementView;
use crate::error::{ExchangeError, Result};
use crate::{Exchange, placements};
use sanviec_domain::access::Actor;
use sanviec_domain::agreement::fulfilment::LineResult;
use sanviec_domain::agreement::{AgreementLine, AgreementState, limits};
use sanviec_domain::ids::AgreementId;
use sanviec_domain::partnership::Side;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::agreements::{self as agreements_store, AgreementRecord};
use sanviec_store::{Entity, Unit, fulfilment as store};
use serde_json::json;

/// Whether anything can have come of an agreement: both have signed it once.
pub fn has_results(state: AgreementState) -> bool {
    matches!(
        state,
        AgreementState::Signed | AgreementState::Ended | AgreementState::Terminated | AgreementState::Replaced
    )
}

/// The lines of an agreement that was loaded for whoever asks, each with what came of it.
pub async fn of(exchange: &Exchange, view: &AgreementView) -> Result<Vec<(AgreementLine, LineResult)>> {
    let Some(current) = view.current().filter(|_| has_results(view.agreement.state)) else {
        return Ok(Vec::new());
    };
    let id = view.agreement.id;
    let found = store::of(exchange.store.reader(), &[id]).await?;
    let lines = current.content.lines.iter().cloned().zip(0_u32..);
    Ok(lines.map(|(line, index)| (line, found.get(&(id, index)).copied().unwrap_or_default())).collect())
}

/// A side states its numbers: the college how many were trained on each line, the business how many did an
/// internship. Lines without a number stay as they are.
pub async fn state(exchange: &Exchange, actor: &Actor, id: AgreementId, numbers: &[Option<u32>]) -> Result<()> {
    let unit = exchange.begin(actor).await?;
    let running = placements::running(&unit, id).await?;
    if numbers.len() > running.content.lines.len() || numbers.iter().flatten().any(|people| *people > limits::PEOPLE) {
        return Err(ExchangeError::NotNow("not the lines of this agreement".to_owned()));
    }
    for (people, line) in numbers.iter().zip(0_u32..) {
        if let Some(people) = people {
            store::state(&unit, (id, line), running.side, *people).await?;
        }
    }
    let what = match running.side {
        Side::College => "trained",
        Side::Business => "interned",
    };
    unit.audit(
        "agreement.results",
        Entity::Agreement,
        id.0,
        json!({ "side": running.side.key(), "what": what, "lines": numbers }),
    );
    unit.save().await?;
    Ok(())
}

/// What came of an agreement goes on under the one that takes its place.
pub(super) async fn follow(unit: &Unit, old: &AgreementRecord, new: &AgreementRecord) -> Result<()> {
    let conn = unit.conn();
    let (before, after) = (
        agreements_store::version(conn, old.id, old.current).await?,
        agreements_store::version(conn, new.id, new.current).await?,
    );
    if let (Some(before), Some(after)) = (before, after) {
        let moved = store::follow(unit, (old.id, &before.content.lines), (new.id, &after.content.lines)).await?;
        unit.audit("agreement.results_follow", Entity::Agreement, old.id.0, json!({ "into": new.id, "lines": moved }));
    }
    Ok(())
}
