//! Files as browsers hand them in: bytes in memory, with a name that says nothing.

use super::scan::{check_utf8, kind};
use super::{FileError, FileKind, Limits, workbook};
use std::io::Write;
use tempfile::NamedTempFile;

/// The largest file that holds a small table, in bytes.
const SMALL: u64 = 2 << 20;
const LIMITS: Limits = Limits {
    csv_bytes: SMALL,
    json_bytes: 0,
    xlsx_bytes: SMALL,
    xlsx_part_bytes: 20 << 20,
    sheet_bytes: 4 << 20,
    row_bytes: 1 << 16,
    columns: 120,
    rows: 2_000,
    names_employer: false,
};

/// The bytes as a file, which is gone when it is dropped. What it is says its content.
pub(crate) fn as_file(bytes: &[u8]) -> Result<NamedTempFile, FileError> {
    let suffix = if bytes.starts_with(b"PK") { ".xlsx" } else { ".csv" };
    let written = tempfile::Builder::new().suffix(suffix).tempfile().and_then(|mut file| file.write_all(bytes).map(|()| file));
    written.map_err(|error| FileError::Unreadable {
        path: std::path::PathBuf::new(),
        reason: error.to_string(),
    })
}

/// A small table as the text that pasting it gives: the first sheet of a workbook, or a CSV file as it is. Blocking.
pub(crate) fn table_text(bytes: &[u8]) -> Result<String, FileError> {
    let size = bytes.len() as u64;
    if size > SMALL {
        return Err(FileError::TooLarge { bytes: size, limit: SMALL });
    }
    let file = as_file(bytes)?;
    if kind(file.path())? == FileKind::Xlsx {
        return workbook::tab_separated(file.path(), &LIMITS);
    }
    check_utf8(bytes, 1)?;
    Ok(String::from_utf8_lossy(bytes).into_owned())
}
