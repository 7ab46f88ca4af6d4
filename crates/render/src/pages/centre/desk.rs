//! The manager's desk.

use super::{time_left, time_tone};
use crate::Chrome;
use crate::pages::promise::share;
use askama::Template;
use sanviec_domain::moderation::check::RuleCode;
use sanviec_domain::moderation::{CaseKind, Outcome, Reason};
use sanviec_domain::vocabulary::Vocabulary;

/// What waits of a kind.
#[derive(Clone, Copy, Debug)]
pub struct LoadRow {
    /// The kind.
    pub kind: CaseKind,
    /// How many are open.
    pub open: u64,
    /// How many of them somebody holds.
    pub held: u64,
    /// How many are past the time that was promised.
    pub overdue: u64,
    /// Working minutes until the first is due; negative once it is past.
    pub minutes_left: i64,
}

/// What an officer decided.
#[derive(Clone, Debug)]
pub struct OfficerRow {
    /// By name.
    pub name: String,
    /// All decisions.
    pub decided: u64,
    /// Approved, sent back, refused.
    pub outcomes: [u64; 3],
    /// By the time that was promised.
    pub in_time: u64,
    /// Refusals that were appealed and decided anew.
    pub appealed: u64,
    /// Those decided the other way.
    pub overturned: u64,
    /// How often each reason was given.
    pub reasons: Vec<(Reason, u64)>,
}

/// How often a rule spoke, and what officers made of it.
#[derive(Clone, Copy, Debug)]
pub struct RuleRow {
    /// The rule.
    pub rule: RuleCode,
    /// Decided cases in which it found something.
    pub hits: u64,
    /// Those not approved for its reason.
    pub followed: u64,
    /// Those approved all the same.
    pub overturned: u64,
}

/// How often a reason was given.
struct Given<'a> {
    /// In words.
    reason: &'static str,
    /// By each officer, in their order: name and how often.
    by: Vec<(&'a str, u64)>,
    /// In all.
    all: u64,
}

/// `/tt/ban-quan-ly`.
#[derive(Template)]
#[template(path = "centre/desk.html")]
pub struct DeskPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// How many days of decisions are counted.
    pub days: u64,
    /// What waits.
    pub load: &'a [LoadRow],
    /// Who decided, most decisions first.
    pub officers: &'a [OfficerRow],
    /// The rules that spoke.
    pub rules: &'a [RuleRow],
    /// What came of vacancies within a year: asked about, answered, people hired, of them through the exchange.
    pub results: [u64; 4],
}

crate::html_pages!(DeskPage);

#[expect(clippy::unused_self, reason = "the template calls these on the page")]
impl DeskPage<'_> {
    fn left(&self, row: &LoadRow) -> String {
        time_left(row.minutes_left, self.chrome.t)
    }

    fn tone(&self, row: &LoadRow) -> &'static str {
        time_tone(row.minutes_left)
    }

    fn kept(&self, row: &OfficerRow) -> String {
        share(row.in_time, row.decided)
    }

    fn wrong(&self, row: &RuleRow) -> String {
        share(row.overturned, row.hits)
    }

    /// The words of the outcomes, in their order.
    fn outcomes(&self) -> [&'static str; 3] {
        [Outcome::Approved, Outcome::Returned, Outcome::Rejected].map(|outcome| outcome.label(self.chrome.locale))
    }

    /// The outcomes' words and how often an officer decided so.
    fn outcomes_of(&self, row: &OfficerRow) -> impl Iterator<Item = (&'static str, u64)> {
        self.outcomes().into_iter().zip(row.outcomes)
    }

    /// The reasons that were given.
    fn reasons(&self) -> Vec<Given<'_>> {
        let given = |row: &OfficerRow, reason| row.reasons.iter().find(|(known, _)| *known == reason).map_or(0, |(_, n)| *n);
        let rows = Reason::ALL.iter().map(|reason| {
            let by: Vec<(&str, u64)> = self.officers.iter().map(|row| (row.name.as_str(), given(row, *reason))).collect();
            let all = by.iter().map(|(_, n)| n).sum();
            Given {
                reason: reason.label(self.chrome.locale),
                by,
                all,
            }
        });
        rows.filter(|row| row.all > 0).collect()
    }
}
