//! The one typed query over vacancies. The page, the API, the feeds, saved searches and alerts all
//! ask with it, so they can't disagree.

use crate::money::Vnd;
use crate::place::{CommuneCode, ParkSlug, ProvinceCode};
use crate::vocabulary::{Benefit, Contract, Experience, Shift, WorkTime, vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// The order of results.
    Sort {
        Relevance = "relevance", "Phù hợp nhất", "Most relevant";
        Newest = "newest", "Mới nhất", "Newest";
        Wage = "wage", "Lương cao nhất", "Highest pay";
        Deadline = "deadline", "Sắp hết hạn", "Closing soon";
    }
}

/// Where to look. Places within one query are alternatives (OR).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceFilter {
    /// Anywhere in a province.
    Province(ProvinceCode),
    /// In a commune.
    Commune(CommuneCode),
    /// Within so many kilometres of a commune's centre.
    Near(CommuneCode, u16),
    /// In an industrial park.
    Park(ParkSlug),
    /// In a former district of the home province, by its name.
    District(String),
}

/// Facets that can be counted and filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Facet {
    /// Industrial park.
    Park,
    /// Commune.
    Commune,
    /// Province.
    Province,
    /// Occupation group, level 1 (one digit) and level 2 (two digits).
    Occupation,
    /// Wage from a step on ([`WAGE_STEPS`]).
    Wage,
    /// Shift.
    Shift,
    /// Contract.
    Contract,
    /// Benefits.
    Benefit,
    /// Experience asked for.
    Experience,
    /// Full or part time.
    WorkTime,
}

impl Facet {
    /// Every facet.
    pub const ALL: [Self; 10] = [
        Self::Park,
        Self::Commune,
        Self::Province,
        Self::Occupation,
        Self::Wage,
        Self::Shift,
        Self::Contract,
        Self::Benefit,
        Self::Experience,
        Self::WorkTime,
    ];
}

/// The steps offered as "wage from", in millions of VND a month.
pub const WAGE_STEPS: [i64; 6] = [5, 7, 9, 10, 12, 15];

/// What is looked for. Filters of one kind are alternatives, kinds are all required. An empty query
/// finds every open vacancy.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct VacancyQuery {
    /// Free words; every word must be found somewhere in the vacancy, so a word added never raises
    /// the count. At most [`Self::LONGEST`] characters.
    pub text: String,
    /// Where.
    pub places: Vec<PlaceFilter>,
    /// Occupations by code prefix: "8", "81", "8153".
    pub occupations: Vec<String>,
    /// The vacancy's best monthly pay is at least this, VND.
    pub wage_from: Option<Vnd>,
    /// Shifts.
    pub shifts: Vec<Shift>,
    /// Contracts.
    pub contracts: Vec<Contract>,
    /// Benefits: each is required.
    pub benefits: Vec<Benefit>,
    /// Experience asked for.
    pub experience: Vec<Experience>,
    /// Full or part time.
    pub work_times: Vec<WorkTime>,
    /// One employer's vacancies only.
    pub employer: Option<crate::ids::OrganisationId>,
    /// The order.
    pub sort: Option<Sort>,
}

impl VacancyQuery {
    /// The longest text, in characters; more is cut.
    pub const LONGEST: usize = 255;
    /// The most values of one filter; more are cut.
    pub const MOST_VALUES: usize = 30;

    /// The query with its texts tidied and everything within its limits.
    #[must_use]
    pub fn bounded(mut self) -> Self {
        self.text = crate::text::tidy_line(&self.text).chars().take(Self::LONGEST).collect();
        self.places.truncate(Self::MOST_VALUES);
        self.occupations.truncate(Self::MOST_VALUES);
        self.occupations.retain(|code| (1..=4).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_digit()));
        self.shifts.truncate(Self::MOST_VALUES);
        self.contracts.truncate(Self::MOST_VALUES);
        self.benefits.truncate(Self::MOST_VALUES);
        self.experience.truncate(Self::MOST_VALUES);
        self.work_times.truncate(Self::MOST_VALUES);
        self
    }

    /// The order in force: relevance where there is text to be relevant to, else the newest first.
    pub fn order(&self) -> Sort {
        match self.sort {
            Some(Sort::Relevance) | None if self.text.is_empty() => Sort::Newest,
            Some(sort) => sort,
            None => Sort::Relevance,
        }
    }

    /// How many filters are set, for "Lọc (2)".
    pub fn filter_count(&self) -> usize {
        self.places.len()
            + self.occupations.len()
            + usize::from(self.wage_from.is_some())
            + self.shifts.len()
            + self.contracts.len()
            + self.benefits.len()
            + self.experience.len()
            + self.work_times.len()
    }
}
