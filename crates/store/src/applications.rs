//! Applications: one seeker for one vacancy, once.

use crate::convert::{CHUNK, json, keys, records, to_json, word, word_null};
use crate::error::Result;
use crate::feed::Entity;
use crate::tables::application::{self, Column};
use crate::tables::history;
use crate::unit::Unit;
use crate::updates::overwrite;
use sanviec_domain::application::{ApplicationCommand, ApplicationContent, ApplicationLife, ApplicationState, DeclineReason};
use sanviec_domain::ids::{ApplicationId, OrganisationId, PersonId, VacancyId};
use sanviec_domain::lifecycle::Machine;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

mod figures;
mod owned;
pub use figures::{forget, to_forget};
pub use owned::{OfEmployer, OfSeeker, of_employer, of_seeker};

const TABLE: &str = "application";

/// An application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApplicationRecord {
    /// Its id.
    pub id: ApplicationId,
    /// What for.
    pub vacancy: VacancyId,
    /// Whose vacancy it is.
    pub employer: OrganisationId,
    /// Who applies.
    pub seeker: PersonId,
    /// Where it stands.
    pub state: ApplicationState,
    /// What the seeker sent.
    pub content: ApplicationContent,
    /// Why it was declined.
    pub decline_reason: Option<DeclineReason>,
    /// Raised by every change.
    pub version: i64,
    /// When it was sent.
    pub created_at: Instant,
    /// When it was last changed.
    pub updated_at: Instant,
    /// When the employer first answered.
    pub answered_at: Option<Instant>,
}

#[expect(clippy::needless_pass_by_value, reason = "the same shape in every module, for `map` and `records`")]
fn record(row: application::Model) -> Result<ApplicationRecord> {
    Ok(ApplicationRecord {
        id: ApplicationId(row.id),
        vacancy: VacancyId(row.vacancy),
        employer: OrganisationId(row.employer),
        seeker: PersonId(row.seeker),
        state: word(TABLE, &row.state)?,
        content: json(TABLE, &row.content)?,
        decline_reason: word_null(TABLE, row.decline_reason.as_deref())?,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
        answered_at: row.answered_at,
    })
}

fn row(record: &ApplicationRecord) -> Result<application::ActiveModel> {
    Ok(application::Model {
        id: record.id.0,
        vacancy: record.vacancy.0,
        employer: record.employer.0,
        seeker: record.seeker.0,
        state: record.state.key().to_owned(),
        content: to_json(&record.content)?,
        keep: record.content.keep,
        decline_reason: record.decline_reason.map(|reason| reason.key().to_owned()),
        version: record.version,
        created_at: record.created_at,
        updated_at: record.updated_at,
        answered_at: record.answered_at,
    }
    .into_active_model())
}

/// The states in which something can still happen.
fn open_states() -> Vec<&'static str> {
    ApplicationState::ALL.iter().filter(|state| state.is_open()).map(|state| state.key()).collect()
}

/// The application of an id, whosever it is: for jobs. What a person asks for goes through
/// [`of_seeker`] or [`of_employer`].
pub async fn find(conn: &impl ConnectionTrait, id: ApplicationId) -> Result<Option<ApplicationRecord>> {
    application::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// A seeker's application for a vacancy; there is at most one.
pub async fn by_vacancy_and_seeker(conn: &impl ConnectionTrait, vacancy: VacancyId, seeker: PersonId) -> Result<Option<ApplicationRecord>> {
    let query = application::Entity::find().filter(Column::Vacancy.eq(vacancy.0)).filter(Column::Seeker.eq(seeker.0));
    query.one(conn).await?.map(record).transpose()
}

/// The applications for a vacancy in which something can still happen, oldest first.
pub async fn open_of_vacancy(conn: &impl ConnectionTrait, vacancy: VacancyId) -> Result<Vec<ApplicationRecord>> {
    let query = application::Entity::find().filter(Column::Vacancy.eq(vacancy.0)).filter(Column::State.is_in(open_states()));
    records(query.order_by_asc(Column::Id).all(conn).await?, record)
}

/// The applications to an employer in which something can still happen, in the order of their ids, at most
/// `limit`. `after` is the last id seen.
pub async fn open_of_employer(conn: &impl ConnectionTrait, employer: OrganisationId, after: Option<ApplicationId>, limit: u64) -> Result<Vec<ApplicationRecord>> {
    let mut query = application::Entity::find()
        .filter(Column::Employer.eq(employer.0))
        .filter(Column::State.is_in(open_states()));
    if let Some(after) = after {
        query = query.filter(Column::Id.gt(after.0));
    }
    records(query.order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// Writes a new application. [`StoreError::Taken`](crate::StoreError::Taken) where the seeker has applied for this vacancy.
pub async fn insert(unit: &Unit, record: ApplicationRecord) -> Result<()> {
    application::Entity::insert(row(&record)?).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes new applications.
pub async fn insert_many(unit: &Unit, records: Vec<ApplicationRecord>) -> Result<()> {
    for part in records.chunks(CHUNK) {
        let rows = part.iter().map(row).collect::<Result<Vec<_>>>()?;
        application::Entity::insert_many(rows).exec_without_returning(unit.conn()).await?;
    }
    Ok(())
}

/// Writes a changed application and answers with it as it now stands (next version, changed now).
/// [`StoreError::Conflict`](crate::StoreError::Conflict) where it is no longer at the version that was read.
pub async fn update(unit: &Unit, record: &ApplicationRecord) -> Result<ApplicationRecord> {
    let next = ApplicationRecord {
        version: record.version + 1,
        updated_at: unit.now(),
        ..record.clone()
    };
    overwrite::<application::Entity>(unit, row(&next)?, (Column::Id, record.id.0), (Column::Version, record.version)).await?;
    Ok(next)
}

/// Applications of which an employer can be reminded and was not, in which nothing has happened since
/// `before`, the longest silent first.
pub async fn to_remind(conn: &impl ConnectionTrait, before: Instant, limit: u64) -> Result<Vec<ApplicationRecord>> {
    let reminded = history::Entity::find()
        .select_only()
        .column(history::Column::EntityId)
        .filter(history::Column::Entity.eq(Entity::Application.key()))
        .filter(history::Column::Command.eq(ApplicationCommand::Remind.key()));
    let query = application::Entity::find()
        .filter(Column::State.is_in(states_before(ApplicationCommand::Remind)))
        .filter(Column::UpdatedAt.lt(before))
        .filter(Column::Id.not_in_subquery(reminded.into_query()));
    records(query.order_by_asc(Column::UpdatedAt).order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// The states in which a command is possible.
fn states_before(command: ApplicationCommand) -> Vec<&'static str> {
    ApplicationLife::RULES.iter().filter(|rule| rule.command == command).map(|rule| rule.from.key()).collect()
}

/// Applications that can lapse and in which nothing has happened since `before`, the longest silent
/// first.
pub async fn to_lapse(conn: &impl ConnectionTrait, before: Instant, limit: u64) -> Result<Vec<ApplicationRecord>> {
    let query = application::Entity::find()
        .filter(Column::State.is_in(states_before(ApplicationCommand::Lapse)))
        .filter(Column::UpdatedAt.lt(before));
    records(query.order_by_asc(Column::UpdatedAt).order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}
