//! The yearly review of an agreement (đánh giá hằng năm): what came of it, what each side says of that, and
//! that both have read it.

use super::fulfilment::LineResult;
use crate::lifecycle::{Machine, Party, Rule};
use crate::vocabulary::vocabulary;
use serde::{Deserialize, Serialize};

/// The greatest length of a side's remarks, in characters.
pub const REMARKS_LIMIT: usize = 4_000;

vocabulary! {
    /// Where a review stands.
    ReviewState {
        Draft = "draft", "Đang ghi nhận xét", "Being written";
        HalfSigned = "half_signed", "Một bên đã xác nhận", "Countersigned by one side";
        Countersigned = "countersigned", "Hai bên đã xác nhận", "Countersigned by both";
    }
}

vocabulary! {
    /// What can be asked of a review.
    ReviewCommand {
        Write = "write", "Lưu nhận xét", "Save the remarks";
        Countersign = "countersign", "Xác nhận", "Countersign";
    }
}

/// Facts a rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewGuard {
    /// The side that asks has not countersigned.
    NotYetMine,
    /// The other side has.
    OtherSigned,
    /// The other side has not.
    OtherUnsigned,
    /// The remarks are those that were shown.
    SameRemarks,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReviewEvent {
    /// Countersignatures that were there count no more.
    SignaturesCleared,
    /// The other side is told.
    OtherTold,
}

/// The life cycle of a review.
#[derive(Debug)]
pub struct ReviewLife;

use ReviewCommand as C;
use ReviewEvent as E;
use ReviewGuard as G;
use ReviewState as S;

const OWNER: &[Party] = &[Party::Owner];

impl Machine for ReviewLife {
    type State = S;
    type Command = C;
    type Guard = G;
    type Event = E;
    const NAME: &'static str = "Review";
    const INITIAL: S = S::Draft;
    const RULES: &'static [Rule<Self>] = &[
        Rule::new(S::Draft, C::Write, OWNER, &[], S::Draft, &[]),
        Rule::new(S::HalfSigned, C::Write, OWNER, &[], S::Draft, &[E::SignaturesCleared, E::OtherTold]),
        Rule::new(
            S::Draft,
            C::Countersign,
            OWNER,
            &[G::SameRemarks, G::NotYetMine, G::OtherUnsigned],
            S::HalfSigned,
            &[E::OtherTold],
        ),
        Rule::new(
            S::HalfSigned,
            C::Countersign,
            OWNER,
            &[G::SameRemarks, G::NotYetMine, G::OtherSigned],
            S::Countersigned,
            &[E::OtherTold],
        ),
    ];
}

/// A line as it stood when the review was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReviewLine {
    /// Ngành, nghề đào tạo.
    pub training: String,
    /// The work.
    pub work: String,
    /// How many people were promised.
    pub people: u32,
    /// What had come of it.
    pub result: LineResult,
}
