//! `/ntd/thanh-vien`, `/truong-toi/thanh-vien`: who belongs to one's own organisation.

use super::place;
use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::problem::{Answer, Problem, id};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::access::Actor;
use sanviec_domain::contact::Email;
use sanviec_domain::ids::PersonId;
use sanviec_domain::membership::role_label;
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::organisations::{self, invitations, joining, members};
use sanviec_exchange::{ExchangeError, organisations::members::Changed};
use sanviec_render::FormState;
use sanviec_render::pages::organisation::{InvitationRow, JoinRow, MemberRow, MembersPage};
use sanviec_store::PersonRecord;

fn home(visit: &Visit) -> String {
    format!("{}/thanh-vien", place(&visit.actor).0)
}

/// A person as colleagues see one.
pub fn called(person: &PersonRecord) -> String {
    let name = person.name.as_ref().map(ToString::to_string);
    name.or_else(|| person.phone.as_ref().map(sanviec_domain::contact::Phone::masked)).unwrap_or_default()
}

async fn show(visit: &Visit, link: Option<&str>, form: &FormState) -> Result<String, Problem> {
    let (exchange, locale) = (&visit.app.exchange, visit.locale);
    let own = organisations::own(exchange, &visit.actor).await?;
    let manages = matches!(
        visit.actor,
        Actor::Employer { role: MemberRole::Owner, .. } | Actor::College { role: MemberRole::Owner, .. }
    );
    let me = visit.actor.person();
    let people: Vec<MemberRow> = members::own(exchange, &visit.actor)
        .await?
        .iter()
        .map(|(person, role)| MemberRow {
            id: person.id.to_string(),
            name: called(person),
            role: role.key(),
            role_text: role_label(own.kind, *role, locale),
            is_me: Some(person.id) == me,
        })
        .collect();
    let (mut waiting, mut asking) = (Vec::new(), Vec::new());
    if manages {
        for invitation in invitations::own_open(exchange, &visit.actor).await? {
            waiting.push(InvitationRow {
                id: invitation.id.to_string(),
                email: invitation.email.map(String::from),
                role: role_label(own.kind, invitation.role, locale),
                until: invitation.expires_at,
                over: invitation.expires_at <= exchange.now(),
            });
        }
        for (request, person) in joining::own_open(exchange, &visit.actor).await? {
            asking.push(JoinRow {
                id: request.id.to_string(),
                name: called(&person),
                at: request.created_at,
            });
        }
    }
    let roles: Vec<(&'static str, &'static str)> = MemberRole::ALL.iter().map(|role| (role.key(), role_label(own.kind, *role, locale))).collect();
    let (base, _, area) = place(&visit.actor);
    let page = MembersPage {
        chrome: &visit.chrome(area),
        base,
        name: &own.name,
        manages,
        members: &people,
        invitations: &waiting,
        joins: &asking,
        roles: &roles,
        link,
        form,
    };
    Ok(page.render()?)
}

/// The list.
pub async fn get(visit: Visit) -> Answer {
    let mut form = FormState::default();
    form.set("role", MemberRole::Recruiter.key());
    html(Ok(show(&visit, None, &form).await?))
}

async fn changed(visit: &Visit, result: Result<Changed, ExchangeError>, said: &str, then: &str) -> Answer {
    match result {
        Ok(Changed::Done) => visit.say(said).await?,
        Ok(Changed::LastOwner) => {
            visit.warn("flash-last-owner").await?;
            return Ok(go(&home(visit)));
        }
        Err(ExchangeError::Conflict | ExchangeError::NotNow(_)) => {
            visit.warn("flash-already-moved").await?;
            return Ok(go(&home(visit)));
        }
        Err(error) => return Err(error.into()),
    }
    Ok(go(then))
}

/// Gives another role.
pub async fn role(visit: Visit, Path(person): Path<String>, Fields(form): Fields) -> Answer {
    let person: PersonId = id(&person)?;
    let next = MemberRole::from_key(form.value("role")).ok_or_else(|| Problem::unreadable("role"))?;
    let done = members::change(&visit.app.exchange, &visit.actor, person, Some(next)).await;
    changed(&visit, done, "flash-member-role", &home(&visit)).await
}

/// Removes.
pub async fn remove(visit: Visit, Path(person): Path<String>) -> Answer {
    let person: PersonId = id(&person)?;
    let done = members::change(&visit.app.exchange, &visit.actor, person, None).await;
    changed(&visit, done, "flash-member-removed", &home(&visit)).await
}

/// Leaves; the person is a seeker from now on.
pub async fn leave(visit: Visit, Fields(mut form): Fields) -> Answer {
    if form.value("leave").is_empty() {
        form.fail("leave", visit.texts().get("members-error-leave"));
        return Ok(unprocessable(show(&visit, None, &form).await?));
    }
    let done = members::leave(&visit.app.exchange, &visit.actor).await;
    if let (Ok(Changed::Done), Some(person)) = (&done, visit.actor.person()) {
        visit.act_as(&Actor::Seeker { person }).await?;
    }
    changed(&visit, done, "flash-member-left", "/toi").await
}

/// Invites: by e-mail, or with a link that is shown once.
pub async fn invite(visit: Visit, Fields(mut form): Fields) -> Answer {
    let written = form.value("email").trim().to_owned();
    let email: Option<Email> = written.parse().ok();
    if !written.is_empty() && email.is_none() {
        form.fail("email", visit.texts().get("members-invite-error"));
    }
    let role = MemberRole::from_key(form.value("role"));
    if role.is_none() {
        form.fail("role", visit.texts().get("register-error-choice"));
    }
    let Some(role) = role.filter(|_| !form.has_errors()) else {
        return Ok(unprocessable(show(&visit, None, &form).await?));
    };
    let is_sent = email.is_some();
    let link = invitations::invite(&visit.app.exchange, &visit.actor, email, role).await?;
    handed(&visit, &link, is_sent).await
}

/// What was mailed is said; a link to pass on is shown, once.
async fn handed(visit: &Visit, link: &str, is_sent: bool) -> Answer {
    if is_sent {
        visit.say("flash-invited").await?;
        return Ok(go(&home(visit)));
    }
    let mut form = FormState::default();
    form.set("role", MemberRole::Recruiter.key());
    html(Ok(show(visit, Some(link), &form).await?))
}

/// Sends again.
pub async fn resend(visit: Visit, Path(invitation): Path<String>) -> Answer {
    match invitations::resend(&visit.app.exchange, &visit.actor, id(&invitation)?).await {
        Ok((link, is_sent)) => handed(&visit, &link, is_sent).await,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => {
            visit.warn("flash-already-moved").await?;
            Ok(go(&home(&visit)))
        }
        Err(error) => Err(error.into()),
    }
}

/// Takes back.
pub async fn revoke(visit: Visit, Path(invitation): Path<String>) -> Answer {
    let done = invitations::revoke(&visit.app.exchange, &visit.actor, id(&invitation)?).await;
    changed(&visit, done.map(|()| Changed::Done), "flash-invitation-revoked", &home(&visit)).await
}

/// Answers a request to join.
pub async fn answer(visit: Visit, Path(request): Path<String>, Fields(form): Fields) -> Answer {
    let accepts = form.value("answer") == "accept";
    let role = accepts.then(|| MemberRole::from_key(form.value("role")).unwrap_or(MemberRole::Viewer));
    let done = joining::answer_own(&visit.app.exchange, &visit.actor, id(&request)?, role).await;
    let said = if accepts { "flash-join-accepted" } else { "flash-join-declined" };
    changed(&visit, done.map(|()| Changed::Done), said, &home(&visit)).await
}
