//! Refuses a conference that cannot be.

use std::{error, fmt};

use super::{Conference, GREATEST_FIT, MOST_BUSINESSES, MOST_COLLEGES, MOST_ROUNDS, MOST_TABLES};

/// Why no timetable can be made. Wishes and fixed meetings are named by their place in the input, from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ConferenceError {
    /// There are no rounds.
    NoRounds,
    /// There are no tables.
    NoTables,
    /// More businesses than [`MOST_BUSINESSES`].
    TooManyBusinesses(usize),
    /// More colleges than [`MOST_COLLEGES`].
    TooManyColleges(usize),
    /// More rounds than [`MOST_ROUNDS`].
    TooManyRounds(usize),
    /// More tables than [`MOST_TABLES`].
    TooManyTables(usize),
    /// The first open round lies after the end of the conference.
    OpensAfterEnd(usize),
    /// A college would keep more rounds free than there are.
    TooManyWalkIns(usize),
    /// The wish names a business or a college that does not take part.
    WishOutOfRange(usize),
    /// The wish is expressed by neither side.
    WishOfNobody(usize),
    /// The fit of the wish is above [`GREATEST_FIT`].
    FitTooGreat(usize),
    /// Two wishes name the same pair.
    SameWish(usize, usize),
    /// The fixed meeting names a business, a college, a round or a table that does not exist.
    FixedOutOfRange(usize),
    /// Two fixed meetings put one business in two places in one round.
    BusinessTwice(usize, usize),
    /// Two fixed meetings put one college in two places in one round.
    CollegeTwice(usize, usize),
    /// Two fixed meetings put two pairs at one table in one round.
    TableTwice(usize, usize),
    /// Two fixed meetings are of the same pair.
    PairTwice(usize, usize),
    /// The fixed meetings of the college leave fewer rounds than it is to keep free.
    NoRoomForWalkIns(usize),
}

impl fmt::Display for ConferenceError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::NoRounds => write!(formatter, "the conference has no rounds"),
            Self::NoTables => write!(formatter, "the conference has no tables"),
            Self::TooManyBusinesses(given) => write!(formatter, "{given} businesses are more than {MOST_BUSINESSES}"),
            Self::TooManyColleges(given) => write!(formatter, "{given} colleges are more than {MOST_COLLEGES}"),
            Self::TooManyRounds(given) => write!(formatter, "{given} rounds are more than {MOST_ROUNDS}"),
            Self::TooManyTables(given) => write!(formatter, "{given} tables are more than {MOST_TABLES}"),
            Self::OpensAfterEnd(round) => write!(formatter, "the first open round {round} lies after the end"),
            Self::TooManyWalkIns(given) => write!(formatter, "{given} rounds kept free are more than there are"),
            Self::WishOutOfRange(wish) => write!(formatter, "wish {wish} names somebody who does not take part"),
            Self::WishOfNobody(wish) => write!(formatter, "wish {wish} is expressed by neither side"),
            Self::FitTooGreat(wish) => write!(formatter, "the fit of wish {wish} is above {GREATEST_FIT}"),
            Self::SameWish(first, second) => write!(formatter, "wishes {first} and {second} name the same pair"),
            Self::FixedOutOfRange(meeting) => write!(formatter, "fixed meeting {meeting} names something that does not exist"),
            Self::BusinessTwice(first, second) => write!(formatter, "fixed meetings {first} and {second} need one business at once"),
            Self::CollegeTwice(first, second) => write!(formatter, "fixed meetings {first} and {second} need one college at once"),
            Self::TableTwice(first, second) => write!(formatter, "fixed meetings {first} and {second} need one table at once"),
            Self::PairTwice(first, second) => write!(formatter, "fixed meetings {first} and {second} are of the same pair"),
            Self::NoRoomForWalkIns(college) => write!(formatter, "the fixed meetings of college {college} leave too few rounds free"),
        }
    }
}

impl error::Error for ConferenceError {}

/// Checks everything that the later steps rely on.
pub(super) fn check(conference: &Conference) -> Result<(), ConferenceError> {
    check_numbers(conference)?;
    check_wishes(conference)?;
    check_fixed(conference)
}

fn check_numbers(conference: &Conference) -> Result<(), ConferenceError> {
    use ConferenceError as Error;
    let &Conference {
        businesses,
        colleges,
        rounds,
        open_from,
        tables,
        walk_ins,
        ..
    } = conference;
    let faults = [
        (rounds == 0, Error::NoRounds),
        (tables == 0, Error::NoTables),
        (businesses > MOST_BUSINESSES, Error::TooManyBusinesses(businesses)),
        (colleges > MOST_COLLEGES, Error::TooManyColleges(colleges)),
        (rounds > MOST_ROUNDS, Error::TooManyRounds(rounds)),
        (tables > MOST_TABLES, Error::TooManyTables(tables)),
        (open_from > rounds, Error::OpensAfterEnd(open_from)),
        (walk_ins > rounds, Error::TooManyWalkIns(walk_ins)),
    ];
    faults.into_iter().find(|(present, _)| *present).map_or(Ok(()), |(_, error)| Err(error))
}

fn check_wishes(conference: &Conference) -> Result<(), ConferenceError> {
    let mut pairs = Taken::new(conference.businesses * conference.colleges);
    for (place, wish) in conference.wishes.iter().enumerate() {
        if wish.business >= conference.businesses || wish.college >= conference.colleges {
            return Err(ConferenceError::WishOutOfRange(place));
        }
        if !wish.by_business && !wish.by_college {
            return Err(ConferenceError::WishOfNobody(place));
        }
        if wish.fit > GREATEST_FIT {
            return Err(ConferenceError::FitTooGreat(place));
        }
        pairs.take(wish.business * conference.colleges + wish.college, place, ConferenceError::SameWish)?;
    }
    Ok(())
}

fn check_fixed(conference: &Conference) -> Result<(), ConferenceError> {
    let &Conference {
        businesses,
        colleges,
        rounds,
        tables,
        walk_ins,
        ..
    } = conference;
    let mut business_rounds = Taken::new(businesses * rounds);
    let mut college_rounds = Taken::new(colleges * rounds);
    let mut table_rounds = Taken::new(tables * rounds);
    let mut pairs = Taken::new(businesses * colleges);
    let mut meetings = vec![0; colleges];
    for (place, fixed) in conference.fixed.iter().enumerate() {
        if fixed.business >= businesses || fixed.college >= colleges || fixed.round >= rounds || fixed.table >= tables {
            return Err(ConferenceError::FixedOutOfRange(place));
        }
        business_rounds.take(fixed.business * rounds + fixed.round, place, ConferenceError::BusinessTwice)?;
        college_rounds.take(fixed.college * rounds + fixed.round, place, ConferenceError::CollegeTwice)?;
        table_rounds.take(fixed.table * rounds + fixed.round, place, ConferenceError::TableTwice)?;
        pairs.take(fixed.business * colleges + fixed.college, place, ConferenceError::PairTwice)?;
        meetings[fixed.college] += 1;
    }
    let crowded = meetings.iter().position(|&held| held + walk_ins > rounds);
    crowded.map_or(Ok(()), |college| Err(ConferenceError::NoRoomForWalkIns(college)))
}

/// Which item of the input took each place first.
struct Taken(Vec<Option<usize>>);

impl Taken {
    fn new(places: usize) -> Self {
        Self(vec![None; places])
    }

    fn take(&mut self, place: usize, item: usize, error: fn(usize, usize) -> ConferenceError) -> Result<(), ConferenceError> {
        self.0[place].replace(item).map_or(Ok(()), |first| Err(error(first, item)))
    }
}
