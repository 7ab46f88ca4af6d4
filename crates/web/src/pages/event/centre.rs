//! `/tt/hoi-nghi`: conferences as the centre keeps them.

use super::{candidate_rows, facts, row, wanted};
use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::problem::{Answer, Problem, id};
use crate::queries::asked;
use crate::visit::{Visit, go, html};
use axum::extract::{Path, RawQuery};
use sanviec_domain::event::registration::{RegistrationCommand, RegistrationContent, RegistrationState};
use sanviec_domain::event::timetable::Why;
use sanviec_domain::event::{EventCommand, EventLife, EventState};
use sanviec_domain::ids::{EventId, OrganisationId, RegistrationId};
use sanviec_domain::lifecycle::{Party, offered};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::events::read::{self, Comer, WholeEvent};
use sanviec_exchange::events::{self, funnel, guests, registering, wishes};
use sanviec_render::pages::event::centre::{CentreEventPage, CheckInPage, ComerRow, FunnelStep};
use sanviec_render::pages::event::{EventRow, EventsPage, WishesPage};
use sanviec_render::{Area, FormState};
use sanviec_store::events::EventRecord;

/// All of them.
pub async fn list(visit: Visit) -> Answer {
    let found = read::all(&visit.app.exchange, &visit.actor).await?;
    let rows: Vec<EventRow> = found.iter().map(|event| row(&visit, event, format!("/tt/hoi-nghi/{}", event.id))).collect();
    let page = EventsPage {
        chrome: &visit.chrome(Area::Centre),
        rows: &rows,
        is_centre: true,
    };
    html(page.render())
}

fn comer_row(visit: &Visit, event: &EventRecord, comer: &Comer, scanned: Option<RegistrationId>) -> ComerRow {
    let registration = &comer.registration;
    ComerRow {
        id: registration.id.to_string(),
        name: comer.organisation.name.clone(),
        side: registration.side,
        state: registration.state,
        people: registration.content.people.clone(),
        phone: comer.organisation.profile.phone.as_ref().map(sanviec_domain::contact::Phone::spaced).unwrap_or_default(),
        note: registration.content.note.clone(),
        commands: events::offered_for(event, registration.state)
            .into_iter()
            .map(|command| (command.key(), command.label(visit.locale)))
            .collect(),
        may_wish: event.state.is_on() && registration.state.takes_part(),
        is_scanned: scanned == Some(registration.id),
    }
}

/// The funnel of an event, each step with where its records are.
async fn funnel_steps(visit: &Visit, id: EventId) -> Answer<Vec<FunnelStep>> {
    let t = visit.texts();
    let funnel = funnel::of_event(&visit.app.exchange, &visit.actor, id).await?;
    let here = format!("/tt/hoi-nghi/{id}");
    let partners = format!("/tt/so-lieu/hop-tac?hoi-nghi={id}");
    let steps = [
        ("funnel-registered", funnel.registered, format!("{here}#don-vi")),
        ("funnel-came", funnel.came, format!("{here}/diem-danh")),
        ("funnel-met", funnel.met, format!("{here}/ket-qua")),
        ("funnel-proposed", funnel.proposed, partners.clone()),
        ("funnel-negotiated", funnel.negotiated, format!("{partners}&buoc=soan")),
        ("funnel-signed", funnel.signed, format!("{partners}&buoc=ky")),
    ];
    Ok(steps.into_iter().map(|(key, count, href)| FunnelStep { name: t.get(key), count, href }).collect())
}

async fn show(visit: &Visit, id: EventId, form: &FormState, found: &[(String, String)]) -> Result<String, Problem> {
    let exchange = &visit.app.exchange;
    let WholeEvent { event, comers, .. } = read::whole(exchange, &visit.actor, id).await?;
    let t = visit.texts();
    let is_draft = event.state == EventState::Draft;
    let faults: Vec<&'static str> = if is_draft {
        event.content.faults(exchange.now()).into_iter().map(|wrong| t.get(super::form::fault(wrong).1)).collect()
    } else {
        Vec::new()
    };
    let commands: Vec<(&'static str, &'static str)> = offered::<EventLife>(event.state, Party::Officer)
        .into_iter()
        .filter(|command| match command {
            EventCommand::Write => false,
            EventCommand::Cancel => is_draft,
            EventCommand::Open => faults.is_empty(),
            _ => true,
        })
        .map(|command| (command.key(), command.label(visit.locale)))
        .collect();
    let may = |command: EventCommand| offered::<EventLife>(event.state, Party::Officer).contains(&command);
    let rows: Vec<ComerRow> = comers.iter().map(|comer| comer_row(visit, &event, comer, None)).collect();
    let takes = event.state.is_on();
    let page = CentreEventPage {
        chrome: &visit.chrome(Area::Centre),
        id: &id.to_string(),
        facts: &facts(visit, &event),
        faults: &faults,
        guests: if is_draft { Some(guests::count(exchange, &event.content).await?) } else { None },
        commands: &commands,
        may_cancel: !is_draft && may(EventCommand::Cancel),
        may_write: may(EventCommand::Write),
        funnel: &funnel_steps(visit, id).await?,
        rows: &rows,
        may_register: takes,
        may_confirm: takes && comers.iter().any(|comer| comer.registration.state == RegistrationState::Registered),
        form,
        found,
    };
    Ok(page.render()?)
}

/// One.
pub async fn get(visit: Visit, Path(written): Path<String>) -> Answer {
    html(Ok(show(&visit, id(&written)?, &FormState::default(), &[]).await?))
}

/// Opens, starts, finishes, cancels.
pub async fn command(visit: Visit, Path(written): Path<String>, Fields(mut form): Fields) -> Answer {
    let id: EventId = id(&written)?;
    let command = EventCommand::from_key(form.value("lenh")).ok_or_else(|| Problem::unreadable("lenh"))?;
    let event = read::one(&visit.app.exchange, &visit.actor, id).await?;
    if command == EventCommand::Cancel && event.state != EventState::Draft && form.value("ly-do").is_empty() {
        form.fail("ly-do", visit.texts().get("event-error-reason"));
        return Ok(unprocessable(show(&visit, id, &form, &[]).await?));
    }
    match events::command(&visit.app.exchange, &visit.actor, id, command, form.value("ly-do")).await {
        Ok(()) => visit.say("flash-event-moved").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("/tt/hoi-nghi/{id}")))
}

/// Registers an organisation: by its words first, then by which of those found.
pub async fn register(visit: Visit, Path(written): Path<String>, Fields(mut form): Fields) -> Answer {
    let id: EventId = id(&written)?;
    let exchange = &visit.app.exchange;
    let chosen: Option<OrganisationId> = form.value("don-vi-nao").parse().ok().map(OrganisationId);
    let organisation = match chosen {
        Some(chosen) => chosen,
        None => {
            let words = form.value("ten-don-vi");
            let found = if words.chars().count() < 2 {
                Vec::new()
            } else {
                registering::search(exchange, &visit.actor, words).await?
            };
            match &found[..] {
                [only] => only.id,
                _ => {
                    let key = if found.is_empty() { "event-error-organisation" } else { "event-error-which" };
                    form.fail(if found.is_empty() { "ten-don-vi" } else { "don-vi-nao" }, visit.texts().get(key));
                    let found: Vec<(String, String)> = found.into_iter().map(|one| (one.id.to_string(), one.name)).collect();
                    return Ok(unprocessable(show(&visit, id, &form, &found).await?));
                }
            }
        }
    };
    let content = RegistrationContent {
        people: form.value("nguoi-du").lines().map(str::to_owned).collect(),
        ..registering::everything(exchange, &visit.actor, organisation).await?
    };
    match registering::register_for(exchange, &visit.actor, id, organisation, content).await {
        Ok(registration) => {
            visit.say("flash-event-registered-for").await?;
            Ok(go(&format!("/tt/hoi-nghi/{id}/muon-gap/{registration}")))
        }
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => {
            visit.warn("flash-event-closed").await?;
            Ok(go(&format!("/tt/hoi-nghi/{id}")))
        }
        Err(error) => Err(error.into()),
    }
}

/// Confirms everybody.
pub async fn confirm_all(visit: Visit, Path(written): Path<String>) -> Answer {
    let id: EventId = id(&written)?;
    let count = registering::confirm_all(&visit.app.exchange, &visit.actor, id).await?;
    visit.say_counted("flash-event-confirmed", count).await?;
    Ok(go(&format!("/tt/hoi-nghi/{id}")))
}

/// A command about a registration.
pub async fn registration(visit: Visit, Path((written, registration)): Path<(String, String)>, Fields(form): Fields) -> Answer {
    let event: EventId = id(&written)?;
    let command = RegistrationCommand::from_key(form.value("lenh")).ok_or_else(|| Problem::unreadable("lenh"))?;
    match registering::command(&visit.app.exchange, &visit.actor, event, id(&registration)?, command).await {
        Ok(()) => visit.say("flash-event-moved").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    let back = if form.value("ve") == "diem-danh" { "/diem-danh" } else { "" };
    Ok(go(&format!("/tt/hoi-nghi/{event}{back}")))
}

/// Who has come; the one whose badge was read stands first.
pub async fn check_in(visit: Visit, Path(written): Path<String>, RawQuery(raw): RawQuery) -> Answer {
    let scanned = asked(raw.as_deref(), "don").and_then(|id| id.parse().ok().map(RegistrationId));
    let whole = read::whole(&visit.app.exchange, &visit.actor, id(&written)?).await?;
    let expected: Vec<&Comer> = whole.comers.iter().filter(|comer| comer.registration.state != RegistrationState::Withdrawn).collect();
    let came = expected.iter().filter(|comer| comer.registration.state == RegistrationState::CheckedIn).count();
    let mut rows: Vec<ComerRow> = expected.iter().map(|comer| comer_row(&visit, &whole.event, comer, scanned)).collect();
    rows.sort_by_key(|row| !row.is_scanned);
    let page = CheckInPage {
        chrome: &visit.chrome(Area::Centre),
        id: &whole.event.id.to_string(),
        title: &whole.event.content.title,
        runs: whole.event.state == EventState::Running,
        came: (came, rows.len()),
        rows: &rows,
    };
    html(page.render())
}

/// Whom a registration wishes to meet.
pub async fn wishes_form(visit: Visit, Path((written, registration)): Path<(String, String)>) -> Answer {
    let event: EventId = id(&written)?;
    let (registration, candidates) = wishes::candidates_for(&visit.app.exchange, &visit.actor, event, id(&registration)?).await?;
    let name = sanviec_exchange::organisations::find(&visit.app.exchange, registration.organisation).await?.name;
    let page = WishesPage {
        chrome: &visit.chrome(Area::Centre),
        action: &format!("/tt/hoi-nghi/{event}/muon-gap/{}", registration.id),
        back: &format!("/tt/hoi-nghi/{event}"),
        title: &name,
        rows: &candidate_rows(&candidates),
        may_write: true,
    };
    html(page.render())
}

/// Says so for it.
pub async fn wish(visit: Visit, Path((written, registration)): Path<(String, String)>, Fields(form): Fields) -> Answer {
    let event: EventId = id(&written)?;
    match wishes::wish_for(&visit.app.exchange, &visit.actor, event, id(&registration)?, &wanted(&form)).await {
        Ok(count) => visit.say_counted("flash-event-wished", count as u64).await?,
        Err(ExchangeError::NotNow(_)) => visit.warn("flash-event-closed").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("/tt/hoi-nghi/{event}")))
}

/// Why a wish is not met, in words.
pub(super) fn why(visit: &Visit, why: Why) -> &'static str {
    let t = visit.texts();
    match why {
        Why::CollegeFull => t.get("event-why-college"),
        Why::BusinessFull => t.get("event-why-business"),
        Why::TablesFull => t.get("event-why-tables"),
        Why::NoCommonRound => t.get("event-why-round"),
    }
}
