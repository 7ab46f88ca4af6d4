//! Files of vacancies that employers hand in, row by row.

use crate::convert::{CHUNK, counted, json, records, to_json, word};
use crate::error::Result;
use crate::tables::{import_batch, import_row};
use crate::unit::Unit;
use sanviec_domain::batch::RowState;
use sanviec_domain::ids::{BatchId, OrganisationId, PersonId, VacancyId};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

const ROWS: &str = "import_row";

/// A file that was handed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchRecord {
    /// Its id.
    pub id: BatchId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// Who handed it in.
    pub person: PersonId,
    /// What the file was called.
    pub file_name: String,
    /// How many rows it has.
    pub total: u32,
    /// When.
    pub created_at: Instant,
    /// When all its rows had been read once.
    pub read_at: Option<Instant>,
}

/// What is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowFaultRecord {
    /// The key of the column.
    pub column: String,
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowRecord {
    /// The line in the file, from 1.
    pub line: u32,
    /// The title as it was typed.
    pub title: String,
    /// The cells as they were typed, by the key of their column.
    pub cells: BTreeMap<String, String>,
    /// What became of it.
    pub state: RowState,
    /// What is wrong with it.
    pub faults: Vec<RowFaultRecord>,
    /// The vacancy it became.
    pub vacancy: Option<VacancyId>,
}

fn batch(row: import_batch::Model) -> BatchRecord {
    BatchRecord {
        id: BatchId(row.id),
        organisation: OrganisationId(row.organisation),
        person: PersonId(row.person),
        file_name: row.file_name,
        total: row.total.unsigned_abs(),
        created_at: row.created_at,
        read_at: row.read_at,
    }
}

fn record(row: import_row::Model) -> Result<RowRecord> {
    Ok(RowRecord {
        line: row.line.unsigned_abs(),
        title: row.title,
        cells: json(ROWS, &row.cells)?,
        state: word(ROWS, &row.state)?,
        faults: json(ROWS, &row.faults)?,
        vacancy: row.vacancy.map(VacancyId),
    })
}

/// Lines come from files of a few thousand rows.
fn number(line: u32) -> i32 {
    i32::try_from(line).unwrap_or(i32::MAX)
}

/// Writes a file with its rows.
pub async fn insert(unit: &Unit, record: &BatchRecord, rows: &[RowRecord]) -> Result<()> {
    let model = import_batch::Model {
        id: record.id.0,
        organisation: record.organisation.0,
        person: record.person.0,
        file_name: record.file_name.clone(),
        total: number(record.total),
        created_at: record.created_at,
        read_at: record.read_at,
    };
    import_batch::Entity::insert(model.into_active_model()).exec_without_returning(unit.conn()).await?;
    for part in rows.chunks(CHUNK) {
        let models = part.iter().map(|row| {
            Ok(import_row::Model {
                batch: record.id.0,
                line: number(row.line),
                title: row.title.clone(),
                cells: to_json(&row.cells)?,
                state: row.state.key().to_owned(),
                faults: to_json(&row.faults)?,
                vacancy: row.vacancy.map(|vacancy| vacancy.0),
            }
            .into_active_model())
        });
        import_row::Entity::insert_many(models.collect::<Result<Vec<_>>>()?)
            .exec_without_returning(unit.conn())
            .await?;
    }
    Ok(())
}

/// Writes what became of a row.
pub async fn update(unit: &Unit, batch: BatchId, row: &RowRecord) -> Result<()> {
    import_row::Entity::update_many()
        .col_expr(import_row::Column::Title, Expr::value(row.title.clone()))
        .col_expr(import_row::Column::Cells, Expr::value(to_json(&row.cells)?))
        .col_expr(import_row::Column::State, Expr::value(row.state.key()))
        .col_expr(import_row::Column::Faults, Expr::value(to_json(&row.faults)?))
        .col_expr(import_row::Column::Vacancy, Expr::value(row.vacancy.map(|vacancy| vacancy.0)))
        .filter(import_row::Column::Batch.eq(batch.0))
        .filter(import_row::Column::Line.eq(number(row.line)))
        .exec(unit.conn())
        .await?;
    Ok(())
}

/// Writes down that all rows have been read once.
pub async fn set_read(unit: &Unit, id: BatchId) -> Result<()> {
    import_batch::Entity::update_many()
        .col_expr(import_batch::Column::ReadAt, Expr::value(Some(unit.now())))
        .filter(import_batch::Column::Id.eq(id.0))
        .exec(unit.conn())
        .await?;
    Ok(())
}

/// The file of an id, whosever it is: for jobs.
pub async fn find(conn: &impl ConnectionTrait, id: BatchId) -> Result<Option<BatchRecord>> {
    Ok(import_batch::Entity::find_by_id(id.0).one(conn).await?.map(batch))
}

/// An organisation's file.
pub async fn find_of(conn: &impl ConnectionTrait, organisation: OrganisationId, id: BatchId) -> Result<Option<BatchRecord>> {
    let query = import_batch::Entity::find_by_id(id.0).filter(import_batch::Column::Organisation.eq(organisation.0));
    Ok(query.one(conn).await?.map(batch))
}

/// An organisation's latest files, the newest first.
pub async fn latest(conn: &impl ConnectionTrait, organisation: OrganisationId, limit: u64) -> Result<Vec<BatchRecord>> {
    let query = import_batch::Entity::find().filter(import_batch::Column::Organisation.eq(organisation.0));
    Ok(query.order_by_desc(import_batch::Column::Id).limit(limit).all(conn).await?.into_iter().map(batch).collect())
}

/// The rows of a state, in the file's order, from a line on.
pub async fn rows(conn: &impl ConnectionTrait, id: BatchId, state: RowState, from: u32, limit: u64) -> Result<Vec<RowRecord>> {
    let query = import_row::Entity::find()
        .filter(import_row::Column::Batch.eq(id.0))
        .filter(import_row::Column::State.eq(state.key()))
        .filter(import_row::Column::Line.gte(number(from)));
    records(query.order_by_asc(import_row::Column::Line).limit(limit).all(conn).await?, record)
}

/// One row.
pub async fn row(conn: &impl ConnectionTrait, id: BatchId, line: u32) -> Result<Option<RowRecord>> {
    import_row::Entity::find_by_id((id.0, number(line))).one(conn).await?.map(record).transpose()
}

/// How many rows there are in each state; states without any are left out.
pub async fn counts(conn: &impl ConnectionTrait, id: BatchId) -> Result<BTreeMap<RowState, u64>> {
    let query = import_row::Entity::find()
        .select_only()
        .column(import_row::Column::State)
        .column_as(import_row::Column::Line.count(), "count")
        .filter(import_row::Column::Batch.eq(id.0))
        .group_by(import_row::Column::State);
    counted(ROWS, query.into_tuple().all(conn).await?)
}

/// Deletes the files handed in before an instant, with their rows; answers with how many files.
pub async fn forget(unit: &Unit, before: Instant) -> Result<u64> {
    let old = import_batch::Column::CreatedAt.lt(before);
    Ok(import_batch::Entity::delete_many().filter(old).exec(unit.conn()).await?.rows_affected)
}
