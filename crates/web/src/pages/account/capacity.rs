//! `/toi/vai-tro`: acting in another capacity without signing out.

use crate::forms::Fields;
use crate::problem::Answer;
use crate::visit::{Visit, go};
use sanviec_domain::access::Actor;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::SECURITY;
use sanviec_render::Texts;

/// Names a capacity in a form.
pub fn key(actor: &Actor) -> String {
    match actor {
        Actor::Visitor | Actor::Program { .. } | Actor::System => String::new(),
        Actor::Seeker { .. } => "toi".to_owned(),
        Actor::Employer { organisation, .. } | Actor::College { organisation, .. } => organisation.to_string(),
        Actor::Staff { role, .. } => role.key().to_owned(),
    }
}

/// A capacity in words; `name` is the organisation's.
pub fn label(actor: &Actor, name: &str, t: &Texts) -> String {
    match actor {
        Actor::Visitor | Actor::Program { .. } | Actor::System | Actor::Seeker { .. } => t.get("account-capacity-self").to_owned(),
        Actor::Employer { .. } => t.fill("account-capacity-employer", "name", name),
        Actor::College { .. } => t.fill("account-capacity-college", "name", name),
        Actor::Staff { role, .. } => t.with("account-capacity-staff", &[("role", role.label(t.locale()).into()), ("name", name.into())]),
    }
}

/// Switches, under a new session id.
pub async fn switch(visit: Visit, Fields(form): Fields) -> Answer {
    let wanted = form.value("vai-tro");
    let found = visit.capacities.iter().map(|(actor, _)| actor).find(|actor| key(actor) == wanted);
    let Some(actor) = found else {
        tracing::warn!(target: SECURITY, event = "capacity_refused");
        visit.warn("account-switch-gone").await?;
        return Ok(go(&visit.link("/toi/tai-khoan")));
    };
    if !visit.is_open(actor).await? {
        tracing::warn!(target: SECURITY, event = "capacity_refused", needs = "second_step");
        return Ok(go(&visit.link("/toi/xac-thuc")));
    }
    visit.act_as(actor).await?;
    visit.say("account-switched").await?;
    Ok(go(Visit::home(actor)))
}
