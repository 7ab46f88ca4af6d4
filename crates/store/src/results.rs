//! What came of vacancies: about which is asked, and what was answered.

use crate::error::Result;
use crate::tables::vacancy;
use crate::tables::vacancy_result::{self as result, Column};
use crate::unit::Unit;
use crate::vacancies::{self, VacancyRecord};
use sanviec_domain::ids::{OrganisationId, VacancyId};
use sanviec_domain::time::Instant;
use sanviec_domain::vacancy::result::RecruitmentResult;
use sanviec_domain::vacancy::{ClosedReason, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};
use std::ops::Range;

/// Vacancies that were published within these instants and about which nobody has been asked yet, those of
/// one employer after another.
pub async fn to_ask(conn: &impl ConnectionTrait, published: Range<Instant>, limit: u64) -> Result<Vec<(VacancyId, OrganisationId)>> {
    let asked = Query::select()
        .expr(Expr::val(1))
        .from(result::Entity)
        .and_where(Expr::col((result::Entity, Column::Vacancy)).equals((vacancy::Entity, vacancy::Column::Id)))
        .take();
    // Not about what the centre took down.
    let by_employer = Condition::any()
        .add(vacancy::Column::ClosedReason.is_null())
        .add(vacancy::Column::ClosedReason.ne(ClosedReason::ByCentre.key()));
    let states = [VacancyState::Published, VacancyState::Paused, VacancyState::Expired, VacancyState::Closed];
    let rows: Vec<(uuid::Uuid, uuid::Uuid)> = vacancy::Entity::find()
        .select_only()
        .column(vacancy::Column::Id)
        .column(vacancy::Column::Employer)
        .filter(vacancy::Column::PublishedAt.gte(published.start))
        .filter(vacancy::Column::PublishedAt.lt(published.end))
        .filter(vacancy::Column::State.is_in(states.map(Vocabulary::key)))
        .filter(by_employer)
        .filter(Expr::exists(asked).not())
        .order_by_asc(vacancy::Column::Employer)
        .order_by_asc(vacancy::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|(id, employer)| (VacancyId(id), OrganisationId(employer))).collect())
}

/// Writes down that it is asked about a vacancy, unless it was.
pub async fn ask(unit: &Unit, vacancy: VacancyId, employer: OrganisationId) -> Result<()> {
    let row = result::Model {
        vacancy: vacancy.0,
        employer: employer.0,
        asked_at: unit.now(),
        hired: None,
        here: None,
        answered_by: None,
        answered_at: None,
    };
    let nothing = OnConflict::column(Column::Vacancy).do_nothing().to_owned();
    result::Entity::insert(row.into_active_model())
        .on_conflict(nothing)
        .exec_without_returning(unit.conn())
        .await?;
    Ok(())
}

fn open(employer: OrganisationId) -> sea_orm::Select<result::Entity> {
    result::Entity::find().filter(Column::Employer.eq(employer.0)).filter(Column::AnsweredAt.is_null())
}

/// The vacancies about which an employer is asked, the longest asked first.
pub async fn open_of(conn: &impl ConnectionTrait, employer: OrganisationId, limit: u64) -> Result<Vec<VacancyRecord>> {
    let query = open(employer)
        .select_only()
        .column(Column::Vacancy)
        .order_by_asc(Column::AskedAt)
        .order_by_asc(Column::Vacancy);
    let ids: Vec<uuid::Uuid> = query.limit(limit).into_tuple().all(conn).await?;
    let mut found = vacancies::many(conn, &ids.iter().copied().map(VacancyId).collect::<Vec<_>>()).await?;
    found.sort_by_key(|vacancy| ids.iter().position(|id| *id == vacancy.id.0));
    Ok(found)
}

/// About how many vacancies an employer is asked.
pub async fn count_open(conn: &impl ConnectionTrait, employer: OrganisationId) -> Result<u64> {
    Ok(open(employer).count(conn).await?)
}

/// Writes down what an employer answers about its vacancy; whether it was asked and had not answered.
pub async fn answer(unit: &Unit, employer: OrganisationId, vacancy: VacancyId, said: RecruitmentResult) -> Result<bool> {
    let number = |people: u32| Some(i32::try_from(people).unwrap_or(i32::MAX));
    let done = result::Entity::update_many()
        .col_expr(Column::Hired, Expr::value(number(said.hired)))
        .col_expr(Column::Here, Expr::value(number(said.here)))
        .col_expr(Column::AnsweredBy, Expr::value(unit.actor().person().map(|person| person.0)))
        .col_expr(Column::AnsweredAt, Expr::value(Some(unit.now())))
        .filter(Column::Vacancy.eq(vacancy.0))
        .filter(Column::Employer.eq(employer.0))
        .filter(Column::AnsweredAt.is_null())
        .exec(unit.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// What came of the vacancies about which was asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ResultFigures {
    /// About how many was asked.
    pub asked: u64,
    /// About how many was answered.
    pub answered: u64,
    /// How many people were hired for them.
    pub hired: u64,
    /// How many of them through the exchange.
    pub here: u64,
}

/// The figures of what was asked since an instant.
pub async fn figures(conn: &impl ConnectionTrait, since: Instant) -> Result<ResultFigures> {
    let sum = |column: Column| Expr::col(column).sum().cast_as("BIGINT");
    let row: Option<(i64, i64, Option<i64>, Option<i64>)> = result::Entity::find()
        .select_only()
        .column_as(Column::Vacancy.count(), "asked")
        .column_as(Column::AnsweredAt.count(), "answered")
        .column_as(sum(Column::Hired), "hired")
        .column_as(sum(Column::Here), "here")
        .filter(Column::AskedAt.gte(since))
        .into_tuple()
        .one(conn)
        .await?;
    let (asked, answered, hired, here) = row.unwrap_or_default();
    Ok(ResultFigures {
        asked: asked.unsigned_abs(),
        answered: answered.unsigned_abs(),
        hired: hired.unwrap_or_default().unsigned_abs(),
        here: here.unwrap_or_default().unsigned_abs(),
    })
}
