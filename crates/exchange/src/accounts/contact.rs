//! Another telephone number or e-mail address, proved on both ends: first a code to one the person
//! has already, then one to the new one. The old one is told.

use super::codes::{self, Purpose, Target};
use crate::error::{ExchangeError, Result};
use crate::{Exchange, SECURITY, jobs};
use sanviec_domain::access::Actor;
use sanviec_domain::account::AccountChange;
use sanviec_domain::contact::{Email, Phone};
use sanviec_domain::ids::{CodeId, PersonId};
use sanviec_domain::language::Locale;
use sanviec_store::people::PersonRecord;
use sanviec_store::{ChangeKind, Entity, StoreError, people};
use serde::{Deserialize, Serialize};

/// What waits for the codes.
#[derive(Serialize, Deserialize)]
struct Wanted {
    person: PersonId,
    contact: String,
}

/// Why a contact was not changed.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The person has it already.
    #[error("the same as before")]
    Same,
    /// There is nothing known that a code could be sent to.
    #[error("no known contact to prove")]
    NothingKnown,
    /// Another account has it.
    #[error("another account has it")]
    Taken,
    /// Something else.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
}

impl From<StoreError> for ChangeError {
    fn from(error: StoreError) -> Self {
        Self::Exchange(error.into())
    }
}

/// First end: sends a code to what the person has. The old number or address of the same kind is
/// asked first; where it can't be reached any more (`lost`), the other one.
pub async fn begin(exchange: &Exchange, actor: &Actor, new: &Target, lost: bool, locale: Locale) -> std::result::Result<CodeId, ChangeError> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let record = people::find(exchange.store.reader(), person).await?.ok_or(ExchangeError::NotFound)?;
    let (phone, email) = (record.phone.clone().map(Target::Phone), record.email.clone().map(Target::Email));
    let (same_kind, other_kind) = match new {
        Target::Phone(_) => (phone, email),
        Target::Email(_) => (email, phone),
    };
    if same_kind.as_ref() == Some(new) {
        return Err(ChangeError::Same);
    }
    let known = if lost { other_kind } else { same_kind.or(other_kind) };
    let known = known.ok_or(ChangeError::NothingKnown)?;
    let wanted = Wanted {
        person,
        contact: new.as_str().to_owned(),
    };
    Ok(codes::send(exchange, known, Purpose::ProveKnown, payload(&wanted)?, locale).await?)
}

/// Second end: the code of the known one is proved, and one goes to the new one.
pub async fn prove_known(exchange: &Exchange, actor: &Actor, code: CodeId, typed: &str, locale: Locale) -> Result<CodeId> {
    let (unit, proved) = codes::prove(exchange, code, Purpose::ProveKnown, typed).await?;
    let wanted = wanted_by(actor, proved.payload)?;
    unit.save().await?;
    let new = target(&wanted.contact).ok_or(ExchangeError::DeadCode)?;
    codes::send(exchange, new, Purpose::ProveNew, payload(&wanted)?, locale).await
}

/// Changes it, and tells the old one.
pub async fn prove_new(exchange: &Exchange, actor: &Actor, code: CodeId, typed: &str) -> std::result::Result<(), ChangeError> {
    let (unit, proved) = codes::prove(exchange, code, Purpose::ProveNew, typed).await?;
    let wanted = wanted_by(actor, proved.payload)?;
    let mut record = people::find(unit.conn(), wanted.person).await?.ok_or(ExchangeError::NotFound)?;
    let owner = match &proved.target {
        Target::Phone(phone) => people::by_phone(unit.conn(), phone).await?,
        Target::Email(email) => people::by_email(unit.conn(), email).await?,
    };
    if owner.is_some_and(|owner| owner.id != record.id) {
        // The code stays used: what it proved was answered.
        unit.save().await?;
        return Err(ChangeError::Taken);
    }
    let (change, old) = replace(&mut record, proved.target);
    match people::update(&unit, &record).await {
        Err(StoreError::Taken(_)) => return Err(ChangeError::Taken),
        other => other?,
    }
    unit.changed(Entity::Person, record.id.0, ChangeKind::Put);
    unit.audit("account.contact_changed", Entity::Person, record.id.0, serde_json::json!({ "what": change }));
    unit.enqueue(match old {
        Some(old) => jobs::tell_old_contact(record.id, change, &old),
        None => jobs::tell_of_account(record.id, change),
    });
    unit.save().await?;
    Ok(())
}

fn replace(record: &mut PersonRecord, new: Target) -> (AccountChange, Option<Target>) {
    match new {
        Target::Phone(phone) => (AccountChange::PhoneChanged, record.phone.replace(phone).map(Target::Phone)),
        Target::Email(email) => (AccountChange::EmailChanged, record.email.replace(email).map(Target::Email)),
    }
}

/// What waited for a code, if it waited for this person.
fn wanted_by(actor: &Actor, payload: serde_json::Value) -> Result<Wanted> {
    let wanted: Wanted = serde_json::from_value(payload).map_err(|_| ExchangeError::DeadCode)?;
    if actor.person() == Some(wanted.person) {
        Ok(wanted)
    } else {
        tracing::warn!(target: SECURITY, event = "code_of_another", account = %wanted.person);
        Err(ExchangeError::DeadCode)
    }
}

fn payload(wanted: &Wanted) -> Result<serde_json::Value> {
    serde_json::to_value(wanted).map_err(|error| ExchangeError::Internal(error.to_string()))
}

fn target(written: &str) -> Option<Target> {
    if written.contains('@') {
        written.parse::<Email>().ok().map(Target::Email)
    } else {
        written.parse::<Phone>().ok().map(Target::Phone)
    }
}
