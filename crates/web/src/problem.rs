//! One kind of problem for the whole site: a page for a person, `application/problem+json`
//! (RFC 9457) for a program. Inner details are logged with the request's id, never shown.

use crate::api::problems;
use crate::visit::Visit;
use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use http::{HeaderValue, StatusCode, header};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::{ExchangeError, SECURITY};
use serde_json::json;
use tracing::error;

/// What a handler answers when it can't do what was asked.
#[derive(Clone, Debug)]
pub struct Problem {
    /// The HTTP status.
    pub status: StatusCode,
    /// A stable code: `not-found`, `conflict`, …
    pub code: &'static str,
    /// Seconds after which to try again.
    pub retry_after: Option<u64>,
    /// Errors at fields, for the API.
    pub errors: Vec<WrongField>,
    /// What happened, for a program.
    pub detail: String,
}

/// A field that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongField {
    /// Its name, or its path in what was sent.
    pub field: String,
    /// The key of a [`Fault`](sanviec_domain::vacancy::Fault).
    pub fault: &'static str,
}

/// What a handler returns.
pub type Answer<T = Response> = Result<T, Problem>;

/// The id in an address; what is none leads nowhere.
pub fn id<T: std::str::FromStr>(written: &str) -> Answer<T> {
    written.parse().map_err(|_| Problem::not_found())
}

impl Problem {
    /// A problem of a status and code.
    pub fn new(status: StatusCode, code: &'static str) -> Self {
        Self {
            status,
            code,
            retry_after: None,
            errors: Vec::new(),
            detail: String::new(),
        }
    }

    /// There is nothing here.
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not-found")
    }

    /// What was sent can't be read.
    pub fn unreadable(detail: impl Into<String>) -> Self {
        Self {
            detail: detail.into(),
            ..Self::new(StatusCode::BAD_REQUEST, "unreadable")
        }
    }

    /// Something inside went wrong; the reason is logged.
    pub fn internal(reason: impl std::fmt::Display) -> Self {
        error!(%reason, "internal error");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "internal")
    }
}

impl From<ExchangeError> for Problem {
    fn from(failure: ExchangeError) -> Self {
        match &failure {
            ExchangeError::Denied(denied) => tracing::warn!(target: SECURITY, event = "denied", %denied),
            // Old links, mostly; a row of them is somebody who tries ids.
            ExchangeError::NotFound => tracing::info!(target: SECURITY, event = "not_found"),
            _ => {}
        }
        let code = failure.code();
        let status = match &failure {
            ExchangeError::NotFound => StatusCode::NOT_FOUND,
            ExchangeError::Denied(_) | ExchangeError::NotVerified => StatusCode::FORBIDDEN,
            ExchangeError::SignInFirst => StatusCode::UNAUTHORIZED,
            ExchangeError::Invalid(_) | ExchangeError::WrongCode { .. } | ExchangeError::DeadCode => StatusCode::UNPROCESSABLE_ENTITY,
            ExchangeError::NotNow(_) | ExchangeError::Conflict | ExchangeError::OtherRequest => StatusCode::CONFLICT,
            ExchangeError::Stale => StatusCode::PRECONDITION_FAILED,
            ExchangeError::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            ExchangeError::BadCursor => StatusCode::BAD_REQUEST,
            ExchangeError::Store(_) | ExchangeError::Search(_) | ExchangeError::Internal(_) => return Self::internal(failure),
        };
        let retry_after = if let ExchangeError::TooMany { retry_after_seconds } = &failure {
            Some(*retry_after_seconds)
        } else {
            None
        };
        let detail = failure.to_string();
        let errors = if let ExchangeError::Invalid(errors) = failure { errors } else { Vec::new() };
        let errors = errors.into_iter().map(|error| WrongField {
            field: error.field.key().to_owned(),
            fault: error.fault.key(),
        });
        let errors = errors.collect();
        Self {
            status,
            code,
            retry_after,
            errors,
            detail,
        }
    }
}

impl From<sanviec_render::RenderError> for Problem {
    fn from(failure: sanviec_render::RenderError) -> Self {
        Self::internal(failure)
    }
}

impl From<tower_sessions::session::Error> for Problem {
    fn from(failure: tower_sessions::session::Error) -> Self {
        Self::internal(failure)
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

/// Turns every failed answer into a page or a problem document, by what the client accepts.
pub async fn present(State(app): State<crate::App>, request: Request, next: Next) -> Response {
    let is_api = request.uri().path().starts_with("/api/");
    let wants_json = is_api
        || request
            .headers()
            .get(header::ACCEPT)
            .and_then(|accept| accept.to_str().ok())
            .is_some_and(|accept| accept.contains("json") && !accept.contains("text/html"));
    let (parts, body) = request.into_parts();
    let saved = (!wants_json).then(|| (parts.uri.clone(), parts.extensions.get::<tower_sessions::Session>().cloned()));
    let response = next.run(Request::from_parts(parts, body)).await;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return response;
    }
    let problem = match response.extensions().get::<Problem>() {
        Some(problem) => problem.clone(),
        // A refusal by a layer or an extractor: too large, too slow, wrong method, cross-site.
        None if status == StatusCode::FORBIDDEN => {
            tracing::warn!(target: SECURITY, event = "cross_site");
            Problem::new(status, code_of(status))
        }
        None if response.headers().get(header::CONTENT_TYPE).is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain")) => Problem::new(status, code_of(status)),
        None => return response,
    };
    let mut answer = match saved {
        Some((uri, session)) => page(&app, &problem, uri, session).await,
        None => document(&problem),
    };
    if is_api && status == StatusCode::UNAUTHORIZED {
        answer.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
    }
    if let Some(seconds) = problem.retry_after {
        answer.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    if let Some(allow) = response.headers().get(header::ALLOW) {
        answer.headers_mut().insert(header::ALLOW, allow.clone());
    }
    answer
}

fn code_of(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "not-found",
        StatusCode::METHOD_NOT_ALLOWED => "wrong-method",
        StatusCode::PAYLOAD_TOO_LARGE => "too-large",
        StatusCode::FORBIDDEN => "denied",
        StatusCode::REQUEST_TIMEOUT | StatusCode::SERVICE_UNAVAILABLE | StatusCode::GATEWAY_TIMEOUT => "too-slow",
        status if status.is_server_error() => "internal",
        _ => "unreadable",
    }
}

async fn page(app: &crate::App, problem: &Problem, uri: http::Uri, session: Option<tower_sessions::Session>) -> Response {
    // Somebody has to sign in first: that is a way, not an error.
    if problem.status == StatusCode::UNAUTHORIZED {
        let then: String = url::form_urlencoded::byte_serialize(uri.path().as_bytes()).collect();
        return Redirect::to(&format!("/dang-nhap?tiep={then}")).into_response();
    }
    let mut request = Request::new(());
    *request.uri_mut() = uri;
    let (mut parts, ()) = request.into_parts();
    if let Some(session) = session {
        parts.extensions.insert(session);
    }
    let html = match Visit::from_request_parts(&mut parts, app).await {
        Ok(visit) => crate::pages::error_page(&visit, problem),
        Err(_) => None,
    };
    match html {
        Some(html) => (problem.status, Html(html)).into_response(),
        None => (problem.status, problem.code).into_response(),
    }
}

fn document(problem: &Problem) -> Response {
    let errors: Vec<_> = problem.errors.iter().map(|error| json!({ "field": error.field, "fault": error.fault })).collect();
    debug_assert!(problems::is_known(problem.code), "{} has no page: add it to api::problems", problem.code);
    let mut body = json!({
        "type": problems::address(problem.code),
        "title": problem.status.canonical_reason().unwrap_or_default(),
        "status": problem.status.as_u16(),
        "code": problem.code,
    });
    if !problem.detail.is_empty() {
        body["detail"] = json!(problem.detail);
    }
    if !errors.is_empty() {
        body["errors"] = json!(errors);
    }
    let mut response = (problem.status, body.to_string()).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response
}
