//! Letters about the life of vacancies: they end soon, their terms have changed, their employer was
//! suspended.

use super::notices::{APPLICATION, Outgoing, to_employer, vacancy_and_employer};
use crate::error::{ExchangeError, Result};
use crate::{Exchange, messages};
use chrono::NaiveDate;
use sanviec_domain::application::ApplicationState;
use sanviec_domain::ids::{OrganisationId, VacancyId};
use sanviec_domain::vacancy::{Field, VacancyState};
use sanviec_render::mail::{LifeNotice, Notice};
use sanviec_store::applications::ApplicationRecord;
use sanviec_store::messages::Channel;
use std::collections::HashMap;

/// Applications read at a time.
const CHUNK: u64 = 500;

/// To the employer: its vacancy ends. Nobody is told where that is no longer so.
pub(super) async fn of_end(exchange: &Exchange, vacancy: VacancyId, deadline: NaiveDate) -> Result<Vec<Outgoing>> {
    let (vacancy, employer) = vacancy_and_employer(exchange, vacancy).await?;
    if vacancy.state != VacancyState::Published || vacancy.content.deadline != Some(deadline) {
        return Ok(Vec::new());
    }
    let open = sanviec_store::applications::open_of_vacancy(exchange.store.reader(), vacancy.id).await?;
    let url = format!("{}/ntd/tin/{}/sua", exchange.settings.site.base_url, vacancy.id);
    let notice = Notice::Life(LifeNotice::Ends {
        title: &vacancy.content.title,
        days: (deadline - exchange.clock.today()).num_days().max(0),
        deadline,
        waiting: open.iter().filter(|application| application.state.awaits_employer()).count(),
        url: &url,
    });
    to_employer(exchange, &employer, Some(&vacancy.content), &notice, "vacancy").await
}

/// To the employer: what came of its vacancies? Nobody is asked who has answered meanwhile.
pub(super) async fn of_results(exchange: &Exchange, organisation: OrganisationId) -> Result<Vec<Outgoing>> {
    let conn = exchange.store.reader();
    let employer = sanviec_store::organisations::find(conn, organisation).await?.ok_or(ExchangeError::NotFound)?;
    let count = sanviec_store::results::count_open(conn, organisation).await?;
    if count == 0 {
        return Ok(Vec::new());
    }
    let url = format!("{}/ntd/ket-qua", exchange.settings.site.base_url);
    let notice = Notice::Life(LifeNotice::Results { count, url: &url });
    to_employer(exchange, &employer, None, &notice, "vacancy").await
}

/// To those whose applications are open: the terms have changed.
pub(super) async fn of_change(exchange: &Exchange, vacancy: VacancyId, terms: &[Field]) -> Result<Vec<Outgoing>> {
    let (vacancy, employer) = vacancy_and_employer(exchange, vacancy).await?;
    let mut outgoing = Vec::new();
    for application in sanviec_store::applications::open_of_vacancy(exchange.store.reader(), vacancy.id).await? {
        let url = address(exchange, &application);
        let notice = LifeNotice::Changed {
            name: application.content.name.given(),
            title: &vacancy.content.title,
            employer: &employer.name,
            terms,
            url: &url,
        };
        outgoing.push(to_seeker(exchange, &application, notice).await?);
    }
    Ok(outgoing)
}

/// To those whose applications are open: the employer was suspended.
pub(super) async fn of_suspension(exchange: &Exchange, organisation: OrganisationId) -> Result<Vec<Outgoing>> {
    let conn = exchange.store.reader();
    let employer = sanviec_store::organisations::find(conn, organisation).await?.ok_or(ExchangeError::NotFound)?;
    let (mut outgoing, mut after) = (Vec::new(), None);
    loop {
        let open = sanviec_store::applications::open_of_employer(conn, organisation, after, CHUNK).await?;
        let Some(last) = open.last() else { return Ok(outgoing) };
        after = Some(last.id);
        let ids: Vec<VacancyId> = open.iter().map(|application| application.vacancy).collect();
        let vacancies = sanviec_store::vacancies::many(conn, &ids).await?;
        let titles: HashMap<VacancyId, String> = vacancies.into_iter().map(|vacancy| (vacancy.id, vacancy.content.title)).collect();
        for application in &open {
            debug_assert_ne!(application.state, ApplicationState::Withdrawn, "nothing is open in it");
            let url = address(exchange, application);
            let notice = LifeNotice::Suspended {
                name: application.content.name.given(),
                title: titles.get(&application.vacancy).map_or("", String::as_str),
                employer: &employer.name,
                url: &url,
            };
            outgoing.push(to_seeker(exchange, application, notice).await?);
        }
    }
}

fn address(exchange: &Exchange, application: &ApplicationRecord) -> String {
    format!("{}/toi/don/{}", exchange.settings.site.base_url, application.id)
}

async fn to_seeker(exchange: &Exchange, application: &ApplicationRecord, notice: LifeNotice<'_>) -> Result<Outgoing> {
    let person = sanviec_store::people::find(exchange.store.reader(), application.seeker)
        .await?
        .ok_or(ExchangeError::NotFound)?;
    Ok(Outgoing {
        channel: Channel::Sms,
        recipient: application.content.phone.to_string(),
        locale: person.locale,
        kind: APPLICATION,
        letter: messages::compose(exchange, &Notice::Life(notice), person.locale)?,
    })
}
