//! Which vacancies may be nearly the same text: each stands under some numbers, and those that share
//! one are likely pairs (`sanviec_domain::moderation::likeness`).

use crate::convert::CHUNK;
use crate::error::Result;
use crate::tables::vacancy_band::{self, Column};
use crate::unit::Unit;
use crate::vacancies::VacancyRecord;
use sanviec_domain::ids::VacancyId;
use sanviec_domain::moderation::likeness::Likeness;
use sanviec_domain::vacancy::VacancyState;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel, QueryFilter, QuerySelect, Statement};
use std::collections::BTreeSet;

/// How many rows are looked at. A text that whole factories share stands under few numbers with many
/// rows: some of them are enough to say that it is no new one.
const LOOKED_AT: u32 = 2_000;

#[derive(FromQueryResult)]
struct Row {
    vacancy: uuid::Uuid,
}

/// The numbers of a vacancy's text. A draft is nobody's business yet and stands nowhere.
fn bands(vacancy: &VacancyRecord) -> BTreeSet<i64> {
    if vacancy.state == VacancyState::Draft {
        return BTreeSet::new();
    }
    Likeness::of(&vacancy.content).map(|likeness| likeness.bands()).into_iter().flatten().collect()
}

/// Puts a vacancy that was written anew under the numbers of its text. Most changes are of its state
/// alone and leave the numbers as they are.
pub(crate) async fn put(unit: &Unit, vacancy: &VacancyRecord) -> Result<()> {
    let own = || Column::Vacancy.eq(vacancy.id.0);
    let known = vacancy_band::Entity::find().select_only().column(Column::Bucket).filter(own());
    let known: Vec<i64> = known.into_tuple().all(unit.conn()).await?;
    if known.into_iter().collect::<BTreeSet<_>>() == bands(vacancy) {
        return Ok(());
    }
    vacancy_band::Entity::delete_many().filter(own()).exec(unit.conn()).await?;
    insert(unit, std::slice::from_ref(vacancy)).await
}

/// Puts new vacancies under the numbers of their texts.
pub(crate) async fn insert(unit: &Unit, vacancies: &[VacancyRecord]) -> Result<()> {
    let of = |vacancy: &VacancyRecord| {
        let vacancy_id = vacancy.id.0;
        bands(vacancy).into_iter().map(move |bucket| vacancy_band::Model { bucket, vacancy: vacancy_id })
    };
    let rows: Vec<vacancy_band::Model> = vacancies.iter().flat_map(of).collect();
    for part in rows.chunks(CHUNK) {
        let rows = part.iter().cloned().map(IntoActiveModel::into_active_model);
        vacancy_band::Entity::insert_many(rows).exec_without_returning(unit.conn()).await?;
    }
    Ok(())
}

/// The likeliest others, those with the most numbers in common first.
pub async fn likely(conn: &impl ConnectionTrait, bands: &[i64], but: VacancyId, most: u32) -> Result<Vec<VacancyId>> {
    if bands.is_empty() {
        return Ok(Vec::new());
    }
    let marks: Vec<String> = (2..bands.len() + 2).map(|at| format!("${at}")).collect();
    let sql = format!(
        "SELECT vacancy FROM (SELECT vacancy FROM vacancy_band WHERE bucket IN ({}) AND vacancy <> $1 LIMIT {LOOKED_AT}) AS likely \
         GROUP BY vacancy ORDER BY COUNT(*) DESC, vacancy LIMIT {most}",
        marks.join(", ")
    );
    let values: Vec<sea_orm::Value> = std::iter::once(but.0.into()).chain(bands.iter().map(|bucket| (*bucket).into())).collect();
    let statement = Statement::from_sql_and_values(conn.get_database_backend(), sql, values);
    let rows = Row::find_by_statement(statement).all(conn).await?;
    Ok(rows.into_iter().map(|row| VacancyId(row.vacancy)).collect())
}
