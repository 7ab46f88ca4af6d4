//! `/`

use super::search::{card_rows, park_links, place_names};
use crate::problem::Answer;
use crate::visit::{Visit, html};
use sanviec_domain::query::{Facet, Sort, VacancyQuery};
use sanviec_exchange::vacancies::find;
use sanviec_render::Area;
use sanviec_render::pages::HomePage;
use sanviec_search::PageRequest;

/// Rows under "Mới hôm nay".
const FRESH: usize = 5;

/// The home page.
pub async fn get(visit: Visit) -> Answer {
    let exchange = &visit.app.exchange;
    let query = VacancyQuery {
        sort: Some(Sort::Newest),
        ..VacancyQuery::default()
    };
    let found = find::search(exchange, &query, &PageRequest::first(FRESH), &[Facet::Park])?;
    let employers = sanviec_exchange::organisations::verified_employers(exchange).await?;
    let parks = park_links(&visit, &found.facets, 8);
    let chrome = visit.chrome(Area::Public);
    let total = found.total as u64;
    let fresh = card_rows(found);
    html(
        HomePage {
            chrome: &chrome,
            vacancies: total,
            employers,
            fresh: &fresh,
            parks: &parks,
            places: place_names(&visit.app),
        }
        .render(),
    )
}
