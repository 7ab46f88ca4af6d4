//! Finding open vacancies: Vietnamese analysis, one index on tantivy, one typed query.
//!
//! The index is a view of the store: it can be deleted and built anew at any time
//! ([`VacancyIndex::rebuild`]), and it knows in its own commit how far it has followed the change
//! feed ([`VacancyIndex::applied`]).
#![warn(missing_docs)]

mod analysis;
mod cursor;
mod directory;
mod document;
mod error;
mod filter;
mod found;
mod index;
mod lexicon;
mod plan;
mod rows;
mod schema;
mod search;
mod shelves;
mod similar;
mod snapshot;
mod suggest;
mod writer;

pub use cursor::Cursor;
pub use document::{IndexChange, VacancyDocument};
pub use error::SearchError;
pub use found::{FacetCounts, Found, Hit, PageRequest, Suggestion, SuggestionKind};
pub use index::VacancyIndex;
