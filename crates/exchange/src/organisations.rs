//! What can be done with organisations: read, verify, suspend; registered, joined and merged in the
//! modules below.

pub mod invitations;
pub mod joining;
pub mod members;
mod names;
pub mod officers;
pub mod register;

use crate::error::{ExchangeError, Result};
use crate::{Exchange, jobs};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::OrganisationId;
use sanviec_domain::lifecycle::decide;
use sanviec_domain::membership::Looked;
use sanviec_domain::moderation::Reason;
use sanviec_domain::organisation::{OrganisationCommand, OrganisationEvent, OrganisationGuard, OrganisationKind, OrganisationLife, OrganisationState};
use sanviec_domain::vacancy::VacancyState;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::{ChangeKind, Entity, Unit};

/// An organisation by its id.
pub async fn find(exchange: &Exchange, id: OrganisationId) -> Result<OrganisationRecord> {
    sanviec_store::organisations::find(exchange.store.reader(), id).await?.ok_or(ExchangeError::NotFound)
}

/// The same inside a unit of work.
pub(crate) async fn find_in(unit: &Unit, id: OrganisationId) -> Result<OrganisationRecord> {
    sanviec_store::organisations::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)
}

/// A verified organisation's public page.
pub async fn public(exchange: &Exchange, id: OrganisationId) -> Result<OrganisationRecord> {
    let organisation = find(exchange, id).await?;
    if organisation.state == OrganisationState::Verified {
        Ok(organisation)
    } else {
        Err(ExchangeError::NotFound)
    }
}

/// How many verified employers there are.
pub async fn verified_employers(exchange: &Exchange) -> Result<u64> {
    let counts = sanviec_store::organisations::counts(exchange.store.reader()).await?;
    Ok(counts.get(&(OrganisationKind::Employer, OrganisationState::Verified)).copied().unwrap_or_default())
}

/// What a command rests on.
#[derive(Clone, Debug, Default)]
pub struct Grounds {
    /// Why; a refusal and a suspension need one.
    pub reasons: Vec<Reason>,
    /// What the members are told besides.
    pub message: String,
    /// What was looked at before a verification.
    pub looked: Vec<Looked>,
}

impl Grounds {
    /// For these reasons.
    pub fn of(reasons: &[Reason]) -> Self {
        Self {
            reasons: reasons.to_vec(),
            ..Self::default()
        }
    }
}

/// A command of an officer: suspend (with a reason), lift; of a manager: trust, and no longer trust.
pub async fn by_officer(exchange: &Exchange, actor: &Actor, id: OrganisationId, command: OrganisationCommand, grounds: &Grounds) -> Result<()> {
    let action = match command {
        OrganisationCommand::Trust | OrganisationCommand::Distrust => Action::Supervise,
        _ => Action::Decide,
    };
    allows(actor, action)?;
    let unit = exchange.begin(actor).await?;
    if action == Action::Supervise && find_in(&unit, id).await?.kind != OrganisationKind::Employer {
        return Err(ExchangeError::NotNow("only employers post what is looked at first".to_owned()));
    }
    carry_out(exchange, &unit, id, command, grounds).await?;
    unit.save().await?;
    Ok(())
}

/// Decides a command by the table and writes everything that follows from it into the unit.
pub(crate) async fn carry_out(exchange: &Exchange, unit: &Unit, id: OrganisationId, command: OrganisationCommand, grounds: &Grounds) -> Result<()> {
    let mut organisation = sanviec_store::organisations::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    if sanviec_store::organisation_facts::merged_into(unit.conn(), id).await?.is_some() {
        return Err(ExchangeError::NotNow("merged into another".to_owned()));
    }
    let party = unit.actor().party();
    let moved = decide::<OrganisationLife>(organisation.state, command, party, |guard| match guard {
        OrganisationGuard::ReasonGiven => !grounds.reasons.is_empty(),
        OrganisationGuard::Trusted => organisation.trusted,
        OrganisationGuard::NotTrusted => !organisation.trusted,
    })?;
    organisation.state = moved.to;
    if moved.events.contains(&OrganisationEvent::TrustGiven) {
        organisation.trusted = true;
    } else if moved.events.contains(&OrganisationEvent::TrustTaken) {
        organisation.trusted = false;
    }
    sanviec_store::organisations::update(unit, &organisation).await?;
    let looked = keys(&grounds.looked);
    let reasons = keys(&grounds.reasons);
    let note = [looked.clone(), reasons.clone()].concat().join(",");
    let note = Some(note).filter(|note| !note.is_empty());
    unit.history(Entity::Organisation, id.0, Some(moved.from.key()), command.key(), moved.to.key(), note);
    unit.audit(
        "organisation.command",
        Entity::Organisation,
        id.0,
        serde_json::json!({ "command": command.key(), "reasons": reasons, "looked": looked }),
    );
    unit.changed(Entity::Organisation, id.0, ChangeKind::Put);
    for event in moved.events {
        match event {
            OrganisationEvent::MembersTold => unit.enqueue(jobs::tell_members(id, command, grounds)),
            OrganisationEvent::VacanciesShown | OrganisationEvent::VacanciesHidden => vacancies_changed(exchange, unit, id).await?,
            OrganisationEvent::ApplicantsTold => unit.enqueue(jobs::tell_of_suspension(id)),
            // Written with the record above.
            OrganisationEvent::TrustGiven | OrganisationEvent::TrustTaken => {}
            OrganisationEvent::CaseOpened => register::open_case(exchange, unit, id).await?,
        }
    }
    Ok(())
}

pub(crate) fn keys<V: Vocabulary>(words: &[V]) -> Vec<&'static str> {
    words.iter().map(|word| word.key()).collect()
}

/// Feed rows for every published vacancy of an organisation: what is found follows from them at once.
async fn vacancies_changed(_exchange: &Exchange, unit: &Unit, id: OrganisationId) -> Result<()> {
    let mut after = None;
    loop {
        let page = sanviec_store::vacancies::of(id).list(unit.conn(), Some(&[VacancyState::Published]), after, 500).await?;
        let Some(last) = page.last() else { return Ok(()) };
        after = Some(last.id);
        for vacancy in &page {
            unit.changed(Entity::Vacancy, vacancy.id.0, ChangeKind::Put);
        }
    }
}

/// A new name of the actor's own organisation that waits for an officer.
pub async fn own_proposal(exchange: &Exchange, actor: &Actor) -> Result<Option<String>> {
    let id = actor.organisation().ok_or(ExchangeError::NotFound)?;
    let waiting = sanviec_store::organisation_facts::proposal_of(exchange.store.reader(), id).await?;
    Ok(waiting.map(|proposal| proposal.name))
}

/// The actor's own organisation.
pub async fn own(exchange: &Exchange, actor: &Actor) -> Result<OrganisationRecord> {
    find(exchange, actor.organisation().ok_or(ExchangeError::NotFound)?).await
}
