//! Meetings: proposed by a side or by the centre, answered by whoever has not said so yet, called off, and as an
//! entry for one's own calendar.

use super::{find_in, goes_on, may_begin, read};
use crate::error::{ExchangeError, Result};
use crate::life::{begin, step};
use crate::{Exchange, jobs, organisations};
use sanviec_domain::access::Actor;
use sanviec_domain::ids::{PartnershipId, PartnershipMeetingId};
use sanviec_domain::partnership::Side;
use sanviec_domain::partnership::meeting::{MeetingCommand, MeetingContent, MeetingEvent, MeetingGuard, MeetingLife, MeetingState, limits};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_render::calendar::{Appointment, AppointmentStatus};
use sanviec_store::partnership_meetings::{self as store, MeetingRecord};
use sanviec_store::partnerships::PartnershipRecord;
use sanviec_store::{Entity, Unit};
use serde_json::json;

/// A line of the partnership's own audit: what was done with which of its meetings.
fn record(unit: &Unit, meeting: &MeetingRecord, side: Option<Side>, what: &str) {
    let details = json!({ "meeting": meeting.id, "side": side.map(Side::key), "what": what });
    unit.audit("partnership.meeting", Entity::Partnership, meeting.partnership.0, details);
}

/// Tells both sides, whoever did it: the colleagues of whoever did want to know as well.
fn tell_both(unit: &Unit, partnership: &PartnershipRecord, meeting: PartnershipMeetingId, news: jobs::MeetingNews) {
    for side in Side::ALL {
        unit.enqueue(jobs::tell_of_partnership(partnership, *side, jobs::PartnershipNews::Meeting(meeting, news)));
    }
}

/// Proposes a meeting; both sides are told.
pub async fn propose(exchange: &Exchange, actor: &Actor, id: PartnershipId, content: MeetingContent) -> Result<PartnershipMeetingId> {
    let unit = exchange.begin(actor).await?;
    let (mut partnership, side) = find_in(&unit, id).await?;
    may_begin(&unit, &partnership, side).await?;
    if !content.faults(unit.now()).is_empty() {
        return Err(ExchangeError::NotNow("when, where or what about is missing".to_owned()));
    }
    if store::count(unit.conn(), id).await? >= limits::MEETINGS {
        return Err(ExchangeError::NotNow("it has as many as one may have".to_owned()));
    }
    let meeting = MeetingRecord {
        id: PartnershipMeetingId(unit.uuid()),
        partnership: id,
        state: MeetingState::Proposed,
        side,
        business_agrees: side == Some(Side::Business),
        college_agrees: side == Some(Side::College),
        content,
        version: 1,
        created_by: actor.person(),
        created_at: unit.now(),
        updated_at: unit.now(),
    };
    store::insert(&unit, &meeting).await?;
    begin::<MeetingLife>(&unit, (Entity::Partnership, meeting.id.0));
    record(&unit, &meeting, side, "propose");
    goes_on(&unit, &mut partnership).await?;
    tell_both(&unit, &partnership, meeting.id, jobs::MeetingNews::Proposed);
    unit.save().await?;
    Ok(meeting.id)
}

/// Whether a guard holds for whoever acts for a side, or for the centre where there is none.
fn holds(meeting: &MeetingRecord, side: Option<Side>, is_ahead: bool) -> impl Fn(MeetingGuard) -> bool {
    let mine = side.is_some_and(|side| meeting.agrees(side));
    let other = side.is_some_and(|side| meeting.agrees(side.other()));
    let by_centre = meeting.side.is_none();
    move |guard| match guard {
        MeetingGuard::NotYetMine => !mine,
        MeetingGuard::Mine => mine,
        MeetingGuard::OtherAgrees => other,
        MeetingGuard::OtherSilent => !other,
        MeetingGuard::ByCentre => by_centre,
        MeetingGuard::Ahead => is_ahead,
    }
}

/// What an actor may ask of a meeting now.
pub fn offered(exchange: &Exchange, actor: &Actor, partnership: &PartnershipRecord, side: Option<Side>, meeting: &MeetingRecord) -> Vec<MeetingCommand> {
    let is_ahead = meeting.content.begins > exchange.now();
    let can = |command: &MeetingCommand| {
        let is_open = *command != MeetingCommand::Agree || partnership.state.is_open();
        is_open && sanviec_domain::lifecycle::decide::<MeetingLife>(meeting.state, *command, actor.party(), holds(meeting, side, is_ahead)).is_ok()
    };
    MeetingCommand::ALL.iter().copied().filter(can).collect()
}

/// Agrees, declines, calls off.
pub async fn command(exchange: &Exchange, actor: &Actor, id: PartnershipId, meeting: PartnershipMeetingId, command: MeetingCommand) -> Result<()> {
    let unit = exchange.begin(actor).await?;
    let (mut partnership, side) = find_in(&unit, id).await?;
    let found = store::find(unit.conn(), id, meeting).await?;
    let mut meeting = found.ok_or_else(|| ExchangeError::not_ones_own("meeting"))?;
    // Nobody is kept from calling off.
    if command == MeetingCommand::Agree {
        may_begin(&unit, &partnership, side).await?;
    }
    let moved = step::<MeetingLife>(
        &unit,
        (Entity::Partnership, meeting.id.0),
        meeting.state,
        command,
        holds(&meeting, side, meeting.content.begins > unit.now()),
        side.map(|side| side.key().to_owned()),
    )?;
    meeting.state = moved.to;
    meeting.updated_at = unit.now();
    if let (MeetingCommand::Agree, Some(side)) = (command, side) {
        meeting.agree(side);
    }
    store::update(&unit, &mut meeting).await?;
    record(&unit, &meeting, side, command.key());
    goes_on(&unit, &mut partnership).await?;
    for event in moved.events {
        match event {
            MeetingEvent::BothTold => tell_both(&unit, &partnership, meeting.id, jobs::MeetingNews::Moved(command)),
        }
    }
    unit.save().await?;
    Ok(())
}

/// A meeting as iCalendar, for whoever may read the partnership. It names organisations, and nobody in person.
pub async fn calendar(exchange: &Exchange, actor: &Actor, id: PartnershipId, meeting: PartnershipMeetingId) -> Result<String> {
    let partnership = read::found(exchange, actor, id).await?;
    let meeting = store::find(exchange.store.reader(), id, meeting)
        .await?
        .ok_or_else(|| ExchangeError::not_ones_own("meeting"))?;
    let business = organisations::find(exchange, partnership.sides.business).await?.name;
    let college = organisations::find(exchange, partnership.sides.college).await?.name;
    let content = &meeting.content;
    let appointment = Appointment {
        uid: meeting.id.0,
        made_at: exchange.now(),
        changed_at: meeting.updated_at,
        sequence: u32::try_from(meeting.version - 1).unwrap_or_default(),
        begins: content.begins,
        ends: content.ends(),
        subject: &content.subject,
        who: &format!("{business} – {college}"),
        place: &content.place,
        link: &content.link,
        url: &format!("{}/hop-tac/{id}", exchange.settings.site.base_url),
        status: match meeting.state {
            MeetingState::Proposed => AppointmentStatus::Tentative,
            MeetingState::Agreed => AppointmentStatus::Confirmed,
            MeetingState::Declined | MeetingState::Cancelled => AppointmentStatus::Cancelled,
        },
    };
    Ok(appointment.to_icalendar())
}
