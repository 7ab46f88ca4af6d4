//! What the `type` of an API's problem leads to.

use crate::locale::Texts;
use crate::{Chrome, locale};
use askama::Template;

/// `/api/v1/problems/{code}`: one problem, explained in both languages, because a `type` is one
/// address.
#[derive(Template)]
#[template(path = "public/problem.html")]
pub struct ProblemPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Its code: `not-found`.
    pub code: &'a str,
    /// The HTTP status it usually comes with.
    pub status: u16,
}

crate::html_pages!(ProblemPage);

impl ProblemPage<'_> {
    fn title(&self) -> String {
        self.said(self.chrome.t, "title")
    }

    fn body(&self) -> String {
        self.said(self.chrome.t, "body")
    }

    fn title_en(&self) -> String {
        self.said(Texts::of(locale::EN), "title")
    }

    fn body_en(&self) -> String {
        self.said(Texts::of(locale::EN), "body")
    }

    fn said(&self, t: &'static Texts, part: &str) -> String {
        t.get(&format!("problem-{}-{part}", self.code)).to_owned()
    }
}
