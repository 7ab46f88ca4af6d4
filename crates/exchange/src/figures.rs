//! The figures of a year of bringing businesses and colleges together, each counted from records.

use crate::Exchange;
use crate::error::{ExchangeError, Result};
use crate::events::funnel::{self, Funnel};
use crate::partnerships::read::{self, PartnershipRow};
use crate::training::public::organisations_of;
use chrono::{NaiveDate, TimeDelta};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::agreement::{AgreementContent, AgreementState};
use sanviec_domain::event::EventState;
use sanviec_domain::event::registration::RegistrationState;
use sanviec_domain::ids::{DemandId, EventId, OrganisationId, PartnershipId};
use sanviec_domain::partnership::Side;
use sanviec_domain::place::ParkSlug;
use sanviec_domain::time::{Instant, vietnam_date, vietnam_midnight};
use sanviec_store::agreements::{self, AgreementRecord};
use sanviec_store::events::{self, EventRecord};
use sanviec_store::partnerships::{self, PartnershipRecord};
use sanviec_store::{demands, fulfilment, placements, registrations};
use std::collections::{BTreeSet, HashMap};

/// The years that can be asked about.
pub const YEARS: std::ops::RangeInclusive<i32> = 2020..=2099;

/// The figures of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartnershipFigures {
    /// Conferences that were held.
    pub conferences: u64,
    /// Businesses that registered for one of them, each counted once.
    pub registered: u64,
    /// Colleges that did.
    pub colleges: u64,
    /// Partnerships that began in the year.
    pub proposed: u64,
    /// Of these, those for which an agreement was drafted.
    pub negotiated: u64,
    /// Framework agreements that both sides signed in the year; changes of one don't count again.
    pub signed: u64,
    /// People that these speak of.
    pub people: u64,
    /// People whom colleges have trained for lines of agreements whose intake is in the year.
    pub trained: u64,
    /// People who started work under an agreement in the year, as both sides say.
    pub hired: u64,
    /// Days from a need to the signatures: half took fewer.
    pub days_to_sign: Option<u64>,
}

/// A partnership that began or was signed in the year.
#[derive(Clone, Debug)]
pub struct PartnershipLine {
    /// The partnership.
    pub partnership: PartnershipRecord,
    /// The business.
    pub business: String,
    /// The college.
    pub college: String,
    /// The business's park.
    pub park: Option<ParkSlug>,
    /// The occupation that it is about.
    pub occupation: Option<String>,
    /// What is taught, as the agreement says it.
    pub trades: Vec<String>,
    /// Whether it began in the year.
    pub is_proposed: bool,
    /// Whether it began in the year, and an agreement was drafted.
    pub is_negotiated: bool,
    /// Whether it was signed in the year.
    pub is_signed: bool,
    /// People that what was signed in the year speaks of.
    pub people: u64,
    /// Days from the need, or else the proposal, to the signatures.
    pub days: Option<u64>,
}

/// A year with the records behind its figures.
pub struct PartnershipYear {
    /// The figures.
    pub figures: PartnershipFigures,
    /// The conferences with their funnels.
    pub events: Vec<(EventRecord, Funnel)>,
    /// The partnerships.
    pub lines: Vec<PartnershipLine>,
}

/// The figures of a year, for everybody: they name nobody.
pub async fn partnerships(exchange: &Exchange, year: i32) -> Result<PartnershipFigures> {
    Ok(counted(exchange, year).await?.figures)
}

/// A year with its records, for the centre.
pub async fn year(exchange: &Exchange, actor: &Actor, year: i32) -> Result<PartnershipYear> {
    allows(actor, Action::Broker)?;
    counted(exchange, year).await
}

/// How far a partnership has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// It began.
    Proposed,
    /// An agreement was drafted.
    Negotiated,
    /// Both have signed.
    Signed,
}

impl Step {
    /// The step of a word in an address.
    pub fn from_word(word: &str) -> Self {
        match word {
            "soan" => Self::Negotiated,
            "ky" => Self::Signed,
            _ => Self::Proposed,
        }
    }
}

/// The partnerships behind a figure of a year.
pub async fn behind_year(exchange: &Exchange, actor: &Actor, asked: i32, step: Step) -> Result<Vec<PartnershipRow>> {
    let lines = year(exchange, actor, asked).await?.lines;
    let is = |line: &PartnershipLine| match step {
        Step::Proposed => line.is_proposed,
        Step::Negotiated => line.is_negotiated,
        Step::Signed => line.is_signed,
    };
    let found = lines.into_iter().filter(is).map(|line| line.partnership).collect();
    read::rows(exchange, found).await
}

/// The partnerships behind a figure of a conference.
pub async fn behind_event(exchange: &Exchange, actor: &Actor, event: EventId, step: Step) -> Result<Vec<PartnershipRow>> {
    allows(actor, Action::Broker)?;
    let conn = exchange.store.reader();
    let mut found = partnerships::of_event(conn, event).await?;
    let ids: Vec<PartnershipId> = found.iter().map(|one| one.id).collect();
    let agreements = agreements::of_partnerships(conn, &ids).await?;
    found.retain(|one| match step {
        Step::Proposed => true,
        Step::Negotiated => agreements.iter().any(|(agreement, _)| agreement.partnership == one.id),
        Step::Signed => one.signed_at.is_some(),
    });
    read::rows(exchange, found).await
}

/// The first instant of a year and that of the next, by Vietnam's clock.
fn bounds(year: i32) -> Result<(Instant, Instant)> {
    if !YEARS.contains(&year) {
        return Err(ExchangeError::NotFound);
    }
    let first = |year: i32| NaiveDate::from_ymd_opt(year, 1, 1).map(vietnam_midnight).ok_or(ExchangeError::NotFound);
    Ok((first(year)?, first(year + 1)?))
}

/// The agreement that counts for a partnership's signature: the first that was signed, with what stands now.
fn signed_one(agreements: &[(AgreementRecord, AgreementContent)], id: PartnershipId) -> Option<&(AgreementRecord, AgreementContent)> {
    let mut own = agreements.iter().filter(|(agreement, _)| agreement.partnership == id && agreement.signed_at.is_some());
    own.clone().rfind(|(agreement, _)| agreement.state != AgreementState::Replaced).or_else(|| own.next())
}

async fn counted(exchange: &Exchange, year: i32) -> Result<PartnershipYear> {
    let conn = exchange.store.reader();
    let (from, until) = bounds(year)?;
    let held = events::between(conn, EventState::Finished, from, until).await?;
    let event_ids: Vec<EventId> = held.iter().map(|event| event.id).collect();
    let registrations = registrations::of_events(conn, &event_ids).await?;
    let begun = partnerships::begun_or_signed(conn, from, until).await?;
    let ids: Vec<PartnershipId> = begun.iter().map(|partnership| partnership.id).collect();
    let agreements = agreements::of_partnerships(conn, &ids).await?;
    let drafted: BTreeSet<PartnershipId> = agreements.iter().map(|(agreement, _)| agreement.partnership).collect();
    let mut funnels = Vec::with_capacity(held.len());
    for event in held {
        let funnel = funnel::read(conn, event.id).await?;
        funnels.push((event, funnel));
    }
    let known = fulfilment::of_all(conn).await?;
    let of_year = known.iter().filter(|known| known.line.intake.year() == year);
    let trained: u64 = of_year.map(|known| u64::from(known.result.trained.unwrap_or_default())).sum();
    let started = vietnam_date(from)..=vietnam_date(until - TimeDelta::seconds(1));
    let hired: u64 = placements::by_agreement(conn, &started).await?.iter().map(|(_, count)| count).sum();
    let lines = lines(exchange, begun, &agreements, &drafted, (from, until)).await?;
    let coming = |side: Side| -> u64 {
        let all = registrations.iter().filter(|one| one.side == side && one.state != RegistrationState::Withdrawn);
        all.map(|one| one.organisation).collect::<BTreeSet<_>>().len() as u64
    };
    let sum = |is: fn(&PartnershipLine) -> bool| lines.iter().filter(|line| is(line)).count() as u64;
    let mut days: Vec<u64> = lines.iter().filter(|line| line.is_signed).filter_map(|line| line.days).collect();
    days.sort_unstable();
    Ok(PartnershipYear {
        figures: PartnershipFigures {
            conferences: funnels.len() as u64,
            registered: coming(Side::Business),
            colleges: coming(Side::College),
            proposed: sum(|line| line.is_proposed),
            negotiated: sum(|line| line.is_negotiated),
            signed: sum(|line| line.is_signed),
            people: lines.iter().map(|line| line.people).sum(),
            trained,
            hired,
            days_to_sign: days.get(days.len() / 2).copied(),
        },
        events: funnels,
        lines,
    })
}

async fn lines(
    exchange: &Exchange,
    begun: Vec<PartnershipRecord>,
    agreements: &[(AgreementRecord, AgreementContent)],
    drafted: &BTreeSet<PartnershipId>,
    (from, until): (Instant, Instant),
) -> Result<Vec<PartnershipLine>> {
    let conn = exchange.store.reader();
    let ids: Vec<OrganisationId> = begun.iter().flat_map(|one| [one.sides.business, one.sides.college]).collect();
    let names = organisations_of(exchange, &ids).await?;
    let wanted: Vec<DemandId> = begun.iter().filter_map(|one| one.demand).collect();
    let needs: HashMap<DemandId, _> = demands::many(conn, &wanted).await?.into_iter().map(|need| (need.id, need)).collect();
    let within = |at: Instant| (from..until).contains(&at);
    let name = |id: OrganisationId| names.get(&id).map(|one| one.name.clone()).unwrap_or_default();
    Ok(begun
        .into_iter()
        .map(|partnership| {
            let need = partnership.demand.and_then(|id| needs.get(&id));
            let agreement = signed_one(agreements, partnership.id);
            let is_signed = partnership.signed_at.is_some_and(within);
            let content = agreement.map(|(_, content)| content).filter(|_| is_signed);
            let is_proposed = within(partnership.created_at);
            let mut trades: Vec<String> = content.into_iter().flat_map(|content| content.lines.iter().map(|line| line.training.clone())).collect();
            trades.dedup();
            let since = need.map_or(partnership.created_at, |need| need.created_at.min(partnership.created_at));
            PartnershipLine {
                business: name(partnership.sides.business),
                college: name(partnership.sides.college),
                park: names.get(&partnership.sides.business).and_then(|one| one.profile.place.as_ref()?.park.clone()),
                occupation: need
                    .map(|need| need.content.occupation.clone())
                    .or_else(|| Some(content?.lines.first()?.occupation.clone())),
                trades,
                is_proposed,
                is_negotiated: is_proposed && drafted.contains(&partnership.id),
                is_signed,
                people: content.map_or(0, |content| u64::from(content.people())),
                days: partnership.signed_at.map(|at| (at - since).num_days().unsigned_abs()),
                partnership,
            }
        })
        .collect())
}
