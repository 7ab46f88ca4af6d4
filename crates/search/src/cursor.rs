//! Where a page of results ends and the next begins.

use crate::error::SearchError;
use sanviec_domain::query::Sort;
use std::{fmt, str::FromStr};

/// The place of one vacancy in an order; greater comes first. The primary value differs with the
/// order, then the newer comes first, then the greater number, so that no two are equal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Rank {
    pub(crate) primary: u64,
    pub(crate) published: u64,
    pub(crate) number: u64,
}

/// The end of a page: results after it come on the next. Safe in an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    pub(crate) sort: Sort,
    pub(crate) rank: Rank,
}

fn letter(sort: Sort) -> char {
    match sort {
        Sort::Relevance => 'r',
        Sort::Newest => 'n',
        Sort::Wage => 'w',
        Sort::Deadline => 'd',
    }
}

impl fmt::Display for Cursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:x}-{:x}-{:x}", letter(self.sort), self.rank.primary, self.rank.published, self.rank.number)
    }
}

impl FromStr for Cursor {
    type Err = SearchError;

    fn from_str(written: &str) -> Result<Self, SearchError> {
        let read = || {
            let mut letters = written.chars();
            let first = letters.next()?;
            let sort = [Sort::Relevance, Sort::Newest, Sort::Wage, Sort::Deadline]
                .into_iter()
                .find(|sort| letter(*sort) == first)?;
            let mut parts = letters.as_str().split('-').map(|part| {
                let plain = (1..=16).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_hexdigit());
                if plain { u64::from_str_radix(part, 16).ok() } else { None }
            });
            let rank = Rank {
                primary: parts.next()??,
                published: parts.next()??,
                number: parts.next()??,
            };
            if parts.next().is_some() { None } else { Some(Self { sort, rank }) }
        };
        read().ok_or(SearchError::BadCursor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_cursor_is_read_as_it_was_written(primary: u64, published: u64, number: u64) {
            let cursor = Cursor { sort: Sort::Wage, rank: Rank { primary, published, number } };
            prop_assert_eq!(cursor.to_string().parse::<Cursor>().unwrap(), cursor);
        }

        #[test]
        fn no_text_is_too_odd_for_a_cursor(written in ".*") {
            let _ = written.parse::<Cursor>();
        }
    }

    #[test]
    fn rubbish_is_refused() {
        for written in ["", "r", "x1-2-3", "r1-2", "r1-2-3-4", "r+1-2-3", "r1-2-11111111111111111", "rđ-1-2"] {
            assert!(matches!(written.parse::<Cursor>(), Err(SearchError::BadCursor)), "{written}");
        }
    }
}
