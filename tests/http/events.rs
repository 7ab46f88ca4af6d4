//! Conferences: opened, registered for, planned, held, and followed to a signature; and the figures of it.

use crate::world::{business_at, college_at, conference, demand_of, meeting_of, need, of_college, open_conference, programme_of};
use chrono::{Datelike, TimeDelta};
use http::StatusCode;
use sanviec_domain::access::StaffRole;
use sanviec_domain::demand::DemandAudience;
use sanviec_domain::event::registration::{RegistrationCommand, RegistrationContent, RegistrationState};
use sanviec_domain::event::{EventCommand, EventState};
use sanviec_domain::ids::EventId;
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::partnership::PartnershipState;
use sanviec_exchange::events::{self, funnel, registering, timetable, wishes};
use sanviec_exchange::{ExchangeError, figures, partnerships};
use sanviec_tests::{Employer, Officer, Page, TestApp, on_both};

const NEW: &str = "/tt/hoi-nghi/moi";

/// A field of the kind `datetime-local`, so many hours from now.
fn at(app: &TestApp, hours: i64) -> String {
    let there = sanviec_domain::time::in_vietnam(app.exchange().now() + TimeDelta::hours(hours));
    there.format("%Y-%m-%dT%H:%M").to_string()
}

async fn writes(app: &TestApp, officer: &Officer, title: &str) -> Page {
    let form = officer.get(NEW).await.ok().form(NEW);
    let form = form
        .fill("ten", title)
        .fill("tu", &at(app, 240))
        .fill("den", &at(app, 245))
        .fill("gap-tu", &at(app, 241))
        .fill("dia-diem", "Hội trường tầng 2")
        .fill("xa", "12826")
        .fill("chuong-trinh", "08:00 Đón tiếp\n08:30 Khai mạc");
    officer.submit(form).await
}

async fn state(app: &TestApp, id: EventId) -> EventState {
    sanviec_store::events::find(app.store().reader(), id).await.unwrap().unwrap().state
}

async fn subjects(app: &TestApp, to: &Employer) -> Vec<String> {
    app.messages_to(&to.email).await.into_iter().map(|letter| letter.subject).collect()
}

fn id_in(page: &Page) -> EventId {
    page.path.rsplit('/').next().unwrap().parse().unwrap()
}

on_both! {
    async fn the_centre_opens_a_conference_and_invites(app) {
        let (business, college, officer) = (app.employer().await, app.college().await, app.staff(StaffRole::Counsellor).await);
        let form = officer.get(NEW).await.ok().form(NEW);
        let bare = officer.submit(form.fill("gap-tu", "").fill("de-trong", "50")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(bare.errors().len() >= 4, "{:?}", bare.errors());
        let saved = writes(app, &officer, "Hội nghị điện tử").await.ok();
        let id = id_in(&saved);
        assert!(saved.says("Sắp mở đăng ký") && saved.says("2 đơn vị sẽ nhận được thư mời"), "{}", saved.text("main"));
        app.visitor().get_once(&format!("/hoi-nghi/{id}")).await.is(StatusCode::NOT_FOUND);
        officer.submit(saved.form(&format!("/tt/hoi-nghi/{id}/lenh")).press("lenh", "open")).await.ok();
        assert_eq!(state(app, id).await, EventState::Open);
        app.settle().await;
        for guest in [&business, &college] {
            assert_eq!(subjects(app, guest).await, ["Mời dự: Hội nghị điện tử"]);
        }
        let public = app.visitor().get("/hoi-nghi").await.ok();
        let page = app.visitor().get(&public.link("Hội nghị điện tử")).await.ok();
        assert!(page.says("Hội trường tầng 2") && page.says("08:30 Khai mạc") && page.says("12 vòng, mỗi vòng 15 phút"), "{}", page.text("main"));
        assert!(app.visitor().get(&format!("/en/hoi-nghi/{id}")).await.ok().says("Registration open"));
        // What is open may not lose what it needs, and whoever has registered hears of a change.
        business_at(app, id, &business, demand_of(app, business.organisation, need(app, "Thợ điện", "7411", DemandAudience::Colleges)).await).await;
        let edit = format!("/tt/hoi-nghi/{id}/sua");
        let form = officer.get(&edit).await.ok().form(&edit);
        officer.submit(form.fill("dia-diem", "").fill("xa", "")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let form = officer.get(&edit).await.ok().form(&edit);
        officer.submit(form.fill("dia-diem", "Hội trường lớn")).await.ok();
        app.settle().await;
        assert!(subjects(app, &business).await.contains(&"Có thay đổi: Hội nghị điện tử".to_owned()));
        assert!(!subjects(app, &college).await.iter().any(|subject| subject.starts_with("Có thay đổi")));
        // Cancelled with a reason, which everybody reads.
        let command = format!("/tt/hoi-nghi/{id}/lenh");
        officer.post_once(&command, &[("lenh", "cancel"), ("ly-do", "")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        officer.post(&command, &[("lenh", "cancel"), ("ly-do", "Bão số 5")]).await.ok();
        app.settle().await;
        assert!(subjects(app, &business).await.contains(&"Huỷ: Hội nghị điện tử".to_owned()));
        assert!(app.visitor().get(&format!("/hoi-nghi/{id}")).await.ok().says("Bão số 5"));
        app.leaves_jobs();
    }

    async fn both_register_wish_and_meet_and_a_signature_can_follow(app) {
        let (business, college, officer) = (app.employer().await, app.college().await, app.staff(StaffRole::Counsellor).await);
        let (programme, _) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
        let demand = demand_of(app, business.organisation, need(app, "Kỹ thuật viên cơ điện tử", "7412", DemandAudience::Colleges)).await;
        let id = open_conference(app, &officer).await;
        let href = format!("/hoi-nghi/{id}");
        // Registered from the public page, with everything one has.
        for guest in [&business, &college] {
            let form = guest.get(&format!("{href}/dang-ky")).await.ok().form(&format!("{href}/dang-ky"));
            let wished = guest.submit(form.fill("nguoi-du", "Nguyễn Văn An, Trưởng phòng\nTrần Thị Bình")).await.ok();
            assert_eq!(wished.path, format!("{href}/muon-gap"));
        }
        let registrations = sanviec_store::registrations::of_event(app.store().reader(), id).await.unwrap();
        assert_eq!((registrations[0].content.demands.as_slice(), registrations[1].content.programmes.as_slice()), ([demand].as_slice(), [programme].as_slice()));
        let board = app.visitor().get(&href).await.ok();
        assert!(board.says("60") && board.says("46") && board.says("Công ty TNHH May Tiền Hải"), "{}", board.text("main"));
        // Both wish to meet; the business sees the college's programme and that it is wished.
        let other = |side: usize| registrations[1 - side].id.to_string();
        let list = college.get(&format!("{href}/muon-gap")).await.ok();
        assert!(list.says("Kỹ thuật viên cơ điện tử") && list.says("Phù hợp 91/100"), "{}", list.text("main"));
        college.post(&format!("{href}/muon-gap"), &[("gap", &other(1))]).await.ok();
        assert!(business.get(&format!("{href}/muon-gap")).await.ok().says("Muốn gặp đơn vị"));
        business.post(&format!("{href}/muon-gap"), &[("gap", &other(0))]).await.ok();
        let plan = format!("/tt/hoi-nghi/{id}/lich");
        let made = officer.post(&plan, &[("viec", "lap")]).await.ok();
        assert!(made.says("Hai bên cùng muốn: xếp được 1/1") && made.says("1 cuộc gặp"), "{}", made.text("main"));
        officer.post(&plan, &[("viec", "gui")]).await.ok();
        app.settle().await;
        assert!(subjects(app, &business).await.iter().any(|subject| subject.starts_with("Lịch gặp tại")));
        let mine = business.get(&format!("{href}/cua-toi")).await.ok();
        assert!(mine.says("Bàn 1") && mine.says("Trường Cao đẳng nghề Hưng Yên"), "{}", mine.text("main"));
        // Nothing is written down before it begins. On the day the badge leads the officer to checking in.
        let meeting = sanviec_store::meetings::of_events(app.store().reader(), &[id]).await.unwrap()[0].id;
        let result = format!("{href}/cuoc-gap/{meeting}");
        business.post(&result, &[("ket-qua", "partnership")]).await.ok();
        assert!(partnerships::read::own(app.exchange(), &business.actor(MemberRole::Owner)).await.unwrap().is_empty());
        assert!(officer.get(&format!("/tt/hoi-nghi/{id}")).await.ok().body.contains("muon-gap"));
        officer.post(&format!("/tt/hoi-nghi/{id}/xac-nhan"), &[]).await.ok();
        officer.post(&format!("/tt/hoi-nghi/{id}/lenh"), &[("lenh", "start")]).await.ok();
        let scanned = officer.get(&format!("/q/{}", registrations[0].token)).await.ok();
        assert!(scanned.path.starts_with(&format!("/tt/hoi-nghi/{id}/diem-danh")), "{}", scanned.path);
        let check_in = scanned.form(&format!("/tt/hoi-nghi/{id}/don-vi/{}", registrations[0].id)).press("lenh", "check_in");
        assert!(officer.submit(check_in).await.ok().says("1/2"));
        assert!(business.get(&format!("/q/{}", registrations[0].token)).await.ok().path.ends_with("/cua-toi"));
        assert_eq!(app.visitor().get(&format!("/q/{}", registrations[0].token)).await.ok().path, href);
        // The result in one tap; what follows is a partnership about what brought the two together.
        let tapped = business.get(&format!("{href}/cua-toi")).await.ok().form(&result).press("ket-qua", "partnership");
        business.submit(tapped).await.ok();
        let own = partnerships::read::own(app.exchange(), &business.actor(MemberRole::Owner)).await.unwrap();
        let begun = &own[0].partnership;
        assert_eq!((begun.event, begun.demand, begun.programme, begun.state), (Some(id), Some(demand), Some(programme), PartnershipState::Proposed));
        // The college taps, too: it is the same one.
        college.post(&result, &[("ket-qua", "partnership")]).await.ok();
        assert_eq!(partnerships::read::own(app.exchange(), &of_college(&college)).await.unwrap().len(), 1);
        let sheet = officer.get(&format!("/tt/hoi-nghi/{id}/ket-qua")).await.ok();
        assert!(sheet.says("Sẽ hợp tác: 1") && sheet.says("Xem hợp tác"), "{}", sheet.text("main"));
        let print = officer.get(&format!("/tt/hoi-nghi/{id}/in")).await.ok();
        assert!(print.says("Nguyễn Văn An, Trưởng phòng") && print.body.contains("<svg"));
        officer.post(&format!("/tt/hoi-nghi/{id}/lenh"), &[("lenh", "finish")]).await.ok();
        // No link leads to wishes that nobody can have any more: whoever was absent has no page for them.
        assert!(!officer.get(&format!("/tt/hoi-nghi/{id}")).await.ok().body.contains("muon-gap"));
        let after = sanviec_store::registrations::of_event(app.store().reader(), id).await.unwrap();
        assert_eq!(after.iter().map(|one| one.state).collect::<Vec<_>>(), [RegistrationState::CheckedIn, RegistrationState::Absent]);
        let counted = funnel::of_event(app.exchange(), &officer.actor(), id).await.unwrap();
        assert_eq!((counted.registered, counted.colleges, counted.came, counted.met, counted.proposed, counted.signed), (1, 1, 1, 1, 1, 0));
        // The year's figures say the same, on the page, in the spreadsheet and in the API. The conference lies ahead.
        app.later(TimeDelta::days(10)).await;
        let year = sanviec_domain::time::vietnam_date(sanviec_store::events::find(app.store().reader(), id).await.unwrap().unwrap().content.begins).year();
        let api = app.visitor().get(&format!("/api/v1/figures/partnerships?year={year}")).await.ok().json();
        assert_eq!((api["conferences"].as_u64(), api["registered"].as_u64(), api["signed"].as_u64()), (Some(1), Some(1), Some(0)), "{api}");
        app.visitor().get_once("/api/v1/figures/partnerships?year=1999").await.is(StatusCode::BAD_REQUEST);
        app.settle().await;
    }

    async fn seats_fill_and_free(app) {
        let (first, second, officer) = (app.employer().await, app.employer().await, app.staff(StaffRole::Counsellor).await);
        let mut content = conference(app);
        content.seats = 1;
        let id = events::write(app.exchange(), &officer.actor(), None, content).await.unwrap().unwrap();
        events::command(app.exchange(), &officer.actor(), id, EventCommand::Open, "").await.unwrap();
        let registers = async |who: &Employer| registering::register(app.exchange(), &who.actor(MemberRole::Owner), id, RegistrationContent::default()).await;
        let taken = registers(&first).await.unwrap();
        assert_eq!(state(app, id).await, EventState::Full);
        assert!(matches!(registers(&second).await, Err(ExchangeError::NotNow(_))));
        registers(&first).await.expect("what was said can be said better");
        // Nobody withdraws for another.
        let foreign = registering::command(app.exchange(), &second.actor(MemberRole::Owner), id, taken, RegistrationCommand::Withdraw).await;
        assert!(matches!(foreign, Err(ExchangeError::NotFound)));
        first.post(&format!("/hoi-nghi/{id}/rut"), &[]).await.ok();
        assert_eq!(state(app, id).await, EventState::Open);
        registers(&second).await.unwrap();
        assert_eq!(state(app, id).await, EventState::Full);
        app.settle().await;
    }

    async fn two_who_take_the_last_seat_at_once_do_not_both_get_it(app) {
        let (first, second, officer) = (app.employer().await, app.employer().await, app.staff(StaffRole::Counsellor).await);
        let mut content = conference(app);
        content.seats = 1;
        let id = events::write(app.exchange(), &officer.actor(), None, content).await.unwrap().unwrap();
        events::command(app.exchange(), &officer.actor(), id, EventCommand::Open, "").await.unwrap();
        let registers = async |who: &Employer| registering::register(app.exchange(), &who.actor(MemberRole::Owner), id, RegistrationContent::default()).await.is_ok();
        let (one, other) = tokio::join!(registers(&first), registers(&second));
        assert!(one ^ other, "{one} {other}");
        assert_eq!(sanviec_store::registrations::count_coming(app.store().reader(), id).await.unwrap(), 1);
        app.settle().await;
    }

    async fn who_comes_without_an_appointment_gets_a_free_round(app) {
        let (business, late, college, officer) = (app.employer().await, app.employer().await, app.college().await, app.staff(StaffRole::Counsellor).await);
        let (programme, _) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
        let demand = demand_of(app, business.organisation, need(app, "Kỹ thuật viên", "7412", DemandAudience::Colleges)).await;
        let id = open_conference(app, &officer).await;
        let (one, other) = (business_at(app, id, &business, demand).await, college_at(app, id, &college, programme).await);
        let printed = meeting_of(app, id, &officer, one, other).await;
        let before = sanviec_store::meetings::find(app.store().reader(), id, printed).await.unwrap().unwrap();
        events::command(app.exchange(), &officer.actor(), id, EventCommand::Start, "").await.unwrap();
        // It has begun: the organisation itself can't register any more, the centre can.
        late.post(&format!("/hoi-nghi/{id}/dang-ky"), &[]).await.ok();
        assert_eq!(sanviec_store::registrations::count_coming(app.store().reader(), id).await.unwrap(), 2);
        let form = |name: &str, which: &str| {
            let (name, which) = (name.to_owned(), which.to_owned());
            let officer = &officer;
            async move { officer.post(&format!("/tt/hoi-nghi/{id}/dang-ky"), &[("ten-don-vi", &name), ("don-vi-nao", &which)]).await }
        };
        form("Không có ai tên này", "").await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let several = form("May Tiền Hải", "").await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(several.says("Có nhiều đơn vị"), "{}", several.text("main"));
        let wished = form("", &late.organisation.to_string()).await.ok();
        let walk_in: sanviec_domain::ids::RegistrationId = wished.path.rsplit('/').next().unwrap().parse().unwrap();
        registering::command(app.exchange(), &officer.actor(), id, walk_in, RegistrationCommand::CheckIn).await.unwrap();
        officer.post(&wished.path, &[("gap", &other.to_string())]).await.ok();
        let made = timetable::make(app.exchange(), &officer.actor(), id).await.unwrap();
        assert_eq!((made.meetings, made.single), (2, (1, 1)));
        let meetings = sanviec_store::meetings::of_events(app.store().reader(), &[id]).await.unwrap();
        assert!(meetings.contains(&before), "what was printed stays");
        let new = meetings.iter().find(|meeting| meeting.business == walk_in).unwrap();
        assert_ne!(new.round, before.round, "nobody is in two places");
        app.settle().await;
    }

    async fn an_event_that_nobody_ends_ends_by_itself(app) {
        let officer = app.staff(StaffRole::Counsellor).await;
        let id = open_conference(app, &officer).await;
        events::command(app.exchange(), &officer.actor(), id, EventCommand::Start, "").await.unwrap();
        app.later(TimeDelta::days(10)).await;
        assert_eq!(state(app, id).await, EventState::Running);
        app.later(TimeDelta::days(1)).await;
        assert_eq!(state(app, id).await, EventState::Finished);
        app.settle().await;
    }

    async fn wishes_stay_within_the_other_side(app) {
        let (business, rival, college, officer) = (app.employer().await, app.employer().await, app.college().await, app.staff(StaffRole::Counsellor).await);
        let (programme, _) = programme_of(app, college.organisation, "Hàn", "7212").await;
        let demand = demand_of(app, business.organisation, need(app, "Thợ hàn", "7212", DemandAudience::Colleges)).await;
        let theirs = demand_of(app, rival.organisation, need(app, "Nhu cầu kín", "7212", DemandAudience::Colleges)).await;
        let id = open_conference(app, &officer).await;
        let mine = business_at(app, id, &business, demand).await;
        let other = business_at(app, id, &rival, theirs).await;
        let guest = college_at(app, id, &college, programme).await;
        let wished = wishes::wish(app.exchange(), &business.actor(MemberRole::Owner), id, &[other, guest, mine]).await.unwrap();
        assert_eq!(wished, 1, "neither oneself nor one's like");
        // A business reads nothing of what another brings but its sum.
        for path in [format!("/hoi-nghi/{id}"), format!("/hoi-nghi/{id}/muon-gap"), format!("/hoi-nghi/{id}/cua-toi")] {
            assert!(!business.get(&path).await.ok().says("Nhu cầu kín"), "{path}");
        }
        assert!(college.get(&format!("/hoi-nghi/{id}/muon-gap")).await.ok().says("Nhu cầu kín"));
        // Whoever hasn't registered has nothing there.
        let stranger = app.employer().await;
        for path in ["muon-gap", "cua-toi"] {
            stranger.get_once(&format!("/hoi-nghi/{id}/{path}")).await.is(StatusCode::NOT_FOUND);
        }
        // What one brings has to be one's own.
        let content = RegistrationContent { demands: vec![demand], ..RegistrationContent::default() };
        registering::register(app.exchange(), &rival.actor(MemberRole::Owner), id, content).await.unwrap();
        let kept = sanviec_store::registrations::find(app.store().reader(), id, other).await.unwrap().unwrap();
        assert!(kept.content.demands.is_empty());
        app.settle().await;
    }

    async fn figures_are_counted_from_records(app) {
        let officer = app.staff(StaffRole::Counsellor).await;
        let year = app.today().year();
        let page = officer.get(&format!("/tt/so-lieu?nam={year}")).await.ok();
        assert!(page.says("hội nghị") && page.says("Chưa có."), "{}", page.text("main"));
        let sheet = officer.get_once(&format!("/tt/so-lieu.xlsx?nam={year}")).await.ok();
        assert!(sheet.header("content-type").contains("spreadsheetml"));
        let none = figures::partnerships(app.exchange(), year).await.unwrap();
        assert_eq!((none.conferences, none.registered, none.signed, none.days_to_sign), (0, 0, 0, None));
        app.settle().await;
    }
}
