//! Registering for an event: by an organisation itself, or by the centre for one that telephones or stands at
//! the door.

use super::{coming, find_in, holds, own, settle_seats};
use crate::error::{ExchangeError, Result};
use crate::life::{begin, step};
use crate::{Exchange, jobs, organisations};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::event::EventState;
use sanviec_domain::event::registration::{BROUGHT, NOTE, PEOPLE, RegistrationCommand, RegistrationContent, RegistrationEvent, RegistrationLife, RegistrationState};
use sanviec_domain::ids::{EventId, OrganisationId, RegistrationId};
use sanviec_domain::organisation::{OrganisationKind, OrganisationState};
use sanviec_domain::partnership::Side;
use sanviec_domain::text::tidy;
use sanviec_store::events::{self, EventRecord};
use sanviec_store::registrations::{self as store, RegistrationRecord};
use sanviec_store::{ConnectionTrait, Entity, OrganisationRecord, StoreError, Unit};

/// Bytes of a badge's token.
const TOKEN_BYTES: usize = 15;
/// Organisations found by words.
const FOUND: u64 = 20;
/// Characters of a person's line.
const PERSON: usize = 120;

/// As what an organisation comes to a conference.
fn side_of(organisation: &OrganisationRecord) -> Result<Side> {
    match organisation.kind {
        OrganisationKind::Employer => Ok(Side::Business),
        OrganisationKind::College => Ok(Side::College),
        OrganisationKind::Centre => Err(ExchangeError::NotFound),
    }
}

/// What was written, within its limits.
fn clip(mut content: RegistrationContent) -> RegistrationContent {
    let line = |text: &String| tidy(text).chars().take(PERSON).collect::<String>();
    content.people = content.people.iter().map(line).filter(|person| !person.is_empty()).take(PEOPLE).collect();
    content.demands.truncate(BROUGHT);
    content.programmes.truncate(BROUGHT);
    content.note = content.note.trim().chars().take(NOTE).collect();
    content
}

/// Everything that an organisation could bring: its needs that stand, its programmes that the public reads.
async fn brings(conn: &impl ConnectionTrait, organisation: OrganisationId) -> Result<RegistrationContent> {
    let needs = sanviec_store::demands::of(conn, organisation, 2 * sanviec_domain::demand::OPEN_LIMIT).await?;
    let programmes = sanviec_store::programmes::of(conn, organisation, sanviec_domain::training::limits::PROGRAMMES).await?;
    Ok(RegistrationContent {
        demands: needs.into_iter().filter(|demand| demand.state.is_shown()).map(|demand| demand.id).collect(),
        programmes: programmes.into_iter().filter(|programme| programme.shown.is_some()).map(|programme| programme.id).collect(),
        ..RegistrationContent::default()
    })
}

/// Registers one's own organisation, or changes what its registration says.
pub async fn register(exchange: &Exchange, actor: &Actor, event: EventId, content: RegistrationContent) -> Result<RegistrationId> {
    allows(actor, Action::Attend)?;
    let organisation = organisations::find(exchange, own(actor)?).await?;
    if organisation.state != OrganisationState::Verified {
        return Err(ExchangeError::NotVerified);
    }
    let unit = exchange.begin(actor).await?;
    let mut event = find_in(&unit, event).await?;
    let known = store::find_of(unit.conn(), event.id, organisation.id).await?;
    let is_new = known.as_ref().is_none_or(|known| known.state == RegistrationState::Withdrawn);
    // What was said can be said better until it begins.
    if !event.state.is_ahead() || (is_new && event.state != EventState::Open) {
        return Err(ExchangeError::NotNow("the event takes no registrations".to_owned()));
    }
    let id = put(&unit, &mut event, &organisation, known, content).await?;
    unit.save().await?;
    Ok(id)
}

/// The centre registers an organisation; on the day that is also how somebody comes who had not said so.
pub async fn register_for(exchange: &Exchange, actor: &Actor, event: EventId, organisation: OrganisationId, content: RegistrationContent) -> Result<RegistrationId> {
    allows(actor, Action::Broker)?;
    let organisation = organisations::find(exchange, organisation).await?;
    if organisation.state != OrganisationState::Verified {
        return Err(ExchangeError::NotNow("the organisation is not verified".to_owned()));
    }
    let unit = exchange.begin(actor).await?;
    let mut event = find_in(&unit, event).await?;
    if !event.state.is_on() {
        return Err(ExchangeError::NotNow("the event takes no registrations".to_owned()));
    }
    let known = store::find_of(unit.conn(), event.id, organisation.id).await?;
    let id = put(&unit, &mut event, &organisation, known, content).await?;
    unit.save().await?;
    Ok(id)
}

/// Writes a registration, new or known, and counts the seats anew.
async fn put(unit: &Unit, event: &mut EventRecord, organisation: &OrganisationRecord, known: Option<RegistrationRecord>, content: RegistrationContent) -> Result<RegistrationId> {
    let mut content = clip(content);
    // What isn't the organisation's own, or no longer stands, is left out.
    let own = brings(unit.conn(), organisation.id).await?;
    content.demands.retain(|id| own.demands.contains(id));
    content.programmes.retain(|id| own.programmes.contains(id));
    let id = match known {
        Some(mut known) => {
            if known.state == RegistrationState::Withdrawn {
                move_on(unit, event, &mut known, RegistrationCommand::Return)?;
            }
            known.content = content;
            store::update(unit, &mut known).await?;
            unit.audit("event.registration", Entity::Event, known.id.0, serde_json::Value::Null);
            known.id
        }
        None => {
            let made = RegistrationRecord {
                id: RegistrationId(unit.uuid()),
                event: event.id,
                organisation: organisation.id,
                side: side_of(organisation)?,
                state: RegistrationState::Registered,
                content,
                token: URL_SAFE_NO_PAD.encode(&unit.secret()[..TOKEN_BYTES]),
                version: 1,
                created_by: unit.actor().person(),
                created_at: unit.now(),
                checked_in_at: None,
            };
            match store::insert(unit, &made).await {
                Err(StoreError::Taken(_)) => return Err(ExchangeError::Conflict),
                other => other?,
            }
            begin::<RegistrationLife>(unit, (Entity::Event, made.id.0));
            made.id
        }
    };
    settle_seats(unit, event).await?;
    // Also where it stays as it is: of two that take the last seat at once one has to ask again.
    if event.content.seats > 0 {
        events::update(unit, event).await?;
    }
    Ok(id)
}

/// Decides a command by the table and puts the registration where it goes. The caller writes the record.
fn move_on(unit: &Unit, event: &EventRecord, registration: &mut RegistrationRecord, command: RegistrationCommand) -> Result<&'static [RegistrationEvent]> {
    let subject = (Entity::Event, registration.id.0);
    let moved = step::<RegistrationLife>(unit, subject, registration.state, command, |guard| holds(event, guard), None)?;
    registration.state = moved.to;
    Ok(moved.events)
}

/// Withdraws one's own organisation.
pub async fn withdraw(exchange: &Exchange, actor: &Actor, event: EventId) -> Result<()> {
    let mine = store::find_of(exchange.store.reader(), event, own(actor)?).await?;
    let mine = mine.ok_or_else(|| ExchangeError::not_ones_own("registration"))?;
    command(exchange, actor, event, mine.id, RegistrationCommand::Withdraw).await
}

/// A command about a registration: the organisation withdraws its own; the centre confirms, checks in, withdraws.
pub async fn command(exchange: &Exchange, actor: &Actor, event: EventId, id: RegistrationId, command: RegistrationCommand) -> Result<()> {
    allows(actor, Action::Partner)?;
    let unit = exchange.begin(actor).await?;
    let mut event = find_in(&unit, event).await?;
    let known = store::find(unit.conn(), event.id, id).await?;
    let mut registration = known.ok_or_else(|| ExchangeError::not_ones_own("registration"))?;
    if !matches!(actor, Actor::Staff { .. }) && Some(registration.organisation) != actor.organisation() {
        return Err(ExchangeError::not_ones_own("registration"));
    }
    // Registering again goes through its form.
    if command == RegistrationCommand::Return {
        return Err(ExchangeError::NotNow("by its form".to_owned()));
    }
    let happened = move_on(&unit, &event, &mut registration, command)?;
    if command == RegistrationCommand::CheckIn {
        registration.checked_in_at = Some(unit.now());
    }
    store::update(&unit, &mut registration).await?;
    for one in happened {
        match one {
            RegistrationEvent::OrganisationTold => unit.enqueue(jobs::tell_of_event(event.id, registration.organisation, jobs::EventNews::Confirmed)),
            RegistrationEvent::SeatFreed => {
                sanviec_store::meetings::clear_of(&unit, registration.id).await?;
                settle_seats(&unit, &mut event).await?;
                events::update(&unit, &mut event).await?;
            }
        }
    }
    unit.save().await?;
    Ok(())
}

/// Confirms everybody who has registered. Answers with how many that were.
pub async fn confirm_all(exchange: &Exchange, actor: &Actor, event: EventId) -> Result<u64> {
    allows(actor, Action::Broker)?;
    let unit = exchange.begin(actor).await?;
    let event = find_in(&unit, event).await?;
    let mut count = 0;
    for mut registration in coming(&unit, event.id).await? {
        if registration.state != RegistrationState::Registered {
            continue;
        }
        move_on(&unit, &event, &mut registration, RegistrationCommand::Confirm)?;
        store::update(&unit, &mut registration).await?;
        unit.enqueue(jobs::tell_of_event(event.id, registration.organisation, jobs::EventNews::Confirmed));
        count += 1;
    }
    unit.save().await?;
    Ok(count)
}

/// Everything that an organisation could bring, for the centre that registers it.
pub async fn everything(exchange: &Exchange, actor: &Actor, organisation: OrganisationId) -> Result<RegistrationContent> {
    allows(actor, Action::Broker)?;
    brings(exchange.store.reader(), organisation).await
}

/// Verified businesses and colleges whose name holds these words.
pub async fn search(exchange: &Exchange, actor: &Actor, words: &str) -> Result<Vec<OrganisationRecord>> {
    allows(actor, Action::Broker)?;
    let mut found = sanviec_store::organisation_facts::search(exchange.store.reader(), words, FOUND).await?;
    found.retain(|organisation| organisation.state == OrganisationState::Verified && organisation.kind != OrganisationKind::Centre);
    Ok(found)
}
