//! `GET /api/v1/figures/partnerships`: what has come of bringing businesses and colleges together in a year.

use crate::problem::{Answer, Problem};
use crate::visit::Visit;
use axum::Json;
use axum::extract::RawQuery;
use chrono::Datelike;
use sanviec_exchange::figures::{self, YEARS};
use serde::Serialize;
use utoipa::ToSchema;

/// The figures of a year. They name nobody.
#[derive(Serialize, ToSchema)]
pub struct Figures {
    /// The year.
    year: i32,
    /// Conferences that were held.
    conferences: u64,
    /// Businesses that registered for one of them, each counted once.
    registered: u64,
    /// Colleges that did.
    colleges: u64,
    /// Partnerships that began in the year.
    proposed: u64,
    /// Of these, those for which an agreement was drafted.
    negotiated: u64,
    /// Framework agreements that both sides signed in the year.
    signed: u64,
    /// People that these speak of.
    people: u64,
    /// People whom colleges have trained for agreements whose intake is in the year.
    trained: u64,
    /// People who started work under an agreement in the year.
    hired: u64,
    /// Days from a need to the signatures, the median.
    days_to_sign: Option<u64>,
}

/// The figures of a year.
#[utoipa::path(get, path = "/api/v1/figures/partnerships", params(("year" = Option<i32>, Query, description = "From 2020; this year where none is given")),
    responses((status = 200, description = "The figures", body = Figures), (status = 400, description = "application/problem+json")))]
pub async fn partnerships(visit: Visit, RawQuery(raw): RawQuery) -> Answer<Json<Figures>> {
    let mut year = visit.app.exchange.clock.today().year();
    for (name, value) in url::form_urlencoded::parse(raw.unwrap_or_default().as_bytes()) {
        year = match name.as_ref() {
            "year" => value.parse().ok().filter(|year| YEARS.contains(year)),
            _ => None,
        }
        .ok_or_else(|| Problem::unreadable(format!("{name}: “{value}” can't be read")))?;
    }
    let found = figures::partnerships(&visit.app.exchange, year).await?;
    Ok(Json(Figures {
        year,
        conferences: found.conferences,
        registered: found.registered,
        colleges: found.colleges,
        proposed: found.proposed,
        negotiated: found.negotiated,
        signed: found.signed,
        people: found.people,
        trained: found.trained,
        hired: found.hired,
        days_to_sign: found.days_to_sign,
    }))
}
