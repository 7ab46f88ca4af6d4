//! What can go wrong.

use std::path::PathBuf;

/// Why a search or a change of the index failed.
#[derive(Debug, thiserror::Error)]
pub enum SearchError {
    /// The cursor isn't one that this search gave out.
    #[error("the cursor is not valid for this search")]
    BadCursor,
    /// More than [`crate::PageRequest::MOST_OFFSET`] results were to be skipped.
    #[error("at most {} results can be skipped; page by cursor instead", crate::PageRequest::MOST_OFFSET)]
    OffsetTooLarge,
    /// Another process writes to this index.
    #[error("another process is writing to the search index in {}", .0.display())]
    Locked(PathBuf),
    /// A rebuild gave far fewer documents than the index has, so the old one was kept.
    #[error("the new index would have only {new} documents instead of {old}; the old one was kept (force the swap if this is right)")]
    TooFewDocuments {
        /// Documents in the index that is kept.
        old: u64,
        /// Documents that the rebuild gave.
        new: u64,
    },
    /// The files of the index could not be read or written.
    #[error("the files of the search index: {0}")]
    Io(#[from] std::io::Error),
    /// The index itself failed.
    #[error("the search index: {0}")]
    Index(#[from] tantivy::TantivyError),
}
