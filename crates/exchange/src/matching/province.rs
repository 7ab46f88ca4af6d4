//! The whole province at once: cohorts to needs as a minimum-cost flow, so that nobody is counted for two needs.
//! What is signed is fixed; small businesses and small colleges have a floor; what is left over are the gaps.
//! Nothing is decided here: it proposes, people decide.

use super::{SeenCohort, between, cohorts_between, weights};
use crate::agreements::promises::{self, Kept};
use crate::demands::{self, SeenDemand};
use crate::error::{ExchangeError, Result};
use crate::{Exchange, training};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::agreement::AgreementState;
use sanviec_domain::ids::{CohortId, OrganisationId, ProgrammeId};
use sanviec_domain::matching::allocation::{Allocation, Demand, Organisation, Pair, Problem, Supply, Weights as Bonuses};
use sanviec_domain::matching::score;
use sanviec_domain::month::Month;
use sanviec_domain::partnership::PartnershipState;
use sanviec_domain::training::Cohort;
use sanviec_domain::vocabulary::Workforce;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Months ahead that are looked at.
const AHEAD: i32 = 36;
/// Partnerships looked at for what is signed.
const SIGNED: u64 = 5_000;

/// What the allocation rewards besides fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fairness {
    /// People for whom a small business or a small college is preferred.
    pub floor: u32,
    /// How much, in hundredths of a perfect fit, a person.
    pub exposure: u32,
    /// How much a person counts more up to the class that a need asks for at least, in hundredths.
    pub minimum: u32,
    /// Up to how many people without work a college is small.
    pub small_college: u32,
}

impl Default for Fairness {
    fn default() -> Self {
        Self {
            floor: 10,
            exposure: 15,
            minimum: 10,
            small_college: 100,
        }
    }
}

/// A class that isn't there: what if?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Of which programme.
    pub programme: ProgrammeId,
    /// How many graduate.
    pub graduates: u32,
    /// When.
    pub month: Month,
}

/// A need with what it is given.
#[derive(Clone, Debug)]
pub struct NeedOutlook {
    /// The need and whose it is.
    pub need: SeenDemand,
    /// How many it is given.
    pub given: u32,
    /// Whom it is given most of.
    pub best: Option<SeenCohort>,
}

/// People of an occupation, at a place, from a month on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    /// VSCO code.
    pub occupation: String,
    /// Where.
    pub place: String,
    /// From when.
    pub month: Month,
    /// How many are missing.
    pub missing: u32,
}

/// An occupation over the province.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OccupationOutlook {
    /// VSCO code.
    pub occupation: String,
    /// How many are needed.
    pub needed: u32,
    /// How many are given.
    pub given: u32,
    /// How scarce its graduates are, 0 to 100: the mean dual price of those that fit its needs, 100 where there is
    /// none.
    pub shortage: u32,
}

/// How the province looks.
#[derive(Clone, Debug)]
pub struct Outlook {
    /// The needs, the widest gap first.
    pub needs: Vec<NeedOutlook>,
    /// Occupation by occupation, the scarcest first.
    pub occupations: Vec<OccupationOutlook>,
    /// What is missing: occupation × place × month, the most first.
    pub gaps: Vec<Gap>,
    /// Graduates who are given no place.
    pub unplaced: u64,
}

impl Outlook {
    /// How many are needed in all.
    pub fn needed(&self) -> u64 {
        self.needs.iter().map(|one| u64::from(one.need.demand.content.headcount)).sum()
    }

    /// How many are given in all.
    pub fn given(&self) -> u64 {
        self.needs.iter().map(|one| u64::from(one.given)).sum()
    }
}

/// What the allocation is made from.
struct Market {
    needs: Vec<SeenDemand>,
    cohorts: Vec<SeenCohort>,
    /// People fixed by what is signed: cohort, need, people.
    signed: Vec<(usize, usize, u32)>,
    /// What everybody has promised and kept.
    kept: Kept,
}

/// How the province looks, and how it would with one class more.
pub async fn outlook(exchange: &Exchange, actor: &Actor, scenario: Option<&Scenario>) -> Result<(Outlook, Option<Outlook>)> {
    allows(actor, Action::Broker)?;
    let this = Month::of(exchange.clock.today());
    let mut market = Market {
        needs: demands::seen(exchange, actor).await?,
        cohorts: cohorts_between(exchange, this.plus(-12), this.plus(AHEAD)).await?,
        signed: Vec::new(),
        kept: promises::all(exchange).await?,
    };
    market.signed = signed(exchange, &market).await?;
    let now = allocate(exchange, &market)?;
    let Some(scenario) = scenario else { return Ok((now, None)) };
    let (programme, _) = training::public::one(exchange, scenario.programme).await?;
    market.cohorts.push(SeenCohort {
        cohort: Cohort {
            id: CohortId(uuid::Uuid::nil()),
            programme: programme.id,
            name: "?".to_owned(),
            starts: scenario.month,
            graduates: scenario.month,
            enrolled: scenario.graduates,
            unplaced: scenario.graduates,
        },
        programme,
    });
    let then = allocate(exchange, &market)?;
    Ok((now, Some(then)))
}

/// What is signed: lines of a programme whose class and need are among those that are looked at.
async fn signed(exchange: &Exchange, market: &Market) -> Result<Vec<(usize, usize, u32)>> {
    let conn = exchange.store.reader();
    let states = [PartnershipState::Signed, PartnershipState::Active];
    let mut fixed = Vec::new();
    for partnership in sanviec_store::partnerships::in_states(conn, &states, SIGNED).await? {
        let Some(need) = market.needs.iter().position(|need| Some(need.demand.id) == partnership.demand) else {
            continue;
        };
        let agreements = sanviec_store::agreements::of(conn, partnership.id).await?;
        let Some(agreement) = agreements.into_iter().find(|one| one.state == AgreementState::Signed) else {
            continue;
        };
        let Some(version) = sanviec_store::agreements::version(conn, agreement.id, agreement.current).await? else {
            continue;
        };
        for line in version.content.lines {
            let of_it = market.cohorts.iter().enumerate().filter(|(_, seen)| Some(seen.cohort.programme) == line.programme);
            let nearest = of_it.min_by_key(|(_, seen)| (seen.cohort.graduates.since(line.intake).abs(), seen.cohort.id));
            if let Some((cohort, seen)) = nearest {
                let most = seen.cohort.unplaced.min(market.needs[need].demand.content.headcount);
                fixed.push((cohort, need, line.people.min(most)));
            }
        }
    }
    Ok(fixed)
}

/// The place of an organisation in a list that grows as they are met.
fn place_of(known: &mut Vec<OrganisationId>, id: OrganisationId) -> usize {
    known.iter().position(|other| *other == id).unwrap_or_else(|| {
        known.push(id);
        known.len() - 1
    })
}

fn is_small(workforce: Option<Workforce>) -> bool {
    matches!(workforce, Some(Workforce::Under10 | Workforce::To50 | Workforce::To100))
}

fn problem(exchange: &Exchange, market: &Market) -> Problem {
    let (weights, fairness) = (weights(exchange), exchange.settings.fairness);
    let (mut colleges, mut employers) = (Vec::new(), Vec::new());
    let cohorts: Vec<Supply> = market
        .cohorts
        .iter()
        .map(|seen| Supply {
            graduates: seen.cohort.unplaced,
            college: place_of(&mut colleges, seen.programme.college.id),
        })
        .collect();
    let needs: Vec<Demand> = market
        .needs
        .iter()
        .map(|need| Demand {
            headcount: need.demand.content.headcount,
            minimum: need.demand.content.minimum,
            employer: place_of(&mut employers, need.business.id),
        })
        .collect();
    let supplies: Vec<_> = market.cohorts.iter().map(SeenCohort::supply).collect();
    let mut pairs = Vec::new();
    for (n, need) in market.needs.iter().enumerate() {
        for (c, seen) in market.cohorts.iter().enumerate() {
            let between = between(exchange, (need.business.id, &need.demand.content), &seen.programme, &market.kept);
            let fit = score(&need.demand.content, &supplies[c], &between, &weights);
            let signed = market.signed.iter().filter(|(cohort, of, _)| (*cohort, *of) == (c, n)).map(|(_, _, people)| people).sum();
            match fit {
                Some(fit) if fit.fits() || signed > 0 => pairs.push(Pair {
                    cohort: c,
                    need: n,
                    score: fit.total,
                    limit: u32::MAX,
                    signed,
                }),
                _ => {}
            }
        }
    }
    let small = |id: &OrganisationId| {
        let business = market.needs.iter().find(|need| need.business.id == *id);
        business.is_some_and(|need| is_small(need.business.profile.workforce))
    };
    let leaving = |college: usize| cohorts.iter().filter(|cohort| cohort.college == college).map(|cohort| cohort.graduates).sum::<u32>();
    let floor = |is_small: bool| Organisation {
        floor: if is_small { fairness.floor } else { 0 },
    };
    Problem {
        colleges: (0..colleges.len()).map(|college| floor(leaving(college) <= fairness.small_college)).collect(),
        employers: employers.iter().map(|id| floor(small(id))).collect(),
        weights: Bonuses {
            minimum_bonus: fairness.minimum * 10_000,
            exposure_bonus: fairness.exposure * 10_000,
        },
        cohorts,
        needs,
        pairs,
    }
}

fn allocate(exchange: &Exchange, market: &Market) -> Result<Outlook> {
    let problem = problem(exchange, market);
    let found = problem.allocate().map_err(|error| ExchangeError::Internal(error.to_string()))?;
    let mut needs: Vec<NeedOutlook> = market
        .needs
        .iter()
        .enumerate()
        .map(|(n, need)| {
            let flows = problem.pairs.iter().zip(&found.flows).filter(|(pair, people)| pair.need == n && **people > 0);
            let best = flows.max_by_key(|(pair, people)| (**people, std::cmp::Reverse(pair.cohort)));
            NeedOutlook {
                need: need.clone(),
                given: need.demand.content.headcount - found.unmet[n].min(need.demand.content.headcount),
                best: best.map(|(pair, _)| market.cohorts[pair.cohort].clone()),
            }
        })
        .collect();
    let (occupations, gaps) = (occupations(market, &problem, &found), gaps(exchange, market, &found));
    needs.sort_by_key(|one| (std::cmp::Reverse(one.need.demand.content.headcount - one.given), one.need.demand.id));
    Ok(Outlook {
        needs,
        occupations,
        gaps,
        unplaced: found.unplaced.iter().map(|people| u64::from(*people)).sum(),
    })
}

fn occupations(market: &Market, problem: &Problem, found: &Allocation) -> Vec<OccupationOutlook> {
    let mut all: BTreeMap<&str, (u32, u32, Vec<usize>)> = BTreeMap::new();
    for (n, need) in market.needs.iter().enumerate() {
        let content = &need.demand.content;
        let entry = all.entry(&content.occupation).or_default();
        entry.0 += content.headcount;
        entry.1 += content.headcount - found.unmet[n].min(content.headcount);
        entry.2.extend(problem.pairs.iter().filter(|pair| pair.need == n).map(|pair| pair.cohort));
    }
    let mut rows: Vec<OccupationOutlook> = all
        .into_iter()
        .map(|(occupation, (needed, given, mut cohorts))| {
            cohorts.sort_unstable();
            cohorts.dedup();
            let shortage = if cohorts.is_empty() {
                100
            } else {
                let sum: i64 = cohorts.iter().map(|cohort| found.graduate_price[*cohort]).sum();
                (sum / cohorts.len() as i64 / 10_000).clamp(0, 100) as u32
            };
            OccupationOutlook {
                occupation: occupation.to_owned(),
                needed,
                given,
                shortage,
            }
        })
        .collect();
    rows.sort_by_key(|row| (std::cmp::Reverse(row.shortage), std::cmp::Reverse(row.needed - row.given), row.occupation.clone()));
    rows
}

fn gaps(exchange: &Exchange, market: &Market, found: &Allocation) -> Vec<Gap> {
    let mut all: BTreeMap<(String, String, Month), u32> = BTreeMap::new();
    for (need, missing) in market.needs.iter().zip(&found.unmet).filter(|(_, missing)| **missing > 0) {
        let content = &need.demand.content;
        let place = exchange.reference.place_short(&content.place);
        *all.entry((content.occupation.clone(), place, content.from)).or_default() += missing;
    }
    let mut gaps: Vec<Gap> = all
        .into_iter()
        .map(|((occupation, place, month), missing)| Gap {
            occupation,
            place,
            month,
            missing,
        })
        .collect();
    gaps.sort_by_key(|gap| std::cmp::Reverse(gap.missing));
    gaps
}
