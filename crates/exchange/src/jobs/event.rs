//! Letters about conferences, to those who act for an organisation.

use super::EventNews;
use super::notices::Outgoing;
use super::partnership::to_acting;
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use sanviec_domain::event::EventState;
use sanviec_domain::ids::{EventId, OrganisationId};
use sanviec_domain::text::slug;
use sanviec_render::format;
use sanviec_render::mail::{PartnershipNotice, PartnershipStory as Story};

/// To an organisation: what is new about an event.
pub(super) async fn letters(exchange: &Exchange, id: EventId, organisation: OrganisationId, news: EventNews) -> Result<Vec<Outgoing>> {
    let conn = exchange.store.reader();
    let event = sanviec_store::events::find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let story = match news {
        // Whoever is told late of what no longer is hears nothing.
        _ if event.state == EventState::Finished || (event.state == EventState::Cancelled && news != EventNews::Cancelled) => return Ok(Vec::new()),
        EventNews::Invited => Story::EventInvited,
        EventNews::Confirmed => Story::EventConfirmed,
        EventNews::Changed => Story::EventChanged,
        EventNews::Cancelled => Story::EventCancelled,
        EventNews::Planned => Story::EventPlanned,
    };
    let content = &event.content;
    let page = format!("{}/hoi-nghi/{id}", exchange.settings.site.base_url);
    let url = match news {
        EventNews::Planned | EventNews::Confirmed => format!("{page}/cua-toi"),
        _ => format!("{page}-{}", slug(&content.title)),
    };
    let place = content.place.as_ref().map(|place| exchange.reference.place_label(place));
    let lines = |locale| {
        let when = format!("{} – {}", format::moment(content.begins, locale), format::moment(content.ends, locale));
        [Some(when), place.clone(), event.reason.clone()].into_iter().flatten().collect()
    };
    let notice = PartnershipNotice {
        story,
        name: &content.title,
        lines: &[],
        url: &url,
    };
    to_acting(exchange, organisation, notice, lines).await
}
