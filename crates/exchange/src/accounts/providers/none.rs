//! A program built without signing in through providers.

use super::{Provider, ProviderError, Stranger, Waiting};
use crate::Exchange;
use crate::error::ExchangeError;
use sanviec_domain::language::Locale;
use std::future::{Ready, ready};

#[derive(Clone, Debug, Default)]
pub(super) struct Known {}

pub(super) fn address(exchange: &Exchange, _: &Provider, _: &Waiting, _: bool, _: Locale) -> Ready<Result<url::Url, ProviderError>> {
    let _ = &exchange.settings.providers.known;
    ready(Err(ExchangeError::NotFound.into()))
}

pub(super) fn told(_: &Exchange, _: &Provider, _: Waiting, _: String) -> Ready<Result<Stranger, ProviderError>> {
    ready(Err(ExchangeError::NotFound.into()))
}
