//! Changing a published vacancy. What may be carried out at once is; the rest waits for an officer
//! while the published text stays up.

use super::read::{self, own_organisation};
use super::write::propose_occupation;
use super::{Verdict, employer_of, judge, trusted};
use crate::error::{ExchangeError, Result};
use crate::{Exchange, jobs, moderation};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::{RevisionId, VacancyId};
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::moderation::{CaseKind, Outcome};
use sanviec_domain::vacancy::{Field, RevisionCommand, RevisionEvent, RevisionGuard, RevisionLife, RevisionState, VacancyContent, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::cases::CaseRecord;
use sanviec_store::history::HistoryLine;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::{ChangeKind, Entity, RevisionRecord, Unit};

/// What became of an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Revised {
    /// Nothing was changed, or the same change waits already.
    Unchanged,
    /// It is public.
    Applied,
    /// It waits for an officer, apart from what needs none.
    Waits,
}

/// Whether an edit of the text is a revision: people read it, or did until it was paused.
pub fn is_revisable(state: VacancyState) -> bool {
    matches!(state, VacancyState::Published | VacancyState::Paused)
}

/// Changes one's own published vacancy. An edit takes the place of one that waits.
pub async fn revise(exchange: &Exchange, actor: &Actor, id: VacancyId, next: VacancyContent) -> Result<Revised> {
    allows(actor, Action::WriteVacancies)?;
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    let unit = exchange.begin(actor).await?;
    let mut vacancy = sanviec_store::vacancies::of(organisation).find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    let employer = employer_of(unit.conn(), organisation).await?;
    let revised = Box::pin(revise_in(exchange, &unit, &mut vacancy, &employer, next)).await?;
    unit.save().await?;
    Ok(revised)
}

/// The same inside a unit. The caller saves.
pub(crate) async fn revise_in(exchange: &Exchange, unit: &Unit, vacancy: &mut VacancyRecord, employer: &OrganisationRecord, mut next: VacancyContent) -> Result<Revised> {
    if !is_revisable(vacancy.state) {
        return Err(ExchangeError::NotNow("only a published or paused vacancy is revised".to_owned()));
    }
    let id = vacancy.id;
    keep_occupation(exchange, &vacancy.content, &mut next);
    let Verdict { errors, findings } = judge(exchange, &next, employer);
    let is_reviewed = vacancy.content.needs_review(&next);
    let is_trusted = trusted::needs_no_look(employer, &findings);
    let waits = is_reviewed && !is_trusted;
    let now = if is_trusted { next.clone() } else { vacancy.content.at_once(&next) };
    // What an import brought may lack something: that keeps nobody from changing a telephone number.
    let errors: Vec<_> = errors.into_iter().filter(|error| is_reviewed || is_at_once(error.field)).collect();
    if !errors.is_empty() {
        return Err(ExchangeError::Invalid(errors));
    }
    let pending = sanviec_store::revisions::pending_of(unit.conn(), id).await?;
    let waits_already = pending.as_ref().is_some_and(|pending| pending.content == next);
    let is_same = if waits { waits_already } else { pending.is_none() };
    if is_same && now == vacancy.content {
        return Ok(Revised::Unchanged);
    }
    if let Some(pending) = pending {
        let command = if waits { RevisionCommand::Replace } else { RevisionCommand::Withdraw };
        end(unit, pending, command, Party::Owner).await?;
    }
    if now != vacancy.content {
        apply_at_once(unit, vacancy, now, is_trusted).await?;
        if is_reviewed && !waits {
            trusted::sample(exchange, unit, vacancy, findings.clone()).await?;
        }
    }
    if waits {
        let parts = vacancy.content.changed_parts(&next);
        let revision = new_revision(unit, id, next, RevisionState::Pending);
        let subject = revision.id.0;
        sanviec_store::revisions::insert(unit, revision).await?;
        unit.history(Entity::Revision, subject, None, RevisionCommand::Propose.key(), RevisionState::Pending.key(), None);
        unit.audit("vacancy.revise", Entity::Vacancy, id.0, serde_json::json!({ "revision": subject, "parts": parts }));
        moderation::open_case(exchange, unit, CaseKind::Revision, Entity::Revision, subject, Some(employer.id), findings).await?;
        unit.enqueue(jobs::tell_moderators(id));
    }
    Ok(if waits { Revised::Waits } else { Revised::Applied })
}

/// Takes back the change of one's own vacancy that waits.
pub async fn withdraw(exchange: &Exchange, actor: &Actor, id: VacancyId) -> Result<()> {
    allows(actor, Action::WriteVacancies)?;
    let organisation = own_organisation(actor)?;
    let unit = exchange.begin(actor).await?;
    let vacancy = sanviec_store::vacancies::of(organisation).find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    let Some(pending) = sanviec_store::revisions::pending_of(unit.conn(), vacancy.id).await? else {
        return Err(ExchangeError::NotNow("no change waits".to_owned()));
    };
    unit.audit("vacancy.withdraw_revision", Entity::Vacancy, id.0, serde_json::json!({ "revision": pending.id }));
    end(&unit, pending, RevisionCommand::Withdraw, Party::Owner).await?;
    unit.save().await?;
    Ok(())
}

/// Ends the change of a vacancy that is no longer public, if one waits.
pub(crate) async fn cancel_pending(unit: &Unit, vacancy: VacancyId) -> Result<()> {
    match sanviec_store::revisions::pending_of(unit.conn(), vacancy).await? {
        Some(pending) => end(unit, pending, RevisionCommand::Cancel, Party::System).await,
        None => Ok(()),
    }
}

/// The latest change of one's own vacancy, and the case that decides or decided it.
pub struct OwnRevision {
    /// The change.
    pub revision: RevisionRecord,
    /// Its case; none where it needed no moderator.
    pub case: Option<CaseRecord>,
}

impl OwnRevision {
    /// Whether it waits for an officer.
    pub fn waits(&self) -> bool {
        self.revision.state == RevisionState::Pending
    }

    /// Whether an officer refused it or asked for changes to it.
    pub fn was_refused(&self) -> bool {
        self.revision.state == RevisionState::Rejected
    }
}

/// The latest change of one's own vacancy.
pub async fn own_latest(exchange: &Exchange, actor: &Actor, id: VacancyId) -> Result<Option<OwnRevision>> {
    let own = read::own(exchange, actor, id).await?;
    let conn = exchange.store.reader();
    let Some(revision) = sanviec_store::revisions::of_vacancy(conn, own.vacancy.id).await?.into_iter().next() else {
        return Ok(None);
    };
    let case = sanviec_store::cases::history_for(conn, Entity::Revision, revision.id.0).await?.into_iter().next();
    Ok(Some(OwnRevision { revision, case }))
}

/// The text that an edit of one's own vacancy begins with: the change that waits or was sent back,
/// so that nothing typed is lost, else the vacancy's own.
pub fn text_to_edit(vacancy: &VacancyRecord, latest: Option<&OwnRevision>) -> VacancyContent {
    let was_returned = |own: &&OwnRevision| own.was_refused() && own.case.as_ref().is_some_and(|case| case.outcome == Some(Outcome::Returned));
    match latest.filter(|_| is_revisable(vacancy.state)).filter(|own| own.waits() || was_returned(own)) {
        Some(own) => applied(&vacancy.content, &own.revision.content),
        None => vacancy.content.clone(),
    }
}

/// What happened to the changes of one's own vacancy, oldest first.
pub async fn own_history(exchange: &Exchange, actor: &Actor, id: VacancyId) -> Result<Vec<HistoryLine>> {
    let own = read::own(exchange, actor, id).await?;
    let conn = exchange.store.reader();
    let mut lines = Vec::new();
    for revision in sanviec_store::revisions::of_vacancy(conn, own.vacancy.id).await?.into_iter().rev() {
        lines.extend(sanviec_store::history::of(conn, Entity::Revision, revision.id.0).await?);
    }
    Ok(lines)
}

/// The published text once a change is carried out. The contact is never part of what is decided:
/// it is changed at once, also while the change waits.
pub(crate) fn applied(published: &VacancyContent, change: &VacancyContent) -> VacancyContent {
    VacancyContent {
        contact: published.contact.clone(),
        ..change.clone()
    }
}

/// A form doesn't ask for the code of the occupation: it stays while the title does.
fn keep_occupation(exchange: &Exchange, published: &VacancyContent, next: &mut VacancyContent) {
    if next.title == published.title {
        next.occupation.clone_from(&published.occupation);
        next.occupation_confirmed = published.occupation_confirmed;
    } else {
        next.occupation_confirmed = false;
        propose_occupation(exchange, next);
    }
}

fn is_at_once(field: Field) -> bool {
    matches!(field, Field::ContactName | Field::ContactPhone | Field::ContactEmail | Field::Deadline)
}

async fn apply_at_once(unit: &Unit, vacancy: &mut VacancyRecord, now: VacancyContent, is_trusted: bool) -> Result<()> {
    let moved = decide::<RevisionLife>(RevisionState::Pending, RevisionCommand::Apply, Party::Owner, |guard| match guard {
        RevisionGuard::NoReviewNeeded => is_trusted || !vacancy.content.needs_review(&now),
        RevisionGuard::VacancyStands => is_revisable(vacancy.state),
        RevisionGuard::EmployerVerified | RevisionGuard::DeadlineAhead => false,
    })?;
    let parts = vacancy.content.changed_parts(&now);
    let revision = new_revision(unit, vacancy.id, now.clone(), moved.to);
    let subject = revision.id.0;
    sanviec_store::revisions::insert(unit, revision).await?;
    unit.history(Entity::Revision, subject, None, RevisionCommand::Apply.key(), moved.to.key(), None);
    unit.audit("vacancy.edit", Entity::Vacancy, vacancy.id.0, serde_json::json!({ "revision": subject, "parts": parts }));
    let terms = vacancy.content.changed_terms(&now);
    if !terms.is_empty() {
        unit.enqueue(jobs::tell_of_change(vacancy.id, terms));
    }
    vacancy.content = now;
    *vacancy = sanviec_store::vacancies::update(unit, vacancy).await?;
    unit.changed(Entity::Vacancy, vacancy.id.0, ChangeKind::Put);
    Ok(())
}

fn new_revision(unit: &Unit, vacancy: VacancyId, content: VacancyContent, state: RevisionState) -> RevisionRecord {
    RevisionRecord {
        id: RevisionId(unit.uuid()),
        vacancy,
        content,
        state,
        created_by: unit.actor().person(),
        created_at: unit.now(),
        version: 1,
    }
}

/// Ends a change that waits, with its case.
async fn end(unit: &Unit, mut revision: RevisionRecord, command: RevisionCommand, party: Party) -> Result<()> {
    let moved = decide::<RevisionLife>(revision.state, command, party, |_| false)?;
    revision.state = moved.to;
    sanviec_store::revisions::update(unit, &revision).await?;
    unit.history(Entity::Revision, revision.id.0, Some(moved.from.key()), command.key(), moved.to.key(), None);
    if moved.events.contains(&RevisionEvent::CaseEnded) {
        moderation::cancel_open_case(unit, Entity::Revision, revision.id.0).await?;
    }
    Ok(())
}
