//! A month of a year: when a class graduates, from when people are needed.

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A month of a year, from 2000 to 2099. Written `2027-06` in storage and addresses, `06/2027` on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Months since January of the year 0.
    index: i32,
}

/// Not a month of this century.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a month")]
pub struct NotAMonth;

impl Month {
    /// A month by its year and its number, 1 to 12.
    pub fn new(year: i32, month: u32) -> Result<Self, NotAMonth> {
        if (2000..2100).contains(&year) && (1..=12).contains(&month) {
            Ok(Self {
                index: year * 12 + month as i32 - 1,
            })
        } else {
            Err(NotAMonth)
        }
    }

    /// The month of a day.
    pub fn of(day: NaiveDate) -> Self {
        Self {
            index: day.year() * 12 + day.month0() as i32,
        }
    }

    /// Its year.
    pub fn year(self) -> i32 {
        self.index.div_euclid(12)
    }

    /// Its number in the year, 1 to 12.
    pub fn number(self) -> u32 {
        self.index.rem_euclid(12) as u32 + 1
    }

    /// So many months later; earlier where negative.
    #[must_use]
    pub fn plus(self, months: i32) -> Self {
        Self { index: self.index + months }
    }

    /// How many months it is after another; negative where before.
    pub fn since(self, other: Self) -> i32 {
        self.index - other.index
    }

    /// Its first day.
    pub fn first_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year(), self.number(), 1).unwrap_or_default()
    }

    /// Its last day.
    pub fn last_day(self) -> NaiveDate {
        (self.first_day() + Months::new(1)).pred_opt().unwrap_or_default()
    }

    /// As a person reads it: "06/2027".
    pub fn label(self) -> String {
        format!("{:02}/{}", self.number(), self.year())
    }

    /// The month that a person wrote: "06/2027", "6-2027", "2027-06", "tháng 6/2027".
    pub fn read(written: &str) -> Result<Self, NotAMonth> {
        let written = written.trim().trim_start_matches(|c: char| !c.is_ascii_digit());
        let mut parts = written.split(['/', '-', '.']).map(str::trim);
        let number = |part: &str| part.parse::<u32>().map_err(|_| NotAMonth);
        let (first, second) = match (parts.next(), parts.next(), parts.next(), parts.next()) {
            (Some(first), Some(second), None, None) => (number(first)?, number(second)?),
            // A spreadsheet keeps a month as its first day: "2027-06-01", or "01/06/2027".
            (Some(first), Some(second), Some(third), None) => match (number(first)?, number(third)?) {
                (year, 1..=31) if year > 31 => (year, number(second)?),
                (1..=31, year) => (number(second)?, year),
                _ => return Err(NotAMonth),
            },
            _ => return Err(NotAMonth),
        };
        let (year, month) = if first > 12 { (first, second) } else { (second, first) };
        Self::new(i32::try_from(year).map_err(|_| NotAMonth)?, month)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.number())
    }
}

impl FromStr for Month {
    type Err = NotAMonth;

    fn from_str(written: &str) -> Result<Self, NotAMonth> {
        let (year, month) = written.split_once('-').ok_or(NotAMonth)?;
        if year.len() != 4 || month.len() != 2 {
            return Err(NotAMonth);
        }
        Self::new(year.parse().map_err(|_| NotAMonth)?, month.parse().map_err(|_| NotAMonth)?)
    }
}

impl Serialize for Month {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Month {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_as_people_write_it() {
        let june = Month::new(2027, 6).unwrap();
        for written in ["06/2027", "6/2027", "2027-06", "6-2027", " tháng 6/2027 ", "06.2027", "2027-06-01", "01/06/2027"] {
            assert_eq!(Month::read(written), Ok(june), "{written}");
        }
        for written in ["", "2027", "13/2027", "0/2027", "06/27", "01/06/27", "32/06/2027", "1/2/3/2027", "6/3027"] {
            assert_eq!(Month::read(written), Err(NotAMonth), "{written}");
        }
        assert_eq!((june.to_string(), june.label()), ("2027-06".to_owned(), "06/2027".to_owned()));
        assert_eq!("2027-06".parse(), Ok(june));
        assert_eq!("2027-6".parse::<Month>(), Err(NotAMonth));
    }

    #[test]
    fn months_are_counted_over_years() {
        let june = Month::new(2027, 6).unwrap();
        assert_eq!(june.plus(7).to_string(), "2028-01");
        assert_eq!(june.plus(-6).to_string(), "2026-12");
        assert_eq!(june.plus(-6).since(june), -6);
        assert_eq!(
            (june.first_day().to_string(), june.last_day().to_string()),
            ("2027-06-01".to_owned(), "2027-06-30".to_owned())
        );
        assert_eq!(Month::of(june.last_day()), june);
    }
}
