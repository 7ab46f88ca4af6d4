//! `/ntd/tin/{id}/ung-vien` and `/ntd/don/{id}`: who applied, and answering them.

use super::{steps, vacancy_id};
use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::pages::seeker::attached;
use crate::problem::{Answer, Problem};
use crate::queries::asked;
use crate::visit::{Visit, go, html};
use axum::extract::{Path, RawQuery};
use sanviec_domain::access::{Action, allows};
use sanviec_domain::application::{ApplicationCommand, ApplicationLife, ApplicationState, DeclineReason};
use sanviec_domain::ids::{AgreementId, ApplicationId};
use sanviec_domain::lifecycle::{Party, offered};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::applications::{answer, read};
use sanviec_exchange::placements::hired::{self, Hire};
use sanviec_exchange::placements::{self, is_start};
use sanviec_render::pages::{ApplicantPage, ApplicantRow, ApplicantsPage};
use sanviec_render::{Area, FormState, RenderError, tones};

/// Who applied for a vacancy.
pub async fn list(visit: Visit, Path(id): Path<String>, RawQuery(raw): RawQuery) -> Answer {
    let id = vacancy_id(&id)?;
    let exchange = &visit.app.exchange;
    let vacancy = sanviec_exchange::vacancies::read::own(exchange, &visit.actor, id).await?.vacancy;
    let stage = asked(raw.as_deref(), "giai-doan").and_then(|stage| ApplicationState::from_key(&stage));
    let counts: Vec<(ApplicationState, u64)> = read::counts(exchange, &visit.actor, &[id]).await?.remove(&id).unwrap_or_default().into_iter().collect();
    let states = stage.map(|stage| vec![stage]);
    let applications = read::for_vacancy(exchange, &visit.actor, id, states.as_deref()).await?;
    let now = exchange.now();
    let rows: Vec<ApplicantRow> = applications
        .into_iter()
        .map(|application| ApplicantRow {
            id: application.id,
            name: application.content.name.to_string(),
            sent: application.created_at,
            call_time: application.content.call_time,
            state: application.state,
            waiting_days: application.state.awaits_employer().then(|| (now - application.created_at).num_days()),
        })
        .collect();
    let chrome = visit.chrome(Area::Employer);
    html(
        ApplicantsPage {
            chrome: &chrome,
            vacancy: id,
            title: &vacancy.content.title,
            today: exchange.clock.today(),
            counts: &counts,
            stage,
            rows: &rows,
        }
        .render(),
    )
}

/// One application. Opening it for the first time marks it as seen.
pub async fn one(visit: Visit, Path(id): Path<String>) -> Answer {
    let id: ApplicationId = id.parse().map_err(|_| Problem::not_found())?;
    let exchange = &visit.app.exchange;
    let state = read::received(exchange, &visit.actor, id).await?.application.state;
    if state == ApplicationState::Submitted && allows(&visit.actor, Action::AnswerApplications).is_ok() {
        match answer::by_employer(exchange, &visit.actor, id, ApplicationCommand::View, None).await {
            // A colleague opened it in the same moment: it is seen either way.
            Ok(_) | Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => {}
            Err(error) => return Err(error.into()),
        }
    }
    html(show(&visit, id, &FormState::default()).await?)
}

async fn show(visit: &Visit, id: ApplicationId, form: &FormState) -> Result<Result<String, RenderError>, Problem> {
    let view = read::received(&visit.app.exchange, &visit.actor, id).await?;
    let application = &view.application;
    let may = allows(&visit.actor, Action::AnswerApplications).is_ok();
    let commands = if may { offered::<ApplicationLife>(application.state, Party::Owner) } else { Vec::new() };
    let lines: Vec<(String, String)> = if commands.contains(&ApplicationCommand::Hire) {
        let found = placements::lines_of(&visit.app.exchange, &visit.actor).await?;
        found.into_iter().map(|((agreement, line), words)| (format!("{agreement}:{line}"), words)).collect()
    } else {
        Vec::new()
    };
    let placement = hired::of_application(&visit.app.exchange, id).await?.map(|placement| {
        let reason = placement.denial.map(|denial| denial.label(visit.locale));
        (placement.started_on, placement.state.label(visit.locale), tones::placement(placement.state), reason)
    });
    let history = steps::<ApplicationCommand>(visit, &view.history);
    let chrome = visit.chrome(Area::Employer);
    // Whoever withdrew is no longer this employer's to call.
    let phone = (application.state != ApplicationState::Withdrawn).then_some(&application.content.phone);
    // What somebody who withdrew has sent is no longer this employer's to read.
    let files = if phone.is_some() { attached(visit, id).await? } else { Vec::new() };
    let page = ApplicantPage {
        chrome: &chrome,
        id,
        vacancy: view.vacancy.id,
        title: &view.vacancy.content.title,
        name: application.content.name.as_str(),
        phone,
        birth_year: application.content.birth_year,
        call_time: application.content.call_time,
        message: &application.content.message,
        files: &files,
        sent: application.created_at,
        state: application.state,
        reason: application.decline_reason,
        commands: &commands,
        lines: &lines,
        placement,
        form,
        history: &history,
    };
    Ok(page.render())
}

/// When and under which line somebody is hired, as it was typed; what is wrong stands at its field.
fn hire(visit: &Visit, form: &mut FormState) -> Hire {
    let t = visit.texts();
    let (starts, line) = (form.value("starts").to_owned(), form.value("line").to_owned());
    let started_on = starts.parse().ok().filter(|day| is_start(visit.app.exchange.clock.today(), *day));
    if started_on.is_none() && !starts.is_empty() {
        form.fail("starts", t.get("hire-error-day"));
    }
    let chosen = line
        .split_once(':')
        .and_then(|(agreement, line)| Some((agreement.parse::<AgreementId>().ok()?, line.parse::<u32>().ok()?)));
    if chosen.is_none() && !line.is_empty() {
        form.fail("line", t.get("hire-error-line"));
    }
    Hire { started_on, line: chosen }
}

/// Shortlists, invites, offers, hires or declines.
pub async fn command(visit: Visit, Path(id): Path<String>, Fields(mut form): Fields) -> Answer {
    let id: ApplicationId = id.parse().map_err(|_| Problem::not_found())?;
    let exchange = &visit.app.exchange;
    let reason = DeclineReason::from_key(form.value("reason"));
    let Some(command) = ApplicationCommand::from_key(form.value("command")) else {
        form.fail("command", visit.texts().get("applicant-error-answer"));
        return Ok(unprocessable(show(&visit, id, &form).await??));
    };
    if command == ApplicationCommand::Decline && reason.is_none() {
        form.fail("reason", visit.texts().get("applicant-error-reason"));
        return Ok(unprocessable(show(&visit, id, &form).await??));
    }
    let reason = reason.filter(|_| command == ApplicationCommand::Decline);
    let hire = match command {
        ApplicationCommand::Hire => hire(&visit, &mut form),
        _ => Hire::default(),
    };
    if form.has_errors() {
        return Ok(unprocessable(show(&visit, id, &form).await??));
    }
    match answer::by_employer_with(exchange, &visit.actor, id, command, reason, &hire).await {
        Ok(_) => visit.say("flash-done").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("/ntd/don/{id}")))
}
