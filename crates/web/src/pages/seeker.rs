//! `/toi`: a seeker's own applications.

use crate::forms::Fields;
use crate::pages::apply::{file_row, unprocessable};
use crate::pages::show::{card, options};
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html};
use axum::extract::{Path, RawQuery};
use sanviec_domain::application::{ApplicationCommand, ApplicationLife, ApplicationState};
use sanviec_domain::ids::ApplicationId;
use sanviec_domain::lifecycle::{Party, offered};
use sanviec_domain::placement::{PlacementCommand, PlacementDenial, PlacementState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::applications::{answer, read};
use sanviec_exchange::files;
use sanviec_exchange::placements::hired;
use sanviec_exchange::vacancies::read::VacancyView;
use sanviec_render::pages::{ApplicationPage, ApplicationRow, FileRow, HistoryLine, Pager, SeekerHomePage, WorkBox};
use sanviec_render::{Area, FormState};

/// The list, the newest first.
pub async fn home(visit: Visit) -> Answer {
    let applications = read::mine(&visit.app.exchange, &visit.actor).await?;
    let row = |view: &read::ApplicationView| ApplicationRow {
        href: visit.link(&format!("/toi/don/{}", view.application.id)),
        title: view.vacancy.content.title.clone(),
        employer: view.employer.name.clone(),
        state: view.application.state,
        sent: view.application.created_at,
    };
    let rows: Vec<ApplicationRow> = applications.iter().map(row).collect();
    let chrome = visit.chrome(Area::Seeker);
    html(
        SeekerHomePage {
            chrome: &chrome,
            today: visit.app.exchange.clock.today(),
            rows: &rows,
            pager: &Pager::single(),
        }
        .render(),
    )
}

/// One application: received, and where it stands.
pub async fn application(visit: Visit, Path(id): Path<String>, RawQuery(raw): RawQuery) -> Answer {
    let id: ApplicationId = id.parse().map_err(|_| Problem::not_found())?;
    html(Ok(show(&visit, id, &raw.unwrap_or_default(), &FormState::default()).await?))
}

async fn show(visit: &Visit, id: ApplicationId, raw: &str, form: &FormState) -> Result<String, Problem> {
    let view = read::my(&visit.app.exchange, &visit.actor, id).await?;
    let placement = hired::of_application(&visit.app.exchange, id).await?;
    let (action, reasons) = (visit.link(&format!("/toi/don/{id}/nhan-viec")), options::<PlacementDenial>(visit.locale));
    let work = placement.filter(|placement| placement.state != PlacementState::Withdrawn).map(|placement| WorkBox {
        started: placement.started_on,
        state: placement.state,
        reason: placement.denial.map(|denial| denial.label(visit.locale)),
        action: &action,
        reasons: &reasons,
        form,
    });
    let history: Vec<HistoryLine> = view
        .history
        .iter()
        .filter_map(|line| {
            Some(HistoryLine {
                at: line.at,
                state: ApplicationState::from_key(&line.to)?,
            })
        })
        .collect();
    let withdraw = offered::<ApplicationLife>(view.application.state, Party::Seeker)
        .contains(&ApplicationCommand::Withdraw)
        .then(|| visit.link(&format!("/toi/don/{id}/rut")));
    let content = &view.application.content;
    let files = attached(visit, id).await?;
    let shown = card(
        &visit.app,
        &VacancyView {
            vacancy: view.vacancy.clone(),
            employer: view.employer.clone(),
        },
    );
    let chrome = visit.chrome(Area::Seeker);
    let page = ApplicationPage {
        chrome: &chrome,
        received: raw.contains("moi"),
        repeated: raw.contains("da-co"),
        card: &shown,
        state: view.application.state,
        reason: view.application.decline_reason,
        history: &history,
        phone: &content.phone,
        call_time: content.call_time,
        message: &content.message,
        files: &files,
        employer_phone: view.vacancy.content.contact.as_ref().map(|contact| &contact.phone),
        work: work.as_ref(),
        withdraw: withdraw.as_deref(),
    };
    Ok(page.render()?)
}

/// The files of an application that was loaded for whoever asks.
pub(super) async fn attached(visit: &Visit, id: ApplicationId) -> Result<Vec<FileRow>, Problem> {
    let files = files::of_application(&visit.app.exchange, id).await?;
    Ok(files.iter().map(file_row).collect())
}

/// Confirms that one has started work, or objects.
pub async fn started(visit: Visit, Path(id): Path<String>, Fields(mut form): Fields) -> Answer {
    let id: ApplicationId = id.parse().map_err(|_| Problem::not_found())?;
    // Somebody else's is not there, whatever was sent along.
    read::my(&visit.app.exchange, &visit.actor, id).await?;
    let command = PlacementCommand::from_key(form.value("lenh")).ok_or_else(|| Problem::unreadable("lenh"))?;
    let denial = PlacementDenial::from_key(form.value("ly-do"));
    if command == PlacementCommand::Deny && denial.is_none() {
        form.fail("ly-do", visit.texts().get("work-error-why"));
        return Ok(unprocessable(show(&visit, id, "", &form).await?));
    }
    let says = if command == PlacementCommand::Deny {
        "flash-work-denied"
    } else {
        "flash-work-confirmed"
    };
    match hired::answer(&visit.app.exchange, &visit.actor, id, command, denial).await {
        Ok(()) => visit.say(says).await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&visit.link(&format!("/toi/don/{id}"))))
}

/// Withdraws an application.
pub async fn withdraw(visit: Visit, Path(id): Path<String>) -> Answer {
    let id: ApplicationId = id.parse().map_err(|_| Problem::not_found())?;
    match answer::withdraw(&visit.app.exchange, &visit.actor, id).await {
        Ok(()) => visit.say("flash-withdrawn").await?,
        // Pressed twice, or the employer was faster.
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&visit.link(&format!("/toi/don/{id}"))))
}
