//! The centre's counter: entering for somebody, and looking people up.

use crate::world::{content, person_of, vacancy_in};
use chrono::TimeDelta;
use http::StatusCode;
use sanviec_domain::access::StaffRole;
use sanviec_domain::consent::{ConsentPurpose, ConsentWay};
use sanviec_domain::vacancy::VacancyState;
use sanviec_tests::on_both;

const PHONE: &str = "0977000111";
const CARD: &str = "034195001234|151234567|Phạm Thị Hiền|02091995|Nữ|Thôn 3, Thụy Liên|10052021";

on_both! {
    async fn an_officer_enters_for_somebody_who_agreed(app) {
        let owner = app.employer().await;
        let vacancy = vacancy_in(app, owner.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
        let officer = app.staff(StaffRole::Counsellor).await;
        let number = vacancy.number.to_string();
        let form = officer.get("/tt/nhap-ho").await.ok().form("/tt/nhap-ho").fill("the", CARD).fill("dien-thoai", PHONE).fill("tin", &number);
        // Without consent nothing is entered, and what was typed stays; the card's line doesn't.
        let wrong = officer.submit(form.clone()).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.body.contains("Phạm Thị Hiền") && !wrong.body.contains("034195001234"));
        let slip = officer.submit(wrong.form("/tt/nhap-ho").fill("dong-y", "signed")).await.ok();
        assert!(slip.path.starts_with("/tt/nhap-ho/phieu/"), "{}: {:?}", slip.path, slip.errors());
        assert!(slip.says("Phạm Thị Hiền") && slip.says("Công nhân may") && !slip.body.contains(PHONE), "{}", slip.text("main"));
        app.settle().await;
        let person = person_of(app, PHONE).await;
        let consents = sanviec_store::consents::of(app.store().reader(), person).await.unwrap();
        let kinds: Vec<_> = consents.iter().map(|consent| (consent.purpose, consent.way, consent.taken_by)).collect();
        for purpose in [ConsentPurpose::Counter, ConsentPurpose::Application] {
            assert!(kinds.contains(&(purpose, ConsentWay::Signed, Some(officer.person))), "{kinds:?}");
        }
        assert!(app.messages_to(PHONE).await.iter().any(|message| message.text.contains("nhập hộ")), "the person is told");
        let seeker = app.seeker(PHONE).await;
        assert_eq!(seeker.get("/toi").await.ok().count(".tasks li"), 1, "and owns it");
        // Entered twice, it is there once.
        let form = officer.get("/tt/nhap-ho").await.ok().form("/tt/nhap-ho");
        let again = form.fill("ho-ten", "Phạm Thị Hiền").fill("dien-thoai", PHONE).fill("tin", &number).fill("dong-y", "spoken");
        assert!(officer.submit(again.clone()).await.ok().says("từ trước"));
        officer.submit(again.fill("tin", "999999999")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        // The slip is printed while the person stands there.
        app.later(TimeDelta::hours(25)).await;
        officer.get(&slip.path).await.is(StatusCode::NOT_FOUND);
        app.settle().await;
    }

    async fn people_are_looked_up_for_a_reason(app) {
        let officer = app.staff(StaffRole::Counsellor).await;
        app.seeker(PHONE).await;
        let person = person_of(app, PHONE).await;
        let path = format!("/tt/nguoi-tim-viec/{person}");
        let owed = officer.get(&path).await.ok();
        assert!(owed.says("Ghi lý do xem") && !owed.says("0977 000 111"));
        officer.submit(owed.form(&path).fill("ly-do", "abc")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let opened = officer.submit(owed.form(&path).fill("ly-do", "đến quầy hỏi kết quả")).await.ok();
        assert!(opened.says("0977 000 111"));
        let lines = sanviec_store::audit::recent(app.store().reader(), None, 10).await.unwrap();
        let line = lines.iter().find(|line| line.action == "seeker.opened").unwrap();
        assert_eq!((line.id, line.details["reason"].as_str()), (person.0, Some("đến quầy hỏi kết quả")));
        // The reason counts for a quarter of an hour.
        officer.get(&path).await.ok();
        app.wait(TimeDelta::minutes(16));
        assert!(officer.get(&path).await.ok().says("Ghi lý do xem"));
        officer.post("/tt/nguoi-tim-viec", &[("q", PHONE)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let found = officer.post("/tt/nguoi-tim-viec", &[("q", PHONE), ("ly-do", "đến quầy hỏi kết quả")]).await.ok();
        assert_eq!(found.links(&format!("a[href='{path}']")).len(), 1);
        assert!(!found.text("table").contains("000 111"), "the number is masked in the list");
        app.settle().await;
    }
}
