//! `/ntd`: an employer's own vacancies and the people who applied for them.

pub mod applicants;
pub mod batches;
pub mod faults;
pub mod form;
pub mod history;
pub mod home;
pub mod posting_fields;
pub mod posting_values;
pub mod preview;
pub mod program;
pub mod results;
pub mod revision;
pub mod steps;
pub mod vacancy;

pub use applicants::{ApplicantPage, ApplicantRow, ApplicantsPage};
pub use batches::{BatchPage, BatchRow, BatchRowPage, BatchUploadPage, CellInput, WrongRow};
pub use form::VacancyFormPage;
pub use history::HistoryStep;
pub use home::EmployerHomePage;
pub use preview::VacancyPreviewPage;
pub use program::{DeliveryRow, KeyRow, ProgramPage, WebhookRow};
pub use results::{ResultRow, ResultsPage};
pub use revision::RevisionNote;
pub use steps::{Inputs, PostingRemarks};
pub use vacancy::{DecisionNote, EmployerVacancyPage};

use crate::Chrome;
use chrono::NaiveDate;
use sanviec_domain::ids::{VacancyId, VacancyNumber};
use sanviec_domain::vacancy::{ClosedReason, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;

/// One of the employer's vacancies, as far as its own lists and pages show it.
#[derive(Clone, Debug)]
pub struct OwnVacancy {
    /// Its id, for the addresses under `/ntd`.
    pub id: VacancyId,
    /// The number people say.
    pub number: VacancyNumber,
    /// Its title; empty in a draft that has none yet.
    pub title: String,
    /// Where it stands.
    pub state: VacancyState,
    /// Why it was closed.
    pub closed: Option<ClosedReason>,
    /// The last day for applications.
    pub deadline: Option<NaiveDate>,
    /// How many people are wanted.
    pub openings: Option<u32>,
    /// How many applications there are; `None` where they were not counted.
    pub applications: Option<u64>,
    /// How many of them wait for an answer.
    pub waiting: Option<u64>,
}

impl OwnVacancy {
    /// Its page.
    pub fn href(&self) -> String {
        format!("/ntd/tin/{}", self.id)
    }

    fn title_text<'a>(&'a self, chrome: &Chrome<'a>) -> &'a str {
        if self.title.trim().is_empty() { chrome.t.get("untitled") } else { &self.title }
    }

    /// The state's word; a closed vacancy says how it was closed.
    fn state_text(&self, chrome: &Chrome) -> &'static str {
        match (self.state, self.closed) {
            (VacancyState::Closed, Some(reason)) => reason.label(chrome.locale),
            (state, _) => state.label(chrome.locale),
        }
    }

    fn tone(&self) -> &'static str {
        if self.closed == Some(ClosedReason::ByCentre) {
            "bad"
        } else {
            crate::tones::vacancy(self.state)
        }
    }
}
