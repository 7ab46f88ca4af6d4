//! The second screen of applying: the one-time code.

use crate::forms::Fields;
use crate::pages::account::code::{asked_code, code_error, masked};
use crate::pages::public::vacancy::number;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::{Path, RawQuery};
use axum::response::IntoResponse;
use http::StatusCode;
use sanviec_domain::access::Actor;
use sanviec_domain::ids::CodeId;
use sanviec_exchange::accounts::codes;
use sanviec_exchange::applications::apply;
use sanviec_exchange::vacancies::read;
use sanviec_render::pages::{CodePage, CodePurpose};
use sanviec_render::{Area, FormState};

/// Asks for the code.
pub async fn get(visit: Visit, Path(id): Path<String>, RawQuery(raw): RawQuery) -> Answer {
    show(&visit, &id, asked_code(raw.as_deref().unwrap_or_default())?, &FormState::default()).await
}

/// Proves it: the application is sent and the person is signed in.
pub async fn post(visit: Visit, Path(id): Path<String>, Fields(mut form): Fields) -> Answer {
    let code: CodeId = form.value("yeu-cau").parse().map_err(|_| Problem::not_found())?;
    match apply::confirm(&visit.app.exchange, code, form.value("ma"), visit.locale).await {
        Ok(sent) => {
            super::files::forget(&visit).await?;
            let next = visit.link(&format!("/toi/don/{}?{}", sent.id, if sent.is_new { "moi" } else { "da-co" }));
            let actor = Actor::Seeker { person: sent.seeker };
            Ok(go(&visit.first_factor(sent.seeker, Some(&actor), &next).await?))
        }
        Err(error) => {
            form.fail("ma", code_error(&visit, error)?);
            let page = show(&visit, &id, code, &form).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Sends a new code for the same application.
pub async fn resend(visit: Visit, Path(id): Path<String>, Fields(form): Fields) -> Answer {
    let code: CodeId = form.value("yeu-cau").parse().map_err(|_| Problem::not_found())?;
    let number = number(&id)?;
    let code = codes::resend(&visit.app.exchange, code, visit.locale).await?;
    Ok(go(&visit.link(&format!("/viec-lam/{number}/xac-nhan?yeu-cau={code}"))))
}

async fn show(visit: &Visit, id: &str, code: CodeId, form: &FormState) -> Answer {
    let view = read::public(&visit.app.exchange, number(id)?).await?;
    let (sent_to, by_email) = masked(visit, code).await?;
    let number = view.vacancy.number;
    let (action, resend, back) = (
        visit.link(&format!("/viec-lam/{number}/xac-nhan")),
        visit.link(&format!("/viec-lam/{number}/gui-lai-ma")),
        visit.link(&format!("/viec-lam/{number}/ung-tuyen")),
    );
    let chrome = visit.chrome(Area::Public);
    let page = CodePage {
        chrome: &chrome,
        purpose: CodePurpose::Apply,
        title: Some(&view.vacancy.content.title),
        sent_to: &sent_to,
        by_email,
        minutes: codes::LIFE.num_minutes() as u32,
        request: &code.to_string(),
        action: &action,
        resend: &resend,
        back: &back,
        form,
    };
    html(page.render())
}
