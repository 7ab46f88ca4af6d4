//! What administrators do: people found for a reason, roles, messages without words, the audit log,
//! announcements.

use chrono::TimeDelta;
use http::StatusCode;
use sanviec_domain::access::StaffRole;
use sanviec_domain::organisation::MemberRole;
use sanviec_exchange::announcements::{self, NewAnnouncement};
use sanviec_tests::{TestApp, on_both};

const WHY: &str = "người dùng gọi đến nhờ xem";

async fn last_audit(app: &TestApp, action: &str) -> sanviec_store::audit::AuditLine {
    let lines = sanviec_store::audit::recent(app.store().reader(), None, 50).await.unwrap();
    lines.into_iter().find(|line| line.action == action).unwrap_or_else(|| panic!("no {action} in the log"))
}

on_both! {
    async fn people_are_found_for_a_reason_that_is_logged(app) {
        let admin = app.staff(StaffRole::Admin).await;
        let member = app.member(app.employer().await.organisation, MemberRole::Viewer).await;
        admin.post_once("/qt/tai-khoan", &[("q", &member.phone)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let name = "Đức Thành";
        for words in [member.phone.as_str(), &member.email, name] {
            let page = admin.post("/qt/tai-khoan", &[("q", words), ("ly-do", WHY)]).await.ok();
            assert_eq!(page.links(&format!("a[href='/qt/tai-khoan/{}']", member.person)).len(), 1, "{words}");
            assert!(!page.text("table").contains(&member.phone), "the number is masked");
        }
        let line = last_audit(app, "account.searched").await;
        assert_eq!((line.details["reason"].as_str(), line.details["by"].as_str()), (Some(WHY), Some("name")));
        assert!(!line.details.to_string().contains(name), "the log can't forget: it holds no name");
        assert!(admin.post("/qt/tai-khoan", &[("q", "%"), ("ly-do", WHY)]).await.ok().says("Không có mục nào"));
        let page = admin.get(&format!("/qt/tai-khoan/{}", member.person)).await.ok();
        assert!(page.says("May Tiền Hải") && !page.body.contains(&member.phone));
        assert_eq!(last_audit(app, "account.opened").await.id, member.person.0);
        admin.post(&format!("/qt/tai-khoan/{}", member.person), &[("viec", "phien"), ("ly-do", WHY)]).await.ok();
        assert!(member.get("/ntd").await.path.starts_with("/dang-nhap"), "signed out everywhere");
        app.settle().await;
    }

    async fn roles_are_given_and_taken_and_one_administrator_stays(app) {
        let (admin, member) = (app.staff(StaffRole::Admin).await, app.staff(StaffRole::Moderator).await);
        let path = format!("/qt/tai-khoan/{}", member.person);
        admin.post(&path, &[("viec", "trao"), ("vai-tro", "counsellor"), ("ly-do", WHY)]).await.ok();
        let roles = sanviec_store::people::staff_roles(app.store().reader(), member.person).await.unwrap();
        assert_eq!(roles, [StaffRole::Counsellor, StaffRole::Moderator]);
        admin.post(&path, &[("viec", "thu-moderator"), ("ly-do", WHY)]).await.ok();
        let roles = sanviec_store::people::staff_roles(app.store().reader(), member.person).await.unwrap();
        assert_eq!(roles, [StaffRole::Counsellor]);
        assert!(member.get("/tt/duyet").await.path.starts_with("/dang-nhap"));
        assert_eq!(last_audit(app, "staff.removed").await.details["role"], "moderator");
        let own = format!("/qt/tai-khoan/{}", admin.person);
        let page = admin.post(&own, &[("viec", "thu-admin"), ("ly-do", WHY)]).await.ok();
        assert!(page.says("quản trị viên cuối cùng"), "{}", page.text("body"));
        admin.get("/qt/he-thong").await.ok();
        admin.post_once(&own, &[("viec", "trao"), ("vai-tro", "king"), ("ly-do", WHY)]).await.is(StatusCode::BAD_REQUEST);
        app.settle().await;
    }

    async fn the_message_log_never_shows_a_code(app) {
        let admin = app.staff(StaffRole::Admin).await;
        app.visitor().post_once("/dang-nhap", &[("lien-lac", "0912345678")]).await.is(StatusCode::SEE_OTHER);
        let code = app.code_for("0912345678").await;
        let page = admin.get("/qt/kenh-gui").await.ok();
        assert!(page.text("table").contains("code") && page.text("table").contains("09•• ••• 678"));
        assert!(!page.body.contains(&code) && !page.body.contains("0912345678"));
        assert_eq!(admin.get("/qt/kenh-gui?trang-thai=failed").await.ok().count("tbody tr"), 0);
        app.settle().await;
    }

    async fn the_audit_log_is_searched_and_paged(app) {
        let admin = app.staff(StaffRole::Admin).await;
        for number in 0..60 {
            app.seeker(&format!("09123450{number:02}")).await;
        }
        let first = admin.get("/qt/nhat-ky?viec=account.sign_in").await.ok();
        assert_eq!(first.count("tbody tr"), 50);
        let rest = admin.get(&first.links("a[rel=next]")[0]).await.ok();
        assert_eq!((rest.count("tbody tr"), rest.count("a[rel=next]")), (11, 0));
        let mine = admin.get(&format!("/qt/nhat-ky?nguoi={}", admin.person)).await.ok();
        assert_eq!(mine.count("tbody tr"), 1, "setting up the second factor; signing in is done by the program, before there is a person");
        let of_me = admin.get(&format!("/qt/nhat-ky?doi-tuong=person&ma={}", admin.person)).await.ok();
        assert_eq!(of_me.count("tbody tr"), 2);
        let day = app.today();
        assert_eq!(admin.get(&format!("/qt/nhat-ky?tu={day}&den={day}")).await.ok().count("tbody tr"), 50);
        assert_eq!(admin.get(&format!("/qt/nhat-ky?den={}", day.pred_opt().unwrap())).await.ok().count("tbody tr"), 0);
        assert_eq!(admin.get("/qt/nhat-ky?tu=khi-nao").await.ok().count("[role=alert]"), 1);
        app.settle().await;
    }

    async fn announcements_are_shown_as_text(app) {
        let admin = app.staff(StaffRole::Admin).await;
        let visitor = app.visitor();
        let now = app.exchange().now();
        let texts = ("Nghỉ lễ <b>2/9</b> & 3/9", "Closed <script>alert(1)</script>");
        let new = NewAnnouncement { text_vi: texts.0.to_owned(), text_en: texts.1.to_owned(), starts_at: now + TimeDelta::hours(1), ends_at: now + TimeDelta::hours(3) };
        let id = announcements::publish(app.exchange(), &admin.actor(), new).await.unwrap();
        assert_eq!(visitor.get("/").await.ok().count("aside.flash"), 0, "not yet");
        app.wait(TimeDelta::hours(1));
        assert_eq!(visitor.get("/").await.ok().text("aside.flash"), texts.0);
        let english = visitor.get("/en/viec-lam").await.ok();
        assert_eq!(english.text("aside.flash"), texts.1);
        assert!(!english.body.contains("<script>alert"));
        assert_eq!(admin.get("/qt/he-thong").await.ok().count("aside.flash"), 0, "the public's pages only");
        admin.post(&format!("/qt/thong-bao/{id}/go"), &[]).await.ok();
        assert_eq!(visitor.get("/").await.ok().count("aside.flash"), 0, "taken down at once");
        // Through the form; what is wrong stands at its field.
        let form = || admin.get("/qt/thong-bao");
        let wrong = admin.submit(form().await.ok().form("/qt/thong-bao").fill("vi", "Chỉ có tiếng Việt")).await;
        assert_eq!((wrong.status, wrong.errors().len()), (StatusCode::UNPROCESSABLE_ENTITY, 2));
        let filled = form().await.ok().form("/qt/thong-bao").fill("vi", "Bảo trì").fill("en", "Maintenance");
        let (from, until) = (app.today().pred_opt().unwrap(), app.today().succ_opt().unwrap());
        admin.submit(filled.fill("tu", &format!("{from}T08:00")).fill("den", &format!("{until}T08:00"))).await.ok();
        assert_eq!(visitor.get("/").await.ok().text("aside.flash"), "Bảo trì");
        app.settle().await;
    }

    async fn organisations_and_lists_are_there_to_read(app in province) {
        let admin = app.staff(StaffRole::Admin).await;
        let all = admin.get("/qt/to-chuc").await.ok();
        assert!(all.count("tbody tr") > 5);
        let name = all.texts("tbody tr th").remove(0);
        let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", &name).finish();
        assert!(admin.get(&format!("/qt/to-chuc?{query}")).await.ok().texts("tbody tr th").contains(&name));
        assert_eq!(admin.get("/qt/to-chuc?q=khong-co-ten-nay").await.ok().count("tbody tr"), 0);
        assert!(admin.get("/qt/danh-muc").await.ok().text("table").contains("communes"));
        app.settle().await;
    }
    async fn branches_stand_on_the_contact_page_while_they_are_open(app) {
        let admin = app.staff(StaffRole::Admin).await;
        let form = admin.get("/qt/chi-nhanh").await.ok().form("/qt/chi-nhanh");
        let wrong = admin.submit(form.clone().fill("email", "x")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.errors().len(), 4, "{:?}", wrong.errors());
        let form = form.fill("name", "Văn phòng Tiền Hải").fill("commune", "12826").fill("street", "Số 5 đường Hùng Vương").fill("phone", "02273821234");
        let list = admin.submit(form).await.ok();
        let path = list.links("main .tasks a")[0].clone();
        let says = async |words: &str| app.visitor().get("/lien-he").await.ok().says(words) && app.visitor().get("/en/lien-he").await.ok().says(words);
        assert!(says("Văn phòng Tiền Hải").await && says("Số 5 đường Hùng Vương").await);
        // Changed, closed twice, opened again.
        let edit = admin.get(&path).await.ok().form(&path);
        assert_eq!(edit.value("commune"), "12826");
        admin.submit(edit.fill("name", "Văn phòng Đồng Châu")).await.ok();
        assert!(says("Văn phòng Đồng Châu").await && !says("Văn phòng Tiền Hải").await);
        let switch = format!("{path}/dong-mo");
        admin.post(&switch, &[]).await.ok();
        admin.post(&switch, &[]).await.ok();
        assert!(!says("Văn phòng Đồng Châu").await);
        admin.post(&switch, &[("mo", "co")]).await.ok();
        assert!(says("Văn phòng Đồng Châu").await);
        // An employer is no branch.
        let employer = app.employer().await;
        admin.get(&format!("/qt/chi-nhanh/{}", employer.organisation)).await.is(StatusCode::NOT_FOUND);
        admin.post(&format!("/qt/chi-nhanh/{}/dong-mo", employer.organisation), &[]).await.is(StatusCode::NOT_FOUND);
        app.settle().await;
    }
}
