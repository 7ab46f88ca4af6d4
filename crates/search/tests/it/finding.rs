//! What a person types, and what must come of it.

use crate::corpus::{index, puts, reference, vacancy};
use sanviec_domain::ids::OrganisationId;
use sanviec_domain::money::Vnd;
use sanviec_domain::place::ParkSlug;
use sanviec_domain::query::{Facet, PlaceFilter, Sort, VacancyQuery};
use sanviec_domain::vocabulary::{Benefit, Shift};
use sanviec_search::{Found, PageRequest, SearchError, SuggestionKind, VacancyIndex};
use uuid::Uuid;

fn query(text: &str) -> VacancyQuery {
    VacancyQuery {
        text: text.to_owned(),
        ..VacancyQuery::default()
    }
}

fn find(index: &VacancyIndex, text: &str) -> Found {
    index.search(&query(text), &PageRequest::first(100), &[]).unwrap()
}

fn numbers(found: &Found) -> Vec<i64> {
    found.hits.iter().map(|hit| hit.number.0).collect()
}

const SEWING: fn(i64) -> bool = |number| matches!(number, 1..=4 | 19 | 22..=39);

/// Younger than all others, and each of the words asked for stands in its title when marks are left out.
fn beside_a_machine() -> VacancyIndex {
    let index = index();
    let machine = vacancy(40, "Tuyển gấp công nhân máy cắt, dán thùng (2 ca)", "8189", "Thợ vận hành máy móc");
    index.apply(puts(vec![machine]), 41).unwrap();
    index
}

#[test]
fn sewing_jobs_come_first_however_they_are_asked_for() {
    let index = beside_a_machine();
    for text in [
        "cong nhan may",
        "công nhân may",
        "CN may",
        "cn may",
        "cong nhan mai",
        "công nhân mays",
        "cong nhna may",
        "may cong nghiep",
        "thợ may",
        "viec lam may",
        "CÔNG NHÂN MAY",
        "công nhan may",
    ] {
        let found = numbers(&find(&index, text));
        assert!(found.len() >= 5, "{text}: {found:?}");
        assert!(found[..5].iter().all(|number| SEWING(*number)), "{text}: {found:?}");
    }
    let found = numbers(&find(&index, "may cong nghiep tien hai"));
    assert_eq!(found.first(), Some(&2), "{found:?}");
}

#[test]
fn marks_are_respected_where_they_are_typed() {
    let index = index();
    let found = numbers(&find(&index, "công nhân may"));
    assert!(!found.contains(&5) && !found.contains(&6), "máy isn't may: {found:?}");
    assert!(found.contains(&19), "a title without marks may mean it: {found:?}");
    let found = numbers(&find(&index, "công nhân máy"));
    assert_eq!(&found[..2], [6, 5], "{found:?}");
    assert!(!found.contains(&1), "{found:?}");
    // hạn stands in every description, hàn in one title.
    assert_eq!(numbers(&find(&index, "thợ hàn")), [14]);
    assert_eq!(numbers(&find(&index, "hàn")), [14]);
}

#[test]
fn both_ways_to_place_a_tone_find_the_same() {
    let index = index();
    for (one, other) in [("thủy thủ", "thuỷ thủ"), ("hòa giải", "hoà giải"), ("kỹ thuật viên", "kĩ thuật viên")] {
        assert_eq!(numbers(&find(&index, one)), numbers(&find(&index, other)));
        assert!(numbers(&find(&index, one)).contains(&21), "{one}");
    }
}

#[test]
fn with_and_without_marks_give_the_same_first_results() {
    let index = index();
    for (marked, plain) in [
        ("điện tử", "dien tu"),
        ("kế toán kho", "ke toan kho"),
        ("lái xe", "lai xe"),
        ("bảo vệ", "bao ve"),
        ("ĐIỆN TỬ", "dien tu"),
    ] {
        let (marked, plain) = (numbers(&find(&index, marked)), numbers(&find(&index, plain)));
        assert!(!marked.is_empty());
        assert_eq!(marked[..marked.len().min(10)], plain[..marked.len().min(10)]);
    }
    let decomposed: String = "d\u{0323}ie\u{0302}n tu\u{031b}\u{0309}".replacen('d', "đ", 1);
    assert!(!find(&index, &decomposed).hits.is_empty());
}

#[test]
fn words_that_mean_the_same_find_each_other() {
    let index = index();
    for text in ["lđpt", "LDPT", "lao động phổ thông", "lao dong pho thong"] {
        let found = numbers(&find(&index, text));
        assert!(found.contains(&15) && found.contains(&16), "{text}: {found:?}");
    }
    assert!(numbers(&find(&index, "tài xế")).contains(&12));
    assert!(numbers(&find(&index, "lái xe")).contains(&13));
    assert!(numbers(&find(&index, "nv bảo vệ")).contains(&17));
    assert_eq!(numbers(&find(&index, "khu công nghiệp tiền hải may")), [2]);
}

#[test]
fn a_place_is_found_by_its_former_names() {
    let index = index();
    assert_eq!(numbers(&find(&index, "viec lam thai thuy")), [4]);
    assert_eq!(numbers(&find(&index, "diêm điền")), [4]);
}

#[test]
fn a_correction_says_what_was_searched_for() {
    let index = index();
    assert_eq!(find(&index, "cong nhan mai").corrected.as_deref(), Some("cong nhan may"));
    assert_eq!(find(&index, "ke toann").corrected.as_deref(), Some("ke toan"));
    assert_eq!(find(&index, "kees toan").corrected.as_deref(), None, "two slips are too many");
    for text in ["công nhân may", "sao mai", "mai linh", "cong ty sao mai", "chị mai", "xyzxyz", ""] {
        assert_eq!(find(&index, text).corrected, None, "{text}");
    }
    assert_eq!(find(&index, "xyzxyz").total, 0);
}

#[test]
fn filters_are_alternatives_within_a_kind_and_joined_across_kinds() {
    let index = index();
    let all = |query: VacancyQuery| numbers(&index.search(&query, &PageRequest::first(100), &[]).unwrap());
    let park = |slug: &str| PlaceFilter::Park(ParkSlug(slug.to_owned()));
    let places = |places: Vec<PlaceFilter>| VacancyQuery {
        places,
        ..VacancyQuery::default()
    };
    assert_eq!(all(places(vec![park("tien-hai")])), [6, 2]);
    assert_eq!(all(places(vec![park("tien-hai"), PlaceFilter::Commune("12826".parse().unwrap())])), [6, 4, 2]);
    assert_eq!(all(places(vec![PlaceFilter::District("Thái Thụy".to_owned())])), [4]);
    assert!(all(places(vec![PlaceFilter::Near("12826".parse().unwrap(), 8)])).contains(&4));
    assert_eq!(all(places(vec![PlaceFilter::Province("33".parse().unwrap())])).len(), 39);
    assert_eq!(all(places(vec![PlaceFilter::Province("01".parse().unwrap())])).len(), 0);
    assert_eq!(all(places(vec![park("no-such-park")])).len(), 0);
    assert_eq!(
        all(VacancyQuery {
            occupations: vec!["24".to_owned(), "4321".to_owned()],
            ..VacancyQuery::default()
        }),
        [11, 10]
    );
    assert_eq!(
        all(VacancyQuery {
            text: "may".to_owned(),
            occupations: vec!["7".to_owned()],
            ..VacancyQuery::default()
        }),
        Vec::<i64>::new()
    );
    assert_eq!(
        all(VacancyQuery {
            wage_from: Some(Vnd::millions(13)),
            ..VacancyQuery::default()
        }),
        [34, 27, 20, 13, 6]
    );
    let both = VacancyQuery {
        benefits: vec![Benefit::Bus, Benefit::Dormitory],
        ..VacancyQuery::default()
    };
    assert!(all(both).iter().all(|number| number % 3 == 2));
    assert!(
        all(VacancyQuery {
            shifts: vec![Shift::Office, Shift::TwoShifts],
            ..VacancyQuery::default()
        })
        .iter()
        .all(|number| number % 3 != 0)
    );
    let employer = VacancyQuery {
        employer: Some(OrganisationId(Uuid::from_u128(3))),
        ..VacancyQuery::default()
    };
    assert!(all(employer.clone()).iter().all(|number| number % 5 == 3) && all(employer).len() == 8);
}

#[test]
fn every_order_is_kept() {
    let index = index();
    let sorted = |sort| {
        numbers(
            &index
                .search(
                    &VacancyQuery {
                        sort: Some(sort),
                        ..query("công nhân")
                    },
                    &PageRequest::first(100),
                    &[],
                )
                .unwrap(),
        )
    };
    let newest = sorted(Sort::Newest);
    assert!(newest.is_sorted_by(|a, b| a > b));
    assert!(sorted(Sort::Wage).is_sorted_by_key(|number| (-(number % 7), -number)));
    assert!(sorted(Sort::Deadline).is_sorted_by_key(|number| (number % 11, -number)));
    assert_eq!(sorted(Sort::Relevance).len(), newest.len());
    assert_eq!(find(&index, "").hits[0].number.0, 39, "without words the newest come first");
}

#[test]
fn hits_carry_their_cards() {
    let index = index();
    for hit in find(&index, "").hits {
        assert_eq!(hit.card, format!("card {}", hit.number).into_bytes());
        assert_eq!(hit.id.0.as_u128(), 0x0190_0000 + hit.number.0 as u128);
    }
}

#[test]
fn bad_pages_are_refused() {
    let index = index();
    let first = index.search(&query("may"), &PageRequest::first(2), &[]).unwrap();
    let cursor = first.next.unwrap();
    let other = VacancyQuery {
        sort: Some(Sort::Wage),
        ..query("may")
    };
    assert!(matches!(index.search(&other, &PageRequest::after(2, cursor), &[]), Err(SearchError::BadCursor)));
    let far = PageRequest {
        offset: PageRequest::MOST_OFFSET + 1,
        ..PageRequest::first(1)
    };
    assert!(matches!(index.search(&query(""), &far, &[]), Err(SearchError::OffsetTooLarge)));
    let numbered = PageRequest {
        offset: 5,
        ..PageRequest::first(5)
    };
    let all = numbers(&find(&index, "may"));
    assert_eq!(numbers(&index.search(&query("may"), &numbered, &[]).unwrap()), all[5..10]);
}

#[test]
fn wage_steps_are_cumulative() {
    let index = index();
    let found = index.search(&query(""), &PageRequest::first(0), &[Facet::Wage]).unwrap();
    let count = |least: i64| (1..40).filter(|number| 7 + number % 7 >= least).count() as u64;
    let expected: Vec<(String, u64)> = [5, 7, 9, 10, 12].into_iter().map(|step| (step.to_string(), count(step))).collect();
    assert_eq!(found.facets[0].counts, expected);
}

#[test]
fn suggestions_begin_at_any_word() {
    let index = index();
    let texts = |typed: &str| index.suggest(typed, 8).into_iter().map(|suggestion| suggestion.text).collect::<Vec<_>>();
    assert_eq!(texts("may ch"), ["Công nhân may chuyền"]);
    assert!(texts("cong nhan m").contains(&"Công nhân may chuyền".to_owned()));
    assert!(texts("ke to").contains(&"Kế toán kho".to_owned()));
    assert!(texts("kế to").contains(&"Kế toán kho".to_owned()));
    assert!(!texts("máy").iter().any(|text| text.contains("may")), "{:?}", texts("máy"));
    assert!(
        index
            .suggest("sao", 8)
            .iter()
            .any(|suggestion| suggestion.kind == SuggestionKind::Employer && suggestion.count == 8)
    );
    assert!(texts("").is_empty() && texts("  ,").is_empty() && texts("zzzz").is_empty());
    assert!(index.suggest("c", 3).len() == 3);
}

#[test]
fn similar_vacancies_do_similar_work_nearby() {
    let index = index();
    let similar = index.more_like(&vacancy(22, "", "", "").id, 30).unwrap();
    let found: Vec<i64> = similar.iter().map(|hit| hit.number.0).collect();
    assert_eq!(found[..3], [39, 38, 37], "{found:?}");
    assert!(!found.contains(&22) && !found.contains(&17), "{found:?}");
    assert!(index.more_like(&vacancy(99, "", "", "").id, 5).unwrap().is_empty());
}

#[test]
fn an_empty_index_answers() {
    let index = VacancyIndex::in_memory(reference()).unwrap();
    assert_eq!(index.search(&query("công nhân"), &PageRequest::first(10), &[Facet::Park]).unwrap().total, 0);
    assert!(index.suggest("c", 5).is_empty());
    index.apply(puts(Vec::new()), 7).unwrap();
    assert_eq!(index.applied(), 7);
}
