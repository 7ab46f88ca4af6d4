//! The official code lists, read-only and in memory: provinces, communes and the units they came
//! from, occupations, industries, training fields, parks, minimum wages, synonyms, holidays.
//!
//! The rows come from `config/reference/*.csv` (with `SOURCES.md`), are checked row by row when
//! loaded, live in the database with their version, and are held here as one [`Reference`].

pub mod lists;
pub mod lookup;
pub mod occupations;
pub mod places;
pub mod read;

pub use lists::*;
pub use lookup::Reference;
pub use read::{Lists, RowError};
