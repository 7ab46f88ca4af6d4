//! The manager's desk: what waits, how the promise is kept, who decides what and why, where colleagues
//! disagree, and which rules are right.

use super::queue::{holds, name_of};
use crate::Exchange;
use crate::error::Result;
use chrono::Days;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::PersonId;
use sanviec_domain::moderation::check::RuleCode;
use sanviec_domain::moderation::{CaseKind, Outcome, Reason};
use sanviec_domain::time::{Instant, vietnam_midnight};
use sanviec_store::Entity;
use sanviec_store::cases::{CaseRecord, Only};
use std::collections::{BTreeMap, BTreeSet};

/// How many days of decisions are counted.
pub const DAYS: u64 = 90;
/// Cases read at a time.
const CHUNK: u64 = 1_000;

/// What waits of a kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Load {
    /// How many are open.
    pub open: u64,
    /// How many of them somebody holds.
    pub held: u64,
    /// How many are past the time that was promised.
    pub overdue: u64,
    /// When the first is or was due.
    pub first_due: Option<Instant>,
}

/// What an officer decided.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficerFigures {
    /// By name.
    pub name: String,
    /// Decisions by outcome.
    pub outcomes: BTreeMap<Outcome, u64>,
    /// How many by the time that was promised.
    pub in_time: u64,
    /// The reasons given.
    pub reasons: BTreeMap<Reason, u64>,
    /// How many of the officer's refusals were appealed and decided by a colleague.
    pub appealed: u64,
    /// How many of those the colleague decided the other way.
    pub overturned: u64,
}

impl OfficerFigures {
    /// How many decisions.
    pub fn count(&self) -> u64 {
        self.outcomes.values().sum()
    }
}

/// How often a rule spoke, and what officers made of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleFigures {
    /// Decided cases in which it found something.
    pub hits: u64,
    /// Those that were not approved for the reason the rule stands for.
    pub followed: u64,
    /// Those that were approved all the same.
    pub overturned: u64,
}

/// The desk.
pub struct Desk {
    /// What waits, by kind.
    pub load: BTreeMap<CaseKind, Load>,
    /// Who decided, most decisions first.
    pub officers: Vec<OfficerFigures>,
    /// The rules that spoke.
    pub rules: BTreeMap<RuleCode, RuleFigures>,
}

/// What the desk shows: what waits now, and the decisions of the last [`DAYS`] days.
pub async fn desk(exchange: &Exchange, actor: &Actor) -> Result<Desk> {
    allows(actor, Action::Supervise)?;
    let since = exchange.clock.today().checked_sub_days(Days::new(DAYS)).map_or(Instant::MIN_UTC, vietnam_midnight);
    let mut counted = Counted::default();
    let (mut appeals, mut after) = (Vec::new(), None);
    loop {
        let cases = sanviec_store::cases::decided_since(exchange.store.reader(), since, after, CHUNK).await?;
        let Some(last) = cases.last() else { break };
        after = last.decided_at.map(|at| (at, last.id));
        for case in cases {
            counted.add(&case);
            if case.kind == CaseKind::Appeal && case.entity == Entity::Vacancy {
                appeals.push(case);
            }
        }
    }
    counted.appeals(exchange, &appeals).await?;
    let mut officers = Vec::with_capacity(counted.officers.len());
    for (person, mut figures) in counted.officers {
        figures.name = name_of(exchange, person).await?.unwrap_or_default();
        officers.push(figures);
    }
    officers.sort_by(|one, other| other.count().cmp(&one.count()).then_with(|| one.name.cmp(&other.name)));
    Ok(Desk {
        load: load(exchange).await?,
        officers,
        rules: counted.rules,
    })
}

async fn load(exchange: &Exchange) -> Result<BTreeMap<CaseKind, Load>> {
    let (mut load, mut after) = (BTreeMap::<CaseKind, Load>::new(), None);
    let now = exchange.now();
    loop {
        let cases = sanviec_store::cases::queue(exchange.store.reader(), None, Only::All, after, CHUNK).await?;
        let Some(last) = cases.last() else { return Ok(load) };
        after = Some((last.due_at, last.id));
        for case in &cases {
            let kind = load.entry(case.kind).or_default();
            kind.open += 1;
            kind.held += u64::from(holds(case, now));
            kind.overdue += u64::from(case.due_at < now);
            kind.first_due = kind.first_due.or(Some(case.due_at));
        }
    }
}

#[derive(Default)]
struct Counted {
    officers: BTreeMap<PersonId, OfficerFigures>,
    rules: BTreeMap<RuleCode, RuleFigures>,
}

impl Counted {
    fn add(&mut self, case: &CaseRecord) {
        // What its sender took back nobody decided.
        let Some((outcome, officer)) = case.outcome.filter(|outcome| *outcome != Outcome::Withdrawn).zip(case.decided_by) else {
            return;
        };
        let figures = self.officers.entry(officer).or_default();
        *figures.outcomes.entry(outcome).or_default() += 1;
        figures.in_time += u64::from(case.decided_at.is_some_and(|at| at <= case.due_at));
        for reason in &case.reasons {
            *figures.reasons.entry(*reason).or_default() += 1;
        }
        let rules: BTreeSet<RuleCode> = case.findings.iter().map(|finding| finding.rule).collect();
        for rule in rules {
            let figures = self.rules.entry(rule).or_default();
            figures.hits += 1;
            figures.overturned += u64::from(outcome == Outcome::Approved);
            figures.followed += u64::from(outcome != Outcome::Approved && case.reasons.contains(&rule.reason()));
        }
    }

    /// Whose refusal each appeal was about: the last one before it.
    async fn appeals(&mut self, exchange: &Exchange, appeals: &[CaseRecord]) -> Result<()> {
        let subjects: Vec<_> = appeals.iter().map(|case| case.subject).collect();
        let earlier = sanviec_store::cases::history_of_many(exchange.store.reader(), Entity::Vacancy, &subjects).await?;
        for appeal in appeals {
            let first = earlier
                .iter()
                .find(|case| case.subject == appeal.subject && case.id < appeal.id && case.outcome == Some(Outcome::Rejected));
            let Some(officer) = first.and_then(|case| case.decided_by) else { continue };
            let figures = self.officers.entry(officer).or_default();
            match appeal.outcome {
                Some(Outcome::Approved) => {
                    figures.appealed += 1;
                    figures.overturned += 1;
                }
                Some(Outcome::Rejected) => figures.appealed += 1,
                _ => {}
            }
        }
        Ok(())
    }
}
