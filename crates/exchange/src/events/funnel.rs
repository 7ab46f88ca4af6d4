//! From registrations to signatures: how many come as far as each step.

use crate::Exchange;
use crate::error::Result;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::event::meeting::MeetingResult;
use sanviec_domain::event::registration::RegistrationState;
use sanviec_domain::ids::{EventId, PartnershipId, RegistrationId};
use sanviec_domain::partnership::Side;
use sanviec_store::ConnectionTrait;
use sanviec_store::agreements;
use sanviec_store::meetings::{self, MeetingRecord};
use sanviec_store::partnerships::{self, PartnershipRecord};
use sanviec_store::registrations::{self, RegistrationRecord};
use std::collections::BTreeSet;

/// How many come as far as each step.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Funnel {
    /// Businesses that registered and did not withdraw.
    pub registered: u64,
    /// Colleges that did.
    pub colleges: u64,
    /// Businesses that came.
    pub came: u64,
    /// Businesses that met somebody.
    pub met: u64,
    /// Partnerships that began there.
    pub proposed: u64,
    /// Of these, those for which an agreement was drafted.
    pub negotiated: u64,
    /// Of these, those that were signed.
    pub signed: u64,
}

/// The funnel of an event.
pub async fn of_event(exchange: &Exchange, actor: &Actor, id: EventId) -> Result<Funnel> {
    allows(actor, Action::Broker)?;
    read(exchange.store.reader(), id).await
}

/// The same for whoever may count.
pub(crate) async fn read(conn: &impl ConnectionTrait, id: EventId) -> Result<Funnel> {
    let begun = partnerships::of_event(conn, id).await?;
    let ids: Vec<PartnershipId> = begun.iter().map(|partnership| partnership.id).collect();
    let drafted: BTreeSet<PartnershipId> = agreements::of_partnerships(conn, &ids).await?.iter().map(|(agreement, _)| agreement.partnership).collect();
    let registrations = registrations::of_event(conn, id).await?;
    let meetings = meetings::of_events(conn, &[id]).await?;
    Ok(count(&registrations, &meetings, &begun, &drafted))
}

/// Counts a funnel from its records.
fn count(registrations: &[RegistrationRecord], meetings: &[MeetingRecord], begun: &[PartnershipRecord], drafted: &BTreeSet<PartnershipId>) -> Funnel {
    let registered = |side: Side| {
        registrations
            .iter()
            .filter(move |registration| registration.side == side && registration.state != RegistrationState::Withdrawn)
    };
    let met: BTreeSet<RegistrationId> = meetings
        .iter()
        .filter(|meeting| meeting.result.is_some_and(MeetingResult::was_held))
        .map(|meeting| meeting.business)
        .collect();
    Funnel {
        registered: registered(Side::Business).count() as u64,
        colleges: registered(Side::College).count() as u64,
        came: registered(Side::Business).filter(|one| one.state == RegistrationState::CheckedIn).count() as u64,
        met: met.len() as u64,
        proposed: begun.len() as u64,
        negotiated: begun.iter().filter(|partnership| drafted.contains(&partnership.id)).count() as u64,
        signed: begun.iter().filter(|partnership| partnership.signed_at.is_some()).count() as u64,
    }
}
