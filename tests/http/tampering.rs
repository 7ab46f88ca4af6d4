//! What people try who mean no good: a written list of tries, most of them over every route there is,
//! each with what must not come of it. New routes are tried from their first day.

use crate::world::{case_of, content, vacancy_in};
use axum::body::Body;
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};
use sanviec_domain::access::StaffRole;
use sanviec_domain::moderation::CaseKind;
use sanviec_domain::vacancy::VacancyState;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::admin::roles;
use sanviec_store::Entity;
use sanviec_tests::{Page, TestApp, User, on_both};
use sanviec_web::routes::Route;

const FORM: &str = "application/x-www-form-urlencoded";

async fn asks(user: &User, method: Method, path: &str, lines: &[(&str, &str)], body: impl Into<Body>) -> Page {
    let mut headers = HeaderMap::new();
    for (name, value) in lines {
        headers.append(HeaderName::try_from(*name).unwrap(), HeaderValue::from_bytes(value.as_bytes()).unwrap());
    }
    user.ask(method, path, headers, body.into()).await
}

/// A path with something in the place of every parameter.
fn filled(route: &Route, value: &str) -> String {
    let parts = route.path.split('/').map(|part| if part.starts_with('{') { value } else { part });
    parts.collect::<Vec<_>>().join("/")
}

async fn traces(app: &TestApp) -> (i64, i64) {
    let conn = app.store().reader();
    let audit = sanviec_store::audit::recent(conn, None, 1).await.unwrap();
    (sanviec_store::feed::last(conn).await.unwrap(), audit.first().map_or(0, |line| line.seq))
}

/// Ids that nobody was given, and what is no id at all.
const IDS: [&str; 12] = [
    "0",
    "-1",
    "9223372036854775808",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    "..%2f..%2fetc%2fpasswd",
    "%00",
    "%ff%fe",
    "'%20OR%20'1'='1",
    "%3Cscript%3E",
    "1%0d%0aSet-Cookie:x=y",
    "%2e%2e",
];

/// Where a form must not come from.
const ELSEWHERE: [&[(&str, &str)]; 4] = [
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site"), ("host", "sanviec.example")],
    &[("origin", "https://evil.example"), ("host", "sanviec.example")],
    &[("origin", "null"), ("host", "sanviec.example")],
];

on_both! {
    async fn forms_from_elsewhere_are_refused_by_every_route(app) {
        let (owner, officer, admin) = (app.employer().await, app.moderator().await, app.staff(StaffRole::Admin).await);
        let seeker = app.seeker("0912345678").await;
        app.settle().await;
        let mut tries = 0;
        for route in sanviec_web::server::list(&app.site).iter().filter(|route| route.method == Method::POST) {
            let path = filled(route, "1");
            for user in [&app.visitor(), &seeker, &owner, &officer, &admin] {
                for lines in ELSEWHERE {
                    let before = traces(app).await;
                    let lines = [lines, &[("content-type", FORM)]].concat();
                    let answer = asks(user, Method::POST, &path, &lines, "ma=1").await;
                    assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path} {lines:?}");
                    assert_eq!(traces(app).await, before, "{path} {lines:?} wrote something");
                    tries += 1;
                }
            }
        }
        assert!(tries > 500, "{tries} tries");
    }

    async fn guessed_ids_open_nothing(app) {
        let (owner, officer, admin) = (app.employer().await, app.moderator().await, app.staff(StaffRole::Admin).await);
        let seeker = app.seeker("0912345678").await;
        app.settle().await;
        let mut tries = 0;
        for route in sanviec_web::server::list(&app.site).iter().filter(|route| route.path.contains("{id}") || route.path.contains("{file}")) {
            for user in [&app.visitor(), &seeker, &owner, &officer, &admin] {
                for id in IDS {
                    let path = filled(route, id);
                    let before = traces(app).await;
                    let lines: &[(&str, &str)] = if route.method == Method::POST { &[("content-type", FORM), ("sec-fetch-site", "same-origin")] } else { &[] };
                    let body = "ly-do=m%E1%BB%99t+l%C3%BD+do+d%C3%A0i&viec=phien&yeu-cau=1&ma=123456&command=pause";
                    let answer = asks(user, route.method.clone(), &path, lines, body).await;
                    let refused = answer.status.is_client_error() || answer.header("location").starts_with("/dang-nhap") || answer.header("location").starts_with("/en/dang-nhap");
                    assert!(refused, "{} {path}: {} {}", route.method, answer.status, answer.header("location"));
                    assert!(answer.headers.get("set-cookie").is_none_or(|cookie| !cookie.as_bytes().starts_with(b"x=")), "{path}");
                    assert_eq!(traces(app).await, before, "{path} wrote something");
                    tries += 1;
                }
            }
        }
        assert!(tries > 1_000, "{tries} tries");
    }

    async fn bodies_that_are_none_break_nothing(app) {
        let user = app.visitor();
        let large = "a=".to_owned() + &"x".repeat(300 * 1024);
        let many = "a=1&".repeat(1_500);
        let bodies: Vec<(&str, Vec<u8>)> = vec![
            (FORM, large.clone().into()), (FORM, many.into()), (FORM, b"lien-lac=%ff%fe%c0%80".to_vec()), (FORM, b"\xff\xfe\x00".to_vec()), (FORM, b"lien-lac=%".to_vec()),
            (FORM, b"lien-lac=%zz&&&===".to_vec()), (FORM, b"lien-lac=%00%0d%0a".to_vec()), (FORM, Vec::new()), ("application/json", b"{\"lien-lac\":\"0912345678\"}".to_vec()),
            ("multipart/form-data; boundary=x", b"--x\r\nContent-Disposition: form-data; name=\"lien-lac\"\r\n\r\n0912345678\r\n--x--".to_vec()), ("text/plain", b"lien-lac=0912345678".to_vec()),
            ("", b"lien-lac=".to_vec()), ("application/x-www-form-urlencoded; charset=utf-16", b"lien-lac=".to_vec()),
        ];
        let mut tries = 0;
        for route in sanviec_web::server::list(&app.site).iter().filter(|route| route.method == Method::POST) {
            let path = filled(route, "1");
            for (kind, body) in &bodies {
                let mut lines = vec![("sec-fetch-site", "same-origin")];
                if !kind.is_empty() {
                    lines.push(("content-type", kind));
                }
                let answer = asks(&user, Method::POST, &path, &lines, body.clone()).await;
                assert!(!answer.status.is_server_error(), "{path} {kind}: {}", answer.status);
                tries += 1;
            }
        }
        asks(&user, Method::POST, "/dang-nhap", &[("content-type", FORM), ("sec-fetch-site", "same-origin")], large).await.is(StatusCode::PAYLOAD_TOO_LARGE);
        for kind in ["application/json", "text/plain", "multipart/form-data; boundary=x"] {
            asks(&user, Method::POST, "/dang-nhap", &[("content-type", kind), ("sec-fetch-site", "same-origin")], "lien-lac=0912345678").await.is(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        }
        assert!(app.outbox().await.is_empty(), "none of these is a number to send a code to");
        assert!(tries > 250, "{tries} tries");
        app.settle().await;
    }

    async fn methods_that_a_route_lacks_do_nothing(app) {
        let admin = app.staff(StaffRole::Admin).await;
        app.settle().await;
        for route in sanviec_web::server::list(&app.site) {
            let path = filled(&route, "1");
            for method in [Method::PUT, Method::DELETE, Method::PATCH, Method::TRACE, Method::from_bytes(b"PURGE").unwrap()] {
                let before = traces(app).await;
                let answer = asks(&admin, method.clone(), &path, &[("sec-fetch-site", "same-origin"), ("x-http-method-override", "POST")], "").await;
                assert!(answer.status.is_client_error(), "{method} {path}: {}", answer.status);
                assert_eq!(traces(app).await, before, "{method} {path}");
            }
        }
    }

    async fn headers_are_believed_by_nobody(app) {
        let user = app.visitor();
        let lies = [
            ("host", "evil.example"), ("x-forwarded-host", "evil.example"), ("forwarded", "host=evil.example;proto=https"), ("x-original-url", "/qt/he-thong"), ("x-rewrite-url", "/qt/he-thong"),
            ("x-forwarded-prefix", "/evil"), ("x-forwarded-proto", "evil"), ("x-forwarded-for", "127.0.0.1, <script>"), ("referer", "https://evil.example/"), ("x-remote-user", "admin"),
            ("authorization", "Bearer admin"), ("accept-language", "../../etc/passwd"), ("user-agent", "<script>alert(1)</script>"), ("range", "bytes=0-18446744073709551615"),
            ("if-none-match", "W/\"\u{ff}"), ("cookie", "sanviec=AAAAAAAAAAAAAAAAAAAAAA"), ("cookie", "sanviec=../../etc/passwd; sanviec=;;;==="), ("x-request-id", "<script>alert(1)</script>"),
        ];
        for (name, value) in lies {
            for path in ["/", "/viec-lam", "/dang-nhap", "/api/v1/vacancies"] {
                let answer = asks(&user, Method::GET, path, &[(name, value)], "").await.ok();
                assert!(!answer.body.contains("evil.example") && !answer.body.contains("alert(1)"), "{name} {path}");
            }
            let answer = asks(&user, Method::GET, "/qt/he-thong", &[(name, value)], "").await;
            assert_eq!(answer.header("location"), "/dang-nhap?tiep=%2Fqt%2Fhe-thong", "{name}");
        }
    }

    async fn paths_beside_the_files_lead_nowhere(app) {
        let user = app.visitor();
        for file in [
            "..", "../Cargo.toml", "..%2fCargo.toml", "%2e%2e%2fconfig%2fdefault.toml", "..%5c..%5cetc%5cpasswd", "%252e%252e%252f", "app.css%00.png", "%00", "/etc/passwd", "//etc/passwd", "app.css/..", ".git", ".env",
            "app.js.map", "APP.CSS", "app.css~", "%c0%ae%c0%ae%c0%af", "con", "*",
        ] {
            let answer = asks(&user, Method::GET, &format!("/a/{file}"), &[], "").await;
            assert!(matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST), "/a/{file}: {}", answer.status);
            assert!(!answer.body.contains("[package]") && !answer.body.contains("root:"), "/a/{file}");
        }
        for path in ["/.git/config", "/.env", "/config/default.toml", "/sanviec.sqlite", "/var/sanviec.sqlite", "/wp-login.php", "/a", "/a/", "/%2e%2e/%2e%2e/etc/passwd", "/QT/he-thong", "/qt/he-thong/", "/qt//he-thong", "/en/qt/he-thong", "//qt/he-thong"] {
            assert_eq!(asks(&user, Method::GET, path, &[], "").await.status, StatusCode::NOT_FOUND, "{path}");
        }
    }

    async fn a_sign_in_leads_nowhere_else(app) {
        for (at, next) in ["https://evil.example", "//evil.example", "/\\evil.example", "/\\/evil.example", "\\\\evil.example", "javascript:alert(1)", "data:text/html,x", "/%0d%0aSet-Cookie:x=y", "/\t/evil.example", " //evil.example", "http:evil.example", "/\r\nLocation: https://evil.example"]
            .into_iter()
            .enumerate()
        {
            let (user, phone) = (app.visitor(), format!("09123456{at:02}"));
            let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("tiep", next).finish();
            let page = user.get(&format!("/dang-nhap?{query}")).await.ok();
            assert!(!page.body.contains("href=\"javascript:"), "{next}");
            let asked = user.submit(page.form("/dang-nhap").fill("lien-lac", &phone)).await.ok();
            let code = app.code_for(&phone).await;
            let id = asked.attribute("input[name=yeu-cau]", "value").unwrap();
            let answer = user.post_once(&format!("/xac-nhan?{query}"), &[("yeu-cau", &id), ("ma", &code)]).await.is(StatusCode::SEE_OTHER);
            let to = answer.header("location");
            assert!(to.starts_with('/') && !to.starts_with("//") && !to.starts_with("/\\"), "{next}: {to}");
            assert!(!to.contains(['\r', '\n', '\t']) && answer.headers.get("x").is_none(), "{next}: {to}");
        }
        app.settle().await;
    }

    async fn a_code_works_once_for_one_thing(app) {
        let posted = vacancy_in(app, app.employer().await.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
        app.settle().await;
        let (user, thief) = (app.visitor(), app.visitor());
        let asked = user.submit(user.get("/dang-nhap").await.ok().form("/dang-nhap").fill("lien-lac", "0912345678")).await.ok();
        let id = asked.attribute("input[name=yeu-cau]", "value").unwrap();
        let code = app.code_for("0912345678").await;
        let fields: [(&str, &str); 2] = [("yeu-cau", &id), ("ma", &code)];
        // For another purpose, and under another request, it is worth nothing.
        thief.post_once(&format!("/viec-lam/{}/xac-nhan", posted.number), &fields).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let other = thief.submit(thief.get("/dang-nhap").await.ok().form("/dang-nhap").fill("lien-lac", "0987654321")).await.ok();
        let other = other.attribute("input[name=yeu-cau]", "value").unwrap();
        if app.code_for("0987654321").await != code {
            thief.post_once("/xac-nhan", &[("yeu-cau", &other), ("ma", &code)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        }
        // Pressed twice at once: one sign-in.
        let (tab, again) = (user.tab(), user.tab());
        let (one, two) = tokio::join!(tab.post_once("/xac-nhan", &fields), again.post_once("/xac-nhan", &fields));
        let mut statuses = [one.status, two.status];
        statuses.sort();
        assert_eq!(statuses, [StatusCode::SEE_OTHER, StatusCode::UNPROCESSABLE_ENTITY]);
        thief.post_once("/xac-nhan", &fields).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        thief.post_once("/gui-lai-ma", &fields).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(thief.get("/toi").await.path.starts_with("/dang-nhap"));
        // Five wrong tries kill one that was right; one that ran out is dead, too.
        let code = app.code_for("0987654321").await;
        let wrong = if code == "000000" { "111111" } else { "000000" };
        for _ in 0..5 {
            thief.post_once("/xac-nhan", &[("yeu-cau", &other), ("ma", wrong)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        }
        thief.post_once("/xac-nhan", &[("yeu-cau", &other), ("ma", &code)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        for typed in ["", "      ", "０００００００", "1234567890123", "12345", "-12345", "%30", "null", "\u{0}"] {
            thief.post_once("/xac-nhan", &[("yeu-cau", &other), ("ma", typed)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        }
        app.settle().await;
    }

    async fn a_session_cannot_be_given_or_kept(app) {
        let user = app.visitor();
        let made_up = "sanviec=AAAAAAAAAAAAAAAAAAAAAA";
        let asked = user.submit(user.get("/dang-nhap").await.ok().form("/dang-nhap").fill("lien-lac", "0912345678")).await.ok();
        let id = asked.attribute("input[name=yeu-cau]", "value").unwrap();
        let body = format!("yeu-cau={id}&ma={}", app.code_for("0912345678").await);
        let signed = asks(&user, Method::POST, "/xac-nhan", &[("content-type", FORM), ("sec-fetch-site", "same-origin"), ("cookie", made_up)], body).await.is(StatusCode::SEE_OTHER);
        let first = signed.header("set-cookie").split(';').next().unwrap().to_owned();
        assert!(!first.is_empty() && first != made_up, "the id is the site's own");
        assert!(signed.header("set-cookie").contains("HttpOnly") && signed.header("set-cookie").contains("SameSite=Lax"));
        let knows = async |cookie: &str| asks(&app.visitor(), Method::GET, "/toi", &[("cookie", cookie)], "").await.status == StatusCode::OK;
        assert!(knows(&first).await && !knows(made_up).await);
        for changed in [format!("{first}A"), first[..first.len() - 1].to_owned(), first.to_lowercase(), first.replace("sanviec=", "Sanviec="), format!("__Host-{first}")] {
            assert!(changed == first || !knows(&changed).await, "{changed}");
        }
        // Signed out, the cookie is worth nothing, however it was copied.
        let out = asks(&app.visitor(), Method::POST, "/dang-xuat", &[("cookie", &first), ("sec-fetch-site", "same-origin"), ("content-type", FORM)], "").await;
        assert!(out.status.is_redirection());
        assert!(!knows(&first).await);
        app.settle().await;
    }

    async fn of_two_decisions_at_once_one_counts(app) {
        let (employer, one, two) = (app.employer().await, app.moderator().await, app.moderator().await);
        let posted = vacancy_in(app, employer.organisation, VacancyState::Submitted, content(app, "Công nhân may")).await;
        let case = case_of(app, CaseKind::Vacancy, Entity::Vacancy, posted.id.0, employer.organisation).await;
        let path = format!("/tt/duyet/{}", case.id);
        let (yes, no) = ([("outcome", "approved"), ("then", "stay")], [("outcome", "rejected"), ("reason", "misleading"), ("then", "stay")]);
        let _ = tokio::join!(one.post_once(&path, &yes), two.post_once(&path, &no), one.post_once(&path, &yes), two.post_once(&path, &no));
        app.settle().await;
        let decided = sanviec_store::cases::find(app.store().reader(), case.id).await.unwrap().unwrap();
        let state = app.stored(posted.id).await.state;
        assert!(matches!(state, VacancyState::Published | VacancyState::Rejected), "{state:?}");
        assert!(decided.outcome.is_some());
        let history = sanviec_store::history::of(app.store().reader(), Entity::Vacancy, posted.id.0).await.unwrap();
        assert_eq!(history.len(), 1, "{history:?}");
    }

    async fn a_field_given_twice_or_added_means_nothing_more(app) {
        let employer = app.employer().await;
        let stranger = app.employer().await;
        let posted = vacancy_in(app, employer.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
        app.settle().await;
        let path = format!("/ntd/tin/{}/lenh", posted.id);
        for fields in [
            &[("command", "pause"), ("command", "publish")][..], &[("command", "approve")], &[("command", "publish"), ("party", "officer")], &[("state", "draft")], &[("command", "PAUSE")], &[("command[]", "pause")], &[],
        ] {
            let answer = stranger.post_once(&path, fields).await;
            assert!(matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST), "{fields:?}: {}", answer.status);
            assert_eq!(app.stored(posted.id).await.state, VacancyState::Published, "{fields:?}");
        }
        for fields in [&[("command", "approve")][..], &[("state", "draft"), ("command", "import")], &[("command", "PAUSE")], &[("command[]", "pause")], &[]] {
            let answer = employer.post_once(&path, fields).await;
            assert!(!answer.status.is_server_error(), "{fields:?}");
            assert_eq!(app.stored(posted.id).await.state, VacancyState::Published, "{fields:?}");
        }
        // The owner of a form is who signed in, whatever the form says.
        let stolen = [("employer", employer.organisation.to_string()), ("organisation", employer.organisation.to_string()), ("id", posted.id.to_string())];
        let stolen: Vec<(&str, &str)> = stolen.iter().map(|(name, value)| (*name, value.as_str())).collect();
        stranger.post_once("/ntd/tin/moi", &stolen).await;
        assert_eq!(app.stored(posted.id).await.version, posted.version);
        app.settle().await;
    }

    async fn two_administrators_cannot_remove_each_other(app) {
        let (one, two) = (app.staff(StaffRole::Admin).await, app.staff(StaffRole::Admin).await);
        let why = "thử hai người cùng lúc";
        let (first, second) = (one.actor(), two.actor());
        let (a, b) = tokio::join!(
            roles::take(app.exchange(), &first, two.person, StaffRole::Admin, why),
            roles::take(app.exchange(), &second, one.person, StaffRole::Admin, why)
        );
        assert_eq!(usize::from(a.is_ok()) + usize::from(b.is_ok()), 1, "{a:?} {b:?}");
        let left = sanviec_store::people::staff_with(app.store().reader(), &[StaffRole::Admin]).await.unwrap();
        assert_eq!(left.len(), 1);
        let last = left[0].id;
        let actor = sanviec_domain::access::Actor::Staff { person: last, role: StaffRole::Admin };
        let refused = roles::take(app.exchange(), &actor, last, StaffRole::Admin, why).await;
        assert!(matches!(refused, Err(ExchangeError::NotNow(_))), "{refused:?}");
        app.settle().await;
    }
}

/// Every answer, whatever it is, carries the headers that browsers are told by.
#[tokio::test]
async fn every_answer_carries_the_headers_of_defence() {
    let app = TestApp::configured(|config| config.server.base_url = "https://vieclam.example.vn".to_owned()).await;
    let user = app.visitor();
    for route in sanviec_web::server::list(&app.site) {
        let answer = asks(&user, route.method.clone(), &filled(&route, "1"), &[("sec-fetch-site", "cross-site")], "").await;
        let what = format!("{} {}: {}", route.method, route.path, answer.status);
        let policy = answer.header("content-security-policy").to_owned();
        for word in [
            "default-src 'self'",
            "script-src 'self'",
            "style-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ] {
            assert!(policy.contains(word), "{what}: {policy}");
        }
        assert!(!policy.contains("unsafe") && !policy.contains('*'), "{what}: {policy}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{what}");
        assert_eq!(answer.header("x-frame-options"), "DENY", "{what}");
        assert_eq!(answer.header("referrer-policy"), "same-origin", "{what}");
        assert_eq!(answer.header("cross-origin-opener-policy"), "same-origin", "{what}");
        assert!(!answer.header("cross-origin-resource-policy").is_empty(), "{what}");
        assert!(answer.header("permissions-policy").contains("camera=()"), "{what}");
        assert!(answer.header("strict-transport-security").starts_with("max-age=31536000"), "{what}");
        assert!(answer.header("server").is_empty() && answer.header("x-powered-by").is_empty(), "{what}");
    }
    let asked = user.submit(user.get("/dang-nhap").await.ok().form("/dang-nhap").fill("lien-lac", "0912345678")).await.ok();
    let id = asked.attribute("input[name=yeu-cau]", "value").unwrap();
    let signed = user.post_once("/xac-nhan", &[("yeu-cau", &id), ("ma", &app.code_for("0912345678").await)]).await;
    let cookie = signed.header(header::SET_COOKIE.as_str()).to_owned();
    assert!(
        cookie.starts_with("__Host-sanviec=") && ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"].iter().all(|word| cookie.contains(word)),
        "{cookie}"
    );
    assert!(!cookie.contains("Domain="), "{cookie}");
}
