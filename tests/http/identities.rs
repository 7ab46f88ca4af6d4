//! Signing in through a provider of OpenID Connect, and what must not come of its answers; passkeys as
//! far as they can be tried without a device (the browser tests have one).

use crate::world::person_of;
use axum::body::Body;
use chrono::TimeDelta;
use http::{HeaderMap, Method, StatusCode};
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_tests::provider::Provider;
use sanviec_tests::time::beginning;
use sanviec_tests::{Page, Start, TestApp, User, on_both};
use sanviec_web::config;

/// What a provider's token wrongly says.
type Trick = fn(&mut sanviec_tests::provider::Says);

const START: &str = "/dang-nhap/qua/tinh";

/// A site with a provider.
async fn site() -> (TestApp, Provider) {
    let provider = Provider::start(beginning()).await;
    let issuer = provider.issuer.clone();
    let configured = config::Provider {
        key: "tinh".to_owned(),
        name: "Cổng tỉnh".to_owned(),
        issuer,
        client_id: "sanviec".to_owned(),
        client_secret: "hush".to_owned(),
        client_secret_file: None,
        scopes: vec!["email".to_owned()],
    };
    let app = TestApp::configured(|config| config.accounts.providers = vec![configured]).await;
    (app, provider)
}

/// Presses the provider's button and comes back from there.
async fn goes_through(user: &User, provider: &Provider, start: &str) -> Page {
    let sent = user.get_once(start).await.is(StatusCode::SEE_OTHER);
    user.get(&provider.consents(sent.header("location"))).await
}

async fn is_signed_out(user: &User) -> bool {
    user.get("/toi").await.path.starts_with("/dang-nhap?tiep=")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn somebody_links_an_account_and_signs_in_with_it() {
    let (app, provider) = site().await;
    let phone = "0912345678";
    let user = app.visitor();
    assert!(user.get("/dang-nhap").await.ok().says("Đăng nhập bằng Cổng tỉnh"));
    let asked = goes_through(&user, &provider, START).await.ok();
    assert_eq!(asked.path, "/dang-nhap/lien-ket");
    assert!(
        asked.says("an@provider.example") && !asked.offers("/dang-nhap/lien-ket"),
        "who isn't known here signs in first"
    );

    let form = user.get(&asked.links("main a.btn")[0]).await.ok().form("/dang-nhap").fill("lien-lac", phone);
    let code = user.submit(form).await.ok();
    let action = code.links("form").first().cloned().unwrap_or_else(|| "/xac-nhan?tiep=%2Fdang-nhap%2Flien-ket".to_owned());
    let confirm = user.submit(code.form(&action).fill("ma", &app.code_for(phone).await)).await.ok();
    assert_eq!(confirm.path, "/dang-nhap/lien-ket");
    let done = user.submit(confirm.form("/dang-nhap/lien-ket")).await.ok();
    assert_eq!(done.path, "/toi/tai-khoan");
    assert!(done.says("an@provider.example"));
    app.settle().await;
    assert!(app.messages_to(phone).await.iter().any(|message| message.kind == "account"), "the person is told");

    // From another browser, straight in, and back to where one wanted to go.
    let other = app.visitor();
    let home = goes_through(&other, &provider, &format!("{START}?tiep=%2Ftoi%2Ftai-khoan")).await.ok();
    assert_eq!(home.path, "/toi/tai-khoan");
    assert!(is_signed_out(&app.visitor()).await);
    // Once more while signed in: nothing new; somebody else can't take it.
    assert!(goes_through(&other, &provider, START).await.ok().says("đã liên kết với bạn"));
    let stranger = app.seeker("0987654321").await;
    assert!(goes_through(&stranger, &provider, START).await.ok().says("đã liên kết với người khác"));
    // And away again.
    let account = other.get("/toi/tai-khoan").await.ok();
    other.submit(account.form("/toi/lien-ket/tinh/bo")).await.ok();
    assert_eq!(goes_through(&app.visitor(), &provider, START).await.ok().path, "/dang-nhap/lien-ket");
    app.settle().await;
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_answer_that_is_not_one_signs_nobody_in() {
    let (app, provider) = site().await;
    let known = app.seeker("0912345678").await;
    let page = goes_through(&known, &provider, START).await.ok();
    known.submit(page.form("/dang-nhap/lien-ket")).await.ok();

    // Answers nobody asked for, and answers to another question.
    let user = app.visitor();
    for query in ["", "?code=code-0&state=x", "?error=access_denied", "?state=", "?code=&state=%00"] {
        user.get(&format!("{START}/ve{query}")).await.ok();
        assert!(is_signed_out(&user).await, "{query}");
    }
    let sent = user.get_once(START).await;
    let back = provider.consents(sent.header("location"));
    let (path, query) = back.split_once('?').unwrap();
    let code = query.split('&').next().unwrap();
    user.get(&format!("{path}?{code}&state=another")).await.ok();
    assert!(is_signed_out(&user).await, "another state");
    user.get(&back).await.ok();
    assert!(is_signed_out(&user).await, "the state was used up by the wrong answer");
    // Somebody else's answer, put under a person's hands.
    let thief = app.visitor();
    let theirs = provider.consents(thief.get_once(START).await.header("location"));
    user.get_once(START).await;
    user.get(&theirs).await.ok();
    assert!(is_signed_out(&user).await, "another's answer");
    // The same answer twice.
    let back = provider.consents(user.get_once(START).await.header("location"));
    let other = user.tab();
    assert_eq!(user.get(&back).await.ok().path, "/toi");
    other.get(&back).await.ok();
    assert!(is_signed_out(&other).await, "an answer counts once");
    // The person says no; the answer comes too late; another issuer answers.
    let user = app.visitor();
    let sent = user.get_once(START).await;
    let state = sent.header("location").split("state=").nth(1).unwrap().split('&').next().unwrap().to_owned();
    assert!(user.get(&format!("{START}/ve?error=access_denied&state={state}")).await.ok().says("bị huỷ"));
    let back = provider.consents(user.get_once(START).await.header("location"));
    assert!(user.get(&format!("{back}&iss=https%3A%2F%2Fevil.example")).await.ok().says("bị huỷ"));
    let back = provider.consents(user.get_once(START).await.header("location"));
    app.wait(TimeDelta::minutes(11));
    user.get(&back).await.ok();
    assert!(is_signed_out(&user).await, "too late");
    assert_eq!(user.get("/dang-nhap/qua/unknown").await.status, StatusCode::NOT_FOUND);
    app.settle().await;
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_token_that_proves_nothing_signs_nobody_in() {
    let (app, provider) = site().await;
    let known = app.seeker("0912345678").await;
    let page = goes_through(&known, &provider, START).await.ok();
    known.submit(page.form("/dang-nhap/lien-ket")).await.ok();
    assert_eq!(goes_through(&app.visitor(), &provider, START).await.ok().path, "/toi");
    let tricks: [(&str, Trick); 6] = [
        ("forged", |says| says.forged = true),
        ("another audience", |says| says.audience = "another".to_owned()),
        ("another nonce", |says| says.nonce = Some("another".to_owned())),
        ("run out", |says| says.now -= TimeDelta::hours(1)),
        ("not yet", |says| says.not_before = Some(beginning().timestamp() + 600)),
        ("another issuer", |says| says.issuer = Some("https://evil.example".to_owned())),
    ];
    for (what, trick) in tricks {
        let mut honest = None;
        provider.says(|says| {
            honest = Some(says.clone());
            trick(says);
        });
        let user = app.visitor();
        assert!(goes_through(&user, &provider, START).await.ok().says("sự cố"), "{what}");
        assert!(is_signed_out(&user).await, "{what}");
        provider.says(|says| *says = honest.unwrap());
    }
    assert_eq!(goes_through(&app.visitor(), &provider, START).await.ok().path, "/toi");
    app.settle().await;
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn how_long_ago_somebody_signed_in_there_counts_here() {
    let (app, provider) = site().await;
    let user = app.seeker("0912345678").await;
    let page = goes_through(&user, &provider, START).await.ok();
    user.submit(page.form("/dang-nhap/lien-ket")).await.ok();

    // The provider still knew the person: that signs in, but changes nothing of how one signs in.
    provider.says(|says| says.since = Some(says.now - TimeDelta::hours(5)));
    let user = app.visitor();
    assert_eq!(goes_through(&user, &provider, START).await.ok().path, "/toi");
    let asked = user.get("/toi/mat-khau").await.ok();
    assert!(asked.path.starts_with("/dang-nhap?lai"), "{}", asked.path);
    // Asked again, it is told to let the person sign in anew; afterwards it is enough.
    provider.says(|says| says.since = None);
    let again = asked.links("main a.btn").into_iter().find(|link| link.starts_with(START)).expect("the provider's button");
    let sent = user.get_once(&again).await.is(StatusCode::SEE_OTHER);
    assert!(sent.header("location").contains("max_age=0"), "{}", sent.header("location"));
    assert_eq!(user.get(&provider.consents(sent.header("location"))).await.ok().path, "/toi/mat-khau");
    user.get("/toi/mat-khau").await.ok().form("/toi/mat-khau");

    // A link on another site signs nobody in without a word.
    for (from, leads) in [("cross-site", "/dang-nhap"), ("same-site", "/dang-nhap"), ("none", ""), ("same-origin", "")] {
        let mut headers = HeaderMap::new();
        headers.insert("sec-fetch-site", from.parse().unwrap());
        let sent = app.visitor().ask(Method::GET, START, headers, Body::empty()).await.is(StatusCode::SEE_OTHER);
        let is_here = sent.header("location") == leads;
        assert!(
            is_here || (leads.is_empty() && sent.header("location").starts_with(&provider.issuer)),
            "{from}: {}",
            sent.header("location")
        );
    }
    app.settle().await;
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_provider_is_one_factor_and_linking_wants_a_fresh_sign_in() {
    let (app, provider) = site().await;
    let officer = app.staff(StaffRole::Moderator).await;
    let page = goes_through(&officer, &provider, START).await.ok();
    app.wait(TimeDelta::minutes(16));
    provider.says(|says| says.now += TimeDelta::minutes(16));
    let page_again = officer.submit(page.form("/dang-nhap/lien-ket")).await;
    assert_eq!(page_again.status, StatusCode::CONFLICT, "what the provider said has gone stale");
    let page = goes_through(&officer, &provider, START).await.ok();
    let asked = officer.submit(page.form("/dang-nhap/lien-ket")).await.ok();
    assert!(asked.path.starts_with("/dang-nhap?lai"), "{}", asked.path);

    let user = app.visitor();
    user.sign_in(&officer.phone).await.ok();
    let code = officer.authenticator.code(&app);
    let form = user.get("/dang-nhap/buoc-hai").await.ok().form("/dang-nhap/buoc-hai").fill("ma", &code);
    user.submit(form).await.ok();
    let page = goes_through(&user, &provider, START).await.ok();
    user.submit(page.form("/dang-nhap/lien-ket")).await.ok();
    let other = app.visitor();
    let second = goes_through(&other, &provider, START).await.ok();
    assert!(second.path.starts_with("/dang-nhap/buoc-hai"), "{}", second.path);
    assert!(is_signed_out(&other).await);
    app.settle().await;
    app.end().await;
}

on_both! {
    async fn passkeys_answer_only_what_was_asked(app) {
        let seeker = app.seeker("0912345678").await;
        for path in ["/dang-nhap/khoa", "/toi/khoa"] {
            for answer in ["", "{}", "null", "[1]", "{\"id\":\"a\",\"rawId\":\"YQ\",\"type\":\"public-key\",\"response\":{}}"] {
                let page = seeker.post_once(path, &[("tra-loi", answer), ("ten", "x")]).await;
                assert!(!page.status.is_server_error(), "{path} {answer}: {}", page.status);
            }
        }
        let (conn, person) = (app.store().reader(), person_of(app, "0912345678").await);
        assert!(sanviec_store::passkeys::of(conn, person).await.unwrap().is_empty());
        app.settle().await;
    }

    async fn nobody_takes_anothers_passkey_away(app) {
        let (seeker, stranger) = (app.seeker("0912345678").await, app.seeker("0987654321").await);
        let unit = app.exchange().begin(&Actor::System).await.unwrap();
        let (id, person) = (unit.uuid(), person_of(app, "0912345678").await);
        let passkey = sanviec_store::passkeys::Passkey {
            id, person, credential_id: "YQ".to_owned(), name: "Điện thoại".to_owned(), credential: "{}".to_owned(), created_at: unit.now(), last_used_at: None,
        };
        sanviec_store::passkeys::insert(&unit, passkey).await.unwrap();
        unit.save().await.unwrap();
        let (path, key) = ("/toi/khoa/bo", id.to_string());
        stranger.post(path, &[("khoa", &key)]).await.ok();
        let left = async || sanviec_store::passkeys::of(app.store().reader(), person).await.unwrap().len();
        assert_eq!(left().await, 1);
        app.wait(TimeDelta::minutes(16));
        assert!(seeker.post(path, &[("khoa", &key)]).await.ok().path.starts_with("/dang-nhap?lai"), "a sign-in of long ago is no proof");
        let fresh = app.visitor();
        fresh.sign_in("0912345678").await.ok();
        let page = fresh.get("/toi/khoa").await.ok();
        assert!(page.says("Điện thoại"));
        assert!(fresh.submit(page.form(path)).await.ok().says("Đã bỏ khoá"));
        assert_eq!(left().await, 0);
        app.settle().await;
        assert!(app.messages_to("0912345678").await.iter().any(|message| message.text.contains("khoá truy cập")));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_site_without_a_name_offers_no_passkeys() {
    let app = TestApp::configured(|config| "http://127.0.0.1:8080".clone_into(&mut config.server.base_url)).await;
    let seeker = app.seeker("0912345678").await;
    assert_eq!(seeker.get("/toi/khoa").await.status, StatusCode::NOT_FOUND);
    assert!(!app.visitor().get("/dang-nhap").await.ok().offers("/dang-nhap/khoa"));
    assert!(!seeker.get("/toi/tai-khoan").await.ok().says("Khoá truy cập"));
    app.settle().await;
    app.end().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_passkey_is_asked_for_by_its_owner_only() {
    let app = TestApp::sqlite(Start::Empty).await;
    let seeker = app.seeker("0912345678").await;
    assert!(app.visitor().get("/dang-nhap").await.ok().offers("/dang-nhap/khoa"));
    let options = seeker.post_once("/toi/khoa/bat-dau", &[]).await.ok().json();
    let asked = &options["publicKey"];
    assert_eq!(asked["rp"]["id"], "localhost");
    assert_eq!(asked["authenticatorSelection"]["userVerification"], "required");
    assert_eq!(asked["authenticatorSelection"]["residentKey"], "required");
    // An answer to nothing, to another's question, and one that is none.
    for user in [&app.visitor(), &seeker] {
        let page = user.post("/dang-nhap/khoa", &[("tra-loi", "{}")]).await.ok();
        assert!(page.says("Khoá truy cập không dùng được") || page.path == "/toi", "{}", page.text("main"));
    }
    seeker.post_once("/toi/khoa/bat-dau", &[]).await.ok();
    assert!(seeker.post("/toi/khoa", &[("tra-loi", "{}")]).await.ok().says("không dùng được"));
    let challenge = |page: Page| page.json()["publicKey"]["challenge"].clone();
    let one = challenge(app.visitor().post_once("/dang-nhap/khoa/bat-dau", &[]).await.ok());
    assert_ne!(one, challenge(app.visitor().post_once("/dang-nhap/khoa/bat-dau", &[]).await.ok()));
    // A quarter of an hour later one proves again who one is; staff set the second step up first.
    app.wait(TimeDelta::minutes(16));
    assert_eq!(seeker.post_once("/toi/khoa/bat-dau", &[]).await.status, StatusCode::CONFLICT);
    app.settle().await;
    app.end().await;
}
