//! The life of a moderation case.

use crate::lifecycle::{Machine, Party, Rule};
use crate::vocabulary::vocabulary;
use chrono::TimeDelta;

/// How long an officer's claim holds before it lapses by itself.
pub const CLAIM: TimeDelta = TimeDelta::minutes(30);

vocabulary! {
    /// Where a case stands.
    CaseState {
        Waiting = "waiting", "Đang chờ", "Waiting";
        Claimed = "claimed", "Đang xử lý", "Claimed";
        Decided = "decided", "Đã quyết định", "Decided";
    }
}

vocabulary! {
    /// What can be asked of a case.
    CaseCommand {
        Claim = "claim", "Nhận xử lý", "Claim";
        Release = "release", "Trả lại hàng chờ", "Release";
        Lapse = "lapse", "Quá thời gian giữ", "Lapse";
        PassOn = "pass_on", "Xin ý kiến thứ hai", "Ask for a second opinion";
        Decide = "decide", "Quyết định", "Decide";
        Cancel = "cancel", "Huỷ", "Cancel";
    }
}

vocabulary! {
    /// What the case is about.
    CaseKind {
        Vacancy = "vacancy", "Tin tuyển dụng", "Vacancy";
        Revision = "revision", "Tin sửa đổi", "Changed vacancy";
        Organisation = "organisation", "Xác minh doanh nghiệp", "Organisation";
        Report = "report", "Phản ánh", "Report of abuse";
        Appeal = "appeal", "Khiếu nại", "Appeal";
        Sample = "sample", "Hậu kiểm", "Sample check";
        Programme = "programme", "Chương trình đào tạo", "Training programme";
    }
}

vocabulary! {
    /// How a case was decided.
    Outcome {
        Approved = "approved", "Duyệt", "Approved";
        Returned = "returned", "Yêu cầu sửa", "Changes requested";
        Rejected = "rejected", "Từ chối", "Rejected";
        Withdrawn = "withdrawn", "Người gửi đã rút", "Withdrawn by the sender";
    }
}

vocabulary! {
    /// Which of the open cases an officer looks at.
    QueueFilter {
        All = "all", "Tất cả", "All";
        Grave = "grave", "Cảnh báo nghiêm trọng", "Grave findings";
        Mine = "mine", "Tôi đang giữ", "Held by me";
    }
}

/// Facts a rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseGuard {
    /// The officer holds the claim and it has not lapsed.
    HoldsClaim,
    /// The claim's time is over.
    ClaimOver,
    /// A refusal or a request for changes names at least one coded reason.
    ReasonGiven,
    /// The officer is not the one who asked for a second opinion.
    AnotherOfficer,
    /// Nobody has asked for a second opinion before.
    FirstOpinion,
    /// The colleague is told what the question is.
    QuestionGiven,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseEvent {
    /// The decision is carried out on what the case is about.
    CarriedOut,
}

/// The life cycle of a case.
#[derive(Debug)]
pub struct CaseLife;

use CaseCommand as C;
use CaseGuard as G;
use CaseState as S;

impl Machine for CaseLife {
    type State = S;
    type Command = C;
    type Guard = G;
    type Event = CaseEvent;
    const NAME: &'static str = "Case";
    const INITIAL: S = S::Waiting;
    const RULES: &'static [Rule<Self>] = &[
        Rule::new(S::Waiting, C::Claim, &[Party::Officer], &[G::AnotherOfficer], S::Claimed, &[]),
        Rule::new(S::Waiting, C::Cancel, &[Party::Owner, Party::System], &[], S::Decided, &[]),
        // An officer whose colleague's claim is over takes the case over.
        Rule::new(S::Claimed, C::Claim, &[Party::Officer], &[G::ClaimOver, G::AnotherOfficer], S::Claimed, &[]),
        Rule::new(S::Claimed, C::Release, &[Party::Officer], &[G::HoldsClaim], S::Waiting, &[]),
        // For a second opinion: from here on a colleague decides.
        Rule::new(
            S::Claimed,
            C::PassOn,
            &[Party::Officer],
            &[G::HoldsClaim, G::FirstOpinion, G::QuestionGiven],
            S::Waiting,
            &[],
        ),
        Rule::new(S::Claimed, C::Lapse, &[Party::System], &[G::ClaimOver], S::Waiting, &[]),
        Rule::new(S::Claimed, C::Cancel, &[Party::Owner, Party::System], &[], S::Decided, &[]),
        Rule::new(
            S::Claimed,
            C::Decide,
            &[Party::Officer],
            &[G::HoldsClaim, G::ReasonGiven],
            S::Decided,
            &[CaseEvent::CarriedOut],
        ),
    ];
}
