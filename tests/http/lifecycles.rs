//! Every state × every command × every role, asked of the running site and held against the tables
//! of the domain ([`sanviec_domain::lifecycle`]).

use crate::world::{application_in, case_of, content, person_of, vacancy_in};
use chrono::TimeDelta;
use http::StatusCode;
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_domain::application::{ApplicationCommand, ApplicationGuard, ApplicationLife, ApplicationState};
use sanviec_domain::ids::OrganisationId;
use sanviec_domain::lifecycle::{Party, decide, offered};
use sanviec_domain::moderation::CaseGuard as G;
use sanviec_domain::moderation::{CaseCommand, CaseKind, CaseLife, CaseState, Outcome, Reason};
use sanviec_domain::organisation::{MemberRole, OrganisationCommand, OrganisationGuard, OrganisationKind, OrganisationLife, OrganisationState};
use sanviec_domain::vacancy::{VacancyCommand, VacancyGuard, VacancyLife, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::organisations::{self, Grounds};
use sanviec_store::{CaseRecord, Entity};
use sanviec_tests::{Officer, TestApp, User, on_both};

async fn case(app: &TestApp, case: &CaseRecord) -> CaseRecord {
    sanviec_store::cases::find(app.store().reader(), case.id).await.unwrap().unwrap()
}

async fn organisation_state(app: &TestApp, id: OrganisationId) -> OrganisationState {
    sanviec_store::organisations::find(app.store().reader(), id).await.unwrap().unwrap().state
}

/// Takes a case and decides it over the forms' addresses.
async fn decide_case(officer: &Officer, case: &CaseRecord, outcome: Outcome) {
    let path = format!("/tt/duyet/{}", case.id);
    officer.post(&format!("{path}/nhan"), &[]).await.ok();
    let reason = if outcome == Outcome::Approved { "" } else { "misleading" };
    officer
        .post(&path, &[("outcome", outcome.key()), ("reason", reason), ("looked", "telephone"), ("then", "stay")])
        .await
        .ok();
}

/// What a decision asks of the vacancy.
fn command_of(kind: CaseKind, outcome: Outcome, state: VacancyState) -> Option<VacancyCommand> {
    let is_public = matches!(state, VacancyState::Published | VacancyState::Paused);
    match (kind, outcome) {
        (CaseKind::Report | CaseKind::Sample, Outcome::Approved) => None,
        // What is over already is only put on record.
        (CaseKind::Report | CaseKind::Sample, _) => is_public.then_some(VacancyCommand::TakeDown),
        (_, Outcome::Approved) => Some(VacancyCommand::Publish),
        (CaseKind::Vacancy, Outcome::Returned) => Some(VacancyCommand::Return),
        _ => Some(VacancyCommand::Reject),
    }
}

on_both! {
    async fn vacancy_by_its_owner(app) {
        let owner = app.employer().await;
        let recruiter = app.member(owner.organisation, MemberRole::Recruiter).await;
        let viewer = app.member(owner.organisation, MemberRole::Viewer).await;
        let stranger = app.employer().await;
        let (officer, admin, college) = (app.moderator().await, app.staff(StaffRole::Admin).await, app.college().await);
        let (seeker, visitor) = (app.seeker("0912345678").await, app.visitor());
        let others: [(&str, &User, StatusCode); 7] = [
            ("a viewer", &viewer, StatusCode::FORBIDDEN),
            ("another employer", &stranger, StatusCode::NOT_FOUND),
            ("an officer", &officer, StatusCode::FORBIDDEN),
            ("an administrator", &admin, StatusCode::FORBIDDEN),
            ("a college", &college, StatusCode::FORBIDDEN),
            ("a seeker", &seeker, StatusCode::FORBIDDEN),
            ("a visitor", &visitor, StatusCode::SEE_OTHER),
        ];
        for state in VacancyState::ALL {
            for (turn, command) in VacancyCommand::ALL.iter().enumerate() {
                let vacancy = vacancy_in(app, owner.organisation, *state, content(app, "Công nhân may")).await;
                let (page, path) = (format!("/ntd/tin/{}", vacancy.id), format!("/ntd/tin/{}/lenh", vacancy.id));
                for (who, user, answer) in &others {
                    let answered = user.post_once(&path, &[("command", command.key())]).await;
                    assert_eq!(answered.status, *answer, "{who}: {command:?} in {state:?}");
                    assert_eq!(app.stored(vacancy.id).await, vacancy, "{who}: {command:?} in {state:?}");
                }
                // The buttons offered are the table's, no more and no less.
                let user: &User = if turn % 2 == 0 { &owner } else { &recruiter };
                let shown = user.get(&page).await.ok();
                let is_offered = offered::<VacancyLife>(*state, Party::Owner).contains(command);
                let button = format!("button[name=command][value={}]", command.key());
                assert_eq!(shown.count(&button) > 0, is_offered, "{command:?} in {state:?} on the page: {}", shown.text("main"));
                let answered = user.post(&path, &[("command", command.key())]).await;
                let now = app.stored(vacancy.id).await;
                match decide::<VacancyLife>(*state, *command, Party::Owner, |guard| guard != VacancyGuard::DeadlinePassed) {
                    Ok(moved) => assert_eq!(now.state, moved.to, "{command:?} in {state:?}: {}", answered.text("main")),
                    Err(_) => assert_eq!(now, vacancy, "{command:?} in {state:?} is not in the table"),
                }
                assert_eq!(answered.status, StatusCode::OK, "{command:?} in {state:?}: {}", answered.text("main"));
            }
        }
        app.settle().await;
    }

    async fn vacancy_by_its_owner_with_what_is_missing(app) {
        let owner = app.employer().await;
        let incomplete = sanviec_domain::vacancy::VacancyContent { description: String::new(), ..content(app, "Công nhân may") };
        let mut late = content(app, "Công nhân may");
        late.deadline = Some(app.today() - TimeDelta::days(1));
        for state in VacancyState::ALL {
            for command in offered::<VacancyLife>(*state, Party::Owner) {
                for (what, unmet) in [(&incomplete, VacancyGuard::Complete), (&late, VacancyGuard::DeadlineAhead)] {
                    let vacancy = vacancy_in(app, owner.organisation, *state, what.clone()).await;
                    owner.post(&format!("/ntd/tin/{}/lenh", vacancy.id), &[("command", command.key())]).await.ok();
                    // A deadline that has passed is an incomplete form, too.
                    let holds = |guard| guard != unmet && guard != VacancyGuard::Complete;
                    let expected = decide::<VacancyLife>(*state, command, Party::Owner, holds).map_or(*state, |moved| moved.to);
                    assert_eq!(app.stored(vacancy.id).await.state, expected, "{command:?} in {state:?} without {unmet:?}");
                }
            }
        }
        app.settle().await;
    }

    async fn vacancy_by_an_officer(app) {
        let owner = app.employer().await;
        let officer = app.moderator().await;
        for state in VacancyState::ALL {
            for kind in [CaseKind::Vacancy, CaseKind::Appeal, CaseKind::Report, CaseKind::Sample] {
                for outcome in [Outcome::Approved, Outcome::Returned, Outcome::Rejected] {
                    let what = format!("{kind:?} {outcome:?} in {state:?}");
                    let vacancy = vacancy_in(app, owner.organisation, *state, content(app, "Công nhân may")).await;
                    let opened = case_of(app, kind, Entity::Vacancy, vacancy.id.0, owner.organisation).await;
                    decide_case(&officer, &opened, outcome).await;
                    let expected = match command_of(kind, outcome, *state) {
                        None => Ok(*state),
                        Some(command) => decide::<VacancyLife>(*state, command, Party::Officer, |guard| guard != VacancyGuard::DeadlinePassed).map(|moved| moved.to),
                    };
                    let (now, case) = (app.stored(vacancy.id).await, case(app, &opened).await);
                    match expected {
                        Ok(to) => assert_eq!((now.state, case.state, case.outcome), (to, CaseState::Decided, Some(outcome)), "{what}"),
                        Err(_) => assert_eq!((now, case.state), (vacancy, CaseState::Claimed), "{what}: both or neither"),
                    }
                }
            }
        }
        app.settle().await;
    }

    async fn vacancy_by_an_officer_when_a_guard_fails(app) {
        let owner = app.employer().await;
        let pending = app.organisation("Công ty chờ xác minh", OrganisationKind::Employer, OrganisationState::Pending).await;
        let (officer, colleague) = (app.moderator().await, app.moderator().await);
        let mut late = content(app, "Công nhân may");
        late.deadline = Some(app.today() - TimeDelta::days(1));
        let ways = [
            ("the deadline has passed", owner.organisation, late, VacancyGuard::DeadlineAhead),
            ("the employer is not verified", pending, content(app, "Công nhân may"), VacancyGuard::EmployerVerified),
            ("the same officer decided first", owner.organisation, content(app, "Công nhân may"), VacancyGuard::AnotherOfficer),
        ];
        for (why, employer, content, unmet) in ways {
            for (state, kind) in [(VacancyState::Submitted, CaseKind::Vacancy), (VacancyState::Appealed, CaseKind::Appeal)] {
                for outcome in [Outcome::Approved, Outcome::Rejected] {
                    let what = format!("{why}: {kind:?} {outcome:?}");
                    let vacancy = if state == VacancyState::Appealed {
                        // Refused once, by this officer or by the colleague; then the employer appeals.
                        let vacancy = vacancy_in(app, employer, VacancyState::Submitted, content.clone()).await;
                        let first = case_of(app, CaseKind::Vacancy, Entity::Vacancy, vacancy.id.0, employer).await;
                        decide_case(if unmet == VacancyGuard::AnotherOfficer { &officer } else { &colleague }, &first, Outcome::Rejected).await;
                        let mut refused = app.stored(vacancy.id).await;
                        assert_eq!(refused.state, VacancyState::Rejected, "{what}");
                        refused.state = VacancyState::Appealed;
                        let unit = app.exchange().begin(&Actor::System).await.unwrap();
                        let refused = sanviec_store::vacancies::update(&unit, &refused).await.unwrap();
                        unit.save().await.unwrap();
                        refused
                    } else {
                        vacancy_in(app, employer, state, content.clone()).await
                    };
                    let opened = case_of(app, kind, Entity::Vacancy, vacancy.id.0, employer).await;
                    decide_case(&officer, &opened, outcome).await;
                    let command = command_of(kind, outcome, state).unwrap();
                    let expected = decide::<VacancyLife>(state, command, Party::Officer, |guard| guard != unmet).map_or(state, |moved| moved.to);
                    assert_eq!(app.stored(vacancy.id).await.state, expected, "{what}");
                    let decided = case(app, &opened).await.state == CaseState::Decided;
                    assert_eq!(decided, expected != state, "{what}");
                }
            }
        }
        app.settle().await;
    }

    async fn vacancy_by_the_clock(app) {
        let owner = app.employer().await;
        let mut late = content(app, "Công nhân may");
        late.deadline = Some(app.today() - TimeDelta::days(1));
        let mut all = Vec::new();
        for state in VacancyState::ALL {
            for (content, has_passed) in [(&late, true), (&content(app, "Công nhân may"), false)] {
                all.push((vacancy_in(app, owner.organisation, *state, content.clone()).await, has_passed));
            }
        }
        app.later(TimeDelta::minutes(1)).await;
        for (vacancy, has_passed) in all {
            let holds = |guard| guard != VacancyGuard::DeadlinePassed || has_passed;
            let expected = decide::<VacancyLife>(vacancy.state, VacancyCommand::Expire, Party::System, holds).map_or(vacancy.state, |moved| moved.to);
            assert_eq!(app.stored(vacancy.id).await.state, expected, "{:?}, passed: {has_passed}", vacancy.state);
        }
        app.settle().await;
    }

    async fn application_by_everybody(app) {
        let owner = app.employer().await;
        let viewer = app.member(owner.organisation, MemberRole::Viewer).await;
        let stranger = app.employer().await;
        let officer = app.moderator().await;
        let (seeker, other) = (app.seeker("0912345678").await, app.seeker("0987654321").await);
        let (person, visitor) = (person_of(app, "0912345678").await, app.visitor());
        for state in ApplicationState::ALL {
            for command in ApplicationCommand::ALL {
                let vacancy = vacancy_in(app, owner.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
                let application = application_in(app, &vacancy, person, *state).await;
                let stored = async || sanviec_store::applications::find(app.store().reader(), application.id).await.unwrap().unwrap();
                let path = format!("/ntd/don/{}/lenh", application.id);
                let fields = [("command", command.key()), ("reason", "filled")];
                let others: [(&User, StatusCode); 5] = [
                    (&viewer, StatusCode::FORBIDDEN),
                    (&stranger, StatusCode::NOT_FOUND),
                    (&officer, StatusCode::FORBIDDEN),
                    (&seeker, StatusCode::FORBIDDEN),
                    (&visitor, StatusCode::SEE_OTHER),
                ];
                for (user, answer) in others {
                    assert_eq!(user.post_once(&path, &fields).await.status, answer, "{command:?} in {state:?}");
                }
                let withdraw = format!("/toi/don/{}/rut", application.id);
                assert_eq!(other.post_once(&withdraw, &[]).await.status, StatusCode::NOT_FOUND);
                assert_eq!(owner.post_once(&withdraw, &[]).await.status, StatusCode::FORBIDDEN);
                assert_eq!(stored().await, application, "{command:?} in {state:?}");

                if *command == ApplicationCommand::Withdraw {
                    let offered = decide::<ApplicationLife>(*state, *command, Party::Seeker, |_| true);
                    let page = seeker.get(&format!("/toi/don/{}", application.id)).await.ok();
                    assert_eq!(page.offers(&withdraw), offered.is_ok(), "withdrawing in {state:?} on the page");
                    let answered = seeker.post(&withdraw, &[]).await;
                    assert_eq!(answered.status, StatusCode::OK, "a second press in {state:?} is no error: {}", answered.text("main"));
                    assert_eq!(stored().await.state, offered.map_or(*state, |moved| moved.to), "{command:?} in {state:?}");
                    continue;
                }
                owner.post(&path, &fields).await.ok();
                // Opening its page marks a new application as seen, whatever was asked before.
                let seen = |state| if state == ApplicationState::Submitted { ApplicationState::Viewed } else { state };
                let expected = decide::<ApplicationLife>(*state, *command, Party::Owner, |_| true).map_or(*state, |moved| moved.to);
                assert_eq!(stored().await.state, seen(expected), "{command:?} in {state:?}");
            }
            // Declining without a reason is sent back.
            let vacancy = vacancy_in(app, owner.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
            let application = application_in(app, &vacancy, person, *state).await;
            owner.post_once(&format!("/ntd/don/{}/lenh", application.id), &[("command", "decline")]).await.is(StatusCode::UNPROCESSABLE_ENTITY);
            assert_eq!(sanviec_store::applications::find(app.store().reader(), application.id).await.unwrap().unwrap().state, *state);
        }
        app.settle().await;
    }

    async fn application_by_the_clock(app) {
        let owner = app.employer().await;
        app.seeker("0912345678").await;
        let person = person_of(app, "0912345678").await;
        let mut all = Vec::new();
        for silent in [true, false] {
            for state in ApplicationState::ALL {
                let mut content = content(app, "Công nhân may");
                content.deadline = Some(app.today() + TimeDelta::days(80));
                let vacancy = vacancy_in(app, owner.organisation, VacancyState::Published, content).await;
                all.push((application_in(app, &vacancy, person, *state).await, silent));
            }
            app.wait(TimeDelta::days(if silent { 20 } else { 11 }));
        }
        app.later(TimeDelta::minutes(1)).await;
        for (application, silent) in all {
            let holds = |guard| guard != ApplicationGuard::Silent || silent;
            let expected = decide::<ApplicationLife>(application.state, ApplicationCommand::Lapse, Party::System, holds).map_or(application.state, |moved| moved.to);
            let now = sanviec_store::applications::find(app.store().reader(), application.id).await.unwrap().unwrap();
            assert_eq!(now.state, expected, "{:?}, silent: {silent}", application.state);
        }
        app.settle().await;
    }

    async fn an_employer_is_reminded_once_of_everybody_who_waits(app) {
        let owner = app.employer().await;
        let mut content = content(app, "Công nhân may");
        content.deadline = Some(app.today() + TimeDelta::days(80));
        content.contact.as_mut().unwrap().email = owner.email.parse().ok();
        let vacancy = vacancy_in(app, owner.organisation, VacancyState::Published, content).await;
        let mut all = Vec::new();
        for (number, state) in ApplicationState::ALL.iter().enumerate() {
            let phone = format!("09120000{number:02}");
            app.seeker(&phone).await;
            all.push(application_in(app, &vacancy, person_of(app, &phone).await, *state).await);
        }
        let waiting = ApplicationState::ALL.iter().filter(|state| state.awaits_employer()).count();
        let letters = async || app.messages_to(&owner.email).await.into_iter().filter(|letter| letter.text.contains("14 ngày")).collect::<Vec<_>>();
        app.later(TimeDelta::days(13)).await;
        assert!(letters().await.is_empty());
        for days in [2, 1, 5] {
            app.later(TimeDelta::days(days)).await;
            let letters = letters().await;
            assert_eq!(letters.len(), 1, "one letter a vacancy, once");
            assert!(letters[0].subject.starts_with(&format!("{waiting} ứng viên")) && letters[0].text.contains(&format!("/ntd/tin/{}/ung-vien", vacancy.id)));
        }
        for application in all {
            let now = sanviec_store::applications::find(app.store().reader(), application.id).await.unwrap().unwrap();
            assert_eq!((now.state, now.updated_at), (application.state, application.updated_at), "nothing moves by it");
            let history = sanviec_store::history::of(app.store().reader(), Entity::Application, application.id.0).await.unwrap();
            let reminded = history.iter().any(|line| line.command == ApplicationCommand::Remind.key());
            assert_eq!(reminded, application.state.awaits_employer(), "{:?}", application.state);
        }
        app.settle().await;
    }

    async fn case_by_everybody(app) {
        let owner = app.employer().await;
        let (holder, colleague) = (app.moderator().await, app.moderator().await);
        let (counsellor, admin) = (app.staff(StaffRole::Counsellor).await, app.staff(StaffRole::Admin).await);
        for state in CaseState::ALL {
            for command in [CaseCommand::Claim, CaseCommand::Release, CaseCommand::Decide] {
                for (is_holder, claim_over) in [(true, false), (false, false), (true, true), (false, true)] {
                    let what = format!("{command:?} in {state:?}, the holder: {is_holder}, the claim over: {claim_over}");
                    let vacancy = vacancy_in(app, owner.organisation, VacancyState::Submitted, content(app, "Công nhân may")).await;
                    let opened = case_of(app, CaseKind::Vacancy, Entity::Vacancy, vacancy.id.0, owner.organisation).await;
                    let path = format!("/tt/duyet/{}", opened.id);
                    if *state != CaseState::Waiting {
                        holder.post(&format!("{path}/nhan"), &[]).await.ok();
                    }
                    if *state == CaseState::Decided {
                        holder.post(&path, &[("outcome", "rejected"), ("reason", "misleading"), ("then", "stay")]).await.ok();
                    }
                    assert_eq!(case(app, &opened).await.state, *state);
                    if claim_over {
                        app.wait(TimeDelta::minutes(31));
                    }
                    let (path, fields): (String, &[(&str, &str)]) = match command {
                        CaseCommand::Claim => (format!("{path}/nhan"), &[]),
                        CaseCommand::Release => (format!("{path}/tra"), &[]),
                        _ => (path, &[("outcome", "approved"), ("then", "stay")]),
                    };
                    let before = case(app, &opened).await;
                    for user in [&counsellor, &admin] {
                        assert_eq!(user.post_once(&path, fields).await.status, StatusCode::FORBIDDEN, "{what}");
                    }
                    assert_eq!(owner.post_once(&path, fields).await.status, StatusCode::FORBIDDEN, "{what}");
                    assert_eq!(case(app, &opened).await, before, "{what}");
                    let officer = if is_holder { &holder } else { &colleague };
                    officer.post(&path, fields).await.ok();
                    let holds = |guard| match guard {
                        G::HoldsClaim => is_holder && !claim_over,
                        // One's own claim can always be prolonged.
                        G::ClaimOver => claim_over || is_holder,
                        G::ReasonGiven | G::AnotherOfficer => true,
                        G::FirstOpinion | G::QuestionGiven => unreachable!("asked by no command of this walk"),
                    };
                    let expected = match (state, command) {
                        // A waiting case is claimed and decided in one breath.
                        (CaseState::Waiting, CaseCommand::Decide) => CaseState::Decided,
                        _ => decide::<CaseLife>(*state, command, Party::Officer, holds).map_or(*state, |moved| moved.to),
                    };
                    let now = case(app, &opened).await;
                    assert_eq!(now.state, expected, "{what}");
                    match now.state {
                        CaseState::Waiting => assert_eq!(now.claimed_by, None, "{what}"),
                        CaseState::Claimed if command == CaseCommand::Claim && (is_holder || claim_over || *state == CaseState::Waiting) => {
                            assert_eq!(now.claimed_by, Some(officer.person), "{what}");
                        }
                        _ => {}
                    }
                }
            }
            // The clock gives back what was held too long; the owner's withdrawal ends the case.
            for (command, claim_over) in [(CaseCommand::Lapse, true), (CaseCommand::Lapse, false), (CaseCommand::Cancel, false)] {
                let vacancy = vacancy_in(app, owner.organisation, VacancyState::Submitted, content(app, "Công nhân may")).await;
                let opened = case_of(app, CaseKind::Vacancy, Entity::Vacancy, vacancy.id.0, owner.organisation).await;
                if *state != CaseState::Waiting {
                    holder.post(&format!("/tt/duyet/{}/nhan", opened.id), &[]).await.ok();
                }
                if *state == CaseState::Decided {
                    decide_case(&holder, &opened, Outcome::Returned).await;
                }
                let party = if command == CaseCommand::Lapse {
                    app.later(TimeDelta::minutes(if claim_over { 31 } else { 29 })).await;
                    Party::System
                } else {
                    owner.post(&format!("/ntd/tin/{}/lenh", vacancy.id), &[("command", "withdraw")]).await.ok();
                    Party::Owner
                };
                let expected = decide::<CaseLife>(*state, command, party, |_| claim_over).map_or(*state, |moved| moved.to);
                assert_eq!(case(app, &opened).await.state, expected, "{command:?} in {state:?}, the claim over: {claim_over}");
            }
        }
        app.settle().await;
    }

    async fn organisation_by_an_officer(app) {
        let officer = app.staff(StaffRole::Manager).await;
        let others = [Actor::Visitor, app.staff(StaffRole::Admin).await.actor(), app.staff(StaffRole::Counsellor).await.actor(), app.employer().await.actor(MemberRole::Owner)];
        for state in OrganisationState::ALL {
            for command in OrganisationCommand::ALL {
                for reason_given in [true, false] {
                    let what = format!("{command:?} in {state:?}, a reason given: {reason_given}");
                    let id = app.organisation("Công ty may", OrganisationKind::Employer, *state).await;
                    for actor in &others {
                        assert!(organisations::by_officer(app.exchange(), actor, id, *command, &Grounds::of(&[Reason::Complaints])).await.is_err(), "{what} as {actor:?}");
                    }
                    let grounds = if reason_given { Grounds::of(&[Reason::Complaints]) } else { Grounds::default() };
                    let done = organisations::by_officer(app.exchange(), &officer.actor(), id, *command, &grounds).await;
                    let expected = decide::<OrganisationLife>(*state, *command, Party::Officer, |guard| match guard {
                        OrganisationGuard::ReasonGiven => reason_given,
                        OrganisationGuard::Trusted => false,
                        OrganisationGuard::NotTrusted => true,
                    });
                    assert_eq!(done.is_ok(), expected.is_ok(), "{what}");
                    assert_eq!(organisation_state(app, id).await, expected.map_or(*state, |moved| moved.to), "{what}");
                }
            }
            // Over its case on the officer's screen.
            for outcome in [Outcome::Approved, Outcome::Rejected] {
                let id = app.organisation("Công ty may", OrganisationKind::Employer, *state).await;
                let opened = case_of(app, CaseKind::Organisation, Entity::Organisation, id.0, id).await;
                decide_case(&officer, &opened, outcome).await;
                let command = if outcome == Outcome::Approved { OrganisationCommand::Verify } else { OrganisationCommand::Refuse };
                let expected = decide::<OrganisationLife>(*state, command, Party::Officer, |_| true);
                assert_eq!(case(app, &opened).await.state == CaseState::Decided, expected.is_ok(), "{outcome:?} in {state:?}");
                assert_eq!(organisation_state(app, id).await, expected.map_or(*state, |moved| moved.to), "{outcome:?} in {state:?}");
            }
        }
        app.settle().await;
    }

    async fn a_suspension_hides_everything_at_once(app) {
        let owner = app.employer().await;
        let officer = app.moderator().await;
        let vacancy = vacancy_in(app, owner.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
        app.settle().await;
        let visitor = app.visitor();
        let path = format!("/viec-lam/{}", vacancy.number);
        assert_eq!(visitor.finds("may").await.len(), 1);
        organisations::by_officer(app.exchange(), &officer.actor(), owner.organisation, OrganisationCommand::Suspend, &Grounds::of(&[Reason::Complaints])).await.unwrap();
        app.settle().await;
        assert_eq!(visitor.finds("may").await, [""; 0]);
        visitor.get(&path).await.is(StatusCode::NOT_FOUND);
        organisations::by_officer(app.exchange(), &officer.actor(), owner.organisation, OrganisationCommand::Lift, &Grounds::default()).await.unwrap();
        app.settle().await;
        assert_eq!(visitor.finds("may").await.len(), 1);
        visitor.get(&path).await.ok();
    }
}
