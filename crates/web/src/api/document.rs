//! `GET /api/v1/openapi.json`, made from the handlers' own types.

use axum::Json;
use utoipa::OpenApi;

/// The API's description.
#[derive(OpenApi)]
#[openapi(
    info(
        title = "Sàn Việc",
        description = "Open vacancies of a provincial job exchange. No key is needed. Errors are RFC 9457 problems."
    ),
    paths(
        crate::api::vacancies::list,
        crate::api::vacancies::one,
        crate::api::changes::list,
        crate::api::figures::partnerships,
        crate::api::reference::lists,
        crate::api::reference::list,
        crate::api::problems::get
    )
)]
pub struct ApiDocument;

/// The description as JSON.
pub async fn get() -> Json<utoipa::openapi::OpenApi> {
    Json(ApiDocument::openapi())
}
