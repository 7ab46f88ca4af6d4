//! How the centre's promise was kept, counted in the database.

use crate::convert::{corrupt, word};
use crate::error::Result;
use sanviec_domain::moderation::{CaseKind, CaseState, Outcome};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ConnectionTrait, Statement};
use std::collections::BTreeMap;

/// Decisions of one outcome.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decided {
    /// How many.
    pub count: u64,
    /// How many of them by the time that was promised.
    pub in_time: u64,
}

/// The kinds whose senders were promised a time: reports and appeals have clocks of their own.
const PROMISED: [CaseKind; 3] = [CaseKind::Vacancy, CaseKind::Revision, CaseKind::Organisation];

/// Decisions by period and outcome. `begins` are the periods' first instants, the latest period first;
/// what was decided before the last of them is left out. Withdrawn cases are no decisions.
pub async fn by_period(conn: &impl ConnectionTrait, begins: &[Instant]) -> Result<Vec<BTreeMap<Outcome, Decided>>> {
    let mut periods = vec![BTreeMap::new(); begins.len()];
    let Some(first) = begins.len().checked_sub(1) else { return Ok(periods) };
    let buckets: Vec<String> = (0..begins.len()).map(|at| format!("WHEN decided_at >= ${} THEN {at}", at + 1)).collect();
    let quoted = |words: &[&str]| words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ");
    let kinds = quoted(&PROMISED.map(CaseKind::key));
    let outcomes = quoted(&[Outcome::Approved, Outcome::Returned, Outcome::Rejected].map(Outcome::key));
    let sql = format!(
        "SELECT CAST(bucket AS BIGINT), outcome, COUNT(*), CAST(SUM(in_time) AS BIGINT) FROM ( \
         SELECT CASE {} END AS bucket, outcome, CASE WHEN decided_at <= due_at THEN 1 ELSE 0 END AS in_time FROM moderation_case \
         WHERE state = '{}' AND kind IN ({kinds}) AND outcome IN ({outcomes}) AND decided_at >= ${}) AS decided GROUP BY bucket, outcome",
        buckets.join(" "),
        CaseState::Decided.key(),
        first + 1,
    );
    let values: Vec<sea_orm::Value> = begins.iter().map(|begin| (*begin).into()).collect();
    for row in conn.query_all_raw(Statement::from_sql_and_values(conn.get_database_backend(), sql, values)).await? {
        let (bucket, outcome): (i64, String) = (row.try_get_by_index(0)?, row.try_get_by_index(1)?);
        let (count, in_time): (i64, i64) = (row.try_get_by_index(2)?, row.try_get_by_index(3)?);
        let period = usize::try_from(bucket).ok().and_then(|at| periods.get_mut(at));
        let period = period.ok_or_else(|| corrupt("moderation_case", "a decision of no period"))?;
        let decided = Decided {
            count: count.unsigned_abs(),
            in_time: in_time.unsigned_abs(),
        };
        period.insert(word("moderation_case", &outcome)?, decided);
    }
    Ok(periods)
}
