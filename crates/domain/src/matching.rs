//! Who fits whom: a business's need and a college's cohort. A score is the sum of eight named parts, each with
//! its weight, so that each can be said in a sentence. Everything is counted in whole millionths: the same
//! input gives the same bytes, and the parts add up exactly.

pub mod allocation;
pub mod change;
pub mod flow;

use crate::demand::{DemandContent, DemandOffer};
use crate::money::Vnd;
use crate::month::Month;
use crate::training::TrainingLevel;
use crate::vocabulary::{Qualification, vocabulary};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// One, in the unit in which fits are counted.
pub const ONE: u32 = 1_000_000;
/// From this score on two are said to fit, in millionths.
pub const FITS_FROM: u32 = 550_000;
/// Beyond so many kilometres nobody travels each day.
pub const FAR_KM: u32 = 80;
/// Up to so many kilometres the way doesn't matter.
pub const NEAR_KM: u32 = 15;
/// Months that graduates wait for a place at most.
pub const WAIT_MONTHS: i32 = 12;
/// Months that a business waits for graduates at most.
pub const LATE_MONTHS: i32 = 6;

vocabulary! {
    /// A part of a score.
    Part {
        Competence = "competence", "Tay nghề", "Competence";
        Level = "level", "Trình độ", "Level";
        Time = "time", "Thời gian", "Time";
        Numbers = "numbers", "Số lượng", "Numbers";
        Distance = "distance", "Khoảng cách", "Distance";
        Wage = "wage", "Thu nhập", "Wage";
        Terms = "terms", "Điều kiện hợp tác", "Terms";
        History = "history", "Giữ lời hứa", "Kept promises";
    }
}

/// How much each part counts, in hundredths of the score, and from which day on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weights {
    /// From which day on.
    pub from: NaiveDate,
    /// Tay nghề.
    pub competence: u32,
    /// Trình độ.
    pub level: u32,
    /// Thời gian.
    pub time: u32,
    /// Số lượng.
    pub numbers: u32,
    /// Khoảng cách.
    pub distance: u32,
    /// Thu nhập.
    pub wage: u32,
    /// Điều kiện hợp tác.
    pub terms: u32,
    /// Giữ lời hứa.
    pub history: u32,
}

impl Weights {
    /// The weight of a part, in hundredths.
    pub fn of(&self, part: Part) -> u32 {
        match part {
            Part::Competence => self.competence,
            Part::Level => self.level,
            Part::Time => self.time,
            Part::Numbers => self.numbers,
            Part::Distance => self.distance,
            Part::Wage => self.wage,
            Part::Terms => self.terms,
            Part::History => self.history,
        }
    }

    /// Whether they add up to a hundred.
    pub fn is_whole(&self) -> bool {
        use crate::vocabulary::Vocabulary;
        Part::ALL.iter().map(|part| u64::from(self.of(*part))).sum::<u64>() == 100
    }

    /// Of several, those in force on a day: the latest that have begun, else the earliest.
    pub fn on(all: &[Self], day: NaiveDate) -> Option<&Self> {
        let begun = all.iter().filter(|weights| weights.from <= day).max_by_key(|weights| weights.from);
        begun.or_else(|| all.iter().min_by_key(|weights| weights.from))
    }
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            from: NaiveDate::default(),
            competence: 30,
            level: 10,
            time: 15,
            numbers: 10,
            distance: 15,
            wage: 8,
            terms: 7,
            history: 5,
        }
    }
}

/// How often a side kept what it promised under earlier agreements.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Promises {
    /// Lines kept.
    pub kept: u32,
    /// Lines that are over.
    pub made: u32,
}

impl Promises {
    /// The share kept, with one kept and one broken promise added, so that who has no past is in the middle.
    fn share(self) -> u32 {
        let (kept, made) = (u64::from(self.kept.min(self.made)), u64::from(self.made));
        ((kept + 1) * u64::from(ONE) / (made + 2)) as u32
    }
}

/// A cohort as the matching sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Supply {
    /// Occupations its programme leads to.
    pub occupations: Vec<String>,
    /// The level it ends with.
    pub level: TrainingLevel,
    /// When it graduates.
    pub graduates: Month,
    /// How many have no work yet.
    pub unplaced: u32,
}

/// What lies between a need and a cohort, besides what they say themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Between {
    /// Kilometres from the college to the work, where both places are known.
    pub km: Option<u32>,
    /// The minimum wage at the place of work, VND a month.
    pub wage_floor: Option<Vnd>,
    /// The business's promises.
    pub business: Promises,
    /// The college's.
    pub college: Promises,
}

/// What a part was worth, with the numbers that its sentence needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fact {
    /// How many digits of the occupation's code agree: 2 to 4.
    Digits(u8),
    /// Steps of training above what is asked; negative where below.
    Steps(i32),
    /// Months after the need's last month; 0 where in it; negative where before its first.
    Months(i32),
    /// People that there are, and that are needed.
    People(u32, u32),
    /// Kilometres, and whether there is housing.
    Km(Option<u32>, bool),
    /// How many hundredths of the minimum wage.
    OfFloor(Option<u32>),
    /// How many things the business brings.
    Offers(u32),
    /// Promises kept and made, of both.
    Kept(u32, u32),
}

/// A part of a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartScore {
    /// Which.
    pub part: Part,
    /// How well it fits, in millionths.
    pub fit: u32,
    /// What it adds to the score, in millionths: the fit times its weight.
    pub points: u32,
    /// What it rests on.
    pub fact: Fact,
}

/// How well a need and a cohort fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The sum of the parts, in millionths: 0 to 1,000,000.
    pub total: u32,
    /// The parts, in the order of [`Part`].
    pub parts: Vec<PartScore>,
}

impl Score {
    /// Whether the two are said to fit.
    pub fn fits(&self) -> bool {
        self.total >= FITS_FROM
    }

    /// The score as people read it: 0 to 100.
    pub fn percent(&self) -> u32 {
        (self.total + 5_000) / 10_000
    }
}

/// How many leading digits two codes have in common.
fn common_digits(one: &str, other: &str) -> u8 {
    one.bytes().zip(other.bytes()).take_while(|(a, b)| a == b).count() as u8
}

/// The closest of the occupations that a programme leads to. `None` where not even the first two digits
/// agree: then no weight makes up for it.
fn competence(need: &str, leads_to: &[String]) -> Option<(u32, Fact)> {
    let digits = leads_to.iter().map(|code| common_digits(need, code)).max()?;
    // A code of two digits names all that begin with it.
    let whole = leads_to
        .iter()
        .any(|code| code.len() >= 2 && need.len() >= 2 && (need.starts_with(code.as_str()) || code.starts_with(need)));
    let fit = match digits {
        4 => ONE,
        3 => 800_000,
        2 if whole => 650_000,
        2 => 450_000,
        _ => return None,
    };
    Some((fit, Fact::Digits(digits)))
}

/// The steps of training on which levels are compared.
fn step_of(level: Qualification) -> i32 {
    match level {
        Qualification::None | Qualification::SkilledWithoutCertificate => 0,
        Qualification::Elementary => 1,
        Qualification::Intermediate => 2,
        Qualification::College => 3,
        Qualification::University | Qualification::Master | Qualification::Doctor => 4,
    }
}

fn level(asked: Qualification, has: TrainingLevel) -> (u32, Fact) {
    let steps = step_of(has.qualification()) - step_of(asked);
    let fit = match steps {
        0 | 1 => ONE,
        2 => 850_000,
        3.. => 700_000,
        -1 => 400_000,
        _ => 0,
    };
    (fit, Fact::Steps(steps))
}

fn time(need: &DemandContent, graduates: Month) -> (u32, Fact) {
    let (early, late) = (need.from.since(graduates), graduates.since(need.until));
    let share = |months: i32, most: i32| (i64::from(ONE) * i64::from((most - months).max(0)) / i64::from(most)) as u32;
    // Who graduates up to two months before is still there.
    if late > 0 {
        (share(late, LATE_MONTHS), Fact::Months(late))
    } else if early > 0 {
        (if early <= 2 { ONE } else { share(early - 2, WAIT_MONTHS) }, Fact::Months(-early))
    } else {
        (ONE, Fact::Months(0))
    }
}

fn numbers(need: &DemandContent, unplaced: u32) -> (u32, Fact) {
    let share = u64::from(unplaced.min(need.headcount)) * u64::from(ONE) / u64::from(need.headcount.max(1));
    (share as u32, Fact::People(unplaced, need.headcount))
}

fn distance(need: &DemandContent, km: Option<u32>) -> (u32, Fact) {
    let housing = need.offers.contains(&DemandOffer::Housing);
    let way = match km {
        None => ONE / 2,
        Some(km) if km <= NEAR_KM => ONE,
        Some(km) => ONE * FAR_KM.saturating_sub(km) / (FAR_KM - NEAR_KM),
    };
    (if housing { way.max(800_000) } else { way }, Fact::Km(km, housing))
}

fn wage(need: &DemandContent, floor: Option<Vnd>) -> (u32, Fact) {
    match (need.wage, floor) {
        (Some(wage), Some(floor)) if floor.0 > 0 => {
            // Twice the minimum wage and more is as good as it gets.
            let hundredths = (wage.0.max(0) * 100 / floor.0).min(10_000) as u32;
            (hundredths.saturating_sub(100).min(100) * 10_000, Fact::OfFloor(Some(hundredths)))
        }
        _ => (ONE / 2, Fact::OfFloor(None)),
    }
}

fn terms(need: &DemandContent) -> (u32, Fact) {
    let worth = |offer: &DemandOffer| match offer {
        DemandOffer::Internship => 400_000,
        DemandOffer::Tuition | DemandOffer::Housing => 200_000,
        DemandOffer::Instructors | DemandOffer::Equipment => 100_000,
    };
    let mut offers = need.offers.clone();
    offers.sort_unstable();
    offers.dedup();
    (offers.iter().map(worth).sum(), Fact::Offers(offers.len() as u32))
}

fn history(between: &Between) -> (u32, Fact) {
    let both = Promises {
        kept: between.business.kept + between.college.kept,
        made: between.business.made + between.college.made,
    };
    let fit = u32::midpoint(between.business.share(), between.college.share());
    (fit, Fact::Kept(both.kept, both.made))
}

/// How well a need and a cohort fit; `None` where the programme leads to other work altogether.
pub fn score(need: &DemandContent, supply: &Supply, between: &Between, weights: &Weights) -> Option<Score> {
    use crate::vocabulary::Vocabulary;
    let competence = competence(&need.occupation, &supply.occupations)?;
    let parts: Vec<PartScore> = Part::ALL
        .iter()
        .map(|part| {
            let (fit, fact) = match part {
                Part::Competence => competence,
                Part::Level => level(need.level, supply.level),
                Part::Time => time(need, supply.graduates),
                Part::Numbers => numbers(need, supply.unplaced),
                Part::Distance => distance(need, between.km),
                Part::Wage => wage(need, between.wage_floor),
                Part::Terms => terms(need),
                Part::History => history(between),
            };
            PartScore {
                part: *part,
                fit,
                points: fit / 100 * weights.of(*part),
                fact,
            }
        })
        .collect();
    let total = parts.iter().map(|part| part.points).sum();
    Some(Score { total, parts })
}

#[cfg(test)]
mod tests;
