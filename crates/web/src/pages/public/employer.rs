//! `/doanh-nghiep/{id}-{slug}`: an employer as everybody sees it.

use super::search::card_rows;
use crate::problem::{Answer, Problem};
use crate::queries::{LAST_PAGE, ROWS, asked};
use crate::visit::{Visit, html};
use axum::extract::{Path, RawQuery};
use axum::response::{IntoResponse, Redirect};
use sanviec_domain::ids::OrganisationId;
use sanviec_domain::query::{Sort, VacancyQuery};
use sanviec_domain::text::slug;
use sanviec_exchange::vacancies::find;
use sanviec_exchange::{ExchangeError, organisations};
use sanviec_render::Area;
use sanviec_render::pages::{EmployerBox, EmployerPublicPage, Pager};
use sanviec_search::PageRequest;

/// An employer's page with its open vacancies.
pub async fn get(visit: Visit, Path(id): Path<String>, RawQuery(raw): RawQuery) -> Answer {
    let exchange = &visit.app.exchange;
    let id: OrganisationId = id.get(..36).and_then(|id| id.parse().ok()).ok_or_else(Problem::not_found)?;
    let employer = match organisations::public(exchange, id).await {
        Err(ExchangeError::NotFound) => {
            let moved = organisations::officers::moved_to(exchange, id).await?.ok_or_else(Problem::not_found)?;
            let path = visit.link(&format!("/doanh-nghiep/{}-{}", moved.id, slug(&moved.name)));
            return Ok(Redirect::permanent(&path).into_response());
        }
        other => other?,
    };
    let page = asked(raw.as_deref(), "trang").and_then(|page| page.parse().ok()).unwrap_or(1usize).clamp(1, LAST_PAGE);
    let query = VacancyQuery {
        employer: Some(id),
        sort: Some(Sort::Newest),
        ..VacancyQuery::default()
    };
    let found = find::search(
        exchange,
        &query,
        &PageRequest {
            limit: ROWS,
            after: None,
            offset: (page - 1) * ROWS,
        },
        &[],
    )?;
    let total = found.total as u64;
    let path = visit.link(&format!("/doanh-nghiep/{id}-{}", slug(&employer.name)));
    let address = employer.profile.place.as_ref().map(|place| exchange.reference.place_label(place)).unwrap_or_default();
    let shown = EmployerBox {
        href: None,
        name: &employer.name,
        verified: true,
        workforce: employer.profile.workforce,
        address: &address,
        open_vacancies: total,
        answers: None,
        sample: sanviec_exchange::indexing::shows_sample(&employer),
    };
    let (chrome, rows, pager) = (visit.chrome(Area::Public), card_rows(found), Pager::new(page as u64, total, ROWS as u64, &path));
    html(
        EmployerPublicPage {
            chrome: &chrome,
            employer: shown,
            product: &employer.profile.product,
            rows: &rows,
            pager: &pager,
        }
        .render(),
    )
}
