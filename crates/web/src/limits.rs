//! Which routes are limited, and the layer that counts: by network, and by account where somebody has
//! signed in. Numbers and addresses are counted by the use case that reads them.

use crate::App;
use crate::device::Device;
use crate::problem::Problem;
use crate::visit::{Visit, split_locale};
use axum::extract::{FromRequestParts, Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::Method;
use sanviec_domain::access::Actor;
use sanviec_exchange::limits::{self, Limited, Subject};

/// Routes by method and the whole path, or its beginning up to a slash; the longest counts.
const ROUTES: &[(Method, &str, Limited)] = &[
    (Method::POST, "/dang-nhap", Limited::SignIn),
    // Each makes us ask the provider.
    (Method::GET, "/dang-nhap/qua", Limited::SignIn),
    (Method::POST, "/xac-nhan", Limited::SignIn),
    (Method::POST, "/toi/gop", Limited::Code),
    (Method::POST, "/toi/gop/ma", Limited::SignIn),
    (Method::POST, "/gui-lai-ma", Limited::Code),
    (Method::POST, "/quen-mat-khau", Limited::Code),
    (Method::POST, "/dat-mat-khau", Limited::SignIn),
    (Method::POST, "/dang-ky", Limited::Register),
    (Method::POST, "/viec-lam/{id}/ung-tuyen", Limited::Apply),
    (Method::POST, "/viec-lam/{id}/xac-nhan", Limited::SignIn),
    (Method::POST, "/viec-lam/{id}/gui-lai-ma", Limited::Code),
    (Method::POST, "/viec-lam/{id}/phan-anh", Limited::Report),
    (Method::GET, "/viec-lam", Limited::Search),
    (Method::GET, "/goi-y", Limited::Search),
    (Method::GET, "/api/v1", Limited::Search),
    (Method::GET, "/api/v1/employer", Limited::Program),
    (Method::POST, "/api/v1/employer", Limited::Program),
    (Method::PUT, "/api/v1/employer", Limited::Program),
];

/// What a route is limited as.
pub fn of(method: &Method, path: &str) -> Option<Limited> {
    let (_, path) = split_locale(path);
    let fits = |known: &str| path.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
    let known = ROUTES.iter().filter(|(by, known, _)| by == method && fits(known));
    known.max_by_key(|(_, known, _)| known.len()).map(|(_, _, limited)| *limited)
}

/// Counts a request and lets it through, or says when to come back.
pub async fn guard(State((app, limited)): State<(App, Limited)>, request: Request, next: Next) -> Response {
    let (mut parts, body) = request.into_parts();
    match count(&app, limited, &mut parts).await {
        Ok(()) => next.run(Request::from_parts(parts, body)).await,
        Err(problem) => problem.into_response(),
    }
}

async fn count(app: &App, limited: Limited, parts: &mut http::request::Parts) -> Result<(), Problem> {
    let mut limited = limited;
    if limited == Limited::Program {
        // A program is counted by its key, wherever it comes from; without a key it gets no further.
        if let Actor::Program { key, .. } = Visit::from_request_parts(parts, app).await?.actor {
            return Ok(limits::count(&app.exchange, limited, Subject::Key(key)).await?);
        }
        limited = Limited::Search;
    }
    if let Some(network) = Device::of(parts).network_outside() {
        limits::count(&app.exchange, limited, Subject::Network(network)).await?;
    }
    // Reading is counted by network only: it needs no look at the session.
    if limited == Limited::Search {
        return Ok(());
    }
    if let Some(person) = Visit::from_request_parts(parts, app).await?.actor.person() {
        limits::count(&app.exchange, limited, Subject::Account(person)).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_is_limited_as_the_longest_that_fits() {
        assert_eq!(of(&Method::POST, "/en/viec-lam/{id}/ung-tuyen"), Some(Limited::Apply));
        assert_eq!(of(&Method::GET, "/viec-lam/kcn/{slug}"), Some(Limited::Search));
        assert_eq!(of(&Method::GET, "/en/goi-y"), Some(Limited::Search));
        assert_eq!(of(&Method::POST, "/dang-nhap/mat-khau"), Some(Limited::SignIn));
        for (method, path) in [(Method::GET, "/dang-nhap"), (Method::GET, "/"), (Method::POST, "/dang-xuat"), (Method::GET, "/viec-lamx")] {
            assert_eq!(of(&method, path), None, "{method} {path}");
        }
    }
}
