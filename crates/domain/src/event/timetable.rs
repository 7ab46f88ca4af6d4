//! The timetable of a conference at which businesses and colleges meet two by two, at tables, in rounds.
//!
//! The work is done in four steps, each in a file of its own:
//!
//! 1. *Who meets whom* is a flow of least cost with a limit for each participant and for all tables together
//!    (`choose`, `flow`).
//! 2. *In which round*: the chosen pairs are the edges of a bipartite graph and the rounds are colours. By the theorem of
//!    D. König ("Über Graphen und ihre Anwendung auf Determinantentheorie und Mengenlehre", Mathematische Annalen 77, 1916,
//!    453–465) as many colours as the largest degree suffice; by D. de Werra ("Equitable colorations of graphs", Revue
//!    française d'informatique et de recherche opérationnelle 5, R-3, 1971, 3–8) the colours can be used equally often, so
//!    that the number of tables is never exceeded (`colour`). Where fixed meetings take part this is no longer certain, and
//!    `repair` and `exact` do what can be done.
//! 3. *Nobody waits long*: a bounded local search exchanges rounds without touching who meets whom (`polish`).
//! 4. *At which table*: a college stays at one table where possible (`seats`).
//!
//! The result depends on nothing but the input: no clock, no hash order, no floating-point numbers.

mod check;
mod choose;
mod colour;
mod exact;
mod flow;
mod grid;
mod polish;
mod random;
mod repair;
mod seats;
#[cfg(test)]
mod tests;

pub use check::ConferenceError;

use grid::Grid;

/// The most businesses that a conference may have.
pub const MOST_BUSINESSES: usize = 500;
/// The most colleges that a conference may have.
pub const MOST_COLLEGES: usize = 200;
/// The most rounds that a conference may have.
pub const MOST_ROUNDS: usize = 96;
/// The most tables that a conference may have.
pub const MOST_TABLES: usize = 1000;
/// The greatest [`Wish::fit`].
pub const GREATEST_FIT: u32 = 1000;

/// What is known before the timetable is made. All numbers of businesses, colleges, rounds and tables count from 0.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conference {
    /// How many businesses take part, at most [`MOST_BUSINESSES`].
    pub businesses: usize,
    /// How many colleges take part, at most [`MOST_COLLEGES`].
    pub colleges: usize,
    /// How many rounds there are, 1 to [`MOST_ROUNDS`].
    pub rounds: usize,
    /// The first round that may receive new meetings: 0 before the day, later while the conference is running. Meetings in
    /// earlier rounds stand only where they are [fixed](Self::fixed).
    pub open_from: usize,
    /// How many meetings can be held at once, 1 to [`MOST_TABLES`].
    pub tables: usize,
    /// How many rounds each college keeps free for people who come without an appointment, at most `rounds`.
    pub walk_ins: usize,
    /// Who wishes to meet whom, each pair at most once.
    pub wishes: Vec<Wish>,
    /// Meetings that stay where they are, table included: they were printed or already held.
    pub fixed: Vec<Meeting>,
}

/// A business and a college of which at least one wishes to meet the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// The business, from 0.
    pub business: usize,
    /// The college, from 0.
    pub college: usize,
    /// Whether the business asked for the college.
    pub by_business: bool,
    /// Whether the college asked for the business.
    pub by_college: bool,
    /// How well the needs of the one and the programmes of the other fit, 0 to [`GREATEST_FIT`] (thousandths).
    pub fit: u32,
}

impl Wish {
    /// Whether both sides asked.
    #[must_use]
    pub const fn is_mutual(&self) -> bool {
        self.by_business && self.by_college
    }
}

/// A business and a college at a table in a round.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Meeting {
    /// The business, from 0.
    pub business: usize,
    /// The college, from 0.
    pub college: usize,
    /// The round, from 0.
    pub round: usize,
    /// The table, from 0.
    pub table: usize,
}

/// Why a wish is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    /// The college has no open round left, or only those that it keeps for people without an appointment.
    CollegeFull,
    /// The business has a meeting in every open round.
    BusinessFull,
    /// In every open round in which both could meet, all tables are taken; or all tables are taken in all open rounds.
    TablesFull,
    /// Both have open rounds left, but never the same one. Happens only when fixed meetings stand in open rounds.
    NoCommonRound,
}

/// Who meets whom, when and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timetable {
    /// All meetings, the fixed ones among them, in the order of round, then table.
    pub meetings: Vec<Meeting>,
    /// The wishes without a meeting, by their place in [`Conference::wishes`], in that order.
    pub unmet: Vec<(usize, Why)>,
    /// Whether it is proven that no other timetable meets more mutual wishes or, with as many, more one-sided ones or
    /// better fitting ones. Always true when no fixed meeting stands in an open round.
    pub proven: bool,
}

/// Makes the timetable.
///
/// The aims, each counting only among the timetables that are best in all earlier ones: (1) as many mutual wishes met as
/// possible; (2) as many one-sided wishes as possible, then the greatest sum of their fit; (3) as many participants as
/// possible with at least one meeting, among those who expressed a wish; then the greatest sum of the fit of mutual wishes;
/// (4) few empty rounds between the first and the last meeting of each business and each college, and early rounds rather
/// than late ones. Aims 1 to 3 are reached exactly when no fixed meeting stands in an open round; otherwise see
/// [`Timetable::proven`]. Aim 4 is pursued by a local search.
///
/// # Errors
///
/// [`ConferenceError`] when a number is out of range, a wish is expressed by nobody or twice, or fixed meetings clash with
/// one another, with the tables or with the rounds kept for people without an appointment.
pub fn arrange(conference: &Conference) -> Result<Timetable, ConferenceError> {
    check::check(conference)?;
    let mut grid = Grid::new(conference);
    let wanted = choose::wanted(conference, &grid);
    let proven = place(&mut grid, &wanted);
    polish::polish(&mut grid);
    if !proven {
        // Other rounds may have become free for both sides of a wish that fixed meetings had kept out.
        repair::fill(&mut grid, &wanted);
    }
    Ok(Timetable {
        meetings: seats::seat(&grid, conference),
        unmet: unmet(&grid, conference),
        proven,
    })
}

/// Puts the best set of wishes into rounds; whether that is proven to be the best.
fn place(grid: &mut Grid, wanted: &choose::Wanted) -> bool {
    let bare = grid.clone();
    let chosen = choose::best(grid, wanted);
    let bound: i64 = chosen.iter().map(|candidate| candidate.gain).sum();
    // College by college, so that each gets rounds that lie together: a good beginning for the polish.
    let mut in_order: Vec<&choose::Candidate> = chosen.iter().collect();
    in_order.sort_by_key(|candidate| (candidate.college, candidate.business));
    let mut budget = colour::budget(grid);
    let mut complete = true;
    for candidate in in_order {
        complete &= colour::insert(grid, candidate.business, candidate.college, &mut budget);
    }
    if complete || repair::repair(grid, wanted, bound) >= bound {
        return true;
    }
    exact::improve(grid, &bare, wanted, bound)
}

/// The wishes without a meeting and the reason for each.
fn unmet(grid: &Grid, conference: &Conference) -> Vec<(usize, Why)> {
    let sold_out = grid.open_rounds().all(|round| !grid.has_table(round));
    let why = |business: usize, college: usize| {
        if grid.capacity(college) == 0 {
            Why::CollegeFull
        } else if grid.capacity(business) == 0 {
            Why::BusinessFull
        } else if sold_out || grid.free(business) & grid.free(college) != 0 {
            Why::TablesFull
        } else {
            Why::NoCommonRound
        }
    };
    let wishes = conference.wishes.iter().enumerate();
    let missing = wishes
        .map(|(place, wish)| (place, wish.business, grid.college(wish.college)))
        .filter(|&(_, business, college)| !grid.met(business, college));
    missing.map(|(place, business, college)| (place, why(business, college))).collect()
}
