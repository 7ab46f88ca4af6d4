//! Money: whole Vietnamese đồng, never fractions.

use serde::{Deserialize, Serialize};

/// An amount in whole VND.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Vnd(pub i64);

impl Vnd {
    /// So many millions.
    pub const fn millions(amount: i64) -> Self {
        Self(amount * 1_000_000)
    }
}

/// From one amount to another, either end open. `from ≤ to` where both are given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct VndRange {
    /// The least, in VND.
    pub from: Option<Vnd>,
    /// The most, in VND.
    pub to: Option<Vnd>,
}

/// Why a range of amounts was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RangeError {
    /// Both ends are missing.
    #[error("a range needs at least one end")]
    Empty,
    /// The first amount is greater than the second.
    #[error("the range is turned round")]
    TurnedRound,
    /// An amount is negative, zero or beyond ten thousand million.
    #[error("the amount is out of bounds")]
    OutOfBounds,
}

impl VndRange {
    /// The largest amount anybody writes here: ten thousand million.
    pub const LARGEST: i64 = 10_000_000_000;

    /// A checked range.
    pub fn new(from: Option<Vnd>, to: Option<Vnd>) -> Result<Self, RangeError> {
        if from.is_none() && to.is_none() {
            return Err(RangeError::Empty);
        }
        if [from, to].into_iter().flatten().any(|amount| amount.0 <= 0 || amount.0 > Self::LARGEST) {
            return Err(RangeError::OutOfBounds);
        }
        match (from, to) {
            (Some(from), Some(to)) if from > to => Err(RangeError::TurnedRound),
            _ => Ok(Self { from, to }),
        }
    }

    /// The greatest amount the range promises: its upper end, else its lower.
    pub fn most(&self) -> Vnd {
        self.to.or(self.from).unwrap_or_default()
    }

    /// The least amount the range promises: its lower end, else its upper.
    pub fn least(&self) -> Vnd {
        self.from.or(self.to).unwrap_or_default()
    }
}
