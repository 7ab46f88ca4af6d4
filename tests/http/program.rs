//! The API for employers' own systems: keys, what may be sent, who was faster, trying out, being told.

use crate::world::content;
use axum::Router;
use axum::body::Bytes;
use axum::routing::post;
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use http::{HeaderMap, Method, StatusCode};
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::program::{KeyMode, KeyScope};
use sanviec_domain::vacancy::{ClosedReason, VacancyState};
use sanviec_exchange::program::{keys, webhooks};
use sanviec_store::Entity;
use sanviec_tests::{Employer, Page, Posted, TestApp, User, on_both};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, Mutex};

const VACANCIES: &str = "/api/v1/employer/vacancies";

async fn program(app: &TestApp, owner: &Employer, scope: KeyScope, mode: KeyMode) -> User {
    let made = keys::make(app.exchange(), &owner.actor(MemberRole::Owner), "Phần mềm nhân sự", scope, mode).await.unwrap();
    User::program(app, &made.secret)
}

fn whole(app: &TestApp, reference: &str, submit: bool) -> Value {
    let mut content = serde_json::to_value(content(app, "Công nhân may")).unwrap();
    content.as_object_mut().unwrap().remove("occupation_confirmed");
    json!({ "external_reference": reference, "submit": submit, "content": content })
}

async fn makes(program: &User, body: &Value) -> Page {
    program.sends(Method::POST, VACANCIES, &[], body).await.is(StatusCode::CREATED)
}

fn at(made: &Page) -> String {
    format!("{VACANCIES}/{}", made.json()["id"].as_str().unwrap())
}

fn posted(made: &Page) -> Posted {
    let made = made.json();
    Posted {
        id: made["id"].as_str().unwrap().parse().unwrap(),
        number: made["number"].as_i64().unwrap(),
        title: made["content"]["title"].as_str().unwrap().to_owned(),
    }
}

/// Whether an answer says what an example says, besides whatever else it says.
fn says(answer: &Value, example: &Value, path: &str) {
    match example {
        Value::Object(members) => members.iter().for_each(|(name, value)| says(&answer[name], value, &format!("{path}.{name}"))),
        other => assert_eq!(answer, other, "{path}"),
    }
}

on_both! {
    async fn a_key_is_shown_once_and_opens_what_it_says(app) {
        let owner = app.employer().await;
        let record = owner.get("/ntd/doanh-nghiep").await.ok();
        assert!(record.body.contains("href=\"/ntd/ket-noi\""), "{}", record.body);
        let page = owner.get("/ntd/ket-noi").await.ok();
        // Without a name it is said where it is missing, and nothing is made.
        let refused = owner.submit(page.form("/ntd/ket-noi").fill("ten", "")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(refused.says("Nhập tên khóa"));
        let made = owner.submit(page.form("/ntd/ket-noi").fill("ten", "Phần mềm nhân sự").fill("loai", "live").fill("quyen", "read")).await.ok();
        let secret = made.attribute("#khoa", "value").unwrap();
        assert!(secret.starts_with("svk_live_") && secret.len() > 60, "{secret}");
        let again = owner.get("/ntd/ket-noi").await.ok();
        assert!(!again.body.contains(&secret) && again.says("Phần mềm nhân sự") && again.says("chưa dùng"));

        let reader = User::program(app, &secret);
        let who = reader.get("/api/v1/employer").await.ok().json();
        assert_eq!(who["key"], json!({ "scope": "read", "mode": "live" }));
        assert_eq!(who["employer"]["id"], owner.organisation.to_string());
        assert!(owner.get("/ntd/ket-noi").await.ok().says("dùng lần cuối"));
        reader.get(VACANCIES).await.ok();
        reader.sends(Method::POST, VACANCIES, &[], &whole(app, "A", false)).await.is(StatusCode::FORBIDDEN);

        // A session opens nothing, nor does a wrong key, and a key opens nothing else.
        for stranger in [owner.tab(), app.visitor(), User::program(app, "svk_live_0000"), User::program(app, "")] {
            let refused = stranger.get_once(VACANCIES).await.is(StatusCode::UNAUTHORIZED);
            assert_eq!((refused.header("www-authenticate"), refused.header("content-type")), ("Bearer", "application/problem+json"));
        }
        assert!(reader.get_once("/ntd").await.header("location").starts_with("/dang-nhap"));

        // Whoever isn't an owner sees no keys; another owner revokes none.
        let recruiter = app.member(owner.organisation, MemberRole::Recruiter).await;
        recruiter.get_once("/ntd/ket-noi").await.is(StatusCode::FORBIDDEN);
        let key = keys::own(app.exchange(), &owner.actor(MemberRole::Owner)).await.unwrap().remove(0);
        let rival = app.employer().await;
        rival.post_once(&format!("/ntd/ket-noi/khoa/{}/thu-hoi", key.id), &[]).await.is(StatusCode::NOT_FOUND);
        reader.get("/api/v1/employer").await.ok();
        owner.post(&format!("/ntd/ket-noi/khoa/{}/thu-hoi", key.id), &[]).await.ok();
        reader.get_once("/api/v1/employer").await.is(StatusCode::UNAUTHORIZED);
        app.settle().await;
    }

    async fn the_examples_of_the_description_are_answered_as_it_says(app) {
        let owner = app.employer().await;
        let document = app.visitor().get("/api/v1/employer/openapi.json").await.ok().json();
        let mut operations: BTreeMap<String, (Method, String, Value)> = BTreeMap::new();
        for (path, item) in document["paths"].as_object().unwrap() {
            for (method, operation) in item.as_object().unwrap().iter().filter(|(method, _)| *method != "parameters") {
                let method: Method = method.to_uppercase().parse().unwrap();
                operations.insert(operation["operationId"].as_str().unwrap().to_owned(), (method, path.clone(), operation.clone()));
            }
        }
        // What is described is what there is.
        let described: BTreeSet<(String, String)> = operations.values().map(|(method, path, _)| (method.to_string(), path.clone())).collect();
        let there: BTreeSet<(String, String)> = sanviec_web::server::list(&app.site)
            .iter()
            .filter(|route| route.path.starts_with("/api/v1/employer") && !route.path.ends_with("openapi.json"))
            .map(|route| (route.method.to_string(), route.path.clone()))
            .collect();
        assert_eq!(described, there);
        let tester = program(app, &owner, KeyScope::Write, KeyMode::Test).await;
        let live = program(app, &owner, KeyScope::Write, KeyMode::Live).await;
        let order = ["createVacancy", "replaceVacancy", "decideTestVacancy", "pauseVacancy", "resumeVacancy", "closeVacancy", "submitVacancy"];
        let mut sent = 0;
        let mut draft = String::new();
        for name in order {
            let (method, path, operation) = &operations[name];
            let answers = operation["responses"].as_object().unwrap();
            for (status, response) in answers {
                for kind in response["content"].as_object().unwrap().values() {
                    for (example, answer) in kind["examples"].as_object().into_iter().flatten() {
                        let body = &operation["requestBody"]["content"]["application/json"]["examples"][example]["value"];
                        // The order is that of creation: a reference is taken once it was used.
                        assert!(example != "taken" || !draft.is_empty(), "the draft comes first");
                        let path = path.replace("{id}", &draft);
                        let answered = tester.sends(method.clone(), &path, &[("if-match", "*")], body).await;
                        assert_eq!(answered.status.as_str(), status, "{name} {example}: {}", answered.body);
                        says(&answered.json(), &answer["value"], example);
                        if example == "draft" {
                            answered.json()["id"].as_str().unwrap().clone_into(&mut draft);
                        }
                        if name == "createVacancy" {
                            let answered = live.sends(method.clone(), &path, &[], body).await;
                            assert_eq!(answered.status.as_str(), status, "live {name} {example}: {}", answered.body);
                            says(&answered.json(), &answer["value"], example);
                        }
                        sent += 1;
                    }
                }
            }
        }
        assert!(sent >= 11, "{sent} examples");
        app.settle().await;
    }

    async fn a_vacancy_goes_its_way_by_the_api(app) {
        let (owner, officer) = (app.employer().await, app.moderator().await);
        let system = program(app, &owner, KeyScope::Write, KeyMode::Live).await;
        let made = makes(&system, &whole(app, "MAY-1", true)).await;
        assert_eq!((made.json()["state"].clone(), made.header("location").to_owned()), (json!("submitted"), at(&made)));
        // In the queue it is a vacancy like any other.
        let posted = posted(&made);
        officer.decides(&posted, "returned", Some("discrimination")).await.ok();
        let returned = system.get(&at(&made)).await.ok();
        assert_eq!((returned.json()["state"].clone(), returned.json()["decision"]["outcome"].clone()), (json!("returned"), json!("returned")));
        assert!(!returned.json()["decision"]["reasons"].as_array().unwrap().is_empty(), "{}", returned.body);

        // What was read is sent back, mended.
        let mut next = json!({ "external_reference": "MAY-1", "submit": true, "content": returned.json()["content"] });
        next["content"]["description"] = json!("May áo jacket trên chuyền, có người kèm trong tháng đầu tiên.");
        let tag = returned.header("etag").to_owned();
        system.sends(Method::PUT, &at(&made), &[], &next).await.is(StatusCode::PRECONDITION_REQUIRED);
        system.sends(Method::PUT, &at(&made), &[("if-match", "\"0\"")], &next).await.is(StatusCode::PRECONDITION_FAILED);
        system.sends(Method::PUT, &at(&made), &[("if-match", &format!("W/{tag}"))], &next).await.is(StatusCode::PRECONDITION_FAILED);
        let mended = system.sends(Method::PUT, &at(&made), &[("if-match", &tag)], &next).await.ok();
        assert_eq!(mended.json()["state"], "submitted");
        assert_ne!(mended.header("etag"), tag);
        system.sends(Method::PUT, &at(&made), &[("if-match", &tag)], &next).await.is(StatusCode::PRECONDITION_FAILED);
        officer.publishes(&posted).await;
        app.settle().await;
        let published = system.get(&at(&made)).await.ok();
        assert_eq!(published.json()["state"], "published");
        app.visitor().get(published.json()["url"].as_str().unwrap().trim_start_matches("http://localhost:8080")).await.ok();

        // A change waits for the centre, a later deadline doesn't.
        let later = (app.today() + chrono::Days::new(60)).to_string();
        next["content"]["deadline"] = json!(later);
        next["content"]["pay"]["usual"] = json!({ "from": 10_000_000, "to": 13_000_000 });
        let changed = system.sends(Method::PUT, &at(&made), &[("if-match", published.header("etag"))], &next).await.ok().json();
        assert_eq!((changed["state"].clone(), changed["content"]["deadline"].clone()), (json!("published"), json!(later)));
        assert_eq!(changed["content"]["pay"]["usual"]["from"], 9_000_000);
        assert_eq!(changed["revision"]["content"]["pay"]["usual"]["from"], 10_000_000);

        for (way, state) in [("pause", "paused"), ("resume", "published")] {
            assert_eq!(system.sends(Method::POST, &format!("{}/{way}", at(&made)), &[], &Value::Null).await.ok().json()["state"], state);
        }
        system.sends(Method::POST, &format!("{}/decide", at(&made)), &[], &json!({ "outcome": "publish" })).await.is(StatusCode::CONFLICT);
        let closed = system.sends(Method::POST, &format!("{}/close", at(&made)), &[], &json!({ "reason": "filled" })).await.ok().json();
        assert_eq!((closed["state"].clone(), closed["closed_reason"].clone(), closed["revision"].clone()), (json!("closed"), json!("filled"), Value::Null));
        assert_eq!(app.stored(posted.id).await.closed_reason, Some(ClosedReason::Filled));
        // The audit log names the key.
        let key = keys::own(app.exchange(), &owner.actor(MemberRole::Owner)).await.unwrap()[0].id;
        let line = sanviec_store::audit::recent(app.store().reader(), None, 1).await.unwrap().remove(0);
        assert_eq!((line.action.as_str(), line.details["key"].clone()), ("vacancy.command", json!(key)));
        let over = system.sends(Method::POST, &format!("{}/close", at(&made)), &[], &json!({ "reason": "filled" })).await.is(StatusCode::CONFLICT);
        assert_eq!(over.json()["code"], "not-now");

        // Lists: by state, by reference, page by page; only one's own.
        let second = makes(&system, &whole(app, "MAY-2", false)).await;
        let rival = program(app, &app.employer().await, KeyScope::Write, KeyMode::Live).await;
        makes(&rival, &whole(app, "MAY-2", false)).await;
        let ids = |page: &Page| -> Vec<Value> { page.json()["items"].as_array().unwrap().iter().map(|item| item["id"].clone()).collect() };
        let (first, second) = (made.json()["id"].clone(), second.json()["id"].clone());
        assert_eq!(ids(&system.get(VACANCIES).await.ok()), [second.clone(), first.clone()]);
        assert_eq!(ids(&system.get(&format!("{VACANCIES}?state=closed&state=paused")).await.ok()), std::slice::from_ref(&first));
        assert_eq!(ids(&system.get(&format!("{VACANCIES}?external_reference=MAY-2")).await.ok()), std::slice::from_ref(&second));
        let page = system.get(&format!("{VACANCIES}?limit=1")).await.ok();
        assert_eq!((ids(&page), page.json()["next"].clone()), (vec![second.clone()], second.clone()));
        let rest = system.get(&format!("{VACANCIES}?limit=1&cursor={}", second.as_str().unwrap())).await.ok();
        assert_eq!((ids(&rest), rest.json()["next"].clone()), (vec![first], Value::Null));
        for wrong in ["state=open", "limit=0", "limit=101", "cursor=x", "external_reference=", "page=2"] {
            system.get_once(&format!("{VACANCIES}?{wrong}")).await.is(StatusCode::BAD_REQUEST);
        }
        rival.get_once(&at(&made)).await.is(StatusCode::NOT_FOUND);
        rival.sends(Method::PUT, &at(&made), &[("if-match", "*")], &next).await.is(StatusCode::NOT_FOUND);
        rival.sends(Method::POST, &format!("{}/submit", at(&made)), &[], &Value::Null).await.is(StatusCode::NOT_FOUND);
        app.settle().await;
    }

    async fn what_is_asked_twice_is_done_once(app) {
        let owner = app.employer().await;
        for mode in [KeyMode::Live, KeyMode::Test] {
            let system = program(app, &owner, KeyScope::Write, mode).await;
            let body = whole(app, "ONCE", false);
            let asks = |key: &'static str, body: Value| {
                let system = system.tab();
                async move { system.sends(Method::POST, VACANCIES, &[("idempotency-key", key)], &body).await }
            };
            let (one, two, three) = tokio::join!(asks("k-1", body.clone()), asks("k-1", body.clone()), asks("k-1", body.clone()));
            let made: BTreeSet<String> = [&one, &two, &three].into_iter().map(|page| { assert_eq!(page.status, StatusCode::CREATED, "{}", page.body); at(page) }).collect();
            assert_eq!(made.len(), 1, "{mode:?}");
            let replayed = [&one, &two, &three].into_iter().filter(|page| page.header("idempotent-replayed") == "true").count();
            assert_eq!(replayed, 2, "{mode:?}");
            let other = asks("k-1", whole(app, "OTHER", false)).await.is(StatusCode::CONFLICT);
            assert_eq!(other.json()["code"], "other-request");
            // Without a key the reference is what keeps it from coming twice.
            let taken = asks("k-2", body.clone()).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(taken.json()["errors"], json!([{ "field": "external_reference", "fault": "duplicate" }]));
            assert_eq!(system.get(VACANCIES).await.ok().json()["items"].as_array().unwrap().len(), 1);
            for wrong in ["", &"x".repeat(65), "a b"] {
                system.sends(Method::POST, VACANCIES, &[("idempotency-key", wrong)], &body).await.is(StatusCode::BAD_REQUEST);
            }
            // Another key of the house may use the same words.
            let another = program(app, &owner, KeyScope::Write, mode).await;
            another.sends(Method::POST, VACANCIES, &[("idempotency-key", "k-1")], &whole(app, "THIRD", false)).await.is(StatusCode::CREATED);
        }
        app.later(chrono::TimeDelta::days(3)).await;
        let unit = app.exchange().begin(&sanviec_domain::access::Actor::System).await.unwrap();
        assert_eq!(sanviec_store::api_keys::forget_asked(&unit, unit.now()).await.unwrap(), 0, "the clock has forgotten them");
        app.settle().await;
    }

    async fn of_two_who_write_at_once_one_is_told(app) {
        let owner = app.employer().await;
        for mode in [KeyMode::Live, KeyMode::Test] {
            let system = program(app, &owner, KeyScope::Write, mode).await;
            for round in 0..5 {
                let made = makes(&system, &whole(app, &format!("RACE-{round}"), false)).await;
                let (there, tag) = (at(&made), made.header("etag").to_owned());
                let writes = |openings: u32| {
                    let (system, there, tag) = (system.tab(), there.clone(), tag.clone());
                    let mut body = whole(app, &format!("RACE-{round}"), false);
                    body["content"]["openings"] = json!(openings);
                    async move { system.sends(Method::PUT, &there, &[("if-match", &tag)], &body).await.status }
                };
                let (one, two) = tokio::join!(writes(11), writes(12));
                let openings = system.get(&there).await.ok().json()["content"]["openings"].clone();
                match (one, two) {
                    (StatusCode::OK, StatusCode::PRECONDITION_FAILED) => assert_eq!(openings, 11),
                    (StatusCode::PRECONDITION_FAILED, StatusCode::OK) => assert_eq!(openings, 12),
                    other => panic!("{mode:?}: {other:?}"),
                }
            }
        }
        app.settle().await;
    }

    async fn what_is_tried_out_is_seen_by_nobody(app) {
        let (owner, officer) = (app.employer().await, app.moderator().await);
        let (tester, live) = (program(app, &owner, KeyScope::Write, KeyMode::Test).await, program(app, &owner, KeyScope::Write, KeyMode::Live).await);
        let tried = makes(&tester, &whole(app, "THU", true)).await;
        assert_eq!((tried.json()["number"].clone(), tried.json()["url"].clone()), (Value::Null, Value::Null));
        let published = tester.sends(Method::POST, &format!("{}/decide", at(&tried)), &[], &json!({ "outcome": "publish" })).await.ok().json();
        assert_eq!(published["state"], "published");
        app.settle().await;
        assert!(app.visitor().finds("cong nhan may").await.is_empty());
        assert_eq!(app.visitor().get("/api/v1/vacancies").await.ok().json()["total"], 0);
        assert!(sanviec_store::vacancies::counts_by_state(app.store().reader()).await.unwrap().is_empty());
        assert!(sanviec_store::cases::all_open_for(app.store().reader(), Entity::Vacancy, tried.json()["id"].as_str().unwrap().parse().unwrap()).await.unwrap().is_empty());
        assert!(!officer.get("/tt/duyet").await.ok().says("Công nhân may"));
        assert!(!owner.get("/ntd").await.ok().says("Công nhân may"));
        // The two kinds of key see each other's vacancies no more than anybody else does.
        live.get_once(&at(&tried)).await.is(StatusCode::NOT_FOUND);
        live.sends(Method::POST, &format!("{}/close", at(&tried)), &[], &json!({ "reason": "filled" })).await.is(StatusCode::NOT_FOUND);
        assert_eq!(live.get(VACANCIES).await.ok().json()["items"], json!([]));
        let real = makes(&live, &whole(app, "THU", false)).await;
        tester.get_once(&at(&real)).await.is(StatusCode::NOT_FOUND);
        tester.sends(Method::PUT, &at(&real), &[("if-match", "*")], &whole(app, "THU", false)).await.is(StatusCode::NOT_FOUND);
        // It is judged like the real one, and officers' answers can be played.
        let mut unlawful = whole(app, "THU-2", true);
        unlawful["content"]["pay"] = json!({ "basic": 1_000_000 });
        let refused = tester.sends(Method::POST, VACANCIES, &[], &unlawful).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.json()["errors"][0]["field"], "content.pay.basic");
        for (outcome, state) in [("return", "returned"), ("reject", "rejected")] {
            let tried = makes(&tester, &whole(app, outcome, true)).await;
            assert_eq!(tester.sends(Method::POST, &format!("{}/decide", at(&tried)), &[], &json!({ "outcome": outcome })).await.ok().json()["state"], state);
        }
        // After a month nobody touched it, it is gone.
        app.later(chrono::TimeDelta::days(31)).await;
        tester.get_once(&at(&tried)).await.is(StatusCode::NOT_FOUND);
        app.settle().await;
    }

    async fn whoever_wants_to_know_is_told(app) {
        let (owner, officer) = (app.employer().await, app.moderator().await);
        let house = House::open().await;
        let page = owner.get("/ntd/ket-noi").await.ok();
        for (wrong, says) in [("nhansu", "Địa chỉ không đúng"), ("ftp://a.example/", "Địa chỉ không đúng")] {
            let refused = owner.submit(page.form("/ntd/ket-noi/dia-chi").fill("dia-chi", wrong)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.says(says), "{wrong}");
        }
        let entered = owner.submit(page.form("/ntd/ket-noi/dia-chi").fill("dia-chi", &house.url)).await.ok();
        let secret = BASE64.decode(entered.attribute("#ky", "value").unwrap().strip_prefix("whsec_").unwrap()).unwrap();
        assert!(!owner.get("/ntd/ket-noi").await.ok().body.contains("whsec_"));

        let system = program(app, &owner, KeyScope::Write, KeyMode::Live).await;
        let made = makes(&system, &whole(app, "BAO", true)).await;
        officer.publishes(&posted(&made)).await;
        app.settle().await;
        app.visitor().applies(posted(&made).number, "Ngô Hữu Phúc", "0977000111").await.ok();
        app.settle().await;
        let told = house.told();
        let events: Vec<String> = told.iter().map(|(_, body)| body["type"].as_str().unwrap().to_owned()).collect();
        assert_eq!(events, ["vacancy.submitted", "vacancy.published", "application.submitted"]);
        assert_eq!(told[1].1["data"]["external_reference"], "BAO");
        assert_eq!(told[1].1["mode"], "live");
        assert!(!told[2].1.to_string().contains("Phúc") && !told[2].1.to_string().contains("0977"), "people are not told about");
        for (headers, body) in house.raw() {
            let line = |name: &str| headers[name].to_str().unwrap().to_owned();
            let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, &secret);
            let signed = format!("{}.{}.{}", line("webhook-id"), line("webhook-timestamp"), String::from_utf8(body.to_vec()).unwrap());
            let tag = BASE64.decode(line("webhook-signature").strip_prefix("v1,").unwrap()).unwrap();
            ring::hmac::verify(&key, signed.as_bytes(), &tag).expect("the telling is signed");
        }

        // A system that is down is told later, under the same id.
        house.fails(true);
        system.sends(Method::POST, &format!("{}/pause", at(&made)), &[], &Value::Null).await.ok();
        app.settle().await;
        assert!(owner.get("/ntd/ket-noi").await.ok().says("503"));
        let first = house.raw().last().unwrap().0["webhook-id"].clone();
        house.fails(false);
        app.later(chrono::TimeDelta::minutes(10)).await;
        assert_eq!(house.told().last().unwrap().1["type"], "vacancy.paused");
        assert_eq!(house.raw().last().unwrap().0["webhook-id"], first);
        // One that stays down is given up, and the page says so.
        house.fails(true);
        system.sends(Method::POST, &format!("{}/resume", at(&made)), &[], &Value::Null).await.ok();
        for _ in 0..20 {
            app.later(chrono::TimeDelta::hours(7)).await;
        }
        assert!(owner.get("/ntd/ket-noi").await.ok().says("Không gửi được"));
        house.fails(false);

        // Trying out is told, too, and says so; a rival's address can't be used, and one that was taken away is told nothing.
        let hook = webhooks::own(app.exchange(), &owner.actor(MemberRole::Owner)).await.unwrap().remove(0).0.id;
        let rival = app.employer().await;
        for what in ["thu", "bo"] {
            rival.post_once(&format!("/ntd/ket-noi/dia-chi/{hook}/{what}"), &[]).await.is(StatusCode::NOT_FOUND);
        }
        owner.post(&format!("/ntd/ket-noi/dia-chi/{hook}/thu"), &[]).await.ok();
        app.settle().await;
        assert_eq!(house.told().last().unwrap().1["type"], "ping");
        let tester = program(app, &owner, KeyScope::Write, KeyMode::Test).await;
        makes(&tester, &whole(app, "BAO-THU", true)).await;
        app.settle().await;
        assert_eq!(house.told().last().unwrap().1["mode"], "test");
        let count = house.raw().len();
        owner.post(&format!("/ntd/ket-noi/dia-chi/{hook}/bo"), &[]).await.ok();
        makes(&system, &whole(app, "BAO-2", true)).await;
        app.settle().await;
        assert_eq!(house.raw().len(), count);
        app.settle().await;
    }

    async fn a_merged_employers_systems_are_let_in_nowhere(app) {
        let (old, new, officer) = (app.employer().await, app.employer().await, app.moderator().await);
        let system = program(app, &old, KeyScope::Write, KeyMode::Live).await;
        let made = makes(&system, &whole(app, "GOP", false)).await;
        webhooks::add(app.exchange(), &old.actor(MemberRole::Owner), "https://example.com/hook").await.unwrap().unwrap();
        let unit = app.exchange().begin(&sanviec_domain::access::Actor::System).await.unwrap();
        sanviec_store::results::ask(&unit, posted(&made).id, old.organisation).await.unwrap();
        unit.save().await.unwrap();
        let find = |id| sanviec_store::organisations::find(app.store().reader(), id);
        let versions = (find(old.organisation).await.unwrap().unwrap().version, find(new.organisation).await.unwrap().unwrap().version);
        sanviec_exchange::organisations::officers::merge(app.exchange(), &officer.actor(), old.organisation, new.organisation, versions, "đăng ký hai lần").await.unwrap();
        system.get_once(VACANCIES).await.is(StatusCode::UNAUTHORIZED);
        let conn = app.store().reader();
        assert!(sanviec_store::webhooks::of(conn, old.organisation).await.unwrap().is_empty() && sanviec_store::webhooks::of(conn, new.organisation).await.unwrap().is_empty());
        // The vacancy and what is asked about it are the other's now, and its own systems see it.
        assert_eq!(sanviec_store::results::count_open(conn, new.organisation).await.unwrap(), 1);
        program(app, &new, KeyScope::Read, KeyMode::Live).await.get(&at(&made)).await.ok();
        app.settle().await;
    }

    async fn whoever_is_not_verified_waits_also_by_the_api(app) {
        use sanviec_domain::organisation::{OrganisationKind, OrganisationState};
        let pending = app.organisation("Công ty mới", OrganisationKind::Employer, OrganisationState::Pending).await;
        let owner = app.member(pending, MemberRole::Owner).await;
        let system = program(app, &owner, KeyScope::Write, KeyMode::Live).await;
        let made = makes(&system, &whole(app, "MOI", true)).await;
        assert_eq!(app.stored(posted(&made).id).await.state, VacancyState::Submitted);
        app.settle().await;
        assert!(app.visitor().finds("cong nhan may").await.is_empty());
        app.settle().await;
    }
}

/// Each key has its rate, wherever its system stands.
#[tokio::test]
async fn a_key_asks_so_often_and_no_more() {
    let app = TestApp::configured(|config| config.limits.rates.program_key = "5/1m".parse().unwrap()).await;
    let owner = app.employer().await;
    let (busy, calm) = (
        program(&app, &owner, KeyScope::Read, KeyMode::Live).await,
        program(&app, &owner, KeyScope::Read, KeyMode::Live).await,
    );
    // It is counted in lumps: a few more pass before it is said.
    let mut passed = 0;
    let refused = loop {
        let answer = busy.get_once("/api/v1/employer").await;
        if answer.status == StatusCode::TOO_MANY_REQUESTS {
            break answer;
        }
        assert!(passed < 20, "nothing is refused");
        passed += 1;
    };
    assert!(passed >= 5, "{passed}");
    assert!(!refused.header("retry-after").is_empty());
    calm.get("/api/v1/employer").await.ok();
    app.settle().await;
    app.end().await;
}

/// A system of the employer's, which is told.
struct House {
    url: String,
    inner: Arc<Mutex<Told>>,
}

#[derive(Default)]
struct Told {
    raw: Vec<(HeaderMap, Bytes)>,
    fails: bool,
}

impl House {
    async fn open() -> Self {
        let inner = Arc::new(Mutex::new(Told::default()));
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let told = inner.clone();
        let hook = move |headers: HeaderMap, body: Bytes| {
            let told = told.clone();
            async move {
                let mut told = told.lock().unwrap();
                told.raw.push((headers, body));
                if told.fails { StatusCode::SERVICE_UNAVAILABLE } else { StatusCode::NO_CONTENT }
            }
        };
        tokio::spawn(async move { axum::serve(listener, Router::new().route("/hook", post(hook))).await });
        Self { url, inner }
    }

    fn fails(&self, fails: bool) {
        self.inner.lock().unwrap().fails = fails;
    }

    fn raw(&self) -> Vec<(HeaderMap, Bytes)> {
        self.inner.lock().unwrap().raw.clone()
    }

    fn told(&self) -> Vec<(HeaderMap, Value)> {
        self.raw().into_iter().map(|(headers, body)| (headers, serde_json::from_slice(&body).unwrap())).collect()
    }
}
