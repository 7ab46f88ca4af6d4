//! What came of vacancies: an employer is asked.

use crate::{Chrome, FormState};
use askama::Template;
use chrono::NaiveDate;
use sanviec_domain::ids::VacancyId;

/// A vacancy about which is asked.
#[derive(Clone, Debug)]
pub struct ResultRow {
    /// Its id.
    pub id: VacancyId,
    /// The input for how many in all.
    pub hired: String,
    /// The input for how many through the exchange.
    pub here: String,
    /// Its title.
    pub title: String,
    /// When it was published.
    pub published: Option<NaiveDate>,
    /// How many were hired here, as far as the exchange knows.
    pub known: u64,
}

/// `/ntd/ket-qua`: posts `nhan-{id}` and `day-{id}` to itself.
#[derive(Template)]
#[template(path = "employer/results.html")]
pub struct ResultsPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// What was typed, and what is wrong with it.
    pub form: &'a FormState,
    /// About which is asked.
    pub rows: &'a [ResultRow],
    /// Whether the reader may answer.
    pub may_write: bool,
}

crate::html_pages!(ResultsPage);
