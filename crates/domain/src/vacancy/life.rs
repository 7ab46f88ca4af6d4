//! The life of a vacancy.

use crate::lifecycle::{Machine, Party, Rule};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Where a vacancy stands. The words are those of every screen.
    VacancyState {
        Draft = "draft", "Bản nháp", "Draft";
        Submitted = "submitted", "Chờ duyệt", "Awaiting review";
        Returned = "returned", "Cần sửa", "Changes requested";
        Published = "published", "Đang tuyển", "Open";
        Paused = "paused", "Tạm dừng", "Paused";
        Expired = "expired", "Hết hạn", "Expired";
        Closed = "closed", "Đã đóng", "Closed";
        Rejected = "rejected", "Bị từ chối", "Rejected";
        Appealed = "appealed", "Đang khiếu nại", "Under appeal";
    }
}

vocabulary! {
    /// What can be asked of a vacancy.
    VacancyCommand {
        Submit = "submit", "Gửi duyệt", "Submit for review";
        Publish = "publish", "Duyệt", "Publish";
        PublishTrusted = "publish_trusted", "Đăng ngay, hậu kiểm", "Publish at once, check later";
        Return = "return", "Yêu cầu sửa", "Ask for changes";
        Reject = "reject", "Từ chối", "Reject";
        Pause = "pause", "Tạm dừng", "Pause";
        Resume = "resume", "Tiếp tục tuyển", "Resume";
        Expire = "expire", "Hết hạn", "Expire";
        Renew = "renew", "Đăng lại", "Renew";
        Fill = "fill", "Đã tuyển đủ", "Filled";
        Withdraw = "withdraw", "Đóng tin", "Close";
        TakeDown = "take_down", "Gỡ tin", "Take down";
        Appeal = "appeal", "Khiếu nại", "Appeal";
        Import = "import", "Nhập từ tệp", "Import";
        CloseUntouched = "close_untouched", "Đóng vì lâu không dùng", "Close, untouched for long";
    }
}

vocabulary! {
    /// Why a vacancy was closed.
    ClosedReason {
        Filled = "filled", "Đã tuyển đủ", "Filled";
        Withdrawn = "withdrawn", "Đã đóng", "Withdrawn";
        ByCentre = "by_centre", "Bị gỡ", "Taken down";
    }
}

vocabulary! {
    /// How long before its deadline an employer is reminded of a vacancy.
    Reminder {
        Week = "week", "Trước một tuần", "A week before";
        Day = "day", "Trước một ngày", "A day before";
    }
}

impl Reminder {
    /// The fewest and the most days that are left when it is due.
    pub const fn days(self) -> (i64, i64) {
        match self {
            Self::Week => (2, 7),
            Self::Day => (0, 1),
        }
    }
}

/// Days after which a vacancy that nobody touches is closed by itself.
pub const UNTOUCHED_DAYS: i64 = 90;

/// What a rule of the table may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VacancyGuard {
    /// Every required field is there and no certain rule is broken ([`crate::moderation::check()`]).
    Complete,
    /// The employer is verified.
    EmployerVerified,
    /// The deadline is today or later.
    DeadlineAhead,
    /// The deadline has passed.
    DeadlinePassed,
    /// The officer is another than the one who decided first.
    AnotherOfficer,
    /// The centre trusts the employer.
    EmployerTrusted,
    /// Nothing that the rules found in the text is grave.
    NothingGrave,
    /// Nobody has done anything with it for [`UNTOUCHED_DAYS`].
    Untouched,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VacancyEvent {
    /// A moderation case is opened.
    CaseOpened,
    /// The vacancy is found by a search from now on.
    Shown,
    /// The vacancy is no longer found.
    Hidden,
    /// The employer is told the decision.
    EmployerTold,
    /// Open applications are answered.
    ApplicantsTold,
}

/// The life cycle of a vacancy.
#[derive(Debug)]
pub struct VacancyLife;

use VacancyCommand as C;
use VacancyEvent as E;
use VacancyGuard as G;
use VacancyState as S;

const OWNER: &[Party] = &[Party::Owner];
const OFFICER: &[Party] = &[Party::Officer];
const SYSTEM: &[Party] = &[Party::System];

impl Machine for VacancyLife {
    type State = S;
    type Command = C;
    type Guard = G;
    type Event = E;
    const NAME: &'static str = "Vacancy";
    const INITIAL: S = S::Draft;
    const RULES: &'static [Rule<Self>] = &[
        Rule::new(S::Draft, C::Submit, OWNER, &[G::Complete], S::Submitted, &[E::CaseOpened]),
        Rule::new(S::Draft, C::Withdraw, OWNER, &[], S::Closed, &[]),
        Rule::new(S::Draft, C::Import, SYSTEM, &[G::EmployerVerified, G::DeadlineAhead], S::Published, &[E::Shown]),
        Rule::new(
            S::Submitted,
            C::Publish,
            OFFICER,
            &[G::EmployerVerified, G::DeadlineAhead],
            S::Published,
            &[E::Shown, E::EmployerTold],
        ),
        Rule::new(
            S::Submitted,
            C::PublishTrusted,
            SYSTEM,
            &[G::EmployerVerified, G::EmployerTrusted, G::NothingGrave, G::DeadlineAhead],
            S::Published,
            &[E::Shown, E::EmployerTold],
        ),
        Rule::new(S::Submitted, C::Return, OFFICER, &[], S::Returned, &[E::EmployerTold]),
        Rule::new(S::Submitted, C::Reject, OFFICER, &[], S::Rejected, &[E::EmployerTold]),
        Rule::new(S::Submitted, C::Withdraw, OWNER, &[], S::Closed, &[]),
        Rule::new(S::Returned, C::Submit, OWNER, &[G::Complete], S::Submitted, &[E::CaseOpened]),
        Rule::new(S::Returned, C::Withdraw, OWNER, &[], S::Closed, &[]),
        Rule::new(S::Published, C::Pause, OWNER, &[], S::Paused, &[E::Hidden]),
        Rule::new(S::Published, C::Expire, SYSTEM, &[G::DeadlinePassed], S::Expired, &[E::Hidden, E::EmployerTold]),
        Rule::new(S::Published, C::Fill, OWNER, &[], S::Closed, &[E::Hidden, E::ApplicantsTold]),
        Rule::new(S::Published, C::Withdraw, OWNER, &[], S::Closed, &[E::Hidden, E::ApplicantsTold]),
        Rule::new(S::Published, C::TakeDown, OFFICER, &[], S::Closed, &[E::Hidden, E::EmployerTold, E::ApplicantsTold]),
        Rule::new(S::Paused, C::Resume, OWNER, &[G::DeadlineAhead], S::Published, &[E::Shown]),
        Rule::new(S::Paused, C::Fill, OWNER, &[], S::Closed, &[E::ApplicantsTold]),
        Rule::new(S::Paused, C::Withdraw, OWNER, &[], S::Closed, &[E::ApplicantsTold]),
        Rule::new(S::Paused, C::TakeDown, OFFICER, &[], S::Closed, &[E::EmployerTold, E::ApplicantsTold]),
        Rule::new(S::Expired, C::Renew, OWNER, &[G::Complete], S::Submitted, &[E::CaseOpened]),
        // The centre's own file brings a new deadline for a vacancy that had run out.
        Rule::new(S::Expired, C::Import, SYSTEM, &[G::EmployerVerified, G::DeadlineAhead], S::Published, &[E::Shown]),
        // What is neither public nor in the queue and lies untouched says nothing true any more.
        Rule::new(S::Draft, C::CloseUntouched, SYSTEM, &[G::Untouched], S::Closed, &[]),
        Rule::new(S::Returned, C::CloseUntouched, SYSTEM, &[G::Untouched], S::Closed, &[E::EmployerTold]),
        Rule::new(S::Paused, C::CloseUntouched, SYSTEM, &[G::Untouched], S::Closed, &[E::EmployerTold, E::ApplicantsTold]),
        Rule::new(S::Expired, C::CloseUntouched, SYSTEM, &[G::Untouched], S::Closed, &[E::ApplicantsTold]),
        Rule::new(S::Rejected, C::Appeal, OWNER, &[], S::Appealed, &[E::CaseOpened]),
        Rule::new(
            S::Appealed,
            C::Publish,
            OFFICER,
            &[G::AnotherOfficer, G::EmployerVerified, G::DeadlineAhead],
            S::Published,
            &[E::Shown, E::EmployerTold],
        ),
        Rule::new(S::Appealed, C::Reject, OFFICER, &[G::AnotherOfficer], S::Rejected, &[E::EmployerTold]),
    ];
}
