//! Typed identifiers. All are UUIDv7: made by an [`crate::time::IdSource`], sortable by the time
//! they were made, and never guessable from one another.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(written: &str) -> Result<Self, Self::Err> {
                Uuid::from_str(written).map(Self)
            }
        }
    )+};
}

id! {
    /// A vacancy (tin tuyển dụng).
    VacancyId,
    /// An employer, a college or a branch of the centre.
    OrganisationId,
    /// One person; one person has one account.
    PersonId,
    /// One seeker's application for one vacancy (đơn ứng tuyển).
    ApplicationId,
    /// A case in the moderation queue.
    CaseId,
    /// A report about a vacancy that does harm.
    ReportId,
    /// A job of the worker.
    JobId,
    /// A message in the outbox; stable over every attempt to send it.
    MessageId,
    /// A one-time code.
    CodeId,
    /// One proposed change of a published vacancy (bản sửa đổi).
    RevisionId,
    /// An invitation into an organisation.
    InvitationId,
    /// A file of vacancies that an employer handed in.
    BatchId,
    /// A key with which an employer's own system comes.
    ApiKeyId,
    /// An address of an employer's own system that is told what happens.
    WebhookId,
    /// One telling of it; stable over every attempt.
    DeliveryId,
    /// A file that somebody handed in.
    FileId,
    /// A request to join an organisation.
    JoinRequestId,
    /// What a college teaches (ngành, nghề đào tạo).
    ProgrammeId,
    /// An intake of a programme (khoá, lớp).
    CohortId,
    /// What a business will need (nhu cầu lao động).
    DemandId,
    /// A partnership of a business and a college (hợp tác đào tạo).
    PartnershipId,
    /// A framework agreement (hợp đồng nguyên tắc).
    AgreementId,
    /// A conference or a fair.
    EventId,
    /// An organisation's registration for one.
    RegistrationId,
    /// A meeting at a table there.
    MeetingId,
    /// A meeting in a partnership (lịch hẹn).
    PartnershipMeetingId,
    /// A person who started work.
    PlacementId,
    /// The yearly review of an agreement.
    ReviewId,
}

/// The number a person sees and says: `/viec-lam/10234-cong-nhan-may`. Given once, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct VacancyNumber(pub i64);

impl fmt::Display for VacancyNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
