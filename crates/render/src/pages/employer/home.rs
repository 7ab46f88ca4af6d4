//! The employer's home: who waits for an answer, and the vacancies.

use super::OwnVacancy;
use crate::{Chrome, format};
use askama::Template;
use sanviec_domain::organisation::OrganisationState;

/// `/ntd`.
#[derive(Template)]
#[template(path = "employer/home.html")]
pub struct EmployerHomePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The employer's name.
    pub organisation: &'a str,
    /// Where it stands.
    pub state: OrganisationState,
    /// Whether the reader may write: a viewer may not.
    pub may_write: bool,
    /// How many applications wait for an answer.
    pub awaiting: u64,
    /// How many of them have waited for more than seven days.
    pub overdue: u64,
    /// About how many vacancies it is asked what came of them.
    pub results: u64,
    /// The vacancies of this page.
    pub vacancies: &'a [OwnVacancy],
    /// Where the older ones are.
    pub more: Option<&'a str>,
}

crate::html_pages!(EmployerHomePage);

impl EmployerHomePage<'_> {
    /// What the organisation's state means for its vacancies, and the note's tone.
    fn notice(&self) -> Option<(&'static str, &'static str)> {
        let t = self.chrome.t;
        match self.state {
            OrganisationState::Verified => None,
            OrganisationState::Pending => Some(("", t.get("employer-home-pending"))),
            OrganisationState::Refused => Some((" note--warn", t.get("employer-home-refused"))),
            OrganisationState::Suspended => Some((" note--bad", t.get("employer-home-suspended"))),
        }
    }

    fn count(&self, n: &u32) -> String {
        format::number((*n).into(), self.chrome.locale)
    }
}
