//! What would have to be otherwise: the one change of a side that brings it the most people. Each is found by
//! computing the scores anew with the change made, never by rule of thumb.

use super::{Between, Score, Supply, Weights, score};
use crate::demand::{DemandContent, DemandOffer};

/// Months by which a need or a cohort may be moved in a proposal.
const MONTHS: [i32; 6] = [1, 2, 3, 4, 5, 6];

/// What a business could change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BusinessChange {
    /// Wait so many months longer.
    Later(i32),
    /// Take people so many months sooner.
    Sooner(i32),
    /// Bring this along, too.
    Offer(DemandOffer),
}

/// What a college could change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CollegeChange {
    /// Let the class graduate so many months sooner.
    Sooner(i32),
    /// Let it graduate so many months later.
    Later(i32),
    /// Teach for this occupation, too.
    Occupation(String),
}

/// A change and what it would bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counterfactual<C> {
    /// The change.
    pub change: C,
    /// People of fitting counterparts as things are.
    pub now: u32,
    /// With the change.
    pub then: u32,
}

impl<C> Counterfactual<C> {
    /// How many it would add.
    pub fn adds(&self) -> u32 {
        self.then - self.now
    }
}

impl BusinessChange {
    /// The need with this change.
    #[must_use]
    pub fn applied(&self, need: &DemandContent) -> DemandContent {
        let mut next = need.clone();
        match self {
            Self::Later(months) => next.until = next.until.plus(*months),
            Self::Sooner(months) => next.from = next.from.plus(-months),
            Self::Offer(offer) => next.offers.push(*offer),
        }
        next
    }
}

impl CollegeChange {
    /// The cohort with this change.
    #[must_use]
    pub fn applied(&self, supply: &Supply) -> Supply {
        let mut next = supply.clone();
        match self {
            Self::Sooner(months) => next.graduates = next.graduates.plus(-months),
            Self::Later(months) => next.graduates = next.graduates.plus(*months),
            Self::Occupation(code) => next.occupations.push(code.clone()),
        }
        next
    }
}

fn fits(score: Option<Score>) -> bool {
    score.is_some_and(|score| score.fits())
}

/// Graduates of fitting cohorts.
pub fn graduates_for(need: &DemandContent, cohorts: &[(Supply, Between)], weights: &Weights) -> u32 {
    cohorts
        .iter()
        .filter(|(supply, between)| fits(score(need, supply, between, weights)))
        .map(|(supply, _)| supply.unplaced)
        .sum()
}

/// Seats of fitting needs.
pub fn seats_for(supply: &Supply, needs: &[(DemandContent, Between)], weights: &Weights) -> u32 {
    needs
        .iter()
        .filter(|(need, between)| fits(score(need, supply, between, weights)))
        .map(|(need, _)| need.headcount)
        .sum()
}

/// Of several changes the one that adds the most; of equal ones the first, so the smallest.
fn best<C>(now: u32, changes: impl Iterator<Item = C>, then: impl Fn(&C) -> u32) -> Option<Counterfactual<C>> {
    let mut best: Option<Counterfactual<C>> = None;
    for change in changes {
        let then = then(&change);
        if then > best.as_ref().map_or(now, |best| best.then) {
            best = Some(Counterfactual { change, now, then });
        }
    }
    best
}

/// The change of a need that would bring it the most graduates.
pub fn for_business(need: &DemandContent, cohorts: &[(Supply, Between)], weights: &Weights) -> Option<Counterfactual<BusinessChange>> {
    let offers = [DemandOffer::Internship, DemandOffer::Housing, DemandOffer::Tuition];
    let missing = offers.into_iter().filter(|offer| !need.offers.contains(offer)).map(BusinessChange::Offer);
    let changes = missing.chain(MONTHS.map(BusinessChange::Later)).chain(MONTHS.map(BusinessChange::Sooner));
    best(graduates_for(need, cohorts, weights), changes, |change| {
        graduates_for(&change.applied(need), cohorts, weights)
    })
}

/// The change of a cohort that would open it the most seats. `needs` are those within reach, of any occupation.
pub fn for_college(supply: &Supply, needs: &[(DemandContent, Between)], weights: &Weights) -> Option<Counterfactual<CollegeChange>> {
    let mut others: Vec<String> = needs
        .iter()
        .map(|(need, _)| need.occupation.clone())
        .filter(|code| !supply.occupations.contains(code))
        .collect();
    others.sort_unstable();
    others.dedup();
    // Only what is near to what it teaches already: the same first two digits.
    others.retain(|code| supply.occupations.iter().any(|known| super::common_digits(code, known) >= 2));
    let changes = MONTHS
        .map(CollegeChange::Sooner)
        .into_iter()
        .chain(MONTHS.map(CollegeChange::Later))
        .chain(others.into_iter().map(CollegeChange::Occupation));
    best(seats_for(supply, needs, weights), changes, |change| seats_for(&change.applied(supply), needs, weights))
}
