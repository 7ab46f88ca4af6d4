//! Conferences that bring businesses and colleges together (hội nghị kết nối), and who comes to them.

pub mod timetable;

use crate::lifecycle::{Machine, Party, Rule};
use crate::place::Place;
use crate::time::Instant;
use crate::vocabulary::vocabulary;
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

vocabulary! {
    /// Where an organisation's registration for an event stands.
    RegistrationState {
        Registered = "registered", "Đã đăng ký", "Registered";
        Confirmed = "confirmed", "Đã xác nhận", "Confirmed";
        CheckedIn = "checked_in", "Đã đến", "Checked in";
        Absent = "absent", "Vắng", "Absent";
        Withdrawn = "withdrawn", "Đã rút", "Withdrawn";
    }
}

vocabulary! {
    /// What can be asked of a registration.
    RegistrationCommand {
        Confirm = "confirm", "Xác nhận", "Confirm";
        CheckIn = "check_in", "Điểm danh", "Check in";
        Miss = "miss", "Vắng", "Absent";
        Withdraw = "withdraw", "Rút đăng ký", "Withdraw";
        Return = "return", "Đăng ký lại", "Register again";
    }
}

/// Facts a registration's rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegistrationGuard {
    /// The event runs.
    EventRuns,
    /// The event takes registrations.
    EventOpen,
    /// The event has not begun.
    EventAhead,
    /// The event is over.
    EventOver,
}

/// What follows from a registration's transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RegistrationEvent {
    /// The organisation is told.
    OrganisationTold,
    /// A seat is free again.
    SeatFreed,
}

/// The life cycle of a registration.
#[derive(Debug)]
pub struct RegistrationLife;

impl Machine for RegistrationLife {
    type State = RegistrationState;
    type Command = RegistrationCommand;
    type Guard = RegistrationGuard;
    type Event = RegistrationEvent;
    const NAME: &'static str = "Registration";
    const INITIAL: RegistrationState = RegistrationState::Registered;
    const RULES: &'static [Rule<Self>] = {
        use RegistrationCommand as C;
        use RegistrationEvent as E;
        use RegistrationGuard as G;
        use RegistrationState as S;
        const OWNER: &[Party] = &[Party::Owner];
        &[
            Rule::new(S::Registered, C::Confirm, OFFICER, &[], S::Confirmed, &[E::OrganisationTold]),
            Rule::new(S::Registered, C::CheckIn, OFFICER, &[G::EventRuns], S::CheckedIn, &[]),
            Rule::new(S::Confirmed, C::CheckIn, OFFICER, &[G::EventRuns], S::CheckedIn, &[]),
            Rule::new(S::Registered, C::Miss, SYSTEM, &[G::EventOver], S::Absent, &[]),
            Rule::new(S::Confirmed, C::Miss, SYSTEM, &[G::EventOver], S::Absent, &[]),
            // Who doesn't come once it runs is absent.
            Rule::new(S::Registered, C::Withdraw, &[Party::Owner, Party::Officer], &[G::EventAhead], S::Withdrawn, &[E::SeatFreed]),
            Rule::new(S::Confirmed, C::Withdraw, &[Party::Owner, Party::Officer], &[G::EventAhead], S::Withdrawn, &[E::SeatFreed]),
            Rule::new(S::Withdrawn, C::Return, OWNER, &[G::EventOpen], S::Registered, &[]),
        ]
    };
}

vocabulary! {
    /// What came of a meeting at a table.
    MeetingResult {
        Partnership = "partnership", "Sẽ hợp tác", "Will cooperate";
        TalkOn = "talk_on", "Trao đổi thêm", "Will talk on";
        NoFit = "no_fit", "Chưa phù hợp", "No fit";
        NotHeld = "not_held", "Không gặp", "Not held";
    }
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
    pub parks: Vec<crate::place::ParkSlug>,
    /// Occupations that it is about, as VSCO prefixes; all where empty.
    #[serde(default)]
    pub occupations: Vec<String>,
}

/// Minutes of a round of meetings.
pub const ROUND_MINUTES: i64 = 15;
