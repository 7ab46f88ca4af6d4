//! [`Reference`]: the lists with their indexes, and the questions people ask of them.

use super::lists::{Commune, Industry, MinimumWage, Occupation, Park, Province, SynonymGroup, WageRegion};
use super::occupations::OccupationIndex;
use super::places::PlaceIndex;
use super::read::Lists;
use crate::language::Locale;
use crate::place::{CommuneCode, ParkSlug, Place, ProvinceCode};
use chrono::NaiveDate;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// The lists in memory. Built once at start and after an update; read-only.
#[derive(Debug)]
pub struct Reference {
    lists: Lists,
    home: ProvinceCode,
    provinces: HashMap<ProvinceCode, usize>,
    communes: HashMap<CommuneCode, usize>,
    communes_of: HashMap<ProvinceCode, Vec<usize>>,
    parks: HashMap<ParkSlug, usize>,
    occupations: HashMap<String, usize>,
    industries: HashMap<(u16, String), usize>,
    holidays: HashSet<NaiveDate>,
    district_kinds: HashMap<String, &'static str>,
    pub(super) place_index: PlaceIndex,
    pub(super) occupation_index: OccupationIndex,
}

fn index<T, K: std::hash::Hash + Eq>(rows: &[T], key: impl Fn(&T) -> K) -> HashMap<K, usize> {
    rows.iter().enumerate().map(|(position, row)| (key(row), position)).collect()
}

impl Reference {
    /// The code of the province this product was made for: Hưng Yên, with the old Thái Bình in it.
    pub const HUNG_YEN: &'static str = "33";

    /// Builds the indexes; `home` is the centre's own province, whose name goes without saying in
    /// [`Reference::place_short`].
    pub fn new(lists: Lists, home: ProvinceCode) -> Self {
        let mut communes_of: HashMap<ProvinceCode, Vec<usize>> = HashMap::new();
        for (position, commune) in lists.communes.iter().enumerate() {
            communes_of.entry(commune.province_code).or_default().push(position);
        }
        let district_kinds = lists
            .former_units
            .iter()
            .map(|unit| (unit.old_district.clone(), district_word(&unit.old_district_kind)))
            .collect();
        Self {
            provinces: index(&lists.provinces, |province| province.code),
            communes: index(&lists.communes, |commune| commune.code),
            communes_of,
            parks: index(&lists.parks, |park| park.slug.clone()),
            occupations: index(&lists.occupations, |occupation| occupation.code.clone()),
            industries: index(&lists.industries, |industry| (industry.version, industry.code.clone())),
            holidays: lists.holidays.iter().map(|holiday| holiday.date).collect(),
            district_kinds,
            place_index: PlaceIndex::new(&lists),
            occupation_index: OccupationIndex::new(&lists),
            lists,
            home,
        }
    }

    /// The lists that the program was built with, for tests and tools. Built once.
    pub fn embedded() -> &'static Self {
        static EMBEDDED: LazyLock<Reference> = LazyLock::new(|| Reference::new(Lists::embedded(), Reference::HUNG_YEN.parse().expect("two digits")));
        &EMBEDDED
    }

    /// The lists themselves.
    pub fn lists(&self) -> &Lists {
        &self.lists
    }

    /// The centre's own province.
    pub fn home(&self) -> ProvinceCode {
        self.home
    }

    /// The province of a code.
    pub fn province(&self, code: ProvinceCode) -> Option<&Province> {
        self.provinces.get(&code).map(|position| &self.lists.provinces[*position])
    }

    /// Every province, in the order of the codes.
    pub fn provinces(&self) -> &[Province] {
        &self.lists.provinces
    }

    /// The commune of today with this code.
    pub fn commune(&self, code: CommuneCode) -> Option<&Commune> {
        self.communes.get(&code).map(|position| &self.lists.communes[*position])
    }

    /// The communes of a province, in the order of the codes.
    pub fn communes_of(&self, province: ProvinceCode) -> impl Iterator<Item = &Commune> {
        self.communes_of.get(&province).into_iter().flatten().map(|position| &self.lists.communes[*position])
    }

    /// The park of a slug.
    pub fn park(&self, slug: &ParkSlug) -> Option<&Park> {
        self.parks.get(slug).map(|position| &self.lists.parks[*position])
    }

    /// Every park.
    pub fn parks(&self) -> &[Park] {
        &self.lists.parks
    }

    /// The occupation of a code of one to four digits.
    pub fn occupation(&self, code: &str) -> Option<&Occupation> {
        self.occupations.get(code).map(|position| &self.lists.occupations[*position])
    }

    /// Every occupation, levels 1 to 4.
    pub fn occupations(&self) -> &[Occupation] {
        &self.lists.occupations
    }

    /// An occupation's name; in English where the list has one, else in Vietnamese.
    pub fn occupation_name(&self, code: &str, locale: Locale) -> Option<&str> {
        let occupation = self.occupation(code)?;
        Some(match (locale, &occupation.name_en) {
            (Locale::En, Some(name)) => name,
            _ => &occupation.name,
        })
    }

    /// The industry of a code in VSIC 2018 or 2025.
    pub fn industry(&self, version: u16, code: &str) -> Option<&Industry> {
        self.industries.get(&(version, code.to_owned())).map(|position| &self.lists.industries[*position])
    }

    /// The minimum wage of a region in force on a day.
    pub fn minimum_wage(&self, region: WageRegion, day: NaiveDate) -> Option<&MinimumWage> {
        self.lists
            .minimum_wages
            .iter()
            .filter(|wage| wage.region == region && wage.effective_from <= day)
            .max_by_key(|wage| wage.effective_from)
    }

    /// The minimum wage of a place on a day: by its commune, else by the first commune of its park.
    /// `None` where the region isn't known, which is everywhere outside the home province.
    pub fn wage_floor(&self, place: &Place, day: NaiveDate) -> Option<&MinimumWage> {
        let code = place.commune.or_else(|| self.park(place.park.as_ref()?)?.commune_codes.first().copied())?;
        self.minimum_wage(self.commune(code)?.wage_region?, day)
    }

    /// The communes whose centre lies within so many kilometres of this one's, nearest first, this
    /// one included. Just this one where its centre isn't known.
    pub fn communes_within(&self, centre: CommuneCode, km: f64) -> Vec<CommuneCode> {
        let Some(point) = self.commune(centre).and_then(|commune| commune.point) else {
            return vec![centre];
        };
        let mut near: Vec<(f64, CommuneCode)> = (self.lists.communes.iter())
            .filter_map(|commune| Some((commune.point?.distance_km(&point), commune.code)))
            .filter(|(distance, code)| *distance <= km || *code == centre)
            .collect();
        near.sort_by(|a, b| a.0.total_cmp(&b.0));
        near.into_iter().map(|(_, code)| code).collect()
    }

    /// Whether a day is a public holiday.
    pub fn is_holiday(&self, day: NaiveDate) -> bool {
        self.holidays.contains(&day)
    }

    /// The groups of words that mean the same.
    pub fn synonyms(&self) -> &[SynonymGroup] {
        &self.lists.synonyms
    }

    /// A place in full: "KCN Liên Hà Thái, xã Thái Thụy, Hưng Yên", the street before it where there
    /// is one. A park in a single commune brings that commune along.
    pub fn place_label(&self, place: &Place) -> String {
        let park = place.park.as_ref().and_then(|slug| self.park(slug));
        let commune = place.commune.or_else(|| match park?.commune_codes.as_slice() {
            [only] => Some(*only),
            _ => None,
        });
        let mut parts = Vec::new();
        if !place.street.is_empty() {
            parts.push(place.street.clone());
        }
        parts.extend(park.map(|park| short_park_name(park).to_owned()));
        parts.extend(commune.and_then(|code| self.commune(code)).map(commune_name));
        parts.extend(self.province(place.province).map(|province| province.name.clone()));
        parts.join(", ")
    }

    /// A place in a word or two: "KCN Liên Hà Thái", "xã Thái Thụy" or "Hưng Yên". Another province
    /// than the home province is always named: commune names occur again elsewhere.
    pub fn place_short(&self, place: &Place) -> String {
        let park = place.park.as_ref().and_then(|slug| self.park(slug));
        let nearest = (park.map(|park| short_park_name(park).to_owned())).or_else(|| place.commune.and_then(|code| self.commune(code)).map(commune_name));
        let province = self.province(place.province).map(|province| province.name.clone());
        match (nearest, province) {
            (Some(nearest), _) if place.province == self.home => nearest,
            (Some(nearest), Some(province)) => format!("{nearest}, {province}"),
            (nearest, province) => nearest.or(province).unwrap_or_default(),
        }
    }

    /// What a commune of the home province was before July 2025: "huyện Thái Thụy cũ", "thành phố
    /// Thái Bình và huyện Kiến Xương cũ". People still think in districts.
    pub fn former_hint(&self, code: CommuneCode) -> Option<String> {
        let districts = &self.commune(code)?.former_districts;
        let named: Vec<String> = districts
            .iter()
            .map(|name| format!("{} {name}", self.district_kinds.get(name).copied().unwrap_or("huyện")))
            .collect();
        if named.is_empty() { None } else { Some(format!("{} cũ", named.join(" và "))) }
    }
}

/// "huyện", "thị xã", "thành phố".
fn district_word(kind: &str) -> &'static str {
    match kind {
        "thanh_pho" => "thành phố",
        "thi_xa" => "thị xã",
        _ => "huyện",
    }
}

/// "xã Thái Thụy".
pub(super) fn commune_name(commune: &Commune) -> String {
    format!("{} {}", commune.kind.word(), commune.name)
}

/// A park's name without what stands in brackets behind it.
pub(super) fn short_park_name(park: &Park) -> &str {
    park.name.split('(').next().unwrap_or_default().trim_end()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(commune: Option<&str>, park: Option<&str>) -> Place {
        Place {
            commune: commune.map(|code| code.parse().unwrap()),
            park: park.map(|slug| ParkSlug(slug.to_owned())),
            ..Place::province("33".parse().unwrap())
        }
    }

    fn day(written: &str) -> NaiveDate {
        written.parse().unwrap()
    }

    #[test]
    fn places_are_named() {
        let reference = Reference::embedded();
        let park = place(None, Some("lien-ha-thai"));
        assert_eq!(reference.place_label(&park), "KCN Liên Hà Thái, xã Thái Thụy, Hưng Yên");
        assert_eq!(reference.place_short(&park), "KCN Liên Hà Thái");
        assert_eq!(reference.place_short(&place(Some("12826"), None)), "xã Thái Thụy");
        assert_eq!(reference.place_short(&place(None, None)), "Hưng Yên");
        let hanoi = Place {
            commune: Some("00004".parse().unwrap()),
            ..Place::province("01".parse().unwrap())
        };
        assert_eq!(reference.place_short(&hanoi), "phường Ba Đình, Hà Nội");
        assert_eq!(reference.former_hint("12826".parse().unwrap()).as_deref(), Some("huyện Thái Thụy cũ"));
        assert_eq!(
            reference.former_hint("12454".parse().unwrap()).as_deref(),
            Some("thành phố Thái Bình và huyện Kiến Xương cũ")
        );
        assert_eq!(reference.former_hint("00004".parse().unwrap()), None);
    }

    #[test]
    fn the_wage_floor_follows_the_region_and_the_day() {
        let reference = Reference::embedded();
        let floor = |place: &Place, when| reference.wage_floor(place, day(when)).map(|wage| wage.month_vnd.0);
        assert_eq!(floor(&place(Some("12826"), None), "2026-11-22"), Some(4_140_000));
        assert_eq!(floor(&place(None, Some("nguyen-duc-canh")), "2026-11-22"), Some(4_730_000));
        assert_eq!(floor(&place(Some("12826"), None), "2025-12-31"), Some(3_860_000));
        assert_eq!(floor(&place(None, None), "2026-11-22"), None);
    }

    #[test]
    fn near_communes_come_nearest_first() {
        let near = Reference::embedded().communes_within("12826".parse().unwrap(), 10.0);
        assert_eq!(near[0].as_str(), "12826");
        assert!(near.len() > 3 && near.len() < 20, "{near:?}");
        assert!(near.contains(&"12865".parse().unwrap()));
    }

    #[test]
    fn holidays_are_known() {
        assert!(Reference::embedded().is_holiday(day("2026-09-02")));
        assert!(!Reference::embedded().is_holiday(day("2026-11-23")));
    }
}
