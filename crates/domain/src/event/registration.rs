//! Who comes to an event, and what for.

use crate::ids::{DemandId, ProgrammeId};
use crate::lifecycle::{Machine, Party, Rule};
use crate::vocabulary::vocabulary;
use serde::{Deserialize, Serialize};

/// People that an organisation sends.
pub const PEOPLE: usize = 5;
/// Needs or programmes that it brings.
pub const BROUGHT: usize = 60;
/// Characters of a note.
pub const NOTE: usize = 1_000;
/// Wishes to meet somebody.
pub const WISHES: usize = 60;

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
        const OFFICER: &[Party] = &[Party::Officer];
        const SYSTEM: &[Party] = &[Party::System];
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
            // Whoever had withdrawn and stands at the door after all.
            Rule::new(S::Withdrawn, C::Return, OFFICER, &[G::EventRuns], S::Registered, &[]),
        ]
    };
}

/// What an organisation says when it registers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RegistrationContent {
    /// Who comes: names, with what they do there.
    pub people: Vec<String>,
    /// The needs that a business brings.
    pub demands: Vec<DemandId>,
    /// The programmes that a college brings.
    pub programmes: Vec<ProgrammeId>,
    /// What else the centre should know.
    pub note: String,
}

impl RegistrationState {
    /// Whether the organisation takes part, as far as one knows.
    pub fn takes_part(self) -> bool {
        matches!(self, Self::Registered | Self::Confirmed | Self::CheckedIn)
    }
}
