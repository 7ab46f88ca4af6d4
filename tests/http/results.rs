//! What came of vacancies: employers are asked after twenty working days, and answer on one page.

use crate::world::{application_in, content, vacancy_in};
use chrono::TimeDelta;
use http::StatusCode;
use sanviec_domain::access::StaffRole;
use sanviec_domain::application::ApplicationState;
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::vacancy::VacancyState;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_tests::{Employer, TestApp, on_both};

async fn letters(app: &TestApp, owner: &Employer) -> Vec<String> {
    let all = app.messages_to(&owner.email).await;
    all.into_iter().map(|letter| letter.subject).filter(|subject| subject.starts_with("Kết quả")).collect()
}

async fn open(app: &TestApp, owner: &Employer) -> Vec<VacancyRecord> {
    sanviec_store::results::open_of(app.store().reader(), owner.organisation, 100).await.unwrap()
}

on_both! {
    async fn an_employer_is_asked_after_twenty_working_days(app) {
        let owner = app.employer().await;
        let sewing = vacancy_in(app, owner.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
        let welding = vacancy_in(app, owner.organisation, VacancyState::Closed, content(app, "Thợ hàn")).await;
        vacancy_in(app, owner.organisation, VacancyState::Draft, content(app, "Thủ kho")).await;
        let person = crate::world::person_of(app, &{ let phone = app.phone(); app.seeker(&phone).await; phone }).await;
        application_in(app, &sewing, person, ApplicationState::Hired).await;
        app.settle().await;
        // Four weeks are twenty working days where there is no holiday.
        app.later(TimeDelta::days(26)).await;
        assert!(open(app, &owner).await.is_empty());
        app.later(TimeDelta::days(4)).await;
        let asked: Vec<String> = open(app, &owner).await.into_iter().map(|vacancy| vacancy.content.title).collect();
        assert_eq!(asked, ["Công nhân may", "Thợ hàn"]);
        // One letter for both, once.
        assert_eq!(letters(app, &owner).await, ["Kết quả tuyển dụng của 2 tin"]);
        app.later(TimeDelta::days(2)).await;
        assert_eq!(letters(app, &owner).await.len(), 1);

        // A month later everybody signs in anew.
        owner.sign_in(&owner.phone).await;
        assert!(owner.get("/ntd").await.ok().says("2 tin cần báo kết quả"));
        let page = owner.get("/ntd/ket-qua").await.ok();
        assert!(page.says("Trên sàn đã ghi nhận 1 người") && !page.says("Thủ kho"));
        let (all, here) = (format!("nhan-{}", sewing.id), format!("day-{}", sewing.id));
        let form = || page.form("/ntd/ket-qua");
        assert_eq!(form().value(&here), "1");
        for (hired, of_them, says) in [("nhiều", "1", "Nhập số người"), ("10.001", "1", "Nhập số người"), ("2", "3", "không thể nhiều hơn"), ("2", "x", "Nhập số người")] {
            let refused = owner.submit(form().fill(&all, hired).fill(&here, of_them)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.says(says) && refused.form("/ntd/ket-qua").value(&all) == hired, "{hired} {of_them}");
        }
        // What is left empty is asked again.
        let answered = owner.submit(form().fill(&all, "14").fill(&here, "9")).await.ok();
        assert!(answered.says("Đã ghi nhận kết quả của 1 tin") && answered.says("Thợ hàn") && !answered.says("Công nhân may"));
        let manager = app.staff(StaffRole::Manager).await;
        let desk = manager.get("/tt/ban-quan-ly").await.ok();
        let figures = desk.texts("section[aria-labelledby=ket-qua] dd");
        assert_eq!(figures, ["2", "1", "14", "9"]);
        // Nobody answers twice, nor for somebody else.
        let sum = |pages: Vec<String>| pages.join(" ");
        owner.post("/ntd/ket-qua", &[(&all, "99"), (&here, "0")]).await.ok();
        app.employer().await.post("/ntd/ket-qua", &[(&format!("nhan-{}", welding.id), "99")]).await.ok();
        assert_eq!(sum(manager.get("/tt/ban-quan-ly").await.ok().texts("section[aria-labelledby=ket-qua] dd")), "2 1 14 9");
        let viewer = app.member(owner.organisation, MemberRole::Viewer).await;
        assert!(!viewer.get("/ntd/ket-qua").await.ok().offers("Gửi kết quả"));
        viewer.post_once("/ntd/ket-qua", &[(&format!("nhan-{}", welding.id), "1")]).await.is(StatusCode::FORBIDDEN);
        app.settle().await;
    }

    async fn whoever_has_found_them_is_asked_at_once(app) {
        let (owner, officer) = (app.employer().await, app.moderator().await);
        let posted = owner.posts(sanviec_tests::vacancy().title("Công nhân may")).await;
        officer.publishes(&posted).await;
        app.settle().await;
        let closed = owner.commands(&posted, "fill").await.ok();
        assert!(closed.path.starts_with("/ntd/ket-qua") && closed.says("Tin đã đóng") && closed.says("Công nhân may"), "{}", closed.text("main"));
        // No letter follows: it is on the page already.
        app.later(TimeDelta::days(40)).await;
        assert!(letters(app, &owner).await.is_empty());
        app.settle().await;
    }
}
