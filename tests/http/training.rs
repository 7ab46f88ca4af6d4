//! What colleges teach: written, looked at, read by everybody; their classes, one by one and from a table.

use crate::world::{demand_of, need, programme_of};
use http::StatusCode;
use sanviec_domain::demand::DemandAudience;
use sanviec_domain::organisation::{MemberRole, OrganisationKind, OrganisationState};
use sanviec_domain::training::ProgrammeState;
use sanviec_tests::{Employer, Officer, Page, TestApp, on_both};

const NEW: &str = "/truong-toi/chuong-trinh/moi";

async fn writes(college: &Employer, name: &str, then: &str) -> Page {
    let page = college.get(NEW).await.ok();
    let form = page
        .form(NEW)
        .fill("field", "5520263")
        .fill("name", name)
        .fill("level", "trung_cap")
        .fill("kind", "regular")
        .fill("months", "24")
        .fill("province", "33")
        .fill("commune", "12826")
        .fill("occupations", "7412\nThợ hàn")
        .fill("tuition", "0")
        .fill("description", "Học ba ngày, làm hai ngày ở xưởng.");
    college.submit(form.press("then", then)).await
}

/// The address of the only programme.
async fn address(college: &Employer) -> String {
    college.get("/truong-toi/chuong-trinh").await.ok().links("table a")[0].clone()
}

async fn decides(app: &TestApp, officer: &Officer, outcome: &str, reason: Option<&str>) -> Page {
    let queue = officer.get("/tt/duyet?loai=programme").await.ok();
    let href = queue.links("table a").into_iter().find(|href| href.starts_with("/tt/duyet/")).expect("a case waits");
    let page = officer.get(&href).await.ok();
    let mut form = page.form(&href).fill("outcome", outcome).fill("message", "Ghi rõ nơi thực hành.");
    if let Some(reason) = reason {
        form = form.fill("reason", reason);
    }
    let decided = officer.submit(form.press("then", "stay")).await;
    app.settle().await;
    decided
}

on_both! {
    async fn a_programme_is_written_looked_at_and_read_by_everybody(app) {
        let (college, officer, visitor) = (app.college().await, app.moderator().await, app.visitor());
        // A draft may lack anything; what is handed in may not.
        let page = college.get(NEW).await.ok();
        let bare = college.submit(page.form(NEW).fill("name", "").fill("province", "").press("then", "submit")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(bare.errors().len() >= 4, "{:?}", bare.errors());
        let saved = writes(&college, "Cơ điện tử", "save").await.ok();
        assert!(saved.says("Đã lưu chương trình"), "{}", saved.text("main"));
        let href = address(&college).await;
        assert!(!visitor.get("/dao-tao").await.ok().says("Cơ điện tử"));

        let sent = college.submit(college.get(&href).await.ok().form(&href).press("then", "submit")).await.ok();
        assert!(sent.says("Trung tâm duyệt trong 8 giờ làm việc") && sent.says("Chờ duyệt"));
        let returned = decides(app, &officer, "returned", Some("misleading")).await;
        assert!(returned.status.is_success(), "{}", returned.text("main"));
        let again = college.get(&href).await.ok();
        assert!(again.says("Trung tâm đề nghị sửa") && again.says("Ghi rõ nơi thực hành."), "{}", again.text("main"));
        assert!(app.messages_to(&college.email).await.iter().any(|letter| letter.subject.contains("Cần sửa chương trình")));
        college.submit(again.form(&href).fill("workshops", "Xưởng 300 m²").press("then", "submit")).await.ok();
        decides(app, &officer, "approved", None).await.ok();
        let public = visitor.get("/dao-tao?q=co+dien+tu").await.ok();
        assert_eq!(public.count("ol.jobs > li"), 1, "{}", public.text("main"));
        let one = visitor.get(&public.links("ol.jobs a")[0]).await.ok();
        for says in ["Cơ điện tử", "24 tháng", "miễn học phí", "Xưởng 300 m²", "xã Thái Thụy", "Việc làm của nghề này"] {
            assert!(one.says(says), "{says}: {}", one.text("main"));
        }
        assert!(visitor.get(&format!("/truong/{}", college.organisation)).await.ok().says("1 chương trình đào tạo"));
        assert_eq!(visitor.get("/dao-tao?q=ke+toan").await.ok().count("ol.jobs > li"), 0);

        // A change waits, and what was approved stays up meanwhile.
        college.submit(college.get(&href).await.ok().form(&href).fill("months", "30").press("then", "submit")).await.ok();
        let link = public.links("ol.jobs a")[0].clone();
        assert!(visitor.get(&link).await.ok().says("24 tháng"));
        decides(app, &officer, "approved", None).await.ok();
        assert!(visitor.get(&link).await.ok().says("30 tháng"));
        // Closed, nobody reads it; a suspended college's are gone, too.
        college.post(&format!("{href}/lenh"), &[("lenh", "close")]).await.ok();
        visitor.get_once(&link).await.is(StatusCode::NOT_FOUND);
        assert!(!visitor.get("/dao-tao").await.ok().says("Cơ điện tử"));
        let reopened = college.post(&format!("{href}/lenh"), &[("lenh", "reopen")]).await.ok();
        assert!(reopened.says("Bản nháp"));
        app.settle().await;
    }

    async fn an_unverified_college_writes_and_waits(app) {
        let pending = app.organisation("Trường nghề mới", OrganisationKind::College, OrganisationState::Pending).await;
        let owner = app.member(pending, MemberRole::Owner).await;
        let page = writes(&owner, "Hàn", "submit").await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.form(NEW).value("name"), "Hàn", "what was typed is kept");
        assert!(owner.get("/truong-toi/chuong-trinh").await.ok().says("Trường chưa được xác minh"));
        writes(&owner, "Hàn", "save").await.ok();
        let known = sanviec_store::programmes::of(app.store().reader(), pending, 10).await.unwrap();
        assert!(known.iter().all(|programme| programme.state == ProgrammeState::Draft && programme.shown.is_none()));
        app.settle().await;
    }

    async fn classes_come_one_by_one_or_from_a_table(app) {
        let college = app.college().await;
        let (programme, _) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
        let (href, to) = (format!("/truong-toi/chuong-trinh/{programme}"), format!("/truong-toi/chuong-trinh/{programme}/khoa"));
        let form = |page: &Page| page.form(&to).fill("cohort-name", "K18").fill("cohort-starts", "09/2025").fill("cohort-graduates", "6/2028").fill("cohort-enrolled", "40");
        let page = college.get(&href).await.ok();
        for (field, value, says) in [
            ("cohort-name", "", "Nhập tên khoá"),
            ("cohort-starts", "hè", "Nhập tháng và năm"),
            ("cohort-graduates", "06/2024", "phải sau tháng khai giảng"),
            ("cohort-enrolled", "0", "từ 1 đến 5.000"),
            ("cohort-unplaced", "41", "không thể nhiều hơn"),
        ] {
            let refused = college.submit(form(&page).fill(field, value)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            assert!(refused.errors().iter().any(|error| error.contains(says)), "{field}: {:?}", refused.errors());
            assert_eq!(refused.form(&to).value("cohort-name"), if field == "cohort-name" { "" } else { "K18" });
        }
        let saved = college.submit(form(&page)).await.ok();
        assert!(saved.says("K18") && saved.says("06/2028"));
        // A known name is written over.
        college.submit(form(&saved).fill("cohort-unplaced", "12")).await.ok();
        let cohorts = || async { sanviec_store::programmes::cohorts_of(app.store().reader(), college.organisation).await.unwrap() };
        let known: Vec<(String, u32)> = cohorts().await.into_iter().map(|cohort| (cohort.name, cohort.unplaced)).collect();
        assert_eq!(known, [("K17".to_owned(), 46), ("K18".to_owned(), 12)]);

        let table = "chương trình\tkhóa\tkhai giảng\ttốt nghiệp\tsố học viên\tchưa có việc\nCơ điện tử\tK19\t09/2026\t06/2029\t35\t35\nNấu ăn\tK1\t09/2026\t06/2027\t20\t\nCo dien tu\tK20\t09/2027\t2030\t30\t";
        let list = college.get("/truong-toi/chuong-trinh").await.ok();
        let answer = college.submit(list.form("/truong-toi/khoa").fill("bang-khoa", table)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.says("Dòng 3: Không có chương trình tên này") && answer.says("Dòng 4: Nhập tháng và năm"), "{}", answer.text("main"));
        assert!(cohorts().await.iter().any(|cohort| cohort.name == "K19"));
        let file = "chương trình,khóa,khai giảng,tốt nghiệp,số học viên,chưa có việc\nCơ điện tử,K21,09/2026,06/2029,30,30\n";
        let saved = college.submit_with_files(list.form("/truong-toi/khoa"), &[("khoa.csv", file.as_bytes())]).await.ok();
        assert!(saved.says("K21"), "{}", saved.text("main"));
        let viewer = app.member(college.organisation, MemberRole::Viewer).await;
        let seen = viewer.get(&href).await.ok();
        assert!(seen.says("K18") && !seen.offers(&to));
        viewer.post_once(&to, &[("cohort-name", "K99")]).await.is(StatusCode::FORBIDDEN);
        app.settle().await;
    }

    async fn a_class_is_shown_who_needs_it_and_why(app) {
        let (college, business) = (app.college().await, app.employer().await);
        let (_, cohort) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
        demand_of(app, business.organisation, need(app, "Kỹ thuật viên cơ điện tử", "7412", DemandAudience::Colleges)).await;
        demand_of(app, business.organisation, need(app, "Công nhân may", "8153", DemandAudience::Colleges)).await;
        let page = college.get(&format!("/truong-toi/khoa/{cohort}")).await.ok();
        assert!(page.says("60 chỗ làm phù hợp") && page.says("Kỹ thuật viên cơ điện tử") && !page.says("Công nhân may"), "{}", page.text("main"));
        for why in ["Đào tạo đúng nghề này.", "Trình độ cao hơn mức cần.", "Tốt nghiệp đúng thời gian cần.", "Có 46 người, cần 60 người.", "Cách nơi làm việc khoảng 0 km."] {
            assert!(page.says(why), "{why}: {}", page.text("main"));
        }
        // The parts that are shown add up to what is shown.
        let points: Vec<f64> = page.texts("details tbody td.n").iter().map(|cell| cell.split(" / ").next().unwrap().replace(',', ".").parse().unwrap()).collect();
        let said: f64 = page.text(".tag").chars().filter(char::is_ascii_digit).take(2).collect::<String>().parse().unwrap();
        assert!((points.iter().sum::<f64>() - said).abs() <= 0.9, "{points:?} {said}");
        app.settle().await;
    }
}
