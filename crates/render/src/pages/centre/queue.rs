//! The queue: what waits, the one closest to breaking the promise first.

use super::{rules, time_left, time_tone};
use crate::{Chrome, format};
use askama::Template;
use sanviec_domain::ids::CaseId;
use sanviec_domain::moderation::case::QueueFilter;
use sanviec_domain::moderation::{CaseKind, Finding, ReportReason};
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
    /// What people reported, and how often.
    pub reports: &'a [(ReportReason, u64)],
    /// Whether an officer asks for a second opinion.
    pub is_passed_on: bool,
    /// Whether it can be dealt with together with others.
    pub is_harmless: bool,
    /// Who holds it, by name.
    pub holder: Option<&'a str>,
    /// Whether the reader holds it.
    pub is_mine: bool,
}

impl QueueRow<'_> {
    /// The findings' words, each rule once; what was reported, the most often first; that it was passed on.
    fn flags(&self, chrome: &Chrome) -> Vec<(String, &'static str)> {
        let mut flags: Vec<(String, &str)> = Vec::new();
        if self.is_passed_on {
            flags.push((chrome.t.get("queue-second-opinion").to_owned(), "info"));
        }
        for (reason, count) in self.reports {
            let word = reason.label(chrome.locale);
            let word = if *count > 1 { format!("{word} × {count}") } else { word.to_owned() };
            flags.push((word, if reason.is_grave() { "bad" } else { "warn" }));
        }
        for finding in self.findings {
            let word = finding.rule.label(chrome.locale);
            if !flags.iter().any(|(known, _)| *known == word) {
                flags.push((word.to_owned(), rules::tone(finding.severity)));
            }
        }
        flags
    }
}

/// The queue's address for a kind and a filter.
pub fn address(kind: Option<CaseKind>, filter: QueueFilter) -> String {
    let pairs = [kind.map(|kind| ("loai", kind.key())), (filter != QueueFilter::All).then(|| ("loc", filter.key()))];
    let query: Vec<String> = pairs.into_iter().flatten().map(|(name, value)| format!("{name}={value}")).collect();
    if query.is_empty() {
        "/tt/duyet".to_owned()
    } else {
        format!("/tt/duyet?{}", query.join("&"))
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
    /// Which of them.
    pub filter: QueueFilter,
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
        address(self.kind, self.filter)
    }

    /// The filters: address, words, whether it is the one in use.
    fn filters(&self) -> impl Iterator<Item = (String, &'static str, bool)> {
        let words = [
            (QueueFilter::All, "queue-risk-all"),
            (QueueFilter::Grave, "queue-risk"),
            (QueueFilter::Mine, "queue-mine-only"),
        ];
        words
            .into_iter()
            .map(|(filter, key)| (address(self.kind, filter), self.chrome.t.get(key), self.filter == filter))
    }

    /// Whether some of the rows can be dealt with together.
    fn is_batch(&self) -> bool {
        self.may_decide && self.kind == Some(CaseKind::Sample) && self.rows.iter().any(|row| row.is_harmless)
    }

    /// The next case to take: the first that nobody else holds.
    fn first(&self) -> Option<CaseId> {
        self.rows.iter().find(|row| row.holder.is_none() || row.is_mine).map(|row| row.id)
    }
}
