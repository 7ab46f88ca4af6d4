//! What can go wrong in a use case, each with a stable code.

use crate::SECURITY;
use sanviec_domain::access::Denied;
use sanviec_domain::vacancy::DraftError;
use sanviec_store::StoreError;

/// Why a use case did not do what was asked.
#[derive(Debug, thiserror::Error)]
pub enum ExchangeError {
    /// There is no such record, or it isn't the actor's to see: the two look alike on purpose.
    #[error("not found")]
    NotFound,
    /// The actor may not do this.
    #[error(transparent)]
    Denied(#[from] Denied),
    /// The organisation is not verified, or suspended: it sees no candidates.
    #[error("the organisation is not verified")]
    NotVerified,
    /// Nobody has signed in, and somebody has to.
    #[error("sign in first")]
    SignInFirst,
    /// Fields are wrong; each error stands at its field.
    #[error("{} fields are wrong", .0.len())]
    Invalid(Vec<DraftError>),
    /// The record's state does not allow this; somebody may have been faster, or it was clicked twice.
    #[error("not possible now: {0}")]
    NotNow(String),
    /// Another person changed the record meanwhile.
    #[error("changed by somebody else meanwhile")]
    Conflict,
    /// The record is no longer as whoever changes it had read it.
    #[error("the record is no longer as it was read")]
    Stale,
    /// Something else was asked under the same idempotency key.
    #[error("something else was asked under this idempotency key")]
    OtherRequest,
    /// A one-time code was wrong; so many tries are left.
    #[error("wrong code, {tries_left} tries left")]
    WrongCode {
        /// Tries left before the code is dead.
        tries_left: i16,
    },
    /// A one-time code is used up or too old.
    #[error("the code is no longer valid")]
    DeadCode,
    /// Too much asked in too short a time.
    #[error("too many requests; again in {retry_after_seconds} s")]
    TooMany {
        /// When to try again, in seconds.
        retry_after_seconds: u64,
    },
    /// The query's page can't be given: a bad cursor.
    #[error("bad cursor")]
    BadCursor,
    /// The database.
    #[error(transparent)]
    Store(StoreError),
    /// The index.
    #[error(transparent)]
    Search(#[from] sanviec_search::SearchError),
    /// Something inside that the user can't mend.
    #[error("{0}")]
    Internal(String),
}

impl ExchangeError {
    /// For what isn't the actor's own, or isn't there: the same answer, and a line in the log.
    pub(crate) fn not_ones_own(what: &'static str) -> Self {
        tracing::info!(target: SECURITY, event = "not_ones_own", what);
        Self::NotFound
    }

    /// The stable code of the error, for problems and logs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Denied(_) => "denied",
            Self::NotVerified => "not-verified",
            Self::SignInFirst => "sign-in-first",
            Self::Invalid(_) => "invalid",
            Self::NotNow(_) => "not-now",
            Self::Conflict => "conflict",
            Self::Stale => "changed-meanwhile",
            Self::OtherRequest => "other-request",
            Self::WrongCode { .. } => "wrong-code",
            Self::DeadCode => "dead-code",
            Self::TooMany { .. } => "too-many",
            Self::BadCursor => "bad-cursor",
            Self::Store(_) | Self::Search(_) | Self::Internal(_) => "internal",
        }
    }
}

impl From<StoreError> for ExchangeError {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Conflict => Self::Conflict,
            other => Self::Store(other),
        }
    }
}

/// A refusal of a life cycle: said as it is, so that a second click reads "already done".
impl<G: std::fmt::Debug> From<sanviec_domain::lifecycle::Refused<G>> for ExchangeError {
    fn from(refused: sanviec_domain::lifecycle::Refused<G>) -> Self {
        tracing::info!(target: SECURITY, event = "not_now", %refused);
        Self::NotNow(refused.to_string())
    }
}

/// What a use case answers with.
pub type Result<T> = std::result::Result<T, ExchangeError>;
