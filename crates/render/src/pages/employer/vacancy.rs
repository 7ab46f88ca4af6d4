//! One of the employer's own vacancies: where it stands and what can happen next.

use super::{HistoryStep, OwnVacancy, RevisionNote};
use crate::mail::reason_sentence;
use crate::{Chrome, Texts, tones};
use askama::Template;
use chrono::NaiveDate;
use sanviec_domain::application::ApplicationState;
use sanviec_domain::moderation::Reason;
use sanviec_domain::vacancy::{VacancyCommand, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;

/// What the centre answered.
#[derive(Clone, Debug)]
pub struct DecisionNote<'a> {
    /// When.
    pub on: NaiveDate,
    /// Why.
    pub reasons: &'a [Reason],
    /// What the officer wrote besides.
    pub message: &'a str,
}

/// `/ntd/tin/{id}`. Commands post to `/ntd/tin/{id}/lenh` as `command`, copying to `…/sao-chep`.
#[derive(Template)]
#[template(path = "employer/vacancy.html")]
pub struct EmployerVacancyPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The vacancy.
    pub vacancy: &'a OwnVacancy,
    /// Its place and pay in a line each; empty where they are not known.
    pub place: &'a str,
    /// See [`Self::place`].
    pub pay: &'a str,
    /// What the reader may ask for now.
    pub commands: &'a [VacancyCommand],
    /// The form, where the text can be edited now.
    pub edit: Option<&'a str>,
    /// Whether the reader may write at all.
    pub may_write: bool,
    /// What the centre answered, while that is owed an act: the vacancy was returned, rejected or taken down.
    pub decision: Option<DecisionNote<'a>>,
    /// The change of the published text that waits or was not approved.
    pub revision: Option<RevisionNote<'a>>,
    /// Applications by state, in the order of their life.
    pub counts: &'a [(ApplicationState, u64)],
    /// The public page, where there is one.
    pub public: Option<&'a str>,
    /// The preview, where there is no public page.
    pub preview: Option<&'a str>,
    /// What happened, the newest first.
    pub history: &'a [HistoryStep],
}

crate::html_pages!(EmployerVacancyPage);

/// Whether a command ends the vacancy: it then stands apart, behind one more tap.
const fn ends(command: VacancyCommand) -> bool {
    matches!(command, VacancyCommand::Fill | VacancyCommand::Withdraw)
}

/// A command's word and what it does.
fn words(command: VacancyCommand, t: &'static Texts) -> (&'static str, &'static str) {
    use VacancyCommand as C;
    match command {
        C::Submit => (t.get("do-submit"), t.get("do-submit-says")),
        C::Pause => (t.get("do-pause"), t.get("do-pause-says")),
        C::Resume => (t.get("do-resume"), t.get("do-resume-says")),
        C::Renew => (t.get("do-renew"), t.get("do-renew-says")),
        C::Fill => (t.get("do-fill"), t.get("do-fill-says")),
        C::Withdraw => (t.get("do-withdraw"), t.get("do-withdraw-says")),
        C::Appeal => (t.get("do-appeal"), t.get("do-appeal-says")),
        other => (other.label(t.locale()), ""),
    }
}

impl EmployerVacancyPage<'_> {
    fn onward(&self) -> impl Iterator<Item = VacancyCommand> {
        self.commands.iter().copied().filter(|command| !ends(*command))
    }

    fn ending(&self) -> impl Iterator<Item = VacancyCommand> {
        self.commands.iter().copied().filter(|command| ends(*command))
    }

    fn has_onward(&self) -> bool {
        self.onward().next().is_some()
    }

    fn has_ending(&self) -> bool {
        self.ending().next().is_some()
    }

    fn command(&self, command: &VacancyCommand) -> (&'static str, &'static str) {
        words(*command, self.chrome.t)
    }

    /// One main button a screen: the first way onward, where the text need not be edited first.
    fn is_main(&self, command: &VacancyCommand) -> bool {
        self.onward().next() == Some(*command) && *command != VacancyCommand::Pause && self.vacancy.state != VacancyState::Returned
    }

    fn is_draft(&self) -> bool {
        self.vacancy.state == VacancyState::Draft
    }

    fn edit_is_main(&self) -> bool {
        self.vacancy.state == VacancyState::Returned || self.onward().next().is_none()
    }

    fn state_says(&self) -> &'static str {
        let t = self.chrome.t;
        match self.vacancy.state {
            VacancyState::Draft => t.get("state-draft-says"),
            VacancyState::Submitted => t.get("state-submitted-says"),
            VacancyState::Returned => t.get("state-returned-says"),
            VacancyState::Published => t.get("state-published-says"),
            VacancyState::Paused => t.get("state-paused-says"),
            VacancyState::Expired => t.get("state-expired-says"),
            VacancyState::Closed => t.get("state-closed-says"),
            VacancyState::Rejected => t.get("state-rejected-says"),
            VacancyState::Appealed => t.get("state-appealed-says"),
        }
    }

    fn sentence(&self, reason: &Reason) -> &'static str {
        reason_sentence(*reason, self.chrome.locale)
    }

    fn total(&self) -> u64 {
        self.counts.iter().map(|(_, n)| n).sum()
    }

    fn stages(&self) -> impl Iterator<Item = (&'static str, &'static str, &'static str, u64)> {
        self.counts
            .iter()
            .filter(|(_, n)| *n > 0)
            .map(|(state, n)| (state.key(), super::applicants::state_word(*state, self.chrome.t), tones::application(state), *n))
    }

    fn note_tone(&self) -> &'static str {
        if self.vacancy.state == VacancyState::Returned { "note--warn" } else { "note--bad" }
    }
}
