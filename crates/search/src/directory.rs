//! Where an index lies: a folder for each build of it, and a file that says which one is in use.
//!
//! ```text
//! index/
//!   current            "build-7", replaced by renaming: always whole
//!   writer.lock        held by the one process that writes
//!   build-7/           the index itself
//!   build-7/analysis   what made it; another version of the program wants to build it anew
//! ```

use crate::error::SearchError;
use crate::schema::{self, Fields, VERSION};
use sanviec_domain::reference::Reference;
use std::fs::{self, File, TryLockError};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use tantivy::Index;

const CURRENT: &str = "current";
const LOCK: &str = "writer.lock";
const ANALYSIS: &str = "analysis";
const BUILD: &str = "build-";

/// What the terms of an index depend on: fields and analysis by their version, and the lists that
/// the analysis uses. The first part says whether the index can be read at all.
pub(crate) fn analysis(reference: &Reference) -> String {
    let mut hasher = DefaultHasher::new();
    let lists = reference.lists();
    for group in &lists.synonyms {
        (group.group_id, group.kind as u8, &group.canonical, &group.variants, &group.exact_only).hash(&mut hasher);
    }
    for park in &lists.parks {
        (&park.slug, &park.commune_codes).hash(&mut hasher);
    }
    format!("{VERSION} {:016x}", hasher.finish())
}

/// The folder that an index lives in.
#[derive(Clone, Debug)]
pub(crate) struct Folder(pub(crate) PathBuf);

impl Folder {
    /// The build in use; none yet in a new folder.
    pub(crate) fn current(&self) -> Option<String> {
        let name = fs::read_to_string(self.0.join(CURRENT)).ok()?;
        let name = name.trim();
        name.strip_prefix(BUILD)?.parse::<u64>().ok()?;
        Some(name.to_owned())
    }

    pub(crate) fn path(&self, build: &str) -> PathBuf {
        self.0.join(build)
    }

    /// What made a build; empty where that isn't known.
    pub(crate) fn made_by(&self, build: &str) -> String {
        fs::read_to_string(self.path(build).join(ANALYSIS)).unwrap_or_default()
    }

    /// A new, empty build beside the others.
    pub(crate) fn begin(&self) -> Result<String, SearchError> {
        fs::create_dir_all(&self.0)?;
        let mut number = self.current().and_then(|name| name.strip_prefix(BUILD)?.parse::<u64>().ok()).unwrap_or(0);
        loop {
            number += 1;
            let name = format!("{BUILD}{number}");
            let path = self.path(&name);
            match fs::create_dir(&path) {
                Ok(()) => return Ok(name),
                // Left over from a build that was interrupted.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => fs::remove_dir_all(&path)?,
                Err(error) => return Err(error.into()),
            }
            number -= 1;
        }
    }

    /// Writes down what made a build. Done last, so that an interrupted build is never taken for whole.
    pub(crate) fn sign(&self, build: &str, analysis: &str) -> Result<(), SearchError> {
        write_whole(&self.path(build), ANALYSIS, analysis)
    }

    /// Makes a build the one in use and removes the others. Readers of an old one keep its files
    /// open as long as they need them.
    pub(crate) fn choose(&self, build: &str) -> Result<(), SearchError> {
        write_whole(&self.0, CURRENT, build)?;
        for entry in fs::read_dir(&self.0)? {
            let entry = entry?;
            let name = entry.file_name();
            if name.to_string_lossy().starts_with(BUILD) && name != build {
                fs::remove_dir_all(entry.path())?;
            }
        }
        Ok(())
    }

    /// The right to write, for this process alone; given back when dropped, also by a crash.
    pub(crate) fn lock(&self) -> Result<File, SearchError> {
        fs::create_dir_all(&self.0)?;
        let file = File::options().create(true).truncate(false).write(true).open(self.0.join(LOCK))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(SearchError::Locked(self.0.clone())),
            Err(TryLockError::Error(error)) => Err(error.into()),
        }
    }

    /// The index of a build, made empty where there is none.
    pub(crate) fn open(&self, build: &str) -> Result<(Index, Fields), SearchError> {
        let (wanted, fields) = schema::schema();
        let path = self.path(build);
        let there = tantivy::directory::MmapDirectory::open(&path).map_err(tantivy::TantivyError::from)?;
        let exists = Index::exists(&there).map_err(tantivy::TantivyError::from)?;
        let index = if exists {
            Index::open(there)?
        } else {
            Index::builder().schema(wanted).settings(schema::settings()).create_in_dir(&path)?
        };
        schema::register(&index);
        Ok((index, fields))
    }
}

/// Writes a small file so that it's there as a whole or not at all, also after a power cut.
fn write_whole(folder: &Path, name: &str, content: &str) -> Result<(), SearchError> {
    let new = folder.join(format!("{name}.new"));
    let mut file = File::create(&new)?;
    io::Write::write_all(&mut file, content.as_bytes())?;
    file.sync_all()?;
    fs::rename(&new, folder.join(name))?;
    File::open(folder)?.sync_all()?;
    Ok(())
}
