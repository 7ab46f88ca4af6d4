//! Query strings of the search page and of the API, read into the one typed query.

use sanviec_domain::ids::OrganisationId;
use sanviec_domain::money::Vnd;
use sanviec_domain::place::ParkSlug;
use sanviec_domain::query::{PlaceFilter, Sort, VacancyQuery};
use sanviec_domain::reference::Reference;
use sanviec_domain::reference::places::PlaceReading;
use sanviec_domain::vocabulary::Vocabulary;

/// What an address asks for under a name; the first where it does so twice.
pub fn asked(raw: Option<&str>, name: &str) -> Option<String> {
    let found = url::form_urlencoded::parse(raw.unwrap_or_default().as_bytes()).find(|(known, _)| known == name);
    found.map(|(_, value)| value.into_owned())
}

/// The longest query string that is read.
pub const LONGEST: usize = 4_096;
/// The furthest numbered page; beyond it, a narrower search helps more than another page.
pub const LAST_PAGE: usize = 200;
/// Rows of a page.
pub const ROWS: usize = 20;

/// What the search page was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The typed query.
    pub query: VacancyQuery,
    /// The words typed as a place ("nơi"), for showing again.
    pub place_text: String,
    /// The page, from 1.
    pub page: usize,
}

/// Reads the search page's names: `q noi kcn xa tinh gan luong ca hd pl kn tg nghe cty sx trang`.
/// What can't be read is left out: a search never fails for its address.
pub fn read(raw: &str, reference: &Reference) -> Asked {
    let mut asked = Asked { page: 1, ..Asked::default() };
    let query = &mut asked.query;
    let raw = raw.get(..LONGEST.min(raw.len())).unwrap_or_default();
    for (name, value) in url::form_urlencoded::parse(raw.as_bytes()).take(200) {
        let value = value.trim();
        if value.is_empty() {
            continue;
        }
        match name.as_ref() {
            "q" => value.clone_into(&mut query.text),
            "noi" => asked.place_text = sanviec_domain::text::tidy_line(value).chars().take(100).collect(),
            "kcn" => query.places.push(PlaceFilter::Park(ParkSlug(value.to_owned()))),
            "xa" => push_some(&mut query.places, value.parse().ok().map(PlaceFilter::Commune)),
            "tinh" => push_some(&mut query.places, value.parse().ok().map(PlaceFilter::Province)),
            "huyen" => query.places.push(PlaceFilter::District(value.to_owned())),
            "gan" => push_some(&mut query.places, near(value)),
            "nghe" => query.occupations.push(value.to_owned()),
            // Millions, as people say them: 9 or 8,5.
            "luong" => {
                query.wage_from = value
                    .replace(',', ".")
                    .parse::<f64>()
                    .ok()
                    .filter(|millions| (0.1..1_000.0).contains(millions))
                    .map(|millions| Vnd((millions * 1e6) as i64));
            }
            "ca" => push_some(&mut query.shifts, Vocabulary::from_key(value)),
            "hd" => push_some(&mut query.contracts, Vocabulary::from_key(value)),
            "pl" => push_some(&mut query.benefits, Vocabulary::from_key(value)),
            "kn" => push_some(&mut query.experience, Vocabulary::from_key(value)),
            "tg" => push_some(&mut query.work_times, Vocabulary::from_key(value)),
            "cty" => query.employer = value.parse().ok().map(OrganisationId),
            "sx" => query.sort = Sort::from_key(value),
            "trang" => asked.page = value.parse().unwrap_or(1).clamp(1, LAST_PAGE),
            _ => {}
        }
    }
    let place_text = asked.place_text.clone();
    place_into(&place_text, &mut asked.query, reference);
    asked.query = asked.query.bounded();
    asked
}

/// A place in words becomes a filter; one that is not understood is searched as words.
fn place_into(written: &str, query: &mut VacancyQuery, reference: &Reference) {
    if written.is_empty() {
        return;
    }
    let filter = |place: sanviec_domain::place::Place| match (place.park, place.commune) {
        (Some(park), _) => PlaceFilter::Park(park),
        (None, Some(commune)) => PlaceFilter::Commune(commune),
        (None, None) => PlaceFilter::Province(place.province),
    };
    let folded = sanviec_domain::text::fold(written);
    let district = reference
        .communes_of(reference.home())
        .flat_map(|commune| commune.former_districts.iter())
        .find(|district| sanviec_domain::text::fold(district) == folded);
    // People still think in districts: "Thái Thụy" alone means all of it, not the commune of the name.
    if let Some(district) = district {
        query.places.push(PlaceFilter::District(district.clone()));
        return;
    }
    match reference.read_place(written) {
        PlaceReading::Understood { place, others, .. } => query.places.extend(std::iter::once(place).chain(others).map(filter)),
        PlaceReading::Ambiguous(places) => query.places.extend(places.into_iter().map(filter)),
        PlaceReading::Unknown(_) => query.text = format!("{} {written}", query.text),
    }
}

/// "12826-10": within ten kilometres of a commune's centre.
fn near(value: &str) -> Option<PlaceFilter> {
    let (code, km) = value.split_once('-')?;
    let km: u16 = km.parse().ok().filter(|km| (1..=100).contains(km))?;
    Some(PlaceFilter::Near(code.parse().ok()?, km))
}

fn push_some<T>(list: &mut Vec<T>, value: Option<T>) {
    list.extend(value);
}

/// The query string of a query, in a fixed order, so that one search has one address.
pub fn write(asked: &Asked) -> String {
    let query = &asked.query;
    let mut out = url::form_urlencoded::Serializer::new(String::new());
    let mut pair = |name: &str, value: &str| {
        out.append_pair(name, value);
    };
    if !query.text.is_empty() {
        pair("q", &query.text);
    }
    for place in &query.places {
        match place {
            PlaceFilter::Province(code) => pair("tinh", code.as_str()),
            PlaceFilter::Commune(code) => pair("xa", code.as_str()),
            PlaceFilter::Near(code, km) => pair("gan", &format!("{code}-{km}")),
            PlaceFilter::Park(slug) => pair("kcn", &slug.0),
            PlaceFilter::District(name) => pair("huyen", name),
        }
    }
    for code in &query.occupations {
        pair("nghe", code);
    }
    if let Some(wage) = query.wage_from {
        pair("luong", &millions(wage));
    }
    for (name, keys) in [
        ("ca", keys(&query.shifts)),
        ("hd", keys(&query.contracts)),
        ("pl", keys(&query.benefits)),
        ("kn", keys(&query.experience)),
        ("tg", keys(&query.work_times)),
    ] {
        for key in keys {
            pair(name, key);
        }
    }
    if let Some(employer) = query.employer {
        pair("cty", &employer.to_string());
    }
    if let Some(sort) = query.sort {
        pair("sx", sort.key());
    }
    if asked.page > 1 {
        pair("trang", &asked.page.to_string());
    }
    out.finish()
}

fn keys<V: Vocabulary>(values: &[V]) -> Vec<&'static str> {
    values.iter().map(|value| value.key()).collect()
}

/// 9000000 → "9", 8500000 → "8.5".
pub fn millions(wage: Vnd) -> String {
    let tenths = wage.0 / 100_000;
    if tenths % 10 == 0 {
        (tenths / 10).to_string()
    } else {
        format!("{}.{}", tenths / 10, tenths % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_reads_back_as_it_was_written() {
        let reference = Reference::embedded();
        let asked = read("q=công+nhân+may&kcn=lien-ha-thai&luong=8,5&ca=day&pl=bus&sx=wage&trang=3&nonsense=1&ca=zzz", reference);
        assert_eq!(asked.query.text, "công nhân may");
        assert_eq!(asked.query.wage_from, Some(Vnd(8_500_000)));
        assert_eq!(asked.query.filter_count(), 4);
        assert_eq!(asked.page, 3);
        assert_eq!(read(&write(&asked), reference), asked);
    }

    #[test]
    fn a_place_in_words_becomes_a_filter() {
        let reference = Reference::embedded();
        assert_eq!(read("noi=thai+thuy", reference).query.places, [PlaceFilter::District("Thái Thụy".to_owned())]);
        assert!(matches!(read("noi=KCN+Phúc+Khánh", reference).query.places[..], [PlaceFilter::Park(_)]));
        assert_eq!(read("q=may&noi=qwerty", reference).query.text, "may qwerty");
    }
}
