//! Who belongs to an organisation. What is decided rests on what the database says inside the unit,
//! and every change raises the organisation's version: two owners who demote each other in the same
//! moment can't both be right.

use crate::Exchange;
use crate::error::{ExchangeError, Result};
use sanviec_domain::access::{Action, Actor, Denied, allows};
use sanviec_domain::ids::PersonId;
use sanviec_domain::membership::{MembershipRefusal, may_change};
use sanviec_domain::organisation::{MemberRole, OrganisationKind};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::{ChangeKind, Entity, PersonRecord, Unit};

/// How a change of a membership went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Changed {
    /// Done.
    Done,
    /// Not done: nobody would be left who owns it.
    LastOwner,
}

/// Whether the actor may see its own organisation's members.
pub(super) fn may_read(actor: &Actor) -> std::result::Result<(), Denied> {
    match actor {
        Actor::College { .. } => allows(actor, Action::CollegeArea),
        _ => allows(actor, Action::ReadOwnEmployer),
    }
}

/// Whether the actor may manage its own organisation.
pub(super) fn may_manage(actor: &Actor) -> std::result::Result<(), Denied> {
    match actor {
        Actor::College { .. } => allows(actor, Action::ManageOwnCollege),
        _ => allows(actor, Action::ManageOwnEmployer),
    }
}

/// The actor's own organisation, if the actor still owns it now.
pub(super) async fn as_owner(unit: &Unit) -> Result<OrganisationRecord> {
    let (Some(person), Some(id)) = (unit.actor().person(), unit.actor().organisation()) else {
        return Err(ExchangeError::NotFound);
    };
    let members = sanviec_store::people::members_of(unit.conn(), id).await?;
    let owns = members.iter().any(|(member, role)| member.id == person && *role == MemberRole::Owner);
    if !owns {
        return Err(ExchangeError::Conflict);
    }
    super::find_in(unit, id).await
}

/// The members of the actor's own organisation, the oldest first.
pub async fn own(exchange: &Exchange, actor: &Actor) -> Result<Vec<(PersonRecord, MemberRole)>> {
    may_read(actor)?;
    let id = actor.organisation().ok_or(ExchangeError::NotFound)?;
    Ok(sanviec_store::people::members_of(exchange.store.reader(), id).await?)
}

/// Gives a member another role (`Some`) or removes the member (`None`).
pub async fn change(exchange: &Exchange, actor: &Actor, person: PersonId, next: Option<MemberRole>) -> Result<Changed> {
    may_manage(actor)?;
    let unit = exchange.begin(actor).await?;
    let organisation = as_owner(&unit).await?;
    apply(unit, &organisation, person, next).await
}

/// Leaves the actor's own organisation.
pub async fn leave(exchange: &Exchange, actor: &Actor) -> Result<Changed> {
    may_read(actor)?;
    let (Some(person), Some(id)) = (actor.person(), actor.organisation()) else {
        return Err(ExchangeError::NotFound);
    };
    let unit = exchange.begin(actor).await?;
    let organisation = super::find_in(&unit, id).await?;
    apply(unit, &organisation, person, None).await
}

async fn apply(unit: Unit, organisation: &OrganisationRecord, person: PersonId, next: Option<MemberRole>) -> Result<Changed> {
    let members = sanviec_store::people::members_of(unit.conn(), organisation.id).await?;
    let roles: Vec<(PersonId, MemberRole)> = members.iter().map(|(member, role)| (member.id, *role)).collect();
    match may_change(&roles, person, next) {
        Ok(()) => {}
        Err(MembershipRefusal::LastOwner) => return Ok(Changed::LastOwner),
        Err(MembershipRefusal::NotAMember) => return Err(ExchangeError::NotFound),
    }
    match next {
        Some(role) => sanviec_store::people::add_member(&unit, person, organisation.id, role).await?,
        None => sanviec_store::organisation_facts::remove_member(&unit, organisation.id, person).await?,
    }
    sanviec_store::organisations::update(&unit, organisation).await?;
    note(&unit, organisation, "member.change", person, next);
    unit.save().await?;
    Ok(Changed::Done)
}

/// Lets somebody in, unless the person is in already (then nothing changes: an invitation never
/// takes a role away). Answers whether the person is new.
pub(super) async fn let_in(unit: &Unit, organisation: &OrganisationRecord, person: PersonId, role: MemberRole) -> Result<bool> {
    let members = sanviec_store::people::members_of(unit.conn(), organisation.id).await?;
    if members.iter().any(|(member, _)| member.id == person) {
        return Ok(false);
    }
    sanviec_store::people::add_member(unit, person, organisation.id, role).await?;
    sanviec_store::organisations::update(unit, organisation).await?;
    note(unit, organisation, "member.join", person, Some(role));
    Ok(true)
}

pub(super) fn note(unit: &Unit, organisation: &OrganisationRecord, what: &str, person: PersonId, role: Option<MemberRole>) {
    let details = serde_json::json!({ "person": person, "role": role.map(Vocabulary::key) });
    unit.audit(what, Entity::Organisation, organisation.id.0, details);
    unit.changed(Entity::Organisation, organisation.id.0, ChangeKind::Put);
}

/// The person as a member of an organisation.
pub(super) fn acting(kind: OrganisationKind, organisation: sanviec_domain::ids::OrganisationId, person: PersonId, role: MemberRole) -> Actor {
    match kind {
        OrganisationKind::College => Actor::College { person, organisation, role },
        _ => Actor::Employer { person, organisation, role },
    }
}
