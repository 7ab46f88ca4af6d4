//! Vacancies from files: CSV, XLSX and JSON Lines, row by row, in bounded memory.
//!
//! [`Source::open`] looks at the whole file first: whatever is wrong with the file itself (encoding,
//! columns, a quotation mark that is never closed, a line that is not JSON) refuses it before a
//! single row is taken over. Then the rows come one by one; a row that can't be understood is
//! refused with the column, the field, the fault and what was written. Nothing is guessed.
//!
//! `docs/IMPORT.md` lists the columns.

pub mod cell;
pub mod columns;
mod delimited;
mod file_error;
mod handed_in;
mod json_lines;
pub(crate) mod places;
mod row;
mod scan;
mod workbook;

#[cfg(test)]
mod tests;

pub use columns::Column;
pub use file_error::{Encoding, FileError};

pub(crate) use handed_in::{as_file, table_text};
pub use row::Cells;
pub(crate) use row::RowReader;
use sanviec_domain::contact::TaxCode;
use sanviec_domain::language::Locale;
use sanviec_domain::reference::Reference;
use sanviec_domain::vacancy::{Fault, Field, VacancyContent};
use sanviec_domain::vocabulary::Vocabulary;
use std::collections::HashMap;
use std::collections::hash_map::{DefaultHasher, Entry};
use std::hash::{Hash, Hasher};
use std::path::Path;

/// How large a file may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a CSV file.
    pub csv_bytes: u64,
    /// Bytes of a JSON Lines file; it is never held in memory.
    pub json_bytes: u64,
    /// Bytes of a packed XLSX file.
    pub xlsx_bytes: u64,
    /// Bytes of one part of an XLSX file once unpacked.
    pub xlsx_part_bytes: u64,
    /// Bytes of the texts of a sheet, which are held in memory.
    pub sheet_bytes: u64,
    /// Bytes of one row.
    pub row_bytes: u64,
    /// Columns.
    pub columns: u64,
    /// Rows below the header.
    pub rows: u64,
    /// Whether rows say whose they are and what they are called: an employer's own file need not.
    pub names_employer: bool,
}

impl Default for Limits {
    fn default() -> Self {
        const MB: u64 = 1 << 20;
        Self {
            csv_bytes: 200 * MB,
            json_bytes: 4096 * MB,
            xlsx_bytes: 50 * MB,
            xlsx_part_bytes: 512 * MB,
            sheet_bytes: 200 * MB,
            row_bytes: MB,
            columns: 200,
            rows: 1_000_000,
            names_employer: true,
        }
    }
}

/// The kinds of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Comma, semicolon or tab separated.
    Csv,
    /// One JSON object a line.
    JsonLines,
    /// Excel since 2007.
    Xlsx,
}

/// A row that was understood.
#[derive(Clone, Debug, PartialEq)]
pub struct ImportRow {
    /// The line in the file, from 1; in a workbook the row's number.
    pub line: u64,
    /// The employer's own name of the vacancy: the same reference is the same vacancy.
    pub external_reference: String,
    /// The employer's tax code; where it is missing the name is there.
    pub employer_tax_code: Option<TaxCode>,
    /// The employer's name; may be empty where the tax code is there.
    pub employer_name: String,
    /// What the vacancy says. `occupation_confirmed` is as the file says: only an officer's import
    /// may keep it.
    pub content: VacancyContent,
    /// What was concluded and should be looked at.
    pub notes: Vec<Note>,
}

/// Something that was concluded while reading a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// No occupation was given; this one was proposed from the title.
    OccupationProposed {
        /// Four digits.
        code: String,
        /// The words it was recognised by.
        because: String,
    },
    /// How a place was understood: an old address, for instance.
    PlaceHint(String),
    /// More places of work were named; the first is kept.
    OtherPlaces {
        /// Those that were named.
        named: Vec<String>,
        /// How many were counted without a name ("& 2 nơi khác").
        unnamed: u16,
    },
}

impl Note {
    /// For the report.
    pub fn message(&self, locale: Locale) -> String {
        match (self, locale) {
            (Self::OccupationProposed { code, because }, Locale::Vi) => format!("Mã nghề đề xuất {code} (theo “{because}”)"),
            (Self::OccupationProposed { code, because }, Locale::En) => format!("Occupation {code} proposed (from “{because}”)"),
            (Self::PlaceHint(hint), _) => hint.clone(),
            (Self::OtherPlaces { named, unnamed: 0 }, Locale::Vi) => format!("Còn nơi làm việc khác: {}", named.join("; ")),
            (Self::OtherPlaces { named, unnamed: 0 }, Locale::En) => format!("Other places of work: {}", named.join("; ")),
            (Self::OtherPlaces { named, unnamed }, Locale::Vi) => format!("Còn nơi làm việc khác: {} {unnamed} nơi không ghi tên", named.join("; ")),
            (Self::OtherPlaces { named, unnamed }, Locale::En) => format!("Other places of work: {} {unnamed} not named", named.join("; ")),
        }
    }
}

/// A row that was refused, with everything that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowRefused {
    /// The line in the file, from 1.
    pub line: u64,
    /// The row's reference, where it has one.
    pub reference: Option<String>,
    /// What is wrong.
    pub errors: Vec<RowFault>,
    /// What helps to put it right, one for each of `errors`.
    pub details: Vec<Detail>,
}

impl RowRefused {
    fn new(line: u64, reference: Option<String>, faults: Vec<(RowFault, Detail)>) -> Self {
        let (errors, details) = faults.into_iter().unzip();
        Self { line, reference, errors, details }
    }

    /// Every error with what helps, for the report.
    pub fn messages(&self, locale: Locale) -> Vec<String> {
        let no_detail = Detail::None;
        self.errors
            .iter()
            .enumerate()
            .map(|(position, fault)| fault.message(self.details.get(position).unwrap_or(&no_detail), locale))
            .collect()
    }
}

/// One thing that is wrong with a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// The column, as the export names it; in typed JSON the path of the value.
    pub column: String,
    /// The field of the posting form.
    pub field: Field,
    /// What is wrong.
    pub fault: Fault,
    /// What was written, at most 120 characters.
    pub written: String,
}

/// What helps to put a fault right.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Detail {
    /// Nothing more.
    #[default]
    None,
    /// The places that share the name.
    Candidates(Vec<String>),
    /// A spreadsheet dropped the zero in front.
    LostLeadingZero,
    /// The same reference stands in this line already.
    RepeatedFrom(u64),
    /// Why a wage was not understood: a key of `WageUnread`.
    Wage(&'static str),
    /// Nobody knows this key; perhaps this one was meant.
    UnknownKey(Option<&'static str>),
    /// What the JSON reader says.
    Json(String),
}

impl RowFault {
    /// For the report: "Mức lương: Không hiểu được giá trị này – “8 - 12”".
    pub fn message(&self, detail: &Detail, locale: Locale) -> String {
        let mut out = format!("{}: {}", self.column, self.fault.label(locale));
        if !self.written.is_empty() {
            out = format!("{out} – “{}”", self.written);
        }
        let detail = match (detail, locale) {
            (Detail::None, _) => return out,
            (Detail::Candidates(places), _) => places.join("; "),
            (Detail::LostLeadingZero, Locale::Vi) => "bảng tính đã làm mất số 0 ở đầu; hãy định dạng cột là Văn bản".to_owned(),
            (Detail::LostLeadingZero, Locale::En) => "the spreadsheet dropped the leading zero; format the column as text".to_owned(),
            (Detail::RepeatedFrom(line), Locale::Vi) => format!("mã tin này đã có ở dòng {line}"),
            (Detail::RepeatedFrom(line), Locale::En) => format!("line {line} has this reference already"),
            (Detail::Wage(key), Locale::Vi) => wage_hint(key).0.to_owned(),
            (Detail::Wage(key), Locale::En) => wage_hint(key).1.to_owned(),
            (Detail::UnknownKey(None), Locale::Vi) => "không có trường này".to_owned(),
            (Detail::UnknownKey(None), Locale::En) => "there is no such field".to_owned(),
            (Detail::UnknownKey(Some(meant)), Locale::Vi) => format!("không có trường này; có phải là “{meant}”?"),
            (Detail::UnknownKey(Some(meant)), Locale::En) => format!("there is no such field; perhaps “{meant}”?"),
            (Detail::Json(reason), _) => reason.clone(),
        };
        format!("{out} ({detail})")
    }
}

fn wage_hint(key: &str) -> (&'static str, &'static str) {
    match key {
        "missing_unit" => ("ghi rõ đơn vị: triệu, nghìn hoặc đồng", "say the unit: million, thousand or đồng"),
        "missing_period" => ("ghi rõ trả theo tháng, ngày hay giờ", "say whether it is paid by month, day or hour"),
        "unknown_period" => ("chỉ nhận lương tháng, ngày hoặc giờ", "only pay by month, day or hour is taken"),
        "ambiguous_number" => ("con số có thể hiểu nhiều cách", "the number can be read in more than one way"),
        "several_wages" => ("có nhiều mức lương trong một ô", "several wages in one cell"),
        "mixed_currencies" | "foreign_not_monthly" => ("ngoại tệ: ghi một loại tiền, theo tháng", "foreign currency: one currency, by the month"),
        "no_amount" => ("không thấy con số", "there is no amount"),
        _ => ("xem cách ghi trong docs/IMPORT.md", "see docs/IMPORT.md for the ways of writing"),
    }
}

/// Where the rows come from.
enum Rows {
    Delimited(delimited::Delimited),
    JsonLines(json_lines::JsonLines),
    Workbook(workbook::Workbook),
}

/// An opened file that was found whole: an iterator over its rows.
pub struct Source<'r> {
    kind: FileKind,
    total: u64,
    rows: Rows,
    reader: RowReader<'r>,
    /// The references seen, as hashes with the line they first stood in.
    seen: HashMap<u64, u64>,
}

impl std::fmt::Debug for Source<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Source").field("kind", &self.kind).field("total", &self.total).finish_non_exhaustive()
    }
}

impl<'r> Source<'r> {
    /// Opens a file and looks through all of it; blocking, for `spawn_blocking`.
    pub fn open(path: &Path, reference: &'r Reference, limits: Limits) -> Result<Self, FileError> {
        let kind = scan::kind(path)?;
        let (total, rows) = match kind {
            FileKind::Csv => delimited::open(path, &limits).map(|(total, rows)| (total, Rows::Delimited(rows))),
            FileKind::JsonLines => json_lines::open(path, &limits).map(|(total, rows)| (total, Rows::JsonLines(rows))),
            FileKind::Xlsx => workbook::open(path, &limits).map(|(total, rows)| (total, Rows::Workbook(rows))),
        }?;
        if total == 0 {
            return Err(FileError::Empty);
        }
        Ok(Self {
            kind,
            total,
            rows,
            reader: RowReader::new(reference),
            seen: HashMap::new(),
        })
    }

    /// The kind of file.
    pub fn kind(&self) -> FileKind {
        self.kind
    }

    /// How many rows there are, for a progress bar.
    pub fn total(&self) -> u64 {
        self.total
    }

    /// The rows as they were typed, without reading them.
    pub fn cells(mut self) -> impl Iterator<Item = Cells> {
        std::iter::from_fn(move || match &mut self.rows {
            Rows::Delimited(rows) => rows.next(),
            Rows::JsonLines(rows) => rows.next(),
            Rows::Workbook(rows) => rows.next(),
        })
    }

    /// The same reference of the same employer twice in one file: the second is refused, or running
    /// the file again would change the vacancy back and forth.
    fn repeated(&mut self, row: &ImportRow) -> Option<u64> {
        let mut hasher = DefaultHasher::new();
        row.external_reference.hash(&mut hasher);
        match &row.employer_tax_code {
            Some(code) => code.hash(&mut hasher),
            None => sanviec_domain::text::fold(&row.employer_name).hash(&mut hasher),
        }
        match self.seen.entry(hasher.finish()) {
            Entry::Occupied(first) => Some(*first.get()),
            Entry::Vacant(free) => {
                free.insert(row.line);
                None
            }
        }
    }
}

impl Iterator for Source<'_> {
    type Item = Result<ImportRow, RowRefused>;

    fn next(&mut self) -> Option<Self::Item> {
        let cells: Cells = match &mut self.rows {
            Rows::Delimited(rows) => rows.next(),
            Rows::JsonLines(rows) => rows.next(),
            Rows::Workbook(rows) => rows.next(),
        }?;
        let row = match self.reader.read(cells) {
            Ok(row) => row,
            Err(refused) => return Some(Err(refused)),
        };
        Some(match self.repeated(&row) {
            None => Ok(row),
            Some(first) => {
                let fault = RowFault {
                    column: Column::Reference.label().to_owned(),
                    field: Field::ExternalReference,
                    fault: Fault::Duplicate,
                    written: row.external_reference.clone(),
                };
                Err(RowRefused::new(row.line, Some(row.external_reference), vec![(fault, Detail::RepeatedFrom(first))]))
            }
        })
    }
}

/// The columns of a header row: which column of the file fills which of ours. Unknown, repeated and
/// missing columns refuse the file.
fn columns_of(headers: &[String], line: u64, limits: &Limits) -> Result<Vec<Option<Column>>, FileError> {
    use columns::Header;
    let used = headers.iter().rposition(|header| !header.trim().is_empty()).map_or(0, |last| last + 1);
    if used as u64 > limits.columns {
        return Err(FileError::TooManyColumns {
            line,
            found: used as u64,
            limit: limits.columns,
        });
    }
    let read = columns::read_headers(headers.iter().map(String::as_str));
    if !read.iter().any(|header| matches!(header, Header::Known(_))) {
        // Text typed with an old font shows itself by letters that Vietnamese doesn't have.
        if headers.iter().any(|header| scan::looks_tcvn3(header)) {
            return Err(FileError::WrongEncoding { line, found: Encoding::Tcvn3 });
        }
        let found = headers
            .iter()
            .filter(|header| !header.trim().is_empty())
            .take(5)
            .map(|header| header.chars().take(40).collect())
            .collect();
        return Err(FileError::NoHeader { found });
    }
    let unknown: Vec<_> = headers
        .iter()
        .zip(&read)
        .filter_map(|(header, read)| match read {
            Header::Unknown(meant) => Some((header.trim().chars().take(60).collect(), meant.map(Column::label))),
            _ => None,
        })
        .take(10)
        .collect();
    if !unknown.is_empty() {
        return Err(FileError::UnknownColumns { columns: unknown });
    }
    let columns: Vec<Option<Column>> = read
        .into_iter()
        .map(|header| match header {
            Header::Known(column) => Some(column),
            _ => None,
        })
        .collect();
    for (position, column) in columns.iter().enumerate() {
        if column.is_some() && columns[..position].contains(column) {
            return Err(FileError::DuplicateColumn {
                column: headers[position].trim().to_owned(),
            });
        }
    }
    let there = |column: Column| columns.contains(&Some(column));
    let needed: &[Column] = if limits.names_employer { &[Column::Reference, Column::Title] } else { &[Column::Title] };
    let mut missing: Vec<&'static str> = needed.iter().filter(|column| !there(**column)).map(|column| column.label()).collect();
    if limits.names_employer && !there(Column::TaxCode) && !there(Column::EmployerName) {
        missing.push("Mã số thuế / Tên doanh nghiệp");
    }
    if ![Column::Place, Column::Park, Column::Commune, Column::Province].into_iter().any(there) {
        missing.push(Column::Place.label());
    }
    let wages = [
        Column::Wage,
        Column::WageBand,
        Column::Income,
        Column::DayWage,
        Column::HourWage,
        Column::BasicWage,
        Column::Negotiable,
        Column::PieceRate,
        Column::Commission,
        Column::ForeignWage,
    ];
    if !wages.into_iter().any(there) {
        missing.push(Column::Wage.label());
    }
    if missing.is_empty() {
        Ok(columns)
    } else {
        Err(FileError::MissingColumns { columns: missing })
    }
}

/// The cells of a row of a table, by column; `texts` are trimmed and unguarded here.
fn cells_of<'t>(line: u64, columns: &[Option<Column>], texts: impl Iterator<Item = (usize, &'t str)>) -> Cells {
    let mut cells = Cells { line, ..Cells::default() };
    for (position, text) in texts {
        let text = cell::unguard(text).trim();
        if text.is_empty() {
            continue;
        }
        // A column without a name, or one that is passed over, is not read.
        if let Some(column) = columns.get(position).copied().flatten() {
            cells.texts.insert(column, sanviec_domain::text::tidy(text));
        }
    }
    cells
}
