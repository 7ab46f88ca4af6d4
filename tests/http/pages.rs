//! What holds for every page: its language, one heading, the headers round it, its refusals.

use axum::body::Body;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use sanviec_tests::{Page, Start, TestApp, User, on_both, vacancy};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// What a browser sends a form as.
const FORM_TYPE: &str = "application/x-www-form-urlencoded";

/// A page of the site is a whole document in one language with one heading.
#[track_caller]
fn is_whole(page: &Page) {
    let language = page.attribute("html", "lang");
    let expected = if page.path == "/en" || page.path.starts_with("/en/") || page.path.starts_with("/en?") {
        "en"
    } else {
        "vi"
    };
    assert_eq!(language.as_deref(), Some(expected), "{}", page.path);
    assert_eq!(page.count("h1"), 1, "{}: {:?}", page.path, page.texts("h1"));
    assert!(!page.text("h1").is_empty() && !page.text("title").is_empty(), "{}", page.path);
    assert_eq!(page.count("main"), 1, "{}", page.path);
    // Nothing inline, which the content security policy would refuse.
    assert_eq!(page.count("style, [style], [onclick], [onload], [onsubmit]"), 0, "{}", page.path);
    assert_eq!(page.count("script:not([src]):not([type='application/ld+json'])"), 0, "{}", page.path);
    let ids = page_ids(page);
    let twice: Vec<&String> = ids.iter().filter(|(_, count)| **count > 1).map(|(id, _)| id).collect();
    assert!(twice.is_empty(), "{}: ids twice: {twice:?}", page.path);
}

fn page_ids(page: &Page) -> BTreeMap<String, usize> {
    let html = scraper::Html::parse_document(&page.body);
    let mut ids = BTreeMap::new();
    for element in html.select(&scraper::Selector::parse("[id]").unwrap()) {
        *ids.entry(element.attr("id").unwrap().to_owned()).or_default() += 1;
    }
    ids
}

#[track_caller]
fn has_security_headers(page: &Page) {
    let policy = page.header("content-security-policy");
    for part in ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"] {
        assert!(policy.contains(part), "{}: {policy}", page.path);
    }
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(page.header("x-content-type-options"), "nosniff", "{}", page.path);
    assert_eq!(page.header("referrer-policy"), "same-origin", "{}", page.path);
    assert_eq!(page.header("x-frame-options"), "DENY", "{}", page.path);
    assert!(
        !page.header("permissions-policy").is_empty() && !page.header("cross-origin-opener-policy").is_empty(),
        "{}",
        page.path
    );
    assert!(!page.header("cache-control").is_empty() && !page.header("x-request-id").is_empty(), "{}", page.path);
    assert_eq!(page.header("server"), "", "{}", page.path);
}

/// Follows every link from a person's home, a few pages of each kind, and gives back the kinds seen.
async fn crawl(user: &User, start: &[&str]) -> BTreeMap<String, usize> {
    let mut queue: VecDeque<String> = start.iter().map(|path| (*path).to_owned()).collect();
    let (mut seen, mut kinds) = (BTreeSet::new(), BTreeMap::new());
    while let Some(path) = queue.pop_front() {
        let path = path.split('#').next().unwrap_or_default().to_owned();
        if !path.starts_with('/') || path.starts_with("/a/") || !seen.insert(path.clone()) {
            continue;
        }
        // "/viec-lam/10234-cong-nhan" and "/viec-lam/10235-tho-han" are one kind.
        let has_query = path.contains('?');
        let kind: Vec<&str> = path
            .split('?')
            .next()
            .unwrap_or_default()
            .split('/')
            .map(|part| if part.bytes().any(|byte| byte.is_ascii_digit()) { "{}" } else { part })
            .collect();
        let kind = format!("{}{}", kind.join("/"), if has_query { "?" } else { "" });
        let count: &mut usize = kinds.entry(kind).or_default();
        *count += 1;
        if *count > 4 {
            continue;
        }
        let page = user.get(&path).await;
        assert!(page.status == StatusCode::OK, "a link leads to {path}: {}", page.status);
        has_security_headers(&page);
        if page.kind() == "text/html" {
            is_whole(&page);
            queue.extend(page.links("a[href]"));
        }
    }
    kinds
}

on_both! {
    async fn every_link_leads_somewhere(app in province) {
        let kinds = crawl(&app.visitor(), &["/", "/en", "/viec-lam?q=may&ca=day&pl=bus", "/en/viec-lam?q=may"]).await;
        for kind in ["/", "/en", "/viec-lam", "/viec-lam/{}", "/viec-lam/{}/ung-tuyen", "/en/viec-lam/{}", "/tro-nang", "/quyen-rieng-tu", "/lien-he", "/dang-nhap"] {
            assert!(kinds.contains_key(kind), "nothing leads to {kind}: {:?}", kinds.keys());
        }
    }

    async fn everybody_s_own_pages_are_whole(app in province) {
        // The people of the demo sign in with their numbers.
        for (phone, start, kinds) in [
            ("0300000001", "/toi", &["/toi", "/toi/don/{}"][..]),
            ("0300000002", "/ntd", &["/ntd", "/ntd/tin/{}", "/ntd/tin/moi", "/ntd/tin/{}/ung-vien", "/ntd/don/{}", "/ntd/tin/{}/xem-truoc", "/ntd/tin/{}/sua", "/ntd/tin/{}/sua/{}"]),
            ("0300000010", "/ntd", &["/ntd", "/ntd/tin/{}", "/ntd/tin/{}/ung-vien", "/ntd/don/{}"]),
            ("0300000003", "/truong-toi", &["/truong-toi"]),
            ("0300000004", "/tt/duyet", &["/tt/duyet", "/tt/duyet/{}"]),
            ("0300000007", "/tt/duyet", &["/tt/duyet", "/tt/duyet/{}"]),
            ("0300000005", "/qt/he-thong", &["/qt/he-thong"]),
        ] {
            let user = app.visitor();
            let home = user.sign_in(phone).await.ok();
            if start.starts_with("/tt") || start.starts_with("/qt") {
                assert_eq!(home.path, "/toi/xac-thuc", "{phone}: staff set up a second factor first");
                user.sets_up_second_factor().await;
            } else {
                assert_eq!(home.path, start, "{phone}");
            }
            let seen = crawl(&user, &[start]).await;
            for kind in kinds {
                assert!(seen.contains_key(*kind), "{phone}: nothing leads to {kind}: {:?}", seen.keys());
            }
        }
        app.settle().await;
    }

    async fn what_is_not_there_says_so_in_both_languages(app) {
        let user = app.visitor();
        for (path, title) in [("/khong-co", "Không tìm thấy trang"), ("/en/nowhere", "Page not found"), ("/viec-lam/999999", "Không tìm thấy trang"), ("/toi/don/x/y", "Không tìm thấy trang"), ("/viec-lam/abc-def", "Không tìm thấy trang")] {
            let page = user.get(path).await.is(StatusCode::NOT_FOUND);
            is_whole(&page);
            has_security_headers(&page);
            assert_eq!(page.text("h1"), title, "{path}");
        }
    }

    async fn forms_from_elsewhere_are_refused(app) {
        let employer = app.employer().await;
        let posted = employer.drafts(vacancy()).await;
        let before = app.stored(posted.id).await;
        let path = format!("/ntd/tin/{}/lenh", posted.id);
        let send = async |headers: &[(&'static str, &'static str)]| {
            let mut map = HeaderMap::new();
            map.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/x-www-form-urlencoded"));
            for (name, value) in headers {
                map.insert(*name, HeaderValue::from_static(value));
            }
            employer.ask(Method::POST, &path, map, Body::from("command=withdraw")).await
        };
        for headers in [&[("sec-fetch-site", "cross-site")][..], &[("sec-fetch-site", "same-site")], &[("origin", "https://evil.example"), ("host", "127.0.0.1:8080")]] {
            let answer = send(headers).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}");
            is_whole(&Page { path: "/".to_owned(), ..answer });
            assert_eq!(app.stored(posted.id).await, before, "{headers:?}");
        }
        for path in ["/dang-nhap", "/dang-xuat", "/viec-lam/1/ung-tuyen", "/qt/cong-viec/1/thu-lai"] {
            let mut map = HeaderMap::new();
            map.insert("sec-fetch-site", HeaderValue::from_static("cross-site"));
            assert_eq!(app.visitor().ask(Method::POST, path, map, Body::empty()).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        // From here it works.
        assert_eq!(send(&[("sec-fetch-site", "same-origin")]).await.status, StatusCode::SEE_OTHER);
        app.settle().await;
    }

    async fn bodies_have_limits(app) {
        let employer = app.employer().await;
        let send = async |kind: &'static str, body: Vec<u8>| {
            let mut map = HeaderMap::new();
            map.insert("sec-fetch-site", HeaderValue::from_static("same-origin"));
            map.insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
            employer.ask(Method::POST, "/ntd/tin/moi", map, Body::from(body)).await
        };
        let large = send(FORM_TYPE, format!("job_title={}", "a".repeat(300 * 1024)).into_bytes()).await.is(StatusCode::PAYLOAD_TOO_LARGE);
        is_whole(&large);
        let many: String = (0..2_000).fold(String::new(), |form, turn| form + &format!("f{turn}=1&"));
        send(FORM_TYPE, many.into_bytes()).await.is(StatusCode::PAYLOAD_TOO_LARGE);
        let wrong = send("application/json", b"{}".to_vec()).await.is(StatusCode::UNSUPPORTED_MEDIA_TYPE);
        // The fault is the sender's, and the page doesn't say it is ours.
        assert!(!wrong.says("Lỗi này là của chúng tôi"), "{}", wrong.text("main"));
        // Nonsense is no error of ours, either.
        for body in [&b"%FF%00&=&==&a"[..], b"\xff\xfe", b""] {
            let answer = send(FORM_TYPE, body.to_vec()).await;
            assert!(!answer.status.is_server_error(), "{}", answer.status);
        }
        app.settle().await;
    }

    async fn wrong_methods_say_which_are_right(app) {
        let answer = app.visitor().ask(Method::PUT, "/viec-lam", HeaderMap::new(), Body::empty()).await;
        assert_eq!(answer.status, StatusCode::METHOD_NOT_ALLOWED);
        assert!(answer.header("allow").contains("GET"), "{}", answer.header("allow"));
    }

    async fn what_is_typed_is_shown_as_text(app) {
        let nasty = "<script>alert(1)</script> \"&'";
        let employer = app.employer().await;
        let posted = employer.posts(vacancy().with("job_description", &format!("May áo sơ mi {nasty}")).with("benefits_other", nasty)).await;
        app.moderator().await.publishes(&posted).await;
        app.settle().await;
        let visitor = app.visitor();
        let query: String = url::form_urlencoded::byte_serialize(nasty.as_bytes()).collect();
        let mut pages = vec![visitor.get(&format!("/viec-lam/{}", posted.number)).await.ok(), visitor.get(&format!("/viec-lam?q={query}&noi={query}")).await.ok()];
        pages.push(visitor.get(&format!("/dang-nhap?tiep={query}")).await.ok());
        let form = visitor.get(&format!("/viec-lam/{}/ung-tuyen", posted.number)).await.ok().form(&format!("/viec-lam/{}/ung-tuyen", posted.number));
        pages.push(visitor.submit(form.fill("ho-ten", nasty).fill("loi-nhan", nasty)).await.is(StatusCode::UNPROCESSABLE_ENTITY));
        for page in pages {
            is_whole(&page);
            assert!(!page.body.contains("<script>alert"), "{}", page.path);
            assert!(!page.texts("script").iter().any(|script| script.contains("alert(1)</")), "{}", page.path);
        }
        // What was typed stands in the form again.
        let page = visitor.get(&format!("/viec-lam?q={query}")).await.ok();
        assert_eq!(page.attribute("#q", "value").as_deref(), Some(nasty));
    }

    async fn a_slug_is_decoration(app in province) {
        let visitor = app.visitor();
        let link = visitor.get("/viec-lam").await.ok().links("main h2 a, main h3 a").remove(0);
        let number = link.trim_start_matches("/viec-lam/").split('-').next().unwrap().to_owned();
        for wrong in [format!("/viec-lam/{number}"), format!("/viec-lam/{number}-ten-cu")] {
            let answer = visitor.get_once(&wrong).await;
            assert_eq!((answer.status, answer.header("location")), (StatusCode::PERMANENT_REDIRECT, link.as_str()));
        }
        assert_eq!(visitor.get_once(&format!("/q/{number}")).await.header("location"), link);
        assert_eq!(visitor.get_once(&format!("/en/viec-lam/{number}")).await.header("location"), format!("/en{link}"));
        // Each language names the other.
        let page = visitor.get(&link).await.ok();
        let other = page.links("link[rel=alternate][hreflang=en]");
        assert!(other.iter().any(|href| href.ends_with(&format!("/en{link}"))), "{other:?}");
        // The structured data is JSON and says what the page says.
        let data: serde_json::Value = serde_json::from_str(&page.text("script[type='application/ld+json']")).unwrap();
        assert_eq!(data["@type"], "JobPosting");
        assert!(page.text("h1").contains(data["title"].as_str().unwrap()) && data["hiringOrganization"]["name"].is_string());
    }

    async fn machines_find_their_way(app in province) {
        let visitor = app.visitor();
        let robots = visitor.get("/robots.txt").await.ok();
        for own in ["/toi", "/ntd", "/tt", "/qt"] {
            assert!(robots.body.contains(&format!("Disallow: {own}")), "{}", robots.body);
        }
        let map = visitor.get("/sitemap.xml").await.ok();
        let total = visitor.get("/api/v1/vacancies?limit=1").await.ok().json()["total"].as_u64().unwrap();
        assert_eq!(map.body.matches("/viec-lam/").count() as u64, total);
        visitor.get("/favicon.ico").await.is(StatusCode::NO_CONTENT);
        // A file is kept for ever under its hash, compressed where that is understood.
        let home = visitor.get("/").await.ok();
        let style = home.attribute("link[rel=stylesheet]", "href").unwrap();
        let file = visitor.get(&style).await.ok();
        assert!(file.header("cache-control").contains("immutable") && file.kind() == "text/css");
        let mut map = HeaderMap::new();
        map.insert(header::IF_NONE_MATCH, file.headers[header::ETAG].clone());
        assert_eq!(visitor.ask(Method::GET, &style, map, Body::empty()).await.status, StatusCode::NOT_MODIFIED);
        visitor.get("/a/khong-co.css").await.is(StatusCode::NOT_FOUND);
        visitor.get("/a/..%2f..%2fCargo.toml").await.is(StatusCode::NOT_FOUND);
    }
}

/// Over TLS, cookies insist on it, and so do browsers.
#[tokio::test]
async fn over_tls_everything_insists_on_it() {
    let app = TestApp::configured(|config| config.server.base_url = "https://vieclam.example.vn".to_owned()).await;
    let visitor = app.visitor();
    let home = visitor.get("/").await.ok();
    assert!(home.header("strict-transport-security").contains("max-age="));
    assert_eq!(home.headers.get_all(header::SET_COOKIE).iter().count(), 0, "a visitor is given no cookie");
    let asked = visitor.submit(visitor.get("/dang-nhap").await.form("/dang-nhap").fill("lien-lac", "0912345678")).await.ok();
    let code = app.code_for("0912345678").await;
    let request = asked.form("/xac-nhan").value("yeu-cau").to_owned();
    let answer = visitor.post_once("/xac-nhan", &[("yeu-cau", &request), ("ma", &code)]).await.is(StatusCode::SEE_OTHER);
    let cookie = answer.header("set-cookie");
    for part in ["__Host-sanviec=", "HttpOnly", "Secure", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    app.settle().await;
    app.end().await;
}

/// Whoever only reads is given no session.
#[tokio::test]
async fn reading_leaves_no_cookie() {
    let app = TestApp::sqlite(Start::Province).await;
    let visitor = app.visitor();
    for path in ["/", "/viec-lam?q=may", "/en", "/dang-nhap", "/api/v1/vacancies", "/khong-co"] {
        assert_eq!(visitor.get(path).await.headers.get_all(header::SET_COOKIE).iter().count(), 0, "{path}");
    }
    app.end().await;
}

#[tokio::test]
async fn a_page_that_was_just_shown_is_never_older_than_a_change() {
    // Without the demo bar strangers share a page; the clock stands still, so only changes make it old.
    let app = TestApp::configured(|config| config.demo.bar = false).await;
    let (employer, moderator) = (app.employer().await, app.moderator().await);
    let (first, second) = (
        employer.posts(vacancy().title("Công nhân may ca ngày")).await,
        employer.posts(vacancy().title("Công nhân may ca đêm")).await,
    );
    moderator.publishes(&first).await;
    app.settle().await;
    let stranger = || app.visitor();
    let path = stranger().get_once(&format!("/viec-lam/{}", first.number)).await.header("location").to_owned();
    let (page, again) = (stranger().get(&path).await.ok(), stranger().get(&path).await.ok());
    assert_eq!(page.body, again.body);
    assert!(page.text("h1").contains("ca ngày") && !page.says("ca đêm"), "{}", page.text("main"));
    assert_eq!(stranger().get(&format!("/en{path}")).await.ok().attribute("html", "lang").as_deref(), Some("en"));
    // What somebody brings along is theirs alone.
    assert!(stranger().get(&format!("{path}?utm=zalo")).await.ok().body.contains("utm=zalo"));
    assert!(!stranger().get(&path).await.ok().body.contains("utm=zalo"));
    assert!(employer.get(&path).await.ok().body.contains("/dang-xuat") && !stranger().get(&path).await.ok().body.contains("/dang-xuat"));

    moderator.publishes(&second).await;
    app.settle().await;
    assert!(stranger().get(&path).await.ok().says("ca đêm"), "the similar one isn't there yet");
    employer.commands(&first, "pause").await.ok();
    assert!(!stranger().get(&path).await.body.contains("/ung-tuyen"), "a paused vacancy takes applications");
}
