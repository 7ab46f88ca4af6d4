use super::*;
use crate::import::{Limits, Source};
use sanviec_domain::moderation::check::{CheckFacts, RuleCode, check};
use sanviec_domain::text::tidy;
use sanviec_domain::vacancy::{VacancyContent, validate};
use std::collections::{HashMap, HashSet};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 22).unwrap()
}

fn corpus(employers: usize) -> Corpus {
    let reference = Reference::new(Reference::embedded().lists().clone(), Reference::embedded().home());
    Corpus::new(7, Arc::new(reference), CorpusOptions { today: today(), employers })
}

fn findings(content: &VacancyContent) -> Vec<sanviec_domain::moderation::check::Finding> {
    let minimum_wage = content.place.as_ref().and_then(|place| Reference::embedded().wage_floor(place, today())).cloned();
    check(
        content,
        &CheckFacts {
            minimum_wage,
            ..CheckFacts::default()
        },
    )
}

#[test]
fn every_job_has_an_occupation_of_the_list() {
    for job in jobs::JOBS {
        assert!(
            Reference::embedded().occupation(job.code).is_some_and(|occupation| occupation.level == 4),
            "{} {}",
            job.code,
            job.title
        );
        assert!(job.wage.0 < job.wage.1, "{}", job.title);
    }
}

#[test]
fn the_first_vacancies_do_not_depend_on_how_many_are_made() {
    let (one, two) = (corpus(50), corpus(50));
    let mut short = Vec::new();
    let mut long = Vec::new();
    one.write_corpus(&mut short, 20).unwrap();
    two.write_corpus(&mut long, 60).unwrap();
    assert!(long.starts_with(&short));
    assert_eq!(one.vacancy(41).content, two.vacancy(41).content);
    assert_eq!(one.person(5).name, two.person(5).name);
}

#[test]
fn vacancies_are_complete_and_lawful() {
    let corpus = corpus(300);
    for index in 0..3_000 {
        let vacancy = corpus.vacancy(index);
        let content = &vacancy.content;
        assert_eq!(validate(content, today()), [], "{index} {}", content.title);
        assert_eq!(findings(content), [], "{index} {content:#?}");
        for text in [&content.title, &content.description, &content.requirements, &content.benefits_other] {
            assert_eq!(tidy(text), **text, "{index}");
            assert!(!text.contains(['{', '}']), "{text}");
        }
        assert!(content.contact.is_some() && !content.benefits.is_empty() && content.conditions.setting.is_some());
    }
}

#[test]
fn texts_are_of_the_wanted_length() {
    let corpus = corpus(300);
    let lengths: Vec<usize> = (0..2_000)
        .map(|index| {
            let content = corpus.vacancy(index).content;
            [content.description, content.requirements, content.benefits_other]
                .iter()
                .map(|text| text.split_whitespace().count())
                .sum()
        })
        .collect();
    let mean = lengths.iter().sum::<usize>() / lengths.len();
    assert!((120..=185).contains(&mean), "{mean}");
    assert!(lengths.iter().filter(|length| !(90..=220).contains(*length)).count() < lengths.len() / 50);
}

#[test]
fn a_few_make_most_of_the_offers() {
    let corpus = corpus(2_000);
    let (mut occupations, mut employers, mut home, mut parks) = (HashMap::new(), HashMap::new(), 0, 0);
    for index in 0..4_000 {
        let vacancy = corpus.vacancy(index);
        *occupations.entry(vacancy.content.occupation.clone()).or_insert(0) += 1;
        *employers.entry(vacancy.employer).or_insert(0) += 1;
        let place = vacancy.content.place.unwrap();
        home += usize::from(place.province == corpus.reference.home());
        parks += usize::from(place.park.is_some());
    }
    let top = |counts: Vec<usize>, share: usize| {
        let mut counts = counts;
        counts.sort_unstable_by(|left, right| right.cmp(left));
        counts.iter().take(share).sum::<usize>()
    };
    assert!(occupations.len() > 60);
    assert!(top(occupations.values().copied().collect(), 10) > 1_400);
    let heavy = top(employers.values().copied().collect(), 20);
    assert!(heavy > 300, "{heavy}");
    assert!((3_300..3_950).contains(&home), "{home}");
    assert!((1_200..3_000).contains(&parks), "{parks}");
}

#[test]
fn employers_are_invented_and_told_apart() {
    let corpus = corpus(3_000);
    let names: HashSet<&str> = corpus.employers().iter().map(|employer| employer.name.as_str()).collect();
    let codes: HashSet<&str> = corpus.employers().iter().map(|employer| employer.tax_code.as_str()).collect();
    assert_eq!((names.len(), codes.len()), (3_000, 3_000));
    for employer in corpus.employers() {
        assert!(employer.name.ends_with("(mẫu)") && employer.tax_code.as_str().starts_with("99"), "{}", employer.name);
        let profile = &employer.profile;
        assert!(profile.email.is_some() && profile.industry.is_some() && profile.representative.is_some(), "{employer:?}");
        assert!(
            profile
                .phone
                .as_ref()
                .is_some_and(|phone| phone.as_str().starts_with("030") || phone.as_str().starts_with("031"))
        );
    }
}

#[test]
fn people_and_colleges() {
    let corpus = corpus(300);
    let phones: HashSet<String> = (0..20_000).map(|index| corpus.person(index).phone.to_string()).collect();
    assert_eq!(phones.len(), 20_000);
    for index in 0..500 {
        let person = corpus.person(index);
        assert!((1960..=2009).contains(&person.birth_year));
        assert!(person.home.commune.is_some());
    }
    let colleges = corpus.colleges();
    assert_eq!(colleges.len(), 8);
    for college in colleges {
        assert!(college.name.ends_with("(mẫu)") && college.profile.email.is_some(), "{college:?}");
        assert!(college.profile.place.as_ref().is_some_and(|place| place.commune.is_some()), "{college:?}");
        assert!(college.programmes.len() >= 3, "{college:?}");
    }
}

#[test]
fn moderation_finds_what_is_suspicious() {
    let corpus = corpus(300);
    for index in 0..SUSPICIOUS_KINDS * 4 {
        let suspicious = corpus.suspicious(index);
        let found: Vec<RuleCode> = findings(&suspicious.vacancy.content).iter().map(|finding| finding.rule).collect();
        for rule in &suspicious.rules {
            assert!(found.contains(rule), "{index}: {rule:?} not in {found:?}\n{:#?}", suspicious.vacancy.content);
        }
    }
}

#[test]
fn the_corpus_goes_through_the_import_unchanged() {
    let corpus = corpus(100);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("corpus.jsonl");
    let mut file = std::fs::File::create(&path).unwrap();
    corpus.write_corpus(&mut file, 400).unwrap();
    drop(file);
    let source = Source::open(&path, Reference::embedded(), Limits::default()).unwrap();
    assert_eq!(source.total(), 400);
    for (index, row) in source.enumerate() {
        let row = row.unwrap();
        let vacancy = corpus.vacancy(index as u64);
        assert_eq!(row.content, vacancy.content);
        assert_eq!(row.external_reference, vacancy.external_reference);
        assert_eq!(row.employer_name, corpus.employers()[vacancy.employer].name);
        assert!(row.notes.is_empty());
    }
}

#[test]
#[ignore = "prints a few vacancies for reading"]
fn look() {
    let corpus = corpus(300);
    for index in 0..14 {
        let vacancy = corpus.vacancy(index);
        let content = &vacancy.content;
        println!(
            "=== {} | {}\n{}\n[Yêu cầu]\n{}\n[Phúc lợi]\n{}",
            content.title,
            corpus.employers()[vacancy.employer].name,
            content.description,
            content.requirements,
            content.benefits_other
        );
        println!("{:?} {:?} {:?} {:?} {:?}", content.pay, content.shift, content.place, content.bus, content.contact);
    }
    for index in 0..40 {
        println!(
            "{} | {} | {:?}",
            corpus.vacancy(index + 1000).content.title,
            corpus.employers()[index as usize].name,
            corpus.employers()[index as usize].profile.email
        );
    }
    for index in 0..10 {
        println!("{:?}", corpus.person(index));
    }
}
