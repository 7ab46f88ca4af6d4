//! `/qt/tai-khoan/{id}/gop`: two accounts of one person who can no longer prove both. Numbers and
//! addresses are posted: they stand in no address of ours.

use super::accounts::open;
use crate::forms::Fields;
use crate::pages::account::merge::{person, reason};
use crate::problem::{Answer, Problem};
use crate::reason;
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use axum::response::IntoResponse;
use http::StatusCode;
use sanviec_domain::ids::PersonId;
use sanviec_exchange::accounts::merging::MergeError;
use sanviec_exchange::admin::{accounts, merging};
use sanviec_render::pages::MergePreviewPage;
use sanviec_render::{Area, FormState};

fn read(id: &str) -> Result<PersonId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

/// Shows what merging this account into the one of a number or an address would do.
pub async fn preview(visit: Visit, Path(id): Path<String>, Fields(mut form): Fields) -> Answer {
    let from = read(&id)?;
    if !accounts::is_reason(form.value("ly-do-gop")) {
        form.fail("ly-do-gop", visit.texts().get("admin-reason-missing"));
        return refused(&visit, from, &form).await;
    }
    let preview = match merging::preview(&visit.app.exchange, &visit.actor, from, form.value("vao").trim()).await {
        Ok(preview) => preview,
        Err(MergeError::Exchange(error)) => return Err(error.into()),
        Err(error) => {
            form.fail("vao", reason(&visit, &error));
            return refused(&visit, from, &form).await;
        }
    };
    let hidden = [("vao", preview.into.id.to_string()), ("ly-do-gop", form.value("ly-do-gop").to_owned())];
    let (action, back) = (format!("/qt/tai-khoan/{from}/gop/lam"), format!("/qt/tai-khoan/{from}"));
    let page = MergePreviewPage {
        chrome: &visit.chrome(Area::Admin),
        action: &action,
        back: &back,
        by_officer: true,
        hidden: &hidden,
        from: &person(&preview.from),
        into: &person(&preview.into),
        applications: preview.belongings.applications,
        twice: preview.belongings.twice.len() as u64,
        memberships: preview.belongings.memberships,
    };
    html(page.render())
}

/// Does it.
pub async fn merge(visit: Visit, Path(id): Path<String>, Fields(form): Fields) -> Answer {
    let (from, into) = (read(&id)?, read(form.value("vao"))?);
    match merging::merge(&visit.app.exchange, &visit.actor, from, into, form.value("ly-do-gop")).await {
        Ok(()) => {
            reason::give(&visit, form.value("ly-do-gop")).await?;
            visit.say("accounts-merge-done").await?;
            Ok(go(&format!("/qt/tai-khoan/{into}")))
        }
        Err(MergeError::Exchange(error)) => Err(error.into()),
        Err(_) => Err(Problem::new(StatusCode::CONFLICT, "not-now")),
    }
}

async fn refused(visit: &Visit, from: PersonId, form: &FormState) -> Answer {
    let page = open(visit, from, form).await?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
