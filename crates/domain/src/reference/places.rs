//! Reading places as people write them: "KCN Liên Hà Thái", "xã Thụy Liên, huyện Thái Thụy, Thái
//! Bình", "Hồ Chí Minh & 2 nơi khác", "tiền hải thái bình".
//!
//! What is not certain stays open. The rules, from strict to lenient:
//!
//! - A name that several places bear, with no province, is [`PlaceReading::Ambiguous`]; the home
//!   province wins only where the text names it, its former name or one of its former districts.
//! - A bare former district ("Thái Thụy", "Tiền Hải") gives the province alone, with a hint that lists
//!   its communes: the commune of the same name is only a part of it. "xã Thái Thụy" is the commune.
//! - Former communes are known in the home province only. Elsewhere an old address (with a district,
//!   or a province of before July 2025) gives the province of today and no commune.
//! - A park is looked for in the home province only.

mod address;
mod names;
mod parts;
mod resolve;

use super::lookup::Reference;
use crate::place::Place;
use crate::text::{fold, tidy_line, words};
use names::NamedProvince;
pub(super) use names::PlaceIndex;
use parts::Part;
use resolve::Found;

/// The most characters a written place may have.
pub const LONGEST_PLACE: usize = 600;

/// What a written place says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlaceReading {
    /// It is certain.
    Understood {
        /// The first place named.
        place: Place,
        /// Further places named ("Hà Nội, Bắc Ninh").
        others: Vec<Place>,
        /// Further places counted but not named ("& 2 nơi khác").
        unnamed: u16,
        /// What the place was before July 2025, or the communes a district has become.
        hint: Option<String>,
    },
    /// It is one of these, and the text doesn't say which.
    Ambiguous(Vec<Place>),
    /// It is not a place we know.
    Unknown(UnknownPlace),
}

/// Why a place isn't known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownPlace {
    /// Nothing is written.
    Empty,
    /// More than [`LONGEST_PLACE`] characters.
    TooLong,
    /// In another country.
    Abroad,
    /// Everywhere in the country.
    Nationwide,
    /// No place of that name.
    NoSuchName,
}

/// The parts of one address of a text that may hold several.
#[derive(Default)]
struct Line {
    context: Option<NamedProvince>,
    parts: Vec<Part>,
}

impl Line {
    /// "Hà Nội, nước ngoài" is two places. Beside anything else a country is part of a name: "KCN Việt
    /// Nam - Singapore".
    fn one_by_one(self) -> Vec<Self> {
        let is_list = self.context.is_none() && self.parts.iter().all(|part| matches!(part, Part::Province(_) | Part::Abroad));
        if is_list && self.parts.contains(&Part::Abroad) {
            self.parts.into_iter().map(|part| Self { context: None, parts: vec![part] }).collect()
        } else {
            vec![self]
        }
    }
}

impl Reference {
    /// Reads a place; see the module for the rules.
    pub fn read_place(&self, written: &str) -> PlaceReading {
        let text = tidy_line(written);
        if text.is_empty() {
            return PlaceReading::Unknown(UnknownPlace::Empty);
        }
        let (text, mut unnamed) = without_others(&text);
        if text.chars().count() > LONGEST_PLACE {
            return PlaceReading::Unknown(UnknownPlace::TooLong);
        }
        let mut places: Vec<(Place, Option<String>)> = Vec::new();
        let mut one_of = Vec::new();
        let mut unknown = None;
        for address in self.addresses(text) {
            match self.resolve(address.context, address.parts) {
                Found::Places(found) => places.extend(found),
                Found::OneOf(candidates) => one_of.extend(candidates),
                Found::Abroad if places.is_empty() => unknown = unknown.or(Some(UnknownPlace::Abroad)),
                Found::Abroad => unnamed += 1,
                Found::Nationwide => unknown = unknown.or(Some(UnknownPlace::Nationwide)),
                Found::Nothing => {}
            }
        }
        if !one_of.is_empty() {
            one_of.dedup();
            return PlaceReading::Ambiguous(one_of);
        }
        if let Some(reason) = unknown {
            return PlaceReading::Unknown(reason);
        }
        let mut places = most_precise(&places).into_iter();
        match places.next() {
            None => PlaceReading::Unknown(UnknownPlace::NoSuchName),
            Some((place, hint)) => PlaceReading::Understood {
                place,
                others: places.map(|(place, _)| place).collect(),
                unnamed,
                hint,
            },
        }
    }

    /// Cuts a text into addresses: at ";", and where a province and a colon stand ("Hà Nội: … - Hồ
    /// Chí Minh: …").
    fn addresses(&self, text: &str) -> Vec<Line> {
        let mut addresses = vec![Line::default()];
        for (starts_new, piece) in pieces(text) {
            let (context, rest) = match piece.split_once(':') {
                Some((before, rest)) => (self.context(before), if self.context(before).is_some() { rest } else { piece }),
                None => (None, piece),
            };
            if starts_new || context.is_some() {
                addresses.push(Line::default());
            }
            if let Some(address) = addresses.last_mut()
                && context.is_some()
            {
                address.context = context;
            }
            if let Some(address) = addresses.last_mut() {
                address.parts.extend(self.place_index.parts(rest));
            }
        }
        addresses.into_iter().flat_map(Line::one_by_one).collect()
    }

    /// The province before a colon.
    fn context(&self, written: &str) -> Option<NamedProvince> {
        match self.place_index.parts(written).as_slice() {
            [Part::Province(province)] => Some(province.clone()),
            _ => None,
        }
    }
}

/// Pieces between commas, brackets and spaced dashes; whether a new address starts with it.
fn pieces(text: &str) -> Vec<(bool, &str)> {
    let mut pieces = Vec::new();
    for (number, chunk) in text.split(';').enumerate() {
        let first = pieces.len();
        for piece in chunk.split([',', '|', '(', ')']) {
            let mut rest = piece;
            while let Some((at, dash)) = spaced_dash(rest) {
                pieces.push((false, &rest[..at]));
                rest = &rest[at + dash..];
            }
            pieces.push((false, rest));
        }
        pieces[first].0 = number > 0;
    }
    pieces
}

/// The first dash between spaces, except in a name that is written with one.
fn spaced_dash(piece: &str) -> Option<(usize, usize)> {
    [" - ", " – ", " & "]
        .iter()
        .filter_map(|dash| piece.find(dash).map(|at| (at, dash.len())))
        .min()
        .filter(|(at, _)| {
            let before = fold(&piece[..*at]);
            !["ba ria", "thua thien", "thaco", "kcn duoc"].iter().any(|name| before.ends_with(name))
        })
}

/// Takes "& 2 nơi khác", "...và 3 địa điểm khác Thu gọn" off the end.
fn without_others(text: &str) -> (&str, u16) {
    for sign in ["&", "và ", "va "] {
        if let Some(at) = text.rfind(sign) {
            let tail = fold(&text[at + sign.len()..]);
            let row: Vec<&str> = words(&tail).collect();
            if let [count, "noi" | "tinh", "khac", ..] | [count, "dia", "diem", "khac", ..] | [count, "tinh", "thanh", "khac", ..] = row.as_slice()
                && let Ok(count) = count.parse()
            {
                return (text[..at].trim_end_matches(['.', '…', ' ', ',']), count);
            }
        }
    }
    (text, 0)
}

/// Leaves out doubles, and a province alone where a place in it is named as well.
fn most_precise(places: &[(Place, Option<String>)]) -> Vec<(Place, Option<String>)> {
    let is_alone = |place: &Place| place.commune.is_none() && place.park.is_none();
    let mut kept: Vec<(Place, Option<String>)> = Vec::new();
    for (place, hint) in places {
        let refined = is_alone(place) && places.iter().any(|(other, _)| other.province == place.province && !is_alone(other));
        match kept.iter_mut().find(|(other, _)| other == place) {
            Some((_, known)) => *known = known.take().or_else(|| hint.clone()),
            None if !refined => kept.push((place.clone(), hint.clone())),
            None => {}
        }
    }
    kept
}

#[cfg(test)]
mod tests;
