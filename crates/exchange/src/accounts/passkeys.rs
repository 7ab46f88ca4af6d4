//! Passkeys (WebAuthn): a device proves that it holds a key and that its owner unlocked it. That is
//! both factors at once, so whoever signs in with one owes no second step.
//!
//! What has to be remembered between question and answer, and what is sent to and from the browser, is
//! JSON here: only this module knows the crate behind it.

use super::second_factor::{self, Standing};
use crate::error::{ExchangeError, Result};
use crate::{Exchange, SECURITY, jobs};
use sanviec_domain::access::Actor;
use sanviec_domain::account::AccountChange;
use sanviec_domain::ids::PersonId;
use sanviec_domain::text::tidy_line;
use sanviec_store::passkeys::{self, Passkey};
use sanviec_store::{Entity, StoreError};
use serde_json::Value;
use uuid::Uuid;

#[cfg(feature = "passkeys")]
#[path = "passkeys/ceremony.rs"]
mod ceremony;
#[cfg(not(feature = "passkeys"))]
#[path = "passkeys/none.rs"]
mod ceremony;

/// The most passkeys of one person.
pub const MOST: usize = 10;
/// The longest name of one, in characters.
const LONGEST_NAME: usize = 60;
/// The longest answer of a browser, in bytes.
const LONGEST_ANSWER: usize = 16 * 1024;

/// What the browser is asked, and what to remember until it answers.
pub struct Question {
    /// For the browser.
    pub options: Value,
    /// To be remembered on our side, and used once.
    pub state: Value,
}

/// Whether passkeys can be used on this site: they are part of the program, and the site has a name (a
/// passkey belongs to a domain, never to an IP address).
pub fn are_offered(exchange: &Exchange) -> bool {
    ceremony::is_possible(&exchange.settings.site)
}

/// A person's passkeys.
pub async fn list(exchange: &Exchange, actor: &Actor) -> Result<Vec<Passkey>> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    Ok(passkeys::of(exchange.store.reader(), person).await?)
}

/// Begins to add one. Staff first set the second step up that everybody among them has to have, and
/// whose recovery codes help when a device is lost.
pub async fn begin_adding(exchange: &Exchange, actor: &Actor) -> Result<Question> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    if second_factor::is_obligatory(exchange, person).await? && second_factor::standing(exchange, person).await? != Standing::On {
        return Err(ExchangeError::NotNow("the second step comes first".to_owned()));
    }
    let known = passkeys::of(exchange.store.reader(), person).await?;
    if known.len() >= MOST {
        return Err(ExchangeError::NotNow("enough passkeys".to_owned()));
    }
    let record = sanviec_store::people::find(exchange.store.reader(), person).await?.ok_or(ExchangeError::NotFound)?;
    let contact = record.email.map(String::from).or(record.phone.map(String::from)).unwrap_or_default();
    let name = record.name.map_or_else(|| contact.clone(), String::from);
    ceremony::begin_adding(&exchange.settings.site, person, &contact, &name, &known)
}

/// Adds the passkey of an answer, under a name.
pub async fn add(exchange: &Exchange, actor: &Actor, state: Value, answer: &str, name: &str) -> Result<()> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let (credential_id, credential) = ceremony::add(&exchange.settings.site, state, bounded(answer)?)?;
    let name: String = tidy_line(name).chars().take(LONGEST_NAME).collect();
    let unit = exchange.begin(actor).await?;
    if passkeys::of(unit.conn(), person).await?.len() >= MOST {
        return Err(ExchangeError::NotNow("enough passkeys".to_owned()));
    }
    let passkey = Passkey {
        id: unit.uuid(),
        credential_id,
        person,
        name,
        credential,
        created_at: unit.now(),
        last_used_at: None,
    };
    match passkeys::insert(&unit, passkey).await {
        Err(StoreError::Taken(_)) => return Err(ExchangeError::NotNow("known already".to_owned())),
        other => other?,
    }
    unit.audit("account.passkey_added", Entity::Person, person.0, Value::Null);
    unit.enqueue(jobs::tell_of_account(person, AccountChange::PasskeyAdded));
    unit.save().await?;
    Ok(())
}

/// Takes one of one's own passkeys away.
pub async fn remove(exchange: &Exchange, actor: &Actor, id: Uuid) -> Result<()> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let unit = exchange.begin(actor).await?;
    if !passkeys::remove(&unit, person, id).await? {
        return Err(ExchangeError::not_ones_own("passkey"));
    }
    unit.audit("account.passkey_removed", Entity::Person, person.0, Value::Null);
    unit.enqueue(jobs::tell_of_account(person, AccountChange::PasskeyRemoved));
    unit.save().await?;
    Ok(())
}

/// Begins to sign somebody in, whoever it is: the device knows which accounts it has keys for.
pub fn begin_sign_in(exchange: &Exchange) -> Result<Question> {
    ceremony::begin_sign_in(&exchange.settings.site)
}

/// Signs in by the answer. [`ExchangeError::DeadCode`] where it proves nothing, whatever the reason.
pub async fn sign_in(exchange: &Exchange, state: Value, answer: &str) -> Result<PersonId> {
    let proved = prove(exchange, state, answer).await;
    if matches!(proved, Err(ExchangeError::DeadCode)) {
        tracing::warn!(target: SECURITY, event = "sign_in_refused", by = "passkey");
    }
    proved
}

async fn prove(exchange: &Exchange, state: Value, answer: &str) -> Result<PersonId> {
    let answer = bounded(answer)?;
    let (credential_id, claimed) = ceremony::named(&exchange.settings.site, answer)?;
    let unit = exchange.begin(&Actor::System).await?;
    let known = passkeys::find(unit.conn(), &credential_id).await?.ok_or(ExchangeError::DeadCode)?;
    // The device says whose key it is; where accounts were merged, it still names the old one.
    let owner = sanviec_store::merged_people::current(unit.conn(), claimed).await?;
    if owner != known.person {
        return Err(ExchangeError::DeadCode);
    }
    let credential = ceremony::prove(&exchange.settings.site, state, answer, &known.credential)?;
    match passkeys::used(&unit, &known, &credential).await {
        Err(StoreError::Conflict) => return Err(ExchangeError::DeadCode),
        other => other?,
    }
    unit.audit("account.sign_in", Entity::Person, known.person.0, serde_json::json!({ "by": "passkey" }));
    unit.save().await?;
    Ok(known.person)
}

fn bounded(answer: &str) -> Result<&str> {
    if answer.len() <= LONGEST_ANSWER { Ok(answer) } else { Err(ExchangeError::DeadCode) }
}
