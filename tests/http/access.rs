//! Every route × every kind of actor. The list is the router's own and the answer the domain's
//! table, so a route that is new is walked from its first day; one whose path has parameters fails
//! until it says with what it is walked ([`Places::sample`]).

mod places;

use crate::world::{
    application_in, appointment_of, branch, business_at, case_of, college_at, content, demand_of, draft_of, file_of, invitation_to, join_request, meeting_of, need, of_college,
    open_conference, partnership_of, person_of, programme_of, shared_file_of, vacancy_in, with_tax_code,
};
use http::{Method, StatusCode};
use places::{Places, Sample};
use sanviec_domain::access::{Action, Actor, ActorKind, StaffRole};
use sanviec_domain::application::ApplicationState;
use sanviec_domain::consent::ConsentWay;
use sanviec_domain::demand::DemandAudience;
use sanviec_domain::event::EventCommand;
use sanviec_domain::membership::InvitationState;
use sanviec_domain::moderation::{CaseKind, ReportReason};
use sanviec_domain::organisation::{MemberRole, OrganisationKind, OrganisationState};
use sanviec_domain::program::{KeyMode, KeyScope};
use sanviec_domain::vacancy::VacancyState;
use sanviec_exchange::announcements::{self, NewAnnouncement};
use sanviec_exchange::branches;
use sanviec_exchange::counter::{self, Entry};
use sanviec_exchange::events;
use sanviec_exchange::moderation::reports;
use sanviec_exchange::program::{keys, webhooks};
use sanviec_store::{Entity, NewJob};
use sanviec_tests::{Page, TestApp, User, on_both, vacancy};
use sanviec_web::routes::Route;

/// Everybody who may knock: one of each kind, each with something of their own.
struct Cast {
    people: Vec<(ActorKind, &'static str, Option<String>, User)>,
    places: Places,
}

async fn cast(app: &TestApp) -> Cast {
    let owner = app.employer().await;
    let viewer = app.member(owner.organisation, MemberRole::Viewer).await;
    let recruiter = app.member(owner.organisation, MemberRole::Recruiter).await;
    let stranger = app.organisation("Công ty khác", OrganisationKind::Employer, OrganisationState::Verified).await;
    let college = app.college().await;
    let college_viewer = app.member(college.organisation, MemberRole::Viewer).await;
    let other_college = app.college().await;
    let (programme, third_cohort) = programme_of(app, college.organisation, "Cơ điện tử", "7412").await;
    let (_, first_cohort) = programme_of(app, college.organisation, "Hàn", "7212").await;
    let (_, second_cohort) = programme_of(app, college.organisation, "May", "7531").await;
    let (foreign_programme, foreign_cohort) = programme_of(app, other_college.organisation, "Điện", "7411").await;
    let demand = demand_of(app, owner.organisation, need(app, "Kỹ thuật viên", "7412", DemandAudience::Colleges)).await;
    let partnership = partnership_of(app, &owner, &college, (demand, programme)).await;
    let agreement = draft_of(app, &owner, partnership).await;
    let lecturer = app.member(college.organisation, MemberRole::Recruiter).await;
    let (moderator, manager) = (app.moderator().await, app.staff(StaffRole::Manager).await);
    let (counsellor, admin) = (app.staff(StaffRole::Counsellor).await, app.staff(StaffRole::Admin).await);
    let seeker = app.seeker("0912345678").await;
    app.seeker("0987654321").await;
    let (person, other) = (person_of(app, "0912345678").await, person_of(app, "0987654321").await);

    let published = vacancy_in(app, owner.organisation, VacancyState::Published, content(app, "Công nhân may")).await;
    let foreign = vacancy_in(app, stranger, VacancyState::Published, content(app, "Thợ hàn")).await;
    let mine = application_in(app, &published, person, ApplicationState::Submitted).await;
    let theirs = application_in(app, &foreign, other, ApplicationState::Submitted).await;
    let waiting = vacancy_in(app, owner.organisation, VacancyState::Submitted, content(app, "Thợ may mẫu")).await;
    let case = case_of(app, CaseKind::Vacancy, Entity::Vacancy, waiting.id.0, owner.organisation).await;

    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    unit.enqueue(NewJob {
        name: "test.unknown",
        key: None,
        payload: serde_json::Value::Null,
        run_at: None,
        priority: 0,
        max_attempts: 1,
    });
    unit.save().await.unwrap();
    app.settle().await;
    let dead = sanviec_store::jobs::list(app.store().reader(), sanviec_store::JobState::Dead, 5).await.unwrap();
    let asked = app.visitor().begins_application(published.number.0, "Ngô Hữu Phúc", "0977000111").await.ok();
    let code = asked.form(&format!("/viec-lam/{}/xac-nhan", published.number)).value("yeu-cau").to_owned();
    let home = app.visitor().get("/").await.ok();

    let entry = Entry {
        content: mine.content.clone(),
        consent: ConsentWay::Signed,
        vacancy: Some(foreign.number),
    };
    let entered = counter::enter(app.exchange(), &counsellor.actor(), entry).await.unwrap().application.unwrap();
    app.settle().await;
    // The walk withdraws the seeker's application: its files go with it, so this one is of another.
    let another = vacancy_in(app, owner.organisation, VacancyState::Published, content(app, "Thủ kho")).await;
    let filed = application_in(app, &another, person, ApplicationState::Submitted).await;
    let (file, foreign_file) = (file_of(app, filed.id).await, file_of(app, theirs.id).await);

    let spare = app.member(owner.organisation, MemberRole::Recruiter).await;
    let college_spare = app.member(college.organisation, MemberRole::Viewer).await;
    let asker = app.member(stranger, MemberRole::Viewer).await.person;
    let (invitation, _) = invitation_to(app, owner.organisation, InvitationState::Open).await;
    let (college_invitation, _) = invitation_to(app, college.organisation, InvitationState::Open).await;
    // Whoever accepts one acts for the organisation from then on, and would be walked as another.
    let (_, invitation_token) = invitation_to(app, stranger, InvitationState::Revoked).await;
    let join = join_request(app, owner.organisation, asker).await;
    let college_join = join_request(app, college.organisation, asker).await;
    with_tax_code(app, stranger, "0100109106").await;
    let (from, until) = (app.exchange().now(), app.exchange().now() + chrono::TimeDelta::days(1));
    let texts = ("Nghỉ lễ".to_owned(), "A holiday".to_owned());
    let new = NewAnnouncement {
        text_vi: texts.0,
        text_en: texts.1,
        starts_at: from,
        ends_at: until,
    };
    let announcement = announcements::publish(app.exchange(), &admin.actor(), new).await.unwrap();
    let branch = branches::register(app.exchange(), &admin.actor(), branch()).await.unwrap();

    let report = reports::report(app.exchange(), &Actor::Visitor, published.number, ReportReason::Fee).await.unwrap();

    let (scopes, modes) = ([KeyScope::Read, KeyScope::Write], [KeyMode::Live, KeyMode::Test]);
    let mut programs = Vec::new();
    for mode in modes {
        for scope in scopes {
            programs.push(User::program(
                app,
                &keys::make(app.exchange(), &owner.actor(MemberRole::Owner), "walk", scope, mode).await.unwrap().secret,
            ));
        }
    }
    let rival = app.member(stranger, MemberRole::Owner).await;
    let foreign_demand = demand_of(app, stranger, need(app, "Thợ điện", "7411", DemandAudience::Colleges)).await;
    let foreign_partnership = partnership_of(app, &rival, &other_college, (foreign_demand, foreign_programme)).await;
    let foreign_agreement = draft_of(app, &rival, foreign_partnership).await;
    let appointment = appointment_of(app, &owner, partnership).await;
    let foreign_appointment = appointment_of(app, &rival, foreign_partnership).await;
    let shared_file = shared_file_of(app, &owner.actor(MemberRole::Owner), partnership).await;
    let shared_file_of_college = shared_file_of(app, &of_college(&college), partnership).await;
    let foreign_shared_file = shared_file_of(app, &rival.actor(MemberRole::Owner), foreign_partnership).await;
    let spare_key = keys::make(app.exchange(), &owner.actor(MemberRole::Owner), "spare", KeyScope::Read, KeyMode::Live)
        .await
        .unwrap();
    let rivals_key = keys::make(app.exchange(), &rival.actor(MemberRole::Owner), "theirs", KeyScope::Write, KeyMode::Test)
        .await
        .unwrap();
    let hook = webhooks::add(app.exchange(), &owner.actor(MemberRole::Owner), "https://example.com/hook")
        .await
        .unwrap()
        .unwrap();
    let rivals_hook = webhooks::add(app.exchange(), &rival.actor(MemberRole::Owner), "https://example.com/hook")
        .await
        .unwrap()
        .unwrap();
    let [programs_reader, programs_writer, test_reader, test_writer] = <[User; 4]>::try_from(programs).unwrap_or_else(|_| panic!("four keys"));
    let test_vacancy = test_vacancy_of(&test_writer).await;
    let foreign_test_vacancy = test_vacancy_of(&User::program(app, &rivals_key.secret)).await;

    let event = open_conference(app, &counsellor).await;
    let registration = business_at(app, event, &owner, demand).await;
    let guest = college_at(app, event, &college, programme).await;
    let meeting = meeting_of(app, event, &counsellor, registration, guest).await;
    let foreign_event = open_conference(app, &counsellor).await;
    let foreign_registration = business_at(app, foreign_event, &rival, foreign_demand).await;
    let foreign_guest = college_at(app, foreign_event, &other_college, foreign_programme).await;
    let foreign_meeting = meeting_of(app, foreign_event, &counsellor, foreign_registration, foreign_guest).await;
    for running in [event, foreign_event] {
        events::command(app.exchange(), &counsellor.actor(), running, EventCommand::Start, "").await.unwrap();
    }

    let places = Places {
        event: event.to_string(),
        registration: registration.to_string(),
        meeting: meeting.to_string(),
        foreign_event: foreign_event.to_string(),
        foreign_meeting: foreign_meeting.to_string(),
        programme: programme.to_string(),
        foreign_programme: foreign_programme.to_string(),
        cohorts: [first_cohort, second_cohort, third_cohort].map(|cohort| cohort.to_string()),
        foreign_cohort: foreign_cohort.to_string(),
        demand: demand.to_string(),
        foreign_demand: foreign_demand.to_string(),
        partnership: partnership.to_string(),
        foreign_partnership: foreign_partnership.to_string(),
        partnership_meeting: appointment.to_string(),
        foreign_partnership_meeting: foreign_appointment.to_string(),
        shared_file: shared_file.to_string(),
        shared_file_of_college: shared_file_of_college.to_string(),
        foreign_shared_file: foreign_shared_file.to_string(),
        agreement: agreement.to_string(),
        foreign_agreement: foreign_agreement.to_string(),
        college: college.organisation.to_string(),
        test_vacancy,
        foreign_test_vacancy,
        api_key: spare_key.record.id.to_string(),
        foreign_api_key: rivals_key.record.id.to_string(),
        webhook: hook.id.to_string(),
        foreign_webhook: rivals_hook.id.to_string(),
        branch: branch.to_string(),
        number: published.number.0,
        vacancy: published.id.to_string(),
        foreign_vacancy: foreign.id.to_string(),
        application: mine.id.to_string(),
        foreign_application: theirs.id.to_string(),
        own_application: mine.id.to_string(),
        foreign_own_application: theirs.id.to_string(),
        employer: owner.organisation.to_string(),
        stranger: stranger.to_string(),
        member: spare.person.to_string(),
        college_member: college_spare.person.to_string(),
        invitation,
        college_invitation,
        invitation_token,
        join,
        college_join,
        report: report.to_string(),
        batch: batch_of(app, owner.organisation, owner.person).await,
        foreign_batch: batch_of(app, stranger, owner.person).await,
        case: case.id.to_string(),
        dead_job: dead[0].id.to_string(),
        file,
        foreign_file,
        entered: entered.id.to_string(),
        message: app.outbox().await[0].id.to_string(),
        person: app.member(owner.organisation, MemberRole::Viewer).await.person.to_string(),
        announcement: announcement.to_string(),
        code,
        asset: home.attribute("link[rel=stylesheet]", "href").unwrap(),
    };
    let people = vec![
        (ActorKind::Visitor, "visitor", None, app.visitor()),
        (ActorKind::Seeker, "seeker", Some("0912345678".to_owned()), seeker),
        (ActorKind::Owner, "owner", Some(owner.phone.clone()), owner.tab()),
        (ActorKind::Recruiter, "recruiter", Some(recruiter.phone.clone()), recruiter.tab()),
        (ActorKind::EmployerViewer, "viewer", Some(viewer.phone.clone()), viewer.tab()),
        (ActorKind::CollegeOwner, "college", Some(college.phone.clone()), college.tab()),
        (ActorKind::College, "lecturer", Some(lecturer.phone.clone()), lecturer.tab()),
        (ActorKind::CollegeViewer, "college's viewer", Some(college_viewer.phone.clone()), college_viewer.tab()),
        (ActorKind::Moderator, "moderator", Some(moderator.phone.clone()), moderator.tab()),
        (ActorKind::Manager, "manager", Some(manager.phone.clone()), manager.tab()),
        (ActorKind::Counsellor, "counsellor", Some(counsellor.phone.clone()), counsellor.tab()),
        (ActorKind::Admin, "admin", Some(admin.phone.clone()), admin.tab()),
        (ActorKind::ProgramReader, "program that reads", None, programs_reader),
        (ActorKind::ProgramWriter, "program", None, programs_writer),
        (ActorKind::TestReader, "test program that reads", None, test_reader),
        (ActorKind::TestWriter, "test program", None, test_writer),
    ];
    Cast { people, places }
}

fn is_test(kind: ActorKind) -> bool {
    matches!(kind, ActorKind::TestReader | ActorKind::TestWriter)
}

fn is_program(kind: ActorKind) -> bool {
    is_test(kind) || matches!(kind, ActorKind::ProgramReader | ActorKind::ProgramWriter)
}

/// Whether a route is for programs with a key; they come to no other.
fn is_for_programs(route: &Route) -> bool {
    matches!(route.action, Action::ReadByProgram | Action::WriteByProgram)
}

async fn test_vacancy_of(program: &User) -> String {
    let body = serde_json::json!({ "content": { "title": "Thợ may" } });
    let made = program.sends(Method::POST, "/api/v1/employer/vacancies", &[], &body).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.body);
    made.json()["id"].as_str().unwrap().to_owned()
}

async fn knock(user: &User, route: &Route, path: &str, sample: &Sample) -> Page {
    if route.method == Method::GET {
        return user.get_once(path).await;
    }
    if is_for_programs(route) {
        return user.sends(route.method.clone(), path, &[("if-match", "*")], &sample.json).await;
    }
    let fields = &sample.fields;
    assert_eq!(route.method, Method::POST, "{}: the walk knows GET and POST", route.path);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    user.post_once(path, &fields).await
}

fn is_turned_away(page: &Page) -> bool {
    matches!(page.status, StatusCode::FORBIDDEN | StatusCode::UNAUTHORIZED) || (page.status.is_redirection() && page.header("location").starts_with("/dang-nhap?tiep="))
}

/// A file of an employer with a row to mend and one to leave out.
async fn batch_of(app: &TestApp, organisation: sanviec_domain::ids::OrganisationId, person: sanviec_domain::ids::PersonId) -> String {
    use sanviec_domain::batch::RowState;
    use sanviec_store::batches::{BatchRecord, RowRecord};
    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    let batch = BatchRecord {
        id: sanviec_domain::ids::BatchId(unit.uuid()),
        organisation,
        person,
        file_name: "tin.csv".to_owned(),
        total: 1,
        created_at: unit.now(),
        read_at: Some(unit.now()),
    };
    let row = |line| RowRecord {
        line,
        title: "Thợ hàn".to_owned(),
        cells: std::collections::BTreeMap::new(),
        state: RowState::Wrong,
        faults: Vec::new(),
        vacancy: None,
    };
    sanviec_store::batches::insert(&unit, &batch, &[row(2), row(3)]).await.unwrap();
    unit.save().await.unwrap();
    batch.id.to_string()
}

/// What writing leaves behind: the feed's and the audit log's last numbers.
async fn traces(app: &TestApp) -> (i64, Option<i64>) {
    let conn = app.store().reader();
    let audit = sanviec_store::audit::recent(conn, None, 1).await.unwrap();
    (sanviec_store::feed::last(conn).await.unwrap(), audit.first().map(|line| line.seq))
}

on_both! {
    async fn every_route_for_every_kind_of_actor(app) {
        let cast = Box::pin(cast(app)).await;
        let mut kinds: Vec<ActorKind> = cast.people.iter().map(|(kind, ..)| *kind).collect();
        kinds.dedup();
        assert_eq!(kinds, ActorKind::ALL[..ActorKind::ALL.len() - 1], "the system sends no requests; everybody else is here");
        let routes = sanviec_web::server::list(&app.site);
        assert!(routes.len() > 60, "{} routes", routes.len());
        let (mut allowed, mut denied, mut foreign) = (0, 0, 0);
        for (kind, name, phone, user) in &cast.people {
            for route in routes.iter().filter(|route| is_for_programs(route) || !is_program(*kind)) {
                let sample = cast.places.sample(route, *kind);
                let what = format!("{name}: {} {}", route.method, sample.path);
                // Signing out ends the session: it gets one of its own.
                let fresh = app.visitor();
                let signs_out = route.path.ends_with("/dang-xuat");
                if let (true, Some(phone)) = (signs_out, phone) {
                    fresh.sign_in(phone).await;
                }
                let user = if signs_out { &fresh } else { user };
                let before = traces(app).await;
                let answer = knock(user, route, &sample.path, &sample).await;
                assert!(!answer.status.is_server_error(), "{what}: {} {}", answer.status, answer.text("main"));
                if kind.may(route.action) {
                    allowed += 1;
                    assert!(!is_turned_away(&answer), "{what} is turned away: {}", answer.status);
                    assert_ne!(answer.status, StatusCode::NOT_FOUND, "{what} is not there");
                    if let Some(path) = &sample.foreign {
                        foreign += 1;
                        let before = traces(app).await;
                        let answer = knock(user, route, path, &sample).await;
                        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{what} with somebody else's record");
                        assert_eq!(traces(app).await, before, "{what} with somebody else's record wrote something");
                    }
                } else {
                    denied += 1;
                    let expected = match (is_for_programs(route), *kind) {
                        // A session opens nothing there.
                        (true, kind) if !is_program(kind) => StatusCode::UNAUTHORIZED,
                        (false, ActorKind::Visitor) => StatusCode::SEE_OTHER,
                        _ => StatusCode::FORBIDDEN,
                    };
                    assert_eq!(answer.status, expected, "{what}");
                    assert!(is_turned_away(&answer), "{what}");
                    assert_eq!(traces(app).await, before, "{what} was turned away and wrote something");
                }
            }
        }
        assert!(allowed > 300 && denied > 150 && foreign >= 27, "{allowed} allowed, {denied} denied, {foreign} foreign");
        app.leaves_jobs();
    }

    async fn what_is_not_public_is_nowhere(app) {
        let cast = Box::pin(cast(app)).await;
        let owner = app.employer().await;
        let draft = owner.drafts(vacancy()).await;
        let mut hidden = vec![draft.number];
        for state in [VacancyState::Draft, VacancyState::Submitted, VacancyState::Returned, VacancyState::Rejected, VacancyState::Appealed] {
            hidden.push(vacancy_in(app, owner.organisation, state, content(app, "Công nhân may")).await.number.0);
        }
        let suspended = app.organisation("Công ty bị khoá", OrganisationKind::Employer, OrganisationState::Suspended).await;
        hidden.push(vacancy_in(app, suspended, VacancyState::Published, content(app, "Công nhân may")).await.number.0);
        app.settle().await;
        for (kind, name, _, user) in cast.people.iter().filter(|(kind, ..)| !is_program(*kind)) {
            for number in &hidden {
                for path in ["/viec-lam/{}", "/viec-lam/{}/to-roi", "/q/{}", "/viec-lam/{}/ung-tuyen", "/en/viec-lam/{}", "/api/v1/vacancies/{}"] {
                    let path = path.replace("{}", &number.to_string());
                    // Staff don't apply, whatever the vacancy.
                    let expected = if path.ends_with("ung-tuyen") && !kind.may(Action::Apply) { StatusCode::FORBIDDEN } else { StatusCode::NOT_FOUND };
                    assert_eq!(user.get_once(&path).await.status, expected, "{name} {path}");
                }
            }
            let found = user.get("/api/v1/vacancies?limit=100").await.ok().json();
            let numbers: Vec<i64> = found["items"].as_array().unwrap().iter().map(|item| item["number"].as_i64().unwrap()).collect();
            assert!(numbers.iter().all(|number| !hidden.contains(number)), "{name} finds {numbers:?}");
        }
        let unknown = app.visitor().get_once(&format!("/doanh-nghiep/{suspended}")).await;
        assert_eq!(unknown.status, StatusCode::NOT_FOUND);
        app.leaves_jobs();
    }
}

/// The demo's bar exists only where it is on, and never in production.
#[tokio::test]
async fn the_demo_bar_is_where_it_was_asked_for() {
    use sanviec_web::config::Environment;
    for (environment, bar, there) in [
        (Environment::Development, false, false),
        (Environment::Demo, true, true),
        (Environment::Production, true, false),
        (Environment::Production, false, false),
    ] {
        let app = TestApp::configured(|config| {
            config.environment = environment;
            config.demo.bar = bar;
        })
        .await;
        assert_eq!(app.site.has_demo_bar(), there);
        let expected = if there { StatusCode::OK } else { StatusCode::NOT_FOUND };
        assert_eq!(app.visitor().get("/demo").await.status, expected, "{environment:?}");
        let posted = app.visitor().post_once("/demo/vai-tro", &[("vai-tro", "admin")]).await;
        assert_eq!(posted.status == StatusCode::SEE_OTHER, there, "{environment:?}: {}", posted.status);
        assert_eq!(app.visitor().get("/").await.ok().offers("/demo/vai-tro"), there);
        app.end().await;
    }
}
