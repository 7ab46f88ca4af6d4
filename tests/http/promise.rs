//! How the promise of eight working hours is kept: told to everybody by month, to employers by case.

use chrono::TimeDelta;
use http::StatusCode;
use sanviec_tests::{on_both, vacancy};

on_both! {
    async fn decisions_are_counted_by_month_and_by_clock(app) {
        let employer = app.employer().await;
        let officer = app.moderator().await;
        let page = app.visitor().get("/cam-ket-duyet").await.ok();
        assert_eq!((page.count("tbody tr"), page.text("tbody tr td").as_str()), (1, "0"), "{}", page.text("main"));
        assert!(page.says("Đúng hẹn – trong"));

        // One at once, one sent back after the time that was promised.
        officer.publishes(&employer.posts(vacancy().title("Công nhân may")).await).await;
        let late = employer.posts(vacancy().title("Thợ hàn")).await;
        app.wait(TimeDelta::days(4));
        app.settle().await;
        let case = officer.claims(&late).await;
        let form = case.form(&case.path).fill("outcome", "returned").fill("reason", "wage-unclear").press("then", "stay");
        officer.submit(form).await.ok();

        let page = app.visitor().get("/cam-ket-duyet").await.ok();
        let row: Vec<String> = page.texts("tbody tr td").into_iter().take(5).collect();
        assert_eq!(row, ["2", "50 %", "1", "1", "0"], "{}", page.text("main"));
        assert!(page.says("Đúng hẹn 50") && page.says("2 quyết định"));
        assert_eq!(app.visitor().get("/en/cam-ket-duyet").await.ok().count("tbody tr"), 1);

        // The employer reads each of its own, with the reason; nobody else's.
        let own = employer.get("/ntd/duyet").await.ok();
        assert!(own.says("Công nhân may") && own.says("Thợ hàn") && own.says("Đúng hẹn") && own.says("Trễ hẹn"), "{}", own.text("main"));
        assert!(own.says("Mức lương chưa rõ"));
        let stranger = app.organisation("Công ty khác", sanviec_domain::organisation::OrganisationKind::Employer, sanviec_domain::organisation::OrganisationState::Verified).await;
        let stranger = app.member(stranger, sanviec_domain::organisation::MemberRole::Owner).await;
        assert!(stranger.get("/ntd/duyet").await.ok().says("Chưa gửi tin nào"));
        app.visitor().get_once("/ntd/duyet").await.is(StatusCode::SEE_OTHER);
        app.settle().await;
    }
}
