//! Styles, scripts, fonts, icons, and what machines ask for.

use crate::App;
use crate::problem::{Answer, Problem};
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use sanviec_render::assets::{Assets, CACHE_CONTROL};

/// A file by its name with its hash; may be kept for ever.
pub async fn get(Path(file): Path<String>, headers: HeaderMap) -> Answer {
    let asset = Assets::get(&format!("/a/{file}")).ok_or_else(Problem::not_found)?;
    if headers.get(header::IF_NONE_MATCH).is_some_and(|tag| tag.as_bytes() == asset.etag.as_bytes()) {
        return Ok(StatusCode::NOT_MODIFIED.into_response());
    }
    let common = [
        (header::CONTENT_TYPE, asset.content_type),
        (header::CACHE_CONTROL, CACHE_CONTROL),
        (header::ETAG, asset.etag.as_str()),
        (header::VARY, "accept-encoding"),
    ];
    let takes_gzip = headers
        .get(header::ACCEPT_ENCODING)
        .and_then(|takes| takes.to_str().ok())
        .is_some_and(|takes| takes.contains("gzip"));
    Ok(match &asset.gzip {
        Some(gzip) if takes_gzip => (common, [(header::CONTENT_ENCODING, "gzip")], gzip.as_slice()).into_response(),
        _ => (common, asset.bytes.as_slice()).into_response(),
    })
}

/// What search engines may read: everything public, nobody's own pages.
pub async fn robots(State(app): State<App>) -> Response {
    let base = &app.exchange.settings.site.base_url;
    let text = format!("User-agent: *\nDisallow: /toi\nDisallow: /ntd\nDisallow: /tt\nDisallow: /qt\nDisallow: /truong-toi\nDisallow: /xac-nhan\nSitemap: {base}/sitemap.xml\n");
    ([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], text).into_response()
}

/// Browsers ask for it whatever the page says.
pub async fn favicon() -> StatusCode {
    StatusCode::NO_CONTENT
}
