//! What colleges teach, and the cohorts that go through it.

use crate::convert::{CHUNK, json, parsed, records, small, to_json, word};
use crate::error::Result;
use crate::tables::{cohort, programme};
use crate::unit::Unit;
use crate::updates::overwrite;
use sanviec_domain::ids::{CohortId, OrganisationId, PersonId, ProgrammeId};
use sanviec_domain::month::Month;
use sanviec_domain::time::Instant;
use sanviec_domain::training::{Cohort, ProgrammeContent, ProgrammeState};
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

const TABLE: &str = "programme";
const COHORTS: &str = "cohort";

/// A programme of a college's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgrammeRecord {
    /// Its id.
    pub id: ProgrammeId,
    /// Whose it is.
    pub college: OrganisationId,
    /// Where the written text stands.
    pub state: ProgrammeState,
    /// What the college writes.
    pub written: ProgrammeContent,
    /// What the public reads; nothing before the first approval.
    pub shown: Option<ProgrammeContent>,
    /// Raised by every change.
    pub version: i64,
    /// Who began it.
    pub created_by: Option<PersonId>,
    /// When.
    pub created_at: Instant,
    /// When it was last changed.
    pub updated_at: Instant,
    /// When it was first approved.
    pub published_at: Option<Instant>,
}

fn record(row: programme::Model) -> Result<ProgrammeRecord> {
    Ok(ProgrammeRecord {
        id: ProgrammeId(row.id),
        college: OrganisationId(row.college),
        state: word(TABLE, &row.state)?,
        written: json(TABLE, &row.written)?,
        shown: row.shown.map(|shown| json(TABLE, &shown)).transpose()?,
        version: row.version,
        created_by: row.created_by.map(PersonId),
        created_at: row.created_at,
        updated_at: row.updated_at,
        published_at: row.published_at,
    })
}

fn row(record: &ProgrammeRecord) -> Result<programme::Model> {
    Ok(programme::Model {
        id: record.id.0,
        college: record.college.0,
        state: record.state.key().to_owned(),
        written: to_json(&record.written)?,
        shown: record.shown.as_ref().map(to_json).transpose()?,
        version: record.version,
        created_by: record.created_by.map(|person| person.0),
        created_at: record.created_at,
        updated_at: record.updated_at,
        published_at: record.published_at,
    })
}

/// A programme by its id.
pub async fn find(conn: &impl ConnectionTrait, id: ProgrammeId) -> Result<Option<ProgrammeRecord>> {
    programme::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// Several, in no order.
pub async fn many(conn: &impl ConnectionTrait, ids: &[ProgrammeId]) -> Result<Vec<ProgrammeRecord>> {
    let mut found = Vec::with_capacity(ids.len());
    for chunk in ids.chunks(CHUNK) {
        let query = programme::Entity::find().filter(programme::Column::Id.is_in(chunk.iter().map(|id| id.0)));
        found.extend(records(query.all(conn).await?, record)?);
    }
    Ok(found)
}

/// One of a college's own.
pub async fn find_of(conn: &impl ConnectionTrait, college: OrganisationId, id: ProgrammeId) -> Result<Option<ProgrammeRecord>> {
    Ok(find(conn, id).await?.filter(|programme| programme.college == college))
}

/// A college's own, the newest first.
pub async fn of(conn: &impl ConnectionTrait, college: OrganisationId, limit: u64) -> Result<Vec<ProgrammeRecord>> {
    let query = programme::Entity::find()
        .filter(programme::Column::College.eq(college.0))
        .order_by_desc(programme::Column::Id);
    records(query.limit(limit).all(conn).await?, record)
}

/// How many a college has.
pub async fn count_of(conn: &impl ConnectionTrait, college: OrganisationId) -> Result<u64> {
    Ok(programme::Entity::find().filter(programme::Column::College.eq(college.0)).count(conn).await?)
}

/// Those that the public reads, in the order they were made. A province has a few hundred.
pub async fn shown(conn: &impl ConnectionTrait) -> Result<Vec<ProgrammeRecord>> {
    let query = programme::Entity::find().filter(programme::Column::Shown.is_not_null()).order_by_asc(programme::Column::Id);
    records(query.all(conn).await?, record)
}

/// Writes a new one.
pub async fn insert(unit: &Unit, programme: &ProgrammeRecord) -> Result<()> {
    programme::Entity::insert(row(programme)?.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes one anew and raises its version; [`StoreError::Conflict`](crate::StoreError::Conflict) where it was
/// changed meanwhile.
pub async fn update(unit: &Unit, programme: &mut ProgrammeRecord) -> Result<()> {
    let known = programme.version;
    programme.version += 1;
    programme.updated_at = unit.now();
    let next = row(programme)?.into_active_model();
    overwrite::<programme::Entity>(unit, next, (programme::Column::Id, programme.id.0), (programme::Column::Version, known)).await
}

fn cohort(row: cohort::Model) -> Result<Cohort> {
    Ok(Cohort {
        id: CohortId(row.id),
        programme: ProgrammeId(row.programme),
        name: row.name,
        starts: parsed(COHORTS, &row.starts)?,
        graduates: parsed(COHORTS, &row.graduates)?,
        enrolled: row.enrolled.unsigned_abs(),
        unplaced: row.unplaced.unsigned_abs(),
    })
}

/// A college's cohorts, the next to graduate first.
pub async fn cohorts_of(conn: &impl ConnectionTrait, college: OrganisationId) -> Result<Vec<Cohort>> {
    let query = cohort::Entity::find().filter(cohort::Column::College.eq(college.0));
    let ordered = query.order_by_asc(cohort::Column::Graduates).order_by_asc(cohort::Column::Name);
    records(ordered.all(conn).await?, cohort)
}

/// The cohorts that graduate from a month to another and of whom somebody has no work yet.
pub async fn unplaced(conn: &impl ConnectionTrait, from: Month, until: Month) -> Result<Vec<Cohort>> {
    let query = cohort::Entity::find()
        .filter(cohort::Column::Graduates.gte(from.to_string()))
        .filter(cohort::Column::Graduates.lte(until.to_string()))
        .filter(cohort::Column::Unplaced.gt(0));
    let ordered = query.order_by_asc(cohort::Column::Graduates).order_by_asc(cohort::Column::Id);
    records(ordered.all(conn).await?, cohort)
}

/// One cohort of a college's own.
pub async fn find_cohort(conn: &impl ConnectionTrait, college: OrganisationId, id: CohortId) -> Result<Option<Cohort>> {
    let query = cohort::Entity::find_by_id(id.0).filter(cohort::Column::College.eq(college.0));
    query.one(conn).await?.map(cohort).transpose()
}

/// Writes a cohort, new or known; one of the same programme with the same name is written over. Answers with
/// its id.
pub async fn put_cohort(unit: &Unit, college: OrganisationId, written: &Cohort) -> Result<CohortId> {
    let known = cohort::Entity::find()
        .filter(cohort::Column::Programme.eq(written.programme.0))
        .filter(cohort::Column::Name.eq(written.name.as_str()))
        .one(unit.conn())
        .await?;
    let id = known.as_ref().map_or(written.id, |known| CohortId(known.id));
    // Another name for a known one: the row it had goes.
    cohort::Entity::delete_many()
        .filter(cohort::Column::Id.is_in([written.id.0, id.0]))
        .filter(cohort::Column::College.eq(college.0))
        .exec(unit.conn())
        .await?;
    let row = cohort::Model {
        id: id.0,
        programme: written.programme.0,
        college: college.0,
        name: written.name.clone(),
        starts: written.starts.to_string(),
        graduates: written.graduates.to_string(),
        enrolled: small(written.enrolled),
        unplaced: small(written.unplaced),
        updated_at: unit.now(),
    };
    cohort::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(id)
}

/// Takes a cohort away; whether it was there.
pub async fn remove_cohort(unit: &Unit, college: OrganisationId, id: CohortId) -> Result<bool> {
    let done = cohort::Entity::delete_many()
        .filter(cohort::Column::Id.eq(id.0))
        .filter(cohort::Column::College.eq(college.0))
        .exec(unit.conn())
        .await?;
    Ok(done.rows_affected > 0)
}
