//! How fast the index is built and searched, on a corpus and queries of `bench/gen_jobs.py`:
//!
//! ```text
//! cargo run --release -p sanviec-search --example measure -- corpus.jsonl queries.jsonl [index folder]
//! ```

use chrono::NaiveDate;
use sanviec_domain::ids::{OrganisationId, VacancyId, VacancyNumber};
use sanviec_domain::money::Vnd;
use sanviec_domain::place::{CommuneCode, ParkSlug, Place, ProvinceCode};
use sanviec_domain::query::{Facet, PlaceFilter, Sort, VacancyQuery};
use sanviec_domain::reference::{Lists, Reference};
use sanviec_domain::vocabulary::{Contract, Shift};
use sanviec_search::{IndexChange, PageRequest, VacancyDocument, VacancyIndex};
use serde_json::Value;
use std::error::Error;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};
use uuid::Uuid;

fn text(row: &Value, field: &str) -> String {
    row[field].as_str().unwrap_or_default().to_owned()
}

fn number(row: &Value, field: &str) -> i64 {
    row[field].as_i64().unwrap_or_default()
}

/// The corpus has invented communes: the real ones stand in for them.
fn commune(reference: &Reference, row: &Value) -> CommuneCode {
    let communes = &reference.lists().communes;
    communes[(number(row, "commune") - 10_000).max(0) as usize % communes.len()].code
}

fn province(reference: &Reference, row: &Value) -> ProvinceCode {
    let provinces = reference.provinces();
    provinces[(number(row, "province") - 1).max(0) as usize % provinces.len()].code
}

fn shift(written: &str) -> Option<Shift> {
    [
        ("hanh_chinh", Shift::Office),
        ("hai_ca", Shift::TwoShifts),
        ("ba_ca", Shift::ThreeShifts),
        ("ca_dem", Shift::Night),
        ("linh_hoat", Shift::Flexible),
    ]
    .into_iter()
    .find(|(key, _)| *key == written)
    .map(|(_, shift)| shift)
}

fn contract(written: &str) -> Option<Contract> {
    match written {
        "khong_thoi_han" => Some(Contract::Indefinite),
        "xac_dinh_thoi_han" => Some(Contract::TwelveToThirtySixMonths),
        "" => None,
        _ => Some(Contract::UnderTwelveMonths),
    }
}

fn document(reference: &Reference, row: &Value) -> Result<VacancyDocument, Box<dyn Error>> {
    let id = number(row, "id");
    let parks = reference.parks();
    let park = row["park"].as_str().map(|name| ParkSlug(parks[name.len() % parks.len()].slug.0.clone()));
    let day: NaiveDate = text(row, "published_at").parse()?;
    let mut place_names: Vec<String> = row["park"].as_str().map(|name| format!("KCN {name}")).into_iter().collect();
    place_names.extend([text(row, "commune_name"), text(row, "province_name")]);
    Ok(VacancyDocument {
        id: VacancyId(Uuid::from_u128(id as u128 + 1)),
        number: VacancyNumber(id + 1),
        title: text(row, "title"),
        employer: OrganisationId(Uuid::from_u128(number(row, "employer_id") as u128)),
        employer_name: text(row, "employer"),
        occupation: Some(text(row, "occupation_code")),
        occupation_names: vec![text(row, "occupation")],
        place: Place {
            commune: Some(commune(reference, row)),
            park,
            ..Place::province(province(reference, row))
        },
        place_names,
        description: text(row, "description"),
        requirements: String::new(),
        extra: row["skills"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|skill| skill.as_str().map(str::to_owned))
            .collect(),
        pay_from: row["salary_min"].as_i64(),
        pay_to: row["salary_max"].as_i64(),
        shift: shift(&text(row, "shift")),
        contract: contract(&text(row, "contract")),
        benefits: Vec::new(),
        experience: None,
        work_time: None,
        published_at: day.and_hms_opt(8, 0, 0).ok_or("no such time")?.and_utc(),
        deadline: day + chrono::Days::new(30),
        card: vec![7; 300],
    })
}

fn query(reference: &Reference, row: &Value) -> VacancyQuery {
    let filters = &row["filters"];
    let mut query = VacancyQuery {
        text: text(row, "text"),
        ..VacancyQuery::default()
    };
    if filters["province"].is_i64() {
        query.places.push(PlaceFilter::Province(province(reference, filters)));
    }
    if filters["commune"].is_i64() {
        query.places.push(PlaceFilter::Commune(commune(reference, filters)));
    }
    query.wage_from = filters["salary_min"].as_i64().map(Vnd);
    query.shifts = filters["shift"].as_str().and_then(shift).into_iter().collect();
    query.contracts = filters["contract"].as_str().and_then(contract).into_iter().collect();
    query
}

fn lines(path: &str) -> Result<impl Iterator<Item = Value> + use<>, Box<dyn Error>> {
    Ok(BufReader::new(File::open(path)?)
        .lines()
        .map_while(Result::ok)
        .filter_map(|line| serde_json::from_str(&line).ok()))
}

fn report(what: &str, mut times: Vec<Duration>) {
    times.sort();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1e6;
    let mean = times.iter().sum::<Duration>().as_secs_f64() * 1e6 / times.len() as f64;
    println!(
        "{what:28} mean {mean:8.1} µs   p50 {:8.1}   p95 {:8.1}   p99 {:8.1}   max {:8.1}",
        at(0.5),
        at(0.95),
        at(0.99),
        at(1.0)
    );
}

/// Seconds of processor that this process has used, all threads together (100 ticks a second).
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let ticks = |field: usize| {
        stat.rsplit(')')
            .next()
            .and_then(|rest| rest.split_whitespace().nth(field)?.parse::<f64>().ok())
            .unwrap_or(0.0)
    };
    (ticks(11) + ticks(12)) / 100.0
}

fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status
        .lines()
        .filter(|line| line.starts_with("VmHWM") || line.starts_with("RssAnon") || line.starts_with("VmRSS"))
        .collect::<Vec<_>>()
        .join(", ")
        .replace(['\t', ' '], "")
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [corpus, asked, rest @ ..] = arguments.as_slice() else {
        return Err("corpus.jsonl queries.jsonl [index folder]".into());
    };
    let folder = rest.first().map_or("/tmp/search-measure", String::as_str);
    let reference = Arc::new(Reference::new(Lists::embedded(), Reference::HUNG_YEN.parse()?));
    let index = VacancyIndex::open(Path::new(folder), reference.clone())?;
    if index.documents() == 0 {
        // Read first, so that the time is the index's own.
        let documents: Vec<VacancyDocument> = lines(corpus)?.map(|row| document(&reference, &row)).collect::<Result<_, _>>()?;
        let (begun, used) = (Instant::now(), processor());
        let count = documents.len();
        index.rebuild(documents.into_iter(), 1)?;
        let took = begun.elapsed();
        let used = processor() - used;
        println!(
            "built {count} in {took:.2?} ({used:.2} s of processor): {:.0} a second; {}",
            count as f64 / took.as_secs_f64(),
            memory()
        );
    }
    println!("{index:?} {}", memory());
    let queries: Vec<VacancyQuery> = lines(asked)?.map(|row| query(&reference, &row)).collect();
    let page = PageRequest::first(20);
    let (mut found, mut none, mut corrected) = (0, 0, 0);
    for query in &queries {
        let result = index.search(query, &page, &[])?;
        found += result.total;
        none += usize::from(result.total == 0);
        corrected += usize::from(result.corrected.is_some());
    }
    println!(
        "{} queries: {} found on average, {none} found nothing, {corrected} corrected",
        queries.len(),
        found / queries.len()
    );
    let run = |what: &str, page: &PageRequest, facets: &[Facet], change: &dyn Fn(&VacancyQuery) -> VacancyQuery| -> Result<(), Box<dyn Error>> {
        let mut times = Vec::with_capacity(queries.len());
        for query in &queries {
            let query = change(query);
            let begun = Instant::now();
            std::hint::black_box(index.search(&query, page, facets)?);
            times.push(begun.elapsed());
        }
        report(what, times);
        Ok(())
    };
    run("20 hits", &page, &[], &Clone::clone)?;
    run("20 hits, 10 facets", &page, &Facet::ALL, &Clone::clone)?;
    run("count only", &PageRequest::first(0), &[], &Clone::clone)?;
    run("newest first", &page, &[], &|query| VacancyQuery {
        sort: Some(Sort::Newest),
        ..query.clone()
    })?;
    run("no words, 10 facets", &page, &Facet::ALL, &|query| VacancyQuery {
        text: String::new(),
        ..query.clone()
    })?;
    let mut times = Vec::new();
    std::hint::black_box(index.suggest("c", 8));
    for query in &queries {
        let prefix: String = query.text.chars().take(5).collect();
        let begun = Instant::now();
        std::hint::black_box(index.suggest(&prefix, 8));
        times.push(begun.elapsed());
    }
    report("suggestions", times);
    let changes: Vec<VacancyDocument> = lines(corpus)?.take(200).map(|row| document(&reference, &row)).collect::<Result<_, _>>()?;
    let mut times = Vec::new();
    for (document, seq) in changes.into_iter().zip(2..) {
        let begun = Instant::now();
        index.apply(vec![IndexChange::Put(Box::new(document))], seq)?;
        times.push(begun.elapsed());
    }
    report("one change until found", times);
    println!("{}", memory());
    Ok(())
}
