//! Organisations: registering, the record, members, invitations; the officers' pages of them.

use crate::{Chrome, FormState};
use askama::Template;
use sanviec_domain::time::Instant;

/// `/dang-ky`: for whom one registers.
#[derive(Template)]
#[template(path = "organisation/choose.html")]
pub struct RegisterChoicePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
}

/// A list to choose from: (value, word).
pub type Options<'a> = &'a [(String, String)];

/// The record of an organisation as a form: registering, and changing it afterwards.
#[derive(Template)]
#[template(path = "organisation/record.html")]
pub struct OrganisationFormPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Its heading.
    pub title: &'a str,
    /// Where it is sent.
    pub action: &'a str,
    /// What is typed.
    pub form: &'a FormState,
    /// Whether it is a college's: form 03 asks less of one.
    pub college: bool,
    /// Whether a person registers, with a citizen's number.
    pub person: bool,
    /// Whether it is registered already.
    pub known: bool,
    /// Whether the reader may change it.
    pub may_save: bool,
    /// Whether saving sends it for verification again.
    pub resubmits: bool,
    /// A name that waits for an officer.
    pub proposed: Option<&'a str>,
    /// The address of the members' page.
    pub members: Option<&'a str>,
    /// Kinds of ownership.
    pub ownership: Options<'a>,
    /// Parks.
    pub parks: Options<'a>,
    /// Communes.
    pub communes: Options<'a>,
    /// Sections of the economy.
    pub industries: Options<'a>,
    /// Sizes.
    pub workforce: Options<'a>,
    /// Services of the centre.
    pub services: Options<'a>,
}

/// The tax code is known: one can ask to join.
#[derive(Template)]
#[template(path = "organisation/known.html")]
pub struct KnownOrganisationPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The organisation's name: all that is told.
    pub name: &'a str,
    /// The tax code that was typed.
    pub tax_code: &'a str,
}

/// A member of the list.
pub struct MemberRow {
    /// The id.
    pub id: String,
    /// The name, or the masked number.
    pub name: String,
    /// The role's key.
    pub role: &'static str,
    /// The role in words.
    pub role_text: &'static str,
    /// Whether it is the reader.
    pub is_me: bool,
}

/// An invitation that waits.
pub struct InvitationRow {
    /// The id.
    pub id: String,
    /// To whom; `None` for a link.
    pub email: Option<String>,
    /// The role in words.
    pub role: &'static str,
    /// Until when.
    pub until: Instant,
    /// Whether that is over.
    pub over: bool,
}

/// A request to join.
pub struct JoinRow {
    /// The id.
    pub id: String,
    /// Who asks.
    pub name: String,
    /// Since when.
    pub at: Instant,
}

/// The members of one's own organisation.
#[derive(Template)]
#[template(path = "organisation/members.html")]
pub struct MembersPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// `/ntd` or `/truong-toi`.
    pub base: &'a str,
    /// The organisation's name.
    pub name: &'a str,
    /// Whether the reader may manage.
    pub manages: bool,
    /// Who belongs to it.
    pub members: &'a [MemberRow],
    /// Who is invited.
    pub invitations: &'a [InvitationRow],
    /// Who asks to join.
    pub joins: &'a [JoinRow],
    /// The roles: (key, word).
    pub roles: &'a [(&'static str, &'static str)],
    /// A link that was just made.
    pub link: Option<&'a str>,
    /// The invitation as it was typed.
    pub form: &'a FormState,
}

/// What a link of an invitation leads to.
#[derive(Template)]
#[template(path = "organisation/invitation.html")]
pub struct InvitationPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The organisation's name.
    pub name: &'a str,
    /// The role in words.
    pub role: &'a str,
    /// Why it can't be accepted.
    pub dead: Option<&'a str>,
    /// Where accepting is sent.
    pub action: &'a str,
    /// Where one signs in first.
    pub sign_in: Option<&'a str>,
    /// Whether the reader acts as one who can't accept.
    pub is_staff: bool,
}

crate::html_pages!(RegisterChoicePage, OrganisationFormPage, KnownOrganisationPage, MembersPage, InvitationPage);

impl InvitationPage<'_> {
    fn says(&self) -> String {
        self.chrome.t.with("invitation-says", &[("name", self.name.into()), ("role", self.role.into())])
    }
}
