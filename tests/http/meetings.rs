//! Meetings in a partnership: proposed, answered, called off, and as a file for one's own calendar.

use crate::world::{appointment_of, demand_of, need, of_college, partnership_of, programme_of};
use chrono::TimeDelta;
use http::StatusCode;
use sanviec_domain::access::StaffRole;
use sanviec_domain::demand::DemandAudience;
use sanviec_domain::ids::PartnershipId;
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::partnership::meeting::{MeetingCommand, MeetingContent, MeetingState};
use sanviec_domain::time::in_vietnam;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::partnerships::meetings;
use sanviec_store::partnership_meetings::MeetingRecord;
use sanviec_tests::{Employer, Page, TestApp, User, on_both};

struct Two {
    business: Employer,
    college: Employer,
    id: PartnershipId,
}

async fn two(app: &TestApp) -> Two {
    let (business, college) = (app.employer().await, app.college().await);
    let (programme, _) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
    let demand = demand_of(app, business.organisation, need(app, "Kỹ thuật viên", "7412", DemandAudience::Colleges)).await;
    let id = partnership_of(app, &business, &college, (demand, programme)).await;
    app.settle().await;
    Two { business, college, id }
}

async fn all(app: &TestApp, id: PartnershipId) -> Vec<MeetingRecord> {
    sanviec_store::partnership_meetings::of(app.store().reader(), id).await.unwrap()
}

/// What a browser writes for so many days from now.
fn in_days(app: &TestApp, days: i64) -> String {
    in_vietnam(app.exchange().now() + TimeDelta::days(days)).format("%Y-%m-%dT09:30").to_string()
}

async fn proposes(app: &TestApp, user: &User, id: PartnershipId, about: &str) -> Page {
    let (href, hen) = (format!("/hop-tac/{id}"), format!("/hop-tac/{id}/hen"));
    let form = user.get(&href).await.ok().form(&hen);
    assert_eq!(form.value("hen-phut"), "60");
    let form = form
        .fill("hen-ve", about)
        .fill("hen-luc", &in_days(app, 5))
        .fill("hen-phut", "90")
        .fill("hen-noi", "Phòng 2, nhà A");
    user.submit(form.fill("hen-mang", "https://hop.example.vn/abc?x=1")).await
}

async fn letters(app: &TestApp, to: &Employer, about: &str) -> usize {
    app.messages_to(&to.email).await.iter().filter(|letter| letter.subject.contains(about)).count()
}

on_both! {
    async fn a_side_proposes_the_other_agrees_and_calls_off(app) {
        let Two { business, college, id } = two(app).await;
        let href = format!("/hop-tac/{id}");
        let proposed = proposes(app, &business, id, "Bàn về thực tập").await.ok();
        for says in ["Lịch hẹn", "Đã gửi đề nghị hẹn", "Bàn về thực tập", "Phòng 2, nhà A", "90 phút", "Chờ trả lời", "https://hop.example.vn/abc?x=1"] {
            assert!(proposed.says(says), "{says}: {}", proposed.text("main"));
        }
        let meeting = all(app, id).await.remove(0);
        let at = format!("{href}/hen/{}", meeting.id);
        assert_eq!(in_vietnam(meeting.content.begins).format("%H:%M").to_string(), "09:30");
        app.settle().await;
        for side in [&business, &college] {
            assert_eq!(letters(app, side, "Đề nghị lịch hẹn").await, 1);
        }
        // Whoever has proposed waits, or calls off.
        assert!(business.post(&at, &[("lenh", "agree")]).await.ok().says("đã được xử lý"));
        assert!(business.post(&at, &[("lenh", "decline")]).await.ok().says("đã được xử lý"));
        assert_eq!(all(app, id).await[0].state, MeetingState::Proposed);
        let page = college.get(&href).await.ok();
        let agreed = college.submit(page.form(&at).press("lenh", "agree")).await.ok();
        assert!(agreed.says("Đã hẹn") && agreed.says("Đã cập nhật lịch hẹn"), "{}", agreed.text("main"));
        assert!(college.post(&at, &[("lenh", "agree")]).await.ok().says("đã được xử lý"), "a second click");
        app.settle().await;
        for side in [&business, &college] {
            assert_eq!(letters(app, side, "Đã chốt lịch hẹn").await, 1);
        }
        let letter = app.messages_to(&business.email).await.into_iter().find(|letter| letter.subject.contains("Đã chốt")).unwrap();
        assert!(letter.text.contains("Bàn về thực tập") && letter.text.contains("09:30"), "{}", letter.text);
        let cancelled = business.post(&at, &[("lenh", "cancel")]).await.ok();
        assert!(cancelled.says("Đã huỷ") && !cancelled.offers(&at));
        assert!(college.post(&at, &[("lenh", "cancel")]).await.ok().says("đã được xử lý"));
        // The other one says no.
        proposes(app, &college, id, "Thăm xưởng").await.ok();
        let second = all(app, id).await.into_iter().find(|meeting| meeting.content.subject == "Thăm xưởng").unwrap();
        business.post(&format!("{href}/hen/{}", second.id), &[("lenh", "decline")]).await.ok();
        assert!(college.get(&href).await.ok().says("Không nhận lời"));
        app.settle().await;
        for side in [&business, &college] {
            assert_eq!((letters(app, side, "Đã huỷ lịch hẹn").await, letters(app, side, "không được nhận lời").await), (1, 1));
        }
    }

    async fn what_the_centre_proposes_needs_both_and_it_calls_off_its_own(app) {
        let Two { business, college, id } = two(app).await;
        let officer = app.staff(StaffRole::Counsellor).await;
        let href = format!("/hop-tac/{id}");
        assert!(proposes(app, &officer, id, "Ba bên").await.ok().says("Trung tâm"));
        let at = format!("{href}/hen/{}", all(app, id).await[0].id);
        assert!(officer.post(&at, &[("lenh", "agree")]).await.ok().says("đã được xử lý"));
        business.post(&at, &[("lenh", "agree")]).await.ok();
        assert_eq!(all(app, id).await[0].state, MeetingState::Proposed, "one of two");
        college.post(&at, &[("lenh", "agree")]).await.ok();
        assert_eq!(all(app, id).await[0].state, MeetingState::Agreed);
        officer.post(&at, &[("lenh", "cancel")]).await.ok();
        assert_eq!(all(app, id).await[0].state, MeetingState::Cancelled);
        // What the sides have among themselves is theirs.
        let theirs = appointment_of(app, &business, id).await;
        let at = format!("{href}/hen/{theirs}");
        assert!(!officer.get(&href).await.ok().offers(&at));
        assert!(officer.post(&at, &[("lenh", "cancel")]).await.ok().says("đã được xử lý"));
        app.settle().await;
    }

    async fn what_is_wrong_stands_at_its_field(app) {
        let Two { business, college, id } = two(app).await;
        let (href, hen) = (format!("/hop-tac/{id}"), format!("/hop-tac/{id}/hen"));
        let form = || async { business.get(&href).await.ok().form(&hen) };
        let bare = business.submit(form().await.fill("hen-phut", "9")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(bare.errors().len(), 4, "{:?}", bare.errors());
        let long = "a".repeat(161);
        let typed = form().await.fill("hen-ve", &long).fill("hen-luc", &in_days(app, -1)).fill("hen-mang", "http://a.vn");
        let wrong = business.submit(typed).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.errors().len(), 3, "{:?}", wrong.errors());
        let kept = wrong.form(&hen);
        assert!(kept.value("hen-ve") == long && kept.value("hen-mang") == "http://a.vn", "nothing typed is lost");
        assert!(all(app, id).await.is_empty());
        business.post(&hen, &[("hen-ve", "x"), ("hen-luc", "hôm nay"), ("hen-phut", "-1"), ("hen-noi", "y")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        // As many as one partnership may have.
        for _ in 0..50 {
            appointment_of(app, &business, id).await;
        }
        assert!(!business.get(&href).await.ok().offers(&hen));
        let more = business.post(&hen, &[("hen-ve", "x"), ("hen-luc", &in_days(app, 2)), ("hen-phut", "30"), ("hen-noi", "y")]).await.ok();
        assert!(more.says("đủ 50 lịch hẹn"), "{}", more.text("main"));
        let content = MeetingContent { minutes: 30, ..all(app, id).await[0].content.clone() };
        let refused = meetings::propose(app.exchange(), &of_college(&college), id, content).await;
        assert!(matches!(refused, Err(ExchangeError::NotNow(_))));
        assert_eq!(all(app, id).await.len(), 50);
        app.leaves_jobs();
    }

    async fn nobody_else_finds_it_and_what_is_over_stays(app) {
        let Two { business, college, id } = two(app).await;
        let meeting = appointment_of(app, &business, id).await;
        let (at, ics) = (format!("/hop-tac/{id}/hen/{meeting}"), format!("/hop-tac/{id}/hen/{meeting}.ics"));
        let (rival, other) = (app.employer().await, app.college().await);
        let (programme, _) = programme_of(app, other.organisation, "Điện", "7411").await;
        let demand = demand_of(app, rival.organisation, need(app, "Thợ điện", "7411", DemandAudience::Colleges)).await;
        let theirs = partnership_of(app, &rival, &other, (demand, programme)).await;
        for user in [&rival, &other] {
            user.get_once(&ics).await.is(StatusCode::NOT_FOUND);
            user.post_once(&at, &[("lenh", "agree")]).await.is(StatusCode::NOT_FOUND);
            user.post_once(&format!("/hop-tac/{id}/hen"), &[("hen-ve", "x")]).await.is(StatusCode::NOT_FOUND);
            // Nor by way of one's own partnership.
            user.get_once(&format!("/hop-tac/{theirs}/hen/{meeting}.ics")).await.is(StatusCode::NOT_FOUND);
            user.post_once(&format!("/hop-tac/{theirs}/hen/{meeting}"), &[("lenh", "agree")]).await.is(StatusCode::NOT_FOUND);
        }
        business.get_once(&at).await.is(StatusCode::NOT_FOUND);
        business.post_once(&at, &[("lenh", "gone")]).await.is(StatusCode::BAD_REQUEST);
        let viewer = app.member(college.organisation, MemberRole::Viewer).await;
        assert!(viewer.get_once(&ics).await.ok().body.contains("BEGIN:VEVENT"));
        let shown = viewer.get(&format!("/hop-tac/{id}")).await.ok();
        assert!(shown.says("Bàn về thực tập") && !shown.offers(&at) && !shown.offers(&format!("/hop-tac/{id}/hen")));
        viewer.post_once(&at, &[("lenh", "agree")]).await.is(StatusCode::FORBIDDEN);
        // Over: nobody agrees to it afterwards.
        app.later(TimeDelta::days(8)).await;
        let late = meetings::command(app.exchange(), &of_college(&college), id, meeting, MeetingCommand::Agree).await;
        assert!(matches!(late, Err(ExchangeError::NotNow(_))));
        let page = college.get(&format!("/hop-tac/{id}")).await.ok();
        assert!(page.says("Lịch hẹn đã qua") && !page.offers(&at));
        app.settle().await;
    }

    async fn the_file_for_a_calendar(app) {
        let Two { business, college, id } = two(app).await;
        proposes(app, &business, id, "Thực tập; lớp K17, và \\ việc làm của học viên cơ điện tử sau khi tốt nghiệp").await.ok();
        let meeting = all(app, id).await.remove(0);
        let ics = format!("/hop-tac/{id}/hen/{}.ics", meeting.id);
        let page = business.get(&format!("/hop-tac/{id}")).await.ok();
        assert!(page.links("main a").contains(&ics), "{:?}", page.links("main a"));
        let file = business.get_once(&ics).await.ok();
        assert_eq!(file.header("content-type"), "text/calendar; charset=utf-8; method=PUBLISH");
        assert!(file.header("content-disposition").ends_with(".ics\""));
        let body = file.body;
        assert!(body.starts_with("BEGIN:VCALENDAR\r\n") && body.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(body.matches('\n').count(), body.matches("\r\n").count());
        assert!(body.split("\r\n").all(|line| line.len() <= 75), "{body}");
        let utc = |at: sanviec_domain::time::Instant| at.format("%Y%m%dT%H%M%SZ").to_string();
        let whole = body.replace("\r\n ", "");
        for line in [
            "METHOD:PUBLISH".to_owned(),
            format!("UID:{}", meeting.id),
            format!("DTSTAMP:{}", utc(app.exchange().now())),
            format!("DTSTART:{}", utc(meeting.content.begins)),
            format!("DTEND:{}", utc(meeting.content.begins + TimeDelta::minutes(90))),
            "SEQUENCE:0".to_owned(),
            "STATUS:TENTATIVE".to_owned(),
            "LOCATION:Phòng 2\\, nhà A".to_owned(),
            "SUMMARY:Thực tập\\; lớp K17\\, và \\\\ việc làm của học viên cơ điện tử sau khi tốt nghiệp".to_owned(),
        ] {
            assert_eq!(whole.split("\r\n").filter(|found| *found == line).count(), 1, "{line}\n{body}");
        }
        for private in [&business.email, &business.phone, &college.email, &college.phone, "mailto:", "ORGANIZER", "ATTENDEE"] {
            assert!(!body.contains(private), "{private}");
        }
        // The same entry again, changed.
        college.post(ics.trim_end_matches(".ics"), &[("lenh", "agree")]).await.ok();
        let agreed = college.get_once(&ics).await.ok().body;
        assert!(agreed.contains("STATUS:CONFIRMED\r\n") && agreed.contains("SEQUENCE:1\r\n") && agreed.contains(&format!("UID:{}\r\n", meeting.id)));
        college.post(ics.trim_end_matches(".ics"), &[("lenh", "cancel")]).await.ok();
        let cancelled = business.get_once(&ics).await.ok().body;
        assert!(cancelled.contains("STATUS:CANCELLED\r\n") && cancelled.contains("SEQUENCE:2\r\n"));
        app.settle().await;
    }
}
