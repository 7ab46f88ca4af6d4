//! Passwords: signing in with one, and setting, changing, removing it.

use super::profile::person;
use super::{asked_next, contact_of, safe};
use crate::forms::{Fields, PASSWORD};
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::RawQuery;
use axum::response::IntoResponse;
use http::StatusCode;
use sanviec_domain::access::Actor;
use sanviec_exchange::accounts;
use sanviec_exchange::accounts::passwords::{self, SetError};
use sanviec_exchange::accounts::strength::Weakness;
use sanviec_render::pages::{PasswordPage, PasswordSignInPage};
use sanviec_render::{Area, FormState};

/// `/dang-nhap/mat-khau`.
pub async fn get(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    if visit.actor != Actor::Visitor {
        return Ok(go(Visit::home(&visit.actor)));
    }
    show_sign_in(&visit, safe(&asked_next(raw.as_deref())), &FormState::default())
}

/// Signs in. A wrong password and an unknown account get the same answer.
pub async fn post(visit: Visit, Fields(mut form): Fields) -> Answer {
    let next = safe(form.value("tiep")).to_owned();
    let target = contact_of(form.value("lien-lac"));
    let typed = take(&mut form, PASSWORD);
    if target.is_none() {
        form.fail("lien-lac", visit.texts().get("sign-in-error-contact"));
    }
    if typed.is_empty() {
        form.fail(PASSWORD, visit.texts().get("password-empty"));
    }
    if let (Some(target), false) = (target, form.has_errors()) {
        if let Some(person) = passwords::sign_in(&visit.app.exchange, &target, &typed).await? {
            return Ok(go(&visit.first_factor(person, None, &next).await?));
        }
        form.fail(PASSWORD, visit.texts().get("password-sign-in-wrong"));
    }
    let page = show_sign_in(&visit, &next, &form)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// `/toi/mat-khau`. Whoever signed in long ago does so again first, and not after having typed one.
pub async fn edit(visit: Visit) -> Answer {
    if !visit.is_fresh().await? {
        return super::sign_in_again(&visit, "/toi/mat-khau").await;
    }
    show(&visit, &FormState::default()).await
}

/// Sets or changes it.
pub async fn save(visit: Visit, Fields(mut form): Fields) -> Answer {
    let (current, new) = (take(&mut form, PASSWORD), take(&mut form, "mat-khau-moi"));
    if !visit.is_fresh().await? {
        return super::sign_in_again(&visit, "/toi/mat-khau").await;
    }
    let key = visit.device_key();
    match passwords::change(&visit.app.exchange, &visit.actor, key.as_deref(), &current, &new).await {
        Ok(()) => done(&visit, "password-saved").await,
        Err(error) => {
            fail(&visit, &mut form, error, PASSWORD, "mat-khau-moi")?;
            refused(&visit, &form).await
        }
    }
}

/// Takes it away.
pub async fn remove(visit: Visit, Fields(mut form): Fields) -> Answer {
    if !visit.is_fresh().await? {
        return super::sign_in_again(&visit, "/toi/mat-khau").await;
    }
    let current = take(&mut form, "mat-khau-bo");
    let key = visit.device_key();
    match passwords::remove(&visit.app.exchange, &visit.actor, key.as_deref(), &current).await {
        Ok(()) => done(&visit, "password-removed").await,
        Err(error) => {
            let field = if has_one(&visit).await? { "mat-khau-bo" } else { "mat-khau-moi" };
            fail(&visit, &mut form, error, field, field)?;
            refused(&visit, &form).await
        }
    }
}

/// The session goes on under a new id.
async fn done(visit: &Visit, said: &str) -> Answer {
    visit.renew().await?;
    visit.say(said).await?;
    Ok(go(&visit.link("/toi/tai-khoan")))
}

async fn refused(visit: &Visit, form: &FormState) -> Answer {
    let page = show(visit, form).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Takes a password out of a form, so that no page can show it again.
pub(super) fn take(form: &mut FormState, field: &str) -> String {
    form.values.remove(field).and_then(|values| values.into_iter().next()).unwrap_or_default()
}

/// Says at the field what is wrong; other errors stay problems.
pub(super) fn fail(visit: &Visit, form: &mut FormState, error: SetError, current: &str, new: &str) -> Result<(), Problem> {
    let t = visit.texts();
    let (field, message) = match error {
        SetError::Weak(Weakness::Short) => (new, t.get("password-short")),
        SetError::Weak(Weakness::Long) => (new, t.get("password-long")),
        SetError::Weak(Weakness::Guessable) => (new, t.get("password-guessable")),
        SetError::WrongCurrent => (current, t.get("password-wrong-current")),
        SetError::Exchange(error) => return Err(error.into()),
    };
    form.fail(field, message);
    Ok(())
}

async fn has_one(visit: &Visit) -> Result<bool, Problem> {
    Ok(accounts::overview(&visit.app.exchange, person(visit)?).await?.password_since.is_some())
}

async fn show(visit: &Visit, form: &FormState) -> Answer {
    let page = PasswordPage {
        chrome: &visit.chrome(Area::Public),
        has_one: has_one(visit).await?,
        form,
    };
    html(page.render())
}

fn show_sign_in(visit: &Visit, next: &str, form: &FormState) -> Answer {
    let page = PasswordSignInPage {
        chrome: &visit.chrome(Area::Public),
        next,
        form,
    };
    html(page.render())
}
