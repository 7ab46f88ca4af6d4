//! One CSV file with a header line, and access to its fields that notes every error it meets.

use super::RowError;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::hash::Hash;
use std::str::FromStr;

/// The errors met so far; beyond [`Errors::MOST`] they are only counted as failure.
#[derive(Default)]
pub(super) struct Errors(RefCell<Vec<RowError>>);

impl Errors {
    /// More errors than this help nobody.
    const MOST: usize = 100;

    pub(super) fn add(&self, file: &str, line: u64, field: &str, message: impl Display) {
        let mut list = self.0.borrow_mut();
        if list.len() < Self::MOST {
            list.push(RowError {
                file: file.to_owned(),
                line,
                field: field.to_owned(),
                message: message.to_string(),
            });
        }
    }

    pub(super) fn into_list(self) -> Vec<RowError> {
        self.0.into_inner()
    }
}

/// A file read into records.
pub(super) struct Table<'e> {
    file: &'static str,
    columns: HashMap<String, usize>,
    records: Vec<csv::StringRecord>,
    errors: &'e Errors,
}

impl<'e> Table<'e> {
    /// Reads the file; a missing file, a missing column or a broken record is an error.
    pub(super) fn open(file: &'static str, needed: &[&str], files: &dyn Fn(&str) -> Option<String>, errors: &'e Errors) -> Self {
        let mut table = Self {
            file,
            columns: HashMap::new(),
            records: Vec::new(),
            errors,
        };
        let Some(content) = files(file) else {
            errors.add(file, 0, "", "the file is missing");
            return table;
        };
        let mut reader = csv::ReaderBuilder::new()
            .trim(csv::Trim::All)
            .from_reader(content.trim_start_matches('\u{FEFF}').as_bytes());
        match reader.headers() {
            Ok(headers) => table.columns = headers.iter().enumerate().map(|(position, name)| (name.to_owned(), position)).collect(),
            Err(error) => errors.add(file, 1, "", error),
        }
        for column in needed {
            if !table.columns.contains_key(*column) {
                errors.add(file, 1, column, "the column is missing");
            }
        }
        for record in reader.records() {
            match record {
                Ok(record) => table.records.push(record),
                Err(error) => errors.add(file, error.position().map_or(0, csv::Position::line), "", &error),
            }
        }
        if table.records.is_empty() {
            errors.add(file, 1, "", "there are no rows");
        }
        table
    }

    /// Every row made into `T`; rows that could not be are left out, their errors noted.
    pub(super) fn rows<T>(&self, mut make: impl FnMut(&Row<'_>) -> Option<T>) -> Vec<T> {
        self.records.iter().filter_map(|record| make(&Row { table: self, record })).collect()
    }

    /// [`Table::rows`] with a key that no two rows may share.
    pub(super) fn keyed<T, K: Hash + Eq>(&self, field: &'static str, key: impl Fn(&T) -> K, mut make: impl FnMut(&Row<'_>) -> Option<T>) -> Vec<T> {
        let mut seen = HashSet::new();
        self.rows(|row| {
            let value = make(row)?;
            if seen.insert(key(&value)) {
                Some(value)
            } else {
                row.refuse(field, format_args!("“{}” occurs twice", row.text(field)));
                None
            }
        })
    }
}

/// One row of a [`Table`].
pub(super) struct Row<'t> {
    table: &'t Table<'t>,
    record: &'t csv::StringRecord,
}

impl<'t> Row<'t> {
    /// Notes an error at a field of this row.
    pub(super) fn refuse(&self, field: &str, message: impl Display) {
        self.table
            .errors
            .add(self.table.file, self.record.position().map_or(0, csv::Position::line), field, message);
    }

    /// The field as written; empty where it is missing.
    pub(super) fn text(&self, field: &str) -> &'t str {
        self.table.columns.get(field).and_then(|position| self.record.get(*position)).unwrap_or_default()
    }

    /// The field, or `None` where it is empty.
    pub(super) fn optional(&self, field: &str) -> Option<String> {
        Some(self.text(field)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// The field; an empty one is an error.
    pub(super) fn required(&self, field: &str) -> Option<String> {
        let text = self.optional(field);
        if text.is_none() {
            self.refuse(field, "is empty");
        }
        text
    }

    /// The field read as `T`; anything else is an error.
    pub(super) fn parsed<T: FromStr<Err: Display>>(&self, field: &str) -> Option<T> {
        let text = self.text(field);
        text.parse().map_err(|error| self.refuse(field, format_args!("“{text}”: {error}"))).ok()
    }

    /// The field read as `T`, `Some(None)` where it is empty; anything else is an error.
    #[expect(
        clippy::option_option,
        reason = "the outer one is failure, as in every reader here; the inner one is the field's own emptiness"
    )]
    pub(super) fn parsed_or_empty<T: FromStr<Err: Display>>(&self, field: &str) -> Option<Option<T>> {
        if self.text(field).is_empty() { Some(None) } else { self.parsed(field).map(Some) }
    }

    /// The field read by one of a few words; anything else is an error.
    pub(super) fn one_of<T: Copy>(&self, field: &str, words: &[(&str, T)]) -> Option<T> {
        let text = self.text(field);
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            self.refuse(
                field,
                format_args!("“{text}” is not one of {}", words.iter().map(|(word, _)| *word).collect::<Vec<_>>().join(", ")),
            );
        }
        found
    }

    /// The parts of a field, without empty ones.
    pub(super) fn parts(&self, field: &str, separator: char) -> Vec<String> {
        self.text(field)
            .split(separator)
            .map(str::trim)
            .filter(|part| !part.is_empty())
            .map(str::to_owned)
            .collect()
    }

    /// A code of so many digits; anything else is an error.
    pub(super) fn digits(&self, field: &str, count: usize) -> Option<String> {
        let text = self.text(field);
        if text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit()) {
            Some(text.to_owned())
        } else {
            self.refuse(field, format_args!("“{text}” is not a code of {count} digits"));
            None
        }
    }

    /// Whether a field says that the row, or something in it, is recalled and not verified.
    pub(super) fn recalled(&self, field: &str) -> bool {
        self.text(field).contains("recalled")
    }

    /// Checks that `found` holds, else notes the error.
    pub(super) fn demand(&self, found: bool, field: &str, message: impl Display) -> Option<()> {
        if found {
            Some(())
        } else {
            self.refuse(field, message);
            None
        }
    }
}
