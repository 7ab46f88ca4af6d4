//! Reading applications: a seeker's own, and those an employer received.

use crate::Exchange;
use crate::error::{ExchangeError, Result};
use chrono::TimeDelta;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::application::ApplicationState;
use sanviec_domain::ids::{ApplicationId, OrganisationId, VacancyId};
use sanviec_domain::organisation::OrganisationState;
use sanviec_store::Entity;
use sanviec_store::applications::ApplicationRecord;
use sanviec_store::history::HistoryLine;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::vacancies::VacancyRecord;
use std::collections::{BTreeMap, HashMap};

/// An application with its vacancy and employer.
pub struct ApplicationView {
    /// The application.
    pub application: ApplicationRecord,
    /// What it is for.
    pub vacancy: VacancyRecord,
    /// Whose vacancy it is.
    pub employer: OrganisationRecord,
    /// What happened to it.
    pub history: Vec<HistoryLine>,
}

/// The actor's own applications, the newest first.
pub async fn mine(exchange: &Exchange, actor: &Actor) -> Result<Vec<ApplicationView>> {
    allows(actor, Action::OwnApplications)?;
    let seeker = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let conn = exchange.store.reader();
    let applications = sanviec_store::applications::of_seeker(seeker).list(conn, None, 200).await?;
    let ids: Vec<VacancyId> = applications.iter().map(|application| application.vacancy).collect();
    let vacancies = sanviec_store::vacancies::with_employer(conn, &ids).await?;
    let view = |application: ApplicationRecord| {
        let (vacancy, employer) = vacancies.iter().find(|(vacancy, _)| vacancy.id == application.vacancy)?.clone();
        Some(ApplicationView {
            application,
            vacancy,
            employer,
            history: Vec::new(),
        })
    };
    Ok(applications.into_iter().filter_map(view).collect())
}

/// The actor's own application for a vacancy, if there is one.
pub async fn mine_for(exchange: &Exchange, actor: &Actor, vacancy: VacancyId) -> Result<Option<ApplicationId>> {
    allows(actor, Action::OwnApplications)?;
    let seeker = actor.person().ok_or(ExchangeError::SignInFirst)?;
    Ok(sanviec_store::applications::by_vacancy_and_seeker(exchange.store.reader(), vacancy, seeker)
        .await?
        .map(|application| application.id))
}

/// One of the actor's own applications.
pub async fn my(exchange: &Exchange, actor: &Actor, id: ApplicationId) -> Result<ApplicationView> {
    allows(actor, Action::OwnApplications)?;
    let seeker = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let application = sanviec_store::applications::of_seeker(seeker)
        .find(exchange.store.reader(), id)
        .await?
        .ok_or(ExchangeError::NotFound)?;
    with_history(exchange, application).await
}

/// The actor's own organisation, as far as it may see candidates: only a verified one may.
pub(crate) async fn who_sees_candidates(exchange: &Exchange, actor: &Actor) -> Result<OrganisationId> {
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    match crate::organisations::find(exchange, organisation).await?.state {
        OrganisationState::Verified => Ok(organisation),
        _ => Err(ExchangeError::NotVerified),
    }
}

/// The applications for one of the actor's own vacancies, in some states.
pub async fn for_vacancy(exchange: &Exchange, actor: &Actor, vacancy: VacancyId, states: Option<&[ApplicationState]>) -> Result<Vec<ApplicationRecord>> {
    allows(actor, Action::ReadOwnVacancies)?;
    let organisation = who_sees_candidates(exchange, actor).await?;
    Ok(sanviec_store::applications::of_employer(organisation)
        .of_vacancy(exchange.store.reader(), vacancy, states, None, 200)
        .await?)
}

/// How many applications of one's own wait for an answer.
pub async fn awaiting(exchange: &Exchange, actor: &Actor) -> Result<u64> {
    allows(actor, Action::ReadOwnVacancies)?;
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    Ok(sanviec_store::applications::of_employer(organisation).awaiting(exchange.store.reader()).await?)
}

/// One application that the actor's own organisation received. Opening it is logged: it shows
/// personal data.
pub async fn received(exchange: &Exchange, actor: &Actor, id: ApplicationId) -> Result<ApplicationView> {
    allows(actor, Action::ReadOwnVacancies)?;
    let organisation = who_sees_candidates(exchange, actor).await?;
    let application = sanviec_store::applications::of_employer(organisation)
        .find(exchange.store.reader(), id)
        .await?
        .ok_or(ExchangeError::NotFound)?;
    let unit = exchange.begin(actor).await?;
    unit.audit("application.look", Entity::Application, id.0, serde_json::Value::Null);
    unit.save().await?;
    with_history(exchange, application).await
}

async fn with_history(exchange: &Exchange, application: ApplicationRecord) -> Result<ApplicationView> {
    let conn = exchange.store.reader();
    let (vacancy, employer) = sanviec_store::vacancies::with_employer(conn, &[application.vacancy])
        .await?
        .into_iter()
        .next()
        .ok_or(ExchangeError::NotFound)?;
    let history = sanviec_store::history::of(conn, Entity::Application, application.id.0).await?;
    Ok(ApplicationView {
        application,
        vacancy,
        employer,
        history,
    })
}

/// Applications of one's own vacancies by state.
pub async fn counts(exchange: &Exchange, actor: &Actor, vacancies: &[VacancyId]) -> Result<HashMap<VacancyId, BTreeMap<ApplicationState, u64>>> {
    allows(actor, Action::ReadOwnVacancies)?;
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    Ok(sanviec_store::applications::of_employer(organisation)
        .counts_by_vacancy(exchange.store.reader(), vacancies)
        .await?)
}

/// How many have waited for an answer longer than a week.
pub async fn overdue(exchange: &Exchange, actor: &Actor) -> Result<u64> {
    allows(actor, Action::ReadOwnVacancies)?;
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    let before = exchange.now() - TimeDelta::days(7);
    Ok(sanviec_store::applications::of_employer(organisation)
        .awaiting_since(exchange.store.reader(), before)
        .await?)
}
