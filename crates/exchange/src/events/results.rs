//! What came of a meeting, in one tap; what follows from it is a partnership like any other.

use super::fits;
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use crate::partnerships::{self, Proposal};
use chrono::TimeDelta;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::event::EventState;
use sanviec_domain::event::meeting::MeetingResult;
use sanviec_domain::ids::{EventId, MeetingId, PartnershipId};
use sanviec_domain::text::tidy;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::meetings::{self as store, MeetingRecord};
use sanviec_store::registrations::{self, RegistrationRecord};
use sanviec_store::{Entity, events};

/// Characters of a note.
pub const NOTE: usize = 300;
/// Days after an event in which results can be written down.
const OPEN_DAYS: i64 = 60;

/// A meeting, with the two who meet.
async fn found(exchange: &Exchange, actor: &Actor, event: EventId, id: MeetingId) -> Result<(MeetingRecord, RegistrationRecord, RegistrationRecord)> {
    let conn = exchange.store.reader();
    let missing = || ExchangeError::not_ones_own("meeting");
    let meeting = store::find(conn, event, id).await?.ok_or_else(missing)?;
    let business = registrations::find(conn, event, meeting.business).await?.ok_or_else(missing)?;
    let college = registrations::find(conn, event, meeting.college).await?.ok_or_else(missing)?;
    let is_side = actor.organisation().is_some_and(|own| own == business.organisation || own == college.organisation);
    if is_side || matches!(actor, Actor::Staff { .. }) {
        Ok((meeting, business, college))
    } else {
        Err(missing())
    }
}

/// Writes down what came of a meeting: by a side, or by the centre. Where the two will cooperate, a partnership is
/// proposed, unless they talk already.
pub async fn set(exchange: &Exchange, actor: &Actor, event: EventId, id: MeetingId, result: MeetingResult, note: &str) -> Result<Option<PartnershipId>> {
    allows(actor, Action::Partner)?;
    let (mut meeting, business, college) = found(exchange, actor, event, id).await?;
    let known = events::find(exchange.store.reader(), event).await?.ok_or(ExchangeError::NotFound)?;
    let is_open = match known.state {
        EventState::Running => true,
        EventState::Finished => exchange.now() <= known.content.ends + TimeDelta::days(OPEN_DAYS),
        _ => false,
    };
    if !is_open {
        return Err(ExchangeError::NotNow("the event doesn't run".to_owned()));
    }
    if result == MeetingResult::Partnership && meeting.partnership.is_none() {
        let brought = fits::brought(exchange, &[business.clone(), college.clone()]).await?;
        let fit = brought.fit(exchange, business.id, college.id);
        let proposal = Proposal {
            business: Some(business.organisation),
            college: Some(college.organisation),
            demand: fit.as_ref().map(|fit| fit.demand),
            programme: fit.as_ref().map(|fit| fit.programme),
            event: Some(event),
            ..Proposal::default()
        };
        meeting.partnership = Some(partnerships::propose(exchange, actor, proposal).await?);
    }
    let unit = exchange.begin(actor).await?;
    meeting.result = Some(result);
    meeting.note = tidy(note).chars().take(NOTE).collect();
    (meeting.result_by, meeting.result_at) = (actor.person(), Some(unit.now()));
    store::update(&unit, &meeting).await?;
    unit.audit("event.result", Entity::Event, id.0, serde_json::json!({ "result": result.key() }));
    unit.save().await?;
    Ok(meeting.partnership)
}
