//! Of which vacancies the employer is to be reminded that they end, and was.

use crate::error::Result;
use crate::tables::vacancy_reminder::{self, Column};
use crate::tables::{vacancy, vacancy_reminder as reminder};
use crate::unit::Unit;
use crate::vacancies::{self, VacancyRecord};
use chrono::NaiveDate;
use sanviec_domain::ids::VacancyId;
use sanviec_domain::vacancy::VacancyState;
use sanviec_domain::vacancy::life::Reminder;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use std::ops::RangeInclusive;

/// Published vacancies whose deadline lies within these days and of which the employer was not reminded,
/// the first to end first.
pub async fn due(conn: &impl ConnectionTrait, kind: Reminder, deadlines: RangeInclusive<NaiveDate>, limit: u64) -> Result<Vec<VacancyRecord>> {
    let same = |own: Column, theirs: vacancy::Column| Expr::col((reminder::Entity, own)).equals((vacancy::Entity, theirs));
    let reminded = Query::select()
        .expr(Expr::val(1))
        .from(reminder::Entity)
        .and_where(same(Column::Vacancy, vacancy::Column::Id))
        .and_where(same(Column::Deadline, vacancy::Column::Deadline))
        .and_where(Expr::col((reminder::Entity, Column::Kind)).eq(kind.key()))
        .take();
    let ids: Vec<uuid::Uuid> = vacancy::Entity::find()
        .select_only()
        .column(vacancy::Column::Id)
        .filter(vacancy::Column::State.eq(VacancyState::Published.key()))
        .filter(vacancy::Column::Deadline.between(*deadlines.start(), *deadlines.end()))
        .filter(Expr::exists(reminded).not())
        .order_by_asc(vacancy::Column::Deadline)
        .order_by_asc(vacancy::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(conn)
        .await?;
    vacancies::many(conn, &ids.into_iter().map(VacancyId).collect::<Vec<_>>()).await
}

/// Writes down that the employer was reminded of a deadline, or needs no reminding of it.
pub async fn put(unit: &Unit, vacancy: VacancyId, kind: Reminder, deadline: NaiveDate) -> Result<()> {
    let row = vacancy_reminder::Model {
        vacancy: vacancy.0,
        kind: kind.key().to_owned(),
        deadline,
        at: unit.now(),
    };
    vacancy_reminder::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}
