//! The JSON API: its shape, each of its parameters, its errors, its description.

use http::{Method, StatusCode};
use sanviec_domain::vocabulary::{Benefit, Contract, Experience, Shift, Vocabulary, WorkTime};
use sanviec_tests::{Page, TestApp, User, on_both, vacancy};
use serde_json::Value;
use std::collections::BTreeSet;

fn encoded(value: &str) -> String {
    url::form_urlencoded::byte_serialize(value.as_bytes()).collect()
}

async fn vacancies(user: &User, query: &str) -> Value {
    user.get(&format!("/api/v1/vacancies?{query}")).await.ok().json()
}

fn items(page: &Value) -> &[Value] {
    page["items"].as_array().expect("a list of items")
}

/// Every item of a search, page by page; each comes once.
async fn walk(user: &User, query: &str, limit: usize) -> Vec<Value> {
    let mut all = Vec::new();
    let mut seen = BTreeSet::new();
    let mut cursor = String::new();
    loop {
        let page = vacancies(user, &format!("{query}&limit={limit}{cursor}")).await;
        for item in items(&page) {
            assert!(seen.insert(item["id"].as_str().unwrap().to_owned()), "{query}: {} comes twice", item["title"]);
        }
        all.extend(items(&page).iter().cloned());
        let Some(next) = page["next"].as_str() else {
            assert_eq!(all.len() as u64, page["total"], "{query}");
            return all;
        };
        assert_eq!(items(&page).len(), limit, "{query}: a page in the middle is full");
        cursor = format!("&cursor={}", encoded(next));
    }
}

/// Asserts an RFC 9457 problem and gives back its detail.
#[track_caller]
fn problem(page: &Page, status: StatusCode) -> String {
    assert_eq!((page.status, page.kind()), (status, "application/problem+json"), "{}: {}", page.path, page.body);
    let body = page.json();
    assert_eq!(body["status"], status.as_u16(), "{}", page.path);
    assert!(
        body["type"].as_str().is_some_and(|kind| kind.starts_with("/api/v1/problems/")) && body["title"].is_string() && body["code"].is_string(),
        "{body}"
    );
    body["detail"].as_str().unwrap_or_default().to_owned()
}

/// Whether an item's place, park, occupation, … is what a filter asked for.
fn has(item: &Value, list: &str, value: &str) -> bool {
    item[list].as_array().unwrap().iter().any(|known| known == value)
}

on_both! {
    async fn a_list_has_its_shape(app in province) {
        let page = vacancies(&app.visitor(), "limit=5").await;
        assert!(page["total"].as_u64().unwrap() > 100 && items(&page).len() == 5 && page["next"].is_string());
        for item in items(&page) {
            for (field, is_right) in [
                ("id", item["id"].as_str().is_some_and(|id| id.len() == 36)),
                ("number", item["number"].as_i64().is_some_and(|number| number > 0)),
                ("url", item["url"].as_str().is_some_and(|url| url.starts_with("http://localhost:8080/viec-lam/"))),
                ("title", item["title"].as_str().is_some_and(|title| !title.is_empty())),
                ("employer", item["employer"]["id"].is_string() && item["employer"]["name"].is_string()),
                ("occupation", item["occupation"].is_null() || (item["occupation"]["code"].is_string() && item["occupation"]["name"].is_string())),
                ("wage", item["wage"]["label"].is_string() && item["wage"]["negotiable"].is_boolean()),
                ("place", item["place"]["province"].is_string() && item["place"]["label"].is_string()),
                ("benefits", item["benefits"].is_array()),
                ("deadline", item["deadline"].as_str().is_some_and(|day| day.len() == 10)),
                ("published_at", item["published_at"].is_string()),
            ] {
                assert!(is_right, "{field}: {item}");
            }
            // The page it names is there, and the whole vacancy by either id; no contact in the open data.
            let url = item["url"].as_str().unwrap().trim_start_matches("http://localhost:8080").to_owned();
            let page = app.visitor().get_once(&url).await.ok();
            assert!(page.text("h1").contains(item["title"].as_str().unwrap()));
            for id in [item["id"].as_str().unwrap().to_owned(), item["number"].to_string()] {
                let one = app.visitor().get(&format!("/api/v1/vacancies/{id}")).await.ok().json();
                assert_eq!((&one["title"], &one["state"], &one["content"]["title"]), (&item["title"], &Value::from("published"), &item["title"]));
                assert!(one["content"]["contact"].is_null());
            }
        }
        let facets = page["facets"].as_object().unwrap();
        for name in ["park", "commune", "province", "occupation", "wage_from", "shift", "contract", "benefit", "experience", "work_time"] {
            assert!(facets.contains_key(name), "{name} is not among {:?}", facets.keys());
        }
    }

    async fn every_parameter_does_what_it_says(app in province) {
        let user = app.visitor();
        let all = walk(&user, "", 100).await;
        let total = all.len();
        let with = |is: &dyn Fn(&Value) -> bool| -> BTreeSet<String> { all.iter().filter(|item| is(item)).map(|item| item["id"].as_str().unwrap().to_owned()).collect() };
        let full = |id: &str| format!("/api/v1/vacancies/{id}");
        let mut checked = 0;
        let mut expect = async |query: String, is: &dyn Fn(&Value) -> bool| {
            let found: BTreeSet<String> = walk(&user, &query, 100).await.iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect();
            let wanted = with(is);
            assert_eq!(found, wanted, "{query}");
            checked += usize::from(!wanted.is_empty() && wanted.len() < total);
        };
        let parks: BTreeSet<&str> = all.iter().filter_map(|item| item["place"]["park"].as_str()).collect();
        for park in parks.iter().take(4) {
            expect(format!("park={park}"), &|item| item["place"]["park"] == *park).await;
        }
        let communes: BTreeSet<&str> = all.iter().filter_map(|item| item["place"]["commune"].as_str()).collect();
        for commune in communes.iter().take(4) {
            expect(format!("place={commune}"), &|item| item["place"]["commune"] == *commune).await;
        }
        let two: Vec<&str> = communes.iter().copied().take(2).collect();
        expect(format!("place={}&place={}", two[0], two[1]), &|item| two.iter().any(|code| item["place"]["commune"] == *code)).await;
        expect("place=33".to_owned(), &|item| item["place"]["province"] == "33").await;
        for prefix in ["8", "81", "815", "8153", "5"] {
            expect(format!("occupation={prefix}"), &|item| item["occupation"]["code"].as_str().is_some_and(|code| code.starts_with(prefix))).await;
        }
        for from in [7_000_000_i64, 10_000_000, 15_000_000] {
            let best = |item: &Value| item["wage"]["to"].as_i64().or(item["wage"]["from"].as_i64());
            expect(format!("wage_from={from}"), &|item| best(item).is_some_and(|most| most >= from)).await;
        }
        for shift in Shift::ALL {
            expect(format!("shift={}", shift.key()), &|item| item["shift"] == shift.key()).await;
        }
        for contract in Contract::ALL {
            expect(format!("contract={}", contract.key()), &|item| item["contract"] == contract.key()).await;
        }
        for benefit in [Benefit::Insurance, Benefit::Training, Benefit::HousingSupport] {
            expect(format!("benefit={}", benefit.key()), &|item| has(item, "benefits", benefit.key())).await;
        }
        let both = (Benefit::Insurance.key(), Benefit::Training.key());
        expect(format!("benefit={}&benefit={}", both.0, both.1), &|item| has(item, "benefits", both.0) && has(item, "benefits", both.1)).await;
        let employer = all[0]["employer"]["id"].as_str().unwrap();
        expect(format!("employer={employer}"), &|item| item["employer"]["id"] == employer).await;
        assert!(checked > 15, "{checked} filters found some and not all");
        // What a list item doesn't show is looked up.
        for (name, keys) in [("experience", Experience::ALL.iter().map(|word| word.key()).collect::<Vec<_>>()), ("work_time", WorkTime::ALL.iter().map(|word| word.key()).collect())] {
            let mut sum = 0;
            for key in keys {
                let found = vacancies(&user, &format!("{name}={key}")).await;
                sum += found["total"].as_u64().unwrap();
                for item in items(&found).iter().take(3) {
                    assert_eq!(user.get(&full(item["id"].as_str().unwrap())).await.ok().json()["content"][name], key);
                }
            }
            assert!(sum > 0 && sum <= total as u64, "{name}: {sum}");
        }
        // Orders.
        let newest = walk(&user, "sort=newest", 100).await;
        assert!(newest.is_sorted_by(|one, next| one["published_at"].as_str() >= next["published_at"].as_str()));
        let wages: Vec<i64> = walk(&user, "sort=wage", 100).await.iter().map(|item| item["wage"]["to"].as_i64().or(item["wage"]["from"].as_i64()).unwrap_or_default()).collect();
        assert!(wages.is_sorted_by(|one, next| one >= next), "{wages:?}");
        let deadlines = walk(&user, "sort=deadline", 100).await;
        assert!(deadlines.is_sorted_by(|one, next| one["deadline"].as_str() <= next["deadline"].as_str()));
        // A radius holds what lies within it, and a larger one no less.
        let mut last = 0;
        for km in [1, 5, 20, 100] {
            let found = vacancies(&user, &format!("place={}-{km}", two[0])).await["total"].as_u64().unwrap();
            assert!(found >= last, "{km} km");
            last = found;
        }
        assert!(last > 0);
    }

    async fn wrong_parameters_are_named(app in province) {
        let user = app.visitor();
        let cases = [
            "limit=0", "limit=101", "limit=x", "limit=-1", "cursor=zzz", "place=xyz", "place=12826-0", "place=12826-9999", "occupation=abc", "occupation=81531", "wage_from=viel", "shift=never",
            "contract=oral", "benefit=gold", "experience=none_at_all", "work_time=sometimes", "employer=7", "sort=best", "colour=red",
        ];
        for case in cases {
            let (name, value) = case.split_once('=').unwrap();
            let detail = problem(&user.get(&format!("/api/v1/vacancies?{case}")).await, StatusCode::BAD_REQUEST);
            assert!(detail.starts_with(&format!("{name}:")), "{case}: {detail}");
            assert!(name == "colour" || detail.contains(value), "{case}: {detail}");
        }
        for case in ["after=-1", "after=x", "before=3"] {
            let detail = problem(&user.get(&format!("/api/v1/changes?{case}")).await, StatusCode::BAD_REQUEST);
            assert!(detail.starts_with(case.split('=').next().unwrap()), "{case}: {detail}");
        }
        problem(&user.get(&format!("/api/v1/vacancies?q={}", "a".repeat(5_000))).await, StatusCode::BAD_REQUEST);
        // A cursor belongs to its own order.
        let next = vacancies(&user, "sort=newest&limit=5").await["next"].as_str().unwrap().to_owned();
        problem(&user.get(&format!("/api/v1/vacancies?sort=wage&cursor={}", encoded(&next))).await, StatusCode::BAD_REQUEST);
        for path in ["/api/v1/vacancies/999999", "/api/v1/vacancies/none", "/api/v1/vacancies/00000000-0000-7000-8000-000000000000", "/api/v1/reference/colours", "/api/v1/nothing", "/api/"] {
            problem(&user.get(path).await, StatusCode::NOT_FOUND);
        }
        let answer = user.ask(Method::DELETE, "/api/v1/vacancies", http::HeaderMap::new(), axum::body::Body::empty()).await;
        problem(&answer, StatusCode::METHOD_NOT_ALLOWED);
        assert!(answer.header("allow").contains("GET"));
    }

    async fn cursors_walk_everything_once(app in province) {
        let user = app.visitor();
        let all: BTreeSet<String> = walk(&user, "", 100).await.iter().map(|item| item["id"].to_string()).collect();
        for sort in ["newest", "wage", "deadline"] {
            for limit in [1, 7, 50] {
                let found: BTreeSet<String> = walk(&user, &format!("sort={sort}"), limit).await.iter().map(|item| item["id"].to_string()).collect();
                assert_eq!(found, all, "{sort} by {limit}");
            }
        }
        let one: Vec<Value> = walk(&user, "q=may", 3).await;
        assert_eq!(one, walk(&user, "q=may", 100).await, "the pages of a search are the search");
    }

    async fn facets_count_what_choosing_them_finds(app in province) {
        let user = app.visitor();
        for query in ["", "q=may", "shift=day", "q=may&benefit=insurance"] {
            let page = vacancies(&user, query).await;
            let mut looked_at = 0;
            for (facet, counts) in page["facets"].as_object().unwrap() {
                let parameter = match facet.as_str() {
                    "province" | "commune" => "place",
                    other => other,
                };
                // Filters of one kind are alternatives and counted without one another; benefits are
                // all required, so one more is counted beside those chosen.
                let base = if query.contains(&format!("{parameter}=")) && parameter != "benefit" { "" } else { query };
                for (value, count) in counts.as_object().unwrap().iter().take(6) {
                    let found = vacancies(&user, &format!("{base}&{parameter}={value}")).await;
                    assert_eq!(&found["total"], count, "{query}: {facet} = {value}");
                    looked_at += 1;
                }
            }
            assert!(looked_at > 15, "{query}: {looked_at}");
        }
    }

    async fn the_feed_is_in_order_and_complete(app) {
        let (employer, officer, user) = (app.employer().await, app.moderator().await, app.visitor());
        let mut after = 0;
        let mut seen = Vec::new();
        for turn in 0..3 {
            let posted = employer.posts(vacancy().title(&format!("Thợ may {turn}"))).await;
            officer.publishes(&posted).await;
            let sent = app.visitor().applies(posted.number, "Phạm Thị Hiền", &app.phone()).await;
            if turn == 2 {
                employer.commands(&posted, "pause").await.ok();
            }
            let page = user.get(&format!("/api/v1/changes?after={after}")).await.ok().json();
            let new = items(&page);
            assert!(new.iter().any(|item| item["id"] == posted.id.to_string() && item["entity"] == "vacancy"), "{page}");
            let application = sent.path.trim_start_matches("/toi/don/").trim_end_matches("?moi").to_owned();
            assert!(!page.to_string().contains(&application), "people are nobody's business: {page}");
            seen.extend(new.iter().map(|item| item["seq"].as_i64().unwrap()));
            assert!(page["next"].as_i64().unwrap() >= after);
            after = page["next"].as_i64().unwrap();
        }
        assert!(seen.is_sorted() && seen.iter().collect::<BTreeSet<_>>().len() == seen.len(), "{seen:?}");
        // From the beginning the same comes again; after the last there is nothing.
        let again = user.get("/api/v1/changes").await.ok().json();
        assert_eq!(items(&again).iter().map(|item| item["seq"].as_i64().unwrap()).collect::<Vec<_>>(), seen);
        let end = user.get(&format!("/api/v1/changes?after={after}")).await.ok().json();
        assert_eq!((items(&end).len(), end["next"].as_i64()), (0, Some(after)));
        app.settle().await;
    }

    async fn a_long_feed_comes_in_stretches(app in province) {
        let user = app.visitor();
        let (mut after, mut seen) = (0, Vec::new());
        loop {
            let page = user.get(&format!("/api/v1/changes?after={after}")).await.ok().json();
            let next = page["next"].as_i64().unwrap();
            seen.extend(items(&page).iter().map(|item| item["seq"].as_i64().unwrap()));
            if next == after {
                break;
            }
            after = next;
        }
        assert!(seen.len() > 150 && seen.is_sorted(), "{}", seen.len());
        assert_eq!(after, sanviec_store::feed::last(app.store().reader()).await.unwrap());
    }
}

#[tokio::test]
async fn the_reference_lists_are_whole() {
    let app = TestApp::sqlite(sanviec_tests::Start::Empty).await;
    let user = app.visitor();
    let lists = user.get("/api/v1/reference").await.ok().json();
    let names: Vec<&str> = lists["lists"].as_array().unwrap().iter().map(|name| name.as_str().unwrap()).collect();
    assert!(names.len() >= 11, "{names:?}");
    for name in names {
        let list = user.get(&format!("/api/v1/reference/{name}")).await.ok().json();
        assert!(list["list"] == name && !items(&list).is_empty(), "{name}");
    }
    assert_eq!(items(&user.get("/api/v1/reference/provinces").await.json()).len(), 34);
    assert_eq!(items(&user.get("/api/v1/reference/communes").await.json()).len(), 3_321);
    app.end().await;
}

/// Every route of the API stands in its description with every parameter it reads, and nothing else
/// does.
#[tokio::test]
async fn the_description_lists_every_route() {
    let app = TestApp::sqlite(sanviec_tests::Start::Empty).await;
    let document = app.visitor().get("/api/v1/openapi.json").await.ok().json();
    let described: BTreeSet<(String, String)> = document["paths"]
        .as_object()
        .unwrap()
        .iter()
        .flat_map(|(path, methods)| methods.as_object().unwrap().keys().map(move |method| (method.to_uppercase(), path.clone())))
        .collect();
    let routes: BTreeSet<(String, String)> = sanviec_web::server::list(&app.site)
        .into_iter()
        .filter(|route| route.path.starts_with("/api/v1/") && route.path != "/api/v1/openapi.json")
        // It has a description of its own, with a test of its own.
        .filter(|route| !route.path.starts_with("/api/v1/employer"))
        .map(|route| (route.method.to_string(), route.path))
        .collect();
    assert_eq!(described, routes);
    let parameters: BTreeSet<&str> = document["paths"]["/api/v1/vacancies"]["get"]["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|parameter| parameter["name"].as_str().unwrap())
        .collect();
    for name in [
        "q",
        "limit",
        "cursor",
        "place",
        "park",
        "occupation",
        "wage_from",
        "shift",
        "contract",
        "benefit",
        "experience",
        "work_time",
        "employer",
        "sort",
    ] {
        assert!(parameters.contains(name), "{name} is read and not described: {parameters:?}");
    }
    assert!(document["openapi"].as_str().unwrap().starts_with("3."));
    app.end().await;
}
