//! The life of a change of a published vacancy (bản sửa đổi). The published text stays up until an
//! officer approves the new one. Which changes need one says
//! [`super::VacancyContent::needs_review`].

use crate::lifecycle::{Machine, Party, Rule};
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Where a proposed change stands.
    RevisionState {
        Pending = "pending", "Sửa đổi chờ duyệt", "Change awaiting review";
        Approved = "approved", "Sửa đổi đã áp dụng", "Change carried out";
        Rejected = "rejected", "Sửa đổi không được duyệt", "Change not approved";
        Withdrawn = "withdrawn", "Sửa đổi đã rút", "Change withdrawn";
    }
}

vocabulary! {
    /// What can be asked of a change. A history begins with [`RevisionCommand::Propose`]; the table
    /// begins after it.
    RevisionCommand {
        Propose = "propose", "Gửi sửa đổi", "Send a change";
        Apply = "apply", "Sửa tin, không cần duyệt", "Edit, no review needed";
        Approve = "approve", "Duyệt sửa đổi", "Approve the change";
        Return = "return", "Yêu cầu sửa lại bản sửa đổi", "Ask for changes to the change";
        Reject = "reject", "Từ chối sửa đổi", "Reject the change";
        Replace = "replace", "Thay bằng bản sửa đổi mới", "Replace with a newer change";
        Withdraw = "withdraw", "Rút sửa đổi", "Withdraw the change";
        Cancel = "cancel", "Huỷ sửa đổi", "Cancel the change";
    }
}

/// What a rule of the table may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevisionGuard {
    /// Nothing that people decide by is changed, or the centre trusts the employer and the rules found
    /// nothing grave.
    NoReviewNeeded,
    /// The vacancy is still published or paused.
    VacancyStands,
    /// The employer is verified.
    EmployerVerified,
    /// The deadline that would be published is today or later.
    DeadlineAhead,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevisionEvent {
    /// The text becomes the vacancy's.
    Applied,
    /// The moderation case that waits is ended.
    CaseEnded,
    /// The employer is told the decision.
    EmployerTold,
}

/// The life cycle of a change.
#[derive(Debug)]
pub struct RevisionLife;

use RevisionCommand as C;
use RevisionEvent as E;
use RevisionGuard as G;
use RevisionState as S;

const OWNER: &[Party] = &[Party::Owner];
const OFFICER: &[Party] = &[Party::Officer];
const SYSTEM: &[Party] = &[Party::System];

impl Machine for RevisionLife {
    type State = S;
    type Command = C;
    type Guard = G;
    type Event = E;
    const NAME: &'static str = "Revision";
    const INITIAL: S = S::Pending;
    const RULES: &'static [Rule<Self>] = &[
        Rule::new(S::Pending, C::Apply, OWNER, &[G::NoReviewNeeded, G::VacancyStands], S::Approved, &[E::Applied]),
        Rule::new(
            S::Pending,
            C::Approve,
            OFFICER,
            &[G::VacancyStands, G::EmployerVerified, G::DeadlineAhead],
            S::Approved,
            &[E::Applied, E::EmployerTold],
        ),
        Rule::new(S::Pending, C::Return, OFFICER, &[], S::Rejected, &[E::EmployerTold]),
        Rule::new(S::Pending, C::Reject, OFFICER, &[], S::Rejected, &[E::EmployerTold]),
        // A second edit takes the place of the first: the officer never approves a text unread.
        Rule::new(S::Pending, C::Replace, OWNER, &[], S::Withdrawn, &[E::CaseEnded]),
        Rule::new(S::Pending, C::Withdraw, OWNER, &[], S::Withdrawn, &[E::CaseEnded]),
        // The vacancy was closed or ran out.
        Rule::new(S::Pending, C::Cancel, SYSTEM, &[], S::Withdrawn, &[E::CaseEnded]),
    ];
}
