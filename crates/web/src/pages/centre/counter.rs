//! `/tt/nhap-ho`: entering for somebody at the counter; `/tt/nguoi-tim-viec`: looking people up.

use crate::forms::Fields;
use crate::pages::admin::lists::{list, masked};
use crate::problem::{Answer, Problem};
use crate::reason;
use crate::visit::{Visit, go, html};
use axum::extract::{Path, RawQuery};
use axum::response::IntoResponse;
use chrono::Datelike;
use http::StatusCode;
use sanviec_domain::application::{ApplicationContent, MESSAGE_LIMIT};
use sanviec_domain::consent::ConsentWay;
use sanviec_domain::contact::{PersonName, Phone};
use sanviec_domain::identity_card;
use sanviec_domain::ids::{ApplicationId, PersonId, VacancyNumber};
use sanviec_domain::time::vietnam_date;
use sanviec_domain::vocabulary::{CallTime, Vocabulary};
use sanviec_exchange::ExchangeError;
use sanviec_exchange::accounts::must_exist;
use sanviec_exchange::admin::accounts::is_reason;
use sanviec_exchange::counter::{self, Entry, SeekerFile};
use sanviec_render::pages::{AdminListPage, Cell, ConsentRow, CounterPage, Filter, SeekerFilePage, SeekerFileRow, SlipPage};
use sanviec_render::{Area, FormState};
use sanviec_store::PersonRecord;

/// The form; a person's file leads here with the number filled in by POST only, so it is empty at first.
pub async fn form(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let mut form = crate::forms::read(raw.unwrap_or_default().as_bytes())?;
    form.values.retain(|name, _| name == "tin");
    show(&visit, &form)
}

/// Enters.
pub async fn enter(visit: Visit, Fields(mut form): Fields) -> Answer {
    let Some(entry) = read(&visit, &mut form) else {
        let page = show(&visit, &form)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    match counter::enter(&visit.app.exchange, &visit.actor, entry).await {
        Ok(entered) => {
            let key = match entered.application {
                Some(sent) if !sent.is_new => "counter-known",
                _ => "counter-done",
            };
            visit.say(key).await?;
            Ok(go(&match entered.application {
                Some(sent) if sent.is_new => format!("/tt/nhap-ho/phieu/{}", sent.id),
                _ => "/tt/nhap-ho".to_owned(),
            }))
        }
        Err(ExchangeError::NotFound | ExchangeError::NotNow(_)) => {
            form.fail("tin", visit.texts().get("counter-error-vacancy"));
            let page = show(&visit, &form)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => Err(error.into()),
    }
}

fn read(visit: &Visit, form: &mut FormState) -> Option<Entry> {
    let t = visit.texts();
    let scanned = form.value("the").to_owned();
    // What the card's other lines say is not even shown again.
    form.values.remove("the");
    if !scanned.trim().is_empty() {
        match identity_card::read(&scanned) {
            Some(card) => {
                form.set("ho-ten", card.name.as_str());
                form.set("nam-sinh", card.birth_year.to_string());
            }
            None => form.fail("the", t.get("counter-error-card")),
        }
    }
    let name = form.value("ho-ten").parse::<PersonName>();
    let phone = form.value("dien-thoai").parse::<Phone>().ok().filter(Phone::is_mobile);
    let (year, this_year) = (form.value("nam-sinh").trim().to_owned(), visit.app.exchange.clock.today().year());
    let birth_year = year.parse::<i32>().ok().filter(|year| (this_year - 90..=this_year - 15).contains(year));
    let written = form.value("tin").trim().to_owned();
    let vacancy = written.parse::<i64>().ok().map(VacancyNumber);
    let message = form.value("loi-nhan").to_owned();
    let consent = ConsentWay::from_key(form.value("dong-y")).filter(|way| *way != ConsentWay::Online);
    if name.is_err() {
        form.fail("ho-ten", t.get("apply-error-name"));
    }
    if phone.is_none() {
        form.fail("dien-thoai", t.get("apply-error-phone"));
    }
    if !year.is_empty() && birth_year.is_none() {
        form.fail("nam-sinh", t.get("apply-error-birth-year"));
    }
    if !written.is_empty() && vacancy.is_none() {
        form.fail("tin", t.get("counter-error-vacancy"));
    }
    if message.chars().count() > MESSAGE_LIMIT {
        form.fail("loi-nhan", t.get("apply-error-message-long"));
    }
    if consent.is_none() {
        form.fail("dong-y", t.get("counter-error-consent"));
    }
    if form.has_errors() {
        return None;
    }
    Some(Entry {
        content: ApplicationContent {
            name: name.ok()?,
            phone: phone?,
            birth_year,
            call_time: CallTime::from_key(form.value("goi-luc")).unwrap_or(CallTime::AnyTime),
            message,
            keep: form.value("giu-ho-so") == "co",
        },
        consent: consent?,
        vacancy,
    })
}

fn show(visit: &Visit, form: &FormState) -> Answer {
    let page = CounterPage {
        chrome: &visit.chrome(Area::Centre),
        form,
    };
    html(page.render())
}

/// The slip that the person takes home.
pub async fn slip(visit: Visit, Path(id): Path<String>) -> Answer {
    let id: ApplicationId = id.parse().map_err(|_| Problem::not_found())?;
    let (application, vacancy, employer) = counter::slip(&visit.app.exchange, &visit.actor, id).await?;
    let place = vacancy
        .content
        .place
        .as_ref()
        .map(|place| visit.app.exchange.reference.place_label(place))
        .unwrap_or_default();
    let link = format!("{}/dang-nhap", visit.app.exchange.settings.site.base_url);
    let page = SlipPage {
        chrome: &visit.chrome(Area::Centre),
        name: application.content.name.as_str(),
        phone: &application.content.phone.masked(),
        title: &vacancy.content.title,
        employer: &employer.name,
        place: &place,
        employer_phone: vacancy.content.contact.as_ref().map(|contact| contact.phone.spaced()),
        officer: visit.name.as_deref().unwrap_or_default(),
        at: application.created_at,
        link: &link,
    };
    html(page.render())
}

/// `/tt/nguoi-tim-viec`: asks for words and a reason.
pub async fn people(visit: Visit) -> Answer {
    show_found(&visit, &FormState::default(), None, "")
}

/// Searches. What is searched for stands in no address and in no log.
pub async fn search(visit: Visit, Fields(form): Fields) -> Answer {
    if !is_reason(form.value("ly-do")) {
        let page = show_found(&visit, &form, None, visit.texts().get("admin-reason-missing"))?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let found = counter::search(&visit.app.exchange, &visit.actor, form.value("q").trim(), form.value("ly-do")).await?;
    reason::give(&visit, form.value("ly-do")).await?;
    show_found(&visit, &form, Some(found), "")
}

fn show_found(visit: &Visit, form: &FormState, found: Option<Vec<PersonRecord>>, fault: &str) -> Answer {
    let t = visit.texts();
    let searched = found.is_some();
    let row = |person: PersonRecord| {
        let name = person.name.as_ref().map_or_else(|| t.get("admin-nameless").to_owned(), ToString::to_string);
        vec![
            Cell::Link(format!("/tt/nguoi-tim-viec/{}", person.id), name),
            Cell::Text(person.phone.as_ref().map(|phone| masked(phone.as_str())).unwrap_or_default()),
            Cell::Text(person.birth_year.map(|year| year.to_string()).unwrap_or_default()),
        ]
    };
    let rows: Vec<Vec<Cell>> = found.unwrap_or_default().into_iter().map(row).collect();
    let filter = |name, label| Filter {
        name,
        label: t.get(label),
        value: form.value(name).to_owned(),
        options: Vec::new(),
        kind: "text",
    };
    let chrome = visit.chrome(Area::Centre);
    let page = AdminListPage {
        lead: t.get("seekers-lead"),
        links: &[("/tt/nhap-ho", t.get("counter-title"))],
        action: "/tt/nguoi-tim-viec",
        posts: true,
        filters: &[filter("q", "seekers-words"), filter("ly-do", "admin-reason")],
        fault,
        columns: &["admin-name", "seekers-phone", "seekers-year"].map(|key| t.get(key)),
        rows: &rows,
        none: if searched { t.get("admin-none") } else { "" },
        ..list(&chrome, t.get("nav-seekers"))
    };
    html(page.render())
}

fn person_id(id: &str) -> Result<PersonId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

/// `/tt/nguoi-tim-viec/{id}`: a person's file, for the reason given a while ago; else asks for one.
pub async fn file(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = person_id(&id)?;
    match reason::given(&visit).await? {
        Some(reason) => show_file(&visit, id, &counter::open(&visit.app.exchange, &visit.actor, id, &reason).await?),
        None => ask_reason(&visit, id, &FormState::default()).await,
    }
}

/// Gives the reason.
pub async fn give_reason(visit: Visit, Path(id): Path<String>, Fields(mut form): Fields) -> Answer {
    let id = person_id(&id)?;
    if !is_reason(form.value("ly-do")) {
        form.fail("ly-do", visit.texts().get("admin-reason-missing"));
        let page = ask_reason(&visit, id, &form).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    must_exist(&visit.app.exchange, id).await?;
    reason::give(&visit, form.value("ly-do")).await?;
    Ok(go(&format!("/tt/nguoi-tim-viec/{id}")))
}

async fn ask_reason(visit: &Visit, id: PersonId, form: &FormState) -> Answer {
    must_exist(&visit.app.exchange, id).await?;
    let page = SeekerFilePage {
        chrome: &visit.chrome(Area::Centre),
        id,
        form,
        file: None,
    };
    html(page.render())
}

fn show_file(visit: &Visit, id: PersonId, file: &SeekerFile) -> Answer {
    let t = visit.texts();
    let consents: Vec<ConsentRow> = file
        .consents
        .iter()
        .map(|consent| ConsentRow {
            purpose: consent.purpose.label(visit.locale),
            way: consent.way.label(visit.locale),
            given: consent.given_at,
            withdrawn: consent.withdrawn_at,
        })
        .collect();
    let applications: Vec<_> = file
        .applications
        .iter()
        .map(|(application, vacancy, employer)| {
            let title = vacancy.content.title.clone();
            (title, employer.name.clone(), application.state, vietnam_date(application.created_at))
        })
        .collect();
    let person = &file.person;
    let row = SeekerFileRow {
        name: person.name.as_ref().map_or_else(|| t.get("admin-nameless").to_owned(), ToString::to_string),
        phone: person.phone.as_ref().map(Phone::spaced),
        email: person.email.as_ref().map(ToString::to_string),
        birth_year: person.birth_year,
        consents,
        applications,
    };
    let page = SeekerFilePage {
        chrome: &visit.chrome(Area::Centre),
        id,
        form: &FormState::default(),
        file: Some(&row),
    };
    html(page.render())
}
