//! `/ntd/tin/nhap`: posting many at once, from a file; what became of each row, mended where it stands.

use crate::forms::{Fields, FieldsAndFiles};
use crate::pages::apply::unprocessable;
use crate::problem::{Answer, Problem};
use crate::queries::asked;
use crate::visit::{Visit, go, html};
use axum::extract::{Path, RawQuery};
use axum::response::IntoResponse;
use chrono::Days;
use http::header;
use sanviec_domain::batch::RowState;
use sanviec_domain::ids::BatchId;
use sanviec_domain::language::Locale;
use sanviec_exchange::batches::{self, LARGEST, MOST_ROWS, Mended};
use sanviec_exchange::import::Column;
use sanviec_render::pages::{BatchPage, BatchRow, BatchRowPage, BatchUploadPage, CellInput, WrongRow};
use sanviec_render::{Area, FormState};
use sanviec_store::batches::RowRecord;

/// Columns that hold texts of several lines.
const TEXTS: [Column; 2] = [Column::Description, Column::Requirements];
/// Columns that every row needs, shown where a whole row is mended though it has nothing in them.
const NEEDED: [Column; 8] = [
    Column::Title,
    Column::Openings,
    Column::Description,
    Column::Place,
    Column::Wage,
    Column::Deadline,
    Column::ContactName,
    Column::ContactPhone,
];

fn batch_id(id: &str) -> Result<BatchId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

fn line_of(line: &str) -> Result<u32, Problem> {
    line.parse().map_err(|_| Problem::not_found())
}

/// Where a file is handed in.
pub async fn get(visit: Visit) -> Answer {
    html(Ok(upload_page(&visit, &FormState::default()).await?))
}

async fn upload_page(visit: &Visit, form: &FormState) -> Result<String, Problem> {
    let latest = batches::latest(&visit.app.exchange, &visit.actor).await?;
    let latest: Vec<BatchRow> = latest
        .into_iter()
        .map(|batch| BatchRow {
            id: batch.id,
            name: batch.file_name,
            total: batch.total,
            at: batch.created_at,
        })
        .collect();
    let chrome = visit.chrome(Area::Employer);
    let page = BatchUploadPage {
        chrome: &chrome,
        form,
        most_rows: MOST_ROWS,
        megabytes: (LARGEST >> 20) as u64,
        latest: &latest,
    };
    Ok(page.render()?)
}

/// Takes a file in; what is wrong with the file itself is said at its field.
pub async fn post(visit: Visit, FieldsAndFiles(mut form, uploads): FieldsAndFiles) -> Answer {
    let exchange = &visit.app.exchange;
    let Some(upload) = uploads.into_iter().next() else {
        form.fail("tep", visit.texts().get("batch-error-none"));
        return Ok(unprocessable(upload_page(&visit, &form).await?));
    };
    if upload.bytes.len() > LARGEST {
        form.fail("tep", visit.texts().get("batch-error-large"));
        return Ok(unprocessable(upload_page(&visit, &form).await?));
    }
    match batches::take_in(exchange, &visit.actor, &upload.name, upload.bytes).await? {
        Ok(id) => {
            visit.say("flash-batch-taken").await?;
            Ok(go(&format!("/ntd/tin/nhap/{id}")))
        }
        Err(refused) => {
            form.fail("tep", refused.message(visit.locale));
            Ok(unprocessable(upload_page(&visit, &form).await?))
        }
    }
}

/// The columns most used, with a row to write over.
pub async fn template(visit: Visit) -> Answer {
    let deadline = visit.app.exchange.clock.today() + Days::new(30);
    let example = [
        (Column::Reference, "CN-01".to_owned()),
        (Column::Title, "Công nhân may công nghiệp".to_owned()),
        (Column::Openings, "50".to_owned()),
        (Column::Description, "May các công đoạn áo sơ mi trên máy một kim.".to_owned()),
        (Column::Requirements, "Không cần kinh nghiệm, được đào tạo.".to_owned()),
        (Column::Place, "KCN Tiền Hải".to_owned()),
        (Column::WorkTime, "Toàn thời gian".to_owned()),
        (Column::Wage, "8-12 triệu".to_owned()),
        (Column::BasicWage, "5.500.000".to_owned()),
        (Column::Shift, "Ca ngày".to_owned()),
        (Column::Bus, String::new()),
        (Column::Deadline, deadline.format("%d/%m/%Y").to_string()),
        (Column::ContactName, "Nguyễn Thị Mẫu".to_owned()),
        (Column::ContactPhone, "0912 345 678".to_owned()),
    ];
    let line = |cells: Vec<&str>| cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(",");
    let head = line(example.iter().map(|(column, _)| column.label()).collect());
    let row = line(example.iter().map(|(_, text)| text.as_str()).collect());
    // Excel reads UTF-8 by the mark in front.
    let body = format!("\u{feff}{head}\r\n{row}\r\n");
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"mau-dang-tin.csv\""),
    ];
    Ok((headers, body).into_response())
}

/// The wrong rows, for a spreadsheet.
pub async fn wrong_rows(visit: Visit, Path(id): Path<String>) -> Answer {
    let body = batches::wrong_rows(&visit.app.exchange, &visit.actor, batch_id(&id)?, visit.locale).await?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"dong-can-sua.csv\""),
    ];
    Ok((headers, body).into_response())
}

/// What became of a file's rows.
pub async fn one(visit: Visit, Path(id): Path<String>, RawQuery(raw): RawQuery) -> Answer {
    let id = batch_id(&id)?;
    // An address that was mended by hand shows the first page.
    let from = asked(raw.as_deref(), "tu").and_then(|line| line.parse().ok());
    let view = batches::view(&visit.app.exchange, &visit.actor, id, from.unwrap_or(0)).await?;
    let wrong: Vec<WrongRow> = view.wrong.iter().map(|row| shown(row, visit.locale, false)).collect();
    let counts: Vec<(RowState, u64)> = view.counts.into_iter().collect();
    let next = view.next.map(|line| format!("/ntd/tin/nhap/{id}?tu={line}"));
    let chrome = visit.chrome(Area::Employer);
    html(
        BatchPage {
            chrome: &chrome,
            id,
            name: &view.batch.file_name,
            total: view.batch.total.into(),
            counts: &counts,
            wrong: &wrong,
            next: next.as_deref(),
        }
        .render(),
    )
}

/// Sends what was mended.
pub async fn mend(visit: Visit, Path(id): Path<String>, Fields(form): Fields) -> Answer {
    let id = batch_id(&id)?;
    let sent = batches::mend(&visit.app.exchange, &visit.actor, id, &mended(&form)).await?;
    visit.say_counted("flash-batch-mended", sent).await?;
    Ok(go(&format!("/ntd/tin/nhap/{id}")))
}

/// One row, whole.
pub async fn row(visit: Visit, Path((id, line)): Path<(String, String)>) -> Answer {
    let (id, line) = (batch_id(&id)?, line_of(&line)?);
    let row = batches::wrong_row(&visit.app.exchange, &visit.actor, id, line).await?;
    let chrome = visit.chrome(Area::Employer);
    html(
        BatchRowPage {
            chrome: &chrome,
            id,
            row: &shown(&row, visit.locale, true),
        }
        .render(),
    )
}

/// Sends it, or shows what is still wrong with it.
pub async fn mend_row(visit: Visit, Path((id, line)): Path<(String, String)>, Fields(form): Fields) -> Answer {
    let (id, line) = (batch_id(&id)?, line_of(&line)?);
    let mut mended = mended(&form);
    mended.retain(|known, _| *known == line);
    let sent = batches::mend(&visit.app.exchange, &visit.actor, id, &mended).await?;
    if sent == 0 && !mended.is_empty() {
        return Ok(go(&format!("/ntd/tin/nhap/{id}/{line}")));
    }
    visit.say_counted("flash-batch-mended", sent).await?;
    Ok(go(&format!("/ntd/tin/nhap/{id}")))
}

/// Leaves it out.
pub async fn leave_out(visit: Visit, Path((id, line)): Path<(String, String)>) -> Answer {
    let (id, line) = (batch_id(&id)?, line_of(&line)?);
    batches::leave_out(&visit.app.exchange, &visit.actor, id, line).await?;
    visit.say("flash-batch-left-out").await?;
    Ok(go(&format!("/ntd/tin/nhap/{id}")))
}

/// The inputs "o-12-wage" by line and column.
fn mended(form: &FormState) -> Mended {
    let mut mended = Mended::new();
    for (name, values) in &form.values {
        let cell = name.strip_prefix("o-").and_then(|rest| rest.split_once('-'));
        if let Some((line, column)) = cell
            && let Ok(line) = line.parse()
        {
            mended.entry(line).or_default().insert(column.to_owned(), values.first().cloned().unwrap_or_default());
        }
    }
    mended
}

/// A row's cells as inputs: those that are wrong, or, whole, those that are filled in or needed, too.
fn shown(row: &RowRecord, locale: Locale, whole: bool) -> WrongRow {
    let is_wrong = |column: &Column| row.faults.iter().any(|fault| fault.column == column.key());
    let has = |column: &Column| row.cells.contains_key(column.key());
    let shown = Column::ALL.iter().filter(|column| is_wrong(column) || (whole && (has(column) || NEEDED.contains(column))));
    let cells = shown.map(|column| {
        let faults = row.faults.iter().filter(|fault| fault.column == column.key());
        CellInput {
            name: format!("o-{}-{}", row.line, column.key()),
            label: column.label(),
            value: row.cells.get(column.key()).cloned().unwrap_or_default(),
            faults: faults.map(|fault| if locale == Locale::Vi { fault.vi.clone() } else { fault.en.clone() }).collect(),
            is_text: TEXTS.contains(column),
        }
    });
    WrongRow {
        line: row.line,
        title: row.title.clone(),
        cells: cells.collect(),
    }
}
