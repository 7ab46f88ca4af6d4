//! `/ntd`: an employer's own vacancies and the people who applied.

pub mod applicants;
pub mod batches;
pub mod cases;
pub mod demands;
pub mod form;
pub mod home;
pub mod posting;
pub mod preview;
pub mod program;
pub mod results;
pub mod vacancy;
pub mod wizard;

use crate::problem::Problem;
use crate::visit::Visit;
use sanviec_domain::application::ApplicationState;
use sanviec_domain::ids::VacancyId;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::applications::read as applications;
use sanviec_render::pages::{HistoryStep, OwnVacancy};
use sanviec_store::history::HistoryLine;
use sanviec_store::vacancies::VacancyRecord;
use std::collections::{BTreeMap, HashMap};

/// The id in an address.
pub(crate) fn vacancy_id(id: &str) -> Result<VacancyId, Problem> {
    id.parse().map_err(|_| Problem::not_found())
}

/// Vacancies as rows, with how many applied and wait.
pub(crate) async fn rows(visit: &Visit, vacancies: &[VacancyRecord]) -> Result<Vec<OwnVacancy>, Problem> {
    let ids: Vec<VacancyId> = vacancies.iter().map(|vacancy| vacancy.id).collect();
    let counts: HashMap<VacancyId, BTreeMap<ApplicationState, u64>> = applications::counts(&visit.app.exchange, &visit.actor, &ids).await?;
    Ok(vacancies.iter().map(|vacancy| row(vacancy, counts.get(&vacancy.id))).collect())
}

fn row(vacancy: &VacancyRecord, counts: Option<&BTreeMap<ApplicationState, u64>>) -> OwnVacancy {
    let sum = |wanted: &dyn Fn(ApplicationState) -> bool| counts.map_or(0, |counts| counts.iter().filter(|(state, _)| wanted(**state)).map(|(_, count)| count).sum());
    let was_public = vacancy.published_at.is_some();
    OwnVacancy {
        id: vacancy.id,
        number: vacancy.number,
        title: vacancy.content.title.clone(),
        state: vacancy.state,
        closed: vacancy.closed_reason,
        deadline: vacancy.content.deadline,
        openings: vacancy.content.openings,
        applications: was_public.then(|| sum(&|_| true)),
        waiting: was_public.then(|| sum(&|state: ApplicationState| state.awaits_employer())),
    }
}

/// What happened to a record, the newest first.
pub(crate) fn steps<C: Vocabulary>(visit: &Visit, lines: &[HistoryLine]) -> Vec<HistoryStep> {
    lines
        .iter()
        .rev()
        .map(|line| HistoryStep::of::<C>(visit.texts(), &line.command, &line.party, line.at))
        .collect()
}
