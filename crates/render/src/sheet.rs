//! Tables as a spreadsheet (XLSX), for those who count further.

use crate::RenderError;
use rust_xlsxwriter::{Format, Workbook, XlsxError};

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cell {
    /// A text. It is written as a text, whatever it begins with: nothing in it is counted.
    Text(String),
    /// A number.
    Number(i64),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u64> for Cell {
    fn from(number: u64) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

/// A sheet: its name, what stands above it, its columns and its rows.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// Its name, at most 31 letters.
    pub name: String,
    /// What it is about.
    pub title: String,
    /// The names of the columns.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

fn unwritten(error: &XlsxError) -> RenderError {
    RenderError(askama::Error::Custom(format!("a spreadsheet can't be written: {error}").into()))
}

/// The sheets as the bytes of a workbook.
pub fn workbook(sheets: &[Sheet]) -> Result<Vec<u8>, RenderError> {
    write(sheets).map_err(|error| unwritten(&error))
}

fn write(sheets: &[Sheet]) -> Result<Vec<u8>, XlsxError> {
    let (mut book, bold) = (Workbook::new(), Format::new().set_bold());
    for sheet in sheets {
        let page = book.add_worksheet();
        page.set_name(sheet.name.chars().take(31).collect::<String>())?;
        page.write_string_with_format(0, 0, &sheet.title, &bold)?;
        for (column, name) in (0u16..).zip(&sheet.columns) {
            page.write_string_with_format(2, column, name, &bold)?;
        }
        for (row, cells) in (3u32..).zip(&sheet.rows) {
            for (column, cell) in (0u16..).zip(cells) {
                match cell {
                    Cell::Text(text) => page.write_string(row, column, text)?,
                    Cell::Number(number) => page.write_number(row, column, *number as f64)?,
                };
            }
        }
        page.set_freeze_panes(3, 0)?;
        page.autofit();
    }
    book.save_to_buffer()
}
