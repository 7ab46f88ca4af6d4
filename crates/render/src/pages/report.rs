//! Reporting a vacancy: a reason with one press, and, for those who like, more afterwards.

use crate::{Chrome, FormState};
use askama::Template;
use sanviec_domain::moderation::ReportReason;
use sanviec_domain::vocabulary::Vocabulary;

/// `/viec-lam/{number}/phan-anh`: each reason is a button that posts to the page itself.
#[derive(Template)]
#[template(path = "public/report.html")]
pub struct ReportPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The vacancy's title.
    pub title: &'a str,
    /// Whose it is.
    pub employer: &'a str,
    /// The vacancy's page.
    pub back: &'a str,
    /// This page.
    pub action: &'a str,
}

/// `/viec-lam/{number}/phan-anh/{report}`: thanks, and a form for more that posts to the page itself.
#[derive(Template)]
#[template(path = "public/reported.html")]
pub struct ReportedPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The vacancy's title.
    pub title: &'a str,
    /// The vacancy's page.
    pub back: &'a str,
    /// This page.
    pub action: &'a str,
    /// Why it was reported.
    pub reason: ReportReason,
    /// Whether more can be added.
    pub takes_more: bool,
    /// Whether something was added.
    pub is_added: bool,
    /// What was typed.
    pub form: &'a FormState,
}

crate::html_pages!(ReportPage, ReportedPage);

impl ReportPage<'_> {
    fn reasons(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        ReportReason::ALL.iter().map(|reason| (reason.key(), reason.label(self.chrome.locale)))
    }
}

impl ReportedPage<'_> {
    fn says(&self) -> String {
        let reason = self.reason.label(self.chrome.locale);
        let hours = self.reason.promise().num_hours();
        self.chrome.t.with("report-thanks-says", &[("reason", reason.into()), ("hours", hours.into())])
    }
}
