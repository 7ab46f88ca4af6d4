//! `/tt/hoi-nghi/{id}/lich`, `…/in`, `…/ket-qua`: the timetable, what is printed of it, and what came of it.

use super::centre::why;
use super::{facts, meeting, round, set_result, takes_results};
use crate::forms::Fields;
use crate::pages::show::options;
use crate::problem::{Answer, Problem, id};
use crate::visit::{Visit, go, html, workbook};
use axum::extract::Path;
use sanviec_domain::event::EventState;
use sanviec_domain::event::meeting::MeetingResult;
use sanviec_domain::ids::{EventId, RegistrationId};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::events::read::{self, NamedMeeting, WholeEvent};
use sanviec_exchange::events::timetable::{self, Made};
use sanviec_render::Area;
use sanviec_render::pages::event::MeetingRow;
use sanviec_render::pages::event::centre::{Badge, PrintPage, ResultsSheetPage, RoundRows, TimetablePage, UnmetRow};
use sanviec_render::sheet::Sheet;
use std::collections::BTreeMap;

/// Both names of a meeting.
fn both(one: &NamedMeeting) -> String {
    format!("{} – {}", one.business.name, one.college.name)
}

fn rows(visit: &Visit, whole: &WholeEvent) -> Vec<MeetingRow> {
    whole.meetings.iter().map(|one| meeting(visit, &whole.event.content, one, both(one))).collect()
}

fn show(visit: &Visit, whole: &WholeEvent, made: Option<&Made>) -> Result<String, Problem> {
    let t = visit.texts();
    let event = &whole.event;
    let mut by_round: BTreeMap<u32, Vec<MeetingRow>> = BTreeMap::new();
    for one in &whole.meetings {
        by_round.entry(one.meeting.round).or_default().push(meeting(visit, &event.content, one, both(one)));
    }
    let rounds: Vec<RoundRows> = by_round
        .into_iter()
        .map(|(at, meetings)| RoundRows {
            at: round(&event.content, at),
            meetings,
        })
        .collect();
    let mut sums = vec![t.count("event-wishes-n", whole.wishes as u64)];
    if let Some(made) = made {
        sums.push(t.with("event-mutual-n", &[("met", (made.mutual.0 as u64).into()), ("all", (made.mutual.1 as u64).into())]));
        sums.push(t.with("event-single-n", &[("met", (made.single.0 as u64).into()), ("all", (made.single.1 as u64).into())]));
    }
    sums.push(t.count("event-meetings-n", whole.meetings.len() as u64));
    let name = |registration: RegistrationId| {
        let known = whole.comers.iter().find(|comer| comer.registration.id == registration);
        known.map(|comer| comer.organisation.name.clone()).unwrap_or_default()
    };
    let unmet: Vec<UnmetRow> = made
        .map(|made| made.unmet.as_slice())
        .unwrap_or_default()
        .iter()
        .map(|(business, college, reason)| UnmetRow {
            business: name(*business),
            college: name(*college),
            why: why(visit, *reason),
        })
        .collect();
    let page = TimetablePage {
        chrome: &visit.chrome(Area::Centre),
        id: &event.id.to_string(),
        title: &event.content.title,
        sums: &sums,
        rounds: &rounds,
        unmet: &unmet,
        may_make: event.state.is_on(),
        may_send: event.planned_at.is_some(),
        runs: event.state == EventState::Running,
    };
    Ok(page.render()?)
}

/// The timetable as it stands.
pub async fn timetable(visit: Visit, Path(written): Path<String>) -> Answer {
    let whole = read::whole(&visit.app.exchange, &visit.actor, id(&written)?).await?;
    html(Ok(show(&visit, &whole, None)?))
}

/// Makes it, or sends it.
pub async fn plan(visit: Visit, Path(written): Path<String>, Fields(form): Fields) -> Answer {
    let id: EventId = id(&written)?;
    let exchange = &visit.app.exchange;
    if form.value("viec") == "gui" {
        match timetable::send(exchange, &visit.actor, id).await {
            Ok(count) => visit.say_counted("flash-event-sent", count as u64).await?,
            Err(ExchangeError::NotNow(_)) => visit.warn("flash-already-moved").await?,
            Err(error) => return Err(error.into()),
        }
        return Ok(go(&format!("/tt/hoi-nghi/{id}/lich")));
    }
    match timetable::make(exchange, &visit.actor, id).await {
        // What is not met is shown at once: it is kept nowhere.
        Ok(made) => {
            let whole = read::whole(exchange, &visit.actor, id).await?;
            html(Ok(show(&visit, &whole, Some(&made))?))
        }
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => {
            visit.warn("flash-already-moved").await?;
            Ok(go(&format!("/tt/hoi-nghi/{id}/lich")))
        }
        Err(error) => Err(error.into()),
    }
}

/// Badges and tables, to be printed.
pub async fn print(visit: Visit, Path(written): Path<String>) -> Answer {
    let whole = read::whole(&visit.app.exchange, &visit.actor, id(&written)?).await?;
    let content = &whole.event.content;
    let base = &visit.app.exchange.settings.site.base_url;
    let badges: Vec<Badge> = whole
        .comers
        .iter()
        .filter(|comer| comer.registration.state.takes_part())
        .map(|comer| {
            let own = comer.registration.id;
            let meetings = whole.meetings.iter().filter(|one| one.meeting.business == own || one.meeting.college == own);
            Badge {
                name: comer.organisation.name.clone(),
                side: comer.registration.side,
                people: comer.registration.content.people.clone(),
                link: format!("{base}/q/{}", comer.registration.token),
                meetings: meetings
                    .map(|one| {
                        let other = if one.meeting.business == own { &one.college } else { &one.business };
                        meeting(&visit, content, one, other.name.clone())
                    })
                    .collect(),
            }
        })
        .collect();
    let mut tables: BTreeMap<u32, Vec<MeetingRow>> = BTreeMap::new();
    for row in rows(&visit, &whole) {
        tables.entry(row.table).or_default().push(row);
    }
    let tables: Vec<(u32, Vec<MeetingRow>)> = tables.into_iter().collect();
    let page = PrintPage {
        chrome: &visit.chrome(Area::Centre),
        id: &whole.event.id.to_string(),
        facts: &facts(&visit, &whole.event),
        badges: &badges,
        tables: &tables,
    };
    html(page.render())
}

/// The sheet of results.
pub async fn results(visit: Visit, Path(written): Path<String>) -> Answer {
    let whole = read::whole(&visit.app.exchange, &visit.actor, id(&written)?).await?;
    let count = |wanted: Option<MeetingResult>| whole.meetings.iter().filter(|one| one.meeting.result == wanted).count() as u64;
    let mut sums: Vec<(&'static str, u64)> = MeetingResult::ALL.iter().map(|result| (result.label(visit.locale), count(Some(*result)))).collect();
    sums.push((visit.texts().get("event-no-result"), count(None)));
    let page = ResultsSheetPage {
        chrome: &visit.chrome(Area::Centre),
        id: &whole.event.id.to_string(),
        title: &whole.event.content.title,
        sums: &sums,
        rows: &rows(&visit, &whole),
        results: &if takes_results(&whole.event) {
            options::<MeetingResult>(visit.locale)
        } else {
            Vec::new()
        },
    };
    html(page.render())
}

/// The same as a spreadsheet.
pub async fn results_xlsx(visit: Visit, Path(written): Path<String>) -> Answer {
    let whole = read::whole(&visit.app.exchange, &visit.actor, id(&written)?).await?;
    let t = visit.texts();
    let columns = ["event-round", "event-table", "event-business", "event-college", "event-result", "event-note"];
    let sheet = Sheet {
        name: t.get("event-results").to_owned(),
        title: whole.event.content.title.clone(),
        columns: columns.iter().map(|key| t.get(key).to_owned()).collect(),
        rows: whole
            .meetings
            .iter()
            .map(|one| {
                let result = one.meeting.result.map(|result| result.label(visit.locale)).unwrap_or_default();
                vec![
                    round(&whole.event.content, one.meeting.round).into(),
                    (one.meeting.table + 1).into(),
                    one.business.name.clone().into(),
                    one.college.name.clone().into(),
                    result.into(),
                    one.meeting.note.clone().into(),
                ]
            })
            .collect(),
    };
    workbook("ket-qua-hoi-nghi", &[sheet])
}

/// What came of a meeting, written down by the centre.
pub async fn result(visit: Visit, Path((written, meeting)): Path<(String, String)>, Fields(form): Fields) -> Answer {
    let event: EventId = id(&written)?;
    set_result(&visit, event, &meeting, &form).await?;
    Ok(go(&format!("/tt/hoi-nghi/{event}/ket-qua#gap-{meeting}")))
}
