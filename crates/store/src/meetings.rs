//! Meetings at the tables of an event, and what came of them.

use crate::convert::{CHUNK, records, small, word_null};
use crate::error::Result;
use crate::tables::event_meeting::{self as meeting, Column};
use crate::unit::Unit;
use sanviec_domain::event::meeting::MeetingResult;
use sanviec_domain::ids::{EventId, MeetingId, PartnershipId, PersonId, RegistrationId};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ActiveModelTrait, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

const TABLE: &str = "event_meeting";

/// A business and a college at a table in a round.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingRecord {
    /// Its id.
    pub id: MeetingId,
    /// Of which event.
    pub event: EventId,
    /// The business's registration.
    pub business: RegistrationId,
    /// The college's.
    pub college: RegistrationId,
    /// The round, from 0.
    pub round: u32,
    /// The table, from 0.
    pub table: u32,
    /// What came of it.
    pub result: Option<MeetingResult>,
    /// A word on it.
    pub note: String,
    /// The partnership that followed.
    pub partnership: Option<PartnershipId>,
    /// Who wrote the result down.
    pub result_by: Option<PersonId>,
    /// When.
    pub result_at: Option<Instant>,
}

fn record(row: meeting::Model) -> Result<MeetingRecord> {
    Ok(MeetingRecord {
        id: MeetingId(row.id),
        event: EventId(row.event),
        business: RegistrationId(row.business),
        college: RegistrationId(row.college),
        round: row.round.unsigned_abs(),
        table: row.place.unsigned_abs(),
        result: word_null(TABLE, row.result.as_deref())?,
        note: row.note,
        partnership: row.partnership.map(PartnershipId),
        result_by: row.result_by.map(PersonId),
        result_at: row.result_at,
    })
}

fn row(record: &MeetingRecord) -> meeting::Model {
    meeting::Model {
        id: record.id.0,
        event: record.event.0,
        business: record.business.0,
        college: record.college.0,
        round: small(record.round),
        place: small(record.table),
        result: record.result.map(|result| result.key().to_owned()),
        note: record.note.clone(),
        partnership: record.partnership.map(|partnership| partnership.0),
        result_by: record.result_by.map(|person| person.0),
        result_at: record.result_at,
    }
}

/// The meetings of some events, by round and table.
pub async fn of_events(conn: &impl ConnectionTrait, events: &[EventId]) -> Result<Vec<MeetingRecord>> {
    let query = meeting::Entity::find()
        .filter(Column::Event.is_in(events.iter().map(|event| event.0)))
        .order_by_asc(Column::Round)
        .order_by_asc(Column::Place)
        .order_by_asc(Column::Id);
    records(query.all(conn).await?, record)
}

/// One meeting of an event's.
pub async fn find(conn: &impl ConnectionTrait, event: EventId, id: MeetingId) -> Result<Option<MeetingRecord>> {
    let query = meeting::Entity::find_by_id(id.0).filter(Column::Event.eq(event.0));
    query.one(conn).await?.map(record).transpose()
}

/// Takes away the meetings of an event of which nothing was written down, from a round on.
pub async fn clear(unit: &Unit, event: EventId, from_round: u32) -> Result<u64> {
    let done = meeting::Entity::delete_many()
        .filter(Column::Event.eq(event.0))
        .filter(Column::Round.gte(small(from_round)))
        .filter(Column::Result.is_null())
        .exec(unit.conn())
        .await?;
    Ok(done.rows_affected)
}

/// Writes new ones.
pub async fn insert_many(unit: &Unit, made: &[MeetingRecord]) -> Result<()> {
    for part in made.chunks(CHUNK) {
        let rows = part.iter().map(|made| row(made).into_active_model());
        meeting::Entity::insert_many(rows).exec_without_returning(unit.conn()).await?;
    }
    Ok(())
}

/// Writes down what came of one.
pub async fn update(unit: &Unit, changed: &MeetingRecord) -> Result<()> {
    let next = row(changed).into_active_model().reset_all();
    meeting::Entity::update(next).exec(unit.conn()).await?;
    Ok(())
}

/// Takes away the meetings of a registration of which nothing was written down.
pub async fn clear_of(unit: &Unit, registration: RegistrationId) -> Result<()> {
    let own = Condition::any().add(Column::Business.eq(registration.0)).add(Column::College.eq(registration.0));
    meeting::Entity::delete_many().filter(own).filter(Column::Result.is_null()).exec(unit.conn()).await?;
    Ok(())
}
