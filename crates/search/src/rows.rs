//! What filters, facets and orders look at, one small row a vacancy, held in memory for every
//! segment: a search reads some thousands of them.

use crate::document::VacancyDocument;
use crate::schema::COLUMNS;
use chrono::Datelike;
use sanviec_domain::place::{CommuneCode, ParkSlug};
use sanviec_domain::query::WAGE_STEPS;
use sanviec_domain::reference::Reference;
use sanviec_domain::vocabulary::Vocabulary;
use std::collections::HashMap;
use tantivy::SegmentReader;

/// Stands for "not said" in a small field.
pub(crate) const NONE: u8 = 31;
/// Occupations of one digit come behind those of two in the facet's array.
pub(crate) const ONE_DIGIT: u8 = 100;
pub(crate) const NO_OCCUPATION: u8 = 110;
/// The number of codes of up to four digits, and the value of none.
pub(crate) const OCCUPATIONS: usize = 11_110;

/// One vacancy. Communes and parks are positions in the reference lists from 1; 0 is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) number: u64,
    pub(crate) published: u64,
    pub(crate) pay: u64,
    pub(crate) deadline: u32,
    pub(crate) commune: u16,
    pub(crate) park: u16,
    pub(crate) occupation: u16,
    pub(crate) benefits: u16,
    pub(crate) province: u8,
    pub(crate) group: u8,
    pub(crate) step: u8,
    pub(crate) shift: u8,
    pub(crate) contract: u8,
    pub(crate) experience: u8,
    pub(crate) work_time: u8,
}

/// The places of the reference lists by what the columns hold.
#[derive(Debug)]
pub(crate) struct Places {
    communes: HashMap<u32, u16>,
    parks: HashMap<u32, u16>,
}

impl Places {
    pub(crate) fn new(reference: &Reference) -> Self {
        let lists = reference.lists();
        Self {
            communes: lists.communes.iter().zip(1..).map(|(commune, position)| (commune_number(commune.code), position)).collect(),
            parks: lists.parks.iter().zip(1..).map(|(park, position)| (park_number(&park.slug), position)).collect(),
        }
    }

    pub(crate) fn commune(&self, code: CommuneCode) -> u16 {
        self.communes.get(&commune_number(code)).copied().unwrap_or(0)
    }

    pub(crate) fn park(&self, slug: &ParkSlug) -> u16 {
        self.parks.get(&park_number(slug)).copied().unwrap_or(0)
    }
}

/// A commune's code as a number; 0 is none.
fn commune_number(code: CommuneCode) -> u32 {
    code.as_str().parse::<u32>().map_or(0, |number| number + 1)
}

/// A park's slug as a number (FNV-1a): columns hold no text, and positions would change with the list.
fn park_number(slug: &ParkSlug) -> u32 {
    slug.0.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)).max(1)
}

/// The position of an occupation code of one to four digits among all such codes.
pub(crate) fn occupation_number(code: &str) -> Option<u16> {
    let first = match code.len() {
        1 => 0,
        2 => 10,
        3 => 110,
        4 => 1110,
        _ => return None,
    };
    if !code.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    Some(first + code.parse::<u16>().ok()?)
}

/// Signed numbers in the same order as unsigned ones.
pub(crate) fn ordered(number: i64) -> u64 {
    (number as u64) ^ (1 << 63)
}

pub(crate) fn unordered(number: u64) -> i64 {
    (number ^ (1 << 63)) as i64
}

fn position<V: Vocabulary>(value: Option<V>) -> u64 {
    value
        .and_then(|value| V::ALL.iter().position(|other| *other == value))
        .map_or(u64::from(NONE), |position| position as u64)
}

/// The bit of a benefit.
pub(crate) fn bit<V: Vocabulary>(value: V) -> u32 {
    1 << position(Some(value))
}

/// The packed columns of a vacancy, in the order of [`COLUMNS`].
pub(crate) fn pack(document: &VacancyDocument, reference: &Reference) -> [u64; COLUMNS.len()] {
    let place = &document.place;
    // A park in a single commune brings that commune along.
    let commune = place.commune.or_else(|| match reference.park(place.park.as_ref()?)?.commune_codes.as_slice() {
        [only] => Some(*only),
        _ => None,
    });
    let province = place.province.as_str().parse::<u64>().unwrap_or(0);
    let park = place.park.as_ref().map_or(0, park_number);
    let benefits = document.benefits.iter().fold(0, |bits, benefit| bits | bit(*benefit));
    let occupation = document.occupation.as_deref().and_then(occupation_number).map_or(OCCUPATIONS as u64, u64::from);
    let deadline = document.deadline.num_days_from_ce().max(0) as u64 & 0xff_ffff;
    let kind = u64::from(benefits) & 0xfff
        | position(document.shift) << 12
        | position(document.contract) << 17
        | position(document.experience) << 22
        | position(document.work_time) << 27
        | occupation << 32;
    let pay = document.pay_to.or(document.pay_from).unwrap_or(0).max(0) as u64;
    let (employer_high, employer_low) = document.employer.0.as_u64_pair();
    let published = ordered(document.published_at.timestamp_micros());
    [
        ordered(document.number.0),
        published,
        pay | deadline << 40,
        u64::from(park) << 32 | province << 24 | u64::from(commune.map_or(0, commune_number)),
        kind,
        employer_high,
        employer_low,
    ]
}

/// The rows of a segment.
pub(crate) fn read(segment: &SegmentReader, places: &Places) -> tantivy::Result<Vec<Row>> {
    let fast = segment.fast_fields();
    let mut columns = Vec::with_capacity(5);
    for name in &COLUMNS[..5] {
        columns.push(fast.u64(name)?.first_or_default_col(0));
    }
    let rows = (0..segment.max_doc()).map(|doc| {
        let [number, published, pay, place, kind] = [0, 1, 2, 3, 4].map(|column: usize| columns[column].get_val(doc));
        let small = |shift: u32| (kind >> shift & 31) as u8;
        let occupation = (kind >> 32) as u16;
        let wage = pay & 0xff_ffff_ffff;
        Row {
            number,
            published,
            pay: wage,
            deadline: (pay >> 40) as u32,
            commune: places.communes.get(&(place as u32 & 0xff_ffff)).copied().unwrap_or(0),
            park: places.parks.get(&((place >> 32) as u32)).copied().unwrap_or(0),
            occupation,
            benefits: (kind & 0xfff) as u16,
            province: ((place >> 24) as u8).min(99),
            group: group(occupation),
            step: WAGE_STEPS.iter().filter(|step| wage >= (**step * 1_000_000) as u64).count() as u8,
            shift: small(12),
            contract: small(17),
            experience: small(22),
            work_time: small(27),
        }
    });
    Ok(rows.collect())
}

/// The first two digits of an occupation, or its only one.
fn group(occupation: u16) -> u8 {
    match occupation {
        0..10 => ONE_DIGIT + occupation as u8,
        10..110 => (occupation - 10) as u8,
        110..1110 => ((occupation - 110) / 10) as u8,
        1110..11_110 => ((occupation - 1110) / 100) as u8,
        _ => NO_OCCUPATION,
    }
}
