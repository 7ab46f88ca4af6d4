//! `/viec-lam/{number}/phan-anh`: reporting a vacancy, without an account.

use super::vacancy::number;
use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use axum::response::{IntoResponse, Redirect};
use sanviec_domain::contact::Phone;
use sanviec_domain::ids::{ReportId, VacancyNumber};
use sanviec_domain::moderation::ReportReason;
use sanviec_domain::text::slug;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::moderation::reports;
use sanviec_exchange::vacancies::read::{self, VacancyView};
use sanviec_exchange::{ExchangeError, SECURITY};
use sanviec_render::card::vacancy_path;
use sanviec_render::pages::{ReportPage, ReportedPage};
use sanviec_render::{Area, FormState};

/// The reasons, each a button.
pub async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let view = read::public(&visit.app.exchange, number(&id)?).await?;
    let chrome = visit.chrome(Area::Public);
    html(
        ReportPage {
            chrome: &chrome,
            title: &view.vacancy.content.title,
            employer: &view.employer.name,
            back: &back(&visit, &view),
            action: &visit.link(&format!("/viec-lam/{}/phan-anh", view.vacancy.number)),
        }
        .render(),
    )
}

/// Reports it.
pub async fn post(visit: Visit, Path(id): Path<String>, Fields(form): Fields) -> Answer {
    let number = number(&id)?;
    // Filled by machines only: people don't see it.
    if !form.value("trang-web").is_empty() {
        tracing::warn!(target: SECURITY, event = "filled_by_a_machine");
        return Ok(go(&visit.link(&format!("/viec-lam/{number}"))));
    }
    let reason = ReportReason::from_key(form.value("ly-do")).ok_or_else(|| Problem::unreadable("ly-do"))?;
    let report = reports::report(&visit.app.exchange, &visit.actor, number, reason).await?;
    Ok(go(&visit.link(&format!("/viec-lam/{number}/phan-anh/{report}"))))
}

/// Thanks, and room for more.
pub async fn reported(visit: Visit, Path((id, report)): Path<(String, String)>) -> Answer {
    show(&visit, number(&id)?, report_id(&report)?, &FormState::default()).await
}

/// Adds to it.
pub async fn add(visit: Visit, Path((id, report)): Path<(String, String)>, Fields(mut form): Fields) -> Answer {
    let (number, report) = (number(&id)?, report_id(&report)?);
    let phone = match form.value("dien-thoai") {
        "" => None,
        written => match written.parse::<Phone>() {
            Ok(phone) => Some(phone),
            Err(_) => {
                form.fail("dien-thoai", visit.texts().get("report-error-phone"));
                return Ok(unprocessable(page(&visit, number, report, &form).await?));
            }
        },
    };
    let there = visit.link(&format!("/viec-lam/{number}/phan-anh/{report}"));
    if phone.is_none() && form.value("ke-lai").is_empty() {
        reports::own(&visit.app.exchange, number, report).await?;
        return Ok(go(&there));
    }
    match reports::add(&visit.app.exchange, &visit.actor, number, report, form.value("ke-lai"), phone).await {
        // Too late or twice: the page says what stands.
        Ok(()) | Err(ExchangeError::NotNow(_)) => Ok(go(&there)),
        Err(error) => Err(error.into()),
    }
}

fn report_id(id: &str) -> Result<ReportId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

fn back(visit: &Visit, view: &VacancyView) -> String {
    visit.link(&vacancy_path(view.vacancy.number, &slug(&view.vacancy.content.title)))
}

async fn show(visit: &Visit, number: VacancyNumber, report: ReportId, form: &FormState) -> Answer {
    match read::public(&visit.app.exchange, number).await {
        Ok(_) => html(Ok(page(visit, number, report, form).await?)),
        // It was taken down meanwhile, which who reported it may have wished: the search is what is left. An id
        // that was only guessed is not found.
        Err(ExchangeError::NotFound) => {
            reports::own(&visit.app.exchange, number, report).await?;
            Ok(Redirect::to(&visit.link("/viec-lam")).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

async fn page(visit: &Visit, number: VacancyNumber, report: ReportId, form: &FormState) -> Result<String, Problem> {
    let view = read::public(&visit.app.exchange, number).await?;
    let own = reports::own(&visit.app.exchange, number, report).await?;
    let chrome = visit.chrome(Area::Public);
    let page = ReportedPage {
        chrome: &chrome,
        title: &view.vacancy.content.title,
        back: &back(visit, &view),
        action: &visit.link(&format!("/viec-lam/{number}/phan-anh/{report}")),
        reason: own.reason,
        takes_more: own.takes_more,
        is_added: own.is_added,
        form,
    };
    Ok(page.render()?)
}
