//! Passkeys: adding and removing them (`/toi/khoa`), signing in with one (`/dang-nhap/khoa`). The
//! browser's part needs a script (`passkey.js`), which fetches the question and posts the answer as a
//! form.

use super::safe;
use crate::forms::Fields;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::Json;
use axum::response::IntoResponse;
use sanviec_exchange::accounts::passkeys::{self, Question};
use sanviec_exchange::{ExchangeError, SECURITY};
use sanviec_render::Area;
use sanviec_render::pages::{PasskeyRow, PasskeysPage};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What waits in the session for the browser's answer.
const WAITING: &str = "passkey";
/// Minutes for which it waits.
const WAIT_MINUTES: i64 = 5;

#[derive(Serialize, Deserialize)]
struct Waiting {
    state: Value,
    since: i64,
}

/// `/toi/khoa`.
pub async fn get(visit: Visit) -> Answer {
    if !passkeys::are_offered(&visit.app.exchange) {
        return Err(Problem::not_found());
    }
    let rows: Vec<PasskeyRow> = passkeys::list(&visit.app.exchange, &visit.actor)
        .await?
        .into_iter()
        .map(|passkey| PasskeyRow {
            id: passkey.id.to_string(),
            name: passkey.name,
            added: passkey.created_at,
            last: passkey.last_used_at,
        })
        .collect();
    let page = PasskeysPage {
        chrome: &visit.chrome(Area::Public),
        passkeys: &rows,
        full: rows.len() >= passkeys::MOST,
        fresh: visit.is_fresh().await?,
    };
    html(page.render())
}

/// The question that adds one. JSON, for the script.
pub async fn begin(visit: Visit) -> Answer {
    if !visit.is_fresh().await? {
        return Err(ExchangeError::NotNow("sign in again first".to_owned()).into());
    }
    let question = passkeys::begin_adding(&visit.app.exchange, &visit.actor).await?;
    ask(&visit, question).await
}

/// Adds the one of the answer.
pub async fn add(visit: Visit, Fields(form): Fields) -> Answer {
    if !visit.is_fresh().await? {
        return super::sign_in_again(&visit, "/toi/khoa").await;
    }
    let name = match form.value("ten") {
        "" => visit.device_name().unwrap_or_else(|| visit.texts().get("passkey-unnamed").to_owned()),
        name => name.to_owned(),
    };
    let added = match waiting(&visit).await? {
        Some(state) => passkeys::add(&visit.app.exchange, &visit.actor, state, form.value("tra-loi"), &name).await,
        None => Err(ExchangeError::DeadCode),
    };
    match added {
        Ok(()) => visit.say("passkey-added").await?,
        Err(ExchangeError::DeadCode | ExchangeError::NotNow(_)) => visit.warn("passkey-failed").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&visit.link("/toi/khoa")))
}

/// Takes one away.
pub async fn remove(visit: Visit, Fields(form): Fields) -> Answer {
    if !visit.is_fresh().await? {
        return super::sign_in_again(&visit, "/toi/khoa").await;
    }
    let id = form.value("khoa").parse().map_err(|_| Problem::not_found())?;
    match passkeys::remove(&visit.app.exchange, &visit.actor, id).await {
        // Clicked twice: it is gone already.
        Ok(()) | Err(ExchangeError::NotFound) => visit.say("passkey-removed").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&visit.link("/toi/khoa")))
}

/// The question that signs in. JSON, for the script.
pub async fn begin_sign_in(visit: Visit) -> Answer {
    let question = passkeys::begin_sign_in(&visit.app.exchange)?;
    ask(&visit, question).await
}

/// Signs in by the answer: both factors at once.
pub async fn sign_in(visit: Visit, Fields(form): Fields) -> Answer {
    let next = safe(form.value("tiep")).to_owned();
    let proved = match waiting(&visit).await? {
        Some(state) => passkeys::sign_in(&visit.app.exchange, state, form.value("tra-loi")).await,
        None => {
            tracing::warn!(target: SECURITY, event = "sign_in_refused", by = "passkey", why = "nothing was asked");
            Err(ExchangeError::DeadCode)
        }
    };
    match proved {
        Ok(person) => Ok(go(&visit.both_factors(person, None, &next).await?)),
        Err(ExchangeError::DeadCode) => {
            visit.warn("passkey-failed").await?;
            Ok(go(&visit.link("/dang-nhap")))
        }
        Err(error) => Err(error.into()),
    }
}

async fn ask(visit: &Visit, question: Question) -> Answer {
    let since = visit.app.exchange.now().timestamp();
    let state = question.state;
    visit.session.insert(WAITING, Waiting { state, since }).await?;
    Ok(Json(question.options).into_response())
}

/// What was asked, once, and not too long ago.
async fn waiting(visit: &Visit) -> Result<Option<Value>, Problem> {
    if visit.session.id().is_none() {
        return Ok(None);
    }
    let waiting = visit.session.remove::<Waiting>(WAITING).await?;
    let now = visit.app.exchange.now().timestamp();
    Ok(waiting.filter(|waiting| now - waiting.since < WAIT_MINUTES * 60).map(|waiting| waiting.state))
}
