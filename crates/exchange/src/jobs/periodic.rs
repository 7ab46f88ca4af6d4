//! What happens again and again, each thing at its own interval. The table of schedules gives each
//! due time to one node; the job it becomes is tried again like any other, and writes down when it
//! ran and how many records it dealt with.

use super::names;
use crate::error::Result;
use crate::messages;
use crate::{Exchange, accounts, applications, moderation, vacancies};
use chrono::Months;
use sanviec_domain::access::Actor;
use sanviec_domain::time::Instant;
use sanviec_store::jobs::{JobRecord, NewJob};
use sanviec_store::schedules::{self, Schedule};
use serde_json::json;
use std::collections::HashMap;
use tracing::info;

/// Something that happens again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Periodic {
    /// The job's name, and the schedule's.
    pub name: &'static str,
    /// Seconds from one run to the next.
    pub every_seconds: i64,
}

const MINUTE: i64 = 60;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// Everything that happens again and again.
pub const ALL: [Periodic; 15] = [
    Periodic {
        name: names::WATCH_PARTNERSHIPS,
        every_seconds: HOUR,
    },
    Periodic {
        name: names::ESCALATE_JOINS,
        every_seconds: HOUR,
    },
    Periodic {
        name: names::TICK,
        every_seconds: MINUTE,
    },
    Periodic {
        name: names::SWEEP_SESSIONS,
        every_seconds: HOUR,
    },
    Periodic {
        name: names::SWEEP_FILES,
        every_seconds: HOUR,
    },
    Periodic {
        name: names::SWEEP_LIMITS,
        every_seconds: HOUR,
    },
    Periodic {
        name: names::SWEEP_JOBS,
        every_seconds: HOUR,
    },
    Periodic {
        name: names::PRUNE_MESSAGES,
        every_seconds: DAY,
    },
    Periodic {
        name: names::REMIND_OF_END,
        every_seconds: HOUR,
    },
    Periodic {
        name: names::CLOSE_UNTOUCHED,
        every_seconds: HOUR,
    },
    Periodic {
        name: names::ASK_RESULTS,
        every_seconds: DAY,
    },
    Periodic {
        name: names::FORGET_PROGRAMS,
        every_seconds: DAY,
    },
    Periodic {
        name: names::FORGET_BATCHES,
        every_seconds: DAY,
    },
    Periodic {
        name: names::FORGET_REPORTS,
        every_seconds: DAY,
    },
    Periodic {
        name: names::FORGET_APPLICATIONS,
        every_seconds: DAY,
    },
];

/// Whether a job is one of [`ALL`].
pub(super) fn is_periodic(name: &str) -> bool {
    ALL.iter().any(|periodic| periodic.name == name)
}

/// Puts what is due into the queue; answers with how many jobs that were. Schedules that are new, or
/// whose interval another version changed, are written down first. However many nodes ask, each due
/// time becomes one job.
pub async fn enqueue_due(exchange: &Exchange) -> Result<usize> {
    let (known, now) = (all(exchange).await?, exchange.now());
    let as_written = |periodic: &Periodic| known.get(periodic.name).is_some_and(|schedule| schedule.every_seconds == periodic.every_seconds);
    let is_due = |periodic: &Periodic| known.get(periodic.name).is_none_or(|schedule| schedule.is_due(now));
    // Mostly there is nothing: don't take the only writer of SQLite to find that out.
    if ALL.iter().all(|periodic| as_written(periodic) && !is_due(periodic)) {
        return Ok(0);
    }
    let unit = exchange.begin(&Actor::System).await?;
    for periodic in ALL.iter().filter(|periodic| !as_written(periodic)) {
        schedules::set(&unit, periodic.name, periodic.every_seconds).await?;
    }
    let due = schedules::due(&unit, &ALL.map(|periodic| periodic.name)).await?;
    let jobs = ALL.iter().filter(|periodic| due.iter().any(|name| name == periodic.name));
    for periodic in jobs {
        unit.enqueue(NewJob {
            name: periodic.name,
            // A run that takes longer than its interval isn't joined by a second one.
            key: Some(periodic.name.to_owned()),
            payload: json!({}),
            run_at: None,
            priority: 1,
            max_attempts: 3,
        });
    }
    unit.save().await?;
    Ok(due.len())
}

/// The schedules as they stand, by name.
async fn all(exchange: &Exchange) -> Result<HashMap<String, Schedule>> {
    let rows = schedules::all(exchange.store.reader()).await?;
    Ok(rows.into_iter().map(|schedule| (schedule.name.clone(), schedule)).collect())
}

/// The instant that lies `limits.retention_months` back: what ended or was written before it is over.
pub(crate) fn retention_ends(exchange: &Exchange) -> Instant {
    let months = Months::new(exchange.settings.retention_months);
    exchange.now().checked_sub_months(months).unwrap_or(Instant::MIN_UTC)
}

/// Does a job of [`ALL`] and ends it.
pub(super) async fn run(exchange: &Exchange, job: &JobRecord) -> Result<()> {
    let count = match job.name.as_str() {
        names::TICK => tick(exchange).await?,
        names::SWEEP_SESSIONS => {
            let unit = exchange.begin(&Actor::System).await?;
            let count = sanviec_store::sessions::sweep(&unit).await?;
            unit.save().await?;
            count
        }
        names::SWEEP_JOBS => {
            let unit = exchange.begin(&Actor::System).await?;
            let count = sanviec_store::jobs::sweep(&unit).await?;
            unit.save().await?;
            count
        }
        names::SWEEP_FILES => crate::files::sweep(exchange).await?,
        names::SWEEP_LIMITS => crate::limits::sweep(exchange).await?,
        names::PRUNE_MESSAGES => messages::prune(exchange).await?,
        names::ASK_RESULTS => vacancies::results::ask_due(exchange).await?,
        names::FORGET_PROGRAMS => crate::program::forget_due(exchange).await?,
        names::FORGET_BATCHES => crate::batches::forget_due(exchange).await?,
        names::REMIND_OF_END => vacancies::clock::remind_due(exchange).await?,
        names::CLOSE_UNTOUCHED => vacancies::clock::close_untouched(exchange).await?,
        names::WATCH_PARTNERSHIPS => {
            let (asked, lapsed) = crate::demands::keep_true(exchange).await?;
            crate::partnerships::clock::tick(exchange).await?
                + crate::agreements::end_those_over(exchange).await?
                + crate::events::finish_those_over(exchange).await?
                + crate::placements::settle_due(exchange).await?
                + crate::agreements::reviews::ask_due(exchange).await?
                + asked
                + lapsed
        }
        names::FORGET_REPORTS => moderation::reports::forget_due(exchange).await?,
        names::ESCALATE_JOINS => crate::organisations::joining::escalate_silent(exchange).await?,
        _ => applications::forget::forget_due(exchange).await? + crate::placements::personal::forget_due(exchange).await?,
    };
    let unit = exchange.begin(&Actor::System).await?;
    schedules::ran(&unit, &job.name, count).await?;
    sanviec_store::jobs::finish_in(&unit, job.id).await?;
    unit.save().await?;
    Ok(())
}

/// What the clock brings from one minute to the next.
async fn tick(exchange: &Exchange) -> Result<u64> {
    let expired = vacancies::clock::expire_due(exchange).await?;
    let lapsed = applications::answer::lapse_due(exchange).await?;
    let reminded = applications::answer::remind_due(exchange).await?;
    moderation::lapse_claims(exchange).await?;
    let codes = accounts::codes::sweep(exchange).await? + accounts::links::sweep(exchange).await?;
    if expired + lapsed + reminded > 0 {
        info!(expired, lapsed, reminded, "the clock moved records on");
    }
    Ok((expired + lapsed + reminded) as u64 + codes)
}
