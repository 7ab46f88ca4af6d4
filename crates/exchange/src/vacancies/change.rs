//! Moving a vacancy along: pause, resume, fill, close, appeal, and what the clock does.

use super::{employer_of, guard_holds, read::own_organisation};
use crate::error::{ExchangeError, Result};
use crate::program::webhooks::{self, Happened};
use crate::{Exchange, applications, jobs, moderation};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::application::DeclineReason;
use sanviec_domain::ids::VacancyId;
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::moderation::CaseKind;
use sanviec_domain::program::KeyMode;
use sanviec_domain::time::Instant;
use sanviec_domain::vacancy::{ClosedReason, VacancyCommand, VacancyEvent, VacancyLife, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::{ChangeKind, Entity, Unit};

/// What a transition rests on besides the vacancy, its employer and the day.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Facts {
    /// Every required field is there and no certain rule is broken.
    pub complete: bool,
    /// The officer is another than the one who decided first; asked for appeals.
    pub another_officer: bool,
    /// Nothing that the rules found is grave; asked where nobody looks first.
    pub nothing_grave: bool,
    /// Nobody has done anything with it for long; asked by the clock.
    pub untouched: bool,
}

impl Facts {
    /// A text that was judged.
    pub(crate) fn complete(complete: bool) -> Self {
        Self { complete, ..Self::default() }
    }
}

/// A command of the employer: pause, resume, fill, withdraw, appeal.
pub async fn by_owner(exchange: &Exchange, actor: &Actor, id: VacancyId, command: VacancyCommand) -> Result<VacancyState> {
    if matches!(command, VacancyCommand::Submit | VacancyCommand::Renew) {
        return super::write::submit_as(exchange, actor, id, Some(command)).await;
    }
    allows(actor, Action::WriteVacancies)?;
    let organisation = own_organisation(actor)?;
    let unit = exchange.begin(actor).await?;
    let mut vacancy = sanviec_store::vacancies::of(organisation).find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    let employer = employer_of(unit.conn(), organisation).await?;
    carry_out(exchange, &unit, &mut vacancy, &employer, command, Party::Owner, Facts::default(), None).await?;
    unit.audit("vacancy.command", Entity::Vacancy, id.0, serde_json::json!({ "command": command.key() }));
    unit.save().await?;
    Ok(vacancy.state)
}

/// What those who applied are told.
fn why_declined(command: VacancyCommand) -> DeclineReason {
    if command == VacancyCommand::Fill {
        DeclineReason::Filled
    } else {
        DeclineReason::Closed
    }
}

/// Puts a vacancy where a command has moved it, with the times and the reason that go with it.
pub(crate) fn settle(vacancy: &mut VacancyRecord, to: VacancyState, command: VacancyCommand, now: Instant) {
    vacancy.state = to;
    match to {
        VacancyState::Submitted => vacancy.submitted_at = Some(now),
        VacancyState::Published => vacancy.published_at = vacancy.published_at.or(Some(now)),
        VacancyState::Closed => {
            vacancy.closed_at = Some(now);
            vacancy.closed_reason = Some(match command {
                VacancyCommand::Fill => ClosedReason::Filled,
                VacancyCommand::TakeDown => ClosedReason::ByCentre,
                _ => ClosedReason::Withdrawn,
            });
        }
        _ => {}
    }
}

/// Decides a command by the table, writes the new state and everything that follows from it into
/// the unit. The caller saves.
#[expect(clippy::too_many_arguments, reason = "the facts of one transition, named once, here")]
pub(crate) async fn carry_out(
    exchange: &Exchange,
    unit: &Unit,
    vacancy: &mut VacancyRecord,
    employer: &OrganisationRecord,
    command: VacancyCommand,
    party: Party,
    facts: Facts,
    note: Option<String>,
) -> Result<()> {
    let today = unit.today();
    let moved = decide::<VacancyLife>(vacancy.state, command, party, |guard| guard_holds(guard, &vacancy.content, employer, today, facts))?;
    settle(vacancy, moved.to, command, unit.now());
    if moved.to == VacancyState::Closed {
        moderation::cancel_open_case(unit, Entity::Vacancy, vacancy.id.0).await?;
    }
    if command == VacancyCommand::Fill {
        // Whoever says that the people were found is asked how many.
        sanviec_store::results::ask(unit, vacancy.id, vacancy.employer).await?;
    }
    if !super::revise::is_revisable(moved.to) {
        super::revise::cancel_pending(unit, vacancy.id).await?;
    }
    sanviec_store::vacancies::update(unit, vacancy).await?;
    unit.history(Entity::Vacancy, vacancy.id.0, Some(moved.from.key()), command.key(), moved.to.key(), note);
    unit.changed(Entity::Vacancy, vacancy.id.0, ChangeKind::Put);
    webhooks::tell(unit, Happened::moved(vacancy, moved.from, command, KeyMode::Live)).await?;
    for event in moved.events {
        match event {
            // The feed row above is what the indexer follows; nothing more is needed to show or hide.
            VacancyEvent::Shown | VacancyEvent::Hidden => {}
            VacancyEvent::CaseOpened => {
                moderation::open_case(exchange, unit, CaseKind::Appeal, Entity::Vacancy, vacancy.id.0, Some(vacancy.employer), Vec::new()).await?;
            }
            VacancyEvent::EmployerTold => unit.enqueue(jobs::tell_employer(vacancy.id, command)),
            VacancyEvent::ApplicantsTold => applications::end_with_vacancy(unit, vacancy.id, why_declined(command)).await?,
        }
    }
    Ok(())
}
