//! Wages as people write them: "8-12tr", "từ 9 triệu", "250k/ngày", "8tr5", "Thoả thuận", "$1,000".
//!
//! With or without marks. What is not certain is refused with a reason, never guessed: a wage read
//! wrongly is a promise that nobody made.

mod amounts;
mod reading;
mod tokens;

use crate::money::{RangeError, Vnd, VndRange};
use crate::pay::{Currency, ForeignWage, Pay, PayPeriod};
use reading::Reading;
use serde::{Deserialize, Serialize};
use tokens::tokens;

/// The most characters a written wage may have.
pub const LONGEST_WAGE: usize = 120;

/// What a written wage says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenWage {
    /// The amounts in VND per [`WrittenWage::period`]; a single amount is both ends.
    pub range: Option<VndRange>,
    /// What the amounts are paid for; a month where nothing else is said.
    pub period: PayPeriod,
    /// Whether it is to be agreed on ("thoả thuận", "cạnh tranh"), beside amounts or without.
    pub negotiable: bool,
    /// The amounts in another currency, a month.
    pub foreign: Option<ForeignWage>,
}

impl WrittenWage {
    /// Lays what is said over `pay`: amounts a month are the usual income, then day and hour. What is
    /// not said stays as it was. (Amounts are never read for another period.)
    pub fn apply_to(&self, pay: &mut Pay) {
        if self.range.is_some() {
            match self.period {
                PayPeriod::Month => pay.usual = self.range,
                PayPeriod::Day => pay.day = self.range,
                PayPeriod::Hour => pay.hour = self.range,
                PayPeriod::Shift => {}
            }
        }
        pay.negotiable |= self.negotiable;
        pay.foreign = self.foreign.or(pay.foreign);
    }
}

/// Why a written wage was not understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WageUnread {
    /// Nothing is written.
    #[error("nothing is written")]
    Empty,
    /// More than [`LONGEST_WAGE`] characters.
    #[error("the text is too long for a wage")]
    TooLong,
    /// Words without an amount.
    #[error("there is no amount")]
    NoAmount,
    /// "8 - 12": of what?
    #[error("the amount has no unit")]
    MissingUnit,
    /// "250k": a day or an hour?
    #[error("it is not said what the amount is paid for")]
    MissingPeriod,
    /// A period that the form doesn't know: a week, a year, a shift, a piece.
    #[error("pay by “{0}” is not known")]
    UnknownPeriod(String),
    /// A word that might change the meaning.
    #[error("“{0}” is not understood")]
    UnknownWord(String),
    /// A number that can be read in two ways.
    #[error("“{0}” can be read in more than one way")]
    AmbiguousNumber(String),
    /// More than one wage in one text, or signs that contradict each other.
    #[error("there is more than one wage")]
    SeveralWages,
    /// VND and another currency.
    #[error("there are two currencies")]
    MixedCurrencies,
    /// Foreign money by the day or hour, which no form has room for.
    #[error("wages in another currency are understood by the month only")]
    ForeignNotMonthly,
    /// The first amount is greater than the second.
    #[error("the range is turned round")]
    TurnedRound,
    /// Nobody pays that.
    #[error("the amount is out of bounds")]
    OutOfBounds,
}

impl WageUnread {
    /// A stable key of the reason, for texts on screen.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLong => "too_long",
            Self::NoAmount => "no_amount",
            Self::MissingUnit => "missing_unit",
            Self::MissingPeriod => "missing_period",
            Self::UnknownPeriod(_) => "unknown_period",
            Self::UnknownWord(_) => "unknown_word",
            Self::AmbiguousNumber(_) => "ambiguous_number",
            Self::SeveralWages => "several_wages",
            Self::MixedCurrencies => "mixed_currencies",
            Self::ForeignNotMonthly => "foreign_not_monthly",
            Self::TurnedRound => "turned_round",
            Self::OutOfBounds => "out_of_bounds",
        }
    }
}

/// Reads a wage. See the module for what is understood.
pub fn read_wage(written: &str) -> Result<WrittenWage, WageUnread> {
    // Decomposed letters are up to three characters each: a cheap limit before, the true one after.
    if written.len() > LONGEST_WAGE * 12 || crate::text::tidy_line(written).chars().count() > LONGEST_WAGE {
        return Err(WageUnread::TooLong);
    }
    let tokens = tokens(written)?;
    let mut reading = Reading::default();
    let mut at = 0;
    while at < tokens.len() {
        at += reading.step(&tokens[at..])?;
    }
    reading.finish(tokens.is_empty())
}

/// The range, if it is one that somebody pays for that period.
fn vnd_range(from: Option<i64>, to: Option<i64>, period: PayPeriod, period_said: bool) -> Result<VndRange, WageUnread> {
    let believable = match period {
        // Without a word for the period, less than a million is as likely a day's pay.
        PayPeriod::Month if !period_said && [from, to].into_iter().flatten().any(|amount| (1..1_000_000).contains(&amount)) => return Err(WageUnread::MissingPeriod),
        PayPeriod::Month => 100_000..=1_000_000_000,
        PayPeriod::Day | PayPeriod::Shift => 20_000..=20_000_000,
        PayPeriod::Hour => 5_000..=5_000_000,
    };
    if [from, to].into_iter().flatten().any(|amount| !believable.contains(&amount)) {
        return Err(WageUnread::OutOfBounds);
    }
    VndRange::new(from.map(Vnd), to.map(Vnd)).map_err(|error| match error {
        RangeError::TurnedRound => WageUnread::TurnedRound,
        RangeError::Empty => WageUnread::NoAmount,
        RangeError::OutOfBounds => WageUnread::OutOfBounds,
    })
}

/// The wage in another currency, if it is one that somebody pays a month.
fn foreign_wage(currency: Currency, from: Option<i64>, to: Option<i64>) -> Result<ForeignWage, WageUnread> {
    let believable = match currency {
        Currency::Usd | Currency::Eur => 50..=50_000,
        Currency::Cny => 500..=300_000,
        Currency::Twd => 3_000..=1_000_000,
        Currency::Jpy => 20_000..=5_000_000,
        Currency::Krw => 200_000..=50_000_000,
    };
    if [from, to].into_iter().flatten().any(|amount| !believable.contains(&amount)) {
        return Err(WageUnread::OutOfBounds);
    }
    if matches!((from, to), (Some(from), Some(to)) if from > to) {
        return Err(WageUnread::TurnedRound);
    }
    Ok(ForeignWage { currency, from, to })
}

#[cfg(test)]
mod tests;
