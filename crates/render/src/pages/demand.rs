//! What a business will need, and who would fit.

use super::training::MatchRow;
use crate::{Chrome, FormState, tones};
use askama::Template;
use sanviec_domain::demand::{DemandAudience, DemandState};
use sanviec_domain::ids::DemandId;
use sanviec_domain::vocabulary::Vocabulary;

/// A need in its business's list.
#[derive(Clone, Debug)]
pub struct DemandRow {
    /// Its id.
    pub id: DemandId,
    /// In the business's words.
    pub title: String,
    /// How many people.
    pub headcount: u32,
    /// "07/2027 – 09/2027".
    pub months: String,
    /// Where.
    pub place: String,
    /// Where it stands.
    pub state: DemandState,
    /// Who sees it.
    pub audience: DemandAudience,
}

impl DemandRow {
    /// The tone of its state's tag.
    pub fn tone(&self) -> &'static str {
        tones::demand(self.state)
    }

    /// Whether it is being asked whether it stands, or was no longer confirmed.
    pub fn is_asked(&self) -> bool {
        matches!(self.state, DemandState::Asked | DemandState::Lapsed)
    }
}

/// `/ntd/nhu-cau`.
#[derive(Template)]
#[template(path = "employer/demands.html")]
pub struct DemandsPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The needs.
    pub rows: &'a [DemandRow],
    /// Whether the reader may write.
    pub may_write: bool,
    /// Whether the business is verified: until then colleges see nothing.
    pub is_verified: bool,
}

/// `/ntd/nhu-cau/moi` and `/ntd/nhu-cau/{id}/sua`: posts to itself.
#[derive(Template)]
#[template(path = "employer/demand_form.html")]
pub struct DemandFormPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Where it posts to.
    pub action: &'a str,
    /// Whether it is a new one.
    pub is_new: bool,
    /// What was typed.
    pub form: &'a FormState,
    /// Occupation codes proposed from the title.
    pub occupations: &'a [(String, String)],
    /// Levels.
    pub levels: &'a [(String, String)],
    /// Communes of the province.
    pub communes: &'a [(String, String)],
    /// Parks.
    pub parks: &'a [(String, String)],
    /// Shifts.
    pub shifts: &'a [(String, String)],
    /// What a business may bring.
    pub offers: &'a [(String, String)],
    /// Who may see it.
    pub audiences: &'a [(String, String)],
}

/// `/ntd/nhu-cau/{id}`: a need and who would fit.
#[derive(Template)]
#[template(path = "employer/demand.html")]
pub struct DemandPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The need.
    pub row: &'a DemandRow,
    /// Its facts: term and words.
    pub facts: &'a [(&'static str, String)],
    /// Graduates of those that fit.
    pub graduates: u32,
    /// What would bring more.
    pub change: Option<&'a str>,
    /// The cohorts, the best first.
    pub rows: &'a [MatchRow],
    /// Whether the reader may write.
    pub may_write: bool,
    /// What may be asked of it: command keys and words.
    pub commands: &'a [(&'static str, &'static str)],
}

/// `/ntd/nhu-cau/nhieu`: many from a spreadsheet, pasted.
#[derive(Template)]
#[template(path = "employer/demand_table.html")]
pub struct DemandTablePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The table as it was typed.
    pub form: &'a FormState,
    /// What is wrong: line numbers and words.
    pub faults: &'a [(usize, String)],
    /// The first line of a table, with tabs.
    pub columns: &'a str,
}

crate::html_pages!(DemandsPage, DemandFormPage, DemandPage, DemandTablePage);

impl DemandPage<'_> {
    fn audience_text(&self) -> &'static str {
        self.row.audience.label(self.chrome.locale)
    }
}
