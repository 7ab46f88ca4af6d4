//! Faults of ours: whoever meets one is told so in a page, as with everything else that goes wrong.

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::routing::get;
use http::{Request, StatusCode, header};
use sanviec_tests::{TestApp, on_both};
use sanviec_web::server;
use tower::ServiceExt;

async fn breaks() -> &'static str {
    panic!("broken on purpose by a test")
}

async fn never() -> &'static str {
    std::future::pending().await
}

/// The status, the kind and the text of what a route of the test answers behind the site's layers.
async fn answer(app: &TestApp, path: &str, accept: &str) -> (StatusCode, String, String) {
    let routes = Router::new().route("/hong", get(breaks)).route("/cham", get(never));
    let request = Request::get(path).header(header::ACCEPT, accept).body(Body::empty()).unwrap();
    let response = server::layered(&app.site, routes).oneshot(request).await.unwrap();
    let (status, kind) = (response.status(), response.headers()[header::CONTENT_TYPE].to_str().unwrap().to_owned());
    let body = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    (status, kind, String::from_utf8(body.to_vec()).unwrap())
}

on_both! {
    async fn a_page_that_breaks_says_so_in_words(app) {
        let (status, kind, body) = answer(app, "/hong", "text/html").await;
        assert_eq!((status, kind.as_str()), (StatusCode::INTERNAL_SERVER_ERROR, "text/html; charset=utf-8"));
        assert!(body.contains("<main") && body.contains("1900 000 000"), "{body}");
        assert!(!body.contains("on purpose") && !body.contains("panicked"), "what broke is nobody's business");

        let (status, kind, body) = answer(app, "/hong", "application/json").await;
        assert_eq!((status, kind.as_str()), (StatusCode::INTERNAL_SERVER_ERROR, "application/problem+json"));
        assert!(body.contains("internal"), "{body}");
    }
}

#[tokio::test]
async fn a_page_that_takes_too_long_says_so_in_words() {
    let app = TestApp::configured(|config| config.server.timeout_seconds = 1).await;
    let (status, kind, body) = answer(&app, "/cham", "text/html").await;
    assert_eq!((status, kind.as_str()), (StatusCode::SERVICE_UNAVAILABLE, "text/html; charset=utf-8"));
    assert!(body.contains("<main"), "{body}");
}
