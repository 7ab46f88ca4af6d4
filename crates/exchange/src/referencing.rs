//! The official lists: loaded from the shipped files or a folder, checked row by row, versioned.

use crate::error::{ExchangeError, Result};
use sanviec_domain::access::Actor;
use sanviec_domain::place::ProvinceCode;
use sanviec_domain::reference::Reference;
use sanviec_domain::reference::read::{EMBEDDED, Lists, RowError};
use sanviec_domain::time::{SharedClock, SharedIds};
use sanviec_store::Database;
use sanviec_store::reference::LoadOutcome;
use sha2::{Digest, Sha256};
use std::path::Path;

/// Why the lists were not loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// Rows are wrong; nothing was loaded.
    #[error("{} rows are wrong; nothing was loaded", .0.len())]
    Rows(Vec<RowError>),
    /// The database.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
}

/// Loads the lists, from a folder or, without one, those shipped inside the program. Loading the
/// same files again does nothing.
pub async fn load(store: &Database, clock: SharedClock, ids: SharedIds, folder: Option<&Path>) -> std::result::Result<LoadOutcome, LoadError> {
    let read = |name: &str| match folder {
        Some(folder) => std::fs::read_to_string(folder.join(name)).ok(),
        None => EMBEDDED.iter().find(|(known, _)| *known == name).map(|(_, text)| (*text).to_owned()),
    };
    let lists = Lists::read(&read).map_err(LoadError::Rows)?;
    let mut hasher = Sha256::new();
    for (name, _) in EMBEDDED {
        hasher.update(name);
        hasher.update(read(name).unwrap_or_default());
    }
    let hash = hex::encode(hasher.finalize());
    let unit = store.begin(clock, ids, Actor::System).await.map_err(ExchangeError::from)?;
    let outcome = sanviec_store::reference::save(&unit, &lists, &hash).await.map_err(ExchangeError::from)?;
    unit.save().await.map_err(ExchangeError::from)?;
    Ok(outcome)
}

/// The lists in the database, or `None` before they were ever loaded.
pub async fn current(store: &Database, home: ProvinceCode) -> Result<Option<Reference>> {
    Ok(sanviec_store::reference::load(store.reader()).await?.map(|lists| Reference::new(lists, home)))
}
