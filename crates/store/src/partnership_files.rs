//! Which files belong to a partnership, and which of them are signed copies of its agreements.

use crate::convert::{small, word_null};
use crate::error::Result;
use crate::feed::Entity;
use crate::files::{self, FileRecord};
use crate::tables::partnership_file::{self as row, Column};
use crate::unit::Unit;
use sanviec_domain::ids::{AgreementId, FileId, PartnershipId, PersonId};
use sanviec_domain::partnership::Side;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder};
use std::collections::HashMap;

const TABLE: &str = "partnership_file";

/// An agreement, and the version of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CopyOf {
    /// The agreement.
    pub agreement: AgreementId,
    /// The version's number.
    pub number: u32,
}

/// A file in a partnership.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartnershipFile {
    /// The file itself.
    pub file: FileRecord,
    /// The partnership.
    pub partnership: PartnershipId,
    /// What it is a copy of, with an electronic signature in it.
    pub copy_of: Option<CopyOf>,
    /// The side that added it; the centre where there is none.
    pub side: Option<Side>,
    /// Who did, in person.
    pub added_by: Option<PersonId>,
    /// When.
    pub added_at: Instant,
}

fn record(row: &row::Model, file: FileRecord) -> Result<PartnershipFile> {
    Ok(PartnershipFile {
        file,
        partnership: PartnershipId(row.partnership),
        copy_of: row.agreement.zip(row.number).map(|(agreement, number)| CopyOf {
            agreement: AgreementId(agreement),
            number: number.unsigned_abs(),
        }),
        side: word_null(TABLE, row.side.as_deref())?,
        added_by: row.added_by.map(PersonId),
        added_at: row.added_at,
    })
}

/// A partnership's files, the first added first.
pub async fn of(conn: &impl ConnectionTrait, partnership: PartnershipId) -> Result<Vec<PartnershipFile>> {
    let known = files::of(conn, Entity::Partnership, partnership.0).await?;
    let mut known: HashMap<_, FileRecord> = known.into_iter().map(|file| (file.id, file)).collect();
    let query = row::Entity::find().filter(Column::Partnership.eq(partnership.0)).order_by_asc(Column::Id);
    let rows = query.all(conn).await?;
    rows.into_iter().filter_map(|row| known.remove(&FileId(row.id)).map(|file| record(&row, file))).collect()
}

/// How many a partnership has.
pub async fn count(conn: &impl ConnectionTrait, partnership: PartnershipId) -> Result<u64> {
    Ok(row::Entity::find().filter(Column::Partnership.eq(partnership.0)).count(conn).await?)
}

/// A file of a partnership.
pub async fn find(conn: &impl ConnectionTrait, partnership: PartnershipId, id: FileId) -> Result<Option<PartnershipFile>> {
    let query = row::Entity::find_by_id(id.0).filter(Column::Partnership.eq(partnership.0));
    match (query.one(conn).await?, files::find(conn, id).await?) {
        (Some(row), Some(file)) => record(&row, file).map(Some),
        _ => Ok(None),
    }
}

/// The signed copies whose bytes have this hash.
pub async fn copies(conn: &impl ConnectionTrait, sha256: &str) -> Result<Vec<PartnershipFile>> {
    let files = files::with_hash(conn, sha256).await?;
    let mut copies = Vec::new();
    for file in files {
        let query = row::Entity::find_by_id(file.id.0).filter(Column::Agreement.is_not_null());
        if let Some(row) = query.one(conn).await? {
            copies.push(record(&row, file)?);
        }
    }
    Ok(copies)
}

/// Gives a file that waits to a partnership.
pub async fn insert(unit: &Unit, added: &PartnershipFile) -> Result<()> {
    let row = row::Model {
        id: added.file.id.0,
        partnership: added.partnership.0,
        agreement: added.copy_of.map(|copy| copy.agreement.0),
        number: added.copy_of.map(|copy| small(copy.number)),
        side: added.side.map(|side| side.key().to_owned()),
        added_by: added.added_by.map(|person| person.0),
        added_at: added.added_at,
    };
    row::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    files::attach(unit, &[added.file.id], Entity::Partnership, added.partnership.0).await?;
    Ok(())
}
