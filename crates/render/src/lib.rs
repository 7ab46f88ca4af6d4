//! Typed pages and texts: what the browser and the mailbox get.
//!
//! A page is a struct whose fields are what it shows; its template lies in `web/templates`, its
//! words in `web/locales`, and both are checked: the template by the compiler, the words by the
//! tests. Nothing here knows the database or the clock: `today` comes in with the page.

pub mod assets;
pub mod calendar;
pub mod card;
pub mod chrome;
pub mod format;
pub mod forms;
pub mod locale;
pub mod mail;
pub mod pages;
pub mod paper;
pub mod pdf;
mod qr;
mod quick;
pub mod samples;
pub mod sheet;
pub mod tones;

pub use chrome::{Area, Chrome, DemoBar, Flash, FlashKind, Site};
pub use forms::{FieldError, FormState};
pub use locale::{Texts, Value};

/// Why a page could not be rendered.
#[derive(Debug, thiserror::Error)]
#[error("the page could not be rendered: {0}")]
pub struct RenderError(#[from] askama::Error);

/// Most pages are between 10 and 40 KB; one allocation serves them.
const PAGE_CAPACITY: usize = 48 * 1024;

/// Renders a template into one string.
pub fn render<T: askama::Template + ?Sized>(page: &T) -> Result<String, RenderError> {
    let mut out = String::with_capacity(PAGE_CAPACITY);
    page.render_into(&mut out)?;
    Ok(out)
}

/// Gives page structs their `render`.
macro_rules! html_pages {
    ($($name:ident),+ $(,)?) => {$(
        impl $name<'_> {
            /// The page as HTML.
            pub fn render(&self) -> Result<String, $crate::RenderError> {
                $crate::render(self)
            }
        }
    )+};
}
pub(crate) use html_pages;
