//! The queue of the centre: who takes a case, who decides it, and what happens when nobody does.

use chrono::TimeDelta;
use http::StatusCode;
use sanviec_domain::moderation::CaseState;
use sanviec_domain::vacancy::VacancyState;
use sanviec_tests::{TestApp, on_both, vacancy};

/// Decisions written in the history of cases.
async fn decisions(app: &TestApp) -> i64 {
    crate::housekeeping::number(app, "SELECT COUNT(*) FROM history WHERE entity = 'case' AND command = 'decide'").await
}

on_both! {
    async fn two_officers_never_decide_one_case(app) {
        let employer = app.employer().await;
        for turn in 0..6 {
            employer.posts(vacancy().title(&format!("Công nhân may chuyền {turn}"))).await;
        }
        let (one, two) = (app.moderator().await, app.moderator().await);
        // Both take the most urgent at the same moment: each gets another.
        let (first, second) = tokio::join!(one.post("/tt/duyet/nhan-tiep", &[]), two.post("/tt/duyet/nhan-tiep", &[]));
        let (mut first, mut second) = (first.ok(), second.ok());
        for _ in 0..3 {
            assert_ne!(first.path, second.path);
            assert!(first.says("Anh/chị đang giữ") && second.says("Anh/chị đang giữ"), "{}", first.text("main"));
            // Each decides and comes to another; nobody can decide what the colleague holds.
            let decide = [("outcome", "approved"), ("then", "next")];
            let before = decisions(app).await;
            assert!(one.post(&second.path, &[("outcome", "rejected"), ("reason", "misleading"), ("then", "stay")]).await.ok().says("giữ đến"));
            assert_eq!(decisions(app).await, before);
            let (next, other) = tokio::join!(one.post(&first.path, &decide), two.post(&second.path, &decide));
            (first, second) = (next.ok(), other.ok());
            assert_eq!(decisions(app).await, before + 2);
        }
        // The queue is empty: both are back at it.
        assert_eq!((first.path.as_str(), second.path.as_str()), ("/tt/duyet", "/tt/duyet"));
        app.settle().await;
    }

    async fn a_claim_that_lapsed_returns_to_the_queue(app) {
        let employer = app.employer().await;
        let posted = employer.posts(vacancy().title("Thợ hàn")).await;
        let (one, two) = (app.moderator().await, app.moderator().await);
        let held = one.claims(&posted).await;
        // While it is held, it is nobody else's.
        assert_eq!(two.post("/tt/duyet/nhan-tiep", &[]).await.ok().path, "/tt/duyet");
        app.wait(TimeDelta::minutes(31));
        app.settle().await;
        let taken = two.post("/tt/duyet/nhan-tiep", &[]).await.ok();
        assert_eq!(taken.path, held.path);
        // Whoever held it comes too late.
        let late = one.post(&held.path, &[("outcome", "approved"), ("then", "stay")]).await.ok();
        assert!(late.says("đã được xử lý trước đó") || late.says("đang giữ"), "{}", late.text("main"));
        assert_eq!(app.stored(posted.id).await.state, VacancyState::Submitted);
        two.submit(taken.form(&taken.path).fill("outcome", "approved").press("then", "stay")).await.ok();
        assert_eq!(app.stored(posted.id).await.state, VacancyState::Published);
        let case = sanviec_store::cases::find(app.store().reader(), held.path.rsplit('/').next().unwrap().parse().unwrap()).await.unwrap().unwrap();
        assert_eq!((case.state, case.claimed_by), (CaseState::Decided, case.decided_by));
        app.settle().await;
    }

    async fn a_counsellor_reads_and_takes_nothing(app) {
        let employer = app.employer().await;
        employer.posts(vacancy().title("Thợ hàn")).await;
        let counsellor = app.staff(sanviec_domain::access::StaffRole::Counsellor).await;
        counsellor.post_once("/tt/duyet/nhan-tiep", &[]).await.is(StatusCode::FORBIDDEN);
        app.settle().await;
    }
}
