//! `/sitemap.xml`: every open vacancy, for search engines.

use crate::App;
use crate::problem::Answer;
use axum::extract::State;
use axum::response::IntoResponse;
use http::header;
use sanviec_domain::query::{Sort, VacancyQuery};
use sanviec_exchange::vacancies::find;
use sanviec_search::PageRequest;
use std::fmt::Write;

/// Addresses of one sitemap at most (sitemaps.org: 50,000; newest first, so that what is cut is old).
const MOST: usize = 5_000;

/// The newest open vacancies.
pub async fn get(State(app): State<App>) -> Answer {
    let base = &app.exchange.settings.site.base_url;
    let mut xml = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n");
    let _ = writeln!(xml, "<url><loc>{base}/</loc></url>\n<url><loc>{base}/viec-lam</loc></url>");
    let query = VacancyQuery {
        sort: Some(Sort::Newest),
        ..VacancyQuery::default()
    };
    let mut after = None;
    for _ in 0..MOST / PageRequest::MOST {
        let found = find::search(
            &app.exchange,
            &query,
            &PageRequest {
                limit: PageRequest::MOST,
                after,
                offset: 0,
            },
            &[],
        )?;
        for (_, card) in &found.cards {
            let published = card.published_on.map(|day| format!("<lastmod>{day}</lastmod>")).unwrap_or_default();
            let _ = writeln!(xml, "<url><loc>{base}{}</loc>{published}</url>", card.path());
        }
        after = found.next;
        if after.is_none() {
            break;
        }
    }
    xml.push_str("</urlset>\n");
    Ok(([(header::CONTENT_TYPE, "application/xml; charset=utf-8")], xml).into_response())
}
