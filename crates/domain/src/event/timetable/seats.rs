//! Gives each meeting a table, so that colleges change tables as seldom as possible.

use super::{
    Conference, Meeting,
    grid::{Grid, rounds_in},
};

/// How often every college looks for a better home.
const MOST_PASSES: usize = 4;

/// All meetings with their tables, in the order of round, then table.
///
/// Each college has a home table and leaves it only where another one needs it in the same round. With at least as many
/// tables as colleges and no fixed meetings the home of each college is the table of the same number.
pub(super) fn seat(grid: &Grid, conference: &Conference) -> Vec<Meeting> {
    let homes = homes(grid, conference);
    let mut meetings = conference.fixed.clone();
    // The table at which each college sat last.
    let mut last = homes.clone();
    for round in 0..grid.rounds {
        let mut taken = vec![false; grid.tables];
        for fixed in conference.fixed.iter().filter(|fixed| fixed.round == round) {
            taken[fixed.table] = true;
            last[fixed.college] = fixed.table;
        }
        let waiting = (0..conference.colleges).filter(|&college| grid.movable(grid.college(college)) >> round & 1 == 1);
        let mut displaced = Vec::new();
        for college in waiting {
            let home = homes[college];
            if taken[home] {
                displaced.push(college);
                continue;
            }
            taken[home] = true;
            last[college] = home;
            meetings.extend(meeting(grid, college, round, home));
        }
        for college in displaced {
            let free = if taken[last[college]] {
                taken.iter().position(|taken| !taken)
            } else {
                Some(last[college])
            };
            let Some(table) = free else { continue };
            taken[table] = true;
            last[college] = table;
            meetings.extend(meeting(grid, college, round, table));
        }
    }
    meetings.sort_by_key(|meeting| (meeting.round, meeting.table));
    meetings
}

fn meeting(grid: &Grid, college: usize, round: usize, table: usize) -> Option<Meeting> {
    let business = grid.partner(grid.college(college), round)?;
    Some(Meeting { business, college, round, table })
}

/// The home table of each college: the one at which the fewest of its meetings have to be held elsewhere.
fn homes(grid: &Grid, conference: &Conference) -> Vec<usize> {
    let rounds: Vec<u128> = (0..conference.colleges).map(|college| grid.movable(grid.college(college))).collect();
    // By table, the rounds with a fixed meeting.
    let mut printed = vec![0_u128; grid.tables];
    let mut printed_of = vec![Vec::new(); conference.colleges];
    for fixed in &conference.fixed {
        printed[fixed.table] |= 1 << fixed.round;
        printed_of[fixed.college].push(fixed.table);
    }
    let mut homes: Vec<Option<usize>> = vec![None; conference.colleges];
    let mut order: Vec<usize> = (0..conference.colleges).collect();
    order.sort_by_key(|&college| (printed_of[college].is_empty(), rounds[college].count_ones().wrapping_neg(), college));
    for _ in 0..MOST_PASSES {
        for &college in &order {
            let mut taken = printed.clone();
            for (other, home) in homes.iter().enumerate() {
                if let Some(table) = home.filter(|_| other != college) {
                    taken[table] |= rounds[other];
                }
            }
            let away = |table: usize| {
                let elsewhere = printed_of[college].iter().filter(|&&printed| printed != table).count();
                rounds_in(rounds[college] & taken[table]).count() + elsewhere
            };
            homes[college] = (0..grid.tables).min_by_key(|&table| (away(table), homes[college] != Some(table), table != college, table));
        }
    }
    homes.into_iter().map(Option::unwrap_or_default).collect()
}
