//! Proposed changes of published vacancies, waiting for a moderator while the published text stays.

use crate::convert::{CHUNK, json, records, to_json, word};
use crate::error::Result;
use crate::tables::revision::{self, Column};
use crate::unit::Unit;
use crate::updates::overwrite;
use sanviec_domain::ids::{PersonId, RevisionId, VacancyId};
use sanviec_domain::time::Instant;
use sanviec_domain::vacancy::{RevisionState, VacancyContent};
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

const TABLE: &str = "revision";

/// A proposed change of a published vacancy.
#[derive(Clone, Debug, PartialEq)]
pub struct RevisionRecord {
    /// Its id.
    pub id: RevisionId,
    /// What it changes.
    pub vacancy: VacancyId,
    /// The whole text as it would be.
    pub content: VacancyContent,
    /// Where it stands.
    pub state: RevisionState,
    /// Who proposed it.
    pub created_by: Option<PersonId>,
    /// When.
    pub created_at: Instant,
    /// Raised by every change.
    pub version: i64,
}

#[expect(clippy::needless_pass_by_value, reason = "the same shape in every module, for `map` and `records`")]
fn record(row: revision::Model) -> Result<RevisionRecord> {
    Ok(RevisionRecord {
        id: RevisionId(row.id),
        vacancy: VacancyId(row.vacancy),
        content: json(TABLE, &row.content)?,
        state: word(TABLE, &row.state)?,
        created_by: row.created_by.map(PersonId),
        created_at: row.created_at,
        version: row.version,
    })
}

fn row(record: &RevisionRecord) -> Result<revision::ActiveModel> {
    Ok(revision::Model {
        id: record.id.0,
        vacancy: record.vacancy.0,
        content: to_json(&record.content)?,
        state: record.state.key().to_owned(),
        created_by: record.created_by.map(|person| person.0),
        created_at: record.created_at,
        version: record.version,
    }
    .into_active_model())
}

/// The proposed change of an id.
pub async fn find(conn: &impl ConnectionTrait, id: RevisionId) -> Result<Option<RevisionRecord>> {
    revision::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// The change of a vacancy that waits for a moderator; there is at most one.
pub async fn pending_of(conn: &impl ConnectionTrait, vacancy: VacancyId) -> Result<Option<RevisionRecord>> {
    let query = revision::Entity::find()
        .filter(Column::Vacancy.eq(vacancy.0))
        .filter(Column::State.eq(RevisionState::Pending.key()));
    query.one(conn).await?.map(record).transpose()
}

/// The proposed changes of some ids.
pub async fn many(conn: &impl ConnectionTrait, ids: &[RevisionId]) -> Result<Vec<RevisionRecord>> {
    let mut found = Vec::with_capacity(ids.len());
    for part in ids.chunks(CHUNK) {
        let query = revision::Entity::find().filter(Column::Id.is_in(part.iter().map(|id| id.0)));
        found.extend(records(query.all(conn).await?, record)?);
    }
    Ok(found)
}

/// Every change of a vacancy that was ever proposed, the newest first. Of one edit, what was carried
/// out at once comes after what had to wait (the states' words sort so).
pub async fn of_vacancy(conn: &impl ConnectionTrait, vacancy: VacancyId) -> Result<Vec<RevisionRecord>> {
    let query = revision::Entity::find().filter(Column::Vacancy.eq(vacancy.0));
    records(
        query
            .order_by_desc(Column::CreatedAt)
            .order_by_desc(Column::State)
            .order_by_desc(Column::Id)
            .all(conn)
            .await?,
        record,
    )
}

/// Writes a new proposed change. [`StoreError::Taken`](crate::StoreError::Taken) where one waits already.
pub async fn insert(unit: &Unit, record: RevisionRecord) -> Result<()> {
    revision::Entity::insert(row(&record)?).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes a changed one and answers with it as it now stands (next version).
/// [`StoreError::Conflict`](crate::StoreError::Conflict) where it is no longer at the version that was read.
pub async fn update(unit: &Unit, record: &RevisionRecord) -> Result<RevisionRecord> {
    let next = RevisionRecord {
        version: record.version + 1,
        ..record.clone()
    };
    overwrite::<revision::Entity>(unit, row(&next)?, (Column::Id, record.id.0), (Column::Version, record.version)).await?;
    Ok(next)
}
