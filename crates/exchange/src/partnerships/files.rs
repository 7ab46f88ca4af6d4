//! Files in a partnership: a programme's outline, a list, minutes; and the place for copies of an agreement that
//! were signed with an electronic signature elsewhere, kept byte by byte.

use super::{find_in, goes_on, may_begin, read};
use crate::error::{ExchangeError, Result};
use crate::files::{self, FileFault, Upload, bytes_of};
use crate::{Exchange, jobs};
use sanviec_domain::access::Actor;
use sanviec_domain::agreement::AgreementState;
use sanviec_domain::file::FileKind;
use sanviec_domain::ids::{AgreementId, FileId, PartnershipId};
use sanviec_domain::partnership::Side;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::files::FileRecord;
use sanviec_store::partnership_files::{self as store, CopyOf, PartnershipFile};
use sanviec_store::{Entity, Unit};
use serde_json::json;

/// Files that a partnership may have, signed copies among them.
pub const MOST: u64 = 20;

/// Why a file is not added.
#[derive(Debug, thiserror::Error)]
pub enum AddFault {
    /// The partnership has [`MOST`].
    #[error("it has as many as one may have")]
    TooMany,
    /// A signed copy is a PDF.
    #[error("not a PDF")]
    NotPdf,
    /// A PDF without an electronic signature in it.
    #[error("no electronic signature in it")]
    Unsigned,
    /// It can't be taken at all.
    #[error(transparent)]
    File(#[from] FileFault),
    /// Something else.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
}

impl From<sanviec_store::StoreError> for AddFault {
    fn from(error: sanviec_store::StoreError) -> Self {
        Self::Exchange(error.into())
    }
}

/// Whether a PDF has an electronic signature in it (ISO 32000-2, 12.8): a signature's dictionary names the bytes it
/// covers, and is never compressed. Whose it is and whether its certificate counts is not looked at.
fn has_signature(pdf: &[u8]) -> bool {
    let says = |word: &[u8]| pdf.windows(word.len()).any(|bytes| bytes == word);
    says(b"/ByteRange") && ["/adbe.pkcs7", "/ETSI.CAdES", "/adbe.x509"].iter().any(|kind| says(kind.as_bytes()))
}

/// Whether a copy of an agreement can be added: from the first signature over it on, as only then its text stands.
pub fn takes_copies(state: AgreementState) -> bool {
    matches!(state, AgreementState::HalfSigned | AgreementState::Signed)
}

async fn has_room(unit: &Unit, id: PartnershipId) -> std::result::Result<(), AddFault> {
    if store::count(unit.conn(), id).await? < MOST { Ok(()) } else { Err(AddFault::TooMany) }
}

/// The version that a copy of an agreement is of.
async fn copy_of(unit: &Unit, id: PartnershipId, agreement: Option<AgreementId>) -> Result<Option<CopyOf>> {
    let Some(agreement) = agreement else { return Ok(None) };
    let found = sanviec_store::agreements::find(unit.conn(), agreement).await?;
    let found = found.filter(|found| found.partnership == id).ok_or_else(|| ExchangeError::not_ones_own("agreement"))?;
    if !takes_copies(found.state) {
        return Err(ExchangeError::NotNow("nobody has signed its text".to_owned()));
    }
    Ok(Some(CopyOf { agreement, number: found.current }))
}

/// Adds a file, or a signed copy where an agreement is named; the other side is told.
pub async fn add(exchange: &Exchange, actor: &Actor, id: PartnershipId, agreement: Option<AgreementId>, upload: Upload) -> std::result::Result<FileId, AddFault> {
    // Nothing is taken in of who may not add it; asked again below, with what is then true.
    let unit = exchange.begin(actor).await?;
    let (partnership, side) = find_in(&unit, id).await?;
    may_begin(&unit, &partnership, side).await?;
    copy_of(&unit, id, agreement).await?;
    has_room(&unit, id).await?;
    drop(unit);
    if agreement.is_some() && !upload.bytes.is_empty() {
        if !upload.bytes.starts_with(b"%PDF-") {
            return Err(AddFault::NotPdf);
        }
        if !has_signature(&upload.bytes) {
            return Err(AddFault::Unsigned);
        }
    }
    let file = files::take_in(exchange, actor, upload).await?;
    if agreement.is_some() && file.kind != FileKind::Pdf {
        return Err(AddFault::NotPdf);
    }
    let unit = exchange.begin(actor).await?;
    let (mut partnership, side) = find_in(&unit, id).await?;
    may_begin(&unit, &partnership, side).await?;
    has_room(&unit, id).await?;
    let added = PartnershipFile {
        copy_of: copy_of(&unit, id, agreement).await?,
        partnership: id,
        side,
        added_by: actor.person(),
        added_at: unit.now(),
        file,
    };
    store::insert(&unit, &added).await?;
    record(&unit, &added, "add");
    goes_on(&unit, &mut partnership).await?;
    for told in Side::ALL.iter().filter(|other| Some(**other) != side) {
        unit.enqueue(jobs::tell_of_partnership(&partnership, *told, jobs::PartnershipNews::FileAdded));
    }
    unit.save().await?;
    Ok(added.file.id)
}

/// A line of the partnership's own audit: the hash outlives the file.
fn record(unit: &Unit, file: &PartnershipFile, what: &str) {
    let agreement = file.copy_of.map(|copy| copy.agreement);
    let details = json!({ "file": file.file.id, "sha256": file.file.sha256, "agreement": agreement, "side": file.side.map(Side::key), "what": what });
    unit.audit("partnership.file", Entity::Partnership, file.partnership.0, details);
}

/// Whether a file is the reader's own to remove: whoever added it takes it away, while the partnership goes on.
pub fn is_removable(file: &PartnershipFile, actor: &Actor, side: Option<Side>, is_open: bool) -> bool {
    let is_own = match actor {
        Actor::Staff { .. } => file.side.is_none(),
        _ => side.is_some() && file.side == side,
    };
    is_own && is_open
}

/// Takes a file away, its bytes with it.
pub async fn remove(exchange: &Exchange, actor: &Actor, id: PartnershipId, file: FileId) -> Result<()> {
    let unit = exchange.begin(actor).await?;
    let (partnership, side) = find_in(&unit, id).await?;
    let found = store::find(unit.conn(), id, file).await?;
    let found = found.ok_or_else(|| ExchangeError::not_ones_own("file"))?;
    if !is_removable(&found, actor, side, partnership.state.is_open()) {
        return Err(ExchangeError::NotNow("the other side added it, or it is over".to_owned()));
    }
    record(&unit, &found, "remove");
    let removed = sanviec_store::files::remove(&unit, [file].into_iter()).await?;
    unit.enqueue(jobs::erase_files(&removed));
    unit.save().await?;
    Ok(())
}

/// A file and its bytes, for whoever may read the partnership.
pub async fn open(exchange: &Exchange, actor: &Actor, id: PartnershipId, file: FileId) -> Result<(FileRecord, Vec<u8>)> {
    let partnership = read::found(exchange, actor, id).await?;
    let found = store::find(exchange.store.reader(), partnership.id, file).await?;
    let file = found.ok_or_else(|| ExchangeError::not_ones_own("file"))?.file;
    let bytes = bytes_of(exchange, &file).await?;
    Ok((file, bytes))
}
