//! Deciding a case, once. The decision and what it does to the vacancy or organisation are one unit.

use super::queue::{holds, take};
use crate::error::{ExchangeError, Result};
use crate::vacancies::change::Facts;
use crate::{Exchange, organisations, vacancies};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::{CaseId, OrganisationId, VacancyId};
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::membership::Looked;
use sanviec_domain::moderation::{CaseCommand, CaseGuard, CaseKind, CaseLife, Outcome, Reason};
use sanviec_domain::organisation::OrganisationCommand;
use sanviec_domain::vacancy::{VacancyCommand, VacancyContent};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::cases::CaseRecord;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::{ChangeKind, Entity, Unit};

/// What an officer decided.
#[derive(Clone, Debug)]
pub struct Decision {
    /// How.
    pub outcome: Outcome,
    /// Why; at least one unless approved.
    pub reasons: Vec<Reason>,
    /// What the employer is told besides the reasons' sentences, at most 2,000 characters.
    pub message: String,
    /// For colleagues only, at most 2,000 characters.
    pub note: String,
    /// The occupation code the officer confirms.
    pub occupation: Option<String>,
    /// Of an organisation: what the officer looked at.
    pub looked: Vec<Looked>,
}

impl Decision {
    /// Approved, without a word.
    pub fn approved() -> Self {
        Self {
            outcome: Outcome::Approved,
            reasons: Vec::new(),
            message: String::new(),
            note: String::new(),
            occupation: None,
            looked: Vec::new(),
        }
    }
}

/// Decides a case. The officer must hold its claim; a waiting case is claimed in the same breath.
/// Two officers can't decide one case: the second finds it decided.
pub async fn decide_case(exchange: &Exchange, actor: &Actor, id: CaseId, decision: Decision) -> Result<()> {
    allows(actor, Action::Decide)?;
    let unit = exchange.begin(actor).await?;
    let mut case = sanviec_store::cases::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    if case.state == sanviec_domain::moderation::CaseState::Waiting {
        take(&unit, &mut case).await?;
        case = sanviec_store::cases::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    }
    let (now, person) = (unit.now(), actor.person());
    let moved = decide::<CaseLife>(case.state, CaseCommand::Decide, Party::Officer, |guard| match guard {
        CaseGuard::HoldsClaim => case.claimed_by == person && holds(&case, now),
        CaseGuard::ReasonGiven => decision.outcome == Outcome::Approved || !decision.reasons.is_empty(),
        _ => false,
    })?;
    case.state = moved.to;
    case.outcome = Some(decision.outcome);
    case.reasons.clone_from(&decision.reasons);
    case.note = clip(&decision.note);
    case.message = clip(&decision.message);
    case.decided_by = person;
    case.decided_at = Some(now);
    sanviec_store::cases::update(&unit, &case).await?;
    let reasons: Vec<&str> = decision.reasons.iter().map(|reason| reason.key()).collect();
    unit.history(
        Entity::Case,
        id.0,
        Some(moved.from.key()),
        CaseCommand::Decide.key(),
        moved.to.key(),
        Some(decision.outcome.key().to_owned()),
    );
    unit.audit(
        "case.decide",
        Entity::Case,
        id.0,
        serde_json::json!({ "outcome": decision.outcome.key(), "reasons": reasons }),
    );
    match case.entity {
        Entity::Vacancy => on_vacancy(exchange, &unit, &case, &decision).await?,
        Entity::Revision => super::revision::carry_out(exchange, &unit, &case, &decision).await?,
        Entity::Programme => crate::training::decided(exchange, &unit, &case, &decision).await?,
        Entity::Organisation => on_organisation(exchange, &unit, &case, &decision).await?,
        _ => {}
    }
    unit.save().await?;
    Ok(())
}

/// What the decision does to the vacancy.
async fn on_vacancy(exchange: &Exchange, unit: &Unit, case: &CaseRecord, decision: &Decision) -> Result<()> {
    let id = VacancyId(case.subject);
    let mut vacancy = sanviec_store::vacancies::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    let employer = vacancies::employer_of(unit.conn(), vacancy.employer).await?;
    // What is public already stays, or is taken down.
    let is_public_already = matches!(case.kind, CaseKind::Report | CaseKind::Sample);
    let command = match (case.kind, decision.outcome) {
        (CaseKind::Report, Outcome::Approved) => return Ok(()),
        (CaseKind::Sample, Outcome::Approved) => return confirm_occupation_of(exchange, unit, vacancy, decision).await,
        // Its employer closed it meanwhile, or it ran out: what was found wrong with it is on record.
        (CaseKind::Report | CaseKind::Sample, _) if !vacancies::revise::is_revisable(vacancy.state) => return Ok(()),
        (CaseKind::Report | CaseKind::Sample, _) => VacancyCommand::TakeDown,
        (_, Outcome::Approved) => VacancyCommand::Publish,
        (CaseKind::Vacancy, Outcome::Returned) => VacancyCommand::Return,
        _ => VacancyCommand::Reject,
    };
    if !is_public_already {
        confirm_occupation(exchange, &mut vacancy.content, decision);
    }
    // An appeal is decided by another officer than the first decision.
    let first = sanviec_store::cases::history_for(unit.conn(), Entity::Vacancy, id.0)
        .await?
        .into_iter()
        .filter(|earlier| earlier.id != case.id);
    let another_officer = first.filter_map(|earlier| earlier.decided_by).all(|officer| Some(officer) != unit.actor().person());
    let facts = Facts {
        another_officer,
        ..Facts::default()
    };
    let result = vacancies::change::carry_out(exchange, unit, &mut vacancy, &employer, command, Party::Officer, facts, None).await;
    match result {
        // The deadline passed or the employer lost its verification while the case waited.
        Err(ExchangeError::NotNow(why)) => Err(ExchangeError::NotNow(why)),
        other => other,
    }
}

/// Writes the occupation code that the officer confirmed into a vacancy that stays as it is otherwise.
async fn confirm_occupation_of(exchange: &Exchange, unit: &Unit, mut vacancy: VacancyRecord, decision: &Decision) -> Result<()> {
    let before = vacancy.content.clone();
    confirm_occupation(exchange, &mut vacancy.content, decision);
    if vacancy.content == before {
        return Ok(());
    }
    sanviec_store::vacancies::update(unit, &vacancy).await?;
    unit.changed(Entity::Vacancy, vacancy.id.0, ChangeKind::Put);
    Ok(())
}

/// Writes the occupation code that the officer confirmed into the text.
pub(super) fn confirm_occupation(exchange: &Exchange, content: &mut VacancyContent, decision: &Decision) {
    if let Some(code) = decision.occupation.as_ref().filter(|code| exchange.reference.occupation(code).is_some()) {
        content.occupation = Some(code.clone());
        content.occupation_confirmed = true;
    }
}

/// What the decision does to the organisation: to the organisation itself while it is unverified, to
/// its new name afterwards.
async fn on_organisation(exchange: &Exchange, unit: &Unit, case: &CaseRecord, decision: &Decision) -> Result<()> {
    let id = OrganisationId(case.subject);
    let approved = decision.outcome == Outcome::Approved;
    if organisations::register::decide_proposal(unit, id, approved).await? {
        return Ok(());
    }
    let command = if approved { OrganisationCommand::Verify } else { OrganisationCommand::Refuse };
    let grounds = organisations::Grounds {
        reasons: decision.reasons.clone(),
        message: clip(&decision.message),
        looked: decision.looked.clone(),
    };
    organisations::carry_out(exchange, unit, id, command, &grounds).await
}

fn clip(text: &str) -> String {
    sanviec_domain::text::tidy(text).chars().take(2_000).collect()
}
