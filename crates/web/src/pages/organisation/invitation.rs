//! `/loi-moi/{token}`: looking at an invitation does nothing, accepting is a POST.

use crate::problem::Answer;
use crate::visit::{Visit, go};
use axum::extract::Path;
use axum::response::{Html, IntoResponse};
use http::StatusCode;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::membership::{InvitationState, role_label};
use sanviec_exchange::ExchangeError;
use sanviec_exchange::organisations::invitations;
use sanviec_render::Area;
use sanviec_render::pages::organisation::InvitationPage;

/// What it is.
pub async fn get(visit: Visit, Path(token): Path<String>) -> Answer {
    let view = invitations::look(&visit.app.exchange, &token).await?;
    let t = visit.texts();
    let dead = match view.state {
        InvitationState::Accepted => Some(t.get("invitation-used")),
        InvitationState::Revoked => Some(t.get("invitation-revoked")),
        InvitationState::Open => view.expired.then(|| t.get("invitation-expired")),
    };
    let path = visit.link(&format!("/loi-moi/{token}"));
    let sign_in = (visit.actor == Actor::Visitor).then(|| format!("{}?tiep={path}", visit.link("/dang-nhap")));
    let page = InvitationPage {
        chrome: &visit.chrome(Area::Public),
        name: &view.name,
        role: role_label(view.kind, view.role, visit.locale),
        dead,
        action: &path,
        sign_in: sign_in.as_deref(),
        is_staff: allows(&visit.actor, Action::EnterOrganisation).is_err(),
    };
    let status = if dead.is_some() { StatusCode::GONE } else { StatusCode::OK };
    Ok((status, Html(page.render()?)).into_response())
}

/// Accepts it, and acts for the organisation from now on.
pub async fn accept(visit: Visit, Path(token): Path<String>) -> Answer {
    match invitations::accept(&visit.app.exchange, &visit.actor, &token).await {
        Ok(Some(actor)) => {
            visit.act_as(&actor).await?;
            visit.say("flash-invitation-accepted").await?;
            Ok(go(Visit::home(&actor)))
        }
        Ok(None) => {
            visit.say("flash-member-already").await?;
            Ok(go(Visit::home(&visit.actor)))
        }
        // Used, revoked, expired: the page says which.
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => Ok(go(&visit.link(&format!("/loi-moi/{token}")))),
        Err(error) => Err(error.into()),
    }
}
