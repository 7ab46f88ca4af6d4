//! The yearly review of an agreement: a side opens it, which writes down what had come of each line; each side
//! says what it thinks of that; both countersign. Whoever changes their remarks clears the countersignatures.

use super::AgreementView;
use crate::error::{ExchangeError, Result};
use crate::jobs::PartnershipNews;
use crate::life::{begin, step};
use crate::placements::{Running, running};
use crate::{Exchange, jobs};
use chrono::{Datelike, Months};
use sanviec_domain::access::Actor;
use sanviec_domain::agreement::review::{REMARKS_LIMIT, ReviewCommand, ReviewEvent, ReviewGuard, ReviewLife, ReviewLine, ReviewState};
use sanviec_domain::agreement::{AgreementState, limits};
use sanviec_domain::ids::{AgreementId, ReviewId};
use sanviec_domain::partnership::Side;
use sanviec_domain::text::tidy;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::reviews::{self as store, Countersignature, ReviewRecord, SideOfReview};
use sanviec_store::{Entity, Unit, fulfilment, people};
use serde_json::json;

/// Agreements asked about in one unit of work.
const CHUNK: u64 = 100;

/// The reviews of an agreement that was loaded for whoever asks, the newest first.
pub async fn of(exchange: &Exchange, view: &AgreementView) -> Result<Vec<ReviewRecord>> {
    Ok(store::of(exchange.store.reader(), view.agreement.id).await?)
}

/// Opens this calendar year's, or finds it opened. Answers with the year.
pub async fn open(exchange: &Exchange, actor: &Actor, id: AgreementId) -> Result<i32> {
    let unit = exchange.begin(actor).await?;
    let running = running(&unit, id).await?;
    let year = unit.today().year();
    if store::find(unit.conn(), id, year).await?.is_some() {
        return Ok(year);
    }
    if running.agreement.state != AgreementState::Signed {
        return Err(ExchangeError::NotNow("only what is in force is reviewed".to_owned()));
    }
    let results = fulfilment::of(unit.conn(), &[id]).await?;
    let lines = running.content.lines.iter().zip(0_u32..).map(|(line, index)| ReviewLine {
        training: line.training.clone(),
        work: line.work.clone(),
        people: line.people,
        result: results.get(&(id, index)).copied().unwrap_or_default(),
    });
    let review = ReviewRecord {
        id: ReviewId(unit.uuid()),
        agreement: id,
        year,
        state: ReviewState::Draft,
        lines: lines.collect(),
        business: SideOfReview::default(),
        college: SideOfReview::default(),
        version: 1,
        created_by: actor.person(),
        created_at: unit.now(),
    };
    store::insert(&unit, &review).await?;
    begin::<ReviewLife>(&unit, (Entity::Agreement, review.id.0));
    record(&unit, &review, running.side, "open");
    tell_other(&unit, &running);
    unit.save().await?;
    Ok(year)
}

/// A line of the agreement's own audit: what was done with which of its reviews.
fn record(unit: &Unit, review: &ReviewRecord, side: Side, what: &str) {
    let details = json!({ "review": review.id, "year": review.year, "side": side.key(), "what": what });
    unit.audit("agreement.review", Entity::Agreement, review.agreement.0, details);
}

fn tell_other(unit: &Unit, running: &Running) {
    unit.enqueue(jobs::tell_of_partnership(&running.partnership, running.side.other(), PartnershipNews::ReviewMoved));
}

/// Decides a command by the table and puts the review where it goes. The caller writes it.
fn carry_out(unit: &Unit, review: &mut ReviewRecord, running: &Running, command: ReviewCommand, is_same: bool) -> Result<()> {
    let (mine, other) = (review.of(running.side).signed.is_some(), review.of(running.side.other()).signed.is_some());
    let moved = step::<ReviewLife>(
        unit,
        (Entity::Agreement, review.id.0),
        review.state,
        command,
        |guard| match guard {
            ReviewGuard::NotYetMine => !mine,
            ReviewGuard::OtherSigned => other,
            ReviewGuard::OtherUnsigned => !other,
            ReviewGuard::SameRemarks => is_same,
        },
        Some(running.side.key().to_owned()),
    )?;
    review.state = moved.to;
    for event in moved.events {
        match event {
            ReviewEvent::SignaturesCleared => {
                for side in Side::ALL {
                    review.of_mut(*side).signed = None;
                }
            }
            ReviewEvent::OtherTold => tell_other(unit, running),
        }
    }
    record(unit, review, running.side, command.key());
    Ok(())
}

async fn find(unit: &Unit, id: AgreementId, year: i32) -> Result<(Running, ReviewRecord)> {
    let running = running(unit, id).await?;
    let review = store::find(unit.conn(), id, year).await?;
    Ok((running, review.ok_or_else(|| ExchangeError::NotNow("it was not opened".to_owned()))?))
}

/// A side writes its remarks.
pub async fn write(exchange: &Exchange, actor: &Actor, id: AgreementId, year: i32, remarks: &str) -> Result<()> {
    let lines: Vec<String> = remarks.lines().map(tidy).collect();
    let remarks: String = lines.join("\n").trim().chars().take(REMARKS_LIMIT).collect();
    let unit = exchange.begin(actor).await?;
    let (running, mut review) = find(&unit, id, year).await?;
    // Saved as it stands already: nobody has to countersign again.
    if review.state != ReviewState::Countersigned && review.of(running.side).remarks == remarks {
        return Ok(());
    }
    carry_out(&unit, &mut review, &running, ReviewCommand::Write, true)?;
    review.of_mut(running.side).remarks = remarks;
    store::update(&unit, &mut review).await?;
    unit.save().await?;
    Ok(())
}

/// A side countersigns what it was shown: the review at this version. [`ExchangeError::Stale`] where the other
/// side has changed its remarks meanwhile.
pub async fn countersign(exchange: &Exchange, actor: &Actor, id: AgreementId, year: i32, shown: i64) -> Result<()> {
    let unit = exchange.begin(actor).await?;
    let (running, mut review) = find(&unit, id, year).await?;
    if review.version != shown && review.state != ReviewState::Countersigned && review.of(running.side).signed.is_none() {
        return Err(ExchangeError::Stale);
    }
    let is_same = review.version == shown;
    carry_out(&unit, &mut review, &running, ReviewCommand::Countersign, is_same)?;
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let known = people::find(unit.conn(), person).await?.ok_or(ExchangeError::NotFound)?;
    review.of_mut(running.side).signed = Some(Countersignature {
        person: Some(person),
        name: known.name.map(|name| name.to_string()).unwrap_or_default(),
        at: unit.now(),
    });
    store::update(&unit, &mut review).await?;
    unit.save().await?;
    Ok(())
}

/// So many years before an instant.
fn years_before(now: Instant, years: u32) -> Instant {
    now.checked_sub_months(Months::new(12 * years)).unwrap_or(Instant::MIN_UTC)
}

/// Asks both sides for a review once at each anniversary of a signed agreement. Answers with how many.
pub(crate) async fn ask_due(exchange: &Exchange) -> Result<u64> {
    let mut count = 0;
    for anniversary in 1..=limits::YEARS.unsigned_abs() {
        loop {
            let unit = exchange.begin(&Actor::System).await?;
            let signed = years_before(unit.now(), anniversary + 1)..years_before(unit.now(), anniversary);
            let due = store::to_ask(unit.conn(), signed, anniversary, CHUNK).await?;
            let is_last = (due.len() as u64) < CHUNK;
            for (agreement, partnership) in due {
                store::asked(&unit, agreement, anniversary).await?;
                let found = sanviec_store::partnerships::find(unit.conn(), partnership).await?;
                let partnership = found.ok_or(ExchangeError::NotFound)?;
                // Whoever has reviewed it this year needs no letter.
                if store::find(unit.conn(), agreement, unit.today().year()).await?.is_none() {
                    for side in Side::ALL {
                        unit.enqueue(jobs::tell_of_partnership(&partnership, *side, PartnershipNews::ReviewDue));
                    }
                }
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
