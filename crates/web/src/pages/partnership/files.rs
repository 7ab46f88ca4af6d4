//! `/hop-tac/{partnership}/tep`: files in a partnership, and the place for copies of an agreement that were signed
//! elsewhere with an electronic signature.

use super::agreement;
use crate::forms::{Fields, FieldsAndFiles};
use crate::pages::apply::files::words;
use crate::pages::apply::unprocessable;
use crate::pages::file::served;
use crate::problem::{Answer, id};
use crate::visit::{Visit, go};
use axum::extract::Path;
use sanviec_domain::ids::{AgreementId, FileId, PartnershipId};
use sanviec_domain::partnership::Side;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::files::{FileFault, Upload};
use sanviec_exchange::partnerships::files::{self, AddFault};
use sanviec_exchange::partnerships::read;
use sanviec_exchange::{ExchangeError, SECURITY};
use sanviec_render::FormState;
use sanviec_render::format::size;
use sanviec_render::pages::partnership::KeptFileRow;
use sanviec_store::agreements::AgreementRecord;
use sanviec_store::partnership_files::PartnershipFile;

pub(super) use sanviec_exchange::partnerships::files::MOST;

/// The field for files.
const FIELD: &str = "tep";

/// Files as they are listed; agreements are those of their partnership.
pub(super) fn rows(visit: &Visit, kept: &[PartnershipFile], agreements: &[&AgreementRecord], side: Option<Side>, is_open: bool) -> Vec<KeptFileRow> {
    let (t, locale) = (visit.texts(), visit.locale);
    kept.iter()
        .map(|kept| KeptFileRow {
            id: kept.file.id,
            name: kept.file.name.clone(),
            about: format!("{}, {}", kept.file.kind.label(locale), size(kept.file.bytes, locale)),
            copy_of: kept.copy_of.and_then(|copy| {
                let agreement = agreements.iter().find(|agreement| agreement.id == copy.agreement)?;
                Some((agreement.number.clone(), copy.number))
            }),
            by: kept.side.map_or_else(|| t.get("pt-centre"), |side| side.label(locale)),
            at: kept.added_at,
            sha256: kept.file.sha256.clone(),
            may_remove: files::is_removable(kept, &visit.actor, side, is_open),
        })
        .collect()
}

/// Adds what was chosen; what can't be taken is said at the field. Answers with whether something was added.
async fn add(visit: &Visit, form: &mut FormState, partnership: PartnershipId, agreement: Option<AgreementId>, uploads: Vec<Upload>) -> Result<bool, ExchangeError> {
    let t = visit.texts();
    let Some(upload) = uploads.into_iter().next() else {
        form.fail(FIELD, t.get("pt-file-error-none"));
        return Ok(false);
    };
    let name: String = upload.name.chars().take(60).collect();
    let message = match files::add(&visit.app.exchange, &visit.actor, partnership, agreement, upload).await {
        Ok(_) => return Ok(true),
        Err(AddFault::Exchange(error) | AddFault::File(FileFault::Exchange(error))) => return Err(error),
        Err(AddFault::TooMany) => t.count("pt-file-error-many", MOST as u32),
        Err(AddFault::NotPdf) => t.fill("pt-file-error-pdf", "name", name),
        Err(AddFault::Unsigned) => t.fill("pt-file-error-unsigned", "name", name),
        Err(AddFault::File(FileFault::Full)) => t.get("pt-file-error-full").to_owned(),
        Err(AddFault::File(fault)) => {
            tracing::warn!(target: SECURITY, event = "file_refused", %fault);
            t.fill(words(&fault), "name", name)
        }
    };
    form.fail(FIELD, message);
    Ok(false)
}

/// Adds a file.
pub async fn post(visit: Visit, Path(written): Path<String>, FieldsAndFiles(mut form, uploads): FieldsAndFiles) -> Answer {
    let partnership: PartnershipId = id(&written)?;
    match add(&visit, &mut form, partnership, None, uploads).await {
        Ok(true) => visit.say("flash-pt-file-added").await?,
        Ok(false) => {
            let view = read::one(&visit.app.exchange, &visit.actor, partnership).await?;
            return Ok(unprocessable(super::show(&visit, &view, &form)?));
        }
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("/hop-tac/{partnership}#tai-lieu")))
}

/// Adds a signed copy of an agreement.
pub async fn post_copy(visit: Visit, Path((partnership, written)): Path<(String, String)>, FieldsAndFiles(mut form, uploads): FieldsAndFiles) -> Answer {
    let view = agreement::load(&visit, &partnership, &written).await?;
    match add(&visit, &mut form, view.agreement.partnership, Some(view.agreement.id), uploads).await {
        Ok(true) => visit.say("flash-pt-file-added").await?,
        Ok(false) => return Ok(unprocessable(agreement::show(&visit, &view, None, &form).await?)),
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("{}#ban-ky-so", agreement::address(&view))))
}

/// A file, to be saved.
pub async fn get(visit: Visit, Path((partnership, written)): Path<(String, String)>) -> Answer {
    let (partnership, file): (PartnershipId, FileId) = (id(&partnership)?, id(&written)?);
    let (file, bytes) = files::open(&visit.app.exchange, &visit.actor, partnership, file).await?;
    served(&file, bytes)
}

/// Takes a file away, and leads back to the page where it was pressed.
pub async fn remove(visit: Visit, Path((partnership, written)): Path<(String, String)>, Fields(form): Fields) -> Answer {
    let (partnership, file): (PartnershipId, FileId) = (id(&partnership)?, id(&written)?);
    match files::remove(&visit.app.exchange, &visit.actor, partnership, file).await {
        Ok(()) => visit.say("flash-pt-file-removed").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(match form.value("ve").parse::<AgreementId>() {
        Ok(agreement) => go(&format!("/hop-tac/{partnership}/thoa-thuan/{agreement}#ban-ky-so")),
        Err(_) => go(&format!("/hop-tac/{partnership}#tai-lieu")),
    })
}
