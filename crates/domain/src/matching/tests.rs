use super::change::{BusinessChange, for_business, for_college, graduates_for, seats_for};
use super::*;
use crate::demand::DemandAudience;
use crate::place::Place;
use crate::vocabulary::Vocabulary;
use proptest::prelude::*;

fn month(written: &str) -> Month {
    written.parse().unwrap()
}

fn need() -> DemandContent {
    DemandContent {
        title: "Kỹ thuật viên cơ điện tử".to_owned(),
        occupation: "7412".to_owned(),
        level: Qualification::Intermediate,
        headcount: 60,
        minimum: 0,
        from: month("2027-07"),
        until: month("2027-09"),
        place: Place::province("33".parse().unwrap()),
        wage: Some(Vnd(9_000_000)),
        shift: None,
        offers: vec![DemandOffer::Internship],
        note: String::new(),
        audience: DemandAudience::Colleges,
    }
}

fn cohort() -> Supply {
    Supply {
        occupations: vec!["7412".to_owned(), "3113".to_owned()],
        level: TrainingLevel::College,
        graduates: month("2027-07"),
        unplaced: 46,
    }
}

fn between() -> Between {
    Between {
        km: Some(12),
        wage_floor: Some(Vnd(4_140_000)),
        ..Between::default()
    }
}

#[test]
fn what_fits_scores_high_and_other_work_not_at_all() {
    let weights = Weights::default();
    assert!(weights.is_whole());
    let fits = score(&need(), &cohort(), &between(), &weights).unwrap();
    assert!(fits.fits() && fits.percent() > 85, "{fits:?}");
    let sewing = Supply {
        occupations: vec!["7531".to_owned()],
        ..cohort()
    };
    assert_eq!(score(&need(), &sewing, &between(), &weights), None);
}

#[test]
fn each_part_says_what_it_rests_on() {
    let fact = |need: &DemandContent, supply: &Supply, between: &Between, part: Part| {
        let score = score(need, supply, between, &Weights::default()).unwrap();
        let found = score.parts.iter().find(|found| found.part == part).unwrap();
        (found.fit, found.fact)
    };
    let (need, cohort, between) = (need(), cohort(), between());
    assert_eq!(fact(&need, &cohort, &between, Part::Competence), (ONE, Fact::Digits(4)));
    assert_eq!(fact(&need, &cohort, &between, Part::Level), (ONE, Fact::Steps(1)));
    assert_eq!(fact(&need, &cohort, &between, Part::Numbers), (766_666, Fact::People(46, 60)));
    assert_eq!(fact(&need, &cohort, &between, Part::Distance), (ONE, Fact::Km(Some(12), false)));
    assert_eq!(fact(&need, &cohort, &between, Part::Wage), (ONE, Fact::OfFloor(Some(217))));
    assert_eq!(fact(&need, &cohort, &between, Part::Terms), (400_000, Fact::Offers(1)));
    assert_eq!(fact(&need, &cohort, &between, Part::History), (500_000, Fact::Kept(0, 0)));
    for (graduates, wanted) in [("2027-05", -2), ("2027-09", 0), ("2027-12", 3), ("2028-06", 9), ("2026-07", -12)] {
        let moved = Supply {
            graduates: month(graduates),
            ..cohort.clone()
        };
        assert_eq!(fact(&need, &moved, &between, Part::Time).1, Fact::Months(wanted), "{graduates}");
    }
    let far = Between { km: Some(79), ..between };
    assert!(fact(&need, &cohort, &far, Part::Distance).0 < 50_000);
    let mut housed = need.clone();
    housed.offers.push(DemandOffer::Housing);
    assert_eq!(fact(&housed, &cohort, &far, Part::Distance).0, 800_000);
}

#[test]
fn weights_have_their_day() {
    let day = |written: &str| written.parse::<NaiveDate>().unwrap();
    let at = |from: &str| Weights {
        from: day(from),
        ..Weights::default()
    };
    let all = [at("2026-07-01"), at("2026-01-01")];
    assert_eq!(Weights::on(&all, day("2026-06-30")).unwrap().from, day("2026-01-01"));
    assert_eq!(Weights::on(&all, day("2026-07-01")).unwrap().from, day("2026-07-01"));
    assert_eq!(Weights::on(&all, day("2020-01-01")).unwrap().from, day("2026-01-01"));
    assert!(Weights::on(&[], day("2020-01-01")).is_none());
}

#[test]
fn a_later_month_brings_a_class_that_graduates_later() {
    // Another branch of the trade, a level below and four months late: two months' patience mends it.
    let need = DemandContent {
        offers: Vec::new(),
        wage: None,
        level: Qualification::College,
        until: month("2027-07"),
        ..need()
    };
    let late = Supply {
        occupations: vec!["7431".to_owned()],
        level: TrainingLevel::Intermediate,
        graduates: month("2027-11"),
        unplaced: 46,
    };
    let cohorts = [(late, between())];
    let weights = Weights::default();
    assert_eq!(graduates_for(&need, &cohorts, &weights), 0);
    let found = for_business(&need, &cohorts, &weights).unwrap();
    assert_eq!((found.adds(), &found.change), (46, &BusinessChange::Later(2)));
    assert_eq!(graduates_for(&found.change.applied(&need), &cohorts, &weights), found.then);
}

fn any_need() -> impl Strategy<Value = DemandContent> {
    let occupations = prop::sample::select(vec!["7412", "7411", "74", "3113", "7531", "753", "8153", "2512"]);
    let level = prop::sample::select(Qualification::ALL.to_vec());
    let offers = prop::collection::vec(prop::sample::select(DemandOffer::ALL.to_vec()), 0..6);
    (occupations, level, 1..400_u32, 0..24_i32, 0..12_i32, prop::option::of(3_000_000..30_000_000_i64), offers).prop_map(
        |(occupation, level, headcount, from, window, wage, offers)| DemandContent {
            occupation: occupation.to_owned(),
            level,
            headcount,
            from: month("2027-01").plus(from),
            until: month("2027-01").plus(from + window),
            wage: wage.map(Vnd),
            offers,
            ..need()
        },
    )
}

fn any_supply() -> impl Strategy<Value = Supply> {
    let occupations = prop::collection::vec(prop::sample::select(vec!["7412", "74", "3113", "7531", "8153", "25"]), 1..4);
    (occupations, prop::sample::select(TrainingLevel::ALL.to_vec()), 0..30_i32, 0..200_u32).prop_map(|(occupations, level, graduates, unplaced)| Supply {
        occupations: occupations.into_iter().map(str::to_owned).collect(),
        level,
        graduates: month("2027-01").plus(graduates),
        unplaced,
    })
}

fn any_between() -> impl Strategy<Value = Between> {
    (prop::option::of(0..200_u32), prop::option::of(Just(Vnd(4_140_000))), 0..9_u32, 0..9_u32).prop_map(|(km, wage_floor, kept, made)| Between {
        km,
        wage_floor,
        business: Promises { kept, made },
        college: Promises { kept: 0, made: kept },
    })
}

proptest! {
    #[test]
    fn the_parts_add_up_and_stay_in_bounds(need in any_need(), supply in any_supply(), between in any_between()) {
        if let Some(score) = score(&need, &supply, &between, &Weights::default()) {
            prop_assert_eq!(score.parts.len(), Part::ALL.len());
            prop_assert_eq!(score.parts.iter().map(|part| part.points).sum::<u32>(), score.total);
            prop_assert!(score.total <= ONE && score.parts.iter().all(|part| part.fit <= ONE));
        }
    }

    #[test]
    fn every_change_brings_what_it_says(need in any_need(), cohorts in prop::collection::vec((any_supply(), any_between()), 0..12)) {
        let weights = Weights::default();
        if let Some(found) = for_business(&need, &cohorts, &weights) {
            prop_assert_eq!(graduates_for(&need, &cohorts, &weights), found.now);
            prop_assert_eq!(graduates_for(&found.change.applied(&need), &cohorts, &weights), found.then);
            prop_assert!(found.then > found.now);
            if let BusinessChange::Later(months) = found.change {
                // Nothing smaller brings as much.
                for fewer in 1..months {
                    prop_assert!(graduates_for(&BusinessChange::Later(fewer).applied(&need), &cohorts, &weights) < found.then);
                }
            }
        }
    }

    #[test]
    fn every_change_of_a_class_brings_what_it_says(supply in any_supply(), needs in prop::collection::vec((any_need(), any_between()), 0..12)) {
        let weights = Weights::default();
        if let Some(found) = for_college(&supply, &needs, &weights) {
            prop_assert_eq!(seats_for(&supply, &needs, &weights), found.now);
            prop_assert_eq!(seats_for(&found.change.applied(&supply), &needs, &weights), found.then);
            prop_assert!(found.then > found.now);
        }
    }

    #[test]
    fn more_never_scores_less(need in any_need(), supply in any_supply(), between in any_between()) {
        let weights = Weights::default();
        let Some(before) = score(&need, &supply, &between, &weights) else { return Ok(()) };
        let total = |need: &DemandContent, supply: &Supply, between: &Between| score(need, supply, between, &weights).map_or(0, |score| score.total);
        for offer in DemandOffer::ALL {
            prop_assert!(total(&BusinessChange::Offer(*offer).applied(&need), &supply, &between) >= before.total);
        }
        let more = Supply { unplaced: supply.unplaced + 10, ..supply.clone() };
        prop_assert!(total(&need, &more, &between) >= before.total);
        let nearer = Between { km: between.km.map(|km| km / 2), ..between };
        prop_assert!(total(&need, &supply, &nearer) >= before.total);
    }
}
