//! What is known of files that people handed in. Their bytes lie elsewhere, under the same id.

use crate::convert::{records, word};
use crate::error::Result;
use crate::feed::Entity;
use crate::tables::file::{self, Column};
use crate::unit::Unit;
use sanviec_domain::file::FileKind;
use sanviec_domain::ids::FileId;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::prelude::Uuid;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

const TABLE: &str = "file";

/// A file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileRecord {
    /// Its id.
    pub id: FileId,
    /// What it is.
    pub kind: FileKind,
    /// What it is called when it is taken away again.
    pub name: String,
    /// How large it is.
    pub bytes: u64,
    /// The hash of its bytes, in hexadecimal.
    pub sha256: String,
    /// What it belongs to; nothing while its sender is still at it.
    pub belongs_to: Option<(Entity, Uuid)>,
    /// When it was handed in.
    pub created_at: Instant,
}

fn record(row: file::Model) -> Result<FileRecord> {
    let entity = row.entity.as_deref().map(|key| crate::feed::entity(TABLE, key)).transpose()?;
    Ok(FileRecord {
        id: FileId(row.id),
        kind: word(TABLE, &row.kind)?,
        name: row.name,
        bytes: row.bytes.unsigned_abs(),
        sha256: row.sha256,
        belongs_to: entity.zip(row.entity_id),
        created_at: row.created_at,
    })
}

/// Writes down a file that belongs to nothing yet.
pub async fn insert(unit: &Unit, file: &FileRecord) -> Result<()> {
    let row = file::Model {
        id: file.id.0,
        kind: file.kind.key().to_owned(),
        name: file.name.clone(),
        bytes: i64::try_from(file.bytes).unwrap_or(i64::MAX),
        sha256: file.sha256.clone(),
        entity: None,
        entity_id: None,
        created_at: file.created_at,
    };
    file::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// How many bytes belong to nothing yet.
pub async fn bytes_waiting(conn: &impl ConnectionTrait) -> Result<u64> {
    let query = file::Entity::find().filter(Column::Entity.is_null()).select_only();
    // A sum of whole numbers is a decimal number on PostgreSQL.
    let sum: Option<i64> = query.expr(Expr::cust("CAST(COALESCE(SUM(bytes), 0) AS BIGINT)")).into_tuple().one(conn).await?;
    Ok(sum.unwrap_or_default().unsigned_abs())
}

/// The file of an id.
pub async fn find(conn: &impl ConnectionTrait, id: FileId) -> Result<Option<FileRecord>> {
    file::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// The files of these ids that belong to nothing yet, in the order they were handed in.
pub async fn waiting(conn: &impl ConnectionTrait, ids: &[FileId]) -> Result<Vec<FileRecord>> {
    let query = file::Entity::find().filter(Column::Id.is_in(ids.iter().map(|id| id.0))).filter(Column::Entity.is_null());
    records(query.order_by_asc(Column::Id).all(conn).await?, record)
}

/// The files of something, in the order they were handed in.
pub async fn of(conn: &impl ConnectionTrait, entity: Entity, id: Uuid) -> Result<Vec<FileRecord>> {
    let query = file::Entity::find().filter(Column::Entity.eq(entity.key())).filter(Column::EntityId.eq(id));
    records(query.order_by_asc(Column::Id).all(conn).await?, record)
}

/// Files whose bytes have this hash, and that belong to something.
pub async fn with_hash(conn: &impl ConnectionTrait, sha256: &str) -> Result<Vec<FileRecord>> {
    let query = file::Entity::find().filter(Column::Sha256.eq(sha256)).filter(Column::Entity.is_not_null());
    records(query.order_by_asc(Column::Id).limit(100).all(conn).await?, record)
}

/// Gives files that belong to nothing to something; what belongs to something stays there.
pub async fn attach(unit: &Unit, ids: &[FileId], entity: Entity, id: Uuid) -> Result<u64> {
    let update = file::Entity::update_many()
        .col_expr(Column::Entity, Expr::value(entity.key()))
        .col_expr(Column::EntityId, Expr::value(id))
        .filter(Column::Id.is_in(ids.iter().map(|id| id.0)))
        .filter(Column::Entity.is_null());
    Ok(update.exec(unit.conn()).await?.rows_affected)
}

/// Takes everything of something away; answers with what it was.
pub async fn remove_of(unit: &Unit, entity: Entity, id: Uuid) -> Result<Vec<FileId>> {
    let files = of(unit.conn(), entity, id).await?;
    remove(unit, files.iter().map(|file| file.id)).await
}

/// Takes away what was handed in before an instant and belongs to nothing; answers with what it was.
pub async fn sweep(unit: &Unit, before: Instant) -> Result<Vec<FileId>> {
    let query = file::Entity::find().filter(Column::Entity.is_null()).filter(Column::CreatedAt.lt(before));
    let ids: Vec<Uuid> = query.select_only().column(Column::Id).limit(500).into_tuple().all(unit.conn()).await?;
    remove(unit, ids.into_iter().map(FileId)).await
}

/// Takes files away; answers with what they were.
pub async fn remove(unit: &Unit, ids: impl Iterator<Item = FileId>) -> Result<Vec<FileId>> {
    let ids: Vec<FileId> = ids.collect();
    if !ids.is_empty() {
        let query = file::Entity::delete_many().filter(Column::Id.is_in(ids.iter().map(|id| id.0)));
        query.exec(unit.conn()).await?;
    }
    Ok(ids)
}
