//! The moderation queue.

use crate::convert::{CHUNK, counted, json, keys, records, to_json, word, word_null};
use crate::error::Result;
use crate::feed::{Entity, entity};
use crate::tables::moderation_case::{self, Column};
use crate::unit::Unit;
use crate::updates::overwrite;
use sanviec_domain::ids::{CaseId, OrganisationId, PersonId};
use sanviec_domain::moderation::{CaseKind, CaseState, Finding, Outcome, Reason, Severity};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::sea_query::{Expr, SimpleExpr};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, Select};
use std::collections::BTreeMap;
use uuid::Uuid;

mod kept;
pub use kept::{Decided, by_period};

const TABLE: &str = "moderation_case";

/// A case of the moderation queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CaseRecord {
    /// Its id.
    pub id: CaseId,
    /// What it is about.
    pub kind: CaseKind,
    /// Where it stands.
    pub state: CaseState,
    /// What the subject is.
    pub entity: Entity,
    /// The subject's id.
    pub subject: Uuid,
    /// The organisation concerned.
    pub organisation: Option<OrganisationId>,
    /// Who submitted or reported it.
    pub submitted_by: Option<PersonId>,
    /// What the rules found.
    pub findings: Vec<Finding>,
    /// The officer who holds it.
    pub claimed_by: Option<PersonId>,
    /// Until when.
    pub claimed_until: Option<Instant>,
    /// How it was decided.
    pub outcome: Option<Outcome>,
    /// Why.
    pub reasons: Vec<Reason>,
    /// For colleagues.
    pub note: String,
    /// For the sender.
    pub message: String,
    /// The officer who decided.
    pub decided_by: Option<PersonId>,
    /// When.
    pub decided_at: Option<Instant>,
    /// The officer who asked for a second opinion: a colleague decides.
    pub passed_by: Option<PersonId>,
    /// By when it is promised.
    pub due_at: Instant,
    /// Raised by every change.
    pub version: i64,
    /// When it was opened.
    pub created_at: Instant,
}

fn record(row: moderation_case::Model) -> Result<CaseRecord> {
    Ok(CaseRecord {
        id: CaseId(row.id),
        kind: word(TABLE, &row.kind)?,
        state: word(TABLE, &row.state)?,
        entity: entity(TABLE, &row.entity)?,
        subject: row.subject,
        organisation: row.organisation.map(OrganisationId),
        submitted_by: row.submitted_by.map(PersonId),
        findings: json(TABLE, &row.findings)?,
        claimed_by: row.claimed_by.map(PersonId),
        claimed_until: row.claimed_until,
        outcome: word_null(TABLE, row.outcome.as_deref())?,
        reasons: json(TABLE, &row.reasons)?,
        note: row.note,
        message: row.message,
        decided_by: row.decided_by.map(PersonId),
        decided_at: row.decided_at,
        passed_by: row.passed_by.map(PersonId),
        due_at: row.due_at,
        version: row.version,
        created_at: row.created_at,
    })
}

fn row(record: &CaseRecord) -> Result<moderation_case::ActiveModel> {
    Ok(moderation_case::Model {
        id: record.id.0,
        kind: record.kind.key().to_owned(),
        state: record.state.key().to_owned(),
        entity: record.entity.key().to_owned(),
        subject: record.subject,
        organisation: record.organisation.map(|organisation| organisation.0),
        submitted_by: record.submitted_by.map(|person| person.0),
        findings: to_json(&record.findings)?,
        claimed_by: record.claimed_by.map(|person| person.0),
        claimed_until: record.claimed_until,
        outcome: record.outcome.map(|outcome| outcome.key().to_owned()),
        reasons: to_json(&record.reasons)?,
        note: record.note.clone(),
        message: record.message.clone(),
        decided_by: record.decided_by.map(|person| person.0),
        decided_at: record.decided_at,
        passed_by: record.passed_by.map(|person| person.0),
        due_at: record.due_at,
        version: record.version,
        created_at: record.created_at,
    }
    .into_active_model())
}

/// Not yet decided. Written out and not bound, so that the engines can use the partial indexes.
fn is_open() -> SimpleExpr {
    Expr::cust("state <> 'decided'")
}

fn of_subject(entity: Entity, subject: Uuid) -> Select<moderation_case::Entity> {
    moderation_case::Entity::find().filter(Column::Entity.eq(entity.key())).filter(Column::Subject.eq(subject))
}

/// The case of an id.
pub async fn find(conn: &impl ConnectionTrait, id: CaseId) -> Result<Option<CaseRecord>> {
    moderation_case::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// Opens a case. [`StoreError::Taken`](crate::StoreError::Taken) where one of this kind is open for the subject (reports of
/// abuse excepted).
pub async fn insert(unit: &Unit, record: CaseRecord) -> Result<()> {
    moderation_case::Entity::insert(row(&record)?).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Opens cases.
pub async fn insert_many(unit: &Unit, records: Vec<CaseRecord>) -> Result<()> {
    for part in records.chunks(CHUNK) {
        let rows = part.iter().map(row).collect::<Result<Vec<_>>>()?;
        moderation_case::Entity::insert_many(rows).exec_without_returning(unit.conn()).await?;
    }
    Ok(())
}

/// Writes a changed case and answers with it as it now stands (next version).
/// [`StoreError::Conflict`](crate::StoreError::Conflict) where it is no longer at the version that was read: so two officers
/// can't decide one case.
pub async fn update(unit: &Unit, record: &CaseRecord) -> Result<CaseRecord> {
    let next = CaseRecord {
        version: record.version + 1,
        ..record.clone()
    };
    overwrite::<moderation_case::Entity>(unit, row(&next)?, (Column::Id, record.id.0), (Column::Version, record.version)).await?;
    Ok(next)
}

/// The open case that decides about a subject, reports of abuse left aside; the first due where
/// there are several (a vacancy and its appeal).
pub async fn open_for(conn: &impl ConnectionTrait, entity: Entity, subject: Uuid) -> Result<Option<CaseRecord>> {
    let query = of_subject(entity, subject).filter(is_open()).filter(Column::Kind.ne(CaseKind::Report.key()));
    query.order_by_asc(Column::DueAt).order_by_asc(Column::Id).limit(1).one(conn).await?.map(record).transpose()
}

/// Every open case of a subject, reports of abuse included, first due first.
pub async fn all_open_for(conn: &impl ConnectionTrait, entity: Entity, subject: Uuid) -> Result<Vec<CaseRecord>> {
    records(
        of_subject(entity, subject)
            .filter(is_open())
            .order_by_asc(Column::DueAt)
            .order_by_asc(Column::Id)
            .all(conn)
            .await?,
        record,
    )
}

/// Which of the open cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Only {
    /// Every one.
    All,
    /// Those in which the rules found something grave, and reports.
    Grave,
    /// Those that an officer claimed.
    HeldBy(PersonId),
}

/// The queue: what waits or is claimed, first due first. `after` is the due time and id of the last
/// case seen.
pub async fn queue(conn: &impl ConnectionTrait, kinds: Option<&[CaseKind]>, only: Only, after: Option<(Instant, CaseId)>, limit: u64) -> Result<Vec<CaseRecord>> {
    let mut query = moderation_case::Entity::find().filter(is_open());
    match only {
        Only::All => {}
        Only::Grave => {
            let severe = format!("%\"severity\":\"{}\"%", Severity::Severe.key());
            query = query.filter(Condition::any().add(Column::Findings.like(severe)).add(Column::Kind.eq(CaseKind::Report.key())));
        }
        Only::HeldBy(officer) => query = query.filter(Column::State.eq(CaseState::Claimed.key())).filter(Column::ClaimedBy.eq(officer.0)),
    }
    if let Some(kinds) = kinds {
        query = query.filter(Column::Kind.is_in(keys(kinds)));
    }
    if let Some((due_at, id)) = after {
        query = query
            .filter(Column::DueAt.gte(due_at))
            .filter(Condition::any().add(Column::DueAt.gt(due_at)).add(Column::Id.gt(id.0)));
    }
    records(query.order_by_asc(Column::DueAt).order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// How many cases of each kind are open; kinds without any are left out.
pub async fn counts(conn: &impl ConnectionTrait) -> Result<BTreeMap<CaseKind, u64>> {
    let query = moderation_case::Entity::find()
        .select_only()
        .column(Column::Kind)
        .column_as(Column::Id.count(), "count")
        .filter(is_open())
        .group_by(Column::Kind);
    counted(TABLE, query.into_tuple().all(conn).await?)
}

/// Every case of a subject, newest first.
pub async fn history_for(conn: &impl ConnectionTrait, entity: Entity, subject: Uuid) -> Result<Vec<CaseRecord>> {
    records(of_subject(entity, subject).order_by_desc(Column::Id).all(conn).await?, record)
}

/// The latest cases that concern an organisation or what it posted, newest first.
pub async fn of_organisation(conn: &impl ConnectionTrait, organisation: OrganisationId, limit: u64) -> Result<Vec<CaseRecord>> {
    let query = moderation_case::Entity::find().filter(Column::Organisation.eq(organisation.0));
    records(query.order_by_desc(Column::Id).limit(limit).all(conn).await?, record)
}

/// How the cases of an organisation and of what it posted were decided.
pub async fn outcomes_of(conn: &impl ConnectionTrait, organisation: OrganisationId) -> Result<BTreeMap<Outcome, u64>> {
    let query = moderation_case::Entity::find()
        .select_only()
        .column(Column::Outcome)
        .column_as(Column::Id.count(), "count")
        .filter(Column::Organisation.eq(organisation.0))
        .filter(Column::Outcome.is_not_null())
        .group_by(Column::Outcome);
    counted(TABLE, query.into_tuple().all(conn).await?)
}

/// Every case of some subjects of a kind of record, newest first.
pub async fn history_of_many(conn: &impl ConnectionTrait, entity: Entity, subjects: &[Uuid]) -> Result<Vec<CaseRecord>> {
    let mut found = Vec::new();
    for part in subjects.chunks(CHUNK) {
        let query = moderation_case::Entity::find()
            .filter(Column::Entity.eq(entity.key()))
            .filter(Column::Subject.is_in(part.iter().copied()));
        found.extend(records(query.all(conn).await?, record)?);
    }
    found.sort_by_key(|case| std::cmp::Reverse(case.id));
    Ok(found)
}

/// Cases whose claim is over, the longest over first.
pub async fn lapsed_claims(conn: &impl ConnectionTrait, now: Instant, limit: u64) -> Result<Vec<CaseRecord>> {
    let query = moderation_case::Entity::find()
        .filter(is_open())
        .filter(Column::State.eq(CaseState::Claimed.key()))
        .filter(Column::ClaimedUntil.lte(now));
    records(query.order_by_asc(Column::ClaimedUntil).order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// The cases decided since an instant, the oldest decision first, at most `limit`. `after` is when the last
/// case seen was decided, and its id.
pub async fn decided_since(conn: &impl ConnectionTrait, since: Instant, after: Option<(Instant, CaseId)>, limit: u64) -> Result<Vec<CaseRecord>> {
    // Written out and not bound, so that the engines can use the partial index.
    let mut query = moderation_case::Entity::find()
        .filter(Expr::cust("state = 'decided'"))
        .filter(Column::DecidedAt.gte(after.map_or(since, |(at, _)| at.max(since))));
    if let Some((at, id)) = after {
        query = query.filter(Condition::any().add(Column::DecidedAt.gt(at)).add(Column::Id.gt(id.0)));
    }
    records(query.order_by_asc(Column::DecidedAt).order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// The case an officer should take next: the first due that waits or whose claim is over, but not
/// `skip` and none that the officer passed on.
pub async fn next_waiting(conn: &impl ConnectionTrait, now: Instant, officer: Option<PersonId>, skip: Option<CaseId>) -> Result<Option<CaseRecord>> {
    let free = Condition::any().add(Column::State.eq(CaseState::Waiting.key())).add(Column::ClaimedUntil.lte(now));
    let mut query = moderation_case::Entity::find().filter(is_open()).filter(free);
    if let Some(skip) = skip {
        query = query.filter(Column::Id.ne(skip.0));
    }
    if let Some(officer) = officer {
        query = query.filter(Condition::any().add(Column::PassedBy.is_null()).add(Column::PassedBy.ne(officer.0)));
    }
    query.order_by_asc(Column::DueAt).order_by_asc(Column::Id).limit(1).one(conn).await?.map(record).transpose()
}

/// The latest decision about a subject.
pub async fn last_decision(conn: &impl ConnectionTrait, entity: Entity, subject: Uuid) -> Result<Option<CaseRecord>> {
    let query = of_subject(entity, subject).filter(Column::State.eq(CaseState::Decided.key()));
    query
        .order_by_desc(Column::DecidedAt)
        .order_by_desc(Column::Id)
        .limit(1)
        .one(conn)
        .await?
        .map(record)
        .transpose()
}
