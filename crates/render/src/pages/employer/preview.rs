//! The posting before it is sent: exactly as the public will read it, with what the rules say.

use super::steps::{self, Step};
use super::{faults, posting_fields};
use crate::Chrome;
use crate::pages::centre::rules;
use crate::pages::vacancy::VacancyView;
use askama::Template;
use sanviec_domain::ids::VacancyId;
use sanviec_domain::moderation::Finding;
use sanviec_domain::vacancy::DraftError;
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
    fn remarks(&self) -> Vec<rules::RuleFindings<'_>> {
        steps::remarks(self.findings)
    }

    #[expect(clippy::unused_self, reason = "the template that is shared with the form asks each page where it stands")]
    fn at(&self) -> usize {
        steps::CHECK
    }

    fn steps(&self) -> Vec<Step> {
        steps::steps(Some(self.id), self.at(), self.chrome.t)
    }

    fn sentence(&self, error: &DraftError) -> String {
        faults::sentence(*error, self.chrome.t)
    }

    fn input(&self, field: &sanviec_domain::vacancy::Field) -> String {
        let input = posting_fields::input_of(*field);
        if self.steps {
            format!("{}#{input}", steps::path(self.id, posting_fields::step_of(input)))
        } else {
            format!("{}#{input}", self.edit)
        }
    }

    fn rule(&self, found: &rules::RuleFindings) -> &'static str {
        rules::text(found.rule, self.chrome.t)
    }

    fn is_ready(&self) -> bool {
        self.errors.is_empty() && self.may_submit
    }
}
