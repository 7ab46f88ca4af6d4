//! Provinces, communes, the units they came from, and parks.

use super::super::lists::{Commune, CommuneKind, FormerUnit, Park, Province, WageRegion};
use super::table::{Errors, Row, Table};
use crate::place::{CommuneCode, ParkSlug, Point, ProvinceCode};
use crate::text::slug;
use std::collections::{HashMap, HashSet};

type Files<'f> = &'f dyn Fn(&str) -> Option<String>;

const COMMUNE_KINDS: [(&str, CommuneKind); 3] = [("xa", CommuneKind::Xa), ("phuong", CommuneKind::Phuong), ("dac_khu", CommuneKind::DacKhu)];

/// The wage regions as the lists write them.
pub(super) const WAGE_REGIONS: [(&str, WageRegion); 4] = [("I", WageRegion::I), ("II", WageRegion::II), ("III", WageRegion::III), ("IV", WageRegion::IV)];

/// Provinces; the list of former provinces must say the same as their `former_provinces`.
pub(super) fn provinces(files: Files<'_>, errors: &Errors) -> Vec<Province> {
    let table = Table::open("provinces.csv", &["code", "name", "name_en", "kind", "slug", "former_provinces"], files, errors);
    let provinces = table.keyed(
        "code",
        |province: &Province| province.code,
        |row| {
            let (code, name, name_en, slug) = (row.parsed("code"), row.required("name"), row.required("name_en"), row.required("slug"));
            let kind = row.one_of("kind", &[("tinh", "tinh"), ("thanh_pho", "thanh_pho")]);
            Some(Province {
                code: code?,
                name: name?,
                name_en: name_en?,
                kind: kind?.to_owned(),
                slug: slug?,
                former_provinces: row.parts("former_provinces", ';'),
            })
        },
    );
    let table = Table::open("former_provinces.csv", &["old_code", "old_name", "new_code"], files, errors);
    table.rows(|row| {
        let (_, name, new_code) = (row.digits("old_code", 2), row.required("old_name")?, row.parsed::<ProvinceCode>("new_code")?);
        let Some(province) = provinces.iter().find(|province| province.code == new_code) else {
            row.refuse("new_code", format_args!("there is no province {new_code}"));
            return None;
        };
        // "Hoà Bình" and "Hòa Bình" are one name.
        let listed = province.former_provinces.iter().any(|former| slug(former) == slug(&name));
        row.demand(listed, "old_name", format_args!("provinces.csv does not list it as a part of {}", province.name))
    });
    provinces
}

#[expect(clippy::option_option, reason = "the outer one is failure, as in every reader here; the inner one is an unknown centre")]
fn point(row: &Row<'_>) -> Option<Option<Point>> {
    let (latitude, longitude) = (row.parsed_or_empty::<f64>("lat"), row.parsed_or_empty::<f64>("lon"));
    let (Some(latitude), Some(longitude)) = (latitude?, longitude?) else {
        return Some(None);
    };
    // Viet Nam with its islands; a value outside is a slip of columns.
    row.demand((6.0..24.0).contains(&latitude), "lat", format_args!("{latitude} lies outside the country"))?;
    row.demand((102.0..118.0).contains(&longitude), "lon", format_args!("{longitude} lies outside the country"))?;
    Some(Some(Point { latitude, longitude }))
}

/// Every commune, with the finer knowledge of the home province's list laid over.
pub(super) fn communes(files: Files<'_>, errors: &Errors, provinces: &[Province]) -> Vec<Commune> {
    let known: HashSet<ProvinceCode> = provinces.iter().map(|province| province.code).collect();
    let table = Table::open("communes_all.csv", &["code", "name", "kind", "province_code", "lat", "lon"], files, errors);
    let mut communes = table.keyed(
        "code",
        |commune: &Commune| commune.code,
        |row| {
            let (code, name, kind) = (row.parsed("code"), row.required("name"), row.one_of("kind", &COMMUNE_KINDS));
            let (province_code, point) = (row.parsed::<ProvinceCode>("province_code"), point(row));
            let province_code = province_code?;
            row.demand(known.contains(&province_code), "province_code", format_args!("there is no province {province_code}"))?;
            Some(Commune {
                code: code?,
                name: name?,
                kind: kind?,
                province_code,
                point: point?,
                former_districts: Vec::new(),
                former_province: None,
                wage_region: None,
            })
        },
    );
    let by_code: HashMap<CommuneCode, usize> = communes.iter().enumerate().map(|(position, commune)| (commune.code, position)).collect();
    let columns = ["code", "name", "kind", "province_code", "former_province", "former_districts", "lat", "lon", "wage_region"];
    let table = Table::open("communes_hungyen.csv", &columns, files, errors);
    table.keyed(
        "code",
        |code: &CommuneCode| *code,
        |row| {
            let (code, region, point) = (row.parsed::<CommuneCode>("code"), row.one_of("wage_region", &WAGE_REGIONS), point(row));
            let (kind, province_code) = (row.one_of("kind", &COMMUNE_KINDS), row.parsed::<ProvinceCode>("province_code"));
            let code = code?;
            let Some(commune) = by_code.get(&code).map(|position| &mut communes[*position]) else {
                row.refuse("code", format_args!("communes_all.csv has no commune {code}"));
                return None;
            };
            row.demand(commune.name == row.text("name"), "name", format_args!("communes_all.csv calls it “{}”", commune.name))?;
            row.demand(commune.kind == kind?, "kind", "communes_all.csv says another kind")?;
            row.demand(commune.province_code == province_code?, "province_code", "communes_all.csv says another province")?;
            commune.wage_region = Some(region?);
            commune.former_districts = row.parts("former_districts", ';');
            commune.former_province = Some(row.required("former_province")?);
            commune.point = point?.or(commune.point);
            Some(code)
        },
    );
    communes
}

/// The units of before July 2025 in the home province.
pub(super) fn former_units(files: Files<'_>, errors: &Errors, communes: &[Commune]) -> Vec<FormerUnit> {
    let known: HashSet<CommuneCode> = communes.iter().map(|commune| commune.code).collect();
    let columns = [
        "old_code",
        "old_name",
        "old_kind",
        "old_district",
        "old_district_kind",
        "old_province",
        "new_code",
        "coverage",
        "is_default",
    ];
    let table = Table::open("former_units.csv", &columns, files, errors);
    let units = table.keyed(
        "old_code",
        |unit: &FormerUnit| (unit.old_code.clone(), unit.new_code),
        |row| {
            let (old_code, old_name, old_district) = (row.digits("old_code", 5), row.required("old_name"), row.required("old_district"));
            let old_kind = row.one_of("old_kind", &[("xa", "xa"), ("phuong", "phuong"), ("thi_tran", "thi_tran")]);
            let old_district_kind = row.one_of("old_district_kind", &[("huyen", "huyen"), ("thi_xa", "thi_xa"), ("thanh_pho", "thanh_pho")]);
            let (old_province, new_code) = (row.required("old_province"), row.parsed::<CommuneCode>("new_code"));
            let (whole, is_default) = (
                row.one_of("coverage", &[("full", true), ("part", false)]),
                row.one_of("is_default", &[("1", true), ("0", false)]),
            );
            let new_code = new_code?;
            row.demand(known.contains(&new_code), "new_code", format_args!("there is no commune {new_code}"))?;
            Some(FormerUnit {
                old_code: old_code?,
                old_name: old_name?,
                old_kind: old_kind?.to_owned(),
                old_district: old_district?,
                old_district_kind: old_district_kind?.to_owned(),
                old_province: old_province?,
                new_code,
                whole: whole?,
                is_default: is_default?,
            })
        },
    );
    // Each old unit has one main heir.
    let mut heirs: HashMap<&str, usize> = HashMap::new();
    for unit in &units {
        *heirs.entry(&unit.old_code).or_default() += usize::from(unit.is_default);
    }
    for (old_code, count) in heirs {
        if count != 1 {
            errors.add("former_units.csv", 0, "is_default", format_args!("{old_code} has {count} main heirs"));
        }
    }
    units
}

/// Parks, in the province that their former province went to.
pub(super) fn parks(files: Files<'_>, errors: &Errors, provinces: &[Province], communes: &[Commune]) -> Vec<Park> {
    let known: HashMap<CommuneCode, ProvinceCode> = communes.iter().map(|commune| (commune.code, commune.province_code)).collect();
    let columns = ["slug", "name", "kind", "former_province", "commune_codes", "area_ha", "status", "source_note"];
    let table = Table::open("industrial_parks.csv", &columns, files, errors);
    table.keyed(
        "slug",
        |park: &Park| park.slug.clone(),
        |row| {
            let (written, name, kind, area_ha) = (row.required("slug"), row.required("name"), row.required("kind"), row.parsed_or_empty("area_ha"));
            let former = row.required("former_province")?;
            let Some(province) = provinces.iter().find(|province| province.former_provinces.contains(&former)) else {
                row.refuse("former_province", format_args!("“{former}” is no former province"));
                return None;
            };
            let mut commune_codes = Vec::new();
            for code in row.parts("commune_codes", ' ') {
                let place = code.parse::<CommuneCode>().ok().filter(|code| known.get(code) == Some(&province.code));
                row.demand(place.is_some(), "commune_codes", format_args!("there is no commune {code} in {}", province.name))?;
                commune_codes.extend(place);
            }
            let written = written?;
            row.demand(slug(&written) == written, "slug", format_args!("“{written}” is not a slug"))?;
            Some(Park {
                slug: ParkSlug(written),
                name: name?,
                kind: kind?,
                province_code: province.code,
                commune_codes,
                area_ha: area_ha?,
                status: row.text("status").to_owned(),
                recalled: row.recalled("source_note"),
            })
        },
    )
}
