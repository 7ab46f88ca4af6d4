//! What is wrong with a whole file. Nothing of such a file is taken over.

use sanviec_domain::language::Locale;
use std::{fmt, path::PathBuf};

/// A way of writing text that is not UTF-8.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// "Unicode Text" of older spreadsheets.
    Utf16,
    /// Vietnamese Windows code page.
    Windows1258,
    /// Text typed with a TCVN3 font (.VnTime).
    Tcvn3,
    /// Something else.
    Other,
}

impl Encoding {
    fn name(self, locale: Locale) -> &'static str {
        match (self, locale) {
            (Self::Utf16, _) => "UTF-16",
            (Self::Windows1258, _) => "Windows-1258",
            (Self::Tcvn3, _) => "TCVN3 (ABC, .VnTime)",
            (Self::Other, Locale::Vi) => "không rõ",
            (Self::Other, Locale::En) => "unknown",
        }
    }
}

/// Why a file was refused as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// There is no such file, or it can't be read.
    Unreadable { path: PathBuf, reason: String },
    /// Nothing is in it, or nothing below the header.
    Empty,
    /// Neither CSV, JSON Lines nor XLSX; the content does not fit the name's ending.
    UnknownType { extension: String, looks_like: Option<&'static str> },
    /// Not UTF-8.
    WrongEncoding { line: u64, found: Encoding },
    /// More bytes than the limit.
    TooLarge { bytes: u64, limit: u64 },
    /// Unpacked, the workbook has more bytes than the limit.
    UnpacksTooLarge { part: String, limit: u64 },
    /// More columns than the limit.
    TooManyColumns { line: u64, found: u64, limit: u64 },
    /// More rows than the limit.
    TooManyRows { limit: u64 },
    /// One row has more bytes than the limit.
    RowTooLong { line: u64, limit: u64 },
    /// The first row holds no name of a column.
    NoHeader { found: Vec<String> },
    /// Columns that nobody knows; with the column that was perhaps meant.
    UnknownColumns { columns: Vec<(String, Option<&'static str>)> },
    /// The same column twice.
    DuplicateColumn { column: String },
    /// A column without which no row can be read.
    MissingColumns { columns: Vec<&'static str> },
    /// A row with more or fewer cells than the header.
    RaggedRow { line: u64, expected: u64, found: u64 },
    /// A quotation mark that is never closed.
    UnclosedQuote { line: u64 },
    /// Not JSON, or not one object a line.
    NotJson { line: u64, reason: String },
    /// A JSON array where one object a line is expected.
    JsonArray,
    /// The workbook is damaged.
    BrokenWorkbook { reason: String },
    /// The workbook asks for a password.
    PasswordProtected,
    /// A workbook of Excel 97–2003.
    OldExcel,
    /// The workbook has no sheet that is shown.
    NoSheet,
}

impl FileError {
    /// The stable key of the kind.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Unreadable { .. } => "unreadable",
            Self::Empty => "empty",
            Self::UnknownType { .. } => "unknown-type",
            Self::WrongEncoding { .. } => "wrong-encoding",
            Self::TooLarge { .. } => "too-large",
            Self::UnpacksTooLarge { .. } => "unpacks-too-large",
            Self::TooManyColumns { .. } => "too-many-columns",
            Self::TooManyRows { .. } => "too-many-rows",
            Self::RowTooLong { .. } => "row-too-long",
            Self::NoHeader { .. } => "no-header",
            Self::UnknownColumns { .. } => "unknown-columns",
            Self::DuplicateColumn { .. } => "duplicate-column",
            Self::MissingColumns { .. } => "missing-columns",
            Self::RaggedRow { .. } => "ragged-row",
            Self::UnclosedQuote { .. } => "unclosed-quote",
            Self::NotJson { .. } => "not-json",
            Self::JsonArray => "json-array",
            Self::BrokenWorkbook { .. } => "broken-workbook",
            Self::PasswordProtected => "password-protected",
            Self::OldExcel => "old-excel",
            Self::NoSheet => "no-sheet",
        }
    }

    /// What is wrong and what to do, for the person who sent the file.
    pub fn message(&self, locale: Locale) -> String {
        match locale {
            Locale::Vi => self.vietnamese(),
            Locale::En => self.english(),
        }
    }

    fn vietnamese(&self) -> String {
        match self {
            Self::Unreadable { path, reason } => format!("Không mở được tệp {}: {reason}.", path.display()),
            Self::Empty => "Tệp không có dữ liệu.".to_owned(),
            Self::UnknownType { extension, looks_like: None } => format!("Không nhận loại tệp “{extension}”. Hãy dùng CSV, XLSX hoặc JSON Lines (.jsonl)."),
            Self::UnknownType {
                extension,
                looks_like: Some(kind),
            } => format!("Tên tệp có đuôi “{extension}” nhưng bên trong là {kind}. Hãy đổi đuôi tệp cho đúng."),
            Self::WrongEncoding { line, found } => {
                format!(
                    "Dòng {line} không phải chữ UTF-8 (bảng mã: {}). Trong Excel, hãy lưu lại dạng “CSV UTF-8” hoặc gửi tệp XLSX.",
                    found.name(Locale::Vi)
                )
            }
            Self::TooLarge { bytes, limit } => format!("Tệp nặng {}, quá mức cho phép {}. Hãy chia thành nhiều tệp.", size(*bytes), size(*limit)),
            Self::UnpacksTooLarge { part, limit } => format!("Khi giải nén, phần {part} của tệp XLSX lớn hơn {}. Hãy chia thành nhiều tệp.", size(*limit)),
            Self::TooManyColumns { line, found, limit } => format!("Dòng {line} có {found} cột, quá mức cho phép {limit} cột. Hãy xoá các cột thừa."),
            Self::TooManyRows { limit } => format!("Tệp có hơn {limit} dòng. Hãy chia thành nhiều tệp."),
            Self::RowTooLong { line, limit } => format!("Dòng {line} dài hơn {}. Có thể thiếu dấu xuống dòng hoặc dấu ngoặc kép.", size(*limit)),
            Self::NoHeader { found } => format!("Dòng đầu phải là tên cột (ví dụ “Mã tin”, “Tên công việc”), nhưng lại là: {}.", found.join(" | ")),
            Self::UnknownColumns { columns } => {
                let listed: Vec<String> = columns
                    .iter()
                    .map(|(name, meant)| meant.map_or_else(|| format!("“{name}”"), |meant| format!("“{name}” (có phải là “{meant}”?)")))
                    .collect();
                format!("Không biết cột: {}. Hãy sửa tên cột hoặc xoá cột đó.", listed.join(", "))
            }
            Self::DuplicateColumn { column } => format!("Cột “{column}” có hai lần."),
            Self::MissingColumns { columns } => format!("Thiếu cột bắt buộc: {}.", columns.join(", ")),
            Self::RaggedRow { line, expected, found } => {
                format!("Dòng {line} có {found} ô, trong khi tiêu đề có {expected} cột. Ô có dấu phân cách bên trong phải đặt trong ngoặc kép.")
            }
            Self::UnclosedQuote { line } => format!("Dấu ngoặc kép mở ở dòng {line} không được đóng."),
            Self::NotJson { line, reason } => format!("Dòng {line} không phải một đối tượng JSON: {reason}."),
            Self::JsonArray => "Tệp là một mảng JSON. Hãy dùng JSON Lines: mỗi dòng một đối tượng.".to_owned(),
            Self::BrokenWorkbook { reason } => format!("Tệp XLSX bị hỏng: {reason}. Hãy mở bằng Excel hoặc LibreOffice và lưu lại."),
            Self::PasswordProtected => "Tệp XLSX có mật khẩu. Hãy bỏ mật khẩu rồi gửi lại.".to_owned(),
            Self::OldExcel => "Đây là tệp Excel 97–2003 (.xls). Hãy lưu lại thành .xlsx hoặc CSV UTF-8.".to_owned(),
            Self::NoSheet => "Tệp XLSX không có trang tính nào hiển thị.".to_owned(),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Unreadable { path, reason } => format!("The file {} can't be opened: {reason}.", path.display()),
            Self::Empty => "The file holds no data.".to_owned(),
            Self::UnknownType { extension, looks_like: None } => format!("Files of type “{extension}” are not read. Use CSV, XLSX or JSON Lines (.jsonl)."),
            Self::UnknownType {
                extension,
                looks_like: Some(kind),
            } => format!("The name ends in “{extension}” but the content is {kind}. Give the file its right ending."),
            Self::WrongEncoding { line, found } => {
                format!(
                    "Line {line} is not UTF-8 text (encoding: {}). Save it as “CSV UTF-8” in Excel, or send the XLSX file.",
                    found.name(Locale::En)
                )
            }
            Self::TooLarge { bytes, limit } => format!("The file has {}, more than the limit of {}. Split it into several files.", size(*bytes), size(*limit)),
            Self::UnpacksTooLarge { part, limit } => format!("Unpacked, the part {part} of the workbook is larger than {}. Split it into several files.", size(*limit)),
            Self::TooManyColumns { line, found, limit } => format!("Line {line} has {found} columns, the limit is {limit}. Remove the columns that are not needed."),
            Self::TooManyRows { limit } => format!("The file has more than {limit} rows. Split it into several files."),
            Self::RowTooLong { line, limit } => format!("Line {line} is longer than {}. Perhaps a line break or a quotation mark is missing.", size(*limit)),
            Self::NoHeader { found } => format!("The first row must name the columns (“Mã tin”, “Tên công việc”, …) but is: {}.", found.join(" | ")),
            Self::UnknownColumns { columns } => {
                let listed: Vec<String> = columns
                    .iter()
                    .map(|(name, meant)| meant.map_or_else(|| format!("“{name}”"), |meant| format!("“{name}” (perhaps “{meant}”?)")))
                    .collect();
                format!("Unknown columns: {}. Correct the names or remove the columns.", listed.join(", "))
            }
            Self::DuplicateColumn { column } => format!("The column “{column}” is there twice."),
            Self::MissingColumns { columns } => format!("Required columns are missing: {}.", columns.join(", ")),
            Self::RaggedRow { line, expected, found } => {
                format!("Line {line} has {found} cells, the header has {expected}. A cell with the separator in it must stand in quotation marks.")
            }
            Self::UnclosedQuote { line } => format!("The quotation mark opened in line {line} is never closed."),
            Self::NotJson { line, reason } => format!("Line {line} is not a JSON object: {reason}."),
            Self::JsonArray => "The file is a JSON array. Use JSON Lines: one object a line.".to_owned(),
            Self::BrokenWorkbook { reason } => format!("The workbook is damaged: {reason}. Open it in Excel or LibreOffice and save it again."),
            Self::PasswordProtected => "The workbook is protected by a password. Remove it and send the file again.".to_owned(),
            Self::OldExcel => "This is a workbook of Excel 97–2003 (.xls). Save it as .xlsx or CSV UTF-8.".to_owned(),
            Self::NoSheet => "The workbook has no visible sheet.".to_owned(),
        }
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.english())
    }
}

impl std::error::Error for FileError {}

/// "200 MB", "1,5 GB" as people read it.
fn size(bytes: u64) -> String {
    const UNITS: [(u64, &str); 3] = [(1 << 30, "GB"), (1 << 20, "MB"), (1 << 10, "KB")];
    for (unit, name) in UNITS {
        if bytes >= unit {
            let tenths = bytes * 10 / unit;
            return if tenths.is_multiple_of(10) {
                format!("{} {name}", tenths / 10)
            } else {
                format!("{},{} {name}", tenths / 10, tenths % 10)
            };
        }
    }
    format!("{bytes} B")
}
