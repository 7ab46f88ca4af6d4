//! The names of all places, folded, with their marks kept beside them.

use super::super::lists::{Commune, FormerUnit};
use super::super::read::Lists;
use crate::place::{CommuneCode, ParkSlug, ProvinceCode};
use crate::text::{exact_key, fold, has_marks, words};
use std::collections::HashMap;

/// Names that may be asked for with marks or without.
#[derive(Debug)]
pub(super) struct Names<T>(HashMap<String, Vec<(String, T)>>);

impl<T> Default for Names<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

/// A name as a key: folded words.
pub(super) fn folded(name: &str) -> String {
    words(&fold(name)).collect::<Vec<_>>().join(" ")
}

/// A name with its marks as a key.
fn exact(name: &str) -> String {
    words(name).map(exact_key).collect::<Vec<_>>().join(" ")
}

impl<T: Clone> Names<T> {
    fn add(&mut self, name: &str, what: T) {
        self.0.entry(folded(name)).or_default().push((exact(name), what));
    }

    /// What bears this name. A person who types marks means them: where one name fits exactly, those
    /// that fit only without marks are left out.
    pub(super) fn find(&self, name: &str) -> Vec<T> {
        let Some(found) = self.0.get(&folded(name)) else { return Vec::new() };
        if has_marks(name) {
            let wanted = exact(name);
            let exactly: Vec<T> = found.iter().filter(|(exact, _)| *exact == wanted).map(|(_, what)| what.clone()).collect();
            if !exactly.is_empty() {
                return exactly;
            }
        }
        found.iter().map(|(_, what)| what.clone()).collect()
    }

    /// Whether anything bears this name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.0.contains_key(&folded(name))
    }
}

/// A province by one of its names.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct NamedProvince {
    pub(super) code: ProvinceCode,
    /// The name, where it is one of before July 2025 only.
    pub(super) former: Option<String>,
}

/// A district of before July 2025, known in the home province only.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct District {
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) former_province: String,
}

/// Other names of provinces that people write.
const PROVINCE_ALIASES: &[(&str, &str)] = &[
    ("hcm", "79"),
    ("tphcm", "79"),
    ("hcmc", "79"),
    ("ho chi minh city", "79"),
    ("sai gon", "79"),
    ("saigon", "79"),
    ("hanoi", "01"),
    ("thua thien hue", "46"),
    ("da nang city", "48"),
    ("daklak", "66"),
    ("dak lak", "66"),
    ("dac lac", "66"),
    ("kontum", "51"),
];
/// Two letters, understood in capitals only.
const PROVINCE_LETTERS: &[(&str, &str)] = &[("HN", "01"), ("SG", "79"), ("HP", "31"), ("HY", "33")];
/// Other names of former provinces.
const FORMER_ALIASES: &[(&str, &str)] = &[("dac nong", "Đắk Nông"), ("daknong", "Đắk Nông"), ("bac can", "Bắc Kạn"), ("brvt", "Bà Rịa - Vũng Tàu")];
/// Other names of parks; one name may mean several.
const PARK_ALIASES: &[(&str, &[&str])] = &[
    ("Green iP-1", &["lien-ha-thai"]),
    ("Green i-Park", &["lien-ha-thai"]),
    ("Phố Nối", &["pho-noi-a", "det-may-pho-noi"]),
    ("PNA", &["pho-noi-a"]),
    ("THACO", &["thaco-thai-binh"]),
    ("chuyên nông nghiệp THACO - Thái Bình", &["thaco-thai-binh"]),
    ("Thăng Long 2", &["thang-long-ii"]),
    ("Yên Mỹ 2", &["yen-my-ii"]),
];

/// The names of all places.
#[derive(Debug)]
pub(in super::super) struct PlaceIndex {
    pub(super) provinces: Names<NamedProvince>,
    pub(super) communes: Names<Commune>,
    pub(super) former_units: Names<FormerUnit>,
    pub(super) districts: Names<District>,
    pub(super) parks: Names<ParkSlug>,
    /// The communes that were made of a district.
    pub(super) of_district: HashMap<String, Vec<CommuneCode>>,
}

impl PlaceIndex {
    pub(in super::super) fn new(lists: &Lists) -> Self {
        let mut index = Self {
            provinces: Names::default(),
            communes: Names::default(),
            former_units: Names::default(),
            districts: Names::default(),
            parks: Names::default(),
            of_district: HashMap::new(),
        };
        for province in &lists.provinces {
            index.provinces.add(
                &province.name,
                NamedProvince {
                    code: province.code,
                    former: None,
                },
            );
            for former in province.former_provinces.iter().filter(|former| folded(former) != folded(&province.name)) {
                let named = NamedProvince {
                    code: province.code,
                    former: Some(former.clone()),
                };
                index.provinces.add(former, named.clone());
                for (alias, _) in FORMER_ALIASES.iter().filter(|(_, name)| name == former) {
                    index.provinces.add(alias, named.clone());
                }
            }
        }
        for (alias, code) in PROVINCE_ALIASES {
            if let Some(province) = lists.provinces.iter().find(|province| province.code.as_str() == *code)
                && !index.provinces.has(alias)
            {
                index.provinces.add(
                    alias,
                    NamedProvince {
                        code: province.code,
                        former: None,
                    },
                );
            }
        }
        for commune in &lists.communes {
            index.communes.add(&commune.name, commune.clone());
            for district in &commune.former_districts {
                index.of_district.entry(district.clone()).or_default().push(commune.code);
            }
        }
        for unit in &lists.former_units {
            index.former_units.add(&unit.old_name, unit.clone());
            let district = District {
                name: unit.old_district.clone(),
                kind: unit.old_district_kind.clone(),
                former_province: unit.old_province.clone(),
            };
            if !index.districts.find(&unit.old_district).contains(&district) {
                index.districts.add(&unit.old_district, district);
            }
        }
        for park in &lists.parks {
            let name = super::super::lookup::short_park_name(park);
            let bare = ["KCN chuyên nông nghiệp ", "KCN "].iter().find_map(|kind| name.strip_prefix(kind)).unwrap_or(name);
            // The economic zone keeps its kind: "KCN Thái Bình" is something else.
            index.parks.add(bare, park.slug.clone());
        }
        for (alias, slugs) in PARK_ALIASES {
            for slug in *slugs {
                if lists.parks.iter().any(|park| park.slug.0 == *slug) && !index.parks.find(alias).iter().any(|known| known.0 == *slug) {
                    index.parks.add(alias, ParkSlug((*slug).to_owned()));
                }
            }
        }
        index
    }

    /// The province of a name, an alias or two capital letters.
    pub(super) fn province(&self, name: &str) -> Option<NamedProvince> {
        if let Some((_, code)) = PROVINCE_LETTERS.iter().find(|(letters, _)| *letters == name) {
            return code.parse().ok().map(|code| NamedProvince { code, former: None });
        }
        self.provinces.find(name).into_iter().next()
    }
}
