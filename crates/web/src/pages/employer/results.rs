//! `/ntd/ket-qua`: what came of one's own vacancies.

use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use sanviec_domain::access::{Action, allows};
use sanviec_domain::time::vietnam_date;
use sanviec_domain::vacancy::result::{NoResult, RecruitmentResult};
use sanviec_exchange::vacancies::results;
use sanviec_render::pages::{ResultRow, ResultsPage};
use sanviec_render::{Area, FormState};
use std::collections::BTreeMap;

async fn rows(visit: &Visit) -> Result<Vec<ResultRow>, Problem> {
    let open = results::open(&visit.app.exchange, &visit.actor).await?;
    Ok(open
        .into_iter()
        .map(|asked| ResultRow {
            id: asked.vacancy.id,
            hired: format!("nhan-{}", asked.vacancy.id),
            here: format!("day-{}", asked.vacancy.id),
            title: asked.vacancy.content.title,
            published: asked.vacancy.published_at.map(vietnam_date),
            known: asked.known,
        })
        .collect())
}

fn page(visit: &Visit, form: &FormState, rows: &[ResultRow]) -> Result<String, Problem> {
    let page = ResultsPage {
        chrome: &visit.chrome(Area::Employer),
        form,
        rows,
        may_write: allows(&visit.actor, Action::WriteVacancies).is_ok(),
    };
    Ok(page.render()?)
}

/// The vacancies about which is asked.
pub async fn get(visit: Visit) -> Answer {
    let rows = rows(&visit).await?;
    let mut form = FormState::default();
    for row in rows.iter().filter(|row| row.known > 0) {
        form.set(&row.here, row.known.to_string());
    }
    html(Ok(page(&visit, &form, &rows)?))
}

/// Takes the answers: those that are left empty are asked for again.
pub async fn post(visit: Visit, Fields(mut form): Fields) -> Answer {
    let rows = rows(&visit).await?;
    let mut said = BTreeMap::new();
    for row in &rows {
        let (hired, here) = (row.hired.as_str(), row.here.as_str());
        if form.value(hired).is_empty() {
            continue;
        }
        let number = |name: &str, empty: &str| {
            let written = form.value(name);
            let written = if written.is_empty() { empty } else { written };
            written.replace('.', "").parse::<u32>().ok()
        };
        match (number(hired, ""), number(here, "0")) {
            (Some(all), Some(part)) => match RecruitmentResult::new(all, part) {
                Ok(result) => drop(said.insert(row.id, result)),
                Err(NoResult::OutOfBounds) => form.fail(hired, visit.texts().get("results-error-number")),
                Err(NoResult::MoreHere) => form.fail(here, visit.texts().get("results-error-more")),
            },
            (None, _) => form.fail(hired, visit.texts().get("results-error-number")),
            (_, None) => form.fail(here, visit.texts().get("results-error-number")),
        }
    }
    if form.has_errors() {
        return Ok(unprocessable(page(&visit, &form, &rows)?));
    }
    let count = results::answer(&visit.app.exchange, &visit.actor, &said).await?;
    if count > 0 {
        visit.say_counted("flash-results", count).await?;
    }
    Ok(go("/ntd/ket-qua"))
}
