//! Writing a vacancy: a draft is saved as it is, at each step; submitting it opens a case.

use super::change::{Facts, settle};
use super::{Verdict, employer_of, guard_holds, judge, trusted};
use crate::error::{ExchangeError, Result};
use crate::program::webhooks::{self, Happened};
use crate::{Exchange, jobs, moderation, organisations};
use chrono::Days;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::{OrganisationId, VacancyId, VacancyNumber};
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::moderation::CaseKind;
use sanviec_domain::program::KeyMode;
use sanviec_domain::vacancy::{RecruitContact, VacancyCommand, VacancyContent, VacancyLife, VacancyState};
use sanviec_domain::vocabulary::{Vocabulary, WorkTime};
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::{Entity, Unit};

/// What a new posting says before anybody writes: place and contact as in the employer's latest one, or
/// as it registered; full time; open for the usual time.
pub async fn begin(exchange: &Exchange, actor: &Actor) -> Result<VacancyContent> {
    let latest = super::read::own_list(exchange, actor, None, None, 1).await?.into_iter().next();
    let (place, contact) = match latest {
        Some(latest) => (latest.content.place, latest.content.contact),
        None => {
            let profile = organisations::own(exchange, actor).await?.profile;
            let phone = profile.representative_phone.or(profile.phone);
            let contact = profile.representative.zip(phone).map(|(name, phone)| RecruitContact {
                name,
                title: profile.representative_title,
                phone,
                email: profile.email,
                notify_sms: false,
                notify_email: false,
                other: String::new(),
            });
            (profile.place, contact)
        }
    };
    Ok(VacancyContent {
        place,
        contact,
        work_time: Some(WorkTime::FullTime),
        deadline: exchange.clock.today().checked_add_days(USUAL_DAYS),
        ..VacancyContent::default()
    })
}

/// Saves a draft: a new one, or the text of one that is being written or was returned. Anything may
/// be missing; the rules are asked when it is submitted.
pub async fn save_draft(exchange: &Exchange, actor: &Actor, id: Option<VacancyId>, mut content: VacancyContent) -> Result<VacancyId> {
    allows(actor, Action::WriteVacancies)?;
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    propose_occupation(exchange, &mut content);
    let unit = exchange.begin(actor).await?;
    let id = match id {
        Some(id) => {
            let mut vacancy = sanviec_store::vacancies::of(organisation).find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
            if !is_editable(vacancy.state) {
                return Err(ExchangeError::NotNow("only a draft or a returned vacancy can be edited".to_owned()));
            }
            vacancy.content = content;
            sanviec_store::vacancies::update(&unit, &vacancy).await?;
            id
        }
        None => {
            let vacancy = new_record(&unit, organisation, content).await?;
            let id = vacancy.id;
            sanviec_store::vacancies::insert(&unit, vacancy).await?;
            id
        }
    };
    unit.audit("vacancy.save_draft", Entity::Vacancy, id.0, serde_json::Value::Null);
    unit.save().await?;
    Ok(id)
}

/// How long a new posting is open unless its employer says otherwise.
const USUAL_DAYS: Days = Days::new(30);

/// A copy of one's own vacancy as a new draft: "Sao chép tin cũ". It is open for the usual time, and its
/// first day of work is asked for again.
pub async fn copy(exchange: &Exchange, actor: &Actor, id: VacancyId) -> Result<VacancyId> {
    let mut content = super::read::own(exchange, actor, id).await?.vacancy.content;
    content.deadline = exchange.clock.today().checked_add_days(USUAL_DAYS);
    content.starts = None;
    save_draft(exchange, actor, None, content).await
}

/// Whether the text can be written over without a moderator: it is not public and not in the queue.
pub fn is_editable(state: VacancyState) -> bool {
    matches!(state, VacancyState::Draft | VacancyState::Returned | VacancyState::Expired)
}

/// Hands a vacancy to the centre. Every error of the text comes back at its field; the findings that
/// are not certain go to the moderator. Answers with where it stands: of an employer whom the centre
/// trusts it is published at once.
pub async fn submit(exchange: &Exchange, actor: &Actor, id: VacancyId) -> Result<VacancyState> {
    submit_as(exchange, actor, id, None).await
}

/// Submits or renews; without a command, whichever the state asks for.
pub(super) async fn submit_as(exchange: &Exchange, actor: &Actor, id: VacancyId, command: Option<VacancyCommand>) -> Result<VacancyState> {
    allows(actor, Action::WriteVacancies)?;
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    let unit = exchange.begin(actor).await?;
    let mut vacancy = sanviec_store::vacancies::of(organisation).find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    let employer = employer_of(unit.conn(), organisation).await?;
    let command = command.unwrap_or_else(|| usual_command(vacancy.state));
    submit_in(exchange, &unit, &mut vacancy, &employer, command).await?;
    unit.save().await?;
    Ok(vacancy.state)
}

/// What handing in means in a state: one that has ended is renewed.
pub(crate) fn usual_command(state: VacancyState) -> VacancyCommand {
    if state == VacancyState::Expired {
        VacancyCommand::Renew
    } else {
        VacancyCommand::Submit
    }
}

/// Judges a vacancy and hands it in inside a unit; the moderators are told where it waits. The caller saves.
pub(crate) async fn submit_in(exchange: &Exchange, unit: &Unit, vacancy: &mut VacancyRecord, employer: &OrganisationRecord, command: VacancyCommand) -> Result<()> {
    let verdict = judge(exchange, &vacancy.content, employer);
    hand_in(exchange, unit, vacancy, employer, command, verdict).await?;
    if vacancy.state == VacancyState::Submitted {
        unit.enqueue(jobs::tell_moderators(vacancy.id));
    }
    Ok(())
}

/// Hands a vacancy in inside a unit: its new state, its history and its case, or its publication where the
/// centre trusts the employer. The caller tells the moderators and saves.
pub(crate) async fn hand_in(exchange: &Exchange, unit: &Unit, vacancy: &mut VacancyRecord, employer: &OrganisationRecord, command: VacancyCommand, verdict: Verdict) -> Result<()> {
    let complete = verdict.errors.is_empty();
    let today = unit.today();
    let decided = decide::<VacancyLife>(vacancy.state, command, Party::Owner, |guard| {
        guard_holds(guard, &vacancy.content, employer, today, Facts::complete(complete))
    });
    let moved = match decided {
        Err(sanviec_domain::lifecycle::Refused::Unmet(_)) => return Err(ExchangeError::Invalid(verdict.errors)),
        other => other?,
    };
    let mut findings = verdict.findings;
    findings.extend(super::surroundings::findings(unit, vacancy, employer).await?);
    settle(vacancy, moved.to, command, unit.now());
    *vacancy = sanviec_store::vacancies::update(unit, vacancy).await?;
    let id = vacancy.id.0;
    unit.history(Entity::Vacancy, id, Some(moved.from.key()), command.key(), moved.to.key(), None);
    unit.audit("vacancy.submit", Entity::Vacancy, id, serde_json::Value::Null);
    webhooks::tell(unit, Happened::moved(vacancy, moved.from, command, KeyMode::Live)).await?;
    if trusted::needs_no_look(employer, &findings) {
        return trusted::publish(exchange, unit, vacancy, employer, findings).await;
    }
    moderation::open_case(exchange, unit, CaseKind::Vacancy, Entity::Vacancy, id, Some(vacancy.employer), findings).await?;
    Ok(())
}

/// A new vacancy of an employer, a draft.
pub(crate) async fn new_record(unit: &Unit, employer: OrganisationId, content: VacancyContent) -> Result<VacancyRecord> {
    Ok(draft_of(unit, employer, sanviec_store::vacancies::next_number(unit).await?, content))
}

/// A draft under a number.
pub(crate) fn draft_of(unit: &Unit, employer: OrganisationId, number: VacancyNumber, content: VacancyContent) -> VacancyRecord {
    VacancyRecord {
        id: VacancyId(unit.uuid()),
        number,
        employer,
        state: VacancyState::Draft,
        content,
        external_reference: None,
        closed_reason: None,
        version: 1,
        created_by: unit.actor().person(),
        created_at: unit.now(),
        updated_at: unit.now(),
        submitted_at: None,
        published_at: None,
        closed_at: None,
    }
}

/// An occupation code from the title, until an officer confirms one.
pub(crate) fn propose_occupation(exchange: &Exchange, content: &mut VacancyContent) {
    if !content.occupation_confirmed && !content.title.is_empty() {
        content.occupation = exchange.reference.propose_occupations(&content.title, 1).into_iter().next().map(|proposal| proposal.code);
    }
}
