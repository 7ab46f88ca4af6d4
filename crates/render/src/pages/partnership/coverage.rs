//! `/tt/cung-cau`: what is needed and who graduates, over the whole province.

use crate::{Chrome, FormState};
use askama::Template;

/// A need.
#[derive(Clone, Debug)]
pub struct CoverageRow {
    /// In the business's words.
    pub title: String,
    /// Whose.
    pub business: String,
    /// Where.
    pub place: String,
    /// When.
    pub months: String,
    /// How many are needed.
    pub needed: u32,
    /// How many it is given.
    pub given: u32,
    /// Whom it is given most of.
    pub best: String,
    /// What a proposal posts: names and values.
    pub proposal: Vec<(&'static str, String)>,
}

/// An occupation.
#[derive(Clone, Debug)]
pub struct OccupationRow {
    /// Its name.
    pub name: String,
    /// How many are needed.
    pub needed: u32,
    /// How many are given; where a scenario is looked at, with it.
    pub given: u32,
    /// How many are given as things are, where a scenario is looked at.
    pub before: Option<u32>,
    /// How scarce its graduates are, 0 to 100.
    pub shortage: u32,
}

/// People who are missing.
#[derive(Clone, Debug)]
pub struct GapRow {
    /// The occupation's name.
    pub occupation: String,
    /// Where.
    pub place: String,
    /// From when.
    pub month: String,
    /// How many.
    pub missing: u32,
}

/// The sums.
#[derive(Clone, Copy, Debug, Default)]
pub struct Totals {
    /// How many are needed.
    pub needed: u64,
    /// How many are given.
    pub given: u64,
    /// Graduates who are given no place.
    pub unplaced: u64,
}

/// The page; the scenario is a query to itself.
#[derive(Template)]
#[template(path = "partnership/coverage.html")]
pub struct CoveragePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The sums as things are.
    pub now: Totals,
    /// The sums with the scenario.
    pub then: Option<Totals>,
    /// Occupations, the scarcest first.
    pub occupations: &'a [OccupationRow],
    /// What is missing, the most first.
    pub gaps: &'a [GapRow],
    /// Needs, the widest gap first.
    pub rows: &'a [CoverageRow],
    /// The scenario as it was typed.
    pub form: &'a FormState,
    /// Programmes to choose from.
    pub programmes: &'a [(String, String)],
}

crate::html_pages!(CoveragePage);
