//! `/ntd`

use super::rows;
use crate::problem::Answer;
use crate::queries::asked;
use crate::visit::{Visit, html};
use axum::extract::RawQuery;
use sanviec_domain::access::{Action, allows};
use sanviec_exchange::applications::read as applications;
use sanviec_exchange::{organisations, vacancies};
use sanviec_render::Area;
use sanviec_render::pages::EmployerHomePage;

/// Rows of a page.
const ROWS: u64 = 50;

/// Who waits for an answer, and the vacancies.
pub async fn get(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let exchange = &visit.app.exchange;
    let organisation = organisations::own(exchange, &visit.actor).await?;
    let after = asked(raw.as_deref(), "sau").and_then(|after| after.parse().ok());
    let list = vacancies::read::own_list(exchange, &visit.actor, None, after, ROWS).await?;
    let more = (list.len() as u64 == ROWS).then(|| list.last().map(|last| format!("/ntd?sau={}", last.id))).flatten();
    let shown = rows(&visit, &list).await?;
    let awaiting = applications::awaiting(exchange, &visit.actor).await?;
    let chrome = visit.chrome(Area::Employer);
    let page = EmployerHomePage {
        chrome: &chrome,
        organisation: &organisation.name,
        state: organisation.state,
        may_write: allows(&visit.actor, Action::WriteVacancies).is_ok(),
        awaiting,
        overdue: applications::overdue(exchange, &visit.actor).await?,
        results: vacancies::results::count_open(exchange, &visit.actor).await?,
        vacancies: &shown,
        more: more.as_deref(),
    };
    html(page.render())
}
