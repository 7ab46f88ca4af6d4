//! `/tt/so-lieu`: what has come of bringing businesses and colleges together.

use crate::Chrome;
use askama::Template;

/// A figure, with where the records behind it are.
#[derive(Clone, Debug)]
pub struct Tile {
    /// Its words.
    pub name: &'static str,
    /// How many.
    pub count: u64,
    /// Where the records are; empty where the page itself has them.
    pub href: String,
}

/// A conference with its funnel.
#[derive(Clone, Debug)]
pub struct EventLine {
    /// Its title.
    pub title: String,
    /// Where it is.
    pub href: String,
    /// When it was.
    pub day: String,
    /// From registrations to signatures, in the order of the columns.
    pub steps: Vec<u64>,
}

/// A row of a table by college, park or occupation.
#[derive(Clone, Debug)]
pub struct TallyRow {
    /// Its name.
    pub name: String,
    /// Begun, drafted, signed, people.
    pub counts: [u64; 4],
}

/// A table by college, park or occupation.
#[derive(Clone, Debug)]
pub struct TallyTable {
    /// Its id on the page.
    pub id: &'static str,
    /// Its heading.
    pub heading: &'static str,
    /// Its rows, the most signed first.
    pub rows: Vec<TallyRow>,
}

/// An agreement that was signed.
#[derive(Clone, Debug)]
pub struct SignedLine {
    /// The partnership's page.
    pub href: String,
    /// The business.
    pub business: String,
    /// The college.
    pub college: String,
    /// What is taught.
    pub trades: String,
    /// People.
    pub people: u64,
    /// The day.
    pub day: String,
}

/// The figures of a year.
#[derive(Template)]
#[template(path = "centre/figures.html")]
pub struct FiguresPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The year.
    pub year: i32,
    /// Years that can be chosen.
    pub years: &'a [i32],
    /// The figures.
    pub tiles: &'a [Tile],
    /// What else there is to say, in sentences.
    pub sentences: &'a [String],
    /// The names of the steps of a funnel.
    pub steps: &'a [&'static str],
    /// The conferences.
    pub events: &'a [EventLine],
    /// What was signed.
    pub signed: &'a [SignedLine],
    /// The tables.
    pub tables: &'a [TallyTable],
}

crate::html_pages!(FiguresPage);
