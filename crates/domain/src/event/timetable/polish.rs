//! Shortens waiting times without touching who meets whom.
//!
//! Exchanging two rounds along a chain changes the rounds of nobody but the two participants at its ends, so a step is
//! valued in a moment. The search accepts steps that are worse by less than a falling threshold (G. Dueck and T. Scheuer,
//! "Threshold accepting", Journal of Computational Physics 90, 1990, 161–175) and ends with steps that improve only.

use super::{
    grid::{Grid, rounds_in},
    random::Random,
};

/// What an empty round between two meetings of a business costs. The unit of all costs is one meeting one round later.
const BUSINESS_WAIT: i64 = 40;
/// What each further empty round of the same business costs more than the one before: long waits shall be shared.
const BUSINESS_LONG_WAIT: i64 = 4;
/// What an empty round between two meetings of a college costs: people without an appointment can use it.
const COLLEGE_WAIT: i64 = 20;
/// The threshold at the beginning.
const THRESHOLD: i64 = 30;
/// The steps tried with a threshold: so many for each meeting, or so many together with so many for each meeting, whichever
/// is less.
const STEPS_FOR_FEW: usize = 2_000;
const STEPS: usize = 300_000;
const STEPS_FOR_MANY: usize = 200;
/// How many meetings on chains may be looked at by steps that improve only.
const MOST_LOOKS: usize = 20_000_000;

/// Improves the order of meetings by a bounded search.
pub(super) fn polish(grid: &mut Grid) {
    let mut trial = grid.clone();
    anneal(&mut trial);
    if Rounds::of(&trial).cost() < Rounds::of(grid).cost() {
        *grid = trial;
    }
    descend(grid);
}

/// When everybody is busy and how many meet: all that costs depend on.
struct Rounds {
    businesses: usize,
    busy: Vec<u128>,
    load: Vec<usize>,
}

impl Rounds {
    fn of(grid: &Grid) -> Self {
        let busy = (0..grid.participants).map(|participant| grid.busy(participant)).collect();
        let load = (0..grid.rounds).map(|round| grid.load(round)).collect();
        Self {
            businesses: grid.businesses,
            busy,
            load,
        }
    }

    /// What all waiting and all lateness costs.
    fn cost(&self) -> i64 {
        let waiting: i64 = self.busy.iter().enumerate().map(|(participant, &busy)| wait(participant < self.businesses, busy)).sum();
        let lateness: usize = self.load.iter().enumerate().map(|(round, load)| load * round).sum();
        waiting + lateness as i64
    }

    fn exchange(&mut self, one: usize, other: usize) {
        for busy in &mut self.busy {
            let differs = (*busy >> one ^ *busy >> other) & 1;
            *busy ^= differs << one | differs << other;
        }
        self.load.swap(one, other);
    }
}

/// What the waiting of a business, or else of a college, with meetings in these rounds costs.
fn wait(is_business: bool, busy: u128) -> i64 {
    if busy == 0 {
        return 0;
    }
    let span = 128 - busy.leading_zeros() - busy.trailing_zeros();
    let empty = i64::from(span - busy.count_ones());
    if is_business {
        BUSINESS_WAIT * empty + BUSINESS_LONG_WAIT * (empty * (empty - 1) / 2)
    } else {
        COLLEGE_WAIT * empty
    }
}

/// What exchanging two rounds along a chain would change.
struct Price {
    /// What it would cost more.
    more: i64,
    /// How many meetings were looked at.
    looks: usize,
}

/// The price of exchanging two rounds along the chain that starts at this participant, who has a meeting in `from` and none
/// in `to`; none if it cannot be done.
fn price(grid: &Grid, start: usize, from: usize, to: usize) -> Option<Price> {
    let chain = grid.chain(start, from, to)?;
    let is_moved = chain.meetings % 2 == 1;
    if is_moved && !grid.has_table(to) {
        return None;
    }
    let turned = 1 << from | 1 << to;
    let change = |participant: usize| {
        let (is_business, busy) = (participant < grid.businesses, grid.busy(participant));
        wait(is_business, busy ^ turned) - wait(is_business, busy)
    };
    let later = if is_moved { to as i64 - from as i64 } else { 0 };
    Some(Price {
        more: change(start) + change(chain.end) + later,
        looks: chain.meetings,
    })
}

fn anneal(grid: &mut Grid) {
    let meetings: usize = grid.open_rounds().map(|round| grid.load(round)).sum();
    let steps = (meetings * STEPS_FOR_FEW).min(STEPS + meetings * STEPS_FOR_MANY);
    let mut random = Random::new();
    for step in 0..steps {
        let start = random.below(grid.participants);
        let (Some(from), Some(to)) = (random.round_of(grid.movable(start)), random.round_of(grid.free(start))) else {
            continue;
        };
        let threshold = THRESHOLD * (steps - step) as i64 / steps as i64;
        if price(grid, start, from, to).is_some_and(|price| price.more <= threshold) {
            grid.exchange(start, from, to);
        }
    }
}

/// Takes every step that improves until there is none or enough has been looked at.
fn descend(grid: &mut Grid) {
    let mut looks = 0;
    loop {
        let mut improved = reorder(grid);
        for start in 0..grid.participants {
            for from in rounds_in(grid.movable(start)) {
                for to in rounds_in(grid.free(start)) {
                    let Some(price) = price(grid, start, from, to) else { continue };
                    looks += price.looks;
                    if price.more < 0 {
                        grid.exchange(start, from, to);
                        improved = true;
                        // The participant is now free in `from`.
                        break;
                    }
                }
            }
            if looks > MOST_LOOKS {
                return;
            }
        }
        if !improved {
            return;
        }
    }
}

/// Moves whole rounds without fixed meetings to other places; whether that improved anything.
fn reorder(grid: &mut Grid) -> bool {
    let is_movable = |round: &usize| (0..grid.businesses).all(|business| !grid.has_fixed(business, 1 << round));
    let movable: Vec<usize> = grid.open_rounds().filter(is_movable).collect();
    let mut improved = false;
    for first in 0..movable.len() {
        let earlier: Vec<usize> = movable[..=first].iter().rev().copied().collect();
        improved |= carry(grid, &movable[first..]) || carry(grid, &earlier);
    }
    improved
}

/// Carries the first of these rounds to the best place among them, the others moving up; whether that improved anything.
fn carry(grid: &mut Grid, way: &[usize]) -> bool {
    let mut trial = Rounds::of(grid);
    let mut least = trial.cost();
    let mut best = 0;
    for (step, pair) in way.windows(2).enumerate() {
        trial.exchange(pair[0], pair[1]);
        let cost = trial.cost();
        if cost < least {
            (least, best) = (cost, step + 1);
        }
    }
    for pair in way.windows(2).take(best) {
        grid.exchange_rounds(pair[0], pair[1]);
    }
    best > 0
}
