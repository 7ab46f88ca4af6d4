//! `/hoi-nghi`: conferences, for everybody and for those who come.

pub mod centre;
pub mod form;
pub mod sheet;

use crate::forms::Fields;
use crate::problem::{Answer, Problem, id};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::demand::DemandState;
use sanviec_domain::event::meeting::MeetingResult;
use sanviec_domain::event::registration::RegistrationContent;
use sanviec_domain::event::{EventContent, EventState};
use sanviec_domain::ids::{DemandId, EventId, ProgrammeId, RegistrationId};
use sanviec_domain::text::slug;
use sanviec_domain::time::in_vietnam;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::events::read::{self, NamedMeeting};
use sanviec_exchange::events::{registering, results, wishes};
use sanviec_exchange::{demands, training};
use sanviec_render::pages::event::{BoardLine, CandidateRow, EventFacts, EventPage, EventRegisterPage, EventRow, EventsPage, MeetingRow, MyEventPage, Offer, WishesPage};
use sanviec_render::{Area, FormState, format};
use sanviec_store::events::EventRecord;

use crate::pages::show::options;

/// An event's address, without the language: "/hoi-nghi/0195…-hoi-nghi-ket-noi".
fn href_of(event: &EventRecord) -> String {
    format!("/hoi-nghi/{}-{}", event.id, slug(&event.content.title))
}

/// The id at the front of an address with a slug.
fn event_id(written: &str) -> Answer<EventId> {
    id(written.get(..36).ok_or_else(Problem::not_found)?)
}

/// Where an event is, in words: the hall, then the commune.
fn place(visit: &Visit, content: &EventContent) -> String {
    let Some(place) = &content.place else { return String::new() };
    visit.app.exchange.reference.place_label(place)
}

/// An event as a row of a list.
fn row(visit: &Visit, event: &EventRecord, href: String) -> EventRow {
    EventRow {
        href,
        title: event.content.title.clone(),
        begins: event.content.begins,
        place: place(visit, &event.content),
        state: event.state,
    }
}

/// What an event says, in words.
fn facts(visit: &Visit, event: &EventRecord) -> EventFacts {
    let content = &event.content;
    EventFacts {
        title: content.title.clone(),
        state: event.state,
        mode: content.mode,
        begins: content.begins,
        ends: content.ends,
        meetings: (content.rounds > 0).then_some((content.meetings_from, content.rounds)),
        place: place(visit, content),
        agenda: content.agenda.lines().map(str::to_owned).filter(|line| !line.is_empty()).collect(),
        reason: event.reason.clone().unwrap_or_default(),
    }
}

/// When a round is: "09:15–09:30".
fn round(content: &EventContent, round: u32) -> String {
    let at = |round: u32| format::time(in_vietnam(content.round_begins(round)).time());
    format!("{}–{}", at(round), at(round + 1))
}

/// A meeting in words; `who` is whom one reads about.
fn meeting(visit: &Visit, content: &EventContent, one: &NamedMeeting, who: String) -> MeetingRow {
    let meeting = &one.meeting;
    MeetingRow {
        id: meeting.id.to_string(),
        at: round(content, meeting.round),
        table: meeting.table + 1,
        who,
        result: meeting.result.map(|result| (result.key(), result.label(visit.locale))),
        note: meeting.note.clone(),
        partnership: meeting.partnership.map(|partnership| partnership.to_string()),
    }
}

/// Every public one.
pub async fn list(visit: Visit) -> Answer {
    let found = read::public(&visit.app.exchange).await?;
    let rows: Vec<EventRow> = found.iter().map(|event| row(&visit, event, visit.link(&href_of(event)))).collect();
    let page = EventsPage {
        chrome: &visit.chrome(Area::Public),
        rows: &rows,
        is_centre: false,
    };
    html(page.render())
}

/// One.
pub async fn one(visit: Visit, Path(written): Path<String>) -> Answer {
    let found = read::public_one(&visit.app.exchange, &visit.actor, event_id(&written)?).await?;
    let reference = &visit.app.exchange.reference;
    let board: Vec<BoardLine> = found
        .board
        .iter()
        .map(|row| BoardLine {
            name: reference.occupation_name(&row.occupation, visit.locale).unwrap_or(&row.occupation).to_owned(),
            needed: row.needed,
            available: row.available,
        })
        .collect();
    let side = |wanted, path: &str| -> Vec<(String, String)> {
        let of_side = found.comers.iter().filter(|comer| comer.registration.side == wanted);
        of_side
            .map(|comer| {
                let name = &comer.organisation.name;
                (name.clone(), visit.link(&format!("/{path}/{}-{}", comer.organisation.id, slug(name))))
            })
            .collect()
    };
    let takes_part = found.mine.as_ref().is_some_and(|mine| mine.state.takes_part());
    let offer = match (&visit.actor, found.event.state) {
        (Actor::Employer { .. } | Actor::College { .. }, _) if takes_part => Offer::Mine,
        (Actor::Employer { .. } | Actor::College { .. }, EventState::Open) if allows(&visit.actor, Action::Attend).is_ok() => Offer::Register,
        (Actor::Visitor, EventState::Open) => Offer::SignIn,
        _ => Offer::Nothing,
    };
    let page = EventPage {
        chrome: &visit.chrome(Area::Public),
        href: &format!("/hoi-nghi/{}", found.event.id),
        facts: &facts(&visit, &found.event),
        board: &board,
        businesses: &side(sanviec_domain::partnership::Side::Business, "doanh-nghiep"),
        colleges: &side(sanviec_domain::partnership::Side::College, "truong"),
        offer,
    };
    html(page.render())
}

/// What one's own organisation can bring: ids and words.
async fn brought(visit: &Visit) -> Answer<Vec<(String, String)>> {
    let exchange = &visit.app.exchange;
    if let Actor::College { .. } = visit.actor {
        let own = training::own(exchange, &visit.actor).await?;
        let shown = own.into_iter().filter_map(|(programme, _)| Some((programme.id.to_string(), programme.shown?.name)));
        return Ok(shown.collect());
    }
    let own = demands::own(exchange, &visit.actor).await?;
    let standing = own.into_iter().filter(|demand| matches!(demand.state, DemandState::Open | DemandState::Asked));
    Ok(standing
        .map(|demand| {
            let people = visit.texts().count("openings-n", demand.content.headcount);
            (demand.id.to_string(), format!("{} · {people}", demand.content.title))
        })
        .collect())
}

/// The area of whoever registers.
fn area(visit: &Visit) -> Area {
    crate::pages::partnership::place(visit).0
}

/// The form of a registration: filled with what was said, or with everything one could bring.
pub async fn register_form(visit: Visit, Path(written): Path<String>) -> Answer {
    let (event, mine) = read::own_place(&visit.app.exchange, &visit.actor, event_id(&written)?).await?;
    let brought = brought(&visit).await?;
    let mut form = FormState::default();
    let known = mine.filter(|mine| mine.state.takes_part());
    match &known {
        Some(mine) => {
            form.set("nguoi-du", mine.content.people.join("\n"));
            form.set("ghi-chu", mine.content.note.clone());
            let demands = mine.content.demands.iter().map(ToString::to_string);
            let programmes = mine.content.programmes.iter().map(ToString::to_string);
            form.values.insert("mang-theo".to_owned(), demands.chain(programmes).collect());
        }
        None => {
            form.values.insert("mang-theo".to_owned(), brought.iter().map(|(id, _)| id.clone()).collect());
        }
    }
    let page = EventRegisterPage {
        chrome: &visit.chrome(area(&visit)),
        href: &format!("/hoi-nghi/{}", event.id),
        title: &event.content.title,
        form: &form,
        brought: &brought,
        is_college: matches!(visit.actor, Actor::College { .. }),
        is_known: known.is_some(),
    };
    html(page.render())
}

/// What was typed into a registration's form.
fn content_of(form: &FormState) -> RegistrationContent {
    let brought = form.values("mang-theo");
    RegistrationContent {
        people: form.value("nguoi-du").lines().map(str::to_owned).collect(),
        demands: brought.iter().filter_map(|id| id.parse().ok().map(DemandId)).collect(),
        programmes: brought.iter().filter_map(|id| id.parse().ok().map(ProgrammeId)).collect(),
        note: form.value("ghi-chu").to_owned(),
    }
}

/// Registers.
pub async fn register(visit: Visit, Path(written): Path<String>, Fields(form): Fields) -> Answer {
    let id = event_id(&written)?;
    match registering::register(&visit.app.exchange, &visit.actor, id, content_of(&form)).await {
        Ok(_) => {
            visit.say("flash-event-registered").await?;
            Ok(go(&format!("/hoi-nghi/{id}/muon-gap")))
        }
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => {
            visit.warn("flash-event-closed").await?;
            Ok(go(&format!("/hoi-nghi/{id}")))
        }
        Err(error) => Err(error.into()),
    }
}

/// Withdraws.
pub async fn withdraw(visit: Visit, Path(written): Path<String>) -> Answer {
    let id = event_id(&written)?;
    match registering::withdraw(&visit.app.exchange, &visit.actor, id).await {
        Ok(()) => visit.say("flash-event-withdrawn").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("/hoi-nghi/{id}")))
}

/// Candidates as rows, with what they bring.
fn candidate_rows(candidates: &[wishes::Candidate]) -> Vec<CandidateRow> {
    candidates
        .iter()
        .map(|candidate| CandidateRow {
            id: candidate.registration.id.to_string(),
            name: candidate.organisation.name.clone(),
            percent: candidate.fit.as_ref().map(|fit| fit.score.percent()),
            brings: candidate.brings.join(", "),
            is_wished: candidate.is_wished,
            wishes_me: candidate.wishes_me,
        })
        .collect()
}

/// Whom one wishes to meet.
pub async fn wishes_form(visit: Visit, Path(written): Path<String>) -> Answer {
    let id = event_id(&written)?;
    if visit.actor.organisation().is_none() {
        let event = read::one(&visit.app.exchange, &visit.actor, id).await?;
        return Ok(go(&format!("/tt/hoi-nghi/{}", event.id)));
    }
    let (event, _) = read::own_place(&visit.app.exchange, &visit.actor, id).await?;
    let candidates = wishes::candidates(&visit.app.exchange, &visit.actor, id).await?;
    let page = WishesPage {
        chrome: &visit.chrome(area(&visit)),
        action: &format!("/hoi-nghi/{id}/muon-gap"),
        back: &format!("/hoi-nghi/{id}/cua-toi"),
        title: &event.content.title,
        rows: &candidate_rows(&candidates),
        may_write: event.state.is_on() && allows(&visit.actor, Action::Attend).is_ok(),
    };
    html(page.render())
}

/// The registrations that were ticked.
fn wanted(form: &FormState) -> Vec<RegistrationId> {
    form.values("gap").iter().filter_map(|id| id.parse().ok().map(RegistrationId)).collect()
}

/// Says whom one wishes to meet.
pub async fn wish(visit: Visit, Path(written): Path<String>, Fields(form): Fields) -> Answer {
    let id = event_id(&written)?;
    match wishes::wish(&visit.app.exchange, &visit.actor, id, &wanted(&form)).await {
        Ok(count) => visit.say_counted("flash-event-wished", count as u64).await?,
        Err(ExchangeError::NotNow(_)) => visit.warn("flash-event-closed").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("/hoi-nghi/{id}/cua-toi")))
}

/// Whether results can be written down.
fn takes_results(event: &EventRecord) -> bool {
    matches!(event.state, EventState::Running | EventState::Finished)
}

/// One's own badge and timetable.
pub async fn mine(visit: Visit, Path(written): Path<String>) -> Answer {
    let id = event_id(&written)?;
    // The centre has nothing of its own there, and letters lead here.
    if visit.actor.organisation().is_none() {
        let event = read::one(&visit.app.exchange, &visit.actor, id).await?;
        return Ok(go(&format!("/tt/hoi-nghi/{}", event.id)));
    }
    let (event, mine, meetings) = read::mine(&visit.app.exchange, &visit.actor, id).await?;
    let own = mine.organisation.id;
    let rows: Vec<MeetingRow> = meetings
        .iter()
        .map(|one| {
            let other = if one.business.id == own { &one.college } else { &one.business };
            meeting(&visit, &event.content, one, other.name.clone())
        })
        .collect();
    let registration = &mine.registration;
    let may_write = allows(&visit.actor, Action::Attend).is_ok();
    let takes_part = registration.state.takes_part();
    let page = MyEventPage {
        chrome: &visit.chrome(area(&visit)),
        href: &format!("/hoi-nghi/{id}"),
        facts: &facts(&visit, &event),
        name: &mine.organisation.name,
        state: registration.state,
        people: &registration.content.people,
        link: &format!("{}/q/{}", visit.app.exchange.settings.site.base_url, registration.token),
        online: if takes_part { &event.content.link } else { "" },
        rows: &rows,
        results: &if may_write && takes_results(&event) {
            options::<MeetingResult>(visit.locale)
        } else {
            Vec::new()
        },
        may_change: may_write && takes_part && event.state.is_ahead(),
    };
    html(page.render())
}

/// Writes down what came of a meeting of one's own.
pub async fn result(visit: Visit, Path((written, meeting)): Path<(String, String)>, Fields(form): Fields) -> Answer {
    let event = event_id(&written)?;
    set_result(&visit, event, &meeting, &form).await?;
    Ok(go(&format!("/hoi-nghi/{event}/cua-toi")))
}

/// Writes down what came of a meeting, and says what happened.
async fn set_result(visit: &Visit, event: EventId, meeting: &str, form: &FormState) -> Answer<()> {
    let result = MeetingResult::from_key(form.value("ket-qua")).ok_or_else(|| Problem::unreadable("ket-qua"))?;
    match results::set(&visit.app.exchange, &visit.actor, event, id(meeting)?, result, form.value("ghi-chu")).await {
        Ok(Some(_)) if result == MeetingResult::Partnership => visit.say("flash-event-partnership").await,
        Ok(_) => visit.say("flash-event-result").await,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-event-closed").await,
        Err(error) => Err(error.into()),
    }
}

/// What the code on a badge leads to: checking in for the centre, its own page for whoever it is, the event for
/// everybody else.
pub async fn scanned(visit: &Visit, token: &str) -> Answer {
    if !token.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')) {
        return Err(Problem::not_found());
    }
    let registration = read::by_token(&visit.app.exchange, token).await?;
    let event = registration.event;
    if allows(&visit.actor, Action::Broker).is_ok() {
        return Ok(go(&format!("/tt/hoi-nghi/{event}/diem-danh?don={}", registration.id)));
    }
    if visit.actor.organisation() == Some(registration.organisation) {
        return Ok(go(&format!("/hoi-nghi/{event}/cua-toi")));
    }
    Ok(go(&visit.link(&format!("/hoi-nghi/{event}"))))
}
