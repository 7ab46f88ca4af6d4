//! The second factor: setting it up (`/toi/xac-thuc`) and giving it when signing in
//! (`/dang-nhap/buoc-hai`).

use super::profile::person;
use super::{asked_next, safe};
use crate::forms::Fields;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::RawQuery;
use axum::response::IntoResponse;
use http::StatusCode;
use sanviec_domain::access::Actor;
use sanviec_exchange::accounts::second_factor::{self, Standing};
use sanviec_exchange::{ExchangeError, SECURITY};
use sanviec_render::pages::{RecoveryCodesPage, SecondFactorPage, SecondFactorState, SecondStepPage};
use sanviec_render::{Area, FormState};

/// `/toi/xac-thuc`: where it stands.
pub async fn get(visit: Visit) -> Answer {
    show(&visit, &FormState::default()).await
}

/// Makes the secret that the authenticator is to have.
pub async fn begin(visit: Visit) -> Answer {
    if !visit.is_fresh().await? {
        return super::sign_in_again(&visit, "/toi/xac-thuc").await;
    }
    match second_factor::begin(&visit.app.exchange, &visit.actor).await {
        // Clicked twice: it is on already, and the page says so.
        Ok(()) | Err(ExchangeError::NotNow(_)) => Ok(go(&visit.link("/toi/xac-thuc"))),
        Err(error) => Err(error.into()),
    }
}

/// Switches it on by a first code; shows the recovery codes. The session may act as staff from now on,
/// under a new id.
pub async fn confirm(visit: Visit, Fields(mut form): Fields) -> Answer {
    let key = visit.device_key();
    match second_factor::confirm(&visit.app.exchange, &visit.actor, key.as_deref(), form.value("ma")).await {
        Ok(codes) => {
            let id = person(&visit)?;
            let is_staff = second_factor::is_obligatory(&visit.app.exchange, id).await?;
            let next = visit.both_factors(id, (!is_staff).then_some(&visit.actor), "").await?;
            show_codes(&visit, &codes, &next)
        }
        Err(error) => refused(&visit, &mut form, "ma", error).await,
    }
}

/// Gives new recovery codes for a code.
pub async fn renew(visit: Visit, Fields(mut form): Fields) -> Answer {
    if !visit.is_fresh().await? {
        return super::sign_in_again(&visit, "/toi/xac-thuc").await;
    }
    match second_factor::renew_codes(&visit.app.exchange, &visit.actor, form.value("ma")).await {
        Ok(codes) => show_codes(&visit, &codes, &visit.link("/toi/tai-khoan")),
        Err(error) => refused(&visit, &mut form, "ma", error).await,
    }
}

/// Switches it off for a code.
pub async fn remove(visit: Visit, Fields(mut form): Fields) -> Answer {
    if !visit.is_fresh().await? {
        return super::sign_in_again(&visit, "/toi/xac-thuc").await;
    }
    let key = visit.device_key();
    match second_factor::remove(&visit.app.exchange, &visit.actor, key.as_deref(), form.value("ma-tat")).await {
        Ok(()) => {
            visit.renew().await?;
            visit.say("second-off-done").await?;
            Ok(go(&visit.link("/toi/tai-khoan")))
        }
        Err(error) => refused(&visit, &mut form, "ma-tat", error).await,
    }
}

/// `/dang-nhap/buoc-hai`: asks whoever has shown a first factor.
pub async fn ask(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    if visit.pending().await?.is_none() {
        return Ok(go(&elsewhere(&visit)));
    }
    show_ask(&visit, safe(&asked_next(raw.as_deref())), &FormState::default())
}

/// Signs in, under a new session id.
pub async fn prove(visit: Visit, Fields(mut form): Fields) -> Answer {
    let Some(person) = visit.pending().await? else {
        tracing::warn!(target: SECURITY, event = "second_step_refused", why = "nobody owes it");
        return Ok(go(&elsewhere(&visit)));
    };
    let next = safe(form.value("tiep")).to_owned();
    match second_factor::prove(&visit.app.exchange, person, form.value("ma")).await {
        Ok(()) => Ok(go(&visit.both_factors(person, None, &next).await?)),
        Err(error) => {
            form.fail("ma", words(&visit, error)?);
            let page = show_ask(&visit, &next, &form)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Where somebody goes who owes no second step.
fn elsewhere(visit: &Visit) -> String {
    match visit.actor {
        Actor::Visitor => visit.link("/dang-nhap"),
        _ => Visit::home(&visit.actor).to_owned(),
    }
}

/// What to say of a code that did not work; other errors stay problems.
fn words(visit: &Visit, error: ExchangeError) -> Result<String, Problem> {
    match error {
        ExchangeError::TooMany { .. } => Ok(visit.texts().get("second-error-pause").to_owned()),
        other => super::code::code_error(visit, other),
    }
}

/// The page again with what is wrong; where the second factor no longer stands where the form thought,
/// the page as it is now.
async fn refused(visit: &Visit, form: &mut FormState, field: &str, error: ExchangeError) -> Answer {
    if let ExchangeError::NotNow(_) = error {
        return Ok(go(&visit.link("/toi/xac-thuc")));
    }
    form.fail(field, words(visit, error)?);
    let page = show(visit, form).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

async fn show(visit: &Visit, form: &FormState) -> Answer {
    let exchange = &visit.app.exchange;
    let id = person(visit)?;
    let state = match second_factor::standing(exchange, id).await? {
        Standing::On => SecondFactorState::On,
        // What was begun is shown only to somebody who proved a moment ago who they are.
        Standing::Begun if visit.is_fresh().await? => match second_factor::setup(exchange, &visit.actor).await? {
            Some(setup) => SecondFactorState::Begun {
                secret: groups(&setup.secret),
                url: setup.url,
            },
            None => SecondFactorState::Off,
        },
        Standing::Begun | Standing::Off => SecondFactorState::Off,
    };
    let page = SecondFactorPage {
        chrome: &visit.chrome(Area::Public),
        state: &state,
        obligatory: second_factor::is_obligatory(exchange, id).await?,
        form,
    };
    html(page.render())
}

/// "JBSW Y3DP EHPK 3PXP", to be typed.
fn groups(secret: &str) -> String {
    let letters: Vec<char> = secret.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

fn show_codes(visit: &Visit, codes: &[String], next: &str) -> Answer {
    let page = RecoveryCodesPage {
        chrome: &visit.chrome(Area::Public),
        codes,
        next,
    };
    html(page.render())
}

fn show_ask(visit: &Visit, next: &str, form: &FormState) -> Answer {
    let page = SecondStepPage {
        chrome: &visit.chrome(Area::Public),
        next,
        form,
    };
    html(page.render())
}
