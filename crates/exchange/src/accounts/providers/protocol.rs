//! What is spoken with a provider. The crate `openidconnect` speaks it; here are our HTTP client, our
//! clock, and how long what a provider says of itself is believed.

use super::{Provider, ProviderError, Stranger, Waiting, return_address};
use crate::Exchange;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use chrono::TimeDelta;
use openidconnect::core::{CoreClient, CoreIdToken, CoreIdTokenClaims, CoreJwsSigningAlgorithm, CoreProviderMetadata, CoreResponseType};
use openidconnect::{
    AccessTokenHash, AuthenticationFlow, AuthorizationCode, ClientId, ClientSecret, CsrfToken, HttpRequest, HttpResponse, IssuerUrl, LanguageTag, Nonce, OAuth2TokenResponse,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, Scope, SignatureVerificationError, TokenResponse,
};
use openidconnect::{ClaimsVerificationError, EndpointMaybeSet, EndpointNotSet, EndpointSet};
use sanviec_domain::language::Locale;
use sanviec_domain::time::Instant;
use secrecy::ExposeSecret;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

/// How long a provider's description of itself and its keys are believed.
const BELIEVED: TimeDelta = TimeDelta::hours(1);
/// How old they must be to be asked for again because a key is not among them.
const ASKED_AGAIN: TimeDelta = TimeDelta::minutes(1);
/// The largest answer, in bytes.
const LARGEST: usize = 1 << 20;
/// How long ago the person may have signed in there.
const LONGEST_AGE: Duration = Duration::from_hours(30 * 24);
/// How far another's clock may be off, in seconds.
const OFF: i64 = 60;
/// The longest label, in characters.
const LABEL: usize = 120;

/// How an ID token may be signed: with a key that only the provider has (RFC 8725 3.2).
const SIGNED_BY: [CoreJwsSigningAlgorithm; 8] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

type Client = CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;

/// What providers have said of themselves, and when.
#[derive(Clone, Debug, Default)]
pub(super) struct Known(Arc<Mutex<HashMap<String, (Instant, CoreProviderMetadata)>>>);

impl Known {
    fn get(&self, key: &str, now: Instant, oldest: TimeDelta) -> Option<CoreProviderMetadata> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, metadata) = known.get(key)?;
        (now - *since < oldest).then(|| metadata.clone())
    }

    fn put(&self, key: &str, now: Instant, metadata: CoreProviderMetadata) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned(), (now, metadata));
    }
}

fn failing(error: impl std::fmt::Display) -> ProviderError {
    ProviderError::Failing(error.to_string())
}

/// What went wrong with a request.
#[derive(Debug, thiserror::Error)]
enum FetchError {
    #[error(transparent)]
    Request(#[from] reqwest::Error),
    #[error(transparent)]
    Http(#[from] http::Error),
    #[error("the answer is larger than {LARGEST} bytes")]
    TooLarge,
}

fn http_client() -> Result<reqwest::Client, ProviderError> {
    crate::outgoing::client(Duration::from_secs(10)).build().map_err(failing)
}

async fn fetch(client: reqwest::Client, request: HttpRequest) -> Result<HttpResponse, FetchError> {
    let mut answer = client.execute(request.try_into()?).await?;
    let mut body = Vec::new();
    while let Some(chunk) = answer.chunk().await? {
        if body.len() + chunk.len() > LARGEST {
            return Err(FetchError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    let mut built = http::Response::builder().status(answer.status());
    for (name, value) in answer.headers() {
        built = built.header(name, value);
    }
    Ok(built.body(body)?)
}

async fn metadata(exchange: &Exchange, provider: &Provider, oldest: TimeDelta) -> Result<CoreProviderMetadata, ProviderError> {
    let (known, now) = (&exchange.settings.providers.known, exchange.now());
    if let Some(metadata) = known.get(&provider.key, now, oldest) {
        return Ok(metadata);
    }
    let client = http_client()?;
    let call = move |request| fetch(client.clone(), request);
    let issuer = IssuerUrl::new(provider.issuer.clone()).map_err(failing)?;
    let metadata = CoreProviderMetadata::discover_async(issuer, &call).await;
    let metadata = metadata.map_err(|error| failing(format!("{error}: {:?}", std::error::Error::source(&error).map(ToString::to_string))))?;
    // What a provider that is reached by TLS names is reached by TLS.
    let plain = [
        Some(metadata.authorization_endpoint().url()),
        metadata.token_endpoint().map(openidconnect::TokenUrl::url),
        Some(metadata.jwks_uri().url()),
    ];
    if provider.issuer.starts_with("https:") && plain.into_iter().flatten().any(|url| url.scheme() != "https") {
        return Err(failing("it names an address without TLS"));
    }
    known.put(&provider.key, now, metadata.clone());
    Ok(metadata)
}

fn client(exchange: &Exchange, provider: &Provider, metadata: CoreProviderMetadata) -> Result<Client, ProviderError> {
    let secret = provider.client_secret.expose_secret();
    let secret = (!secret.is_empty()).then(|| ClientSecret::new(secret.to_owned()));
    let back = RedirectUrl::new(return_address(exchange, &provider.key)).map_err(failing)?;
    Ok(CoreClient::from_provider_metadata(metadata, ClientId::new(provider.client_id.clone()), secret).set_redirect_uri(back))
}

pub(super) async fn address(exchange: &Exchange, provider: &Provider, waiting: &Waiting, again: bool, locale: Locale) -> Result<url::Url, ProviderError> {
    let client = client(exchange, provider, metadata(exchange, provider, BELIEVED).await?)?;
    let (state, nonce) = (waiting.state.clone(), waiting.nonce.clone());
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(waiting.verifier.clone()));
    let scopes = provider.scopes.iter().cloned().map(Scope::new);
    let request = client.authorize_url(
        AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
        move || CsrfToken::new(state),
        move || Nonce::new(nonce),
    );
    let request = request
        .add_scopes(scopes)
        .set_pkce_challenge(challenge)
        .add_ui_locale(LanguageTag::new(locale.tag().to_owned()))
        // Asked for in any case: a provider then says when the person signed in.
        .set_max_age(if again { Duration::ZERO } else { LONGEST_AGE });
    Ok(request.url().0)
}

pub(super) async fn told(exchange: &Exchange, provider: &Provider, waiting: Waiting, code: String) -> Result<Stranger, ProviderError> {
    let asked = client(exchange, provider, metadata(exchange, provider, BELIEVED).await?)?;
    let http = http_client()?;
    let call = move |request| fetch(http.clone(), request);
    let request = asked.exchange_code(AuthorizationCode::new(code)).map_err(failing)?;
    let tokens = request.set_pkce_verifier(PkceCodeVerifier::new(waiting.verifier)).request_async(&call).await;
    let tokens = tokens.map_err(|error| failing(format!("{error}: {:?}", std::error::Error::source(&error).map(ToString::to_string))))?;
    let token = tokens.id_token().ok_or_else(|| failing("no ID token"))?;
    let nonce = Nonce::new(waiting.nonce);
    let claims = match verified(exchange, &asked, token, &nonce) {
        // A key that is not known yet: providers change theirs.
        Err(ClaimsVerificationError::SignatureVerification(SignatureVerificationError::NoMatchingKey)) => {
            let again = client(exchange, provider, metadata(exchange, provider, ASKED_AGAIN).await?)?;
            verified(exchange, &again, token, &nonce)
        }
        other => other,
    }
    .map_err(failing)?;
    // `openidconnect` doesn't look at it (RFC 7519 4.1.5).
    if not_before(token).is_some_and(|from| from > (exchange.now().timestamp() + OFF) as f64) {
        return Err(failing("the ID token doesn't count yet"));
    }
    if let Some(expected) = claims.access_token_hash() {
        let verifier = asked.id_token_verifier();
        let key = token.signing_key(&verifier).map_err(failing)?;
        let actual = AccessTokenHash::from_token(tokens.access_token(), token.signing_alg().map_err(failing)?, key).map_err(failing)?;
        if actual != *expected {
            return Err(failing("the access token is not the ID token's"));
        }
    }
    Ok(Stranger {
        provider: provider.key.clone(),
        subject: claims.subject().to_string(),
        label: label(&claims),
        since: claims.auth_time().map(|time| time.timestamp().min(exchange.now().timestamp())),
    })
}

fn verified(exchange: &Exchange, client: &Client, token: &CoreIdToken, nonce: &Nonce) -> Result<CoreIdTokenClaims, ClaimsVerificationError> {
    let now = exchange.now();
    let verifier = client.id_token_verifier().set_allowed_algs(SIGNED_BY.iter().cloned()).set_time_fn(move || now);
    token.claims(&verifier, nonce).cloned()
}

/// From when a token that was verified counts, in seconds since 1970.
fn not_before(token: &CoreIdToken) -> Option<f64> {
    let text = token.to_string();
    let claims = BASE64URL.decode(text.split('.').nth(1)?).ok()?;
    serde_json::from_slice::<serde_json::Value>(&claims).ok()?.get("nbf")?.as_f64()
}

/// What the person knows the account by.
fn label(claims: &CoreIdTokenClaims) -> String {
    let email = claims.email().map(|email| email.to_string());
    let user = || claims.preferred_username().map(|name| name.to_string());
    let name = || claims.name().and_then(|name| name.get(None)).map(|name| name.to_string());
    let said = email.or_else(user).or_else(name).unwrap_or_else(|| claims.subject().to_string());
    sanviec_domain::text::tidy_line(&said).chars().take(LABEL).collect()
}
