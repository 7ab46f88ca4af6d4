//! Conferences as the centre sees them: opened, filled, planned, held, summed up.

use super::{EventFacts, MeetingRow};
use crate::qr::qr_svg;
use crate::{Chrome, FormState, tones};
use askama::Template;
use sanviec_domain::event::registration::RegistrationState;
use sanviec_domain::partnership::Side;
use sanviec_domain::vocabulary::Vocabulary;

/// `/tt/hoi-nghi/moi` and `/tt/hoi-nghi/{id}/sua`: posts to itself.
#[derive(Template)]
#[template(path = "event/form.html")]
pub struct EventFormPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Where it posts to.
    pub action: &'a str,
    /// Whether it is a new one.
    pub is_new: bool,
    /// What was typed.
    pub form: &'a FormState,
    /// How people come together.
    pub modes: &'a [(String, String)],
    /// Communes of the province.
    pub communes: &'a [(String, String)],
    /// Parks.
    pub parks: &'a [(String, String)],
}

/// Somebody who has registered.
#[derive(Clone, Debug)]
pub struct ComerRow {
    /// The registration.
    pub id: String,
    /// The name.
    pub name: String,
    /// As what.
    pub side: Side,
    /// Where it stands.
    pub state: RegistrationState,
    /// Who comes.
    pub people: Vec<String>,
    /// A telephone number, spoken.
    pub phone: String,
    /// What else the centre should know.
    pub note: String,
    /// What can be done: command keys and words.
    pub commands: Vec<(&'static str, &'static str)>,
    /// Whether it can still be said whom it wishes to meet.
    pub may_wish: bool,
    /// Whether the badge of this one was just read.
    pub is_scanned: bool,
}

impl ComerRow {
    /// The tone of its state's tag.
    pub fn tone(&self) -> &'static str {
        tones::registration(self.state)
    }
}

/// A step of the funnel from registrations to signatures.
#[derive(Clone, Debug)]
pub struct FunnelStep {
    /// Its words.
    pub name: &'static str,
    /// How many.
    pub count: u64,
    /// Where the records are.
    pub href: String,
}

/// `/tt/hoi-nghi/{id}`.
#[derive(Template)]
#[template(path = "event/centre.html")]
pub struct CentreEventPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Its id.
    pub id: &'a str,
    /// What it says.
    pub facts: &'a EventFacts,
    /// What keeps it from being opened.
    pub faults: &'a [&'static str],
    /// How many would be invited: businesses and colleges together.
    pub guests: Option<u64>,
    /// What may be asked of it: command keys and words, the first being what comes next.
    pub commands: &'a [(&'static str, &'static str)],
    /// Whether it can be cancelled only with a reason.
    pub may_cancel: bool,
    /// Whether it can be changed.
    pub may_write: bool,
    /// From registrations to signatures.
    pub funnel: &'a [FunnelStep],
    /// Everybody who has registered.
    pub rows: &'a [ComerRow],
    /// Whether organisations can be registered here.
    pub may_register: bool,
    /// Whether somebody waits for being confirmed.
    pub may_confirm: bool,
    /// What was typed.
    pub form: &'a FormState,
    /// Organisations by the words typed: ids and names.
    pub found: &'a [(String, String)],
}

/// `/tt/hoi-nghi/{id}/diem-danh`.
#[derive(Template)]
#[template(path = "event/checkin.html")]
pub struct CheckInPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The event's id.
    pub id: &'a str,
    /// The event's title.
    pub title: &'a str,
    /// Whether it runs.
    pub runs: bool,
    /// How many have come, and how many were expected.
    pub came: (usize, usize),
    /// Those who have registered; the one whose badge was read first.
    pub rows: &'a [ComerRow],
}

/// A wish that is not met.
#[derive(Clone, Debug)]
pub struct UnmetRow {
    /// The business.
    pub business: String,
    /// The college.
    pub college: String,
    /// Why.
    pub why: &'static str,
}

/// A round with its meetings.
#[derive(Clone, Debug)]
pub struct RoundRows {
    /// When.
    pub at: String,
    /// Its meetings, by table.
    pub meetings: Vec<MeetingRow>,
}

/// `/tt/hoi-nghi/{id}/lich`.
#[derive(Template)]
#[template(path = "event/timetable.html")]
pub struct TimetablePage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The event's id.
    pub id: &'a str,
    /// The event's title.
    pub title: &'a str,
    /// What it came to, in sentences.
    pub sums: &'a [String],
    /// The rounds.
    pub rounds: &'a [RoundRows],
    /// Wishes that are not met.
    pub unmet: &'a [UnmetRow],
    /// Whether it can be made anew.
    pub may_make: bool,
    /// Whether it can be sent.
    pub may_send: bool,
    /// Whether the event runs: then what is there stays.
    pub runs: bool,
}

/// A badge.
#[derive(Clone, Debug)]
pub struct Badge {
    /// The organisation.
    pub name: String,
    /// As what.
    pub side: Side,
    /// Who comes.
    pub people: Vec<String>,
    /// What the code says.
    pub link: String,
    /// Its meetings: when, table, whom.
    pub meetings: Vec<MeetingRow>,
}

impl Badge {
    /// The code.
    pub fn code(&self) -> String {
        qr_svg(&self.link)
    }
}

/// `/tt/hoi-nghi/{id}/in`: badges and tables to be printed.
#[derive(Template)]
#[template(path = "event/print.html")]
pub struct PrintPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The event's id.
    pub id: &'a str,
    /// What it says.
    pub facts: &'a EventFacts,
    /// The badges.
    pub badges: &'a [Badge],
    /// The tables: number and meetings.
    pub tables: &'a [(u32, Vec<MeetingRow>)],
}

/// `/tt/hoi-nghi/{id}/ket-qua`: the sheet of results.
#[derive(Template)]
#[template(path = "event/results.html")]
pub struct ResultsSheetPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The event's id.
    pub id: &'a str,
    /// The event's title.
    pub title: &'a str,
    /// How many of each result: words and numbers; the last is what lacks one.
    pub sums: &'a [(&'static str, u64)],
    /// The meetings.
    pub rows: &'a [MeetingRow],
    /// Results that can be chosen; none where it isn't the time.
    pub results: &'a [(String, String)],
}

crate::html_pages!(EventFormPage, CentreEventPage, CheckInPage, TimetablePage, PrintPage, ResultsSheetPage);

impl CentreEventPage<'_> {
    /// Where a command about a registration leads back to.
    fn returns(&self) -> &'static str {
        ""
    }
}

impl CheckInPage<'_> {
    /// Where a command about a registration leads back to.
    fn returns(&self) -> &'static str {
        "diem-danh"
    }
}

impl ResultsSheetPage<'_> {
    fn result_action(&self, row: &MeetingRow) -> String {
        format!("/tt/hoi-nghi/{}/ket-qua/{}", self.id, row.id)
    }
}
