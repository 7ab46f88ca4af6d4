//! Letters about businesses and colleges that work together: to those who act for a side, or to the centre.

use super::membership::{KIND, way};
use super::notices::Outgoing;
use super::{MeetingNews, PartnershipNews};
use crate::error::{ExchangeError, Result};
use crate::{Exchange, messages};
use sanviec_domain::access::StaffRole;
use sanviec_domain::agreement::AgreementCommand;
use sanviec_domain::ids::{OrganisationId, PartnershipId, ProgrammeId};
use sanviec_domain::language::Locale;
use sanviec_domain::organisation::MemberRole;
use sanviec_domain::partnership::meeting::{MeetingCommand, MeetingContent};
use sanviec_domain::partnership::{PartnershipCommand, Side};
use sanviec_domain::training::ProgrammeCommand;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_render::mail::{Notice, PartnershipNotice, PartnershipStory as Story, reason_sentence};
use sanviec_store::{Entity, PersonRecord};

/// What is told of news; nothing of what everybody knows already.
fn story(news: PartnershipNews) -> Option<Story> {
    Some(match news {
        PartnershipNews::Proposed => Story::Proposed,
        PartnershipNews::Said => Story::Said,
        PartnershipNews::FileAdded => Story::FileAdded,
        PartnershipNews::PeopleReported => Story::PeopleReported,
        PartnershipNews::PersonDenied => Story::PersonDenied,
        PartnershipNews::ReviewDue => Story::ReviewDue,
        PartnershipNews::ReviewMoved => Story::ReviewMoved,
        PartnershipNews::Meeting(_, news) => match news {
            MeetingNews::Proposed => Story::MeetingProposed,
            MeetingNews::Moved(MeetingCommand::Agree) => Story::MeetingAgreed,
            MeetingNews::Moved(MeetingCommand::Decline) => Story::MeetingDeclined,
            MeetingNews::Moved(MeetingCommand::Cancel) => Story::MeetingCancelled,
        },
        PartnershipNews::Moved(command) => match command {
            PartnershipCommand::Accept => Story::Accepted,
            PartnershipCommand::Decline => Story::Declined,
            PartnershipCommand::Seal => Story::Sealed,
            PartnershipCommand::Complete => Story::Completed,
            PartnershipCommand::Terminate => Story::Terminated,
            PartnershipCommand::Remind => Story::Reminded,
            PartnershipCommand::LastCall => Story::Called,
            PartnershipCommand::Write => Story::Written,
            PartnershipCommand::Begin | PartnershipCommand::Escalate => return None,
        },
        PartnershipNews::Agreement(command) => match command {
            AgreementCommand::Sign => Story::HalfSigned,
            AgreementCommand::Discard => Story::Discarded,
            // The partnership has told of it, or tells.
            AgreementCommand::Write | AgreementCommand::Terminate | AgreementCommand::Replace | AgreementCommand::End => return None,
        },
    })
}

fn out(exchange: &Exchange, person: &PersonRecord, notice: PartnershipNotice<'_>) -> Result<Option<Outgoing>> {
    let Some((channel, recipient)) = way(person) else { return Ok(None) };
    Ok(Some(Outgoing {
        channel,
        recipient,
        locale: person.locale,
        kind: KIND,
        letter: messages::compose(exchange, &Notice::Partnership(notice), person.locale)?,
    }))
}

/// To everybody who may act for an organisation.
pub(super) async fn to_acting(exchange: &Exchange, organisation: OrganisationId, notice: PartnershipNotice<'_>, lines: impl Fn(Locale) -> Vec<String>) -> Result<Vec<Outgoing>> {
    let members = sanviec_store::people::members_of(exchange.store.reader(), organisation).await?;
    let mut outgoing = Vec::new();
    for (member, _) in members.iter().filter(|(_, role)| *role != MemberRole::Viewer) {
        let lines = &lines(member.locale);
        outgoing.extend(out(exchange, member, PartnershipNotice { lines, ..notice })?);
    }
    Ok(outgoing)
}

fn address(exchange: &Exchange, id: PartnershipId) -> String {
    format!("{}/hop-tac/{id}", exchange.settings.site.base_url)
}

async fn name(exchange: &Exchange, id: OrganisationId) -> Result<String> {
    let found = sanviec_store::organisations::find(exchange.store.reader(), id).await?;
    Ok(found.ok_or(ExchangeError::NotFound)?.name)
}

/// What about, from when until when, and where.
fn appointment(content: &MeetingContent, locale: Locale) -> Vec<String> {
    let moment = |at| sanviec_render::format::moment(at, locale);
    let lines = [
        content.subject.clone(),
        format!("{} – {}", moment(content.begins), moment(content.ends())),
        content.place.clone(),
        content.link.clone(),
    ];
    lines.into_iter().filter(|line| !line.is_empty()).collect()
}

/// To a side of a partnership.
pub(super) async fn of_partnership(exchange: &Exchange, id: PartnershipId, side: Side, news: PartnershipNews) -> Result<Vec<Outgoing>> {
    let Some(story) = story(news) else { return Ok(Vec::new()) };
    let conn = exchange.store.reader();
    let partnership = sanviec_store::partnerships::find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let other = name(exchange, partnership.sides.organisation(side.other())).await?;
    let meeting = match news {
        PartnershipNews::Meeting(meeting, _) => Some(sanviec_store::partnership_meetings::find(conn, id, meeting).await?.ok_or(ExchangeError::NotFound)?),
        _ => None,
    };
    let lines = |locale| match (&meeting, story, partnership.reason) {
        (Some(meeting), ..) => appointment(&meeting.content, locale),
        (None, Story::Declined | Story::Terminated, Some(reason)) => vec![format!("{}.", reason.label(locale))],
        _ => Vec::new(),
    };
    let notice = PartnershipNotice {
        story,
        name: &other,
        lines: &[],
        url: &address(exchange, id),
    };
    to_acting(exchange, partnership.sides.organisation(side), notice, lines).await
}

/// To those at the centre who bring businesses and colleges together.
pub(super) async fn to_centre(exchange: &Exchange, id: PartnershipId, command: PartnershipCommand) -> Result<Vec<Outgoing>> {
    let story = match command {
        PartnershipCommand::Seal => Story::CentreSealed,
        PartnershipCommand::Terminate => Story::CentreTerminated,
        _ => Story::Escalated,
    };
    let conn = exchange.store.reader();
    let partnership = sanviec_store::partnerships::find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let both = format!(
        "{} – {}",
        name(exchange, partnership.sides.business).await?,
        name(exchange, partnership.sides.college).await?
    );
    let notice = PartnershipNotice {
        story,
        name: &both,
        lines: &[],
        url: &address(exchange, id),
    };
    let mut outgoing = Vec::new();
    for officer in sanviec_store::people::staff_with(conn, &[StaffRole::Counsellor, StaffRole::Manager]).await? {
        outgoing.extend(out(exchange, &officer, notice)?);
    }
    Ok(outgoing)
}

/// To a college: its programme was decided.
pub(super) async fn of_programme(exchange: &Exchange, id: ProgrammeId, command: ProgrammeCommand) -> Result<Vec<Outgoing>> {
    let conn = exchange.store.reader();
    let programme = sanviec_store::programmes::find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let case = sanviec_store::cases::last_decision(conn, Entity::Programme, id.0).await?;
    let (reasons, message) = case.map(|case| (case.reasons, case.message)).unwrap_or_default();
    let lines = |locale| {
        let reasons = reasons.iter().map(|reason| reason_sentence(*reason, locale).to_owned());
        reasons.chain(Some(message.clone()).filter(|message| !message.is_empty())).collect()
    };
    let url = format!("{}/truong-toi/chuong-trinh/{id}", exchange.settings.site.base_url);
    let notice = PartnershipNotice {
        story: if command == ProgrammeCommand::Publish {
            Story::ProgrammeApproved
        } else {
            Story::ProgrammeReturned
        },
        name: &programme.written.name,
        lines: &[],
        url: &url,
    };
    to_acting(exchange, programme.college, notice, lines).await
}

/// To a business: do its needs still stand?
pub(super) async fn of_demands(exchange: &Exchange, business: OrganisationId) -> Result<Vec<Outgoing>> {
    let url = format!("{}/ntd/nhu-cau", exchange.settings.site.base_url);
    let notice = PartnershipNotice {
        story: Story::DemandsAsked,
        name: &name(exchange, business).await?,
        lines: &[],
        url: &url,
    };
    to_acting(exchange, business, notice, |_| Vec::new()).await
}
