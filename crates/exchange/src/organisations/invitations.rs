//! Invitations: by e-mail or as a link to pass on, fourteen days, for one person. The link holds a
//! secret of which only the hash is kept; looking at it does nothing, accepting it is a decision.

use super::members::{acting, as_owner, let_in, may_manage};
use crate::error::{ExchangeError, Result};
use crate::token::hash;
use crate::{Exchange, messages};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::contact::Email;
use sanviec_domain::ids::{InvitationId, MessageId, OrganisationId};
use sanviec_domain::language::Locale;
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::membership::{INVITATION_LIFE, InvitationCommand, InvitationGuard, InvitationLife, InvitationState, role_label};
use sanviec_domain::organisation::{MemberRole, OrganisationKind};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_render::mail::{Letter, MembershipNotice, Notice};
use sanviec_store::invitations::InvitationRecord;
use sanviec_store::messages::Channel;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::{Entity, Unit};

/// What a link's page shows.
#[derive(Clone, Debug)]
pub struct InvitationView {
    /// The organisation's name.
    pub name: String,
    /// What it is.
    pub kind: OrganisationKind,
    /// As what.
    pub role: MemberRole,
    /// Where the invitation stands.
    pub state: InvitationState,
    /// Whether its time is over.
    pub expired: bool,
}

fn token(exchange: &Exchange) -> String {
    hex::encode(exchange.ids.secret())
}

fn link(exchange: &Exchange, token: &str) -> String {
    format!("{}/loi-moi/{token}", exchange.settings.site.base_url)
}

/// The letter, in the inviter's language: nobody knows yet who is invited.
async fn compose(exchange: &Exchange, actor: &Actor, role: MemberRole, url: &str) -> Result<(Locale, Letter)> {
    let organisation = super::own(exchange, actor).await?;
    let inviter = match actor.person() {
        Some(person) => sanviec_store::people::find(exchange.store.reader(), person).await?,
        None => None,
    };
    let locale = inviter.as_ref().map_or(Locale::Vi, |person| person.locale);
    let inviter = inviter.and_then(|person| person.name).map_or_else(|| organisation.name.clone(), String::from);
    let notice = Notice::Membership(MembershipNotice::Invited {
        name: &organisation.name,
        inviter: &inviter,
        role: role_label(organisation.kind, role, locale),
        url,
    });
    Ok((locale, messages::compose(exchange, &notice, locale)?))
}

/// Invites somebody; answers with the link, which nobody can be shown again.
pub async fn invite(exchange: &Exchange, actor: &Actor, email: Option<Email>, role: MemberRole) -> Result<String> {
    may_manage(actor)?;
    let secret = token(exchange);
    let url = link(exchange, &secret);
    let letter = compose(exchange, actor, role, &url).await?;
    let unit = exchange.begin(actor).await?;
    let organisation = as_owner(&unit).await?;
    let invitation = InvitationRecord {
        id: InvitationId(unit.uuid()),
        organisation: organisation.id,
        role,
        email,
        token_hash: hash(&secret),
        state: InvitationState::Open,
        invited_by: actor.person(),
        accepted_by: None,
        expires_at: unit.now() + INVITATION_LIFE,
        version: 1,
        created_at: unit.now(),
    };
    sanviec_store::invitations::insert(&unit, &invitation).await?;
    unit.audit("invitation.make", Entity::Organisation, organisation.id.0, serde_json::json!({ "role": role.key() }));
    post(&unit, &invitation, letter).await?;
    unit.save().await?;
    Ok(url)
}

async fn post(unit: &Unit, invitation: &InvitationRecord, (locale, letter): (Locale, Letter)) -> Result<()> {
    if let Some(email) = &invitation.email {
        messages::put(
            unit,
            MessageId(unit.uuid()),
            Channel::Email,
            email.as_str(),
            locale,
            sanviec_store::messages::INVITATION,
            letter,
        )
        .await?;
    }
    Ok(())
}

/// Makes a new link for an open invitation, with fourteen new days; the old link is dead.
pub async fn resend(exchange: &Exchange, actor: &Actor, id: InvitationId) -> Result<(String, bool)> {
    may_manage(actor)?;
    let own = actor.organisation().ok_or(ExchangeError::NotFound)?;
    let known = sanviec_store::invitations::find(exchange.store.reader(), own, id).await?.ok_or(ExchangeError::NotFound)?;
    let secret = token(exchange);
    let url = link(exchange, &secret);
    let letter = compose(exchange, actor, known.role, &url).await?;
    let unit = exchange.begin(actor).await?;
    let mut invitation = of_own(&unit, id).await?;
    decide::<InvitationLife>(invitation.state, InvitationCommand::Resend, Party::Owner, |_| true)?;
    invitation.token_hash = hash(&secret);
    invitation.expires_at = unit.now() + INVITATION_LIFE;
    sanviec_store::invitations::update(&unit, &invitation).await?;
    unit.audit("invitation.resend", Entity::Organisation, invitation.organisation.0, serde_json::Value::Null);
    post(&unit, &invitation, letter).await?;
    unit.save().await?;
    Ok((url, invitation.email.is_some()))
}

/// Takes an open invitation back.
pub async fn revoke(exchange: &Exchange, actor: &Actor, id: InvitationId) -> Result<()> {
    may_manage(actor)?;
    let unit = exchange.begin(actor).await?;
    let mut invitation = of_own(&unit, id).await?;
    invitation.state = decide::<InvitationLife>(invitation.state, InvitationCommand::Revoke, Party::Owner, |_| true)?.to;
    sanviec_store::invitations::update(&unit, &invitation).await?;
    unit.audit("invitation.revoke", Entity::Organisation, invitation.organisation.0, serde_json::Value::Null);
    unit.save().await?;
    Ok(())
}

async fn of_own(unit: &Unit, id: InvitationId) -> Result<InvitationRecord> {
    let own: OrganisationId = as_owner(unit).await?.id;
    sanviec_store::invitations::find(unit.conn(), own, id).await?.ok_or(ExchangeError::NotFound)
}

/// The open invitations of the actor's own organisation.
pub async fn own_open(exchange: &Exchange, actor: &Actor) -> Result<Vec<InvitationRecord>> {
    may_manage(actor)?;
    let id = actor.organisation().ok_or(ExchangeError::NotFound)?;
    Ok(sanviec_store::invitations::open_of(exchange.store.reader(), id).await?)
}

/// What a link is about. Looking does nothing.
pub async fn look(exchange: &Exchange, token: &str) -> Result<InvitationView> {
    let conn = exchange.store.reader();
    let invitation = sanviec_store::invitations::by_token(conn, &hash(token)).await?.ok_or(ExchangeError::NotFound)?;
    let organisation = super::find(exchange, invitation.organisation).await?;
    Ok(view(&invitation, &organisation, exchange.now()))
}

fn view(invitation: &InvitationRecord, organisation: &OrganisationRecord, now: Instant) -> InvitationView {
    InvitationView {
        name: organisation.name.clone(),
        kind: organisation.kind,
        role: invitation.role,
        state: invitation.state,
        expired: invitation.expires_at <= now,
    }
}

/// Accepts an invitation; answers with whom the person is there now. `None`: the person is a member
/// already, and the invitation stays for whom it was meant.
pub async fn accept(exchange: &Exchange, actor: &Actor, token: &str) -> Result<Option<Actor>> {
    allows(actor, Action::EnterOrganisation)?;
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let unit = exchange.begin(actor).await?;
    let mut invitation = sanviec_store::invitations::by_token(unit.conn(), &hash(token)).await?.ok_or(ExchangeError::NotFound)?;
    let now = unit.now();
    let moved = decide::<InvitationLife>(invitation.state, InvitationCommand::Accept, actor.party(), |InvitationGuard::InTime| {
        invitation.expires_at > now
    })?;
    let organisation = super::find_in(&unit, invitation.organisation).await?;
    if !let_in(&unit, &organisation, person, invitation.role).await? {
        return Ok(None);
    }
    invitation.state = moved.to;
    invitation.accepted_by = Some(person);
    sanviec_store::invitations::update(&unit, &invitation).await?;
    unit.save().await?;
    Ok(Some(acting(organisation.kind, organisation.id, person, invitation.role)))
}
