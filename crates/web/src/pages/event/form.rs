//! `/tt/hoi-nghi/moi`, `/tt/hoi-nghi/{id}/sua`: what an event says, written by the centre.

use crate::forms::{Fields, moment, moment_field};
use crate::pages::apply::unprocessable;
use crate::pages::show::{communes, options, parks};
use crate::problem::{Answer, Problem, id};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::event::{EventContent, EventFault, EventMode, limits};
use sanviec_domain::ids::EventId;
use sanviec_domain::place::{ParkSlug, Place};
use sanviec_domain::text::tidy_line;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::events;
use sanviec_exchange::events::read;
use sanviec_render::pages::event::centre::EventFormPage;
use sanviec_render::{Area, FormState};

fn show(visit: &Visit, action: &str, is_new: bool, form: &FormState) -> Result<String, Problem> {
    let page = EventFormPage {
        chrome: &visit.chrome(Area::Centre),
        action,
        is_new,
        form,
        modes: &options::<EventMode>(visit.locale),
        communes: &communes(&visit.app),
        parks: &parks(&visit.app),
    };
    Ok(page.render()?)
}

/// A number of a field within its limit; what is wrong stands at the field.
fn number(visit: &Visit, form: &mut FormState, name: &str, most: u32) -> u32 {
    let written = form.value(name).trim();
    match if written.is_empty() { Ok(0) } else { written.parse::<u32>() } {
        Ok(number) if number <= most => number,
        _ => {
            form.fail(name, visit.texts().count("event-error-number", most));
            0
        }
    }
}

/// Reads the form; what is wrong stands at its fields.
fn read_form(visit: &Visit, form: &mut FormState) -> Option<EventContent> {
    let t = visit.texts();
    let mode = EventMode::from_key(form.value("hinh-thuc")).unwrap_or(EventMode::OnSite);
    let title: String = tidy_line(form.value("ten")).chars().take(limits::TITLE).collect();
    if title.is_empty() {
        form.fail("ten", t.get("event-error-title"));
    }
    let mut times = Vec::new();
    for name in ["tu", "den"] {
        match moment(form.value(name)) {
            Some(at) => times.push(at),
            None => form.fail(name, t.get("event-error-time")),
        }
    }
    let reference = &visit.app.exchange.reference;
    let commune = form.value("xa").parse().ok().filter(|code| reference.commune(*code).is_some());
    let hall: String = tidy_line(form.value("dia-diem")).chars().take(160).collect();
    let place = (commune.is_some() || !hall.is_empty()).then(|| Place {
        commune,
        street: hall,
        ..Place::province(reference.home())
    });
    let link: String = form.value("duong-dan").trim().chars().take(limits::LINK).collect();
    if !link.is_empty() && !link.starts_with("https://") {
        form.fail("duong-dan", t.get("event-error-link"));
    }
    let rounds = number(visit, form, "vong", limits::ROUNDS);
    let tables = number(visit, form, "ban", limits::TABLES);
    let walk_ins = number(visit, form, "de-trong", limits::ROUNDS);
    let seats = number(visit, form, "so-cho", limits::SEATS);
    if rounds > 0 && tables == 0 {
        form.fail("ban", t.get("event-error-tables"));
    }
    let mut occupations = Vec::new();
    for code in form.value("nghe").split([',', ';', ' ']).map(str::trim).filter(|code| !code.is_empty()).take(20) {
        let is_code = (1..=4).contains(&code.len()) && code.bytes().all(|byte| byte.is_ascii_digit());
        if is_code {
            occupations.push(code.to_owned());
        } else {
            form.fail("nghe", t.fill("event-error-occupation", "code", code));
            break;
        }
    }
    let [begins, ends] = times[..] else { return None };
    let meetings_from = moment(form.value("gap-tu")).unwrap_or(begins);
    let content = EventContent {
        title,
        mode,
        place,
        link,
        begins,
        ends,
        meetings_from,
        rounds,
        tables,
        walk_ins,
        seats,
        agenda: form.value("chuong-trinh").chars().take(limits::AGENDA).collect(),
        parks: form
            .values("khu")
            .iter()
            .map(|slug| ParkSlug(slug.clone()))
            .filter(|park| reference.park(park).is_some())
            .collect(),
        occupations,
    };
    // What an open event may not lack a draft may; what can't be meant stands at its field at once.
    for fault in content.faults(visit.app.exchange.now()) {
        if matches!(fault, EventFault::Ends | EventFault::Meetings | EventFault::WalkIns) {
            fail(visit, form, fault);
        }
    }
    (!form.has_errors()).then_some(content)
}

/// The field at which a fault stands, and the key of its words.
pub(super) fn fault(fault: EventFault) -> (&'static str, &'static str) {
    match fault {
        EventFault::Title => ("ten", "event-error-title"),
        EventFault::Place => ("dia-diem", "event-error-place"),
        EventFault::Link => ("duong-dan", "event-error-link"),
        EventFault::Past => ("tu", "event-error-past"),
        EventFault::Ends => ("den", "event-error-ends"),
        EventFault::Meetings => ("gap-tu", "event-error-meetings"),
        EventFault::WalkIns => ("de-trong", "event-error-walk-ins"),
    }
}

fn fail(visit: &Visit, form: &mut FormState, wrong: EventFault) {
    let (field, key) = fault(wrong);
    form.fail(field, visit.texts().get(key));
}

fn filled(content: &EventContent) -> FormState {
    let mut form = FormState::default();
    form.set("ten", content.title.clone());
    form.set("tu", moment_field(content.begins));
    form.set("den", moment_field(content.ends));
    form.set("hinh-thuc", content.mode.key());
    if let Some(place) = &content.place {
        form.set("dia-diem", place.street.clone());
        form.set("xa", place.commune.map(|code| code.to_string()).unwrap_or_default());
    }
    form.set("duong-dan", content.link.clone());
    form.set("gap-tu", moment_field(content.meetings_from));
    for (name, number) in [("vong", content.rounds), ("ban", content.tables), ("de-trong", content.walk_ins)] {
        form.set(name, number.to_string());
    }
    form.set("so-cho", if content.seats == 0 { String::new() } else { content.seats.to_string() });
    form.set("chuong-trinh", content.agenda.clone());
    form.values.insert("khu".to_owned(), content.parks.iter().map(ToString::to_string).collect());
    form.set("nghe", content.occupations.join(", "));
    form
}

/// A new one.
pub async fn new(visit: Visit) -> Answer {
    let mut form = FormState::default();
    form.set("hinh-thuc", EventMode::OnSite.key());
    for (name, number) in [("vong", "12"), ("ban", "20"), ("de-trong", "2")] {
        form.set(name, number);
    }
    html(Ok(show(&visit, "/tt/hoi-nghi/moi", true, &form)?))
}

async fn save(visit: &Visit, known: Option<EventId>, action: &str, mut form: FormState) -> Answer {
    let Some(content) = read_form(visit, &mut form) else {
        return Ok(unprocessable(show(visit, action, known.is_none(), &form)?));
    };
    match events::write(&visit.app.exchange, &visit.actor, known, content).await {
        Ok(Ok(id)) => {
            visit.say("flash-event-saved").await?;
            Ok(go(&format!("/tt/hoi-nghi/{id}")))
        }
        Ok(Err(faults)) => {
            for wrong in faults {
                fail(visit, &mut form, wrong);
            }
            Ok(unprocessable(show(visit, action, known.is_none(), &form)?))
        }
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => {
            visit.warn("flash-already-moved").await?;
            Ok(unprocessable(show(visit, action, known.is_none(), &form)?))
        }
        Err(error) => Err(error.into()),
    }
}

/// Writes a new one.
pub async fn create(visit: Visit, Fields(form): Fields) -> Answer {
    save(&visit, None, "/tt/hoi-nghi/moi", form).await
}

/// A known one, to be changed.
pub async fn edit(visit: Visit, Path(written): Path<String>) -> Answer {
    let id: EventId = id(&written)?;
    let event = read::one(&visit.app.exchange, &visit.actor, id).await?;
    html(Ok(show(&visit, &format!("/tt/hoi-nghi/{id}/sua"), false, &filled(&event.content))?))
}

/// Changes it.
pub async fn change(visit: Visit, Path(written): Path<String>, Fields(form): Fields) -> Answer {
    let id: EventId = id(&written)?;
    save(&visit, Some(id), &format!("/tt/hoi-nghi/{id}/sua"), form).await
}
