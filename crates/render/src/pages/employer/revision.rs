//! The change of a published vacancy, as its employer sees it: what waits, or why it was not approved.

use crate::mail::reason_sentence;
use crate::pages::changes::Change;
use chrono::NaiveDate;
use sanviec_domain::language::Locale;
use sanviec_domain::moderation::Reason;

/// The latest change of a published vacancy, while there is something to know about it.
#[derive(Clone, Debug)]
pub struct RevisionNote<'a> {
    /// Whether it waits for an officer; else it was not approved.
    pub waits: bool,
    /// When it was sent or decided.
    pub on: NaiveDate,
    /// What it changes in the published text.
    pub changes: &'a [Change],
    /// Why it was not approved.
    pub reasons: &'a [Reason],
    /// What the officer wrote besides.
    pub message: &'a str,
}

impl RevisionNote<'_> {
    pub(super) fn sentences(&self, locale: Locale) -> Vec<&'static str> {
        self.reasons.iter().map(|reason| reason_sentence(*reason, locale)).collect()
    }
}
