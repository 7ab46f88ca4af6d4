//! Signing in with a password, and setting, changing and removing one.

use super::strength::{self, Weakness};
use crate::accounts::codes::Target;
use crate::error::{ExchangeError, Result};
use crate::limits::{self, Limited, Subject};
use crate::{Exchange, SECURITY, jobs};
use sanviec_domain::access::Actor;
use sanviec_domain::account::AccountChange;
use sanviec_domain::ids::PersonId;
use sanviec_store::people::PersonRecord;
use sanviec_store::{Entity, Unit, credentials, people, sessions};
use unicode_normalization::UnicodeNormalization;

/// Why a password was not set.
#[derive(Debug, thiserror::Error)]
pub enum SetError {
    /// The new one is too weak.
    #[error("too weak: {0:?}")]
    Weak(Weakness),
    /// The one given as the present one is not.
    #[error("not the present password")]
    WrongCurrent,
    /// Something else.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
}

impl From<sanviec_store::StoreError> for SetError {
    fn from(error: sanviec_store::StoreError) -> Self {
        Self::Exchange(error.into())
    }
}

/// The same password typed on another keyboard is the same bytes; nothing else about it is changed.
pub(super) fn normal(typed: &str) -> String {
    typed.nfc().collect()
}

/// The person that a number or an address and a password belong to. The answer to a wrong password
/// and to an unknown account is the same, and takes as long. Tries are counted by what was typed as the
/// number or address, whoever it belongs to.
pub async fn sign_in(exchange: &Exchange, contact: &Target, typed: &str) -> Result<Option<PersonId>> {
    limits::count(exchange, Limited::SignIn, Subject::Contact(contact.as_str())).await?;
    let conn = exchange.store.reader();
    let person = match contact {
        Target::Phone(phone) => people::by_phone(conn, phone).await?,
        Target::Email(email) => people::by_email(conn, email).await?,
    };
    // Asked for in either case, so that both ways cost the same look-ups.
    let id = person.as_ref().map_or(PersonId(uuid::Uuid::nil()), |person| person.id);
    let hash = credentials::password_of(conn, id).await?;
    let too_long = typed.chars().count() > strength::LONGEST;
    let typed = if too_long { String::new() } else { normal(typed) };
    if !exchange.hasher().verify(typed, hash).await? {
        tracing::warn!(target: SECURITY, event = "sign_in_refused", by = "password", account = %id);
        return Ok(None);
    }
    let unit = exchange.begin(&Actor::System).await?;
    unit.audit("account.sign_in", Entity::Person, id.0, serde_json::json!({ "by": "password" }));
    unit.save().await?;
    Ok(Some(id))
}

/// Whether a password is the person's. Whoever found a session open can't try out many.
pub async fn is_right(exchange: &Exchange, person: PersonId, typed: &str) -> Result<bool> {
    limits::count(exchange, Limited::SignIn, Subject::Account(person)).await?;
    let hash = credentials::password_of(exchange.store.reader(), person).await?;
    let is_right = exchange.hasher().verify(normal(typed), hash).await?;
    if !is_right {
        tracing::warn!(target: SECURITY, event = "password_refused", account = %person);
    }
    Ok(is_right)
}

/// Sets or changes the password of whoever asks. Who has one gives it; every other session of the
/// person ends. `session` is the key of the one that stays.
pub async fn change(exchange: &Exchange, actor: &Actor, session: Option<&str>, current: &str, new: &str) -> std::result::Result<(), SetError> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let has_one = credentials::password_of(exchange.store.reader(), person).await?.is_some();
    if has_one && !is_right(exchange, person, current).await? {
        return Err(SetError::WrongCurrent);
    }
    let hash = judged_hash(exchange, person, new).await?;
    let unit = exchange.begin(actor).await?;
    set(&unit, person, &hash, session).await?;
    unit.save().await.map_err(ExchangeError::from)?;
    Ok(())
}

/// Takes the password of whoever asks away; codes go on working.
pub async fn remove(exchange: &Exchange, actor: &Actor, session: Option<&str>, current: &str) -> std::result::Result<(), SetError> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    if !is_right(exchange, person, current).await? {
        return Err(SetError::WrongCurrent);
    }
    let unit = exchange.begin(actor).await?;
    credentials::remove_password(&unit, person).await?;
    credentials::end_links(&unit, person).await?;
    sessions::sign_out_everywhere(&unit, person, session).await?;
    unit.audit("account.password_removed", Entity::Person, person.0, serde_json::Value::Null);
    unit.enqueue(jobs::tell_of_account(person, AccountChange::PasswordRemoved));
    unit.save().await.map_err(ExchangeError::from)?;
    Ok(())
}

/// The hash of a new password that is good enough for this person.
pub(super) async fn judged_hash(exchange: &Exchange, person: PersonId, new: &str) -> std::result::Result<String, SetError> {
    let record = people::find(exchange.store.reader(), person).await?.ok_or(ExchangeError::NotFound)?;
    let own = own_words(exchange, &record).await?;
    let new = normal(new);
    let judged = new.clone();
    exchange.hasher().run(move || strength::judge(&judged, &own)).await?.map_err(SetError::Weak)?;
    let salt: [u8; 16] = exchange.ids.secret()[..16].try_into().expect("sixteen of thirty-two bytes");
    Ok(exchange.hasher().hash(new, salt).await?)
}

/// Writes a password: links that would set one are dead, other sessions end, the person is told.
pub(super) async fn set(unit: &Unit, person: PersonId, hash: &str, session: Option<&str>) -> Result<()> {
    credentials::set_password(unit, person, hash).await?;
    credentials::end_links(unit, person).await?;
    sessions::sign_out_everywhere(unit, person, session).await?;
    unit.audit("account.password_set", Entity::Person, person.0, serde_json::Value::Null);
    unit.enqueue(jobs::tell_of_account(person, AccountChange::PasswordSet));
    Ok(())
}

/// What somebody who knows the person would try.
async fn own_words(exchange: &Exchange, person: &PersonRecord) -> Result<Vec<String>> {
    let site = &exchange.settings.site;
    let mut own = vec![
        site.name.clone(),
        site.short_name.clone(),
        site.centre.clone(),
        site.province.clone(),
        site.base_url.clone(),
    ];
    own.extend(person.name.as_ref().map(ToString::to_string));
    own.extend(person.phone.as_ref().map(|phone| phone.as_str().to_owned()));
    own.extend(person.email.as_ref().map(|email| email.as_str().to_owned()));
    own.extend(person.birth_year.map(|year| year.to_string()));
    let memberships = people::memberships_of(exchange.store.reader(), person.id).await?;
    own.extend(memberships.into_iter().map(|membership| membership.name));
    Ok(own)
}
