//! Organisations: employers, colleges, the centre's branches.

use crate::convert::{CHUNK, json, parsed_null, records, to_json, word};
use crate::error::Result;
use crate::tables::organisation::{self, Column};
use crate::unit::Unit;
use crate::updates::overwrite;
use sanviec_domain::contact::TaxCode;
use sanviec_domain::ids::OrganisationId;
use sanviec_domain::organisation::{OrganisationKind, OrganisationProfile, OrganisationState};
use sanviec_domain::text::fold;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::BTreeMap;

const TABLE: &str = "organisation";

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationRecord {
    /// Its id.
    pub id: OrganisationId,
    /// What it is.
    pub kind: OrganisationKind,
    /// Where it stands.
    pub state: OrganisationState,
    /// Its name, as registered.
    pub name: String,
    /// Its tax code; unique.
    pub tax_code: Option<TaxCode>,
    /// What it says of itself.
    pub profile: OrganisationProfile,
    /// Whether its submissions go ahead in the queue.
    pub trusted: bool,
    /// Whether it is made-up sample data, shown as such.
    pub sample: bool,
    /// Raised by every change.
    pub version: i64,
    /// When it was made.
    pub created_at: Instant,
    /// When it was last changed.
    pub updated_at: Instant,
}

pub(crate) fn record(row: organisation::Model) -> Result<OrganisationRecord> {
    Ok(OrganisationRecord {
        id: OrganisationId(row.id),
        kind: word(TABLE, &row.kind)?,
        state: word(TABLE, &row.state)?,
        name: row.name,
        tax_code: parsed_null(TABLE, row.tax_code.as_deref())?,
        profile: json(TABLE, &row.profile)?,
        trusted: row.trusted,
        sample: row.sample,
        version: row.version,
        created_at: row.created_at,
        updated_at: row.updated_at,
    })
}

fn row(record: &OrganisationRecord) -> Result<organisation::ActiveModel> {
    Ok(organisation::Model {
        id: record.id.0,
        kind: record.kind.key().to_owned(),
        state: record.state.key().to_owned(),
        name: record.name.clone(),
        name_folded: fold(&record.name),
        tax_code: record.tax_code.clone().map(String::from),
        profile: to_json(&record.profile)?,
        trusted: record.trusted,
        sample: record.sample,
        version: record.version,
        created_at: record.created_at,
        updated_at: record.updated_at,
    }
    .into_active_model())
}

/// The organisation of an id.
pub async fn find(conn: &impl ConnectionTrait, id: OrganisationId) -> Result<Option<OrganisationRecord>> {
    organisation::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// The organisations of these ids, in no order; unknown ids are left out.
pub async fn many(conn: &impl ConnectionTrait, ids: &[OrganisationId]) -> Result<Vec<OrganisationRecord>> {
    let mut found = Vec::with_capacity(ids.len());
    for part in ids.chunks(CHUNK) {
        found.extend(organisation::Entity::find().filter(Column::Id.is_in(part.iter().map(|id| id.0))).all(conn).await?);
    }
    records(found, record)
}

/// The organisation of a tax code.
pub async fn by_tax_code(conn: &impl ConnectionTrait, code: &TaxCode) -> Result<Option<OrganisationRecord>> {
    organisation::Entity::find()
        .filter(Column::TaxCode.eq(code.as_str()))
        .one(conn)
        .await?
        .map(record)
        .transpose()
}

/// The organisations of these tax codes, in no order.
pub async fn by_tax_codes(conn: &impl ConnectionTrait, codes: &[TaxCode]) -> Result<Vec<OrganisationRecord>> {
    let mut found = Vec::new();
    for part in codes.chunks(CHUNK) {
        found.extend(
            organisation::Entity::find()
                .filter(Column::TaxCode.is_in(part.iter().map(TaxCode::as_str)))
                .all(conn)
                .await?,
        );
    }
    records(found, record)
}

/// The organisations of this name, without regard to case and marks, oldest first.
pub async fn by_folded_name(conn: &impl ConnectionTrait, name: &str) -> Result<Vec<OrganisationRecord>> {
    let rows = organisation::Entity::find()
        .filter(Column::NameFolded.eq(fold(name)))
        .order_by_asc(Column::Id)
        .all(conn)
        .await?;
    records(rows, record)
}

/// The organisations of any of these names, without regard to case and marks, oldest first.
pub async fn by_folded_names(conn: &impl ConnectionTrait, names: &[String]) -> Result<Vec<OrganisationRecord>> {
    let mut found = Vec::new();
    for part in names.chunks(CHUNK) {
        found.extend(
            organisation::Entity::find()
                .filter(Column::NameFolded.is_in(part.iter().map(|name| fold(name))))
                .order_by_asc(Column::Id)
                .all(conn)
                .await?,
        );
    }
    records(found, record)
}

/// Writes a new organisation.
pub async fn insert(unit: &Unit, record: OrganisationRecord) -> Result<()> {
    organisation::Entity::insert(row(&record)?).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes new organisations.
pub async fn insert_many(unit: &Unit, records: Vec<OrganisationRecord>) -> Result<()> {
    for part in records.chunks(CHUNK) {
        let rows = part.iter().map(row).collect::<Result<Vec<_>>>()?;
        organisation::Entity::insert_many(rows).exec_without_returning(unit.conn()).await?;
    }
    Ok(())
}

/// Writes a changed organisation and answers with it as it now stands (next version, changed now).
/// [`StoreError::Conflict`](crate::StoreError::Conflict) where it is no longer at the version that was read.
pub async fn update(unit: &Unit, record: &OrganisationRecord) -> Result<OrganisationRecord> {
    let next = OrganisationRecord {
        version: record.version + 1,
        updated_at: unit.now(),
        ..record.clone()
    };
    overwrite::<organisation::Entity>(unit, row(&next)?, (Column::Id, record.id.0), (Column::Version, record.version)).await?;
    Ok(next)
}

/// The organisations of a kind, oldest first.
pub async fn list(conn: &impl ConnectionTrait, kind: OrganisationKind, after: Option<OrganisationId>, limit: u64) -> Result<Vec<OrganisationRecord>> {
    let mut query = organisation::Entity::find().filter(Column::Kind.eq(kind.key()));
    if let Some(after) = after {
        query = query.filter(Column::Id.gt(after.0));
    }
    records(query.order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// The names of every verified organisation.
pub async fn verified_names(conn: &impl ConnectionTrait) -> Result<Vec<(OrganisationId, String)>> {
    let query = organisation::Entity::find()
        .select_only()
        .column(Column::Id)
        .column(Column::Name)
        .filter(Column::State.eq(OrganisationState::Verified.key()));
    let rows: Vec<(uuid::Uuid, String)> = query.order_by_asc(Column::Id).into_tuple().all(conn).await?;
    Ok(rows.into_iter().map(|(id, name)| (OrganisationId(id), name)).collect())
}

/// How many organisations there are of each kind in each state; kinds and states without any are
/// left out.
pub async fn counts(conn: &impl ConnectionTrait) -> Result<BTreeMap<(OrganisationKind, OrganisationState), u64>> {
    let rows: Vec<(String, String, i64)> = organisation::Entity::find()
        .select_only()
        .column(Column::Kind)
        .column(Column::State)
        .column_as(Column::Id.count(), "count")
        .group_by(Column::Kind)
        .group_by(Column::State)
        .into_tuple()
        .all(conn)
        .await?;
    rows.into_iter()
        .map(|(kind, state, count)| Ok(((word(TABLE, &kind)?, word(TABLE, &state)?), count.unsigned_abs())))
        .collect()
}

/// Organisations by name (folded, any part of it), kind and state, newest first; `before` is the last
/// one seen.
pub async fn search(
    conn: &impl ConnectionTrait,
    name: &str,
    kind: Option<OrganisationKind>,
    state: Option<OrganisationState>,
    before: Option<OrganisationId>,
    limit: u64,
) -> Result<Vec<OrganisationRecord>> {
    let name: String = fold(name).chars().filter(|c| !matches!(c, '%' | '_' | '\\')).collect();
    let rows = organisation::Entity::find()
        .apply_if((!name.trim().is_empty()).then(|| name.trim().to_owned()), |found, name| {
            found.filter(Column::NameFolded.contains(name))
        })
        .apply_if(kind, |found, kind| found.filter(Column::Kind.eq(kind.key())))
        .apply_if(state, |found, state| found.filter(Column::State.eq(state.key())))
        .apply_if(before, |found, before| found.filter(Column::Id.lt(before.0)))
        .order_by_desc(Column::Id)
        .limit(limit)
        .all(conn)
        .await?;
    records(rows, record)
}
