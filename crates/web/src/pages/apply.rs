//! `/viec-lam/{number}/ung-tuyen`: applying, in two screens; one when signed in.

pub mod code;
pub(crate) mod files;

use crate::forms::FieldsAndFiles;
use crate::pages::public::vacancy::number;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use http::StatusCode;
use sanviec_domain::access::Actor;
use sanviec_domain::application::{ApplicationContent, MESSAGE_LIMIT};
use sanviec_domain::contact::{ContactError, PersonName, Phone};
use sanviec_domain::ids::FileId;
use sanviec_domain::text::slug;
use sanviec_domain::vocabulary::{CallTime, Vocabulary};
use sanviec_exchange::applications::apply;
use sanviec_exchange::vacancies::read::{self, VacancyView};
use sanviec_exchange::{ExchangeError, SECURITY, accounts};
use sanviec_render::card::vacancy_path;
use sanviec_render::format::PayLine;
use sanviec_render::pages::{ApplyPage, FileRow};
use sanviec_render::{Area, FormState};
use sanviec_store::files::FileRecord;

/// The first screen; what is known of somebody signed in stands in it already.
pub async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let view = open(&visit, &id).await?;
    let mut form = FormState::default();
    if let Some(person) = visit.actor.person()
        && let Some(account) = accounts::account(&visit.app.exchange, person).await?
    {
        form.set("ho-ten", account.person.name.map(|name| name.to_string()).unwrap_or_default());
        form.set("dien-thoai", account.person.phone.map(|phone| phone.spaced()).unwrap_or_default());
        form.set("nam-sinh", account.person.birth_year.map(|year| year.to_string()).unwrap_or_default());
    }
    form.set("goi-luc", CallTime::AnyTime.key());
    let files = files::handed_in(&visit).await?;
    show(&visit, &view, &files, &form)
}

/// Takes what was written: a code is sent, or, to somebody whose number is proved, nothing more is
/// asked.
pub async fn post(visit: Visit, Path(id): Path<String>, FieldsAndFiles(mut form, uploads): FieldsAndFiles) -> Answer {
    let view = open(&visit, &id).await?;
    let number = view.vacancy.number;
    // Filled by machines only: people don't see it.
    if !form.value("trang-web").is_empty() {
        tracing::warn!(target: SECURITY, event = "filled_by_a_machine");
        return Ok(go(&visit.link(&format!("/viec-lam/{number}"))));
    }
    let files = files::take_in(&visit, &mut form, uploads).await?;
    let Some(content) = read_form(&visit, &mut form) else {
        let page = show(&visit, &view, &files, &form)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    let files: Vec<FileId> = files.iter().map(|file| file.id).collect();
    if is_proved(&visit, &content.phone).await? {
        let sent = apply::send(&visit.app.exchange, &visit.actor, number, content, &files).await?;
        files::forget(&visit).await?;
        return Ok(go(&visit.link(&format!("/toi/don/{}?{}", sent.id, if sent.is_new { "moi" } else { "da-co" }))));
    }
    match apply::begin(&visit.app.exchange, number, content, &files, visit.locale).await {
        Ok(code) => Ok(go(&visit.link(&format!("/viec-lam/{number}/xac-nhan?yeu-cau={code}")))),
        Err(ExchangeError::NotNow(_)) => Ok(go(&visit.link(&format!("/viec-lam/{number}")))),
        Err(error) => Err(error.into()),
    }
}

/// The vacancy, if it takes applications; a closed one sends back to its page, which says so.
async fn open(visit: &Visit, id: &str) -> Result<VacancyView, Problem> {
    let view = read::public(&visit.app.exchange, number(id)?).await?;
    if view.is_open(visit.app.exchange.clock.today()) {
        Ok(view)
    } else {
        Err(Problem::new(StatusCode::GONE, "closed"))
    }
}

/// Whether the number is the signed-in seeker's own, so that no code is needed.
async fn is_proved(visit: &Visit, phone: &Phone) -> Result<bool, Problem> {
    let Actor::Seeker { person } = visit.actor else { return Ok(false) };
    let account = accounts::account(&visit.app.exchange, person).await?;
    Ok(account.is_some_and(|account| account.person.phone.as_ref() == Some(phone)))
}

fn show(visit: &Visit, view: &VacancyView, files: &[FileRecord], form: &FormState) -> Answer {
    let chrome = visit.chrome(Area::Public);
    let content = &view.vacancy.content;
    let back = visit.link(&vacancy_path(view.vacancy.number, &slug(&content.title)));
    let action = visit.link(&format!("/viec-lam/{}/ung-tuyen", view.vacancy.number));
    let proved = matches!(visit.actor, Actor::Seeker { .. });
    html(
        ApplyPage {
            chrome: &chrome,
            title: &content.title,
            employer: &view.employer.name,
            pay: PayLine::of(&content.pay),
            back: &back,
            action: &action,
            form,
            files: &files.iter().map(file_row).collect::<Vec<_>>(),
            proved,
        }
        .render(),
    )
}

/// Reads the form; every error stands at its field.
fn read_form(visit: &Visit, form: &mut FormState) -> Option<ApplicationContent> {
    let texts = visit.texts();
    let name = form.value("ho-ten").parse::<PersonName>();
    let phone = form.value("dien-thoai").parse::<Phone>();
    let year = form.value("nam-sinh").trim().to_owned();
    let this_year = chrono::Datelike::year(&visit.app.exchange.clock.today());
    let birth_year = year.parse::<i32>().ok().filter(|year| (this_year - 90..=this_year - 15).contains(year));
    let call_time = CallTime::from_key(form.value("goi-luc")).unwrap_or(CallTime::AnyTime);
    let message: String = form.value("loi-nhan").to_owned();
    match &name {
        Err(ContactError::Missing) => form.fail("ho-ten", texts.get("apply-error-name-missing")),
        Err(_) => form.fail("ho-ten", texts.get("apply-error-name")),
        Ok(_) => {}
    }
    match &phone {
        Err(ContactError::Missing) => form.fail("dien-thoai", texts.get("apply-error-phone-missing")),
        Err(_) => form.fail("dien-thoai", texts.get("apply-error-phone")),
        Ok(phone) if !phone.is_mobile() => form.fail("dien-thoai", texts.get("apply-error-phone-mobile")),
        Ok(_) => {}
    }
    if !year.is_empty() && birth_year.is_none() {
        form.fail("nam-sinh", texts.get("apply-error-birth-year"));
    }
    if message.chars().count() > MESSAGE_LIMIT {
        form.fail("loi-nhan", texts.get("apply-error-message-long"));
    }
    // Law 91/2025/QH15 art. 9: consent is given, never presumed.
    if form.value("dong-y") != "co" {
        form.fail("dong-y", texts.get("apply-error-consent"));
    }
    if form.has_errors() {
        return None;
    }
    Some(ApplicationContent {
        name: name.ok()?,
        phone: phone.ok()?,
        birth_year,
        call_time,
        message,
        keep: form.value("giu-ho-so") == "co",
    })
}

/// A file as a page names it.
pub fn file_row(file: &FileRecord) -> FileRow {
    FileRow {
        id: file.id,
        name: file.name.clone(),
        bytes: file.bytes,
    }
}

/// A page that shows errors.
pub(crate) fn unprocessable(html: String) -> axum::response::Response {
    (StatusCode::UNPROCESSABLE_ENTITY, Html(html)).into_response()
}
