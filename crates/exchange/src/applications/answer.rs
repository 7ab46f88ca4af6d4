//! Moving an application along: by the employer, by the seeker, by the clock.

use crate::error::{ExchangeError, Result};
use crate::placements::hired::{self, Hire};
use crate::{Exchange, jobs};
use chrono::TimeDelta;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::application::{ApplicationCommand, ApplicationEvent, ApplicationGuard, ApplicationLife, ApplicationState, DeclineReason, LAPSE_AFTER_DAYS, REMIND_AFTER_DAYS};
use sanviec_domain::ids::{ApplicationId, VacancyId};
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::place::ProvinceCode;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::applications::ApplicationRecord;
use sanviec_store::{ChangeKind, Entity, Unit};
use std::collections::BTreeMap;

/// The employer opens, shortlists, invites, offers, hires or declines.
pub async fn by_employer(exchange: &Exchange, actor: &Actor, id: ApplicationId, command: ApplicationCommand, reason: Option<DeclineReason>) -> Result<ApplicationState> {
    by_employer_with(exchange, actor, id, command, reason, &Hire::default()).await
}

/// The same, with when and under which agreement somebody is hired.
pub async fn by_employer_with(
    exchange: &Exchange,
    actor: &Actor,
    id: ApplicationId,
    command: ApplicationCommand,
    reason: Option<DeclineReason>,
    hire: &Hire,
) -> Result<ApplicationState> {
    allows(actor, Action::AnswerApplications)?;
    let organisation = super::read::who_sees_candidates(exchange, actor).await?;
    let unit = exchange.begin(actor).await?;
    let mut application = sanviec_store::applications::of_employer(organisation)
        .find(unit.conn(), id)
        .await?
        .ok_or(ExchangeError::NotFound)?;
    carry_out(&unit, &mut application, command, Party::Owner, reason, Some((hire, exchange.reference.home()))).await?;
    unit.save().await?;
    Ok(application.state)
}

/// The seeker withdraws.
pub async fn withdraw(exchange: &Exchange, actor: &Actor, id: ApplicationId) -> Result<()> {
    allows(actor, Action::OwnApplications)?;
    let seeker = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let unit = exchange.begin(actor).await?;
    let mut application = sanviec_store::applications::of_seeker(seeker).find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    move_on(&unit, &mut application, ApplicationCommand::Withdraw, Party::Seeker, None).await?;
    unit.save().await?;
    Ok(())
}

/// Lapses applications that got no answer for [`LAPSE_AFTER_DAYS`]. Run by the clock.
pub async fn lapse_due(exchange: &Exchange) -> Result<usize> {
    let before = exchange.now() - TimeDelta::days(LAPSE_AFTER_DAYS);
    let mut lapsed = 0;
    for due in sanviec_store::applications::to_lapse(exchange.store.reader(), before, 500).await? {
        let unit = exchange.begin(&Actor::System).await?;
        let Some(mut application) = sanviec_store::applications::find(unit.conn(), due.id).await? else {
            continue;
        };
        if application.updated_at <= before && move_on(&unit, &mut application, ApplicationCommand::Lapse, Party::System, None).await.is_ok() {
            unit.save().await?;
            lapsed += 1;
        }
    }
    Ok(lapsed)
}

/// Reminds employers of applications that have waited for [`REMIND_AFTER_DAYS`]: once each, with one
/// letter a vacancy. Run by the clock; answers with how many applications these were.
pub async fn remind_due(exchange: &Exchange) -> Result<usize> {
    let before = exchange.now() - TimeDelta::days(REMIND_AFTER_DAYS);
    let mut by_vacancy: BTreeMap<VacancyId, Vec<ApplicationRecord>> = BTreeMap::new();
    for due in sanviec_store::applications::to_remind(exchange.store.reader(), before, 500).await? {
        by_vacancy.entry(due.vacancy).or_default().push(due);
    }
    let mut reminded = 0;
    for (vacancy, due) in by_vacancy {
        let unit = exchange.begin(&Actor::System).await?;
        let mut count = 0_u32;
        for application in due {
            let Ok(moved) = decide::<ApplicationLife>(application.state, ApplicationCommand::Remind, Party::System, |_| true) else {
                continue;
            };
            let (from, to) = (moved.from.key(), moved.to.key());
            unit.history(Entity::Application, application.id.0, Some(from), ApplicationCommand::Remind.key(), to, None);
            count += 1;
        }
        if count > 0 {
            unit.enqueue(jobs::remind_employer(vacancy, count));
            unit.save().await?;
            reminded += count as usize;
        }
    }
    Ok(reminded)
}

/// Decides by the table and writes what follows into the unit. The caller saves. Nobody is hired by it.
pub(crate) async fn move_on(unit: &Unit, application: &mut ApplicationRecord, command: ApplicationCommand, party: Party, reason: Option<DeclineReason>) -> Result<()> {
    carry_out(unit, application, command, party, reason, None).await
}

/// The same; `hire` says how somebody is hired, and where the centre's province is.
async fn carry_out(
    unit: &Unit,
    application: &mut ApplicationRecord,
    command: ApplicationCommand,
    party: Party,
    reason: Option<DeclineReason>,
    hire: Option<(&Hire, ProvinceCode)>,
) -> Result<()> {
    let moved = decide::<ApplicationLife>(application.state, command, party, |guard| match guard {
        ApplicationGuard::ReasonGiven => reason.is_some(),
        ApplicationGuard::Silent => true,
        // What reminds is [`remind_due`].
        ApplicationGuard::Waiting => false,
    })?;
    application.state = moved.to;
    application.decline_reason = reason.or(application.decline_reason);
    if party == Party::Owner && application.answered_at.is_none() && command != ApplicationCommand::View {
        application.answered_at = Some(unit.now());
    }
    sanviec_store::applications::update(unit, application).await?;
    let id = application.id;
    unit.history(
        Entity::Application,
        id.0,
        Some(moved.from.key()),
        command.key(),
        moved.to.key(),
        reason.map(|reason| reason.key().to_owned()),
    );
    unit.audit("application.command", Entity::Application, id.0, serde_json::json!({ "command": command.key() }));
    unit.changed(Entity::Application, id.0, ChangeKind::Put);
    for event in moved.events {
        match event {
            ApplicationEvent::SeekerTold => unit.enqueue(jobs::tell_seeker(id, command)),
            ApplicationEvent::EmployerTold => unit.enqueue(jobs::tell_employer_of_application(id, command)),
            ApplicationEvent::PlacementMade => {
                if let Some((hire, home)) = hire {
                    hired::make(unit, application, hire, home).await?;
                }
            }
            // The others end once the placement counts: what one side says alone ends nothing.
            ApplicationEvent::OthersEnd | ApplicationEvent::EmployerReminded => {}
        }
    }
    Ok(())
}
