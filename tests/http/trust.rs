//! Employers whom the centre trusts: what they post is public at once and looked at afterwards.

use crate::world::{content, vacancy_in};
use sanviec_domain::access::StaffRole;
use sanviec_domain::moderation::{CaseKind, CaseState};
use sanviec_domain::vacancy::{ClosedReason, VacancyState};
use sanviec_store::cases::Only;
use sanviec_store::{CaseRecord, Entity};
use sanviec_tests::{Employer, Officer, TestApp, on_both, vacancy};
use uuid::Uuid;

/// The manager trusts an employer, on its page.
async fn trusts(manager: &Officer, owner: &Employer) {
    let path = format!("/tt/to-chuc/{}", owner.organisation);
    let page = manager.get(&path).await.ok();
    let form = page.form(&format!("{path}/lenh"));
    let done = manager.submit(form.press("command", "trust")).await.ok();
    assert!(done.texts(".tag").iter().any(|tag| tag == "Đáng tin cậy"), "{}", done.text("main"));
}

async fn open(app: &TestApp, subject: Uuid) -> Vec<CaseRecord> {
    sanviec_store::cases::all_open_for(app.store().reader(), Entity::Vacancy, subject).await.unwrap()
}

on_both! {
    async fn what_a_trusted_employer_posts_is_found_at_once(app) {
        let (owner, manager) = (app.employer().await, app.staff(StaffRole::Manager).await);
        // Before, it waits.
        let before = owner.posts(vacancy().title("Thợ hàn")).await;
        assert_eq!(app.stored(before.id).await.state, VacancyState::Submitted);
        // Only the manager decides on trust.
        let moderator = app.moderator().await;
        let path = format!("/tt/to-chuc/{}", owner.organisation);
        assert!(!moderator.get(&path).await.ok().says("Công nhận đáng tin cậy"));
        moderator.post_once(&format!("{path}/lenh"), &[("command", "trust")]).await.is(http::StatusCode::FORBIDDEN);
        trusts(&manager, &owner).await;
        app.settle().await;
        assert!(app.messages_to(&owner.email).await.iter().any(|letter| letter.subject.contains("đáng tin cậy")));

        let posted = owner.posts(vacancy().title("Công nhân may")).await;
        assert!(owner.get("/ntd").await.ok().says("Công nhân may"));
        assert_eq!(app.stored(posted.id).await.state, VacancyState::Published);
        app.settle().await;
        assert_eq!(app.visitor().finds("cong nhan may").await, ["Công nhân may"]);
        assert!(app.messages_to(&owner.email).await.iter().any(|letter| letter.subject.contains("Tin đã được đăng")));

        // What the rules find grave waits, whoever sends it.
        let grave = owner.posts(vacancy().title("Thủ kho").with("job_description", "Người lao động đặt cọc 500.000 đ khi nhận việc. Làm giờ hành chính.")).await;
        assert_eq!(app.stored(grave.id).await.state, VacancyState::Submitted);
        assert_eq!(open(app, grave.id.0).await[0].kind, CaseKind::Vacancy);
        // What it finds worth a look is public, and looked at.
        let looked = owner.posts(vacancy().title("Lễ tân").with("job_description", "Chỉ tuyển nữ, ngoại hình ưa nhìn. Đón khách, nghe điện thoại.")).await;
        assert_eq!(app.stored(looked.id).await.state, VacancyState::Published);
        let sample = open(app, looked.id.0).await.remove(0);
        assert_eq!(sample.kind, CaseKind::Sample);

        // Rejecting the sample takes it down everywhere.
        moderator.post(&format!("/tt/duyet/{}", sample.id), &[("outcome", "rejected"), ("reason", "discrimination"), ("then", "stay")]).await.ok();
        app.settle().await;
        assert_eq!(app.stored(looked.id).await.closed_reason, Some(ClosedReason::ByCentre));
        assert_eq!(app.visitor().finds("le tan").await, [""; 0]);

        // Trust is taken back with a reason; what is public stays, what is new waits.
        let page = manager.get(&path).await.ok();
        let form = page.form(&format!("{path}/lenh"));
        assert!(manager.submit(form.press("command", "distrust")).await.ok().says("lý do"));
        let form = manager.get(&path).await.ok().form(&format!("{path}/lenh"));
        manager.submit(form.fill("reason", "misleading").press("command", "distrust")).await.ok();
        let after = owner.posts(vacancy().title("Bảo vệ")).await;
        assert_eq!(app.stored(after.id).await.state, VacancyState::Submitted);
        assert_eq!(app.stored(posted.id).await.state, VacancyState::Published);
        app.settle().await;
    }

    async fn changes_of_a_trusted_employer_are_public_at_once(app) {
        let (owner, manager) = (app.employer().await, app.staff(StaffRole::Manager).await);
        trusts(&manager, &owner).await;
        let posted = owner.posts(vacancy().title("Công nhân may")).await;
        app.settle().await;
        let path = format!("/ntd/tin/{}/sua", posted.id);
        let form = owner.get(&path).await.ok().form(&path);
        owner.submit(form.fill("job_title", "Công nhân dệt")).await.ok();
        app.settle().await;
        assert_eq!(app.stored(posted.id).await.content.title, "Công nhân dệt");
        assert_eq!(app.visitor().finds("det").await, ["Công nhân dệt"]);
        // A grave change waits, and the text that is public stays.
        let form = owner.get(&path).await.ok().form(&path);
        owner.submit(form.fill("job_description", "Đặt cọc 500.000 đ khi nhận việc. Dệt khăn, ca ngày.")).await.ok();
        assert!(!app.stored(posted.id).await.content.description.contains("Đặt cọc"));
        app.settle().await;
    }

    async fn a_suspension_ends_the_trust(app) {
        let (owner, manager) = (app.employer().await, app.staff(StaffRole::Manager).await);
        trusts(&manager, &owner).await;
        let path = format!("/tt/to-chuc/{}/lenh", owner.organisation);
        manager.post(&path, &[("command", "suspend"), ("reason", "complaints")]).await.ok();
        manager.post(&path, &[("command", "lift")]).await.ok();
        let organisation = sanviec_store::organisations::find(app.store().reader(), owner.organisation).await.unwrap().unwrap();
        assert!(!organisation.trusted);
        let college = app.college().await;
        let answer = manager.post(&format!("/tt/to-chuc/{}/lenh", college.organisation), &[("command", "trust")]).await.ok();
        assert!(answer.says("đã được xử lý") || !answer.says("Đáng tin cậy"), "{}", answer.text("main"));
        app.settle().await;
    }

    async fn one_in_so_many_is_looked_at_and_those_without_findings_pass_together(app) {
        let (owner, manager) = (app.employer().await, app.staff(StaffRole::Manager).await);
        trusts(&manager, &owner).await;
        let mut sampled = Vec::new();
        // Texts of their own: what is nearly the same as another is looked at for that.
        let work = ["may áo", "hàn khung", "đóng gói", "soi lỗi", "cắt vải", "sơn vỏ", "lắp mạch", "chạy máy", "kiểm hàng", "bốc xếp", "trực kho", "pha màu", "là ủi"];
        for turn in 0..40 {
            let text: Vec<&str> = (0..10).map(|at| work[(turn * 7 + at * (turn % 11 + 1)) % work.len()]).collect();
            let posted = owner.posts(vacancy().title(&format!("Thợ số {turn}")).with("job_description", &text.join(", "))).await;
            assert_eq!(app.stored(posted.id).await.state, VacancyState::Published, "{turn}");
            sampled.extend(open(app, posted.id.0).await.into_iter().filter(|case| case.findings.is_empty()));
        }
        // Of forty, four on average: none at all, or every one, would be no sample.
        assert!(!sampled.is_empty() && sampled.len() < 25, "{} of 40", sampled.len());
        let officer = app.moderator().await;
        let page = officer.get("/tt/duyet?loai=sample").await.ok();
        assert_eq!(page.count("input[name=viec]"), sampled.len());
        // What isn't harmless can't be slipped in among them.
        let waiting = vacancy_in(app, owner.organisation, VacancyState::Submitted, content(app, "Công nhân may")).await;
        let foreign = crate::world::case_of(app, CaseKind::Vacancy, Entity::Vacancy, waiting.id.0, owner.organisation).await;
        let ids: Vec<String> = sampled.iter().map(|case| case.id.to_string()).chain([foreign.id.to_string(), "nonsense".to_owned()]).collect();
        let fields: Vec<(&str, &str)> = ids.iter().map(|id| ("viec", id.as_str())).collect();
        let done = officer.post("/tt/duyet/nhieu", &fields).await.ok();
        assert!(done.says(&format!("Đã xử lý {} tin", sampled.len())), "{}", done.text("main"));
        for case in &sampled {
            let case = sanviec_store::cases::find(app.store().reader(), case.id).await.unwrap().unwrap();
            assert_eq!((case.state, case.decided_by), (CaseState::Decided, Some(officer.person)));
        }
        let left = sanviec_store::cases::queue(app.store().reader(), None, Only::All, None, 100).await.unwrap();
        assert!(left.iter().any(|case| case.id == foreign.id));
        app.settle().await;
    }
}
