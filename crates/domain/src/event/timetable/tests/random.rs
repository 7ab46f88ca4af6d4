//! Many random conferences without fixed meetings.

use std::time::{Duration, Instant};

use super::{
    super::arrange,
    optimum::{assert_optimal, best_value, most_mutual, value},
    support::{Numbers, add_wishes, assert_rules, conference},
};

#[test]
fn two_hundred_conferences_keep_every_rule_and_are_proven_best() {
    let mut numbers = Numbers(20_261);
    for number in 0..200 {
        let size = if number % 10 == 0 {
            (60, 20, 24)
        } else {
            (numbers.within(1, 60), numbers.within(1, 20), numbers.within(1, 24))
        };
        let percent = numbers.within(10, 95);
        let conference = conference(&mut numbers, size, percent);
        let timetable = arrange(&conference).unwrap();
        assert_rules(&conference, &timetable);
        assert!(timetable.proven);
        assert_eq!(value(&conference, &timetable)[0], most_mutual(&conference) as i64);
        assert_optimal(&conference, &timetable);
    }
}

#[test]
fn small_conferences_are_as_good_as_the_best_of_all_timetables() {
    let mut numbers = Numbers(4_711);
    for _ in 0..400 {
        let size = (numbers.within(1, 5), numbers.within(1, 4), numbers.within(1, 3));
        let percent = numbers.within(20, 60);
        let mut conference = conference(&mut numbers, size, percent);
        // Few degrees of fit make many equal sets, so that aim 3 has a choice.
        conference.wishes.clear();
        add_wishes(&mut numbers, &mut conference, percent, 2);
        conference.wishes.truncate(11);
        let timetable = arrange(&conference).unwrap();
        assert_rules(&conference, &timetable);
        assert_eq!(value(&conference, &timetable), best_value(&conference), "{conference:?}");
    }
}

#[test]
fn the_same_conference_has_the_same_timetable() {
    let conference = conference(&mut Numbers(99), (40, 15, 18), 50);
    assert_eq!(arrange(&conference), arrange(&conference.clone()));
}

#[test]
fn the_largest_usual_conference_takes_less_than_a_second() {
    let mut conference = conference(&mut Numbers(7), (60, 20, 24), 90);
    (conference.tables, conference.walk_ins) = (20, 0);
    let before = Instant::now();
    let timetable = arrange(&conference).unwrap();
    assert!(before.elapsed() < Duration::from_secs(1), "it took {:?}", before.elapsed());
    assert_eq!(timetable.meetings.len(), 480);
}
