//! `/quen-mat-khau` asks for a link, `/dat-mat-khau` is where it leads. Opening the link does
//! nothing: mail programs open links, too.

use super::password::{fail, take};
use crate::forms::Fields;
use crate::problem::Answer;
use crate::queries::asked;
use crate::visit::{Visit, go, html, unkept};
use axum::extract::RawQuery;
use axum::response::IntoResponse;
use http::StatusCode;
use sanviec_domain::contact::Email;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::accounts::links;
use sanviec_exchange::accounts::passwords::SetError;
use sanviec_render::pages::{ForgotPage, ResetPage};
use sanviec_render::{Area, FormState};

/// Asks for the address.
pub async fn forgot(visit: Visit) -> Answer {
    show_forgot(&visit, false, &FormState::default())
}

/// Sends a link if somebody has the address; the answer is the same in either case.
pub async fn send(visit: Visit, Fields(mut form): Fields) -> Answer {
    let Ok(email) = form.value("email").trim().parse::<Email>() else {
        form.fail("email", visit.texts().get("forgot-error"));
        let page = show_forgot(&visit, false, &form)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    links::request(&visit.app.exchange, &email, visit.locale).await?;
    show_forgot(&visit, true, &FormState::default())
}

/// Shows the form of a link, or that it can't be used. Changes nothing.
pub async fn get(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let token = asked(raw.as_deref(), "ma").unwrap_or_default();
    let alive = links::is_alive(&visit.app.exchange, &token).await?;
    show(&visit, alive.then_some(token.as_str()), &FormState::default())
}

/// Sets the password; the link is used up and every session of the person ends.
pub async fn post(visit: Visit, Fields(mut form): Fields) -> Answer {
    let token = form.value("ma").to_owned();
    let new = take(&mut form, "mat-khau-moi");
    match links::set_password(&visit.app.exchange, &token, &new).await {
        Ok(_) => {
            // Whoever is signed in here is signed out, too: the password may be somebody else's.
            visit.sign_out().await?;
            visit.say("reset-done").await?;
            Ok(go(&visit.link("/dang-nhap/mat-khau")))
        }
        Err(SetError::Exchange(ExchangeError::DeadCode)) => {
            let page = show(&visit, None, &FormState::default())?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(error) => {
            fail(&visit, &mut form, error, "mat-khau-moi", "mat-khau-moi")?;
            let page = show(&visit, Some(&token), &form)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

fn show_forgot(visit: &Visit, sent: bool, form: &FormState) -> Answer {
    let page = ForgotPage {
        chrome: &visit.chrome(Area::Public),
        sent,
        form,
    };
    html(page.render())
}

fn show(visit: &Visit, token: Option<&str>, form: &FormState) -> Answer {
    let page = ResetPage {
        chrome: &visit.chrome(Area::Public),
        token,
        form,
    };
    html(page.render()).map(unkept)
}
