//! `/hop-tac/{partnership}/hen`: meetings in a partnership, and each as a file for one's own calendar.

use super::show;
use crate::forms::{Fields, moment};
use crate::pages::apply::unprocessable;
use crate::problem::{Answer, Problem, id};
use crate::visit::{Visit, go};
use axum::extract::Path;
use axum::response::IntoResponse;
use http::header;
use sanviec_domain::ids::{PartnershipId, PartnershipMeetingId};
use sanviec_domain::partnership::meeting::{MeetingCommand, MeetingContent, MeetingFault, MeetingState, limits};
use sanviec_domain::text::tidy_line;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::partnerships::read::PartnershipView;
use sanviec_exchange::partnerships::{meetings, read};
use sanviec_render::calendar::MEDIA_TYPE;
use sanviec_render::pages::partnership::MeetingRow;
use sanviec_render::{FormState, tones};

/// What stands in the field of minutes at first.
const USUAL_MINUTES: &str = "60";

/// Whether the partnership may have another meeting.
pub(super) fn has_room(view: &PartnershipView) -> bool {
    (view.meetings.len() as u64) < limits::MEETINGS
}

/// The meetings of a partnership: those ahead, the next one first; then those that are over or don't take place,
/// the last one first.
pub(super) fn rows(visit: &Visit, view: &PartnershipView, may_write: bool) -> [Vec<MeetingRow>; 2] {
    let (exchange, now) = (&visit.app.exchange, visit.app.exchange.now());
    let (mut ahead, mut past) = (Vec::new(), Vec::new());
    for meeting in &view.meetings {
        let content = &meeting.content;
        let commands = meetings::offered(exchange, &visit.actor, &view.partnership, view.side, meeting);
        let is_ahead = content.ends() > now && matches!(meeting.state, MeetingState::Proposed | MeetingState::Agreed);
        let row = MeetingRow {
            id: meeting.id,
            subject: content.subject.clone(),
            begins: content.begins,
            minutes: content.minutes,
            place: content.place.clone(),
            link: content.link.clone(),
            side: meeting.side,
            state: (meeting.state.label(visit.locale), tones::meeting(meeting.state)),
            commands: commands.into_iter().filter(|_| may_write).map(|one| (one.key(), one.label(visit.locale))).collect(),
        };
        if is_ahead { ahead.push(row) } else { past.push(row) }
    }
    past.reverse();
    [ahead, past]
}

/// The form as it is shown: with the usual length where nothing was typed.
pub(super) fn with_usual(form: &FormState) -> FormState {
    let mut form = form.clone();
    if !form.values.contains_key("hen-phut") {
        form.set("hen-phut", USUAL_MINUTES);
    }
    form
}

fn read_form(visit: &Visit, form: &mut FormState) -> Option<MeetingContent> {
    let t = visit.texts();
    let text = |name: &str| tidy_line(form.value(name));
    let content = MeetingContent {
        subject: text("hen-ve"),
        begins: moment(form.value("hen-luc")).unwrap_or(Instant::MIN_UTC),
        minutes: form.value("hen-phut").parse().unwrap_or_default(),
        place: text("hen-noi"),
        link: text("hen-mang"),
    };
    let faults = content.faults(visit.app.exchange.now());
    for fault in &faults {
        let (field, message) = match fault {
            MeetingFault::Subject => ("hen-ve", t.get("meeting-error-subject")),
            MeetingFault::Begins => ("hen-luc", t.get("meeting-error-begins")),
            MeetingFault::Minutes => ("hen-phut", t.get("meeting-error-minutes")),
            MeetingFault::Place => ("hen-noi", t.get("meeting-error-place")),
            MeetingFault::Link => ("hen-mang", t.get("meeting-error-link")),
        };
        form.fail(field, message);
    }
    faults.is_empty().then_some(content)
}

/// Proposes one.
pub async fn propose(visit: Visit, Path(written): Path<String>, Fields(mut form): Fields) -> Answer {
    let id: PartnershipId = id(&written)?;
    let exchange = &visit.app.exchange;
    let view = read::one(exchange, &visit.actor, id).await?;
    let back = format!("/hop-tac/{id}#hen");
    if !has_room(&view) {
        visit.warn("flash-meeting-limit").await?;
        return Ok(go(&back));
    }
    let Some(content) = read_form(&visit, &mut form) else {
        return Ok(unprocessable(show(&visit, &view, &form)?));
    };
    match meetings::propose(exchange, &visit.actor, id, content).await {
        Ok(_) => visit.say("flash-meeting-proposed").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&back))
}

/// Agrees, declines, calls off.
pub async fn command(visit: Visit, Path((partnership, written)): Path<(String, String)>, Fields(form): Fields) -> Answer {
    let (partnership, meeting): (PartnershipId, PartnershipMeetingId) = (id(&partnership)?, id(&written)?);
    let command = MeetingCommand::from_key(form.value("lenh")).ok_or_else(|| Problem::unreadable("lenh"))?;
    match meetings::command(&visit.app.exchange, &visit.actor, partnership, meeting, command).await {
        Ok(()) => visit.say("flash-meeting-moved").await?,
        Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => visit.warn("flash-already-moved").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&format!("/hop-tac/{partnership}#hen")))
}

/// One as a file for one's own calendar; its name is the meeting's id and `.ics`.
pub async fn calendar(visit: Visit, Path((partnership, written)): Path<(String, String)>) -> Answer {
    let meeting: PartnershipMeetingId = id(written.strip_suffix(".ics").ok_or_else(Problem::not_found)?)?;
    let text = meetings::calendar(&visit.app.exchange, &visit.actor, id(&partnership)?, meeting).await?;
    let headers = [(header::CONTENT_TYPE, MEDIA_TYPE), (header::CONTENT_DISPOSITION, "attachment; filename=\"lich-hen.ics\"")];
    Ok((headers, text).into_response())
}
