//! Files of an application while it is being written: taken in at once, so that a wrong telephone number
//! costs nobody the choice of files, and known to the one session only.

use crate::problem::Problem;
use crate::visit::Visit;
use sanviec_domain::file::MOST;
use sanviec_domain::ids::FileId;
use sanviec_exchange::SECURITY;
use sanviec_exchange::files::{self, FileFault, Upload};
use sanviec_render::FormState;
use sanviec_store::files::FileRecord;

/// The session's key of what was handed in.
const HANDED_IN: &str = "files";
/// The field for files, and the boxes that keep those handed in before.
const FIELD: &str = "tep";
const KEPT: &str = "giu-tep";

/// What was handed in on this form so far.
pub async fn handed_in(visit: &Visit) -> Result<Vec<FileRecord>, Problem> {
    if visit.session.id().is_none() {
        return Ok(Vec::new());
    }
    let ids = visit.session.get::<Vec<FileId>>(HANDED_IN).await?.unwrap_or_default();
    if ids.is_empty() {
        Ok(Vec::new())
    } else {
        Ok(files::waiting(&visit.app.exchange, &ids).await?)
    }
}

/// What was handed in before and is kept, and what comes now; what can't be taken is said at the field.
pub async fn take_in(visit: &Visit, form: &mut FormState, uploads: Vec<Upload>) -> Result<Vec<FileRecord>, Problem> {
    let before = handed_in(visit).await?;
    let mut kept: Vec<FileRecord> = before.iter().filter(|file| form.checked(KEPT, &file.id.to_string())).cloned().collect();
    for upload in uploads {
        if kept.len() >= MOST {
            form.fail(FIELD, visit.texts().count("file-error-many", MOST as u32));
            break;
        }
        let name = upload.name.clone();
        match files::take_in(&visit.app.exchange, &visit.actor, upload).await {
            Ok(file) => kept.push(file),
            Err(FileFault::Exchange(error)) => return Err(error.into()),
            Err(fault) => {
                tracing::warn!(target: SECURITY, event = "file_refused", %fault);
                form.fail(FIELD, visit.texts().fill(words(&fault), "name", name.chars().take(60).collect::<String>()));
            }
        }
    }
    if !(before.is_empty() && kept.is_empty()) {
        let ids: Vec<FileId> = kept.iter().map(|file| file.id).collect();
        visit.session.insert(HANDED_IN, ids).await?;
    }
    Ok(kept)
}

/// Why a file is not taken, as a text that names it.
pub fn words(fault: &FileFault) -> &'static str {
    match fault {
        FileFault::Empty => "file-error-empty",
        FileFault::TooLarge => "file-error-large",
        FileFault::Kind => "file-error-kind",
        FileFault::Full => "file-error-full",
        FileFault::Unreadable | FileFault::Exchange(_) => "file-error-unreadable",
    }
}

/// The application was sent: its files are no longer this form's.
pub async fn forget(visit: &Visit) -> Result<(), Problem> {
    if visit.session.id().is_some() {
        visit.session.remove_value(HANDED_IN).await?;
    }
    Ok(())
}
