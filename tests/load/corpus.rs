//! The generated corpus, imported as a centre would: through the file, into SQLite, into the index.

use crate::report::Report;
use crate::{Outcome, SEED};
use sanviec_domain::access::Actor;
use sanviec_domain::contact::Email;
use sanviec_domain::ids::{PersonId, VacancyId};
use sanviec_domain::language::Locale;
use sanviec_domain::reference::Reference;
use sanviec_exchange::generate::{Corpus, CorpusOptions};
use sanviec_exchange::import::Limits;
use sanviec_exchange::importing::{self, Progress, RowReport};
use sanviec_exchange::{Exchange, indexing, referencing};
use sanviec_search::VacancyDocument;
use sanviec_store::PersonRecord;
use sanviec_web::{boot, config};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

/// A centre's house, and the configuration that the program itself can be started with.
pub struct House {
    pub exchange: Exchange,
    pub config_file: PathBuf,
}

struct Silent;

impl Progress for Silent {
    fn opened(&mut self, _: u64) {}
    fn row(&mut self, _: &RowReport) {}
}

/// Opens a new house in a folder, imports the corpus, and gives what the index is to know of it.
pub async fn fill(folder: &Path, size: u64, report: &mut Report) -> Outcome<(House, Vec<VacancyDocument>)> {
    let house = open(folder).await?;
    let exchange = &house.exchange;
    let file = folder.join("corpus.jsonl");
    generate(&file, size, exchange)?;
    let bytes = std::fs::metadata(&file)?.len();

    let began = Instant::now();
    let limits = Limits {
        rows: u64::MAX,
        json_bytes: u64::MAX,
        ..Limits::default()
    };
    let totals = importing::run(exchange, &Actor::System, &file, limits, &mut Silent).await?;
    report.rate("Import (JSON Lines into SQLite)", size, began.elapsed(), "rows/s");
    report.figure("Imported rows", totals.imported as f64, "rows");
    report.figure("Corpus file", bytes as f64 / 1e6, "MB");
    if totals.imported < size {
        report.note(&format!("{} of {size} rows were refused.", size - totals.imported));
    }
    std::fs::remove_file(file)?;

    let began = Instant::now();
    let count = indexing::rebuild(exchange).await?;
    report.rate("Reindex (from SQLite)", count, began.elapsed(), "docs/s");

    let mut documents = Vec::with_capacity(count as usize);
    let mut after = None;
    loop {
        let page = sanviec_store::vacancies::published_page(exchange.store.reader(), after, 1_000).await?;
        let Some((last, _)) = page.last() else { break };
        after = Some(last.id);
        documents.extend(page.iter().map(|(vacancy, employer)| indexing::document(vacancy, employer, &exchange.reference)));
    }
    Ok((house, documents))
}

/// The ids of all published vacancies.
pub async fn ids(exchange: &Exchange) -> Outcome<Vec<VacancyId>> {
    let mut ids: Vec<VacancyId> = Vec::new();
    loop {
        let page = sanviec_store::vacancies::published_page(exchange.store.reader(), ids.last().copied(), 1_000).await?;
        if page.is_empty() {
            return Ok(ids);
        }
        ids.extend(page.iter().map(|(vacancy, _)| vacancy.id));
    }
}

/// Builds the index of the house from documents in memory, as the rivals are built from texts in memory.
pub async fn build_index(exchange: &Exchange, documents: Vec<VacancyDocument>, report: &mut Report) -> Outcome<()> {
    let seq = sanviec_store::feed::last(exchange.store.reader()).await?;
    let (index, count) = (exchange.index.clone(), documents.len() as u64);
    let began = Instant::now();
    tokio::task::spawn_blocking(move || index.rebuild(documents.into_iter(), seq)).await??;
    report.rate(crate::report::INDEX_BUILD, count, began.elapsed(), "docs/s");
    Ok(())
}

async fn open(folder: &Path) -> Outcome<House> {
    std::fs::create_dir_all(folder)?;
    let config_file = folder.join("sanviec.toml");
    let text = format!(
        "[server]\nlisten = \"127.0.0.1:0\"\n[data]\nfolder = {:?}\n",
        folder.join("data").to_str().ok_or("the folder's name is not text")?
    );
    std::fs::write(&config_file, text)?;
    let config = config::read(Some(&config_file), None).map_err(|wrong| format!("{wrong:?}"))?;
    let (clock, ids) = boot::system();
    let store = boot::database(&config).await?;
    store.migrate().await?;
    referencing::load(&store, clock.clone(), ids.clone(), None).await?;
    store.close().await?;
    let exchange = boot::exchange(&config, clock, ids).await?;
    Ok(House { exchange, config_file })
}

fn generate(file: &Path, size: u64, exchange: &Exchange) -> Outcome<()> {
    let lists = Reference::embedded();
    let reference = Arc::new(Reference::new(lists.lists().clone(), lists.home()));
    let employers = (size / 14).clamp(10, 20_000) as usize;
    let corpus = Corpus::new(
        SEED,
        reference,
        CorpusOptions {
            today: exchange.clock.today(),
            employers,
        },
    );
    let mut out = BufWriter::with_capacity(1 << 18, File::create(file)?);
    corpus.write_corpus(&mut out, size)?;
    Ok(out.flush()?)
}

/// Somebody new.
pub async fn person(exchange: &Exchange, email: Option<Email>) -> Outcome<PersonId> {
    let unit = exchange.begin(&Actor::System).await?;
    let id = PersonId(unit.uuid());
    let record = PersonRecord {
        id,
        name: None,
        phone: None,
        email,
        birth_year: None,
        locale: Locale::Vi,
        created_at: unit.now(),
    };
    sanviec_store::people::insert(&unit, record).await?;
    unit.save().await?;
    Ok(id)
}
