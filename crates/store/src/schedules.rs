//! Schedules: what happens again and again, as rows.

use crate::error::Result;
use crate::tables::schedule::{self, Column};
use crate::unit::Unit;
use chrono::TimeDelta;
use sanviec_domain::time::Instant;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

/// How long something may be due before somebody is told.
const LATE: TimeDelta = TimeDelta::minutes(10);

/// A schedule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// Its name: a job's.
    pub name: String,
    /// Seconds from one run to the next.
    pub every_seconds: i64,
    /// When it is due next.
    pub next_run: Instant,
    /// When it last ran to its end.
    pub last_run: Option<Instant>,
    /// How many records it dealt with then.
    pub last_count: Option<u64>,
}

/// Makes a schedule, due at once, or gives one another interval and leaves its next run as it is.
pub async fn set(unit: &Unit, name: &str, every_seconds: i64) -> Result<()> {
    let row = schedule::Model {
        name: name.to_owned(),
        every_seconds,
        next_run: unit.now(),
        last_run: None,
        last_count: None,
    };
    schedule::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::column(Column::Name).update_column(Column::EverySeconds).to_owned())
        .exec_without_returning(unit.conn())
        .await?;
    Ok(())
}

/// All schedules, by name.
pub async fn all(conn: &impl ConnectionTrait) -> Result<Vec<Schedule>> {
    let rows = schedule::Entity::find().order_by_asc(Column::Name).all(conn).await?;
    Ok(rows
        .into_iter()
        .map(|row| Schedule {
            name: row.name,
            every_seconds: row.every_seconds,
            next_run: row.next_run,
            last_run: row.last_run,
            last_count: row.last_count.map(i64::unsigned_abs),
        })
        .collect())
}

/// The next run after `now`, in step with the earlier ones; runs that were missed are not made up.
fn next_after(last: Instant, every: TimeDelta, now: Instant) -> Instant {
    let every = every.max(TimeDelta::seconds(1));
    let missed = (now - last).num_seconds() / every.num_seconds();
    last + every * i32::try_from(missed + 1).unwrap_or(i32::MAX)
}

/// Whether a schedule is to run now. One that waits longer than its own interval is, too: the clock
/// was set back.
fn is_due(every_seconds: i64, next_run: Instant, now: Instant) -> bool {
    next_run <= now || next_run - now > TimeDelta::seconds(every_seconds.max(1))
}

impl Schedule {
    /// Whether it is to run now.
    pub fn is_due(&self, now: Instant) -> bool {
        is_due(self.every_seconds, self.next_run, now)
    }

    /// Whether nobody has asked for it for so long that nobody may be there.
    pub fn is_late(&self, now: Instant) -> bool {
        now - self.next_run > LATE
    }
}

/// Those of the named schedules that are due, each moved on to its next run. Two nodes that ask at
/// once don't both get one: moving it on is conditional on where it stood. A node asks only for what
/// it knows how to do, so that an older one leaves a newer one's alone.
pub async fn due(unit: &Unit, names: &[&str]) -> Result<Vec<String>> {
    let rows = schedule::Entity::find()
        .filter(Column::Name.is_in(names.iter().copied()))
        .order_by_asc(Column::NextRun)
        .order_by_asc(Column::Name)
        .all(unit.conn())
        .await?;
    let mut due = Vec::new();
    for row in rows.into_iter().filter(|row| is_due(row.every_seconds, row.next_run, unit.now())) {
        let every = TimeDelta::seconds(row.every_seconds);
        let next = next_after(row.next_run.min(unit.now()), every, unit.now());
        let done = schedule::Entity::update_many()
            .col_expr(Column::NextRun, Expr::val(next))
            .filter(Column::Name.eq(row.name.as_str()))
            .filter(Column::NextRun.eq(row.next_run))
            .exec(unit.conn())
            .await?;
        if done.rows_affected == 1 {
            due.push(row.name);
        }
    }
    Ok(due)
}

/// Writes down that a schedule ran to its end and dealt with so many records.
pub async fn ran(unit: &Unit, name: &str, count: u64) -> Result<()> {
    schedule::Entity::update_many()
        .col_expr(Column::LastRun, Expr::val(unit.now()))
        .col_expr(Column::LastCount, Expr::val(count.cast_signed()))
        .filter(Column::Name.eq(name))
        .exec(unit.conn())
        .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_was_set_back_does_not_stop_a_schedule() {
        let (now, hour) = (Instant::UNIX_EPOCH, TimeDelta::hours(1));
        assert!(is_due(3_600, now, now));
        assert!(!is_due(3_600, now + TimeDelta::seconds(1), now));
        assert!(!is_due(3_600, now + hour, now), "it has just run");
        assert!(is_due(3_600, now + hour * 2, now), "the clock is back where it was");
    }

    #[test]
    fn missed_runs_are_skipped_and_the_step_is_kept() {
        let start = Instant::UNIX_EPOCH;
        let hour = TimeDelta::hours(1);
        assert_eq!(next_after(start, hour, start), start + hour);
        assert_eq!(next_after(start, hour, start + hour), start + hour * 2);
        assert_eq!(next_after(start, hour, start + TimeDelta::minutes(330)), start + hour * 6);
    }
}
