//! What the clock does to partnerships: a reminder, a last call, then the centre.

use super::carry_out;
use crate::Exchange;
use crate::error::Result;
use chrono::TimeDelta;
use sanviec_domain::access::Actor;
use sanviec_domain::partnership::clock::{ESCALATE_AFTER_DAYS, LAST_CALL_AFTER_DAYS, REMIND_AFTER_DAYS, Urgency};
use sanviec_store::partnerships;

/// Partnerships of one unit of work.
const CHUNK: u64 = 200;

/// Takes every partnership's clock as far as it is due; who has missed a step, because nobody looked for
/// weeks, goes to the last one at once. Answers with how many moved.
pub(crate) async fn tick(exchange: &Exchange) -> Result<u64> {
    let steps = [
        (Urgency::WithCentre, ESCALATE_AFTER_DAYS),
        (Urgency::Called, LAST_CALL_AFTER_DAYS),
        (Urgency::Reminded, REMIND_AFTER_DAYS),
    ];
    let mut count = 0;
    for (urgency, days) in steps {
        let Some(command) = urgency.command() else { continue };
        loop {
            let unit = exchange.begin(&Actor::System).await?;
            let due = partnerships::due(unit.conn(), unit.now() - TimeDelta::days(days), urgency, CHUNK).await?;
            let is_last = (due.len() as u64) < CHUNK;
            for mut partnership in due {
                carry_out(&unit, &mut partnership, None, command, None)?;
                partnerships::update(&unit, &mut partnership).await?;
                count += 1;
            }
            unit.save().await?;
            if is_last {
                break;
            }
        }
    }
    Ok(count)
}
