//! `GET /api/v1/problems/{code}`: what a problem's `type` leads to. One table says which there are;
//! the words are texts, in both languages.

use crate::problem::{Answer, Problem};
use crate::visit::{Visit, html};
use axum::extract::Path;
use http::StatusCode;
use sanviec_render::Area;
use sanviec_render::pages::ProblemPage;

/// Every code a problem can have, and the status it usually comes with.
pub const ALL: [(&str, StatusCode); 20] = [
    ("not-found", StatusCode::NOT_FOUND),
    ("unreadable", StatusCode::BAD_REQUEST),
    ("bad-cursor", StatusCode::BAD_REQUEST),
    ("sign-in-first", StatusCode::UNAUTHORIZED),
    ("denied", StatusCode::FORBIDDEN),
    ("not-verified", StatusCode::FORBIDDEN),
    ("wrong-method", StatusCode::METHOD_NOT_ALLOWED),
    ("conflict", StatusCode::CONFLICT),
    ("not-now", StatusCode::CONFLICT),
    ("other-request", StatusCode::CONFLICT),
    ("closed", StatusCode::GONE),
    ("changed-meanwhile", StatusCode::PRECONDITION_FAILED),
    ("too-large", StatusCode::PAYLOAD_TOO_LARGE),
    ("invalid", StatusCode::UNPROCESSABLE_ENTITY),
    ("wrong-code", StatusCode::UNPROCESSABLE_ENTITY),
    ("dead-code", StatusCode::UNPROCESSABLE_ENTITY),
    ("precondition-required", StatusCode::PRECONDITION_REQUIRED),
    ("too-many", StatusCode::TOO_MANY_REQUESTS),
    ("internal", StatusCode::INTERNAL_SERVER_ERROR),
    ("too-slow", StatusCode::SERVICE_UNAVAILABLE),
];

/// Whether a code has a page.
pub fn is_known(code: &str) -> bool {
    ALL.iter().any(|(known, _)| *known == code)
}

/// Where a problem of a code is explained: its `type`.
pub fn address(code: &str) -> String {
    format!("/api/v1/problems/{code}")
}

/// What a problem means.
#[utoipa::path(get, path = "/api/v1/problems/{code}", params(("code" = String, Path, description = "A problem's code")),
    responses((status = 200, description = "A page for people, in Vietnamese and English", content_type = "text/html"), (status = 404, description = "application/problem+json")))]
pub async fn get(visit: Visit, Path(code): Path<String>) -> Answer {
    let (code, status) = ALL.into_iter().find(|(known, _)| *known == code).ok_or_else(Problem::not_found)?;
    let page = ProblemPage {
        chrome: &visit.chrome(Area::Public),
        code,
        status: status.as_u16(),
    };
    html(page.render())
}
