//! The main walk, from an employer's posting to a seeker's answer, and what may go wrong on it.

use chrono::TimeDelta;
use http::StatusCode;
use sanviec_domain::application::ApplicationState;
use sanviec_domain::vacancy::VacancyState;
use sanviec_tests::{Page, Posted, TestApp, on_both, vacancy};

/// The one application for a vacancy.
async fn application(app: &TestApp, posted: &Posted) -> sanviec_store::ApplicationRecord {
    let vacancy = app.stored(posted.id).await;
    let all = sanviec_store::applications::of_employer(vacancy.employer)
        .of_vacancy(app.store().reader(), posted.id, None, None, 100)
        .await
        .unwrap();
    assert_eq!(all.len(), 1, "{all:?}");
    all.into_iter().next().unwrap()
}

fn flash(page: &Page) -> String {
    page.text("[role=status], .flash")
}

/// What a second press of a button says.
const ALREADY: &str = "Việc này đã được xử lý trước đó";

on_both! {
    async fn from_posting_to_an_answer(app) {
        // An employer posts; it waits, and nobody finds it.
        let employer = app.employer().await;
        let posted = employer.posts(vacancy().title("Công nhân may công nghiệp").wage("9", "12")).await;
        app.settle().await;
        let visitor = app.visitor();
        assert_eq!(visitor.finds("công nhân may").await, [""; 0]);
        visitor.get(&format!("/viec-lam/{}", posted.number)).await.is(StatusCode::NOT_FOUND);

        // An officer finds it in the queue, takes it and publishes it.
        let officer = app.moderator().await;
        let case = officer.claims(&posted).await;
        assert!(case.says("Công nhân may công nghiệp") && case.says("Công ty TNHH May Tiền Hải"));
        let decided = officer.submit(case.form(&case.path).fill("outcome", "approved").press("then", "stay")).await.ok();
        assert_eq!(decided.path, "/tt/duyet");
        assert!(decided.says("Đã ghi quyết định"), "{}", flash(&decided));

        // It is found, with marks and without, as soon as the index has caught up; the employer is told.
        app.settle().await;
        for words in ["công nhân may", "cong nhan may", "CÔNG NHÂN MAY", "CN may", "cong nhan mai"] {
            assert_eq!(visitor.finds(words).await, ["Công nhân may công nghiệp"], "{words}");
        }
        let page = visitor.get("/viec-lam?q=cong+nhan+may").await.ok();
        assert!(page.says("Công nhân may công nghiệp") && page.says("1 việc"), "{}", page.text("main"));
        let told = app.messages_to(&employer.email).await;
        assert!(told.iter().any(|message| message.subject.contains("Tin đã được duyệt")), "{told:?}");

        // A seeker reads it and applies with a telephone number and the code sent to it.
        let seeker = app.visitor();
        let page = seeker.get(&page.link("Công nhân may công nghiệp")).await.ok();
        assert!(page.text("h1").contains("Công nhân may công nghiệp") && page.says("9") && page.says("Công ty TNHH May Tiền Hải"));
        assert_eq!(page.attribute("script[type='application/ld+json']", "type").as_deref(), Some("application/ld+json"));
        assert!(page.link("Ứng tuyển").ends_with(&format!("/viec-lam/{}/ung-tuyen", posted.number)));
        let received = seeker.applies(posted.number, "Phạm Thị Hiền", "0912345678").await;
        assert!(received.path.starts_with("/toi/don/") && received.path.ends_with("?moi"), "{}", received.path);
        app.settle().await;
        let told = app.messages_to(&employer.email).await;
        assert!(told.iter().any(|message| message.subject.contains("Ứng viên mới: Phạm Thị Hiền")), "{told:?}");
        assert!(app.messages_to("0912345678").await.iter().any(|message| message.kind != "code"), "the seeker has it in writing");

        // The employer sees who applied, opens it, and declines with a reason.
        let list = employer.get(&format!("/ntd/tin/{}/ung-vien", posted.id)).await.ok();
        let one = employer.get(&list.link("Phạm Thị Hiền")).await.ok();
        assert!(one.says("0912 345 678"), "{}", one.text("main"));
        assert_eq!(application(app, &posted).await.state, ApplicationState::Viewed);
        let before = app.messages_to("0912345678").await.len();
        let answered = employer.submit(one.form(&format!("{}/lenh", one.path)).fill("command", "decline").fill("reason", "distance")).await.ok();
        assert_eq!(answered.path, one.path);
        let stored = application(app, &posted).await;
        assert_eq!((stored.state, stored.decline_reason.map(|reason| format!("{reason:?}")).as_deref()), (ApplicationState::Declined, Some("Distance")));

        // The seeker is told, by message and on the page.
        app.settle().await;
        let told = app.messages_to("0912345678").await;
        assert_eq!(told.len(), before + 1, "{told:?}");
        let mine = seeker.get("/toi").await.ok();
        let mine = seeker.get(&mine.link("Công nhân may công nghiệp")).await.ok();
        assert!(mine.says("Không phù hợp"), "{}", mine.text("main"));
        assert!(!mine.offers(&format!("{}/rut", mine.path)), "a declined application can't be withdrawn");
    }

    async fn a_return_and_a_second_try(app) {
        let employer = app.employer().await;
        let officer = app.moderator().await;
        let posted = employer.posts(vacancy()).await;
        let undecided = officer.claims(&posted).await;
        // A refusal needs a reason.
        let answer = officer.submit(undecided.form(&undecided.path).fill("outcome", "returned").press("then", "stay")).await;
        assert_eq!(answer.clone().is(StatusCode::UNPROCESSABLE_ENTITY).errors().len(), 1);
        let form = answer.form(&undecided.path).fill("outcome", "returned").fill("reason", "wage-unclear").fill("message", "Xin ghi rõ lương.");
        officer.submit(form.press("then", "stay")).await.ok();
        assert_eq!(app.stored(posted.id).await.state, VacancyState::Returned);
        app.settle().await;
        assert!(app.messages_to(&employer.email).await.iter().any(|message| message.text.contains("Xin ghi rõ lương.")));
        // The employer reads why, changes the text and hands it in again.
        let path = format!("/ntd/tin/{}/sua", posted.id);
        let edit = employer.get(&path).await.ok();
        assert!(edit.says("Xin ghi rõ lương."), "{}", edit.text("main"));
        assert_eq!(edit.form(&path).value("job_title"), "Công nhân may công nghiệp");
        employer.submit(edit.form(&path).fill("wage_to", "11").press("action", "preview")).await.ok();
        employer.sends(&posted).await;
        officer.publishes(&posted).await;
        let stored = app.stored(posted.id).await;
        assert_eq!((stored.state, stored.content.pay.usual.map(|usual| usual.most().0)), (VacancyState::Published, Some(11_000_000)));
        app.settle().await;
    }

    async fn nothing_is_done_twice(app) {
        let employer = app.employer().await;
        let officer = app.moderator().await;
        let posted = employer.drafts(vacancy()).await;
        // Submitting twice.
        let submit = format!("/ntd/tin/{}/gui-duyet", posted.id);
        let (one, two) = (employer.tab(), employer.tab());
        let (one, two) = tokio::join!(one.post(&submit, &[]), two.post(&submit, &[]));
        assert_eq!((one.status, two.status), (StatusCode::OK, StatusCode::OK));
        let cases = sanviec_store::cases::all_open_for(app.store().reader(), sanviec_store::Entity::Vacancy, posted.id.0).await.unwrap();
        assert_eq!(cases.len(), 1);
        // Deciding twice.
        let case = officer.claims(&posted).await;
        let decide = [("outcome", "approved"), ("then", "stay")];
        let (one, two) = (officer.tab(), officer.tab());
        let (one, two) = tokio::join!(one.post(&case.path, &decide), two.post(&case.path, &decide));
        assert_eq!((one.status, two.status), (StatusCode::OK, StatusCode::OK));
        let history = sanviec_store::history::of(app.store().reader(), sanviec_store::Entity::Vacancy, posted.id.0).await.unwrap();
        assert_eq!(history.iter().map(|line| line.command.as_str()).collect::<Vec<_>>(), ["submit", "publish"]);
        let again = officer.post(&case.path, &[("outcome", "rejected"), ("reason", "misleading"), ("then", "stay")]).await;
        assert!(again.says(ALREADY), "{}", again.text("body"));
        assert_eq!(app.stored(posted.id).await.state, VacancyState::Published);
        app.settle().await;
        assert_eq!(app.messages_to(&employer.email).await.iter().filter(|message| message.subject.contains("Tin đã được duyệt")).count(), 1);
        // Proving one code twice, and applying again with another.
        let seeker = app.visitor();
        let asked = seeker.begins_application(posted.number, "Phạm Thị Hiền", "0912345678").await.ok();
        let form = asked.form(&format!("/viec-lam/{}/xac-nhan", posted.number)).fill("ma", &app.code_for("0912345678").await);
        let (one, two) = (seeker.tab(), seeker.tab());
        let (one, two) = tokio::join!(one.submit(form.clone()), two.submit(form));
        let mut answers = [one.status, two.status];
        answers.sort();
        assert_eq!(answers, [StatusCode::OK, StatusCode::UNPROCESSABLE_ENTITY], "{} {}", one.path, two.path);
        assert_eq!([&one, &two].iter().filter(|page| page.path.ends_with("?moi")).count(), 1);
        let again = app.visitor().applies(posted.number, "Phạm Thị Hiền", "0912 345 678").await;
        assert!(again.path.ends_with("?da-co"), "{}", again.path);
        application(app, &posted).await;
        app.settle().await;
        assert_eq!(app.messages_to(&employer.email).await.iter().filter(|message| message.subject.contains("Ứng viên mới")).count(), 1);
        // Answering twice.
        let id = application(app, &posted).await.id;
        let decline = [("command", "decline"), ("reason", "filled")];
        let (one, two) = (employer.tab(), employer.tab());
        let path = format!("/ntd/don/{id}/lenh");
        let (one, two) = tokio::join!(one.post(&path, &decline), two.post(&path, &decline));
        assert_eq!((one.status, two.status), (StatusCode::OK, StatusCode::OK));
        let history = sanviec_store::history::of(app.store().reader(), sanviec_store::Entity::Application, id.0).await.unwrap();
        assert_eq!(history.iter().filter(|line| line.command == "decline").count(), 1);
        app.settle().await;
    }

    async fn two_officers_cannot_hold_one_case(app) {
        let employer = app.employer().await;
        let (first, second) = (app.moderator().await, app.moderator().await);
        let posted = employer.posts(vacancy()).await;
        let case = app.case_of(posted.id).await;
        let claim = format!("/tt/duyet/{case}/nhan");
        let (one, two) = tokio::join!(first.post(&claim, &[]), second.post(&claim, &[]));
        let taken = "vừa được người khác nhận";
        assert_eq!([&one, &two].iter().filter(|page| page.says(taken)).count(), 1, "{}", two.text("body"));
        let (holder, other) = if two.says(taken) { (&first, &second) } else { (&second, &first) };
        // Who doesn't hold it sees that it is held and can't decide it.
        let path = format!("/tt/duyet/{case}");
        let page = other.get(&path).await.ok();
        assert!(!page.offers(&path), "the decision is offered to who doesn't hold the case");
        let answer = other.post(&path, &[("outcome", "approved"), ("then", "stay")]).await;
        assert!(answer.says(ALREADY), "{}", answer.text("body"));
        assert_eq!(app.stored(posted.id).await.state, VacancyState::Submitted);
        // After half an hour the claim is over: the colleague takes it, and the first can't decide any more.
        app.later(TimeDelta::minutes(31)).await;
        other.claims(&posted).await;
        let answer = holder.post(&path, &[("outcome", "rejected"), ("reason", "misleading"), ("then", "stay")]).await;
        assert!(answer.says(ALREADY), "{}", answer.text("body"));
        // Given back, it waits for anybody.
        let mine = other.get(&path).await.ok();
        other.submit(mine.form(&format!("{path}/tra"))).await.ok();
        holder.publishes(&posted).await;
        assert_eq!(app.stored(posted.id).await.state, VacancyState::Published);
        app.settle().await;
    }

    async fn a_seeker_withdraws(app) {
        let employer = app.employer().await;
        let posted = employer.posts(vacancy()).await;
        app.moderator().await.publishes(&posted).await;
        let seeker = app.visitor();
        let sent = seeker.applies(posted.number, "Phạm Thị Hiền", "0912345678").await;
        let path = sent.path.trim_end_matches("?moi").to_owned();
        let page = seeker.submit(sent.form(&format!("{path}/rut"))).await.ok();
        assert!(page.says("Đã rút đơn"), "{}", page.text("body"));
        assert_eq!(application(app, &posted).await.state, ApplicationState::Withdrawn);
        // Pressed again, it stays as it is.
        seeker.post(&format!("{path}/rut"), &[]).await;
        let stored = application(app, &posted).await;
        assert_eq!(stored.state, ApplicationState::Withdrawn);
        app.settle().await;
        // The employer no longer sees the number.
        let one = employer.get(&format!("/ntd/don/{}", stored.id)).await.ok();
        assert!(!one.says("0912 345 678"));
        // Signed in now, the next vacancy takes one screen and no code.
        let next = employer.posts(vacancy().title("Thợ may mẫu")).await;
        app.moderator().await.publishes(&next).await;
        let received = seeker.begins_application(next.number, "Phạm Thị Hiền", "0912345678").await.ok();
        assert!(received.path.ends_with("?moi"), "{}", received.path);
        app.settle().await;
    }

    async fn a_closed_vacancy_answers_everybody(app) {
        let employer = app.employer().await;
        let posted = employer.posts(vacancy()).await;
        app.moderator().await.publishes(&posted).await;
        let seeker = app.visitor();
        seeker.applies(posted.number, "Phạm Thị Hiền", "0912345678").await;
        app.settle().await;
        let page = employer.get(&format!("/ntd/tin/{}", posted.id)).await.ok();
        let fill = page.form(&format!("/ntd/tin/{}/lenh", posted.id));
        assert!(fill.offered("command").contains(&"fill") || page.count("button[name=command][value=fill]") == 1);
        employer.commands(&posted, "fill").await.ok();
        app.settle().await;
        assert_eq!(application(app, &posted).await.state, ApplicationState::Declined);
        assert_eq!(seeker.finds("công nhân may").await, [""; 0]);
        // Its page says so and takes no application.
        let page = seeker.get(&format!("/viec-lam/{}", posted.number)).await.ok();
        assert!(page.says("đã tuyển đủ"), "{}", page.text("main"));
        seeker.get(&format!("/viec-lam/{}/ung-tuyen", posted.number)).await.is(StatusCode::GONE);
    }

    async fn a_deadline_passes(app) {
        let employer = app.employer().await;
        let posted = employer.posts(vacancy().days(3)).await;
        app.moderator().await.publishes(&posted).await;
        app.settle().await;
        // Its last day is a whole day.
        app.later(TimeDelta::days(3)).await;
        app.catch_up().await;
        assert_eq!(app.visitor().finds("may").await.len(), 1);
        app.later(TimeDelta::days(1)).await;
        app.catch_up().await;
        assert_eq!(app.stored(posted.id).await.state, VacancyState::Expired);
        assert_eq!(app.visitor().finds("may").await, [""; 0]);
        assert!(app.messages_to(&employer.email).await.iter().any(|message| message.subject.contains("hết hạn")), "{:?}", app.messages_to(&employer.email).await);
        // With a new deadline it is handed in again.
        let path = format!("/ntd/tin/{}/sua", posted.id);
        let form = employer.get(&path).await.ok().form(&path).fill("deadline", &(app.today() + TimeDelta::days(20)).to_string());
        employer.submit(form.press("action", "save")).await.ok();
        employer.commands(&posted, "renew").await.ok();
        assert_eq!(app.stored(posted.id).await.state, VacancyState::Submitted);
        app.settle().await;
    }

    async fn silence_ends_an_application(app) {
        let employer = app.employer().await;
        let posted = employer.posts(vacancy().days(60)).await;
        app.moderator().await.publishes(&posted).await;
        app.visitor().applies(posted.number, "Phạm Thị Hiền", "0912345678").await;
        app.later(TimeDelta::days(29)).await;
        assert_eq!(application(app, &posted).await.state, ApplicationState::Submitted);
        app.later(TimeDelta::days(2)).await;
        assert_eq!(application(app, &posted).await.state, ApplicationState::Lapsed);
        app.settle().await;
    }

    async fn codes(app) {
        let employer = app.employer().await;
        let posted = employer.posts(vacancy()).await;
        app.moderator().await.publishes(&posted).await;
        let confirm = format!("/viec-lam/{}/xac-nhan", posted.number);
        let visitor = app.visitor();

        // Five wrong tries, and the right code is of no use any more.
        let mut page = visitor.begins_application(posted.number, "Phạm Thị Hiền", "0912345678").await.ok();
        let right = app.code_for("0912345678").await;
        for left in (1..5).rev() {
            page = visitor.submit(page.form(&confirm).fill("ma", "999999")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(page.errors()[0].contains(&left.to_string()), "{:?}", page.errors());
        }
        page = visitor.submit(page.form(&confirm).fill("ma", "999999")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        page = visitor.submit(page.form(&confirm).fill("ma", &right)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.errors().len(), 1);

        // A new one is sent; the old one stays dead, the new one works.
        let page = visitor.submit(page.form(&format!("/viec-lam/{}/gui-lai-ma", posted.number))).await.ok();
        let new = app.code_for("0912345678").await;
        assert_ne!(new, right);
        let again = visitor.submit(page.form(&confirm).fill("ma", &right)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let received = visitor.submit(again.form(&confirm).fill("ma", &new)).await.ok();
        assert!(received.path.ends_with("?moi"), "{}", received.path);

        // After five minutes a code is too old.
        let late = app.visitor();
        let page = late.begins_application(posted.number, "Bùi Thị Ngọc Lan", "0987654321").await.ok();
        app.wait(TimeDelta::minutes(5));
        let code = app.code_for("0987654321").await;
        let page = late.submit(page.form(&confirm).fill("ma", &code)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let page = late.submit(page.form(&format!("/viec-lam/{}/gui-lai-ma", posted.number))).await.ok();
        let code = app.code_for("0987654321").await;
        assert!(late.submit(page.form(&confirm).fill("ma", &code)).await.ok().path.ends_with("?moi"));

        // A code proves what it was asked for, nothing else.
        let other = app.visitor();
        let page = other.begins_application(posted.number, "Ngô Hữu Phúc", "0977000111").await.ok();
        let request = page.form(&confirm).value("yeu-cau").to_owned();
        let code = app.code_for("0977000111").await;
        other.post("/xac-nhan", &[("yeu-cau", &request), ("ma", &code)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        other.get_once("/toi").await.is(StatusCode::SEE_OTHER);

        // Five codes an hour to one number; then a person waits.
        let greedy = app.visitor();
        for _ in 0..5 {
            greedy.post("/dang-nhap", &[("lien-lac", "0966000222")]).await.ok();
        }
        let refused = greedy.post("/dang-nhap", &[("lien-lac", "0966000222")]).await.is(StatusCode::TOO_MANY_REQUESTS);
        assert_eq!(refused.header("retry-after"), "3600");
        app.wait(TimeDelta::minutes(61));
        greedy.post("/dang-nhap", &[("lien-lac", "0966000222")]).await.ok();
        app.settle().await;
    }

    async fn signing_in(app) {
        // Whoever was going somewhere comes there after signing in.
        let visitor = app.visitor();
        let asked = visitor.get("/toi").await.ok();
        assert!(asked.path.starts_with("/dang-nhap?tiep="), "{}", asked.path);
        let form = asked.form("/dang-nhap").fill("lien-lac", "0912 345 678");
        let page = visitor.submit(form).await.ok();
        let action = page.attribute("main form", "action").unwrap();
        let there = visitor.submit(page.form(&action).fill("ma", &app.code_for("0912345678").await)).await.ok();
        assert_eq!(there.path, "/toi");
        // Signed out, the old cookie is worth nothing.
        let tab = visitor.tab();
        visitor.post("/dang-xuat", &[]).await.ok();
        tab.get_once("/toi").await.is(StatusCode::SEE_OTHER);
        // Nobody is told whether an address is known.
        let known = app.employer().await.email.clone();
        for address in [known.as_str(), "khong-ai@example.vn"] {
            app.visitor().post("/dang-nhap", &[("lien-lac", address)]).await.ok();
        }
        // What is neither a number nor an address is said at the field.
        let wrong = app.visitor().post("/dang-nhap", &[("lien-lac", "xin chào")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.errors().len(), 1);
        app.settle().await;
    }
}
