//! What a live key does: the employer's real vacancies, by the rules for its people.

use super::{Asker, Expected, Made, Move, Once, Posted, Seen, asked_before, taken};
use crate::error::{ExchangeError, Result};
use crate::vacancies::change::{self, Facts};
use crate::vacancies::{employer_of, judge, read, results, revise, write};
use crate::{Exchange, jobs};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::VacancyId;
use sanviec_domain::lifecycle::Party;
use sanviec_domain::vacancy::{ClosedReason, VacancyCommand, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::{Entity, StoreError, Unit};

pub(super) async fn one(exchange: &Exchange, actor: &Actor, id: VacancyId) -> Result<Seen> {
    let vacancy = read::own(exchange, actor, id).await?.vacancy;
    let conn = exchange.store.reader();
    let owed = matches!(vacancy.state, VacancyState::Returned | VacancyState::Rejected) || vacancy.closed_reason == Some(ClosedReason::ByCentre);
    Ok(Seen {
        revision: sanviec_store::revisions::pending_of(conn, id).await?,
        decision: if owed {
            sanviec_store::cases::last_decision(conn, Entity::Vacancy, id.0).await?
        } else {
            None
        },
        vacancy,
    })
}

pub(super) async fn create(exchange: &Exchange, actor: &Actor, asker: &Asker, posted: Posted, once: Option<&Once>) -> Result<Made> {
    allows(actor, Action::WriteVacancies)?;
    let unit = exchange.begin(actor).await?;
    let mut vacancy = write::new_record(&unit, asker.organisation, posted.content).await?;
    if let Some(made) = asked_before(&unit, asker, once, vacancy.id).await? {
        return Ok(made);
    }
    vacancy.external_reference = posted.external_reference;
    if let Some(reference) = &vacancy.external_reference
        && sanviec_store::vacancies::by_reference(unit.conn(), asker.organisation, reference).await?.is_some()
    {
        return Err(taken());
    }
    sanviec_store::vacancies::insert(&unit, vacancy.clone()).await.map_err(|error| match error {
        // Somebody was faster with the same reference.
        StoreError::Taken(_) => taken(),
        other => other.into(),
    })?;
    unit.audit("vacancy.save_draft", Entity::Vacancy, vacancy.id.0, serde_json::Value::Null);
    if posted.submit {
        let employer = employer_of(unit.conn(), asker.organisation).await?;
        hand_in(exchange, &unit, &mut vacancy, &employer).await?;
    }
    unit.save().await?;
    Ok(Made {
        vacancy: vacancy.id,
        again: false,
    })
}

async fn hand_in(exchange: &Exchange, unit: &Unit, vacancy: &mut VacancyRecord, employer: &OrganisationRecord) -> Result<()> {
    let verdict = judge(exchange, &vacancy.content, employer);
    let command = Move::Submit.command(vacancy.state);
    write::hand_in(exchange, unit, vacancy, employer, command, verdict).await?;
    if vacancy.state == VacancyState::Submitted {
        unit.enqueue(jobs::tell_moderators(vacancy.id));
    }
    Ok(())
}

/// One's own vacancy, as it was read by whoever changes it.
async fn expected(unit: &Unit, actor: &Actor, id: VacancyId, expected: &Expected) -> Result<(VacancyRecord, OrganisationRecord)> {
    allows(actor, Action::WriteVacancies)?;
    let organisation = read::own_organisation(actor)?;
    let vacancy = sanviec_store::vacancies::of(organisation).find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    let revision = sanviec_store::revisions::pending_of(unit.conn(), id).await?;
    expected.holds(&vacancy, revision.as_ref())?;
    Ok((vacancy, employer_of(unit.conn(), organisation).await?))
}

pub(super) async fn replace(exchange: &Exchange, actor: &Actor, id: VacancyId, tags: &Expected, posted: Posted) -> Result<()> {
    let unit = exchange.begin(actor).await?;
    let (mut vacancy, employer) = expected(&unit, actor, id, tags).await?;
    if vacancy.external_reference != posted.external_reference {
        if let Some(reference) = &posted.external_reference
            && sanviec_store::vacancies::by_reference(unit.conn(), employer.id, reference).await?.is_some()
        {
            return Err(taken());
        }
        vacancy.external_reference = posted.external_reference;
        if revise::is_revisable(vacancy.state) {
            vacancy = sanviec_store::vacancies::update(&unit, &vacancy).await?;
        }
    }
    if revise::is_revisable(vacancy.state) {
        revise::revise_in(exchange, &unit, &mut vacancy, &employer, posted.content).await?;
    } else if write::is_editable(vacancy.state) {
        vacancy.content = posted.content;
        vacancy = sanviec_store::vacancies::update(&unit, &vacancy).await?;
        unit.audit("vacancy.save_draft", Entity::Vacancy, id.0, serde_json::Value::Null);
        if posted.submit {
            hand_in(exchange, &unit, &mut vacancy, &employer).await?;
        }
    } else {
        return Err(ExchangeError::NotNow(format!("a vacancy that is {} can't be changed", vacancy.state.key())));
    }
    unit.save().await?;
    Ok(())
}

pub(super) async fn carry_out(exchange: &Exchange, actor: &Actor, id: VacancyId, tags: &Expected, moves: Move) -> Result<()> {
    let unit = exchange.begin(actor).await?;
    let (mut vacancy, employer) = expected(&unit, actor, id, tags).await?;
    let command: VacancyCommand = moves.command(vacancy.state);
    if moves == Move::Submit {
        hand_in(exchange, &unit, &mut vacancy, &employer).await?;
    } else {
        change::carry_out(exchange, &unit, &mut vacancy, &employer, command, Party::Owner, Facts::default(), None).await?;
    }
    if command == VacancyCommand::Fill {
        results::ask_now(&unit, &vacancy).await?;
    }
    unit.audit("vacancy.command", Entity::Vacancy, id.0, serde_json::json!({ "command": command.key() }));
    unit.save().await?;
    Ok(())
}
