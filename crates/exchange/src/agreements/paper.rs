//! The paper of an agreement: the version that stands, with the signatures over it, as a PDF file.

use super::AgreementView;
use crate::error::{ExchangeError, Result};
use sanviec_render::paper::{Paper, PaperSignature, pdf};
use sanviec_store::agreements::{AgreementRecord, SignatureRecord, VersionRecord};

/// The paper of what stands.
pub async fn of(view: &AgreementView) -> Result<Vec<u8>> {
    let version = view.current().ok_or(ExchangeError::NotFound)?.clone();
    let signatures: Vec<SignatureRecord> = view.standing().cloned().collect();
    let agreement = view.agreement.clone();
    // Drawing keeps a core busy for a moment.
    tokio::task::spawn_blocking(move || draw(&agreement, &version, &signatures))
        .await
        .map_err(|error| ExchangeError::Internal(error.to_string()))?
}

/// The same from the records alone.
pub(super) fn draw(agreement: &AgreementRecord, version: &VersionRecord, signatures: &[SignatureRecord]) -> Result<Vec<u8>> {
    let signatures: Vec<PaperSignature> = signatures
        .iter()
        .map(|made| PaperSignature {
            side: made.side,
            name: made.name.clone(),
            title: made.title.clone(),
            factor: made.factor,
            at: made.at,
        })
        .collect();
    pdf(&Paper {
        number: &agreement.number,
        body: &version.body,
        hash: &version.hash,
        written_at: version.written_at,
        signatures: &signatures,
    })
    .map_err(|error| ExchangeError::Internal(error.to_string()))
}
