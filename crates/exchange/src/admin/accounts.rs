//! Finding people, for a reason that is written down, and ending their sessions.

use crate::Exchange;
use crate::accounts::{self, Account};
use crate::error::{ExchangeError, Result};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::contact::{Email, Phone};
use sanviec_domain::ids::PersonId;
use sanviec_store::people::{self, PersonRecord};
use sanviec_store::sessions::{self, Device};
use sanviec_store::{Entity, Unit};
use serde_json::json;
use uuid::Uuid;

/// People found at once.
const MOST: u64 = 20;
/// The shortest reason, in characters.
pub const SHORTEST_REASON: usize = 8;
/// The longest.
pub const LONGEST_REASON: usize = 300;

/// Whether a reason says something.
pub fn is_reason(reason: &str) -> bool {
    (SHORTEST_REASON..=LONGEST_REASON).contains(&reason.trim().chars().count())
}

pub(crate) fn given(reason: &str) -> Result<&str> {
    if is_reason(reason) {
        Ok(reason.trim())
    } else {
        Err(ExchangeError::NotNow("a reason is needed".to_owned()))
    }
}

/// People of a telephone number, an e-mail address or a name. Who was found, by what kind of word and
/// for which reason is logged; the word itself isn't, because the log can't forget.
pub async fn search(exchange: &Exchange, actor: &Actor, words: &str, reason: &str) -> Result<Vec<PersonRecord>> {
    allows(actor, Action::Administer)?;
    let reason = given(reason)?;
    let unit = exchange.begin(actor).await?;
    let (by, found) = if let Ok(email) = words.parse::<Email>() {
        ("email", people::by_email(unit.conn(), &email).await?.into_iter().collect())
    } else if let Ok(phone) = words.parse::<Phone>() {
        ("phone", people::by_phone(unit.conn(), &phone).await?.into_iter().collect())
    } else {
        ("name", people::by_name(unit.conn(), words, MOST).await?)
    };
    let ids: Vec<PersonId> = found.iter().map(|person: &PersonRecord| person.id).collect();
    let first = ids.first().map_or(Uuid::nil(), |id| id.0);
    unit.audit("account.searched", Entity::Person, first, json!({ "by": by, "found": ids, "reason": reason }));
    unit.save().await?;
    Ok(found)
}

/// An account as an administrator sees it.
pub struct Opened {
    /// The person and the capacities.
    pub account: Account,
    /// Where the person is signed in.
    pub devices: Vec<Device>,
}

/// Opens an account, for a reason that is logged.
pub async fn open(exchange: &Exchange, actor: &Actor, id: PersonId, reason: &str) -> Result<Opened> {
    allows(actor, Action::Administer)?;
    let reason = given(reason)?;
    let account = accounts::account(exchange, id).await?.ok_or(ExchangeError::NotFound)?;
    let devices = sessions::devices_of(exchange.store.reader(), id, exchange.now()).await?;
    let unit = exchange.begin(actor).await?;
    unit.audit("account.opened", Entity::Person, id.0, json!({ "reason": reason }));
    unit.save().await?;
    Ok(Opened { account, devices })
}

/// Signs a person out everywhere; answers with how many sessions ended.
pub async fn end_sessions(exchange: &Exchange, actor: &Actor, id: PersonId, reason: &str) -> Result<u64> {
    allows(actor, Action::Administer)?;
    let reason = given(reason)?;
    let unit = exchange.begin(actor).await?;
    exists(&unit, id).await?;
    let ended = sessions::sign_out_everywhere(&unit, id, None).await?;
    unit.audit("account.sessions_ended", Entity::Person, id.0, json!({ "reason": reason, "sessions": ended }));
    unit.save().await?;
    Ok(ended)
}

pub(super) async fn exists(unit: &Unit, id: PersonId) -> Result<()> {
    people::find(unit.conn(), id).await?.map(drop).ok_or(ExchangeError::NotFound)
}
