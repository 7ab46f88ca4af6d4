//! Deciding about a change of a published vacancy: approved, it becomes the published text; else the
//! published text stays as it is.

use super::Decision;
use crate::error::{ExchangeError, Result};
use crate::vacancies::{self, revise};
use crate::{Exchange, jobs};
use sanviec_domain::ids::RevisionId;
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::moderation::Outcome;
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::vacancy::{RevisionCommand, RevisionEvent, RevisionGuard, RevisionLife};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::cases::CaseRecord;
use sanviec_store::{ChangeKind, Entity, Unit};

/// What the decision does to the change and its vacancy.
pub(super) async fn carry_out(exchange: &Exchange, unit: &Unit, case: &CaseRecord, decision: &Decision) -> Result<()> {
    let id = RevisionId(case.subject);
    let mut revision = sanviec_store::revisions::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    let mut vacancy = sanviec_store::vacancies::find(unit.conn(), revision.vacancy).await?.ok_or(ExchangeError::NotFound)?;
    let employer = vacancies::employer_of(unit.conn(), vacancy.employer).await?;
    let command = match decision.outcome {
        Outcome::Approved => RevisionCommand::Approve,
        Outcome::Returned => RevisionCommand::Return,
        Outcome::Rejected | Outcome::Withdrawn => RevisionCommand::Reject,
    };
    let mut next = revise::applied(&vacancy.content, &revision.content);
    super::decide::confirm_occupation(exchange, &mut next, decision);
    let today = unit.today();
    let moved = decide::<RevisionLife>(revision.state, command, Party::Officer, |guard| match guard {
        RevisionGuard::VacancyStands => revise::is_revisable(vacancy.state),
        RevisionGuard::EmployerVerified => employer.state == OrganisationState::Verified,
        RevisionGuard::DeadlineAhead => next.deadline.is_some_and(|deadline| deadline >= today),
        RevisionGuard::NoReviewNeeded => false,
    })?;
    revision.state = moved.to;
    sanviec_store::revisions::update(unit, &revision).await?;
    unit.history(Entity::Revision, id.0, Some(moved.from.key()), command.key(), moved.to.key(), None);
    for event in moved.events {
        match event {
            RevisionEvent::Applied => {
                let parts = vacancy.content.changed_parts(&next);
                unit.audit(
                    "vacancy.apply_revision",
                    Entity::Vacancy,
                    vacancy.id.0,
                    serde_json::json!({ "revision": id, "parts": parts }),
                );
                let terms = vacancy.content.changed_terms(&next);
                if !terms.is_empty() {
                    unit.enqueue(jobs::tell_of_change(vacancy.id, terms));
                }
                vacancy.content = std::mem::take(&mut next);
                vacancy = sanviec_store::vacancies::update(unit, &vacancy).await?;
                // The indexer follows the feed; a paused vacancy is not in the index and stays out.
                unit.changed(Entity::Vacancy, vacancy.id.0, ChangeKind::Put);
            }
            RevisionEvent::EmployerTold => unit.enqueue(jobs::tell_of_revision(id, command)),
            // The case is the one being decided.
            RevisionEvent::CaseEnded => {}
        }
    }
    Ok(())
}
