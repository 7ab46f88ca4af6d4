//! The allocation of graduating cohorts to workforce needs over the whole province, as one minimum-cost flow.
//!
//! People flow from the source through colleges, cohorts, needs and employers to the sink. Where a bonus is paid for the first people only (the soft minimum
//! of a need, the exposure of a college or an employer), two arcs lie side by side: the first few people on the arc with the bonus, all others on the arc
//! without. The bonus never rises with the number of people, so that the flow fills the better arc first by itself, and the optimum is exact.
//!
//! The formulation is the transportation problem with piecewise linear concave rewards: R. K. Ahuja, T. L. Magnanti and J. B. Orlin, "Network Flows" (1993),
//! sections 1.3 and 14.3.

mod model;
#[cfg(test)]
mod tests;

use std::error::Error;
use std::fmt;

use super::flow::{FlowError, Network};

/// The score of a perfect match, and the unit of scores, bonuses, prices and objectives: millionths.
pub const FULL_SCORE: u32 = 1_000_000;

/// A cohort of graduates of one college.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Supply {
    /// The number of people who graduate.
    pub graduates: u32,
    /// The index of the college in [`Problem::colleges`].
    pub college: usize,
}

/// A workforce need of one employer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demand {
    /// The number of seats.
    pub headcount: u32,
    /// The number of people below which the need is of little use: a bonus is paid for each of the first so many people.
    pub minimum: u32,
    /// The index of the employer in [`Problem::employers`].
    pub employer: usize,
}

/// A cohort and a need that fit together. Several pairs of the same cohort and need are allowed and count each for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The index of the cohort in [`Problem::cohorts`].
    pub cohort: usize,
    /// The index of the need in [`Problem::needs`].
    pub need: usize,
    /// How well they fit, in millionths: from 0 to [`FULL_SCORE`].
    pub score: u32,
    /// The greatest number of people for this pair, those of `signed` among them.
    pub limit: u32,
    /// The number of people already fixed by a signed agreement. It always stands, even above the limit, the graduates, or the headcount.
    pub signed: u32,
}

/// A college or an employer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Organisation {
    /// The number of people, over all its cohorts or needs, for whom the exposure bonus is paid; zero for none.
    pub floor: u32,
}

/// What the bonuses are worth, in millionths for each person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Weights {
    /// For each person of a need up to its minimum.
    pub minimum_bonus: u32,
    /// For each person of a college or an employer up to its floor.
    pub exposure_bonus: u32,
}

/// One allocation to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The cohorts; their order settles ties.
    pub cohorts: Vec<Supply>,
    /// The needs; their order settles ties.
    pub needs: Vec<Demand>,
    /// The cohorts and needs that may be joined; their order settles ties.
    pub pairs: Vec<Pair>,
    /// The colleges of the cohorts.
    pub colleges: Vec<Organisation>,
    /// The employers of the needs.
    pub employers: Vec<Organisation>,
    /// What the bonuses are worth.
    pub weights: Weights,
}

/// The best allocation, and what more graduates or seats would add to it.
///
/// Among equally good allocations, the one given depends only on the values and the order of the lists of the problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Allocation {
    /// The number of people of each pair, the signed ones among them.
    pub flows: Vec<u32>,
    /// The scores and bonuses of all people together, in millionths.
    pub objective: i64,
    /// For each cohort, what one more graduate would add to the objective, exactly, in millionths; never below zero.
    pub graduate_price: Vec<i64>,
    /// For each need, what one more seat would add to the objective, exactly, in millionths; never below zero.
    pub seat_price: Vec<i64>,
    /// For each cohort, the graduates without a place.
    pub unplaced: Vec<u32>,
    /// For each need, the seats left empty.
    pub unmet: Vec<u32>,
    /// The signed agreements that go beyond the numbers they were signed for.
    pub excess: Excess,
}

/// How far the signed agreements exceed the numbers of the problem: zero everywhere in good data. The signed numbers stand all the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Excess {
    /// For each cohort, the people signed beyond its graduates.
    pub cohorts: Vec<u64>,
    /// For each need, the people signed beyond its headcount.
    pub needs: Vec<u64>,
    /// For each pair, the people signed beyond its limit.
    pub pairs: Vec<u32>,
}

impl Excess {
    /// Whether any signed number exceeds what it was signed for.
    #[must_use]
    pub fn any(&self) -> bool {
        self.cohorts.iter().chain(&self.needs).any(|&people| people > 0) || self.pairs.iter().any(|&people| people > 0)
    }
}

/// Why a problem is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum AllocationError {
    /// A cohort names a college that is not in the list.
    UnknownCollege {
        /// The cohort.
        cohort: usize,
        /// The college that it names.
        college: usize,
    },
    /// A need names an employer that is not in the list.
    UnknownEmployer {
        /// The need.
        need: usize,
        /// The employer that it names.
        employer: usize,
    },
    /// A pair names a cohort that is not in the list.
    UnknownCohort {
        /// The pair.
        pair: usize,
        /// The cohort.
        cohort: usize,
    },
    /// A pair names a need that is not in the list.
    UnknownNeed {
        /// The pair.
        pair: usize,
        /// The need.
        need: usize,
    },
    /// A score is above [`FULL_SCORE`].
    ScoreTooLarge {
        /// Which pair.
        pair: usize,
        /// Its score.
        score: u32,
    },
    /// The numbers are too large to be added up in 63 bits.
    TooLarge(FlowError),
}

impl fmt::Display for AllocationError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownCollege { cohort, college } => write!(formatter, "cohort {cohort} names the unknown college {college}"),
            Self::UnknownEmployer { need, employer } => write!(formatter, "need {need} names the unknown employer {employer}"),
            Self::UnknownCohort { pair, cohort } => write!(formatter, "pair {pair} names the unknown cohort {cohort}"),
            Self::UnknownNeed { pair, need } => write!(formatter, "pair {pair} names the unknown need {need}"),
            Self::ScoreTooLarge { pair, score } => write!(formatter, "the score {score} of pair {pair} is above {FULL_SCORE}"),
            Self::TooLarge(_) => formatter.write_str("the numbers of the allocation are too large"),
        }
    }
}

impl Error for AllocationError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        if let Self::TooLarge(error) = self { Some(error) } else { None }
    }
}

impl From<FlowError> for AllocationError {
    fn from(error: FlowError) -> Self {
        Self::TooLarge(error)
    }
}

impl Problem {
    /// Finds the allocation of the greatest objective: the sum of score times people over all pairs, the minimum bonus for the people of each need up to its
    /// minimum, and the exposure bonus for the people of each college and each employer up to its floor.
    ///
    /// Signed numbers are fixed: they use up graduates, seats, limits, and the people with a bonus first.
    ///
    /// # Errors
    /// [`AllocationError`] if an index or a score is out of bounds, or if the numbers are too large to be added up.
    pub fn allocate(&self) -> Result<Allocation, AllocationError> {
        model::allocate(self)
    }

    /// The network that [`Problem::allocate`] solves, with its source and its sink: for measuring the solver and for checking it against another.
    ///
    /// # Errors
    /// As [`Problem::allocate`].
    pub fn network(&self) -> Result<(Network, usize, usize), AllocationError> {
        model::network(self)
    }
}
