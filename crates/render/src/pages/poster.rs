//! A vacancy as an A4 poster with a QR code, for a board or a factory gate.

use crate::Chrome;
use crate::pages::VacancyView;
use askama::Template;
use qrcode::QrCode;
use qrcode::render::svg;

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

/// A QR code as SVG, black on white whatever the theme; empty where the text is too long for one.
pub fn qr_svg(text: &str) -> String {
    let Ok(code) = QrCode::new(text.as_bytes()) else { return String::new() };
    let drawn = code
        .render::<svg::Color>()
        .quiet_zone(true)
        .min_dimensions(200, 200)
        .dark_color(svg::Color("#000"))
        .light_color(svg::Color("#fff"))
        .build();
    // What stands before the element is for a file of its own, not for a part of a page.
    drawn
        .find("<svg")
        .map_or(String::new(), |start| drawn[start..].replacen("<svg", "<svg aria-hidden=\"true\"", 1))
}
