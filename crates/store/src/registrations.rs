//! Who comes to an event, and whom they wish to meet there.

use crate::convert::{CHUNK, json, keys, records, to_json, word};
use crate::error::Result;
use crate::tables::event_registration::{self as registration, Column};
use crate::tables::event_wish as wish;
use crate::unit::Unit;
use crate::updates::overwrite;
use sanviec_domain::event::registration::{RegistrationContent, RegistrationState};
use sanviec_domain::ids::{EventId, OrganisationId, PersonId, RegistrationId};
use sanviec_domain::partnership::Side;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

const TABLE: &str = "event_registration";
/// The states in which a seat is taken.
const COMING: [RegistrationState; 3] = [RegistrationState::Registered, RegistrationState::Confirmed, RegistrationState::CheckedIn];

/// A registration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegistrationRecord {
    /// Its id.
    pub id: RegistrationId,
    /// For what.
    pub event: EventId,
    /// Whose.
    pub organisation: OrganisationId,
    /// As what it comes.
    pub side: Side,
    /// Where it stands.
    pub state: RegistrationState,
    /// What it says.
    pub content: RegistrationContent,
    /// What the code on its badge says.
    pub token: String,
    /// Raised by every change.
    pub version: i64,
    /// Who registered.
    pub created_by: Option<PersonId>,
    /// When.
    pub created_at: Instant,
    /// When it came.
    pub checked_in_at: Option<Instant>,
}

fn record(row: registration::Model) -> Result<RegistrationRecord> {
    Ok(RegistrationRecord {
        id: RegistrationId(row.id),
        event: EventId(row.event),
        organisation: OrganisationId(row.organisation),
        side: word(TABLE, &row.side)?,
        state: word(TABLE, &row.state)?,
        content: json(TABLE, &row.content)?,
        token: row.token,
        version: row.version,
        created_by: row.created_by.map(PersonId),
        created_at: row.created_at,
        checked_in_at: row.checked_in_at,
    })
}

fn row(record: &RegistrationRecord) -> Result<registration::Model> {
    Ok(registration::Model {
        id: record.id.0,
        event: record.event.0,
        organisation: record.organisation.0,
        side: record.side.key().to_owned(),
        state: record.state.key().to_owned(),
        content: to_json(&record.content)?,
        token: record.token.clone(),
        version: record.version,
        created_by: record.created_by.map(|person| person.0),
        created_at: record.created_at,
        checked_in_at: record.checked_in_at,
    })
}

/// A registration of an event's.
pub async fn find(conn: &impl ConnectionTrait, event: EventId, id: RegistrationId) -> Result<Option<RegistrationRecord>> {
    let query = registration::Entity::find_by_id(id.0).filter(Column::Event.eq(event.0));
    query.one(conn).await?.map(record).transpose()
}

/// An organisation's own registration for an event.
pub async fn find_of(conn: &impl ConnectionTrait, event: EventId, organisation: OrganisationId) -> Result<Option<RegistrationRecord>> {
    let query = registration::Entity::find()
        .filter(Column::Event.eq(event.0))
        .filter(Column::Organisation.eq(organisation.0));
    query.one(conn).await?.map(record).transpose()
}

/// The registration whose badge carries a token.
pub async fn by_token(conn: &impl ConnectionTrait, token: &str) -> Result<Option<RegistrationRecord>> {
    let query = registration::Entity::find().filter(Column::Token.eq(token));
    query.one(conn).await?.map(record).transpose()
}

/// All registrations of an event, in the order they were made.
pub async fn of_event(conn: &impl ConnectionTrait, event: EventId) -> Result<Vec<RegistrationRecord>> {
    of_events(conn, &[event]).await
}

/// All registrations of some events, in the order they were made.
pub async fn of_events(conn: &impl ConnectionTrait, events: &[EventId]) -> Result<Vec<RegistrationRecord>> {
    let query = registration::Entity::find()
        .filter(Column::Event.is_in(events.iter().map(|event| event.0)))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id);
    records(query.all(conn).await?, record)
}

/// An organisation's own, the latest first.
pub async fn of_organisation(conn: &impl ConnectionTrait, organisation: OrganisationId, limit: u64) -> Result<Vec<RegistrationRecord>> {
    let query = registration::Entity::find().filter(Column::Organisation.eq(organisation.0)).order_by_desc(Column::Id);
    records(query.limit(limit).all(conn).await?, record)
}

/// How many seats of an event are taken.
pub async fn count_coming(conn: &impl ConnectionTrait, event: EventId) -> Result<u64> {
    let query = registration::Entity::find().filter(Column::Event.eq(event.0)).filter(Column::State.is_in(keys(&COMING)));
    Ok(query.count(conn).await?)
}

/// Writes a new one; [`StoreError::Taken`](crate::StoreError::Taken) where the organisation has one.
pub async fn insert(unit: &Unit, made: &RegistrationRecord) -> Result<()> {
    registration::Entity::insert(row(made)?.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes one anew and raises its version; [`StoreError::Conflict`](crate::StoreError::Conflict) where it was
/// changed meanwhile.
pub async fn update(unit: &Unit, changed: &mut RegistrationRecord) -> Result<()> {
    let known = changed.version;
    changed.version += 1;
    let next = row(changed)?.into_active_model();
    overwrite::<registration::Entity>(unit, next, (Column::Id, changed.id.0), (Column::Version, known)).await
}

/// The wishes at an event: who wishes to meet whom.
pub async fn wishes(conn: &impl ConnectionTrait, event: EventId) -> Result<Vec<(RegistrationId, RegistrationId)>> {
    let own = registration::Entity::find().select_only().column(Column::Id).filter(Column::Event.eq(event.0)).into_query();
    let query = wish::Entity::find()
        .filter(wish::Column::Registration.in_subquery(own))
        .order_by_asc(wish::Column::Registration)
        .order_by_asc(wish::Column::Wanted);
    let rows = query.all(conn).await?;
    Ok(rows.into_iter().map(|row| (RegistrationId(row.registration), RegistrationId(row.wanted))).collect())
}

/// Writes the wishes of a registration, instead of those it had.
pub async fn set_wishes(unit: &Unit, registration: RegistrationId, wanted: &[RegistrationId]) -> Result<()> {
    wish::Entity::delete_many().filter(wish::Column::Registration.eq(registration.0)).exec(unit.conn()).await?;
    for part in wanted.chunks(CHUNK) {
        let rows = part.iter().map(|wanted| {
            wish::Model {
                registration: registration.0,
                wanted: wanted.0,
            }
            .into_active_model()
        });
        wish::Entity::insert_many(rows).exec_without_returning(unit.conn()).await?;
    }
    Ok(())
}
