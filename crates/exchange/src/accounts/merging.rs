//! Two accounts of one person become one. The person proves to have both (signed in to the one that
//! stays, a code sent to the other), sees what would happen, and says yes. What can't be proved any more
//! an administrator does, for a reason ([`crate::admin::merging`]).
//!
//! The account that goes must not open more than the one that stays: one with a second step or a role at
//! the centre stays, and the other is merged into it.

use super::codes::{self, Purpose, Target};
use super::second_factor::{self, Standing};
use crate::error::{ExchangeError, Result};
use crate::{Exchange, SECURITY, applications, jobs};
use sanviec_domain::access::Actor;
use sanviec_domain::account::AccountChange;
use sanviec_domain::application::ApplicationCommand;
use sanviec_domain::ids::{CodeId, PersonId};
use sanviec_domain::language::Locale;
use sanviec_domain::lifecycle::Party;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::merged_people::{self, PersonBelongings};
use sanviec_store::people::{self, PersonRecord};
use sanviec_store::{ChangeKind, Entity, Unit, credentials, sessions};
use serde_json::json;

/// Why two accounts can't be merged.
#[derive(Debug, thiserror::Error)]
pub enum MergeError {
    /// Both are the same account.
    #[error("one and the same account")]
    Same,
    /// Nobody is known under the contact.
    #[error("nobody is known there")]
    Nobody,
    /// The account that would go has a second step or a role at the centre.
    #[error("the other account has to stay")]
    OtherStays,
    /// Something else.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
}

impl From<sanviec_store::StoreError> for MergeError {
    fn from(error: sanviec_store::StoreError) -> Self {
        Self::Exchange(error.into())
    }
}

/// Sends a code to a contact of the other account. The answer is the same whether anybody has it.
pub async fn begin(exchange: &Exchange, actor: &Actor, other: Target, locale: Locale) -> Result<CodeId> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    codes::send(exchange, other, Purpose::Merge, json!(person), locale).await
}

/// Proves the code; answers with the other account.
pub async fn prove(exchange: &Exchange, actor: &Actor, code: CodeId, typed: &str) -> std::result::Result<PersonId, MergeError> {
    let (unit, proved) = codes::prove(exchange, code, Purpose::Merge, typed).await?;
    let asked: Option<PersonId> = serde_json::from_value(proved.payload).ok();
    if asked.is_none() || asked != actor.person() {
        tracing::warn!(target: SECURITY, event = "code_of_another", account = ?asked);
        return Err(ExchangeError::DeadCode.into());
    }
    let other = match &proved.target {
        Target::Phone(phone) => people::by_phone(unit.conn(), phone).await?,
        Target::Email(email) => people::by_email(unit.conn(), email).await?,
    };
    unit.save().await?;
    Ok(other.ok_or(MergeError::Nobody)?.id)
}

/// What a merger would do.
#[derive(Debug)]
pub struct MergePreview {
    /// The account that goes.
    pub from: PersonRecord,
    /// The one that stays.
    pub into: PersonRecord,
    /// What moves.
    pub belongings: PersonBelongings,
}

/// Looks at a merger.
pub async fn preview(exchange: &Exchange, from: PersonId, into: PersonId) -> std::result::Result<MergePreview, MergeError> {
    let conn = exchange.store.reader();
    let (from, into) = may_merge(exchange, from, into).await?;
    let belongings = merged_people::belongings(conn, from.id, into.id).await?;
    Ok(MergePreview { from, into, belongings })
}

async fn may_merge(exchange: &Exchange, from: PersonId, into: PersonId) -> std::result::Result<(PersonRecord, PersonRecord), MergeError> {
    let conn = exchange.store.reader();
    if from == into {
        return Err(MergeError::Same);
    }
    for id in [from, into] {
        if merged_people::current(conn, id).await? != id {
            return Err(MergeError::Same);
        }
    }
    let has_role = !people::staff_roles(conn, from).await?.is_empty();
    if has_role || second_factor::standing(exchange, from).await? == Standing::On {
        return Err(MergeError::OtherStays);
    }
    let find = async |id| Ok::<_, MergeError>(people::find(conn, id).await?.ok_or(ExchangeError::NotFound)?);
    Ok((find(from).await?, find(into).await?))
}

/// Merges one's own two accounts.
pub async fn merge(exchange: &Exchange, actor: &Actor, from: PersonId) -> std::result::Result<(), MergeError> {
    let into = actor.person().ok_or(ExchangeError::SignInFirst)?;
    carry_out(exchange, actor, from, into, None).await
}

/// Merges two accounts as one unit.
pub(crate) async fn carry_out(exchange: &Exchange, actor: &Actor, from: PersonId, into: PersonId, reason: Option<&str>) -> std::result::Result<(), MergeError> {
    let (mut old, mut new) = may_merge(exchange, from, into).await?;
    let unit = exchange.begin(actor).await?;
    if merged_people::current(unit.conn(), from).await? != from || merged_people::current(unit.conn(), into).await? != into {
        return Err(ExchangeError::Conflict.into());
    }
    let belongings = merged_people::belongings(unit.conn(), from, into).await?;
    withdraw_twice(&unit, &belongings).await?;
    let memberships = people::memberships_of(unit.conn(), from).await?;
    let there = people::memberships_of(unit.conn(), into).await?;
    merged_people::merge(&unit, from, into).await?;
    for membership in &memberships {
        let known = there.iter().find(|known| known.organisation == membership.organisation);
        // The greater role of the two; the vocabulary names the greatest first.
        if known.is_none_or(|known| membership.role < known.role) {
            people::add_member(&unit, into, membership.organisation, membership.role).await?;
        }
    }
    // What the one that stays lacks it takes over; what both have goes on leading to it.
    if new.phone.is_none() {
        new.phone = old.phone.take();
    }
    if new.email.is_none() {
        new.email = old.email.take();
    }
    new.name = new.name.or_else(|| old.name.clone());
    new.birth_year = new.birth_year.or(old.birth_year);
    people::update(&unit, &old).await?;
    people::update(&unit, &new).await?;
    credentials::remove_password(&unit, from).await?;
    credentials::remove_second_factor(&unit, from).await?;
    credentials::end_links(&unit, from).await?;
    sessions::sign_out_everywhere(&unit, from, None).await?;
    let organisations: Vec<_> = memberships.iter().map(|m| json!({ "organisation": m.organisation, "role": m.role.key() })).collect();
    let details = json!({ "into": into, "applications": belongings.applications, "withdrawn": belongings.twice, "memberships": organisations, "reason": reason });
    unit.audit("account.merged", Entity::Person, from.0, details);
    for person in [from, into] {
        unit.changed(Entity::Person, person.0, ChangeKind::Put);
    }
    unit.enqueue(jobs::tell_of_account(into, AccountChange::AccountsMerged));
    unit.save().await?;
    Ok(())
}

/// Of two applications for one vacancy the one of the account that stays goes on; the other is taken
/// back, as its sender could do.
async fn withdraw_twice(unit: &Unit, belongings: &PersonBelongings) -> Result<()> {
    for id in &belongings.twice {
        let Some(mut application) = sanviec_store::applications::find(unit.conn(), *id).await? else {
            continue;
        };
        match applications::answer::move_on(unit, &mut application, ApplicationCommand::Withdraw, Party::Seeker, None).await {
            // It had ended already.
            Err(ExchangeError::NotNow(_)) => {}
            other => other?,
        }
    }
    Ok(())
}
