//! The promise of the centre: how it is kept month by month, and each case of an employer.

use crate::format;
use crate::mail::reason_sentence;
use crate::{Chrome, Texts};
use askama::Template;
use chrono::{Datelike, NaiveDate};
use sanviec_domain::ids::VacancyId;
use sanviec_domain::moderation::{CaseKind, Outcome, Reason};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;

/// A month of decisions.
#[derive(Clone, Debug)]
pub struct MonthRow {
    /// Its first day.
    pub month: NaiveDate,
    /// How many decisions.
    pub decided: u64,
    /// How many by the time that was promised.
    pub in_time: u64,
    /// Approved, sent back, refused.
    pub outcomes: [u64; 3],
}

/// `/cam-ket-duyet`: for everybody.
#[derive(Template)]
#[template(path = "public/promise.html")]
pub struct PromisePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The last twelve months, this one first.
    pub months: &'a [MonthRow],
}

/// A case of one's own.
#[derive(Clone, Debug)]
pub struct OwnCaseRow {
    /// What it is about.
    pub kind: CaseKind,
    /// The vacancy's title; empty for the organisation.
    pub title: String,
    /// The vacancy.
    pub vacancy: Option<VacancyId>,
    /// When it was sent.
    pub sent: Instant,
    /// By when an answer is promised.
    pub due: Instant,
    /// When it was decided, and how.
    pub decided: Option<(Instant, Outcome)>,
    /// Why.
    pub reasons: Vec<Reason>,
    /// What the officer wrote besides.
    pub message: String,
}

/// `/ntd/duyet`: an employer's own cases.
#[derive(Template)]
#[template(path = "employer/cases.html")]
pub struct OwnCasesPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The cases, newest first.
    pub cases: &'a [OwnCaseRow],
}

crate::html_pages!(PromisePage, OwnCasesPage);

/// "96 %"; a dash where there was nothing.
pub(crate) fn share(part: u64, all: u64) -> String {
    (part * 100).checked_div(all).map_or_else(|| "–".to_owned(), |percent| format!("{percent}\u{a0}%"))
}

impl PromisePage<'_> {
    fn month(&self, row: &MonthRow) -> String {
        self.chrome
            .t
            .with("promise-month", &[("month", row.month.month().into()), ("year", row.month.year().to_string().into())])
    }

    #[expect(clippy::unused_self, reason = "the template calls it on the page")]
    fn kept(&self, row: &MonthRow) -> String {
        share(row.in_time, row.decided)
    }

    /// All months together: decisions, and the share in time.
    fn total(&self) -> (u64, String) {
        let (decided, in_time) = self.months.iter().fold((0, 0), |(decided, in_time), row| (decided + row.decided, in_time + row.in_time));
        (decided, share(in_time, decided))
    }
}

impl OwnCasesPage<'_> {
    fn title(&self, case: &OwnCaseRow) -> String {
        if case.title.is_empty() {
            case.kind.label(self.chrome.locale).to_owned()
        } else {
            case.title.clone()
        }
    }

    fn moment(&self, at: &Instant) -> String {
        format::moment(*at, self.chrome.locale)
    }

    /// Whether the answer came, or can still come, by the time that was promised.
    fn clock(&self, case: &OwnCaseRow) -> (&'static str, &'static str) {
        let t: &'static Texts = self.chrome.t;
        match case.decided {
            Some((at, _)) if at <= case.due => ("good", t.get("own-case-in-time")),
            Some(_) => ("warn", t.get("own-case-late")),
            None => ("", t.get("own-case-waits")),
        }
    }

    fn sentence(&self, reason: &Reason) -> &'static str {
        reason_sentence(*reason, self.chrome.locale)
    }
}
