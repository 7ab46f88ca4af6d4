//! A partnership: one business and one college, from the first interest to people trained and hired under a
//! signed agreement.
//!
//! Both sides are organisations, so the party of both is [`Party::Owner`]; which side somebody is on, and
//! what that side has already said, comes in as facts.

pub mod clock;
pub mod meeting;

use crate::ids::OrganisationId;
use crate::lifecycle::{Machine, Party, Rule};
use crate::organisation::OrganisationKind;
use crate::vocabulary::vocabulary;

vocabulary! {
    /// Where a partnership stands.
    PartnershipState {
        Proposed = "proposed", "Mới đề nghị", "Proposed";
        Accepted = "accepted", "Đã nhận lời", "Accepted";
        Negotiating = "negotiating", "Đang trao đổi", "Negotiating";
        Signed = "signed", "Đã ký", "Signed";
        Active = "active", "Đang thực hiện", "Under way";
        Completed = "completed", "Hoàn thành", "Completed";
        Declined = "declined", "Từ chối", "Declined";
        Terminated = "terminated", "Chấm dứt", "Terminated";
    }
}

vocabulary! {
    /// What can be asked of a partnership.
    PartnershipCommand {
        Accept = "accept", "Nhận lời", "Accept";
        Decline = "decline", "Từ chối", "Decline";
        Write = "write", "Soạn thoả thuận", "Draft the agreement";
        Seal = "seal", "Hai bên đã ký", "Both have signed";
        Begin = "begin", "Bắt đầu thực hiện", "Begin";
        Complete = "complete", "Hoàn thành", "Complete";
        Terminate = "terminate", "Chấm dứt", "Terminate";
        Remind = "remind", "Nhắc", "Reminder";
        LastCall = "last_call", "Nhắc lần cuối", "Last call";
        Escalate = "escalate", "Chuyển trung tâm", "Pass to the centre";
    }
}

vocabulary! {
    /// Who proposed a partnership.
    Proposer {
        Business = "business", "Doanh nghiệp", "The business";
        College = "college", "Cơ sở đào tạo", "The college";
        Centre = "centre", "Trung tâm", "The centre";
        Matching = "matching", "Gợi ý của sàn", "The matching";
    }
}

vocabulary! {
    /// One side of a partnership.
    Side {
        Business = "business", "Doanh nghiệp", "Business";
        College = "college", "Cơ sở đào tạo", "College";
    }
}

impl Side {
    /// The other one.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Business => Self::College,
            Self::College => Self::Business,
        }
    }

    /// The side on which organisations of a kind are.
    pub fn of(kind: OrganisationKind) -> Option<Self> {
        match kind {
            OrganisationKind::Employer => Some(Self::Business),
            OrganisationKind::College => Some(Self::College),
            OrganisationKind::Centre => None,
        }
    }
}

/// Both sides of a partnership.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sides {
    /// The business.
    pub business: OrganisationId,
    /// The college.
    pub college: OrganisationId,
}

impl Sides {
    /// The side an organisation is on.
    pub fn side(self, organisation: OrganisationId) -> Option<Side> {
        if organisation == self.business {
            Some(Side::Business)
        } else if organisation == self.college {
            Some(Side::College)
        } else {
            None
        }
    }

    /// The organisation of a side.
    pub fn organisation(self, side: Side) -> OrganisationId {
        match side {
            Side::Business => self.business,
            Side::College => self.college,
        }
    }
}

vocabulary! {
    /// Why a side declined.
    PartnershipReason {
        Occupation = "occupation", "Ngành nghề không phù hợp", "The trade doesn't fit";
        Numbers = "numbers", "Số lượng không phù hợp", "The numbers don't fit";
        Time = "time", "Thời gian không phù hợp", "The time doesn't fit";
        Distance = "distance", "Quá xa", "Too far away";
        Terms = "terms", "Điều kiện chưa phù hợp", "The terms don't fit";
        Partner = "partner", "Đã có đối tác khác", "Another partner";
        Unreachable = "unreachable", "Không liên lạc được", "Could not be reached";
        Other = "other", "Lý do khác", "Another reason";
    }
}

/// Facts a rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnershipGuard {
    /// The side that asks has not accepted yet.
    NotYetMine,
    /// The other side has accepted, or proposed.
    OtherAgrees,
    /// The other side has not accepted.
    OtherSilent,
    /// A coded reason is given.
    ReasonGiven,
    /// Both have signed the same text.
    BothSigned,
    /// Nothing has moved for [`clock::REMIND_AFTER_DAYS`], and nobody was reminded.
    DueToRemind,
    /// Nothing has moved for [`clock::LAST_CALL_AFTER_DAYS`], and there was no last call.
    DueToCall,
    /// Nothing has moved for [`clock::ESCALATE_AFTER_DAYS`], and the centre doesn't know.
    DueToEscalate,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartnershipEvent {
    /// The other side is told.
    OtherTold,
    /// Both sides are told.
    BothTold,
    /// Whoever is waited for is reminded.
    Reminded,
    /// The centre is told.
    CentreTold,
}

/// The life cycle of a partnership.
#[derive(Debug)]
pub struct PartnershipLife;

use PartnershipCommand as C;
use PartnershipEvent as E;
use PartnershipGuard as G;
use PartnershipState as S;

const OWNER: &[Party] = &[Party::Owner];
const SYSTEM: &[Party] = &[Party::System];
const OWNER_OR_OFFICER: &[Party] = &[Party::Owner, Party::Officer];

impl Machine for PartnershipLife {
    type State = S;
    type Command = C;
    type Guard = G;
    type Event = E;
    const NAME: &'static str = "Partnership";
    const INITIAL: S = S::Proposed;
    const RULES: &'static [Rule<Self>] = &[
        // What the centre or the matching proposes needs both sides.
        Rule::new(S::Proposed, C::Accept, OWNER, &[G::NotYetMine, G::OtherAgrees], S::Accepted, &[E::BothTold]),
        Rule::new(S::Proposed, C::Accept, OWNER, &[G::NotYetMine, G::OtherSilent], S::Proposed, &[E::OtherTold]),
        Rule::new(S::Proposed, C::Decline, OWNER_OR_OFFICER, &[G::ReasonGiven], S::Declined, &[E::BothTold]),
        Rule::new(S::Accepted, C::Decline, OWNER_OR_OFFICER, &[G::ReasonGiven], S::Declined, &[E::BothTold]),
        Rule::new(S::Negotiating, C::Decline, OWNER_OR_OFFICER, &[G::ReasonGiven], S::Declined, &[E::BothTold]),
        Rule::new(S::Accepted, C::Write, OWNER_OR_OFFICER, &[], S::Negotiating, &[E::OtherTold]),
        Rule::new(S::Negotiating, C::Write, OWNER_OR_OFFICER, &[], S::Negotiating, &[E::OtherTold]),
        Rule::new(S::Negotiating, C::Seal, OWNER, &[G::BothSigned], S::Signed, &[E::BothTold, E::CentreTold]),
        // The first person trained or hired under it, or either side says that it has begun.
        Rule::new(S::Signed, C::Begin, &[Party::Owner, Party::Officer, Party::System], &[], S::Active, &[]),
        Rule::new(S::Active, C::Complete, &[Party::Owner, Party::Officer, Party::System], &[], S::Completed, &[E::BothTold]),
        Rule::new(S::Signed, C::Terminate, OWNER_OR_OFFICER, &[G::ReasonGiven], S::Terminated, &[E::BothTold, E::CentreTold]),
        Rule::new(S::Active, C::Terminate, OWNER_OR_OFFICER, &[G::ReasonGiven], S::Terminated, &[E::BothTold, E::CentreTold]),
        // Nothing moves by the clock; it only asks louder.
        Rule::new(S::Proposed, C::Remind, SYSTEM, &[G::DueToRemind], S::Proposed, &[E::Reminded]),
        Rule::new(S::Accepted, C::Remind, SYSTEM, &[G::DueToRemind], S::Accepted, &[E::Reminded]),
        Rule::new(S::Negotiating, C::Remind, SYSTEM, &[G::DueToRemind], S::Negotiating, &[E::Reminded]),
        Rule::new(S::Proposed, C::LastCall, SYSTEM, &[G::DueToCall], S::Proposed, &[E::Reminded]),
        Rule::new(S::Accepted, C::LastCall, SYSTEM, &[G::DueToCall], S::Accepted, &[E::Reminded]),
        Rule::new(S::Negotiating, C::LastCall, SYSTEM, &[G::DueToCall], S::Negotiating, &[E::Reminded]),
        Rule::new(S::Proposed, C::Escalate, SYSTEM, &[G::DueToEscalate], S::Proposed, &[E::CentreTold]),
        Rule::new(S::Accepted, C::Escalate, SYSTEM, &[G::DueToEscalate], S::Accepted, &[E::CentreTold]),
        Rule::new(S::Negotiating, C::Escalate, SYSTEM, &[G::DueToEscalate], S::Negotiating, &[E::CentreTold]),
    ];
}

impl PartnershipState {
    /// Whether something can still come of it.
    pub fn is_open(self) -> bool {
        PartnershipLife::RULES.iter().any(|rule| rule.from == self)
    }

    /// Whether both sides have signed, whatever came afterwards.
    pub fn was_signed(self) -> bool {
        matches!(self, S::Signed | S::Active | S::Completed | S::Terminated)
    }
}

impl Proposer {
    /// The side that has agreed by proposing.
    pub fn side(self) -> Option<Side> {
        match self {
            Self::Business => Some(Side::Business),
            Self::College => Some(Side::College),
            Self::Centre | Self::Matching => None,
        }
    }
}
