//! The best set of meetings around fixed ones by branch and bound, where few wishes are in question.

use super::{
    choose::{Candidate, Wanted},
    grid::{Grid, rounds_in},
};

/// With more wishes the search would rarely come to an end.
const MOST_CANDIDATES: usize = 48;
/// How many partial timetables are looked at before the search gives up.
const MOST_NODES: usize = 60_000;

/// Replaces the meetings in the grid by better ones if there are any; whether the grid is then proven to be the best.
/// `bare` has the fixed meetings only and `bound` is a gain that cannot be exceeded.
pub(super) fn improve(grid: &mut Grid, bare: &Grid, wanted: &Wanted, bound: i64) -> bool {
    let possible = |candidate: &&Candidate| bare.free(candidate.business) & bare.free(candidate.college) != 0;
    let candidates: Vec<Candidate> = wanted.candidates.iter().filter(possible).copied().collect();
    if candidates.len() > MOST_CANDIDATES {
        return false;
    }
    let untouched = bare.open_rounds().filter(|&round| bare.load(round) == 0).fold(0, |set, round| set | 1 << round);
    let best = wanted.total(grid);
    let mut search = Search {
        candidates,
        grid: bare.clone(),
        untouched,
        bound,
        best,
        found: None,
        nodes: MOST_NODES,
    };
    search.visit(0, 0);
    if let Some(found) = search.found {
        *grid = found;
    }
    search.nodes > 0 || search.best >= bound
}

struct Search {
    candidates: Vec<Candidate>,
    grid: Grid,
    /// The open rounds without a fixed meeting: as long as they are empty they are alike.
    untouched: u128,
    bound: i64,
    best: i64,
    found: Option<Grid>,
    /// How many partial timetables may still be looked at.
    nodes: usize,
}

impl Search {
    /// Decides about the candidates from number `next` on, given those before with this gain.
    fn visit(&mut self, next: usize, gain: i64) {
        if gain > self.best {
            self.best = gain;
            self.found = Some(self.grid.clone());
        }
        if self.nodes == 0 || self.best >= self.bound || gain + self.hope(next) <= self.best {
            return;
        }
        self.nodes -= 1;
        let Some(&Candidate {
            business, college, gain: added, ..
        }) = self.candidates.get(next)
        else {
            return;
        };
        if self.grid.capacity(business) > 0 && self.grid.capacity(college) > 0 {
            let mut tried_empty = false;
            for round in rounds_in(self.grid.free(business) & self.grid.free(college)) {
                let is_empty = self.untouched >> round & 1 == 1 && self.grid.load(round) == 0;
                if !self.grid.has_table(round) || is_empty && tried_empty {
                    continue;
                }
                tried_empty |= is_empty;
                self.grid.place(business, college, round);
                self.visit(next + 1, gain + added);
                self.grid.remove(business, college, round);
            }
        }
        self.visit(next + 1, gain);
    }

    /// More than this cannot be gained by the candidates from number `next` on: each side by itself takes its best ones.
    fn hope(&self, next: usize) -> i64 {
        let roomy = self.grid.open_rounds().filter(|&round| self.grid.has_table(round)).fold(0, |set, round| set | 1 << round);
        let mut left: Vec<usize> = (0..self.grid.participants).map(|participant| self.grid.capacity(participant)).collect();
        let (mut by_businesses, mut by_colleges) = (0, 0);
        // The candidates come with the greatest gain first.
        for candidate in &self.candidates[next..] {
            if self.grid.free(candidate.business) & self.grid.free(candidate.college) & roomy == 0 {
                continue;
            }
            for (participant, sum) in [(candidate.business, &mut by_businesses), (candidate.college, &mut by_colleges)] {
                if left[participant] > 0 {
                    left[participant] -= 1;
                    *sum += candidate.gain;
                }
            }
        }
        by_businesses.min(by_colleges)
    }
}
