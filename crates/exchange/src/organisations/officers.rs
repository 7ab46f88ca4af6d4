//! What officers do with organisations besides deciding their cases: find them, give one without an
//! owner an owner, merge two that are one body.

use super::joining;
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::contact::{CitizenNumber, TaxCode};
use sanviec_domain::ids::{CaseId, OrganisationId, PersonId};
use sanviec_domain::moderation::{CaseKind, Outcome, Reason};
use sanviec_domain::organisation::{MemberRole, OrganisationCommand, OrganisationState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::history::HistoryLine;
use sanviec_store::joining::JoinRequestRecord;
use sanviec_store::organisation_facts::{self, Belongings, Proposal};
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::{ChangeKind, Entity, PersonRecord};
use std::collections::BTreeMap;

/// The most rows of a list.
const ROWS: u64 = 50;

/// What waits about organisations, and what was looked for.
pub struct Overview {
    /// What was looked for.
    pub found: Vec<OrganisationRecord>,
    /// Organisations somebody asks to join whose owners are silent.
    pub joins: Vec<OrganisationRecord>,
    /// Organisations with members and no owner.
    pub ownerless: Vec<OrganisationRecord>,
}

/// The officers' list.
pub async fn overview(exchange: &Exchange, actor: &Actor, written: &str) -> Result<Overview> {
    allows(actor, Action::ReadQueue)?;
    let conn = exchange.store.reader();
    let mut asked: Vec<OrganisationId> = sanviec_store::joining::escalated(conn, ROWS).await?.iter().map(|request| request.organisation).collect();
    asked.sort();
    asked.dedup();
    Ok(Overview {
        found: if written.trim().is_empty() {
            Vec::new()
        } else {
            organisation_facts::search(conn, written.trim(), ROWS).await?
        },
        joins: sanviec_store::organisations::many(conn, &asked).await?,
        ownerless: organisation_facts::ownerless(conn, ROWS).await?,
    })
}

/// One organisation as an officer sees it.
pub struct OrganisationView {
    /// The record.
    pub organisation: OrganisationRecord,
    /// Who belongs to it.
    pub members: Vec<(PersonRecord, MemberRole)>,
    /// Who asks to join.
    pub joins: Vec<(JoinRequestRecord, PersonRecord)>,
    /// What has happened to it.
    pub history: Vec<HistoryLine>,
    /// Its decided cases, by outcome.
    pub decided: BTreeMap<Outcome, u64>,
    /// The case that waits.
    pub case: Option<CaseId>,
    /// Where it was merged into.
    pub merged_into: Option<OrganisationRecord>,
}

/// One organisation.
pub async fn view(exchange: &Exchange, actor: &Actor, id: OrganisationId) -> Result<OrganisationView> {
    allows(actor, Action::ReadQueue)?;
    let conn = exchange.store.reader();
    let merged_into = match organisation_facts::merged_into(conn, id).await? {
        Some(into) => Some(super::find(exchange, into).await?),
        None => None,
    };
    Ok(OrganisationView {
        organisation: super::find(exchange, id).await?,
        members: sanviec_store::people::members_of(conn, id).await?,
        joins: joining::of(exchange, id).await?,
        history: sanviec_store::history::of(conn, Entity::Organisation, id.0).await?,
        decided: sanviec_store::cases::outcomes_of(conn, id).await?,
        case: sanviec_store::cases::open_for(conn, Entity::Organisation, id.0)
            .await?
            .filter(|case| case.kind == CaseKind::Organisation)
            .map(|case| case.id),
        merged_into,
    })
}

/// What an officer who verifies sees beside the record: the name that waits, a person's number.
pub async fn facts(exchange: &Exchange, actor: &Actor, id: OrganisationId) -> Result<(Option<Proposal>, Option<CitizenNumber>)> {
    allows(actor, Action::ReadQueue)?;
    let conn = exchange.store.reader();
    let citizen = if allows(actor, Action::Decide).is_ok() {
        organisation_facts::citizen_of(conn, id).await?
    } else {
        None
    };
    Ok((organisation_facts::proposal_of(conn, id).await?, citizen))
}

/// Makes a member an owner, for a reason.
pub async fn make_owner(exchange: &Exchange, actor: &Actor, id: OrganisationId, person: PersonId, reason: &str) -> Result<()> {
    allows(actor, Action::Decide)?;
    let unit = exchange.begin(actor).await?;
    let organisation = super::find_in(&unit, id).await?;
    let members = sanviec_store::people::members_of(unit.conn(), id).await?;
    if !members.iter().any(|(member, _)| member.id == person) {
        return Err(ExchangeError::NotFound);
    }
    sanviec_store::people::add_member(&unit, person, id, MemberRole::Owner).await?;
    sanviec_store::organisations::update(&unit, &organisation).await?;
    let reason: String = sanviec_domain::text::tidy(reason).chars().take(500).collect();
    let state = organisation.state.key();
    unit.history(Entity::Organisation, id.0, Some(state), "make_owner", state, Some(reason.clone()));
    unit.audit(
        "organisation.make_owner",
        Entity::Organisation,
        id.0,
        serde_json::json!({ "person": person, "reason": reason }),
    );
    unit.changed(Entity::Organisation, id.0, ChangeKind::Put);
    unit.save().await?;
    Ok(())
}

/// What a merger would do.
pub struct MergePreview {
    /// The one that goes.
    pub from: OrganisationRecord,
    /// The one that stays.
    pub into: OrganisationRecord,
    /// What moves.
    pub belongings: Belongings,
}

/// Looks at a merger: the organisation that goes, and the tax code of the one that stays.
pub async fn preview(exchange: &Exchange, actor: &Actor, from: OrganisationId, into: &TaxCode) -> Result<MergePreview> {
    allows(actor, Action::Decide)?;
    let conn = exchange.store.reader();
    let from = super::find(exchange, from).await?;
    let into = sanviec_store::organisations::by_tax_code(conn, into).await?.ok_or(ExchangeError::NotFound)?;
    may_merge(&from, &into)?;
    let belongings = organisation_facts::belongings(conn, from.id, into.id).await?;
    Ok(MergePreview { from, into, belongings })
}

fn may_merge(from: &OrganisationRecord, into: &OrganisationRecord) -> Result<()> {
    if from.id == into.id || from.kind != into.kind {
        return Err(ExchangeError::NotFound);
    }
    Ok(())
}

/// Merges one organisation into another as one unit. `versions` are those that were previewed; where
/// one has changed since, nothing happens.
pub async fn merge(exchange: &Exchange, actor: &Actor, from: OrganisationId, into: OrganisationId, versions: (i64, i64), reason: &str) -> Result<()> {
    allows(actor, Action::Decide)?;
    let unit = exchange.begin(actor).await?;
    let (old, new) = (super::find_in(&unit, from).await?, super::find_in(&unit, into).await?);
    may_merge(&old, &new)?;
    if (old.version, new.version) != versions
        || organisation_facts::merged_into(unit.conn(), from).await?.is_some()
        || organisation_facts::merged_into(unit.conn(), into).await?.is_some()
    {
        return Err(ExchangeError::Conflict);
    }
    // Nobody is told by the old organisation's letters: its members are the new one's.
    crate::moderation::cancel_open_case(&unit, Entity::Organisation, from.0).await?;
    let mut old = old;
    let before = old.state;
    let closing = match before {
        OrganisationState::Verified => Some(OrganisationCommand::Suspend),
        OrganisationState::Pending => Some(OrganisationCommand::Refuse),
        OrganisationState::Refused | OrganisationState::Suspended => None,
    };
    if let Some(command) = closing {
        old.state = sanviec_domain::lifecycle::decide::<sanviec_domain::organisation::OrganisationLife>(before, command, actor.party(), |_| true)?.to;
    }
    sanviec_store::organisations::update(&unit, &old).await?;
    sanviec_store::organisations::update(&unit, &new).await?;
    let reason: String = sanviec_domain::text::tidy(reason).chars().take(500).collect();
    let members = sanviec_store::people::members_of(unit.conn(), from).await?;
    let there = sanviec_store::people::members_of(unit.conn(), into).await?;
    crate::partnerships::end_doubles(&unit, from, into).await?;
    let moved = organisation_facts::merge(&unit, from, into).await?;
    let mut people = Vec::with_capacity(members.len());
    for (person, role) in &members {
        people.push(serde_json::json!({ "person": person.id, "role": role.key() }));
        let known = there.iter().find(|(other, _)| other.id == person.id).map(|(_, role)| *role);
        // The greater role of the two; the vocabulary names the greatest first.
        if known.is_none_or(|known| *role < known) {
            sanviec_store::people::add_member(&unit, person.id, into, *role).await?;
        }
    }
    unit.history(
        Entity::Organisation,
        from.0,
        Some(before.key()),
        "merge",
        old.state.key(),
        Some(format!("{into}: {reason}")),
    );
    unit.history(
        Entity::Organisation,
        into.0,
        Some(new.state.key()),
        "merge",
        new.state.key(),
        Some(format!("{from}: {reason}")),
    );
    let details = serde_json::json!({ "into": into, "vacancies": moved.len(), "members": people, "reason": reason });
    unit.audit("organisation.merge", Entity::Organisation, from.0, details);
    unit.changed(Entity::Organisation, from.0, ChangeKind::Put);
    unit.changed(Entity::Organisation, into.0, ChangeKind::Put);
    for vacancy in moved {
        unit.changed(Entity::Vacancy, vacancy.0, ChangeKind::Put);
    }
    unit.save().await?;
    Ok(())
}

/// Where a public page that is gone has moved to.
pub async fn moved_to(exchange: &Exchange, id: OrganisationId) -> Result<Option<OrganisationRecord>> {
    match organisation_facts::merged_into(exchange.store.reader(), id).await? {
        Some(into) => Ok(Some(super::public(exchange, into).await?)),
        None => Ok(None),
    }
}

/// The reasons an officer chooses from.
pub const REASONS: &[Reason] = &Reason::OF_ORGANISATIONS;
