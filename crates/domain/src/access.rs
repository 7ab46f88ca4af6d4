//! Who may do what. One readable table, asked by use cases before they act and by pages to know
//! what to show. Ownership (whose vacancy, whose application) is not here: it lies in the query
//! that loads a record through its owner's scope and can't forget whose it is.

pub mod words;

use crate::ids::{ApiKeyId, OrganisationId, PersonId};
use crate::lifecycle::Party;
use crate::organisation::MemberRole;
use crate::program::{KeyMode, KeyScope};
use crate::vocabulary::vocabulary;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// What a member of staff does.
    StaffRole {
        Moderator = "moderator", "Cán bộ duyệt tin", "Moderator";
        Counsellor = "counsellor", "Cán bộ tư vấn", "Counsellor";
        Manager = "manager", "Quản lý", "Manager";
        Admin = "admin", "Quản trị", "Administrator";
    }
}

vocabulary! {
    /// What a one-time code is for; a code proves nothing else.
    CodePurpose {
        SignIn = "sign_in", "Đăng nhập", "Sign in";
        Apply = "apply", "Ứng tuyển", "Apply";
        ProveKnown = "prove_known", "Đổi liên lạc: nơi đang dùng", "Change of contact: the known one";
        Merge = "merge", "Gộp tài khoản", "Merge of accounts";
        ProveNew = "prove_new", "Đổi liên lạc: nơi mới", "Change of contact: the new one";
        SignAgreement = "sign_agreement", "Ký thoả thuận", "Sign an agreement";
    }
}

/// Who is asking: a person in one of the capacities that person has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "as", rename_all = "snake_case")]
pub enum Actor {
    /// Nobody has signed in.
    Visitor,
    /// A person looking for work.
    Seeker {
        /// The person.
        person: PersonId,
    },
    /// A member of an employer.
    Employer {
        /// The person.
        person: PersonId,
        /// The employer.
        organisation: OrganisationId,
        /// The person's role there.
        role: MemberRole,
    },
    /// A member of a college.
    College {
        /// The person.
        person: PersonId,
        /// The college.
        organisation: OrganisationId,
        /// The person's role there.
        role: MemberRole,
    },
    /// Staff of the centre.
    Staff {
        /// The person.
        person: PersonId,
        /// The role acted in.
        role: StaffRole,
    },
    /// An employer's own system, with a key.
    Program {
        /// The key.
        key: ApiKeyId,
        /// The employer.
        organisation: OrganisationId,
        /// What the key opens.
        scope: KeyScope,
        /// Where what is done counts.
        mode: KeyMode,
    },
    /// The program itself: jobs and commands.
    System,
}

/// The kinds of actor, for tables and tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ActorKind {
    /// Nobody has signed in.
    Visitor,
    /// A person looking for work.
    Seeker,
    /// An owner of an employer.
    Owner,
    /// A recruiter of an employer.
    Recruiter,
    /// A viewer of an employer.
    EmployerViewer,
    /// An owner of a college.
    CollegeOwner,
    /// An editor of a college.
    College,
    /// A viewer of a college.
    CollegeViewer,
    /// An officer who moderates.
    Moderator,
    /// An officer who moderates and answers for how it is done.
    Manager,
    /// An officer who advises.
    Counsellor,
    /// An administrator.
    Admin,
    /// An employer's own system that reads.
    ProgramReader,
    /// An employer's own system that reads and writes.
    ProgramWriter,
    /// The same as the reader, for trying out: what is real is closed to it.
    TestReader,
    /// The same as the writer, for trying out: what is real is closed to it.
    TestWriter,
    /// The program itself.
    System,
}

impl ActorKind {
    /// Every kind.
    pub const ALL: [Self; 17] = [
        Self::Visitor,
        Self::Seeker,
        Self::Owner,
        Self::Recruiter,
        Self::EmployerViewer,
        Self::CollegeOwner,
        Self::College,
        Self::CollegeViewer,
        Self::Moderator,
        Self::Manager,
        Self::Counsellor,
        Self::Admin,
        Self::ProgramReader,
        Self::ProgramWriter,
        Self::TestReader,
        Self::TestWriter,
        Self::System,
    ];
}

impl Actor {
    /// The person, if one has signed in.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Self::Visitor | Self::Program { .. } | Self::System => None,
            Self::Seeker { person } | Self::Employer { person, .. } | Self::College { person, .. } | Self::Staff { person, .. } => Some(*person),
        }
    }

    /// The organisation acted for.
    pub fn organisation(&self) -> Option<OrganisationId> {
        match self {
            Self::Employer { organisation, .. } | Self::College { organisation, .. } | Self::Program { organisation, .. } => Some(*organisation),
            _ => None,
        }
    }

    /// Whether two are one person in one place: a member whose role has changed is still a member.
    pub fn is_same_place(&self, other: &Self) -> bool {
        match (self.organisation(), other.organisation()) {
            (Some(own), Some(theirs)) => own == theirs && self.person() == other.person(),
            _ => self == other,
        }
    }

    /// The kind of actor.
    pub fn kind(&self) -> ActorKind {
        match self {
            Self::Visitor => ActorKind::Visitor,
            Self::Seeker { .. } => ActorKind::Seeker,
            Self::Employer { role: MemberRole::Viewer, .. } => ActorKind::EmployerViewer,
            Self::Employer { role: MemberRole::Owner, .. } => ActorKind::Owner,
            Self::Employer { .. } => ActorKind::Recruiter,
            Self::College { role: MemberRole::Owner, .. } => ActorKind::CollegeOwner,
            Self::College { role: MemberRole::Viewer, .. } => ActorKind::CollegeViewer,
            Self::College { .. } => ActorKind::College,
            Self::Staff { role: StaffRole::Moderator, .. } => ActorKind::Moderator,
            Self::Staff { role: StaffRole::Manager, .. } => ActorKind::Manager,
            Self::Staff { role: StaffRole::Counsellor, .. } => ActorKind::Counsellor,
            Self::Staff { role: StaffRole::Admin, .. } => ActorKind::Admin,
            Self::Program { scope, mode, .. } => match (mode, scope) {
                (KeyMode::Live, KeyScope::Read) => ActorKind::ProgramReader,
                (KeyMode::Live, KeyScope::Write) => ActorKind::ProgramWriter,
                (KeyMode::Test, KeyScope::Read) => ActorKind::TestReader,
                (KeyMode::Test, KeyScope::Write) => ActorKind::TestWriter,
            },
            Self::System => ActorKind::System,
        }
    }

    /// The party this actor is in a life cycle.
    pub fn party(&self) -> Party {
        match self {
            Self::Visitor | Self::Seeker { .. } => Party::Seeker,
            Self::Employer { .. } | Self::College { .. } | Self::Program { .. } => Party::Owner,
            Self::Staff { .. } => Party::Officer,
            Self::System => Party::System,
        }
    }
}

/// What can be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Action {
    /// Search and read published vacancies.
    ReadPublic,
    /// Send an application.
    Apply,
    /// Report a vacancy that does harm.
    ReportAbuse,
    /// See and withdraw one's own applications.
    OwnApplications,
    /// One's own account: how one signs in, where, and in which capacity one acts.
    OwnAccount,
    /// Read one's own organisation's vacancies and applications.
    ReadOwnVacancies,
    /// Write, submit, pause, close one's own organisation's vacancies.
    WriteVacancies,
    /// Answer applications for one's own vacancies.
    AnswerApplications,
    /// Open a file of an application of one's own, or for one's own vacancies.
    OpenFiles,
    /// A college's own pages.
    CollegeArea,
    /// Write one's own college's programmes and cohorts.
    WriteProgrammes,
    /// State what one's own business will need.
    WriteDemands,
    /// Read the partnerships in which one's own organisation is a side, and who would fit; the centre all.
    ReadPartnerships,
    /// Propose, answer, write and draft in them.
    Partner,
    /// Register one's own organisation for conferences, and say whom it wishes to meet there.
    Attend,
    /// Sign agreements for one's own organisation.
    SignAgreements,
    /// Bring businesses and colleges together, and watch over what comes of it.
    Broker,
    /// Register an organisation, accept an invitation, ask to join one.
    EnterOrganisation,
    /// See one's own employer's record and members; leave it.
    ReadOwnEmployer,
    /// Change one's own employer's record, invite, change and remove members.
    ManageOwnEmployer,
    /// Change one's own college's record, invite, change and remove members.
    ManageOwnCollege,
    /// See the moderation queue and its cases.
    ReadQueue,
    /// Claim and decide cases.
    Decide,
    /// See how the queue is worked through; say which employers are trusted.
    Supervise,
    /// Enter for somebody at the counter with their consent; look people up for a reason.
    ServeAtCounter,
    /// See the system's state, messages and jobs.
    Administer,
    /// Read by a program, with a key of an employer's: its real vacancies, or those for trying out.
    ReadByProgram,
    /// The same for writing.
    WriteByProgram,
    /// Load reference data, import, reindex.
    Operate,
}

impl Action {
    /// Every action.
    pub const ALL: [Self; 29] = [
        Self::ReadPublic,
        Self::Apply,
        Self::ReportAbuse,
        Self::OwnApplications,
        Self::OwnAccount,
        Self::ReadOwnVacancies,
        Self::WriteVacancies,
        Self::AnswerApplications,
        Self::OpenFiles,
        Self::CollegeArea,
        Self::WriteProgrammes,
        Self::WriteDemands,
        Self::ReadPartnerships,
        Self::Partner,
        Self::Attend,
        Self::SignAgreements,
        Self::Broker,
        Self::EnterOrganisation,
        Self::ReadOwnEmployer,
        Self::ManageOwnEmployer,
        Self::ManageOwnCollege,
        Self::ReadQueue,
        Self::Decide,
        Self::Supervise,
        Self::ServeAtCounter,
        Self::Administer,
        Self::ReadByProgram,
        Self::WriteByProgram,
        Self::Operate,
    ];
}

/// The table: an action and the kinds of actor that may do it.
pub const TABLE: &[(Action, &[ActorKind])] = {
    use ActorKind as K;
    &[
        (Action::ReadPublic, &ActorKind::ALL),
        // An employer's recruiter may look for another job, too: applying needs a telephone, no role.
        (
            Action::Apply,
            &[
                K::Visitor,
                K::Seeker,
                K::Owner,
                K::Recruiter,
                K::EmployerViewer,
                K::CollegeOwner,
                K::College,
                K::CollegeViewer,
            ],
        ),
        (
            Action::ReportAbuse,
            &[
                K::Visitor,
                K::Seeker,
                K::Owner,
                K::Recruiter,
                K::EmployerViewer,
                K::CollegeOwner,
                K::College,
                K::CollegeViewer,
            ],
        ),
        (Action::OwnApplications, &[K::Seeker]),
        (
            Action::OwnAccount,
            &[
                K::Seeker,
                K::Owner,
                K::Recruiter,
                K::EmployerViewer,
                K::CollegeOwner,
                K::College,
                K::CollegeViewer,
                K::Moderator,
                K::Manager,
                K::Counsellor,
                K::Admin,
            ],
        ),
        (Action::ReadOwnVacancies, &[K::Owner, K::Recruiter, K::EmployerViewer, K::ProgramReader, K::ProgramWriter]),
        (Action::WriteVacancies, &[K::Owner, K::Recruiter, K::ProgramWriter]),
        (Action::AnswerApplications, &[K::Owner, K::Recruiter]),
        (Action::OpenFiles, &[K::Seeker, K::Owner, K::Recruiter, K::EmployerViewer]),
        (Action::CollegeArea, &[K::CollegeOwner, K::College, K::CollegeViewer]),
        (Action::WriteProgrammes, &[K::CollegeOwner, K::College]),
        (Action::WriteDemands, &[K::Owner, K::Recruiter]),
        // The centre watches over all of them, and may write in them as the centre.
        (
            Action::ReadPartnerships,
            &[
                K::Owner,
                K::Recruiter,
                K::EmployerViewer,
                K::CollegeOwner,
                K::College,
                K::CollegeViewer,
                K::Moderator,
                K::Manager,
                K::Counsellor,
            ],
        ),
        (
            Action::Partner,
            &[K::Owner, K::Recruiter, K::CollegeOwner, K::College, K::Moderator, K::Manager, K::Counsellor],
        ),
        // The centre registers organisations on pages of its own.
        (Action::Attend, &[K::Owner, K::Recruiter, K::CollegeOwner, K::College]),
        // Whoever owns the account is who may bind the organisation.
        (Action::SignAgreements, &[K::Owner, K::CollegeOwner]),
        (Action::Broker, &[K::Moderator, K::Manager, K::Counsellor]),
        // A person may belong to several organisations; staff act as staff and as nobody else.
        (
            Action::EnterOrganisation,
            &[K::Seeker, K::Owner, K::Recruiter, K::EmployerViewer, K::CollegeOwner, K::College, K::CollegeViewer],
        ),
        (Action::ReadOwnEmployer, &[K::Owner, K::Recruiter, K::EmployerViewer]),
        (Action::ManageOwnEmployer, &[K::Owner]),
        (Action::ManageOwnCollege, &[K::CollegeOwner]),
        (Action::ReadQueue, &[K::Moderator, K::Manager, K::Counsellor, K::Admin]),
        (Action::Decide, &[K::Moderator, K::Manager]),
        (Action::Supervise, &[K::Manager]),
        (Action::ServeAtCounter, &[K::Moderator, K::Manager, K::Counsellor]),
        (Action::Administer, &[K::Admin, K::System]),
        (Action::ReadByProgram, &[K::ProgramReader, K::ProgramWriter, K::TestReader, K::TestWriter]),
        (Action::WriteByProgram, &[K::ProgramWriter, K::TestWriter]),
        (Action::Operate, &[K::System]),
    ]
};

/// The actor may not do this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{kind:?} may not {action:?}")]
pub struct Denied {
    /// Who asked.
    pub kind: ActorKind,
    /// What for.
    pub action: Action,
}

impl ActorKind {
    /// Whether actors of this kind may do this at all.
    pub fn may(self, action: Action) -> bool {
        TABLE.iter().any(|(known, kinds)| *known == action && kinds.contains(&self))
    }
}

/// Whether the actor may do this at all.
pub fn allows(actor: &Actor, action: Action) -> Result<(), Denied> {
    let kind = actor.kind();
    if kind.may(action) { Ok(()) } else { Err(Denied { kind, action }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_stands_in_the_table_once() {
        for action in Action::ALL {
            assert_eq!(TABLE.iter().filter(|(known, _)| *known == action).count(), 1, "{action:?}");
        }
    }

    #[test]
    fn nobody_but_a_moderator_decides() {
        let person = PersonId(uuid::Uuid::nil());
        assert!(
            allows(
                &Actor::Staff {
                    person,
                    role: StaffRole::Moderator
                },
                Action::Decide
            )
            .is_ok()
        );
        assert!(allows(&Actor::Staff { person, role: StaffRole::Admin }, Action::Decide).is_err());
        assert!(allows(&Actor::Visitor, Action::Decide).is_err());
    }
}
