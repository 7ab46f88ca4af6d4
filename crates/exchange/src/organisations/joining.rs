//! Requests to join an organisation that is here already: to its owners, and to the centre where
//! they are silent for seven days or there is none.

use super::members::{as_owner, let_in, may_manage};
use crate::error::{ExchangeError, Result};
use crate::{Exchange, jobs};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::contact::TaxCode;
use sanviec_domain::ids::{JoinRequestId, OrganisationId};
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::membership::{JoinCommand, JoinLife, JoinState, OWNERS_SILENCE};
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::joining::JoinRequestRecord;
use sanviec_store::{Entity, PersonRecord, StoreError, Unit};

/// How asking went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// The owners, or the centre, are told.
    Sent,
    /// The person has asked before and nobody has answered.
    Already,
    /// The person belongs there.
    Member,
}

/// The name of the organisation of a tax code: all that is told of it.
pub async fn name_of(exchange: &Exchange, actor: &Actor, code: &TaxCode) -> Result<String> {
    allows(actor, Action::EnterOrganisation)?;
    let known = sanviec_store::organisations::by_tax_code(exchange.store.reader(), code).await?;
    Ok(known.ok_or(ExchangeError::NotFound)?.name)
}

/// Asks to join the organisation of a tax code.
pub async fn ask(exchange: &Exchange, actor: &Actor, code: &TaxCode) -> Result<Asked> {
    allows(actor, Action::EnterOrganisation)?;
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let unit = exchange.begin(actor).await?;
    let organisation = sanviec_store::organisations::by_tax_code(unit.conn(), code).await?.ok_or(ExchangeError::NotFound)?;
    let members = sanviec_store::people::members_of(unit.conn(), organisation.id).await?;
    if members.iter().any(|(member, _)| member.id == person) {
        return Ok(Asked::Member);
    }
    let open = sanviec_store::joining::open_of(unit.conn(), organisation.id).await?;
    if open.iter().any(|request| request.person == person) {
        return Ok(Asked::Already);
    }
    let mut request = JoinRequestRecord {
        id: JoinRequestId(unit.uuid()),
        organisation: organisation.id,
        person,
        state: JoinState::Waiting,
        role: None,
        escalated_at: None,
        decided_at: None,
        decided_by: None,
        version: 1,
        created_at: unit.now(),
    };
    // Where nobody can answer, nobody is waited for.
    let told = if members.iter().any(|(_, role)| *role == MemberRole::Owner) {
        None
    } else {
        request.state = decide::<JoinLife>(request.state, JoinCommand::Escalate, Party::System, |_| true)?.to;
        request.escalated_at = Some(unit.now());
        Some(JoinCommand::Escalate)
    };
    match sanviec_store::joining::insert(&unit, &request).await {
        Err(StoreError::Taken(_)) => return Ok(Asked::Already),
        other => other?,
    }
    unit.audit("join.ask", Entity::Organisation, organisation.id.0, serde_json::json!({ "request": request.id }));
    unit.enqueue(jobs::tell_of_join(request.id, told));
    unit.save().await?;
    Ok(Asked::Sent)
}

/// The requests to join the actor's own organisation.
pub async fn own_open(exchange: &Exchange, actor: &Actor) -> Result<Vec<(JoinRequestRecord, PersonRecord)>> {
    may_manage(actor)?;
    let id = actor.organisation().ok_or(ExchangeError::NotFound)?;
    of(exchange, id).await
}

pub(super) async fn of(exchange: &Exchange, id: OrganisationId) -> Result<Vec<(JoinRequestRecord, PersonRecord)>> {
    let conn = exchange.store.reader();
    let mut found = Vec::new();
    for request in sanviec_store::joining::open_of(conn, id).await? {
        if let Some(person) = sanviec_store::people::find(conn, request.person).await? {
            found.push((request, person));
        }
    }
    Ok(found)
}

/// An owner's answer: in with a role, or not.
pub async fn answer_own(exchange: &Exchange, actor: &Actor, id: JoinRequestId, role: Option<MemberRole>) -> Result<()> {
    may_manage(actor)?;
    let unit = exchange.begin(actor).await?;
    let organisation = as_owner(&unit).await?;
    answer(&unit, organisation.id, id, role).await?;
    unit.save().await?;
    Ok(())
}

/// An officer's answer to a request that owners left unanswered.
pub async fn answer_by_officer(exchange: &Exchange, actor: &Actor, organisation: OrganisationId, id: JoinRequestId, role: Option<MemberRole>) -> Result<()> {
    allows(actor, Action::Decide)?;
    let unit = exchange.begin(actor).await?;
    answer(&unit, organisation, id, role).await?;
    unit.save().await?;
    Ok(())
}

async fn answer(unit: &Unit, organisation: OrganisationId, id: JoinRequestId, role: Option<MemberRole>) -> Result<()> {
    let mut request = sanviec_store::joining::find(unit.conn(), organisation, id).await?.ok_or(ExchangeError::NotFound)?;
    let command = if role.is_some() { JoinCommand::Accept } else { JoinCommand::Decline };
    let moved = decide::<JoinLife>(request.state, command, unit.actor().party(), |_| false)?;
    request.state = moved.to;
    request.role = role;
    request.decided_at = Some(unit.now());
    request.decided_by = unit.actor().person();
    sanviec_store::joining::update(unit, &request).await?;
    if let Some(role) = role {
        let organisation = super::find_in(unit, organisation).await?;
        let_in(unit, &organisation, request.person, role).await?;
    }
    unit.audit(
        "join.answer",
        Entity::Organisation,
        organisation.0,
        serde_json::json!({ "request": id, "command": command.key() }),
    );
    unit.enqueue(jobs::tell_of_join(id, Some(command)));
    Ok(())
}

/// Passes requests that owners have left unanswered for seven days to the centre.
pub(crate) async fn escalate_silent(exchange: &Exchange) -> Result<u64> {
    let silent = sanviec_store::joining::silent_since(exchange.store.reader(), exchange.now() - OWNERS_SILENCE, 200).await?;
    let mut count = 0;
    for known in silent {
        let unit = exchange.begin(&Actor::System).await?;
        let Some(mut request) = sanviec_store::joining::any(unit.conn(), known.id).await? else {
            continue;
        };
        let over = request.created_at + OWNERS_SILENCE <= unit.now();
        let Ok(moved) = decide::<JoinLife>(request.state, JoinCommand::Escalate, Party::System, |_| over) else {
            continue;
        };
        request.state = moved.to;
        request.escalated_at = Some(unit.now());
        match sanviec_store::joining::update(&unit, &request).await {
            // An owner answered in this moment.
            Err(StoreError::Conflict) => continue,
            other => other?,
        }
        unit.audit("join.escalate", Entity::Organisation, request.organisation.0, serde_json::json!({ "request": request.id }));
        unit.enqueue(jobs::tell_of_join(request.id, Some(JoinCommand::Escalate)));
        unit.save().await?;
        count += 1;
    }
    Ok(count)
}
