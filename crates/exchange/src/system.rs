//! How the system stands, for its administrators.

use crate::error::{ExchangeError, Result};
use crate::{Exchange, jobs};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::JobId;
use sanviec_store::jobs::{JobCounts, JobRecord, JobState};
use sanviec_store::messages::MessageState;
use sanviec_store::schedules::Schedule;
use sanviec_store::{Engine, Entity};

/// Dead jobs shown.
const SHOWN: u64 = 50;

/// Messages by state.
#[derive(Clone, Copy, Debug, Default)]
pub struct MessageFigures {
    /// Not sent yet.
    pub queued: u64,
    /// Sent.
    pub sent: u64,
    /// Given up.
    pub failed: u64,
}

/// How the system stands.
pub struct SystemState {
    /// The database's name.
    pub engine: &'static str,
    /// Its size in bytes.
    pub size: Option<u64>,
    /// Vacancies in the index.
    pub documents: u64,
    /// The last feed number in the index.
    pub applied: i64,
    /// The last feed number.
    pub last_change: i64,
    /// Jobs by state.
    pub jobs: JobCounts,
    /// Jobs that were given up.
    pub dead: Vec<JobRecord>,
    /// Messages by state.
    pub messages: MessageFigures,
    /// What happens again and again.
    pub schedules: Vec<Schedule>,
}

/// Looks at everything.
pub async fn state(exchange: &Exchange, actor: &Actor) -> Result<SystemState> {
    allows(actor, Action::Administer)?;
    let conn = exchange.store.reader();
    let messages = sanviec_store::messages::counts(conn).await?;
    let of = |state| messages.get(&state).copied().unwrap_or_default();
    Ok(SystemState {
        engine: match exchange.store.engine() {
            Engine::Sqlite => "SQLite",
            Engine::Postgres => "PostgreSQL",
        },
        size: exchange.store.size_bytes().await.ok(),
        documents: exchange.index.documents(),
        applied: exchange.index.applied(),
        last_change: sanviec_store::feed::last(conn).await?,
        schedules: sanviec_store::schedules::all(conn).await?,
        jobs: sanviec_store::jobs::counts(conn).await?,
        dead: sanviec_store::jobs::list(conn, JobState::Dead, SHOWN).await?,
        messages: MessageFigures {
            queued: of(MessageState::Queued),
            sent: of(MessageState::Sent),
            failed: of(MessageState::Failed),
        },
    })
}

/// Puts a dead job back into the queue; one that sends a message puts the message back, too. False
/// where that message can't be sent any more, because its words are gone or it was sent after all:
/// the job then ends without doing anything.
pub async fn retry(exchange: &Exchange, actor: &Actor, id: JobId) -> Result<bool> {
    allows(actor, Action::Administer)?;
    let unit = exchange.begin(actor).await?;
    sanviec_store::jobs::retry_dead(&unit, id).await?;
    let job = sanviec_store::jobs::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    let has_effect = match jobs::message_of(&job) {
        Some(message) => sanviec_store::messages::requeue(&unit, message).await?,
        None => true,
    };
    unit.audit("job.retry", Entity::Message, id.0, serde_json::Value::Null);
    unit.save().await?;
    Ok(has_effect)
}
