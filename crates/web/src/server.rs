//! The router with its layers, and the program that serves it.

use crate::routes::{Route, Routes};
use crate::{App, api, forms, pages, problem, security};
use anyhow::Context;
use axum::Router;
use axum::extract::{DefaultBodyLimit, Request};
use axum::middleware::{self, Next};
use axum::response::Response;
use sanviec_exchange::{indexing, jobs};
use sanviec_store::sessions::{Lifetime, Lifetimes, SessionStore};
use std::time::Duration;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::csrf::CsrfLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};
use tower_http::timeout::TimeoutLayer;
use tower_http::trace::TraceLayer;
use tower_sessions::cookie::SameSite;
use tower_sessions::{Expiry, SessionManagerLayer};
use tracing::{Instrument, info};

/// Days after which a session that is not staff's ends however much it is used (ASVS 5.0 V7.3).
const ABSOLUTE_DAYS: i64 = 30;

/// Every route of the site.
pub fn routes(app: &App) -> Routes {
    let routes = Routes::new(app.clone());
    let routes = pages::routes(routes);
    let routes = api::routes(routes);
    if app.has_demo_bar() { pages::demo::routes(routes) } else { routes }
}

/// The list of every route, for the access test.
pub fn list(app: &App) -> Vec<Route> {
    routes(app).list().to_vec()
}

/// The whole site as one service.
pub fn router(app: &App) -> Router {
    layered(app, routes(app).into_router())
}

/// Routes behind everything that stands between them and the network.
pub fn layered(app: &App, routes: Router<App>) -> Router {
    let sessions = SessionManagerLayer::new(SessionStore::new(
        app.exchange.store.clone(),
        app.exchange.clock.clone(),
        Lifetimes {
            people: Lifetime {
                absolute: chrono::TimeDelta::days(ABSOLUTE_DAYS),
                idle: chrono::TimeDelta::days(i64::from(app.config.sessions.idle_days)),
            },
            staff: Lifetime {
                absolute: chrono::TimeDelta::hours(i64::from(app.config.sessions.staff_hours)),
                idle: chrono::TimeDelta::minutes(i64::from(app.config.sessions.staff_idle_minutes)),
            },
        },
    ))
    .with_name(if app.is_secure() { security::SECURE_SESSION_COOKIE } else { security::SESSION_COOKIE })
    .with_secure(app.is_secure())
    .with_http_only(true)
    .with_same_site(SameSite::Lax)
    .with_path("/")
    .with_expiry(Expiry::OnInactivity(time::Duration::days(i64::from(app.config.sessions.idle_days))));
    let mut router = routes
        .fallback(|| async { problem::Problem::not_found() })
        .method_not_allowed_fallback(|| async { problem::Problem::new(http::StatusCode::METHOD_NOT_ALLOWED, "wrong-method") })
        .layer(DefaultBodyLimit::max(forms::LARGEST))
        .layer(CsrfLayer::new())
        .layer(middleware::from_fn(who_asks))
        .layer(TimeoutLayer::with_status_code(
            http::StatusCode::SERVICE_UNAVAILABLE,
            Duration::from_secs(app.config.server.timeout_seconds),
        ))
        // Within the presenter, so that even a fault of ours is told as a page.
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn_with_state(app.clone(), problem::present))
        .layer(sessions)
        // And round it, for what breaks in presenting or in the session.
        .layer(CatchPanicLayer::new())
        .layer(middleware::from_fn(security::headers))
        .layer(CompressionLayer::new().quality(tower_http::CompressionLevel::Fastest));
    if app.is_secure() {
        router = router.layer(middleware::from_fn(security::transport));
    }
    router
        .layer(TraceLayer::new_for_http().make_span_with(|request: &http::Request<_>| {
            let id = request.headers().get("x-request-id").and_then(|id| id.to_str().ok()).unwrap_or_default();
            tracing::info_span!("request", method = %request.method(), path = %security::loggable(request.uri().path()), id)
        }))
        .layer(PropagateRequestIdLayer::x_request_id())
        .layer(SetRequestIdLayer::x_request_id(MakeRequestUuid))
        // What a client calls its request is not what we call it.
        .layer(middleware::map_request(async |mut request: Request| {
            request.headers_mut().remove("x-request-id");
            request
        }))
        .with_state(app.clone())
}

/// What is logged within says who asks, once that is known ([`crate::visit::Visit`] writes it).
async fn who_asks(request: Request, next: Next) -> Response {
    let span = tracing::info_span!("visit", person = tracing::field::Empty);
    next.run(request).instrument(span).await
}

/// Serves until cancelled, with the indexer and the workers beside it. `ready` is told the address
/// once it answers.
pub async fn serve(app: App, cancel: CancellationToken, ready: impl FnOnce(std::net::SocketAddr)) -> anyhow::Result<()> {
    let listener = TcpListener::bind(&app.config.server.listen)
        .await
        .with_context(|| format!("{} can't be listened on", app.config.server.listen))?;
    let address = listener.local_addr()?;
    let tasks = TaskTracker::new();
    tasks.spawn(indexing::follow(app.exchange.clone(), cancel.clone()));
    for number in 0..app.config.work.workers {
        tasks.spawn(jobs::work(app.exchange.clone(), format!("serve-{}-{number}", std::process::id()), cancel.clone()));
    }
    let router = router(&app);
    info!(%address, "serving");
    ready(address);
    let stop = cancel.clone();
    // With the address of who connects: sessions remember the network they were begun from.
    let service = router.into_make_service_with_connect_info::<std::net::SocketAddr>();
    axum::serve(listener, service).with_graceful_shutdown(async move { stop.cancelled().await }).await?;
    cancel.cancel();
    tasks.close();
    // Workers end after the job in hand; what is left in the queue waits for the next start.
    let _ = tokio::time::timeout(Duration::from_secs(10), tasks.wait()).await;
    Ok(())
}

/// Cancelled by Ctrl-C or SIGTERM.
pub fn until_told() -> CancellationToken {
    let cancel = CancellationToken::new();
    let told = cancel.clone();
    tokio::spawn(async move {
        let Ok(mut terminate) = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) else {
            return;
        };
        tokio::select! {
            _ = tokio::signal::ctrl_c() => {}
            _ = terminate.recv() => {}
        }
        told.cancel();
    });
    cancel
}
