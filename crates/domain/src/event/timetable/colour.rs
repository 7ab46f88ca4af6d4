//! Gives each chosen pair a round (edge colouring of a bipartite graph) within the number of tables.

use super::grid::{Grid, rounds_in};

/// How many chains the search for rounds may look at before it gives up. Without fixed meetings in open rounds there is no
/// need to give up, because the first attempt always succeeds.
pub(super) fn budget(grid: &Grid) -> usize {
    let is_bound = (0..grid.businesses).any(|business| grid.has_fixed(business, grid.open));
    if is_bound { 2_000 * grid.participants } else { usize::MAX }
}

/// Places a meeting of the pair, moving others to other rounds where necessary; false, and nothing changed, when fixed
/// meetings prevent it.
///
/// Without fixed meetings in open rounds it succeeds whenever both have an open round left and not all tables of all open
/// rounds are taken: if no round is free for both, there is one free for the business and one free for the college, and
/// exchanging these two along a chain makes one free for both (König 1916). If that puts too many meetings into one round,
/// then in any two rounds of which one has more meetings there is a chain with one meeting more in that round, and
/// exchanging the rounds along it moves one meeting over (de Werra 1971).
pub(super) fn insert(grid: &mut Grid, business: usize, college: usize, budget: &mut usize) -> bool {
    let common = grid.free(business) & grid.free(college);
    if let Some(round) = rounds_in(common).find(|&round| grid.has_table(round)) {
        grid.place(business, college, round);
        return true;
    }
    for round in rounds_in(common) {
        grid.place(business, college, round);
        if relieve(grid, round, budget) {
            return true;
        }
        grid.remove(business, college, round);
    }
    let (of_business, of_college) = (grid.free(business) & !common, grid.free(college) & !common);
    for at_business in rounds_in(of_business) {
        for at_college in rounds_in(of_college) {
            for (start, from, to) in [(college, at_business, at_college), (business, at_college, at_business)] {
                if *budget == 0 {
                    return false;
                }
                *budget -= 1;
                if grid.chain(start, from, to).is_none() {
                    continue;
                }
                grid.exchange(start, from, to);
                grid.place(business, college, from);
                if relieve(grid, from, budget) && relieve(grid, to, budget) {
                    return true;
                }
                grid.remove(business, college, from);
                grid.exchange(start, to, from);
            }
        }
    }
    false
}

/// Moves a meeting out of the round if there is one too many; false, and nothing changed, when that cannot be done.
fn relieve(grid: &mut Grid, crowded: usize, budget: &mut usize) -> bool {
    if grid.load(crowded) <= grid.tables {
        return true;
    }
    for roomy in grid.open_rounds() {
        if !grid.has_table(roomy) {
            continue;
        }
        for business in 0..grid.businesses {
            // A chain with one meeting more in the crowded round ends at a college, so it is found from its business.
            let is_end = grid.movable(business) >> crowded & 1 == 1 && grid.free(business) >> roomy & 1 == 1;
            if !is_end {
                continue;
            }
            if *budget == 0 {
                return false;
            }
            *budget -= 1;
            if grid.chain(business, crowded, roomy).is_some_and(|chain| chain.meetings % 2 == 1) {
                grid.exchange(business, crowded, roomy);
                return true;
            }
        }
    }
    false
}
