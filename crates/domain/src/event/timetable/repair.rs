//! Improves the set of meetings where fixed meetings keep the best set from being placed.
//!
//! To complete a timetable around fixed meetings is NP-hard (S. Even, A. Itai and A. Shamir, "On the complexity of timetable
//! and multicommodity flow problems", SIAM Journal on Computing 5, 1976, 691–703), so this is a local search: a missing pair
//! takes the place of other meetings, which go elsewhere or are worth less, and whole rounds are matched anew.

use super::{
    choose::{self, Candidate, Wanted},
    colour,
    grid::{Grid, rounds_in},
    random::Random,
};

/// How often the search goes over all missing wishes and all rounds, at most and, beyond once, for a grid of one place.
const MOST_PASSES: usize = 8;
const PASSES_OF_PLACES: usize = 20_000;
/// How many trials of obstacles one pass makes in a grid of one place.
const TRIALS_OF_PLACES: usize = 200_000_000;
/// How often some rounds are emptied to begin anew, at most and for a grid of one place.
const MOST_SHAKES: usize = 60;
const SHAKES_OF_PLACES: usize = 115_000;
/// How many rounds are emptied at once.
const SHAKEN_ROUNDS: usize = 3;

/// A meeting: business, college and round.
type Place = (usize, usize, usize);

/// Places missing wishes where that is possible without giving up another.
pub(super) fn fill(grid: &mut Grid, wanted: &Wanted) {
    let mut budget = colour::budget(grid);
    for candidate in &wanted.candidates {
        if !grid.met(candidate.business, candidate.college) {
            insert_within_limits(grid, candidate.business, candidate.college, &mut budget);
        }
    }
}

/// Searches for a better set of meetings for a while or until the bound is reached; the gain of all.
pub(super) fn repair(grid: &mut Grid, wanted: &Wanted, bound: i64) -> i64 {
    let mut value = climb(grid, wanted, bound);
    let mut random = Random::new();
    for _ in 0..MOST_SHAKES.min(SHAKES_OF_PLACES / places(grid)) {
        if value >= bound {
            break;
        }
        let mut trial = grid.clone();
        for _ in 0..SHAKEN_ROUNDS {
            let Some(round) = random.round_of(trial.open) else { break };
            clear(&mut trial, round);
        }
        let shaken = climb(&mut trial, wanted, bound);
        // An equal set is taken too, to get away from where no step improves.
        if shaken >= value {
            value = shaken;
            *grid = trial;
        }
    }
    value
}

/// Improves the set of meetings until no step does or the bound is reached; the gain of all.
fn climb(grid: &mut Grid, wanted: &Wanted, bound: i64) -> i64 {
    let mut value = wanted.total(grid);
    for _ in 0..MOST_PASSES.min(1 + PASSES_OF_PLACES / places(grid)) {
        let mut budget = colour::budget(grid);
        let mut trials = TRIALS_OF_PLACES / places(grid);
        for candidate in &wanted.candidates {
            if !grid.met(candidate.business, candidate.college) {
                force(grid, wanted, candidate, (&mut budget, &mut trials));
            }
        }
        for round in grid.open_rounds() {
            match_anew(grid, wanted, round);
        }
        let improved = wanted.total(grid);
        if improved <= value || improved >= bound {
            return improved;
        }
        value = improved;
    }
    value
}

/// The size of the grid.
fn places(grid: &Grid) -> usize {
    (grid.participants * grid.rounds).max(1)
}

fn insert_within_limits(grid: &mut Grid, business: usize, college: usize, budget: &mut usize) -> bool {
    grid.capacity(business) > 0 && grid.capacity(college) > 0 && colour::insert(grid, business, college, budget)
}

/// Places the candidate, taking other meetings out of its way if they can be placed elsewhere or gain less.
fn force(grid: &mut Grid, wanted: &Wanted, candidate: &Candidate, (budget, trials): (&mut usize, &mut usize)) {
    let &Candidate { business, college, gain, .. } = candidate;
    if insert_within_limits(grid, business, college, budget) {
        return;
    }
    let mut best: Option<(i64, Grid)> = None;
    for obstacles in obstacles(grid, business, college) {
        if *budget == 0 || *trials == 0 {
            break;
        }
        *trials -= 1;
        let mut trial = grid.clone();
        for &(business, college, round) in &obstacles {
            trial.remove(business, college, round);
        }
        if !insert_within_limits(&mut trial, business, college, budget) {
            continue;
        }
        let mut lost = 0;
        for &(business, college, _) in &obstacles {
            if !insert_within_limits(&mut trial, business, college, budget) {
                lost += wanted.gain(business, college);
            }
        }
        if lost < best.as_ref().map_or(gain, |(least, _)| *least) {
            best = Some((lost, trial));
        }
        if lost == 0 {
            break;
        }
    }
    if let Some((_, better)) = best {
        *grid = better;
    }
}

/// The sets of meetings whose removal may make room for the pair: each meeting of either side, and both in one round.
fn obstacles(grid: &Grid, business: usize, college: usize) -> Vec<Vec<Place>> {
    let of_business = |round| grid.partner(business, round).map(|partner| (business, partner, round));
    let of_college = |round| grid.partner(college, round).map(|partner| (partner, college, round));
    let (movable_business, movable_college) = (grid.movable(business), grid.movable(college));
    let mut sets: Vec<Vec<Place>> = Vec::new();
    // Room on one side is of use only where there is room on the other.
    if grid.capacity(college) > 0 {
        sets.extend(rounds_in(movable_business).filter_map(of_business).map(|place| vec![place]));
    }
    if grid.capacity(business) > 0 {
        sets.extend(rounds_in(movable_college).filter_map(of_college).map(|place| vec![place]));
    }
    sets.extend(rounds_in(movable_business & movable_college).map(|round| of_business(round).into_iter().chain(of_college(round)).collect()));
    sets
}

/// Removes the movable meetings of the round.
fn clear(grid: &mut Grid, round: usize) {
    for business in 0..grid.businesses {
        if let Some(college) = grid.partner(business, round).filter(|_| grid.movable(business) >> round & 1 == 1) {
            grid.remove(business, college, round);
        }
    }
}

/// Replaces the movable meetings of the round by the best ones, given all other rounds.
fn match_anew(grid: &mut Grid, wanted: &Wanted, round: usize) {
    clear(grid, round);
    let may_meet: Vec<bool> = (0..grid.participants)
        .map(|participant| grid.free(participant) >> round & 1 == 1 && grid.capacity(participant) > 0)
        .collect();
    let possible = wanted
        .candidates
        .iter()
        .filter(|candidate| !grid.met(candidate.business, candidate.college))
        .copied()
        .collect();
    for candidate in choose::best_in_round(possible, &may_meet, grid.tables - grid.load(round), wanted) {
        grid.place(candidate.business, candidate.college, round);
    }
}
