//! `/tt/to-chuc`: organisations as officers see them; what waits about them; merging two.

use super::case::organisation_rows;
use crate::pages::organisation::{JoinRow, MemberRow};
use crate::{Chrome, tones};
use askama::Template;
use sanviec_domain::lifecycle::{Party, offered};
use sanviec_domain::organisation::{OrganisationLife, OrganisationProfile, OrganisationState};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;

/// An organisation of a list.
pub struct OrganisationRow {
    /// The id.
    pub id: String,
    /// The name.
    pub name: String,
    /// Where it stands, in words.
    pub state: &'static str,
    /// The tone of that.
    pub tone: &'static str,
    /// The tax code.
    pub tax_code: String,
}

/// The list.
#[derive(Template)]
#[template(path = "centre/organisations.html")]
pub struct OrganisationsPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// What was looked for.
    pub q: &'a str,
    /// What was found.
    pub found: &'a [OrganisationRow],
    /// Somebody asks to join, the owners are silent.
    pub joins: &'a [OrganisationRow],
    /// Without an owner.
    pub ownerless: &'a [OrganisationRow],
}

impl OrganisationsPage<'_> {
    fn lists(&self) -> [(&str, &[OrganisationRow]); 3] {
        let t = self.chrome.t;
        [
            (t.get("officer-organisations-found"), self.found),
            (t.get("officer-organisations-joins"), self.joins),
            (t.get("officer-organisations-ownerless"), self.ownerless),
        ]
    }
}

/// One organisation.
#[derive(Template)]
#[template(path = "centre/organisation.html")]
pub struct OfficerOrganisationPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The id.
    pub id: &'a str,
    /// The name.
    pub name: &'a str,
    /// The tax code.
    pub tax_code: &'a str,
    /// Where it stands.
    pub state: OrganisationState,
    /// Form 03.
    pub profile: &'a OrganisationProfile,
    /// The address in words.
    pub address: &'a str,
    /// The industry in words.
    pub industry: &'a str,
    /// Whether the reader may decide.
    pub may_decide: bool,
    /// Whether the reader says which employers are trusted.
    pub may_trust: bool,
    /// Whether what it posts is published at once.
    pub is_trusted: bool,
    /// Its decided cases: approved, sent back, refused.
    pub decided: [u64; 3],
    /// The case that waits.
    pub case: Option<String>,
    /// Where it was merged into: id and name.
    pub merged_into: Option<(String, String)>,
    /// Who belongs to it.
    pub members: &'a [MemberRow],
    /// Who asks to join.
    pub joins: &'a [JoinRow],
    /// The roles.
    pub roles: &'a [(&'static str, &'static str)],
    /// The reasons of a suspension.
    pub reasons: &'a [(&'static str, &'static str)],
    /// What has happened.
    pub history: &'a [(Instant, String)],
}

impl OfficerOrganisationPage<'_> {
    fn tone(&self) -> &'static str {
        tones::organisation(self.state)
    }

    fn rows(&self) -> Vec<(&'static str, String)> {
        organisation_rows(self.profile, self.address, self.industry, self.chrome)
    }

    /// What became of what it sent.
    fn record(&self) -> String {
        let [approved, returned, rejected] = self.decided;
        let values = [("approved", approved.into()), ("returned", returned.into()), ("rejected", rejected.into())];
        self.chrome.t.with("officer-trust-record", &values)
    }

    fn offers(&self, command: &str) -> bool {
        offered::<OrganisationLife>(self.state, Party::Officer).iter().any(|offered| offered.key() == command)
    }
}

/// What a merger would do.
#[derive(Template)]
#[template(path = "centre/merge.html")]
pub struct MergePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The one that goes.
    pub from: &'a str,
    /// Its name.
    pub from_name: &'a str,
    /// The one that stays.
    pub into: &'a str,
    /// Its name.
    pub into_name: &'a str,
    /// The versions that were looked at.
    pub versions: &'a str,
    /// Vacancies that move.
    pub vacancies: u64,
    /// Applications that move.
    pub applications: u64,
    /// Members who move.
    pub members: u64,
    /// References that both have.
    pub references: u64,
}

impl MergePage<'_> {
    fn says(&self) -> String {
        self.chrome.t.with("merge-says", &[("from", self.from_name.into()), ("into", self.into_name.into())])
    }
}

crate::html_pages!(OrganisationsPage, OfficerOrganisationPage, MergePage);
