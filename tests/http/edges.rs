//! Small things at the edges: closed vacancies and tags of the API, what its problems lead to, words
//! of suggestions, what goes to a telephone.

use crate::world::{case_of, content, vacancy_in};
use axum::body::Body;
use http::{HeaderMap, Method, StatusCode, header};
use sanviec_domain::moderation::CaseKind;
use sanviec_domain::vacancy::VacancyState;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::{Channel, Entity};
use sanviec_tests::{Page, User, on_both};
use sanviec_web::api::problems;
use std::collections::BTreeSet;

async fn asks(user: &User, path: &str, tag: &str) -> Page {
    let mut headers = HeaderMap::new();
    headers.insert(header::IF_NONE_MATCH, tag.parse().unwrap());
    user.ask(Method::GET, path, headers, Body::empty()).await
}

on_both! {
    async fn a_vacancy_is_the_same_by_id_and_by_number(app) {
        let (employer, user) = (app.employer().await, app.visitor());
        for state in VacancyState::ALL {
            let vacancy = vacancy_in(app, employer.organisation, *state, content(app, "Công nhân may")).await;
            let by_number = user.get_once(&format!("/api/v1/vacancies/{}", vacancy.number)).await;
            let by_id = user.get_once(&format!("/api/v1/vacancies/{}", vacancy.id)).await;
            assert_eq!((by_number.status, &by_number.body), (by_id.status, &by_id.body), "{state:?}");
            let is_public = vacancy.published_at.is_some();
            assert_eq!(by_id.status, if is_public { StatusCode::OK } else { StatusCode::NOT_FOUND }, "{state:?}");
            if is_public {
                assert_eq!(by_id.json()["state"], state.key());
            }
        }
        app.settle().await;
    }

    async fn what_a_client_has_is_not_sent_again(app) {
        let (employer, user) = (app.employer().await, app.visitor());
        let vacancy = vacancy_in(app, employer.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
        let one = format!("/api/v1/vacancies/{}", vacancy.number);
        let by_id = format!("/api/v1/vacancies/{}", vacancy.id);
        for path in [one.as_str(), &by_id, "/api/v1/reference", "/api/v1/reference/communes", "/api/v1/reference/parks"] {
            let first = user.get_once(path).await.ok();
            let tag = first.header("etag").to_owned();
            assert!(tag.starts_with("W/\"") && first.kind().starts_with("application/json"), "{path}: {tag}");
            let again = asks(&user, path, &tag).await.is(StatusCode::NOT_MODIFIED);
            assert_eq!((again.body.as_str(), again.header("etag")), ("", tag.as_str()), "{path}");
            asks(&user, path, "\"another\"").await.ok();
        }
        // What changed is sent, under another tag.
        let tag = user.get_once(&one).await.header("etag").to_owned();
        employer.post(&format!("/ntd/tin/{}/lenh", vacancy.id), &[("command", "fill")]).await.ok();
        let changed = asks(&user, &one, &tag).await.ok();
        assert_eq!(changed.json()["state"], "closed");
        assert_ne!(changed.header("etag"), tag);
        asks(&user, "/api/v1/reference/colours", "*").await.is(StatusCode::NOT_FOUND);
        app.settle().await;
    }

    async fn every_problem_leads_to_its_page(app) {
        let user = app.visitor();
        let mut codes = BTreeSet::new();
        for (code, status) in problems::ALL {
            assert!(codes.insert(code), "{code} stands twice");
            let page = user.get_once(&problems::address(code)).await.ok();
            assert!(page.kind().starts_with("text/html"), "{code}");
            assert!(page.text("dl").contains(code) && page.text("dl").contains(status.as_str()), "{code}: {}", page.text("dl"));
            assert!(!page.text("h1").is_empty() && page.text("p[lang=en]").len() > 20, "{code}");
        }
        user.get_once("/api/v1/problems/colour").await.is(StatusCode::NOT_FOUND);
        // The other way round: what the API answers with leads somewhere.
        for (method, path) in [(Method::GET, "/api/v1/vacancies?limit=0"), (Method::GET, "/api/v1/nothing"), (Method::DELETE, "/api/v1/vacancies"), (Method::GET, "/api/v1/vacancies?cursor=zzz")] {
            let problem = user.ask(method, path, HeaderMap::new(), Body::empty()).await;
            assert!(problem.status.is_client_error(), "{path}");
            let problem = problem.json();
            let explained = user.get_once(problem["type"].as_str().unwrap()).await.ok();
            assert!(explained.text("dl").contains(problem["code"].as_str().unwrap()), "{problem}");
        }
    }

    async fn suggestions_name_their_kind_in_the_language_of_the_page(app in province) {
        let user = app.visitor();
        for (path, labels) in [("/goi-y", ["Công việc", "Nghề", "Nhà tuyển dụng", "Nơi làm việc"]), ("/en/goi-y", ["Job", "Occupation", "Employer", "Place"])] {
            let kinds = ["title", "occupation", "employer", "place"];
            let mut seen = BTreeSet::new();
            for typed in ["may", "cong", "hung", "thai"] {
                for suggestion in user.get(&format!("{path}?q={typed}")).await.ok().json().as_array().unwrap() {
                    let kind = kinds.iter().position(|kind| suggestion["kind"] == *kind).unwrap();
                    assert_eq!(suggestion["label"], labels[kind], "{suggestion}");
                    seen.insert(kind);
                }
            }
            assert!(seen.len() > 1, "{path}: {seen:?}");
        }
        // Where the field of each language asks.
        for (page, asks) in [("/viec-lam", "/goi-y"), ("/en/viec-lam", "/en/goi-y")] {
            assert_eq!(user.get(page).await.ok().count(&format!("input[data-suggest='{asks}']")), 1, "{page}");
        }
    }

    async fn a_long_decision_goes_to_a_telephone_as_a_link(app) {
        let (employer, officer) = (app.employer().await, app.moderator().await);
        let mut form = content(app, "Công nhân may công nghiệp biết vận hành máy hai kim, đi làm ngay, có xe đưa đón hằng ngày");
        form.contact.as_mut().unwrap().notify_sms = true;
        let vacancy = vacancy_in(app, employer.organisation, VacancyState::Submitted, form).await;
        let case = case_of(app, CaseKind::Vacancy, Entity::Vacancy, vacancy.id.0, employer.organisation).await;
        let path = format!("/tt/duyet/{}", case.id);
        officer.post(&format!("{path}/nhan"), &[]).await.ok();
        let answer = [("outcome", "returned"), ("reason", "misleading"), ("then", "stay")];
        officer.post(&path, &answer).await.ok();
        app.settle().await;
        let outbox = app.outbox().await;
        let told = |channel| outbox.iter().find(|message| message.channel == channel && message.kind == "vacancy").unwrap_or_else(|| panic!("{outbox:#?}"));
        let sms = &told(Channel::Sms).text;
        assert!(sms.chars().count() <= 160 && sms.ends_with(&format!("/ntd/tin/{}", vacancy.id)), "{sms}");
        assert!(told(Channel::Email).text.chars().count() > 160);
    }
}
