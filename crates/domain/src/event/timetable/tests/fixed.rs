//! Conferences that were already printed or have begun.

use super::{
    super::{Conference, Grid, Meeting, Timetable, Why, arrange, choose, exact, seats},
    optimum::{best_value, value},
    support::{Numbers, add_wishes, assert_rules, conference, wish},
};

/// Arranges the conference, keeps so many of a hundred meetings as fixed ones and adds wishes.
fn printed(numbers: &mut Numbers, mut conference: Conference, percent: usize, more: usize) -> Conference {
    let meetings = arrange(&conference).unwrap().meetings;
    conference.fixed = meetings.into_iter().filter(|_| numbers.chance(percent)).collect();
    add_wishes(numbers, &mut conference, more, 1000);
    conference
}

/// Puts meetings anywhere without a clash, whether wished or not.
fn scatter(numbers: &mut Numbers, conference: &mut Conference, attempts: usize) {
    for _ in 0..attempts {
        let (business, college) = (numbers.below(conference.businesses), numbers.below(conference.colleges));
        conference.fixed.push(Meeting {
            business,
            college,
            round: numbers.below(conference.rounds),
            table: numbers.below(conference.tables),
        });
        if arrange(&Conference {
            wishes: Vec::new(),
            ..conference.clone()
        })
        .is_err()
        {
            conference.fixed.pop();
        }
    }
}

#[test]
fn small_conferences_with_fixed_meetings_are_as_good_as_the_best_of_all_timetables() {
    let mut numbers = Numbers(815);
    for _ in 0..600 {
        let size = (numbers.within(2, 5), numbers.within(2, 4), numbers.within(2, 4));
        let percent = numbers.within(30, 60);
        let mut conference = conference(&mut numbers, size, percent);
        conference.wishes.truncate(10);
        let attempts = numbers.within(1, 10);
        scatter(&mut numbers, &mut conference, attempts);
        conference.open_from = usize::from(numbers.chance(20));
        let timetable = arrange(&conference).unwrap();
        assert_rules(&conference, &timetable);
        assert!(timetable.proven, "{conference:?}");
        assert_eq!(value(&conference, &timetable)[..3], best_value(&conference)[..3], "{conference:?}");
    }
}

#[test]
fn large_conferences_with_fixed_meetings_keep_every_rule() {
    let mut numbers = Numbers(31);
    let mut proven = 0;
    for number in 0..40 {
        let size = (numbers.within(20, 60), numbers.within(5, 20), numbers.within(6, 24));
        let percent = numbers.within(10, 60);
        let conference = conference(&mut numbers, size, percent);
        let (kept, more) = (numbers.within(10, 100), numbers.within(1, 10));
        let mut conference = printed(&mut numbers, conference, kept, more);
        if number % 4 == 0 {
            scatter(&mut numbers, &mut conference, 20);
        }
        let timetable = arrange(&conference).unwrap();
        assert_rules(&conference, &timetable);
        proven += usize::from(timetable.proven);
    }
    println!("{proven} of 40 large conferences with fixed meetings are proven to be best");
    assert!(proven > 0);
}

#[test]
fn a_printed_timetable_is_its_own_timetable() {
    let mut conference = conference(&mut Numbers(5), (30, 10, 12), 40);
    let first = arrange(&conference).unwrap();
    conference.fixed.clone_from(&first.meetings);
    let second = arrange(&conference).unwrap();
    assert_eq!(first.meetings, second.meetings);
    assert_eq!(
        first.unmet.iter().map(|(wish, _)| wish).collect::<Vec<_>>(),
        second.unmet.iter().map(|(wish, _)| wish).collect::<Vec<_>>()
    );
}

#[test]
fn a_conference_that_has_begun_gets_no_new_meetings_in_the_past() {
    let mut numbers = Numbers(12);
    for _ in 0..10 {
        let mut conference = conference(&mut numbers, (30, 10, 12), 40);
        let held = arrange(&conference).unwrap().meetings;
        conference.open_from = 5;
        conference.fixed = held.into_iter().filter(|meeting| meeting.round < 5 && meeting.business % 7 != 0).collect();
        add_wishes(&mut numbers, &mut conference, 20, 1000);
        let timetable = arrange(&conference).unwrap();
        assert_rules(&conference, &timetable);
        assert!(timetable.proven, "no fixed meeting stands in an open round");
    }
}

#[test]
fn without_a_round_free_for_both_sides_the_reason_says_so() {
    let meeting = |business, college, round| Meeting {
        business,
        college,
        round,
        table: college,
    };
    let conference = Conference {
        businesses: 2,
        colleges: 2,
        rounds: 2,
        tables: 2,
        wishes: vec![wish(0, 0, "bc", 500)],
        fixed: vec![meeting(0, 1, 0), meeting(1, 0, 1)],
        ..Conference::default()
    };
    let timetable = arrange(&conference).unwrap();
    assert_eq!(timetable.unmet, [(0, Why::NoCommonRound)]);
    assert!(timetable.proven);
}

#[test]
fn colleges_return_to_their_printed_tables() {
    let fixed = Meeting {
        business: 0,
        college: 0,
        round: 1,
        table: 1,
    };
    let wishes = vec![wish(1, 0, "bc", 500), wish(0, 1, "b", 500), wish(1, 1, "b", 500)];
    let conference = Conference {
        businesses: 2,
        colleges: 2,
        rounds: 3,
        tables: 2,
        wishes,
        fixed: vec![fixed],
        ..Conference::default()
    };
    let timetable = arrange(&conference).unwrap();
    assert_rules(&conference, &timetable);
    assert!(timetable.unmet.is_empty());
    assert!(timetable.meetings.iter().all(|meeting| meeting.table == 1 - meeting.college));
}

#[test]
fn branch_and_bound_alone_finds_the_best_of_all_timetables() {
    let mut numbers = Numbers(271);
    for _ in 0..200 {
        let size = (numbers.within(2, 5), numbers.within(2, 4), numbers.within(2, 4));
        let mut conference = conference(&mut numbers, size, 60);
        conference.wishes.truncate(10);
        scatter(&mut numbers, &mut conference, 6);
        let bare = Grid::new(&conference);
        let mut grid = bare.clone();
        assert!(exact::improve(&mut grid, &bare, &choose::wanted(&conference, &bare), i64::MAX));
        let timetable = Timetable {
            meetings: seats::seat(&grid, &conference),
            unmet: Vec::new(),
            proven: true,
        };
        assert_eq!(value(&conference, &timetable)[..3], best_value(&conference)[..3], "{conference:?}");
    }
}

#[test]
fn conferences_full_of_meetings_that_nobody_wished_keep_every_rule() {
    let mut numbers = Numbers(77);
    for (size, attempts, tables) in [
        ((60, 20, 24), 1500, 20),
        ((60, 20, 24), 1500, 13),
        ((30, 20, 12), 1000, 20),
        ((24, 20, 12), 1000, 20),
        ((8, 6, 6), 30, 5),
    ] {
        let mut conference = conference(&mut numbers, size, 60);
        (conference.walk_ins, conference.tables) = (0, tables);
        scatter(&mut numbers, &mut conference, attempts);
        let timetable = arrange(&conference).unwrap();
        assert_rules(&conference, &timetable);
        println!("{size:?}: {} fixed, {} unmet, proven: {}", conference.fixed.len(), timetable.unmet.len(), timetable.proven);
    }
}
