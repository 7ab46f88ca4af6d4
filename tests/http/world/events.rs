//! Conferences.

use chrono::TimeDelta;
use sanviec_domain::event::registration::RegistrationContent;
use sanviec_domain::event::{EventCommand, EventContent, EventMode};
use sanviec_domain::ids::{DemandId, EventId, MeetingId, ProgrammeId, RegistrationId};
use sanviec_domain::organisation::MemberRole;
use sanviec_exchange::events::{self, registering, timetable, wishes};
use sanviec_tests::{Employer, Officer, TestApp};

use super::of_college;

/// What a conference says that begins in ten days.
pub fn conference(app: &TestApp) -> EventContent {
    let begins = app.exchange().now() + TimeDelta::days(10);
    EventContent {
        title: "Hội nghị kết nối cung – cầu lao động".to_owned(),
        mode: EventMode::OnSite,
        place: Some(super::place("12826")),
        link: String::new(),
        begins,
        ends: begins + TimeDelta::hours(4),
        meetings_from: begins + TimeDelta::hours(1),
        rounds: 8,
        tables: 5,
        walk_ins: 2,
        seats: 0,
        agenda: "08:00 Đón tiếp đại biểu\n08:30 Khai mạc".to_owned(),
        parks: Vec::new(),
        occupations: Vec::new(),
    }
}

/// A conference that takes registrations.
pub async fn open_conference(app: &TestApp, officer: &Officer) -> EventId {
    let id = events::write(app.exchange(), &officer.actor(), None, conference(app)).await.unwrap().unwrap();
    events::command(app.exchange(), &officer.actor(), id, EventCommand::Open, "").await.unwrap();
    id
}

/// A business's registration with a need.
pub async fn business_at(app: &TestApp, event: EventId, business: &Employer, demand: DemandId) -> RegistrationId {
    let content = RegistrationContent {
        people: vec!["Nguyễn Văn An, Trưởng phòng Nhân sự".to_owned()],
        demands: vec![demand],
        ..RegistrationContent::default()
    };
    registering::register(app.exchange(), &business.actor(MemberRole::Owner), event, content).await.unwrap()
}

/// A college's registration with a programme.
pub async fn college_at(app: &TestApp, event: EventId, college: &Employer, programme: ProgrammeId) -> RegistrationId {
    let content = RegistrationContent {
        programmes: vec![programme],
        ..RegistrationContent::default()
    };
    registering::register(app.exchange(), &of_college(college), event, content).await.unwrap()
}

/// Both wish to meet, the timetable is made; their meeting.
pub async fn meeting_of(app: &TestApp, event: EventId, officer: &Officer, business: RegistrationId, college: RegistrationId) -> MeetingId {
    for (one, other) in [(business, college), (college, business)] {
        wishes::wish_for(app.exchange(), &officer.actor(), event, one, &[other]).await.unwrap();
    }
    timetable::make(app.exchange(), &officer.actor(), event).await.unwrap();
    let all = sanviec_store::meetings::of_events(app.store().reader(), &[event]).await.unwrap();
    all.iter().find(|one| one.business == business && one.college == college).unwrap().id
}
