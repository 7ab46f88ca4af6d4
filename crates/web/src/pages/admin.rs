//! `/qt`: how the system stands.

pub mod accounts;
pub mod announcements;
pub mod branches;
pub mod lists;
pub mod merge;

use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_exchange::system;
use sanviec_render::Area;
use sanviec_render::pages::{AdminSystemPage, DeadJob, JobCounts, MessageCounts, ScheduleRow};

/// The system page.
pub async fn get(visit: Visit) -> Answer {
    let state = system::state(&visit.app.exchange, &visit.actor).await?;
    let dead: Vec<DeadJob> = state
        .dead
        .into_iter()
        .map(|job| DeadJob {
            id: job.id,
            name: job.name,
            attempts: job.attempts.into(),
            error: job.last_error.unwrap_or_default(),
            at: job.created_at,
        })
        .collect();
    let now = visit.app.exchange.now();
    let schedules: Vec<ScheduleRow> = state
        .schedules
        .into_iter()
        .map(|schedule| ScheduleRow {
            late: schedule.is_late(now),
            last: schedule.last_run.zip(schedule.last_count),
            next: schedule.next_run,
            name: schedule.name,
        })
        .collect();
    let chrome = visit.chrome(Area::Admin);
    let page = AdminSystemPage {
        chrome: &chrome,
        version: env!("CARGO_PKG_VERSION"),
        engine: state.engine,
        size: state.size,
        documents: state.documents,
        applied: state.applied,
        last_change: state.last_change,
        jobs: JobCounts {
            ready: state.jobs.ready,
            running: state.jobs.running,
            dead: state.jobs.dead,
        },
        dead: &dead,
        messages: MessageCounts {
            queued: state.messages.queued,
            sent: state.messages.sent,
            failed: state.messages.failed,
        },
        schedules: &schedules,
    };
    html(page.render())
}

/// Puts a dead job back into the queue.
pub async fn retry(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = id.parse().map_err(|_| Problem::not_found())?;
    if system::retry(&visit.app.exchange, &visit.actor, id).await? {
        visit.say("flash-done").await?;
    } else {
        visit.warn("flash-nothing-to-send").await?;
    }
    Ok(go("/qt/he-thong"))
}
