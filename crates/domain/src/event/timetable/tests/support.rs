//! Random conferences and the rules that every timetable keeps.

use std::collections::HashSet;

use super::super::{Conference, Meeting, Timetable, Why, Wish};

/// A small generator (G. Marsaglia, "Xorshift RNGs", 2003), other than that of the module.
pub struct Numbers(pub u64);

impl Numbers {
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 20) as usize % bound
    }

    /// A number from `least` to `most`.
    pub fn within(&mut self, least: usize, most: usize) -> usize {
        least + self.below(most - least + 1)
    }

    /// True so many times in a hundred.
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

pub fn wish(business: usize, college: usize, sides: &str, fit: u32) -> Wish {
    Wish {
        business,
        college,
        by_business: sides.contains('b'),
        by_college: sides.contains('c'),
        fit,
    }
}

/// A conference without fixed meetings in which so many of a hundred pairs are wished.
pub fn conference(numbers: &mut Numbers, (businesses, colleges, rounds): (usize, usize, usize), percent: usize) -> Conference {
    let walk_ins = numbers.below(rounds / 2 + 1);
    let tables = numbers.within(1 + colleges / 3, colleges + 1);
    let mut conference = Conference {
        businesses,
        colleges,
        rounds,
        tables,
        walk_ins,
        ..Conference::default()
    };
    add_wishes(numbers, &mut conference, percent, 1000);
    conference
}

/// Adds wishes for so many of a hundred pairs that have none.
pub fn add_wishes(numbers: &mut Numbers, conference: &mut Conference, percent: usize, greatest_fit: usize) {
    for business in 0..conference.businesses {
        for college in 0..conference.colleges {
            let is_new = conference.wishes.iter().all(|wish| (wish.business, wish.college) != (business, college));
            if is_new && numbers.chance(percent) {
                let sides = ["b", "c", "bc"][numbers.below(3)];
                conference.wishes.push(wish(business, college, sides, numbers.within(0, greatest_fit) as u32));
            }
        }
    }
}

/// How many meetings satisfy this.
pub fn count(timetable: &Timetable, satisfies: impl Fn(&Meeting) -> bool) -> usize {
    timetable.meetings.iter().filter(|meeting| satisfies(meeting)).count()
}

pub fn is_met(timetable: &Timetable, wish: &Wish) -> bool {
    count(timetable, |meeting| (meeting.business, meeting.college) == (wish.business, wish.college)) > 0
}

/// Panics unless the timetable keeps every rule and gives the right reasons.
pub fn assert_rules(conference: &Conference, timetable: &Timetable) {
    let meetings = &timetable.meetings;
    let is_unique = |values: Vec<(usize, usize)>| values.iter().collect::<HashSet<_>>().len() == values.len();
    assert!(
        is_unique(meetings.iter().map(|meeting| (meeting.business, meeting.round)).collect()),
        "a business is in two places"
    );
    assert!(
        is_unique(meetings.iter().map(|meeting| (meeting.college, meeting.round)).collect()),
        "a college is in two places"
    );
    assert!(is_unique(meetings.iter().map(|meeting| (meeting.table, meeting.round)).collect()), "a table is used twice");
    assert!(
        is_unique(meetings.iter().map(|meeting| (meeting.business, meeting.college)).collect()),
        "a pair meets twice"
    );
    assert!(meetings.is_sorted_by_key(|meeting| (meeting.round, meeting.table)));
    for meeting in meetings {
        assert!(meeting.business < conference.businesses && meeting.college < conference.colleges);
        assert!(meeting.round < conference.rounds && meeting.table < conference.tables);
        let is_wished = conference.wishes.iter().any(|wish| (wish.business, wish.college) == (meeting.business, meeting.college));
        let is_new = is_wished && meeting.round >= conference.open_from;
        assert!(is_new || conference.fixed.contains(meeting), "{meeting:?} is neither wished in an open round nor fixed");
    }
    assert!(conference.fixed.iter().all(|fixed| meetings.contains(fixed)), "a fixed meeting was moved");
    for college in 0..conference.colleges {
        assert!(count(timetable, |meeting| meeting.college == college) + conference.walk_ins <= conference.rounds);
    }
    let unmet: Vec<usize> = (0..conference.wishes.len()).filter(|&wish| !is_met(timetable, &conference.wishes[wish])).collect();
    assert_eq!(timetable.unmet.iter().map(|(wish, _)| *wish).collect::<Vec<_>>(), unmet);
    for &(wish, why) in &timetable.unmet {
        assert_reason(conference, timetable, &conference.wishes[wish], why);
    }
}

fn assert_reason(conference: &Conference, timetable: &Timetable, wish: &Wish, why: Why) {
    let open: Vec<usize> = (conference.open_from..conference.rounds).collect();
    let load = |round| count(timetable, |meeting| meeting.round == round);
    let business_free = |round: usize| count(timetable, |meeting| (meeting.round, meeting.business) == (round, wish.business)) == 0;
    let college_free = |round: usize| count(timetable, |meeting| (meeting.round, meeting.college) == (round, wish.college)) == 0;
    let held = count(timetable, |meeting| meeting.college == wish.college);
    let college_full = held + conference.walk_ins == conference.rounds || !open.iter().any(|&round| college_free(round));
    let business_full = !open.iter().any(|&round| business_free(round));
    let common: Vec<usize> = open.iter().copied().filter(|&round| business_free(round) && college_free(round)).collect();
    let sold_out = open.iter().all(|&round| load(round) == conference.tables);
    let is_right = match why {
        Why::CollegeFull => college_full,
        Why::BusinessFull => business_full && !college_full,
        Why::TablesFull => !college_full && !business_full && (sold_out || !common.is_empty()) && common.iter().all(|&round| load(round) == conference.tables),
        Why::NoCommonRound => !college_full && !business_full && !sold_out && common.is_empty(),
    };
    assert!(is_right, "{wish:?} is said to be unmet because of {why:?}");
    let is_bound = conference.fixed.iter().any(|fixed| fixed.round >= conference.open_from);
    assert!(
        is_bound || why != Why::NoCommonRound,
        "only fixed meetings in open rounds may keep {wish:?} from a common round"
    );
}
