//! What is best, found in ways that share nothing with the module.

use super::{
    super::{Conference, Timetable},
    support::{count, is_met},
};

/// What the aims 1 to 3 count, the most important first: mutual wishes, one-sided wishes, their fit, participants who asked
/// and have a meeting, the fit of mutual wishes.
pub type Value = [i64; 5];

fn sum(one: Value, other: Value) -> Value {
    std::array::from_fn(|aim| one[aim] + other[aim])
}

fn times(value: Value, factor: i64) -> Value {
    value.map(|aim| aim * factor)
}

/// What meeting the wish counts, but for aim 3.
fn value_of(conference: &Conference, wish: usize) -> Value {
    let wish = &conference.wishes[wish];
    let fit = i64::from(wish.fit);
    if wish.is_mutual() { [1, 0, 0, 0, fit] } else { [0, 1, fit, 0, 0] }
}

/// Who asked for anybody: first the businesses, then the colleges.
fn asked(conference: &Conference) -> Vec<bool> {
    let mut asked = vec![false; conference.businesses + conference.colleges];
    for wish in &conference.wishes {
        asked[wish.business] |= wish.by_business;
        asked[conference.businesses + wish.college] |= wish.by_college;
    }
    asked
}

fn satisfied(conference: &Conference, meetings: &[usize]) -> Value {
    [
        0,
        0,
        0,
        asked(conference).iter().zip(meetings).filter(|(asked, meetings)| **asked && **meetings > 0).count() as i64,
        0,
    ]
}

fn meetings_of(conference: &Conference, timetable: &Timetable) -> Vec<usize> {
    let businesses = (0..conference.businesses).map(|business| count(timetable, |meeting| meeting.business == business));
    businesses
        .chain((0..conference.colleges).map(|college| count(timetable, |meeting| meeting.college == college)))
        .collect()
}

pub fn value(conference: &Conference, timetable: &Timetable) -> Value {
    let met = (0..conference.wishes.len()).filter(|&wish| is_met(timetable, &conference.wishes[wish]));
    met.map(|wish| value_of(conference, wish))
        .fold(satisfied(conference, &meetings_of(conference, timetable)), sum)
}

/// The most mutual wishes that can be met without fixed meetings: a greatest flow by augmenting paths.
pub fn most_mutual(conference: &Conference) -> usize {
    let mut wanted = vec![vec![false; conference.colleges]; conference.businesses];
    for wish in conference.wishes.iter().filter(|wish| wish.is_mutual()) {
        wanted[wish.business][wish.college] = true;
    }
    let mut flow = Flow {
        used: vec![vec![false; conference.colleges]; conference.businesses],
        wanted,
        left: vec![conference.rounds - conference.walk_ins; conference.colleges],
    };
    let mut pairs = 0;
    for business in 0..conference.businesses {
        for _ in 0..conference.rounds {
            pairs += usize::from(flow.augment(business, &mut vec![false; conference.businesses]));
        }
    }
    pairs.min(conference.tables * conference.rounds)
}

struct Flow {
    wanted: Vec<Vec<bool>>,
    used: Vec<Vec<bool>>,
    left: Vec<usize>,
}

impl Flow {
    fn augment(&mut self, business: usize, seen: &mut [bool]) -> bool {
        seen[business] = true;
        for college in 0..self.left.len() {
            if !self.wanted[business][college] || self.used[business][college] {
                continue;
            }
            if self.left[college] > 0 {
                self.left[college] -= 1;
                self.used[business][college] = true;
                return true;
            }
            for other in 0..seen.len() {
                if self.used[other][college] && !seen[other] && self.augment(other, seen) {
                    self.used[other][college] = false;
                    self.used[business][college] = true;
                    return true;
                }
            }
        }
        false
    }
}

/// Panics unless no exchange of meetings along any ring is better, which proves aims 1 to 3 for a conference without fixed
/// meetings (M. Klein, "A primal method for minimal cost flows", Management Science 14, 1967, 205–220).
pub fn assert_optimal(conference: &Conference, timetable: &Timetable) {
    let participants = conference.businesses + conference.colleges;
    let (source, sink) = (participants, participants + 1);
    let (meetings, asked) = (meetings_of(conference, timetable), asked(conference));
    // What can still be changed: from, to and what it adds.
    let mut changes: Vec<(usize, usize, Value)> = Vec::new();
    let mut connect = |from: usize, to: usize, capacity: usize, used: usize, value: Value| {
        if used < capacity {
            changes.push((from, to, value));
        }
        if used > 0 {
            changes.push((to, from, times(value, -1)));
        }
    };
    for (number, wish) in conference.wishes.iter().enumerate() {
        connect(
            wish.business,
            conference.businesses + wish.college,
            1,
            usize::from(is_met(timetable, wish)),
            value_of(conference, number),
        );
    }
    for participant in 0..participants {
        let is_business = participant < conference.businesses;
        let limit = if is_business { conference.rounds } else { conference.rounds - conference.walk_ins };
        let (from, to) = if is_business { (source, participant) } else { (participant, sink) };
        let first = limit.min(1);
        connect(from, to, first, meetings[participant].min(1), [0, 0, 0, i64::from(asked[participant]), 0]);
        connect(from, to, limit - first, meetings[participant].saturating_sub(1), [0; 5]);
    }
    connect(sink, source, conference.tables * conference.rounds, timetable.meetings.len(), [0; 5]);
    // Bellman and Ford: without a ring that gains, the best ways settle after as many sweeps as there are nodes.
    let mut best = vec![[0; 5]; participants + 2];
    for _ in 0..=participants + 2 {
        let mut has_gained = false;
        for &(from, to, value) in &changes {
            let there = sum(best[from], value);
            if there > best[to] {
                best[to] = there;
                has_gained = true;
            }
        }
        if !has_gained {
            return;
        }
    }
    panic!("the set of meetings can be improved");
}

/// The best value of all timetables of a small conference, fixed meetings included, by trying them all.
pub fn best_value(conference: &Conference) -> Value {
    let mut trial = Trial {
        conference,
        busy: vec![0; conference.businesses + conference.colleges],
        load: vec![0; conference.rounds],
        meetings: vec![0; conference.businesses + conference.colleges],
        best: [i64::MIN; 5],
    };
    let mut value = [0; 5];
    let mut open = Vec::new();
    for fixed in &conference.fixed {
        trial.turn(fixed.business, conference.businesses + fixed.college, fixed.round, true);
    }
    for (number, wish) in conference.wishes.iter().enumerate() {
        if conference.fixed.iter().any(|fixed| (fixed.business, fixed.college) == (wish.business, wish.college)) {
            value = sum(value, value_of(conference, number));
        } else {
            open.push(number);
        }
    }
    trial.visit(&open, value);
    trial.best
}

struct Trial<'a> {
    conference: &'a Conference,
    busy: Vec<u32>,
    load: Vec<usize>,
    meetings: Vec<usize>,
    best: Value,
}

impl Trial<'_> {
    fn turn(&mut self, business: usize, college: usize, round: usize, meets: bool) {
        for participant in [business, college] {
            self.busy[participant] ^= 1 << round;
            self.meetings[participant] = if meets { self.meetings[participant] + 1 } else { self.meetings[participant] - 1 };
        }
        self.load[round] = if meets { self.load[round] + 1 } else { self.load[round] - 1 };
    }

    fn visit(&mut self, open: &[usize], value: Value) {
        let hope = open.iter().map(|&wish| value_of(self.conference, wish)).fold(value, sum);
        if hope[..3] < self.best[..3] {
            return;
        }
        let Some((&next, rest)) = open.split_first() else {
            self.best = self.best.max(sum(value, satisfied(self.conference, &self.meetings)));
            return;
        };
        let wish = &self.conference.wishes[next];
        let (business, college) = (wish.business, self.conference.businesses + wish.college);
        for round in self.conference.open_from..self.conference.rounds {
            let is_free = (self.busy[business] | self.busy[college]) >> round & 1 == 0;
            let is_allowed = self.meetings[college] + self.conference.walk_ins < self.conference.rounds;
            if is_free && is_allowed && self.load[round] < self.conference.tables {
                self.turn(business, college, round, true);
                self.visit(rest, sum(value, value_of(self.conference, next)));
                self.turn(business, college, round, false);
            }
        }
        self.visit(rest, value);
    }
}
