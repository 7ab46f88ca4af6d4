//! The place of a row: from one column in words, or from the columns for province, commune and park.

use super::columns::Column;
use super::{Detail, Note};
use sanviec_domain::place::{CommuneCode, ParkSlug, Place, ProvinceCode};
use sanviec_domain::reference::Reference;
use sanviec_domain::reference::places::{PlaceReading, UnknownPlace};
use sanviec_domain::text::{fold, tidy_line};
use sanviec_domain::vacancy::Fault;
use std::collections::HashMap;

type Outcome = Result<(Place, Vec<Note>), (Fault, Detail)>;

/// Reads places and remembers what was read.
#[derive(Debug)]
pub struct PlaceReader<'r> {
    reference: &'r Reference,
    known: HashMap<String, Outcome>,
}

impl<'r> PlaceReader<'r> {
    /// A reader with nothing remembered.
    pub fn new(reference: &'r Reference) -> Self {
        Self { reference, known: HashMap::new() }
    }

    /// Whether the codes exist and lie in one another.
    pub fn exists(&self, place: &Place) -> bool {
        let commune_fits = place
            .commune
            .is_none_or(|code| self.reference.commune(code).is_some_and(|commune| commune.province_code == place.province));
        let park_fits = place
            .park
            .as_ref()
            .is_none_or(|slug| self.reference.park(slug).is_some_and(|park| park.province_code == place.province));
        self.reference.province(place.province).is_some() && commune_fits && park_fits
    }

    /// The place that a row's columns say.
    pub fn read(&mut self, cells: &HashMap<Column, String>) -> Outcome {
        if let Some(written) = cells.get(&Column::Place)
            && written.trim_start().starts_with('{')
        {
            return serde_json::from_str(written)
                .map(|place| (place, Vec::new()))
                .map_err(|_| (Fault::NotUnderstood, Detail::None));
        }
        let columns = [Column::Place, Column::Park, Column::Commune, Column::Province];
        let written: Vec<String> = columns.iter().map(|column| cells.get(column).map(|text| tidy_line(text)).unwrap_or_default()).collect();
        let key = written.join("\u{1f}");
        if let Some(outcome) = self.known.get(&key) {
            return outcome.clone();
        }
        let outcome = match &written[..] {
            [words, park, commune, province] if words.is_empty() => self.by_columns(park, commune, province),
            // A province of its own beside the words makes them plainer.
            [words, park, commune, province] => {
                let parts: Vec<&str> = [words, park, commune, province].into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
                self.by_words(&parts.join(", "))
            }
            _ => Err((Fault::Missing, Detail::None)),
        };
        // Bounded: what does not fit is worked out again.
        if self.known.len() > 50_000 {
            self.known.clear();
        }
        self.known.insert(key, outcome.clone());
        outcome
    }

    /// The separate columns, exactly as `export` writes them, else their words together.
    fn by_columns(&self, park: &str, commune: &str, province: &str) -> Outcome {
        if let Some(place) = self.exactly(park, commune, province) {
            return Ok((place, Vec::new()));
        }
        let park = if park.is_empty() || fold(park).starts_with('k') {
            park.to_owned()
        } else {
            format!("KCN {park}")
        };
        let joined = |commune: &str| {
            [park.as_str(), commune, province]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(", ")
        };
        // "Thái Thụy" in words is a commune or the old district; in its own column it is a commune.
        let kinds = ["xa ", "phuong ", "thi tran ", "dac khu "];
        if !commune.is_empty() && !kinds.iter().any(|kind| fold(commune).starts_with(kind)) {
            let mut communes: Vec<(Place, Vec<Note>)> = Vec::new();
            for kind in ["xã", "phường", "đặc khu"] {
                if let Ok((place, notes)) = self.by_words(&joined(&format!("{kind} {commune}")))
                    && place.commune.is_some()
                    && communes.iter().all(|(known, _)| *known != place)
                {
                    communes.push((place, notes));
                }
            }
            match &communes[..] {
                [] => {}
                [_] => return Ok(communes.remove(0)),
                several => {
                    return Err((
                        Fault::Ambiguous,
                        Detail::Candidates(several.iter().map(|(place, _)| self.reference.place_label(place)).collect()),
                    ));
                }
            }
        }
        // A column that says a commune or park must lead to one.
        match self.by_words(&joined(commune)) {
            Ok((place, _)) if !commune.is_empty() && place.commune.is_none() || !park.is_empty() && place.park.is_none() => Err((Fault::Unknown, Detail::None)),
            outcome => outcome,
        }
    }

    fn exactly(&self, park: &str, commune: &str, province: &str) -> Option<Place> {
        let province = self.province(province)?;
        let commune = if commune.is_empty() { None } else { Some(self.commune(commune, province)?) };
        let park = if park.is_empty() { None } else { Some(self.park(park)?) };
        let place = Place {
            province,
            commune,
            park,
            street: String::new(),
        };
        self.exists(&place).then_some(place)
    }

    fn province(&self, written: &str) -> Option<ProvinceCode> {
        if let Ok(code) = written.parse::<ProvinceCode>() {
            return self.reference.province(code).map(|province| province.code);
        }
        self.reference
            .provinces()
            .iter()
            .find(|province| fold(&province.name) == fold(written))
            .map(|province| province.code)
    }

    /// "Thái Thụy (12826)", "12826".
    fn commune(&self, written: &str, province: ProvinceCode) -> Option<CommuneCode> {
        let code = written.rsplit_once('(').and_then(|(_, code)| code.strip_suffix(')')).unwrap_or(written);
        let commune = self.reference.commune(code.trim().parse().ok()?)?;
        let named = written == code || fold(written).contains(&fold(&commune.name));
        (named && commune.province_code == province).then_some(commune.code)
    }

    fn park(&self, written: &str) -> Option<ParkSlug> {
        let slug = ParkSlug(written.to_owned());
        if self.reference.park(&slug).is_some() {
            return Some(slug);
        }
        self.reference.parks().iter().find(|park| fold(&park.name) == fold(written)).map(|park| park.slug.clone())
    }

    fn by_words(&self, written: &str) -> Outcome {
        match self.reference.read_place(written) {
            PlaceReading::Understood { place, others, unnamed, hint } => {
                let mut notes = Vec::new();
                notes.extend(hint.map(Note::PlaceHint));
                if !others.is_empty() || unnamed > 0 {
                    notes.push(Note::OtherPlaces {
                        named: others.iter().map(|place| self.reference.place_label(place)).collect(),
                        unnamed,
                    });
                }
                Ok((place, notes))
            }
            PlaceReading::Ambiguous(places) => Err((
                Fault::Ambiguous,
                Detail::Candidates(places.iter().take(8).map(|place| self.reference.place_label(place)).collect()),
            )),
            PlaceReading::Unknown(UnknownPlace::TooLong) => Err((Fault::TooLong, Detail::None)),
            PlaceReading::Unknown(_) => Err((Fault::Unknown, Detail::None)),
        }
    }
}

/// The province, commune and park columns of a place, as they are read back exactly.
pub fn write_place(place: &Place, reference: &Reference) -> [String; 3] {
    let province = reference
        .province(place.province)
        .map_or_else(|| place.province.to_string(), |province| province.name.clone());
    let commune = place
        .commune
        .map(|code| reference.commune(code).map_or_else(|| code.to_string(), |commune| format!("{} ({code})", commune.name)));
    let park = place.park.as_ref().map(|slug| match reference.park(slug) {
        // Two parks with one name would be read back as the first.
        Some(park) if reference.parks().iter().filter(|other| fold(&other.name) == fold(&park.name)).count() == 1 => park.name.clone(),
        _ => slug.0.clone(),
    });
    [province, commune.unwrap_or_default(), park.unwrap_or_default()]
}
