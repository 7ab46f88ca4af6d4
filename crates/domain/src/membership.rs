//! Who belongs to an organisation and how one comes to belong: invitations, requests to join, and
//! the rule that an organisation is never left without an owner.

use crate::ids::PersonId;
use crate::language::Locale;
use crate::lifecycle::{Machine, Party, Rule};
use crate::organisation::{MemberRole, OrganisationKind};
use crate::vocabulary::{Vocabulary, vocabulary};
use chrono::TimeDelta;

/// How long an invitation can be accepted.
pub const INVITATION_LIFE: TimeDelta = TimeDelta::days(14);
/// How long owners may be silent before a request to join goes to the centre.
pub const OWNERS_SILENCE: TimeDelta = TimeDelta::days(7);

vocabulary! {
    /// Where an invitation stands. One that has run out stays open and can't be accepted.
    InvitationState {
        Open = "open", "Chờ nhận lời", "Open";
        Accepted = "accepted", "Đã nhận lời", "Accepted";
        Revoked = "revoked", "Đã thu hồi", "Revoked";
    }
}

vocabulary! {
    /// What can be asked of an invitation.
    InvitationCommand {
        Accept = "accept", "Nhận lời", "Accept";
        Resend = "resend", "Gửi lại", "Send again";
        Revoke = "revoke", "Thu hồi", "Revoke";
    }
}

/// Facts a rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationGuard {
    /// Its fourteen days are not over.
    InTime,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InvitationEvent {
    /// The person becomes a member.
    Joined,
    /// A new link; the old one is dead.
    LinkMade,
}

/// The life cycle of an invitation.
#[derive(Debug)]
pub struct InvitationLife;

impl Machine for InvitationLife {
    type State = InvitationState;
    type Command = InvitationCommand;
    type Guard = InvitationGuard;
    type Event = InvitationEvent;
    const NAME: &'static str = "Invitation";
    const INITIAL: InvitationState = InvitationState::Open;
    const RULES: &'static [Rule<Self>] = &[
        Rule::new(
            InvitationState::Open,
            InvitationCommand::Accept,
            &[Party::Seeker, Party::Owner],
            &[InvitationGuard::InTime],
            InvitationState::Accepted,
            &[InvitationEvent::Joined],
        ),
        Rule::new(
            InvitationState::Open,
            InvitationCommand::Resend,
            &[Party::Owner],
            &[],
            InvitationState::Open,
            &[InvitationEvent::LinkMade],
        ),
        Rule::new(InvitationState::Open, InvitationCommand::Revoke, &[Party::Owner], &[], InvitationState::Revoked, &[]),
    ];
}

vocabulary! {
    /// Where a request to join stands.
    JoinState {
        Waiting = "waiting", "Chờ chủ tài khoản", "Waiting for the owners";
        Escalated = "escalated", "Chuyển trung tâm", "With the centre";
        Accepted = "accepted", "Đã nhận", "Accepted";
        Declined = "declined", "Không nhận", "Declined";
    }
}

vocabulary! {
    /// What can be asked of a request to join.
    JoinCommand {
        Accept = "accept", "Nhận vào", "Accept";
        Decline = "decline", "Không nhận", "Decline";
        Escalate = "escalate", "Chuyển trung tâm", "Pass to the centre";
    }
}

/// Facts a rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinGuard {
    /// The owners have been silent for seven days, or there is none.
    OwnersSilent,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JoinEvent {
    /// The person becomes a member.
    Joined,
    /// The person is told.
    PersonTold,
    /// The centre is told.
    CentreTold,
}

/// The life cycle of a request to join.
#[derive(Debug)]
pub struct JoinLife;

impl Machine for JoinLife {
    type State = JoinState;
    type Command = JoinCommand;
    type Guard = JoinGuard;
    type Event = JoinEvent;
    const NAME: &'static str = "JoinRequest";
    const INITIAL: JoinState = JoinState::Waiting;
    const RULES: &'static [Rule<Self>] = &[
        Rule::new(
            JoinState::Waiting,
            JoinCommand::Accept,
            &[Party::Owner],
            &[],
            JoinState::Accepted,
            &[JoinEvent::Joined, JoinEvent::PersonTold],
        ),
        Rule::new(
            JoinState::Waiting,
            JoinCommand::Decline,
            &[Party::Owner],
            &[],
            JoinState::Declined,
            &[JoinEvent::PersonTold],
        ),
        Rule::new(
            JoinState::Waiting,
            JoinCommand::Escalate,
            &[Party::System],
            &[JoinGuard::OwnersSilent],
            JoinState::Escalated,
            &[JoinEvent::CentreTold],
        ),
        // The owners may still answer; the centre may now, too.
        Rule::new(
            JoinState::Escalated,
            JoinCommand::Accept,
            &[Party::Owner, Party::Officer],
            &[],
            JoinState::Accepted,
            &[JoinEvent::Joined, JoinEvent::PersonTold],
        ),
        Rule::new(
            JoinState::Escalated,
            JoinCommand::Decline,
            &[Party::Owner, Party::Officer],
            &[],
            JoinState::Declined,
            &[JoinEvent::PersonTold],
        ),
    ];
}

vocabulary! {
    /// What an officer looked at before verifying an organisation.
    Looked {
        Register = "business_register", "Cổng thông tin đăng ký doanh nghiệp quốc gia", "National business register";
        TaxOffice = "tax_office", "Trang tra cứu mã số thuế của cơ quan thuế", "The tax office's look-up";
        Papers = "papers", "Giấy tờ đã nộp tại trung tâm", "Papers handed in at the centre";
        Telephone = "telephone", "Gọi điện cho người đại diện", "A telephone call to the representative";
        Visit = "visit", "Đến tận nơi", "A visit";
        Known = "known", "Trung tâm đã làm việc với tổ chức này", "The centre has worked with it before";
    }
}

/// Why a membership can't be changed so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MembershipRefusal {
    /// The person is no member.
    #[error("not a member")]
    NotAMember,
    /// An organisation is never left without an owner.
    #[error("the last owner stays")]
    LastOwner,
}

/// Whether a member may get another role (`Some`) or go (`None`).
pub fn may_change(members: &[(PersonId, MemberRole)], person: PersonId, next: Option<MemberRole>) -> Result<(), MembershipRefusal> {
    let (_, role) = members.iter().find(|(member, _)| *member == person).ok_or(MembershipRefusal::NotAMember)?;
    let others_own = members.iter().any(|(member, role)| *member != person && *role == MemberRole::Owner);
    if *role == MemberRole::Owner && next != Some(MemberRole::Owner) && !others_own {
        return Err(MembershipRefusal::LastOwner);
    }
    Ok(())
}

/// The word of a role: who writes is a recruiter at an employer's and an editor at a college's.
pub fn role_label(kind: OrganisationKind, role: MemberRole, locale: Locale) -> &'static str {
    match (kind, role, locale) {
        (OrganisationKind::College, MemberRole::Recruiter, Locale::Vi) => "Người biên tập",
        (OrganisationKind::College, MemberRole::Recruiter, Locale::En) => "Editor",
        _ => role.label(locale),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn the_last_owner_stays() {
        let (an, binh) = (PersonId(Uuid::from_u128(1)), PersonId(Uuid::from_u128(2)));
        let one = [(an, MemberRole::Owner), (binh, MemberRole::Recruiter)];
        assert_eq!(may_change(&one, an, None), Err(MembershipRefusal::LastOwner));
        assert_eq!(may_change(&one, an, Some(MemberRole::Viewer)), Err(MembershipRefusal::LastOwner));
        assert_eq!(may_change(&one, an, Some(MemberRole::Owner)), Ok(()));
        assert_eq!(may_change(&one, binh, None), Ok(()));
        let two = [(an, MemberRole::Owner), (binh, MemberRole::Owner)];
        assert_eq!(may_change(&two, an, None), Ok(()));
        assert_eq!(may_change(&two, PersonId(Uuid::nil()), None), Err(MembershipRefusal::NotAMember));
    }
}
