//! What is refused is logged: whose account, which rule, never what was typed; and what is shown to
//! who has signed in stays in no cache.

use http::{HeaderMap, Method, StatusCode, header};
use sanviec_domain::access::Action;
use sanviec_tests::{Start, TestApp, User, on_both};
use sanviec_web::server;
use std::cell::RefCell;
use std::io::Write;

thread_local! {
    /// What this thread has logged, where a test asked for it.
    static LOGGED: RefCell<Option<Vec<u8>>> = const { RefCell::new(None) };
}

/// Writes what a thread logs for itself: tests run beside each other.
struct OwnLog;

impl Write for OwnLog {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        LOGGED.with_borrow_mut(|logged| logged.as_mut().map(|logged| logged.extend_from_slice(bytes)));
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// What this thread has logged since this was asked last.
fn logged() -> String {
    let bytes = LOGGED.with_borrow_mut(|logged| logged.replace(Vec::new()));
    String::from_utf8(bytes.unwrap_or_default()).expect("a log is text")
}

async fn tries_password(user: &User, contact: &str, password: &str) {
    let fields = [("lien-lac", contact), ("mat-khau", password)];
    user.post_once("/dang-nhap/mat-khau", &fields).await.is(StatusCode::UNPROCESSABLE_ENTITY);
}

// On one thread, whose log this is.
#[tokio::test]
async fn refusals_are_logged_without_what_was_typed() {
    let _ = tracing_subscriber::fmt().with_ansi(false).with_writer(|| OwnLog).try_init();
    let app = TestApp::sqlite(Start::Empty).await;
    let owner = app.employer().await;
    let account = owner.actor(sanviec_domain::organisation::MemberRole::Owner).person().unwrap().to_string();
    logged();

    tries_password(&app.visitor(), &owner.email, "bí mật của tôi").await;
    let said = logged();
    assert!(said.contains("sign_in_refused") && said.contains("by=\"password\"") && said.contains(&account), "{said}");
    assert!(!said.contains("bí mật") && !said.contains(&owner.email), "{said}");

    let visitor = app.visitor();
    let page = visitor.post("/dang-nhap", &[("lien-lac", &owner.phone)]).await.ok();
    let code = app.code_for(&owner.phone).await;
    let wrong = if code == "123456" { "654321" } else { "123456" };
    logged();
    visitor.submit(page.form("/xac-nhan").fill("ma", wrong)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
    let said = logged();
    assert!(said.contains("code_refused") && !said.contains(wrong) && !said.contains(&owner.phone), "{said}");

    owner.get("/tt/duyet").await.is(StatusCode::FORBIDDEN);
    let said = logged();
    assert!(
        said.contains("denied") && said.contains("ReadQueue") && said.contains("/tt/duyet") && said.contains(&account),
        "{said}"
    );

    let mut headers = HeaderMap::new();
    headers.insert("sec-fetch-site", "cross-site".parse().unwrap());
    owner.ask(Method::POST, "/dang-xuat", headers, axum::body::Body::empty()).await.is(StatusCode::FORBIDDEN);
    assert!(logged().contains("cross_site"));

    for _ in 0..25 {
        let _ = app.visitor().post_once("/dang-nhap/mat-khau", &[("lien-lac", "0912000111"), ("mat-khau", "x")]).await;
    }
    let said = logged();
    assert!(
        said.contains("over_the_limit") && said.contains("counted=\"contact\"") && !said.contains("0912000111"),
        "{said}"
    );
    app.settle().await;
    app.end().await;
}

on_both! {
    async fn signing_out_leaves_nothing_in_the_browser(app) {
        let seeker = app.seeker("0912345678").await;
        let page = seeker.post_once("/dang-xuat", &[]).await.is(StatusCode::SEE_OTHER);
        assert_eq!(page.header("clear-site-data"), "\"cache\", \"storage\"");
        for (path, kind) in [("/sitemap.xml", "application/xml; charset=utf-8"), ("/viec-lam", "text/html; charset=utf-8"), ("/api/v1/vacancies", "application/json")] {
            assert_eq!(app.visitor().get(path).await.ok().header("content-type"), kind, "{path}");
        }
        let sprite = app.visitor().get("/").await.ok().attribute("use", "href").unwrap();
        assert_eq!(app.visitor().get(sprite.split('#').next().unwrap()).await.ok().header("content-type"), "image/svg+xml; charset=utf-8");
        app.settle().await;
    }

    async fn what_only_some_may_see_is_kept_by_no_cache(app) {
        let (seeker, officer) = (app.seeker("0912345678").await, app.moderator().await);
        for (user, action) in [(&seeker, Action::OwnAccount), (&seeker, Action::OwnApplications), (&*officer, Action::ReadQueue)] {
            let pages = server::list(&app.site).into_iter().filter(|route| route.action == action && route.method == Method::GET && !route.path.contains('{'));
            let mut seen = 0;
            for route in pages {
                let page = user.get_once(&route.path).await;
                if page.status == StatusCode::OK {
                    assert!(page.header(header::CACHE_CONTROL.as_str()).contains("no-store"), "{}", route.path);
                    seen += 1;
                }
            }
            assert!(seen > 0, "no page for {action:?}");
        }
        assert_eq!(seeker.get("/viec-lam").await.ok().header("cache-control"), "no-store", "the person is named");
        let page = app.visitor().get("/viec-lam").await.ok();
        assert_eq!(page.header("cache-control"), "private, no-cache", "what everybody sees comes back fast");
        app.settle().await;
    }
}
