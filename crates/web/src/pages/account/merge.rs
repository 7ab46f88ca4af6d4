//! `/toi/gop`: two accounts of one person become one, proved on both ends, with a look at what happens
//! before it does.

use super::code::{asked_code, code_error, masked};
use crate::forms::Fields;
use crate::pages::account::contact_of;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::RawQuery;
use axum::response::IntoResponse;
use http::StatusCode;
use sanviec_domain::ids::{CodeId, PersonId};
use sanviec_exchange::accounts::codes;
use sanviec_exchange::accounts::merging::{self, MergeError, MergePreview};
use sanviec_render::pages::{ContactCodePage, MergeAccountsPage, MergePerson, MergePreviewPage};
use sanviec_render::{Area, FormState};
use serde::{Deserialize, Serialize};

/// The account that was proved, in the session.
const PROVED: &str = "merging";
/// Minutes for which the proof counts.
const PROVED_MINUTES: i64 = 15;

#[derive(Serialize, Deserialize)]
struct Proved {
    other: PersonId,
    since: i64,
}

/// Asks for the other account's number or address.
pub async fn get(visit: Visit) -> Answer {
    show(&visit, &FormState::default())
}

/// Sends a code there.
pub async fn post(visit: Visit, Fields(mut form): Fields) -> Answer {
    let Some(other) = contact_of(form.value("lien-lac")) else {
        form.fail("lien-lac", visit.texts().get("sign-in-error-contact"));
        let page = show(&visit, &form)?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    };
    if !visit.is_fresh().await? {
        return super::sign_in_again(&visit, "/toi/gop").await;
    }
    let code = merging::begin(&visit.app.exchange, &visit.actor, other, visit.locale).await?;
    Ok(go(&visit.link(&format!("/toi/gop/ma?yeu-cau={code}"))))
}

/// Asks for the code.
pub async fn code(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    show_code(&visit, asked_code(raw.as_deref().unwrap_or_default())?, &FormState::default()).await
}

/// Proves it.
pub async fn prove(visit: Visit, Fields(mut form): Fields) -> Answer {
    let code: CodeId = form.value("yeu-cau").parse().map_err(|_| Problem::not_found())?;
    let error = match merging::prove(&visit.app.exchange, &visit.actor, code, form.value("ma")).await {
        Ok(other) => {
            let since = visit.app.exchange.now().timestamp();
            visit.session.insert(PROVED, Proved { other, since }).await?;
            return Ok(go(&visit.link("/toi/gop/xem")));
        }
        Err(MergeError::Exchange(error)) => code_error(&visit, error)?,
        Err(other) => return refused(&visit, &other),
    };
    form.fail("ma", error);
    let page = show_code(&visit, code, &form).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

/// Shows what would happen.
pub async fn preview(visit: Visit) -> Answer {
    let Some(other) = proved(&visit).await? else {
        return Ok(go(&visit.link("/toi/gop")));
    };
    let into = super::profile::person(&visit)?;
    match merging::preview(&visit.app.exchange, other, into).await {
        Ok(preview) => show_preview(&visit, &preview),
        Err(MergeError::Exchange(error)) => Err(error.into()),
        Err(error) => refused(&visit, &error),
    }
}

/// Does it.
pub async fn merge(visit: Visit) -> Answer {
    let Some(other) = proved(&visit).await? else {
        return Ok(go(&visit.link("/toi/gop")));
    };
    visit.session.remove_value(PROVED).await?;
    match merging::merge(&visit.app.exchange, &visit.actor, other).await {
        Ok(()) => {
            // The account may open more from now on: another session id.
            visit.renew().await?;
            visit.say("accounts-merge-done").await?;
            Ok(go(&visit.link("/toi/tai-khoan")))
        }
        Err(MergeError::Exchange(error)) => Err(error.into()),
        Err(error) => refused(&visit, &error),
    }
}

async fn proved(visit: &Visit) -> Result<Option<PersonId>, Problem> {
    let proved = visit.session.get::<Proved>(PROVED).await?;
    let now = visit.app.exchange.now().timestamp();
    Ok(proved.filter(|proved| now - proved.since < PROVED_MINUTES * 60).map(|proved| proved.other))
}

/// What to say of two accounts that can't be merged.
pub fn reason(visit: &Visit, error: &MergeError) -> &'static str {
    visit.texts().get(match error {
        MergeError::Same => "accounts-merge-same",
        MergeError::Nobody => "accounts-merge-nobody",
        MergeError::OtherStays | MergeError::Exchange(_) => "accounts-merge-other-stays",
    })
}

fn refused(visit: &Visit, error: &MergeError) -> Answer {
    let mut form = FormState::default();
    form.fail("lien-lac", reason(visit, error));
    let page = show(visit, &form)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}

fn show(visit: &Visit, form: &FormState) -> Answer {
    let page = MergeAccountsPage {
        chrome: &visit.chrome(Area::Public),
        form,
    };
    html(page.render())
}

async fn show_code(visit: &Visit, code: CodeId, form: &FormState) -> Answer {
    let (sent_to, by_email) = masked(visit, code).await?;
    let page = ContactCodePage {
        chrome: &visit.chrome(Area::Public),
        title: visit.texts().get("accounts-merge-code-title"),
        action: "/toi/gop/ma",
        back: "/toi/gop",
        sent_to: &sent_to,
        by_email,
        minutes: codes::LIFE.num_minutes() as u32,
        request: &code.to_string(),
        form,
    };
    html(page.render())
}

/// A person as the page of a merger shows them.
pub fn person(record: &sanviec_store::PersonRecord) -> MergePerson {
    MergePerson {
        name: record.name.as_ref().map(ToString::to_string),
        phone: record.phone.as_ref().map(sanviec_domain::contact::Phone::spaced),
        email: record.email.as_ref().map(ToString::to_string),
        since: sanviec_domain::time::vietnam_date(record.created_at),
    }
}

fn show_preview(visit: &Visit, preview: &MergePreview) -> Answer {
    let page = MergePreviewPage {
        chrome: &visit.chrome(Area::Public),
        action: "/toi/gop/xem",
        back: "/toi/tai-khoan",
        by_officer: false,
        hidden: &[],
        from: &person(&preview.from),
        into: &person(&preview.into),
        applications: preview.belongings.applications,
        twice: preview.belongings.twice.len() as u64,
        memberships: preview.belongings.memberships,
    };
    html(page.render())
}
