//! JSON Lines: one object a line, with our keys (texts, numbers, lists), or with the whole vacancy
//! as typed values under `vacancy`, as `export` and `generate` write it.

use super::cell::unguard;
use super::columns::{self, Column, Header};
use super::row::Cells;
use super::scan::{check_size, check_utf8, unreadable};
use super::{Detail, Encoding, FileError, Limits, RowFault};
use sanviec_domain::text::tidy;
use sanviec_domain::vacancy::{Fault, Field, VacancyContent};
use serde::Deserialize;
use serde::de::IgnoredAny;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;
use std::sync::LazyLock;

/// The key of the typed vacancy.
pub const VACANCY: &str = "vacancy";

/// The lines.
pub struct JsonLines {
    reader: BufReader<File>,
    line: u64,
    buffer: Vec<u8>,
    limit: u64,
}

/// A line as `export` writes it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Typed {
    external_reference: String,
    #[serde(default)]
    employer_tax_code: Option<String>,
    #[serde(default)]
    employer_name: Option<String>,
    vacancy: VacancyContent,
}

/// A value that is passed over.
struct Present(#[expect(dead_code, reason = "only the keys count")] bool);

impl<'de> Deserialize<'de> for Present {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        IgnoredAny::deserialize(deserializer).map(|_| Self(true))
    }
}

/// The keys of the vacancy in a line, without its values.
#[derive(Deserialize)]
struct Keys<'l> {
    #[serde(borrow)]
    vacancy: BTreeMap<&'l str, Present>,
}

/// The keys that a typed vacancy may have.
static KNOWN_KEYS: LazyLock<BTreeSet<String>> = LazyLock::new(|| match serde_json::to_value(VacancyContent::default()) {
    Ok(Value::Object(fields)) => fields.into_iter().map(|(key, _)| key).collect(),
    _ => BTreeSet::new(),
});

/// Looks through the whole file, then opens it again.
pub fn open(path: &Path, limits: &Limits) -> Result<(u64, JsonLines), FileError> {
    check_size(path, limits.json_bytes)?;
    let mut lines = start(path, limits)?;
    let mut rows = 0;
    while let Some(line) = lines.read_line().map_err(|error| unreadable(path, &error))? {
        if lines.buffer.len() as u64 > limits.row_bytes {
            return Err(if lines.buffer.starts_with(b"[") {
                FileError::JsonArray
            } else {
                FileError::RowTooLong { line, limit: limits.row_bytes }
            });
        }
        check_utf8(&lines.buffer, line)?;
        let text = lines.buffer.trim_ascii();
        if text.is_empty() {
            continue;
        }
        if rows == 0 && text.starts_with(b"[") {
            return Err(FileError::JsonArray);
        }
        let broken = |reason: String| FileError::NotJson { line, reason };
        if !text.starts_with(b"{") {
            return Err(broken("it does not begin with {".to_owned()));
        }
        // A line that opens an object spread over several lines is not JSON Lines.
        serde_json::from_slice::<IgnoredAny>(text).map_err(|error| broken(format!("column {}: {}", error.column(), plain(&error))))?;
        rows += 1;
        if rows > limits.rows {
            return Err(FileError::TooManyRows { limit: limits.rows });
        }
    }
    Ok((rows, start(path, limits)?))
}

/// The reader's own words without the position, which is said already.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

fn start(path: &Path, limits: &Limits) -> Result<JsonLines, FileError> {
    let file = File::open(path).map_err(|error| unreadable(path, &error))?;
    let mut reader = BufReader::with_capacity(1 << 18, file);
    let head = reader.fill_buf().map_err(|error| unreadable(path, &error))?;
    if head.starts_with(&[0xFF, 0xFE]) || head.starts_with(&[0xFE, 0xFF]) {
        return Err(FileError::WrongEncoding { line: 1, found: Encoding::Utf16 });
    }
    if head.starts_with("\u{feff}".as_bytes()) {
        reader.consume(3);
    }
    Ok(JsonLines {
        reader,
        line: 0,
        buffer: Vec::new(),
        limit: limits.row_bytes,
    })
}

impl JsonLines {
    /// The next line into the buffer, at most one byte more than the limit; its number.
    fn read_line(&mut self) -> std::io::Result<Option<u64>> {
        self.buffer.clear();
        let read = (&mut self.reader).take(self.limit + 1).read_until(b'\n', &mut self.buffer)?;
        self.line += 1;
        Ok(if read == 0 { None } else { Some(self.line) })
    }

    /// The next line that is not empty.
    pub fn next(&mut self) -> Option<Cells> {
        loop {
            // The file was looked through: an error here means it changed since, and ends the run.
            let line = self.read_line().ok()??;
            let text = std::str::from_utf8(&self.buffer).ok()?.trim();
            if !text.is_empty() {
                return Some(read_object(line, text));
            }
        }
    }
}

/// One object as cells.
fn read_object(line: u64, text: &str) -> Cells {
    if let Ok(typed) = serde_json::from_str::<Typed>(text)
        && serde_json::from_str::<Keys<'_>>(text).is_ok_and(|keys| keys.vacancy.keys().all(|key| KNOWN_KEYS.contains(*key)))
    {
        let mut cells = Cells {
            line,
            typed: Some(Box::new(typed.vacancy)),
            ..Cells::default()
        };
        cells.texts.insert(Column::Reference, typed.external_reference);
        let employer = [(Column::TaxCode, typed.employer_tax_code), (Column::EmployerName, typed.employer_name)];
        cells.texts.extend(employer.into_iter().filter_map(|(column, text)| Some((column, text?))));
        return cells;
    }
    let mut cells = Cells { line, ..Cells::default() };
    let Ok(object) = serde_json::from_str::<Map<String, Value>>(text) else { return cells };
    for (key, value) in object {
        if key == VACANCY {
            cells.typed = read_typed(value, &mut cells.faults).map(Box::new);
            continue;
        }
        match columns::by_key(&key) {
            Some(column) => {
                if let Some(text) = cell_text(&value)
                    && cells.texts.insert(column, text).is_some()
                {
                    cells.faults.push(fault(key, column.field(), Fault::TooMany, &value, Detail::None));
                }
            }
            None => match columns::read_header(&key) {
                Header::Ignored | Header::Blank | Header::Known(_) => {}
                Header::Unknown(meant) => cells
                    .faults
                    .push(fault(key, Field::ExternalReference, Fault::Unknown, &value, Detail::UnknownKey(meant.map(Column::key)))),
            },
        }
    }
    cells
}

/// A value as the text of a cell; lists and objects as JSON.
fn cell_text(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::String(text) => tidy(unguard(text)),
        Value::Bool(flag) => if *flag { "có" } else { "không" }.to_owned(),
        Value::Array(values) if values.is_empty() => return None,
        value => value.to_string(),
    };
    if text.is_empty() { None } else { Some(text) }
}

/// A typed vacancy, or the fields that keep it from being one.
fn read_typed(value: Value, faults: &mut Vec<(RowFault, Detail)>) -> Option<VacancyContent> {
    let Value::Object(fields) = value else {
        faults.push(fault(VACANCY.to_owned(), Field::Title, Fault::NotUnderstood, &value, Detail::None));
        return None;
    };
    let before = faults.len();
    let mut whole = Map::new();
    for (key, value) in fields {
        let (path, field) = (format!("{VACANCY}.{key}"), field_of(&key));
        if !KNOWN_KEYS.contains(&key) {
            faults.push(fault(path, field, Fault::Unknown, &value, Detail::UnknownKey(None)));
            continue;
        }
        // Each field by itself, so that the error stands at it.
        let mut alone = Map::new();
        alone.insert(key.clone(), value.clone());
        match serde_json::from_value::<VacancyContent>(Value::Object(alone)) {
            Ok(_) => {
                whole.insert(key, value);
            }
            Err(error) => faults.push(fault(path, field, Fault::NotUnderstood, &value, Detail::Json(plain(&error)))),
        }
    }
    if faults.len() > before {
        None
    } else {
        serde_json::from_value(Value::Object(whole)).ok()
    }
}

/// The field of the form for a key of the typed vacancy.
fn field_of(key: &str) -> Field {
    match key {
        "openings" => Field::Openings,
        "description" => Field::Description,
        "pay" => Field::Pay,
        "schooling" => Field::Schooling,
        "conditions" => Field::Conditions,
        "recruit_modes" => Field::RecruitModes,
        "contact" => Field::ContactName,
        key => columns::by_key(key).map_or(Field::Title, Column::field),
    }
}

fn fault(column: String, field: Field, fault: Fault, value: &Value, detail: Detail) -> (RowFault, Detail) {
    let written = cell_text(value).unwrap_or_default().chars().take(120).collect();
    (RowFault { column, field, fault, written }, detail)
}
