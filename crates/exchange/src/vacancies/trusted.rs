//! What employers post whom the centre trusts: it is published at once, and a sample of it is looked at
//! afterwards. What the rules find grave is looked at first, whoever posts it.

use super::change;
use crate::error::Result;
use crate::{Exchange, moderation};
use sanviec_domain::lifecycle::Party;
use sanviec_domain::moderation::{CaseKind, Finding, Severity};
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::vacancy::VacancyCommand;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::{Entity, Unit};

/// Whether what an employer posts needs no look before it is public.
pub(super) fn needs_no_look(employer: &OrganisationRecord, findings: &[Finding]) -> bool {
    employer.trusted && employer.state == OrganisationState::Verified && is_harmless(findings)
}

fn is_harmless(findings: &[Finding]) -> bool {
    findings.iter().all(|finding| finding.severity == Severity::Warning)
}

/// Publishes a vacancy that was handed in just now.
pub(super) async fn publish(exchange: &Exchange, unit: &Unit, vacancy: &mut VacancyRecord, employer: &OrganisationRecord, findings: Vec<Finding>) -> Result<()> {
    let facts = change::Facts {
        nothing_grave: is_harmless(&findings),
        ..change::Facts::default()
    };
    change::carry_out(exchange, unit, vacancy, employer, VacancyCommand::PublishTrusted, Party::System, facts, None).await?;
    sample(exchange, unit, vacancy, findings).await
}

/// Opens a case for one in so many, and for whatever the rules found something in. Which ones can't be
/// foreseen: the ids are random.
pub(super) async fn sample(exchange: &Exchange, unit: &Unit, vacancy: &VacancyRecord, findings: Vec<Finding>) -> Result<()> {
    let drawn = unit.uuid().as_u128().is_multiple_of(exchange.settings.sample_every.max(1).into());
    let subject = vacancy.id.0;
    let open = sanviec_store::cases::all_open_for(unit.conn(), Entity::Vacancy, subject).await?;
    // One look at a vacancy is enough, however often it was changed since.
    let is_looked_at = open.iter().any(|case| case.kind == CaseKind::Sample);
    if !is_looked_at && (drawn || !findings.is_empty()) {
        moderation::open_case(exchange, unit, CaseKind::Sample, Entity::Vacancy, subject, Some(vacancy.employer), findings).await?;
    }
    Ok(())
}
