//! The yearly reviews of agreements, and the anniversaries at which both sides were asked for one.

use crate::convert::{json, records, small, to_json, word};
use crate::error::Result;
use crate::tables::agreement_review::{self as review, Column};
use crate::tables::{agreement, agreement_review_request as request};
use crate::unit::Unit;
use crate::updates::overwrite;
use sanviec_domain::agreement::AgreementState;
use sanviec_domain::agreement::review::{ReviewLine, ReviewState};
use sanviec_domain::ids::{AgreementId, PartnershipId, PersonId, ReviewId};
use sanviec_domain::partnership::Side;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::ops::Range;
use uuid::Uuid;

const TABLE: &str = "agreement_review";

/// A countersignature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Countersignature {
    /// Who.
    pub person: Option<PersonId>,
    /// By name, as it was then.
    pub name: String,
    /// When.
    pub at: Instant,
}

/// What a side says, and that it has countersigned.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SideOfReview {
    /// Its remarks.
    pub remarks: String,
    /// Its countersignature.
    pub signed: Option<Countersignature>,
}

/// A yearly review.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewRecord {
    /// Its id.
    pub id: ReviewId,
    /// Of which agreement.
    pub agreement: AgreementId,
    /// The calendar year.
    pub year: i32,
    /// Where it stands.
    pub state: ReviewState,
    /// What had come of each line when it was opened.
    pub lines: Vec<ReviewLine>,
    /// The business's part.
    pub business: SideOfReview,
    /// The college's part.
    pub college: SideOfReview,
    /// Raised by every change.
    pub version: i64,
    /// Who opened it.
    pub created_by: Option<PersonId>,
    /// When.
    pub created_at: Instant,
}

impl ReviewRecord {
    /// A side's part.
    pub fn of(&self, side: Side) -> &SideOfReview {
        match side {
            Side::Business => &self.business,
            Side::College => &self.college,
        }
    }

    /// A side's part, to be written.
    pub fn of_mut(&mut self, side: Side) -> &mut SideOfReview {
        match side {
            Side::Business => &mut self.business,
            Side::College => &mut self.college,
        }
    }
}

fn signed(person: Option<Uuid>, name: Option<String>, at: Option<Instant>) -> Option<Countersignature> {
    Some(Countersignature {
        person: person.map(PersonId),
        name: name.unwrap_or_default(),
        at: at?,
    })
}

fn record(row: review::Model) -> Result<ReviewRecord> {
    Ok(ReviewRecord {
        id: ReviewId(row.id),
        agreement: AgreementId(row.agreement),
        year: row.year,
        state: word(TABLE, &row.state)?,
        lines: json(TABLE, &row.lines)?,
        business: SideOfReview {
            remarks: row.business_remarks,
            signed: signed(row.business_person, row.business_name, row.business_at),
        },
        college: SideOfReview {
            remarks: row.college_remarks,
            signed: signed(row.college_person, row.college_name, row.college_at),
        },
        version: row.version,
        created_by: row.created_by.map(PersonId),
        created_at: row.created_at,
    })
}

fn row(record: &ReviewRecord) -> Result<review::ActiveModel> {
    let (business, college) = (&record.business, &record.college);
    let person = |side: &SideOfReview| side.signed.as_ref().and_then(|signed| signed.person).map(|person| person.0);
    let name = |side: &SideOfReview| side.signed.as_ref().map(|signed| signed.name.clone());
    let at = |side: &SideOfReview| side.signed.as_ref().map(|signed| signed.at);
    Ok(review::Model {
        id: record.id.0,
        agreement: record.agreement.0,
        year: record.year,
        state: record.state.key().to_owned(),
        lines: to_json(&record.lines)?,
        business_remarks: business.remarks.clone(),
        college_remarks: college.remarks.clone(),
        business_person: person(business),
        business_name: name(business),
        business_at: at(business),
        college_person: person(college),
        college_name: name(college),
        college_at: at(college),
        version: record.version,
        created_by: record.created_by.map(|person| person.0),
        created_at: record.created_at,
    }
    .into_active_model())
}

/// An agreement's reviews, the newest first.
pub async fn of(conn: &impl ConnectionTrait, agreement: AgreementId) -> Result<Vec<ReviewRecord>> {
    let query = review::Entity::find().filter(Column::Agreement.eq(agreement.0)).order_by_desc(Column::Year);
    records(query.all(conn).await?, record)
}

/// The review of a year.
pub async fn find(conn: &impl ConnectionTrait, agreement: AgreementId, year: i32) -> Result<Option<ReviewRecord>> {
    let query = review::Entity::find().filter(Column::Agreement.eq(agreement.0)).filter(Column::Year.eq(year));
    query.one(conn).await?.map(record).transpose()
}

/// Writes a new one. [`StoreError::Taken`](crate::StoreError::Taken) where the year has one.
pub async fn insert(unit: &Unit, review: &ReviewRecord) -> Result<()> {
    review::Entity::insert(row(review)?).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes one anew and raises its version; [`StoreError::Conflict`](crate::StoreError::Conflict) where it was
/// changed meanwhile.
pub async fn update(unit: &Unit, review: &mut ReviewRecord) -> Result<()> {
    let known = review.version;
    review.version += 1;
    overwrite::<review::Entity>(unit, row(review)?, (Column::Id, review.id.0), (Column::Version, known)).await
}

/// Signed agreements that were signed within these instants and were not yet asked about at an anniversary.
pub async fn to_ask(conn: &impl ConnectionTrait, signed: Range<Instant>, anniversary: u32, limit: u64) -> Result<Vec<(AgreementId, PartnershipId)>> {
    let asked = request::Entity::find()
        .select_only()
        .column(request::Column::Agreement)
        .filter(request::Column::Anniversary.eq(small(anniversary)))
        .into_query();
    let rows: Vec<(Uuid, Uuid)> = agreement::Entity::find()
        .select_only()
        .column(agreement::Column::Id)
        .column(agreement::Column::Partnership)
        .filter(agreement::Column::State.eq(AgreementState::Signed.key()))
        .filter(agreement::Column::SignedAt.gt(signed.start))
        .filter(agreement::Column::SignedAt.lte(signed.end))
        .filter(agreement::Column::Id.not_in_subquery(asked))
        .order_by_asc(agreement::Column::Id)
        .limit(limit)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|(id, partnership)| (AgreementId(id), PartnershipId(partnership))).collect())
}

/// Writes down that both sides were asked at an anniversary.
pub async fn asked(unit: &Unit, agreement: AgreementId, anniversary: u32) -> Result<()> {
    let row = request::Model {
        agreement: agreement.0,
        anniversary: small(anniversary),
        asked_at: unit.now(),
    };
    request::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}
