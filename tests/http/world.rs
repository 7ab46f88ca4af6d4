//! Records in states that a walk through the site would take long to reach.

use sanviec_domain::access::Actor;
use sanviec_domain::application::{ApplicationContent, ApplicationState, DeclineReason};
use sanviec_domain::ids::{ApplicationId, CaseId, OrganisationId, PersonId, VacancyId};
use sanviec_domain::membership::InvitationState;
use sanviec_domain::moderation::{CaseKind, CaseState};
use sanviec_domain::vacancy::{ClosedReason, VacancyContent, VacancyState};
use sanviec_domain::vocabulary::CallTime;
use sanviec_exchange::branches::Branch;
use sanviec_store::{ApplicationRecord, CaseRecord, Entity, VacancyRecord};
use sanviec_tests::TestApp;
use serde_json::json;

mod events;
mod partners;
pub use events::*;
mod signed;
pub use partners::*;
pub use signed::*;

/// Form 03a filled in so far that it can be published.
pub fn content(app: &TestApp, title: &str) -> VacancyContent {
    let deadline = app.today() + chrono::Days::new(30);
    serde_json::from_value(json!({
        "title": title,
        "openings": 10,
        "description": "May các công đoạn áo sơ mi trên máy một kim và kiểm tra đường may.",
        "place": { "province": "33", "commune": "12826", "park": null, "street": "" },
        "work_time": "full_time",
        "pay": { "basic": 6_500_000, "usual": { "from": 9_000_000, "to": 12_000_000 } },
        "deadline": deadline,
        "contact": { "name": "Nguyễn Thị Hoà", "phone": "0912000333" },
    }))
    .unwrap()
}

/// A branch of the centre.
pub fn branch() -> Branch {
    Branch {
        name: "Văn phòng Tiền Hải".to_owned(),
        place: serde_json::from_value(json!({ "province": "33", "commune": "12826", "park": null, "street": "Số 5 đường Hùng Vương" })).unwrap(),
        phone: "0227 382 1234".parse().unwrap(),
        email: None,
    }
}

/// A vacancy of an employer in any state, as its life would have left it.
pub async fn vacancy_in(app: &TestApp, employer: OrganisationId, state: VacancyState, content: VacancyContent) -> VacancyRecord {
    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    let (now, was_public) = (
        unit.now(),
        matches!(state, VacancyState::Published | VacancyState::Paused | VacancyState::Expired | VacancyState::Closed),
    );
    let record = VacancyRecord {
        id: VacancyId(unit.uuid()),
        number: sanviec_store::vacancies::next_number(&unit).await.unwrap(),
        employer,
        state,
        content,
        external_reference: None,
        closed_reason: (state == VacancyState::Closed).then_some(ClosedReason::Withdrawn),
        version: 1,
        created_by: None,
        created_at: now,
        updated_at: now,
        submitted_at: (state != VacancyState::Draft).then_some(now),
        published_at: was_public.then_some(now),
        closed_at: (state == VacancyState::Closed).then_some(now),
    };
    sanviec_store::vacancies::insert(&unit, record.clone()).await.unwrap();
    unit.changed(Entity::Vacancy, record.id.0, sanviec_store::ChangeKind::Put);
    unit.save().await.unwrap();
    record
}

/// An application in any state.
pub async fn application_in(app: &TestApp, vacancy: &VacancyRecord, seeker: PersonId, state: ApplicationState) -> ApplicationRecord {
    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    let record = ApplicationRecord {
        id: ApplicationId(unit.uuid()),
        vacancy: vacancy.id,
        employer: vacancy.employer,
        seeker,
        state,
        content: ApplicationContent {
            name: "Phạm Thị Hiền".parse().unwrap(),
            phone: "0912345678".parse().unwrap(),
            birth_year: None,
            call_time: CallTime::AnyTime,
            message: String::new(),
            keep: false,
        },
        decline_reason: (state == ApplicationState::Declined).then_some(DeclineReason::Filled),
        version: 1,
        created_at: unit.now(),
        updated_at: unit.now(),
        answered_at: None,
    };
    sanviec_store::applications::insert(&unit, record.clone()).await.unwrap();
    unit.save().await.unwrap();
    record
}

/// A case that waits.
pub async fn case_of(app: &TestApp, kind: CaseKind, entity: Entity, subject: uuid::Uuid, organisation: OrganisationId) -> CaseRecord {
    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    let record = CaseRecord {
        id: CaseId(unit.uuid()),
        kind,
        state: CaseState::Waiting,
        entity,
        subject,
        organisation: Some(organisation),
        submitted_by: None,
        findings: Vec::new(),
        claimed_by: None,
        claimed_until: None,
        outcome: None,
        reasons: Vec::new(),
        note: String::new(),
        message: String::new(),
        decided_by: None,
        decided_at: None,
        passed_by: None,
        due_at: unit.now() + chrono::TimeDelta::hours(4),
        version: 1,
        created_at: unit.now(),
    };
    sanviec_store::cases::insert(&unit, record.clone()).await.unwrap();
    unit.save().await.unwrap();
    record
}

/// The person a signed-in seeker is.
pub async fn person_of(app: &TestApp, phone: &str) -> PersonId {
    sanviec_store::people::by_phone(app.store().reader(), &phone.parse().unwrap()).await.unwrap().unwrap().id
}

/// An invitation in some state: its id and the secret of its link.
pub async fn invitation_to(app: &TestApp, organisation: OrganisationId, state: InvitationState) -> (String, String) {
    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    let token = unit.uuid().to_string();
    let record = sanviec_store::invitations::InvitationRecord {
        id: sanviec_domain::ids::InvitationId(unit.uuid()),
        organisation,
        role: sanviec_domain::organisation::MemberRole::Viewer,
        email: None,
        token_hash: sanviec_exchange::token::hash(&token),
        state,
        invited_by: None,
        accepted_by: None,
        expires_at: unit.now() + sanviec_domain::membership::INVITATION_LIFE,
        version: 1,
        created_at: unit.now(),
    };
    sanviec_store::invitations::insert(&unit, &record).await.unwrap();
    unit.save().await.unwrap();
    (record.id.to_string(), token)
}

/// A request to join that waits for the owners.
pub async fn join_request(app: &TestApp, organisation: OrganisationId, person: PersonId) -> String {
    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    let record = sanviec_store::joining::JoinRequestRecord {
        id: sanviec_domain::ids::JoinRequestId(unit.uuid()),
        organisation,
        person,
        state: sanviec_domain::membership::JoinState::Waiting,
        role: None,
        escalated_at: None,
        decided_at: None,
        decided_by: None,
        version: 1,
        created_at: unit.now(),
    };
    sanviec_store::joining::insert(&unit, &record).await.unwrap();
    unit.save().await.unwrap();
    record.id.to_string()
}

/// Gives an organisation a tax code.
pub async fn with_tax_code(app: &TestApp, organisation: OrganisationId, code: &str) {
    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    let mut record = sanviec_store::organisations::find(unit.conn(), organisation).await.unwrap().unwrap();
    record.tax_code = Some(code.parse().unwrap());
    sanviec_store::organisations::update(&unit, &record).await.unwrap();
    unit.save().await.unwrap();
}

/// A file of an application.
pub async fn file_of(app: &TestApp, application: ApplicationId) -> String {
    let upload = sanviec_exchange::files::Upload {
        name: "Bằng nghề.pdf".to_owned(),
        bytes: b"%PDF-1.7 of a test".to_vec(),
    };
    let file = sanviec_exchange::files::take_in(app.exchange(), &Actor::Visitor, upload).await.unwrap();
    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    sanviec_store::files::attach(&unit, &[file.id], Entity::Application, application.0).await.unwrap();
    unit.save().await.unwrap();
    file.id.to_string()
}
