//! `/xac-nhan`: the code that signs in.

use super::safe;
use crate::forms::Fields;
use crate::problem::{Answer, Problem};
use crate::queries::asked;
use crate::visit::{Visit, go, html};
use axum::extract::RawQuery;
use axum::response::IntoResponse;
use http::StatusCode;
use sanviec_domain::ids::CodeId;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::accounts::{self, codes};
use sanviec_render::pages::{CodePage, CodePurpose};
use sanviec_render::{Area, FormState};

/// Asks for the code.
pub async fn get(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let raw = raw.unwrap_or_default();
    let next = asked(Some(&raw), "tiep").unwrap_or_default();
    show(&visit, asked_code(&raw)?, safe(&next), &FormState::default()).await
}

/// Proves it: the first factor.
pub async fn post(visit: Visit, RawQuery(raw): RawQuery, Fields(mut form): Fields) -> Answer {
    let code: CodeId = form.value("yeu-cau").parse().map_err(|_| Problem::not_found())?;
    let raw = raw.unwrap_or_default();
    let next = asked(Some(&raw), "tiep").unwrap_or_default();
    let next = safe(&next).to_owned();
    match accounts::sign_in(&visit.app.exchange, code, form.value("ma"), visit.locale).await {
        Ok(person) => Ok(go(&visit.first_factor(person, None, &next).await?)),
        Err(error) => {
            form.fail("ma", code_error(&visit, error)?);
            let page = show(&visit, code, &next, &form).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
    }
}

/// Sends a new code for the same number.
pub async fn resend(visit: Visit, Fields(form): Fields) -> Answer {
    let code: CodeId = form.value("yeu-cau").parse().map_err(|_| Problem::not_found())?;
    let code = codes::resend(&visit.app.exchange, code, visit.locale).await?;
    Ok(go(&visit.link(&format!("/xac-nhan?yeu-cau={code}"))))
}

async fn show(visit: &Visit, code: CodeId, next: &str, form: &FormState) -> Answer {
    let (sent_to, by_email) = masked(visit, code).await?;
    let mut action = visit.link("/xac-nhan");
    if !next.is_empty() {
        let next: String = url::form_urlencoded::byte_serialize(next.as_bytes()).collect();
        action = format!("{action}?tiep={next}");
    }
    let (resend, back) = (visit.link("/gui-lai-ma"), visit.link("/dang-nhap"));
    let chrome = visit.chrome(Area::Public);
    let page = CodePage {
        chrome: &chrome,
        purpose: CodePurpose::SignIn,
        title: None,
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

/// The code an address names.
pub fn asked_code(raw: &str) -> Result<CodeId, Problem> {
    let code = asked(Some(raw), "yeu-cau").and_then(|code| code.parse().ok());
    code.ok_or_else(Problem::not_found)
}

/// Where the code went, as far as a stranger may see, and whether by e-mail.
pub async fn masked(visit: &Visit, code: CodeId) -> Result<(String, bool), Problem> {
    match codes::target_of(&visit.app.exchange, code).await? {
        Some(codes::Target::Phone(phone)) => Ok((phone.masked(), false)),
        Some(codes::Target::Email(email)) => {
            let (local, host) = email.as_str().split_once('@').unwrap_or_default();
            Ok((format!("{}•••@{host}", local.chars().next().unwrap_or('•')), true))
        }
        None => Err(Problem::not_found()),
    }
}

/// What to say of a code that did not work; other errors stay problems.
pub fn code_error(visit: &Visit, error: ExchangeError) -> Result<String, Problem> {
    match error {
        ExchangeError::WrongCode { tries_left } => Ok(visit.texts().count("code-error-wrong", tries_left.unsigned_abs())),
        ExchangeError::DeadCode => Ok(visit.texts().get("code-error-dead").to_owned()),
        other => Err(other.into()),
    }
}
