//! Two accounts of one person become one.

use crate::world::{application_in, content, person_of, vacancy_in};
use chrono::TimeDelta;
use http::StatusCode;
use sanviec_domain::access::StaffRole;
use sanviec_domain::application::ApplicationState;
use sanviec_domain::organisation::{MemberRole, OrganisationKind, OrganisationState};
use sanviec_domain::vacancy::VacancyState;
use sanviec_tests::{Page, TestApp, User, on_both};

const STAYS: &str = "0912345678";
const GOES: &str = "0987654321";

/// Asks for the merger and proves the other account; comes to the preview.
async fn proves(app: &TestApp, user: &User, other: &str) -> Page {
    let form = user.get("/toi/gop").await.ok().form("/toi/gop").fill("lien-lac", other);
    let asked = user.submit(form).await.ok();
    let code = app.code_for(other).await;
    user.submit(asked.form("/toi/gop/ma").fill("ma", &code)).await
}

on_both! {
    async fn everything_of_one_is_the_others_and_nothing_is_lost(app) {
        let employer = app.organisation("Công ty May", OrganisationKind::Employer, OrganisationState::Verified).await;
        let (one, two, three) = (
            vacancy_in(app, employer, VacancyState::Published, content(app, "Công nhân may")).await,
            vacancy_in(app, employer, VacancyState::Published, content(app, "Thợ hàn")).await,
            vacancy_in(app, employer, VacancyState::Published, content(app, "Thủ kho")).await,
        );
        let (stays, goes) = (app.seeker(STAYS).await, app.seeker(GOES).await);
        let (into, from) = (person_of(app, STAYS).await, person_of(app, GOES).await);
        application_in(app, &one, into, ApplicationState::Submitted).await;
        let kept = application_in(app, &two, into, ApplicationState::Viewed).await;
        let double = application_in(app, &two, from, ApplicationState::Submitted).await;
        let moved = application_in(app, &three, from, ApplicationState::Interviewing).await;
        let unit = app.exchange().begin(&sanviec_domain::access::Actor::System).await.unwrap();
        sanviec_store::people::add_member(&unit, from, employer, MemberRole::Owner).await.unwrap();
        sanviec_store::people::add_member(&unit, into, employer, MemberRole::Viewer).await.unwrap();
        unit.save().await.unwrap();

        let preview = proves(app, &stays, GOES).await.ok();
        assert_eq!(preview.path, "/toi/gop/xem");
        assert!(preview.says("2 đơn ứng tuyển chuyển sang") && preview.says("1 đơn trùng") && preview.says("1 tổ chức"), "{}", preview.text("main"));
        let again = stays.tab();
        let done = stays.submit(preview.form("/toi/gop/xem")).await.ok();
        assert_eq!(done.path, "/toi/tai-khoan");
        assert!(done.says("0987 654 321"), "the other number is named: {}", done.text("main"));
        // The second click of a double click finds nothing left to do.
        assert!(again.post("/toi/gop/xem", &[]).await.path.starts_with("/dang-nhap") || again.get("/toi/gop/xem").await.path != "/toi/gop/xem");

        assert!(goes.get("/toi").await.path.starts_with("/dang-nhap"), "the other account is signed out");
        let conn = app.store().reader();
        let find = async |id| sanviec_store::applications::find(conn, id).await.unwrap().unwrap();
        assert_eq!((find(moved.id).await.seeker, find(moved.id).await.state), (into, ApplicationState::Interviewing));
        assert_eq!(find(kept.id).await.state, ApplicationState::Viewed);
        assert_eq!((find(double.id).await.seeker, find(double.id).await.state), (from, ApplicationState::Withdrawn));
        let memberships = sanviec_store::people::memberships_of(conn, into).await.unwrap();
        assert_eq!(memberships.iter().map(|m| m.role).collect::<Vec<_>>(), [MemberRole::Owner], "the greater role stays");
        assert!(sanviec_store::people::memberships_of(conn, from).await.unwrap().is_empty());
        // Either number leads to the one account.
        for phone in [STAYS, GOES] {
            let user = app.visitor();
            user.sign_in(phone).await.ok();
            assert_eq!(person_of(app, phone).await, into);
            user.post("/toi/vai-tro", &[("vai-tro", "toi")]).await.ok();
            assert_eq!(user.get("/toi").await.ok().count(".tasks li"), 3, "{phone}");
        }
        app.settle().await;
        let lines = sanviec_store::audit::recent(conn, None, 50).await.unwrap();
        assert!(lines.iter().any(|line| line.action == "account.merged"));
        assert!(app.messages_to(STAYS).await.iter().any(|message| message.kind == "account" && message.text.contains("gộp")));
    }

    async fn nobody_merges_what_is_not_proved(app) {
        let user = app.seeker(STAYS).await;
        app.seeker(GOES).await;
        // Without a code: no preview, no merger.
        assert_eq!(user.get("/toi/gop/xem").await.ok().path, "/toi/gop");
        assert_eq!(user.post("/toi/gop/xem", &[]).await.ok().path, "/toi/gop");
        // A code that another asked for, and one of another purpose, prove nothing here.
        let thief = app.seeker("0977000111").await;
        let form = user.get("/toi/gop").await.ok().form("/toi/gop").fill("lien-lac", GOES);
        let asked = user.submit(form).await.ok().form("/toi/gop/ma").fill("ma", &app.code_for(GOES).await);
        thief.submit(asked.clone()).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(thief.get("/toi/gop/xem").await.ok().path, "/toi/gop");
        let sign_in = app.visitor();
        let form = sign_in.get("/dang-nhap").await.ok().form("/dang-nhap").fill("lien-lac", GOES);
        let request = sign_in.submit(form).await.ok().form("/xac-nhan").value("yeu-cau").to_owned();
        user.post("/toi/gop/ma", &[("yeu-cau", &request), ("ma", &app.code_for(GOES).await)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        // An account nobody has, and one's own.
        assert!(proves(app, &user, "0911222333").await.is(StatusCode::UNPROCESSABLE_ENTITY).says("Không có tài khoản"));
        let own = proves(app, &user, STAYS).await;
        assert!(own.is(StatusCode::UNPROCESSABLE_ENTITY).says("bạn đang dùng"));
        // The proof counts for a quarter of an hour.
        assert_eq!(proves(app, &user, GOES).await.ok().path, "/toi/gop/xem");
        app.wait(TimeDelta::minutes(16));
        assert_eq!(user.post("/toi/gop/xem", &[]).await.ok().path, "/toi/gop");
        let form = user.get("/toi/gop").await.ok().form("/toi/gop").fill("lien-lac", GOES);
        assert!(user.submit(form).await.ok().path.starts_with("/dang-nhap?lai"), "a sign-in of long ago is no proof");
        app.settle().await;
    }

    async fn what_opens_more_stays(app) {
        let officer = app.staff(StaffRole::Moderator).await;
        let user = app.seeker(STAYS).await;
        let page = proves(app, &user, &officer.phone).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(page.says("vai trò ở trung tâm"), "{}", page.text("main"));
        officer.get("/tt/duyet").await.ok();
        app.settle().await;
    }

    async fn an_administrator_merges_for_a_reason(app) {
        let admin = app.staff(StaffRole::Admin).await;
        app.seeker(STAYS).await;
        app.seeker(GOES).await;
        let (into, from) = (person_of(app, STAYS).await, person_of(app, GOES).await);
        let why = "mất số cũ, đã xem căn cước";
        assert_eq!(admin.get(&format!("/qt/tai-khoan/{from}")).await.ok().path, "/qt/tai-khoan", "an account is opened for a reason");
        admin.post("/qt/tai-khoan", &[("q", GOES), ("ly-do", why)]).await.ok();
        let page = admin.get(&format!("/qt/tai-khoan/{from}")).await.ok();
        let form = page.form(&format!("/qt/tai-khoan/{from}/gop"));
        admin.submit(form.clone().fill("vao", STAYS)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        admin.submit(form.clone().fill("vao", "0911222333").fill("ly-do-gop", "mất số cũ, đã xem căn cước")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let preview = admin.submit(form.fill("vao", STAYS).fill("ly-do-gop", "mất số cũ, đã xem căn cước")).await.ok();
        let done = admin.submit(preview.form(&format!("/qt/tai-khoan/{from}/gop/lam"))).await.ok();
        assert_eq!(done.path, format!("/qt/tai-khoan/{into}"));
        assert_eq!(person_of(app, GOES).await, into);
        admin.submit(preview.form(&format!("/qt/tai-khoan/{from}/gop/lam"))).await.is(StatusCode::CONFLICT);
        app.settle().await;
        let lines = sanviec_store::audit::recent(app.store().reader(), None, 50).await.unwrap();
        let line = lines.iter().find(|line| line.action == "account.merged").unwrap();
        assert!(line.details.to_string().contains("đã xem căn cước"), "{:?}", line.details);
        let looked = lines.iter().find(|line| line.action == "account.merger_looked_at").expect("the look is logged");
        assert_eq!(looked.id, into.0);
    }
}
