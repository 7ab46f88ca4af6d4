//! Files on a partnership's page, and signed copies on an agreement's.

use sanviec_domain::ids::FileId;
use sanviec_domain::time::Instant;

/// A file.
#[derive(Clone, Debug)]
pub struct KeptFileRow {
    /// Its id.
    pub id: FileId,
    /// What it is called.
    pub name: String,
    /// What it is and how large: "PDF, 120 KB".
    pub about: String,
    /// What it is a copy of: the agreement's number and the version's.
    pub copy_of: Option<(String, u32)>,
    /// Who added it, in words.
    pub by: &'static str,
    /// When.
    pub at: Instant,
    /// The hash of its bytes, where it is a copy.
    pub sha256: String,
    /// Whether the reader may take it away.
    pub may_remove: bool,
}
