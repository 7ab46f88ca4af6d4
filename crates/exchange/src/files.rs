//! Files that people hand in with something else: taken in by what they are, never by what they are
//! called, kept outside the database, given back only to those whom what they belong to is open to.
//!
//! A file is written down first and its bytes after it, and taken out of the book before its bytes are
//! erased (by a job of the same unit): so no bytes lie anywhere that nothing knows of.

mod check;

pub use check::FileFault;

use crate::error::{ExchangeError, Result};
use crate::pool::Pool;
use crate::{Exchange, jobs};
use chrono::TimeDelta;
use object_store::path::Path;
use object_store::{ObjectStore, ObjectStoreExt};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::application::ApplicationState;
use sanviec_domain::file::{MOST, tidy_name};
use sanviec_domain::ids::{ApplicationId, FileId};
use sanviec_store::files::FileRecord;
use sanviec_store::{Entity, Unit, files};
use sha2::{Digest, Sha256};
use std::sync::Arc;

/// How long a file waits for what it is to belong to.
const WAIT: TimeDelta = TimeDelta::days(1);

/// Bytes that may wait in all: whoever sends files without an application can't fill the disk.
const MOST_WAITING_BYTES: u64 = 2 << 30;

/// Where the bytes lie, and the pool in which pictures are drawn. Cheap to clone.
#[derive(Clone)]
pub struct Files {
    store: Arc<dyn ObjectStore>,
    pool: Pool,
}

impl Files {
    /// In a folder, which is made where it isn't there.
    pub fn in_folder(folder: &std::path::Path) -> std::io::Result<Self> {
        std::fs::create_dir_all(folder)?;
        let store = object_store::local::LocalFileSystem::new_with_prefix(folder).map_err(std::io::Error::other)?;
        Ok(Self::in_store(store))
    }

    /// In memory, for tests.
    pub fn in_memory() -> Self {
        Self::in_store(object_store::memory::InMemory::new())
    }

    fn in_store(store: impl ObjectStore) -> Self {
        Self {
            store: Arc::new(store),
            pool: Pool::default(),
        }
    }

    fn path(id: FileId) -> Path {
        // A folder for each of the last two letters: those of an id that are random.
        let name = id.to_string();
        Path::from(format!("{}/{name}", &name[name.len() - 2..]))
    }

    async fn put(&self, id: FileId, bytes: Vec<u8>) -> Result<()> {
        let done = self.store.put(&Self::path(id), bytes.into()).await;
        done.map(drop).map_err(|error| ExchangeError::Internal(error.to_string()))
    }

    async fn get(&self, id: FileId) -> Result<Vec<u8>> {
        let internal = |error: object_store::Error| ExchangeError::Internal(error.to_string());
        match self.store.get(&Self::path(id)).await {
            Ok(found) => Ok(found.bytes().await.map_err(internal)?.to_vec()),
            Err(object_store::Error::NotFound { .. }) => Err(ExchangeError::NotFound),
            Err(error) => Err(internal(error)),
        }
    }

    /// Erases the bytes of a file; it is no error where there are none.
    pub(crate) async fn erase(&self, id: FileId) -> Result<()> {
        match self.store.delete(&Self::path(id)).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(ExchangeError::Internal(error.to_string())),
        }
    }
}

/// A file as it was sent.
#[derive(Clone, Debug)]
pub struct Upload {
    /// What its sender calls it.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Takes a file in. It belongs to nothing yet, and is erased after a day unless it comes to.
pub async fn take_in(exchange: &Exchange, actor: &Actor, upload: Upload) -> std::result::Result<FileRecord, FileFault> {
    let said = upload.name;
    if files::bytes_waiting(exchange.store.reader()).await.map_err(ExchangeError::from)? >= MOST_WAITING_BYTES {
        return Err(FileFault::Full);
    }
    let checked = exchange.files.pool.run(move || check::check(upload.bytes)).await??;
    let unit = exchange.begin(actor).await?;
    let record = FileRecord {
        id: FileId(unit.uuid()),
        kind: checked.kind,
        name: tidy_name(&said, checked.kind),
        bytes: checked.bytes.len() as u64,
        sha256: hex::encode(Sha256::digest(&checked.bytes)),
        belongs_to: None,
        created_at: unit.now(),
    };
    files::insert(&unit, &record).await.map_err(ExchangeError::from)?;
    unit.save().await.map_err(ExchangeError::from)?;
    exchange.files.put(record.id, checked.bytes).await?;
    Ok(record)
}

/// The files of these ids that still wait.
pub async fn waiting(exchange: &Exchange, ids: &[FileId]) -> Result<Vec<FileRecord>> {
    Ok(files::waiting(exchange.store.reader(), ids).await?)
}

/// Gives files that wait to something, at most as many as one thing may have.
pub(crate) async fn attach(unit: &Unit, ids: &[FileId], entity: Entity, id: uuid::Uuid) -> Result<()> {
    let ids = &ids[..ids.len().min(MOST)];
    if !ids.is_empty() {
        files::attach(unit, ids, entity, id).await?;
    }
    Ok(())
}

/// Takes the files of something away, their bytes with the unit's jobs.
pub(crate) async fn remove_of(unit: &Unit, entity: Entity, id: uuid::Uuid) -> Result<()> {
    let removed = files::remove_of(unit, entity, id).await?;
    if !removed.is_empty() {
        unit.enqueue(jobs::erase_files(&removed));
    }
    Ok(())
}

/// The files of an application, for whoever may see the application.
pub async fn of_application(exchange: &Exchange, id: ApplicationId) -> Result<Vec<FileRecord>> {
    Ok(files::of(exchange.store.reader(), Entity::Application, id.0).await?)
}

/// A file and its bytes, for whoever may see what it belongs to; anybody else finds nothing. That an
/// employer looked is logged.
pub async fn open(exchange: &Exchange, actor: &Actor, id: FileId) -> Result<(FileRecord, Vec<u8>)> {
    allows(actor, Action::OpenFiles)?;
    let conn = exchange.store.reader();
    let file = files::find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let Some((Entity::Application, application)) = file.belongs_to else {
        return Err(ExchangeError::NotFound);
    };
    let application = ApplicationId(application);
    let mine = match (actor.person(), actor.organisation()) {
        (_, Some(_)) => {
            let organisation = crate::applications::read::who_sees_candidates(exchange, actor).await?;
            sanviec_store::applications::of_employer(organisation)
                .find(conn, application)
                .await?
                // Whoever took the application back has taken its files back.
                .is_some_and(|application| application.state != ApplicationState::Withdrawn)
        }
        (Some(person), None) => sanviec_store::applications::of_seeker(person).find(conn, application).await?.is_some(),
        _ => false,
    };
    if !mine {
        return Err(ExchangeError::NotFound);
    }
    let bytes = bytes_of(exchange, &file).await?;
    if actor.organisation().is_some() {
        let unit = exchange.begin(actor).await?;
        unit.audit("application.file", Entity::Application, application.0, serde_json::json!({ "file": id }));
        unit.save().await?;
    }
    Ok((file, bytes))
}

/// The bytes of a file, which have to be those that were taken in.
pub(crate) async fn bytes_of(exchange: &Exchange, file: &FileRecord) -> Result<Vec<u8>> {
    let bytes = exchange.files.get(file.id).await?;
    if hex::encode(Sha256::digest(&bytes)) == file.sha256 {
        Ok(bytes)
    } else {
        Err(ExchangeError::Internal(format!("the bytes of file {} are not those that were taken in", file.id)))
    }
}

/// Takes away what nobody came back for. Run once an hour; answers with how many there were.
pub(crate) async fn sweep(exchange: &Exchange) -> Result<u64> {
    let unit = exchange.begin(&Actor::System).await?;
    let swept = files::sweep(&unit, unit.now() - WAIT).await?;
    if !swept.is_empty() {
        unit.enqueue(jobs::erase_files(&swept));
    }
    unit.save().await?;
    Ok(swept.len() as u64)
}
