//! The yearly review of an agreement: opened, remarked, countersigned; asked for at each anniversary.

use crate::world::{Signed, of_college, signed};
use chrono::{Datelike, TimeDelta};
use http::StatusCode;
use sanviec_domain::access::StaffRole;
use sanviec_domain::agreement::review::{ReviewCommand, ReviewGuard, ReviewLife, ReviewState};
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::agreements::reviews;
use sanviec_store::reviews::ReviewRecord;
use sanviec_tests::{TestApp, on_both};

async fn review(app: &TestApp, signed: &Signed) -> ReviewRecord {
    sanviec_store::reviews::of(app.store().reader(), signed.agreement).await.unwrap().remove(0)
}

on_both! {
    async fn both_remark_and_countersign(app) {
        let signed = Box::pin(signed(app)).await;
        let (business, college) = (&signed.business, &signed.college);
        let page = format!("{}/danh-gia", signed.href());
        college.post(&format!("{}/ket-qua", signed.href()), &[("so-0", "9")]).await.ok();
        let year = app.today().year();
        let field = format!("nhan-xet-{year}");
        let opened = business.submit(business.get(&page).await.ok().form(&page).press("lenh", "open")).await.ok();
        assert!(opened.says(&format!("Năm {year}")) && opened.says("Đang ghi nhận xét"), "{}", opened.text("main"));
        assert_eq!(opened.texts("td[data-th='Đã đào tạo']"), ["9"]);
        // What comes later stands in the next one.
        college.post(&format!("{}/ket-qua", signed.href()), &[("so-0", "10")]).await.ok();
        assert_eq!(review(app, &signed).await.lines[0].result.trained, Some(9));
        business.post(&page, &[("lenh", "open")]).await.ok();
        assert_eq!(sanviec_store::reviews::of(app.store().reader(), signed.agreement).await.unwrap().len(), 1, "once a calendar year");
        let nam = year.to_string();
        business.post(&page, &[("lenh", "write"), ("nam", &nam), (&field, "")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let long = "a".repeat(4_001);
        business.post(&page, &[("lenh", "write"), ("nam", &nam), (&field, &long)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        business.post(&page, &[("lenh", "write"), ("nam", &nam), (&field, "Học viên tốt.")]).await.ok();
        let shown = college.get(&page).await.ok();
        assert!(shown.says("Học viên tốt."));
        let version = review(app, &signed).await.version.to_string();
        let signed_by = college.post(&page, &[("lenh", "countersign"), ("nam", &nam), ("ban", &version)]).await.ok();
        assert!(signed_by.says("Đã xác nhận bản đánh giá"), "{}", signed_by.text("main"));
        assert_eq!(review(app, &signed).await.state, ReviewState::HalfSigned);
        // A change of remarks clears the other's countersignature.
        business.post(&page, &[("lenh", "write"), ("nam", &nam), (&field, "Học viên rất tốt.")]).await.ok();
        let now = review(app, &signed).await;
        assert!(now.state == ReviewState::Draft && now.college.signed.is_none());
        // Nobody countersigns what they have not read.
        let stale = college.post(&page, &[("lenh", "countersign"), ("nam", &nam), ("ban", &version)]).await.ok();
        assert!(stale.says("Nhận xét vừa được sửa"), "{}", stale.text("main"));
        let recruiter = app.member(business.organisation, MemberRole::Recruiter).await;
        for user in [&recruiter, college] {
            let shown = user.get(&page).await.ok();
            let form = shown.form(&page);
            assert!(form.has("nam"));
            let version = review(app, &signed).await.version.to_string();
            user.post(&page, &[("lenh", "countersign"), ("nam", &nam), ("ban", &version)]).await.ok();
        }
        let done = review(app, &signed).await;
        assert_eq!(done.state, ReviewState::Countersigned);
        assert!(done.business.signed.is_some() && done.college.signed.is_some());
        let counsellor = app.staff(StaffRole::Counsellor).await;
        let read = counsellor.get(&page).await.ok();
        assert!(read.says("Hai bên đã xác nhận") && read.says("Học viên rất tốt.") && !read.offers(&page));
        assert!(counsellor.post(&page, &[("lenh", "open")]).await.ok().says("Chỉ hai bên"));
        app.settle().await;
        let letters = app.messages_to(&college.email).await;
        assert!(letters.iter().any(|letter| letter.subject.contains("đánh giá hằng năm")));
    }

    async fn every_state_command_and_side(app) {
        let signed = Box::pin(signed(app)).await;
        let sides = [signed.business.actor(MemberRole::Owner), of_college(&signed.college)];
        let year = reviews::open(app.exchange(), &sides[0], signed.agreement).await.unwrap();
        // Whether the business has countersigned, and whether the college has.
        for (mine, theirs) in [(false, false), (true, false), (false, true), (true, true)] {
            for command in ReviewCommand::ALL {
                // Nothing leads back from a countersigned one: it is put where the walk needs it.
                let state = match (mine, theirs) {
                    (false, false) => ReviewState::Draft,
                    (true, true) => ReviewState::Countersigned,
                    _ => ReviewState::HalfSigned,
                };
                let unit = app.exchange().begin(&sanviec_domain::access::Actor::System).await.unwrap();
                let mut record = review(app, &signed).await;
                let made = || Some(sanviec_store::reviews::Countersignature { person: None, name: "Vũ Đức Thành".to_owned(), at: unit.now() });
                record.state = state;
                record.business.signed = mine.then(made).flatten();
                record.college.signed = theirs.then(made).flatten();
                sanviec_store::reviews::update(&unit, &mut record).await.unwrap();
                unit.save().await.unwrap();
                let expected = decide::<ReviewLife>(state, *command, Party::Owner, |guard| match guard {
                    ReviewGuard::NotYetMine => !mine,
                    ReviewGuard::OtherSigned => theirs,
                    ReviewGuard::OtherUnsigned => !theirs,
                    ReviewGuard::SameRemarks => true,
                });
                let done = match command {
                    ReviewCommand::Write => reviews::write(app.exchange(), &sides[0], signed.agreement, year, &format!("Bản {}", record.version)).await,
                    ReviewCommand::Countersign => reviews::countersign(app.exchange(), &sides[0], signed.agreement, year, record.version).await,
                };
                let now = review(app, &signed).await;
                match expected {
                    Ok(moved) => assert_eq!((now.state, done.is_ok()), (moved.to, true), "{command:?} in {state:?}: {done:?}"),
                    Err(_) => assert!(now == record && matches!(done, Err(ExchangeError::NotNow(_))), "{command:?} in {state:?}: {done:?}"),
                }
            }
        }
        app.settle().await;
    }

    async fn both_are_asked_once_at_each_anniversary(app) {
        let signed = Box::pin(signed(app)).await;
        let asked = async || {
            let letters = app.messages_to(&signed.college.email).await;
            letters.iter().filter(|letter| letter.subject.contains("Đến kỳ đánh giá")).count()
        };
        app.later(TimeDelta::days(360)).await;
        assert_eq!(asked().await, 0);
        app.later(TimeDelta::days(7)).await;
        assert_eq!(asked().await, 1);
        app.later(TimeDelta::days(40)).await;
        assert_eq!(asked().await, 1);
        assert_eq!(app.messages_to(&signed.business.email).await.iter().filter(|letter| letter.subject.contains("Đến kỳ đánh giá")).count(), 1);
        app.settle().await;
    }
}
