//! The administrators' lists: a form to narrow them, a table, a link to what comes next. One template
//! serves them all; what differs is said in its fields.

use crate::Chrome;
use askama::Template;
use sanviec_domain::time::Instant;

/// A field of the form above a list.
#[derive(Clone, Debug)]
pub struct Filter<'a> {
    /// Its name in the address.
    pub name: &'a str,
    /// Its label.
    pub label: &'a str,
    /// What stands in it.
    pub value: String,
    /// A list to choose from (value, words); empty for a text field.
    pub options: Vec<(String, String)>,
    /// The kind of a text field: text, date, search.
    pub kind: &'a str,
}

/// What stands in a cell.
#[derive(Clone, Debug)]
pub enum Cell {
    /// Words.
    Text(String),
    /// A name of ours, a number, a hash.
    Code(String),
    /// A moment.
    Moment(Instant),
    /// A link: where to, words.
    Link(String, String),
    /// A button that posts: where to, words, what it is for.
    Button(String, String, String),
}

/// One of the administrators' lists.
#[derive(Template)]
#[template(path = "admin/list.html")]
pub struct AdminListPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Its heading.
    pub title: &'a str,
    /// A sentence about it; may be empty.
    pub lead: &'a str,
    /// Neighbouring pages: where to, words.
    pub links: &'a [(&'a str, &'a str)],
    /// The form's address and whether it posts (what must not stand in an address).
    pub action: &'a str,
    /// See [`Self::action`].
    pub posts: bool,
    /// The form; none where it is empty.
    pub filters: &'a [Filter<'a>],
    /// What is wrong with what was typed; empty where nothing is.
    pub fault: &'a str,
    /// The columns' headings.
    pub columns: &'a [&'a str],
    /// The rows.
    pub rows: &'a [Vec<Cell>],
    /// What is said instead of an empty table; empty says nothing.
    pub none: &'a str,
    /// Where the next rows are.
    pub next: Option<String>,
}

crate::html_pages!(AdminListPage);

impl AdminListPage<'_> {
    fn is_chosen(&self, filter: &Filter<'_>, value: &str) -> bool {
        filter.value == value
    }

    fn is_first(&self, index: &usize) -> bool {
        *index == 0
    }

    fn column(&self, index: &usize) -> &str {
        self.columns.get(*index).copied().unwrap_or_default()
    }
}
