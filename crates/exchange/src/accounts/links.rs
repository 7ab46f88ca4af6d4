//! The link that sets a password once: thirty minutes from a letter, three days from the centre's
//! command. Only its hash is kept; opening it does nothing.

use super::passwords::{self, SetError};
use crate::error::{ExchangeError, Result};
use crate::{Exchange, SECURITY, jobs, token as tokens};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use chrono::TimeDelta;
use sanviec_domain::access::Actor;
use sanviec_domain::contact::Email;
use sanviec_domain::ids::PersonId;
use sanviec_domain::language::Locale;
use sanviec_domain::time::Instant;
use sanviec_store::people::PersonRecord;
use sanviec_store::{Entity, Unit, credentials, people};

/// How long a link in a letter can be used.
pub const LIFE: TimeDelta = TimeDelta::minutes(30);
/// How long one that the centre hands over can be used.
pub const LIFE_BY_HAND: TimeDelta = TimeDelta::days(3);
/// Links sent to one person within an hour, at most.
const AN_HOUR: u64 = 3;

/// Asks for a link. Whether anybody is known under the address is found out by the job that writes
/// the letter, so neither the answer nor the time it takes tells.
pub async fn request(exchange: &Exchange, email: &Email, locale: Locale) -> Result<()> {
    let unit = exchange.begin(&Actor::System).await?;
    unit.enqueue(jobs::send_password_link(email, locale));
    unit.save().await?;
    Ok(())
}

/// The person of an address who may be sent a link now.
pub(crate) async fn person_for(exchange: &Exchange, email: &Email) -> Result<Option<PersonRecord>> {
    let conn = exchange.store.reader();
    let Some(person) = people::by_email(conn, email).await? else { return Ok(None) };
    let sent = credentials::count_links_since(conn, person.id, exchange.now() - TimeDelta::hours(1)).await?;
    Ok((sent < AN_HOUR).then_some(person))
}

/// Something nobody can guess, and the address that carries it.
pub(crate) fn address(exchange: &Exchange, secret: &[u8; 32]) -> String {
    format!("{}/dat-mat-khau?ma={}", exchange.settings.site.base_url, BASE64.encode(secret))
}

/// Writes the link of a secret.
pub(crate) async fn put(unit: &Unit, secret: &[u8; 32], person: PersonId, expires_at: Instant) -> Result<()> {
    credentials::add_link(unit, &tokens::hash(&BASE64.encode(secret)), person, expires_at).await?;
    unit.audit("account.password_link", Entity::Person, person.0, serde_json::Value::Null);
    Ok(())
}

/// Whether a link can still be used. Changes nothing.
pub async fn is_alive(exchange: &Exchange, token: &str) -> Result<bool> {
    Ok(credentials::link_of(exchange.store.reader(), &tokens::hash(token), exchange.now()).await?.is_some())
}

/// Sets the password and uses the link up, with every other link of the person; every session ends.
/// [`ExchangeError::DeadCode`] where the link is used, too old, or none.
pub async fn set_password(exchange: &Exchange, token: &str, new: &str) -> std::result::Result<PersonId, SetError> {
    let key = tokens::hash(token);
    let found = credentials::link_of(exchange.store.reader(), &key, exchange.now()).await?;
    let Some(person) = found else {
        tracing::warn!(target: SECURITY, event = "code_refused", purpose = "password_link");
        return Err(ExchangeError::DeadCode.into());
    };
    let hash = passwords::judged_hash(exchange, person, new).await?;
    let unit = exchange.begin(&Actor::System).await?;
    if !credentials::use_links(&unit, &key, person).await? {
        return Err(ExchangeError::DeadCode.into());
    }
    passwords::set(&unit, person, &hash, None).await?;
    unit.save().await.map_err(ExchangeError::from)?;
    Ok(person)
}

/// Takes the links out of letters once they are dead, those of invitations too, and deletes links that
/// ran out a week ago.
pub(crate) async fn sweep(exchange: &Exchange) -> Result<u64> {
    let unit = exchange.begin(&Actor::System).await?;
    let erased = sanviec_store::messages::erase_links(&unit, unit.now() - LIFE).await?;
    let invitations = sanviec_store::messages::erase_invitations(&unit).await?;
    let swept = credentials::sweep_links(&unit, unit.now() - TimeDelta::days(7)).await?;
    unit.save().await?;
    Ok(erased + invitations + swept)
}
