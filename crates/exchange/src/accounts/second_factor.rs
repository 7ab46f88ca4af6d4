//! The second step: six digits of an authenticator (RFC 6238), or one of ten recovery codes. No time
//! step and no recovery code is taken twice.

use crate::error::{ExchangeError, Result};
use crate::{Exchange, SECURITY, jobs};
use chrono::TimeDelta;
use sanviec_domain::access::Actor;
use sanviec_domain::account::AccountChange;
use sanviec_domain::agreement::SigningFactor;
use sanviec_domain::ids::PersonId;
use sanviec_store::credentials::{self, SecondFactor};
use sanviec_store::{Entity, StoreError, Unit, people, sessions};
use sha2::{Digest, Sha256};
use totp_rs::{Builder, Secret, Totp};

/// Seconds of a step.
const STEP: u64 = 30;
/// Steps before and after the present one that count.
const SKEW: u16 = 1;
/// Wrong codes in a row before no code is looked at for a while.
const TRIES: i16 = 5;
/// For how long.
const PAUSE: TimeDelta = TimeDelta::minutes(15);
/// Recovery codes given out at once.
const CODES: u8 = 10;
/// Letters of one: 120 bits, so that a plain hash keeps it (ASVS 5.0 V6.5.2).
const LETTERS: usize = 24;
/// Letters of a group, for the eye.
const GROUP: usize = 6;
/// Letters and digits that can't be taken for one another.
const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// What an authenticator needs.
pub struct Setup {
    /// The secret, to be typed.
    pub secret: String,
    /// The same as an address, for a QR code.
    pub url: String,
}

/// Where a person's second factor stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// There is none.
    Off,
    /// A secret was made; no code has shown yet that the authenticator has it.
    Begun,
    /// On.
    On,
}

/// Where a person's second factor stands.
pub async fn standing(exchange: &Exchange, person: PersonId) -> Result<Standing> {
    let found = credentials::second_factor(exchange.store.reader(), person).await?;
    Ok(match found {
        None => Standing::Off,
        Some(factor) if factor.confirmed_at.is_none() => Standing::Begun,
        Some(_) => Standing::On,
    })
}

/// How many recovery codes a person has left.
pub async fn codes_left(exchange: &Exchange, person: PersonId) -> Result<u64> {
    Ok(credentials::recovery_codes_left(exchange.store.reader(), person).await?)
}

/// Makes a secret; it protects nothing until [`confirm`].
pub async fn begin(exchange: &Exchange, actor: &Actor) -> Result<()> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    if standing(exchange, person).await? == Standing::On {
        return Err(ExchangeError::NotNow("the second factor is on".to_owned()));
    }
    let secret = exchange.settings.vault.seal(person.0, &exchange.ids.secret()[..20], &exchange.ids.secret())?;
    let unit = exchange.begin(actor).await?;
    let record = SecondFactor {
        person,
        secret,
        confirmed_at: None,
        last_step: 0,
        failures: 0,
        locked_until: None,
        created_at: unit.now(),
    };
    credentials::begin_second_factor(&unit, &record).await?;
    unit.save().await?;
    Ok(())
}

/// What the authenticator is shown, while the second factor is begun and not confirmed.
pub async fn setup(exchange: &Exchange, actor: &Actor) -> Result<Option<Setup>> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let conn = exchange.store.reader();
    let Some(factor) = credentials::second_factor(conn, person).await?.filter(|factor| factor.confirmed_at.is_none()) else {
        return Ok(None);
    };
    let record = people::find(conn, person).await?.ok_or(ExchangeError::NotFound)?;
    let email = record.email.as_ref().map(|email| email.as_str().to_owned());
    let name = email.or_else(|| record.phone.as_ref().map(|phone| phone.as_str().to_owned())).unwrap_or_default();
    let totp = totp(exchange, &factor, &name)?;
    Ok(Some(Setup {
        secret: totp.secret().to_base32(),
        url: totp.to_url().map_err(|error| ExchangeError::Internal(error.to_string()))?,
    }))
}

/// Switches the second factor on by a first code; gives the recovery codes, which are shown once.
/// Other sessions, which never saw a second step, end.
pub async fn confirm(exchange: &Exchange, actor: &Actor, session: Option<&str>, typed: &str) -> Result<Vec<String>> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let factor = credentials::second_factor(exchange.store.reader(), person).await?;
    let factor = factor.filter(|factor| factor.confirmed_at.is_none());
    let factor = factor.ok_or_else(|| ExchangeError::NotNow("no second factor was begun".to_owned()))?;
    let unit = exchange.begin(actor).await?;
    let (unit, step) = digits(exchange, unit, &factor, typed).await?;
    let mut after = taken(&factor, step);
    after.confirmed_at = Some(unit.now());
    update(&unit, &factor, &after).await?;
    let codes = give_codes(&unit, person).await?;
    sessions::sign_out_everywhere(&unit, person, session).await?;
    unit.audit("account.second_factor_on", Entity::Person, person.0, serde_json::Value::Null);
    unit.enqueue(jobs::tell_of_account(person, AccountChange::SecondFactorOn));
    unit.save().await?;
    Ok(codes)
}

/// Proves the second step with the authenticator's digits or a recovery code.
pub async fn prove(exchange: &Exchange, person: PersonId, typed: &str) -> Result<()> {
    let unit = proved(exchange, &Actor::System, person, typed).await?;
    unit.audit("account.second_step", Entity::Person, person.0, serde_json::Value::Null);
    unit.save().await?;
    Ok(())
}

/// Gives new recovery codes for a code; the old ones are dead.
pub async fn renew_codes(exchange: &Exchange, actor: &Actor, typed: &str) -> Result<Vec<String>> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let unit = proved(exchange, actor, person, typed).await?;
    let codes = give_codes(&unit, person).await?;
    unit.audit("account.recovery_codes_renewed", Entity::Person, person.0, serde_json::Value::Null);
    unit.enqueue(jobs::tell_of_account(person, AccountChange::RecoveryCodesRenewed));
    unit.save().await?;
    Ok(codes)
}

/// Switches the second factor off for a code; other sessions end. Staff can't: for them it is
/// obligatory. `session` is the key of the one that stays.
pub async fn remove(exchange: &Exchange, actor: &Actor, session: Option<&str>, typed: &str) -> Result<()> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    if is_obligatory(exchange, person).await? {
        return Err(ExchangeError::NotNow("staff need a second factor".to_owned()));
    }
    let unit = proved(exchange, actor, person, typed).await?;
    credentials::remove_second_factor(&unit, person).await?;
    sessions::sign_out_everywhere(&unit, person, session).await?;
    unit.audit("account.second_factor_off", Entity::Person, person.0, serde_json::Value::Null);
    unit.enqueue(jobs::tell_of_account(person, AccountChange::SecondFactorOff));
    unit.save().await?;
    Ok(())
}

/// Whether this person must have a second factor: the centre's staff.
pub async fn is_obligatory(exchange: &Exchange, person: PersonId) -> Result<bool> {
    Ok(!people::staff_roles(exchange.store.reader(), person).await?.is_empty())
}

/// The unit of a person who has signed in in which a code was used up, and what kind of code it was.
pub(crate) async fn proved_as(exchange: &Exchange, actor: &Actor, typed: &str) -> Result<(Unit, SigningFactor)> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let letters = typed.chars().filter(char::is_ascii_alphanumeric).count();
    let factor = if letters == LETTERS {
        SigningFactor::RecoveryCode
    } else {
        SigningFactor::Authenticator
    };
    Ok((proved(exchange, actor, person, typed).await?, factor))
}

/// The unit in which a code was used up.
async fn proved(exchange: &Exchange, actor: &Actor, person: PersonId, typed: &str) -> Result<Unit> {
    let factor = credentials::second_factor(exchange.store.reader(), person).await?;
    let factor = factor.filter(|factor| factor.confirmed_at.is_some());
    let factor = factor.ok_or_else(|| ExchangeError::NotNow("there is no second factor".to_owned()))?;
    let unit = exchange.begin(actor).await?;
    let plain: String = typed.to_lowercase().chars().filter(char::is_ascii_alphanumeric).take(40).collect();
    if plain.len() == LETTERS && !is_locked(&unit, &factor) && credentials::use_recovery_code(&unit, person, &hash(person, &plain)).await? {
        let mut after = factor.clone();
        (after.failures, after.locked_until) = (0, None);
        update(&unit, &factor, &after).await?;
        unit.audit("account.recovery_code_used", Entity::Person, person.0, serde_json::Value::Null);
        unit.enqueue(jobs::tell_of_account(person, AccountChange::RecoveryCodeUsed));
        return Ok(unit);
    }
    let (unit, step) = digits(exchange, unit, &factor, typed).await?;
    let mut after = taken(&factor, step);
    // Sealed with the key before: with the present one from now on.
    if let Some(sealed) = exchange.settings.vault.sealed_anew(person.0, &factor.secret, &unit.secret())? {
        after.secret = sealed;
    }
    update(&unit, &factor, &after).await?;
    Ok(unit)
}

/// The step that the digits belong to. A wrong try is saved by itself, so none is free.
async fn digits(exchange: &Exchange, unit: Unit, factor: &SecondFactor, typed: &str) -> Result<(Unit, i64)> {
    if is_locked(&unit, factor) {
        tracing::warn!(target: SECURITY, event = "second_step_refused", account = %factor.person, locked = true);
        let left = factor.locked_until.map_or(PAUSE, |until| until - unit.now());
        return Err(ExchangeError::TooMany {
            retry_after_seconds: left.num_seconds().unsigned_abs().max(1),
        });
    }
    let typed: String = typed.chars().filter(char::is_ascii_digit).take(12).collect();
    let found = totp(exchange, factor, "")?.check(&typed, unit.now().timestamp().unsigned_abs());
    if let Some(step) = found.map(u64::cast_signed).filter(|step| *step > factor.last_step) {
        return Ok((unit, step));
    }
    let mut after = factor.clone();
    after.failures += 1;
    let tries_left = TRIES - after.failures;
    if tries_left <= 0 {
        (after.failures, after.locked_until) = (0, Some(unit.now() + PAUSE));
    }
    update(&unit, factor, &after).await?;
    unit.save().await?;
    tracing::warn!(target: SECURITY, event = "second_step_refused", account = %factor.person, locked = tries_left <= 0);
    match tries_left {
        ..=0 => Err(ExchangeError::TooMany {
            retry_after_seconds: PAUSE.num_seconds().unsigned_abs(),
        }),
        tries_left => Err(ExchangeError::WrongCode { tries_left }),
    }
}

fn is_locked(unit: &Unit, factor: &SecondFactor) -> bool {
    factor.locked_until.is_some_and(|until| until > unit.now())
}

fn taken(factor: &SecondFactor, step: i64) -> SecondFactor {
    SecondFactor {
        last_step: step,
        failures: 0,
        locked_until: None,
        ..factor.clone()
    }
}

/// Of two uses of one code at once the slower finds it used.
async fn update(unit: &Unit, before: &SecondFactor, after: &SecondFactor) -> Result<()> {
    match credentials::update_second_factor(unit, before, after).await {
        Err(StoreError::Conflict) => Err(ExchangeError::WrongCode {
            tries_left: TRIES - before.failures,
        }),
        other => Ok(other?),
    }
}

fn totp(exchange: &Exchange, factor: &SecondFactor, name: &str) -> Result<Totp> {
    let secret = exchange.settings.vault.open(factor.person.0, &factor.secret)?;
    let issuer = exchange.settings.site.short_name.replace(':', " ");
    let builder = Builder::new().with_secret(Secret::from(secret)).with_skew(SKEW).with_step_duration(STEP);
    let builder = builder.with_account_name(name.replace(':', " ")).with_issuer(Some(issuer));
    builder.build().map_err(|error| ExchangeError::Internal(error.to_string()))
}

async fn give_codes(unit: &Unit, person: PersonId) -> Result<Vec<String>> {
    let secret = unit.secret();
    let codes: Vec<String> = (0..CODES).map(|number| code(&secret, number)).collect();
    let hashes: Vec<String> = codes.iter().map(|code| hash(person, &code.replace('-', ""))).collect();
    credentials::set_recovery_codes(unit, person, &hashes).await?;
    Ok(codes)
}

/// "k3m9px-7w2dht-qz6nrb-u4c8ay".
fn code(secret: &[u8; 32], number: u8) -> String {
    let mut hasher = Sha256::new();
    hasher.update(secret);
    hasher.update([number]);
    let letters: Vec<char> = hasher.finalize().iter().take(LETTERS).map(|byte| char::from(ALPHABET[usize::from(byte & 31)])).collect();
    let groups: Vec<String> = letters.chunks(GROUP).map(|group| group.iter().collect()).collect();
    groups.join("-")
}

fn hash(person: PersonId, code: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(person.0.as_bytes());
    hasher.update(code.as_bytes());
    hex::encode(hasher.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recovery_codes_differ_and_can_be_read_aloud() {
        let codes: std::collections::HashSet<String> = (0..CODES).map(|number| code(&[9; 32], number)).collect();
        assert_eq!(codes.len(), usize::from(CODES));
        for code in codes {
            assert!(code.len() == LETTERS + 3 && !code.contains(['l', 'o', '0', '1']), "{code}");
        }
    }
}
