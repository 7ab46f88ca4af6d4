//! People who started work: reported, confirmed or objected to; what came of agreements line by line.

use crate::world::{Signed, application_in, content, of_college, person_of, sign_both, signed, vacancy_in};
use chrono::{Days, TimeDelta};
use http::StatusCode;
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_domain::application::ApplicationState;
use sanviec_domain::ids::{ApplicationId, PersonId, PlacementId};
use sanviec_domain::lifecycle::{Party, decide, offered};
use sanviec_domain::matching::{Fact, Part};
use sanviec_domain::month::Month;
use sanviec_domain::organisation::{MemberRole, OrganisationKind, OrganisationState};
use sanviec_domain::partnership::{PartnershipState, Side};
use sanviec_domain::placement::{Destination, PlacementCommand, PlacementDenial, PlacementGuard, PlacementLife, PlacementState, PlacementWay};
use sanviec_domain::vacancy::VacancyState;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::agreements;
use sanviec_exchange::placements::figures::{self, CountFilter};
use sanviec_exchange::placements::personal;
use sanviec_store::placements::{self as store, PlacementRecord};
use sanviec_tests::{Page, TestApp, User, on_both};

async fn all_of(app: &TestApp, signed: &Signed) -> Vec<PlacementRecord> {
    store::of_agreement(app.store().reader(), signed.agreement, 100).await.unwrap()
}

async fn stored(app: &TestApp, id: PlacementId) -> PlacementRecord {
    store::find(app.store().reader(), id).await.unwrap().unwrap()
}

/// Reports people as a side would: the form, filled in.
async fn reports(user: &User, signed: &Signed, names: &str) -> Page {
    let (page, to) = (format!("{}/ket-qua", signed.href()), format!("{}/nguoi", signed.href()));
    let shown = user.get(&page).await.ok();
    user.submit(shown.form(&to).fill("dong", "0").fill("nguoi-moi", names).press("lenh", "report")).await
}

async fn partnership_state(app: &TestApp, signed: &Signed) -> PartnershipState {
    sanviec_store::partnerships::find(app.store().reader(), signed.partnership).await.unwrap().unwrap().state
}

/// A placement of a side's in some state, as its life would have left it.
async fn placement_in(app: &TestApp, signed: &Signed, side: Side, state: PlacementState) -> PlacementRecord {
    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    let record = PlacementRecord {
        id: PlacementId(unit.uuid()),
        state,
        way: PlacementWay::Agreement,
        destination: Destination::Home,
        business: signed.business.organisation,
        vacancy: None,
        application: None,
        programme: Some(signed.programme),
        line: Some((signed.agreement, 0)),
        person: None,
        name: Some("Lê Văn Nam".to_owned()),
        occupation: Some("7412".to_owned()),
        started_on: unit.today(),
        side,
        reported_by: None,
        reported_at: unit.now(),
        settles_at: unit.now() + TimeDelta::days(7),
        confirmed_at: (state == PlacementState::Confirmed).then(|| unit.now()),
        denial: (state == PlacementState::Denied).then_some(PlacementDenial::Other),
        version: 1,
    };
    store::insert_many(&unit, std::slice::from_ref(&record)).await.unwrap();
    unit.save().await.unwrap();
    record
}

/// A seeker who was offered work by a business, with another application still open.
async fn offered_work(app: &TestApp, business: sanviec_domain::ids::OrganisationId) -> (User, PersonId, ApplicationId, ApplicationId) {
    let other = app.organisation("Công ty khác", OrganisationKind::Employer, OrganisationState::Verified).await;
    let here = vacancy_in(app, business, VacancyState::Published, content(app, "Công nhân may")).await;
    let there = vacancy_in(app, other, VacancyState::Published, content(app, "Thợ hàn")).await;
    let seeker = app.seeker("0912345678").await;
    let person = person_of(app, "0912345678").await;
    let offered = application_in(app, &here, person, ApplicationState::Offered).await;
    let open = application_in(app, &there, person, ApplicationState::Viewed).await;
    (seeker, person, offered.id, open.id)
}

async fn application_state(app: &TestApp, id: ApplicationId) -> ApplicationState {
    sanviec_store::applications::find(app.store().reader(), id).await.unwrap().unwrap().state
}

on_both! {
    async fn one_side_reports_and_the_other_confirms(app) {
        let signed = Box::pin(signed(app)).await;
        let (business, college) = (&signed.business, &signed.college);
        let page = format!("{}/ket-qua", signed.href());
        assert!(business.get(&signed.href()).await.ok().says("Kết quả thực hiện"));
        // What is wrong stands at its field; nothing typed is lost.
        let wrong = reports(business, &signed, "Trần Văn Bình\nhttp://x.y").await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(wrong.errors().iter().any(|error| error.contains("http://x.y")), "{:?}", wrong.errors());
        assert!(wrong.form(&format!("{}/nguoi", signed.href())).value("nguoi-moi").contains("Trần Văn Bình"));
        reports(business, &signed, "").await.is(StatusCode::UNPROCESSABLE_ENTITY);
        reports(business, &signed, &"Trần Văn Bình\n".repeat(101)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert!(all_of(app, &signed).await.is_empty());
        let reported = reports(business, &signed, "Trần Văn Bình\nLê Thị Cúc\n\nPhạm Văn Dũng").await.ok();
        assert!(reported.says("Đã ghi nhận 3 người") && reported.says("Chờ xác nhận"), "{}", reported.text("main"));
        assert!(reported.count("button[value=confirm]") == 0 && reported.count("button[value=withdraw]") == 3);
        app.settle().await;
        let letters = app.messages_to(&college.email).await;
        assert!(letters.iter().any(|letter| letter.subject.contains("ghi nhận người được tuyển")));

        let shown = college.get(&page).await.ok();
        assert!(shown.says("3 người chờ bạn xác nhận") && shown.count("button[value=confirm]") == 3);
        let people = all_of(app, &signed).await;
        assert_eq!((people[0].destination, people[0].way, people[0].programme), (Destination::Home, PlacementWay::Agreement, Some(signed.programme)));
        let to = format!("{}/nguoi", signed.href());
        let (one, two) = (people[2].id.to_string(), people[1].id.to_string());
        // An objection needs its reason.
        college.post(&to, &[("lenh", "deny"), ("nguoi", &one)]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        college.post(&to, &[("lenh", "deny"), ("nguoi", &one), (&format!("ly-do-{one}"), "not_started")]).await.ok();
        college.post(&to, &[("lenh", "confirm"), ("nguoi", &two)]).await.ok();
        // Nobody confirms what they reported themselves.
        business.post(&to, &[("lenh", "confirm"), ("nguoi", &people[0].id.to_string())]).await.ok();
        assert_eq!(stored(app, people[0].id).await.state, PlacementState::Reported);
        let done = college.post(&to, &[("lenh", "confirm_all")]).await.ok();
        assert!(done.says("Đã xác nhận 1 người"), "{}", done.text("main"));
        let states: Vec<PlacementState> = all_of(app, &signed).await.iter().map(|placement| placement.state).collect();
        assert_eq!(states, [PlacementState::Confirmed, PlacementState::Confirmed, PlacementState::Denied]);
        assert!(business.get(&page).await.ok().says("Chưa đi làm"));
        assert_eq!(partnership_state(app, &signed).await, PartnershipState::Active, "with the first one it is under way");
        app.settle().await;
        let letters = app.messages_to(&business.email).await;
        assert!(letters.iter().any(|letter| letter.subject.contains("phản đối một người")));
    }

    async fn silence_of_seven_days_confirms(app) {
        let signed = Box::pin(signed(app)).await;
        reports(&signed.college, &signed, "Trần Văn Bình").await.ok();
        let ahead = (app.today() + Days::new(10)).to_string();
        let to = format!("{}/nguoi", signed.href());
        signed.college.post(&to, &[("lenh", "report"), ("dong", "0"), ("ngay", &ahead), ("nguoi-moi", "Lê Thị Cúc")]).await.ok();
        let far = (app.today() + Days::new(61)).to_string();
        signed.college.post(&to, &[("lenh", "report"), ("dong", "0"), ("ngay", &far), ("nguoi-moi", "Lê Thị Cúc")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let states = async || all_of(app, &signed).await.iter().rev().map(|placement| placement.state).collect::<Vec<_>>();
        app.later(TimeDelta::days(6)).await;
        assert_eq!(states().await, [PlacementState::Reported, PlacementState::Reported]);
        app.later(TimeDelta::days(2)).await;
        assert_eq!(states().await, [PlacementState::Confirmed, PlacementState::Reported], "who hasn't begun yet is not confirmed by silence");
        app.later(TimeDelta::days(10)).await;
        assert_eq!(states().await, [PlacementState::Confirmed, PlacementState::Confirmed]);
        app.settle().await;
    }

    async fn each_side_states_its_numbers(app) {
        let signed = Box::pin(signed(app)).await;
        let page = format!("{}/ket-qua", signed.href());
        let form = signed.college.get(&page).await.ok().form(&page);
        let wrong = signed.college.submit(form.fill("so-0", "nhiều")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(wrong.form(&page).value("so-0"), "nhiều");
        signed.college.submit(wrong.form(&page).fill("so-0", "5001")).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        signed.college.submit(wrong.form(&page).fill("so-0", "9")).await.ok();
        signed.business.post(&page, &[("so-0", "7")]).await.ok();
        // An empty line stays as it is.
        signed.business.post(&page, &[("so-0", "")]).await.ok();
        let counsellor = app.staff(StaffRole::Counsellor).await;
        for user in [&*signed.business, &*signed.college, &*counsellor] {
            let shown = user.get(&signed.href()).await.ok();
            assert_eq!(shown.texts("td[data-th='Đã đào tạo'], td[data-th='Đã thực tập'], td[data-th='Đã nhận việc']"), ["9", "7", "0"]);
        }
        // The centre reads and states nothing.
        assert!(!counsellor.get(&page).await.ok().offers(&page));
        assert!(counsellor.post(&page, &[("so-0", "3")]).await.ok().says("Chỉ hai bên"));
        let viewer = app.member(signed.college.organisation, MemberRole::Viewer).await;
        assert!(!viewer.get(&page).await.ok().offers(&page));
        viewer.post_once(&page, &[("so-0", "3")]).await.is(StatusCode::FORBIDDEN);
        app.settle().await;
    }

    async fn somebody_else_finds_nothing_out(app) {
        let signed = Box::pin(signed(app)).await;
        let placement = placement_in(app, &signed, Side::Business, PlacementState::Reported).await;
        let id = placement.id.to_string();
        let (page, people, review) = (format!("{}/ket-qua", signed.href()), format!("{}/nguoi", signed.href()), format!("{}/danh-gia", signed.href()));
        for other in [app.employer().await.tab(), app.college().await.tab()] {
            other.get_once(&page).await.is(StatusCode::NOT_FOUND);
            other.get_once(&review).await.is(StatusCode::NOT_FOUND);
            other.post_once(&page, &[("so-0", "3")]).await.is(StatusCode::NOT_FOUND);
            other.post_once(&people, &[("lenh", "confirm"), ("nguoi", &id)]).await.is(StatusCode::NOT_FOUND);
            other.post_once(&review, &[("lenh", "open")]).await.is(StatusCode::NOT_FOUND);
        }
        // Nor through an agreement of one's own.
        let theirs = Box::pin(crate::world::signed(app)).await;
        let to = format!("{}/nguoi", theirs.href());
        theirs.college.post_once(&to, &[("lenh", "confirm"), ("nguoi", &id)]).await.is(StatusCode::NOT_FOUND);
        assert_eq!(stored(app, placement.id).await, placement);
        app.settle().await;
    }

    async fn every_state_command_and_side(app) {
        let signed = Box::pin(signed(app)).await;
        let to = format!("{}/nguoi", signed.href());
        for state in PlacementState::ALL {
            for command in PlacementCommand::ALL {
                for (user, side) in [(&*signed.business, Side::Business), (&*signed.college, Side::College)] {
                    let placement = placement_in(app, &signed, Side::Business, *state).await;
                    let (id, is_reporter) = (placement.id.to_string(), side == Side::Business);
                    let shown = user.get(&format!("{}/ket-qua", signed.href())).await.ok();
                    let button = format!("form:has(input[value='{id}']) button[value={}]", command.key());
                    let holds = |guard| match guard {
                        PlacementGuard::OtherSide => !is_reporter,
                        PlacementGuard::OwnReport => is_reporter,
                        PlacementGuard::ReasonGiven => true,
                        PlacementGuard::Silent => false,
                    };
                    let expected = decide::<PlacementLife>(*state, *command, Party::Owner, holds);
                    let is_offered = offered::<PlacementLife>(*state, Party::Owner).contains(command) && expected.is_ok();
                    assert_eq!(shown.count(&button) > 0, is_offered, "{command:?} in {state:?} for {side:?}");
                    user.post(&to, &[("lenh", command.key()), ("nguoi", &id), (&format!("ly-do-{id}"), "twice")]).await.ok();
                    let now = stored(app, placement.id).await;
                    match expected {
                        Ok(moved) => assert_eq!(now.state, moved.to, "{command:?} in {state:?} by {side:?}"),
                        Err(_) => assert_eq!(now, placement, "{command:?} in {state:?} by {side:?}"),
                    }
                }
            }
        }
        app.settle().await;
    }

    async fn who_is_hired_confirms_and_the_other_applications_end(app) {
        let business = app.employer().await;
        let (seeker, person, offered, open) = offered_work(app, business.organisation).await;
        let (page, lenh) = (format!("/ntd/don/{offered}"), format!("/ntd/don/{offered}/lenh"));
        let shown = business.get(&page).await.ok();
        assert!(shown.form(&lenh).has("starts") && !shown.form(&lenh).has("line"), "without an agreement there is none to choose");
        let far = (app.today() + Days::new(90)).to_string();
        business.submit(shown.form(&lenh).fill("command", "hire").fill("starts", &far)).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let hired = business.submit(shown.form(&lenh).fill("command", "hire")).await.ok();
        assert!(hired.says("Bắt đầu làm việc ngày") && hired.says("Chờ xác nhận"), "{}", hired.text("main"));
        let placement = store::of_application(app.store().reader(), offered).await.unwrap().unwrap();
        assert_eq!((placement.way, placement.destination, placement.person), (PlacementWay::Application, Destination::Home, Some(person)));
        assert_eq!(application_state(app, open).await, ApplicationState::Viewed, "what one side says alone ends nothing");
        let mine = seeker.get(&format!("/toi/don/{offered}")).await.ok();
        assert!(mine.says("Bạn đã bắt đầu làm việc?"));
        let answer = format!("/toi/don/{offered}/nhan-viec");
        // Neither the employer nor anybody else answers for the person.
        business.post_once(&answer, &[("lenh", "confirm")]).await.is(StatusCode::FORBIDDEN);
        app.seeker("0987654321").await.post_once(&answer, &[("lenh", "confirm")]).await.is(StatusCode::NOT_FOUND);
        let done = seeker.submit(mine.form(&answer).press("lenh", "confirm")).await.ok();
        assert!(done.says("Đã xác nhận: bạn làm việc từ"), "{}", done.text("main"));
        assert_eq!(stored(app, placement.id).await.state, PlacementState::Confirmed);
        assert_eq!(application_state(app, open).await, ApplicationState::Elsewhere);
        seeker.post(&answer, &[("lenh", "deny"), ("ly-do", "other")]).await.ok();
        assert_eq!(stored(app, placement.id).await.state, PlacementState::Confirmed);
        assert!(business.get(&page).await.ok().says("Đã xác nhận"));
        app.settle().await;
    }

    async fn who_is_hired_objects_or_stays_silent(app) {
        let business = app.employer().await;
        let (seeker, _, offered, open) = offered_work(app, business.organisation).await;
        business.post(&format!("/ntd/don/{offered}/lenh"), &[("command", "hire")]).await.ok();
        let answer = format!("/toi/don/{offered}/nhan-viec");
        seeker.post(&answer, &[("lenh", "deny")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
        let denied = seeker.post(&answer, &[("lenh", "deny"), ("ly-do", "not_started")]).await.ok();
        assert!(denied.says("Bạn đã báo chưa đúng: Chưa đi làm"), "{}", denied.text("main"));
        app.settle().await;
        assert!(app.outbox().await.iter().any(|letter| letter.subject.contains("báo chưa đúng") || letter.text.contains("báo chưa đúng")));
        app.later(TimeDelta::days(8)).await;
        assert_eq!(application_state(app, open).await, ApplicationState::Viewed);
        let placement = store::of_application(app.store().reader(), offered).await.unwrap().unwrap();
        assert_eq!((placement.state, placement.denial), (PlacementState::Denied, Some(PlacementDenial::NotStarted)));
        // Another one says nothing.
        let vacancy = vacancy_in(app, business.organisation, VacancyState::Published, content(app, "Thủ kho")).await;
        let again = application_in(app, &vacancy, person_of(app, "0912345678").await, ApplicationState::Offered).await;
        business.post(&format!("/ntd/don/{}/lenh", again.id), &[("command", "hire")]).await.ok();
        app.later(TimeDelta::days(8)).await;
        let placement = store::of_application(app.store().reader(), again.id).await.unwrap().unwrap();
        assert_eq!(placement.state, PlacementState::Confirmed);
        assert_eq!(application_state(app, open).await, ApplicationState::Elsewhere);
        app.settle().await;
    }

    async fn a_hire_counts_on_the_line_that_was_chosen(app) {
        let signed = Box::pin(signed(app)).await;
        let (seeker, _, offered, _) = offered_work(app, signed.business.organisation).await;
        let lenh = format!("/ntd/don/{offered}/lenh");
        let form = signed.business.get(&format!("/ntd/don/{offered}")).await.ok().form(&lenh);
        let line = format!("{}:0", signed.agreement);
        assert!(form.offered("line").contains(&line.as_str()));
        // A line of somebody else's agreement can't be chosen.
        let theirs = Box::pin(crate::world::signed(app)).await;
        signed.business.post_once(&lenh, &[("command", "hire"), ("line", &format!("{}:0", theirs.agreement))]).await.is(StatusCode::NOT_FOUND);
        signed.business.submit(form.fill("command", "hire").fill("line", &line)).await.ok();
        let placement = store::of_application(app.store().reader(), offered).await.unwrap().unwrap();
        assert_eq!((placement.way, placement.line, placement.programme), (PlacementWay::Agreement, Some((signed.agreement, 0)), Some(signed.programme)));
        // The college sees it and can't answer in the person's place.
        let shown = signed.college.get(&format!("{}/ket-qua", signed.href())).await.ok();
        assert!(shown.says("người đó xác nhận") && shown.count("button[value=confirm]") == 0);
        let to = format!("{}/nguoi", signed.href());
        for command in ["confirm", "confirm_all"] {
            signed.college.post(&to, &[("lenh", command), ("nguoi", &placement.id.to_string())]).await.ok();
            assert_eq!(stored(app, placement.id).await.state, PlacementState::Reported);
        }
        seeker.post(&format!("/toi/don/{offered}/nhan-viec"), &[("lenh", "confirm")]).await.ok();
        assert_eq!(partnership_state(app, &signed).await, PartnershipState::Active);
        let filter = CountFilter { from: app.today(), until: app.today() };
        let counsellor = app.staff(StaffRole::Counsellor).await.actor();
        let counts = figures::counts(app.exchange(), &counsellor, &filter).await.unwrap();
        assert_eq!(counts.by_destination_and_way, [(Destination::Home, PlacementWay::Agreement, 1)]);
        assert_eq!((counts.by_agreement, figures::counts(app.exchange(), &signed.business.actor(MemberRole::Owner), &filter).await.is_err()), (vec![(signed.agreement, 1)], true));
        let before = CountFilter { from: app.today() - Days::new(9), until: app.today() - Days::new(1) };
        assert_eq!(figures::counts(app.exchange(), &counsellor, &before).await.unwrap().total(), 0);
        app.settle().await;
    }

    async fn results_follow_an_amendment(app) {
        let signed = Box::pin(signed(app)).await;
        placement_in(app, &signed, Side::Business, PlacementState::Confirmed).await;
        signed.college.post(&format!("{}/ket-qua", signed.href()), &[("so-0", "9")]).await.ok();
        let owner = signed.business.actor(MemberRole::Owner);
        let view = agreements::one(app.exchange(), &owner, signed.agreement).await.unwrap();
        let mut content = view.current().unwrap().content.clone();
        let mut other = content.lines[0].clone();
        "7531".clone_into(&mut other.occupation);
        content.lines.insert(0, other);
        content.lines[1].people = 40;
        let amended = agreements::write(app.exchange(), &owner, signed.partnership, 0, content).await.unwrap();
        sign_both(app, &signed.business, &signed.college, amended).await;
        let now = agreements::one(app.exchange(), &owner, amended).await.unwrap();
        let lines = agreements::fulfilment::of(app.exchange(), &now).await.unwrap();
        let of = |line: usize| (lines[line].0.people, lines[line].1.trained, lines[line].1.hired);
        assert_eq!((of(0), of(1)), ((10, None, 0), (40, Some(9), 1)));
        let old = agreements::one(app.exchange(), &owner, signed.agreement).await.unwrap();
        assert_eq!(agreements::fulfilment::of(app.exchange(), &old).await.unwrap()[0].1.hired, 0, "it is counted once");
        signed.business.post(&format!("{}/ket-qua", signed.href()), &[("so-0", "3")]).await.ok();
        assert_eq!(agreements::fulfilment::of(app.exchange(), &old).await.unwrap()[0].1.interned, None, "what was replaced takes no more");
        app.settle().await;
    }

    async fn kept_promises_count_in_the_matching(app) {
        let signed = Box::pin(signed(app)).await;
        for _ in 0..7 {
            placement_in(app, &signed, Side::Business, PlacementState::Confirmed).await;
        }
        signed.college.post(&format!("{}/ket-qua", signed.href()), &[("so-0", "8")]).await.ok();
        let kept = async || {
            let demand = sanviec_store::demands::of(app.store().reader(), signed.business.organisation, 10).await.unwrap()[0].id;
            let (_, found) = sanviec_exchange::matching::for_need(app.exchange(), &signed.business.actor(MemberRole::Owner), demand).await.unwrap();
            let part = found.cohorts[0].1.parts.iter().find(|part| part.part == Part::History).unwrap().fact;
            let Fact::Kept(kept, made) = part else { panic!("{part:?}") };
            (kept, made)
        };
        assert_eq!(kept().await, (0, 0), "its time is not over");
        app.wait(TimeDelta::days(215));
        // Eight of ten were trained, and seven of those eight hired.
        assert_eq!(kept().await, (2, 2));
        let counsellor = app.staff(StaffRole::Counsellor).await.actor();
        sanviec_exchange::matching::province::outlook(app.exchange(), &counsellor, None).await.unwrap();
        app.leaves_jobs();
    }

    async fn a_programme_says_how_many_are_in_work(app) {
        let signed = Box::pin(signed(app)).await;
        for day in [0, 20, 40] {
            let mut placement = placement_in(app, &signed, Side::Business, PlacementState::Confirmed).await;
            placement.started_on = app.today() + Days::new(day);
            let unit = app.exchange().begin(&Actor::System).await.unwrap();
            store::update(&unit, &mut placement).await.unwrap();
            unit.save().await.unwrap();
        }
        let cohort = async |name: &str, enrolled: u32| {
            let unit = app.exchange().begin(&Actor::System).await.unwrap();
            let cohort = sanviec_domain::training::Cohort {
                id: sanviec_domain::ids::CohortId(unit.uuid()),
                programme: signed.programme,
                name: name.to_owned(),
                starts: Month::of(app.today()).plus(-30),
                graduates: Month::of(app.today()),
                enrolled,
                unplaced: 0,
            };
            sanviec_store::programmes::put_cohort(&unit, signed.college.organisation, &cohort).await.unwrap();
            unit.save().await.unwrap();
        };
        cohort("K15", 9).await;
        let page = format!("/dao-tao/{}", signed.programme);
        let heading = "Việc làm sau tốt nghiệp";
        let graduated = Month::of(app.today());
        app.wait(TimeDelta::days(425));
        assert!(!app.visitor().get(&page).await.ok().says(heading), "nine are too few");
        let unit = app.exchange().begin(&Actor::System).await.unwrap();
        let cohort = sanviec_domain::training::Cohort {
            id: sanviec_domain::ids::CohortId(unit.uuid()),
            programme: signed.programme,
            name: "K15".to_owned(),
            starts: graduated.plus(-30),
            graduates: graduated,
            enrolled: 10,
            unplaced: 0,
        };
        sanviec_store::programmes::put_cohort(&unit, signed.college.organisation, &cohort).await.unwrap();
        unit.save().await.unwrap();
        let shown = app.visitor().get(&page).await.ok();
        assert!(shown.says("30 % trong 10 người tốt nghiệp"), "{}", shown.text("main"));
        assert!(app.visitor().get(&format!("/en{page}")).await.ok().says("30 % of 10 graduates"));
        app.leaves_jobs();
    }

    async fn names_go_and_placements_stay(app) {
        let signed = Box::pin(signed(app)).await;
        let under = placement_in(app, &signed, Side::Business, PlacementState::Confirmed).await;
        let (_, person, offered, _) = offered_work(app, signed.business.organisation).await;
        signed.business.post(&format!("/ntd/don/{offered}/lenh"), &[("command", "hire")]).await.ok();
        let own = personal::of_person(app.exchange(), person).await.unwrap();
        assert_eq!((own.len(), own[0].application), (1, Some(offered)));
        // The application's time is over: it goes, what came of it stays, without whom.
        app.later(TimeDelta::days(200)).await;
        let kept = stored(app, own[0].id).await;
        assert_eq!((kept.application, kept.person, kept.name, kept.state), (None, None, None, PlacementState::Confirmed));
        assert_eq!(stored(app, under.id).await.name, None);
        assert!(signed.business.tab().get(&format!("{}/ket-qua", signed.href())).await.status != StatusCode::INTERNAL_SERVER_ERROR);
        // Who asks to be erased is taken out at once.
        let unit = app.exchange().begin(&Actor::System).await.unwrap();
        let mut again = placement_in_person(&unit, &under, person);
        store::insert_many(&unit, std::slice::from_ref(&again)).await.unwrap();
        assert_eq!(personal::erase(&unit, person).await.unwrap(), 1);
        unit.save().await.unwrap();
        again = stored(app, again.id).await;
        assert_eq!((again.person, again.name), (None, None));
        app.settle().await;
    }

    async fn a_merger_takes_them_along(app) {
        let signed = Box::pin(signed(app)).await;
        let placement = placement_in(app, &signed, Side::Business, PlacementState::Confirmed).await;
        let into = app.organisation("Công ty mẹ", OrganisationKind::Employer, OrganisationState::Verified).await;
        let unit = app.exchange().begin(&Actor::System).await.unwrap();
        sanviec_store::organisation_facts::merge(&unit, signed.business.organisation, into).await.unwrap();
        unit.save().await.unwrap();
        assert_eq!(stored(app, placement.id).await.business, into);
        let _ = of_college(&signed.college);
        app.leaves_jobs();
    }
}

fn placement_in_person(unit: &sanviec_store::Unit, like: &PlacementRecord, person: PersonId) -> PlacementRecord {
    PlacementRecord {
        id: PlacementId(unit.uuid()),
        person: Some(person),
        name: Some("Phạm Thị Hiền".to_owned()),
        version: 1,
        ..like.clone()
    }
}
