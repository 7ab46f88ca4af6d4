//! The index follows the change feed. After any crash it goes on exactly where the index stands,
//! because the last applied number lies inside the index's own commit.

use crate::Exchange;
use crate::error::{ExchangeError, Result};
use sanviec_domain::ids::VacancyId;
use sanviec_domain::language::Locale;
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::place::Place;
use sanviec_domain::reference::Reference;
use sanviec_domain::vacancy::VacancyState;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_render::card::VacancyCard;
use sanviec_render::format::PayLine;
use sanviec_search::{IndexChange, SearchError, VacancyDocument};
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::{Entity, feed};
use std::time::Duration;
use tokio_util::sync::CancellationToken;
use tracing::{error, info, warn};

/// Feed rows applied in one index commit.
const BATCH: u64 = 2_000;

/// How often the feed is looked at even if nobody in this process wrote.
const LOOK: Duration = Duration::from_millis(500);
/// Quiet looks after which the index's writer is given back, so that `sanviec reindex` can take it.
const QUIET_LOOKS: u32 = 4;

/// Quiet looks from one look whether the index suits the database to the next: a minute's.
const MENDED_EVERY: u32 = 120;

/// Follows the feed until cancelled. While another process builds the index anew, searches go on
/// over the old one and the feed waits.
pub async fn follow(exchange: Exchange, cancel: CancellationToken) {
    let mut changed = exchange.store.changed();
    let mut quiet = 0;
    loop {
        match catch_up(&exchange).await {
            Ok(true) => {
                quiet = 0;
                continue;
            }
            Ok(false) => {}
            Err(ExchangeError::Search(SearchError::Locked(_))) => quiet = QUIET_LOOKS,
            Err(error) => error!(%error, "the index could not follow the feed"),
        }
        tokio::select! {
            () = cancel.cancelled() => return,
            _ = changed.changed() => {}
            () = tokio::time::sleep(LOOK) => quiet += 1,
        }
        if quiet == QUIET_LOOKS {
            exchange.index.release_writer();
        }
        if quiet >= QUIET_LOOKS {
            // A database that was put back under a running site.
            if quiet % MENDED_EVERY == QUIET_LOOKS
                && let Err(error) = mend(&exchange).await
            {
                error!(%error, "the index could not be built anew");
            }
            let index = exchange.index.clone();
            match tokio::task::spawn_blocking(move || index.refresh()).await {
                Ok(Ok(())) => {}
                Ok(Err(error)) => error!(%error, "the index could not be read again"),
                Err(error) => error!(%error, "the index could not be read again"),
            }
        }
    }
}

/// Applies the next stretch of the feed. Returns whether there was anything.
pub async fn catch_up(exchange: &Exchange) -> Result<bool> {
    let conn = exchange.store.reader();
    let rows = feed::after(conn, exchange.index.applied(), BATCH).await?;
    let Some(last) = rows.last().map(|row| row.seq) else { return Ok(false) };
    let mut ids: Vec<VacancyId> = rows.iter().filter(|row| row.entity == Entity::Vacancy).map(|row| VacancyId(row.id)).collect();
    ids.sort_unstable();
    ids.dedup();
    let mut found = std::collections::HashMap::new();
    for chunk in ids.chunks(500) {
        for (vacancy, employer) in sanviec_store::vacancies::with_employer(conn, chunk).await? {
            found.insert(vacancy.id, (vacancy, employer));
        }
    }
    let (index, reference) = (exchange.index.clone(), exchange.reference.clone());
    let applied = tokio::task::spawn_blocking(move || {
        let changes = ids
            .into_iter()
            .map(|id| match found.get(&id).filter(|(vacancy, employer)| is_findable(vacancy, employer)) {
                Some((vacancy, employer)) => IndexChange::Put(Box::new(document(vacancy, employer, &reference))),
                None => IndexChange::Remove(id),
            })
            .collect();
        index.apply(changes, last)
    });
    applied.await.map_err(|error| ExchangeError::Internal(error.to_string()))??;
    Ok(true)
}

/// Whether the index has applied changes that the database doesn't know: an older database was put
/// back under it. Until the feed has grown past that number the index would pass over every change.
pub async fn is_ahead(exchange: &Exchange) -> Result<bool> {
    // The index first: it never runs ahead of a feed that is read after it.
    let applied = exchange.index.applied();
    Ok(applied > feed::last(exchange.store.reader()).await?)
}

/// Makes sure that what is found is what the database holds, before a site answers: an index of
/// another version or of a newer database is built anew. Returns whether that was needed.
pub async fn mend(exchange: &Exchange) -> Result<bool> {
    if is_ahead(exchange).await? {
        warn!(
            applied = exchange.index.applied(),
            "the search index is newer than the database, as after a restore; it is built anew"
        );
        // An older database may well hold far fewer vacancies.
        build(exchange, true).await?;
    } else if exchange.index.needs_rebuild() {
        build(exchange, false).await?;
    } else {
        return Ok(false);
    }
    Ok(true)
}

/// Builds the index anew from the store while the old one answers, then swaps. One that would lose
/// more than a fifth of the vacancies is refused, unless the database is known to be older.
pub async fn rebuild(exchange: &Exchange) -> Result<u64> {
    build(exchange, is_ahead(exchange).await?).await
}

async fn build(exchange: &Exchange, forced: bool) -> Result<u64> {
    let seq = feed::last(exchange.store.reader()).await?;
    let (send, receive) = std::sync::mpsc::sync_channel::<VacancyDocument>(2_000);
    let index = exchange.index.clone();
    let building = tokio::task::spawn_blocking(move || {
        if forced {
            index.rebuild_forced(receive.into_iter(), seq)
        } else {
            index.rebuild(receive.into_iter(), seq)
        }
    });
    let mut after = None;
    let mut count = 0;
    loop {
        let page = sanviec_store::vacancies::published_page(exchange.store.reader(), after, 1_000).await?;
        let Some((last, _)) = page.last() else { break };
        after = Some(last.id);
        count += page.len() as u64;
        let (reference, sender) = (exchange.reference.clone(), send.clone());
        let sent = tokio::task::spawn_blocking(move || page.iter().all(|(vacancy, employer)| sender.send(document(vacancy, employer, &reference)).is_ok()));
        if !sent.await.map_err(|error| ExchangeError::Internal(error.to_string()))? {
            break;
        }
    }
    drop(send);
    building.await.map_err(|error| ExchangeError::Internal(error.to_string()))??;
    info!(documents = count, seq, "index built anew");
    Ok(count)
}

/// Whether a search finds a vacancy: published, by a verified employer.
fn is_findable(vacancy: &VacancyRecord, employer: &OrganisationRecord) -> bool {
    vacancy.state == VacancyState::Published && employer.state == OrganisationState::Verified
}

/// What the index keeps of a vacancy.
pub fn document(vacancy: &VacancyRecord, employer: &OrganisationRecord, reference: &Reference) -> VacancyDocument {
    let content = &vacancy.content;
    let mut place_names = Vec::new();
    if let Some(place) = &content.place {
        if let Some(province) = reference.province(place.province) {
            place_names.push(province.name.clone());
            place_names.extend(province.former_provinces.iter().filter(|_| place.commune.is_none()).cloned());
        }
        if let Some(commune) = place.commune.and_then(|code| reference.commune(code)) {
            place_names.push(commune.name.clone());
            place_names.extend(commune.former_districts.iter().cloned());
            place_names.extend(commune.former_province.iter().cloned());
        }
        if let Some(park) = place.park.as_ref().and_then(|slug| reference.park(slug)) {
            place_names.push(format!("khu công nghiệp {}", park.name));
        }
        if !place.street.is_empty() {
            place_names.push(place.street.clone());
        }
    }
    let occupation_names = content
        .occupation
        .iter()
        .flat_map(|code| (1..=code.len()).rev().filter_map(|length| reference.occupation_name(&code[..length], Locale::Vi)).take(2))
        .map(str::to_owned)
        .collect();
    let mut extra: Vec<String> = content.benefits.iter().map(|benefit| benefit.label(Locale::Vi).to_owned()).collect();
    extra.extend(content.shift.map(|shift| shift.label(Locale::Vi).to_owned()));
    extra.extend(content.bus.iter().flat_map(|route| route.stops.iter().map(|stop| stop.name.clone())));
    extra.push(content.benefits_other.clone());
    let monthly = content.pay.monthly();
    let published = vacancy.published_at.unwrap_or(vacancy.created_at);
    let card = card(vacancy, employer, reference);
    let mut benefits = content.benefits.clone();
    for (has, benefit) in [
        (content.has_bus(), sanviec_domain::vocabulary::Benefit::Bus),
        (content.has_dormitory(), sanviec_domain::vocabulary::Benefit::Dormitory),
    ] {
        if has && !benefits.contains(&benefit) {
            benefits.push(benefit);
        }
    }
    VacancyDocument {
        id: vacancy.id,
        number: vacancy.number,
        title: content.title.clone(),
        employer: vacancy.employer,
        employer_name: employer.name.clone(),
        occupation: content.occupation.clone(),
        occupation_names,
        // Form 03a asks for the place, so a published vacancy has one.
        place: content.place.clone().unwrap_or_else(|| Place::province(reference.home())),
        place_names,
        description: content.description.clone(),
        requirements: content.requirements.clone(),
        extra,
        pay_from: monthly.map(|range| range.least().0),
        pay_to: monthly.map(|range| range.most().0),
        shift: content.shift,
        contract: content.contract,
        benefits,
        experience: content.experience,
        work_time: content.work_time,
        published_at: published,
        deadline: content.deadline.unwrap_or(chrono::NaiveDate::MAX),
        card: serde_json::to_vec(&card).unwrap_or_default(),
    }
}

/// A vacancy as a row of a list.
pub fn card(vacancy: &VacancyRecord, employer: &OrganisationRecord, reference: &Reference) -> VacancyCard {
    let content = &vacancy.content;
    VacancyCard {
        number: vacancy.number,
        title: content.title.clone(),
        slug: sanviec_domain::text::slug(&content.title),
        employer: employer.name.clone(),
        verified: employer.state == OrganisationState::Verified,
        pay: PayLine::of(&content.pay),
        basic: content.pay.basic.filter(|_| content.pay.usual.is_some()),
        place_short: content.place.as_ref().map(|place| reference.place_short(place)).unwrap_or_default(),
        shift: content.shift,
        has_bus: content.has_bus(),
        has_meals: content.has_meals(),
        has_dormitory: content.has_dormitory(),
        deadline: content.deadline,
        published_on: vacancy.published_at.map(sanviec_domain::time::vietnam_date),
        sample: shows_sample(employer),
    }
}

/// Whether an invented employer's name needs the word "mẫu" beside it: most carry it already.
pub fn shows_sample(employer: &OrganisationRecord) -> bool {
    employer.sample && !employer.name.contains("(mẫu)")
}

/// The row of a result list out of the index.
pub(crate) fn read_card(bytes: &[u8]) -> Option<VacancyCard> {
    serde_json::from_slice(bytes).ok()
}
