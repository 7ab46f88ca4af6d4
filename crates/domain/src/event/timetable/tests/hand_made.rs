//! Cases small enough to be judged by eye, and every error.

use super::{
    super::{Conference, ConferenceError, Meeting, Why, Wish, arrange},
    support::{assert_rules, count, wish},
};

fn small(wishes: Vec<Wish>) -> Conference {
    Conference {
        businesses: 3,
        colleges: 2,
        rounds: 3,
        tables: 2,
        wishes,
        ..Conference::default()
    }
}

#[test]
fn nobody_wishes_anything() {
    let timetable = arrange(&small(Vec::new())).unwrap();
    assert!(timetable.meetings.is_empty() && timetable.unmet.is_empty() && timetable.proven);
    let nobody = Conference {
        rounds: 1,
        tables: 1,
        ..Conference::default()
    };
    assert!(arrange(&nobody).unwrap().meetings.is_empty());
}

#[test]
fn one_wish_is_met_at_once() {
    let timetable = arrange(&small(vec![wish(2, 1, "b", 0)])).unwrap();
    assert_eq!(
        timetable.meetings,
        [Meeting {
            business: 2,
            college: 1,
            round: 0,
            table: 1
        }]
    );
}

#[test]
fn a_mutual_wish_counts_more_than_one_sided_ones() {
    let wishes = vec![wish(0, 0, "b", 1000), wish(1, 0, "bc", 0), wish(2, 0, "c", 1000)];
    let conference = Conference { rounds: 1, ..small(wishes) };
    let timetable = arrange(&conference).unwrap();
    assert_eq!(timetable.meetings.iter().map(|meeting| meeting.business).collect::<Vec<_>>(), [1]);
    assert_eq!(timetable.unmet, [(0, Why::CollegeFull), (2, Why::CollegeFull)]);
}

#[test]
fn two_one_sided_wishes_count_more_than_a_better_fitting_one() {
    // Either business 0 meets college 0, or business 1 does and business 0 meets college 1.
    let wishes = vec![wish(0, 0, "b", 1000), wish(1, 0, "b", 1), wish(0, 1, "b", 1)];
    let timetable = arrange(&Conference { rounds: 1, ..small(wishes) }).unwrap();
    assert_eq!(timetable.unmet, [(0, Why::CollegeFull)]);
}

#[test]
fn the_better_fit_decides_between_equals() {
    let wishes = vec![wish(0, 0, "b", 400), wish(1, 0, "c", 401)];
    let timetable = arrange(&Conference { rounds: 1, ..small(wishes) }).unwrap();
    assert_eq!(timetable.unmet, [(0, Why::CollegeFull)]);
}

#[test]
fn everybody_gets_a_meeting_where_that_costs_nothing() {
    // College 0 has two rounds for three mutual wishes, and business 0 has another meeting anyway.
    let wishes = vec![wish(0, 0, "bc", 1000), wish(1, 0, "bc", 0), wish(2, 0, "bc", 0), wish(0, 1, "bc", 0)];
    let timetable = arrange(&Conference { walk_ins: 1, ..small(wishes) }).unwrap();
    assert_eq!(timetable.unmet, [(0, Why::CollegeFull)]);
}

#[test]
fn rounds_kept_free_and_tables_limit_the_meetings() {
    let wishes: Vec<Wish> = (0..3).flat_map(|business| (0..2).map(move |college| wish(business, college, "bc", 1))).collect();
    let conference = Conference {
        walk_ins: 1,
        ..small(wishes.clone())
    };
    let timetable = arrange(&conference).unwrap();
    assert_rules(&conference, &timetable);
    assert_eq!(timetable.meetings.len(), 4);
    assert!(timetable.unmet.iter().all(|(_, why)| *why == Why::CollegeFull));
    let conference = Conference { tables: 1, ..small(wishes) };
    let timetable = arrange(&conference).unwrap();
    assert_rules(&conference, &timetable);
    assert_eq!(timetable.meetings.len(), 3);
    assert!(timetable.unmet.iter().all(|(_, why)| *why == Why::TablesFull));
}

#[test]
fn a_business_with_a_meeting_in_every_round_is_full() {
    let wishes = (0..3).map(|college| wish(0, college, "b", college as u32)).collect();
    let conference = Conference {
        businesses: 1,
        colleges: 3,
        rounds: 2,
        tables: 3,
        wishes,
        ..Conference::default()
    };
    assert_eq!(arrange(&conference).unwrap().unmet, [(0, Why::BusinessFull)]);
}

#[test]
fn a_full_conference_has_no_gaps_and_every_college_its_table() {
    let wishes = (0..6).flat_map(|business| (0..6).map(move |college| wish(business, college, "bc", 1))).collect();
    let conference = Conference {
        businesses: 6,
        colleges: 6,
        rounds: 9,
        tables: 6,
        wishes,
        ..Conference::default()
    };
    let timetable = arrange(&conference).unwrap();
    assert_rules(&conference, &timetable);
    assert!(timetable.unmet.is_empty());
    assert!(timetable.meetings.iter().all(|meeting| meeting.round < 6 && meeting.table == meeting.college));
}

#[test]
fn nobody_waits_when_there_is_room() {
    // Two meetings for each of four businesses, which two colleges can hold in two blocks.
    let wishes = (0..4).flat_map(|business| (0..2).map(move |college| wish(business, college, "bc", 1))).collect();
    let conference = Conference {
        businesses: 4,
        colleges: 2,
        rounds: 8,
        tables: 2,
        wishes,
        ..Conference::default()
    };
    let timetable = arrange(&conference).unwrap();
    for business in 0..4 {
        let rounds: Vec<usize> = timetable
            .meetings
            .iter()
            .filter(|meeting| meeting.business == business)
            .map(|meeting| meeting.round)
            .collect();
        assert_eq!(rounds[1] - rounds[0], 1);
    }
    assert_eq!(count(&timetable, |meeting| meeting.round >= 4), 0);
}

#[test]
fn impossible_conferences_are_refused() {
    let meeting = |business, college, round, table| Meeting { business, college, round, table };
    let with_fixed = |fixed: &[Meeting]| Conference {
        fixed: fixed.to_vec(),
        ..small(Vec::new())
    };
    let plain = small(Vec::new());
    let cases = [
        (Conference { rounds: 0, ..plain.clone() }, ConferenceError::NoRounds),
        (Conference { tables: 0, ..plain.clone() }, ConferenceError::NoTables),
        (Conference { businesses: 501, ..plain.clone() }, ConferenceError::TooManyBusinesses(501)),
        (
            Conference {
                colleges: usize::MAX,
                ..plain.clone()
            },
            ConferenceError::TooManyColleges(usize::MAX),
        ),
        (Conference { rounds: 97, ..plain.clone() }, ConferenceError::TooManyRounds(97)),
        (Conference { tables: 1001, ..plain.clone() }, ConferenceError::TooManyTables(1001)),
        (Conference { open_from: 4, ..plain.clone() }, ConferenceError::OpensAfterEnd(4)),
        (Conference { walk_ins: 4, ..plain }, ConferenceError::TooManyWalkIns(4)),
        (small(vec![wish(3, 0, "b", 1)]), ConferenceError::WishOutOfRange(0)),
        (small(vec![wish(0, 0, "b", 1), wish(0, 2, "b", 1)]), ConferenceError::WishOutOfRange(1)),
        (small(vec![wish(0, 0, "", 1)]), ConferenceError::WishOfNobody(0)),
        (small(vec![wish(0, 0, "b", 1001)]), ConferenceError::FitTooGreat(0)),
        (small(vec![wish(0, 0, "b", 1), wish(1, 0, "b", 1), wish(0, 0, "c", 1)]), ConferenceError::SameWish(0, 2)),
        (with_fixed(&[meeting(0, 0, 3, 0)]), ConferenceError::FixedOutOfRange(0)),
        (with_fixed(&[meeting(0, 0, 0, 2)]), ConferenceError::FixedOutOfRange(0)),
        (with_fixed(&[meeting(0, 0, 0, 0), meeting(0, 1, 0, 1)]), ConferenceError::BusinessTwice(0, 1)),
        (with_fixed(&[meeting(0, 0, 0, 0), meeting(1, 0, 0, 1)]), ConferenceError::CollegeTwice(0, 1)),
        (with_fixed(&[meeting(0, 0, 0, 0), meeting(1, 1, 0, 0)]), ConferenceError::TableTwice(0, 1)),
        (with_fixed(&[meeting(0, 0, 0, 0), meeting(0, 0, 1, 0)]), ConferenceError::PairTwice(0, 1)),
        (
            Conference {
                walk_ins: 3,
                ..with_fixed(&[meeting(0, 1, 0, 0)])
            },
            ConferenceError::NoRoomForWalkIns(1),
        ),
    ];
    for (conference, error) in cases {
        assert_eq!(arrange(&conference), Err(error));
        assert!(!error.to_string().is_empty());
    }
}
