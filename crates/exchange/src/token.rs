//! Secrets that only their holder keeps: a link in a letter, an invitation, a key. Here lies their hash, by
//! which they are found.

use sha2::{Digest, Sha256};

/// The hash under which a secret is found. It is long enough that nobody tries all of them: no salt is needed.
pub fn hash(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}
