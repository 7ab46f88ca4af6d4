//! Signing in through somebody else: a provider of OpenID Connect that the centre has configured
//! (VNeID one day, a province's own single sign-on). The authorization code flow with PKCE, state and
//! nonce. What comes back says who somebody is *there*; whose account that is *here* is another
//! question ([`super::identities`]).

use crate::error::{ExchangeError, Result};
use crate::{Exchange, SECURITY};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use chrono::TimeDelta;
use sanviec_domain::language::Locale;
use sanviec_domain::time::Instant;
use secrecy::SecretString;
use serde::{Deserialize, Serialize};

#[cfg(feature = "oidc")]
mod protocol;
#[cfg(not(feature = "oidc"))]
#[path = "providers/none.rs"]
mod protocol;

/// Minutes for which an answer of a provider is waited for.
const WAIT: TimeDelta = TimeDelta::minutes(10);

/// A provider, as the centre configures it.
#[derive(Clone, Debug)]
pub struct Provider {
    /// Its key in addresses and in the database.
    pub key: String,
    /// Its name on the button.
    pub name: String,
    /// Its address as it writes it, from which everything else about it is asked.
    pub issuer: String,
    /// What it calls us.
    pub client_id: String,
    /// How it knows that we are us.
    pub client_secret: SecretString,
    /// What is asked for beside `openid`.
    pub scopes: Vec<String>,
}

/// What has to be remembered until a provider answers.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Waiting {
    provider: String,
    state: String,
    nonce: String,
    verifier: String,
    since: Instant,
}

/// Somebody a provider has told us about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stranger {
    /// The provider's key.
    pub provider: String,
    /// What the provider calls the person.
    pub subject: String,
    /// What the person knows that account by.
    pub label: String,
    /// When the person signed in there, where the provider says so; seconds since 1970.
    pub since: Option<i64>,
}

/// An answer, as it stands in the address.
#[derive(Clone, Debug, Default)]
pub struct ProviderAnswer {
    /// The code to be exchanged.
    pub code: Option<String>,
    /// What we sent along.
    pub state: Option<String>,
    /// Who answers (RFC 9207), where it says so.
    pub iss: Option<String>,
    /// What went wrong there: `access_denied` where the person said no.
    pub error: Option<String>,
}

/// Why nobody was signed in.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// The person said no, or took too long, or this answer was not asked for.
    #[error("no usable answer: {0}")]
    NoAnswer(&'static str),
    /// The provider can't be reached or doesn't keep to the protocol.
    #[error("the provider fails: {0}")]
    Failing(String),
    /// Something else.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
}

/// The providers there are, with what is known of each. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub struct Providers {
    list: Vec<Provider>,
    known: protocol::Known,
}

impl Providers {
    /// The configured ones.
    pub fn new(list: Vec<Provider>) -> Self {
        Self {
            list,
            known: protocol::Known::default(),
        }
    }

    /// Each of them, in the order of the configuration.
    pub fn list(&self) -> &[Provider] {
        &self.list
    }

    /// The one of a key.
    pub fn find(&self, key: &str) -> Option<&Provider> {
        self.list.iter().find(|provider| provider.key == key)
    }
}

/// Where to send somebody who wants to sign in through a provider, and what to remember until the
/// answer comes.
/// `again`: the person is to have signed in there a moment ago, and not some day before.
pub async fn begin(exchange: &Exchange, key: &str, again: bool, locale: Locale) -> std::result::Result<(url::Url, Waiting), ProviderError> {
    let provider = exchange.settings.providers.find(key).ok_or(ExchangeError::NotFound)?;
    let secret = || BASE64URL.encode(exchange.ids.secret());
    let waiting = Waiting {
        provider: provider.key.clone(),
        state: secret(),
        nonce: secret(),
        verifier: secret(),
        since: exchange.now(),
    };
    let url = protocol::address(exchange, provider, &waiting, again, locale).await?;
    Ok((url, waiting))
}

/// Who it is that a provider's answer speaks of. `waiting` is what was remembered, and has to be
/// forgotten before this is asked: an answer counts once.
pub async fn finish(exchange: &Exchange, key: &str, waiting: Option<Waiting>, answer: ProviderAnswer) -> std::result::Result<Stranger, ProviderError> {
    let told = told(exchange, key, waiting, answer).await;
    if let Err(ProviderError::NoAnswer(why)) = &told {
        tracing::warn!(target: SECURITY, event = "sign_in_refused", by = key, why);
    }
    told
}

async fn told(exchange: &Exchange, key: &str, waiting: Option<Waiting>, answer: ProviderAnswer) -> std::result::Result<Stranger, ProviderError> {
    let provider = exchange.settings.providers.find(key).ok_or(ExchangeError::NotFound)?;
    let waiting = waiting.filter(|waiting| waiting.provider == key && exchange.now() - waiting.since < WAIT);
    let waiting = waiting.ok_or(ProviderError::NoAnswer("nothing was asked"))?;
    if answer.state.as_deref() != Some(waiting.state.as_str()) {
        return Err(ProviderError::NoAnswer("another state"));
    }
    if answer.iss.is_some_and(|iss| iss != provider.issuer) {
        return Err(ProviderError::NoAnswer("another issuer"));
    }
    if answer.error.is_some() {
        return Err(ProviderError::NoAnswer("the provider says no"));
    }
    let code = answer.code.ok_or(ProviderError::NoAnswer("no code"))?;
    protocol::told(exchange, provider, waiting, code).await
}

/// Where a provider sends people back to.
pub fn return_address(exchange: &Exchange, key: &str) -> String {
    format!("{}/dang-nhap/qua/{key}/ve", exchange.settings.site.base_url)
}

/// Whether signing in through providers is part of this program.
pub const fn is_built() -> bool {
    cfg!(feature = "oidc")
}

/// The result that callers without a provider's own errors want.
impl From<ProviderError> for ExchangeError {
    fn from(error: ProviderError) -> Self {
        match error {
            ProviderError::Exchange(error) => error,
            other => Self::NotNow(other.to_string()),
        }
    }
}

/// Checks a provider: whether it answers with what its address promises.
pub async fn check(exchange: &Exchange, provider: &Provider) -> Result<()> {
    let nothing = Waiting {
        provider: provider.key.clone(),
        state: String::new(),
        nonce: String::new(),
        verifier: BASE64URL.encode([0; 32]),
        since: exchange.now(),
    };
    Ok(protocol::address(exchange, provider, &nothing, false, Locale::Vi).await.map(drop)?)
}
