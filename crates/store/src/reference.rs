//! The official code lists in the database: which version is loaded, and its rows.

use crate::convert::{CHUNK, corrupt, json, to_json};
use crate::error::{Result, StoreError};
use crate::tables::{reference_list, reference_row};
use crate::unit::Unit;
use sanviec_domain::reference::Lists;
use sanviec_domain::time::Instant;
use sea_orm::{ConnectionTrait, EntityTrait, IntoActiveModel, QueryOrder};
use serde_json::Value;

/// What loading the lists did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadOutcome {
    /// They were the same as before.
    Unchanged,
    /// They replaced the ones before.
    Loaded {
        /// The version they have now.
        version: i64,
    },
}

/// What is known of one list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListInfo {
    /// Its name: `communes`, `occupations`, …
    pub name: String,
    /// Raised each time it was replaced.
    pub version: i64,
    /// The hash of the files it came from.
    pub hash: String,
    /// Its number of rows.
    pub rows: i32,
    /// When it was loaded.
    pub loaded_at: Instant,
}

/// Fields that tell one row of a list from another, and those that name it, the first found wins.
const CODES: [&str; 8] = ["code", "slug", "old_code", "code4", "group_id", "date", "region", "phrase"];
const NAMES: [&str; 6] = ["name", "old_name", "title", "canonical", "phrase", "decree"];

fn first(row: &Value, fields: &[&str]) -> String {
    match fields.iter().find_map(|field| row.get(field)) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    }
}

/// Replaces the lists, all in this unit of work; does nothing where `source_hash` is that of the
/// lists that are loaded.
pub async fn save(unit: &Unit, lists: &Lists, source_hash: &str) -> Result<LoadOutcome> {
    let conn = unit.conn();
    let loaded = loaded(conn).await?;
    if !loaded.is_empty() && loaded.iter().all(|list| list.hash == source_hash) {
        return Ok(LoadOutcome::Unchanged);
    }
    let version = loaded.iter().map(|list| list.version).max().unwrap_or_default() + 1;
    reference_row::Entity::delete_many().exec(conn).await?;
    reference_list::Entity::delete_many().exec(conn).await?;

    let Value::Object(lists) = serde_json::to_value(lists).map_err(StoreError::Encode)? else {
        return Err(corrupt("reference_list", "the lists are no object"));
    };
    for (name, rows) in lists {
        let Value::Array(rows) = rows else {
            return Err(corrupt("reference_list", format_args!("{name} is no list")));
        };
        let list = reference_list::Model {
            name: name.clone(),
            version,
            hash: source_hash.to_owned(),
            rows: rows.len() as i32,
            loaded_at: unit.now(),
        };
        reference_list::Entity::insert(list.into_active_model()).exec_without_returning(conn).await?;
        for (chunk, part) in rows.chunks(CHUNK).enumerate() {
            let models = part
                .iter()
                .enumerate()
                .map(|(position, row)| {
                    let model = reference_row::Model {
                        list: name.clone(),
                        position: (chunk * CHUNK + position) as i32,
                        code: first(row, &CODES),
                        name: first(row, &NAMES),
                        recalled: row.get("recalled").and_then(Value::as_bool).unwrap_or_default(),
                        data: to_json(row)?,
                    };
                    Ok(model.into_active_model())
                })
                .collect::<Result<Vec<_>>>()?;
            reference_row::Entity::insert_many(models).exec_without_returning(conn).await?;
        }
    }
    Ok(LoadOutcome::Loaded { version })
}

/// What is loaded, by name; nothing where nothing is.
pub async fn loaded(conn: &impl ConnectionTrait) -> Result<Vec<ListInfo>> {
    let rows = reference_list::Entity::find().order_by_asc(reference_list::Column::Name).all(conn).await?;
    Ok(rows
        .into_iter()
        .map(|row| ListInfo {
            name: row.name,
            version: row.version,
            hash: row.hash,
            rows: row.rows,
            loaded_at: row.loaded_at,
        })
        .collect())
}

/// The lists, or `None` where none are loaded. [`StoreError::Corrupt`] where the rows are of another
/// version of the program and can't be read by this one: load the files again.
pub async fn load(conn: &impl ConnectionTrait) -> Result<Option<Lists>> {
    let known = loaded(conn).await?;
    if known.is_empty() {
        return Ok(None);
    }
    let query = reference_row::Entity::find()
        .order_by_asc(reference_row::Column::List)
        .order_by_asc(reference_row::Column::Position);
    let rows = query.all(conn).await?;
    // The rows are JSON already: one text out of all of them is read faster than each by itself.
    let mut text = String::with_capacity(rows.iter().map(|row| row.data.len() + 1).sum::<usize>() + 1_000);
    let mut rows = rows.into_iter().peekable();
    for list in &known {
        text.push_str(if text.is_empty() { "{" } else { "," });
        text.push_str(&to_json(&list.name)?);
        text.push_str(":[");
        let mut empty = true;
        while let Some(row) = rows.next_if(|row| row.list == list.name) {
            if !empty {
                text.push(',');
            }
            text.push_str(&row.data);
            empty = false;
        }
        text.push(']');
    }
    text.push('}');
    json("reference_row", &text).map(Some)
}
