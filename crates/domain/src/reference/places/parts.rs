//! What each part of a written place is: a province, a commune with its kind, a park, a street.

use super::super::lists::CommuneKind;
use super::names::{District, NamedProvince, PlaceIndex, folded};
use crate::place::ParkSlug;
use crate::text::{exact_key, fold, has_marks, words};

/// A part of an address.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Part {
    /// The country's own name, a building, a street: nothing to place by.
    Nothing,
    /// "Toàn quốc".
    Nationwide,
    /// "Nước ngoài", "Nhật Bản".
    Abroad,
    /// A province of today or of before.
    Province(NamedProvince),
    /// "xã Thụy Liên"; the kind is `None` for a thị trấn, which today no unit is.
    Commune { name: String, kind: Option<CommuneKind>, old: bool },
    /// A district of the home province; whether "cũ" was written with it.
    District { district: District, old: bool },
    /// A district, town or city that the lists don't know.
    OtherDistrict(String),
    /// Parks of that name.
    Park(Vec<ParkSlug>),
    /// A name alone that some place bears.
    Bare { name: String, old: bool },
}

/// The kinds of unit that a word before a name may say.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Commune(Option<CommuneKind>),
    District,
    City,
    Province,
    Park,
    Zone,
    OtherEstate,
}

/// Kind words with marks; a longer one before its own end. The last column: whether it also begins a
/// new part in the middle of a line without commas.
const KINDS: &[(&str, Kind, bool)] = &[
    ("đặc khu", Kind::Commune(Some(CommuneKind::DacKhu)), true),
    ("thị trấn", Kind::Commune(None), true),
    ("thị xã", Kind::District, true),
    ("thành phố", Kind::City, true),
    ("khu công nghiệp", Kind::Park, true),
    ("cụm công nghiệp", Kind::OtherEstate, true),
    ("khu chế xuất", Kind::OtherEstate, true),
    ("khu kinh tế", Kind::Zone, true),
    ("xã", Kind::Commune(Some(CommuneKind::Xa)), true),
    ("phường", Kind::Commune(Some(CommuneKind::Phuong)), true),
    ("huyện", Kind::District, true),
    ("quận", Kind::District, true),
    ("tỉnh", Kind::Province, true),
    ("kcn", Kind::Park, true),
    ("kcx", Kind::OtherEstate, true),
    ("ccn", Kind::OtherEstate, true),
    ("kkt", Kind::Zone, true),
    ("tp", Kind::City, true),
    ("tx", Kind::District, true),
    ("tt", Kind::Commune(None), false),
    ("p", Kind::Commune(Some(CommuneKind::Phuong)), false),
    ("x", Kind::Commune(Some(CommuneKind::Xa)), false),
    ("h", Kind::District, false),
    ("q", Kind::District, false),
];

/// Other countries; short names, which are syllables of places here as well, count with marks only.
const COUNTRIES: &[&str] = &[
    "nuoc ngoai",
    "nhat ban",
    "han quoc",
    "dai loan",
    "trung quoc",
    "singapore",
    "malaysia",
    "thai lan",
    "campuchia",
    "ba lan",
    "hungary",
    "rumani",
    "dubai",
    "canada",
    "japan",
    "korea",
    "taiwan",
    "germany",
];
const SHORT_COUNTRIES: &[&str] = &["nhật", "hàn", "đức", "mỹ", "úc", "lào", "nga", "pháp"];

/// The kind that a row of words begins with, how many words it takes and whether it cuts.
fn kind_of(row: &[&str], marked: bool) -> Option<(Kind, usize, bool)> {
    KINDS.iter().find_map(|(kind, meaning, cuts)| {
        let count = words(kind).count();
        let fits = row.len() >= count
            && words(kind)
                .zip(row)
                .all(|(wanted, word)| if marked { exact_key(wanted) == exact_key(word) } else { fold(wanted) == fold(word) });
        fits.then_some((*meaning, count, *cuts))
    })
}

impl PlaceIndex {
    /// The parts of one piece between commas. A line without commas is cut before every kind word:
    /// "xã Thụy Liên huyện Thái Thụy tỉnh Thái Bình".
    pub(super) fn parts(&self, piece: &str) -> Vec<Part> {
        let marked = has_marks(piece);
        let row: Vec<&str> = words(piece).collect();
        let (mut parts, mut start, mut at) = (Vec::new(), 0, 0);
        while at < row.len() {
            match kind_of(&row[at..], marked) {
                Some((_, count, cuts)) if at == start || cuts => {
                    if at > start {
                        self.add_part(&row[start..at], marked, &mut parts);
                        start = at;
                    }
                    at += count;
                }
                _ => at += 1,
            }
        }
        if start < row.len() {
            self.add_part(&row[start..], marked, &mut parts);
        }
        parts
    }

    fn add_part(&self, row: &[&str], marked: bool, parts: &mut Vec<Part>) {
        let old_word = |word: &str| if marked { exact_key(word) == exact_key("cũ") } else { fold(word) == "cu" };
        let old = row.len() > 1 && row.last().is_some_and(|word| old_word(word));
        let row = &row[..row.len() - usize::from(old)];
        let Some((kind, count, _)) = kind_of(row, marked) else {
            return self.add_bare(row, old, parts);
        };
        let name = row[count..].join(" ");
        if name.is_empty() {
            return;
        }
        if !matches!(kind, Kind::Province | Kind::Zone)
            && !self.is_place_name(&name)
            && !self.parks.has(&name)
            && let Some((at, province)) = (count + 1..row.len()).find_map(|at| Some((at, self.province(&row[at..].join(" "))?)))
        {
            // "Quận 6 TPHCM", "phường Trần Lãm Thái Bình".
            self.add_part(&row[..at], marked, parts);
            parts.push(Part::Province(province));
            return;
        }
        parts.push(match kind {
            Kind::Commune(kind) => Part::Commune { name, kind, old },
            Kind::Province => self.province(&name).map_or(Part::Nothing, Part::Province),
            Kind::Park => some_parks(self.parks.find(&name)),
            Kind::Zone => some_parks(self.parks.find(&format!("Khu kinh tế {name}"))),
            Kind::OtherEstate => Part::Nothing,
            Kind::City | Kind::District => match (self.district(&name), self.province(&name)) {
                // "huyện Thái Thụy", "TP Thái Bình": the district. A province has no huyện.
                (Some(district), _) if district.kind == "thanh_pho" || kind == Kind::District => Part::District { district, old },
                (_, Some(province)) if kind == Kind::City => Part::Province(province),
                _ => Part::OtherDistrict(name),
            },
        });
    }

    /// A name without a kind word.
    fn add_bare(&self, row: &[&str], old: bool, parts: &mut Vec<Part>) {
        let name = row.join(" ");
        let key = folded(&name);
        if let Some(province) = self.province(&name) {
            parts.push(Part::Province(province));
        } else if matches!(key.as_str(), "viet nam" | "vietnam" | "vn") {
            parts.push(Part::Nothing);
        } else if matches!(key.as_str(), "toan quoc" | "ca nuoc" | "nhieu noi" | "tat ca tinh thanh") {
            parts.push(Part::Nationwide);
        } else if COUNTRIES.contains(&key.as_str()) || SHORT_COUNTRIES.contains(&name.to_lowercase().as_str()) {
            parts.push(Part::Abroad);
        } else if key
            .strip_prefix('q')
            .is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
        {
            parts.push(Part::OtherDistrict(name));
        } else if self.is_place_name(&name) {
            parts.push(Part::Bare { name, old });
        } else if self.parks.has(&name) {
            // A park by its name alone, where nothing else bears the name.
            parts.push(some_parks(self.parks.find(&name)));
        } else if let Some((place, province)) = self.ends_in_province(row) {
            // "tiền hải thái bình": only where what stands before is a place, too.
            self.add_bare(place, false, parts);
            parts.push(Part::Province(province));
        } else {
            parts.push(Part::Nothing);
        }
    }

    fn is_place_name(&self, name: &str) -> bool {
        self.districts.has(name) || self.communes.has(name) || self.former_units.has(name)
    }

    fn ends_in_province<'r>(&self, row: &'r [&'r str]) -> Option<(&'r [&'r str], NamedProvince)> {
        (1..row.len()).find_map(|at| {
            let (place, province) = row.split_at(at);
            let province = self.province(&province.join(" "))?;
            let place_name = place.join(" ");
            (self.is_place_name(&place_name) || self.parks.has(&place_name)).then_some((place, province))
        })
    }

    /// The district of before of that name, in the home province.
    pub(super) fn district(&self, name: &str) -> Option<District> {
        self.districts.find(name).into_iter().next()
    }
}

fn some_parks(parks: Vec<ParkSlug>) -> Part {
    if parks.is_empty() { Part::Nothing } else { Part::Park(parks) }
}
