//! From an officer's "publish" to being found, with the indexer following.

use crate::Outcome;
use crate::corpus::person;
use crate::figures::Times;
use crate::report::Report;
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_domain::moderation::Outcome as Decided;
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::query::VacancyQuery;
use sanviec_exchange::moderation::decide::{Decision, decide_case};
use sanviec_exchange::vacancies::write;
use sanviec_exchange::{Exchange, indexing};
use sanviec_search::PageRequest;
use sanviec_store::Entity;
use std::time::{Duration, Instant};
use tokio_util::sync::CancellationToken;

/// Longer than this is never.
const PATIENCE: Duration = Duration::from_secs(10);

pub async fn run(exchange: &Exchange, count: usize, report: &mut Report) -> Outcome<()> {
    let cancel = CancellationToken::new();
    let following = tokio::spawn(indexing::follow(exchange.clone(), cancel.clone()));
    let page = sanviec_store::vacancies::published_page(exchange.store.reader(), None, count as u64).await?;
    let (writer, officer) = (person(exchange, None).await?, person(exchange, None).await?);
    let officer = Actor::Staff {
        person: officer,
        role: StaffRole::Moderator,
    };
    let mut times = Times::default();
    for (number, (vacancy, employer)) in page.iter().cycle().take(count).enumerate() {
        let actor = Actor::Employer {
            person: writer,
            organisation: employer.id,
            role: MemberRole::Owner,
        };
        // A word that no other vacancy has.
        let word = format!("qz{}", (0..5).map(|place| char::from(b'a' + (number / 10_usize.pow(place) % 10) as u8)).collect::<String>());
        let mut content = vacancy.content.clone();
        content.description = format!("{}\n{word}", content.description);
        let id = write::save_draft(exchange, &actor, None, content).await?;
        write::submit(exchange, &actor, id).await?;
        let case = sanviec_store::cases::open_for(exchange.store.reader(), Entity::Vacancy, id.0)
            .await?
            .ok_or("no case was opened")?;
        let decision = Decision {
            outcome: Decided::Approved,
            reasons: Vec::new(),
            message: String::new(),
            note: String::new(),
            occupation: None,
            looked: Vec::new(),
        };
        decide_case(exchange, &officer, case.id, decision).await?;
        let began = Instant::now();
        let query = VacancyQuery {
            text: word,
            ..VacancyQuery::default()
        };
        while !exchange.index.search(&query, &PageRequest::first(20), &[])?.hits.iter().any(|hit| hit.id == id) {
            if began.elapsed() > PATIENCE {
                return Err(format!("a published vacancy was not found within {PATIENCE:?}").into());
            }
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
        times.add(began.elapsed());
    }
    cancel.cancel();
    following.await?;
    exchange.index.release_writer();
    report.delay(&times);
    Ok(())
}
