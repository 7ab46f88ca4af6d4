//! Small tables that people paste from a spreadsheet or save as CSV.

use crate::error::{ExchangeError, Result};
use crate::import::{FileError, table_text};

/// The table of a file as the text that pasting it gives: the first sheet of a workbook, or a CSV file as it is.
pub async fn text_of(bytes: Vec<u8>) -> Result<std::result::Result<String, FileError>> {
    let read = tokio::task::spawn_blocking(move || table_text(&bytes)).await;
    read.map_err(|error| ExchangeError::Internal(error.to_string()))
}

/// The rows of a table with their line numbers, each cell tidied; empty rows are left out. What separates the
/// cells is what the first line has: tabs, semicolons or commas.
pub(crate) fn rows(table: &str, bytes: usize, limit: usize) -> Result<Vec<(usize, Vec<String>)>> {
    let table = table.trim_start_matches('\u{feff}');
    if table.len() > bytes {
        return Err(ExchangeError::NotNow(format!("longer than {bytes} bytes")));
    }
    let first = table.lines().next().unwrap_or_default();
    let separator = [b'\t', b';'].into_iter().find(|separator| first.contains(char::from(*separator))).unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(table.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| ExchangeError::NotNow(error.to_string()))?;
        let line = record.position().map_or(0, |position| line_at(table, position.byte() as usize));
        let cells: Vec<String> = record.iter().map(sanviec_domain::text::tidy_line).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        if rows.len() == limit {
            return Err(ExchangeError::NotNow(format!("more than {limit} rows")));
        }
        rows.push((line, cells));
    }
    Ok(rows)
}

/// The number of the line that a record begins on; the reader's own position stands before the empty lines that
/// it skips.
fn line_at(table: &str, byte: usize) -> usize {
    let (before, after) = table.split_at_checked(byte).unwrap_or((table, ""));
    let skipped = after.bytes().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    1 + before.bytes().chain(skipped).filter(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn tables_are_read_as_spreadsheets_give_them() {
        let wanted = vec![(1, vec!["Hàn".to_owned(), "K 17".to_owned()]), (3, vec!["May, thêu".to_owned(), "2".to_owned()])];
        for table in [
            "Hàn\tK  17\n\nMay, thêu\t2",
            "\u{feff}Hàn;K 17\r\n\r\n\"May, thêu\";2\r\n",
            "Hàn,K 17\n , \n\"May, thêu\",2\n",
        ] {
            assert_eq!(rows(table, 1_000, 10).unwrap(), wanted, "{table:?}");
        }
        assert!(rows("a\nb\nc", 1_000, 2).is_err());
        assert!(rows("abc", 2, 2).is_err());
    }
}
