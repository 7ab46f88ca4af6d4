//! A vacancy as one row of a list.

use crate::format::PayLine;
use chrono::NaiveDate;
use sanviec_domain::ids::VacancyNumber;
use sanviec_domain::money::Vnd;
use sanviec_domain::vocabulary::Shift;
use serde::{Deserialize, Serialize};

/// All a row shows. The search index keeps one beside each vacancy, so its names are short and
/// what is empty or false is left out.
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own that a row shows")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VacancyCard {
    /// The number in the address.
    #[serde(rename = "n")]
    pub number: VacancyNumber,
    /// The title.
    #[serde(rename = "t")]
    pub title: String,
    /// The title without marks, for the address: `cong-nhan-may`.
    #[serde(rename = "g")]
    pub slug: String,
    /// The employer's name.
    #[serde(rename = "e")]
    pub employer: String,
    /// Whether the employer is verified.
    #[serde(rename = "v", default, skip_serializing_if = "is_false")]
    pub verified: bool,
    /// The first line about pay.
    #[serde(rename = "p")]
    pub pay: PayLine,
    /// The basic wage, where the first line does not say it already.
    #[serde(rename = "b", default, skip_serializing_if = "Option::is_none")]
    pub basic: Option<Vnd>,
    /// "KCN Liên Hà Thái", "Xã Thái Thụy".
    #[serde(rename = "w")]
    pub place_short: String,
    /// The shift.
    #[serde(rename = "s", default, skip_serializing_if = "Option::is_none")]
    pub shift: Option<Shift>,
    /// Whether a company bus comes with it.
    #[serde(rename = "xb", default, skip_serializing_if = "is_false")]
    pub has_bus: bool,
    /// Whether meals come with it.
    #[serde(rename = "xm", default, skip_serializing_if = "is_false")]
    pub has_meals: bool,
    /// Whether a place to live comes with it.
    #[serde(rename = "xd", default, skip_serializing_if = "is_false")]
    pub has_dormitory: bool,
    /// The last day for applications.
    #[serde(rename = "d", default, skip_serializing_if = "Option::is_none")]
    pub deadline: Option<NaiveDate>,
    /// The day it was published.
    #[serde(rename = "o", default, skip_serializing_if = "Option::is_none")]
    pub published_on: Option<NaiveDate>,
    /// Whether the employer is invented, for the demo.
    #[serde(rename = "m", default, skip_serializing_if = "is_false")]
    pub sample: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's skip_serializing_if takes a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

impl VacancyCard {
    /// The address without the language: `/viec-lam/10234-cong-nhan-may`.
    pub fn path(&self) -> String {
        vacancy_path(self.number, &self.slug)
    }
}

/// The address of a vacancy without the language.
pub fn vacancy_path(number: VacancyNumber, slug: &str) -> String {
    if slug.is_empty() {
        format!("/viec-lam/{number}")
    } else {
        format!("/viec-lam/{number}-{slug}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    #[test]
    fn a_card_is_small_and_comes_back_whole() {
        for card in samples::cards() {
            let written = serde_json::to_string(&card).unwrap();
            assert!(written.len() < 420, "{} bytes: {written}", written.len());
            assert_eq!(serde_json::from_str::<VacancyCard>(&written).unwrap(), card);
        }
    }
}
