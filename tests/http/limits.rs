//! How often somebody may ask: counted by number, account and network, over every node; what is read
//! by who is over a limit; and that the counts hold nobody's number and go away.

use crate::world::{content, vacancy_in};
use axum::body::Body;
use chrono::TimeDelta;
use http::{HeaderMap, Method, StatusCode, header};
use sanviec_domain::vacancy::VacancyState;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::limits::{self, Limited, Subject};
use sanviec_store::ConnectionTrait;
use sanviec_tests::{Page, TestApp, User, on_both};

/// A form from a network out there.
pub async fn from(user: &User, network: &str, path: &str, fields: &[(&str, &str)]) -> Page {
    let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, "application/x-www-form-urlencoded".parse().unwrap());
    headers.insert("sec-fetch-site", "same-origin".parse().unwrap());
    headers.insert("x-forwarded-for", network.parse().unwrap());
    user.ask(Method::POST, path, headers, Body::from(body)).await
}

async fn reads(user: &User, network: &str, path: &str) -> Page {
    let mut headers = HeaderMap::new();
    headers.insert("x-forwarded-for", network.parse().unwrap());
    user.ask(Method::GET, path, headers, Body::empty()).await
}

async fn rows(app: &TestApp) -> i64 {
    let conn = app.store().reader();
    let sql = "SELECT COUNT(*) FROM limit_count";
    let row = conn
        .query_one_raw(sea_orm::Statement::from_string(conn.get_database_backend(), sql))
        .await
        .unwrap()
        .unwrap();
    row.try_get_by_index(0).unwrap()
}

on_both! {
    async fn codes_to_one_number_end_with_a_page_that_says_when(app) {
        let user = app.visitor();
        for _ in 0..5 {
            user.post_once("/dang-nhap", &[("lien-lac", "0912345678")]).await.is(StatusCode::SEE_OTHER);
        }
        app.wait(TimeDelta::minutes(20));
        for (path, says) in [("/dang-nhap", "40 phút"), ("/en/dang-nhap", "40 minutes")] {
            let page = user.post_once(path, &[("lien-lac", "0912 345 678")]).await.is(StatusCode::TOO_MANY_REQUESTS);
            assert_eq!(page.header("retry-after"), "2400");
            assert!(page.text("main").contains(says), "{}", page.text("main"));
        }
        assert_eq!(app.messages_to("0912345678").await.len(), 5, "none is sent beyond the limit");
        // Another number, and this one when the hour is over.
        user.post_once("/dang-nhap", &[("lien-lac", "0987654321")]).await.is(StatusCode::SEE_OTHER);
        app.wait(TimeDelta::minutes(40));
        user.post_once("/dang-nhap", &[("lien-lac", "0912345678")]).await.is(StatusCode::SEE_OTHER);
        app.settle().await;
    }

    async fn a_resend_beyond_the_limit_leaves_the_code_there_is(app) {
        let user = app.visitor();
        let asked = user.submit(user.get("/dang-nhap").await.ok().form("/dang-nhap").fill("lien-lac", "0912345678")).await.ok();
        let mut form = asked.form("/xac-nhan");
        for _ in 0..4 {
            let sent = user.post("/gui-lai-ma", &[("yeu-cau", form.value("yeu-cau"))]).await.ok();
            form = sent.form("/xac-nhan");
        }
        user.post_once("/gui-lai-ma", &[("yeu-cau", form.value("yeu-cau"))]).await.is(StatusCode::TOO_MANY_REQUESTS);
        let code = app.code_for("0912345678").await;
        assert_eq!(user.submit(form.fill("ma", &code)).await.ok().path, "/toi");
        app.settle().await;
    }

    async fn a_network_is_counted_and_its_neighbours_are_not(app) {
        let posted = vacancy_in(app, app.employer().await.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
        app.settle().await;
        let path = format!("/viec-lam/{}/ung-tuyen", posted.number);
        let rate = app.exchange().settings.rates.apply_network;
        for _ in 0..rate.count {
            limits::count(app.exchange(), Limited::Apply, Subject::Network("203.0.113.0/24")).await.unwrap();
        }
        let user = app.visitor();
        from(&user, "203.0.113.9", &path, &[]).await.is(StatusCode::TOO_MANY_REQUESTS);
        from(&user, "198.51.100.9", &path, &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        from(&user, "203.0.113.9", "/dang-nhap", &[("lien-lac", "0912345678")]).await.is(StatusCode::SEE_OTHER);
        // A proxy that passes no address on must not lock everybody out.
        from(&user, "10.0.0.1", &path, &[]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        app.settle().await;
    }

    async fn searching_is_counted_in_lumps_and_the_api_says_it_as_a_problem(app) {
        let user = app.visitor();
        let rate = app.exchange().settings.rates.search_network;
        let mut refused = 0;
        for _ in 0..rate.count + 40 {
            match limits::count(app.exchange(), Limited::Search, Subject::Network("203.0.113.0/24")).await {
                Ok(()) => {}
                Err(ExchangeError::TooMany { retry_after_seconds }) => {
                    assert!((1..=60).contains(&retry_after_seconds));
                    refused += 1;
                }
                Err(other) => panic!("{other}"),
            }
        }
        assert!((1..=40).contains(&refused), "{refused} refused");
        let problem = reads(&user, "203.0.113.7", "/api/v1/vacancies").await.is(StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(problem.kind(), "application/problem+json");
        assert!(!problem.header("retry-after").is_empty());
        assert_eq!(problem.json()["code"], "too-many");
        reads(&user, "203.0.113.7", "/viec-lam").await.is(StatusCode::TOO_MANY_REQUESTS);
        reads(&user, "203.0.113.7", "/").await.ok();
        reads(&user, "198.51.100.7", "/viec-lam").await.ok();
        app.wait(TimeDelta::minutes(1));
        reads(&user, "203.0.113.7", "/viec-lam").await.ok();
    }

    async fn many_at_once_are_all_counted(app) {
        let count = || limits::count(app.exchange(), Limited::SignIn, Subject::Contact("0912345678"));
        let rate = app.exchange().settings.rates.sign_in_contact;
        let mut fine = 0;
        for _ in 0..rate.count {
            let (one, two) = tokio::join!(count(), count());
            fine += u32::from(one.is_ok()) + u32::from(two.is_ok());
        }
        assert_eq!(fine, rate.count, "no more than the rate, however they come");
        // Counts hold no number, and go when their time is over.
        assert_eq!(rows(app).await, 1);
        let conn = app.store().reader();
        let sql = "SELECT COUNT(*) FROM limit_count WHERE subject LIKE '%0912345678%'";
        let row = conn.query_one_raw(sea_orm::Statement::from_string(conn.get_database_backend(), sql)).await.unwrap().unwrap();
        assert_eq!(row.try_get_by_index::<i64>(0).unwrap(), 0);
        app.later(TimeDelta::hours(2)).await;
        assert_eq!(rows(app).await, 0);
        app.settle().await;
    }

    async fn a_clock_that_was_set_back_locks_nobody_out(app) {
        let count = || limits::count(app.exchange(), Limited::Code, Subject::Contact("0912345678"));
        for _ in 0..5 {
            count().await.unwrap();
        }
        assert!(count().await.is_err());
        app.wait(TimeDelta::days(-3));
        assert!(count().await.is_ok());
    }
}
