//! The worker: claims jobs with a lease, runs them, ends them in the same unit as their effect.

use super::{SendPayload, Tell, names, notices, periodic};
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use crate::messages::ChannelError;
use chrono::TimeDelta;
use sanviec_domain::access::Actor;
use sanviec_domain::ids::{FileId, MessageId};
use sanviec_store::jobs::JobRecord;
use sanviec_store::messages::MessageState;
use std::time::Duration;
use tokio_util::sync::CancellationToken;
use tracing::{error, warn};

/// How long a claimed job is its worker's; a crashed worker's jobs are taken over after it.
const LEASE: TimeDelta = TimeDelta::minutes(2);
/// Jobs claimed at once.
const BATCH: u64 = 16;
/// How often the queue is looked at even if nobody woke the worker.
const IDLE: Duration = Duration::from_secs(5);
/// How often the schedules are looked at.
const TICK: Duration = Duration::from_mins(1);

/// Works until cancelled. Any number of workers may run beside each other, in one process or many.
pub async fn work(exchange: Exchange, name: String, cancel: CancellationToken) {
    let mut added = exchange.store.jobs_added();
    let mut ticks = tokio::time::interval(TICK);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        match run_due(&exchange, &name).await {
            Ok(0) => {}
            Ok(_) => continue,
            Err(error) => {
                error!(%error, "the job queue can't be read");
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
        }
        tokio::select! {
            () = cancel.cancelled() => return,
            _ = added.changed() => {}
            () = tokio::time::sleep(IDLE) => {}
            _ = ticks.tick() => {
                if let Err(error) = periodic::enqueue_due(&exchange).await {
                    warn!(%error, "what is due could not be queued");
                }
            }
        }
    }
}

/// Claims and runs what is due now, once. Returns how many jobs were claimed.
pub async fn run_due(exchange: &Exchange, worker: &str) -> Result<usize> {
    let jobs = sanviec_store::jobs::claim(&exchange.store, None, worker, exchange.now(), LEASE, BATCH).await?;
    let count = jobs.len();
    for job in jobs {
        let outcome = run(exchange, &job).await;
        if let Err(failure) = outcome {
            let retry = match failure {
                Failure::Retry(_) if job.attempts < job.max_attempts => Some(exchange.now() + sanviec_store::jobs::backoff(job.attempts)),
                _ => None,
            };
            warn!(job = %job.id, name = %job.name, error = %failure, dead = retry.is_none(), "job failed");
            sanviec_store::jobs::fail(&exchange.store, job.id, &failure.to_string(), exchange.now(), retry).await?;
        }
    }
    Ok(count)
}

/// Why a job did not end.
#[derive(Debug, thiserror::Error)]
enum Failure {
    /// It may work later.
    #[error("{0}")]
    Retry(String),
    /// It never will.
    #[error("{0}")]
    Dead(String),
}

impl From<ExchangeError> for Failure {
    fn from(error: ExchangeError) -> Self {
        Self::Retry(error.to_string())
    }
}

impl From<sanviec_store::StoreError> for Failure {
    fn from(error: sanviec_store::StoreError) -> Self {
        Self::Retry(error.to_string())
    }
}

async fn run(exchange: &Exchange, job: &JobRecord) -> std::result::Result<(), Failure> {
    let unread = |error: serde_json::Error| Failure::Dead(format!("payload: {error}"));
    match job.name.as_str() {
        names::SEND_MESSAGE => send_message(exchange, job, serde_json::from_value::<SendPayload>(job.payload.clone()).map_err(unread)?.message).await,
        names::TELL => {
            let what: Tell = serde_json::from_value(job.payload.clone()).map_err(unread)?;
            Ok(notices::tell(exchange, job, &what).await?)
        }
        names::TELL_ACCOUNT => Ok(super::account::tell(exchange, job, &serde_json::from_value(job.payload.clone()).map_err(unread)?).await?),
        names::PASSWORD_LINK => Ok(super::account::password_link(exchange, job, &serde_json::from_value(job.payload.clone()).map_err(unread)?).await?),
        names::ERASE_FILES => {
            for file in serde_json::from_value::<Vec<FileId>>(job.payload.clone()).map_err(unread)? {
                exchange.files.erase(file).await?;
            }
            finish(exchange, job).await
        }
        names::READ_BATCH => {
            let batch = serde_json::from_value(job.payload.clone()).map_err(unread)?;
            crate::batches::read_waiting(exchange, batch).await?;
            finish(exchange, job).await
        }
        names::DELIVER => match crate::program::webhooks::send(exchange, job, serde_json::from_value(job.payload.clone()).map_err(unread)?).await? {
            None => Ok(()),
            Some(why) => Err(Failure::Retry(why)),
        },
        name if periodic::is_periodic(name) => Ok(periodic::run(exchange, job).await?),
        other => Err(Failure::Dead(format!("nobody knows the job {other}"))),
    }
}

async fn finish(exchange: &Exchange, job: &JobRecord) -> std::result::Result<(), Failure> {
    let unit = exchange.begin(&Actor::System).await?;
    sanviec_store::jobs::finish_in(&unit, job.id).await?;
    unit.save().await?;
    Ok(())
}

/// Sends, then writes that it was sent. A crash between the two sends it again under the same id.
async fn send_message(exchange: &Exchange, job: &JobRecord, id: MessageId) -> std::result::Result<(), Failure> {
    let Some(message) = sanviec_store::messages::find(exchange.store.reader(), id).await? else {
        return Err(Failure::Dead("the message is gone".to_owned()));
    };
    if message.state != MessageState::Queued {
        return finish(exchange, job).await;
    }
    match exchange.channels.of(message.channel).send(&message).await {
        Ok(()) => {
            let unit = exchange.begin(&Actor::System).await?;
            sanviec_store::messages::mark_sent(&unit, id).await?;
            sanviec_store::jobs::finish_in(&unit, job.id).await?;
            unit.save().await?;
            Ok(())
        }
        Err(ChannelError::Later(why)) if job.attempts < job.max_attempts => Err(Failure::Retry(why)),
        Err(ChannelError::Later(why) | ChannelError::Never(why)) => {
            let unit = exchange.begin(&Actor::System).await?;
            sanviec_store::messages::mark_failed(&unit, id, &why, true).await?;
            unit.save().await?;
            Err(Failure::Dead(why))
        }
    }
}
