//! A program built without passkeys.

use super::Question;
use crate::error::{ExchangeError, Result};
use sanviec_domain::ids::PersonId;
use sanviec_render::Site;
use sanviec_store::passkeys::Passkey as Known;
use serde_json::Value;

pub(super) fn is_possible(_: &Site) -> bool {
    false
}

pub(super) fn begin_adding(_: &Site, _: PersonId, _: &str, _: &str, _: &[Known]) -> Result<Question> {
    Err(ExchangeError::NotFound)
}

pub(super) fn add(_: &Site, _: Value, _: &str) -> Result<(String, String)> {
    Err(ExchangeError::NotFound)
}

pub(super) fn begin_sign_in(_: &Site) -> Result<Question> {
    Err(ExchangeError::NotFound)
}

pub(super) fn named(_: &Site, _: &str) -> Result<(String, PersonId)> {
    Err(ExchangeError::NotFound)
}

pub(super) fn prove(_: &Site, _: Value, _: &str, _: &str) -> Result<String> {
    Err(ExchangeError::NotFound)
}
