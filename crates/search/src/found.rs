//! What a search is asked for and what it answers.

use crate::cursor::Cursor;
use sanviec_domain::ids::{VacancyId, VacancyNumber};
use sanviec_domain::query::Facet;

/// Which part of the results is wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageRequest {
    /// How many results; more than [`Self::MOST`] are cut.
    pub limit: usize,
    /// Begin after this one. Counts before `offset`.
    pub after: Option<Cursor>,
    /// Leave out so many (for numbered pages); at most [`Self::MOST_OFFSET`].
    pub offset: usize,
}

impl PageRequest {
    /// The most results of one page.
    pub const MOST: usize = 100;
    /// The most results that can be skipped.
    pub const MOST_OFFSET: usize = 10_000;

    /// The first results.
    pub fn first(limit: usize) -> Self {
        Self { limit, after: None, offset: 0 }
    }

    /// The results after a cursor.
    pub fn after(limit: usize, cursor: Cursor) -> Self {
        Self {
            limit,
            after: Some(cursor),
            offset: 0,
        }
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// How many vacancies match, exactly.
    pub total: usize,
    /// The page asked for.
    pub hits: Vec<Hit>,
    /// Where the next page begins; `None` on the last.
    pub next: Option<Cursor>,
    /// The facets asked for, in that order.
    pub facets: Vec<FacetCounts>,
    /// The text that was searched for, where a word of the text asked for looked like a slip.
    pub corrected: Option<String>,
}

/// One vacancy found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// Its id.
    pub id: VacancyId,
    /// Its number.
    pub number: VacancyNumber,
    /// How well it fits the text; 0 where there is none. Comparable within one search only.
    pub score: u64,
    /// What [`crate::VacancyDocument::card`] was.
    pub card: Vec<u8>,
}

/// How many vacancies each value of a facet would leave, the filter of the facet's own kind aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetCounts {
    /// The facet.
    pub facet: Facet,
    /// The key of the filter value and its count, most first; values without a vacancy are left
    /// out. Wage steps are in millions of VND, in rising order.
    pub counts: Vec<(String, u64)>,
}

/// What a suggestion is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SuggestionKind {
    /// A title in use.
    Title,
    /// An occupation.
    Occupation,
    /// An employer.
    Employer,
    /// A place.
    Place,
}

/// A text to offer while somebody types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    /// The text.
    pub text: String,
    /// What it is.
    pub kind: SuggestionKind,
    /// In how many open vacancies it occurs.
    pub count: u64,
}
