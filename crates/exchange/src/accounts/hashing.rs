//! Passwords are hashed by argon2id, a few at a time: each costs 46 MiB and tens of milliseconds of
//! a core on purpose, and a flood of sign-ins must not take the pages' time.

use crate::error::{ExchangeError, Result};
use crate::pool::Pool;
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};

/// OWASP's password storage cheat sheet: argon2id with 46 MiB, one pass, one lane, which is as strong as
/// 19 MiB and two passes. A block of more than 32 MiB is given back to the system as soon as it is
/// free; smaller ones stayed with the program, 120 MB of them after a flood of sign-ins.
const MEMORY_KIB: u32 = 47_104;
const PASSES: u32 = 1;
const LANES: u32 = 1;

/// What a password is compared with where there is none: the comparison takes as long as any other
/// and never succeeds, because nobody knows a password whose hash is all zeros.
const NOBODY: &str = "$argon2id$v=19$m=47104,t=1,p=1$c2FudmllYy1ub2JvZHktMQ$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

/// Hashes passwords, a few at a time. Cheap to clone.
#[derive(Clone, Default)]
pub struct Hasher(Pool);

fn argon2() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, LANES, None).map_err(|error| ExchangeError::Internal(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

impl Hasher {
    /// Does other work on a password that keeps a core busy, when its turn has come.
    pub(crate) async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        self.0.run(work).await
    }

    /// The hash of a password, with a salt of its own.
    pub(crate) async fn hash(&self, password: String, salt: [u8; 16]) -> Result<String> {
        self.run(move || {
            let hash = argon2()?.hash_password_with_salt(password.as_bytes(), &salt);
            hash.map(|hash: PasswordHash| hash.to_string()).map_err(|error| ExchangeError::Internal(error.to_string()))
        })
        .await?
    }

    /// Whether a password has this hash. Where there is no hash the answer is no, after as long a time.
    pub(crate) async fn verify(&self, password: String, hash: Option<String>) -> Result<bool> {
        self.run(move || {
            let known = hash.is_some();
            let parsed = PasswordHash::new(hash.as_deref().unwrap_or(NOBODY)).map_err(|error| ExchangeError::Internal(error.to_string()))?;
            let fits = argon2()?.verify_password(password.as_bytes(), &parsed).is_ok();
            Ok(fits && known)
        })
        .await?
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_hash_knows_its_password_and_nobodys_knows_none() {
        let hasher = Hasher::default();
        let hash = hasher.hash("bốn con ngựa gỗ".to_owned(), [3; 16]).await.unwrap();
        assert!(hash.starts_with("$argon2id$v=19$m=47104,t=1,p=1$"), "{hash}");
        assert!(hasher.verify("bốn con ngựa gỗ".to_owned(), Some(hash.clone())).await.unwrap());
        assert!(!hasher.verify("bốn con ngựa go".to_owned(), Some(hash)).await.unwrap());
        assert!(!hasher.verify(String::new(), None).await.unwrap());
        assert!(PasswordHash::new(NOBODY).is_ok());
    }
    #[tokio::test]
    async fn a_hash_of_other_costs_stays_valid() {
        let costs = Params::new(19_456, 2, 1, None).unwrap();
        let earlier = Argon2::new(Algorithm::Argon2id, Version::V0x13, costs);
        let hash: PasswordHash = earlier.hash_password_with_salt("bốn con ngựa gỗ".as_bytes(), &[3; 16]).unwrap();
        let hasher = Hasher::default();
        assert!(hasher.verify("bốn con ngựa gỗ".to_owned(), Some(hash.to_string())).await.unwrap());
        assert!(!hasher.verify("bốn con ngựa".to_owned(), Some(hash.to_string())).await.unwrap());
    }
}
