//! `/toi`: a seeker's own applications.

use crate::card::VacancyCard;
use crate::pages::{FileRow, Pager};
use crate::{Chrome, FormState, format, tones};
use askama::Template;
use sanviec_domain::application::{ApplicationState, DeclineReason};
use sanviec_domain::contact::Phone;
use sanviec_domain::placement::PlacementState;
use sanviec_domain::time::{Instant, vietnam_date};
use sanviec_domain::vocabulary::{CallTime, Vocabulary};

/// Something that happened to an application.
#[derive(Clone, Debug)]
pub struct HistoryLine {
    /// When.
    pub at: Instant,
    /// The state it went to.
    pub state: ApplicationState,
}

/// That somebody has started work, as the employer says.
#[derive(Clone, Debug)]
pub struct WorkBox<'a> {
    /// Since when.
    pub started: chrono::NaiveDate,
    /// Where it stands.
    pub state: PlacementState,
    /// Why it was objected to.
    pub reason: Option<&'static str>,
    /// Where it is answered, by POST.
    pub action: &'a str,
    /// Reasons to object.
    pub reasons: &'a [(String, String)],
    /// What was typed.
    pub form: &'a FormState,
}

/// One application.
#[derive(Template)]
#[template(path = "seeker/application.html")]
pub struct ApplicationPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Whether it was sent just now: the page then says what happens next.
    pub received: bool,
    /// Whether it had been sent before and was now asked for again.
    pub repeated: bool,
    /// The vacancy.
    pub card: &'a VacancyCard,
    /// Where it stands.
    pub state: ApplicationState,
    /// Why it was declined.
    pub reason: Option<DeclineReason>,
    /// What happened, the newest first.
    pub history: &'a [HistoryLine],
    /// The telephone number that the employer calls.
    pub phone: &'a Phone,
    /// When it may call.
    pub call_time: CallTime,
    /// The seeker's message.
    pub message: &'a str,
    /// The files sent with it.
    pub files: &'a [FileRow],
    /// The employer's number.
    pub employer_phone: Option<&'a Phone>,
    /// What the employer says of the start: to be confirmed or objected to.
    pub work: Option<&'a WorkBox<'a>>,
    /// Where the application is withdrawn, by POST; `None` where it can't be any more.
    pub withdraw: Option<&'a str>,
}

crate::html_pages!(ApplicationPage);

impl ApplicationPage<'_> {
    fn tone(&self) -> &'static str {
        tones::application(self.state)
    }

    fn next(&self) -> &'static str {
        use ApplicationState as S;
        let t = self.chrome.t;
        match self.state {
            S::Submitted => t.get("next-submitted"),
            S::Viewed => t.get("next-viewed"),
            S::Shortlisted => t.get("next-shortlisted"),
            S::Interviewing => t.get("next-interviewing"),
            S::Offered => t.get("next-offered"),
            S::Hired => t.get("next-hired"),
            S::Declined => t.get("next-declined"),
            S::Withdrawn => t.get("next-withdrawn"),
            S::Elsewhere => t.get("next-elsewhere"),
            S::Lapsed => t.get("next-lapsed"),
        }
    }
}

/// A row of the list of applications.
#[derive(Clone, Debug)]
pub struct ApplicationRow {
    /// Its address, with the language.
    pub href: String,
    /// The vacancy's title.
    pub title: String,
    /// The employer.
    pub employer: String,
    /// Where it stands.
    pub state: ApplicationState,
    /// When it was sent.
    pub sent: Instant,
}

/// The seeker's home: the applications, the newest first.
#[derive(Template)]
#[template(path = "seeker/home.html")]
pub struct SeekerHomePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The day.
    pub today: chrono::NaiveDate,
    /// The applications of this page.
    pub rows: &'a [ApplicationRow],
    /// The pages.
    pub pager: &'a Pager,
}

crate::html_pages!(SeekerHomePage);

impl SeekerHomePage<'_> {
    fn sent(&self, row: &ApplicationRow) -> String {
        format::relative(vietnam_date(row.sent), self.today, self.chrome.locale)
    }
}
