//! The keys with which employers' own systems come, and what they asked for once.

use crate::convert::{records, word};
use crate::error::Result;
use crate::tables::{api_key, api_request};
use crate::unit::Unit;
use sanviec_domain::ids::{ApiKeyId, OrganisationId, PersonId, VacancyId};
use sanviec_domain::program::{KeyMode, KeyScope};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder};

const TABLE: &str = "api_key";

/// A key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiKeyRecord {
    /// Its id.
    pub id: ApiKeyId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// What its owner calls it.
    pub name: String,
    /// Its beginning, by which people know it.
    pub prefix: String,
    /// What it opens.
    pub scope: KeyScope,
    /// Where what is done with it counts.
    pub mode: KeyMode,
    /// Who had it made.
    pub created_by: PersonId,
    /// When.
    pub created_at: Instant,
    /// When it was last used, about.
    pub last_used_at: Option<Instant>,
    /// When it was revoked.
    pub revoked_at: Option<Instant>,
}

fn record(row: api_key::Model) -> Result<ApiKeyRecord> {
    Ok(ApiKeyRecord {
        id: ApiKeyId(row.id),
        organisation: OrganisationId(row.organisation),
        name: row.name,
        prefix: row.prefix,
        scope: word(TABLE, &row.scope)?,
        mode: word(TABLE, &row.mode)?,
        created_by: PersonId(row.created_by),
        created_at: row.created_at,
        last_used_at: row.last_used_at,
        revoked_at: row.revoked_at,
    })
}

/// Writes a new key, which is found by its hash.
pub async fn insert(unit: &Unit, key: &ApiKeyRecord, hash: &str) -> Result<()> {
    let row = api_key::Model {
        id: key.id.0,
        organisation: key.organisation.0,
        name: key.name.clone(),
        prefix: key.prefix.clone(),
        hash: hash.to_owned(),
        scope: key.scope.key().to_owned(),
        mode: key.mode.key().to_owned(),
        created_by: key.created_by.0,
        created_at: key.created_at,
        last_used_at: key.last_used_at,
        revoked_at: key.revoked_at,
    };
    api_key::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// The key of a hash that is not revoked.
pub async fn by_hash(conn: &impl ConnectionTrait, hash: &str) -> Result<Option<ApiKeyRecord>> {
    let query = api_key::Entity::find().filter(api_key::Column::Hash.eq(hash)).filter(api_key::Column::RevokedAt.is_null());
    query.one(conn).await?.map(record).transpose()
}

/// The keys of an organisation that are not revoked, the newest first.
pub async fn of(conn: &impl ConnectionTrait, organisation: OrganisationId) -> Result<Vec<ApiKeyRecord>> {
    records(open(organisation).order_by_desc(api_key::Column::Id).all(conn).await?, record)
}

/// How many keys of an organisation are not revoked.
pub async fn count(conn: &impl ConnectionTrait, organisation: OrganisationId) -> Result<u64> {
    Ok(open(organisation).count(conn).await?)
}

fn open(organisation: OrganisationId) -> sea_orm::Select<api_key::Entity> {
    api_key::Entity::find()
        .filter(api_key::Column::Organisation.eq(organisation.0))
        .filter(api_key::Column::RevokedAt.is_null())
}

/// Revokes an organisation's key; whether there was one to revoke.
pub async fn revoke(unit: &Unit, organisation: OrganisationId, id: ApiKeyId) -> Result<bool> {
    let done = api_key::Entity::update_many()
        .col_expr(api_key::Column::RevokedAt, Expr::value(Some(unit.now())))
        .filter(api_key::Column::Id.eq(id.0))
        .filter(api_key::Column::Organisation.eq(organisation.0))
        .filter(api_key::Column::RevokedAt.is_null())
        .exec(unit.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Writes down that a key was used.
pub async fn touch(unit: &Unit, id: ApiKeyId) -> Result<()> {
    api_key::Entity::update_many()
        .col_expr(api_key::Column::LastUsedAt, Expr::value(Some(unit.now())))
        .filter(api_key::Column::Id.eq(id.0))
        .exec(unit.conn())
        .await?;
    Ok(())
}

/// What was asked for once, under a key of the asker's choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedOnce {
    /// The hash of what was asked.
    pub fingerprint: String,
    /// The vacancy that it made or moved.
    pub vacancy: VacancyId,
}

/// Writes down what is asked for; `None` where this is the first time, else what was asked then. Of two at
/// the same time the second waits for the first to be saved.
pub async fn ask_once(unit: &Unit, key: ApiKeyId, idempotency_key: &str, asked: &AskedOnce) -> Result<Option<AskedOnce>> {
    let row = api_request::Model {
        api_key: key.0,
        idempotency_key: idempotency_key.to_owned(),
        fingerprint: asked.fingerprint.clone(),
        vacancy: asked.vacancy.0,
        created_at: unit.now(),
    };
    let nothing = OnConflict::columns([api_request::Column::ApiKey, api_request::Column::IdempotencyKey])
        .do_nothing()
        .to_owned();
    let written = api_request::Entity::insert(row.into_active_model())
        .on_conflict(nothing)
        .exec_without_returning(unit.conn())
        .await?;
    if written > 0 {
        return Ok(None);
    }
    let known = api_request::Entity::find_by_id((key.0, idempotency_key.to_owned())).one(unit.conn()).await?;
    Ok(known.map(|row| AskedOnce {
        fingerprint: row.fingerprint,
        vacancy: VacancyId(row.vacancy),
    }))
}

/// Forgets what was asked before an instant; answers with how many.
pub async fn forget_asked(unit: &Unit, before: Instant) -> Result<u64> {
    let done = api_request::Entity::delete_many()
        .filter(api_request::Column::CreatedAt.lt(before))
        .exec(unit.conn())
        .await?;
    Ok(done.rows_affected)
}
