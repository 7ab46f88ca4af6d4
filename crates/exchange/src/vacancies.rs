//! What can be done with vacancies: find, read, write, submit, move along.

pub mod change;
pub mod clock;
pub mod find;
pub mod likeness;
pub mod read;
pub mod results;
pub mod revise;
pub mod shown;
pub(crate) mod surroundings;
pub(crate) mod trusted;
pub mod write;

use crate::{Exchange, error::Result};
use sanviec_domain::moderation::{CheckFacts, Finding, check};
use sanviec_domain::vacancy::{DraftError, VacancyContent, VacancyGuard, validate};
use sanviec_store::organisations::OrganisationRecord;

/// Everything the rules say of a posting: errors at their fields, and findings for the moderator.
pub struct Verdict {
    /// What keeps it from being submitted.
    pub errors: Vec<DraftError>,
    /// What the moderator should see.
    pub findings: Vec<Finding>,
}

/// Runs every rule over a posting of an employer, today.
pub fn judge(exchange: &Exchange, content: &VacancyContent, employer: &OrganisationRecord) -> Verdict {
    let today = exchange.clock.today();
    let minimum_wage = content.place.as_ref().and_then(|place| exchange.reference.wage_floor(place, today)).cloned();
    let facts = CheckFacts {
        minimum_wage,
        employer_verified: employer.state == sanviec_domain::organisation::OrganisationState::Verified,
        // Labour Code art. 107.3: textile, garment, footwear, electronics and the like may go to 300.
        industry_allows_300_overtime: employer.profile.industry.as_deref() == Some("C"),
    };
    let findings = check(content, &facts);
    let mut errors = validate(content, today);
    errors.extend(sanviec_domain::moderation::check::stops(&findings));
    Verdict { errors, findings }
}

/// Whether a guard of the vacancy's life holds.
pub(crate) fn guard_holds(guard: VacancyGuard, content: &VacancyContent, employer: &OrganisationRecord, today: chrono::NaiveDate, facts: change::Facts) -> bool {
    match guard {
        VacancyGuard::Complete => facts.complete,
        VacancyGuard::EmployerVerified => employer.state == sanviec_domain::organisation::OrganisationState::Verified,
        VacancyGuard::DeadlineAhead => content.deadline.is_some_and(|deadline| deadline >= today),
        VacancyGuard::DeadlinePassed => content.deadline.is_some_and(|deadline| deadline < today),
        VacancyGuard::AnotherOfficer => facts.another_officer,
        VacancyGuard::EmployerTrusted => employer.trusted,
        VacancyGuard::NothingGrave => facts.nothing_grave,
        VacancyGuard::Untouched => facts.untouched,
    }
}

/// Loads an organisation that must be there.
pub(crate) async fn employer_of(conn: &impl sea_orm_conn::Conn, id: sanviec_domain::ids::OrganisationId) -> Result<OrganisationRecord> {
    sanviec_store::organisations::find(conn, id).await?.ok_or(crate::ExchangeError::NotFound)
}

/// The store's connection trait under one name.
pub(crate) mod sea_orm_conn {
    pub use sanviec_store::ConnectionTrait as Conn;
}
