//! What a business will need: people of an occupation, so many, from when, where (nhu cầu lao động).

use crate::lifecycle::{Machine, Party, Rule};
use crate::money::Vnd;
use crate::month::Month;
use crate::place::Place;
use crate::vocabulary::{Qualification, Shift, vocabulary};
use serde::{Deserialize, Serialize};

/// Days after which a business is asked whether a need still stands.
pub const ASKED_AFTER_DAYS: i64 = 90;
/// Days of silence after the question until a need is no longer shown.
pub const LAPSES_AFTER_DAYS: i64 = 30;
/// Needs of one business that can be open.
pub const OPEN_LIMIT: u64 = 500;
/// Rows of a file of needs.
pub const ROWS_LIMIT: usize = 200;
/// The greatest number of people of one need.
pub const HEADCOUNT_LIMIT: u32 = 10_000;

vocabulary! {
    /// Where a need stands.
    DemandState {
        Open = "open", "Đang cần", "Open";
        Asked = "asked", "Chờ xác nhận", "To be confirmed";
        Lapsed = "lapsed", "Quá hạn xác nhận", "Not confirmed";
        Closed = "closed", "Đã đóng", "Closed";
    }
}

vocabulary! {
    /// What can be asked of a need.
    DemandCommand {
        Write = "write", "Sửa", "Change";
        Ask = "ask", "Hỏi lại", "Ask";
        Confirm = "confirm", "Vẫn cần", "Still needed";
        Lapse = "lapse", "Quá hạn xác nhận", "Lapse";
        Close = "close", "Không cần nữa", "No longer needed";
    }
}

vocabulary! {
    /// Who sees a need.
    DemandAudience {
        Colleges = "colleges", "Chỉ trường đã xác minh và trung tâm", "Verified colleges and the centre alone";
        Public = "public", "Mọi người", "Everybody";
    }
}

vocabulary! {
    /// What a business brings to a cooperation.
    DemandOffer {
        Internship = "internship", "Nhận thực tập", "Internships";
        Tuition = "tuition", "Hỗ trợ học phí", "Tuition support";
        Housing = "housing", "Chỗ ở", "Housing";
        Instructors = "instructors", "Cử người hướng dẫn", "Instructors";
        Equipment = "equipment", "Máy móc, thiết bị", "Equipment";
    }
}

/// Facts a rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemandGuard {
    /// Nobody has said anything about it for [`ASKED_AFTER_DAYS`].
    Stale,
    /// The question has been open for [`LAPSES_AFTER_DAYS`].
    Silent,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DemandEvent {
    /// The business is asked.
    BusinessAsked,
    /// The business is told that it is no longer shown.
    BusinessTold,
}

/// The life cycle of a need.
#[derive(Debug)]
pub struct DemandLife;

use DemandCommand as C;
use DemandEvent as E;
use DemandGuard as G;
use DemandState as S;

const OWNER: &[Party] = &[Party::Owner];
const SYSTEM: &[Party] = &[Party::System];

impl Machine for DemandLife {
    type State = S;
    type Command = C;
    type Guard = G;
    type Event = E;
    const NAME: &'static str = "WorkforceDemand";
    const INITIAL: S = S::Open;
    const RULES: &'static [Rule<Self>] = &[
        Rule::new(S::Open, C::Write, OWNER, &[], S::Open, &[]),
        Rule::new(S::Asked, C::Write, OWNER, &[], S::Open, &[]),
        Rule::new(S::Lapsed, C::Write, OWNER, &[], S::Open, &[]),
        Rule::new(S::Open, C::Ask, SYSTEM, &[G::Stale], S::Asked, &[E::BusinessAsked]),
        Rule::new(S::Open, C::Confirm, OWNER, &[], S::Open, &[]),
        Rule::new(S::Asked, C::Confirm, OWNER, &[], S::Open, &[]),
        Rule::new(S::Lapsed, C::Confirm, OWNER, &[], S::Open, &[]),
        Rule::new(S::Asked, C::Lapse, SYSTEM, &[G::Silent], S::Lapsed, &[E::BusinessTold]),
        Rule::new(S::Open, C::Close, OWNER, &[], S::Closed, &[]),
        Rule::new(S::Asked, C::Close, OWNER, &[], S::Closed, &[]),
        Rule::new(S::Lapsed, C::Close, OWNER, &[], S::Closed, &[]),
    ];
}

impl DemandState {
    /// Whether colleges see it: it stands, or it is only being asked whether it does.
    pub fn is_shown(self) -> bool {
        matches!(self, S::Open | S::Asked)
    }
}

/// What a need says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemandContent {
    /// The occupation in the business's words: "Kỹ thuật viên cơ điện tử".
    pub title: String,
    /// Its VSCO code, two to four digits.
    pub occupation: String,
    /// The least level of training.
    pub level: Qualification,
    /// How many people.
    pub headcount: u32,
    /// How few at once are worth a class of their own; 0 where that doesn't matter.
    #[serde(default)]
    pub minimum: u32,
    /// From when.
    pub from: Month,
    /// Until when.
    pub until: Month,
    /// Where.
    pub place: Place,
    /// Usual income, VND a month.
    #[serde(default)]
    pub wage: Option<Vnd>,
    /// How the working day lies.
    #[serde(default)]
    pub shift: Option<Shift>,
    /// What the business brings.
    #[serde(default)]
    pub offers: Vec<DemandOffer>,
    /// For colleges and the centre: never public.
    #[serde(default)]
    pub note: String,
    /// Who sees it.
    pub audience: DemandAudience,
}

/// Why a need isn't one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadDemand {
    /// No people, or too many.
    #[error("not a number of people")]
    Headcount,
    /// A class larger than the need.
    #[error("a class larger than the need")]
    Minimum,
    /// It ends before it begins, or more than five years later.
    #[error("it ends before it begins")]
    Months,
    /// An income nobody earns.
    #[error("not an income")]
    Wage,
}

impl DemandContent {
    /// Whether its parts fit together.
    pub fn check(&self) -> Result<(), BadDemand> {
        if self.headcount == 0 || self.headcount > HEADCOUNT_LIMIT {
            Err(BadDemand::Headcount)
        } else if self.minimum > self.headcount {
            Err(BadDemand::Minimum)
        } else if !(0..=60).contains(&self.until.since(self.from)) {
            Err(BadDemand::Months)
        } else if self.wage.is_some_and(|wage| !(1_000_000..=500_000_000).contains(&wage.0)) {
            Err(BadDemand::Wage)
        } else {
            Ok(())
        }
    }
}
