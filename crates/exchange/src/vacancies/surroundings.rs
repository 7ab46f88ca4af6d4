//! What is odd about a vacancy beside others: its pay beside that of the occupation, its employer, who is new
//! and posts many, its text beside other texts ([`super::likeness`]).

use super::likeness;
use crate::error::Result;
use chrono::TimeDelta;
use sanviec_domain::moderation::check::RuleCode;
use sanviec_domain::moderation::{Finding, Severity, wages};
use sanviec_domain::vacancy::Field;
use sanviec_store::Unit;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::vacancies::VacancyRecord;

/// Others whose pay is compared.
const COMPARED: u64 = 150;
/// Days for which an employer is new.
const NEW_DAYS: i64 = 30;
/// Vacancies within a day that are many for one that is new.
const MANY: u64 = 20;

/// Everything that an officer should know.
pub(crate) async fn findings(unit: &Unit, vacancy: &VacancyRecord, employer: &OrganisationRecord) -> Result<Vec<Finding>> {
    let mut findings = likeness::findings(unit, vacancy).await?;
    let looked_at = |rule, field| Finding {
        rule,
        severity: Severity::Warning,
        field,
        words: String::new(),
    };
    if let Some(occupation) = &vacancy.content.occupation
        && vacancy.content.pay.monthly().is_some()
    {
        let others = sanviec_store::vacancies::pay_of_occupation(unit.conn(), occupation, vacancy.employer, COMPARED).await?;
        if wages::is_odd(&vacancy.content.pay, others.iter()) {
            findings.push(looked_at(RuleCode::OddWage, Field::Pay));
        }
    }
    if unit.now() - employer.created_at < TimeDelta::days(NEW_DAYS) {
        let since = unit.now() - TimeDelta::days(1);
        let sent = sanviec_store::vacancies::of(vacancy.employer).submitted_since(unit.conn(), since, MANY).await?;
        if sent >= MANY {
            findings.push(looked_at(RuleCode::NewAndMany, Field::EmployerName));
        }
    }
    Ok(findings)
}
