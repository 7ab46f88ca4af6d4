//! Pages of prose: accessibility, personal data, contact. Each language has its own template,
//! because a text of law is written, not put together from messages.

use super::admin_forms::BranchRow;
use crate::{Chrome, RenderError};
use askama::Template;
use chrono::NaiveDate;
use sanviec_domain::language::Locale;

/// Which text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextKind {
    /// `/tro-nang`.
    Accessibility,
    /// `/quyen-rieng-tu`.
    Privacy,
    /// `/lien-he`.
    Contact,
}

impl TextKind {
    /// Every text.
    pub const ALL: [Self; 3] = [Self::Accessibility, Self::Privacy, Self::Contact];

    /// Its address without the language.
    pub fn path(self) -> &'static str {
        match self {
            Self::Accessibility => "/tro-nang",
            Self::Privacy => "/quyen-rieng-tu",
            Self::Contact => "/lien-he",
        }
    }
}

/// A page of prose.
pub struct TextPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Which text.
    pub kind: TextKind,
    /// The centre's branches, for its contact page.
    pub branches: &'a [BranchRow],
}

/// The day of the present wording; it changes with the text.
pub const WORDING_OF: NaiveDate = NaiveDate::from_ymd_opt(2026, 11, 1).expect("the first of November is a day");

macro_rules! texts {
    ($($name:ident $(with $field:ident: $of:ty)? = $path:literal;)+) => {$(
        #[derive(Template)]
        #[template(path = $path)]
        struct $name<'a> {
            chrome: &'a Chrome<'a>,
            $($field: $of,)?
        }
    )+};
}

texts! {
    AccessibilityVi = "text/accessibility.vi.html";
    AccessibilityEn = "text/accessibility.en.html";
    PrivacyVi = "text/privacy.vi.html";
    PrivacyEn = "text/privacy.en.html";
    ContactVi with branches: &'a [BranchRow] = "text/contact.vi.html";
    ContactEn with branches: &'a [BranchRow] = "text/contact.en.html";
}

impl TextPage<'_> {
    /// The page as HTML.
    pub fn render(&self) -> Result<String, RenderError> {
        let Self { chrome, branches, .. } = *self;
        match (self.kind, chrome.locale) {
            (TextKind::Accessibility, Locale::Vi) => crate::render(&AccessibilityVi { chrome }),
            (TextKind::Accessibility, Locale::En) => crate::render(&AccessibilityEn { chrome }),
            (TextKind::Privacy, Locale::Vi) => crate::render(&PrivacyVi { chrome }),
            (TextKind::Privacy, Locale::En) => crate::render(&PrivacyEn { chrome }),
            (TextKind::Contact, Locale::Vi) => crate::render(&ContactVi { chrome, branches }),
            (TextKind::Contact, Locale::En) => crate::render(&ContactEn { chrome, branches }),
        }
    }
}
