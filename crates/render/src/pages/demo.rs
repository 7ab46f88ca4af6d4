//! Pages of the demo alone.

use crate::Chrome;
use crate::pages::Pager;
use askama::Template;
use sanviec_domain::time::Instant;

/// A message that the demo "sent".
#[derive(Clone, Debug)]
pub struct DemoMessage {
    /// Who it went to: a number or an address.
    pub recipient: String,
    /// "SMS", "Zalo", "E-mail".
    pub channel: String,
    /// The subject of an e-mail.
    pub subject: Option<String>,
    /// The text.
    pub text: String,
    /// When.
    pub at: Instant,
}

/// The box of sent messages, where a tester finds the one-time code.
#[derive(Template)]
#[template(path = "demo/mailbox.html")]
pub struct DemoMailboxPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The messages, the newest first.
    pub messages: &'a [DemoMessage],
    /// The pages.
    pub pager: &'a Pager,
}

crate::html_pages!(DemoMailboxPage);

/// How much the demo holds.
#[derive(Clone, Copy, Debug)]
pub struct DemoFigures {
    /// Employers.
    pub employers: u64,
    /// Vacancies.
    pub vacancies: u64,
    /// Seekers.
    pub seekers: u64,
    /// Colleges.
    pub colleges: u64,
}

/// What the demo is and what to try.
#[derive(Template)]
#[template(path = "demo/about.html")]
pub struct DemoPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// How much it holds.
    pub figures: DemoFigures,
}

crate::html_pages!(DemoPage);

impl DemoPage<'_> {
    fn figures_text(&self) -> String {
        let figures = self.figures;
        self.chrome.t.with(
            "demo-about-figures",
            &[
                ("employers", figures.employers.into()),
                ("vacancies", figures.vacancies.into()),
                ("seekers", figures.seekers.into()),
                ("colleges", figures.colleges.into()),
            ],
        )
    }
}
