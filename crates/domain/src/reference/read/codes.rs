//! Occupations, industries, training fields, minimum wages, synonyms, holidays.

use super::super::lists::{Industry, MinimumWage, Occupation, OccupationHint, OccupationTitle, PublicHoliday, SynonymGroup, SynonymKind, TrainingField, TrainingGroup};
use super::land::WAGE_REGIONS;
use super::table::{Errors, Row, Table};
use crate::money::Vnd;
use crate::text::fold;
use std::collections::HashSet;

type Files<'f> = &'f dyn Fn(&str) -> Option<String>;

/// The level a row gives, which must be the length of its code.
fn level(row: &Row<'_>, code: &str) -> Option<u8> {
    let level = row.parsed::<u8>("level")?;
    row.demand(
        usize::from(level) == code.len(),
        "level",
        format_args!("“{level}” is not the level of a code of {} digits", code.len()),
    )?;
    Some(level)
}

/// VSCO: a code's parent is its prefix.
pub(super) fn occupations(files: Files<'_>, errors: &Errors) -> Vec<Occupation> {
    let table = Table::open("occupations_vsco.csv", &["code", "level", "parent", "name", "name_en_isco08", "source"], files, errors);
    let occupations = table.keyed(
        "code",
        |occupation: &Occupation| occupation.code.clone(),
        |row| {
            let code = row.digits("code", row.text("code").len().clamp(1, 4))?;
            let (level, name) = (level(row, &code), row.required("name"));
            row.demand(
                row.text("parent") == &code[..code.len() - 1],
                "parent",
                format_args!("“{}” is not the prefix of {code}", row.text("parent")),
            )?;
            Some(Occupation {
                level: level?,
                name: name?,
                name_en: row.optional("name_en_isco08"),
                recalled: row.recalled("source"),
                code,
            })
        },
    );
    let known: HashSet<&str> = occupations.iter().map(|occupation| occupation.code.as_str()).collect();
    table.rows(|row| {
        let parent = row.text("parent");
        row.demand(parent.is_empty() || known.contains(parent), "parent", format_args!("there is no occupation {parent}"))
    });
    occupations
}

fn demand_occupation(row: &Row<'_>, field: &str, code: &str, occupations: &[Occupation]) -> Option<()> {
    let known = occupations.iter().any(|occupation| occupation.level == 4 && occupation.code == code);
    row.demand(known, field, format_args!("there is no occupation {code}"))
}

/// Finer titles under the four-digit occupations.
pub(super) fn occupation_titles(files: Files<'_>, errors: &Errors, occupations: &[Occupation]) -> Vec<OccupationTitle> {
    let table = Table::open("occupation_titles_vsco.csv", &["code4", "title"], files, errors);
    table.rows(|row| {
        let (code4, title) = (row.digits("code4", 4)?, row.required("title")?);
        demand_occupation(row, "code4", &code4, occupations)?;
        Some(OccupationTitle { code4, title })
    })
}

/// Our own phrases; one phrase may mean several occupations.
pub(super) fn occupation_hints(files: Files<'_>, errors: &Errors, occupations: &[Occupation]) -> Vec<OccupationHint> {
    let table = Table::open("occupation_hints.csv", &["phrase", "code"], files, errors);
    table.keyed(
        "phrase",
        |hint: &OccupationHint| (hint.phrase.clone(), hint.code.clone()),
        |row| {
            let (phrase, code) = (row.required("phrase")?, row.digits("code", 4)?);
            demand_occupation(row, "code", &code, occupations)?;
            Some(OccupationHint { phrase, code })
        },
    )
}

/// VSIC 2018 in four levels and the sections of VSIC 2025.
pub(super) fn industries(files: Files<'_>, errors: &Errors) -> Vec<Industry> {
    let table = Table::open("industries_vsic2025_l1.csv", &["code", "name", "name_en"], files, errors);
    let sections = table.keyed(
        "code",
        |industry: &Industry| industry.code.clone(),
        |row| {
            let (code, name) = (row.required("code")?, row.required("name")?);
            Some(Industry {
                version: 2025,
                code,
                level: 1,
                parent: None,
                name,
                name_en: row.optional("name_en"),
                section_2025: None,
            })
        },
    );
    let table = Table::open("industries_vsic2018.csv", &["code", "level", "parent", "name", "name_en", "section_2025"], files, errors);
    let mut known: HashSet<String> = HashSet::new();
    let mut industries = table.keyed(
        "code",
        |industry: &Industry| industry.code.clone(),
        |row| {
            let (code, name) = (row.required("code")?, row.required("name"));
            // A section is a letter; the others carry their level in their length.
            let level = if code.len() == 1 { row.one_of("level", &[("1", 1)])? } else { level(row, &code)? };
            let parent = row.optional("parent");
            let fits = match (level, &parent) {
                (1, None) => true,
                (2, Some(parent)) => known.contains(parent),
                (_, Some(parent)) => code.starts_with(parent.as_str()) && known.contains(parent),
                _ => false,
            };
            row.demand(fits, "parent", format_args!("“{}” is not above {code}", row.text("parent")))?;
            let section_2025 = row.optional("section_2025");
            if let Some(section) = &section_2025 {
                row.demand(
                    sections.iter().any(|known| known.code == *section),
                    "section_2025",
                    format_args!("VSIC 2025 has no section {section}"),
                )?;
            }
            known.insert(code.clone());
            Some(Industry {
                version: 2018,
                code,
                level,
                parent,
                name: name?,
                name_en: row.optional("name_en"),
                section_2025,
            })
        },
    );
    industries.extend(sections);
    industries
}

/// Groups of training fields, levels 2 and 3.
pub(super) fn training_groups(files: Files<'_>, errors: &Errors) -> Vec<TrainingGroup> {
    let table = Table::open("training_groups.csv", &["code", "level", "parent", "name", "source"], files, errors);
    let mut known: HashSet<String> = HashSet::new();
    table.keyed(
        "code",
        |group: &TrainingGroup| group.code.clone(),
        |row| {
            let level = row.one_of("level", &[("2", 2_u8), ("3", 3)])?;
            let (code, name, parent) = (row.digits("code", usize::from(level - 1) * 2)?, row.required("name"), row.optional("parent"));
            let fits = match &parent {
                None => level == 2,
                Some(parent) => level == 3 && code.starts_with(parent.as_str()) && known.contains(parent),
            };
            row.demand(fits, "parent", format_args!("“{}” is not above {code}", row.text("parent")))?;
            known.insert(code.clone());
            Some(TrainingGroup {
                code,
                level,
                parent,
                name: name?,
                recalled: row.recalled("source"),
            })
        },
    )
}

/// Training fields: seven digits, the first of which is the level and the next four the group.
pub(super) fn training_fields(files: Files<'_>, errors: &Errors, groups: &[TrainingGroup]) -> Vec<TrainingField> {
    let table = Table::open("training_fields.csv", &["code", "level", "name", "group", "vsco_prefix_hint", "source"], files, errors);
    table.keyed(
        "code",
        |field: &TrainingField| field.code.clone(),
        |row| {
            let (code, name) = (row.digits("code", 7)?, row.required("name"));
            let (level, digit) = row.one_of("level", &[("trung_cap", ("trung_cap", '5')), ("cao_dang", ("cao_dang", '6'))])?;
            row.demand(code.starts_with(digit), "level", format_args!("{code} is not of level {level}"))?;
            let group = row.digits("group", 4)?;
            // A field may stand in a group whose name the list doesn't have yet; its field of two digits must be known.
            let known = code[1..5] == group && groups.iter().any(|known| group.starts_with(&known.code));
            row.demand(known, "group", format_args!("{group} is not the group of {code}"))?;
            Some(TrainingField {
                code,
                level: level.to_owned(),
                name: name?,
                group,
                vsco_prefix_hint: row.optional("vsco_prefix_hint"),
                recalled: row.recalled("source"),
            })
        },
    )
}

/// Regional minimum wages.
pub(super) fn minimum_wages(files: Files<'_>, errors: &Errors) -> Vec<MinimumWage> {
    let table = Table::open("minimum_wage.csv", &["effective_from", "region", "month_vnd", "hour_vnd", "decree"], files, errors);
    table.keyed(
        "region",
        |wage: &MinimumWage| (wage.effective_from, wage.region),
        |row| {
            let (effective_from, region) = (row.parsed("effective_from"), row.one_of("region", &WAGE_REGIONS));
            let (month, hour, decree) = (row.parsed::<i64>("month_vnd"), row.parsed::<i64>("hour_vnd"), row.required("decree"));
            let (month, hour) = (month?, hour?);
            row.demand((1_000_000..100_000_000).contains(&month), "month_vnd", format_args!("{month} is not a wage a month in VND"))?;
            row.demand((1_000..1_000_000).contains(&hour), "hour_vnd", format_args!("{hour} is not a wage an hour in VND"))?;
            Some(MinimumWage {
                effective_from: effective_from?,
                region: region?,
                month_vnd: Vnd(month),
                hour_vnd: Vnd(hour),
                decree: decree?,
            })
        },
    )
}

/// Groups of words that mean the same.
pub(super) fn synonyms(files: Files<'_>, errors: &Errors) -> Vec<SynonymGroup> {
    let kinds = [
        ("abbr", SynonymKind::Abbr),
        ("occ", SynonymKind::Occ),
        ("place", SynonymKind::Place),
        ("field", SynonymKind::Field),
        ("benefit", SynonymKind::Benefit),
        ("attr", SynonymKind::Attr),
    ];
    let table = Table::open(
        "synonyms_vi.csv",
        &["group_id", "kind", "canonical", "variants", "canonical_folded", "exact_only"],
        files,
        errors,
    );
    table.keyed(
        "group_id",
        |group: &SynonymGroup| group.group_id,
        |row| {
            let (group_id, kind, canonical) = (row.parsed("group_id"), row.one_of("kind", &kinds), row.required("canonical"));
            let (variants, exact_only, canonical) = (row.parts("variants", '|'), row.parts("exact_only", '|'), canonical?);
            row.demand(!variants.is_empty(), "variants", "is empty")?;
            row.demand(
                fold(&canonical) == row.text("canonical_folded"),
                "canonical_folded",
                format_args!("“{canonical}” folds to “{}”", fold(&canonical)),
            )?;
            Some(SynonymGroup {
                group_id: group_id?,
                kind: kind?,
                canonical,
                variants,
                exact_only,
            })
        },
    )
}

/// Public holidays.
pub(super) fn holidays(files: Files<'_>, errors: &Errors) -> Vec<PublicHoliday> {
    let table = Table::open("public_holidays.csv", &["date", "name", "source"], files, errors);
    table.keyed(
        "date",
        |holiday: &PublicHoliday| holiday.date,
        |row| {
            let (date, name, source) = (row.parsed("date"), row.required("name"), row.required("source"));
            source?;
            Some(PublicHoliday {
                date: date?,
                name: name?,
                recalled: row.recalled("source"),
            })
        },
    )
}
