//! `migrate`, `reindex`, `reference load`, `doctor`: what keeps the house in order.

use crate::boot;
use crate::config::Config;
use sanviec_exchange::referencing::{self, LoadError};
use sanviec_exchange::{ExchangeError, doctor, indexing};
use sanviec_search::SearchError;
use sanviec_store::reference::LoadOutcome;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

/// Seconds that `reindex` waits for a busy site to give the index back.
const PATIENCE: u32 = 120;

/// Brings the schema up to date.
pub(super) async fn migrate(config: &Config) -> anyhow::Result<ExitCode> {
    let store = boot::database(config).await?;
    let pending = store.pending_migrations().await?;
    store.migrate().await?;
    println!("{pending} steps done; the schema is up to date.");
    Ok(ExitCode::SUCCESS)
}

/// Builds the index anew.
pub(super) async fn reindex(config: &Config) -> anyhow::Result<ExitCode> {
    let (clock, ids) = boot::system();
    let exchange = boot::open(config, clock, ids).await?;
    // A running site holds the index for a moment after each change, and gives it back when all is quiet.
    let mut tries = 0;
    let documents = loop {
        match indexing::rebuild(&exchange).await {
            Err(ExchangeError::Search(SearchError::Locked(_))) if tries < PATIENCE => {
                tries += 1;
                tokio::time::sleep(Duration::from_secs(1)).await;
            }
            done => break done?,
        }
    };
    println!("{documents} vacancies indexed.");
    Ok(ExitCode::SUCCESS)
}

/// Loads the official lists; wrong rows are all named and nothing is loaded.
pub(super) async fn load_reference(config: &Config, folder: Option<&Path>) -> anyhow::Result<ExitCode> {
    let (clock, ids) = boot::system();
    let store = boot::database(config).await?;
    match referencing::load(&store, clock, ids, folder).await {
        Ok(LoadOutcome::Unchanged) => println!("The lists are the same as those loaded; nothing was changed."),
        Ok(LoadOutcome::Loaded { version }) => println!("Loaded as version {version}."),
        Err(LoadError::Rows(rows)) => {
            for row in &rows {
                eprintln!("{row}");
            }
            anyhow::bail!("{} rows are wrong; nothing was loaded", rows.len());
        }
        Err(LoadError::Exchange(error)) => return Err(error.into()),
    }
    Ok(ExitCode::SUCCESS)
}

/// Looks the house over.
pub(super) async fn doctor(config: &Config) -> anyhow::Result<ExitCode> {
    println!("✓ configuration: {:?}", config.environment);
    let (clock, ids) = boot::system();
    let exchange = match boot::open(config, clock, ids).await {
        Ok(exchange) => exchange,
        Err(error) => {
            println!("✗ start: {error:#}");
            return Ok(ExitCode::FAILURE);
        }
    };
    let mut healthy = true;
    for finding in doctor::examine(&exchange, &config.data.folder).await {
        healthy &= finding.healthy;
        println!("{} {}: {}", if finding.healthy { "✓" } else { "✗" }, finding.subject, finding.says);
    }
    Ok(if healthy { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
