//! The languages of the screens.

use serde::{Deserialize, Serialize};

/// A language a person can read the product in. Vietnamese is complete, English for the public part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Locale {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Locale {
    /// Every language there is.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The language tag for `lang` attributes and message rows: `vi`, `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language of a tag, or `None` for one we don't speak.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.tag() == tag)
    }
}
