//! `/ntd/tin/{id}`: one's own vacancy, where it stands, what can happen next.

use super::{rows, steps, vacancy_id, wizard};
use crate::forms::Fields;
use crate::pages::show::changes_between;
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::access::{Action, allows};
use sanviec_domain::application::ApplicationState;
use sanviec_domain::lifecycle::{Party, offered};
use sanviec_domain::text::slug;
use sanviec_domain::time::vietnam_date;
use sanviec_domain::vacancy::{RevisionCommand, VacancyCommand, VacancyLife, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::vacancies::revise::OwnRevision;
use sanviec_exchange::vacancies::{change, judge, read, revise, write};
use sanviec_exchange::{ExchangeError, applications, moderation};
use sanviec_render::Area;
use sanviec_render::card::vacancy_path;
use sanviec_render::format::pay_headline;
use sanviec_render::pages::{Change, DecisionNote, EmployerVacancyPage, RevisionNote};

/// One's own vacancy.
pub async fn get(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = vacancy_id(&id)?;
    let exchange = &visit.app.exchange;
    let view = read::own(exchange, &visit.actor, id).await?;
    let vacancy = &view.vacancy;
    let may_write = allows(&visit.actor, Action::WriteVacancies).is_ok();
    let commands = if may_write { offered::<VacancyLife>(vacancy.state, Party::Owner) } else { Vec::new() };
    let editable = (write::is_editable(vacancy.state) || revise::is_revisable(vacancy.state)) && may_write;
    let preview = format!("/ntd/tin/{id}/xem-truoc");
    let edit = match vacancy.state {
        VacancyState::Draft => wizard::resume(id, &judge(exchange, &vacancy.content, &view.employer)),
        _ => format!("/ntd/tin/{id}/sua"),
    };
    let public = (vacancy.state == VacancyState::Published).then(|| vacancy_path(vacancy.number, &slug(&vacancy.content.title)));
    let case = if read::has_decision_to_explain(vacancy) {
        moderation::last_decision_on_own(exchange, &visit.actor, id).await?
    } else {
        None
    };
    let decision = case.as_ref().map(|case| DecisionNote {
        on: vietnam_date(case.decided_at.unwrap_or(case.created_at)),
        reasons: &case.reasons,
        message: &case.message,
    });
    let shown = rows(&visit, std::slice::from_ref(vacancy)).await?;
    let counts: Vec<(ApplicationState, u64)> = applications::read::counts(exchange, &visit.actor, &[id])
        .await?
        .remove(&id)
        .unwrap_or_default()
        .into_iter()
        .collect();
    let mut history = steps::<VacancyCommand>(&visit, &read::own_history(exchange, &visit.actor, id).await?);
    history.extend(steps::<RevisionCommand>(&visit, &revise::own_history(exchange, &visit.actor, id).await?));
    history.sort_by_key(|step| std::cmp::Reverse(step.at));
    let latest = revise::own_latest(exchange, &visit.actor, id).await?;
    let latest = latest.filter(|own| revise::is_revisable(vacancy.state) && (own.waits() || own.was_refused()));
    let changes = match &latest {
        Some(own) => changes_between(&visit, &vacancy.content, &own.revision.content),
        None => Vec::new(),
    };
    let revision = latest.as_ref().map(|own| revision_note(own, &changes));
    let place = vacancy.content.place.as_ref().map(|place| exchange.reference.place_label(place)).unwrap_or_default();
    let pay = if vacancy.content.pay.is_given() {
        pay_headline(&vacancy.content.pay, visit.locale)
    } else {
        String::new()
    };
    let chrome = visit.chrome(Area::Employer);
    let page = EmployerVacancyPage {
        chrome: &chrome,
        vacancy: shown.first().ok_or_else(Problem::not_found)?,
        place: &place,
        pay: &pay,
        commands: &commands,
        edit: editable.then_some(edit.as_str()),
        may_write,
        decision,
        revision,
        counts: &counts,
        public: public.as_deref(),
        preview: (public.is_none() && may_write).then_some(preview.as_str()),
        history: &history,
    };
    html(page.render())
}

fn revision_note<'a>(own: &'a OwnRevision, changes: &'a [Change]) -> RevisionNote<'a> {
    let decided = own.case.as_ref().filter(|_| own.was_refused());
    RevisionNote {
        waits: own.waits(),
        on: vietnam_date(decided.and_then(|case| case.decided_at).unwrap_or(own.revision.created_at)),
        changes,
        reasons: decided.map_or(&[], |case| case.reasons.as_slice()),
        message: decided.map_or("", |case| case.message.as_str()),
    }
}

/// Takes back the change that waits.
pub async fn withdraw_revision(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = vacancy_id(&id)?;
    match revise::withdraw(&visit.app.exchange, &visit.actor, id).await {
        Ok(()) => visit.say("flash-revision-withdrawn").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("/ntd/tin/{id}")))
}

/// Hands it to the centre; what keeps it from that is shown beside the preview.
pub async fn submit(visit: Visit, Path(id): Path<String>) -> Answer {
    let id = vacancy_id(&id)?;
    match write::submit(&visit.app.exchange, &visit.actor, id).await {
        Ok(state) => {
            let said = if state == VacancyState::Published {
                "flash-vacancy-published"
            } else {
                "flash-submitted"
            };
            visit.say(said).await?;
            Ok(go(&format!("/ntd/tin/{id}")))
        }
        Err(ExchangeError::Invalid(_)) => Ok(go(&format!("/ntd/tin/{id}/xem-truoc"))),
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => {
            visit.warn("flash-already-moved").await?;
            Ok(go(&format!("/ntd/tin/{id}")))
        }
        Err(error) => Err(error.into()),
    }
}

/// Pause, resume, fill, close, renew, appeal.
pub async fn command(visit: Visit, Path(id): Path<String>, Fields(form): Fields) -> Answer {
    let id = vacancy_id(&id)?;
    let command = VacancyCommand::from_key(form.value("command")).ok_or_else(|| Problem::unreadable("command"))?;
    match change::by_owner(&visit.app.exchange, &visit.actor, id, command).await {
        // Whoever says that the people were found is asked how many.
        Ok(_) if command == VacancyCommand::Fill => {
            visit.say("flash-filled").await?;
            return Ok(go("/ntd/ket-qua"));
        }
        Ok(_) => visit.say("flash-done").await?,
        Err(ExchangeError::Invalid(_)) => return Ok(go(&format!("/ntd/tin/{id}/xem-truoc"))),
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("/ntd/tin/{id}")))
}

/// A copy as a new draft, at the last step: it can go out as it is.
pub async fn copy(visit: Visit, Path(id): Path<String>) -> Answer {
    let copy = write::copy(&visit.app.exchange, &visit.actor, vacancy_id(&id)?).await?;
    visit.say("flash-copied").await?;
    Ok(go(&format!("/ntd/tin/{copy}/xem-truoc")))
}
