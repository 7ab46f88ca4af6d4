//! `GET /api/v1/reference/{list}`: the official code lists, as loaded.

use crate::App;
use crate::api::unchanged;
use crate::problem::{Answer, Problem};
use axum::extract::{Path, State};
use http::HeaderMap;
use serde_json::json;

const NAMES: [&str; 11] = [
    "provinces",
    "communes",
    "former_units",
    "parks",
    "occupations",
    "occupation_titles",
    "industries",
    "training_groups",
    "training_fields",
    "minimum_wages",
    "holidays",
];

/// The names of the lists.
#[utoipa::path(get, path = "/api/v1/reference", responses((status = 200, description = "The names of the lists; with an `ETag`"),
    (status = 304, description = "The same as under the tag of `If-None-Match`")))]
pub async fn lists(headers: HeaderMap) -> Answer {
    unchanged::json(&headers, &json!({ "lists": NAMES }))
}

/// One list, whole.
#[utoipa::path(get, path = "/api/v1/reference/{list}", params(("list" = String, Path, description = "A name of `/api/v1/reference`")),
    responses((status = 200, description = "The rows; with an `ETag`"), (status = 304, description = "The same as under the tag of `If-None-Match`"), (status = 404, description = "application/problem+json")))]
pub async fn list(State(app): State<App>, Path(name): Path<String>, headers: HeaderMap) -> Answer {
    let lists = app.exchange.reference.lists();
    let rows = match name.as_str() {
        "provinces" => serde_json::to_value(&lists.provinces),
        "communes" => serde_json::to_value(&lists.communes),
        "former_units" => serde_json::to_value(&lists.former_units),
        "parks" => serde_json::to_value(&lists.parks),
        "occupations" => serde_json::to_value(&lists.occupations),
        "occupation_titles" => serde_json::to_value(&lists.occupation_titles),
        "industries" => serde_json::to_value(&lists.industries),
        "training_groups" => serde_json::to_value(&lists.training_groups),
        "training_fields" => serde_json::to_value(&lists.training_fields),
        "minimum_wages" => serde_json::to_value(&lists.minimum_wages),
        "holidays" => serde_json::to_value(&lists.holidays),
        _ => return Err(Problem::not_found()),
    };
    let rows = rows.map_err(Problem::internal)?;
    unchanged::json(&headers, &json!({ "list": name, "items": rows }))
}
