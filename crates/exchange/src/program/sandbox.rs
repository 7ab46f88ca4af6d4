//! What a test key does: the same life cycle and the same checks, over vacancies that lie apart from the
//! real ones. No officer sees them, no index has them; what an officer would decide is asked for.

use super::webhooks::{self, Happened};
use super::{Asker, Expected, Made, Move, Once, Posted, Seen, asked_before, free_for, or_taken};
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use crate::vacancies::change::{self, Facts};
use crate::vacancies::{employer_of, guard_holds, judge, write};
use sanviec_domain::access::Actor;
use sanviec_domain::ids::{OrganisationId, VacancyId, VacancyNumber};
use sanviec_domain::lifecycle::{Party, Refused, decide};
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::program::KeyMode;
use sanviec_domain::vacancy::{VacancyCommand, VacancyLife};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::{Unit, test_vacancies};

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
    // Numbers are for people, and only what is real has a page.
    let mut vacancy = write::draft_of(&unit, asker.organisation, VacancyNumber(0), posted.content);
    if let Some(made) = asked_before(&unit, asker, once, vacancy.id).await? {
        return Ok(made);
    }
    if test_vacancies::count(unit.conn(), asker.organisation).await? >= MOST {
        return Err(ExchangeError::NotNow(format!("there are {MOST} vacancies for trying out, which are all there can be")));
    }
    vacancy.external_reference = posted.external_reference;
    is_free(&unit, &vacancy).await?;
    test_vacancies::insert(&unit, &vacancy).await.map_err(or_taken)?;
    if posted.submit {
        step(exchange, &unit, &mut vacancy, VacancyCommand::Submit, Party::Owner).await?;
    }
    unit.save().await?;
    Ok(Made {
        vacancy: vacancy.id,
        again: false,
    })
}

async fn is_free(unit: &Unit, vacancy: &VacancyRecord) -> Result<()> {
    let Some(reference) = &vacancy.external_reference else { return Ok(()) };
    free_for(vacancy, test_vacancies::by_reference(unit.conn(), vacancy.employer, reference).await?)
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
    if is_public {
        let employer = employer_of(unit.conn(), vacancy.employer).await?;
        let errors = judge(exchange, &vacancy.content, &employer).errors;
        if !errors.is_empty() {
            return Err(ExchangeError::Invalid(errors));
        }
    }
    test_vacancies::update(&unit, &mut vacancy).await.map_err(or_taken)?;
    if posted.submit && !is_public {
        let command = write::usual_command(vacancy.state);
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
    change::settle(vacancy, moved.to, command, unit.now());
    test_vacancies::update(unit, vacancy).await?;
    webhooks::tell(unit, Happened::moved(vacancy, moved.from, command, KeyMode::Test)).await
}
