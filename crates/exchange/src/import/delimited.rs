//! CSV: comma, semicolon or tab, UTF-8 with or without a byte order mark.
//!
//! The rows are split here and not by the `csv` crate, which can't say that a quotation mark is
//! never closed, reads a row of any length into memory, and counts the lines of a file from Windows
//! otherwise (RFC 4180 is what both follow).

use super::row::Cells;
use super::scan::{check_size, check_utf8, unreadable};
use super::{Column, Encoding, FileError, Limits, cells_of, columns_of};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

type Text = BufReader<File>;

/// The rows below the header.
pub struct Delimited {
    columns: Vec<Option<Column>>,
    rows: Rows,
}

/// Looks through the whole file, then opens it again at its first row.
pub fn open(path: &Path, limits: &Limits) -> Result<(u64, Delimited), FileError> {
    check_size(path, limits.csv_bytes)?;
    let delimiter = delimiter(path, limits)?;
    let total = look_through(path, delimiter, limits)?;
    let mut rows = Rows::new(text(path)?, delimiter, *limits);
    if !rows.advance(path)? {
        return Err(FileError::Empty);
    }
    let columns = columns_of(&rows.cells(), rows.row_line, limits)?;
    Ok((total, Delimited { columns, rows }))
}

impl Delimited {
    /// The next row that is not empty.
    pub fn next(&mut self) -> Option<Cells> {
        // The file was looked through: an error here means it changed since, and ends the run.
        if !self.rows.advance(Path::new("")).ok()? {
            return None;
        }
        let cells = self.rows.cells();
        Some(cells_of(self.rows.row_line, &self.columns, cells.iter().map(String::as_str).enumerate()))
    }
}

/// The file's bytes without a byte order mark.
fn text(path: &Path) -> Result<Text, FileError> {
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let mut reader = BufReader::with_capacity(1 << 18, file);
    let head = reader.fill_buf().map_err(|error| unreadable(path, &error))?;
    if head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]) {
        return Err(FileError::WrongEncoding { line: 1, found: Encoding::Utf16 });
    }
    if head.starts_with("\u{feff}".as_bytes()) {
        reader.consume(3);
    }
    Ok(reader)
}

/// The separator: the one that stands most often in the first line, outside quotation marks.
fn delimiter(path: &Path, limits: &Limits) -> Result<u8, FileError> {
    let mut head = Vec::new();
    text(path)?
        .take(limits.row_bytes.min(1 << 20))
        .read_to_end(&mut head)
        .map_err(|error| unreadable(path, &error))?;
    let mut counts = [(b',', 0), (b';', 0), (b'\t', 0)];
    let (mut quoted, mut written) = (false, false);
    for byte in head {
        match byte {
            b'"' => quoted = !quoted,
            b'\n' if !quoted && written => break,
            _ if quoted => {}
            byte => {
                written |= !byte.is_ascii_whitespace();
                counts.iter_mut().filter(|(separator, _)| *separator == byte).for_each(|(_, count)| *count += 1);
            }
        }
    }
    Ok(counts.into_iter().rev().max_by_key(|(_, count)| *count).map_or(b',', |(separator, _)| separator))
}

/// Where the reader stands in a cell.
#[derive(Clone, Copy, PartialEq)]
enum At {
    Start,
    Plain,
    Quoted,
    QuoteInQuoted,
}

/// Everything that can be wrong with the file as a whole, in one pass and with one row in memory.
/// Gives the number of rows below the header.
fn look_through(path: &Path, delimiter: u8, limits: &Limits) -> Result<u64, FileError> {
    let mut rows = Rows::new(text(path)?, delimiter, *limits);
    let mut header = None;
    let mut total = 0;
    while rows.advance(path)? {
        let line = rows.row_line;
        match header {
            None if rows.count > limits.columns => {
                return Err(FileError::TooManyColumns {
                    line,
                    found: rows.count,
                    limit: limits.columns,
                });
            }
            None => header = Some(rows.count),
            Some(expected) if expected != rows.count => {
                return Err(FileError::RaggedRow {
                    line,
                    expected,
                    found: rows.count,
                });
            }
            Some(_) => {
                total += 1;
                if total > limits.rows {
                    return Err(FileError::TooManyRows { limit: limits.rows });
                }
            }
        }
    }
    if header.is_none() { Err(FileError::Empty) } else { Ok(total) }
}

/// The rows of a file, one at a time.
struct Rows {
    reader: Text,
    delimiter: u8,
    limits: Limits,
    /// The line the reader stands in.
    line: u64,
    /// The line the row began in.
    row_line: u64,
    /// The row's bytes without its line break.
    row: Vec<u8>,
    /// How many cells it has.
    count: u64,
}

impl Rows {
    fn new(reader: Text, delimiter: u8, limits: Limits) -> Self {
        Self {
            reader,
            delimiter,
            limits,
            line: 1,
            row_line: 1,
            row: Vec::new(),
            count: 0,
        }
    }

    /// Goes to the next row with something written in it; `false` at the end.
    fn advance(&mut self, path: &Path) -> Result<bool, FileError> {
        loop {
            self.row.clear();
            (self.row_line, self.count) = (self.line, 1);
            let (mut at, mut filled, mut quote_line, mut ended) = (At::Start, false, self.line, false);
            while !ended {
                let chunk = self.reader.fill_buf().map_err(|error| unreadable(path, &error))?;
                if chunk.is_empty() {
                    break;
                }
                let mut used = 0;
                for byte in chunk {
                    used += 1;
                    self.line += u64::from(*byte == b'\n');
                    if *byte == b'\n' && at != At::Quoted {
                        ended = true;
                        break;
                    }
                    self.row.push(*byte);
                    at = match (at, *byte) {
                        (At::Start, b'"') => {
                            (quote_line, filled) = (self.line, true);
                            At::Quoted
                        }
                        (At::Quoted, b'"') => At::QuoteInQuoted,
                        (At::QuoteInQuoted, b'"') | (At::Quoted, _) => At::Quoted,
                        (_, byte) if byte == self.delimiter => {
                            self.count += 1;
                            At::Start
                        }
                        (_, byte) => {
                            filled |= !byte.is_ascii_whitespace();
                            At::Plain
                        }
                    };
                    if self.row.len() as u64 > self.limits.row_bytes {
                        return Err(self.too_long(at, quote_line));
                    }
                }
                self.reader.consume(used);
            }
            if !ended && at == At::Quoted {
                return Err(FileError::UnclosedQuote { line: quote_line });
            }
            if !ended && self.row.is_empty() {
                return Ok(false);
            }
            check_utf8(&self.row, self.row_line)?;
            if filled {
                return Ok(true);
            }
        }
    }

    /// A row beyond the limit: very many columns, a quotation mark that swallows the rest of the
    /// file, or one line without an end.
    fn too_long(&self, at: At, quote_line: u64) -> FileError {
        let line = self.row_line;
        if self.count > self.limits.columns * 10 {
            FileError::TooManyColumns {
                line,
                found: self.count,
                limit: self.limits.columns,
            }
        } else if at == At::Quoted && self.line > quote_line + 20 {
            FileError::UnclosedQuote { line: quote_line }
        } else {
            FileError::RowTooLong {
                line,
                limit: self.limits.row_bytes,
            }
        }
    }

    /// The cells of the row.
    fn cells(&self) -> Vec<String> {
        let mut cells = Vec::with_capacity(self.count as usize);
        let (mut at, mut cell) = (At::Start, Vec::new());
        let row = self.row.strip_suffix(b"\r").unwrap_or(&self.row);
        let text = |cell: &[u8]| String::from_utf8_lossy(cell).into_owned();
        for byte in row {
            at = match (at, *byte) {
                (At::Start, b'"') => At::Quoted,
                (At::Quoted, b'"') => At::QuoteInQuoted,
                (At::QuoteInQuoted | At::Start | At::Plain, byte) if byte == self.delimiter => {
                    cells.push(text(&cell));
                    cell.clear();
                    At::Start
                }
                (At::QuoteInQuoted, b'"') | (At::Quoted, _) => {
                    cell.push(*byte);
                    At::Quoted
                }
                (_, byte) => {
                    cell.push(byte);
                    At::Plain
                }
            };
        }
        cells.push(text(&cell));
        cells
    }
}
