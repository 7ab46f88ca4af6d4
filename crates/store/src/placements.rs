//! People who started work: reported by one side, confirmed by the other; and how many, for figures.

mod figures;
mod personal;

pub use figures::{by_agreement, by_destination_and_way, of_programme, on_lines};
pub use personal::{erase, forget_names, forget_of_application, of_person};

use crate::convert::{CHUNK, records, small, word, word_null};
use crate::error::Result;
use crate::tables::placement::{self, Column};
use crate::unit::Unit;
use crate::updates::overwrite;
use chrono::NaiveDate;
use sanviec_domain::ids::{AgreementId, ApplicationId, OrganisationId, PersonId, PlacementId, ProgrammeId, VacancyId};
use sanviec_domain::partnership::Side;
use sanviec_domain::placement::{Destination, PlacementDenial, PlacementState, PlacementWay};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

const TABLE: &str = "placement";

/// A person who started work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlacementRecord {
    /// Its id.
    pub id: PlacementId,
    /// Where it stands.
    pub state: PlacementState,
    /// Through what.
    pub way: PlacementWay,
    /// Where the work is.
    pub destination: Destination,
    /// Where the person works.
    pub business: OrganisationId,
    /// The vacancy.
    pub vacancy: Option<VacancyId>,
    /// The application.
    pub application: Option<ApplicationId>,
    /// What the person learned.
    pub programme: Option<ProgrammeId>,
    /// The agreement, and the line of it, counted from 0.
    pub line: Option<(AgreementId, u32)>,
    /// Who, where it is known by an account.
    pub person: Option<PersonId>,
    /// By name; gone with the person.
    pub name: Option<String>,
    /// The work: a VSCO code.
    pub occupation: Option<String>,
    /// Since when.
    pub started_on: NaiveDate,
    /// Which side reported it.
    pub side: Side,
    /// Who.
    pub reported_by: Option<PersonId>,
    /// When.
    pub reported_at: Instant,
    /// When it counts without an objection.
    pub settles_at: Instant,
    /// When it was confirmed.
    pub confirmed_at: Option<Instant>,
    /// Why it was objected to.
    pub denial: Option<PlacementDenial>,
    /// Raised by every change.
    pub version: i64,
}

fn record(row: placement::Model) -> Result<PlacementRecord> {
    Ok(PlacementRecord {
        id: PlacementId(row.id),
        state: word(TABLE, &row.state)?,
        way: word(TABLE, &row.way)?,
        destination: word(TABLE, &row.destination)?,
        business: OrganisationId(row.business),
        vacancy: row.vacancy.map(VacancyId),
        application: row.application.map(ApplicationId),
        programme: row.programme.map(ProgrammeId),
        line: row.agreement.map(AgreementId).zip(row.line.map(i32::unsigned_abs)),
        person: row.person.map(PersonId),
        name: row.name,
        occupation: row.occupation,
        started_on: row.started_on,
        side: word(TABLE, &row.side)?,
        reported_by: row.reported_by.map(PersonId),
        reported_at: row.reported_at,
        settles_at: row.settles_at,
        confirmed_at: row.confirmed_at,
        denial: word_null(TABLE, row.denial.as_deref())?,
        version: row.version,
    })
}

fn row(record: &PlacementRecord) -> placement::ActiveModel {
    placement::Model {
        id: record.id.0,
        state: record.state.key().to_owned(),
        way: record.way.key().to_owned(),
        destination: record.destination.key().to_owned(),
        business: record.business.0,
        vacancy: record.vacancy.map(|vacancy| vacancy.0),
        application: record.application.map(|application| application.0),
        programme: record.programme.map(|programme| programme.0),
        agreement: record.line.map(|(agreement, _)| agreement.0),
        line: record.line.map(|(_, line)| small(line)),
        person: record.person.map(|person| person.0),
        name: record.name.clone(),
        occupation: record.occupation.clone(),
        started_on: record.started_on,
        side: record.side.key().to_owned(),
        reported_by: record.reported_by.map(|person| person.0),
        reported_at: record.reported_at,
        settles_at: record.settles_at,
        confirmed_at: record.confirmed_at,
        denial: record.denial.map(|denial| denial.key().to_owned()),
        version: record.version,
    }
    .into_active_model()
}

/// A placement by its id, whosever it is.
pub async fn find(conn: &impl ConnectionTrait, id: PlacementId) -> Result<Option<PlacementRecord>> {
    placement::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// What came of an application; there is at most one.
pub async fn of_application(conn: &impl ConnectionTrait, application: ApplicationId) -> Result<Option<PlacementRecord>> {
    let query = placement::Entity::find().filter(Column::Application.eq(application.0));
    query.one(conn).await?.map(record).transpose()
}

/// Those under an agreement, the newest first.
pub async fn of_agreement(conn: &impl ConnectionTrait, agreement: AgreementId, limit: u64) -> Result<Vec<PlacementRecord>> {
    let query = placement::Entity::find().filter(Column::Agreement.eq(agreement.0)).order_by_desc(Column::Id);
    records(query.limit(limit).all(conn).await?, record)
}

/// Those under an agreement that a side has reported and that wait for the other, the oldest first.
pub async fn waiting_of(conn: &impl ConnectionTrait, agreement: AgreementId, side: Side, limit: u64) -> Result<Vec<PlacementRecord>> {
    let query = placement::Entity::find()
        .filter(Column::Agreement.eq(agreement.0))
        .filter(Column::State.eq(PlacementState::Reported.key()))
        .filter(Column::Side.eq(side.key()));
    records(query.order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// Those that count without an objection by now, the first first.
pub async fn to_settle(conn: &impl ConnectionTrait, now: Instant, limit: u64) -> Result<Vec<PlacementRecord>> {
    let query = placement::Entity::find()
        .filter(Column::State.eq(PlacementState::Reported.key()))
        .filter(Column::SettlesAt.lte(now));
    records(query.order_by_asc(Column::SettlesAt).order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// How many are on a line, objected and withdrawn ones left out.
pub async fn count_on_line(conn: &impl ConnectionTrait, (agreement, line): (AgreementId, u32)) -> Result<u64> {
    let states = [PlacementState::Reported, PlacementState::Confirmed].map(Vocabulary::key);
    let query = placement::Entity::find()
        .filter(Column::Agreement.eq(agreement.0))
        .filter(Column::Line.eq(small(line)))
        .filter(Column::State.is_in(states));
    Ok(query.count(conn).await?)
}

/// Writes new ones.
pub async fn insert_many(unit: &Unit, records: &[PlacementRecord]) -> Result<()> {
    for part in records.chunks(CHUNK) {
        placement::Entity::insert_many(part.iter().map(row)).exec_without_returning(unit.conn()).await?;
    }
    Ok(())
}

/// Writes one anew and raises its version; [`StoreError::Conflict`](crate::StoreError::Conflict) where it was
/// changed meanwhile.
pub async fn update(unit: &Unit, placement: &mut PlacementRecord) -> Result<()> {
    let known = placement.version;
    placement.version += 1;
    overwrite::<placement::Entity>(unit, row(placement), (Column::Id, placement.id.0), (Column::Version, known)).await
}

/// Moves what is on a line of an agreement to a line of another.
pub(crate) async fn move_line(unit: &Unit, from: (AgreementId, u32), to: (AgreementId, u32)) -> Result<()> {
    placement::Entity::update_many()
        .col_expr(Column::Agreement, Expr::value(to.0.0))
        .col_expr(Column::Line, Expr::value(small(to.1)))
        .filter(Column::Agreement.eq(from.0.0))
        .filter(Column::Line.eq(small(from.1)))
        .exec(unit.conn())
        .await?;
    Ok(())
}
