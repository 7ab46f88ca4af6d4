//! From the parts of one address to a place.

use super::super::lists::{Commune, CommuneKind};
use super::super::lookup::{Reference, commune_name};
use super::address::Address;
use super::names::{District, NamedProvince};
use super::parts::Part;
use crate::place::{CommuneCode, ParkSlug, Place, ProvinceCode};

/// What one address says.
#[derive(Debug)]
pub(super) enum Found {
    /// These places, each with what it was before.
    Places(Vec<(Place, Option<String>)>),
    /// One of these.
    OneOf(Vec<Place>),
    /// Another country.
    Abroad,
    /// The whole country.
    Nationwide,
    /// Nothing that names a place.
    Nothing,
}

fn in_province(province: &NamedProvince) -> (Place, Option<String>) {
    (Place::province(province.code), province.former.as_ref().map(|name| format!("{name} cũ")))
}

/// "7", "Q7", "12".
fn is_numbered(district: &str) -> bool {
    let number = district.trim_start_matches(['q', 'Q']);
    matches!(number.parse::<u8>(), Ok(1..=12))
}

fn in_commune(province: ProvinceCode, commune: CommuneCode) -> Place {
    Place {
        commune: Some(commune),
        ..Place::province(province)
    }
}

impl Reference {
    /// The place of an address; `context` is the province written before a colon.
    pub(super) fn resolve(&self, context: Option<NamedProvince>, parts: Vec<Part>) -> Found {
        let mut address = Address::sort(parts);
        address.ends_in_commune &= context.is_some();
        let several = |provinces: &[NamedProvince]| provinces.windows(2).any(|pair| pair[0].code != pair[1].code);
        let province = match context {
            Some(context) => Some(context),
            None if address.names_only_provinces() && !(address.has_street && several(&address.provinces)) => {
                return match (address.provinces.is_empty(), address.abroad, address.nationwide) {
                    (false, ..) => Found::Places(address.provinces.iter().map(in_province).collect()),
                    (_, true, _) => Found::Abroad,
                    (_, _, true) => Found::Nationwide,
                    _ => Found::Nothing,
                };
            }
            None if several(&address.provinces) => return Found::OneOf(address.provinces.iter().map(|province| in_province(province).0).collect()),
            // Numbered districts were a thing of Hồ Chí Minh City alone.
            None if address.provinces.is_empty() && address.other_districts.iter().any(|name| is_numbered(name)) => self.place_index.province("hồ chí minh"),
            // Of two names of one province the older says more: "Thái Bình, Hưng Yên".
            None => address.provinces.iter().find(|province| province.former.is_some()).or(address.provinces.first()).cloned(),
        };
        let home = self.home();
        if province.as_ref().is_none_or(|province| province.code == home) {
            // In the home province, or where nothing else is named, a bare district name is the district:
            // whether the commune of the same name is meant cannot be known.
            let (districts, bare): (Vec<_>, Vec<_>) = std::mem::take(&mut address.bare)
                .into_iter()
                .partition(|(name, _)| self.place_index.district(name).is_some());
            address.bare = bare;
            address
                .districts
                .extend(districts.into_iter().filter_map(|(name, old)| Some((self.place_index.district(&name)?, old))));
        }
        let names_home = province.as_ref().is_some_and(|province| province.code == home) || (province.is_none() && !address.districts.is_empty());
        if !address.parks.is_empty() && (names_home || province.is_none()) {
            return self.resolve_park(&address, names_home);
        }
        match province {
            _ if names_home => self.resolve_home(province.as_ref(), &address),
            Some(province) => self.resolve_elsewhere(&province, &address),
            None => self.resolve_anywhere(&address),
        }
    }

    fn resolve_park(&self, address: &Address, names_home: bool) -> Found {
        let home = self.home();
        // "KCN số 3" is a name that other provinces use as well.
        let too_common = !names_home && address.parks.iter().any(|park| park.0.starts_with("kcn-so-"));
        let place = |slug: &ParkSlug| {
            let communes = self.park(slug).map(|park| park.commune_codes.as_slice()).unwrap_or_default();
            let written: Vec<CommuneCode> = address
                .communes
                .iter()
                .flat_map(|(name, kind, old)| self.home_communes(name, *kind, *old, None, address))
                .collect();
            let commune = match (communes, written.as_slice()) {
                (_, [one]) if communes.contains(one) => Some(*one),
                ([only], []) => Some(*only),
                _ => None,
            };
            Place {
                commune,
                park: Some(slug.clone()),
                ..Place::province(home)
            }
        };
        match address.parks.as_slice() {
            [one] if !too_common => Found::Places(vec![(place(one), None)]),
            several => Found::OneOf(several.iter().map(place).collect()),
        }
    }

    fn resolve_home(&self, province: Option<&NamedProvince>, address: &Address) -> Found {
        let home = self.home();
        let former = province.and_then(|province| province.former.as_deref());
        let kinded: Vec<Vec<CommuneCode>> = address
            .communes
            .iter()
            .map(|(name, kind, old)| self.home_communes(name, *kind, *old, former, address))
            .collect();
        let mut sets: Vec<Vec<CommuneCode>> = kinded.into_iter().filter(|codes| !codes.is_empty()).collect();
        if sets.is_empty() && address.communes.is_empty() {
            sets = address
                .bare
                .iter()
                .map(|(name, old)| self.home_communes(name, None, *old, former, address))
                .filter(|codes| !codes.is_empty())
                .collect();
        }
        let mut codes: Vec<CommuneCode> = sets.concat();
        codes.sort_unstable();
        codes.dedup();
        match codes.as_slice() {
            [] => {
                let hint = address.districts.iter().map(|(district, _)| self.district_hint(district)).collect::<Vec<_>>().join("; ");
                let former = province.and_then(|province| in_province(province).1);
                Found::Places(vec![(Place::province(home), if hint.is_empty() { former } else { Some(hint) })])
            }
            [one] => Found::Places(vec![(in_commune(home, *one), self.former_hint(*one))]),
            several => Found::OneOf(several.iter().map(|code| in_commune(home, *code)).collect()),
        }
    }

    /// The communes of today in the home province that a name may mean.
    ///
    /// With today's province alone, today's names go before those of before; with a district, a
    /// province of before or "cũ" both count, and where they lead to different communes the answer has
    /// both. A unit that was split leads to each of its heirs.
    fn home_communes(&self, name: &str, kind: Option<CommuneKind>, old: bool, former_province: Option<&str>, address: &Address) -> Vec<CommuneCode> {
        let index = &self.place_index;
        let kinded = address.communes.iter().any(|(written, ..)| written == name);
        let in_districts = |names: &[String]| address.districts.is_empty() || address.districts.iter().any(|(district, _)| names.contains(&district.name));
        let today = |commune: &Commune| {
            commune.province_code == self.home()
                && (!kinded || kind == Some(commune.kind))
                && former_province.is_none_or(|province| commune.former_province.as_deref() == Some(province))
                && in_districts(&commune.former_districts)
        };
        let mut codes: Vec<CommuneCode> = if old {
            Vec::new()
        } else {
            index.communes.find(name).iter().filter(|commune| today(commune)).map(|commune| commune.code).collect()
        };
        let written_today = address.districts.iter().all(|(_, old)| *old) && former_province.is_none() && !old;
        if codes.len() == 1 && written_today {
            return codes;
        }
        let kind_word = kind.map_or("thi_tran", |kind| match kind {
            CommuneKind::Xa => "xa",
            CommuneKind::Phuong => "phuong",
            CommuneKind::DacKhu => "dac_khu",
        });
        codes.extend(
            (index.former_units.find(name).iter())
                .filter(|unit| !kinded || unit.old_kind == kind_word)
                .filter(|unit| former_province.is_none_or(|province| unit.old_province == province))
                .filter(|unit| in_districts(std::slice::from_ref(&unit.old_district)))
                .map(|unit| unit.new_code),
        );
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// In another province: the commune only where it is named with its kind in today's way. A
    /// district or a province of before means an old address, whose communes we have no list of.
    fn resolve_elsewhere(&self, province: &NamedProvince, address: &Address) -> Found {
        if province.former.is_none() && (address.ends_in_commune || (address.other_districts.is_empty() && address.districts.is_empty())) {
            for (name, kind, old) in address.communes.iter().rev().filter(|(.., old)| !old) {
                let communes = self.place_index.communes.find(name);
                let fitting: Vec<&Commune> = communes
                    .iter()
                    .filter(|commune| commune.province_code == province.code && *kind == Some(commune.kind) && !old)
                    .collect();
                match fitting.as_slice() {
                    [] => {}
                    [one] => return Found::Places(vec![(in_commune(province.code, one.code), None)]),
                    several => return Found::OneOf(several.iter().map(|commune| in_commune(province.code, commune.code)).collect()),
                }
            }
        }
        Found::Places(vec![in_province(province)])
    }

    /// Without a province: understood only where no two places bear the name. A bare name of another
    /// province gives that province alone, as it may as well be a district of before.
    fn resolve_anywhere(&self, address: &Address) -> Found {
        let index = &self.place_index;
        let home = self.home();
        let mut found: Vec<(Place, bool)> = Vec::new();
        let mut add = |name: &str, kind: Option<CommuneKind>, kinded: bool, old: bool| {
            if !old {
                for commune in index.communes.find(name) {
                    if !kinded || kind == Some(commune.kind) {
                        found.push((in_commune(commune.province_code, commune.code), kinded));
                    }
                }
            }
            for unit in index.former_units.find(name) {
                let fits = match kind {
                    Some(CommuneKind::Xa) => unit.old_kind == "xa",
                    Some(CommuneKind::Phuong) => unit.old_kind == "phuong",
                    Some(CommuneKind::DacKhu) => false,
                    None => !kinded || unit.old_kind == "thi_tran",
                };
                if fits {
                    found.push((in_commune(home, unit.new_code), kinded));
                }
            }
        };
        for (name, kind, old) in &address.communes {
            add(name, *kind, true, *old);
        }
        if address.communes.is_empty() {
            let others = address.other_districts.iter().map(|name| (name, false));
            for (name, old) in address.bare.iter().map(|(name, old)| (name, *old)).chain(others) {
                add(name, None, false, old);
            }
        }
        let mut places: Vec<Place> = Vec::new();
        for (place, kinded) in found {
            let sure = place.province == home || (kinded && address.other_districts.is_empty());
            let place = if sure { place } else { Place::province(place.province) };
            if !places.contains(&place) {
                places.push(place);
            }
        }
        match places.len() {
            0 if address.abroad => Found::Abroad,
            0 => Found::Nothing,
            1 => {
                let hint = places[0].commune.and_then(|code| self.former_hint(code));
                Found::Places(places.into_iter().map(|place| (place, hint.clone())).collect())
            }
            _ => Found::OneOf(places),
        }
    }

    /// "huyện Thái Thụy cũ: xã Thái Thụy, xã Đông Thụy Anh, …".
    fn district_hint(&self, district: &District) -> String {
        let word = match district.kind.as_str() {
            "thanh_pho" => "thành phố",
            "thi_xa" => "thị xã",
            _ => "huyện",
        };
        let communes: Vec<String> = (self.place_index.of_district.get(&district.name).into_iter().flatten())
            .filter_map(|code| self.commune(*code))
            .map(commune_name)
            .collect();
        format!("{word} {} cũ: {}", district.name, communes.join(", "))
    }
}
