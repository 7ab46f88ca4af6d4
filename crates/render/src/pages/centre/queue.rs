//! The queue: what waits, the one closest to breaking the promise first.

use super::{rules, time_left, time_tone};
use crate::{Chrome, format};
use askama::Template;
use sanviec_domain::ids::CaseId;
use sanviec_domain::moderation::{CaseKind, Finding};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;

/// A row of the queue.
#[derive(Clone, Debug)]
pub struct QueueRow<'a> {
    /// The case.
    pub id: CaseId,
    /// What it is about.
    pub kind: CaseKind,
    /// The vacancy's title or the organisation's name.
    pub title: &'a str,
    /// Whose it is.
    pub organisation: &'a str,
    /// When it was sent.
    pub sent: Instant,
    /// Working minutes until the promise is due; negative once it is broken.
    pub minutes_left: i64,
    /// What the rules found.
    pub findings: &'a [Finding],
    /// Who holds it, by name.
    pub holder: Option<&'a str>,
    /// Whether the reader holds it.
    pub is_mine: bool,
}

impl QueueRow<'_> {
    /// The findings' words, each rule once.
    fn flags(&self, chrome: &Chrome) -> Vec<(&'static str, &'static str)> {
        let mut flags: Vec<(&str, &str)> = Vec::new();
        for finding in self.findings {
            let word = finding.rule.label(chrome.locale);
            if !flags.iter().any(|(known, _)| *known == word) {
                flags.push((word, rules::tone(finding.severity)));
            }
        }
        flags
    }
}

/// `/tt/duyet`; a kind is chosen by `?loai=` with a key of [`CaseKind`].
#[derive(Template)]
#[template(path = "centre/queue.html")]
pub struct QueuePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// How many wait, by kind.
    pub counts: &'a [(CaseKind, u64)],
    /// The kind shown; `None` shows all.
    pub kind: Option<CaseKind>,
    /// Whether the reader decides cases.
    pub may_decide: bool,
    /// The cases, the one due first first.
    pub rows: &'a [QueueRow<'a>],
    /// Whether cases that are due before these stand on an earlier page.
    pub is_later: bool,
    /// The next page, where there is one.
    pub next: Option<&'a str>,
}

crate::html_pages!(QueuePage);

impl QueuePage<'_> {
    fn total(&self) -> u64 {
        self.counts.iter().map(|(_, n)| n).sum()
    }

    fn tabs(&self) -> impl Iterator<Item = (&'static str, &'static str, u64, bool)> {
        CaseKind::ALL.iter().map(|kind| {
            let n = self.counts.iter().find(|(known, _)| known == kind).map_or(0, |(_, n)| *n);
            (kind.key(), kind.label(self.chrome.locale), n, self.kind == Some(*kind))
        })
    }

    fn left(&self, row: &QueueRow) -> String {
        time_left(row.minutes_left, self.chrome.t)
    }

    fn tone(&self, row: &QueueRow) -> &'static str {
        time_tone(row.minutes_left)
    }

    fn sent(&self, row: &QueueRow) -> String {
        format::moment(row.sent, self.chrome.locale)
    }

    /// The first page of the kind shown.
    fn start(&self) -> String {
        self.kind.map_or_else(|| "/tt/duyet".to_owned(), |kind| format!("/tt/duyet?loai={}", kind.key()))
    }

    /// The next case to take: the first that nobody else holds.
    fn first(&self) -> Option<CaseId> {
        self.rows.iter().find(|row| row.holder.is_none() || row.is_mine).map(|row| row.id)
    }
}
