//! What came of vacancies: employers are asked from twenty working days after the publication on (decree
//! 352/2025/NĐ-CP, art. 10.2), and at once where they close one as filled.

use super::read::own_organisation;
use crate::error::{ExchangeError, Result};
use crate::{Exchange, jobs};
use chrono::{Days, Months};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::application::ApplicationState;
use sanviec_domain::ids::VacancyId;
use sanviec_domain::time::vietnam_midnight;
use sanviec_domain::vacancy::result::{ASKED_WITHIN_DAYS, RecruitmentResult, published_until};
use sanviec_store::Entity;
use sanviec_store::results::{self, ResultFigures};
use sanviec_store::vacancies::VacancyRecord;
use std::collections::BTreeMap;

/// Vacancies of one unit of work.
const CHUNK: u64 = 500;
/// Rows of the page.
pub const PAGE: u64 = 50;

/// Asks about what was published long enough ago, with one letter to each employer. Answers with how many
/// vacancies.
pub(crate) async fn ask_due(exchange: &Exchange) -> Result<u64> {
    let last = published_until(exchange.clock.today(), &exchange.is_holiday());
    let Some(first) = last.checked_sub_days(Days::new(ASKED_WITHIN_DAYS)) else {
        return Ok(0);
    };
    let published = vietnam_midnight(first)..vietnam_midnight(last + Days::new(1));
    let mut asked = 0;
    loop {
        let due = results::to_ask(exchange.store.reader(), published.clone(), CHUNK).await?;
        let unit = exchange.begin(&Actor::System).await?;
        for (vacancy, employer) in &due {
            results::ask(&unit, *vacancy, *employer).await?;
            // One letter to each: the job has a key.
            unit.enqueue(jobs::ask_results(*employer));
        }
        unit.save().await?;
        asked += due.len() as u64;
        // Whoever was asked is not found again.
        if (due.len() as u64) < CHUNK {
            return Ok(asked);
        }
    }
}

/// A vacancy about which is asked.
pub struct Asked {
    /// The vacancy.
    pub vacancy: VacancyRecord,
    /// How many were hired here, as far as the exchange knows.
    pub known: u64,
}

/// One's own vacancies about which is asked.
pub async fn open(exchange: &Exchange, actor: &Actor) -> Result<Vec<Asked>> {
    let organisation = own_organisation(actor)?;
    let conn = exchange.store.reader();
    let vacancies = results::open_of(conn, organisation, PAGE).await?;
    let ids: Vec<VacancyId> = vacancies.iter().map(|vacancy| vacancy.id).collect();
    let counts = crate::applications::read::counts(exchange, actor, &ids).await?;
    let known = |id: VacancyId| counts.get(&id).and_then(|counts| counts.get(&ApplicationState::Hired)).copied().unwrap_or_default();
    Ok(vacancies
        .into_iter()
        .map(|vacancy| Asked {
            known: known(vacancy.id),
            vacancy,
        })
        .collect())
}

/// About how many of one's own vacancies is asked.
pub async fn count_open(exchange: &Exchange, actor: &Actor) -> Result<u64> {
    Ok(results::count_open(exchange.store.reader(), own_organisation(actor)?).await?)
}

/// Answers about some of one's own vacancies; those about which nobody asked, or was answered already, are
/// left out. Answers with how many were new.
pub async fn answer(exchange: &Exchange, actor: &Actor, said: &BTreeMap<VacancyId, RecruitmentResult>) -> Result<u64> {
    allows(actor, Action::WriteVacancies)?;
    let organisation = own_organisation(actor)?;
    let unit = exchange.begin(actor).await?;
    let mut count = 0;
    for (vacancy, result) in said.iter().take(PAGE as usize) {
        if results::answer(&unit, organisation, *vacancy, *result).await? {
            let details = serde_json::json!({ "hired": result.hired, "here": result.here });
            unit.audit("vacancy.result", Entity::Vacancy, vacancy.0, details);
            count += 1;
        }
    }
    unit.save().await?;
    Ok(count)
}

/// What came of the vacancies about which was asked within a year.
pub async fn of_a_year(exchange: &Exchange, actor: &Actor) -> Result<ResultFigures> {
    allows(actor, Action::Supervise)?;
    let since = exchange.now().checked_sub_months(Months::new(12)).ok_or(ExchangeError::NotFound)?;
    Ok(results::figures(exchange.store.reader(), since).await?)
}
