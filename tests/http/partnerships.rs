//! Needs, who sees them, and partnerships from the proposal to the talks.

use crate::world::{demand_of, need, of_college, partnership_of, programme_of};
use chrono::TimeDelta;
use http::StatusCode;
use sanviec_domain::access::StaffRole;
use sanviec_domain::demand::{DemandAudience, DemandState};
use sanviec_domain::moderation::Reason;
use sanviec_domain::organisation::{MemberRole, OrganisationCommand, OrganisationKind, OrganisationState};
use sanviec_domain::partnership::clock::Urgency;
use sanviec_domain::partnership::{PartnershipCommand, PartnershipReason, PartnershipState};
use sanviec_exchange::organisations::{self, Grounds};
use sanviec_exchange::partnerships;
use sanviec_tests::{Employer, Page, TestApp, on_both};

const NEW: &str = "/ntd/nhu-cau/moi";

async fn states(business: &Employer, title: &str) -> Page {
    let page = business.get(NEW).await.ok();
    let form = page
        .form(NEW)
        .fill("title", title)
        .fill("headcount", "60")
        .fill("from", "06/2027")
        .fill("until", "09/2027")
        .fill("level", "intermediate")
        .fill("commune", "12826")
        .fill("wage", "9,5 triệu")
        .fill("audience", "colleges");
    business.submit(form).await
}

async fn subjects(app: &TestApp, to: &Employer) -> Vec<String> {
    app.messages_to(&to.email).await.into_iter().map(|letter| letter.subject).collect()
}

/// A table as a workbook, with an empty row below its head; the cell of the named column of the row after the head is
/// the first day of its month.
fn as_workbook(table: &str, (row, column): (u32, u16)) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    for (at, line) in table.lines().enumerate() {
        let at = at as u32 + u32::from(at > 0);
        for (cell, text) in line.split('\t').enumerate() {
            sheet.write_string(at, cell as u16, text).unwrap();
        }
    }
    let (month, year) = table
        .lines()
        .nth(row as usize - 1)
        .unwrap()
        .split('\t')
        .nth(column as usize)
        .unwrap()
        .split_once('/')
        .unwrap();
    let day = rust_xlsxwriter::ExcelDateTime::from_ymd(year.parse().unwrap(), month.parse().unwrap(), 1).unwrap();
    let format = rust_xlsxwriter::Format::new().set_num_format("mm/yyyy");
    sheet.write_datetime_with_format(row, column, &day, &format).unwrap();
    workbook.save_to_buffer().unwrap()
}

on_both! {
    async fn a_need_is_stated_in_a_line_or_many(app) {
        let business = app.employer().await;
        let page = business.get(NEW).await.ok();
        let bare = business.submit(page.form(NEW).fill("commune", "").fill("park", "")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(bare.errors().len() >= 5, "{:?}", bare.errors());
        let saved = states(&business, "Kỹ thuật viên cơ điện tử").await.ok();
        assert!(saved.says("Đã lưu nhu cầu") && saved.says("9.500.000 đ") && saved.says("06/2027 – 09/2027"), "{}", saved.text("main"));
        assert!(saved.says("Chỉ trường đã xác minh và trung tâm"));

        let table = "nghề\tsố người\ttừ tháng\tđến tháng\ttrình độ\tnơi làm việc\tthu nhập\thỗ trợ\tghi chú\nThợ hàn\t20\t01/2027\t06/2027\tTrung cấp\tKCN Liên Hà Thái\t10 triệu\tNhận thực tập, Chỗ ở\t\nThợ điện\tnhiều\t01/2027\t06/2027\tTrung cấp\tThái Thụy\t\t\t";
        let form = business.get("/ntd/nhu-cau/nhieu").await.ok().form("/ntd/nhu-cau/nhieu").fill("bang", table);
        let wrong = business.submit(form).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.says("Dòng 3: Nhập số người"), "{}", wrong.text("main"));
        assert_eq!(sanviec_store::demands::of(app.store().reader(), business.organisation, 10).await.unwrap().len(), 1, "a wrong line keeps all back");
        let mended = wrong.form("/ntd/nhu-cau/nhieu").fill("bang", &table.replace("nhiều", "15"));
        assert!(business.submit(mended).await.ok().says("Đã lưu 2 nhu cầu"));
        let known = sanviec_store::demands::of(app.store().reader(), business.organisation, 10).await.unwrap();
        let welders = known.iter().find(|demand| demand.content.title == "Thợ hàn").unwrap();
        assert_eq!((welders.content.occupation.as_str(), welders.content.offers.len()), ("7212", 2));
        // The same as a file of Excel, with a month that Excel took for a day: what is wrong is mended in the field.
        let file = as_workbook(&table.replace("Thợ hàn", "Thợ nguội").replace("Thợ điện", "Thợ tiện"), (2, 3));
        let form = business.get("/ntd/nhu-cau/nhieu").await.ok().form("/ntd/nhu-cau/nhieu");
        let wrong = business.submit_with_files(form, &[("nhu cau.xlsx", &file)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.says("Dòng 4: Nhập số người"), "{}", wrong.text("main"));
        let read = wrong.form("/ntd/nhu-cau/nhieu").value("bang").to_owned();
        assert!(business.submit(wrong.form("/ntd/nhu-cau/nhieu").fill("bang", &read.replace("nhiều", "7"))).await.ok().says("Đã lưu 2 nhu cầu"));
        let all = sanviec_store::demands::of(app.store().reader(), business.organisation, 10).await.unwrap();
        let fitters = all.iter().find(|demand| demand.content.title == "Thợ nguội").unwrap();
        assert_eq!((fitters.content.headcount, fitters.content.until.to_string().as_str()), (20, "2027-06"));
        let csv = table.replace("nhiều", "9").replace('\t', ";").replace("Thợ hàn", "Thợ sơn").replace("Thợ điện", "Thợ mộc");
        let form = business.get("/ntd/nhu-cau/nhieu").await.ok().form("/ntd/nhu-cau/nhieu");
        assert!(business.submit_with_files(form, &[("nhu cau.csv", csv.as_bytes())]).await.ok().says("Đã lưu 2 nhu cầu"));
        for broken in [b"PK\x03\x04 no workbook".as_slice(), &vec![b'x'; 3 << 20], b"\xff\xfeT\0h\0"] {
            let form = business.get("/ntd/nhu-cau/nhieu").await.ok().form("/ntd/nhu-cau/nhieu");
            let refused = business.submit_with_files(form, &[("hong.xlsx", broken)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(refused.errors().len(), 1, "{:?}", refused.errors());
        }
        // Changed, and no longer needed.
        let href = format!("/ntd/nhu-cau/{}", welders.id);
        let edit = format!("{href}/sua");
        business.submit(business.get(&edit).await.ok().form(&edit).fill("headcount", "25")).await.ok();
        assert!(business.get(&href).await.ok().says("25"));
        business.post(&format!("{href}/lenh"), &[("lenh", "close")]).await.ok();
        assert!(business.get("/ntd/nhu-cau").await.ok().says("Đã đóng"));
        app.settle().await;
    }

    async fn a_need_is_seen_by_those_it_is_meant_for(app) {
        let (business, rival) = (app.employer().await, app.employer().await);
        let (college, officer) = (app.college().await, app.staff(StaffRole::Counsellor).await);
        let pending = app.organisation("Trường chưa xác minh", OrganisationKind::College, OrganisationState::Pending).await;
        let unverified = app.member(pending, MemberRole::Owner).await;
        let (_, cohort) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
        let marker = "Dấu riêng 4711";
        let demand = demand_of(app, business.organisation, need(app, marker, "7412", DemandAudience::Colleges)).await;
        let (_, theirs) = programme_of(app, pending, "Cơ điện tử", "7412").await;

        assert!(college.get(&format!("/truong-toi/khoa/{cohort}")).await.ok().says(marker));
        assert!(officer.get("/tt/cung-cau").await.ok().says(marker));
        assert!(business.get("/ntd/nhu-cau").await.ok().says(marker));
        // Nobody else finds it: not by its address, not by proposing with its id.
        assert!(!unverified.get(&format!("/truong-toi/khoa/{theirs}")).await.ok().says(marker));
        rival.get_once(&format!("/ntd/nhu-cau/{demand}")).await.is(StatusCode::NOT_FOUND);
        let (id, target) = (demand.to_string(), college.organisation.to_string());
        rival.post_once("/hop-tac", &[("truong", &target), ("nhu-cau", &id)]).await.is(StatusCode::NOT_FOUND);
        let actors = [app.visitor(), rival.tab(), unverified.tab()];
        for user in &actors {
            for path in ["/", "/dao-tao", "/viec-lam", "/ntd/truong", "/ntd/nhu-cau", "/truong-toi", "/truong-toi/doi-tac", "/api/v1/vacancies"] {
                assert!(!user.get(path).await.body.contains(marker), "{path}");
            }
        }
        // Suspended, a business needs nobody.
        organisations::by_officer(app.exchange(), &app.moderator().await.actor(), business.organisation, OrganisationCommand::Suspend, &Grounds::of(&[Reason::Misleading])).await.unwrap();
        assert!(!college.get(&format!("/truong-toi/khoa/{cohort}")).await.ok().says(marker));
        app.settle().await;
    }

    async fn needs_are_kept_true_by_a_question(app) {
        let business = app.employer().await;
        let demand = demand_of(app, business.organisation, need(app, "Thợ hàn", "7212", DemandAudience::Public)).await;
        let state = || async { sanviec_store::demands::find(app.store().reader(), demand).await.unwrap().unwrap().state };
        app.later(TimeDelta::days(89)).await;
        assert_eq!(state().await, DemandState::Open);
        app.later(TimeDelta::days(2)).await;
        assert_eq!(state().await, DemandState::Asked);
        assert_eq!(subjects(app, &business).await.iter().filter(|subject| subject.contains("còn đúng không")).count(), 1);
        business.sign_in(&business.phone).await;
        let list = business.get("/ntd/nhu-cau").await.ok();
        assert!(list.says("Chờ xác nhận"));
        business.submit(list.form(&format!("/ntd/nhu-cau/{demand}/lenh")).press("lenh", "confirm")).await.ok();
        assert_eq!(state().await, DemandState::Open);
        app.later(TimeDelta::days(91)).await;
        app.later(TimeDelta::days(31)).await;
        assert_eq!(state().await, DemandState::Lapsed, "nobody answered");
        assert!(sanviec_store::demands::standing(app.store().reader()).await.unwrap().is_empty());
        app.settle().await;
    }

    async fn a_business_proposes_a_college_accepts_and_they_talk(app) {
        let (business, college) = (app.employer().await, app.college().await);
        let (_, _) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
        let demand = demand_of(app, business.organisation, need(app, "Kỹ thuật viên", "7412", DemandAudience::Colleges)).await;
        let page = business.get(&format!("/ntd/nhu-cau/{demand}")).await.ok();
        assert!(page.says("46 người sắp tốt nghiệp phù hợp"), "{}", page.text("main"));
        let proposed = business.submit(page.form("/hop-tac")).await.ok();
        assert!(proposed.says("Đã gửi đề nghị hợp tác") && proposed.says("Đang chờ bên kia trả lời"), "{}", proposed.text("main"));
        let href = proposed.path.clone();
        app.settle().await;
        assert!(subjects(app, &college).await.iter().any(|subject| subject.contains("đề nghị hợp tác đào tạo")));
        // A second click shows the same one.
        let again = business.submit(page.form("/hop-tac")).await.ok();
        assert_eq!(again.path, href);

        let list = college.get("/truong-toi/doi-tac").await.ok();
        assert!(list.says("Chờ bạn") && list.says("Kỹ thuật viên"));
        let theirs = college.get(&href).await.ok();
        assert!(theirs.says("chờ Quý đơn vị nhận lời hoặc từ chối") && theirs.says("Ghi chú của Kỹ thuật viên"));
        let command = format!("{href}/lenh");
        // Who has proposed has nothing to accept.
        assert!(business.post(&command, &[("lenh", "accept")]).await.ok().says("đã được xử lý") || !business.get(&href).await.ok().says("Đã nhận lời"));
        let accepted = college.submit(theirs.form(&command).press("lenh", "accept")).await.ok();
        assert!(accepted.says("Đã nhận lời") && accepted.says("Soạn hợp đồng nguyên tắc"));
        let message = format!("{href}/tin-nhan");
        let said = college.submit(accepted.form(&message).fill("tin-nhan", "Mời ghé xưởng thứ Ba.")).await.ok();
        assert!(said.says("Mời ghé xưởng thứ Ba."));
        college.submit(said.form(&message).fill("tin-nhan", "")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(business.get(&href).await.ok().says("Mời ghé xưởng thứ Ba."));
        app.settle().await;
        assert!(subjects(app, &business).await.iter().any(|subject| subject.contains("gửi tin nhắn")));
        // Nobody else reads it.
        for other in [app.employer().await.tab(), app.college().await.tab()] {
            other.get_once(&href).await.is(StatusCode::NOT_FOUND);
        }
        let viewer = app.member(college.organisation, MemberRole::Viewer).await;
        let seen = viewer.get(&href).await.ok();
        assert!(seen.says("Mời ghé xưởng") && !seen.offers(&message));
        // Declining asks for a reason and ends it.
        let page = business.get(&href).await.ok();
        business.submit(page.form(&command).press("lenh", "decline")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let declined = business.post(&command, &[("lenh", "decline"), ("ly-do", "distance")]).await.ok();
        assert!(declined.says("Từ chối") && !declined.offers(&message));
        app.settle().await;
        assert!(subjects(app, &college).await.iter().any(|subject| subject.contains("đã dừng")));
    }

    async fn what_the_centre_proposes_needs_both(app) {
        let (business, college, officer) = (app.employer().await, app.college().await, app.staff(StaffRole::Counsellor).await);
        let (programme, _) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
        demand_of(app, business.organisation, need(app, "Kỹ thuật viên", "7412", DemandAudience::Colleges)).await;
        demand_of(app, business.organisation, need(app, "Đầu bếp", "5120", DemandAudience::Colleges)).await;
        let page = officer.get("/tt/cung-cau").await.ok();
        // Needed, met, missing, without a place.
        assert_eq!(page.texts("table:first-of-type tbody tr:first-child td")[..4], ["120", "46", "74", "0"], "{}", page.text("main"));
        let with_more = format!("/tt/cung-cau?chuong-trinh={programme}&so-nguoi=30&thang={}", sanviec_domain::month::Month::of(app.today()).plus(7));
        let compared = officer.get(&with_more).await.ok();
        assert!(compared.says("Với lớp mở thêm") && compared.says("46 → 60"), "{}", compared.text("main"));
        officer.get(&format!("{with_more}99")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let proposed = officer.submit(page.form("/hop-tac")).await.ok();
        let (href, command) = (proposed.path.clone(), format!("{}/lenh", proposed.path));
        college.post(&command, &[("lenh", "accept")]).await.ok();
        assert!(business.get(&href).await.ok().says("Mới đề nghị"), "one of two");
        business.post(&command, &[("lenh", "accept")]).await.ok();
        assert!(officer.get(&href).await.ok().says("Đã nhận lời"));
        assert!(officer.get("/tt/hop-tac?trang-thai=accepted").await.ok().says("Kỹ thuật viên"));
        app.settle().await;
    }

    async fn the_clock_reminds_calls_and_tells_the_centre(app) {
        let (business, college) = (app.employer().await, app.college().await);
        let counsellor = app.staff(StaffRole::Counsellor).await;
        let (programme, _) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
        let demand = demand_of(app, business.organisation, need(app, "Kỹ thuật viên", "7412", DemandAudience::Colleges)).await;
        let id = partnership_of(app, &business, &college, (demand, programme)).await;
        let urgency = || async { sanviec_store::partnerships::find(app.store().reader(), id).await.unwrap().unwrap().urgency };
        for (days, wanted) in [(8, Urgency::Fresh), (2, Urgency::Reminded), (11, Urgency::Called), (25, Urgency::WithCentre), (40, Urgency::WithCentre)] {
            app.later(TimeDelta::days(days)).await;
            assert_eq!(urgency().await, wanted, "{days}");
        }
        for to in [&business, &college] {
            let said = subjects(app, to).await;
            assert_eq!(said.iter().filter(|subject| subject.contains("đang chờ Quý đơn vị")).count(), 1, "{said:?}");
            assert_eq!(said.iter().filter(|subject| subject.contains("Nhắc lần cuối")).count(), 1, "{said:?}");
        }
        let centre: Vec<String> = app.outbox().await.into_iter().filter(|letter| letter.subject.contains("Hợp tác bị dừng lại")).map(|letter| letter.recipient).collect();
        assert_eq!(centre.len(), 1, "{centre:?} {}", counsellor.phone);
        // Whoever moves begins the clock anew.
        partnerships::say(app.exchange(), &of_college(&college), id, "Xin lỗi đã chậm.").await.unwrap();
        assert_eq!(urgency().await, Urgency::Fresh);
        app.later(TimeDelta::days(10)).await;
        assert_eq!(urgency().await, Urgency::Reminded);
        app.settle().await;
    }

    async fn a_merger_takes_needs_and_partnerships_along(app) {
        let (old, new, college, officer) = (app.employer().await, app.employer().await, app.college().await, app.moderator().await);
        let (programme, _) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
        let demand = demand_of(app, old.organisation, need(app, "Kỹ thuật viên", "7412", DemandAudience::Colleges)).await;
        let theirs = demand_of(app, new.organisation, need(app, "Thợ hàn", "7212", DemandAudience::Colleges)).await;
        let double = partnership_of(app, &old, &college, (demand, programme)).await;
        let kept = partnership_of(app, &new, &college, (theirs, programme)).await;
        let version = |id| async move { sanviec_store::organisations::find(app.store().reader(), id).await.unwrap().unwrap().version };
        let versions = (version(old.organisation).await, version(new.organisation).await);
        organisations::officers::merge(app.exchange(), &officer.actor(), old.organisation, new.organisation, versions, "một doanh nghiệp").await.unwrap();
        let conn = app.store().reader();
        assert_eq!(sanviec_store::demands::of(conn, new.organisation, 10).await.unwrap().len(), 2);
        let all = sanviec_store::partnerships::of(conn, new.organisation, 10).await.unwrap();
        let state = |id| all.iter().find(|one| one.id == id).unwrap().state;
        assert_eq!((all.len(), state(double), state(kept)), (2, PartnershipState::Declined, PartnershipState::Accepted));
        app.settle().await;
    }

    async fn two_talk_about_one_thing_at_a_time(app) {
        let (business, college) = (app.employer().await, app.college().await);
        let (programme, _) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
        let demand = demand_of(app, business.organisation, need(app, "Kỹ thuật viên", "7412", DemandAudience::Colleges)).await;
        let first = partnership_of(app, &business, &college, (demand, programme)).await;
        assert_eq!(partnership_of_again(app, &business, &college).await, first);
        partnerships::command(app.exchange(), &of_college(&college), first, PartnershipCommand::Decline, Some(PartnershipReason::Time)).await.unwrap();
        let second = partnership_of_again(app, &business, &college).await;
        assert_ne!(second, first);
        let state = sanviec_store::partnerships::find(app.store().reader(), second).await.unwrap().unwrap().state;
        assert_eq!(state, PartnershipState::Proposed);
        app.settle().await;
    }
}

async fn partnership_of_again(app: &TestApp, business: &Employer, college: &Employer) -> sanviec_domain::ids::PartnershipId {
    let proposal = partnerships::Proposal {
        college: Some(college.organisation),
        ..partnerships::Proposal::default()
    };
    partnerships::propose(app.exchange(), &business.actor(MemberRole::Owner), proposal).await.unwrap()
}
