//! One struct for a row of each list. Field names are the CSV headers of `config/reference/`.

use crate::money::Vnd;
use crate::place::{CommuneCode, ParkSlug, Point, ProvinceCode};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A province or centrally-run city.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Province {
    /// Two digits.
    pub code: ProvinceCode,
    /// "Hưng Yên".
    pub name: String,
    /// Without marks.
    pub name_en: String,
    /// `thanh_pho` or `tinh`.
    pub kind: String,
    /// "hung-yen".
    pub slug: String,
    /// The provinces it was made of in July 2025.
    pub former_provinces: Vec<String>,
}

/// The kinds of commune-level unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommuneKind {
    /// Xã.
    Xa,
    /// Phường.
    Phuong,
    /// Đặc khu.
    DacKhu,
}

impl CommuneKind {
    /// "xã", "phường", "đặc khu".
    pub fn word(self) -> &'static str {
        match self {
            Self::Xa => "xã",
            Self::Phuong => "phường",
            Self::DacKhu => "đặc khu",
        }
    }
}

/// The wage regions of the minimum wage decree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum WageRegion {
    /// Vùng I.
    I,
    /// Vùng II.
    II,
    /// Vùng III.
    III,
    /// Vùng IV.
    IV,
}

/// A commune, ward or special zone of today.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Commune {
    /// Five digits.
    pub code: CommuneCode,
    /// "Thái Thụy".
    pub name: String,
    /// Its kind.
    pub kind: CommuneKind,
    /// The province it lies in.
    pub province_code: ProvinceCode,
    /// Its centre.
    pub point: Option<Point>,
    /// The districts it was made of; known in the centre's own province.
    pub former_districts: Vec<String>,
    /// The province it was in before July 2025, where known.
    pub former_province: Option<String>,
    /// Wage region; known in the centre's own province.
    pub wage_region: Option<WageRegion>,
}

/// A commune as it was before July 2025, and the commune it went to.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormerUnit {
    /// Its old code; not comparable with today's.
    pub old_code: String,
    /// "Thụy Liên".
    pub old_name: String,
    /// `xa`, `phuong` or `thi_tran`.
    pub old_kind: String,
    /// "Thái Thụy".
    pub old_district: String,
    /// `huyen`, `thi_xa` or `thanh_pho`.
    pub old_district_kind: String,
    /// "Thái Bình".
    pub old_province: String,
    /// The commune of today.
    pub new_code: CommuneCode,
    /// Whether the whole unit went there; three units were split.
    pub whole: bool,
    /// Whether this is the main heir of a split unit.
    pub is_default: bool,
}

/// An industrial park, economic zone or cluster.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Park {
    /// "lien-ha-thai".
    pub slug: ParkSlug,
    /// "KCN Liên Hà Thái (Green iP-1)".
    pub name: String,
    /// `KKT`, `KCN`, `KCN-ĐT-DV`, …
    pub kind: String,
    /// The province it lies in today.
    pub province_code: ProvinceCode,
    /// The communes it lies in today; empty where unknown.
    pub commune_codes: Vec<CommuneCode>,
    /// Area in hectares.
    pub area_ha: Option<f64>,
    /// What is known of its state, as written in the source.
    pub status: String,
    /// Whether anything in the row is recalled and not verified; the source says what.
    pub recalled: bool,
}

/// An occupation of the national list (VSCO, QĐ 34/2020/QĐ-TTg), levels 1 to 4.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Occupation {
    /// One to four digits; a code's parent is its prefix.
    pub code: String,
    /// 1 to 4.
    pub level: u8,
    /// The Vietnamese name.
    pub name: String,
    /// The ISCO-08 title where the codes agree.
    pub name_en: Option<String>,
    /// Whether the row is recalled and not verified.
    pub recalled: bool,
}

/// A finer title under a four-digit occupation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OccupationTitle {
    /// Four digits.
    pub code4: String,
    /// "Thợ may công nghiệp".
    pub title: String,
}

/// An industry. The same code means different things in VSIC 2018 and 2025: the key is both.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Industry {
    /// 2018 or 2025.
    pub version: u16,
    /// "C", "10", "101", …
    pub code: String,
    /// 1 to 4.
    pub level: u8,
    /// The code above it.
    pub parent: Option<String>,
    /// The Vietnamese name.
    pub name: String,
    /// The English name, where known.
    pub name_en: Option<String>,
    /// For 2018: the section of VSIC 2025 that the division went to.
    pub section_2025: Option<String>,
}

/// A group of training fields (QĐ 01/2017/QĐ-TTg), level 2 or 3.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrainingGroup {
    /// Two or four digits.
    pub code: String,
    /// 2 or 3.
    pub level: u8,
    /// The code above it.
    pub parent: Option<String>,
    /// The Vietnamese name.
    pub name: String,
    /// Whether the row is recalled and not verified.
    pub recalled: bool,
}

/// A training field of the vocational list (TT 26/2020/TT-BLĐTBXH).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TrainingField {
    /// Seven digits; the first is the level.
    pub code: String,
    /// `trung_cap` or `cao_dang`.
    pub level: String,
    /// The Vietnamese name.
    pub name: String,
    /// Its group's code.
    pub group: String,
    /// The occupations it leads to, as a VSCO prefix (our own mapping).
    pub vsco_prefix_hint: Option<String>,
    /// Whether the row is recalled and not verified.
    pub recalled: bool,
}

/// The regional minimum wage from a day on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MinimumWage {
    /// In force from this day.
    pub effective_from: NaiveDate,
    /// The wage region.
    pub region: WageRegion,
    /// VND a month.
    pub month_vnd: Vnd,
    /// VND an hour.
    pub hour_vnd: Vnd,
    /// "293/2025/NĐ-CP".
    pub decree: String,
}

/// The kinds of synonym group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SynonymKind {
    /// An abbreviation: means exactly the same.
    Abbr,
    /// An occupation: may include narrower terms.
    Occ,
    /// A place and its other names.
    Place,
    /// A field of work.
    Field,
    /// A benefit.
    Benefit,
    /// An attribute.
    Attr,
}

/// A group of words that mean the same, or nearly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SynonymGroup {
    /// Its number.
    pub group_id: u32,
    /// Its kind.
    pub kind: SynonymKind,
    /// The word the others stand for.
    pub canonical: String,
    /// The others.
    pub variants: Vec<String>,
    /// Variants too short or ambiguous to be matched after folding.
    pub exact_only: Vec<String>,
}

/// A phrase of a job title and the occupation it means: our own table for the jobs offered most.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OccupationHint {
    /// "lắp ráp điện tử".
    pub phrase: String,
    /// A four-digit occupation.
    pub code: String,
}

/// A public holiday: no working hours of the centre.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PublicHoliday {
    /// The day.
    pub date: NaiveDate,
    /// "Quốc khánh".
    pub name: String,
    /// Whether the row is recalled and not verified against the government's notice.
    pub recalled: bool,
}
