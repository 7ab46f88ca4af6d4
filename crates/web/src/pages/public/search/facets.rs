//! The filters beside the results: what is offered with how many, what is in force.

use crate::queries::{self, Asked};
use crate::visit::Visit;
use sanviec_domain::money::Vnd;
use sanviec_domain::place::ParkSlug;
use sanviec_domain::query::{Facet, PlaceFilter, VacancyQuery, WAGE_STEPS};
use sanviec_domain::vocabulary::{Benefit, Contract, Experience, Shift, Vocabulary};
use sanviec_render::pages::{Chip, FacetGroup, FacetOption};
use sanviec_search::FacetCounts;

/// Options of one filter at most.
const MOST: usize = 24;
/// Benefits that decide, in the order of the fact strip.
const BENEFITS: [Benefit; 6] = [
    Benefit::Bus,
    Benefit::Dormitory,
    Benefit::Insurance,
    Benefit::HousingSupport,
    Benefit::Training,
    Benefit::Nursery,
];

/// The filters on offer with their counts.
pub fn groups(visit: &Visit, counts: &[FacetCounts], query: &VacancyQuery) -> Vec<FacetGroup> {
    counts
        .iter()
        .map(|facet| FacetGroup {
            facet: facet.facet,
            options: options(visit, facet, query),
        })
        .filter(|group| !group.options.is_empty())
        .collect()
}

fn options(visit: &Visit, facet: &FacetCounts, query: &VacancyQuery) -> Vec<FacetOption> {
    let count_of = |key: &str| facet.counts.iter().find(|(known, _)| known == key).map_or(0, |(_, count)| *count);
    let reference = &visit.app.exchange.reference;
    match facet.facet {
        Facet::Park => by_count(
            facet,
            |key| reference.park(&ParkSlug(key.to_owned())).map(|park| park_name(&park.name)),
            |key| query.places.contains(&PlaceFilter::Park(ParkSlug(key.to_owned()))),
        ),
        Facet::Occupation => {
            // Two digits say enough to a reader; the level above is too coarse, below too fine.
            let two: Vec<(String, u64)> = facet.counts.iter().filter(|(key, _)| key.len() == 2).cloned().collect();
            let two = FacetCounts { facet: facet.facet, counts: two };
            by_count(
                &two,
                |key| reference.occupation_name(key, visit.locale).map(str::to_owned),
                |key| query.occupations.iter().any(|code| code == key),
            )
        }
        Facet::Wage => WAGE_STEPS
            .iter()
            .map(|step| {
                let (key, millions) = (Vnd::millions(*step).0.to_string(), step.to_string());
                let count = count_of(&key).max(count_of(&millions));
                FacetOption {
                    label: visit.texts().fill("wage-from", "n", millions.clone()),
                    count,
                    selected: query.wage_from == Some(Vnd::millions(*step)),
                    value: millions,
                }
            })
            .filter(|option| option.count > 0 || option.selected)
            .collect(),
        Facet::Shift => words::<Shift>(visit, Shift::ALL, &count_of, &query.shifts),
        Facet::Contract => words::<Contract>(visit, Contract::ALL, &count_of, &query.contracts),
        Facet::Benefit => words::<Benefit>(visit, &BENEFITS, &count_of, &query.benefits),
        Facet::Experience => words::<Experience>(visit, Experience::ALL, &count_of, &query.experience),
        Facet::Commune | Facet::Province | Facet::WorkTime => Vec::new(),
    }
}

fn by_count(facet: &FacetCounts, label: impl Fn(&str) -> Option<String>, selected: impl Fn(&str) -> bool) -> Vec<FacetOption> {
    let mut options: Vec<FacetOption> = facet
        .counts
        .iter()
        .filter_map(|(key, count)| {
            Some(FacetOption {
                value: key.clone(),
                label: label(key)?,
                count: *count,
                selected: selected(key),
            })
        })
        .collect();
    options.sort_by(|a, b| b.selected.cmp(&a.selected).then(b.count.cmp(&a.count)).then(a.label.cmp(&b.label)));
    options.truncate(MOST);
    options
}

fn words<V: Vocabulary>(visit: &Visit, offered: &[V], count_of: &impl Fn(&str) -> u64, chosen: &[V]) -> Vec<FacetOption> {
    offered
        .iter()
        .map(|word| FacetOption {
            value: word.key().to_owned(),
            label: word.label(visit.locale).to_owned(),
            count: count_of(word.key()),
            selected: chosen.contains(word),
        })
        .filter(|option| option.count > 0 || option.selected)
        .collect()
}

/// The filters in force, each with the search without it.
pub fn chips(visit: &Visit, asked: &Asked, address: &impl Fn(&Asked) -> String) -> Vec<Chip> {
    without(visit, asked)
        .into_iter()
        .skip(usize::from(!asked.query.text.is_empty()))
        .map(|(label, fewer)| Chip { label, href: address(&fewer) })
        .collect()
}

/// The search without each of its parts: first without its words, then without each filter.
pub fn without(visit: &Visit, asked: &Asked) -> Vec<(String, Asked)> {
    let query = &asked.query;
    let mut ways = Vec::new();
    let mut way = |label: String, change: &dyn Fn(&mut VacancyQuery)| {
        let mut fewer = Asked {
            place_text: String::new(),
            ..asked.clone()
        };
        change(&mut fewer.query);
        ways.push((label, fewer));
    };
    if !query.text.is_empty() {
        way(query.text.clone(), &|query| query.text.clear());
    }
    for place in &query.places {
        way(place_label(visit, place), &|query| query.places.retain(|other| other != place));
    }
    for code in &query.occupations {
        let label = visit.app.exchange.reference.occupation_name(code, visit.locale).unwrap_or(code).to_owned();
        way(label, &|query| query.occupations.retain(|other| other != code));
    }
    if let Some(wage) = query.wage_from {
        way(visit.texts().fill("wage-from", "n", queries::millions(wage).replace('.', ",")), &|query| {
            query.wage_from = None;
        });
    }
    for shift in &query.shifts {
        way(shift.label(visit.locale).to_owned(), &|query| query.shifts.retain(|other| other != shift));
    }
    for contract in &query.contracts {
        way(contract.label(visit.locale).to_owned(), &|query| query.contracts.retain(|other| other != contract));
    }
    for benefit in &query.benefits {
        way(benefit.label(visit.locale).to_owned(), &|query| query.benefits.retain(|other| other != benefit));
    }
    for experience in &query.experience {
        way(experience.label(visit.locale).to_owned(), &|query| query.experience.retain(|other| other != experience));
    }
    for time in &query.work_times {
        way(time.label(visit.locale).to_owned(), &|query| query.work_times.retain(|other| other != time));
    }
    ways
}

fn place_label(visit: &Visit, place: &PlaceFilter) -> String {
    let reference = &visit.app.exchange.reference;
    let commune = |code: &sanviec_domain::place::CommuneCode| {
        reference
            .commune(*code)
            .map(|commune| format!("{} {}", commune.kind.word(), commune.name))
            .unwrap_or_default()
    };
    match place {
        PlaceFilter::Province(code) => reference.province(*code).map(|province| province.name.clone()).unwrap_or_default(),
        PlaceFilter::Commune(code) => commune(code),
        PlaceFilter::Near(code, km) => format!("{} + {km} km", commune(code)),
        PlaceFilter::Park(slug) => reference.park(slug).map(|park| park_name(&park.name)).unwrap_or_default(),
        PlaceFilter::District(name) => format!("{name} (cũ)"),
    }
}

/// A park's name without what stands in brackets.
pub fn park_name(name: &str) -> String {
    name.split(" (").next().unwrap_or(name).to_owned()
}
