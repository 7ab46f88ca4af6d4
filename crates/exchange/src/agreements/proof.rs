//! Proving later what was signed: the bytes of a file against the hashes that were signed.

use crate::error::Result;
use sanviec_domain::agreement::AgreementState;
use sanviec_domain::partnership::Side;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::Database;
use sanviec_store::agreements::{self as kept, AgreementRecord, SignatureRecord};
use sha2::{Digest, Sha256};

/// What a file turned out to be.
pub enum Verdict {
    /// The exact text of a version, with the signatures that stand over it.
    Text {
        /// Whose text it is.
        agreement: AgreementRecord,
        /// The version's number.
        number: u32,
        /// The signatures over it, none where nobody signed that version.
        signatures: Vec<SignatureRecord>,
        /// Whether both sides have signed it.
        is_signed: bool,
    },
    /// Nothing that is known here: not one byte may differ.
    Unknown,
}

/// Compares a file's bytes with what is kept; answers with the file's hash, too.
pub async fn verify(store: &Database, file: &[u8]) -> Result<(String, Verdict)> {
    let hash = hex::encode(Sha256::digest(file));
    let conn = store.reader();
    for (id, number) in kept::by_hash(conn, &hash).await? {
        let (Some(agreement), Some(version)) = (kept::find(conn, id).await?, kept::version(conn, id, number).await?) else {
            continue;
        };
        // The hash that is kept has to be that of the text that is kept, or somebody changed one of them.
        if super::hash(&version.body) != hash {
            continue;
        }
        let mut signatures = kept::signatures(conn, id).await?;
        signatures.retain(|made| made.number == number && made.hash == hash && made.cleared_at.is_none());
        let is_signed = agreement.state != AgreementState::HalfSigned && Side::ALL.iter().all(|side| signatures.iter().any(|made| made.side == *side));
        return Ok((
            hash,
            Verdict::Text {
                agreement,
                number,
                signatures,
                is_signed,
            },
        ));
    }
    Ok((hash, Verdict::Unknown))
}
