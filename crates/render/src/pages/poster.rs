//! A vacancy as an A4 poster with a QR code, for a board or a factory gate.

use crate::Chrome;
use crate::pages::VacancyView;
use crate::qr::qr_svg;
use askama::Template;

/// The poster.
#[derive(Template)]
#[template(path = "public/poster.html")]
pub struct PosterPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The vacancy.
    pub view: VacancyView<'a>,
    /// The address that the code stands for, whole: `https://…/q/…`, or the vacancy's own.
    pub link: &'a str,
}

crate::html_pages!(PosterPage);

impl PosterPage<'_> {
    fn code(&self) -> String {
        qr_svg(self.link)
    }

    /// The address as a person would type it.
    fn link_shown(&self) -> &str {
        self.link.trim_start_matches("https://").trim_start_matches("http://")
    }
}
