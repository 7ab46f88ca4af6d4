//! What the house does by itself as time goes by: personal data goes, sessions end, messages lose
//! their words; each once, and on record.

use crate::world::{application_in, content, person_of, vacancy_in};
use axum::body::Body;
use chrono::TimeDelta;
use http::{HeaderMap, Method, StatusCode, header};
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_domain::application::ApplicationState;
use sanviec_domain::ids::{JobId, MessageId};
use sanviec_domain::language::Locale;
use sanviec_domain::vacancy::VacancyState;
use sanviec_exchange::{doctor, indexing, jobs};
use sanviec_store::{Channel, ConnectionTrait, MessageRecord, MessageState, NewJob};
use sanviec_tests::{Posted, TestApp, User, on_both, vacancy};

pub(crate) async fn number(app: &TestApp, sql: &str) -> i64 {
    let reader = app.store().reader();
    let row = reader
        .query_one_raw(sea_orm::Statement::from_string(reader.get_database_backend(), sql))
        .await
        .unwrap()
        .unwrap();
    row.try_get_by_index(0).unwrap()
}

/// Applies with a code; `keeps` ticks the box that lets the centre keep it.
async fn applies(user: &User, posted: &Posted, name: &str, phone: &str, keeps: bool) -> String {
    let path = format!("/viec-lam/{}/ung-tuyen", posted.number);
    let mut form = user.get(&path).await.ok().form(&path);
    form = form.fill("ho-ten", name).fill("dien-thoai", phone).fill("goi-luc", "evening").fill("dong-y", "co");
    if keeps {
        form = form.fill("giu-ho-so", "co");
    }
    let asked = user.submit(form).await.ok();
    let code = user.app.code_for(phone).await;
    let sent = user.submit(asked.form(&format!("/viec-lam/{}/xac-nhan", posted.number)).fill("ma", &code)).await.ok();
    sent.path.split('?').next().unwrap().to_owned()
}

async fn finding(app: &TestApp, subject: &str) -> doctor::Finding {
    let all = doctor::examine(app.exchange(), app.folder()).await;
    all.into_iter().find(|finding| finding.subject == subject).unwrap()
}

/// A message whose sending was given up, and the dead job that sent it.
async fn given_up(app: &TestApp, kind: &str) -> (MessageId, JobId) {
    let store = app.store();
    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    let id = MessageId(unit.uuid());
    let record = MessageRecord {
        id,
        channel: Channel::Sms,
        recipient: "0912000999".to_owned(),
        locale: Locale::Vi,
        subject: String::new(),
        text: "Tin nhắn".to_owned(),
        html: None,
        kind: kind.to_owned(),
        state: MessageState::Queued,
        attempts: 0,
        last_error: None,
        created_at: unit.now(),
        sent_at: None,
    };
    sanviec_store::messages::insert(&unit, record).await.unwrap();
    unit.enqueue(NewJob {
        name: jobs::names::SEND_MESSAGE,
        key: Some(format!("message:{id}")),
        payload: serde_json::json!({ "message": id }),
        run_at: None,
        priority: 10,
        max_attempts: 12,
    });
    unit.save().await.unwrap();
    let now = app.exchange().now();
    let claimed = sanviec_store::jobs::claim(store, Some(&[jobs::names::SEND_MESSAGE]), "gone", now, TimeDelta::minutes(2), 1)
        .await
        .unwrap();
    sanviec_store::jobs::fail(store, claimed[0].id, "the gateway answered 400", now, None).await.unwrap();
    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    sanviec_store::messages::mark_failed(&unit, id, "the gateway answered 400", true).await.unwrap();
    unit.save().await.unwrap();
    (id, claimed[0].id)
}

async fn message(app: &TestApp, id: MessageId) -> MessageRecord {
    sanviec_store::messages::find(app.store().reader(), id).await.unwrap().unwrap()
}

on_both! {
    async fn applications_become_figures_when_their_time_is_over(app) {
        let (employer, officer) = (app.employer().await, app.moderator().await);
        let posted = employer.posts(vacancy().title("Thợ may mẫu")).await;
        officer.publishes(&posted).await;
        app.settle().await;
        let (user, keeper) = (app.visitor(), app.visitor());
        let gone = applies(&user, &posted, "Phạm Thị Hiền", "0912345678", false).await;
        let kept = applies(&keeper, &posted, "Đỗ Văn Nam", "0987654321", true).await;
        app.settle().await;
        let letters = |texts: Vec<MessageRecord>| texts.iter().filter(|message| format!("{message:?}").contains("Hiền")).count();
        assert!(letters(app.outbox().await) > 0);
        // It lapses after thirty days; six months later its time is over.
        app.later(TimeDelta::days(31)).await;
        let state = async |seeker: &str| {
            let seeker = person_of(app, seeker).await;
            sanviec_store::applications::of_seeker(seeker).list(app.store().reader(), None, 9).await.unwrap().first().map(|one| one.state)
        };
        assert_eq!(state("0912345678").await, Some(ApplicationState::Lapsed));
        app.later(TimeDelta::days(178)).await;
        assert_eq!(state("0912345678").await, Some(ApplicationState::Lapsed), "six months are not over");
        app.later(TimeDelta::days(6)).await;
        assert_eq!(state("0912345678").await, None);
        assert_eq!(state("0987654321").await, Some(ApplicationState::Lapsed), "whoever agreed is kept");
        assert_eq!(letters(app.outbox().await), 0, "no message outlives what it tells of");
        let back = app.seeker("0912345678").await;
        back.get(&gone).await.is(StatusCode::NOT_FOUND);
        app.seeker("0987654321").await.get(&kept).await.ok();
        let counts = sanviec_store::applications::of_employer(employer.organisation).counts_by_state(app.store().reader(), posted.id).await.unwrap();
        assert_eq!(counts[&ApplicationState::Lapsed], 2, "both still count");
        assert_eq!(number(app, "SELECT COUNT(*) FROM history WHERE entity = 'application'").await, 2, "apply and lapse of the one that is kept");
        app.settle().await;
    }

    async fn a_code_does_not_stay_in_its_message(app) {
        let phone = "0912345678";
        app.seeker(phone).await;
        app.settle().await;
        let used = app.messages_to(phone).await.remove(0);
        assert_eq!((used.text.as_str(), used.state), ("", MessageState::Sent));
        // One that nobody types in goes when it runs out.
        let form = app.visitor().get("/dang-nhap").await.ok().form("/dang-nhap").fill("lien-lac", phone);
        app.visitor().submit(form).await.ok();
        app.later(TimeDelta::minutes(4)).await;
        let code = app.code_for(phone).await;
        app.later(TimeDelta::minutes(2)).await;
        let outbox = app.outbox().await;
        assert!(!outbox.iter().any(|message| message.text.contains(&code)), "{outbox:?}");
        assert_eq!(outbox.iter().filter(|message| message.kind == "code").count(), 2, "that there was one stays");
    }

    async fn a_dead_message_is_sent_when_tried_again(app) {
        let admin = app.staff(StaffRole::Admin).await;
        app.settle().await;
        let (id, job) = given_up(app, "case").await;
        assert_eq!(admin.get("/qt/he-thong").await.ok().count("form[action*=thu-lai]"), 1);
        admin.post(&format!("/qt/cong-viec/{job}/thu-lai"), &[]).await.ok();
        app.settle().await;
        assert_eq!(message(app, id).await.state, MessageState::Sent);
        // A code that ran out meanwhile has nothing to send: that is said, and the job is out of the way.
        let (id, job) = given_up(app, "code").await;
        app.later(TimeDelta::minutes(6)).await;
        let page = admin.post(&format!("/qt/cong-viec/{job}/thu-lai"), &[]).await.ok();
        assert!(page.text("main, [role=status], .flash, body").contains("không còn nội dung"), "{}", page.text("body"));
        app.settle().await;
        assert_eq!(message(app, id).await.state, MessageState::Failed);
        assert_eq!(admin.get("/qt/he-thong").await.ok().count("form[action*=thu-lai]"), 0);
    }

    async fn a_session_ends_thirty_days_after_it_began(app) {
        let phone = "0912345678";
        let user = app.visitor();
        let form = user.get("/dang-nhap").await.ok().form("/dang-nhap").fill("lien-lac", phone);
        let asked = user.submit(form).await.ok();
        let form = asked.form("/xac-nhan").fill("ma", &app.code_for(phone).await);
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(&form.fields).finish();
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, "application/x-www-form-urlencoded".parse().unwrap());
        headers.insert("sec-fetch-site", "same-origin".parse().unwrap());
        headers.insert("x-forwarded-for", "203.0.113.77".parse().unwrap());
        headers.insert(header::USER_AGENT, "Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0".parse().unwrap());
        user.ask(Method::POST, &form.action, headers, Body::from(body)).await.is(StatusCode::SEE_OTHER);
        let person = person_of(app, phone).await;
        let devices = sanviec_store::sessions::devices_of(app.store().reader(), person, app.exchange().now()).await.unwrap();
        assert_eq!(devices.len(), 1);
        assert_eq!((devices[0].user_agent.as_deref(), devices[0].ip_prefix.as_deref()), (Some("Firefox, Linux"), Some("203.0.113.0/24")));
        // Used every few days it lives beyond the idle fortnight, but not beyond the thirty days.
        for _ in 0..5 {
            app.wait(TimeDelta::days(5));
            assert_eq!(user.get("/toi").await.ok().path, "/toi");
        }
        app.wait(TimeDelta::days(4));
        assert_eq!(user.get("/toi").await.ok().path, "/toi");
        app.wait(TimeDelta::days(1));
        assert!(user.get("/toi").await.ok().path.starts_with("/dang-nhap"));
        // One that nobody uses ends after the fortnight; the rows of both go.
        let idle = app.seeker("0987654321").await;
        app.wait(TimeDelta::days(14));
        assert!(idle.get("/toi").await.ok().path.starts_with("/dang-nhap"));
        assert!(number(app, "SELECT COUNT(*) FROM session").await >= 2);
        app.later(TimeDelta::hours(1)).await;
        assert_eq!(number(app, "SELECT COUNT(*) FROM session").await, 0);
    }

    async fn what_is_due_runs_once_over_all_nodes(app) {
        let admin = app.staff(StaffRole::Admin).await;
        assert!(finding(app, "schedules").await.healthy, "nothing can be late that never ran");
        let exchange = app.exchange();
        let (one, two, three) = tokio::join!(jobs::periodic::enqueue_due(exchange), jobs::periodic::enqueue_due(exchange), jobs::periodic::enqueue_due(exchange));
        assert_eq!(one.unwrap() + two.unwrap() + three.unwrap(), jobs::periodic::ALL.len());
        app.settle().await;
        assert_eq!(jobs::periodic::enqueue_due(exchange).await.unwrap(), 0);
        app.wait(TimeDelta::hours(1));
        let (one, two) = tokio::join!(jobs::periodic::enqueue_due(exchange), jobs::periodic::enqueue_due(exchange));
        assert_eq!(one.unwrap() + two.unwrap(), 9, "the minute's and the eight hourly ones");
        app.settle().await;
        let known = sanviec_store::schedules::all(app.store().reader()).await.unwrap();
        assert!(known.iter().all(|schedule| schedule.last_run.is_some()), "{known:?}");
        let said = finding(app, "schedules").await;
        let page = admin.get("/qt/he-thong").await.ok();
        assert!(said.healthy);
        for periodic in jobs::periodic::ALL {
            assert!(said.says.contains(periodic.name) && page.text("main").contains(periodic.name), "{}: {}", periodic.name, said.says);
        }
        // With nobody at work it is said.
        app.wait(TimeDelta::hours(2));
        let said = finding(app, "schedules").await;
        assert!(!said.healthy && said.says.starts_with("overdue: clock.tick"), "{}", said.says);
        assert!(admin.get("/qt/he-thong").await.ok().text("main").contains("Quá giờ"));
    }

    async fn an_older_database_under_a_newer_index_is_noticed(app) {
        let employer = app.employer().await;
        let mut records = Vec::new();
        for _ in 0..5 {
            records.push(vacancy_in(app, employer.organisation, VacancyState::Published, content(app, "Công nhân may")).await);
        }
        app.settle().await;
        assert!(finding(app, "index").await.healthy && !indexing::mend(app.exchange()).await.unwrap());
        // The database as it was before these were published, under the index of today.
        let reader = app.store().reader();
        let unit = app.exchange().begin(&Actor::System).await.unwrap();
        for record in &records[1..] {
            let draft = sanviec_store::VacancyRecord { state: VacancyState::Draft, ..record.clone() };
            sanviec_store::vacancies::update(&unit, &draft).await.unwrap();
        }
        unit.save().await.unwrap();
        let ahead = sanviec_store::feed::last(reader).await.unwrap() + 40;
        app.exchange().index.apply(Vec::new(), ahead).unwrap();
        let said = finding(app, "index").await;
        assert!(!said.healthy && said.says.contains("newer than the database by 40"), "{}", said.says);
        assert_eq!(app.exchange().index.documents(), 5, "it holds what is no longer there");
        assert!(indexing::mend(app.exchange()).await.unwrap());
        assert_eq!(app.visitor().finds("may").await.len(), 1, "though four fifths are gone");
        assert!(finding(app, "index").await.healthy);
        // What is published next is found.
        vacancy_in(app, employer.organisation, VacancyState::Published, content(app, "Thợ may")).await;
        app.settle().await;
        assert_eq!(app.visitor().finds("may").await.len(), 2);
    }

    async fn an_open_application_is_never_forgotten(app) {
        let employer = app.employer().await;
        app.seeker("0912345678").await;
        let posted = vacancy_in(app, employer.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
        let seeker = person_of(app, "0912345678").await;
        let hired = application_in(app, &posted, seeker, ApplicationState::Hired).await;
        app.wait(TimeDelta::days(400));
        let open = application_in(app, &vacancy_in(app, employer.organisation, VacancyState::Published, content(app, "Thợ hàn")).await, seeker, ApplicationState::Submitted).await;
        app.later(TimeDelta::minutes(1)).await;
        let find = async |id| sanviec_store::applications::find(app.store().reader(), id).await.unwrap();
        assert_eq!(find(hired.id).await, None);
        assert_eq!(find(open.id).await, Some(open));
        assert_eq!(number(app, "SELECT COUNT(*) FROM application_figure WHERE state = 'hired'").await, 1, "the placement counts");
        app.settle().await;
    }
}
