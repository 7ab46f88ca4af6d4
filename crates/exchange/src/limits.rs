//! How often somebody may ask for the same within a time: by account, by telephone number or
//! address, and by network. Counted in the database, so that a limit holds over every node.
//!
//! A window begins with the first time and is as long as the rate says; who is over the limit is told
//! when it ends. What is asked for all the time (searching) is counted in memory and written in
//! lumps, so that reading stays reading.

mod lumps;
mod rates;

pub use rates::{Rate, Rates, WrongRate};

pub(crate) use lumps::Lumps;

use crate::error::{ExchangeError, Result};
use crate::{Exchange, SECURITY};
use chrono::TimeDelta;
use sanviec_domain::ids::{ApiKeyId, PersonId};
use sanviec_domain::time::Instant;

/// What is limited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limited {
    /// Having a one-time code or a link sent.
    Code,
    /// Trying to sign in: with a code, a password, a second factor.
    SignIn,
    /// Registering an organisation, asking to join one.
    Register,
    /// Sending an application.
    Apply,
    /// Reporting a vacancy.
    Report,
    /// What an employer's own system asks.
    Program,
    /// Searching, suggestions, the API.
    Search,
}

impl Limited {
    /// Everything that is limited.
    pub const ALL: [Self; 7] = [Self::Code, Self::SignIn, Self::Register, Self::Apply, Self::Report, Self::Program, Self::Search];

    /// The stable key.
    pub fn key(self) -> &'static str {
        match self {
            Self::Code => "code",
            Self::SignIn => "sign_in",
            Self::Register => "register",
            Self::Apply => "apply",
            Self::Report => "report",
            Self::Program => "program",
            Self::Search => "search",
        }
    }

    /// Written in lumps of so many: what is done once a second must not cost a write each time.
    fn lump(self) -> u32 {
        if matches!(self, Self::Search | Self::Program) { 20 } else { 1 }
    }
}

/// Who is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject<'a> {
    /// A person who has signed in.
    Account(PersonId),
    /// A telephone number or an e-mail address.
    Contact(&'a str),
    /// An employer's own system, by its key.
    Key(ApiKeyId),
    /// A network: "203.0.113.0/24".
    Network(&'a str),
}

impl Subject<'_> {
    /// What is counted, without saying whose.
    fn kind(self) -> &'static str {
        match self {
            Self::Account(_) => "account",
            Self::Contact(_) => "contact",
            Self::Key(_) => "key",
            Self::Network(_) => "network",
        }
    }

    /// The kind before the value, so that no two kinds share a count.
    fn key(self) -> String {
        let kind = self.kind();
        match self {
            Self::Account(person) => format!("{kind} {person}"),
            Self::Key(key) => format!("{kind} {key}"),
            Self::Contact(value) | Self::Network(value) => format!("{kind} {value}"),
        }
    }
}

/// Counts once for a subject; [`ExchangeError::TooMany`] where that is more than the rate allows, with
/// the seconds until it is worth trying again. Never inside a unit of work.
pub async fn count(exchange: &Exchange, action: Limited, subject: Subject<'_>) -> Result<()> {
    let Some(rate) = exchange.settings.rates.of(action, subject) else { return Ok(()) };
    let (key, now) = (subject.key(), exchange.now());
    let times = match action.lump() {
        1 => 1,
        lump => match exchange.lumps().add(action, &key, lump.min(rate.count), now) {
            lumps::Added::Kept => return Ok(()),
            lumps::Added::Over(until) => return Err(too_many(until, now)),
            lumps::Added::Full(times) => times,
        },
    };
    let window = TimeDelta::seconds(rate.seconds.into());
    let counted = sanviec_store::limits::count(&exchange.store, action.key(), &key, times, now, window).await?;
    if counted.count <= u64::from(rate.count) {
        return Ok(());
    }
    if action.lump() > 1 {
        exchange.lumps().close(action, &key, counted.ends_at);
    }
    tracing::warn!(target: SECURITY, event = "over_the_limit", action = action.key(), counted = subject.kind());
    Err(too_many(counted.ends_at, now))
}

fn too_many(until: Instant, now: Instant) -> ExchangeError {
    let seconds = (until - now).num_seconds().max(1);
    ExchangeError::TooMany {
        retry_after_seconds: seconds.unsigned_abs(),
    }
}

/// Deletes the windows that are over; answers with how many.
pub(crate) async fn sweep(exchange: &Exchange) -> Result<u64> {
    let unit = exchange.begin(&sanviec_domain::access::Actor::System).await?;
    let swept = sanviec_store::limits::sweep(&unit).await?;
    unit.save().await?;
    Ok(swept)
}
