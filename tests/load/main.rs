//! `make bench`: how fast the house is, beside SQLite FTS5 and PostgreSQL full text over the same
//! texts and the same queries, in one run. Prints one table and writes `target/bench.json`.
//!
//! What is compared, and how it is kept fair:
//! - One generated corpus, one seed. The rivals get the folded text that the index finds by; their
//!   build counts the folding, as building the index counts its analysis (FTS5's without it is told, too).
//! - Searches are interleaved: each query goes to every engine in turn, three times, and counts with
//!   its middle time. A rival gives numbers of rows and a count, the index also everything a row shows.
//! - FTS5 has no content table to keep and is optimised before it is asked; both rivals lie on the
//!   same disk as the index, and PostgreSQL is analysed.
//! - Requests come from one thread with eight connections kept open, on the same cores as the program.

mod client;
mod corpus;
mod delay;
mod figures;
mod likeness;
mod queries;
mod report;
mod rivals;
mod searches;
mod sign_in;
mod site;

use report::Report;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// What goes wrong ends the run.
type Outcome<T> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// The seed of the corpus and of the queries.
const SEED: u64 = 20_261_122;
/// How many vacancies the smaller site has whose search page has a goal of its own.
const SMALL: u64 = 5_000;

#[tokio::main]
async fn main() -> ExitCode {
    let asked = std::env::args().nth(1);
    let done = if asked.as_deref() == Some(site::TRIVIAL) {
        site::serve_trivial().await
    } else {
        bench().await
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bench: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn bench() -> Outcome<()> {
    let size: u64 = std::env::var("BENCH_SIZE").ok().map_or(Ok(100_000), |size| size.parse())?;
    let target = std::env::var_os("BENCH_TARGET").map_or_else(|| PathBuf::from("target"), PathBuf::from);
    std::fs::create_dir_all(&target)?;
    let folder = tempfile::Builder::new().prefix("bench-").tempdir_in(std::path::absolute(&target)?)?;
    let mut report = Report::new(size);
    if cfg!(debug_assertions) {
        report.note("A debug build: these figures mean nothing. Use `make bench`.");
    }
    if let Ok(load) = std::fs::read_to_string("/proc/loadavg") {
        let others: f64 = load.split(' ').next().and_then(|load| load.parse().ok()).unwrap_or_default();
        if others > 0.5 {
            report.note(&format!("Other programs were running when this began (load {others})."));
        }
    }

    let small = size.min(SMALL);
    measure(&folder.path().join("corpus"), size, small == size, &mut report).await?;
    if small < size {
        measure_small(&folder.path().join("small"), small, &mut report).await?;
    }
    print!("{report}");
    let file = target.join("bench.json");
    std::fs::write(&file, serde_json::to_string_pretty(&report.json())?)?;
    println!("\n{}", file.display());
    Ok(())
}

/// Everything over the corpus of the asked size.
async fn measure(folder: &Path, size: u64, is_small: bool, report: &mut Report) -> Outcome<()> {
    let (house, documents) = corpus::fill(folder, size, report).await?;
    let queries = queries::draw(&documents, house.exchange.reference.as_ref(), if size > 200_000 { 40 } else { 100 });
    let pages = queries::pages(&documents, 500);
    let texts = rivals::texts(&documents, report);
    let rivals = rivals::build(folder, texts, report).await?;
    corpus::build_index(&house.exchange, documents, report).await?;
    report.index_against_rivals();
    searches::run(&house.exchange, &rivals, &queries, report).await?;
    rivals.close().await?;
    likeness::run(&house.exchange, 500, report).await?;
    delay::run(&house.exchange, 100, report).await?;
    site::run(&house, &queries, &pages, is_small, report).await
}

/// The search page of a smaller site.
async fn measure_small(folder: &Path, size: u64, report: &mut Report) -> Outcome<()> {
    let mut quiet = Report::new(size);
    let (house, documents) = corpus::fill(folder, size, &mut quiet).await?;
    let queries = queries::draw(&documents, house.exchange.reference.as_ref(), 100);
    corpus::build_index(&house.exchange, documents, &mut quiet).await?;
    site::run_small(&house, &queries, report).await
}
