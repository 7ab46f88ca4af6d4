//! A provider of OpenID Connect of the tests' own, on a port of its own: it signs whatever it is told
//! to, which a real one would not.

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64URL;
use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::core::{CoreEdDsaPrivateSigningKey, CoreGenderClaim, CoreJsonWebKeySet, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm};
use openidconnect::{
    AccessToken, AdditionalClaims, Audience, EndUserEmail, IdToken, IdTokenClaims, IssuerUrl, JsonWebKeyId, Nonce, PrivateSigningKey, StandardClaims, SubjectIdentifier,
};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

/// Two keys of the tests: they open nothing.
const KEY: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIELmYLT0r2IBgKETd0loFuD/TbnlgS7qDeFRSERdrCWs\n-----END PRIVATE KEY-----\n";
const OTHER_KEY: &str = "-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIDbCZlyvuwoYPGjX4LuKiON3yFn0XwznYqoRHoVMbhVR\n-----END PRIVATE KEY-----\n";

/// What the next ID token says.
#[derive(Clone, Debug)]
pub struct Says {
    /// Who.
    pub subject: String,
    /// The address.
    pub email: String,
    /// For whom.
    pub audience: String,
    /// The nonce; that of the question where there is none.
    pub nonce: Option<String>,
    /// As of when.
    pub now: DateTime<Utc>,
    /// Whether the key is one that isn't known.
    pub forged: bool,
    /// Another issuer.
    pub issuer: Option<String>,
    /// When the person signed in there; as of now where there is no time.
    pub since: Option<DateTime<Utc>>,
    /// From when the token counts; seconds since 1970.
    pub not_before: Option<i64>,
}

/// What a token says besides.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Besides {
    #[serde(skip_serializing_if = "Option::is_none")]
    nbf: Option<i64>,
}

impl AdditionalClaims for Besides {}

/// The provider.
#[derive(Clone)]
pub struct Provider {
    /// Its address.
    pub issuer: String,
    inner: Arc<Mutex<Inner>>,
}

struct Inner {
    says: Says,
    /// What was asked under a code: nonce and challenge.
    asked: HashMap<String, (String, String)>,
}

fn key(pem: &str) -> CoreEdDsaPrivateSigningKey {
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(pem, Some(JsonWebKeyId::new("test".to_owned()))).expect("the tests' key is one")
}

impl Provider {
    /// Starts it; it answers as long as the test runs.
    pub async fn start(now: DateTime<Utc>) -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port is free");
        let issuer = format!("http://{}", listener.local_addr().expect("a port has a number"));
        let says = Says {
            subject: "s-1".to_owned(),
            email: "an@provider.example".to_owned(),
            audience: "sanviec".to_owned(),
            nonce: None,
            now,
            forged: false,
            issuer: None,
            since: None,
            not_before: None,
        };
        let asked = HashMap::new();
        let provider = Self {
            issuer,
            inner: Arc::new(Mutex::new(Inner { says, asked })),
        };
        let router = Router::new()
            .route("/.well-known/openid-configuration", get(configuration))
            .route("/jwks", get(keys))
            .route("/token", post(token))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(listener, router).await });
        provider
    }

    fn inner(&self) -> std::sync::MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes what the next token says.
    pub fn says(&self, change: impl FnOnce(&mut Says)) {
        change(&mut self.inner().says);
    }

    /// What somebody does here who was sent to this address: signs in and is sent back. Answers with
    /// the path and query to come back with.
    pub fn consents(&self, address: &str) -> String {
        let url: url::Url = address.parse().expect("an address");
        assert!(address.starts_with(&format!("{}/auth?", self.issuer)), "{address}");
        let asked: HashMap<String, String> = url.query_pairs().into_owned().collect();
        assert_eq!((asked["response_type"].as_str(), asked["code_challenge_method"].as_str()), ("code", "S256"));
        assert!(asked["scope"].split(' ').any(|scope| scope == "openid"));
        let code = format!("code-{}", self.inner().asked.len());
        self.inner().asked.insert(code.clone(), (asked["nonce"].clone(), asked["code_challenge"].clone()));
        let back: url::Url = asked["redirect_uri"].parse().expect("an address");
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("code", &code)
            .append_pair("state", &asked["state"])
            .finish();
        format!("{}?{query}", back.path())
    }
}

async fn configuration(State(provider): State<Provider>) -> Json<Value> {
    let issuer = &provider.issuer;
    Json(json!({
        "issuer": issuer, "authorization_endpoint": format!("{issuer}/auth"), "token_endpoint": format!("{issuer}/token"), "jwks_uri": format!("{issuer}/jwks"),
        "response_types_supported": ["code"], "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["EdDSA"],
    }))
}

async fn keys() -> Json<CoreJsonWebKeySet> {
    Json(CoreJsonWebKeySet::new(vec![key(KEY).as_verification_key()]))
}

async fn token(State(provider): State<Provider>, body: String) -> Result<Json<Value>, http::StatusCode> {
    let asked: HashMap<String, String> = url::form_urlencoded::parse(body.as_bytes()).into_owned().collect();
    let mut inner = provider.inner();
    // A code counts once.
    let (nonce, challenge) = inner.asked.remove(&asked["code"]).ok_or(http::StatusCode::BAD_REQUEST)?;
    let verified = BASE64URL.encode(Sha256::digest(asked["code_verifier"].as_bytes())) == challenge;
    if !verified || asked["grant_type"] != "authorization_code" {
        return Err(http::StatusCode::BAD_REQUEST);
    }
    let says = inner.says.clone();
    let issuer = IssuerUrl::new(says.issuer.unwrap_or_else(|| provider.issuer.clone())).expect("an address");
    let standard = StandardClaims::new(SubjectIdentifier::new(says.subject)).set_email(Some(EndUserEmail::new(says.email)));
    let claims = IdTokenClaims::<Besides, CoreGenderClaim>::new(
        issuer,
        vec![Audience::new(says.audience)],
        says.now + TimeDelta::minutes(5),
        says.now,
        standard,
        Besides { nbf: says.not_before },
    )
    .set_auth_time(Some(says.since.unwrap_or(says.now)))
    .set_nonce(Some(Nonce::new(says.nonce.unwrap_or(nonce))));
    let access = AccessToken::new("access".to_owned());
    let signed =
        IdToken::<_, _, CoreJweContentEncryptionAlgorithm, _>::new(claims, &key(if says.forged { OTHER_KEY } else { KEY }), CoreJwsSigningAlgorithm::EdDsa, Some(&access), None);
    let token = signed.expect("it can be signed");
    Ok(Json(json!({ "access_token": "access", "token_type": "Bearer", "id_token": token.to_string() })))
}
