//! Finding vacancies: one typed query for the page, the API and the feeds.

use crate::error::{ExchangeError, Result};
use crate::{Exchange, indexing};
use sanviec_domain::ids::{OrganisationId, VacancyId};
use sanviec_domain::query::{Facet, VacancyQuery};
use sanviec_render::card::VacancyCard;
use sanviec_search::{Cursor, FacetCounts, PageRequest, SearchError, Suggestion};

/// One page of results.
pub struct FoundVacancies {
    /// How many there are in all.
    pub total: usize,
    /// This page's rows.
    pub cards: Vec<(VacancyId, VacancyCard)>,
    /// Where the next page begins.
    pub next: Option<Cursor>,
    /// Counts for each facet asked for, each without its own filter.
    pub facets: Vec<FacetCounts>,
    /// What was searched instead, where a typing error was mended.
    pub corrected: Option<String>,
}

/// Searches the open vacancies.
pub fn search(exchange: &Exchange, query: &VacancyQuery, page: &PageRequest, facets: &[Facet]) -> Result<FoundVacancies> {
    let found = exchange.index.search(query, page, facets).map_err(|error| match error {
        SearchError::BadCursor => ExchangeError::BadCursor,
        other => ExchangeError::Search(other),
    })?;
    let cards = found.hits.into_iter().filter_map(|hit| Some((hit.id, indexing::read_card(&hit.card)?))).collect();
    Ok(FoundVacancies {
        total: found.total,
        cards,
        next: found.next,
        facets: found.facets,
        corrected: found.corrected,
    })
}

/// Words that complete what is being typed.
pub fn suggest(exchange: &Exchange, typed: &str, limit: usize) -> Vec<Suggestion> {
    exchange.index.suggest(typed, limit)
}

/// How many open vacancies an employer has.
pub fn count_of_employer(exchange: &Exchange, employer: OrganisationId) -> Result<u64> {
    let query = VacancyQuery {
        employer: Some(employer),
        ..VacancyQuery::default()
    };
    Ok(search(exchange, &query, &PageRequest::first(1), &[])?.total as u64)
}

/// Open vacancies like one.
pub fn similar(exchange: &Exchange, vacancy: VacancyId, limit: usize) -> Result<Vec<VacancyCard>> {
    Ok(exchange
        .index
        .more_like(&vacancy, limit)?
        .into_iter()
        .filter_map(|hit| indexing::read_card(&hit.card))
        .collect())
}
