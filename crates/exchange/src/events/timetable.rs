//! Who meets whom, in which round, at which table: the best timetable for the wishes, made and kept.

use super::{coming, find_in, fits};
use crate::error::{ExchangeError, Result};
use crate::{Exchange, jobs};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::event::EventState;
use sanviec_domain::event::timetable::{Conference, Meeting, Timetable, Why, Wish, arrange};
use sanviec_domain::ids::{EventId, MeetingId, RegistrationId};
use sanviec_domain::partnership::Side;
use sanviec_store::events;
use sanviec_store::meetings::{self, MeetingRecord};
use sanviec_store::registrations::{self, RegistrationRecord};
use sanviec_store::{Entity, Unit};

/// What making a timetable came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Meetings in all.
    pub meetings: usize,
    /// Wishes of both sides that are met, of how many.
    pub mutual: (usize, usize),
    /// Wishes of one side that are met, of how many.
    pub single: (usize, usize),
    /// Wishes that are not met: business, college, why.
    pub unmet: Vec<(RegistrationId, RegistrationId, Why)>,
}

/// Makes the timetable anew from the wishes as they are. While the event runs what is there stays, and what is
/// new comes into the rounds that have not begun, those that were kept free included.
pub async fn make(exchange: &Exchange, actor: &Actor, id: EventId) -> Result<Made> {
    allows(actor, Action::Broker)?;
    let unit = exchange.begin(actor).await?;
    let mut event = find_in(&unit, id).await?;
    let runs = event.state == EventState::Running;
    if !runs && !event.state.is_ahead() {
        return Err(ExchangeError::NotNow("there is nothing to plan".to_owned()));
    }
    let all = coming(&unit, id).await?;
    let of_side = |side: Side| all.iter().filter(|one| one.side == side).collect::<Vec<_>>();
    let (businesses, colleges) = (of_side(Side::Business), of_side(Side::College));
    let wished = wishes(exchange, &unit, id, &all, &businesses, &colleges).await?;
    let kept = if runs { meetings::of_events(unit.conn(), &[id]).await? } else { Vec::new() };
    let place = |side: &[&RegistrationRecord], id: RegistrationId| side.iter().position(|one| one.id == id);
    let fixed: Vec<Meeting> = kept
        .iter()
        .filter_map(|meeting| {
            Some(Meeting {
                business: place(&businesses, meeting.business)?,
                college: place(&colleges, meeting.college)?,
                round: meeting.round as usize,
                table: meeting.table as usize,
            })
        })
        .collect();
    let conference = Conference {
        businesses: businesses.len(),
        colleges: colleges.len(),
        rounds: event.content.rounds as usize,
        open_from: if runs { event.content.next_round(unit.now()) as usize } else { 0 },
        tables: event.content.tables as usize,
        // Whoever comes without an appointment gets the rounds that were kept for that.
        walk_ins: if runs { 0 } else { event.content.walk_ins as usize },
        wishes: wished.clone(),
        fixed: fixed.clone(),
    };
    // It takes up to a second: the threads that answer requests are not for that.
    let found = tokio::task::spawn_blocking(move || arrange(&conference))
        .await
        .map_err(|error| ExchangeError::Internal(error.to_string()))?;
    let found = found.map_err(|error| ExchangeError::NotNow(error.to_string()))?;
    if !runs {
        meetings::clear(&unit, id, 0).await?;
    }
    let new: Vec<MeetingRecord> = found
        .meetings
        .iter()
        .filter(|meeting| !fixed.contains(meeting))
        .map(|meeting| MeetingRecord {
            id: MeetingId(unit.uuid()),
            event: id,
            business: businesses[meeting.business].id,
            college: colleges[meeting.college].id,
            round: meeting.round as u32,
            table: meeting.table as u32,
            result: None,
            note: String::new(),
            partnership: None,
            result_by: None,
            result_at: None,
        })
        .collect();
    meetings::insert_many(&unit, &new).await?;
    event.planned_at = Some(unit.now());
    events::update(&unit, &mut event).await?;
    let made = sum(&found, &wished, &businesses, &colleges);
    let details = serde_json::json!({ "meetings": made.meetings, "unmet": made.unmet.len(), "proven": found.proven });
    unit.audit("event.timetable", Entity::Event, id.0, details);
    unit.save().await?;
    Ok(made)
}

/// The wishes between those who come, by their places in the two lists.
async fn wishes(
    exchange: &Exchange,
    unit: &Unit,
    id: EventId,
    all: &[RegistrationRecord],
    businesses: &[&RegistrationRecord],
    colleges: &[&RegistrationRecord],
) -> Result<Vec<Wish>> {
    let said = registrations::wishes(unit.conn(), id).await?;
    let brought = fits::brought(exchange, all).await?;
    let mut wished = Vec::new();
    for (business, one) in businesses.iter().enumerate() {
        for (college, other) in colleges.iter().enumerate() {
            let (by_business, by_college) = (said.contains(&(one.id, other.id)), said.contains(&(other.id, one.id)));
            if by_business || by_college {
                let fit = brought.fit(exchange, one.id, other.id).map_or(0, |fit| fit.score.total / 1_000);
                wished.push(Wish {
                    business,
                    college,
                    by_business,
                    by_college,
                    fit,
                });
            }
        }
    }
    Ok(wished)
}

fn sum(found: &Timetable, wished: &[Wish], businesses: &[&RegistrationRecord], colleges: &[&RegistrationRecord]) -> Made {
    let is_unmet = |place: usize| found.unmet.iter().any(|(unmet, _)| *unmet == place);
    let count = |is_mutual: bool| {
        let of_kind = || wished.iter().enumerate().filter(move |(_, wish)| wish.is_mutual() == is_mutual);
        (of_kind().filter(|(place, _)| !is_unmet(*place)).count(), of_kind().count())
    };
    Made {
        meetings: found.meetings.len(),
        mutual: count(true),
        single: count(false),
        unmet: found
            .unmet
            .iter()
            .map(|(place, why)| (businesses[wished[*place].business].id, colleges[wished[*place].college].id, *why))
            .collect(),
    }
}

/// Sends everybody who comes their timetable. Answers with how many are told.
pub async fn send(exchange: &Exchange, actor: &Actor, id: EventId) -> Result<usize> {
    allows(actor, Action::Broker)?;
    let unit = exchange.begin(actor).await?;
    let event = find_in(&unit, id).await?;
    if event.planned_at.is_none() {
        return Err(ExchangeError::NotNow("there is no timetable".to_owned()));
    }
    let told = coming(&unit, id).await?;
    for registration in &told {
        unit.enqueue(jobs::tell_of_event(id, registration.organisation, jobs::EventNews::Planned));
    }
    unit.audit("event.timetable_sent", Entity::Event, id.0, serde_json::json!({ "told": told.len() }));
    unit.save().await?;
    Ok(told.len())
}
