//! Files of vacancies that an employer hands in: each row is sent as the form would send it, or kept with
//! what is wrong until somebody mends it.

use crate::error::{ExchangeError, Result};
use crate::import::cell::guard;
use crate::import::{Cells, Column, FileError, FileKind, Limits, RowReader, RowRefused, Source, as_file};
use crate::vacancies::{employer_of, judge, write};
use crate::{Exchange, jobs};
use chrono::TimeDelta;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::batch::RowState;
use sanviec_domain::ids::BatchId;
use sanviec_domain::language::Locale;
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::vacancy::content::limits;
use sanviec_domain::vacancy::{DraftError, Fault, Field, VacancyCommand, VacancyContent};
use sanviec_render::Texts;
use sanviec_render::pages::employer::faults::sentence;
use sanviec_store::batches::{BatchRecord, RowFaultRecord, RowRecord};
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::{Entity, Unit};
use std::collections::BTreeMap;

/// The most rows of a file.
pub const MOST_ROWS: u64 = 5_000;
/// The largest file, in bytes.
pub const LARGEST: usize = 10 << 20;
/// Wrong rows of a page.
pub const PAGE: u64 = 50;
/// Rows of one unit of work: SQLite has one writer, and others wait for it.
const CHUNK: u64 = 50;
/// Days after which a file is forgotten; what it became stays.
const KEPT_DAYS: i64 = 30;
/// How many files are listed.
const LATEST: u64 = 10;

const MB: u64 = 1 << 20;
const LIMITS: Limits = Limits {
    csv_bytes: LARGEST as u64,
    json_bytes: 0,
    xlsx_bytes: LARGEST as u64,
    xlsx_part_bytes: 100 * MB,
    sheet_bytes: 60 * MB,
    row_bytes: MB / 4,
    columns: 120,
    rows: MOST_ROWS,
    names_employer: false,
};

/// Takes a file in: all of it is looked through, its rows are kept as they were typed, and a job reads
/// them. What is wrong with the file itself refuses it.
pub async fn take_in(exchange: &Exchange, actor: &Actor, name: &str, bytes: Vec<u8>) -> Result<std::result::Result<BatchId, FileError>> {
    allows(actor, Action::WriteVacancies)?;
    let (Some(organisation), Some(person)) = (actor.organisation(), actor.person()) else {
        return Err(ExchangeError::NotFound);
    };
    let reference = exchange.reference.clone();
    let read = tokio::task::spawn_blocking(move || look_through(&bytes, &reference)).await;
    let rows = match read.map_err(|error| ExchangeError::Internal(error.to_string()))? {
        Ok(rows) => rows,
        Err(error) => return Ok(Err(error)),
    };
    let unit = exchange.begin(actor).await?;
    let batch = BatchRecord {
        id: BatchId(unit.uuid()),
        organisation,
        person,
        file_name: sanviec_domain::text::tidy_line(name).chars().take(200).collect(),
        total: u32::try_from(rows.len()).unwrap_or(u32::MAX),
        created_at: unit.now(),
        read_at: None,
    };
    sanviec_store::batches::insert(&unit, &batch, &rows).await?;
    unit.audit(
        "batch.take_in",
        Entity::Organisation,
        organisation.0,
        serde_json::json!({ "batch": batch.id, "rows": batch.total }),
    );
    unit.enqueue(jobs::read_batch(batch.id));
    unit.save().await?;
    Ok(Ok(batch.id))
}

/// The rows as they were typed. Blocking.
fn look_through(bytes: &[u8], reference: &sanviec_domain::reference::Reference) -> std::result::Result<Vec<RowRecord>, FileError> {
    let file = as_file(bytes)?;
    let source = Source::open(file.path(), reference, LIMITS)?;
    if source.kind() == FileKind::JsonLines {
        return Err(FileError::UnknownType {
            extension: String::new(),
            looks_like: Some("JSON"),
        });
    }
    Ok(source.cells().map(row_of).collect())
}

fn row_of(cells: Cells) -> RowRecord {
    // The employer is whoever hands the file in.
    let own = |column: &Column| !matches!(column, Column::TaxCode | Column::EmployerName);
    let texts = cells.texts.into_iter().filter(|(column, _)| own(column));
    let cells_by_key: BTreeMap<String, String> = texts.map(|(column, text)| (column.key().to_owned(), text)).collect();
    RowRecord {
        line: u32::try_from(cells.line).unwrap_or(u32::MAX),
        title: title_of(&cells_by_key),
        cells: cells_by_key,
        state: RowState::Waiting,
        faults: Vec::new(),
        vacancy: None,
    }
}

fn title_of(cells: &BTreeMap<String, String>) -> String {
    let title = cells.get(Column::Title.key()).map(String::as_str).unwrap_or_default();
    title.chars().take(limits::TITLE).collect()
}

/// Reads the rows that wait and sends those that are right, some in each unit: a run that was broken off
/// goes on where it stood, and a second one finds nothing to do.
pub(crate) async fn read_waiting(exchange: &Exchange, id: BatchId) -> Result<()> {
    let Some(batch) = sanviec_store::batches::find(exchange.store.reader(), id).await? else {
        return Ok(());
    };
    // It is done for whoever handed it in.
    let actor = Actor::Employer {
        person: batch.person,
        organisation: batch.organisation,
        role: MemberRole::Recruiter,
    };
    loop {
        let rows = sanviec_store::batches::rows(exchange.store.reader(), id, RowState::Waiting, 0, CHUNK).await?;
        let unit = exchange.begin(&actor).await?;
        if rows.is_empty() {
            if batch.read_at.is_none() {
                sanviec_store::batches::set_read(&unit, id).await?;
                tell_moderators(&unit, id).await?;
            }
            unit.save().await?;
            return Ok(());
        }
        send_all(exchange, &unit, &batch, rows).await?;
        unit.save().await?;
    }
}

/// One letter for all rows of a file.
async fn tell_moderators(unit: &Unit, id: BatchId) -> Result<()> {
    let first = sanviec_store::batches::rows(unit.conn(), id, RowState::Sent, 0, 1).await?;
    if let Some(vacancy) = first.first().and_then(|row| row.vacancy) {
        unit.enqueue(jobs::tell_moderators(vacancy));
    }
    Ok(())
}

async fn send_all(exchange: &Exchange, unit: &Unit, batch: &BatchRecord, rows: Vec<RowRecord>) -> Result<()> {
    let employer = employer_of(unit.conn(), batch.organisation).await?;
    let mut reader = RowReader::new(&exchange.reference);
    for mut row in rows {
        send(exchange, unit, &employer, &mut reader, &mut row).await?;
        sanviec_store::batches::update(unit, batch.id, &row).await?;
    }
    Ok(())
}

/// Sends a row, or writes down what is wrong with it.
async fn send(exchange: &Exchange, unit: &Unit, employer: &OrganisationRecord, reader: &mut RowReader<'_>, row: &mut RowRecord) -> Result<()> {
    row.title = title_of(&row.cells);
    let reference = row.cells.get(Column::Reference.key()).cloned();
    let mut content = match reader.read(cells_of(row, employer)) {
        Ok(read) => read.content,
        Err(refused) => {
            wrong(row, faults_of(&refused));
            return Ok(());
        }
    };
    content.occupation_confirmed = false;
    write::propose_occupation(exchange, &mut content);
    if let Some(reference) = &reference
        && let Some(known) = sanviec_store::vacancies::by_reference(unit.conn(), employer.id, reference).await?
    {
        if says_the_same(&known.content, &content) {
            row.state = RowState::Sent;
            row.vacancy = Some(known.id);
            row.faults.clear();
        } else {
            wrong(row, vec![fault_of(Field::ExternalReference, Fault::Duplicate)]);
        }
        return Ok(());
    }
    let verdict = judge(exchange, &content, employer);
    if !verdict.errors.is_empty() {
        wrong(row, verdict.errors.iter().map(|error| fault_of(error.field, error.fault)).collect());
        return Ok(());
    }
    let mut vacancy = write::new_record(unit, employer.id, content).await?;
    vacancy.external_reference = reference;
    sanviec_store::vacancies::insert(unit, vacancy.clone()).await?;
    write::hand_in(exchange, unit, &mut vacancy, employer, VacancyCommand::Submit, verdict).await?;
    row.state = RowState::Sent;
    row.vacancy = Some(vacancy.id);
    row.faults.clear();
    Ok(())
}

/// Whether a vacancy says what a row says, the occupation's code aside: an officer may have set that.
fn says_the_same(known: &VacancyContent, row: &VacancyContent) -> bool {
    let row = VacancyContent {
        occupation: known.occupation.clone(),
        occupation_confirmed: known.occupation_confirmed,
        ..row.clone()
    };
    *known == row
}

fn wrong(row: &mut RowRecord, faults: Vec<RowFaultRecord>) {
    row.state = RowState::Wrong;
    row.faults = faults;
}

/// A row as the reader of files takes it: with its employer, and a reference where it has none.
fn cells_of(row: &RowRecord, employer: &OrganisationRecord) -> Cells {
    let known = |key: &String| Column::ALL.iter().copied().find(|column| column.key() == key);
    let mut cells = Cells {
        line: row.line.into(),
        texts: row.cells.iter().filter_map(|(key, text)| Some((known(key)?, text.clone()))).collect(),
        ..Cells::default()
    };
    cells.texts.insert(Column::EmployerName, employer.name.chars().take(100).collect());
    cells.texts.entry(Column::Reference).or_insert_with(|| row.line.to_string());
    cells
}

fn faults_of(refused: &RowRefused) -> Vec<RowFaultRecord> {
    let (vi, en) = (refused.messages(Locale::Vi), refused.messages(Locale::En));
    let said = refused.errors.iter().zip(vi.into_iter().zip(en));
    said.map(|(fault, (vi, en))| RowFaultRecord {
        column: Column::ALL
            .iter()
            .find(|column| column.label() == fault.column)
            .unwrap_or(&column_of(fault.field))
            .key()
            .to_owned(),
        vi,
        en,
    })
    .collect()
}

fn fault_of(field: Field, fault: Fault) -> RowFaultRecord {
    let say = |locale| sentence(DraftError { field, fault }, Texts::of(locale));
    RowFaultRecord {
        column: column_of(field).key().to_owned(),
        vi: say(Locale::Vi),
        en: say(Locale::En),
    }
}

/// The column in which a field is mended.
fn column_of(field: Field) -> Column {
    match field {
        Field::Shift => Column::Shift,
        _ => Column::ALL.iter().copied().find(|column| column.field() == field).unwrap_or(Column::Title),
    }
}

/// A file with what became of its rows.
pub struct BatchView {
    /// The file.
    pub batch: BatchRecord,
    /// How many rows there are in each state.
    pub counts: BTreeMap<RowState, u64>,
    /// The wrong rows of this page.
    pub wrong: Vec<RowRecord>,
    /// The line the next page begins with.
    pub next: Option<u32>,
}

/// One's own file; its wrong rows from a line on.
pub async fn view(exchange: &Exchange, actor: &Actor, id: BatchId, from: u32) -> Result<BatchView> {
    let batch = own(exchange, actor, id).await?;
    let conn = exchange.store.reader();
    let mut wrong = sanviec_store::batches::rows(conn, id, RowState::Wrong, from, PAGE + 1).await?;
    let next = wrong.get(PAGE as usize).map(|row| row.line);
    wrong.truncate(PAGE as usize);
    Ok(BatchView {
        counts: sanviec_store::batches::counts(conn, id).await?,
        batch,
        wrong,
        next,
    })
}

/// The wrong rows of one's own file as CSV, as they were typed, each with its line and what is wrong with it:
/// for whoever mends them in a spreadsheet and hands them in again.
pub async fn wrong_rows(exchange: &Exchange, actor: &Actor, id: BatchId, locale: Locale) -> Result<Vec<u8>> {
    own(exchange, actor, id).await?;
    let rows = sanviec_store::batches::rows(exchange.store.reader(), id, RowState::Wrong, 0, MOST_ROWS).await?;
    let used: Vec<Column> = Column::ALL
        .iter()
        .copied()
        .filter(|column| rows.iter().any(|row| row.cells.contains_key(column.key())))
        .collect();
    // Excel reads UTF-8 by the mark in front.
    let mut written = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    let texts = Texts::of(locale);
    let head = [texts.get("batch-column-line"), texts.get("batch-column-fault")].into_iter();
    let failed = |error: csv::Error| ExchangeError::Internal(error.to_string());
    written.write_record(head.chain(used.iter().map(|column| column.label()))).map_err(failed)?;
    for row in rows {
        let said = |fault: &RowFaultRecord| if locale == Locale::Vi { fault.vi.clone() } else { fault.en.clone() };
        let faults = row.faults.iter().map(said).collect::<Vec<_>>().join("; ");
        let cells = used.iter().map(|column| guard(row.cells.get(column.key()).cloned().unwrap_or_default()));
        written.write_record([row.line.to_string(), guard(faults)].into_iter().chain(cells)).map_err(failed)?;
    }
    written.into_inner().map_err(|error| ExchangeError::Internal(error.to_string()))
}

async fn own(exchange: &Exchange, actor: &Actor, id: BatchId) -> Result<BatchRecord> {
    allows(actor, Action::WriteVacancies)?;
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    let own = sanviec_store::batches::find_of(exchange.store.reader(), organisation, id).await?;
    own.ok_or(ExchangeError::NotFound)
}

/// One's own latest files.
pub async fn latest(exchange: &Exchange, actor: &Actor) -> Result<Vec<BatchRecord>> {
    allows(actor, Action::WriteVacancies)?;
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    Ok(sanviec_store::batches::latest(exchange.store.reader(), organisation, LATEST).await?)
}

/// One wrong row of one's own file.
pub async fn wrong_row(exchange: &Exchange, actor: &Actor, id: BatchId, line: u32) -> Result<RowRecord> {
    own(exchange, actor, id).await?;
    let row = sanviec_store::batches::row(exchange.store.reader(), id, line).await?;
    row.filter(|row| row.state == RowState::Wrong).ok_or(ExchangeError::NotFound)
}

/// What somebody typed into the cells of rows: by line, by the key of the column.
pub type Mended = BTreeMap<u32, BTreeMap<String, String>>;

/// Writes what was mended into the rows and sends those that are right now; answers with how many.
pub async fn mend(exchange: &Exchange, actor: &Actor, id: BatchId, mended: &Mended) -> Result<u64> {
    let batch = own(exchange, actor, id).await?;
    let employer = crate::organisations::find(exchange, batch.organisation).await?;
    let unit = exchange.begin(actor).await?;
    let mut reader = RowReader::new(&exchange.reference);
    let mut sent = 0;
    for (line, cells) in mended.iter().take(PAGE as usize) {
        let Some(mut row) = sanviec_store::batches::row(unit.conn(), id, *line).await?.filter(|row| row.state == RowState::Wrong) else {
            continue;
        };
        for (key, text) in cells.iter().filter(|(key, _)| Column::ALL.iter().any(|column| column.key() == *key)) {
            let text: String = sanviec_domain::text::tidy(text).chars().take(limits::TEXT).collect();
            if text.is_empty() {
                row.cells.remove(key);
            } else {
                row.cells.insert(key.clone(), text);
            }
        }
        send(exchange, &unit, &employer, &mut reader, &mut row).await?;
        sanviec_store::batches::update(&unit, id, &row).await?;
        sent += u64::from(row.state == RowState::Sent);
    }
    unit.save().await?;
    Ok(sent)
}

/// Leaves a wrong row out; one that was sent or left out already stays as it is.
pub async fn leave_out(exchange: &Exchange, actor: &Actor, id: BatchId, line: u32) -> Result<()> {
    own(exchange, actor, id).await?;
    let unit = exchange.begin(actor).await?;
    let mut row = sanviec_store::batches::row(unit.conn(), id, line).await?.ok_or(ExchangeError::NotFound)?;
    if row.state != RowState::Wrong {
        return Ok(());
    }
    row.state = RowState::LeftOut;
    sanviec_store::batches::update(&unit, id, &row).await?;
    unit.save().await?;
    Ok(())
}

/// Deletes old files. Run by the clock.
pub(crate) async fn forget_due(exchange: &Exchange) -> Result<u64> {
    let unit = exchange.begin(&Actor::System).await?;
    let count = sanviec_store::batches::forget(&unit, unit.now() - TimeDelta::days(KEPT_DAYS)).await?;
    unit.save().await?;
    Ok(count)
}
