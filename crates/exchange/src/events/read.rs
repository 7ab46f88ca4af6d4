//! Reading events: for everybody, for those who come, for the centre.

use super::fits;
use super::{board, own};
use crate::error::{ExchangeError, Result};
use crate::training::public::organisations_of;
use crate::{Exchange, organisations};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::event::EventState;
use sanviec_domain::event::board::BoardRow;
use sanviec_domain::ids::{EventId, OrganisationId, RegistrationId};
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::partnership::Side;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::OrganisationRecord;
use sanviec_store::events::{self as store, EventRecord};
use sanviec_store::meetings::{self, MeetingRecord};
use sanviec_store::registrations::{self, RegistrationRecord};
use std::collections::HashMap;

/// Rows of a list.
pub const ROWS: u64 = 200;
/// The states in which everybody reads of an event.
pub const PUBLIC: [EventState; 5] = [EventState::Open, EventState::Full, EventState::Running, EventState::Finished, EventState::Cancelled];

/// Somebody who comes.
#[derive(Clone, Debug)]
pub struct Comer {
    /// The registration.
    pub registration: RegistrationRecord,
    /// Whose it is.
    pub organisation: OrganisationRecord,
}

/// An event as everybody sees it.
pub struct PublicEvent {
    /// The event.
    pub event: EventRecord,
    /// Who comes, verified and by name.
    pub comers: Vec<Comer>,
    /// What is needed and who graduates.
    pub board: Vec<BoardRow>,
    /// One's own registration.
    pub mine: Option<RegistrationRecord>,
}

/// A meeting with the names of both.
#[derive(Clone, Debug)]
pub struct NamedMeeting {
    /// The meeting.
    pub meeting: MeetingRecord,
    /// The business.
    pub business: OrganisationRecord,
    /// The college.
    pub college: OrganisationRecord,
}

/// An event as the centre sees it.
pub struct WholeEvent {
    /// The event.
    pub event: EventRecord,
    /// Everybody who has registered.
    pub comers: Vec<Comer>,
    /// The meetings, by round and table.
    pub meetings: Vec<NamedMeeting>,
    /// How many wishes there are.
    pub wishes: usize,
}

/// The events that everybody reads of, the latest first.
pub async fn public(exchange: &Exchange) -> Result<Vec<EventRecord>> {
    Ok(store::in_states(exchange.store.reader(), &PUBLIC, ROWS).await?)
}

/// All events, for the centre.
pub async fn all(exchange: &Exchange, actor: &Actor) -> Result<Vec<EventRecord>> {
    allows(actor, Action::Broker)?;
    Ok(store::in_states(exchange.store.reader(), EventState::ALL, ROWS).await?)
}

/// One event for the centre.
pub async fn one(exchange: &Exchange, actor: &Actor, id: EventId) -> Result<EventRecord> {
    allows(actor, Action::Broker)?;
    store::find(exchange.store.reader(), id).await?.ok_or(ExchangeError::NotFound)
}

async fn comers(exchange: &Exchange, registrations: &[RegistrationRecord]) -> Result<Vec<Comer>> {
    let ids: Vec<OrganisationId> = registrations.iter().map(|registration| registration.organisation).collect();
    let found = organisations_of(exchange, &ids).await?;
    let mut comers: Vec<Comer> = registrations
        .iter()
        .filter_map(|registration| {
            Some(Comer {
                registration: registration.clone(),
                organisation: found.get(&registration.organisation)?.clone(),
            })
        })
        .collect();
    comers.sort_by_key(|comer| (comer.registration.side, sanviec_domain::text::fold(&comer.organisation.name)));
    Ok(comers)
}

/// An event as everybody sees it. What an organisation brings is counted whatever its audience; whose it is, is
/// not said.
pub async fn public_one(exchange: &Exchange, actor: &Actor, id: EventId) -> Result<PublicEvent> {
    let conn = exchange.store.reader();
    let event = store::find(conn, id).await?.filter(|event| PUBLIC.contains(&event.state)).ok_or(ExchangeError::NotFound)?;
    let all = registrations::of_event(conn, id).await?;
    let coming: Vec<RegistrationRecord> = all.iter().filter(|one| one.state.takes_part()).cloned().collect();
    let mut comers = comers(exchange, &coming).await?;
    comers.retain(|comer| comer.organisation.state == OrganisationState::Verified);
    let brought = fits::brought(exchange, &coming).await?;
    Ok(PublicEvent {
        board: board::rows(&brought, &coming),
        mine: actor.organisation().and_then(|own| all.into_iter().find(|one| one.organisation == own)),
        event,
        comers,
    })
}

async fn named(exchange: &Exchange, event: EventId, comers: &[Comer]) -> Result<Vec<NamedMeeting>> {
    let by_id: HashMap<RegistrationId, &OrganisationRecord> = comers.iter().map(|comer| (comer.registration.id, &comer.organisation)).collect();
    let found = meetings::of_events(exchange.store.reader(), &[event]).await?;
    Ok(found
        .into_iter()
        .filter_map(|meeting| {
            Some(NamedMeeting {
                business: (*by_id.get(&meeting.business)?).clone(),
                college: (*by_id.get(&meeting.college)?).clone(),
                meeting,
            })
        })
        .collect())
}

/// An event with everything that belongs to it, for the centre.
pub async fn whole(exchange: &Exchange, actor: &Actor, id: EventId) -> Result<WholeEvent> {
    let event = one(exchange, actor, id).await?;
    let conn = exchange.store.reader();
    let comers = comers(exchange, &registrations::of_event(conn, id).await?).await?;
    Ok(WholeEvent {
        meetings: named(exchange, id, &comers).await?,
        wishes: registrations::wishes(conn, id).await?.len(),
        event,
        comers,
    })
}

/// An event that everybody reads of, and one's own registration for it.
pub async fn own_place(exchange: &Exchange, actor: &Actor, id: EventId) -> Result<(EventRecord, Option<RegistrationRecord>)> {
    let conn = exchange.store.reader();
    let event = store::find(conn, id).await?.filter(|event| PUBLIC.contains(&event.state)).ok_or(ExchangeError::NotFound)?;
    let mine = registrations::find_of(conn, id, own(actor)?).await?;
    Ok((event, mine))
}

/// One's own registration with one's own meetings; and the event, whose link only those see who come.
pub async fn mine(exchange: &Exchange, actor: &Actor, id: EventId) -> Result<(EventRecord, Comer, Vec<NamedMeeting>)> {
    allows(actor, Action::ReadPartnerships)?;
    let conn = exchange.store.reader();
    let (event, mine) = own_place(exchange, actor, id).await?;
    let registration = mine.ok_or_else(|| ExchangeError::not_ones_own("registration"))?;
    let comers = comers(exchange, &registrations::of_event(conn, id).await?).await?;
    let mut meetings = named(exchange, id, &comers).await?;
    meetings.retain(|one| match registration.side {
        Side::Business => one.meeting.business == registration.id,
        Side::College => one.meeting.college == registration.id,
    });
    let organisation = organisations::find(exchange, registration.organisation).await?;
    Ok((event, Comer { registration, organisation }, meetings))
}

/// Whose badge carries a token, and at which event.
pub async fn by_token(exchange: &Exchange, token: &str) -> Result<RegistrationRecord> {
    let found = registrations::by_token(exchange.store.reader(), token).await?;
    found.ok_or(ExchangeError::NotFound)
}
