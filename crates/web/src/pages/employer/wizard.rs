//! `/ntd/tin/moi` and `/ntd/tin/{id}/sua/{buoc}`: a posting written on four short screens. Each is saved
//! as it is left, so it can be gone on with later and on another device; what the rules say is shown once
//! before the next screen comes.

use super::form::{choices, refused};
use super::{posting, vacancy_id};
use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::ids::VacancyId;
use sanviec_domain::moderation::Finding;
use sanviec_domain::vacancy::VacancyContent;
use sanviec_exchange::vacancies::{Verdict, judge, read, write};
use sanviec_exchange::{ExchangeError, organisations};
use sanviec_render::pages::employer::{faults, posting_values, steps};
use sanviec_render::pages::{Inputs, PostingRemarks, VacancyFormPage, posting_fields};
use sanviec_render::{Area, FormState};

/// The first screen of a new posting.
pub async fn new(visit: Visit) -> Answer {
    let before = write::begin(&visit.app.exchange, &visit.actor).await?;
    html(show(&visit, None, 1, &posting_values::typed(&before), &[]).await?)
}

/// Saves the first screen as a draft. A body with the inputs of other screens is taken whole.
pub async fn create(visit: Visit, Fields(form): Fields) -> Answer {
    let before = write::begin(&visit.app.exchange, &visit.actor).await?;
    keep(&visit, None, &before, 1, &form).await
}

/// A screen of a draft.
pub async fn get(visit: Visit, Path((id, step)): Path<(String, String)>) -> Answer {
    let (id, step) = (vacancy_id(&id)?, step_of(&step)?);
    let view = read::own(&visit.app.exchange, &visit.actor, id).await?;
    if !write::is_editable(view.vacancy.state) {
        return Ok(go(&format!("/ntd/tin/{id}/sua")));
    }
    let verdict = judge(&visit.app.exchange, &view.vacancy.content, &view.employer);
    let findings = steps::of_step(&verdict.findings, step);
    html(show(&visit, Some(id), step, &posting_values::typed(&view.vacancy.content), &findings).await?)
}

/// Saves a screen and goes to the next.
pub async fn save(visit: Visit, Path((id, step)): Path<(String, String)>, Fields(form): Fields) -> Answer {
    let (id, step) = (vacancy_id(&id)?, step_of(&step)?);
    let view = read::own(&visit.app.exchange, &visit.actor, id).await?;
    keep(&visit, Some(id), &view.vacancy.content, step, &form).await
}

/// What the rules say of a first screen that is being written.
pub async fn check_new(visit: Visit, Fields(form): Fields) -> Answer {
    let before = write::begin(&visit.app.exchange, &visit.actor).await?;
    let employer = organisations::own(&visit.app.exchange, &visit.actor).await?;
    let (_, content, _) = filled(&visit, &before, 1, &form);
    remarks(&visit, &judge(&visit.app.exchange, &content, &employer), 1)
}

/// What the rules say of a screen that is being written.
pub async fn check(visit: Visit, Path((id, step)): Path<(String, String)>, Fields(form): Fields) -> Answer {
    let (id, step) = (vacancy_id(&id)?, step_of(&step)?);
    let view = read::own(&visit.app.exchange, &visit.actor, id).await?;
    let (_, content, _) = filled(&visit, &view.vacancy.content, step, &form);
    remarks(&visit, &judge(&visit.app.exchange, &content, &view.employer), step)
}

/// Where to go on with a draft: the first screen on which something is missing, or the check.
pub fn resume(id: VacancyId, verdict: &Verdict) -> String {
    let owed = verdict.errors.iter().map(|error| posting_fields::step_of(posting_fields::input_of(error.field))).min();
    steps::path(id, owed.unwrap_or(steps::CHECK))
}

fn step_of(written: &str) -> Result<usize, Problem> {
    written
        .parse()
        .ok()
        .filter(|step| (1..=posting_fields::STEPS).contains(step))
        .ok_or_else(Problem::not_found)
}

fn remarks(visit: &Visit, verdict: &Verdict, step: usize) -> Answer {
    let findings = steps::of_step(&verdict.findings, step);
    let chrome = visit.chrome(Area::Employer);
    html(
        PostingRemarks {
            chrome: &chrome,
            findings: &findings,
            inputs: Inputs::Here,
        }
        .render(),
    )
}

/// What was saved with a screen's inputs written over it: the whole form, what it says, and what of it
/// could not be read. The inputs of other screens count only where they were sent.
fn filled(visit: &Visit, before: &VacancyContent, step: usize, given: &FormState) -> (FormState, VacancyContent, Vec<posting::Unread>) {
    let mut form = posting_values::typed(before);
    for name in posting_fields::ALL {
        match given.values.get(*name) {
            Some(values) => drop(form.values.insert((*name).to_owned(), values.clone())),
            // A box that isn't ticked isn't sent.
            None if posting_fields::of_step(step).contains(name) => drop(form.values.remove(*name)),
            None => {}
        }
    }
    let (mut content, mut unread) = posting::read(&form, &visit.app.exchange.reference);
    posting::keep(before, &form, &mut content, &mut unread);
    (form, content, unread)
}

async fn keep(visit: &Visit, id: Option<VacancyId>, before: &VacancyContent, step: usize, given: &FormState) -> Answer {
    let exchange = &visit.app.exchange;
    let (mut form, content, unread) = filled(visit, before, step, given);
    if !unread.is_empty() {
        posting::say(&mut form, &unread, visit.texts());
        return Ok(unprocessable(show(visit, id, step, &form, &[]).await??));
    }
    let id = match write::save_draft(exchange, &visit.actor, id, content).await {
        Err(ExchangeError::NotNow(_)) => return refused(visit, id).await,
        saved => saved?,
    };
    match given.value(posting_fields::ACTION) {
        posting_fields::PREVIEW => Ok(go(&steps::path(id, steps::CHECK))),
        posting_fields::NEXT => next(visit, id, step, form, given.value(posting_fields::SEEN)).await,
        _ => {
            visit.say("flash-draft-saved").await?;
            Ok(go(&format!("/ntd/tin/{id}")))
        }
    }
}

/// The next screen, unless something is wrong with this one, or the rules have something new to say.
async fn next(visit: &Visit, id: VacancyId, step: usize, mut form: FormState, seen: &str) -> Answer {
    let view = read::own(&visit.app.exchange, &visit.actor, id).await?;
    let mut verdict = judge(&visit.app.exchange, &view.vacancy.content, &view.employer);
    let findings = steps::of_step(&verdict.findings, step);
    verdict.errors.retain(|error| steps::is_on(error.field, step));
    if !verdict.errors.is_empty() {
        faults::put(&mut form, &verdict.errors, visit.texts());
        return Ok(unprocessable(show(visit, Some(id), step, &form, &findings).await??));
    }
    let said = steps::fingerprint(&findings);
    if !said.is_empty() && said != seen {
        return Ok(go(&format!("{}#nhac-nho", steps::path(id, step))));
    }
    Ok(go(&steps::path(id, step + 1)))
}

async fn show(visit: &Visit, id: Option<VacancyId>, step: usize, form: &FormState, findings: &[Finding]) -> Result<Result<String, sanviec_render::RenderError>, Problem> {
    let choices = choices(visit, form);
    let earlier = match id {
        None => super::form::earlier(visit).await?,
        Some(_) => Vec::new(),
    };
    let action = id.map_or_else(|| "/ntd/tin/moi".to_owned(), |id| steps::path(id, step));
    let checks = format!("{action}/kiem-tra");
    let chrome = visit.chrome(Area::Employer);
    let page = VacancyFormPage {
        chrome: &chrome,
        id,
        step: Some(step),
        checks: Some(&checks),
        findings,
        action: &action,
        form,
        provinces: &choices.provinces,
        communes: &choices.communes,
        parks: &choices.parks,
        earlier: &earlier,
        revising: false,
        reasons: &[],
        message: "",
    };
    Ok(page.render())
}
