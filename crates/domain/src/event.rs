//! Conferences that bring businesses and colleges together (hội nghị kết nối), and who comes to them.

pub mod board;
pub mod meeting;
pub mod registration;
pub mod timetable;

use crate::lifecycle::{Machine, Party, Rule};
use crate::place::{ParkSlug, Place};
use crate::time::Instant;
use crate::vocabulary::vocabulary;
use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

vocabulary! {
    /// Where an event stands.
    EventState {
        Draft = "draft", "Sắp mở đăng ký", "Not open yet";
        Open = "open", "Đang nhận đăng ký", "Registration open";
        Full = "full", "Đã đủ", "Full";
        Running = "running", "Đang diễn ra", "Running";
        Finished = "finished", "Đã kết thúc", "Finished";
        Cancelled = "cancelled", "Đã huỷ", "Cancelled";
    }
}

vocabulary! {
    /// What can be asked of an event.
    EventCommand {
        Write = "write", "Sửa", "Change";
        Open = "open", "Mở đăng ký", "Open";
        Fill = "fill", "Đã đủ", "Full";
        Free = "free", "Còn chỗ", "Room again";
        Start = "start", "Bắt đầu", "Start";
        Finish = "finish", "Kết thúc", "Finish";
        Cancel = "cancel", "Huỷ", "Cancel";
    }
}

vocabulary! {
    /// How people come together.
    EventMode {
        OnSite = "on_site", "Trực tiếp", "On site";
        Online = "online", "Trực tuyến", "Online";
        Both = "both", "Trực tiếp và trực tuyến", "On site and online";
    }
}

/// Facts a rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventGuard {
    /// It has a title, a place or a link, and a day to come.
    Complete,
    /// No seat is left.
    NoSeat,
    /// A seat is left.
    SeatLeft,
    /// A reason is given.
    ReasonGiven,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventEvent {
    /// Those whom the centre wants to see are invited.
    Invited,
    /// Everybody registered is told.
    RegisteredTold,
    /// Whoever was registered and didn't come is written down as absent.
    AbsentWritten,
}

/// The life cycle of an event.
#[derive(Debug)]
pub struct EventLife;

const OFFICER: &[Party] = &[Party::Officer];
const SYSTEM: &[Party] = &[Party::System];

impl Machine for EventLife {
    type State = EventState;
    type Command = EventCommand;
    type Guard = EventGuard;
    type Event = EventEvent;
    const NAME: &'static str = "Event";
    const INITIAL: EventState = EventState::Draft;
    const RULES: &'static [Rule<Self>] = {
        use EventCommand as C;
        use EventEvent as E;
        use EventGuard as G;
        use EventState as S;
        &[
            Rule::new(S::Draft, C::Write, OFFICER, &[], S::Draft, &[]),
            Rule::new(S::Open, C::Write, OFFICER, &[], S::Open, &[E::RegisteredTold]),
            Rule::new(S::Full, C::Write, OFFICER, &[], S::Full, &[E::RegisteredTold]),
            Rule::new(S::Draft, C::Open, OFFICER, &[G::Complete], S::Open, &[E::Invited]),
            Rule::new(S::Open, C::Fill, SYSTEM, &[G::NoSeat], S::Full, &[]),
            Rule::new(S::Full, C::Free, SYSTEM, &[G::SeatLeft], S::Open, &[]),
            Rule::new(S::Open, C::Start, OFFICER, &[], S::Running, &[]),
            Rule::new(S::Full, C::Start, OFFICER, &[], S::Running, &[]),
            Rule::new(S::Running, C::Finish, &[Party::Officer, Party::System], &[], S::Finished, &[E::AbsentWritten]),
            Rule::new(S::Draft, C::Cancel, OFFICER, &[], S::Cancelled, &[]),
            Rule::new(S::Open, C::Cancel, OFFICER, &[G::ReasonGiven], S::Cancelled, &[E::RegisteredTold]),
            Rule::new(S::Full, C::Cancel, OFFICER, &[G::ReasonGiven], S::Cancelled, &[E::RegisteredTold]),
            Rule::new(S::Running, C::Cancel, OFFICER, &[G::ReasonGiven], S::Cancelled, &[E::RegisteredTold]),
        ]
    };
}

/// What an event says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventContent {
    /// Its title.
    pub title: String,
    /// How people come together.
    pub mode: EventMode,
    /// Where, on site.
    #[serde(default)]
    pub place: Option<Place>,
    /// Where, online.
    #[serde(default)]
    pub link: String,
    /// When it begins.
    pub begins: Instant,
    /// When it ends.
    pub ends: Instant,
    /// When the meetings at tables begin.
    pub meetings_from: Instant,
    /// Rounds of meetings, a quarter of an hour each.
    pub rounds: u32,
    /// Tables.
    pub tables: u32,
    /// Rounds that each college keeps free for who comes without an appointment.
    pub walk_ins: u32,
    /// Organisations that can register; 0 where there is no limit.
    #[serde(default)]
    pub seats: u32,
    /// The programme of the day, line by line.
    #[serde(default)]
    pub agenda: String,
    /// Parks whose businesses are invited; all where empty.
    #[serde(default)]
    pub parks: Vec<ParkSlug>,
    /// Occupations that it is about, as VSCO prefixes; all where empty.
    #[serde(default)]
    pub occupations: Vec<String>,
}

impl EventState {
    /// Whether it is open or full, and has not begun.
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Open | Self::Full)
    }

    /// Whether it lies ahead or runs: people still come and meet.
    pub fn is_on(self) -> bool {
        self.is_ahead() || self == Self::Running
    }
}

/// The greatest lengths and numbers.
pub mod limits {
    /// Characters of a title.
    pub const TITLE: usize = 160;
    /// Characters of a programme of the day.
    pub const AGENDA: usize = 4_000;
    /// Characters of a link.
    pub const LINK: usize = 300;
    /// Rounds of meetings.
    pub const ROUNDS: u32 = 40;
    /// Tables.
    pub const TABLES: u32 = 200;
    /// Organisations that register.
    pub const SEATS: u32 = 600;
    /// Days from its beginning to its end.
    pub const DAYS: i64 = 7;
}

/// A part of an event that a fault can be at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventFault {
    /// It has no title.
    Title,
    /// It has no place although people meet on site.
    Place,
    /// It has no link although people meet online.
    Link,
    /// It begins in the past.
    Past,
    /// It ends before it begins, or runs too long.
    Ends,
    /// The meetings begin before it does, or end after it.
    Meetings,
    /// More rounds are kept free than there are.
    WalkIns,
}

impl EventContent {
    /// What keeps it from being opened.
    pub fn faults(&self, now: Instant) -> Vec<EventFault> {
        let is_here = self.mode != EventMode::Online;
        let is_online = self.mode != EventMode::OnSite;
        let length = self.ends - self.begins;
        let checks = [
            (EventFault::Title, self.title.is_empty()),
            (EventFault::Place, is_here && self.place.is_none()),
            (EventFault::Link, is_online && self.link.is_empty()),
            (EventFault::Past, self.begins <= now),
            (EventFault::Ends, length <= TimeDelta::zero() || length > TimeDelta::days(limits::DAYS)),
            (
                EventFault::Meetings,
                self.rounds > 0 && (self.meetings_from < self.begins || self.round_begins(self.rounds) > self.ends),
            ),
            (EventFault::WalkIns, self.walk_ins > self.rounds),
        ];
        checks.into_iter().filter_map(|(fault, is_there)| is_there.then_some(fault)).collect()
    }

    /// When a round begins, counted from 0.
    pub fn round_begins(&self, round: u32) -> Instant {
        self.meetings_from + TimeDelta::minutes(ROUND_MINUTES * i64::from(round))
    }

    /// The first round that has not begun.
    pub fn next_round(&self, now: Instant) -> u32 {
        (0..self.rounds).find(|round| self.round_begins(*round) > now).unwrap_or(self.rounds)
    }
}

/// Minutes of a round of meetings.
pub const ROUND_MINUTES: i64 = 15;

#[cfg(test)]
mod tests {
    use super::*;

    fn content() -> EventContent {
        let begins: Instant = "2026-12-03T01:00:00Z".parse().unwrap();
        EventContent {
            title: "Hội nghị kết nối".to_owned(),
            mode: EventMode::OnSite,
            place: Some(Place::province("33".parse().unwrap())),
            link: String::new(),
            begins,
            ends: begins + TimeDelta::hours(4),
            meetings_from: begins + TimeDelta::hours(1),
            rounds: 12,
            tables: 10,
            walk_ins: 2,
            seats: 0,
            agenda: String::new(),
            parks: Vec::new(),
            occupations: Vec::new(),
        }
    }

    #[test]
    fn what_keeps_an_event_from_being_opened() {
        let whole = content();
        let before = whole.begins - TimeDelta::days(20);
        assert_eq!(whole.faults(before), []);
        let with = |change: &dyn Fn(&mut EventContent)| {
            let mut changed = whole.clone();
            change(&mut changed);
            changed.faults(before)
        };
        assert_eq!(with(&|content| content.title.clear()), [EventFault::Title]);
        assert_eq!(with(&|content| content.place = None), [EventFault::Place]);
        assert_eq!(with(&|content| content.mode = EventMode::Both), [EventFault::Link]);
        assert_eq!(with(&|content| content.ends = content.begins), [EventFault::Ends, EventFault::Meetings]);
        assert_eq!(with(&|content| content.rounds = 13), [EventFault::Meetings]);
        assert_eq!(with(&|content| content.walk_ins = 13), [EventFault::WalkIns]);
        assert_eq!(whole.faults(whole.begins), [EventFault::Past]);
    }

    #[test]
    fn rounds_follow_one_another() {
        let content = content();
        assert_eq!(content.next_round(content.begins), 0);
        assert_eq!(content.next_round(content.round_begins(3)), 4);
        assert_eq!(content.next_round(content.ends), 12);
    }
}
