//! `/goi-y?q=`: words that complete what is being typed.

use crate::App;
use crate::problem::Answer;
use crate::queries::asked;
use crate::visit::split_locale;
use axum::Json;
use axum::extract::{RawQuery, State};
use http::Uri;
use sanviec_exchange::vacancies::find;
use sanviec_render::Texts;
use sanviec_search::SuggestionKind;
use serde::Serialize;

/// Suggestions shown.
const MOST: usize = 8;
/// Characters of what was typed that are looked at.
const LONGEST: usize = 60;

/// One suggestion.
#[derive(Debug, Serialize)]
pub struct Offered {
    text: String,
    kind: &'static str,
    /// The kind in the page's language.
    label: &'static str,
    count: u64,
}

/// Completes what is being typed.
pub async fn get(State(app): State<App>, uri: Uri, RawQuery(raw): RawQuery) -> Answer<Json<Vec<Offered>>> {
    let typed: String = asked(raw.as_deref(), "q").unwrap_or_default().chars().take(LONGEST).collect();
    let t = Texts::of(split_locale(uri.path()).0);
    let kind = |kind| match kind {
        SuggestionKind::Title => ("title", t.get("suggest-title")),
        SuggestionKind::Occupation => ("occupation", t.get("suggest-occupation")),
        SuggestionKind::Employer => ("employer", t.get("suggest-employer")),
        SuggestionKind::Place => ("place", t.get("suggest-place")),
    };
    let found = find::suggest(&app.exchange, &typed, MOST);
    Ok(Json(
        found
            .into_iter()
            .map(|suggestion| {
                let (kind, label) = kind(suggestion.kind);
                Offered {
                    text: suggestion.text,
                    kind,
                    label,
                    count: suggestion.count,
                }
            })
            .collect(),
    ))
}
