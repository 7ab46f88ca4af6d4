//! Seals the secrets of second factors and of webhooks: who has the database alone can't make anybody's
//! codes. The key comes from the configuration.

use crate::error::{ExchangeError, Result};
use base64::Engine;
use base64::engine::general_purpose::STANDARD_NO_PAD as BASE64;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, Nonce, UnboundKey};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// The key, and the one before it, which only opens. They can't be printed.
#[derive(Clone)]
pub struct Vault {
    key: [u8; 32],
    before: Option<[u8; 32]>,
}

impl std::fmt::Debug for Vault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Vault")
    }
}

/// Bytes of a nonce.
const NONCE: usize = 12;

impl Vault {
    /// The vault of a secret, as the configuration gives it, and of the secret before it, where that
    /// was changed.
    pub fn new(secret: &str, before: Option<&str>) -> Self {
        let key = |secret: &str| {
            let mut hasher = Sha256::new();
            hasher.update(b"sanviec second factor 1\0");
            hasher.update(secret.as_bytes());
            hasher.finalize().into()
        };
        Self {
            key: key(secret),
            before: before.map(key),
        }
    }

    /// Seals bytes for one owner; another's can't be put in their place. `fresh` are bytes that were
    /// never used before.
    pub(crate) fn seal(&self, owner: Uuid, plain: &[u8], fresh: &[u8; 32]) -> Result<String> {
        let nonce: [u8; NONCE] = Sha256::digest(fresh)[..NONCE].try_into().map_err(|_| ExchangeError::Internal("a nonce".to_owned()))?;
        let mut sealed = plain.to_vec();
        let done = cipher(&self.key)?.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(owner.as_bytes()), &mut sealed);
        done.map_err(|_| ExchangeError::Internal("a secret can't be sealed".to_owned()))?;
        Ok(BASE64.encode([&nonce[..], &sealed].concat()))
    }

    /// Opens what was sealed for an owner.
    pub(crate) fn open(&self, owner: Uuid, sealed: &str) -> Result<Vec<u8>> {
        let keys = [Some(&self.key), self.before.as_ref()];
        let opened = keys.into_iter().flatten().find_map(|key| open_with(key, owner, sealed));
        opened.ok_or_else(|| ExchangeError::Internal("a sealed secret can't be opened: was accounts.secret changed without secret_before?".to_owned()))
    }

    /// The same sealed with the present key, where it was sealed with the one before.
    pub(crate) fn sealed_anew(&self, owner: Uuid, sealed: &str, fresh: &[u8; 32]) -> Result<Option<String>> {
        if open_with(&self.key, owner, sealed).is_some() {
            return Ok(None);
        }
        self.seal(owner, &self.open(owner, sealed)?, fresh).map(Some)
    }
}

fn cipher(key: &[u8; 32]) -> Result<LessSafeKey> {
    let key = UnboundKey::new(&CHACHA20_POLY1305, key).map_err(|_| ExchangeError::Internal("the vault's key".to_owned()))?;
    Ok(LessSafeKey::new(key))
}

fn open_with(key: &[u8; 32], owner: Uuid, sealed: &str) -> Option<Vec<u8>> {
    let bytes = BASE64.decode(sealed).ok()?;
    let (nonce, sealed) = bytes.split_at_checked(NONCE)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let mut sealed = sealed.to_vec();
    let plain = cipher(key).ok()?.open_in_place(nonce, Aad::from(owner.as_bytes()), &mut sealed).ok()?;
    Some(plain.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_key_and_person_open_it() {
        let (vault, person, other) = (Vault::new("a", None), Uuid::from_u128(1), Uuid::from_u128(2));
        let sealed = vault.seal(person, b"secret", &[1; 32]).unwrap();
        assert!(!sealed.contains("secret"));
        assert_eq!(vault.open(person, &sealed).unwrap(), b"secret");
        assert!(vault.open(other, &sealed).is_err());
        assert!(Vault::new("b", None).open(person, &sealed).is_err());
        assert_eq!(vault.sealed_anew(person, &sealed, &[2; 32]).unwrap(), None);
        // The secret is changed: what was sealed before opens, and is sealed with the new one.
        let changed = Vault::new("b", Some("a"));
        assert_eq!(changed.open(person, &sealed).unwrap(), b"secret");
        let anew = changed.sealed_anew(person, &sealed, &[3; 32]).unwrap().unwrap();
        assert_eq!(Vault::new("b", None).open(person, &anew).unwrap(), b"secret");
        assert!(vault.open(person, "short").is_err());
    }
}
