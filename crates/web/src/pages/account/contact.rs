//! `/toi/dien-thoai`, `/toi/email`: another number or address, proved on both ends by a code.

use super::code::{asked_code, code_error, masked};
use super::profile::person;
use crate::forms::Fields;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::RawQuery;
use axum::response::IntoResponse;
use http::StatusCode;
use sanviec_domain::ids::CodeId;
use sanviec_exchange::accounts;
use sanviec_exchange::accounts::codes::{self, Target};
use sanviec_exchange::accounts::contact::{self, ChangeError};
use sanviec_render::format;
use sanviec_render::pages::{ContactCodePage, ContactPage};
use sanviec_render::{Area, FormState};

/// Asks for the new number.
pub async fn phone(visit: Visit) -> Answer {
    show(&visit, false, &FormState::default()).await
}

/// Asks for the new address.
pub async fn email(visit: Visit) -> Answer {
    show(&visit, true, &FormState::default()).await
}

/// Sends the first code.
pub async fn change_phone(visit: Visit, Fields(form): Fields) -> Answer {
    let new = form.value("moi").parse().ok().map(Target::Phone);
    change(&visit, false, new, form).await
}

/// Sends the first code.
pub async fn change_email(visit: Visit, Fields(form): Fields) -> Answer {
    let new = form.value("moi").trim().parse().ok().map(Target::Email);
    change(&visit, true, new, form).await
}

async fn change(visit: &Visit, is_email: bool, new: Option<Target>, mut form: FormState) -> Answer {
    let t = visit.texts();
    let message = match new {
        None if is_email => t.get("contact-error-email").to_owned(),
        None => t.get("contact-error-phone").to_owned(),
        Some(new) => {
            if !visit.is_fresh().await? {
                return super::sign_in_again(visit, if is_email { "/toi/email" } else { "/toi/dien-thoai" }).await;
            }
            match contact::begin(&visit.app.exchange, &visit.actor, &new, form.checked("mat", "co"), visit.locale).await {
                Ok(code) => return Ok(go(&visit.link(&format!("/toi/lien-lac/cu?yeu-cau={code}")))),
                Err(ChangeError::Same) => t.get("contact-same").to_owned(),
                Err(ChangeError::NothingKnown) => t.fill("contact-nothing", "phone", format::phone(&visit.app.exchange.settings.site.phone)),
                Err(ChangeError::Taken) => taken(visit),
                Err(ChangeError::Exchange(error)) => return Err(error.into()),
            }
        }
    };
    form.fail("moi", message);
    let page = show(visit, is_email, &form).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Asks for the code sent to the known one.
pub async fn known(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    show_code(&visit, false, asked_code(raw.as_deref().unwrap_or_default())?, &FormState::default()).await
}

/// Proves it; a code goes to the new one.
pub async fn prove_known(visit: Visit, Fields(mut form): Fields) -> Answer {
    let code = code_of(&form)?;
    match contact::prove_known(&visit.app.exchange, &visit.actor, code, form.value("ma"), visit.locale).await {
        Ok(next) => Ok(go(&visit.link(&format!("/toi/lien-lac/moi?yeu-cau={next}")))),
        Err(error) => {
            form.fail("ma", code_error(&visit, error)?);
            refused(&visit, false, code, &form).await
        }
    }
}

/// Asks for the code sent to the new one.
pub async fn new(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    show_code(&visit, true, asked_code(raw.as_deref().unwrap_or_default())?, &FormState::default()).await
}

/// Proves it: the contact is changed.
pub async fn prove_new(visit: Visit, Fields(mut form): Fields) -> Answer {
    let code = code_of(&form)?;
    let message = match contact::prove_new(&visit.app.exchange, &visit.actor, code, form.value("ma")).await {
        Ok(()) => {
            visit.renew().await?;
            visit.say("contact-changed").await?;
            return Ok(go(&visit.link("/toi/tai-khoan")));
        }
        Err(ChangeError::Exchange(error)) => code_error(&visit, error)?,
        Err(ChangeError::Taken | ChangeError::Same | ChangeError::NothingKnown) => taken(&visit),
    };
    form.fail("ma", message);
    refused(&visit, true, code, &form).await
}

fn taken(visit: &Visit) -> String {
    let phone = format::phone(&visit.app.exchange.settings.site.phone);
    visit.texts().fill("contact-taken", "phone", phone)
}

fn code_of(form: &FormState) -> Result<CodeId, Problem> {
    form.value("yeu-cau").parse().map_err(|_| Problem::not_found())
}

async fn refused(visit: &Visit, is_new: bool, code: CodeId, form: &FormState) -> Answer {
    let page = show_code(visit, is_new, code, form).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn show(visit: &Visit, is_email: bool, form: &FormState) -> Answer {
    let known = accounts::overview(&visit.app.exchange, person(visit)?).await?.person;
    let page = ContactPage {
        chrome: &visit.chrome(Area::Public),
        is_email,
        can_lose: known.phone.is_some() && known.email.is_some(),
        form,
    };
    html(page.render())
}

async fn show_code(visit: &Visit, is_new: bool, code: CodeId, form: &FormState) -> Answer {
    let (sent_to, by_email) = masked(visit, code).await?;
    let page = ContactCodePage {
        chrome: &visit.chrome(Area::Public),
        title: visit.texts().get(if is_new { "contact-new-title" } else { "contact-known-title" }),
        action: if is_new { "/toi/lien-lac/moi" } else { "/toi/lien-lac/cu" },
        back: "/toi/tai-khoan",
        sent_to: &sent_to,
        by_email,
        minutes: codes::LIFE.num_minutes() as u32,
        request: &code.to_string(),
        form,
    };
    html(page.render())
}
