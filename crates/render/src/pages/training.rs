//! What colleges teach: their own pages, and everybody's.

use crate::pages::partnership::Meter;
use crate::{Chrome, FormState, tones};
use askama::Template;
use sanviec_domain::ids::{CohortId, OrganisationId, ProgrammeId};
use sanviec_domain::placement::share::InWork;
use sanviec_domain::training::{Cohort, ProgrammeState};
use sanviec_domain::vocabulary::Vocabulary;

/// A programme in its college's list.
#[derive(Clone, Debug)]
pub struct ProgrammeRow {
    /// Its id.
    pub id: ProgrammeId,
    /// Its name, or that it has none yet.
    pub name: String,
    /// "Cao đẳng · 30 tháng".
    pub facts: String,
    /// Where its text stands.
    pub state: ProgrammeState,
    /// Whether the public reads it.
    pub is_shown: bool,
    /// Its cohorts.
    pub cohorts: Vec<Cohort>,
}

impl ProgrammeRow {
    /// The tone of its state's tag.
    pub fn tone(&self) -> &'static str {
        tones::programme(self.state)
    }
}

/// `/truong-toi/chuong-trinh`: posts a table of cohorts to `/truong-toi/khoa`.
#[derive(Template)]
#[template(path = "college/programmes.html")]
pub struct ProgrammesPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Its programmes.
    pub rows: &'a [ProgrammeRow],
    /// Whether the reader may write.
    pub may_write: bool,
    /// Whether the college is verified: until then nothing can be handed in.
    pub is_verified: bool,
    /// The table as it was typed, with what is wrong.
    pub form: &'a FormState,
    /// The lines of a table that were left out, and why.
    pub faults: &'a [(usize, String)],
}

/// `/truong-toi/chuong-trinh/moi` and `/truong-toi/chuong-trinh/{id}`: posts to itself with `then` = `save` or
/// `submit`.
#[derive(Template)]
#[template(path = "college/programme.html")]
pub struct ProgrammeFormPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Which one; nothing for a new one.
    pub id: Option<ProgrammeId>,
    /// Where its text stands.
    pub state: ProgrammeState,
    /// Why it was returned, and what else the officer said.
    pub returned: &'a [String],
    /// What was typed.
    pub form: &'a FormState,
    /// Codes of the national list: (code, "Cơ điện tử – Cao đẳng").
    pub fields: &'a [(String, String)],
    /// Levels.
    pub levels: &'a [(String, String)],
    /// For whom.
    pub kinds: &'a [(String, String)],
    /// Communes of the province.
    pub communes: &'a [(String, String)],
    /// Provinces.
    pub provinces: &'a [(String, String)],
    /// Its cohorts.
    pub cohorts: &'a [Cohort],
    /// The cohort as it was typed.
    pub cohort: &'a FormState,
    /// Whether the reader may write.
    pub may_write: bool,
    /// What may be asked of it: command keys and words.
    pub commands: &'a [(&'static str, &'static str)],
    /// Whether the public reads it.
    pub is_shown: bool,
}

/// A programme in a public list.
#[derive(Clone, Debug)]
pub struct PublicProgrammeRow {
    /// Its address.
    pub href: String,
    /// Its name.
    pub name: String,
    /// "Cao đẳng · 30 tháng · miễn học phí".
    pub facts: String,
    /// The college's name.
    pub college: String,
    /// Where it is taught.
    pub place: String,
}

/// `/dao-tao`.
#[derive(Template)]
#[template(path = "public/programmes.html")]
pub struct PublicProgrammesPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// What was asked.
    pub form: &'a FormState,
    /// Levels.
    pub levels: &'a [(String, String)],
    /// What was found.
    pub rows: &'a [PublicProgrammeRow],
}

/// `/dao-tao/{id}-{slug}`.
#[derive(Template)]
#[template(path = "public/programme.html")]
pub struct PublicProgrammePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Its name.
    pub name: &'a str,
    /// The college's name.
    pub college: &'a str,
    /// The college's page.
    pub college_href: &'a str,
    /// Its facts: term and words.
    pub facts: &'a [(&'static str, String)],
    /// In the college's words.
    pub description: &'a str,
    /// Intakes to come.
    pub cohorts: &'a [Cohort],
    /// How many graduates started work within a year.
    pub in_work: Option<InWork>,
    /// The college's telephone number: as a link and as people read it.
    pub phone: Option<(String, String)>,
    /// Vacancies for such work: words and address.
    pub jobs: &'a [(String, String)],
    /// Whether the college is invented, for the demo.
    pub sample: bool,
}

/// `/truong/{id}-{slug}`.
#[derive(Template)]
#[template(path = "public/college.html")]
pub struct CollegePublicPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Its id.
    pub id: OrganisationId,
    /// Its name.
    pub name: &'a str,
    /// Where it is.
    pub address: &'a str,
    /// Its telephone number: as a link and as people read it.
    pub phone: Option<(String, String)>,
    /// What it teaches.
    pub rows: &'a [PublicProgrammeRow],
    /// Businesses with which it has signed.
    pub partners: &'a [String],
    /// Whether it is invented, for the demo.
    pub sample: bool,
}

/// A counterpart in a list, with why it fits.
#[derive(Clone, Debug)]
pub struct MatchRow {
    /// What it is: a cohort's programme, a need.
    pub title: String,
    /// Whose.
    pub who: String,
    /// A few facts.
    pub facts: String,
    /// How well it fits.
    pub meter: Meter,
    /// What a proposal posts: names and values.
    pub proposal: Vec<(&'static str, String)>,
}

/// `/truong-toi/khoa/{id}`: the needs for a cohort.
#[derive(Template)]
#[template(path = "college/cohort.html")]
pub struct CohortPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Its id.
    pub id: CohortId,
    /// "Cơ điện tử – K17".
    pub title: &'a str,
    /// Facts: graduation, numbers.
    pub facts: &'a str,
    /// Whether its programme is public; before that nobody is matched.
    pub is_shown: bool,
    /// How many seats fit.
    pub seats: u32,
    /// What would bring more.
    pub change: Option<&'a str>,
    /// The needs, the best first.
    pub rows: &'a [MatchRow],
    /// Whether the reader may propose.
    pub may_propose: bool,
}

crate::html_pages!(ProgrammesPage, ProgrammeFormPage, PublicProgrammesPage, PublicProgrammePage, CollegePublicPage, CohortPage);

impl ProgrammeFormPage<'_> {
    fn action(&self) -> String {
        match self.id {
            Some(id) => format!("/truong-toi/chuong-trinh/{id}"),
            None => "/truong-toi/chuong-trinh/moi".to_owned(),
        }
    }

    fn tone(&self) -> &'static str {
        tones::programme(self.state)
    }

    fn is_waiting(&self) -> bool {
        self.state.key() == ProgrammeState::Submitted.key()
    }
}
