//! The posting before it is sent: exactly as the public will read it, with what the rules say.

use super::faults;
use super::steps::{self, Inputs, PostingRemarks, PostingSteps};
use crate::Chrome;
use crate::pages::vacancy::VacancyView;
use askama::Template;
use sanviec_domain::ids::VacancyId;
use sanviec_domain::moderation::Finding;
use sanviec_domain::vacancy::{DraftError, Field};
use sanviec_domain::vocabulary::Vocabulary;

/// The preview. "Gửi duyệt" posts to `/ntd/tin/{id}/gui-duyet`.
#[derive(Template)]
#[template(path = "employer/preview.html")]
pub struct VacancyPreviewPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The vacancy's id.
    pub id: VacancyId,
    /// The vacancy.
    pub view: VacancyView<'a>,
    /// The form, to edit it again.
    pub edit: &'a str,
    /// Whether it may be sent from here: it is a draft, returned or expired, and the reader may write.
    pub may_submit: bool,
    /// Whether it is a draft that is written in steps; this is the last of them.
    pub steps: bool,
    /// What keeps it from being sent.
    pub errors: &'a [DraftError],
    /// What the moderator will see; those that stop are among the errors already.
    pub findings: &'a [Finding],
}

crate::html_pages!(VacancyPreviewPage);

impl VacancyPreviewPage<'_> {
    fn remarks(&self) -> PostingRemarks<'_> {
        PostingRemarks {
            chrome: self.chrome,
            findings: self.findings,
            inputs: self.inputs(),
        }
    }

    fn all_steps(&self) -> PostingSteps<'_> {
        PostingSteps {
            chrome: self.chrome,
            id: Some(self.id),
            at: steps::CHECK,
        }
    }

    fn inputs(&self) -> Inputs<'_> {
        if self.steps { Inputs::OnSteps(self.id) } else { Inputs::On(self.edit) }
    }

    fn sentence(&self, error: &DraftError) -> String {
        faults::sentence(*error, self.chrome.t)
    }

    fn input(&self, field: &Field) -> String {
        self.inputs().link(*field)
    }

    fn is_ready(&self) -> bool {
        self.errors.is_empty() && self.may_submit
    }
}
