//! Whom those who come wish to meet.

use super::fits::{self, Fit};
use super::{find_in, own};
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use crate::training::public::organisations_of;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::event::registration::WISHES;
use sanviec_domain::ids::{EventId, OrganisationId, RegistrationId};
use sanviec_domain::partnership::Side;
use sanviec_store::registrations::{self as store, RegistrationRecord};
use sanviec_store::{Entity, OrganisationRecord};
use std::cmp::Reverse;

/// Somebody of the other side.
pub struct Candidate {
    /// The registration.
    pub registration: RegistrationRecord,
    /// Whose it is.
    pub organisation: OrganisationRecord,
    /// What it brings, in its own words.
    pub brings: Vec<String>,
    /// What brings the two together.
    pub fit: Option<Fit>,
    /// Whether one wishes to meet it.
    pub is_wished: bool,
    /// Whether it wishes to meet one.
    pub wishes_me: bool,
}

/// One's own registration, where one takes part.
async fn own_registration(exchange: &Exchange, actor: &Actor, event: EventId) -> Result<RegistrationRecord> {
    let known = store::find_of(exchange.store.reader(), event, own(actor)?).await?;
    known
        .filter(|registration| registration.state.takes_part())
        .ok_or_else(|| ExchangeError::not_ones_own("registration"))
}

/// Everybody of the other side who comes, the best fit first.
pub async fn candidates(exchange: &Exchange, actor: &Actor, event: EventId) -> Result<Vec<Candidate>> {
    allows(actor, Action::ReadPartnerships)?;
    let mine = own_registration(exchange, actor, event).await?;
    others(exchange, &mine).await
}

/// The same for a registration, as the centre sees it; and the registration.
pub async fn candidates_for(exchange: &Exchange, actor: &Actor, event: EventId, registration: RegistrationId) -> Result<(RegistrationRecord, Vec<Candidate>)> {
    allows(actor, Action::Broker)?;
    let registration = found(exchange, event, registration).await?;
    let candidates = others(exchange, &registration).await?;
    Ok((registration, candidates))
}

/// A registration of somebody who takes part.
async fn found(exchange: &Exchange, event: EventId, id: RegistrationId) -> Result<RegistrationRecord> {
    let found = store::find(exchange.store.reader(), event, id).await?;
    found.filter(|found| found.state.takes_part()).ok_or(ExchangeError::NotFound)
}

async fn others(exchange: &Exchange, mine: &RegistrationRecord) -> Result<Vec<Candidate>> {
    let (conn, event) = (exchange.store.reader(), mine.event);
    let all = store::of_event(conn, event).await?;
    let brought = fits::brought(exchange, &all).await?;
    let wishes = store::wishes(conn, event).await?;
    let others: Vec<RegistrationRecord> = all.into_iter().filter(|other| other.side != mine.side && other.state.takes_part()).collect();
    let ids: Vec<OrganisationId> = others.iter().map(|other| other.organisation).collect();
    let names = organisations_of(exchange, &ids).await?;
    let mut found: Vec<Candidate> = others
        .into_iter()
        .filter_map(|other| {
            let (business, college) = if mine.side == Side::Business { (mine.id, other.id) } else { (other.id, mine.id) };
            Some(Candidate {
                organisation: names.get(&other.organisation)?.clone(),
                fit: brought.fit(exchange, business, college),
                brings: brought.names(other.id),
                is_wished: wishes.contains(&(mine.id, other.id)),
                wishes_me: wishes.contains(&(other.id, mine.id)),
                registration: other,
            })
        })
        .collect();
    found.sort_by_key(|candidate| (Reverse(candidate.fit.as_ref().map_or(0, |fit| fit.score.total)), candidate.registration.id));
    Ok(found)
}

/// Says whom one's own organisation wishes to meet, instead of what it said before; what isn't of the other side
/// is left out.
pub async fn wish(exchange: &Exchange, actor: &Actor, event: EventId, wanted: &[RegistrationId]) -> Result<usize> {
    allows(actor, Action::Attend)?;
    let mine = own_registration(exchange, actor, event).await?;
    put(exchange, actor, mine, wanted).await
}

/// The centre says so for an organisation.
pub async fn wish_for(exchange: &Exchange, actor: &Actor, event: EventId, registration: RegistrationId, wanted: &[RegistrationId]) -> Result<usize> {
    allows(actor, Action::Broker)?;
    let registration = found(exchange, event, registration).await?;
    put(exchange, actor, registration, wanted).await
}

async fn put(exchange: &Exchange, actor: &Actor, registration: RegistrationRecord, wanted: &[RegistrationId]) -> Result<usize> {
    let unit = exchange.begin(actor).await?;
    let event = find_in(&unit, registration.event).await?;
    if !event.state.is_on() {
        return Err(ExchangeError::NotNow("nobody meets any more".to_owned()));
    }
    let all = store::of_event(unit.conn(), event.id).await?;
    let mut wanted: Vec<RegistrationId> = all
        .iter()
        .filter(|other| other.side != registration.side && other.state.takes_part() && wanted.contains(&other.id))
        .map(|other| other.id)
        .collect();
    wanted.truncate(WISHES);
    store::set_wishes(&unit, registration.id, &wanted).await?;
    unit.audit("event.wish", Entity::Event, registration.id.0, serde_json::json!({ "wishes": wanted.len() }));
    unit.save().await?;
    Ok(wanted.len())
}
