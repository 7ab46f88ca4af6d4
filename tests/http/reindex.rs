//! The index is built anew while the site answers: no request is lost, the documents are the same.

use crate::world::{content, vacancy_in};
use sanviec_domain::organisation::{OrganisationKind, OrganisationState};
use sanviec_domain::vacancy::VacancyState;
use sanviec_exchange::indexing;
use sanviec_tests::{User, on_both};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// The ids of every vacancy that is found, page by page.
async fn everything(user: &User) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut path = "/api/v1/vacancies?limit=50&sort=newest".to_owned();
    loop {
        let page = user.get(&path).await.ok().json();
        for item in page["items"].as_array().unwrap() {
            assert!(found.insert(item["id"].as_str().unwrap().to_owned()), "listed twice");
        }
        let Some(next) = page["next"].as_str() else { return found };
        let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
        path = format!("/api/v1/vacancies?limit=50&sort=newest&cursor={next}");
    }
}

on_both! {
    async fn while_the_site_answers(app in province) {
        let before = everything(&app.visitor()).await;
        assert!(before.len() > 100, "{}", before.len());
        let stop = Arc::new(AtomicBool::new(false));
        let asked = Arc::new(AtomicUsize::new(0));
        let visitors: Vec<_> = (0..2)
            .map(|turn| {
                let (visitor, stop, asked, total) = (app.visitor(), stop.clone(), asked.clone(), before.len());
                tokio::spawn(async move {
                    while !stop.load(Ordering::Relaxed) {
                        let page = visitor.get(if turn == 0 { "/api/v1/vacancies?limit=5" } else { "/viec-lam" }).await.ok();
                        if turn == 0 {
                            assert_eq!(page.json()["total"], total, "a search saw half an index");
                        }
                        asked.fetch_add(1, Ordering::Relaxed);
                    }
                })
            })
            .collect();
        for _ in 0..5 {
            assert_eq!(indexing::rebuild(app.exchange()).await.unwrap(), before.len() as u64);
        }
        stop.store(true, Ordering::Relaxed);
        for visitor in visitors {
            visitor.await.unwrap();
        }
        assert!(asked.load(Ordering::Relaxed) > 5);
        assert_eq!(everything(&app.visitor()).await, before);
        assert_eq!(app.exchange().index.applied(), sanviec_store::feed::last(app.store().reader()).await.unwrap());
    }

    async fn while_others_publish(app) {
        let employer = app.organisation("Công ty May", OrganisationKind::Employer, OrganisationState::Verified).await;
        let mut expected = BTreeSet::new();
        for round in 0..6 {
            for _ in 0..5 {
                expected.insert(vacancy_in(app, employer, VacancyState::Published, content(app, "Công nhân may")).await.id.to_string());
            }
            let last = async {
                let written = vacancy_in(app, employer, VacancyState::Published, content(app, "Thợ may mẫu")).await;
                app.catch_up().await;
                written.id.to_string()
            };
            let (built, last) = tokio::join!(indexing::rebuild(app.exchange()), last);
            built.unwrap();
            expected.insert(last);
            // What came while it was built is taken in from where the build began.
            app.catch_up().await;
            assert_eq!(everything(&app.visitor()).await, expected, "round {round}");
        }
    }
}
