//! Conferences that bring businesses and colleges together: opened by the centre, registered for, held, and
//! followed to the signatures that come of them.

pub mod board;
pub mod fits;
pub mod funnel;
pub mod guests;
pub mod read;
pub mod registering;
pub mod results;
pub mod timetable;
pub mod wishes;

use crate::error::{ExchangeError, Result};
use crate::life::{begin, follow, step};
use crate::{Exchange, jobs};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::event::registration::{RegistrationCommand, RegistrationGuard, RegistrationLife, RegistrationState};
use sanviec_domain::event::{EventCommand, EventContent, EventEvent, EventFault, EventGuard, EventLife, EventState};
use sanviec_domain::ids::{EventId, OrganisationId};
use sanviec_domain::lifecycle::{self, Party, decide};
use sanviec_domain::time::Instant;
use sanviec_store::events::{self as store, EventRecord};
use sanviec_store::registrations::{self, RegistrationRecord};
use sanviec_store::{Entity, Unit};

/// Characters of a reason.
pub const REASON: usize = 500;
/// Hours after its end at which an event is over by itself.
const OVER_AFTER_HOURS: i64 = 12;

/// An event in a unit of work.
pub(crate) async fn find_in(unit: &Unit, id: EventId) -> Result<EventRecord> {
    store::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)
}

/// Writes an event, new or known. A draft may lack anything; one that is open may not. Answers with its id, or
/// with what is wrong.
pub async fn write(exchange: &Exchange, actor: &Actor, id: Option<EventId>, content: EventContent) -> Result<std::result::Result<EventId, Vec<EventFault>>> {
    allows(actor, Action::Broker)?;
    let unit = exchange.begin(actor).await?;
    let faults = content.faults(unit.now());
    let Some(id) = id else {
        let event = EventRecord {
            id: EventId(unit.uuid()),
            state: EventState::Draft,
            content,
            reason: None,
            planned_at: None,
            version: 1,
            created_by: actor.person(),
            created_at: unit.now(),
        };
        store::insert(&unit, &event).await?;
        begin::<EventLife>(&unit, (Entity::Event, event.id.0));
        unit.save().await?;
        return Ok(Ok(event.id));
    };
    let mut event = find_in(&unit, id).await?;
    if event.state != EventState::Draft && !faults.is_empty() {
        return Ok(Err(faults));
    }
    event.content = content;
    carry_out(exchange, &unit, &mut event, EventCommand::Write, None).await?;
    settle_seats(&unit, &mut event).await?;
    store::update(&unit, &mut event).await?;
    unit.save().await?;
    Ok(Ok(id))
}

/// The centre's command: open, start, finish, cancel.
pub async fn command(exchange: &Exchange, actor: &Actor, id: EventId, command: EventCommand, reason: &str) -> Result<()> {
    allows(actor, Action::Broker)?;
    if command == EventCommand::Write {
        return Err(ExchangeError::NotNow("by its form".to_owned()));
    }
    let unit = exchange.begin(actor).await?;
    let mut event = find_in(&unit, id).await?;
    let reason: String = reason.trim().chars().take(REASON).collect();
    carry_out(exchange, &unit, &mut event, command, Some(reason).filter(|reason| !reason.is_empty())).await?;
    store::update(&unit, &mut event).await?;
    unit.save().await?;
    Ok(())
}

/// Decides a command by the table and puts the event where it goes. The caller writes the record.
async fn carry_out(exchange: &Exchange, unit: &Unit, event: &mut EventRecord, command: EventCommand, reason: Option<String>) -> Result<()> {
    let now = unit.now();
    let moved = step::<EventLife>(
        unit,
        (Entity::Event, event.id.0),
        event.state,
        command,
        |guard| match guard {
            EventGuard::Complete => event.content.faults(now).is_empty(),
            EventGuard::ReasonGiven => reason.is_some(),
            // Seats are counted where registrations change.
            EventGuard::NoSeat | EventGuard::SeatLeft => false,
        },
        reason.clone(),
    )?;
    event.state = moved.to;
    if command == EventCommand::Cancel {
        event.reason = reason;
    }
    for happened in moved.events {
        match happened {
            EventEvent::Invited => {
                for guest in guests::guests(exchange, &event.content).await? {
                    unit.enqueue(jobs::tell_of_event(event.id, guest, jobs::EventNews::Invited));
                }
            }
            EventEvent::RegisteredTold => {
                let news = if command == EventCommand::Cancel {
                    jobs::EventNews::Cancelled
                } else {
                    jobs::EventNews::Changed
                };
                for coming in coming(unit, event.id).await? {
                    unit.enqueue(jobs::tell_of_event(event.id, coming.organisation, news));
                }
            }
            EventEvent::AbsentWritten => write_absent(unit, event).await?,
        }
    }
    Ok(())
}

/// Those who take part, as far as one knows.
pub(crate) async fn coming(unit: &Unit, event: EventId) -> Result<Vec<RegistrationRecord>> {
    let mut all = registrations::of_event(unit.conn(), event).await?;
    all.retain(|registration| registration.state.takes_part());
    Ok(all)
}

/// What a registration's rules ask of its event.
pub(crate) fn holds(event: &EventRecord, guard: RegistrationGuard) -> bool {
    match guard {
        RegistrationGuard::EventRuns => event.state == EventState::Running,
        RegistrationGuard::EventOpen => event.state == EventState::Open,
        RegistrationGuard::EventAhead => event.state.is_ahead(),
        RegistrationGuard::EventOver => event.state == EventState::Finished,
    }
}

/// What the centre can do about a registration as things are.
pub fn offered_for(event: &EventRecord, registration: RegistrationState) -> Vec<RegistrationCommand> {
    let mut commands = lifecycle::offered::<RegistrationLife>(registration, Party::Officer);
    commands.retain(|command| decide::<RegistrationLife>(registration, *command, Party::Officer, |guard| holds(event, guard)).is_ok());
    // Registering again goes through its form.
    commands.retain(|command| *command != RegistrationCommand::Return);
    commands
}

async fn write_absent(unit: &Unit, event: &EventRecord) -> Result<()> {
    for mut registration in coming(unit, event.id).await? {
        let subject = (Entity::Event, registration.id.0);
        // Whoever has come isn't missed.
        let Ok(moved) = follow::<RegistrationLife>(unit, subject, registration.state, RegistrationCommand::Miss, |guard| holds(event, guard)) else {
            continue;
        };
        registration.state = moved.to;
        registrations::update(unit, &mut registration).await?;
    }
    Ok(())
}

/// Says that an event is full, or that there is room again. The caller writes the record.
pub(crate) async fn settle_seats(unit: &Unit, event: &mut EventRecord) -> Result<()> {
    let taken = registrations::count_coming(unit.conn(), event.id).await?;
    let is_full = event.content.seats > 0 && taken >= u64::from(event.content.seats);
    let command = if is_full { EventCommand::Fill } else { EventCommand::Free };
    let holds = |guard| match guard {
        EventGuard::NoSeat => is_full,
        EventGuard::SeatLeft => !is_full,
        EventGuard::Complete | EventGuard::ReasonGiven => false,
    };
    if let Ok(moved) = follow::<EventLife>(unit, (Entity::Event, event.id.0), event.state, command, holds) {
        event.state = moved.to;
    }
    Ok(())
}

/// Ends events that nobody ended.
pub(crate) async fn finish_those_over(exchange: &Exchange) -> Result<u64> {
    let running = store::in_states(exchange.store.reader(), &[EventState::Running], read::ROWS).await?;
    let is_over = |event: &EventRecord, now: Instant| event.content.ends + chrono::TimeDelta::hours(OVER_AFTER_HOURS) <= now;
    let mut count = 0;
    for known in running.iter().filter(|event| is_over(event, exchange.now())) {
        let unit = exchange.begin(&Actor::System).await?;
        let mut event = find_in(&unit, known.id).await?;
        carry_out(exchange, &unit, &mut event, EventCommand::Finish, None).await?;
        store::update(&unit, &mut event).await?;
        unit.save().await?;
        count += 1;
    }
    Ok(count)
}

/// The organisation that an actor acts for.
pub(crate) fn own(actor: &Actor) -> Result<OrganisationId> {
    actor.organisation().ok_or_else(|| ExchangeError::not_ones_own("registration"))
}
