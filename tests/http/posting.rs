//! A posting written on four screens, and what is found of it on the way to the centre.

use http::StatusCode;
use sanviec_domain::organisation::{MemberRole, OrganisationKind, OrganisationState};
use sanviec_domain::vacancy::VacancyState;
use sanviec_domain::vocabulary::Benefit;
use sanviec_tests::{Page, Posted, TestApp, on_both, vacancy};

/// The draft a screen belongs to.
fn draft(page: &Page) -> String {
    page.path.split('/').nth(3).unwrap_or_default().to_owned()
}

/// A page without the place on it that was gone to.
fn at_step(page: Page) -> Page {
    let path = page.path.split('#').next().unwrap_or_default().to_owned();
    Page { path, ..page }
}

async fn stored(app: &TestApp, id: &str) -> sanviec_store::vacancies::VacancyRecord {
    app.stored(id.parse().unwrap()).await
}

on_both! {
    async fn a_posting_is_written_screen_by_screen(app) {
        let employer = app.employer().await;
        let first = employer.get("/ntd/tin/moi").await.ok();
        assert!(first.says("Bước 1 trên 5"), "{}", first.text("main"));

        // What is missing is said at its place, and what was written is a draft already.
        let form = first.form("/ntd/tin/moi").fill("job_title", "Công nhân may").press("action", "next");
        let missing = employer.submit(form).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(missing.says("Nhập mục “Số lượng cần tuyển”"), "{:?}", missing.errors());
        let action = missing.attribute("form.posting", "action").unwrap();
        let id = action.split('/').nth(3).unwrap().to_owned();
        assert_eq!(stored(app, &id).await.content.title, "Công nhân may");
        let form = missing.form(&action).fill("quantity", "12").fill("job_description", "May cổ áo sơ mi.").fill("commune", "12826");
        let second = employer.submit(form.press("action", "next")).await.ok();
        assert_eq!(second.path, format!("/ntd/tin/{id}/sua/2"));

        // A screen writes what stands on it and nothing else.
        let form = second.form(&second.path).fill("wage_from", "9").fill("wage_to", "12").press("action", "next");
        let third = employer.submit(form).await.ok();
        let form = third.form(&third.path).fill("benefits", "insurance").press("action", "next");
        let fourth = employer.submit(form).await.ok();
        let form = fourth.form(&fourth.path).fill("contact_name", "Phạm Thị Hoa").fill("contact_phone", "0912 345 678").press("action", "next");
        let check = employer.submit(form).await.ok();
        assert_eq!(check.path, format!("/ntd/tin/{id}/xem-truoc"));
        let saved = stored(app, &id).await;
        assert_eq!((saved.content.title.as_str(), saved.content.openings, saved.content.benefits.as_slice()), ("Công nhân may", Some(12), [Benefit::Insurance].as_slice()));
        assert_eq!(saved.content.deadline, app.today().checked_add_days(chrono::Days::new(30)));
        // A box that is taken away is gone, and so is nothing of the other screens.
        let third = employer.get(&format!("/ntd/tin/{id}/sua/3")).await.ok();
        let mut form = third.form(&third.path).press("action", "save");
        form.fields.retain(|(name, _)| name != "benefits");
        let page = employer.submit(form).await.ok();
        assert_eq!(page.path, format!("/ntd/tin/{id}"));
        let saved = stored(app, &id).await;
        assert!(saved.content.benefits.is_empty() && saved.content.pay.usual.is_some());
        // Nothing is missing: it is gone on with at the check, and handed in.
        assert_eq!(page.link("Viết tiếp"), format!("/ntd/tin/{id}/xem-truoc"));
        let sent = employer.submit(check.form(&format!("/ntd/tin/{id}/gui-duyet"))).await.ok();
        assert!(sent.says("Chờ duyệt"));
        // What waits for the centre is no longer written on.
        let over = employer.get(&format!("/ntd/tin/{id}/sua/2")).await.ok();
        assert_eq!(over.path, format!("/ntd/tin/{id}"));
        employer.post(&format!("/ntd/tin/{id}/sua/2"), &[("wage_from", "20"), ("action", "next")]).await.ok();
        assert_eq!(stored(app, &id).await.content.pay.usual, saved.content.pay.usual);
        for step in ["0", "5", "x"] {
            employer.get(&format!("/ntd/tin/{id}/sua/{step}")).await.is(StatusCode::NOT_FOUND);
        }
        app.settle().await;
    }

    async fn what_the_rules_find_is_said_once(app) {
        let employer = app.employer().await;
        let form = employer.get("/ntd/tin/moi").await.ok().form("/ntd/tin/moi");
        let form = form.fill("job_title", "Công nhân kho").fill("quantity", "3").fill("commune", "12826");
        let form = form.fill("job_description", "Bốc xếp hàng. Đ.ặ.t c.ọ.c 500 nghìn tiền đồng phục.").press("action", "next");
        let remarks = at_step(employer.submit(form).await.ok());
        assert!(remarks.path.ends_with("/sua/1") && remarks.text("#nhac-nho").contains("Không thu tiền"), "{}", remarks.text("main"));
        // While it is written, the same is said without saving anything.
        let (path, fields) = (format!("{}/kiem-tra", remarks.path), [("job_description", "Bốc xếp hàng. Chỉ tuyển nam.")]);
        let look = employer.post(&path, &fields).await.ok();
        assert!(look.says("chỉ tuyển nam") || look.body.contains("Chỉ tuyển nam"), "{}", look.body);
        assert!(stored(app, &draft(&remarks)).await.content.description.contains("500 nghìn"));
        // Whoever has read it goes on; whoever writes something else is told anew.
        let again = remarks.form(&remarks.path);
        let other = again.clone().fill("job_description", "Bốc xếp hàng. Chỉ tuyển nam.").press("action", "next");
        assert!(at_step(employer.submit(other).await.ok()).path.ends_with("/sua/1"));
        let shown = employer.get(&remarks.path).await.ok();
        let next = employer.submit(shown.form(&shown.path).press("action", "next")).await.ok();
        assert!(next.path.ends_with("/sua/2"));
        app.settle().await;
    }

    async fn a_copy_goes_out_with_three_presses(app) {
        let employer = app.employer().await;
        let posted = employer.posts(vacancy().title("Thợ may mẫu").days(3)).await;
        let start = employer.get("/ntd/tin/moi").await.ok();
        let copy = employer.submit(start.form(&format!("/ntd/tin/{}/sao-chep", posted.id))).await.ok();
        assert!(copy.path.ends_with("/xem-truoc"), "{}", copy.path);
        let id = draft(&copy);
        employer.submit(copy.form(&format!("/ntd/tin/{id}/gui-duyet"))).await.ok();
        let sent = stored(app, &id).await;
        assert_eq!((sent.state, sent.content.title.as_str()), (VacancyState::Submitted, "Thợ may mẫu"));
        assert_eq!(sent.content.deadline, app.today().checked_add_days(chrono::Days::new(30)));
        app.settle().await;
    }

    async fn nearly_the_same_text_is_shown_to_the_officer(app) {
        let text = "Lắp ráp bo mạch trên dây chuyền, kiểm tra mối hàn bằng kính lúp, ghi phiếu lỗi và bàn giao cho ca sau. Có phòng máy lạnh, ngồi làm việc.";
        let one = app.employer().await;
        let first = one.posts(vacancy().title("Công nhân lắp ráp điện tử").with("job_description", text)).await;
        let officer = app.moderator().await;
        let says = async |posted: &Posted| officer.claims(posted).await.text("main").contains("Gần giống tin khác");
        assert!(!says(&first).await);
        // The same again from the same employer, and without marks and with a word changed from another.
        let second = one.posts(vacancy().title("Công nhân lắp ráp điện tử ca đêm").with("job_description", text)).await;
        assert!(says(&second).await);
        let other = app.organisation("Công ty Hải Hà", OrganisationKind::Employer, OrganisationState::Verified).await;
        let other = app.member(other, MemberRole::Owner).await;
        let taken = sanviec_domain::text::fold(text).replace("phieu loi", "bang loi");
        let third = other.posts(vacancy().title("Cong nhan lap rap dien tu").with("job_description", &taken)).await;
        let case = officer.claims(&third).await;
        assert!(case.says("Gần giống tin khác") && case.says(&format!("#{}", first.number)), "{}", case.text("main"));
        // Another job of the same factory is another job.
        let far = one.posts(vacancy().title("Lái xe nâng").with("job_description", "Xếp dỡ hàng trong kho thành phẩm theo phiếu, kiểm đếm và ghi sổ cuối ca, sạc xe và giữ xe sạch.")).await;
        assert!(!says(&far).await);
        app.settle().await;
    }
}
