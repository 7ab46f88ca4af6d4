//! The moderation queue: cases are opened by what is submitted, claimed by officers, decided once.

pub mod batch;
pub mod decide;
pub mod desk;
pub mod notes;
pub mod promise;
pub mod queue;
pub mod reports;
mod revision;
pub mod subject;

pub use decide::{Decision, decide_case};
pub use queue::{QueueCursor, claim, lapse_claims, queue, release, take_next};
pub use subject::{CaseView, open};

use crate::Exchange;
use crate::error::Result;
use sanviec_domain::access::Actor;
use sanviec_domain::calendar;
use sanviec_domain::ids::{CaseId, OrganisationId, VacancyId};
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::moderation::{CaseCommand, CaseKind, CaseLife, CaseState, Finding, Outcome};
use sanviec_store::cases::CaseRecord;
use sanviec_store::{Entity, Unit};
use uuid::Uuid;

/// Opens a case for something that wants to become public. The promise's clock starts now and
/// counts working hours alone.
pub(crate) async fn open_case(
    exchange: &Exchange,
    unit: &Unit,
    kind: CaseKind,
    entity: Entity,
    subject: Uuid,
    organisation: Option<OrganisationId>,
    findings: Vec<Finding>,
) -> Result<CaseId> {
    let case = new_case(exchange, unit, kind, entity, subject, organisation, findings);
    let id = case.id;
    sanviec_store::cases::insert(unit, case).await?;
    unit.audit("case.open", Entity::Case, id.0, serde_json::Value::Null);
    Ok(id)
}

/// A case as it begins.
pub(crate) fn new_case(
    exchange: &Exchange,
    unit: &Unit,
    kind: CaseKind,
    entity: Entity,
    subject: Uuid,
    organisation: Option<OrganisationId>,
    findings: Vec<Finding>,
) -> CaseRecord {
    CaseRecord {
        id: CaseId(unit.uuid()),
        kind,
        state: CaseState::Waiting,
        entity,
        subject,
        organisation,
        submitted_by: unit.actor().person(),
        findings,
        claimed_by: None,
        claimed_until: None,
        outcome: None,
        reasons: Vec::new(),
        note: String::new(),
        message: String::new(),
        decided_by: None,
        decided_at: None,
        passed_by: None,
        due_at: calendar::due(unit.now(), calendar::PROMISE, &exchange.is_holiday()),
        version: 1,
        created_at: unit.now(),
    }
}

/// Ends the open case of something that its owner has withdrawn, if there is one.
pub(crate) async fn cancel_open_case(unit: &Unit, entity: Entity, subject: Uuid) -> Result<()> {
    let Some(mut case) = sanviec_store::cases::open_for(unit.conn(), entity, subject).await? else {
        return Ok(());
    };
    let moved = decide::<CaseLife>(case.state, CaseCommand::Cancel, Party::System, |_| true)?;
    case.state = moved.to;
    case.outcome = Some(Outcome::Withdrawn);
    case.decided_at = Some(unit.now());
    sanviec_store::cases::update(unit, &case).await?;
    Ok(())
}

/// The last decision on one of the actor's own vacancies: what the employer is owed to know.
pub async fn last_decision_on_own(exchange: &Exchange, actor: &Actor, vacancy: VacancyId) -> Result<Option<CaseRecord>> {
    let own = crate::vacancies::read::own(exchange, actor, vacancy).await?;
    Ok(sanviec_store::cases::last_decision(exchange.store.reader(), Entity::Vacancy, own.vacancy.id.0).await?)
}
