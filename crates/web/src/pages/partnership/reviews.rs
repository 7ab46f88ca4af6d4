//! `/hop-tac/{partnership}/thoa-thuan/{id}/danh-gia`: the yearly reviews of an agreement.

use super::agreement::{address, load};
use super::results::{acting_side, named};
use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use chrono::Datelike;
use sanviec_domain::agreement::AgreementState;
use sanviec_domain::agreement::review::{REMARKS_LIMIT, ReviewState};
use sanviec_domain::partnership::Side;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::agreements::{AgreementView, reviews};
use sanviec_render::pages::partnership::{ResultRow, ReviewRow, ReviewSide, ReviewsPage};
use sanviec_render::{FormState, tones};
use sanviec_store::reviews::ReviewRecord;

fn row(visit: &Visit, review: &ReviewRecord, side: Option<Side>, is_first: bool) -> ReviewRow {
    let is_open = review.state != ReviewState::Countersigned;
    let rows = review.lines.iter().map(|line| ResultRow {
        name: named(&line.training, &line.work),
        intake: String::new(),
        people: line.people,
        trained: line.result.trained,
        interned: line.result.interned,
        hired: line.result.hired,
    });
    let part = |of: Side| ReviewSide {
        side: of.label(visit.locale),
        remarks: review.of(of).remarks.clone(),
        signed: review.of(of).signed.as_ref().map(|signed| (signed.name.clone(), signed.at)),
    };
    let may_sign = is_open && side.is_some_and(|side| review.of(side).signed.is_none());
    ReviewRow {
        year: review.year,
        state: (review.state.label(visit.locale), tones::review(review.state)),
        opened: review.created_at,
        rows: rows.collect(),
        sides: [part(Side::Business), part(Side::College)],
        version: review.version,
        may_write: is_open && side.is_some(),
        may_sign,
        is_first: may_sign && is_first,
    }
}

async fn show(visit: &Visit, view: &AgreementView, form: &FormState) -> Result<String, Problem> {
    let exchange = &visit.app.exchange;
    let (found, side) = (reviews::of(exchange, view).await?, acting_side(visit, view));
    let year = exchange.clock.today().year();
    let is_missing = found.iter().all(|review| review.year != year);
    let opens = (is_missing && side.is_some() && view.agreement.state == AgreementState::Signed).then_some(year);
    let first = found
        .iter()
        .find(|review| review.state != ReviewState::Countersigned && side.is_some_and(|side| review.of(side).signed.is_none()));
    let first = first.map(|review| review.year).filter(|_| opens.is_none());
    let rows: Vec<ReviewRow> = found.iter().map(|review| row(visit, review, side, first == Some(review.year))).collect();
    let mut form = form.clone();
    // What a side has said stands in its form, unless something else was typed.
    for (review, row) in found.iter().zip(&rows) {
        if let (Some(side), false) = (side, form.values.contains_key(&row.field())) {
            form.set(&row.field(), review.of(side).remarks.clone());
        }
    }
    let page = ReviewsPage {
        chrome: &visit.chrome(super::place(visit).0),
        agreement: &address(view),
        number: &view.agreement.number,
        reviews: &rows,
        opens,
        form: &form,
    };
    Ok(page.render()?)
}

/// The reviews.
pub async fn get(visit: Visit, Path((partnership, written)): Path<(String, String)>) -> Answer {
    let view = load(&visit, &partnership, &written).await?;
    html(Ok(show(&visit, &view, &FormState::default()).await?))
}

/// Opens this year's, writes remarks, countersigns.
pub async fn post(visit: Visit, Path((partnership, written)): Path<(String, String)>, Fields(mut form): Fields) -> Answer {
    let view = load(&visit, &partnership, &written).await?;
    let (exchange, actor, agreement) = (&visit.app.exchange, &visit.actor, view.agreement.id);
    let year = form.value("nam").parse::<i32>();
    let (done, says) = match form.value("lenh") {
        "open" => (reviews::open(exchange, actor, agreement).await.map(|_| ()), "flash-review-opened"),
        "write" => {
            let year = year.map_err(|_| Problem::unreadable("nam"))?;
            let field = format!("nhan-xet-{year}");
            let remarks = form.value(&field).to_owned();
            if remarks.is_empty() || remarks.chars().count() > REMARKS_LIMIT {
                form.fail(&field, visit.texts().get("review-error-remarks"));
                return Ok(unprocessable(show(&visit, &view, &form).await?));
            }
            (reviews::write(exchange, actor, agreement, year, &remarks).await, "flash-review-saved")
        }
        "countersign" => {
            let year = year.map_err(|_| Problem::unreadable("nam"))?;
            let shown = form.value("ban").parse().map_err(|_| Problem::unreadable("ban"))?;
            (reviews::countersign(exchange, actor, agreement, year, shown).await, "flash-review-signed")
        }
        _ => return Err(Problem::unreadable("lenh")),
    };
    match done {
        Ok(()) => visit.say(says).await?,
        Err(ExchangeError::Stale) => visit.warn("flash-review-stale").await?,
        Err(ExchangeError::NotNow(_)) if acting_side(&visit, &view).is_none() => visit.warn("flash-fulfil-sides").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("{}/danh-gia", address(&view))))
}
