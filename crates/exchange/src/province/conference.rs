//! A conference that lies ahead: who has needs and who teaches have registered, and most know whom they wish to
//! meet. It is opened by the use cases of the site.

use super::Province;
use super::walk::Walk;
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use crate::events::{self, registering, timetable, wishes};
use chrono::TimeDelta;
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_domain::event::registration::RegistrationContent;
use sanviec_domain::event::{EventCommand, EventContent, EventLife, EventMode};
use sanviec_domain::ids::{DemandId, EventId, OrganisationId, PersonId, ProgrammeId};
use sanviec_domain::lifecycle::Party;
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::place::Place;
use sanviec_domain::time::{Instant, vietnam_midnight};
use sanviec_store::Entity;

/// Businesses that have registered.
const BUSINESSES: usize = 24;
/// Days until it begins.
const AHEAD_DAYS: i64 = 12;
/// Electricians, mechanics, technicians.
const OCCUPATIONS: [&str; 4] = ["741", "742", "72", "311"];

/// Who comes.
pub(super) struct Guests {
    officer: Actor,
    businesses: Vec<(Actor, Vec<DemandId>)>,
    colleges: Vec<(Actor, Vec<ProgrammeId>)>,
}

impl Guests {
    /// The owners of businesses with needs, and of colleges with programmes.
    pub fn of(province: &Province, officer: PersonId) -> Self {
        let owner = |organisation: OrganisationId| {
            let found = province.members.iter().find(|(_, of, role)| *of == organisation && *role == MemberRole::Owner);
            found.map(|(person, ..)| *person)
        };
        let mut businesses: Vec<(OrganisationId, Vec<DemandId>)> = Vec::new();
        for demand in &province.partners.demands {
            match businesses.iter_mut().find(|(business, _)| *business == demand.business) {
                Some((_, needs)) => needs.push(demand.id),
                None => businesses.push((demand.business, vec![demand.id])),
            }
        }
        let mut colleges: Vec<(OrganisationId, Vec<ProgrammeId>)> = Vec::new();
        for programme in province.partners.programmes.iter().filter(|programme| programme.shown.is_some()) {
            match colleges.iter_mut().find(|(college, _)| *college == programme.college) {
                Some((_, taught)) => taught.push(programme.id),
                None => colleges.push((programme.college, vec![programme.id])),
            }
        }
        let role = MemberRole::Owner;
        Self {
            officer: Actor::Staff {
                person: officer,
                role: StaffRole::Moderator,
            },
            businesses: businesses
                .into_iter()
                .filter_map(|(organisation, needs)| {
                    let person = owner(organisation)?;
                    Some((Actor::Employer { person, organisation, role }, needs))
                })
                .take(BUSINESSES)
                .collect(),
            colleges: colleges
                .into_iter()
                .filter_map(|(organisation, taught)| {
                    let person = owner(organisation)?;
                    Some((Actor::College { person, organisation, role }, taught))
                })
                .collect(),
        }
    }
}

/// What a morning at the centre says: an hour of welcome, then meetings until noon.
pub(super) fn content(exchange: &Exchange, title: &str, begins: Instant) -> EventContent {
    EventContent {
        title: title.to_owned(),
        mode: EventMode::OnSite,
        place: Some(Place {
            street: "Hội trường Trung tâm Dịch vụ việc làm".to_owned(),
            ..Place::province(exchange.reference.home())
        }),
        link: String::new(),
        begins,
        ends: begins + TimeDelta::hours(4),
        meetings_from: begins + TimeDelta::minutes(60),
        rounds: 12,
        tables: 20,
        walk_ins: 2,
        seats: 0,
        agenda: "08:00 Đón tiếp đại biểu\n08:15 Bảng cung – cầu của khu kinh tế\n09:00 Gặp tại bàn\n12:00 Tổng kết".to_owned(),
        parks: Vec::new(),
        occupations: Vec::new(),
    }
}

/// Opens it without a letter to anybody: those who come have heard of it.
async fn announce(exchange: &Exchange, officer: &Actor, id: EventId) -> Result<()> {
    let unit = exchange.begin(officer).await?;
    let mut event = sanviec_store::events::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    let mut walk = Walk::<EventLife>::begin(unit.now());
    walk.step(EventCommand::Open, (Party::Officer, officer.person()), unit.now(), None)?;
    event.state = walk.state;
    sanviec_store::events::update(&unit, &mut event).await?;
    let mut lines = Vec::new();
    walk.leave(Entity::Event, id.0, &mut lines);
    sanviec_store::history::insert_many(&unit, lines).await?;
    unit.save().await?;
    Ok(())
}

/// Opens it and lets everybody register and wish.
pub(super) async fn open(exchange: &Exchange, guests: &Guests) -> Result<()> {
    let begins = vietnam_midnight(exchange.clock.today()) + TimeDelta::days(AHEAD_DAYS) + TimeDelta::hours(8);
    let title = "Hội nghị kết nối doanh nghiệp với trường nghề: điện, điện tử, cơ khí (mẫu)";
    let content = EventContent {
        tables: 12,
        occupations: OCCUPATIONS.map(str::to_owned).to_vec(),
        ..content(exchange, title, begins)
    };
    let written = events::write(exchange, &guests.officer, None, content).await?;
    let id = written.map_err(|faults| ExchangeError::Internal(format!("the conference lacks {faults:?}")))?;
    announce(exchange, &guests.officer, id).await?;
    for (actor, demands) in &guests.businesses {
        let content = RegistrationContent {
            demands: demands.clone(),
            ..RegistrationContent::default()
        };
        registering::register(exchange, actor, id, content).await?;
    }
    for (actor, programmes) in &guests.colleges {
        let content = RegistrationContent {
            programmes: programmes.clone(),
            ..RegistrationContent::default()
        };
        registering::register(exchange, actor, id, content).await?;
    }
    // The first of each side, for whom the demo acts, has not chosen yet.
    let everybody = guests
        .businesses
        .iter()
        .skip(1)
        .map(|(actor, _)| actor)
        .chain(guests.colleges.iter().skip(1).map(|(actor, _)| actor));
    for actor in everybody {
        let candidates = wishes::candidates(exchange, actor, id).await?;
        let fitting: Vec<_> = candidates
            .iter()
            .filter(|candidate| candidate.fit.as_ref().is_some_and(|fit| fit.score.fits()))
            .map(|candidate| candidate.registration.id)
            .collect();
        wishes::wish(exchange, actor, id, &fitting).await?;
    }
    timetable::make(exchange, &guests.officer, id).await?;
    Ok(())
}
