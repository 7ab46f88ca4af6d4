//! Conferences: for everybody and for those who come.

pub mod centre;

use crate::{Chrome, FormState, format, tones};
use askama::Template;
use sanviec_domain::event::meeting::MeetingResult;
use sanviec_domain::event::registration::RegistrationState;
use sanviec_domain::event::{EventMode, EventState};
use sanviec_domain::time::{Instant, in_vietnam, vietnam_date};
use sanviec_domain::vocabulary::Vocabulary;

/// An event in a list.
#[derive(Clone, Debug)]
pub struct EventRow {
    /// Where it leads.
    pub href: String,
    /// Its title.
    pub title: String,
    /// When it begins.
    pub begins: Instant,
    /// Where.
    pub place: String,
    /// Where it stands.
    pub state: EventState,
}

impl EventRow {
    /// The tone of its state's tag.
    pub fn tone(&self) -> &'static str {
        tones::event(self.state)
    }
}

/// `/hoi-nghi` and, for the centre, `/tt/hoi-nghi`.
#[derive(Template)]
#[template(path = "event/list.html")]
pub struct EventsPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The events, the latest first.
    pub rows: &'a [EventRow],
    /// Whether the reader opens events.
    pub is_centre: bool,
}

/// What an event says, in words.
#[derive(Clone, Debug)]
pub struct EventFacts {
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub state: EventState,
    /// How people come together.
    pub mode: EventMode,
    /// When it begins.
    pub begins: Instant,
    /// When it ends.
    pub ends: Instant,
    /// When the meetings at tables begin, where there are any.
    pub meetings: Option<(Instant, u32)>,
    /// Where.
    pub place: String,
    /// The programme of the day.
    pub agenda: Vec<String>,
    /// Why it was cancelled.
    pub reason: String,
}

impl EventFacts {
    /// "08:00 – 11:30, 03/12/2026"; both days where it ends on another.
    pub fn when(&self, chrome: &Chrome<'_>) -> String {
        if vietnam_date(self.begins) == vietnam_date(self.ends) {
            let from = format::time(in_vietnam(self.begins).time());
            format!("{from} – {}", chrome.moment(&self.ends))
        } else {
            format!("{} – {}", chrome.moment(&self.begins), chrome.moment(&self.ends))
        }
    }

    /// "12 vòng, mỗi vòng 15 phút, từ 09:00".
    pub fn meetings_in_words(&self, chrome: &Chrome<'_>) -> Option<String> {
        let (from, rounds) = self.meetings?;
        let from = format::time(in_vietnam(from).time());
        Some(chrome.t.with("event-rounds-n", &[("n", rounds.into()), ("from", from.as_str().into())]))
    }

    /// The tone of its state's tag.
    pub fn tone(&self) -> &'static str {
        tones::event(self.state)
    }
}

/// A row of the board of supply and demand.
#[derive(Clone, Debug)]
pub struct BoardLine {
    /// The work.
    pub name: String,
    /// How many are needed.
    pub needed: u32,
    /// How many graduate.
    pub available: u32,
}

/// What a reader can do about an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Nothing: it isn't open, or the reader acts for nobody.
    Nothing,
    /// Register.
    Register,
    /// Has registered already.
    Mine,
    /// Sign in first.
    SignIn,
}

/// `/hoi-nghi/{id}`.
#[derive(Template)]
#[template(path = "event/one.html")]
pub struct EventPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Its address, without the language.
    pub href: &'a str,
    /// What it says.
    pub facts: &'a EventFacts,
    /// The board.
    pub board: &'a [BoardLine],
    /// The businesses that come.
    pub businesses: &'a [(String, String)],
    /// The colleges that come.
    pub colleges: &'a [(String, String)],
    /// What the reader can do.
    pub offer: Offer,
}

/// `/hoi-nghi/{id}/dang-ky`.
#[derive(Template)]
#[template(path = "event/register.html")]
pub struct EventRegisterPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The event's address.
    pub href: &'a str,
    /// The event's title.
    pub title: &'a str,
    /// What was typed.
    pub form: &'a FormState,
    /// What can be brought: ids and words.
    pub brought: &'a [(String, String)],
    /// Whether it is a college that registers.
    pub is_college: bool,
    /// Whether it has registered already.
    pub is_known: bool,
}

/// Somebody of the other side.
#[derive(Clone, Debug)]
pub struct CandidateRow {
    /// The registration.
    pub id: String,
    /// The name.
    pub name: String,
    /// How well the two fit, in hundredths.
    pub percent: Option<u32>,
    /// What it brings.
    pub brings: String,
    /// Whether one wishes to meet it.
    pub is_wished: bool,
    /// Whether it wishes to meet one.
    pub wishes_me: bool,
}

/// `/hoi-nghi/{id}/muon-gap`.
#[derive(Template)]
#[template(path = "event/wishes.html")]
pub struct WishesPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// Where it posts to.
    pub action: &'a str,
    /// Where one goes back to.
    pub back: &'a str,
    /// The event's title.
    pub title: &'a str,
    /// Everybody of the other side, the best fit first.
    pub rows: &'a [CandidateRow],
    /// Whether the reader may choose.
    pub may_write: bool,
}

/// A meeting of one's own.
#[derive(Clone, Debug)]
pub struct MeetingRow {
    /// Its id.
    pub id: String,
    /// When.
    pub at: String,
    /// At which table, from 1.
    pub table: u32,
    /// Who meets whom.
    pub who: String,
    /// What came of it: key and word.
    pub result: Option<(&'static str, &'static str)>,
    /// A word on it.
    pub note: String,
    /// The partnership that followed.
    pub partnership: Option<String>,
}

impl MeetingRow {
    /// The tone of its result's tag.
    pub fn tone(&self) -> &'static str {
        match self.result.and_then(|(key, _)| MeetingResult::from_key(key)) {
            Some(MeetingResult::Partnership) => "ok",
            Some(MeetingResult::TalkOn) => "info",
            Some(MeetingResult::NoFit | MeetingResult::NotHeld) | None => "",
        }
    }

    /// Whether this is what came of it.
    pub fn is(&self, key: &str) -> bool {
        self.result.is_some_and(|(known, _)| known == key)
    }
}

/// `/hoi-nghi/{id}/cua-toi`: one's own badge and timetable.
#[derive(Template)]
#[template(path = "event/mine.html")]
pub struct MyEventPage<'a> {
    /// What stands round it.
    pub chrome: &'a Chrome<'a>,
    /// The event's address.
    pub href: &'a str,
    /// What it says.
    pub facts: &'a EventFacts,
    /// The organisation.
    pub name: &'a str,
    /// Where the registration stands.
    pub state: RegistrationState,
    /// Who comes.
    pub people: &'a [String],
    /// What the code on the badge says.
    pub link: &'a str,
    /// Where one comes in online; only for those who come.
    pub online: &'a str,
    /// One's own meetings.
    pub rows: &'a [MeetingRow],
    /// Results that can be chosen; none where it isn't the time.
    pub results: &'a [(String, String)],
    /// Whether it can still be changed or withdrawn.
    pub may_change: bool,
}

crate::html_pages!(EventsPage, EventPage, EventRegisterPage, WishesPage, MyEventPage);

/// Those of a side who come.
struct Coming<'a> {
    /// The heading's id.
    id: &'static str,
    /// The heading.
    heading: &'static str,
    /// Their names, with their pages.
    names: &'a [(String, String)],
}

impl EventPage<'_> {
    /// Businesses, then colleges.
    fn sides(&self) -> [Coming<'_>; 2] {
        let t = self.chrome.t;
        let coming = |id, key, names| Coming { id, heading: t.get(key), names };
        [
            coming("doanh-nghiep", "event-businesses", self.businesses),
            coming("truong", "event-colleges", self.colleges),
        ]
    }
}

impl MyEventPage<'_> {
    fn result_action(&self, row: &MeetingRow) -> String {
        format!("{}/cuoc-gap/{}", self.href, row.id)
    }

    fn code(&self) -> String {
        crate::qr::qr_svg(self.link)
    }

    fn tone(&self) -> &'static str {
        tones::registration(self.state)
    }
}
