//! What colleges teach: written by the college, looked at by an officer, read by everybody.

pub mod cohorts;
pub mod public;

use crate::error::{ExchangeError, Result};
use crate::life::{begin, step};
use crate::moderation::{self, Decision};
use crate::{Exchange, jobs, organisations};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::{OrganisationId, ProgrammeId};
use sanviec_domain::moderation::{CaseKind, Outcome, Reason};
use sanviec_domain::organisation::{OrganisationKind, OrganisationState};
use sanviec_domain::training::{Cohort, ProgrammeCommand, ProgrammeContent, ProgrammeEvent, ProgrammeGuard, ProgrammeLife, ProgrammeState, limits};
use sanviec_store::cases::CaseRecord;
use sanviec_store::programmes::{self, ProgrammeRecord};
use sanviec_store::{Entity, Unit};

/// The college that an actor acts for.
pub(crate) fn own_college(actor: &Actor) -> Result<OrganisationId> {
    match actor {
        Actor::College { organisation, .. } => Ok(*organisation),
        _ => Err(ExchangeError::not_ones_own("college")),
    }
}

/// A college's programmes with their cohorts, the newest first.
pub async fn own(exchange: &Exchange, actor: &Actor) -> Result<Vec<(ProgrammeRecord, Vec<Cohort>)>> {
    allows(actor, Action::CollegeArea)?;
    let (conn, college) = (exchange.store.reader(), own_college(actor)?);
    let cohorts = programmes::cohorts_of(conn, college).await?;
    let own = programmes::of(conn, college, limits::PROGRAMMES).await?;
    Ok(own
        .into_iter()
        .map(|programme| {
            let mine = cohorts.iter().filter(|cohort| cohort.programme == programme.id).cloned().collect();
            (programme, mine)
        })
        .collect())
}

/// One of a college's own programmes.
pub async fn one(exchange: &Exchange, actor: &Actor, id: ProgrammeId) -> Result<ProgrammeRecord> {
    allows(actor, Action::CollegeArea)?;
    programmes::find_of(exchange.store.reader(), own_college(actor)?, id)
        .await?
        .ok_or_else(|| ExchangeError::not_ones_own("programme"))
}

/// Writes a programme, new or known, and hands it in where that is wanted. A draft may lack anything.
pub async fn write(exchange: &Exchange, actor: &Actor, id: Option<ProgrammeId>, mut content: ProgrammeContent, submit: bool) -> Result<ProgrammeId> {
    allows(actor, Action::WriteProgrammes)?;
    let college = own_college(actor)?;
    let unit = exchange.begin(actor).await?;
    let mut programme = match id {
        Some(id) => {
            let mut known = programmes::find_of(unit.conn(), college, id)
                .await?
                .ok_or_else(|| ExchangeError::not_ones_own("programme"))?;
            // What an officer has looked at stays looked at while it is the same.
            content.occupations_confirmed = known.written.occupations_confirmed && known.written.occupations == content.occupations;
            carry_out(exchange, &unit, &mut known, ProgrammeCommand::Write, false).await?;
            known
        }
        None => {
            if programmes::count_of(unit.conn(), college).await? >= limits::PROGRAMMES {
                return Err(ExchangeError::NotNow("the college has as many programmes as it can".to_owned()));
            }
            let made = ProgrammeRecord {
                id: ProgrammeId(unit.uuid()),
                college,
                state: ProgrammeState::Draft,
                written: ProgrammeContent::default(),
                shown: None,
                version: 1,
                created_by: actor.person(),
                created_at: unit.now(),
                updated_at: unit.now(),
                published_at: None,
            };
            programmes::insert(&unit, &made).await?;
            begin::<ProgrammeLife>(&unit, (Entity::Programme, made.id.0));
            made
        }
    };
    programme.written = content;
    if submit {
        carry_out(exchange, &unit, &mut programme, ProgrammeCommand::Submit, false).await?;
    }
    programmes::update(&unit, &mut programme).await?;
    unit.save().await?;
    Ok(programme.id)
}

/// A college's own command: hand in, close, open again.
pub async fn command(exchange: &Exchange, actor: &Actor, id: ProgrammeId, command: ProgrammeCommand) -> Result<()> {
    allows(actor, Action::WriteProgrammes)?;
    let unit = exchange.begin(actor).await?;
    let known = programmes::find_of(unit.conn(), own_college(actor)?, id).await?;
    let mut programme = known.ok_or_else(|| ExchangeError::not_ones_own("programme"))?;
    carry_out(exchange, &unit, &mut programme, command, false).await?;
    programmes::update(&unit, &mut programme).await?;
    unit.save().await?;
    Ok(())
}

/// Decides a command by the table and puts the programme where it goes. The caller writes the record.
async fn carry_out(exchange: &Exchange, unit: &Unit, programme: &mut ProgrammeRecord, command: ProgrammeCommand, has_reasons: bool) -> Result<()> {
    let college = organisations::find_in(unit, programme.college).await?;
    let subject = (Entity::Programme, programme.id.0);
    let moved = step::<ProgrammeLife>(
        unit,
        subject,
        programme.state,
        command,
        |guard| match guard {
            ProgrammeGuard::Complete => programme.written.missing().is_empty(),
            ProgrammeGuard::Verified => college.state == OrganisationState::Verified,
            ProgrammeGuard::ReasonGiven => has_reasons,
        },
        None,
    )?;
    programme.state = moved.to;
    for event in moved.events {
        match event {
            ProgrammeEvent::CaseOpened => {
                let findings = programme.written.findings();
                moderation::open_case(exchange, unit, CaseKind::Programme, Entity::Programme, programme.id.0, Some(programme.college), findings).await?;
            }
            ProgrammeEvent::CaseEnded => moderation::cancel_open_case(unit, Entity::Programme, programme.id.0).await?,
            ProgrammeEvent::Shown => {
                programme.written.occupations_confirmed = true;
                programme.shown = Some(programme.written.clone());
                programme.published_at = programme.published_at.or(Some(unit.now()));
            }
            ProgrammeEvent::Hidden => programme.shown = None,
            ProgrammeEvent::CollegeTold => unit.enqueue(jobs::tell_of_programme(programme.id, command)),
        }
    }
    Ok(())
}

/// What an officer's decision does to a programme.
pub(crate) async fn decided(exchange: &Exchange, unit: &Unit, case: &CaseRecord, decision: &Decision) -> Result<()> {
    let known = programmes::find(unit.conn(), ProgrammeId(case.subject)).await?;
    let mut programme = known.ok_or(ExchangeError::NotFound)?;
    let command = match decision.outcome {
        Outcome::Approved => ProgrammeCommand::Publish,
        _ => ProgrammeCommand::Return,
    };
    carry_out(exchange, unit, &mut programme, command, !decision.reasons.is_empty()).await?;
    programmes::update(unit, &mut programme).await?;
    Ok(())
}

/// An officer corrects what a programme leads to, in both of its texts.
pub async fn correct_occupations(exchange: &Exchange, actor: &Actor, id: ProgrammeId, occupations: Vec<String>) -> Result<()> {
    allows(actor, Action::Broker)?;
    let known: Vec<String> = occupations.into_iter().filter(|code| exchange.reference.occupation(code).is_some()).collect();
    if known.is_empty() || known.len() > limits::OCCUPATIONS {
        return Err(ExchangeError::NotNow("one to ten occupations of the list".to_owned()));
    }
    let unit = exchange.begin(actor).await?;
    let mut programme = programmes::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    let details = serde_json::json!({ "before": programme.written.occupations, "after": known });
    for text in [Some(&mut programme.written), programme.shown.as_mut()].into_iter().flatten() {
        text.occupations.clone_from(&known);
        text.occupations_confirmed = true;
    }
    programmes::update(&unit, &mut programme).await?;
    unit.audit("programme.occupations", Entity::Programme, id.0, details);
    unit.save().await?;
    Ok(())
}

/// Whether the public sees what a college teaches: only a verified one's.
pub(crate) fn is_shown(college: &sanviec_store::OrganisationRecord) -> bool {
    college.kind == OrganisationKind::College && college.state == OrganisationState::Verified
}

/// What was decided last about one's own programme: the reasons and the officer's words.
pub async fn last_decision(exchange: &Exchange, actor: &Actor, id: ProgrammeId) -> Result<Option<(Vec<Reason>, String)>> {
    one(exchange, actor, id).await?;
    let case = sanviec_store::cases::last_decision(exchange.store.reader(), Entity::Programme, id.0).await?;
    Ok(case.map(|case| (case.reasons, case.message)))
}
