//! The filters of a query, decided row by row, and the facets counted on the way.

use crate::found::FacetCounts;
use crate::rows::{NO_OCCUPATION, NONE, OCCUPATIONS, ONE_DIGIT, Places, Row, bit, occupation_number};
use sanviec_domain::place::CommuneCode;
use sanviec_domain::query::{Facet, PlaceFilter, VacancyQuery, WAGE_STEPS};
use sanviec_domain::reference::Reference;
use sanviec_domain::text::fold;
use sanviec_domain::vocabulary::{Benefit, Contract, Experience, Shift, Vocabulary, WorkTime};

/// The kinds of filter, a bit each: a row is marked with the kinds that refuse it.
mod kind {
    pub(super) const PLACE: u16 = 1;
    pub(super) const OCCUPATION: u16 = 2;
    pub(super) const WAGE: u16 = 4;
    pub(super) const SHIFT: u16 = 8;
    pub(super) const CONTRACT: u16 = 16;
    pub(super) const BENEFIT: u16 = 32;
    pub(super) const EXPERIENCE: u16 = 64;
    pub(super) const WORK_TIME: u16 = 128;
}

fn kind_of(facet: Facet) -> u16 {
    match facet {
        Facet::Park | Facet::Commune | Facet::Province => kind::PLACE,
        Facet::Occupation => kind::OCCUPATION,
        Facet::Wage => kind::WAGE,
        Facet::Shift => kind::SHIFT,
        Facet::Contract => kind::CONTRACT,
        Facet::Benefit => kind::BENEFIT,
        Facet::Experience => kind::EXPERIENCE,
        Facet::WorkTime => kind::WORK_TIME,
    }
}

/// Which places are meant, by position in the reference lists.
struct PlaceSet {
    provinces: Vec<bool>,
    communes: Vec<bool>,
    /// Parks meant themselves.
    parks: Vec<bool>,
    /// Parks that lie in one of the communes, for vacancies that name no commune.
    around: Vec<bool>,
}

/// A query's filters, ready to be decided on rows. The employer isn't among them: see
/// [`crate::search`].
pub(crate) struct Filters {
    kinds: u16,
    places: Option<PlaceSet>,
    occupations: Vec<bool>,
    wage: u64,
    shifts: u32,
    contracts: u32,
    benefits: u16,
    experience: u32,
    work_times: u32,
}

fn bits<V: Vocabulary>(values: &[V]) -> u32 {
    values.iter().fold(0, |bits, value| bits | bit(*value))
}

impl Filters {
    pub(crate) fn new(query: &VacancyQuery, reference: &Reference, places: &Places) -> Self {
        let mut filters = Self {
            kinds: 0,
            places: None,
            occupations: Vec::new(),
            wage: query.wage_from.map_or(0, |wage| wage.0.max(0) as u64),
            shifts: bits(&query.shifts),
            contracts: bits(&query.contracts),
            benefits: bits(&query.benefits) as u16,
            experience: bits(&query.experience),
            work_times: bits(&query.work_times),
        };
        let kinds = [
            (kind::PLACE, !query.places.is_empty()),
            (kind::OCCUPATION, !query.occupations.is_empty()),
            (kind::WAGE, query.wage_from.is_some()),
            (kind::SHIFT, filters.shifts != 0),
            (kind::CONTRACT, filters.contracts != 0),
            (kind::BENEFIT, filters.benefits != 0),
            (kind::EXPERIENCE, filters.experience != 0),
            (kind::WORK_TIME, filters.work_times != 0),
        ];
        filters.kinds = kinds.into_iter().filter(|(_, set)| *set).map(|(kind, _)| kind).sum();
        if !query.places.is_empty() {
            filters.places = Some(PlaceSet::new(&query.places, reference, places));
        }
        if !query.occupations.is_empty() {
            filters.occupations = occupations(&query.occupations);
        }
        filters
    }

    pub(crate) fn none(&self) -> bool {
        self.kinds == 0
    }

    /// The kinds of filter that refuse a row; 0 lets it through.
    #[inline]
    pub(crate) fn refusing(&self, row: &Row) -> u16 {
        let mut refused = 0;
        if let Some(places) = &self.places {
            let there = places.provinces[row.province as usize]
                || places.parks[row.park as usize]
                || if row.commune == 0 {
                    places.around[row.park as usize]
                } else {
                    places.communes[row.commune as usize]
                };
            refused |= u16::from(!there) * kind::PLACE;
        }
        if self.kinds & kind::OCCUPATION != 0 {
            refused |= u16::from(!self.occupations[row.occupation as usize]) * kind::OCCUPATION;
        }
        if self.kinds & kind::WAGE != 0 {
            refused |= u16::from(row.pay < self.wage || row.pay == 0) * kind::WAGE;
        }
        for (kind, wanted, value) in [
            (kind::SHIFT, self.shifts, row.shift),
            (kind::CONTRACT, self.contracts, row.contract),
            (kind::EXPERIENCE, self.experience, row.experience),
            (kind::WORK_TIME, self.work_times, row.work_time),
        ] {
            refused |= u16::from(wanted != 0 && wanted >> value & 1 == 0) * kind;
        }
        refused | (u16::from(row.benefits & self.benefits != self.benefits) * kind::BENEFIT)
    }
}

/// Every occupation number under one of these codes.
fn occupations(codes: &[String]) -> Vec<bool> {
    let mut wanted = vec![false; OCCUPATIONS + 1];
    for code in codes {
        for more in 0..=4_usize.saturating_sub(code.len()) {
            let Some(first) = occupation_number(&format!("{code}{}", "0".repeat(more))) else {
                continue;
            };
            let first = first as usize;
            wanted[first..first + 10_usize.pow(more as u32)].fill(true);
        }
    }
    wanted
}

impl PlaceSet {
    fn new(filters: &[PlaceFilter], reference: &Reference, places: &Places) -> Self {
        let lists = reference.lists();
        let mut set = Self {
            provinces: vec![false; 100],
            communes: vec![false; lists.communes.len() + 1],
            parks: vec![false; lists.parks.len() + 1],
            around: vec![false; lists.parks.len() + 1],
        };
        let commune = |set: &mut Self, code: CommuneCode| set.communes[places.commune(code) as usize] = true;
        for filter in filters {
            match filter {
                PlaceFilter::Province(code) => set.provinces[code.as_str().parse::<usize>().unwrap_or(0).min(99)] = true,
                PlaceFilter::Commune(code) => commune(&mut set, *code),
                PlaceFilter::Near(code, km) => {
                    for near in reference.communes_within(*code, f64::from(*km)) {
                        commune(&mut set, near);
                    }
                }
                PlaceFilter::Park(slug) => set.parks[places.park(slug) as usize] = true,
                PlaceFilter::District(name) => {
                    let name = fold(name.trim());
                    for heir in reference
                        .communes_of(reference.home())
                        .filter(|commune| commune.former_districts.iter().any(|district| fold(district) == name))
                    {
                        commune(&mut set, heir.code);
                    }
                }
            }
        }
        set.communes[0] = false;
        set.parks[0] = false;
        for park in &lists.parks {
            set.around[places.park(&park.slug) as usize] = park.commune_codes.iter().any(|code| set.communes[places.commune(*code) as usize]);
        }
        set
    }
}

/// Counts one facet.
struct Counter {
    facet: Facet,
    /// The kinds of filter that count for it: all but its own.
    others: u16,
    counts: Vec<u32>,
}

/// Counts the facets asked for.
pub(crate) struct Counters(Vec<Counter>);

impl Counters {
    pub(crate) fn new(facets: &[Facet], reference: &Reference) -> Self {
        let size = |facet| match facet {
            Facet::Park => reference.parks().len() + 1,
            Facet::Commune => reference.lists().communes.len() + 1,
            Facet::Province => 100,
            Facet::Occupation => NO_OCCUPATION as usize + 1,
            Facet::Wage => WAGE_STEPS.len() + 1,
            Facet::Shift | Facet::Contract | Facet::Experience | Facet::WorkTime => NONE as usize + 1,
            Facet::Benefit => 1 << Benefit::ALL.len(),
        };
        Self(
            facets
                .iter()
                .map(|facet| Counter {
                    facet: *facet,
                    others: !kind_of(*facet),
                    counts: vec![0; size(*facet)],
                })
                .collect(),
        )
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Counts rows; `refused` says which kinds of filter refuse each.
    pub(crate) fn count(&mut self, rows: &[&Row], refused: &[u16]) {
        for counter in &mut self.0 {
            let counts = &mut counter.counts;
            let others = counter.others;
            let mut each = |value: fn(&Row) -> usize| {
                for (row, refused) in rows.iter().zip(refused) {
                    counts[value(row)] += u32::from(refused & others == 0);
                }
            };
            match counter.facet {
                Facet::Park => each(|row| row.park as usize),
                Facet::Commune => each(|row| row.commune as usize),
                Facet::Province => each(|row| row.province as usize),
                Facet::Occupation => each(|row| row.group as usize),
                Facet::Wage => each(|row| row.step as usize),
                Facet::Shift => each(|row| row.shift as usize),
                Facet::Contract => each(|row| row.contract as usize),
                Facet::Experience => each(|row| row.experience as usize),
                Facet::WorkTime => each(|row| row.work_time as usize),
                Facet::Benefit => each(|row| row.benefits as usize),
            }
        }
    }

    pub(crate) fn finish(self, reference: &Reference) -> Vec<FacetCounts> {
        self.0
            .into_iter()
            .map(|counter| FacetCounts {
                facet: counter.facet,
                counts: named(&counter, reference),
            })
            .collect()
    }
}

fn named(counter: &Counter, reference: &Reference) -> Vec<(String, u64)> {
    let lists = reference.lists();
    let counted = || {
        counter
            .counts
            .iter()
            .enumerate()
            .filter(|(_, count)| **count > 0)
            .map(|(value, count)| (value, u64::from(*count)))
    };
    let mut out: Vec<(String, u64)> = match counter.facet {
        Facet::Park => counted()
            .filter_map(|(value, count)| Some((lists.parks.get(value.checked_sub(1)?)?.slug.0.clone(), count)))
            .collect(),
        Facet::Commune => counted()
            .filter_map(|(value, count)| Some((lists.communes.get(value.checked_sub(1)?)?.code.to_string(), count)))
            .collect(),
        Facet::Province => counted().map(|(value, count)| (format!("{value:02}"), count)).collect(),
        Facet::Occupation => {
            let mut firsts = [0_u64; 10];
            let mut out = Vec::new();
            for (value, count) in counted() {
                if value < ONE_DIGIT as usize {
                    firsts[value / 10] += count;
                    out.push((format!("{value:02}"), count));
                } else if value < NO_OCCUPATION as usize {
                    firsts[value - ONE_DIGIT as usize] += count;
                }
            }
            out.extend((0..10).filter(|first| firsts[*first] > 0).map(|first| (first.to_string(), firsts[first])));
            out
        }
        Facet::Wage => {
            let mut reached = 0;
            let mut out: Vec<(String, u64)> = (WAGE_STEPS.iter().enumerate().rev())
                .map(|(step, millions)| {
                    reached += u64::from(counter.counts[step + 1]);
                    (millions.to_string(), reached)
                })
                .filter(|(_, count)| *count > 0)
                .collect();
            out.reverse();
            return out;
        }
        Facet::Shift => words::<Shift>(counted()),
        Facet::Contract => words::<Contract>(counted()),
        Facet::Experience => words::<Experience>(counted()),
        Facet::WorkTime => words::<WorkTime>(counted()),
        Facet::Benefit => (Benefit::ALL.iter())
            .map(|benefit| {
                (
                    benefit.key().to_owned(),
                    counted().filter(|(value, _)| value & bit(*benefit) as usize != 0).map(|(_, count)| count).sum(),
                )
            })
            .filter(|(_, count)| *count > 0)
            .collect(),
    };
    out.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    out
}

fn words<V: Vocabulary>(counted: impl Iterator<Item = (usize, u64)>) -> Vec<(String, u64)> {
    counted.filter_map(|(value, count)| Some((V::ALL.get(value)?.key().to_owned(), count))).collect()
}
