//! XLSX: the first sheet that is shown. The archive is unpacked once only to count its bytes, so a
//! small file that unpacks to gigabytes is refused before anything of it is kept.

use super::row::Cells;
use super::scan::{check_size, unreadable};
use super::{Column, FileError, Limits, cells_of, columns_of};
use calamine::{DataRef, ExcelDateTime, Reader, SheetType, SheetVisible, Xlsx, XlsxError};
use std::fs::File;
use std::io::{BufReader, Read};
use std::path::Path;

/// A row's number in the sheet, from 1, and its cells by column.
type SheetRow = (u64, Vec<(usize, String)>);

/// The rows below the header.
pub struct Workbook {
    columns: Vec<Option<Column>>,
    rows: std::vec::IntoIter<SheetRow>,
}

/// The filled rows of the sheet, within the limits.
fn sheet_rows(path: &Path, limits: &Limits) -> Result<Vec<SheetRow>, FileError> {
    check_size(path, limits.xlsx_bytes)?;
    check_archive(path, limits)?;
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let mut workbook = Xlsx::new(BufReader::new(file)).map_err(|error| broken(&error))?;
    let sheet = workbook
        .sheets_metadata()
        .iter()
        .find(|sheet| sheet.visible == SheetVisible::Visible && sheet.typ == SheetType::WorkSheet)
        .map(|sheet| sheet.name.clone());
    let rows = read_sheet(&mut workbook, &sheet.ok_or(FileError::NoSheet)?, limits)?;
    if rows.is_empty() { Err(FileError::Empty) } else { Ok(rows) }
}

/// The sheet as the text that copying it would give: a line a row, with tabs between its cells.
pub fn tab_separated(path: &Path, limits: &Limits) -> Result<String, FileError> {
    let mut text = String::new();
    let mut written = 0;
    for (line, cells) in sheet_rows(path, limits)? {
        // An empty row keeps its line, so that what is wrong is said at the number that the sheet shows.
        text.extend(std::iter::repeat_n('\n', (line - written - 1) as usize));
        let mut at = 0;
        for (column, cell) in cells {
            text.extend(std::iter::repeat_n('\t', column - at));
            at = column;
            let cell = sanviec_domain::text::tidy_line(&cell);
            if cell.starts_with('"') {
                text.extend(["\"", &cell.replace('"', "\"\""), "\""]);
            } else {
                text.push_str(&cell);
            }
        }
        // Whoever reads it finds out by a tab what separates the cells.
        text.push_str(if at == 0 { "\t\n" } else { "\n" });
        written = line;
    }
    Ok(text)
}

/// Reads the sheet within the limits.
pub fn open(path: &Path, limits: &Limits) -> Result<(u64, Workbook), FileError> {
    let mut rows = sheet_rows(path, limits)?;
    let (line, header) = rows.remove(0);
    let width = header.last().map_or(0, |(column, _)| column + 1);
    let mut headers = vec![String::new(); width];
    for (column, text) in header {
        headers[column] = text;
    }
    let columns = columns_of(&headers, line, limits)?;
    Ok((rows.len() as u64, Workbook { columns, rows: rows.into_iter() }))
}

impl Workbook {
    /// The next row that is not empty.
    pub fn next(&mut self) -> Option<Cells> {
        let (line, cells) = self.rows.next()?;
        Some(cells_of(line, &self.columns, cells.iter().map(|(column, text)| (*column, text.as_str()))))
    }
}

fn broken(error: &XlsxError) -> FileError {
    match error {
        XlsxError::Password => FileError::PasswordProtected,
        error => FileError::BrokenWorkbook { reason: error.to_string() },
    }
}

/// Unpacks every part into nothing, counting.
fn check_archive(path: &Path, limits: &Limits) -> Result<(), FileError> {
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let damaged = |reason: String| FileError::BrokenWorkbook { reason };
    let mut archive = zip::ZipArchive::new(BufReader::new(file)).map_err(|error| damaged(error.to_string()))?;
    if archive.len() > 10_000 {
        return Err(damaged("it has more than 10,000 parts".to_owned()));
    }
    if archive.index_for_name("xl/workbook.xml").is_none() {
        return Err(damaged("there is no workbook in the archive".to_owned()));
    }
    let mut left = limits.xlsx_part_bytes * 2;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| damaged(error.to_string()))?;
        let name = part.name().map_err(|error| damaged(error.to_string()))?.into_owned();
        let lower = name.to_ascii_lowercase();
        if ![".xml", ".rels"].iter().any(|ending| lower.ends_with(ending)) {
            continue;
        }
        // The declared size may lie: count what comes out.
        let limit = limits.xlsx_part_bytes.min(left);
        let unpacked = std::io::copy(&mut part.take(limit + 1), &mut std::io::sink()).map_err(|error| damaged(format!("{name}: {error}")))?;
        if unpacked > limit {
            return Err(FileError::UnpacksTooLarge { part: name, limit });
        }
        left -= unpacked;
    }
    Ok(())
}

/// The filled rows of a sheet.
fn read_sheet(workbook: &mut Xlsx<BufReader<File>>, sheet: &str, limits: &Limits) -> Result<Vec<SheetRow>, FileError> {
    let mut reader = workbook.worksheet_cells_reader(sheet).map_err(|error| broken(&error))?;
    let mut rows: Vec<SheetRow> = Vec::new();
    let (mut sheet_bytes, mut row_bytes) = (0, 0);
    while let Some(cell) = reader.next_cell().map_err(|error| broken(&error))? {
        let (row, column) = cell.get_position();
        let text = cell_text(cell.get_value());
        if text.trim().is_empty() {
            continue;
        }
        let line = u64::from(row) + 1;
        if u64::from(column) >= limits.columns {
            return Err(FileError::TooManyColumns {
                line,
                found: u64::from(column) + 1,
                limit: limits.columns,
            });
        }
        if rows.last().is_none_or(|(last, _)| *last != line) {
            if rows.len() as u64 > limits.rows {
                return Err(FileError::TooManyRows { limit: limits.rows });
            }
            rows.push((line, Vec::new()));
            row_bytes = 0;
        }
        let bytes = text.len() as u64;
        row_bytes += bytes;
        sheet_bytes += bytes + 40;
        if row_bytes > limits.row_bytes {
            return Err(FileError::RowTooLong { line, limit: limits.row_bytes });
        }
        if sheet_bytes > limits.sheet_bytes {
            return Err(FileError::UnpacksTooLarge {
                part: sheet.to_owned(),
                limit: limits.sheet_bytes,
            });
        }
        if let Some((_, cells)) = rows.last_mut() {
            cells.push((column as usize, text));
        }
    }
    for (_, cells) in &mut rows {
        cells.sort_by_key(|(column, _)| *column);
    }
    Ok(rows)
}

/// A value as a person would type it.
fn cell_text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) if number.fract() == 0.0 && number.abs() < 1e15 => format!("{number:.0}"),
        // With a decimal comma, as Vietnamese writes it.
        DataRef::Float(number) => number.to_string().replace('.', ","),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Bool(flag) => if *flag { "có" } else { "không" }.to_owned(),
        DataRef::DateTime(moment) => moment_text(moment),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A day as "2026-12-31", a time of day as "07:30".
fn moment_text(moment: &ExcelDateTime) -> String {
    let Some(at) = moment.as_datetime() else { return moment.as_f64().to_string() };
    // A serial number below one is a time without a day.
    if moment.as_f64() < 1.0 {
        // Rounded to the minute: serial numbers are fractions of a day.
        let minutes = (moment.as_f64() * 24.0 * 60.0).round() as u32;
        return format!("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
    }
    at.date().format("%Y-%m-%d").to_string()
}
