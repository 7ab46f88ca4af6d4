//! One-time codes: six digits, five minutes, five tries, one use. The code itself is never stored,
//! only a hash salted with its id; what waits for the proof (an application) lies beside it.

use crate::error::{ExchangeError, Result};
use crate::limits::{self, Limited, Subject};
use crate::messages;
use crate::{Exchange, SECURITY};
use chrono::TimeDelta;
use sanviec_domain::access::Actor;
pub use sanviec_domain::access::CodePurpose as Purpose;
use sanviec_domain::contact::{Email, Phone};
use sanviec_domain::ids::{CodeId, MessageId};
use sanviec_domain::language::Locale;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_render::mail::Notice;
use sanviec_store::Unit;
use sanviec_store::codes::CodeRecord;
use sanviec_store::messages::Channel;
use sha2::{Digest, Sha256};

/// How long a code lives.
pub const LIFE: TimeDelta = TimeDelta::minutes(5);
/// Wrong tries before a code is dead.
pub const TRIES: i16 = 5;

/// Where a code goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// By SMS.
    Phone(Phone),
    /// By e-mail.
    Email(Email),
}

impl Target {
    /// As stored.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Phone(phone) => phone.as_str(),
            Self::Email(email) => email.as_str(),
        }
    }

    fn parse(stored: &str) -> Option<Self> {
        if stored.contains('@') {
            stored.parse().ok().map(Self::Email)
        } else {
            stored.parse().ok().map(Self::Phone)
        }
    }
}

/// A code that was proved.
pub struct Proved {
    /// Whose it is.
    pub target: Target,
    /// What waited for it.
    pub payload: serde_json::Value,
}

/// Makes a code and sends it. Too many to one number or address are refused.
pub async fn send(exchange: &Exchange, target: Target, purpose: Purpose, payload: serde_json::Value, locale: Locale) -> Result<CodeId> {
    limits::count(exchange, Limited::Code, Subject::Contact(target.as_str())).await?;
    make(exchange, target, purpose, payload, locale).await
}

async fn make(exchange: &Exchange, target: Target, purpose: Purpose, payload: serde_json::Value, locale: Locale) -> Result<CodeId> {
    let secret = exchange.ids.secret();
    let digits = six_digits(&secret);
    let letter = messages::compose(
        exchange,
        &Notice::Code {
            code: &digits,
            minutes: LIFE.num_minutes(),
        },
        locale,
    )?;
    let unit = exchange.begin(&Actor::System).await?;
    let id = CodeId(unit.uuid());
    let record = CodeRecord {
        id,
        target: target.as_str().to_owned(),
        purpose: purpose.key().to_owned(),
        hash: hash(id, &digits),
        payload,
        tries_left: TRIES,
        expires_at: unit.now() + LIFE,
        used_at: None,
        created_at: unit.now(),
    };
    sanviec_store::codes::insert(&unit, record).await?;
    let channel = match target {
        Target::Phone(_) => Channel::Sms,
        Target::Email(_) => Channel::Email,
    };
    messages::put(&unit, message_of(id), channel, target.as_str(), locale, sanviec_store::messages::CODE, letter).await?;
    unit.save().await?;
    Ok(id)
}

/// The message that carries a code. It has the code's id, so that the digits can be taken out of it
/// once they are worth nothing.
fn message_of(code: CodeId) -> MessageId {
    MessageId(code.0)
}

/// Takes the digits of codes that have run out of their messages, and deletes the codes that ran out
/// a day ago. Answers with how many messages that were.
pub(crate) async fn sweep(exchange: &Exchange) -> Result<u64> {
    let unit = exchange.begin(&Actor::System).await?;
    let erased = sanviec_store::messages::erase_codes(&unit, unit.now() - LIFE).await?;
    sanviec_store::codes::sweep(&unit, unit.now() - TimeDelta::days(1)).await?;
    unit.save().await?;
    Ok(erased)
}

/// Proves a code and gives back the unit in which it was used up, so that what the proof allows and
/// the use of the code are one. A wrong try is counted even though nothing else happens.
pub async fn prove(exchange: &Exchange, id: CodeId, purpose: Purpose, typed: &str) -> Result<(Unit, Proved)> {
    prove_as(exchange, &Actor::System, id, purpose, typed).await
}

/// The same for what an actor does who has signed in already: the unit is theirs.
pub(crate) async fn prove_as(exchange: &Exchange, actor: &Actor, id: CodeId, purpose: Purpose, typed: &str) -> Result<(Unit, Proved)> {
    let unit = exchange.begin(actor).await?;
    let Some(mut code) = sanviec_store::codes::find(unit.conn(), id).await? else {
        tracing::warn!(target: SECURITY, event = "code_refused", purpose = purpose.key(), code = %id, dead = true);
        return Err(ExchangeError::DeadCode);
    };
    let dead = code.used_at.is_some() || code.expires_at <= unit.now() || code.tries_left <= 0 || code.purpose != purpose.key();
    if dead {
        tracing::warn!(target: SECURITY, event = "code_refused", purpose = purpose.key(), code = %id, dead);
        return Err(ExchangeError::DeadCode);
    }
    let digits: String = typed.chars().filter(char::is_ascii_digit).take(12).collect();
    if hash(id, &digits) != code.hash {
        tracing::warn!(target: SECURITY, event = "code_refused", purpose = purpose.key(), code = %id, dead);
        let before = code.clone();
        code.tries_left -= 1;
        sanviec_store::codes::update(&unit, &before, &code).await?;
        if code.tries_left <= 0 {
            sanviec_store::messages::erase_code(&unit, message_of(id), false).await?;
        }
        unit.save().await?;
        return Err(if code.tries_left <= 0 {
            ExchangeError::DeadCode
        } else {
            ExchangeError::WrongCode { tries_left: code.tries_left }
        });
    }
    let before = code.clone();
    code.used_at = Some(unit.now());
    match sanviec_store::codes::update(&unit, &before, &code).await {
        // The button was pressed twice, and the other press was faster.
        Err(sanviec_store::StoreError::Conflict) => return Err(ExchangeError::DeadCode),
        other => other?,
    }
    sanviec_store::messages::erase_code(&unit, message_of(id), true).await?;
    let target = Target::parse(&code.target).ok_or(ExchangeError::DeadCode)?;
    Ok((unit, Proved { target, payload: code.payload }))
}

/// Sends a new code for what an earlier one was asked for; the earlier one is dead.
pub async fn resend(exchange: &Exchange, id: CodeId, locale: Locale) -> Result<CodeId> {
    // Counted first: who is over the limit keeps the code there is.
    if let Some(target) = target_of(exchange, id).await? {
        limits::count(exchange, Limited::Code, Subject::Contact(target.as_str())).await?;
    }
    let unit = exchange.begin(&Actor::System).await?;
    let mut code = sanviec_store::codes::find(unit.conn(), id).await?.ok_or(ExchangeError::DeadCode)?;
    let (Some(target), Some(purpose)) = (Target::parse(&code.target), Purpose::from_key(&code.purpose)) else {
        return Err(ExchangeError::DeadCode);
    };
    // What was proved is done, and what was asked for yesterday is forgotten.
    if code.used_at.is_some() || code.created_at + TimeDelta::hours(1) < unit.now() {
        return Err(ExchangeError::DeadCode);
    }
    let before = code.clone();
    code.used_at = Some(unit.now());
    sanviec_store::codes::update(&unit, &before, &code).await?;
    sanviec_store::messages::erase_code(&unit, message_of(id), false).await?;
    unit.audit("code.resend", sanviec_store::Entity::Message, id.0, serde_json::Value::Null);
    unit.save().await?;
    make(exchange, target, purpose, code.payload, locale).await
}

/// Where a code was sent, for the page that asks for it ("09•• ••• 678"); `None` when it is gone.
pub async fn target_of(exchange: &Exchange, id: CodeId) -> Result<Option<Target>> {
    Ok(sanviec_store::codes::find(exchange.store.reader(), id).await?.and_then(|code| Target::parse(&code.target)))
}

fn six_digits(secret: &[u8; 32]) -> String {
    let number = u64::from_be_bytes(secret[..8].try_into().expect("eight of thirty-two bytes")) % 1_000_000;
    format!("{number:06}")
}

fn hash(id: CodeId, digits: &str) -> String {
    let mut hasher = Sha256::new();
    hasher.update(id.0.as_bytes());
    hasher.update(digits.as_bytes());
    hex::encode(hasher.finalize())
}
