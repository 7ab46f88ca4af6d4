//! `/qt`: how the system stands.

use crate::{Chrome, format};
use askama::Template;
use sanviec_domain::ids::JobId;
use sanviec_domain::time::Instant;

/// A job that failed too often and waits for somebody.
#[derive(Clone, Debug)]
pub struct DeadJob {
    /// The job.
    pub id: JobId,
    /// Its name: "message.send".
    pub name: String,
    /// How often it was tried.
    pub attempts: i64,
    /// What went wrong last.
    pub error: String,
    /// When it was made.
    pub at: Instant,
}

/// What happens again and again.
#[derive(Clone, Debug)]
pub struct ScheduleRow {
    /// Its job's name: "session.sweep".
    pub name: String,
    /// When it last ran to its end, and how many records it dealt with.
    pub last: Option<(Instant, u64)>,
    /// When it is due.
    pub next: Instant,
    /// Whether nobody has come for it.
    pub late: bool,
}

/// How many jobs are in which state.
#[derive(Clone, Copy, Debug, Default)]
pub struct JobCounts {
    /// Waiting.
    pub ready: u64,
    /// Being done.
    pub running: u64,
    /// Given up.
    pub dead: u64,
}

/// How many messages are in which state.
#[derive(Clone, Copy, Debug, Default)]
pub struct MessageCounts {
    /// Not sent yet.
    pub queued: u64,
    /// Sent.
    pub sent: u64,
    /// Given up.
    pub failed: u64,
}

/// `/qt/he-thong`. A dead job is tried again by `POST /qt/cong-viec/{id}/thu-lai`.
#[derive(Template)]
#[template(path = "admin/system.html")]
pub struct AdminSystemPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The program's version.
    pub version: &'a str,
    /// "SQLite", "PostgreSQL".
    pub engine: &'a str,
    /// The database's size in bytes, where it is known.
    pub size: Option<u64>,
    /// Vacancies in the index.
    pub documents: u64,
    /// The last change of the feed that is in the index.
    pub applied: i64,
    /// The last change of the feed.
    pub last_change: i64,
    /// The jobs.
    pub jobs: JobCounts,
    /// Those given up, the newest first.
    pub dead: &'a [DeadJob],
    /// The messages.
    pub messages: MessageCounts,
    /// What happens again and again.
    pub schedules: &'a [ScheduleRow],
}

crate::html_pages!(AdminSystemPage);

impl AdminSystemPage<'_> {
    fn n(&self, value: u64) -> String {
        format::number(i64::try_from(value).unwrap_or(i64::MAX), self.chrome.locale)
    }

    fn behind(&self) -> i64 {
        (self.last_change - self.applied).max(0)
    }

    fn size_text(&self) -> Option<String> {
        const UNITS: [&str; 4] = ["KB", "MB", "GB", "TB"];
        let size = self.size?;
        let (mut tenths, mut unit) = (size.saturating_mul(10) / 1024, 0);
        while tenths >= 10_240 && unit + 1 < UNITS.len() {
            tenths /= 1024;
            unit += 1;
        }
        let point = if self.chrome.locale == sanviec_domain::language::Locale::Vi { ',' } else { '.' };
        Some(if tenths >= 1_000 || tenths % 10 == 0 {
            format!("{} {}", self.n(tenths / 10), UNITS[unit])
        } else {
            format!("{}{point}{} {}", tenths / 10, tenths % 10, UNITS[unit])
        })
    }

    fn seq(&self, number: &i64) -> String {
        format::number(*number, self.chrome.locale)
    }

    fn behind_text(&self) -> String {
        format::number(self.behind(), self.chrome.locale)
    }

    /// What a schedule does, in words; its name where another version knows more of them.
    fn schedule_text<'t>(&'t self, row: &'t ScheduleRow) -> &'t str {
        let t = self.chrome.t;
        match row.name.as_str() {
            "clock.tick" => t.get("schedule-tick"),
            "session.sweep" => t.get("schedule-sessions"),
            "limit.sweep" => t.get("schedule-limits"),
            "job.sweep" => t.get("schedule-jobs"),
            "message.prune" => t.get("schedule-messages"),
            "application.forget" => t.get("schedule-applications"),
            other => other,
        }
    }

    /// Whether nothing waits for a person.
    fn is_well(&self) -> bool {
        let in_time = self.schedules.iter().all(|row| !row.late);
        // An index that is ahead of its database has to be built anew.
        in_time && self.applied <= self.last_change && self.jobs.dead == 0 && self.messages.failed == 0 && self.behind() < 1_000
    }
}
