//! Vacancies.

use crate::convert::{CHUNK, counted, json, keys, records, small, to_json, word, word_null};
use crate::counter;
use crate::error::Result;
use crate::likeness;
use crate::organisations::{self, OrganisationRecord};
use crate::tables::organisation;
use crate::tables::vacancy::{self, Column};
use crate::unit::Unit;
use crate::updates::overwrite;
use chrono::NaiveDate;
use sanviec_domain::ids::{OrganisationId, PersonId, VacancyId, VacancyNumber};
use sanviec_domain::lifecycle::Machine;
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::pay::Pay;
use sanviec_domain::text::fold;
use sanviec_domain::time::Instant;
use sanviec_domain::vacancy::{ClosedReason, VacancyCommand, VacancyContent, VacancyLife, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait, Select};
use std::collections::{BTreeMap, BTreeSet, HashMap};

mod owned;
pub use owned::{OfEmployer, of};

const TABLE: &str = "vacancy";

/// A vacancy.
#[derive(Clone, Debug, PartialEq)]
pub struct VacancyRecord {
    /// Its id.
    pub id: VacancyId,
    /// The number people see.
    pub number: VacancyNumber,
    /// Whose it is.
    pub employer: OrganisationId,
    /// Where it stands.
    pub state: VacancyState,
    /// What it says.
    pub content: VacancyContent,
    /// The employer's own reference; unique for the employer.
    pub external_reference: Option<String>,
    /// Why it was closed.
    pub closed_reason: Option<ClosedReason>,
    /// Raised by every change.
    pub version: i64,
    /// Who made it.
    pub created_by: Option<PersonId>,
    /// When it was made.
    pub created_at: Instant,
    /// When it was last changed.
    pub updated_at: Instant,
    /// When it was last submitted.
    pub submitted_at: Option<Instant>,
    /// When it was last published.
    pub published_at: Option<Instant>,
    /// When it was closed.
    pub closed_at: Option<Instant>,
}

fn record(row: vacancy::Model) -> Result<VacancyRecord> {
    Ok(VacancyRecord {
        id: VacancyId(row.id),
        number: VacancyNumber(row.number),
        employer: OrganisationId(row.employer),
        state: word(TABLE, &row.state)?,
        content: json(TABLE, &row.content)?,
        external_reference: row.external_reference,
        closed_reason: word_null(TABLE, row.closed_reason.as_deref())?,
        version: row.version,
        created_by: row.created_by.map(PersonId),
        created_at: row.created_at,
        updated_at: row.updated_at,
        submitted_at: row.submitted_at,
        published_at: row.published_at,
        closed_at: row.closed_at,
    })
}

fn row(record: &VacancyRecord) -> Result<vacancy::ActiveModel> {
    let content = &record.content;
    let place = content.place.as_ref();
    Ok(vacancy::Model {
        id: record.id.0,
        number: record.number.0,
        employer: record.employer.0,
        state: record.state.key().to_owned(),
        title: content.title.clone(),
        title_folded: fold(&content.title),
        occupation: content.occupation.clone(),
        province: place.map(|place| place.province.to_string()),
        commune: place.and_then(|place| place.commune).map(|commune| commune.to_string()),
        park: place.and_then(|place| place.park.as_ref()).map(ToString::to_string),
        deadline: content.deadline,
        openings: content.openings.map(small),
        content: to_json(content)?,
        external_reference: record.external_reference.clone(),
        closed_reason: record.closed_reason.map(|reason| reason.key().to_owned()),
        version: record.version,
        created_by: record.created_by.map(|person| person.0),
        created_at: record.created_at,
        updated_at: record.updated_at,
        submitted_at: record.submitted_at,
        published_at: record.published_at,
        closed_at: record.closed_at,
    }
    .into_active_model())
}

/// The vacancy of an id, whosever it is: for the public page, officers and jobs. What an employer
/// asks for goes through [`of`].
pub async fn find(conn: &impl ConnectionTrait, id: VacancyId) -> Result<Option<VacancyRecord>> {
    vacancy::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// The vacancy of a number.
pub async fn by_number(conn: &impl ConnectionTrait, number: VacancyNumber) -> Result<Option<VacancyRecord>> {
    vacancy::Entity::find().filter(Column::Number.eq(number.0)).one(conn).await?.map(record).transpose()
}

/// The vacancies of these numbers, in no order.
pub async fn by_numbers(conn: &impl ConnectionTrait, numbers: &[VacancyNumber]) -> Result<Vec<VacancyRecord>> {
    let mut found = Vec::with_capacity(numbers.len());
    for part in numbers.chunks(CHUNK) {
        found.extend(vacancy::Entity::find().filter(Column::Number.is_in(part.iter().map(|number| number.0))).all(conn).await?);
    }
    records(found, record)
}

/// The vacancies of these ids, in no order; unknown ids are left out.
pub async fn many(conn: &impl ConnectionTrait, ids: &[VacancyId]) -> Result<Vec<VacancyRecord>> {
    let mut found = Vec::with_capacity(ids.len());
    for part in ids.chunks(CHUNK) {
        found.extend(vacancy::Entity::find().filter(Column::Id.is_in(part.iter().map(|id| id.0))).all(conn).await?);
    }
    records(found, record)
}

/// The vacancies of these ids, in their order, each with its employer: two reads.
pub async fn with_employer(conn: &impl ConnectionTrait, ids: &[VacancyId]) -> Result<Vec<(VacancyRecord, OrganisationRecord)>> {
    let mut found: HashMap<VacancyId, VacancyRecord> = many(conn, ids).await?.into_iter().map(|vacancy| (vacancy.id, vacancy)).collect();
    join_employers(conn, ids.iter().filter_map(|id| found.remove(id)).collect()).await
}

/// Sets each vacancy's employer beside it: one read for all of them.
async fn join_employers(conn: &impl ConnectionTrait, vacancies: Vec<VacancyRecord>) -> Result<Vec<(VacancyRecord, OrganisationRecord)>> {
    let ids: Vec<OrganisationId> = vacancies.iter().map(|vacancy| vacancy.employer).collect::<BTreeSet<_>>().into_iter().collect();
    let employers: HashMap<OrganisationId, OrganisationRecord> = organisations::many(conn, &ids).await?.into_iter().map(|employer| (employer.id, employer)).collect();
    Ok(vacancies
        .into_iter()
        .filter_map(|vacancy| employers.get(&vacancy.employer).cloned().map(|employer| (vacancy, employer)))
        .collect())
}

/// The vacancy that an employer calls by this reference.
pub async fn by_reference(conn: &impl ConnectionTrait, employer: OrganisationId, reference: &str) -> Result<Option<VacancyRecord>> {
    let query = vacancy::Entity::find()
        .filter(Column::Employer.eq(employer.0))
        .filter(Column::ExternalReference.eq(reference));
    query.one(conn).await?.map(record).transpose()
}

/// Which of these references these employers have already used, and for which vacancy. For an
/// import: one read for `CHUNK` references, however many employers.
pub async fn references(conn: &impl ConnectionTrait, employers: &[OrganisationId], references: &[String]) -> Result<HashMap<(OrganisationId, String), VacancyId>> {
    let mut known = HashMap::new();
    for some in employers.chunks(CHUNK) {
        for part in references.chunks(CHUNK) {
            let rows: Vec<(sea_orm::prelude::Uuid, String, sea_orm::prelude::Uuid)> = vacancy::Entity::find()
                .select_only()
                .columns([Column::Employer, Column::ExternalReference, Column::Id])
                .filter(Column::Employer.is_in(some.iter().map(|employer| employer.0)))
                .filter(Column::ExternalReference.is_in(part.iter().map(String::as_str)))
                .into_tuple()
                .all(conn)
                .await?;
            known.extend(rows.into_iter().map(|(employer, reference, id)| ((OrganisationId(employer), reference), VacancyId(id))));
        }
    }
    Ok(known)
}

/// Writes a new vacancy.
pub async fn insert(unit: &Unit, record: VacancyRecord) -> Result<()> {
    vacancy::Entity::insert(row(&record)?).exec_without_returning(unit.conn()).await?;
    likeness::insert(unit, &[record]).await
}

/// Writes new vacancies.
pub async fn insert_many(unit: &Unit, records: Vec<VacancyRecord>) -> Result<()> {
    for part in records.chunks(CHUNK) {
        let rows = part.iter().map(row).collect::<Result<Vec<_>>>()?;
        vacancy::Entity::insert_many(rows).exec_without_returning(unit.conn()).await?;
        likeness::insert(unit, part).await?;
    }
    Ok(())
}

/// Writes a changed vacancy and answers with it as it now stands (next version, changed now).
/// [`StoreError::Conflict`](crate::StoreError::Conflict) where it is no longer at the version that was read.
pub async fn update(unit: &Unit, record: &VacancyRecord) -> Result<VacancyRecord> {
    let next = VacancyRecord {
        version: record.version + 1,
        updated_at: unit.now(),
        ..record.clone()
    };
    overwrite::<vacancy::Entity>(unit, row(&next)?, (Column::Id, record.id.0), (Column::Version, record.version)).await?;
    likeness::put(unit, &next).await?;
    Ok(next)
}

/// The next free number.
pub async fn next_number(unit: &Unit) -> Result<VacancyNumber> {
    next_numbers(unit, 1).await
}

/// Takes so many numbers in a row and answers with the first.
pub async fn next_numbers(unit: &Unit, count: usize) -> Result<VacancyNumber> {
    counter::take(unit.conn(), counter::VACANCY, count).await.map(VacancyNumber)
}

/// Published vacancies of verified employers, each with its employer, in the order of their ids:
/// what a search may find. `after` is the last id seen.
pub async fn published_page(conn: &impl ConnectionTrait, after: Option<VacancyId>, limit: u64) -> Result<Vec<(VacancyRecord, OrganisationRecord)>> {
    let query = vacancy::Entity::find()
        .join(JoinType::InnerJoin, vacancy::Relation::Organisation.def())
        .filter(Column::State.eq(VacancyState::Published.key()))
        .filter(organisation::Column::State.eq(OrganisationState::Verified.key()));
    page(conn, query, after, limit).await
}

/// Every vacancy with its employer, in the order of the ids.
pub async fn export_page(conn: &impl ConnectionTrait, after: Option<VacancyId>, limit: u64) -> Result<Vec<(VacancyRecord, OrganisationRecord)>> {
    page(conn, vacancy::Entity::find(), after, limit).await
}

async fn page(conn: &impl ConnectionTrait, query: Select<vacancy::Entity>, after: Option<VacancyId>, limit: u64) -> Result<Vec<(VacancyRecord, OrganisationRecord)>> {
    let query = match after {
        Some(after) => query.filter(Column::Id.gt(after.0)),
        None => query,
    };
    let vacancies = records(query.order_by_asc(Column::Id).limit(limit).all(conn).await?, record)?;
    join_employers(conn, vacancies).await
}

/// Published vacancies whose deadline lies before `today`, the longest overdue first.
pub async fn to_expire(conn: &impl ConnectionTrait, today: NaiveDate, limit: u64) -> Result<Vec<VacancyRecord>> {
    let query = vacancy::Entity::find()
        .filter(Column::State.eq(VacancyState::Published.key()))
        .filter(Column::Deadline.lt(today));
    records(query.order_by_asc(Column::Deadline).order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// What the latest published vacancies of an occupation pay, another employer's than this one's.
pub async fn pay_of_occupation(conn: &impl ConnectionTrait, occupation: &str, except: OrganisationId, limit: u64) -> Result<Vec<Pay>> {
    let query = vacancy::Entity::find()
        .select_only()
        .column(Column::Content)
        .filter(Column::Occupation.eq(occupation))
        .filter(Column::State.eq(VacancyState::Published.key()))
        .filter(Column::Employer.ne(except.0));
    let contents: Vec<String> = query.order_by_desc(Column::Id).limit(limit).into_tuple().all(conn).await?;
    contents.iter().map(|text| Ok(json::<PayPart>(TABLE, text)?.pay)).collect()
}

/// All of a text that is read where only pay is asked for.
#[derive(serde::Deserialize)]
struct PayPart {
    pay: Pay,
}

/// Vacancies that can be closed for being untouched and were last changed before an instant, the longest
/// untouched first.
pub async fn untouched(conn: &impl ConnectionTrait, before: Instant, limit: u64) -> Result<Vec<VacancyRecord>> {
    let states = VacancyLife::RULES
        .iter()
        .filter(|rule| rule.command == VacancyCommand::CloseUntouched)
        .map(|rule| rule.from.key());
    let query = vacancy::Entity::find().filter(Column::State.is_in(states)).filter(Column::UpdatedAt.lt(before));
    records(query.order_by_asc(Column::UpdatedAt).order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// How many vacancies there are in each state; states without any are left out.
pub async fn counts_by_state(conn: &impl ConnectionTrait) -> Result<BTreeMap<VacancyState, u64>> {
    let query = vacancy::Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "count")
        .group_by(Column::State);
    counted(TABLE, query.into_tuple().all(conn).await?)
}
