//! An employer's own systems: their keys, and whom to tell what happens.

use crate::{Chrome, FormState};
use askama::Template;
use sanviec_domain::ids::{ApiKeyId, WebhookId};
use sanviec_domain::program::{DeliveryState, KeyMode, KeyScope};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;

/// A key.
#[derive(Clone, Debug)]
pub struct KeyRow {
    /// Its id.
    pub id: ApiKeyId,
    /// What its owner calls it.
    pub name: String,
    /// Its beginning.
    pub prefix: String,
    /// What it opens.
    pub scope: KeyScope,
    /// Where what is done with it counts.
    pub mode: KeyMode,
    /// When it was made.
    pub created: Instant,
    /// When it was last used.
    pub used: Option<Instant>,
}

/// An address that is told.
#[derive(Clone, Debug)]
pub struct WebhookRow {
    /// Its id.
    pub id: WebhookId,
    /// Where to.
    pub url: String,
    /// The latest tellings.
    pub deliveries: Vec<DeliveryRow>,
}

/// A telling.
#[derive(Clone, Debug)]
pub struct DeliveryRow {
    /// Of what.
    pub event: String,
    /// How it stands.
    pub state: DeliveryState,
    /// How often it was tried.
    pub attempts: u32,
    /// What was answered last.
    pub answer: String,
    /// When it happened.
    pub at: Instant,
}

/// `/ntd/ket-noi`: posts `ten`, `quyen` and `loai` to itself, an address `dia-chi` to `/ntd/ket-noi/dia-chi`.
#[derive(Template)]
#[template(path = "employer/program.html")]
pub struct ProgramPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// What was typed, and what is wrong with it.
    pub form: &'a FormState,
    /// A key that was made just now: it is shown once.
    pub key: Option<&'a str>,
    /// What is signed with at an address that was entered just now: it is shown once.
    pub signing: Option<&'a str>,
    /// The keys.
    pub keys: &'a [KeyRow],
    /// The addresses.
    pub webhooks: &'a [WebhookRow],
    /// Where the site is reached.
    pub base_url: &'a str,
}

crate::html_pages!(ProgramPage);

impl ProgramPage<'_> {
    fn words<V: Vocabulary>(&self) -> Vec<(&'static str, &'static str)> {
        V::ALL.iter().map(|word| (word.key(), word.label(self.chrome.locale))).collect()
    }

    fn scopes(&self) -> Vec<(&'static str, &'static str)> {
        self.words::<KeyScope>()
    }

    fn modes(&self) -> Vec<(&'static str, &'static str)> {
        self.words::<KeyMode>()
    }

    fn label<V: Vocabulary>(&self, word: &V) -> &'static str {
        word.label(self.chrome.locale)
    }
}
