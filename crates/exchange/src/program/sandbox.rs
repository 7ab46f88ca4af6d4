//! What a test key does: the same life cycle and the same checks, over vacancies that lie apart from the
//! real ones. No officer sees them, no index has them; what an officer would decide is asked for.

use super::webhooks::{self, Happened};
use super::{Asker, Expected, Made, Move, Once, Posted, Seen, asked_before, taken};
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use crate::vacancies::change::Facts;
use crate::vacancies::{employer_of, guard_holds, judge, write};
use sanviec_domain::access::Actor;
use sanviec_domain::ids::{OrganisationId, VacancyId, VacancyNumber};
use sanviec_domain::lifecycle::{Party, Refused, decide};
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::program::KeyMode;
use sanviec_domain::vacancy::{ClosedReason, VacancyCommand, VacancyLife, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::{StoreError, Unit, test_vacancies};

/// The most vacancies for trying out that an employer has.
const MOST: u64 = 1_000;

pub(super) async fn one(exchange: &Exchange, organisation: OrganisationId, id: VacancyId) -> Result<Seen> {
    let vacancy = test_vacancies::find(exchange.store.reader(), organisation, id).await?.ok_or(ExchangeError::NotFound)?;
    Ok(Seen {
        vacancy,
        revision: None,
        decision: None,
    })
}

pub(super) async fn create(exchange: &Exchange, actor: &Actor, asker: &Asker, posted: Posted, once: Option<&Once>) -> Result<Made> {
    let unit = exchange.begin(actor).await?;
    let id = VacancyId(unit.uuid());
    if let Some(made) = asked_before(&unit, asker, once, id).await? {
        return Ok(made);
    }
    if test_vacancies::count(unit.conn(), asker.organisation).await? >= MOST {
        return Err(ExchangeError::NotNow(format!("there are {MOST} vacancies for trying out, which are all there can be")));
    }
    let mut vacancy = VacancyRecord {
        id,
        number: VacancyNumber(0),
        employer: asker.organisation,
        state: VacancyState::Draft,
        content: posted.content,
        external_reference: posted.external_reference,
        closed_reason: None,
        version: 1,
        created_by: None,
        created_at: unit.now(),
        updated_at: unit.now(),
        submitted_at: None,
        published_at: None,
        closed_at: None,
    };
    is_free(&unit, &vacancy).await?;
    test_vacancies::insert(&unit, &vacancy).await.map_err(|error| match error {
        StoreError::Taken(_) => taken(),
        other => other.into(),
    })?;
    if posted.submit {
        step(exchange, &unit, &mut vacancy, VacancyCommand::Submit, Party::Owner).await?;
    }
    unit.save().await?;
    Ok(Made { vacancy: id, again: false })
}

async fn is_free(unit: &Unit, vacancy: &VacancyRecord) -> Result<()> {
    let Some(reference) = &vacancy.external_reference else { return Ok(()) };
    match test_vacancies::by_reference(unit.conn(), vacancy.employer, reference).await? {
        Some(known) if known.id != vacancy.id => Err(taken()),
        _ => Ok(()),
    }
}

async fn expected(unit: &Unit, actor: &Actor, id: VacancyId, expected: &Expected) -> Result<VacancyRecord> {
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    let vacancy = test_vacancies::find(unit.conn(), organisation, id).await?.ok_or(ExchangeError::NotFound)?;
    expected.holds(&vacancy, None)?;
    Ok(vacancy)
}

pub(super) async fn replace(exchange: &Exchange, actor: &Actor, id: VacancyId, tags: &Expected, posted: Posted) -> Result<()> {
    let unit = exchange.begin(actor).await?;
    let mut vacancy = expected(&unit, actor, id, tags).await?;
    let is_public = crate::vacancies::revise::is_revisable(vacancy.state);
    if !is_public && !write::is_editable(vacancy.state) {
        return Err(ExchangeError::NotNow(format!("a vacancy that is {} can't be changed", vacancy.state.key())));
    }
    vacancy.external_reference = posted.external_reference;
    vacancy.content = posted.content;
    is_free(&unit, &vacancy).await?;
    // What people read is judged before it is changed; for trying out, nobody looks at it.
    let employer = employer_of(unit.conn(), vacancy.employer).await?;
    let errors = if is_public { judge(exchange, &vacancy.content, &employer).errors } else { Vec::new() };
    if !errors.is_empty() {
        return Err(ExchangeError::Invalid(errors));
    }
    test_vacancies::update(&unit, &mut vacancy).await?;
    if posted.submit && !is_public {
        let command = Move::Submit.command(vacancy.state);
        step(exchange, &unit, &mut vacancy, command, Party::Owner).await?;
    }
    unit.save().await?;
    Ok(())
}

pub(super) async fn carry_out(exchange: &Exchange, actor: &Actor, id: VacancyId, tags: &Expected, moves: Move) -> Result<()> {
    let unit = exchange.begin(actor).await?;
    let mut vacancy = expected(&unit, actor, id, tags).await?;
    let command = moves.command(vacancy.state);
    step(exchange, &unit, &mut vacancy, command, Party::Owner).await?;
    unit.save().await?;
    Ok(())
}

pub(super) async fn decide_as_officer(exchange: &Exchange, actor: &Actor, id: VacancyId, command: VacancyCommand) -> Result<()> {
    let unit = exchange.begin(actor).await?;
    let mut vacancy = expected(&unit, actor, id, &Expected::Any).await?;
    step(exchange, &unit, &mut vacancy, command, Party::Officer).await?;
    unit.save().await?;
    Ok(())
}

/// One step of the life cycle of a vacancy, by its table.
async fn step(exchange: &Exchange, unit: &Unit, vacancy: &mut VacancyRecord, command: VacancyCommand, party: Party) -> Result<()> {
    let mut employer = employer_of(unit.conn(), vacancy.employer).await?;
    // An employer that waits to be verified can try things out all the same.
    employer.state = OrganisationState::Verified;
    let verdict = judge(exchange, &vacancy.content, &employer);
    let facts = Facts {
        complete: verdict.errors.is_empty(),
        another_officer: true,
        ..Facts::default()
    };
    let today = unit.today();
    let moved = match decide::<VacancyLife>(vacancy.state, command, party, |guard| guard_holds(guard, &vacancy.content, &employer, today, facts)) {
        Err(Refused::Unmet(_)) if !verdict.errors.is_empty() => return Err(ExchangeError::Invalid(verdict.errors)),
        other => other?,
    };
    vacancy.state = moved.to;
    match moved.to {
        VacancyState::Submitted => vacancy.submitted_at = Some(unit.now()),
        VacancyState::Published => vacancy.published_at = vacancy.published_at.or(Some(unit.now())),
        VacancyState::Closed => {
            vacancy.closed_at = Some(unit.now());
            vacancy.closed_reason = Some(if command == VacancyCommand::Fill {
                ClosedReason::Filled
            } else {
                ClosedReason::Withdrawn
            });
        }
        _ => {}
    }
    test_vacancies::update(unit, vacancy).await?;
    webhooks::tell(unit, Happened::moved(vacancy, moved.from, command, KeyMode::Test)).await
}
