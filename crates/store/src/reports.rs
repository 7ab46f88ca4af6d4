//! What people report about vacancies.

use crate::convert::{CHUNK, parsed_null, records, word};
use crate::error::Result;
use crate::tables::abuse_report::{self, Column};
use crate::unit::Unit;
use sanviec_domain::contact::Phone;
use sanviec_domain::ids::{CaseId, PersonId, ReportId, VacancyId};
use sanviec_domain::moderation::ReportReason;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

const TABLE: &str = "abuse_report";

/// One report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportRecord {
    /// Its id: whoever made it may add to it.
    pub id: ReportId,
    /// The case in which it is looked at.
    pub case: CaseId,
    /// The vacancy it is about.
    pub vacancy: VacancyId,
    /// Who made it, where somebody had signed in.
    pub person: Option<PersonId>,
    /// Why.
    pub reason: ReportReason,
    /// What was written beside it.
    pub words: String,
    /// A number to call back.
    pub phone: Option<Phone>,
    /// When.
    pub created_at: Instant,
}

fn record(row: abuse_report::Model) -> Result<ReportRecord> {
    Ok(ReportRecord {
        id: ReportId(row.id),
        case: CaseId(row.moderation_case),
        vacancy: VacancyId(row.vacancy),
        person: row.person.map(PersonId),
        reason: word(TABLE, &row.reason)?,
        words: row.words,
        phone: parsed_null(TABLE, row.phone.as_deref())?,
        created_at: row.created_at,
    })
}

/// Writes a new report.
pub async fn insert(unit: &Unit, record: &ReportRecord) -> Result<()> {
    let row = abuse_report::Model {
        id: record.id.0,
        moderation_case: record.case.0,
        vacancy: record.vacancy.0,
        person: record.person.map(|person| person.0),
        reason: record.reason.key().to_owned(),
        words: record.words.clone(),
        phone: record.phone.clone().map(String::from),
        created_at: record.created_at,
    };
    abuse_report::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// The report of an id.
pub async fn find(conn: &impl ConnectionTrait, id: ReportId) -> Result<Option<ReportRecord>> {
    abuse_report::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// Adds words and a number to a report.
pub async fn add(unit: &Unit, id: ReportId, words: &str, phone: Option<&Phone>) -> Result<()> {
    abuse_report::Entity::update_many()
        .col_expr(Column::Words, Expr::value(words.to_owned()))
        .col_expr(Column::Phone, Expr::value(phone.cloned().map(String::from)))
        .filter(Column::Id.eq(id.0))
        .exec(unit.conn())
        .await?;
    Ok(())
}

/// The reports of a case, the oldest first, at most so many.
pub async fn of_case(conn: &impl ConnectionTrait, case: CaseId, limit: u64) -> Result<Vec<ReportRecord>> {
    let query = abuse_report::Entity::find().filter(Column::ModerationCase.eq(case.0));
    records(query.order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// How many reports some cases have, by case and reason.
pub async fn counts(conn: &impl ConnectionTrait, cases: &[CaseId]) -> Result<Vec<(CaseId, ReportReason, u64)>> {
    let mut found = Vec::new();
    for part in cases.chunks(CHUNK) {
        let query = abuse_report::Entity::find()
            .select_only()
            .column(Column::ModerationCase)
            .column(Column::Reason)
            .column_as(Column::Id.count(), "count")
            .filter(Column::ModerationCase.is_in(part.iter().map(|case| case.0)))
            .group_by(Column::ModerationCase)
            .group_by(Column::Reason);
        let rows: Vec<(uuid::Uuid, String, i64)> = query.into_tuple().all(conn).await?;
        for (case, reason, count) in rows {
            found.push((CaseId(case), word(TABLE, &reason)?, count.unsigned_abs()));
        }
    }
    found.sort_by_key(|(case, reason, _)| (*case, *reason));
    Ok(found)
}

/// Takes words, number and person out of the reports made before an instant; that there was one, why and
/// when stays. Answers with how many that were.
pub async fn forget(unit: &Unit, before: Instant) -> Result<u64> {
    let says_something = Condition::any()
        .add(Column::Words.ne(""))
        .add(Column::Phone.is_not_null())
        .add(Column::Person.is_not_null());
    let done = abuse_report::Entity::update_many()
        .col_expr(Column::Words, Expr::value(""))
        .col_expr(Column::Phone, Expr::value(Option::<String>::None))
        .col_expr(Column::Person, Expr::value(Option::<uuid::Uuid>::None))
        .filter(Column::CreatedAt.lt(before))
        .filter(says_something)
        .exec(unit.conn())
        .await?;
    Ok(done.rows_affected)
}
