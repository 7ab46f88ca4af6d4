//! Agreements: every version of their text, and the signatures over it. Versions and signatures are only ever
//! added; a signature that counts no more is marked, not taken away.

use crate::convert::{CHUNK, json, parsed_null, records, small, to_json, word, word_null};
use crate::counter;
use crate::error::Result;
use crate::tables::agreement::{self, Column};
use crate::tables::{agreement_signature as signature, agreement_template as template, agreement_version as version};
use crate::unit::Unit;
use crate::updates::overwrite;
use chrono::NaiveDate;
use sanviec_domain::agreement::{AgreementContent, AgreementState, SigningFactor};
use sanviec_domain::ids::{AgreementId, PartnershipId, PersonId};
use sanviec_domain::partnership::Side;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;

const TABLE: &str = "agreement";

/// An agreement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AgreementRecord {
    /// Its id.
    pub id: AgreementId,
    /// Whose it is.
    pub partnership: PartnershipId,
    /// Where it stands.
    pub state: AgreementState,
    /// What people call it by.
    pub number: String,
    /// The one that it changes or prolongs.
    pub amends: Option<AgreementId>,
    /// The number of the version that stands.
    pub current: u32,
    /// Why it was terminated.
    pub reason: Option<String>,
    /// Its last day, once it is signed.
    pub ends_on: Option<NaiveDate>,
    /// Raised by every change.
    pub version: i64,
    /// When it was begun.
    pub created_at: Instant,
    /// When both had signed.
    pub signed_at: Option<Instant>,
}

/// A version of an agreement's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VersionRecord {
    /// Its number, from 1.
    pub number: u32,
    /// What it says.
    pub content: AgreementContent,
    /// The exact text.
    pub body: String,
    /// SHA-256 of the text's bytes, in hexadecimal digits.
    pub hash: String,
    /// The version of the template that it was made from.
    pub template: u32,
    /// Which side wrote it; the centre where there is none.
    pub side: Option<Side>,
    /// Who.
    pub written_by: Option<PersonId>,
    /// When.
    pub written_at: Instant,
}

/// A signature over a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignatureRecord {
    /// Over which version.
    pub number: u32,
    /// The hash of the text that was signed.
    pub hash: String,
    /// For which side.
    pub side: Side,
    /// Who.
    pub person: Option<PersonId>,
    /// By name, as it was then.
    pub name: String,
    /// As what.
    pub title: String,
    /// With what.
    pub factor: SigningFactor,
    /// When.
    pub at: Instant,
    /// Since when it counts no more: the text was changed.
    pub cleared_at: Option<Instant>,
}

/// A version of the centre's template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TemplateRecord {
    /// Its number, from 1.
    pub version: u32,
    /// Its text.
    pub body: String,
    /// What was changed.
    pub note: String,
    /// When.
    pub created_at: Instant,
}

pub(crate) fn record(row: agreement::Model) -> Result<AgreementRecord> {
    Ok(AgreementRecord {
        id: AgreementId(row.id),
        partnership: PartnershipId(row.partnership),
        state: word(TABLE, &row.state)?,
        number: row.number,
        amends: row.amends.map(AgreementId),
        current: row.current.unsigned_abs(),
        reason: row.reason,
        ends_on: parsed_null(TABLE, row.ends_on.as_deref())?,
        version: row.version,
        created_at: row.created_at,
        signed_at: row.signed_at,
    })
}

fn row(record: &AgreementRecord) -> agreement::Model {
    agreement::Model {
        id: record.id.0,
        partnership: record.partnership.0,
        state: record.state.key().to_owned(),
        number: record.number.clone(),
        amends: record.amends.map(|amends| amends.0),
        current: small(record.current),
        reason: record.reason.clone(),
        ends_on: record.ends_on.map(|day| day.to_string()),
        version: record.version,
        created_at: record.created_at,
        signed_at: record.signed_at,
    }
}

pub(crate) fn version_record(row: version::Model) -> Result<VersionRecord> {
    Ok(VersionRecord {
        number: row.number.unsigned_abs(),
        content: json("agreement_version", &row.content)?,
        body: row.body,
        hash: row.hash,
        template: row.template.unsigned_abs(),
        side: word_null("agreement_version", row.side.as_deref())?,
        written_by: row.written_by.map(PersonId),
        written_at: row.written_at,
    })
}

fn signature_record(row: signature::Model) -> Result<SignatureRecord> {
    const TABLE: &str = "agreement_signature";
    Ok(SignatureRecord {
        number: row.number.unsigned_abs(),
        hash: row.hash,
        side: word(TABLE, &row.side)?,
        person: row.person.map(PersonId),
        name: row.name,
        title: row.title,
        factor: word(TABLE, &row.factor)?,
        at: row.at,
        cleared_at: row.cleared_at,
    })
}

/// The next number of a year's agreements: 1, 2, 3, …
pub async fn next_number(unit: &Unit) -> Result<i64> {
    counter::take(unit.conn(), counter::AGREEMENT, 1).await
}

/// An agreement by its id.
pub async fn find(conn: &impl ConnectionTrait, id: AgreementId) -> Result<Option<AgreementRecord>> {
    agreement::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// An agreement by what people call it.
pub async fn by_number(conn: &impl ConnectionTrait, number: &str) -> Result<Option<AgreementRecord>> {
    agreement::Entity::find().filter(Column::Number.eq(number)).one(conn).await?.map(record).transpose()
}

/// A partnership's, the newest first.
pub async fn of(conn: &impl ConnectionTrait, partnership: PartnershipId) -> Result<Vec<AgreementRecord>> {
    let query = agreement::Entity::find().filter(Column::Partnership.eq(partnership.0)).order_by_desc(Column::Id);
    records(query.all(conn).await?, record)
}

/// Those of some partnerships, each with what its current version says, the first first.
pub async fn of_partnerships(conn: &impl ConnectionTrait, partnerships: &[PartnershipId]) -> Result<Vec<(AgreementRecord, AgreementContent)>> {
    let mut found = Vec::new();
    for part in partnerships.chunks(CHUNK) {
        let query = agreement::Entity::find()
            .filter(Column::Partnership.is_in(part.iter().map(|id| id.0)))
            .order_by_asc(Column::Id);
        let agreements = records(query.all(conn).await?, record)?;
        for part in agreements.chunks(CHUNK) {
            let rows = version::Entity::find()
                .filter(version::Column::Agreement.is_in(part.iter().map(|agreement| agreement.id.0)))
                .all(conn)
                .await?;
            let versions: HashMap<(AgreementId, u32), String> = rows.into_iter().map(|row| ((AgreementId(row.agreement), row.number.unsigned_abs()), row.content)).collect();
            for agreement in part {
                if let Some(content) = versions.get(&(agreement.id, agreement.current)) {
                    found.push((agreement.clone(), json("agreement_version", content)?));
                }
            }
        }
    }
    Ok(found)
}

/// Signed ones whose last day is before a day.
pub async fn over(conn: &impl ConnectionTrait, today: NaiveDate, limit: u64) -> Result<Vec<AgreementRecord>> {
    let query = agreement::Entity::find()
        .filter(Column::State.eq(AgreementState::Signed.key()))
        .filter(Column::EndsOn.lt(today.to_string()));
    records(query.order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// Writes a new one.
pub async fn insert(unit: &Unit, agreement: &AgreementRecord) -> Result<()> {
    agreement::Entity::insert(row(agreement).into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes one anew and raises its version; [`StoreError::Conflict`](crate::StoreError::Conflict) where it was
/// changed meanwhile.
pub async fn update(unit: &Unit, agreement: &mut AgreementRecord) -> Result<()> {
    let known = agreement.version;
    agreement.version += 1;
    let next = row(agreement).into_active_model();
    overwrite::<agreement::Entity>(unit, next, (Column::Id, agreement.id.0), (Column::Version, known)).await
}

/// The versions of a text, the first first.
pub async fn versions(conn: &impl ConnectionTrait, agreement: AgreementId) -> Result<Vec<VersionRecord>> {
    let query = version::Entity::find()
        .filter(version::Column::Agreement.eq(agreement.0))
        .order_by_asc(version::Column::Number);
    records(query.all(conn).await?, version_record)
}

/// One version of a text.
pub async fn version(conn: &impl ConnectionTrait, agreement: AgreementId, number: u32) -> Result<Option<VersionRecord>> {
    let found = version::Entity::find_by_id((agreement.0, small(number))).one(conn).await?;
    found.map(version_record).transpose()
}

/// The agreements with a version of this hash, and the version's number.
pub async fn by_hash(conn: &impl ConnectionTrait, hash: &str) -> Result<Vec<(AgreementId, u32)>> {
    let rows = version::Entity::find().filter(version::Column::Hash.eq(hash)).all(conn).await?;
    Ok(rows.into_iter().map(|row| (AgreementId(row.agreement), row.number.unsigned_abs())).collect())
}

/// Adds a version.
pub async fn add_version(unit: &Unit, agreement: AgreementId, written: &VersionRecord) -> Result<()> {
    let row = version::Model {
        agreement: agreement.0,
        number: small(written.number),
        content: to_json(&written.content)?,
        body: written.body.clone(),
        hash: written.hash.clone(),
        template: small(written.template),
        side: written.side.map(|side| side.key().to_owned()),
        written_by: written.written_by.map(|person| person.0),
        written_at: written.written_at,
    };
    version::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// The signatures on an agreement, those that count no more among them, the first first.
pub async fn signatures(conn: &impl ConnectionTrait, agreement: AgreementId) -> Result<Vec<SignatureRecord>> {
    let query = signature::Entity::find()
        .filter(signature::Column::Agreement.eq(agreement.0))
        .order_by_asc(signature::Column::Id);
    records(query.all(conn).await?, signature_record)
}

/// Adds a signature.
pub async fn sign(unit: &Unit, agreement: AgreementId, made: &SignatureRecord) -> Result<()> {
    let row = signature::Model {
        id: unit.uuid(),
        agreement: agreement.0,
        number: small(made.number),
        hash: made.hash.clone(),
        side: made.side.key().to_owned(),
        person: made.person.map(|person| person.0),
        name: made.name.clone(),
        title: made.title.clone(),
        factor: made.factor.key().to_owned(),
        at: made.at,
        cleared_at: made.cleared_at,
    };
    signature::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Marks the signatures on an agreement: they count no more. Answers with how many.
pub async fn clear_signatures(unit: &Unit, agreement: AgreementId) -> Result<u64> {
    let done = signature::Entity::update_many()
        .col_expr(signature::Column::ClearedAt, Expr::value(Some(unit.now())))
        .filter(signature::Column::Agreement.eq(agreement.0))
        .filter(signature::Column::ClearedAt.is_null())
        .exec(unit.conn())
        .await?;
    Ok(done.rows_affected)
}

/// The newest version of the centre's template, where it has written one.
pub async fn template(conn: &impl ConnectionTrait) -> Result<Option<TemplateRecord>> {
    Ok(templates(conn, 1).await?.pop())
}

/// The versions of the centre's template, the newest first.
pub async fn templates(conn: &impl ConnectionTrait, limit: u64) -> Result<Vec<TemplateRecord>> {
    let rows = template::Entity::find().order_by_desc(template::Column::Version).limit(limit).all(conn).await?;
    Ok(rows
        .into_iter()
        .map(|row| TemplateRecord {
            version: row.version.unsigned_abs(),
            body: row.body,
            note: row.note,
            created_at: row.created_at,
        })
        .collect())
}

/// Adds a version of the centre's template.
pub async fn add_template(unit: &Unit, written: &TemplateRecord) -> Result<()> {
    let row = template::Model {
        version: small(written.version),
        body: written.body.clone(),
        note: written.note.clone(),
        created_by: unit.actor().person().map(|person| person.0),
        created_at: written.created_at,
    };
    template::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}
