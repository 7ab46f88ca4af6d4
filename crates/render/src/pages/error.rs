//! What a person reads when something did not work.

use crate::Chrome;
use askama::Template;

/// An error page: 403, 404, 410, 422, 429, 500 or 503; any other 4xx reads as 422, the rest as 500.
#[derive(Template)]
#[template(path = "public/error.html")]
pub struct ErrorPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The HTTP status.
    pub status: u16,
    /// Seconds until it is worth trying again (429).
    pub retry_after: Option<u32>,
    /// The request's id, for whoever asks the centre about it.
    pub reference: Option<&'a str>,
}

crate::html_pages!(ErrorPage);

impl ErrorPage<'_> {
    fn title(&self) -> &'static str {
        let t = self.chrome.t;
        match self.status {
            403 => t.get("error-403-title"),
            404 => t.get("error-404-title"),
            410 => t.get("error-410-title"),
            429 => t.get("error-429-title"),
            400..=499 => t.get("error-422-title"),
            503 => t.get("error-503-title"),
            _ => t.get("error-500-title"),
        }
    }

    fn body(&self) -> &'static str {
        let t = self.chrome.t;
        match self.status {
            403 => t.get("error-403-body"),
            404 => t.get("error-404-body"),
            410 => t.get("error-410-body"),
            429 => t.get("error-429-body"),
            400..=499 => t.get("error-422-body"),
            503 => t.get("error-503-body"),
            _ => t.get("error-500-body"),
        }
    }

    fn when(&self) -> Option<String> {
        let t = self.chrome.t;
        self.retry_after.map(|seconds| {
            let when = if seconds > 90 {
                t.count("minutes", seconds.div_ceil(60))
            } else {
                t.count("seconds", seconds.max(1))
            };
            t.fill("error-429-when", "when", when)
        })
    }
}
