//! What businesses and colleges have together.

use sanviec_domain::access::Actor;
use sanviec_domain::demand::{DemandAudience, DemandContent, DemandOffer, DemandState};
use sanviec_domain::ids::{AgreementId, CohortId, DemandId, FileId, OrganisationId, PartnershipId, PartnershipMeetingId, ProgrammeId};
use sanviec_domain::money::Vnd;
use sanviec_domain::month::Month;
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::partnership::PartnershipCommand;
use sanviec_domain::partnership::meeting::MeetingContent;
use sanviec_domain::place::Place;
use sanviec_domain::training::{Cohort, ProgrammeContent, ProgrammeKind, ProgrammeState, TrainingLevel};
use sanviec_domain::vocabulary::Qualification;
use sanviec_exchange::files::Upload;
use sanviec_exchange::partnerships::Proposal;
use sanviec_exchange::{agreements, partnerships};
use sanviec_store::demands::{self, DemandRecord};
use sanviec_store::programmes::{self, ProgrammeRecord};
use sanviec_tests::{Employer, TestApp};

/// A programme of a college's that the public reads, and a class of it that graduates in the summer after next.
pub async fn programme_of(app: &TestApp, college: OrganisationId, name: &str, occupation: &str) -> (ProgrammeId, CohortId) {
    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    let content = ProgrammeContent {
        name: name.to_owned(),
        level: Some(TrainingLevel::College),
        kind: Some(ProgrammeKind::Regular),
        months: Some(30),
        place: Some(place("12826")),
        occupations: vec![occupation.to_owned()],
        ..ProgrammeContent::default()
    };
    let programme = ProgrammeRecord {
        id: ProgrammeId(unit.uuid()),
        college,
        state: ProgrammeState::Published,
        written: content.clone(),
        shown: Some(content),
        version: 1,
        created_by: None,
        created_at: unit.now(),
        updated_at: unit.now(),
        published_at: Some(unit.now()),
    };
    programmes::insert(&unit, &programme).await.unwrap();
    let cohort = Cohort {
        id: CohortId(unit.uuid()),
        programme: programme.id,
        name: "K17".to_owned(),
        starts: Month::of(app.today()).plus(-24),
        graduates: Month::of(app.today()).plus(6),
        enrolled: 50,
        unplaced: 46,
    };
    programmes::put_cohort(&unit, college, &cohort).await.unwrap();
    unit.save().await.unwrap();
    (programme.id, cohort.id)
}

/// A commune of the province.
pub fn place(commune: &str) -> Place {
    Place {
        commune: commune.parse().ok(),
        ..Place::province("33".parse().unwrap())
    }
}

/// What a business may need.
pub fn need(app: &TestApp, title: &str, occupation: &str, audience: DemandAudience) -> DemandContent {
    DemandContent {
        title: title.to_owned(),
        occupation: occupation.to_owned(),
        level: Qualification::Intermediate,
        headcount: 60,
        minimum: 0,
        from: Month::of(app.today()).plus(6),
        until: Month::of(app.today()).plus(9),
        place: place("12826"),
        wage: Some(Vnd(9_000_000)),
        shift: None,
        offers: vec![DemandOffer::Internship],
        note: format!("Ghi chú của {title}"),
        audience,
    }
}

/// A need of a business's that stands.
pub async fn demand_of(app: &TestApp, business: OrganisationId, content: DemandContent) -> DemandId {
    let unit = app.exchange().begin(&Actor::System).await.unwrap();
    let demand = DemandRecord {
        id: DemandId(unit.uuid()),
        business,
        state: DemandState::Open,
        content,
        confirmed_at: unit.now(),
        asked_at: None,
        version: 1,
        created_by: None,
        created_at: unit.now(),
    };
    demands::insert(&unit, &demand).await.unwrap();
    unit.save().await.unwrap();
    demand.id
}

/// A partnership of two that have both accepted.
pub async fn partnership_of(app: &TestApp, business: &Employer, college: &Employer, about: (DemandId, ProgrammeId)) -> PartnershipId {
    let proposal = Proposal {
        college: Some(college.organisation),
        demand: Some(about.0),
        programme: Some(about.1),
        ..Proposal::default()
    };
    let id = partnerships::propose(app.exchange(), &business.actor(MemberRole::Owner), proposal).await.unwrap();
    partnerships::command(app.exchange(), &of_college(college), id, PartnershipCommand::Accept, None)
        .await
        .unwrap();
    id
}

/// Who a college's owner is to a use case.
pub fn of_college(college: &Employer) -> Actor {
    Actor::College {
        person: college.person,
        organisation: college.organisation,
        role: MemberRole::Owner,
    }
}

/// A draft of theirs.
pub async fn draft_of(app: &TestApp, business: &Employer, partnership: PartnershipId) -> AgreementId {
    let actor = business.actor(MemberRole::Owner);
    let view = partnerships::read::one(app.exchange(), &actor, partnership).await.unwrap();
    let content = agreements::proposed(app.exchange(), &view);
    agreements::write(app.exchange(), &actor, partnership, 0, content).await.unwrap()
}

/// A meeting of a week from now that a business proposes.
pub async fn appointment_of(app: &TestApp, business: &Employer, partnership: PartnershipId) -> PartnershipMeetingId {
    let content = MeetingContent {
        subject: "Bàn về thực tập".to_owned(),
        begins: app.exchange().now() + chrono::TimeDelta::days(7),
        minutes: 60,
        place: "Phòng họp 2".to_owned(),
        link: String::new(),
    };
    let actor = business.actor(MemberRole::Owner);
    partnerships::meetings::propose(app.exchange(), &actor, partnership, content).await.unwrap()
}

/// A file that a side adds to its partnership.
pub async fn shared_file_of(app: &TestApp, side: &Actor, partnership: PartnershipId) -> FileId {
    let upload = Upload {
        name: "de-cuong.pdf".to_owned(),
        bytes: b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj".to_vec(),
    };
    partnerships::files::add(app.exchange(), side, partnership, None, upload).await.unwrap()
}
