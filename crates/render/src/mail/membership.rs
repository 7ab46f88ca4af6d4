//! Letters about who belongs to an organisation.

use super::Body;
use crate::locale::Texts;

/// What somebody is told about belonging to an organisation.
#[derive(Clone, Copy, Debug)]
pub enum MembershipNotice<'a> {
    /// To somebody invited.
    Invited {
        /// The organisation's name.
        name: &'a str,
        /// Who invites.
        inviter: &'a str,
        /// As what, in words.
        role: &'a str,
        /// The link, with its secret.
        url: &'a str,
    },
    /// To the owners: somebody asks to join.
    JoinAsked {
        /// The organisation's name.
        name: &'a str,
        /// Who asks.
        who: &'a str,
        /// The members' page.
        url: &'a str,
    },
    /// To the centre: the owners were silent.
    JoinEscalated {
        /// The organisation's name.
        name: &'a str,
        /// Who asks.
        who: &'a str,
        /// The officers' page of the organisation.
        url: &'a str,
    },
    /// To somebody who asked: accepted.
    JoinAccepted {
        /// The organisation's name.
        name: &'a str,
        /// As what, in words.
        role: &'a str,
        /// The organisation's own pages.
        url: &'a str,
    },
    /// To somebody who asked: declined.
    JoinDeclined {
        /// The organisation's name.
        name: &'a str,
        /// The exchange.
        url: &'a str,
    },
}

pub(super) fn letter(t: &'static Texts, notice: MembershipNotice<'_>) -> Body<'static> {
    let (stem, name, who, role, url) = match notice {
        MembershipNotice::Invited { name, inviter, role, url } => ("invited", name, inviter, role, url),
        MembershipNotice::JoinAsked { name, who, url } => ("join-asked", name, who, "", url),
        MembershipNotice::JoinEscalated { name, who, url } => ("join-escalated", name, who, "", url),
        MembershipNotice::JoinAccepted { name, role, url } => ("join-accepted", name, "", role, url),
        MembershipNotice::JoinDeclined { name, url } => ("join-declined", name, "", "", url),
    };
    let values = [("name", name.into()), ("who", who.into()), ("inviter", who.into()), ("role", role.into())];
    let button = match notice {
        MembershipNotice::Invited { .. } => "mail-invited-button",
        MembershipNotice::JoinAsked { .. } => "mail-join-asked-button",
        MembershipNotice::JoinEscalated { .. } => "mail-join-escalated-button",
        MembershipNotice::JoinAccepted { .. } => "mail-join-accepted-button",
        MembershipNotice::JoinDeclined { .. } => "mail-join-declined-button",
    };
    let mut lines = vec![t.with(&format!("mail-{stem}-line"), &values)];
    if matches!(stem, "invited" | "join-asked") {
        lines.push(t.get(&format!("mail-{stem}-next")).to_owned());
    }
    Body {
        subject: t.with(&format!("mail-{stem}-subject"), &values),
        greeting: t.get("mail-to-member").to_owned(),
        lines,
        button: Some((t.get(button), url.to_owned())),
        ..Body::default()
    }
}
