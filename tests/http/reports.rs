//! Reports about vacancies: by anybody, without an account, looked at together.

use crate::world::{content, vacancy_in};
use http::StatusCode;
use sanviec_domain::calendar;
use sanviec_domain::moderation::{CaseKind, CaseState, ReportReason};
use sanviec_domain::vacancy::{ClosedReason, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::cases::Only;
use sanviec_store::{CaseRecord, Entity, VacancyRecord};
use sanviec_tests::{Employer, TestApp, User, on_both};

async fn published(app: &TestApp, owner: &Employer) -> VacancyRecord {
    let vacancy = vacancy_in(app, owner.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
    app.settle().await;
    vacancy
}

/// Presses a reason on the vacancy's page; answers with the page of thanks.
async fn reports(user: &User, vacancy: &VacancyRecord, reason: ReportReason) -> sanviec_tests::Page {
    let page = user.get(&format!("/viec-lam/{}", vacancy.number)).await.ok();
    let page = user.get(&page.link("Báo cáo tin xấu")).await.ok();
    let pressed = page.form(&page.path).press("ly-do", reason.key());
    user.submit(pressed).await.ok()
}

async fn cases(app: &TestApp, vacancy: &VacancyRecord) -> Vec<CaseRecord> {
    let all = sanviec_store::cases::queue(app.store().reader(), Some(&[CaseKind::Report]), Only::All, None, 100)
        .await
        .unwrap();
    all.into_iter().filter(|case| case.subject == vacancy.id.0).collect()
}

on_both! {
    async fn reports_of_many_are_one_case_that_the_gravest_makes_urgent(app) {
        let owner = app.employer().await;
        let vacancy = published(app, &owner).await;
        let first = app.visitor();
        let thanks = reports(&first, &vacancy, ReportReason::Contact).await;
        assert!(thanks.says("Trung tâm đã nhận phản ánh") && thanks.says("8 giờ làm việc"), "{}", thanks.text("main"));
        assert_eq!(first.cookie(), None, "a visitor who reports gets no session");
        let is_holiday = app.exchange().is_holiday();
        let due = cases(app, &vacancy).await[0].due_at;
        assert_eq!(due, calendar::due(app.exchange().now(), calendar::PROMISE, &is_holiday));

        let second = app.seeker("0912345678").await;
        let thanks = reports(&second, &vacancy, ReportReason::Fee).await;
        assert!(thanks.says("4 giờ làm việc"));
        let open = cases(app, &vacancy).await;
        assert_eq!(open.len(), 1, "one case for both");
        assert!(open[0].due_at < due, "where people are asked for money, it is due sooner");

        // More can be told once; a wrong number is said at its field and nothing is lost.
        let wrong = second.submit(thanks.form(&thanks.path).fill("ke-lai", "Bảo nộp 500 nghìn trước").fill("dien-thoai", "12")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.errors(), ["Lỗi: Số điện thoại chưa đúng"]);
        assert_eq!(wrong.form(&thanks.path).value("ke-lai"), "Bảo nộp 500 nghìn trước");
        let added = second.submit(wrong.form(&thanks.path).fill("dien-thoai", "0987 654 321")).await.ok();
        assert!(added.says("Đã ghi thêm vào phản ánh") && !added.offers(&added.path), "{}", added.text("main"));

        // The officer sees both in the queue and on the case, the reasons they suggest first.
        let officer = app.moderator().await;
        let queue = officer.get("/tt/duyet?loai=report").await.ok();
        assert!(queue.says("Đòi tiền") && queue.says("Không liên hệ được"));
        let case = officer.get(&format!("/tt/duyet/{}", open[0].id)).await.ok();
        assert!(case.says("2 phản ánh") && case.says("Bảo nộp 500 nghìn trước") && case.says("0987 654 321"), "{}", case.text("main"));
        assert!(case.texts(".reasons .check").iter().take(2).any(|reason| reason.contains("Thu tiền")), "{:?}", case.texts(".reasons .check"));

        // Taking it down hides it at once and tells the employer why.
        officer.submit(case.form(&case.path).fill("outcome", "rejected").fill("reason", "fee-or-deposit").press("then", "stay")).await.ok();
        app.settle().await;
        let now = app.stored(vacancy.id).await;
        assert_eq!((now.state, now.closed_reason), (VacancyState::Closed, Some(ClosedReason::ByCentre)));
        assert_eq!(first.finds("may").await, [""; 0]);
        first.get_once(&format!("/viec-lam/{}", vacancy.number)).await.is(StatusCode::NOT_FOUND);
        // Whoever comes back to an old report is led to what is there.
        assert_eq!(second.get(&added.path).await.ok().path, "/viec-lam");
        // The employer reads neither that there were reports nor whose.
        let own = owner.get("/ntd/duyet").await.ok();
        assert!(!own.says("Phản ánh") && !own.says("0987 654 321"));
    }

    async fn a_report_without_grounds_leaves_the_vacancy(app) {
        let owner = app.employer().await;
        let vacancy = published(app, &owner).await;
        reports(&app.visitor(), &vacancy, ReportReason::Other).await;
        let case = cases(app, &vacancy).await.remove(0);
        let officer = app.moderator().await;
        officer.post(&format!("/tt/duyet/{}", case.id), &[("outcome", "approved"), ("then", "stay")]).await.ok();
        app.settle().await;
        assert_eq!(app.stored(vacancy.id).await.state, VacancyState::Published);
        // A new report after the decision is a new case.
        reports(&app.visitor(), &vacancy, ReportReason::Fake).await;
        let open = cases(app, &vacancy).await;
        assert!(open.len() == 1 && open[0].id != case.id);
        app.settle().await;
    }

    async fn what_is_over_meanwhile_is_decided_all_the_same(app) {
        let owner = app.employer().await;
        let vacancy = published(app, &owner).await;
        reports(&app.visitor(), &vacancy, ReportReason::Fee).await;
        let case = cases(app, &vacancy).await.remove(0);
        owner.post(&format!("/ntd/tin/{}/lenh", vacancy.id), &[("command", "withdraw")]).await.ok();
        let officer = app.moderator().await;
        officer.post(&format!("/tt/duyet/{}", case.id), &[("outcome", "rejected"), ("reason", "misleading"), ("then", "stay")]).await.ok();
        app.settle().await;
        let case = sanviec_store::cases::find(app.store().reader(), case.id).await.unwrap().unwrap();
        assert_eq!(case.state, CaseState::Decided);
        assert_eq!(app.stored(vacancy.id).await.closed_reason, Some(ClosedReason::Withdrawn));
    }

    async fn only_what_is_public_is_reported_and_only_once_added_to(app) {
        let owner = app.employer().await;
        let visitor = app.visitor();
        let draft = vacancy_in(app, owner.organisation, VacancyState::Draft, content(app, "Công nhân may")).await;
        let path = format!("/viec-lam/{}/phan-anh", draft.number);
        visitor.get_once(&path).await.is(StatusCode::NOT_FOUND);
        visitor.post_once(&path, &[("ly-do", "fee")]).await.is(StatusCode::NOT_FOUND);
        let vacancy = published(app, &owner).await;
        let path = format!("/viec-lam/{}/phan-anh", vacancy.number);
        visitor.post_once(&path, &[("ly-do", "unknown")]).await.is(StatusCode::BAD_REQUEST);
        // What only a machine fills leaves nothing behind.
        visitor.post(&path, &[("ly-do", "fee"), ("trang-web", "http://x.vn")]).await.ok();
        assert!(cases(app, &vacancy).await.is_empty());
        let thanks = reports(&visitor, &vacancy, ReportReason::Fee).await;
        let other = published(app, &owner).await;
        let elsewhere = thanks.path.replace(&vacancy.number.to_string(), &other.number.to_string());
        visitor.get_once(&elsewhere).await.is(StatusCode::NOT_FOUND);
        // A day later it is closed for more.
        app.wait(chrono::TimeDelta::hours(25));
        assert!(!visitor.get(&thanks.path).await.ok().offers(&thanks.path));
        visitor.post(&thanks.path, &[("ke-lai", "muộn rồi")]).await.ok();
        let case = cases(app, &vacancy).await.remove(0);
        let stored = sanviec_store::reports::of_case(app.store().reader(), case.id, 10).await.unwrap();
        assert_eq!((stored.len(), stored[0].words.as_str()), (1, ""));
        // After half a year nothing personal is left of it.
        let person = app.seeker("0912345678").await;
        let again = reports(&person, &vacancy, ReportReason::Other).await;
        person.submit(again.form(&again.path).fill("ke-lai", "Xin xem lại").fill("dien-thoai", "0912345678")).await.ok();
        app.later(chrono::TimeDelta::days(200)).await;
        let stored = sanviec_store::reports::of_case(app.store().reader(), case.id, 10).await.unwrap();
        assert_eq!(stored.len(), 2);
        assert!(stored.iter().all(|report| report.words.is_empty() && report.phone.is_none() && report.person.is_none()), "{stored:?}");
        app.settle().await;
    }

    async fn every_reason_can_be_given_in_both_languages(app) {
        let owner = app.employer().await;
        let visitor = app.visitor();
        for reason in ReportReason::ALL {
            let vacancy = published(app, &owner).await;
            let page = visitor.get(&format!("/en/viec-lam/{}/phan-anh", vacancy.number)).await.ok();
            let thanks = visitor.submit(page.form(&page.path).press("ly-do", reason.key())).await.ok();
            assert!(thanks.path.starts_with("/en/") && thanks.says("The centre has your report"), "{}", thanks.path);
            let open = sanviec_store::cases::all_open_for(app.store().reader(), Entity::Vacancy, vacancy.id.0).await.unwrap();
            assert_eq!(open.len(), 1, "{reason:?}");
            let counted = sanviec_store::reports::counts(app.store().reader(), &[open[0].id]).await.unwrap();
            assert_eq!(counted, [(open[0].id, *reason, 1)]);
        }
        app.settle().await;
    }
}
