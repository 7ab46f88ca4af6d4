//! Partnerships: proposed by a side or by the centre, answered, talked over. What both sides sign is in
//! [`crate::agreements`].

pub mod clock;
pub mod files;
pub mod meetings;
pub mod read;

use crate::error::{ExchangeError, Result};
use crate::life::{begin, step};
use crate::{Exchange, demands, jobs, organisations};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::{DemandId, EventId, OrganisationId, PartnershipId, ProgrammeId};
use sanviec_domain::organisation::{OrganisationKind, OrganisationState};
use sanviec_domain::partnership::clock::Urgency;
use sanviec_domain::partnership::{PartnershipCommand, PartnershipEvent, PartnershipGuard, PartnershipLife, PartnershipReason, PartnershipState, Proposer, Side, Sides};
use sanviec_domain::text::tidy;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::partnerships::{self, PartnershipRecord};
use sanviec_store::{Entity, Unit};

/// Characters of a message.
pub const MESSAGE_LIMIT: usize = 2_000;
/// Partnerships that one organisation begins in a day.
const BEGUN_A_DAY: u64 = 30;

/// What a new partnership is about.
#[derive(Clone, Debug, Default)]
pub struct Proposal {
    /// The other side; both where the centre proposes.
    pub business: Option<OrganisationId>,
    /// See [`Self::business`].
    pub college: Option<OrganisationId>,
    /// The need.
    pub demand: Option<DemandId>,
    /// The programme.
    pub programme: Option<ProgrammeId>,
    /// What is said first.
    pub message: String,
    /// The event at which they came together.
    pub event: Option<EventId>,
}

/// The side that an actor is on, and who has proposed what it proposes.
fn proposer(actor: &Actor) -> Result<Proposer> {
    match actor {
        Actor::Employer { .. } => Ok(Proposer::Business),
        Actor::College { .. } => Ok(Proposer::College),
        Actor::Staff { .. } => Ok(Proposer::Centre),
        Actor::System => Ok(Proposer::Matching),
        _ => Err(ExchangeError::not_ones_own("partnership")),
    }
}

/// Proposes that a business and a college work together. Where they talk already, answers with that.
pub async fn propose(exchange: &Exchange, actor: &Actor, proposal: Proposal) -> Result<PartnershipId> {
    allows(actor, Action::Partner)?;
    let proposer = proposer(actor)?;
    let own = actor.organisation();
    let side = |wanted: Side, named: Option<OrganisationId>| if proposer.side() == Some(wanted) { own } else { named };
    let business = side(Side::Business, proposal.business).ok_or(ExchangeError::NotFound)?;
    let college = side(Side::College, proposal.college).ok_or(ExchangeError::NotFound)?;
    let sides = Sides { business, college };
    for (id, kind) in [(business, OrganisationKind::Employer), (college, OrganisationKind::College)] {
        let organisation = organisations::find(exchange, id).await?;
        if organisation.kind != kind {
            return Err(ExchangeError::NotFound);
        }
        if organisation.state != OrganisationState::Verified {
            return Err(if Some(id) == own { ExchangeError::NotVerified } else { ExchangeError::NotFound });
        }
    }
    // A need that the proposer may not see can't be found out by proposing.
    if let Some(demand) = proposal.demand {
        let seen = demands::seen_one(exchange, actor, demand).await?;
        if seen.demand.business != business {
            return Err(ExchangeError::not_ones_own("demand"));
        }
    }
    if let Some(programme) = proposal.programme
        && crate::training::public::one(exchange, programme).await?.0.college.id != college
    {
        return Err(ExchangeError::not_ones_own("programme"));
    }
    let unit = exchange.begin(actor).await?;
    if let Some(mut open) = partnerships::open_between(unit.conn(), sides).await? {
        // Whoever talked already and met there counts for the event that came first.
        if open.event.is_none() && proposal.event.is_some() {
            open.event = proposal.event;
            partnerships::update(&unit, &mut open).await?;
            unit.save().await?;
        }
        return Ok(open.id);
    }
    if let Some(own) = own {
        let since = unit.now() - chrono::TimeDelta::days(1);
        if partnerships::begun_since(unit.conn(), own, since).await? >= BEGUN_A_DAY {
            return Err(ExchangeError::NotNow("enough was proposed today".to_owned()));
        }
    }
    let partnership = PartnershipRecord {
        id: PartnershipId(unit.uuid()),
        sides,
        state: PartnershipState::Proposed,
        proposer,
        demand: proposal.demand,
        programme: proposal.programme,
        business_agrees: proposer.side() == Some(Side::Business),
        college_agrees: proposer.side() == Some(Side::College),
        reason: None,
        moved_at: unit.now(),
        urgency: Urgency::Fresh,
        version: 1,
        created_by: actor.person(),
        created_at: unit.now(),
        signed_at: None,
        event: proposal.event,
    };
    partnerships::insert(&unit, &partnership).await?;
    begin::<PartnershipLife>(&unit, (Entity::Partnership, partnership.id.0));
    let message = clip(&proposal.message);
    if !message.is_empty() {
        partnerships::say(&unit, partnership.id, proposer.side(), message).await?;
    }
    for side in Side::ALL.iter().filter(|side| proposer.side() != Some(**side)) {
        unit.enqueue(jobs::tell_of_partnership(&partnership, *side, jobs::PartnershipNews::Proposed));
    }
    unit.save().await?;
    Ok(partnership.id)
}

/// A text of at most [`MESSAGE_LIMIT`] characters, its lines kept.
fn clip(text: &str) -> String {
    let lines: Vec<String> = text.lines().map(tidy).collect();
    lines.join("\n").trim().chars().take(MESSAGE_LIMIT).collect()
}

/// A partnership that an actor may act in, and the side it acts for; the centre acts for none.
pub(crate) async fn find_in(unit: &Unit, id: PartnershipId) -> Result<(PartnershipRecord, Option<Side>)> {
    allows(unit.actor(), Action::Partner)?;
    match unit.actor() {
        Actor::Staff { .. } => {
            let found = partnerships::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
            Ok((found, None))
        }
        actor => {
            let own = actor.organisation().ok_or(ExchangeError::NotFound)?;
            let found = partnerships::find_of(unit.conn(), own, id).await?;
            let found = found.ok_or_else(|| ExchangeError::not_ones_own("partnership"))?;
            let side = found.sides.side(own);
            Ok((found, side))
        }
    }
}

/// A side that may bind itself to something new: the partnership is open, the organisation verified.
pub(crate) async fn may_begin(unit: &Unit, partnership: &PartnershipRecord, side: Option<Side>) -> Result<()> {
    if !partnership.state.is_open() {
        return Err(ExchangeError::NotNow("it is over".to_owned()));
    }
    if let Some(side) = side {
        let own = organisations::find_in(unit, partnership.sides.organisation(side)).await?;
        if own.state != OrganisationState::Verified {
            return Err(ExchangeError::NotVerified);
        }
    }
    Ok(())
}

/// Who writes, makes an appointment or adds a file is not silent; the one that has to answer the partnership's proposal still is.
pub(crate) async fn goes_on(unit: &Unit, partnership: &mut PartnershipRecord) -> Result<()> {
    if partnership.state != PartnershipState::Proposed {
        touch(unit, partnership);
    }
    Ok(partnerships::update(unit, partnership).await?)
}

/// A side's or the centre's command: accept, decline, begin, complete.
pub async fn command(exchange: &Exchange, actor: &Actor, id: PartnershipId, command: PartnershipCommand, reason: Option<PartnershipReason>) -> Result<()> {
    let unit = exchange.begin(actor).await?;
    let (mut partnership, side) = find_in(&unit, id).await?;
    if let Some(side) = side {
        let own = organisations::find_in(&unit, partnership.sides.organisation(side)).await?;
        if own.state != OrganisationState::Verified {
            return Err(ExchangeError::NotVerified);
        }
    }
    // Writing and signing go through the agreement; so does ending one that is signed.
    if matches!(command, PartnershipCommand::Write | PartnershipCommand::Seal | PartnershipCommand::Terminate) {
        return Err(ExchangeError::NotNow("through its agreement".to_owned()));
    }
    carry_out(&unit, &mut partnership, side, command, reason)?;
    if command == PartnershipCommand::Decline {
        crate::agreements::discard_drafts(&unit, partnership.id).await?;
    }
    partnerships::update(&unit, &mut partnership).await?;
    unit.save().await?;
    Ok(())
}

/// Decides a command by the table and puts the partnership where it goes. The caller writes the record.
pub(crate) fn carry_out(unit: &Unit, partnership: &mut PartnershipRecord, side: Option<Side>, command: PartnershipCommand, reason: Option<PartnershipReason>) -> Result<()> {
    let (agrees, other_agrees) = match side {
        Some(side) => (partnership.agrees(side), partnership.agrees(side.other())),
        None => (true, false),
    };
    let due = Urgency::due(partnership.moved_at, unit.now());
    let urgency = partnership.urgency;
    let moved = step::<PartnershipLife>(
        unit,
        (Entity::Partnership, partnership.id.0),
        partnership.state,
        command,
        |guard| match guard {
            PartnershipGuard::NotYetMine => !agrees,
            PartnershipGuard::OtherAgrees => other_agrees,
            PartnershipGuard::OtherSilent => !other_agrees,
            PartnershipGuard::ReasonGiven => reason.is_some(),
            // The agreement has asked for it, with both signatures in its hand.
            PartnershipGuard::BothSigned => true,
            PartnershipGuard::DueToRemind => due >= Urgency::Reminded && urgency < Urgency::Reminded,
            PartnershipGuard::DueToCall => due >= Urgency::Called && urgency < Urgency::Called,
            PartnershipGuard::DueToEscalate => due >= Urgency::WithCentre && urgency < Urgency::WithCentre,
        },
        reason.map(|reason| reason.key().to_owned()),
    )?;
    partnership.state = moved.to;
    match command {
        PartnershipCommand::Remind => partnership.urgency = Urgency::Reminded,
        PartnershipCommand::LastCall => partnership.urgency = Urgency::Called,
        PartnershipCommand::Escalate => partnership.urgency = Urgency::WithCentre,
        _ => touch(unit, partnership),
    }
    match (command, side) {
        (PartnershipCommand::Accept, Some(Side::Business)) => partnership.business_agrees = true,
        (PartnershipCommand::Accept, Some(Side::College)) => partnership.college_agrees = true,
        (PartnershipCommand::Decline | PartnershipCommand::Terminate, _) => partnership.reason = reason,
        (PartnershipCommand::Seal, _) => partnership.signed_at = Some(unit.now()),
        _ => {}
    }
    for event in moved.events {
        tell(unit, partnership, side, command, *event);
    }
    Ok(())
}

/// Something has moved: the clock of the step begins anew.
pub(crate) fn touch(unit: &Unit, partnership: &mut PartnershipRecord) {
    partnership.moved_at = unit.now();
    partnership.urgency = Urgency::Fresh;
}

/// The sides for which a partnership waits: those that have not agreed, or both once they talk.
fn waited_for(partnership: &PartnershipRecord) -> Vec<Side> {
    let is_proposed = partnership.state == PartnershipState::Proposed;
    Side::ALL.iter().copied().filter(|side| !is_proposed || !partnership.agrees(*side)).collect()
}

fn tell(unit: &Unit, partnership: &PartnershipRecord, side: Option<Side>, command: PartnershipCommand, event: PartnershipEvent) {
    use jobs::PartnershipNews as News;
    let sides: Vec<Side> = match event {
        PartnershipEvent::OtherTold => Side::ALL.iter().copied().filter(|other| Some(*other) != side).collect(),
        PartnershipEvent::BothTold => Side::ALL.to_vec(),
        PartnershipEvent::Reminded => waited_for(partnership),
        PartnershipEvent::CentreTold => return unit.enqueue(jobs::tell_centre_of_partnership(partnership.id, command)),
    };
    for told in sides {
        unit.enqueue(jobs::tell_of_partnership(partnership, told, News::Moved(command)));
    }
}

/// Says something in a partnership; the other side is told.
pub async fn say(exchange: &Exchange, actor: &Actor, id: PartnershipId, body: &str) -> Result<bool> {
    let body = clip(body);
    if body.is_empty() {
        return Ok(false);
    }
    let unit = exchange.begin(actor).await?;
    let (mut partnership, side) = find_in(&unit, id).await?;
    if !partnership.state.is_open() {
        return Err(ExchangeError::NotNow("it is over".to_owned()));
    }
    partnerships::say(&unit, id, side, body).await?;
    goes_on(&unit, &mut partnership).await?;
    for told in Side::ALL.iter().filter(|other| Some(**other) != side) {
        unit.enqueue(jobs::tell_of_partnership(&partnership, *told, jobs::PartnershipNews::Said));
    }
    unit.audit("partnership.say", Entity::Partnership, id.0, serde_json::Value::Null);
    unit.save().await?;
    Ok(true)
}

/// Before a merger: of two open partnerships with one other side the one of the organisation that goes ends.
pub(crate) async fn end_doubles(unit: &Unit, from: OrganisationId, into: OrganisationId) -> Result<()> {
    for mut partnership in partnerships::of(unit.conn(), from, read::ROWS).await? {
        let is_talking = partnership.state.is_open() && !partnership.state.was_signed();
        let Some(side) = partnership.sides.side(from).filter(|_| is_talking) else { continue };
        let other = partnership.sides.organisation(side.other());
        let sides = match side {
            Side::Business => Sides { business: into, college: other },
            Side::College => Sides { business: other, college: into },
        };
        if partnerships::open_between(unit.conn(), sides).await?.is_some() {
            carry_out(unit, &mut partnership, None, PartnershipCommand::Decline, Some(PartnershipReason::Other))?;
            crate::agreements::discard_drafts(unit, partnership.id).await?;
            partnerships::update(unit, &mut partnership).await?;
        }
    }
    Ok(())
}
