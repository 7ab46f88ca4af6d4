//! The colour of a state's tag. The word says it; the colour only helps. A state may come by value
//! or, as templates hand it over, by reference.

use sanviec_domain::agreement::AgreementState;
use sanviec_domain::agreement::review::ReviewState;
use sanviec_domain::application::ApplicationState;
use sanviec_domain::demand::DemandState;
use sanviec_domain::event::EventState;
use sanviec_domain::event::registration::RegistrationState;
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::partnership::PartnershipState;
use sanviec_domain::partnership::meeting::MeetingState;
use sanviec_domain::placement::PlacementState;
use sanviec_domain::training::ProgrammeState;
use sanviec_domain::vacancy::VacancyState;
use std::borrow::Borrow;

/// The tone of a vacancy's state, for `m::tag`.
pub fn vacancy(state: impl Borrow<VacancyState>) -> &'static str {
    use VacancyState as S;
    match *state.borrow() {
        S::Draft | S::Closed | S::Expired => "",
        S::Submitted | S::Appealed => "info",
        S::Published => "ok",
        S::Returned | S::Paused => "warn",
        S::Rejected => "bad",
    }
}

/// The tone of an application's state.
pub fn application(state: impl Borrow<ApplicationState>) -> &'static str {
    use ApplicationState as S;
    match *state.borrow() {
        S::Submitted | S::Viewed => "info",
        S::Shortlisted | S::Interviewing | S::Offered | S::Hired => "ok",
        S::Declined | S::Lapsed => "warn",
        S::Withdrawn | S::Elsewhere => "",
    }
}

/// The tone of an organisation's state.
pub fn organisation(state: impl Borrow<OrganisationState>) -> &'static str {
    use OrganisationState as S;
    match *state.borrow() {
        S::Pending => "info",
        S::Verified => "ok",
        S::Refused => "warn",
        S::Suspended => "bad",
    }
}

/// The tone of a programme's state.
pub fn programme(state: impl Borrow<ProgrammeState>) -> &'static str {
    use ProgrammeState as S;
    match *state.borrow() {
        S::Draft | S::Closed => "",
        S::Submitted => "info",
        S::Published => "ok",
        S::Returned => "warn",
    }
}

/// The tone of a need's state.
pub fn demand(state: impl Borrow<DemandState>) -> &'static str {
    use DemandState as S;
    match *state.borrow() {
        S::Open => "ok",
        S::Asked | S::Lapsed => "warn",
        S::Closed => "",
    }
}

/// The tone of a partnership's state.
pub fn partnership(state: impl Borrow<PartnershipState>) -> &'static str {
    use PartnershipState as S;
    match *state.borrow() {
        S::Proposed | S::Accepted | S::Negotiating => "info",
        S::Signed | S::Active => "ok",
        S::Completed => "",
        S::Declined => "warn",
        S::Terminated => "bad",
    }
}

/// The tone of a placement's state.
pub fn placement(state: impl Borrow<PlacementState>) -> &'static str {
    use PlacementState as S;
    match *state.borrow() {
        S::Reported => "info",
        S::Confirmed => "ok",
        S::Denied => "warn",
        S::Withdrawn => "",
    }
}

/// The tone of a yearly review's state.
pub fn review(state: impl Borrow<ReviewState>) -> &'static str {
    use ReviewState as S;
    match *state.borrow() {
        S::Draft | S::HalfSigned => "info",
        S::Countersigned => "ok",
    }
}

/// The tone of a meeting's state.
pub fn meeting(state: impl Borrow<MeetingState>) -> &'static str {
    use MeetingState as S;
    match *state.borrow() {
        S::Proposed => "info",
        S::Agreed => "ok",
        S::Declined | S::Cancelled => "bad",
    }
}

/// The tone of an agreement's state.
pub fn agreement(state: impl Borrow<AgreementState>) -> &'static str {
    use AgreementState as S;
    match *state.borrow() {
        S::Draft | S::HalfSigned => "info",
        S::Signed => "ok",
        S::Replaced | S::Ended | S::Discarded => "",
        S::Terminated => "bad",
    }
}

/// The tone of an event's state.
pub fn event(state: impl Borrow<EventState>) -> &'static str {
    use EventState as S;
    match *state.borrow() {
        S::Draft | S::Finished => "",
        S::Open | S::Running => "ok",
        S::Full => "info",
        S::Cancelled => "bad",
    }
}

/// The tone of a registration's state.
pub fn registration(state: impl Borrow<RegistrationState>) -> &'static str {
    use RegistrationState as S;
    match *state.borrow() {
        S::Registered => "info",
        S::Confirmed | S::CheckedIn => "ok",
        S::Absent => "warn",
        S::Withdrawn => "",
    }
}
