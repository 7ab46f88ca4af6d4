//! The promise and how it is kept: for everybody month by month, for an employer case by case.

use crate::Exchange;
use crate::error::{ExchangeError, Result};
use chrono::{Datelike, Months, NaiveDate};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::VacancyId;
use sanviec_domain::moderation::{CaseKind, Outcome};
use sanviec_domain::time::{Instant, vietnam_midnight};
use sanviec_store::cases::{CaseRecord, Decided};
use std::collections::BTreeMap;

/// How many months are told.
const MONTHS: u32 = 12;
/// How many of its own cases an employer is shown.
const OWN: u64 = 100;

/// A month of decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthKept {
    /// Its first day.
    pub month: NaiveDate,
    /// Decisions by outcome.
    pub decided: BTreeMap<Outcome, Decided>,
}

impl MonthKept {
    /// How many decisions.
    pub fn count(&self) -> u64 {
        self.decided.values().map(|decided| decided.count).sum()
    }

    /// How many of them by the time that was promised.
    pub fn in_time(&self) -> u64 {
        self.decided.values().map(|decided| decided.in_time).sum()
    }

    /// How many of an outcome.
    pub fn of(&self, outcome: Outcome) -> u64 {
        self.decided.get(&outcome).map_or(0, |decided| decided.count)
    }
}

/// The last twelve months since the first decision, this one first.
pub async fn by_month(exchange: &Exchange) -> Result<Vec<MonthKept>> {
    let this = exchange.clock.today().with_day(1).unwrap_or_default();
    let months: Vec<NaiveDate> = (0..MONTHS).filter_map(|back| this.checked_sub_months(Months::new(back))).collect();
    let begins: Vec<Instant> = months.iter().map(|month| vietnam_midnight(*month)).collect();
    let periods = sanviec_store::cases::by_period(exchange.store.reader(), &begins).await?;
    let mut kept: Vec<MonthKept> = months.into_iter().zip(periods).map(|(month, decided)| MonthKept { month, decided }).collect();
    // Before the site there was nothing to keep.
    while kept.len() > 1 && kept.last().is_some_and(|month| month.count() == 0) {
        kept.pop();
    }
    Ok(kept)
}

/// A case as its sender sees it.
pub struct OwnCase {
    /// The case.
    pub case: CaseRecord,
    /// What it is about, in the sender's words; empty for the organisation itself.
    pub title: String,
    /// The vacancy, where it is about one.
    pub vacancy: Option<VacancyId>,
}

/// The latest cases about the actor's own employer and its vacancies, newest first. Reports of abuse are
/// left out: who reports is told nothing of, and what is asked of the employer is told in the decision.
pub async fn own(exchange: &Exchange, actor: &Actor) -> Result<Vec<OwnCase>> {
    allows(actor, Action::ReadOwnVacancies)?;
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    let conn = exchange.store.reader();
    let cases = sanviec_store::cases::of_organisation(conn, organisation, OWN).await?;
    let titles = super::queue::titles(conn, &cases).await?;
    let own = cases.into_iter().filter(|case| case.kind != CaseKind::Report).map(|case| {
        let (title, vacancy) = titles.get(&case.subject).cloned().unzip();
        OwnCase {
            title: title.unwrap_or_default(),
            vacancy,
            case,
        }
    });
    Ok(own.collect())
}
