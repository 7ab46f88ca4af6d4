//! How well two fit, part by part, in sentences.

use crate::locale::Texts;
use sanviec_domain::demand::DemandOffer;
use sanviec_domain::matching::change::{BusinessChange, CollegeChange, Counterfactual};
use sanviec_domain::matching::{Fact, Part, PartScore, Score};
use sanviec_domain::vocabulary::Vocabulary;

/// A score to be shown.
#[derive(Clone, Debug)]
pub struct Meter {
    /// 0 to 100.
    pub percent: u32,
    /// Whether the two are said to fit.
    pub fits: bool,
    /// Its parts.
    pub parts: Vec<MeterPart>,
}

/// A part of it.
#[derive(Clone, Debug)]
pub struct MeterPart {
    /// "Tay nghề".
    pub name: &'static str,
    /// What it adds, in hundredths with one decimal.
    pub points: String,
    /// What it could add at most.
    pub most: u32,
    /// Why, in a sentence.
    pub why: String,
}

impl Meter {
    /// A score in words.
    pub fn of(score: &Score, weight: impl Fn(Part) -> u32, t: &'static Texts) -> Self {
        Self {
            percent: score.percent(),
            fits: score.fits(),
            parts: score
                .parts
                .iter()
                .map(|part| MeterPart {
                    name: part.part.label(t.locale()),
                    points: tenths(part.points, t),
                    most: weight(part.part),
                    why: part_sentence(part, t),
                })
                .collect(),
        }
    }
}

/// Millionths of the whole as hundredths with one decimal: "24,5".
fn tenths(points: u32, t: &'static Texts) -> String {
    let tenths = (points + 500) / 1_000;
    let comma = if t.locale() == sanviec_domain::language::Locale::Vi { ',' } else { '.' };
    format!("{}{comma}{}", tenths / 10, tenths % 10)
}

/// What a part rests on, in a sentence.
pub fn part_sentence(part: &PartScore, t: &'static Texts) -> String {
    match part.fact {
        Fact::Digits(4) => t.get("fit-digits-4").to_owned(),
        Fact::Digits(3) => t.get("fit-digits-3").to_owned(),
        Fact::Digits(_) => t.get("fit-digits-2").to_owned(),
        Fact::Steps(0) => t.get("fit-level-same").to_owned(),
        Fact::Steps(steps) if steps > 0 => t.get("fit-level-above").to_owned(),
        Fact::Steps(_) => t.get("fit-level-below").to_owned(),
        Fact::Months(0) => t.get("fit-time-in").to_owned(),
        Fact::Months(months) if months > 0 => t.count("fit-time-late", months),
        Fact::Months(months) => t.count("fit-time-early", -months),
        Fact::People(there, needed) => t.with("fit-numbers", &[("there", there.into()), ("needed", needed.into())]),
        Fact::Km(None, _) => t.get("fit-km-unknown").to_owned(),
        Fact::Km(Some(km), true) => t.count("fit-km-housed", km),
        Fact::Km(Some(km), false) => t.count("fit-km", km),
        Fact::OfFloor(None) => t.get("fit-wage-unknown").to_owned(),
        Fact::OfFloor(Some(hundredths)) => t.count("fit-wage", hundredths),
        Fact::Offers(0) => t.get("fit-offers-none").to_owned(),
        Fact::Offers(offers) => t.count("fit-offers", offers),
        Fact::Kept(_, 0) => t.get("fit-kept-none").to_owned(),
        Fact::Kept(kept, made) => t.with("fit-kept", &[("kept", kept.into()), ("made", made.into())]),
    }
}

/// What a business could change, in a sentence.
pub fn business_change(found: &Counterfactual<BusinessChange>, t: &'static Texts) -> String {
    let adds = ("adds", found.adds().into());
    match found.change {
        BusinessChange::Later(months) => t.with("change-later", &[("months", months.into()), adds]),
        BusinessChange::Sooner(months) => t.with("change-sooner", &[("months", months.into()), adds]),
        BusinessChange::Offer(offer) => {
            let key = match offer {
                DemandOffer::Internship => "change-internship",
                DemandOffer::Housing => "change-housing",
                DemandOffer::Tuition | DemandOffer::Instructors | DemandOffer::Equipment => "change-tuition",
            };
            t.with(key, &[adds])
        }
    }
}

/// What a college could change, in a sentence. `name` is the occupation's.
pub fn college_change(found: &Counterfactual<CollegeChange>, name: &str, t: &'static Texts) -> String {
    let adds = ("adds", found.adds().into());
    match &found.change {
        CollegeChange::Sooner(months) => t.with("change-class-sooner", &[("months", (*months).into()), adds]),
        CollegeChange::Later(months) => t.with("change-class-later", &[("months", (*months).into()), adds]),
        CollegeChange::Occupation(_) => t.with("change-occupation", &[("name", name.into()), adds]),
    }
}
