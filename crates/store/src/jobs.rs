//! The job queue: what follows from a unit of work and may take its time, or fail and be tried
//! again.
//!
//! A job is claimed with a lease. A worker that dies lets its lease run out, and the job is claimed
//! again; a job that kills its workers is dead after its last attempt. A job can therefore run more
//! than once. Its effect on the database does not: [`finish_in`] ends it in the same unit of work,
//! and refuses where somebody else has ended it meanwhile.

use crate::convert::{CHUNK, corrupt, json, records, to_json};
use crate::database::{Database, Engine};
use crate::error::{Result, StoreError};
use crate::tables::job::{self, Column};
use crate::unit::Unit;
use crate::updates::met;
use crate::words::words;
use chrono::TimeDelta;
use sanviec_domain::ids::JobId;
use sanviec_domain::time::Instant;
use sea_orm::sea_query::{Expr, OnConflict, Value};
use sea_orm::{ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Statement};
use std::fmt::Write;

const TABLE: &str = "job";

words! {
    /// Where a job stands.
    JobState {
        /// It waits for its time and a worker.
        Ready = "ready",
        /// A worker has it.
        Running = "running",
        /// It is done; kept for seven days.
        Done = "done",
        /// It is given up; an administrator may try it again.
        Dead = "dead",
    }
}

/// How long done jobs are kept.
pub const KEEP_DONE: TimeDelta = TimeDelta::days(7);

/// A job to be added by [`Unit::enqueue`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewJob {
    /// Which behaviour.
    pub name: &'static str,
    /// While a job with this key is unfinished (waiting or running) no second one is added. Name the
    /// effect ("mail 0195…"), so that the job that runs already is as good as the one left out.
    pub key: Option<String>,
    /// What it needs to know.
    pub payload: serde_json::Value,
    /// Not before; `None` means at once.
    pub run_at: Option<Instant>,
    /// Higher comes first.
    pub priority: i16,
    /// How often it is tried.
    pub max_attempts: i16,
}

/// A job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JobRecord {
    /// Its id.
    pub id: JobId,
    /// Which behaviour.
    pub name: String,
    /// See [`NewJob::key`].
    pub key: Option<String>,
    /// What it needs to know.
    pub payload: serde_json::Value,
    /// Where it stands.
    pub state: JobState,
    /// Higher comes first.
    pub priority: i16,
    /// Not before.
    pub run_at: Instant,
    /// How often it was claimed, this time included.
    pub attempts: i16,
    /// How often it is tried.
    pub max_attempts: i16,
    /// The worker that has or had it.
    pub worker: Option<String>,
    /// Until when.
    pub leased_until: Option<Instant>,
    /// What went wrong the last time.
    pub last_error: Option<String>,
    /// When it was added.
    pub created_at: Instant,
    /// When it was done or given up.
    pub finished_at: Option<Instant>,
}

/// How many jobs there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct JobCounts {
    /// Waiting, due or not.
    pub ready: u64,
    /// With a worker.
    pub running: u64,
    /// Given up.
    pub dead: u64,
    /// Done within the last seven days.
    pub done: u64,
}

fn state(key: &str) -> Result<JobState> {
    JobState::from_key(key).ok_or_else(|| corrupt(TABLE, key))
}

fn record(row: job::Model) -> Result<JobRecord> {
    Ok(JobRecord {
        id: JobId(row.id),
        name: row.name,
        key: row.key,
        payload: json(TABLE, &row.payload)?,
        state: state(&row.state)?,
        priority: row.priority,
        run_at: row.run_at,
        attempts: row.attempts,
        max_attempts: row.max_attempts,
        worker: row.worker,
        leased_until: row.leased_until,
        last_error: row.last_error,
        created_at: row.created_at,
        finished_at: row.finished_at,
    })
}

/// Writes the jobs of a unit of work; answers with how many were new.
pub(crate) async fn add(unit: &Unit, jobs: Vec<NewJob>) -> Result<usize> {
    let mut added = 0;
    for part in jobs.chunks(CHUNK) {
        let rows = part
            .iter()
            .map(|job| {
                let row = job::Model {
                    id: unit.uuid(),
                    name: job.name.to_owned(),
                    key: job.key.clone(),
                    payload: to_json(&job.payload)?,
                    state: JobState::Ready.key().to_owned(),
                    priority: job.priority,
                    run_at: job.run_at.unwrap_or(unit.now()),
                    attempts: 0,
                    max_attempts: job.max_attempts,
                    worker: None,
                    leased_until: None,
                    last_error: None,
                    created_at: unit.now(),
                    finished_at: None,
                };
                Ok(row.into_active_model())
            })
            .collect::<Result<Vec<_>>>()?;
        // The only thing it can collide with is the partial unique index on the keys of unfinished jobs.
        added += job::Entity::insert_many(rows)
            .on_conflict(OnConflict::new().do_nothing().to_owned())
            .exec_without_returning(unit.conn())
            .await? as usize;
    }
    Ok(added)
}

/// Claims up to `limit` jobs that are due, highest priority first, then longest due: waiting ones and
/// running ones whose lease is over. `names` narrows to certain behaviours. No job is given to two
/// workers while its lease holds.
pub async fn claim(database: &Database, names: Option<&[&str]>, worker: &str, now: Instant, lease: TimeDelta, limit: u64) -> Result<Vec<JobRecord>> {
    let mut due = String::from("state IN ('ready', 'running') AND ((state = 'ready' AND run_at <= $1) OR (state = 'running' AND leased_until <= $1))");
    let mut values: Vec<Value> = vec![now.into()];
    if let Some(names) = names {
        let first = values.len() + 1;
        let list: Vec<String> = (first..first + names.len()).map(|number| format!("${number}")).collect();
        write!(due, " AND name IN ({})", list.join(", ")).map_err(|error| corrupt(TABLE, error))?;
        values.extend(names.iter().map(|name| Value::from(*name)));
    }
    // Mostly there is nothing: don't take the only writer of SQLite to find that out.
    let backend = database.reader().get_database_backend();
    let look = Statement::from_sql_and_values(backend, format!("SELECT 1 FROM job WHERE {due} LIMIT 1"), values.clone());
    if limit == 0 || database.reader().query_one_raw(look).await?.is_none() {
        return Ok(Vec::new());
    }

    let transaction = database.begin_write().await?;
    bury_killers(&transaction, now).await?;
    let skip = match database.engine() {
        Engine::Postgres => " FOR UPDATE SKIP LOCKED",
        Engine::Sqlite => "",
    };
    let next = values.len() + 1;
    // MATERIALIZED: a plan may otherwise run a locking subquery more than once and claim too much.
    let sql = format!(
        "WITH due AS MATERIALIZED (SELECT id FROM job WHERE {due} ORDER BY priority DESC, run_at, id LIMIT ${next}{skip}) \
         UPDATE job SET state = 'running', attempts = attempts + 1, worker = ${}, leased_until = ${} WHERE id IN (SELECT id FROM due) RETURNING *",
        next + 1,
        next + 2
    );
    values.extend([Value::from(limit.cast_signed()), worker.into(), (now + lease).into()]);
    let rows = transaction.query_all_raw(Statement::from_sql_and_values(backend, sql, values)).await?;
    let mut claimed = rows.iter().map(|row| record(job::Model::from_query_result(row, "")?)).collect::<Result<Vec<_>>>()?;
    transaction.commit().await?;
    // RETURNING keeps no order.
    claimed.sort_by(|a, b| b.priority.cmp(&a.priority).then(a.run_at.cmp(&b.run_at)).then(a.id.cmp(&b.id)));
    Ok(claimed)
}

/// Running jobs whose lease is over and whose attempts are used up: they take their workers with them.
async fn bury_killers(conn: &impl ConnectionTrait, now: Instant) -> Result<()> {
    let sql = "UPDATE job SET state = 'dead', finished_at = $1, leased_until = NULL, last_error = 'the worker did not come back' \
               WHERE state IN ('ready', 'running') AND state = 'running' AND leased_until <= $1 AND attempts >= max_attempts";
    conn.execute_raw(Statement::from_sql_and_values(conn.get_database_backend(), sql, [now.into()])).await?;
    Ok(())
}

async fn end(conn: &impl ConnectionTrait, id: JobId, now: Instant) -> Result<()> {
    let done = job::Entity::update_many()
        .col_expr(Column::State, JobState::Done.key().into())
        .col_expr(Column::LeasedUntil, Expr::val(Option::<Instant>::None))
        .col_expr(Column::FinishedAt, Expr::val(now))
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.eq(JobState::Running.key()))
        .exec(conn)
        .await?;
    met(done.rows_affected)
}

/// Ends a job together with its effect. [`StoreError::Conflict`] where the job is no longer running
/// (its lease was over and another worker has ended it): drop the unit, and the effect with it.
pub async fn finish_in(unit: &Unit, id: JobId) -> Result<()> {
    end(unit.conn(), id, unit.now()).await
}

/// Ends a job that has no effect on the database. [`StoreError::Conflict`] as for [`finish_in`].
pub async fn finish(database: &Database, id: JobId, now: Instant) -> Result<()> {
    end(database.writer(), id, now).await
}

/// A run failed: the job is tried again at `retry`, or given up where that is `None` or its attempts
/// are used up. Answers with the state it is in. Nothing happens to a job that isn't running.
pub async fn fail(database: &Database, id: JobId, error: &str, now: Instant, retry: Option<Instant>) -> Result<JobState> {
    let transaction = database.begin_write().await?;
    let Some(row) = job::Entity::find_by_id(id.0).one(&transaction).await? else {
        return Err(StoreError::Conflict);
    };
    if row.state != JobState::Running.key() {
        return state(&row.state);
    }
    let retry = retry.filter(|_| row.attempts < row.max_attempts);
    let next = if retry.is_some() { JobState::Ready } else { JobState::Dead };
    let mut change = job::ActiveModel {
        state: ActiveValue::Set(next.key().to_owned()),
        leased_until: ActiveValue::Set(None),
        last_error: ActiveValue::Set(Some(error.to_owned())),
        ..Default::default()
    };
    match retry {
        Some(at) => change.run_at = ActiveValue::Set(at),
        None => change.finished_at = ActiveValue::Set(Some(now)),
    }
    job::Entity::update_many()
        .set(change)
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.eq(JobState::Running.key()))
        .exec(&transaction)
        .await?;
    transaction.commit().await?;
    Ok(next)
}

/// How long to wait after so many attempts: 15 seconds, doubled each time, at most 6 hours.
pub fn backoff(attempts: i16) -> TimeDelta {
    let doublings = u32::from(attempts.max(1).unsigned_abs() - 1).min(20);
    TimeDelta::seconds(15 << doublings).min(TimeDelta::hours(6))
}

/// Tries a job again that was given up, at once and with all its attempts.
/// [`StoreError::Conflict`] where it isn't dead; [`StoreError::Taken`] where one with the same key is
/// unfinished.
pub async fn retry_dead(unit: &Unit, id: JobId) -> Result<()> {
    let change = job::ActiveModel {
        state: ActiveValue::Set(JobState::Ready.key().to_owned()),
        run_at: ActiveValue::Set(unit.now()),
        attempts: ActiveValue::Set(0),
        worker: ActiveValue::Set(None),
        finished_at: ActiveValue::Set(None),
        ..Default::default()
    };
    let done = job::Entity::update_many()
        .set(change)
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.eq(JobState::Dead.key()))
        .exec(unit.conn())
        .await?;
    met(done.rows_affected)
}

/// Deletes the jobs that were done more than seven days ago; answers with how many.
pub async fn sweep(unit: &Unit) -> Result<u64> {
    let query = job::Entity::delete_many()
        .filter(Column::State.eq(JobState::Done.key()))
        .filter(Column::FinishedAt.lt(unit.now() - KEEP_DONE));
    Ok(query.exec(unit.conn()).await?.rows_affected)
}

/// The job of an id.
pub async fn find(conn: &impl ConnectionTrait, id: JobId) -> Result<Option<JobRecord>> {
    job::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// How many jobs are in each state.
pub async fn counts(conn: &impl ConnectionTrait) -> Result<JobCounts> {
    let query = job::Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "count")
        .group_by(Column::State);
    let rows: Vec<(String, i64)> = query.into_tuple().all(conn).await?;
    let mut counts = JobCounts::default();
    for (key, count) in rows {
        let place = match state(&key)? {
            JobState::Ready => &mut counts.ready,
            JobState::Running => &mut counts.running,
            JobState::Done => &mut counts.done,
            JobState::Dead => &mut counts.dead,
        };
        *place = count.unsigned_abs();
    }
    Ok(counts)
}

/// The jobs in a state, newest first.
pub async fn list(conn: &impl ConnectionTrait, state: JobState, limit: u64) -> Result<Vec<JobRecord>> {
    // Written out and not bound, for the partial index on the dead ones.
    records(
        job::Entity::find()
            .filter(Expr::cust(format!("state = '{}'", state.key())))
            .order_by_desc(Column::Id)
            .limit(limit)
            .all(conn)
            .await?,
        record,
    )
}

/// Every job that waits or runs, in the order they will be claimed. For tests and a clean shutdown.
pub async fn unfinished(conn: &impl ConnectionTrait) -> Result<Vec<JobRecord>> {
    let query = job::Entity::find().filter(Expr::cust("state IN ('ready', 'running')"));
    records(
        query.order_by_desc(Column::Priority).order_by_asc(Column::RunAt).order_by_asc(Column::Id).all(conn).await?,
        record,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_doubles_up_to_six_hours() {
        let seconds: Vec<i64> = [0, 1, 2, 3, 4, 11, 12, i16::MAX].into_iter().map(|attempts| backoff(attempts).num_seconds()).collect();
        assert_eq!(seconds, [15, 15, 30, 60, 120, 15_360, 21_600, 21_600]);
    }
}
