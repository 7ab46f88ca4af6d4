//! Meetings in partnerships.

use crate::convert::{records, small, word, word_null};
use crate::error::Result;
use crate::tables::partnership_meeting::{self as meeting, Column};
use crate::unit::Unit;
use crate::updates::overwrite;
use sanviec_domain::ids::{PartnershipId, PartnershipMeetingId, PersonId};
use sanviec_domain::partnership::Side;
use sanviec_domain::partnership::meeting::{MeetingContent, MeetingState};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder};

const TABLE: &str = "partnership_meeting";

/// A meeting in a partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingRecord {
    /// Its id.
    pub id: PartnershipMeetingId,
    /// The partnership.
    pub partnership: PartnershipId,
    /// Where it stands.
    pub state: MeetingState,
    /// The side that proposed it; the centre where there is none.
    pub side: Option<Side>,
    /// Whether the business has agreed.
    pub business_agrees: bool,
    /// Whether the college has.
    pub college_agrees: bool,
    /// When, where and what about.
    pub content: MeetingContent,
    /// Raised by every change.
    pub version: i64,
    /// Who proposed it, in person.
    pub created_by: Option<PersonId>,
    /// When.
    pub created_at: Instant,
    /// When it changed last.
    pub updated_at: Instant,
}

impl MeetingRecord {
    /// Whether a side has agreed.
    pub fn agrees(&self, side: Side) -> bool {
        match side {
            Side::Business => self.business_agrees,
            Side::College => self.college_agrees,
        }
    }

    /// Writes down that a side agrees.
    pub fn agree(&mut self, side: Side) {
        match side {
            Side::Business => self.business_agrees = true,
            Side::College => self.college_agrees = true,
        }
    }
}

fn record(row: meeting::Model) -> Result<MeetingRecord> {
    Ok(MeetingRecord {
        id: PartnershipMeetingId(row.id),
        partnership: PartnershipId(row.partnership),
        state: word(TABLE, &row.state)?,
        side: word_null(TABLE, row.side.as_deref())?,
        business_agrees: row.business_agrees,
        college_agrees: row.college_agrees,
        content: MeetingContent {
            subject: row.subject,
            begins: row.begins,
            minutes: u32::try_from(row.minutes).unwrap_or_default(),
            place: row.place,
            link: row.link,
        },
        version: row.version,
        created_by: row.created_by.map(PersonId),
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

fn row(record: &MeetingRecord) -> meeting::ActiveModel {
    let content = record.content.clone();
    meeting::Model {
        id: record.id.0,
        partnership: record.partnership.0,
        state: record.state.key().to_owned(),
        side: record.side.map(|side| side.key().to_owned()),
        business_agrees: record.business_agrees,
        college_agrees: record.college_agrees,
        subject: content.subject,
        begins: content.begins,
        minutes: small(content.minutes),
        place: content.place,
        link: content.link,
        version: record.version,
        created_by: record.created_by.map(|person| person.0),
        created_at: record.created_at,
        updated_at: record.updated_at,
    }
    .into_active_model()
}

/// A partnership's meetings, the one that begins first first.
pub async fn of(conn: &impl ConnectionTrait, partnership: PartnershipId) -> Result<Vec<MeetingRecord>> {
    let query = meeting::Entity::find().filter(Column::Partnership.eq(partnership.0));
    records(query.order_by_asc(Column::Begins).order_by_asc(Column::Id).all(conn).await?, record)
}

/// How many a partnership has.
pub async fn count(conn: &impl ConnectionTrait, partnership: PartnershipId) -> Result<u64> {
    Ok(meeting::Entity::find().filter(Column::Partnership.eq(partnership.0)).count(conn).await?)
}

/// A meeting of a partnership.
pub async fn find(conn: &impl ConnectionTrait, partnership: PartnershipId, id: PartnershipMeetingId) -> Result<Option<MeetingRecord>> {
    let query = meeting::Entity::find_by_id(id.0).filter(Column::Partnership.eq(partnership.0));
    query.one(conn).await?.map(record).transpose()
}

/// Writes a new one.
pub async fn insert(unit: &Unit, meeting: &MeetingRecord) -> Result<()> {
    meeting::Entity::insert(row(meeting)).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes one anew and raises its version; [`StoreError::Conflict`](crate::StoreError::Conflict) where it was
/// changed meanwhile.
pub async fn update(unit: &Unit, meeting: &mut MeetingRecord) -> Result<()> {
    let known = meeting.version;
    meeting.version += 1;
    overwrite::<meeting::Entity>(unit, row(meeting), (Column::Id, meeting.id.0), (Column::Version, known)).await
}
