//! Queries drawn from the corpus: what people type who look for one of its vacancies.

use crate::SEED;
use crate::figures::Choice;
use sanviec_domain::money::Vnd;
use sanviec_domain::query::{PlaceFilter, VacancyQuery, WAGE_STEPS};
use sanviec_domain::reference::Reference;
use sanviec_domain::text::{fold, slug, words};
use sanviec_render::card::vacancy_path;
use sanviec_search::VacancyDocument;
use sanviec_web::queries::{Asked, write};

/// A kind of query.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// "công nhân may"
    Marked,
    /// "cong nhan may"
    Unmarked,
    /// "CN may"
    Abbreviation,
    /// "công nhân may tiền hải"
    Place,
    /// "công nhân may", from 9 million, perhaps in a park
    Filter,
}

impl Kind {
    pub const ALL: [Self; 5] = [Self::Marked, Self::Unmarked, Self::Abbreviation, Self::Place, Self::Filter];

    pub fn name(self) -> &'static str {
        match self {
            Self::Marked => "marked",
            Self::Unmarked => "unmarked",
            Self::Abbreviation => "abbreviation",
            Self::Place => "place",
            Self::Filter => "filter",
        }
    }
}

/// A query, as the index and as the rivals are asked.
#[derive(Clone, Debug)]
pub struct Drawn {
    pub kind: Kind,
    pub query: VacancyQuery,
    /// The words of the text, folded.
    pub words: Vec<String>,
    pub pay_from: Option<i64>,
    pub park: Option<String>,
}

impl Drawn {
    /// The address of the search page.
    pub fn path(&self) -> String {
        let asked = Asked {
            query: self.query.clone(),
            page: 1,
            ..Asked::default()
        };
        format!("/viec-lam?{}", write(&asked))
    }
}

/// What recruiters write short.
const SHORT: [(&str, &str); 4] = [("công nhân", "CN"), ("nhân viên", "NV"), ("lao động phổ thông", "LĐPT"), ("kỹ thuật viên", "KTV")];
/// Words round a job's name that nobody searches for.
const NOISE: [&str; 12] = ["tuyen", "can", "gap", "nam", "nu", "lam", "viec", "di", "luong", "trieu", "mau", "tr"];

/// So many queries of each kind.
pub fn draw(documents: &[VacancyDocument], reference: &Reference, each: usize) -> Vec<Drawn> {
    let mut choice = Choice(SEED);
    let mut drawn = Vec::with_capacity(each * Kind::ALL.len());
    for kind in Kind::ALL {
        let (mut made, mut tries) = (0, 0);
        while made < each && tries < each * 1_000 {
            tries += 1;
            let document = &documents[choice.below(documents.len())];
            if let Some(query) = one(kind, document, reference, &mut choice) {
                drawn.push(query);
                made += 1;
            }
        }
    }
    drawn
}

fn one(kind: Kind, document: &VacancyDocument, reference: &Reference, choice: &mut Choice) -> Option<Drawn> {
    let mut text = job(&document.title, 2 + choice.below(3))?;
    let (mut query, mut park) = (VacancyQuery::default(), None);
    match kind {
        Kind::Marked => {}
        Kind::Unmarked => text = fold(&text),
        Kind::Abbreviation => {
            let lower = text.to_lowercase();
            let (long, short) = SHORT.iter().find(|(long, _)| lower.starts_with(long))?;
            text = format!("{short}{}", &lower[long.len()..]);
        }
        Kind::Place => {
            let place = &document.place;
            let name = match (&place.park, place.commune) {
                (Some(park), _) if choice.below(2) == 0 => reference.park(park)?.name.clone(),
                (_, commune) => reference.commune(commune?)?.name.clone(),
            };
            text = format!("{} {name}", job(&document.title, 3)?);
            if choice.below(2) == 0 {
                text = fold(&text);
            }
        }
        Kind::Filter => {
            let best = document.pay_to?;
            let steps: Vec<i64> = WAGE_STEPS.iter().map(|millions| millions * 1_000_000).filter(|step| *step <= best).collect();
            query.wage_from = Some(Vnd(*steps.get(choice.below(steps.len()))?));
            park = document.place.park.clone().filter(|_| choice.below(2) == 0);
            query.places = park.iter().cloned().map(PlaceFilter::Park).collect();
        }
    }
    let folded = fold(&text);
    query.text = text;
    Some(Drawn {
        kind,
        words: words(&folded).map(str::to_owned).collect(),
        pay_from: query.wage_from.map(|wage| wage.0),
        park: park.map(|park| park.0),
        query,
    })
}

/// The first words of a title that name the job.
fn job(title: &str, most: usize) -> Option<String> {
    let telling = |word: &&str| !word.contains(|c: char| c.is_ascii_digit()) && !NOISE.contains(&fold(word).as_str());
    let found: Vec<&str> = words(title).filter(telling).take(most).collect();
    (found.len() >= 2).then(|| found.join(" "))
}

/// Addresses of vacancies.
pub fn pages(documents: &[VacancyDocument], count: usize) -> Vec<String> {
    let mut choice = Choice(SEED + 1);
    (0..count)
        .map(|_| &documents[choice.below(documents.len())])
        .map(|document| vacancy_path(document.number, &slug(&document.title)))
        .collect()
}
