//! Reading vacancies: the public page, and an employer's own list.

use crate::error::{ExchangeError, Result};
use crate::{Exchange, organisations};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::{OrganisationId, VacancyId, VacancyNumber};
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::vacancy::{ClosedReason, VacancyState};
use sanviec_store::Entity;
use sanviec_store::history::HistoryLine;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::vacancies::VacancyRecord;

/// A vacancy and whose it is.
pub struct VacancyView {
    /// The vacancy.
    pub vacancy: VacancyRecord,
    /// Its employer.
    pub employer: OrganisationRecord,
}

impl VacancyView {
    /// Whether an application is taken now.
    pub fn is_open(&self, today: chrono::NaiveDate) -> bool {
        self.vacancy.state == VacancyState::Published
            && self.employer.state == OrganisationState::Verified
            && self.vacancy.content.deadline.is_none_or(|deadline| deadline >= today)
    }
}

/// The public page of a vacancy: those that were ever published are shown, closed ones as closed.
/// A suspended employer's are not there at all.
pub async fn public(exchange: &Exchange, number: VacancyNumber) -> Result<VacancyView> {
    let vacancy = sanviec_store::vacancies::by_number(exchange.store.reader(), number).await?;
    shown(exchange, vacancy).await
}

/// The same by the id that the API gives.
pub async fn public_by_id(exchange: &Exchange, id: VacancyId) -> Result<VacancyView> {
    let vacancy = sanviec_store::vacancies::find(exchange.store.reader(), id).await?;
    shown(exchange, vacancy).await
}

/// A vacancy as the public may see it, if at all.
async fn shown(exchange: &Exchange, vacancy: Option<VacancyRecord>) -> Result<VacancyView> {
    let vacancy = vacancy.ok_or(ExchangeError::NotFound)?;
    let was_public = vacancy.published_at.is_some() && !matches!(vacancy.state, VacancyState::Rejected | VacancyState::Draft);
    let taken_down = vacancy.closed_reason == Some(ClosedReason::ByCentre);
    if !was_public || taken_down {
        return Err(ExchangeError::NotFound);
    }
    let employer = super::employer_of(exchange.store.reader(), vacancy.employer).await?;
    if employer.state != OrganisationState::Verified {
        return Err(ExchangeError::NotFound);
    }
    Ok(VacancyView { vacancy, employer })
}

/// A vacancy of the actor's own organisation, in any state.
pub async fn own(exchange: &Exchange, actor: &Actor, id: VacancyId) -> Result<VacancyView> {
    let organisation = own_organisation(actor)?;
    let conn = exchange.store.reader();
    let vacancy = sanviec_store::vacancies::of(organisation).find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let employer = organisations::find(exchange, organisation).await?;
    Ok(VacancyView { vacancy, employer })
}

/// Whether the centre decided something that the employer has to know the reasons of.
pub fn has_decision_to_explain(vacancy: &VacancyRecord) -> bool {
    matches!(vacancy.state, VacancyState::Returned | VacancyState::Rejected) || vacancy.closed_reason == Some(ClosedReason::ByCentre)
}

/// The actor's own organisation's vacancies, the newest first, `limit` a page.
pub async fn own_list(exchange: &Exchange, actor: &Actor, states: Option<&[VacancyState]>, after: Option<VacancyId>, limit: u64) -> Result<Vec<VacancyRecord>> {
    let organisation = own_organisation(actor)?;
    Ok(sanviec_store::vacancies::of(organisation).list(exchange.store.reader(), states, after, limit).await?)
}

/// The employer an actor acts for, if it may read its vacancies.
pub(crate) fn own_organisation(actor: &Actor) -> Result<OrganisationId> {
    allows(actor, Action::ReadOwnVacancies)?;
    actor.organisation().ok_or(ExchangeError::NotFound)
}

/// The public ones among some vacancies, with their employers, for the API.
pub async fn many_public(exchange: &Exchange, ids: &[VacancyId]) -> Result<Vec<VacancyView>> {
    let found = sanviec_store::vacancies::with_employer(exchange.store.reader(), ids).await?;
    let is_public = |vacancy: &VacancyRecord, employer: &OrganisationRecord| vacancy.state == VacancyState::Published && employer.state == OrganisationState::Verified;
    Ok(found
        .into_iter()
        .filter(|(vacancy, employer)| is_public(vacancy, employer))
        .map(|(vacancy, employer)| VacancyView { vacancy, employer })
        .collect())
}

/// Published vacancies in order of their ids, for exports.
pub async fn published_page(exchange: &Exchange, after: Option<VacancyId>, limit: u64) -> Result<Vec<VacancyView>> {
    let page = sanviec_store::vacancies::published_page(exchange.store.reader(), after, limit).await?;
    Ok(page.into_iter().map(|(vacancy, employer)| VacancyView { vacancy, employer }).collect())
}

/// What happened to one's own vacancy, oldest first.
pub async fn own_history(exchange: &Exchange, actor: &Actor, id: VacancyId) -> Result<Vec<HistoryLine>> {
    let organisation = own_organisation(actor)?;
    let conn = exchange.store.reader();
    let vacancy = sanviec_store::vacancies::of(organisation).find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    Ok(sanviec_store::history::of(conn, Entity::Vacancy, vacancy.id.0).await?)
}
