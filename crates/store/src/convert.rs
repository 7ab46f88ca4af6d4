//! Between rows and records: words, JSON texts, parsed values.

use crate::error::{Result, StoreError};
use sanviec_domain::language::Locale;
use sanviec_domain::vocabulary::Vocabulary;
use serde::{Serialize, de::DeserializeOwned};
use std::{collections::BTreeMap, fmt::Display, str::FromStr};

/// Rows of one INSERT, ids of one IN: far below the 32,766 variables of SQLite at 25 columns.
pub(crate) const CHUNK: usize = 500;

/// A number as the columns hold it; far beyond every limit it is the greatest.
pub(crate) fn small(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

pub(crate) fn corrupt(table: &'static str, detail: impl Display) -> StoreError {
    StoreError::Corrupt {
        table,
        detail: detail.to_string(),
    }
}

pub(crate) fn word<V: Vocabulary>(table: &'static str, key: &str) -> Result<V> {
    V::from_key(key).ok_or_else(|| corrupt(table, format_args!("unknown word “{key}”")))
}

pub(crate) fn word_null<V: Vocabulary>(table: &'static str, key: Option<&str>) -> Result<Option<V>> {
    key.map(|key| word(table, key)).transpose()
}

pub(crate) fn keys<V: Vocabulary>(words: &[V]) -> Vec<&'static str> {
    words.iter().map(|word| word.key()).collect()
}

pub(crate) fn locale(table: &'static str, tag: &str) -> Result<Locale> {
    Locale::from_tag(tag).ok_or_else(|| corrupt(table, format_args!("unknown language “{tag}”")))
}

pub(crate) fn json<T: DeserializeOwned>(table: &'static str, text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(|error| corrupt(table, error))
}

pub(crate) fn to_json<T: Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(StoreError::Encode)
}

pub(crate) fn parsed<T: FromStr<Err: Display>>(table: &'static str, text: &str) -> Result<T> {
    text.parse().map_err(|error| corrupt(table, error))
}

pub(crate) fn parsed_null<T: FromStr<Err: Display>>(table: &'static str, text: Option<&str>) -> Result<Option<T>> {
    text.map(|text| parsed(table, text)).transpose()
}

/// Grouped counts as a map.
pub(crate) fn counted<V: Vocabulary + Ord>(table: &'static str, rows: Vec<(String, i64)>) -> Result<BTreeMap<V, u64>> {
    rows.into_iter().map(|(key, count)| Ok((word(table, &key)?, count.unsigned_abs()))).collect()
}

/// Turns rows into records; the first unreadable one is the error.
pub(crate) fn records<M, R>(models: Vec<M>, record: impl Fn(M) -> Result<R>) -> Result<Vec<R>> {
    models.into_iter().map(record).collect()
}
