//! What holds for every query.

use crate::corpus::{documents, index, puts, reference, vacancy};
use proptest::prelude::*;
use sanviec_domain::money::Vnd;
use sanviec_domain::place::ParkSlug;
use sanviec_domain::query::{Facet, PlaceFilter, Sort, VacancyQuery, WAGE_STEPS};
use sanviec_domain::vocabulary::{Benefit, Contract, Experience, Shift, Vocabulary, WorkTime};
use sanviec_search::{IndexChange, PageRequest, VacancyDocument, VacancyIndex};
use std::collections::BTreeMap;
use std::sync::LazyLock;

static INDEX: LazyLock<VacancyIndex> = LazyLock::new(index);

/// Words of the corpus and of the lists, with marks, without, mistyped, and noise.
const WORDS: &[&str] = &[
    "công",
    "nhân",
    "cong",
    "nhan",
    "may",
    "máy",
    "mai",
    "mays",
    "cn",
    "CN",
    "KCN",
    "điện",
    "tử",
    "dien",
    "tu",
    "kế",
    "toán",
    "ke",
    "toan",
    "kho",
    "khó",
    "thợ",
    "tho",
    "hàn",
    "han",
    "hạn",
    "lđpt",
    "LDPT",
    "lao",
    "động",
    "phổ",
    "thông",
    "viec",
    "làm",
    "tuyển",
    "dụng",
    "gấp",
    "tien",
    "hai",
    "Tiền",
    "Hải",
    "thái",
    "thuỵ",
    "thụy",
    "linh",
    "sao",
    "tài",
    "xế",
    "lái",
    "xe",
    "nhna",
    "conng",
    "maii",
    "xyz",
    "50",
    "nv",
    "khu",
    "nghiệp",
    "nghiep",
    "chi",
    "chị",
    "ca",
    "đêm",
    "moi",
    "trường",
    "hoà",
    "hòa",
    "tang",
];

fn text() -> impl Strategy<Value = Vec<&'static str>> {
    proptest::collection::vec(proptest::sample::select(WORDS), 0..5)
}

fn place() -> impl Strategy<Value = PlaceFilter> {
    prop_oneof![
        proptest::sample::select(vec!["33", "01"]).prop_map(|code| PlaceFilter::Province(code.parse().unwrap())),
        proptest::sample::select(vec!["12826", "12454", "00004"]).prop_map(|code| PlaceFilter::Commune(code.parse().unwrap())),
        (proptest::sample::select(vec!["12826", "12454"]), 0_u16..60).prop_map(|(code, km)| PlaceFilter::Near(code.parse().unwrap(), km)),
        proptest::sample::select(vec!["tien-hai", "lien-ha-thai"]).prop_map(|slug| PlaceFilter::Park(ParkSlug(slug.to_owned()))),
        Just(PlaceFilter::District("Thái Thụy".to_owned())),
    ]
}

fn some<T: std::fmt::Debug + Clone + 'static>(values: Vec<T>) -> impl Strategy<Value = Vec<T>> {
    prop_oneof![3 => Just(Vec::new()), 1 => proptest::collection::vec(proptest::sample::select(values), 1..3)]
}

prop_compose! {
    fn query()(
        words in text(),
        places in prop_oneof![2 => Just(Vec::new()), 1 => proptest::collection::vec(place(), 1..3)],
        occupations in some(vec!["8".to_owned(), "81".to_owned(), "8153".to_owned(), "24".to_owned(), "5".to_owned()]),
        wage in prop_oneof![2 => Just(None), 1 => (6_i64..15).prop_map(|millions| Some(Vnd::millions(millions)))],
        shifts in some(Shift::ALL.to_vec()),
        contracts in some(Contract::ALL.to_vec()),
        benefits in some(vec![Benefit::Bus, Benefit::Dormitory]),
        experience in some(Experience::ALL.to_vec()),
        work_times in some(WorkTime::ALL.to_vec()),
        sort in proptest::option::of(proptest::sample::select(vec![Sort::Relevance, Sort::Newest, Sort::Wage, Sort::Deadline])),
    ) -> VacancyQuery {
        VacancyQuery { text: words.join(" "), places, occupations, wage_from: wage, shifts, contracts, benefits, experience, work_times, employer: None, sort }
    }
}

fn total(query: &VacancyQuery) -> usize {
    INDEX.search(query, &PageRequest::first(0), &[]).unwrap().total
}

/// What each facet's values are in a vacancy.
fn values(document: &VacancyDocument, facet: Facet) -> Vec<String> {
    let key = |value: Option<String>| value.into_iter().collect::<Vec<_>>();
    match facet {
        Facet::Park => key(document.place.park.as_ref().map(|park| park.0.clone())),
        Facet::Commune => {
            let reference = reference();
            let park = document.place.park.as_ref().and_then(|slug| reference.park(slug));
            key(document
                .place
                .commune
                .or_else(|| park.filter(|park| park.commune_codes.len() == 1).map(|park| park.commune_codes[0]))
                .map(|code| code.to_string()))
        }
        Facet::Province => vec![document.place.province.to_string()],
        Facet::Occupation => document.occupation.iter().flat_map(|code| [code[..1].to_owned(), code[..2].to_owned()]).collect(),
        Facet::Wage => WAGE_STEPS
            .iter()
            .filter(|step| document.pay_to.unwrap() >= **step * 1_000_000)
            .map(ToString::to_string)
            .collect(),
        Facet::Shift => key(document.shift.map(|value| value.key().to_owned())),
        Facet::Contract => key(document.contract.map(|value| value.key().to_owned())),
        Facet::Benefit => document.benefits.iter().map(|value| value.key().to_owned()).collect(),
        Facet::Experience => key(document.experience.map(|value| value.key().to_owned())),
        Facet::WorkTime => key(document.work_time.map(|value| value.key().to_owned())),
    }
}

/// The query without the filter of a facet's own kind.
fn without(query: &VacancyQuery, facet: Facet) -> VacancyQuery {
    let mut query = query.clone();
    match facet {
        Facet::Park | Facet::Commune | Facet::Province => query.places.clear(),
        Facet::Occupation => query.occupations.clear(),
        Facet::Wage => query.wage_from = None,
        Facet::Shift => query.shifts.clear(),
        Facet::Contract => query.contracts.clear(),
        Facet::Benefit => query.benefits.clear(),
        Facet::Experience => query.experience.clear(),
        Facet::WorkTime => query.work_times.clear(),
    }
    query
}

/// The filters of a query by hand. The text is left to the index.
fn passes(document: &VacancyDocument, query: &VacancyQuery) -> bool {
    let reference = reference();
    let communes: Vec<_> = match values(document, Facet::Commune).first() {
        Some(code) => vec![code.parse().unwrap()],
        None => document
            .place
            .park
            .as_ref()
            .and_then(|slug| reference.park(slug))
            .map(|park| park.commune_codes.clone())
            .unwrap_or_default(),
    };
    let there = |filter: &PlaceFilter| match filter {
        PlaceFilter::Province(code) => document.place.province == *code,
        PlaceFilter::Commune(code) => communes.contains(code),
        PlaceFilter::Near(code, km) => reference.communes_within(*code, f64::from(*km)).iter().any(|near| communes.contains(near)),
        PlaceFilter::Park(slug) => document.place.park.as_ref() == Some(slug),
        PlaceFilter::District(name) => communes
            .iter()
            .any(|code| reference.commune(*code).is_some_and(|commune| commune.former_districts.contains(name))),
    };
    let code = document.occupation.as_deref().unwrap_or_default();
    (query.places.is_empty() || query.places.iter().any(there))
        && (query.occupations.is_empty() || query.occupations.iter().any(|prefix| code.starts_with(prefix.as_str())))
        && query.wage_from.is_none_or(|wage| document.pay_to.unwrap() >= wage.0)
        && (query.shifts.is_empty() || document.shift.is_some_and(|value| query.shifts.contains(&value)))
        && (query.contracts.is_empty() || document.contract.is_some_and(|value| query.contracts.contains(&value)))
        && query.benefits.iter().all(|value| document.benefits.contains(value))
        && (query.experience.is_empty() || document.experience.is_some_and(|value| query.experience.contains(&value)))
        && (query.work_times.is_empty() || document.work_time.is_some_and(|value| query.work_times.contains(&value)))
}

/// What the text alone finds.
fn with_words(index: &VacancyIndex, query: &VacancyQuery) -> Vec<i64> {
    let words = VacancyQuery {
        text: query.text.clone(),
        ..VacancyQuery::default()
    };
    index.search(&words, &PageRequest::first(100), &[]).unwrap().hits.iter().map(|hit| hit.number.0).collect()
}

fn holds_against_the_oracle(index: &VacancyIndex, all: &[VacancyDocument], query: &VacancyQuery) -> Result<(), TestCaseError> {
    let words = with_words(index, query);
    let found = index.search(query, &PageRequest::first(100), &Facet::ALL).unwrap();
    let passing = |query: &VacancyQuery| {
        all.iter()
            .filter(|document| words.contains(&document.number.0) && passes(document, query))
            .cloned()
            .collect::<Vec<_>>()
    };
    let mut expected: Vec<i64> = passing(query).iter().map(|document| document.number.0).collect();
    let mut numbers: Vec<i64> = found.hits.iter().map(|hit| hit.number.0).collect();
    expected.sort_unstable();
    numbers.sort_unstable();
    prop_assert_eq!(numbers, expected);
    prop_assert_eq!(found.total, found.hits.len());
    for (facet, counted) in Facet::ALL.into_iter().zip(&found.facets) {
        prop_assert_eq!(counted.facet, facet);
        let mut expected: BTreeMap<String, u64> = BTreeMap::new();
        for document in passing(&without(query, facet)) {
            for value in values(&document, facet) {
                *expected.entry(value).or_default() += 1;
            }
        }
        prop_assert_eq!(counted.counts.iter().cloned().collect::<BTreeMap<_, _>>(), expected, "{:?}", facet);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_word_added_never_raises_the_count(query in query(), word in proptest::sample::select(WORDS)) {
        let longer = VacancyQuery { text: format!("{} {word}", query.text), ..query.clone() };
        prop_assert!(total(&longer) <= total(&query), "{} + {word}: {} > {}", query.text, total(&longer), total(&query));
    }

    #[test]
    fn nor_does_any_other_text(query in query(), more in "\\PC{0,12}") {
        let longer = VacancyQuery { text: format!("{} {more}", query.text), ..query.clone() };
        prop_assert!(total(&longer) <= total(&query), "{} + {more}", query.text);
    }

    #[test]
    fn facets_and_filters_agree_with_counting_by_hand(query in query()) {
        holds_against_the_oracle(&INDEX, &documents(), &query)?;
    }

    #[test]
    fn pages_by_cursor_visit_each_hit_once_and_in_order(query in query(), limit in 1_usize..8) {
        let whole: Vec<_> = INDEX.search(&query, &PageRequest::first(100), &[]).unwrap().hits;
        let mut page = PageRequest::first(limit);
        let mut visited = Vec::new();
        loop {
            let found = INDEX.search(&query, &page, &[]).unwrap();
            prop_assert_eq!(found.total, whole.len());
            visited.extend(found.hits);
            let Some(next) = found.next else { break };
            page = PageRequest::after(limit, next.to_string().parse().unwrap());
        }
        prop_assert_eq!(visited, whole);
    }

    #[test]
    fn no_text_is_too_odd(text in "\\PC{0,60}|[a-zđ\u{0300}-\u{0323}\\s\u{200b}%'\"*+:()-]{0,300}") {
        let query = VacancyQuery { text: text.clone(), ..VacancyQuery::default() };
        INDEX.search(&query, &PageRequest::first(3), &Facet::ALL).unwrap();
        let _ = INDEX.suggest(&text, 5);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn odd_vacancies_are_indexed(title in "\\PC{0,80}", description in "(?s).{0,400}", wage in any::<Option<i64>>(), number in any::<i64>()) {
        let index = VacancyIndex::in_memory(reference()).unwrap();
        let odd = VacancyDocument { description, pay_to: wage, pay_from: None, occupation: Some(title.clone()), number: sanviec_domain::ids::VacancyNumber(number), ..vacancy(1, &title, "", "") };
        index.apply(puts(vec![odd]), 1).unwrap();
        let found = index.search(&VacancyQuery::default(), &PageRequest::first(3), &Facet::ALL).unwrap();
        prop_assert_eq!(found.total, 1);
        prop_assert_eq!(found.hits[0].number.0, number);
        let same = VacancyQuery { text: title, ..VacancyQuery::default() };
        prop_assert_eq!(index.search(&same, &PageRequest::first(3), &[]).unwrap().total, 1);
    }

    #[test]
    fn the_same_holds_with_many_segments_and_removed_vacancies(queries in proptest::collection::vec(query(), 10), gone in proptest::collection::vec(1_i64..40, 0..20)) {
        let index = VacancyIndex::in_memory(reference()).unwrap();
        for part in documents().chunks(9) {
            index.apply(puts(part.to_vec()), 1).unwrap();
        }
        index.apply(gone.iter().map(|number| IndexChange::Remove(vacancy(*number, "", "", "").id)).collect(), 2).unwrap();
        let left: Vec<_> = documents().into_iter().filter(|document| !gone.contains(&document.number.0)).collect();
        for query in queries {
            holds_against_the_oracle(&index, &left, &query)?;
        }
    }
}
