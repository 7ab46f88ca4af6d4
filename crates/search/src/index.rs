//! [`VacancyIndex`]: the index as the rest of the house uses it.

use crate::analysis::Analyser;
use crate::directory::{self, Folder};
use crate::document::{IndexChange, VacancyDocument};
use crate::error::SearchError;
use crate::found::{Found, Hit, PageRequest, Suggestion};
use crate::lexicon::Lexicon;
use crate::rows::Places;
use crate::schema::{self, Fields};
use crate::search::{self, Surroundings};
use crate::similar;
use crate::snapshot::Snapshot;
use crate::suggest::Suggestions;
use crate::writer::{self, Writer};
use sanviec_domain::ids::VacancyId;
use sanviec_domain::query::{Facet, VacancyQuery};
use sanviec_domain::reference::Reference;
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, Weak};
use std::time::{Duration, Instant};
use tantivy::{Index, IndexReader, ReloadPolicy};

/// Blocks of cards (4 kB each) that a segment keeps unpacked.
const CARD_BLOCKS: usize = 512;
/// Suggestions follow the index at most this often.
const SUGGESTIONS_EVERY: Duration = Duration::from_secs(5);

/// The index of open vacancies. Cheap to clone; clones are the same index.
///
/// Calls block: an asynchronous caller gives [`Self::apply`] and [`Self::rebuild`] a thread of
/// their own. Searches take some hundred microseconds.
#[derive(Clone)]
pub struct VacancyIndex(Arc<Inner>);

struct Inner {
    around: Surroundings,
    folder: Option<Folder>,
    analysis: String,
    needs_rebuild: AtomicBool,
    build: RwLock<Arc<Build>>,
    /// Changes and rebuilds, one at a time.
    writer: Mutex<Option<Writer>>,
    suggestions: RwLock<Arc<Offered>>,
    /// Whether a thread is making new suggestions.
    suggesting: AtomicBool,
}

/// An index with its reader and the state last read.
struct Build {
    name: String,
    index: Index,
    fields: Fields,
    reader: IndexReader,
    state: RwLock<State>,
}

#[derive(Clone)]
struct State {
    snapshot: Arc<Snapshot>,
    applied: i64,
}

/// Suggestions and the state of the index that they were made from.
struct Offered {
    suggestions: Suggestions,
    /// Weak, so that an old state's files aren't kept open.
    from: Option<Weak<Snapshot>>,
    at: Instant,
}

impl Build {
    fn new(name: String, index: Index, fields: Fields, around: &Surroundings) -> Result<Self, SearchError> {
        let reader = index
            .reader_builder()
            .reload_policy(ReloadPolicy::Manual)
            .doc_store_cache_num_blocks(CARD_BLOCKS)
            .try_into()?;
        let reader: IndexReader = reader;
        let snapshot = Arc::new(Snapshot::new(reader.searcher(), &fields, &around.places, None)?);
        let applied = writer::applied(&index)?;
        Ok(Self {
            name,
            index,
            fields,
            reader,
            state: RwLock::new(State { snapshot, applied }),
        })
    }

    fn state(&self) -> State {
        self.state.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Takes over the last commit.
    fn reload(&self, around: &Surroundings) -> Result<(), SearchError> {
        // Before the reader, so that it never claims more than can be found.
        let applied = writer::applied(&self.index)?;
        self.reader.reload()?;
        let last = self.state();
        let snapshot = Arc::new(Snapshot::new(self.reader.searcher(), &self.fields, &around.places, Some(&last.snapshot))?);
        *self.state.write().unwrap_or_else(PoisonError::into_inner) = State { snapshot, applied };
        Ok(())
    }
}

impl Inner {
    fn offer(&self, offered: Result<Offered, SearchError>) {
        match offered {
            Ok(offered) => *self.suggestions.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(offered),
            Err(error) => tracing::warn!(%error, "no new suggestions"),
        }
    }
}

fn offered(build: &Build) -> Result<Offered, SearchError> {
    let snapshot = build.state().snapshot;
    Ok(Offered {
        suggestions: Suggestions::new(&snapshot, &build.fields)?,
        from: Some(Arc::downgrade(&snapshot)),
        at: Instant::now(),
    })
}

impl VacancyIndex {
    /// Opens the index in a directory, making an empty one where there is none.
    ///
    /// An index that another version made is searched as it is as long as it can be read
    /// ([`Self::needs_rebuild`] says so); one that can't be read is replaced by an empty one.
    pub fn open(dir: &Path, reference: Arc<Reference>) -> Result<Self, SearchError> {
        let folder = Folder(dir.to_owned());
        let around = surroundings(reference);
        let analysis = directory::analysis(&around.reference);
        let version = |made_by: &str| made_by.split(' ').next().map(str::to_owned);
        if let Some(name) = folder.current() {
            let made_by = folder.made_by(&name);
            if version(&made_by) == version(&analysis) || made_by.is_empty() {
                match folder.open(&name).and_then(|(index, fields)| Build::new(name.clone(), index, fields, &around)) {
                    Ok(build) => return Ok(Self::with(around, Some(folder), build, made_by != analysis, analysis)),
                    Err(error) => tracing::warn!(%error, build = name, "the search index can't be read; beginning with an empty one"),
                }
            }
        }
        // New or unreadable: an empty build, not signed, so that it asks to be built until it is.
        let lock = folder.lock()?;
        let fresh = folder.current().is_none();
        let name = folder.begin()?;
        let (index, fields) = folder.open(&name)?;
        let build = Build::new(name, index, fields, &around)?;
        if fresh {
            folder.sign(&build.name, &analysis)?;
        }
        folder.choose(&build.name)?;
        drop(lock);
        Ok(Self::with(around, Some(folder), build, !fresh, analysis))
    }

    /// An empty index in memory.
    pub fn in_memory(reference: Arc<Reference>) -> Result<Self, SearchError> {
        let around = surroundings(reference);
        let build = build_in_memory(&around)?;
        let analysis = directory::analysis(&around.reference);
        Ok(Self::with(around, None, build, false, analysis))
    }

    fn with(around: Surroundings, folder: Option<Folder>, build: Build, needs_rebuild: bool, analysis: String) -> Self {
        let offered = Offered {
            suggestions: Suggestions::default(),
            from: None,
            at: Instant::now(),
        };
        Self(Arc::new(Inner {
            around,
            folder,
            analysis,
            needs_rebuild: AtomicBool::new(needs_rebuild),
            build: RwLock::new(Arc::new(build)),
            writer: Mutex::new(None),
            suggestions: RwLock::new(Arc::new(offered)),
            suggesting: AtomicBool::new(false),
        }))
    }

    fn build(&self) -> Arc<Build> {
        self.0.build.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn writer(&self) -> MutexGuard<'_, Option<Writer>> {
        self.0.writer.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether the index was made by another version of the analysis or of the reference lists, or
    /// had to be begun anew: [`Self::rebuild`] is due.
    pub fn needs_rebuild(&self) -> bool {
        self.0.needs_rebuild.load(Ordering::Acquire)
    }

    /// The last change of the feed that is in the index. Lies inside its commit, so it is right
    /// after any crash.
    pub fn applied(&self) -> i64 {
        self.build().state().applied
    }

    /// How many vacancies can be found.
    pub fn documents(&self) -> u64 {
        self.build().state().snapshot.documents
    }

    /// Takes over changes in one commit. When this returns they can be found and are on disk.
    ///
    /// # Errors
    /// [`SearchError::Locked`] where another process writes; then, as after any error, nothing was changed.
    pub fn apply(&self, changes: Vec<IndexChange>, seq: i64) -> Result<(), SearchError> {
        let mut writer = self.writer();
        if writer.is_none() {
            let lock = self.0.folder.as_ref().map(Folder::lock).transpose()?;
            // Another process may have written until now.
            self.read_again()?;
            let build = self.build();
            *writer = Some(Writer::open(&build.index, self.analyser(build.fields), lock)?);
        }
        let build = self.build();
        if let Some(open) = writer.as_mut()
            && let Err(error) = open.apply(&build.fields, changes, seq)
        {
            // A writer that failed isn't to be trusted with the next changes.
            *writer = None;
            return Err(error);
        }
        build.reload(&self.0.around)
    }

    fn analyser(&self, fields: Fields) -> Analyser {
        Analyser::new(self.0.around.lexicon.clone(), self.0.around.reference.clone(), fields)
    }

    /// Builds the index anew beside the old one, in which searches go on, and swaps the two. Changes
    /// wait. A crash at any moment leaves the old index or the new one.
    ///
    /// # Errors
    /// [`SearchError::TooFewDocuments`] if the new index would have less than 80 % of the old one's
    /// documents; [`SearchError::Locked`] where another process writes.
    pub fn rebuild(&self, documents: impl Iterator<Item = VacancyDocument>, seq: i64) -> Result<(), SearchError> {
        self.rebuild_with(documents, seq, false)
    }

    /// [`Self::rebuild`], however small the new index is.
    pub fn rebuild_forced(&self, documents: impl Iterator<Item = VacancyDocument>, seq: i64) -> Result<(), SearchError> {
        self.rebuild_with(documents, seq, true)
    }

    fn rebuild_with(&self, documents: impl Iterator<Item = VacancyDocument>, seq: i64, forced: bool) -> Result<(), SearchError> {
        let mut writer = self.writer();
        // The open writer holds the lock too; it belongs to the old index.
        *writer = None;
        let around = &self.0.around;
        let lock = self.0.folder.as_ref().map(Folder::lock).transpose()?;
        self.read_again()?;
        let (name, index, fields) = match &self.0.folder {
            Some(folder) => {
                let name = folder.begin()?;
                let (index, fields) = folder.open(&name)?;
                (name, index, fields)
            }
            None => in_memory()?,
        };
        writer::build(&index, fields, &around.lexicon, &around.reference, documents, seq)?;
        let build = Build::new(name, index, fields, around)?;
        let (old, new) = (self.documents(), build.state().snapshot.documents);
        if !forced && new * 5 < old * 4 {
            if let Some(folder) = &self.0.folder {
                std::fs::remove_dir_all(folder.path(&build.name))?;
            }
            return Err(SearchError::TooFewDocuments { old, new });
        }
        if let Some(folder) = &self.0.folder {
            folder.sign(&build.name, &self.0.analysis)?;
            folder.choose(&build.name)?;
        }
        *self.0.build.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(build);
        self.0.needs_rebuild.store(false, Ordering::Release);
        drop(lock);
        drop(writer);
        self.renew_suggestions_soon();
        Ok(())
    }

    /// Looks whether another process has swapped or changed the index, and takes that over. Cheap
    /// where nothing has happened.
    pub fn refresh(&self) -> Result<(), SearchError> {
        let writer = self.writer();
        // Whoever holds the lock knows the last state already.
        if writer.is_some() { Ok(()) } else { self.read_again() }
    }

    fn read_again(&self) -> Result<(), SearchError> {
        let Some(folder) = &self.0.folder else {
            return Ok(());
        };
        let build = self.build();
        match folder.current() {
            Some(name) if name != build.name => {
                let (index, fields) = folder.open(&name)?;
                let made_by = folder.made_by(&name);
                let build = Build::new(name, index, fields, &self.0.around)?;
                *self.0.build.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(build);
                self.0.needs_rebuild.store(made_by != self.0.analysis, Ordering::Release);
                Ok(())
            }
            _ => build.reload(&self.0.around),
        }
    }

    /// Closes the writer, so that another process can write.
    pub fn release_writer(&self) {
        *self.writer() = None;
    }

    /// Searches.
    ///
    /// # Errors
    /// [`SearchError::BadCursor`] for a cursor of another order; [`SearchError::OffsetTooLarge`].
    pub fn search(&self, query: &VacancyQuery, page: &PageRequest, facets: &[Facet]) -> Result<Found, SearchError> {
        search::search(&self.0.around, &self.build().state().snapshot, query, page, facets)
    }

    /// What to offer to somebody who has typed so far: titles, occupations, employers and places
    /// with a word that begins so. Follows the index within some seconds, in the background.
    pub fn suggest(&self, prefix: &str, limit: usize) -> Vec<Suggestion> {
        let last = self.0.suggestions.read().unwrap_or_else(PoisonError::into_inner).clone();
        let now = self.build().state().snapshot;
        let fresh = last.from.as_ref().is_some_and(|from| std::ptr::eq(from.as_ptr(), Arc::as_ptr(&now)));
        if fresh {
            return last.suggestions.find(prefix, limit);
        }
        if last.from.is_none() {
            self.0.offer(offered(&self.build()));
            return self.0.suggestions.read().unwrap_or_else(PoisonError::into_inner).clone().suggestions.find(prefix, limit);
        }
        if last.at.elapsed() >= SUGGESTIONS_EVERY {
            self.renew_suggestions_soon();
        }
        last.suggestions.find(prefix, limit)
    }

    /// Makes new suggestions in the background, unless that is being done. The thread doesn't keep
    /// the index open: who drops it can open it again at once.
    fn renew_suggestions_soon(&self) {
        if !self.0.suggesting.swap(true, Ordering::AcqRel) {
            let (build, index) = (self.build(), Arc::downgrade(&self.0));
            std::thread::spawn(move || {
                let offered = offered(&build);
                if let Some(inner) = index.upgrade() {
                    inner.offer(offered);
                    inner.suggesting.store(false, Ordering::Release);
                }
            });
        }
    }

    /// Open vacancies like this one: the same or nearly the same occupation, the nearer the better.
    /// Empty if it isn't in the index or has no occupation.
    pub fn more_like(&self, id: &VacancyId, limit: usize) -> Result<Vec<Hit>, SearchError> {
        similar::more_like(&self.0.around, &self.build().state().snapshot, id, limit.min(PageRequest::MOST))
    }
}

impl std::fmt::Debug for VacancyIndex {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("VacancyIndex")
            .field("documents", &self.documents())
            .field("applied", &self.applied())
            .finish_non_exhaustive()
    }
}

fn surroundings(reference: Arc<Reference>) -> Surroundings {
    let (_, fields) = schema::schema();
    Surroundings {
        lexicon: Arc::new(Lexicon::new(&reference)),
        places: Places::new(&reference),
        fields,
        reference,
    }
}

fn in_memory() -> Result<(String, Index, Fields), SearchError> {
    let (wanted, fields) = schema::schema();
    let index = Index::builder().schema(wanted).settings(schema::settings()).create_in_ram()?;
    schema::register(&index);
    Ok((String::new(), index, fields))
}

fn build_in_memory(around: &Surroundings) -> Result<Build, SearchError> {
    let (name, index, fields) = in_memory()?;
    Build::new(name, index, fields, around)
}
