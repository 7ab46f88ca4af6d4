//! The vacancies with which employers' own systems try things out. They are records like the real ones, in
//! a table of their own, so that nothing that reads real ones can come upon them.

use crate::convert::{json, keys, records, to_json, word, word_null};
use crate::error::Result;
use crate::tables::test_vacancy::{self, Column};
use crate::unit::Unit;
use crate::updates::overwrite;
use crate::vacancies::VacancyRecord;
use sanviec_domain::ids::{OrganisationId, VacancyId, VacancyNumber};
use sanviec_domain::time::Instant;
use sanviec_domain::vacancy::VacancyState;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};

const TABLE: &str = "test_vacancy";

fn record(row: test_vacancy::Model) -> Result<VacancyRecord> {
    Ok(VacancyRecord {
        id: VacancyId(row.id),
        // Numbers are for people, and only what is real has a page.
        number: VacancyNumber(0),
        employer: OrganisationId(row.organisation),
        state: word(TABLE, &row.state)?,
        content: json(TABLE, &row.content)?,
        external_reference: row.external_reference,
        closed_reason: word_null(TABLE, row.closed_reason.as_deref())?,
        version: row.version,
        created_by: None,
        created_at: row.created_at,
        updated_at: row.updated_at,
        submitted_at: row.submitted_at,
        published_at: row.published_at,
        closed_at: row.closed_at,
    })
}

fn row(record: &VacancyRecord) -> Result<test_vacancy::Model> {
    Ok(test_vacancy::Model {
        id: record.id.0,
        organisation: record.employer.0,
        external_reference: record.external_reference.clone(),
        state: record.state.key().to_owned(),
        closed_reason: record.closed_reason.map(|reason| reason.key().to_owned()),
        content: to_json(&record.content)?,
        version: record.version,
        created_at: record.created_at,
        updated_at: record.updated_at,
        submitted_at: record.submitted_at,
        published_at: record.published_at,
        closed_at: record.closed_at,
    })
}

fn select(organisation: OrganisationId) -> Select<test_vacancy::Entity> {
    test_vacancy::Entity::find().filter(Column::Organisation.eq(organisation.0))
}

/// One of an employer's.
pub async fn find(conn: &impl ConnectionTrait, organisation: OrganisationId, id: VacancyId) -> Result<Option<VacancyRecord>> {
    select(organisation).filter(Column::Id.eq(id.0)).one(conn).await?.map(record).transpose()
}

/// The one that an employer calls by this reference.
pub async fn by_reference(conn: &impl ConnectionTrait, organisation: OrganisationId, reference: &str) -> Result<Option<VacancyRecord>> {
    select(organisation)
        .filter(Column::ExternalReference.eq(reference))
        .one(conn)
        .await?
        .map(record)
        .transpose()
}

/// An employer's, in certain states or in any, the newest first; `after` is the last one seen.
pub async fn list(conn: &impl ConnectionTrait, organisation: OrganisationId, states: Option<&[VacancyState]>, after: Option<VacancyId>, limit: u64) -> Result<Vec<VacancyRecord>> {
    let mut query = select(organisation);
    if let Some(states) = states {
        query = query.filter(Column::State.is_in(keys(states)));
    }
    if let Some(after) = after {
        query = query.filter(Column::Id.lt(after.0));
    }
    records(query.order_by_desc(Column::Id).limit(limit).all(conn).await?, record)
}

/// How many an employer has.
pub async fn count(conn: &impl ConnectionTrait, organisation: OrganisationId) -> Result<u64> {
    Ok(select(organisation).count(conn).await?)
}

/// Writes a new one.
pub async fn insert(unit: &Unit, vacancy: &VacancyRecord) -> Result<()> {
    test_vacancy::Entity::insert(row(vacancy)?.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes one anew and raises its version; [`StoreError::Conflict`](crate::StoreError::Conflict) where it was
/// changed meanwhile.
pub async fn update(unit: &Unit, vacancy: &mut VacancyRecord) -> Result<()> {
    let known = vacancy.version;
    vacancy.version += 1;
    vacancy.updated_at = unit.now();
    let next = row(vacancy)?.into_active_model();
    overwrite::<test_vacancy::Entity>(unit, next, (Column::Id, vacancy.id.0), (Column::Version, known)).await
}

/// Forgets those that were last changed before an instant; answers with how many.
pub async fn forget(unit: &Unit, before: Instant) -> Result<u64> {
    let done = test_vacancy::Entity::delete_many().filter(Column::UpdatedAt.lt(before)).exec(unit.conn()).await?;
    Ok(done.rows_affected)
}
