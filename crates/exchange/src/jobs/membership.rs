//! Letters about organisations and who belongs to them: to every member in the member's own
//! language, to owners, to the centre, to somebody who asked to join.

use super::notices::Outgoing;
use crate::error::{ExchangeError, Result};
use crate::{Exchange, messages};
use sanviec_domain::access::StaffRole;
use sanviec_domain::ids::{JoinRequestId, OrganisationId};
use sanviec_domain::language::Locale;
use sanviec_domain::membership::{JoinCommand, role_label};
use sanviec_domain::moderation::Reason;
use sanviec_domain::organisation::{MemberRole, OrganisationCommand};
use sanviec_render::mail::{MembershipNotice, Notice};
use sanviec_store::PersonRecord;
use sanviec_store::messages::Channel;

pub(super) const KIND: &str = "organisation";

/// Who can be written to: by e-mail, else by telephone.
pub(super) fn way(person: &PersonRecord) -> Option<(Channel, String)> {
    let email = person.email.as_ref().map(|email| (Channel::Email, email.to_string()));
    email.or_else(|| person.phone.as_ref().filter(|phone| phone.is_mobile()).map(|phone| (Channel::Sms, phone.to_string())))
}

fn to_person(exchange: &Exchange, person: &PersonRecord, notice: &Notice<'_>) -> Result<Option<Outgoing>> {
    let Some((channel, recipient)) = way(person) else { return Ok(None) };
    let letter = messages::compose(exchange, notice, person.locale)?;
    Ok(Some(Outgoing {
        channel,
        recipient,
        locale: person.locale,
        kind: KIND,
        letter,
    }))
}

/// Every member, and the organisation's own address.
pub(super) async fn of_organisation(exchange: &Exchange, id: OrganisationId, command: OrganisationCommand, reasons: &[Reason], message: &str) -> Result<Vec<Outgoing>> {
    let conn = exchange.store.reader();
    let organisation = sanviec_store::organisations::find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let notice = Notice::OrganisationMoved {
        name: &organisation.name,
        kind: organisation.kind,
        command,
        reasons,
        message,
    };
    let mut outgoing = Vec::new();
    for (member, _) in sanviec_store::people::members_of(conn, id).await? {
        outgoing.extend(to_person(exchange, &member, &notice)?);
    }
    if let Some(email) = organisation.profile.email.as_ref().map(ToString::to_string)
        && !outgoing.iter().any(|out| out.recipient == email)
    {
        outgoing.push(Outgoing {
            channel: Channel::Email,
            recipient: email,
            locale: Locale::Vi,
            kind: KIND,
            letter: messages::compose(exchange, &notice, Locale::Vi)?,
        });
    }
    Ok(outgoing)
}

/// Those whom a request to join concerns.
pub(super) async fn of_join(exchange: &Exchange, id: JoinRequestId, command: Option<JoinCommand>) -> Result<Vec<Outgoing>> {
    let conn = exchange.store.reader();
    let request = sanviec_store::joining::any(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let organisation = sanviec_store::organisations::find(conn, request.organisation).await?.ok_or(ExchangeError::NotFound)?;
    let asker = sanviec_store::people::find(conn, request.person).await?.ok_or(ExchangeError::NotFound)?;
    let (base, name) = (&exchange.settings.site.base_url, organisation.name.as_str());
    let who = asker
        .name
        .as_ref()
        .map_or_else(|| asker.phone.as_ref().map(sanviec_domain::contact::Phone::masked).unwrap_or_default(), ToString::to_string);
    let home = match organisation.kind {
        sanviec_domain::organisation::OrganisationKind::College => "/truong-toi",
        _ => "/ntd",
    };
    let mut outgoing = Vec::new();
    match command {
        None => {
            let url = format!("{base}{home}/thanh-vien");
            let notice = Notice::Membership(MembershipNotice::JoinAsked { name, who: &who, url: &url });
            for (member, _) in owners(exchange, request.organisation).await? {
                outgoing.extend(to_person(exchange, &member, &notice)?);
            }
        }
        Some(JoinCommand::Escalate) => {
            let url = format!("{base}/tt/to-chuc/{}", organisation.id);
            let notice = Notice::Membership(MembershipNotice::JoinEscalated { name, who: &who, url: &url });
            for officer in sanviec_store::people::staff_with(conn, &[StaffRole::Moderator]).await? {
                outgoing.extend(to_person(exchange, &officer, &notice)?.filter(|out| out.channel == Channel::Email));
            }
        }
        Some(JoinCommand::Accept) => {
            let url = format!("{base}{home}");
            let role = request.role.unwrap_or(MemberRole::Viewer);
            let notice = Notice::Membership(MembershipNotice::JoinAccepted {
                name,
                role: role_label(organisation.kind, role, asker.locale),
                url: &url,
            });
            outgoing.extend(to_person(exchange, &asker, &notice)?);
        }
        Some(JoinCommand::Decline) => {
            let notice = Notice::Membership(MembershipNotice::JoinDeclined { name, url: base });
            outgoing.extend(to_person(exchange, &asker, &notice)?);
        }
    }
    Ok(outgoing)
}

async fn owners(exchange: &Exchange, id: OrganisationId) -> Result<Vec<(PersonRecord, MemberRole)>> {
    let mut members = sanviec_store::people::members_of(exchange.store.reader(), id).await?;
    members.retain(|(_, role)| *role == MemberRole::Owner);
    Ok(members)
}
