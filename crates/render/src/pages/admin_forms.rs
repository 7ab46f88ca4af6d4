//! One account, the announcements, the branches: pages of administrators with forms.

use crate::{Chrome, FormState};
use askama::Template;
use sanviec_domain::access::StaffRole;
use sanviec_domain::contact::Phone;
use sanviec_domain::ids::{OrganisationId, PersonId};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;

/// `/qt/tai-khoan/{id}`.
#[derive(Template)]
#[template(path = "admin/account.html")]
pub struct AdminAccountPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The person.
    pub id: PersonId,
    /// The name, or what is shown instead.
    pub name: &'a str,
    /// The number and the address, masked.
    pub contacts: &'a [String],
    /// When the account was made.
    pub created_at: Instant,
    /// The organisations the person belongs to.
    pub organisations: &'a [String],
    /// The roles at the centre.
    pub roles: &'a [StaffRole],
    /// Where the person is signed in: browser, network, when last.
    pub devices: &'a [(String, Instant)],
    /// The form of what is done here, after an error.
    pub form: &'a FormState,
}

/// An announcement of the list.
#[derive(Clone, Debug)]
pub struct AnnouncementRow {
    /// Its id, as text.
    pub id: String,
    /// Its text in the page's language.
    pub text: String,
    /// From when.
    pub from: Instant,
    /// Until when.
    pub until: Instant,
    /// Whether it can still be taken down.
    pub open: bool,
}

/// `/qt/thong-bao`.
#[derive(Template)]
#[template(path = "admin/announcements.html")]
pub struct AdminAnnouncementsPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The form of a new one.
    pub form: &'a FormState,
    /// The last ones.
    pub rows: &'a [AnnouncementRow],
}

/// A branch of the centre.
#[derive(Clone, Debug)]
pub struct BranchRow {
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: String,
    /// Where it is.
    pub address: String,
    /// Its telephone.
    pub phone: Option<Phone>,
    /// Whether it is open.
    pub open: bool,
}

/// `/qt/chi-nhanh`.
#[derive(Template)]
#[template(path = "admin/branches.html")]
pub struct AdminBranchesPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The form of a new one, or of the one being changed.
    pub form: &'a FormState,
    /// The one being changed.
    pub editing: Option<OrganisationId>,
    /// Communes: (code, name).
    pub communes: &'a [(String, String)],
    /// Every branch.
    pub rows: &'a [BranchRow],
}

crate::html_pages!(AdminAccountPage, AdminAnnouncementsPage, AdminBranchesPage);

impl AdminBranchesPage<'_> {
    fn action(&self) -> String {
        self.editing.map_or_else(|| "/qt/chi-nhanh".to_owned(), |id| format!("/qt/chi-nhanh/{id}"))
    }
}

impl AdminAccountPage<'_> {
    fn role_options(&self) -> Vec<(&'static str, &'static str)> {
        let open = StaffRole::ALL.iter().filter(|role| !self.roles.contains(role));
        open.map(|role| (role.key(), role.label(self.chrome.locale))).collect()
    }

    fn role_text(&self, role: &StaffRole) -> &'static str {
        role.label(self.chrome.locale)
    }
}
