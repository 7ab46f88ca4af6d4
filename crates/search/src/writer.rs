//! Writing the index: changes one commit at a time, or everything at once.

use crate::analysis::Analyser;
use crate::document::{IndexChange, VacancyDocument};
use crate::error::SearchError;
use crate::lexicon::Lexicon;
use crate::schema::Fields;
use sanviec_domain::reference::Reference;
use std::fs::File;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use tantivy::indexer::{IndexWriterOptions, UserOperation};
use tantivy::{Index, IndexWriter, Term};

/// Memory for changes, bytes: they come a few at a time.
const CHANGES_BYTES: usize = 20_000_000;
/// Memory of each thread that builds an index anew, bytes.
const BUILD_BYTES: usize = 64_000_000;
/// Documents that go to a thread together.
const HANDFUL: usize = 64;

/// The open writer of an index.
pub(crate) struct Writer {
    index: IndexWriter,
    analyser: Analyser,
    /// Held as long as the writer is open; `None` in memory.
    _lock: Option<File>,
}

fn open(index: &Index, threads: usize, bytes: usize) -> Result<IndexWriter, SearchError> {
    let options = IndexWriterOptions::builder()
        .num_worker_threads(threads)
        .memory_budget_per_thread(bytes)
        .num_merge_threads(1)
        .build();
    Ok(index.writer_with_options(options)?)
}

fn commit(writer: &mut IndexWriter, seq: i64) -> Result<(), SearchError> {
    let mut prepared = writer.prepare_commit()?;
    prepared.set_payload(&seq.to_string());
    prepared.commit()?;
    Ok(())
}

/// The last change of the feed in the last commit of an index.
pub(crate) fn applied(index: &Index) -> Result<i64, SearchError> {
    Ok(index.load_metas()?.payload.and_then(|payload| payload.parse().ok()).unwrap_or(0))
}

impl Writer {
    pub(crate) fn open(index: &Index, analyser: Analyser, lock: Option<File>) -> Result<Self, SearchError> {
        Ok(Self {
            index: open(index, 1, CHANGES_BYTES)?,
            analyser,
            _lock: lock,
        })
    }

    /// All of the changes in one commit, or none of them.
    pub(crate) fn apply(&mut self, fields: &Fields, changes: Vec<IndexChange>, seq: i64) -> Result<(), SearchError> {
        let done = self.write(fields, changes).and_then(|()| commit(&mut self.index, seq));
        if done.is_err() {
            self.index.rollback()?;
        }
        done
    }

    fn write(&mut self, fields: &Fields, changes: Vec<IndexChange>) -> Result<(), SearchError> {
        for change in changes {
            let id = match &change {
                IndexChange::Put(document) => document.id,
                IndexChange::Remove(id) => *id,
            };
            self.index.delete_term(Term::from_field_bytes(fields.id, id.0.as_bytes()));
            if let IndexChange::Put(document) = change {
                self.index.add_document(self.analyser.document(&document))?;
            }
        }
        Ok(())
    }
}

/// Fills an empty index with everything there is, on all cores.
pub(crate) fn build(
    index: &Index,
    fields: Fields,
    lexicon: &Arc<Lexicon>,
    reference: &Arc<Reference>,
    documents: impl Iterator<Item = VacancyDocument>,
    seq: i64,
) -> Result<(), SearchError> {
    let threads = std::thread::available_parallelism().map_or(2, usize::from).clamp(1, 4);
    let mut writer = open(index, threads, BUILD_BYTES)?;
    let (give, take) = mpsc::sync_channel::<Vec<VacancyDocument>>(threads * 2);
    let take = Mutex::new(take);
    let outcome = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads)
            .map(|_| {
                let (take, writer) = (&take, &writer);
                let mut analyser = Analyser::new(lexicon.clone(), reference.clone(), fields);
                scope.spawn(move || -> Result<(), SearchError> {
                    loop {
                        let next = take.lock().unwrap_or_else(PoisonError::into_inner).recv();
                        let Ok(handful) = next else {
                            return Ok(());
                        };
                        // Handed on together: the index wakes a thread for every batch.
                        writer.run(handful.iter().map(|document| UserOperation::Add(analyser.document(document))))?;
                    }
                })
            })
            .collect();
        let mut documents = documents;
        loop {
            let handful: Vec<VacancyDocument> = documents.by_ref().take(HANDFUL).collect();
            if handful.is_empty() || workers.iter().all(std::thread::ScopedJoinHandle::is_finished) || give.send(handful).is_err() {
                break;
            }
        }
        drop(give);
        let mut outcome = Ok(());
        for worker in workers {
            match worker.join() {
                Ok(done) => outcome = outcome.and(done),
                Err(panic) => std::panic::resume_unwind(panic),
            }
        }
        outcome
    });
    outcome?;
    commit(&mut writer, seq)?;
    writer.wait_merging_threads()?;
    Ok(())
}
