//! Wages and places of real job advertisements: how many are understood, and none wrongly.

use sanviec_domain::reference::Reference;
use sanviec_domain::reference::places::PlaceReading;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_domain::written::read_wage;
use std::collections::BTreeMap;
use std::time::Instant;

/// The rows of a file in `tests/data/`, by column.
fn rows(file: &str) -> Vec<BTreeMap<String, String>> {
    let path = format!("{}/../../tests/data/{file}", env!("CARGO_MANIFEST_DIR"));
    csv::Reader::from_path(&path).unwrap().deserialize().map(Result::unwrap).collect()
}

#[test]
fn nearly_all_real_wages_and_places_are_understood() {
    let rows = rows("real_vacancy_titles.csv");
    let reference = Reference::embedded();
    let (mut wages, mut places) = (BTreeMap::new(), BTreeMap::new());
    let start = Instant::now();
    for row in &rows {
        if let Err(reason) = read_wage(&row["wage_text"]) {
            *wages.entry(format!("{}: {reason}", row["wage_text"])).or_insert(0_usize) += 1;
        }
        match reference.read_place(&row["place_text"]) {
            PlaceReading::Understood { .. } => {}
            other => *places.entry(format!("{:.120} | {:.200}", row["place_text"], format!("{other:?}"))).or_insert(0_usize) += 1,
        }
    }
    let share = |missed: &BTreeMap<String, usize>| 100.0 * (1.0 - missed.values().sum::<usize>() as f64 / rows.len() as f64);
    println!(
        "{} rows in {:?}; wages {:.2} %, places {:.2} % understood",
        rows.len(),
        start.elapsed(),
        share(&wages),
        share(&places)
    );
    println!("not understood: {wages:#?} {places:#?}");
    assert!(share(&wages) >= 99.0, "{wages:#?}");
    assert!(share(&places) >= 95.0, "{places:#?}");
}

/// Saying less than the text is allowed and counted; saying something else is not.
fn fits(field: &str, expected: &str, read: &str, less: &mut usize, wrong: &mut Vec<String>) {
    if expected == read {
    } else if read.is_empty() {
        *less += 1;
    } else {
        wrong.push(format!("{field}: “{read}” instead of “{expected}”"));
    }
}

#[test]
fn nothing_checked_by_hand_is_read_wrongly() {
    let reference = Reference::embedded();
    let text = |amount: Option<i64>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    let (mut less, mut wrong) = (0, Vec::new());
    let rows = rows("real_wording_checked.csv");
    assert!(rows.len() >= 100);
    for row in &rows {
        let mut mistakes = Vec::new();
        let mut check = |field: &str, read: &str| fits(field, &row[field], read, &mut less, &mut mistakes);
        if let Ok(wage) = read_wage(&row["wage_text"]) {
            let (from, to) = match (wage.range, wage.foreign) {
                (Some(range), _) => (range.from.map(|amount| amount.0), range.to.map(|amount| amount.0)),
                (_, Some(foreign)) => (foreign.from, foreign.to),
                _ => (None, None),
            };
            check("expected_from", &text(from));
            check("expected_to", &text(to));
            check("period", wage.period.key());
            check("negotiable", &wage.negotiable.to_string());
            check(
                "currency",
                wage.foreign.map_or(if wage.range.is_some() { "VND" } else { "" }, |foreign| foreign.currency.key()),
            );
        } else {
            check("expected_from", "");
            check("expected_to", "");
        }
        if let PlaceReading::Understood { place, others, unnamed, .. } = reference.read_place(&row["place_text"]) {
            check("expected_province_code", place.province.as_str());
            check("expected_commune", place.commune.as_ref().map_or("", |code| code.as_str()));
            check("expected_park", place.park.as_ref().map_or("", |slug| slug.0.as_str()));
            check("n_others", &(others.len() + usize::from(unnamed)).to_string());
        } else {
            check("expected_province_code", "");
        }
        wrong.extend(mistakes.into_iter().map(|mistake| format!("{} | {} | {mistake}", row["wage_text"], row["place_text"])));
    }
    println!("{} rows checked by hand, {less} fields read as less than they say", rows.len());
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(less <= 5, "{less} fields read as less than they say");
}

#[test]
fn most_real_titles_find_occupations_quickly() {
    let rows = rows("real_vacancy_titles.csv");
    let reference = Reference::embedded();
    let start = Instant::now();
    let found = rows.iter().filter(|row| !reference.propose_occupations(&row["title"], 5).is_empty()).count();
    let each = start.elapsed() / rows.len() as u32;
    println!("{found} of {} titles find an occupation, {each:?} a title in this build", rows.len());
    assert!(found * 100 >= rows.len() * 95, "{found}");
}
