//! The demo province: everything is there, nothing contradicts itself, all of it is found.

use crate::world::World;
use chrono::{TimeDelta, TimeZone, Utc};
use sanviec_domain::access::{Actor, ActorKind, StaffRole};
use sanviec_domain::application::ApplicationState;
use sanviec_domain::ids::VacancyId;
use sanviec_domain::moderation::case::QueueFilter;
use sanviec_domain::moderation::{CaseKind, CaseState};
use sanviec_domain::organisation::{OrganisationKind, OrganisationState};
use sanviec_domain::query::VacancyQuery;
use sanviec_domain::time::{Instant, vietnam_date};
use sanviec_domain::vacancy::{ClosedReason, VacancyState, validate};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::province::{self, Figures, Size};
use sanviec_exchange::{applications, indexing, moderation, vacancies};
use sanviec_search::PageRequest;
use sanviec_store::{Channel, Entity, MessageState, OrganisationRecord, VacancyRecord};
use std::collections::{BTreeMap, BTreeSet, HashSet};

async fn seeded() -> World {
    let world = World::new().await;
    province::seed(&world.exchange, Size::Small).await.unwrap();
    world
}

async fn everything(world: &World) -> Vec<(VacancyRecord, OrganisationRecord)> {
    sanviec_store::vacancies::export_page(world.exchange.store.reader(), None, 10_000).await.unwrap()
}

/// The actor of a role of the bar.
async fn actor(world: &World, role: &str) -> Actor {
    province::person_of_role(&world.exchange, role)
        .await
        .unwrap()
        .unwrap_or_else(|| panic!("nobody is {role}"))
        .1
}

#[tokio::test]
async fn the_small_province_has_the_promised_counts_and_every_state() {
    let world = seeded().await;
    assert_eq!(
        province::figures(&world.exchange).await.unwrap(),
        Figures {
            employers: 30,
            vacancies: 200,
            seekers: 150,
            colleges: 8
        }
    );

    let all = everything(&world).await;
    let states: BTreeSet<VacancyState> = all.iter().map(|(vacancy, _)| vacancy.state).collect();
    assert_eq!(states.len(), VacancyState::ALL.len(), "{states:?}");
    let closed: BTreeSet<ClosedReason> = all.iter().filter_map(|(vacancy, _)| vacancy.closed_reason).collect();
    assert_eq!(closed.len(), ClosedReason::ALL.len(), "{closed:?}");
    let published = all.iter().filter(|(vacancy, _)| vacancy.state == VacancyState::Published).count();
    assert!(published > 100, "{published} published");
    assert!(all.iter().all(|(_, employer)| employer.sample && employer.name.ends_with("(mẫu)")));

    let mut of_applications: BTreeMap<ApplicationState, u64> = BTreeMap::new();
    for (vacancy, employer) in &all {
        for (state, count) in sanviec_store::applications::of_employer(employer.id)
            .counts_by_state(world.exchange.store.reader(), vacancy.id)
            .await
            .unwrap()
        {
            *of_applications.entry(state).or_default() += count;
        }
    }
    assert_eq!(of_applications.len(), ApplicationState::ALL.len(), "{of_applications:?}");

    let organisations = sanviec_store::organisations::counts(world.exchange.store.reader()).await.unwrap();
    for state in OrganisationState::ALL {
        assert!(organisations.contains_key(&(OrganisationKind::Employer, *state)), "no employer is {state:?}");
    }
    assert_eq!(organisations[&(OrganisationKind::College, OrganisationState::Pending)], 1);
    for role in StaffRole::ALL {
        assert!(
            !sanviec_store::people::staff_with(world.exchange.store.reader(), &[*role]).await.unwrap().is_empty(),
            "nobody is {role:?}"
        );
    }
    let messages = sanviec_store::messages::recent(world.exchange.store.reader(), None, 100).await.unwrap();
    for channel in [Channel::Email, Channel::Sms] {
        assert!(
            messages.iter().any(|message| message.channel == channel && message.state == MessageState::Sent),
            "{channel:?}"
        );
    }
}

#[tokio::test]
async fn vacancies_agree_with_their_life_cycle() {
    let world = seeded().await;
    let (now, today) = (world.exchange.now(), world.today());
    let mut numbers = HashSet::new();
    let mut last: Option<Instant> = None;
    for (vacancy, employer) in everything(&world).await {
        let (id, state) = (vacancy.id, vacancy.state);
        assert!(numbers.insert(vacancy.number), "{id} has a number twice");
        // The order of the ids, in which lists are read, is the order in which they were made.
        assert!(last.is_none_or(|last| last <= vacancy.created_at), "{id} is out of order");
        last = Some(vacancy.created_at);
        let history = sanviec_store::history::of(world.exchange.store.reader(), Entity::Vacancy, id.0).await.unwrap();
        assert_eq!(history.last().map_or("draft", |line| line.to.as_str()), state.key(), "{id}");
        for (one, next) in history.iter().zip(history.iter().skip(1)) {
            assert!(one.at <= next.at && Some(&one.to) == next.from.as_ref(), "{id}: {one:?} {next:?}");
        }
        assert!(history.iter().all(|line| line.at >= vacancy.created_at && line.at <= now), "{id}: {history:?}");
        let times = [
            Some(vacancy.created_at),
            vacancy.submitted_at,
            vacancy.published_at,
            vacancy.closed_at,
            Some(vacancy.updated_at),
        ];
        let times: Vec<Instant> = times.into_iter().flatten().collect();
        assert!(times.is_sorted() && times.iter().all(|at| *at <= now), "{id} {state:?}: {times:?}");
        let was_public = matches!(state, VacancyState::Published | VacancyState::Paused | VacancyState::Expired | VacancyState::Closed);
        assert_eq!(vacancy.published_at.is_some(), was_public, "{id} {state:?}");
        assert_eq!(vacancy.closed_at.is_some(), state == VacancyState::Closed, "{id}");
        assert_eq!(vacancy.closed_reason.is_some(), state == VacancyState::Closed, "{id}");
        match state {
            VacancyState::Published => {
                assert_eq!(validate(&vacancy.content, today), [], "{id}");
                let published = vietnam_date(vacancy.published_at.unwrap());
                assert!(today - published <= TimeDelta::days(45), "{id} was published on {published}");
                assert!(vacancy.content.deadline.unwrap() - published <= TimeDelta::days(90), "{id}");
                assert!(matches!(employer.state, OrganisationState::Verified | OrganisationState::Suspended), "{id}");
            }
            VacancyState::Submitted => assert!(
                vacancies::judge(&world.exchange, &vacancy.content, &employer).errors.is_empty(),
                "{id} could not be submitted"
            ),
            VacancyState::Expired => assert!(vacancy.content.deadline.unwrap() < today, "{id}"),
            _ => {}
        }
    }
}

#[tokio::test]
async fn applications_agree_with_their_life_cycle() {
    let world = seeded().await;
    let now = world.exchange.now();
    let conn = world.exchange.store.reader();
    let mut looked_at = 0;
    for (vacancy, employer) in everything(&world).await {
        for application in sanviec_store::applications::of_employer(employer.id)
            .of_vacancy(conn, vacancy.id, None, None, 500)
            .await
            .unwrap()
        {
            looked_at += 1;
            let id = application.id;
            let history = sanviec_store::history::of(conn, Entity::Application, id.0).await.unwrap();
            assert_eq!(history.last().unwrap().to, application.state.key(), "{id}");
            assert_eq!((history[0].at, history.last().unwrap().at), (application.created_at, application.updated_at), "{id}");
            assert!(history.is_sorted_by_key(|line| line.at) && application.updated_at <= now, "{id}: {history:?}");
            assert!(application.created_at >= vacancy.published_at.unwrap(), "{id} came before its vacancy was published");
            assert!(
                vacancy.closed_at.is_none_or(|closed| application.created_at < closed && !application.state.is_open()),
                "{id} outlived its vacancy"
            );
            assert_eq!(application.decline_reason.is_some(), application.state == ApplicationState::Declined, "{id}");
            assert_eq!(
                application.answered_at.is_some(),
                history.iter().any(|line| line.party == "owner" && line.command != "view"),
                "{id}"
            );
            let person = sanviec_store::people::find(conn, application.seeker).await.unwrap().unwrap();
            assert!(
                person.created_at <= application.created_at && person.phone.as_ref() == Some(&application.content.phone),
                "{id}"
            );
        }
    }
    assert!(looked_at > 150, "{looked_at} applications");
    // The clock finds nothing that should have happened already.
    assert_eq!(applications::answer::lapse_due(&world.exchange).await.unwrap(), 0);
    assert_eq!(vacancies::clock::expire_due(&world.exchange).await.unwrap(), 0);
    assert_eq!(moderation::lapse_claims(&world.exchange).await.unwrap(), 0);
}

#[tokio::test]
async fn the_queue_has_a_case_of_each_kind() {
    let world = seeded().await;
    let now = world.exchange.now();
    let cases = sanviec_store::cases::queue(world.exchange.store.reader(), None, sanviec_store::cases::Only::All, None, 500)
        .await
        .unwrap();
    for kind in CaseKind::ALL {
        assert!(cases.iter().any(|case| case.kind == *kind), "no case about {kind:?}");
    }
    assert!(
        cases.iter().any(|case| case.due_at < now) && cases.iter().any(|case| case.due_at > now),
        "some are overdue, some are not"
    );
    assert!(
        cases
            .iter()
            .any(|case| case.state == CaseState::Claimed && case.claimed_until.is_some_and(|until| until > now))
    );
    let all = everything(&world).await;
    let find = |id: VacancyId| all.iter().find(|(vacancy, _)| vacancy.id == id).unwrap();
    let mut with_findings = 0;
    for case in cases.iter().filter(|case| matches!(case.kind, CaseKind::Vacancy | CaseKind::Appeal)) {
        let (vacancy, employer) = find(VacancyId(case.subject));
        let wanted = if case.kind == CaseKind::Vacancy {
            VacancyState::Submitted
        } else {
            VacancyState::Appealed
        };
        assert_eq!((vacancy.state, Some(employer.id)), (wanted, case.organisation), "{}", case.id);
        assert_eq!(case.findings, vacancies::judge(&world.exchange, &vacancy.content, employer).findings, "{}", case.id);
        with_findings += usize::from(!case.findings.is_empty());
        assert!(
            sanviec_store::people::find(world.exchange.store.reader(), case.submitted_by.unwrap())
                .await
                .unwrap()
                .is_some()
        );
    }
    assert!(with_findings >= 6, "{with_findings} cases with findings");
    let submitted = all.iter().filter(|(vacancy, _)| vacancy.state == VacancyState::Submitted).count();
    assert_eq!(cases.iter().filter(|case| case.kind == CaseKind::Vacancy).count(), submitted);
    // What was refused or returned says why.
    for (vacancy, _) in all
        .iter()
        .filter(|(vacancy, _)| matches!(vacancy.state, VacancyState::Returned | VacancyState::Rejected | VacancyState::Appealed))
    {
        let decision = sanviec_store::cases::last_decision(world.exchange.store.reader(), Entity::Vacancy, vacancy.id.0)
            .await
            .unwrap()
            .unwrap();
        assert!(!decision.reasons.is_empty() && decision.decided_by.is_some(), "{}", vacancy.id);
    }
    // The officer's own page shows them.
    let officer = actor(&world, "officer").await;
    let rows = moderation::queue(&world.exchange, &officer, None, QueueFilter::All, None, 500).await.unwrap().rows;
    assert_eq!(rows.len(), cases.len());
}

#[tokio::test]
async fn every_published_vacancy_of_a_verified_employer_is_found() {
    let world = seeded().await;
    let is_open = |(vacancy, employer): &(VacancyRecord, OrganisationRecord)| vacancy.state == VacancyState::Published && employer.state == OrganisationState::Verified;
    let wanted: BTreeSet<VacancyId> = everything(&world).await.iter().filter(|pair| is_open(pair)).map(|(vacancy, _)| vacancy.id).collect();
    // By the feed alone,
    while indexing::catch_up(&world.exchange).await.unwrap() {}
    assert_eq!(found(&world), wanted);
    // and built anew.
    assert_eq!(indexing::rebuild(&world.exchange).await.unwrap(), wanted.len() as u64);
    assert_eq!(found(&world), wanted);
}

fn found(world: &World) -> BTreeSet<VacancyId> {
    let mut found = BTreeSet::new();
    let mut page = PageRequest::first(50);
    loop {
        let result = vacancies::find::search(&world.exchange, &VacancyQuery::default(), &page, &[]).unwrap();
        found.extend(result.cards.iter().map(|(id, _)| *id));
        match result.next {
            Some(next) => page.after = Some(next),
            None => return found,
        }
    }
}

#[tokio::test]
async fn seeding_twice_changes_nothing() {
    let world = seeded().await;
    let before = everything(&world).await;
    let last = sanviec_store::feed::last(world.exchange.store.reader()).await.unwrap();
    province::seed(&world.exchange, Size::Small).await.unwrap();
    assert_eq!(everything(&world).await, before);
    assert_eq!(sanviec_store::feed::last(world.exchange.store.reader()).await.unwrap(), last);
}

#[tokio::test]
async fn two_provinces_of_one_day_are_the_same() {
    let (one, two) = (seeded().await, seeded().await);
    let told = |all: Vec<(VacancyRecord, OrganisationRecord)>| -> Vec<_> {
        all.into_iter()
            .map(|(vacancy, employer)| (vacancy.content, vacancy.state, vacancy.updated_at, employer.name))
            .collect()
    };
    assert_eq!(told(everything(&one).await), told(everything(&two).await));
}

#[tokio::test]
async fn the_roles_of_the_bar_are_people_with_something_to_do() {
    let world = seeded().await;
    let exchange = &world.exchange;
    for (role, kind) in [
        ("seeker", ActorKind::Seeker),
        ("employer", ActorKind::Owner),
        ("college", ActorKind::CollegeOwner),
        ("officer", ActorKind::Moderator),
        ("manager", ActorKind::Manager),
        ("admin", ActorKind::Admin),
    ] {
        let (person, actor) = province::person_of_role(exchange, role).await.unwrap().unwrap();
        assert_eq!((actor.kind(), actor.person()), (kind, Some(person)));
    }
    for role in ["visitor", "", "root"] {
        assert_eq!(province::person_of_role(exchange, role).await.unwrap(), None);
    }
    let employer = actor(&world, "employer").await;
    let organisation = sanviec_store::organisations::find(exchange.store.reader(), employer.organisation().unwrap())
        .await
        .unwrap()
        .unwrap();
    assert_eq!(organisation.state, OrganisationState::Verified);
    let own = sanviec_store::vacancies::of(organisation.id).counts(exchange.store.reader()).await.unwrap();
    assert_eq!(own.len(), VacancyState::ALL.len(), "{own:?}");
    assert!(applications::read::awaiting(exchange, &employer).await.unwrap() >= 3);
    let seeker = actor(&world, "seeker").await;
    let mine = applications::read::mine(exchange, &seeker).await.unwrap();
    let states: BTreeSet<ApplicationState> = mine.iter().map(|view| view.application.state).collect();
    assert!(states.len() >= 6, "{states:?}");
    assert!(
        mine.iter()
            .any(|view| view.employer.id == organisation.id && view.application.state == ApplicationState::Submitted)
    );
}

/// Sunday morning, midnight, the first days of the year, Tết: the province is whole at any time.
#[tokio::test]
async fn it_can_be_seeded_at_any_time() {
    for (month, day, hour) in [(11, 22, 1), (11, 26, 17), (1, 2, 3), (2, 19, 5), (9, 2, 23)] {
        let world = World::at(Utc.with_ymd_and_hms(2026, month, day, hour, 3, 0).unwrap()).await;
        province::seed(&world.exchange, Size::Small).await.unwrap();
        let figures = province::figures(&world.exchange).await.unwrap();
        assert_eq!((figures.vacancies, figures.seekers), (200, 150), "{month}-{day}");
        let now = world.exchange.now();
        for (vacancy, _) in everything(&world).await {
            let times = [
                Some(vacancy.created_at),
                vacancy.submitted_at,
                vacancy.published_at,
                vacancy.closed_at,
                Some(vacancy.updated_at),
            ];
            let times: Vec<Instant> = times.into_iter().flatten().collect();
            assert!(times.is_sorted() && times.iter().all(|at| *at <= now), "{month}-{day} {:?}: {times:?}", vacancy.state);
        }
        assert_eq!(applications::answer::lapse_due(&world.exchange).await.unwrap(), 0);
        assert_eq!(vacancies::clock::expire_due(&world.exchange).await.unwrap(), 0);
    }
}

#[tokio::test]
async fn time_goes_on_in_it() {
    let world = seeded().await;
    world.clock.advance(TimeDelta::days(31));
    assert!(vacancies::clock::expire_due(&world.exchange).await.unwrap() > 10);
    assert!(applications::answer::lapse_due(&world.exchange).await.unwrap() > 20);
    assert_eq!(moderation::lapse_claims(&world.exchange).await.unwrap(), 2);
    world.clock.reset();
}
