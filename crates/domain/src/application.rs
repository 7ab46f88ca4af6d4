//! An application: one seeker for one vacancy, once.

use crate::lifecycle::{Machine, Party, Rule};
use crate::vocabulary::vocabulary;

/// Days of an employer's silence after which it is reminded.
pub const REMIND_AFTER_DAYS: i64 = 14;
/// Days of silence after which an application lapses by itself.
pub const LAPSE_AFTER_DAYS: i64 = 30;

vocabulary! {
    /// Where an application stands, in the words of every screen.
    ApplicationState {
        Submitted = "submitted", "Đã gửi", "Sent";
        Viewed = "viewed", "Đã xem", "Seen";
        Shortlisted = "shortlisted", "Vào danh sách", "Shortlisted";
        Interviewing = "interviewing", "Hẹn phỏng vấn", "Interview";
        Offered = "offered", "Đạt phỏng vấn", "Offered";
        Hired = "hired", "Đã nhận việc", "Hired";
        Declined = "declined", "Không phù hợp", "Not selected";
        Withdrawn = "withdrawn", "Bạn đã rút", "Withdrawn";
        Elsewhere = "elsewhere", "Đã có việc khác", "Hired elsewhere";
        Lapsed = "lapsed", "Không phản hồi", "No answer";
    }
}

vocabulary! {
    /// What can be asked of an application.
    ApplicationCommand {
        View = "view", "Xem đơn", "Open";
        Shortlist = "shortlist", "Đưa vào danh sách", "Shortlist";
        Invite = "invite", "Mời phỏng vấn", "Invite to interview";
        Offer = "offer", "Đạt phỏng vấn", "Offer";
        Hire = "hire", "Xác nhận nhận việc", "Confirm hired";
        Decline = "decline", "Không phù hợp", "Decline";
        Withdraw = "withdraw", "Rút đơn", "Withdraw";
        StartElsewhere = "start_elsewhere", "Đã có việc khác", "Started elsewhere";
        Remind = "remind", "Nhắc trả lời", "Reminder";
        Lapse = "lapse", "Không phản hồi", "Lapse";
    }
}

vocabulary! {
    /// Why an employer declined. The seeker reads a sentence made from it, never an invention.
    DeclineReason {
        Filled = "filled", "Vị trí đã tuyển đủ", "The position is filled";
        Experience = "experience", "Cần kinh nghiệm khác", "Other experience needed";
        Qualification = "qualification", "Cần trình độ khác", "Other qualification needed";
        Shift = "shift", "Không hợp ca làm việc", "Shifts don't fit";
        Distance = "distance", "Nơi ở quá xa", "Too far away";
        Unreachable = "unreachable", "Không liên lạc được", "Could not be reached";
        Absent = "absent", "Không đến phỏng vấn", "Did not come to the interview";
        Closed = "closed", "Tin tuyển dụng đã đóng", "The vacancy was closed";
    }
}

/// Facts a rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApplicationGuard {
    /// A coded reason is given.
    ReasonGiven,
    /// The employer has been silent for [`REMIND_AFTER_DAYS`] and was not reminded.
    Waiting,
    /// The employer has been silent for [`LAPSE_AFTER_DAYS`].
    Silent,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ApplicationEvent {
    /// The seeker is told.
    SeekerTold,
    /// The employer is told.
    EmployerTold,
    /// The employer is reminded that somebody waits.
    EmployerReminded,
    /// A placement is made once both sides have confirmed.
    PlacementMade,
    /// The seeker's other open applications end as "elsewhere".
    OthersEnd,
}

/// The life cycle of an application.
#[derive(Debug)]
pub struct ApplicationLife;

use ApplicationCommand as C;
use ApplicationEvent as E;
use ApplicationGuard as G;
use ApplicationState as S;

const OWNER: &[Party] = &[Party::Owner];
const SEEKER: &[Party] = &[Party::Seeker];
const SYSTEM: &[Party] = &[Party::System];

impl Machine for ApplicationLife {
    type State = S;
    type Command = C;
    type Guard = G;
    type Event = E;
    const NAME: &'static str = "Application";
    const INITIAL: S = S::Submitted;
    const RULES: &'static [Rule<Self>] = &[
        Rule::new(S::Submitted, C::View, OWNER, &[], S::Viewed, &[]),
        Rule::new(S::Submitted, C::Shortlist, OWNER, &[], S::Shortlisted, &[]),
        Rule::new(S::Viewed, C::Shortlist, OWNER, &[], S::Shortlisted, &[]),
        Rule::new(S::Submitted, C::Invite, OWNER, &[], S::Interviewing, &[E::SeekerTold]),
        Rule::new(S::Viewed, C::Invite, OWNER, &[], S::Interviewing, &[E::SeekerTold]),
        Rule::new(S::Shortlisted, C::Invite, OWNER, &[], S::Interviewing, &[E::SeekerTold]),
        Rule::new(S::Interviewing, C::Offer, OWNER, &[], S::Offered, &[E::SeekerTold]),
        Rule::new(S::Offered, C::Hire, OWNER, &[], S::Hired, &[E::SeekerTold, E::PlacementMade, E::OthersEnd]),
        Rule::new(S::Submitted, C::Decline, OWNER, &[G::ReasonGiven], S::Declined, &[E::SeekerTold]),
        Rule::new(S::Viewed, C::Decline, OWNER, &[G::ReasonGiven], S::Declined, &[E::SeekerTold]),
        Rule::new(S::Shortlisted, C::Decline, OWNER, &[G::ReasonGiven], S::Declined, &[E::SeekerTold]),
        Rule::new(S::Interviewing, C::Decline, OWNER, &[G::ReasonGiven], S::Declined, &[E::SeekerTold]),
        Rule::new(S::Offered, C::Decline, OWNER, &[G::ReasonGiven], S::Declined, &[E::SeekerTold]),
        Rule::new(S::Submitted, C::Withdraw, SEEKER, &[], S::Withdrawn, &[E::EmployerTold]),
        Rule::new(S::Viewed, C::Withdraw, SEEKER, &[], S::Withdrawn, &[E::EmployerTold]),
        Rule::new(S::Shortlisted, C::Withdraw, SEEKER, &[], S::Withdrawn, &[E::EmployerTold]),
        Rule::new(S::Interviewing, C::Withdraw, SEEKER, &[], S::Withdrawn, &[E::EmployerTold]),
        Rule::new(S::Offered, C::Withdraw, SEEKER, &[], S::Withdrawn, &[E::EmployerTold]),
        Rule::new(S::Submitted, C::StartElsewhere, SYSTEM, &[], S::Elsewhere, &[E::SeekerTold, E::EmployerTold]),
        Rule::new(S::Viewed, C::StartElsewhere, SYSTEM, &[], S::Elsewhere, &[E::SeekerTold, E::EmployerTold]),
        Rule::new(S::Shortlisted, C::StartElsewhere, SYSTEM, &[], S::Elsewhere, &[E::SeekerTold, E::EmployerTold]),
        Rule::new(S::Interviewing, C::StartElsewhere, SYSTEM, &[], S::Elsewhere, &[E::SeekerTold, E::EmployerTold]),
        Rule::new(S::Offered, C::StartElsewhere, SYSTEM, &[], S::Elsewhere, &[E::SeekerTold, E::EmployerTold]),
        // Nothing moves by it: the time until it lapses goes on.
        Rule::new(S::Submitted, C::Remind, SYSTEM, &[G::Waiting], S::Submitted, &[E::EmployerReminded]),
        Rule::new(S::Viewed, C::Remind, SYSTEM, &[G::Waiting], S::Viewed, &[E::EmployerReminded]),
        Rule::new(S::Shortlisted, C::Remind, SYSTEM, &[G::Waiting], S::Shortlisted, &[E::EmployerReminded]),
        Rule::new(S::Submitted, C::Lapse, SYSTEM, &[G::Silent], S::Lapsed, &[E::SeekerTold]),
        Rule::new(S::Viewed, C::Lapse, SYSTEM, &[G::Silent], S::Lapsed, &[E::SeekerTold]),
        Rule::new(S::Shortlisted, C::Lapse, SYSTEM, &[G::Silent], S::Lapsed, &[E::SeekerTold]),
        Rule::new(S::Interviewing, C::Lapse, SYSTEM, &[G::Silent], S::Lapsed, &[E::SeekerTold]),
        Rule::new(S::Offered, C::Lapse, SYSTEM, &[G::Silent], S::Lapsed, &[E::SeekerTold]),
    ];
}

impl ApplicationState {
    /// Whether something can still happen: nobody has ended it.
    pub fn is_open(self) -> bool {
        ApplicationLife::RULES.iter().any(|rule| rule.from == self)
    }

    /// Whether the employer owes an answer: it has not been declined, invited or ended.
    pub fn awaits_employer(self) -> bool {
        matches!(self, S::Submitted | S::Viewed | S::Shortlisted)
    }
}

/// What a seeker sends: the first of the two screens.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ApplicationContent {
    /// Họ và tên.
    pub name: crate::contact::PersonName,
    /// Số điện thoại, proved by a one-time code.
    pub phone: crate::contact::Phone,
    /// Năm sinh, where given.
    pub birth_year: Option<i32>,
    /// When the employer may call.
    pub call_time: crate::vocabulary::CallTime,
    /// Lời nhắn, at most 1,000 characters.
    pub message: String,
    /// Whether the seeker agreed, in a box of its own, that the centre keeps this beyond the usual
    /// time, to suggest other work. What was sent before the box was read agreed to nothing.
    #[serde(default)]
    pub keep: bool,
}

/// The greatest length of the message, in characters.
pub const MESSAGE_LIMIT: usize = 1_000;
