//! `GET /api/v1/changes?after=`: the change feed, numbered, in commit order. What a consumer has not
//! seen is what has a greater number; nothing is ever put in before it.

use crate::App;
use crate::problem::{Answer, Problem};
use axum::Json;
use axum::extract::{RawQuery, State};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// The most rows of an answer.
const MOST: u64 = 500;

/// A stretch of the feed.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangeList {
    /// The rows, oldest first.
    pub items: Vec<ChangeItem>,
    /// `after` of the next stretch.
    pub next: i64,
}

/// A vacancy or an employer that changed; fetch it to see how. A vacancy whose `state` is not
/// `published` is over; one that can't be fetched any more is no longer public.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChangeItem {
    /// Its number.
    pub seq: i64,
    /// `vacancy` or `organisation`.
    pub entity: &'static str,
    /// Its id.
    pub id: Uuid,
    /// When.
    pub at: DateTime<Utc>,
}

/// What changed after a number.
#[utoipa::path(get, path = "/api/v1/changes", params(("after" = Option<i64>, Query, description = "The last number seen; 0 if left out")),
    responses((status = 200, body = ChangeList), (status = 400, description = "application/problem+json")))]
pub async fn list(State(app): State<App>, RawQuery(raw): RawQuery) -> Answer<Json<ChangeList>> {
    let mut after = 0;
    for (name, value) in url::form_urlencoded::parse(raw.unwrap_or_default().as_bytes()) {
        match name.as_ref() {
            "after" => {
                after = value
                    .parse()
                    .ok()
                    .filter(|after| *after >= 0)
                    .ok_or_else(|| Problem::unreadable(format!("after: “{value}” is not a number of the feed")))?;
            }
            other => return Err(Problem::unreadable(format!("{other}: there is no such parameter"))),
        }
    }
    let rows = sanviec_exchange::feed::public(&app.exchange, after, MOST).await?;
    let next = rows.next;
    let items = rows
        .items
        .into_iter()
        .map(|row| ChangeItem {
            seq: row.seq,
            entity: row.entity.key(),
            id: row.id,
            at: row.at,
        })
        .collect();
    Ok(Json(ChangeList { items, next }))
}
