//! The ceremonies of WebAuthn, by the crate `webauthn-rs`.

use super::Question;
use crate::error::{ExchangeError, Result};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use sanviec_domain::ids::PersonId;
use sanviec_render::Site;
use sanviec_store::passkeys::Passkey as Known;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use webauthn_rs::prelude::{
    CredentialID, DiscoverableAuthentication, DiscoverableKey, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url, Webauthn, WebauthnBuilder,
};

/// An answer that proves nothing: the reason is ours to know.
fn dead(error: impl std::fmt::Display) -> ExchangeError {
    tracing::info!(%error, "a passkey's answer proves nothing");
    ExchangeError::DeadCode
}

fn json(value: &impl Serialize) -> Result<Value> {
    serde_json::to_value(value).map_err(|error| ExchangeError::Internal(error.to_string()))
}

fn read<T: DeserializeOwned>(text: &str) -> Result<T> {
    serde_json::from_str(text).map_err(dead)
}

fn site_url(site: &Site) -> Option<Url> {
    Url::parse(&site.base_url).ok().filter(|url| url.domain().is_some())
}

pub(super) fn is_possible(site: &Site) -> bool {
    site_url(site).is_some()
}

fn relying_party(site: &Site) -> Result<Webauthn> {
    let url = site_url(site).ok_or(ExchangeError::NotFound)?;
    let domain = url.domain().unwrap_or_default();
    let built = WebauthnBuilder::new(domain, &url)
        .map(|builder| builder.rp_name(&site.short_name))
        .and_then(WebauthnBuilder::build);
    built.map_err(|error| ExchangeError::Internal(error.to_string()))
}

pub(super) fn begin_adding(site: &Site, person: PersonId, contact: &str, name: &str, known: &[Known]) -> Result<Question> {
    let exclude: Vec<CredentialID> = known.iter().filter_map(|known| BASE64URL.decode(&known.credential_id).ok()).collect();
    let begun = relying_party(site)?.start_passkey_registration(person.0, contact, name, Some(exclude));
    let (options, state) = begun.map_err(|error| ExchangeError::Internal(error.to_string()))?;
    let mut options = json(&options)?;
    // A key that the device keeps by itself signs in without a name being typed; one that can't be kept
    // so would never be asked for.
    options["publicKey"]["authenticatorSelection"]["residentKey"] = "required".into();
    options["publicKey"]["authenticatorSelection"]["requireResidentKey"] = true.into();
    Ok(Question { options, state: json(&state)? })
}

/// The device's id of the new key, and the key as it is kept.
pub(super) fn add(site: &Site, state: Value, answer: &str) -> Result<(String, String)> {
    let state: PasskeyRegistration = serde_json::from_value(state).map_err(dead)?;
    let answer: RegisterPublicKeyCredential = read(answer)?;
    let passkey = relying_party(site)?.finish_passkey_registration(&answer, &state).map_err(dead)?;
    let kept = serde_json::to_string(&passkey).map_err(|error| ExchangeError::Internal(error.to_string()))?;
    Ok((BASE64URL.encode(passkey.cred_id()), kept))
}

pub(super) fn begin_sign_in(site: &Site) -> Result<Question> {
    let begun = relying_party(site)?.start_discoverable_authentication();
    let (options, state) = begun.map_err(|error| ExchangeError::Internal(error.to_string()))?;
    Ok(Question {
        options: json(&options)?,
        state: json(&state)?,
    })
}

/// The device's id of the key of an answer, and whose the device says it is. Nothing is proved yet.
pub(super) fn named(site: &Site, answer: &str) -> Result<(String, PersonId)> {
    let answer: PublicKeyCredential = read(answer)?;
    let party = relying_party(site)?;
    let (person, id) = party.identify_discoverable_authentication(&answer).map_err(dead)?;
    Ok((BASE64URL.encode(id), PersonId(person)))
}

/// Proves an answer by a key that is kept; answers with the key as it is to be kept from now on.
pub(super) fn prove(site: &Site, state: Value, answer: &str, kept: &str) -> Result<String> {
    let state: DiscoverableAuthentication = serde_json::from_value(state).map_err(dead)?;
    let answer: PublicKeyCredential = read(answer)?;
    let mut passkey: Passkey = read(kept)?;
    let proved = relying_party(site)?.finish_discoverable_authentication_v2(&answer, state, DiscoverableKey::from(&passkey));
    let proved = proved.map_err(dead)?;
    if !proved.user_verified() {
        return Err(dead("the device did not ask its owner"));
    }
    passkey.update_credential(&proved);
    serde_json::to_string(&passkey).map_err(|error| ExchangeError::Internal(error.to_string()))
}
