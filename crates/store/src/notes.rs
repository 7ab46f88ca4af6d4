//! What officers write to each other about a case.

use crate::convert::records;
use crate::error::Result;
use crate::tables::case_note::{self, Column};
use crate::unit::Unit;
use sanviec_domain::ids::{CaseId, PersonId};
use sanviec_domain::time::Instant;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

/// One note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteRecord {
    /// Who wrote it.
    pub author: PersonId,
    /// What.
    pub words: String,
    /// When.
    pub at: Instant,
}

/// Adds a note to a case.
pub async fn add(unit: &Unit, case: CaseId, author: PersonId, words: &str) -> Result<()> {
    let row = case_note::Model {
        id: unit.uuid(),
        moderation_case: case.0,
        author: author.0,
        words: words.to_owned(),
        created_at: unit.now(),
    };
    case_note::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// The notes of a case, the oldest first, at most so many.
pub async fn of_case(conn: &impl ConnectionTrait, case: CaseId, limit: u64) -> Result<Vec<NoteRecord>> {
    let query = case_note::Entity::find().filter(Column::ModerationCase.eq(case.0)).order_by_asc(Column::Id).limit(limit);
    records(query.all(conn).await?, |row: case_note::Model| {
        Ok(NoteRecord {
            author: PersonId(row.author),
            words: row.words,
            at: row.created_at,
        })
    })
}
