//! Proving later what was signed: the bytes of a file against the hashes that were signed.

use crate::error::Result;
use sanviec_domain::agreement::AgreementState;
use sanviec_domain::partnership::Side;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::Database;
use sanviec_store::agreements::{self as kept, AgreementRecord, SignatureRecord};
use sanviec_store::partnership_files::{self, PartnershipFile};
use sha2::{Digest, Sha256};

/// What every PDF file begins with.
const PDF: &[u8] = b"%PDF-";

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
    /// A copy that a side signed elsewhere with an electronic signature and handed in, byte by byte. What its
    /// signature is worth is for whoever checks certificates.
    Copy {
        /// Whose copy it is.
        agreement: AgreementRecord,
        /// When and by whom it was handed in, over which version of the text.
        file: PartnershipFile,
    },
    /// Nothing that is known here: not one byte may differ.
    Unknown,
}

/// Compares a file's bytes with what is kept; answers with the file's hash, too. A text is known by its hash; a
/// PDF says which agreement it is, and has to be what is drawn from the records today, byte by byte.
pub async fn verify(store: &Database, file: &[u8]) -> Result<(String, Verdict)> {
    let hash = hex::encode(Sha256::digest(file));
    let conn = store.reader();
    let candidates = match number_in(file) {
        Some(number) => match kept::by_number(conn, &number).await? {
            Some(agreement) => vec![(agreement.id, agreement.current)],
            None => Vec::new(),
        },
        None => kept::by_hash(conn, &hash).await?,
    };
    for (id, number) in candidates {
        let (Some(agreement), Some(version)) = (kept::find(conn, id).await?, kept::version(conn, id, number).await?) else {
            continue;
        };
        let mut signatures = kept::signatures(conn, id).await?;
        signatures.retain(|made| made.number == number && made.hash == version.hash && made.cleared_at.is_none());
        // The hash that is kept has to be that of the text that is kept, or somebody changed one of them.
        let is_whole = super::hash(&version.body) == version.hash;
        let is_same = if file.starts_with(PDF) {
            super::paper::draw(&agreement, &version, &signatures)? == file
        } else {
            version.hash == hash
        };
        if !is_whole || !is_same {
            continue;
        }
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
    for file in partnership_files::copies(conn, &hash).await? {
        if let Some(copy) = file.copy_of
            && let Some(agreement) = kept::find(conn, copy.agreement).await?
        {
            return Ok((hash, Verdict::Copy { agreement, file }));
        }
    }
    Ok((hash, Verdict::Unknown))
}

/// The agreement's number that a PDF says in its properties, which are never compressed ("HT-2026-0001").
fn number_in(file: &[u8]) -> Option<String> {
    if !file.starts_with(PDF) {
        return None;
    }
    let is_number = |bytes: &[u8]| bytes.starts_with(b"HT-") && bytes[3..7].iter().all(u8::is_ascii_digit) && bytes[7] == b'-' && bytes[8..].iter().all(u8::is_ascii_digit);
    let found = file.windows(12).find(|bytes| is_number(bytes))?;
    std::str::from_utf8(found).ok().map(str::to_owned)
}
