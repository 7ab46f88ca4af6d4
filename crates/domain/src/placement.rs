//! A person who started work: where, when, through what (kết quả việc làm).
//!
//! One side reports it, the other confirms or objects; whoever says nothing for [`SETTLES_AFTER_DAYS`] has not
//! objected. Only what is confirmed counts. The sides are the business and the college of an agreement, or the
//! business and the person who applied; which of them somebody is comes in as a fact.

pub mod share;

use crate::lifecycle::{Machine, Party, Rule};
use crate::place::ProvinceCode;
use crate::vocabulary::vocabulary;

/// Days without an objection after which what one side reported counts.
pub const SETTLES_AFTER_DAYS: i64 = 7;
/// Days ahead that somebody may be reported to start.
pub const AHEAD_DAYS: i64 = 60;
/// Days back that a start may lie.
pub const BACK_DAYS: i64 = 730;
/// Names that can be pasted at once.
pub const NAMES: usize = 100;

vocabulary! {
    /// Where the work is.
    Destination {
        Home = "home", "Trong tỉnh", "In the province";
        Elsewhere = "elsewhere", "Tỉnh khác", "Another province";
        Abroad = "abroad", "Nước ngoài", "Abroad";
    }
}

impl Destination {
    /// Where work in a province is, seen from the centre's; whatever the province, where it is abroad.
    pub fn of(province: Option<ProvinceCode>, home: ProvinceCode, is_abroad: bool) -> Self {
        if is_abroad {
            Self::Abroad
        } else if province.is_none_or(|province| province == home) {
            Self::Home
        } else {
            Self::Elsewhere
        }
    }
}

vocabulary! {
    /// Through what somebody found it.
    PlacementWay {
        Application = "application", "Ứng tuyển trên sàn", "Application";
        Fair = "fair", "Phiên giao dịch", "Fair";
        Referral = "referral", "Trung tâm giới thiệu", "Referral by the centre";
        Agreement = "agreement", "Thoả thuận với trường", "Agreement with a college";
    }
}

vocabulary! {
    /// Where a placement stands.
    PlacementState {
        Reported = "reported", "Chờ xác nhận", "To be confirmed";
        Confirmed = "confirmed", "Đã xác nhận", "Confirmed";
        Denied = "denied", "Bị phản đối", "Objected to";
        Withdrawn = "withdrawn", "Đã rút", "Withdrawn";
    }
}

vocabulary! {
    /// What can be asked of a placement.
    PlacementCommand {
        Confirm = "confirm", "Xác nhận", "Confirm";
        Deny = "deny", "Phản đối", "Object";
        Settle = "settle", "Không có phản đối", "No objection";
        Withdraw = "withdraw", "Rút lại", "Withdraw";
    }
}

vocabulary! {
    /// Why a side objects.
    PlacementDenial {
        NotStarted = "not_started", "Chưa đi làm", "Has not started";
        Left = "left", "Đã nghỉ ngay", "Left at once";
        WrongDay = "wrong_day", "Sai ngày bắt đầu", "Another starting day";
        NotOurs = "not_ours", "Không phải người theo thoả thuận", "Not of this agreement";
        Twice = "twice", "Ghi trùng", "Reported twice";
        Other = "other", "Lý do khác", "Another reason";
    }
}

/// Facts a rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlacementGuard {
    /// Who asks is on the side that has not reported it.
    OtherSide,
    /// Who asks is on the side that has.
    OwnReport,
    /// A coded reason is given.
    ReasonGiven,
    /// Nobody has objected for [`SETTLES_AFTER_DAYS`].
    Silent,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlacementEvent {
    /// It counts: the partnership is under way, the person's other open applications end.
    Counts,
    /// Whoever reported it is told.
    ReporterTold,
}

/// The life cycle of a placement.
#[derive(Debug)]
pub struct PlacementLife;

use PlacementCommand as C;
use PlacementEvent as E;
use PlacementGuard as G;
use PlacementState as S;

const SIDES: &[Party] = &[Party::Seeker, Party::Owner];

impl Machine for PlacementLife {
    type State = S;
    type Command = C;
    type Guard = G;
    type Event = E;
    const NAME: &'static str = "Placement";
    const INITIAL: S = S::Reported;
    const RULES: &'static [Rule<Self>] = &[
        Rule::new(S::Reported, C::Confirm, SIDES, &[G::OtherSide], S::Confirmed, &[E::Counts]),
        Rule::new(S::Reported, C::Deny, SIDES, &[G::OtherSide, G::ReasonGiven], S::Denied, &[E::ReporterTold]),
        Rule::new(S::Reported, C::Settle, &[Party::System], &[G::Silent], S::Confirmed, &[E::Counts]),
        Rule::new(S::Reported, C::Withdraw, &[Party::Owner], &[G::OwnReport], S::Withdrawn, &[]),
    ];
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_lies_where_its_province_does() {
        let (home, other) = ("33".parse().unwrap(), "01".parse().unwrap());
        assert_eq!(Destination::of(Some(home), home, false), Destination::Home);
        assert_eq!(Destination::of(None, home, false), Destination::Home);
        assert_eq!(Destination::of(Some(other), home, false), Destination::Elsewhere);
        assert_eq!(Destination::of(Some(home), home, true), Destination::Abroad);
    }
}
