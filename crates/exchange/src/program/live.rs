//! What a live key does: the employer's real vacancies, by the rules for its people.

use super::{Asker, Expected, Made, Move, Once, Posted, Seen, asked_before, free_for, or_taken};
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use crate::vacancies::change::{self, Facts};
use crate::vacancies::{employer_of, read, revise, write};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::VacancyId;
use sanviec_domain::lifecycle::Party;
use sanviec_domain::vacancy::VacancyCommand;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::{Entity, Unit};

pub(super) async fn one(exchange: &Exchange, actor: &Actor, id: VacancyId) -> Result<Seen> {
    let vacancy = read::own(exchange, actor, id).await?.vacancy;
    let conn = exchange.store.reader();
    let decision = if read::has_decision_to_explain(&vacancy) {
        sanviec_store::cases::last_decision(conn, Entity::Vacancy, id.0).await?
    } else {
        None
    };
    Ok(Seen {
        revision: sanviec_store::revisions::pending_of(conn, id).await?,
        decision,
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
    is_free(&unit, &vacancy).await?;
    sanviec_store::vacancies::insert(&unit, vacancy.clone()).await.map_err(or_taken)?;
    unit.audit("vacancy.save_draft", Entity::Vacancy, vacancy.id.0, serde_json::Value::Null);
    if posted.submit {
        let employer = employer_of(unit.conn(), asker.organisation).await?;
        write::submit_in(exchange, &unit, &mut vacancy, &employer, VacancyCommand::Submit).await?;
    }
    unit.save().await?;
    Ok(Made {
        vacancy: vacancy.id,
        again: false,
    })
}

/// Refuses a reference that is another vacancy's.
async fn is_free(unit: &Unit, vacancy: &VacancyRecord) -> Result<()> {
    let Some(reference) = &vacancy.external_reference else { return Ok(()) };
    free_for(vacancy, sanviec_store::vacancies::by_reference(unit.conn(), vacancy.employer, reference).await?)
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
        vacancy.external_reference = posted.external_reference;
        is_free(&unit, &vacancy).await?;
        if revise::is_revisable(vacancy.state) {
            vacancy = sanviec_store::vacancies::update(&unit, &vacancy).await.map_err(or_taken)?;
        }
    }
    if revise::is_revisable(vacancy.state) {
        revise::revise_in(exchange, &unit, &mut vacancy, &employer, posted.content).await?;
    } else if write::is_editable(vacancy.state) {
        vacancy.content = posted.content;
        vacancy = sanviec_store::vacancies::update(&unit, &vacancy).await.map_err(or_taken)?;
        unit.audit("vacancy.save_draft", Entity::Vacancy, id.0, serde_json::Value::Null);
        if posted.submit {
            let command = write::usual_command(vacancy.state);
            write::submit_in(exchange, &unit, &mut vacancy, &employer, command).await?;
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
    let command = moves.command(vacancy.state);
    if moves == Move::Submit {
        write::submit_in(exchange, &unit, &mut vacancy, &employer, command).await?;
    } else {
        change::carry_out(exchange, &unit, &mut vacancy, &employer, command, Party::Owner, Facts::default(), None).await?;
    }
    unit.audit("vacancy.command", Entity::Vacancy, id.0, serde_json::json!({ "command": command.key() }));
    unit.save().await?;
    Ok(())
}
