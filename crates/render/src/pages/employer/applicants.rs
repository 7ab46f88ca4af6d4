//! Who applied for a vacancy, and one application.

use super::HistoryStep;
use crate::pages::FileRow;
use crate::{Chrome, FormState, Texts, format, tones};
use askama::Template;
use sanviec_domain::application::{ApplicationCommand, ApplicationState, DeclineReason};
use sanviec_domain::contact::Phone;
use sanviec_domain::ids::{ApplicationId, VacancyId};
use sanviec_domain::time::{Instant, vietnam_date};
use sanviec_domain::vocabulary::{CallTime, Vocabulary};

/// A state's word for the employer's eyes: the common words address the seeker in two of them.
pub(super) fn state_word(state: ApplicationState, t: &'static Texts) -> &'static str {
    match state {
        ApplicationState::Submitted => t.get("applicant-new"),
        ApplicationState::Withdrawn => t.get("applicant-withdrawn"),
        other => other.label(t.locale()),
    }
}

/// A row of the list.
#[derive(Clone, Debug)]
pub struct ApplicantRow {
    /// The application.
    pub id: ApplicationId,
    /// Who.
    pub name: String,
    /// When it was sent.
    pub sent: Instant,
    /// When the person wants to be called.
    pub call_time: CallTime,
    /// Where it stands.
    pub state: ApplicationState,
    /// Days it has waited for an answer, where one is owed.
    pub waiting_days: Option<i64>,
}

/// `/ntd/tin/{id}/ung-vien`; a stage is chosen by `?giai-doan=` with a key of [`ApplicationState`].
#[derive(Template)]
#[template(path = "employer/applicants.html")]
pub struct ApplicantsPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The vacancy.
    pub vacancy: VacancyId,
    /// Its title.
    pub title: &'a str,
    /// The day.
    pub today: chrono::NaiveDate,
    /// Applications by state, in the order of their life.
    pub counts: &'a [(ApplicationState, u64)],
    /// The stage shown; `None` shows all.
    pub stage: Option<ApplicationState>,
    /// The people of this stage.
    pub rows: &'a [ApplicantRow],
}

crate::html_pages!(ApplicantsPage);

impl ApplicantsPage<'_> {
    fn total(&self) -> u64 {
        self.counts.iter().map(|(_, n)| n).sum()
    }

    /// The stages with somebody in them, and the one shown.
    fn tabs(&self) -> impl Iterator<Item = (&'static str, &'static str, u64, bool)> {
        let shown = self.counts.iter().filter(|(state, n)| *n > 0 || self.stage == Some(*state));
        shown.map(|(state, n)| (state.key(), state_word(*state, self.chrome.t), *n, self.stage == Some(*state)))
    }

    fn word(&self, state: &ApplicationState) -> &'static str {
        state_word(*state, self.chrome.t)
    }

    fn sent(&self, row: &ApplicantRow) -> String {
        format::relative(vietnam_date(row.sent), self.today, self.chrome.locale)
    }
}

/// `/ntd/don/{id}`. The answer posts to `/ntd/don/{id}/lenh` as `command` and `reason`.
#[derive(Template)]
#[template(path = "employer/applicant.html")]
pub struct ApplicantPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The application.
    pub id: ApplicationId,
    /// The vacancy it is for.
    pub vacancy: VacancyId,
    /// Its title.
    pub title: &'a str,
    /// Who.
    pub name: &'a str,
    /// The person's number; `None` once the employer has no need of it any more.
    pub phone: Option<&'a Phone>,
    /// The year of birth, where given.
    pub birth_year: Option<i32>,
    /// When the person wants to be called.
    pub call_time: CallTime,
    /// What the person wrote.
    pub message: &'a str,
    /// The files sent with it.
    pub files: &'a [FileRow],
    /// When it was sent.
    pub sent: Instant,
    /// Where it stands.
    pub state: ApplicationState,
    /// Why it was declined.
    pub reason: Option<DeclineReason>,
    /// What the reader may ask for now; opening it is no step of its own.
    pub commands: &'a [ApplicationCommand],
    /// Lines of the employer's agreements under which somebody can be hired.
    pub lines: &'a [(String, String)],
    /// What came of it, once the person was hired: since when, the state in words and its tone, why it was
    /// objected to.
    pub placement: Option<(chrono::NaiveDate, &'static str, &'static str, Option<&'static str>)>,
    /// The answer as it was typed.
    pub form: &'a FormState,
    /// What happened, the newest first.
    pub history: &'a [HistoryStep],
}

crate::html_pages!(ApplicantPage);

impl ApplicantPage<'_> {
    fn word(&self) -> &'static str {
        state_word(self.state, self.chrome.t)
    }

    fn tone(&self) -> &'static str {
        tones::application(self.state)
    }

    fn can_decline(&self) -> bool {
        self.commands.contains(&ApplicationCommand::Decline)
    }

    fn can_hire(&self) -> bool {
        self.commands.contains(&ApplicationCommand::Hire)
    }

    fn sent_text(&self) -> String {
        format::moment(self.sent, self.chrome.locale)
    }

    fn year(&self) -> Option<String> {
        self.birth_year.map(|year| year.to_string())
    }

    /// The answers: key, word, what the applicant learns of it.
    fn answers(&self) -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
        use ApplicationCommand as C;
        let t = self.chrome.t;
        self.commands.iter().filter_map(move |command| {
            let (word, says) = match command {
                C::Shortlist => (t.get("answer-shortlist"), t.get("answer-shortlist-says")),
                C::Invite => (t.get("answer-invite"), t.get("answer-invite-says")),
                C::Offer => (t.get("answer-offer"), t.get("answer-offer-says")),
                C::Hire => (t.get("answer-hire"), t.get("answer-hire-says")),
                C::Decline => (t.get("answer-decline"), t.get("answer-decline-says")),
                C::View | C::Withdraw | C::StartElsewhere | C::Remind | C::Lapse => return None,
            };
            Some((command.key(), word, says))
        })
    }

    fn reasons(&self) -> impl Iterator<Item = (&'static str, &'static str)> {
        let locale = self.chrome.locale;
        // A filled or closed vacancy gives its reason by itself; the others are the employer's to give.
        DeclineReason::ALL
            .iter()
            .filter(|reason| **reason != DeclineReason::Closed)
            .map(move |reason| (reason.key(), reason.label(locale)))
    }
}
