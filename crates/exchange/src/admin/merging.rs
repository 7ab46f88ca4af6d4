//! Merging two accounts of one person who can no longer prove both: by an administrator, for a reason.

use super::accounts::given;
use crate::Exchange;
use crate::accounts::merging::{self, MergeError, MergePreview};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::contact::{Email, Phone};
use sanviec_domain::ids::PersonId;
use sanviec_store::{Entity, people};

/// Looks at a merger of `from` into the account of a telephone number or an e-mail address, which is
/// logged as every look at an account is.
pub async fn preview(exchange: &Exchange, actor: &Actor, from: PersonId, into: &str) -> Result<MergePreview, MergeError> {
    allows(actor, Action::Administer).map_err(crate::ExchangeError::from)?;
    let conn = exchange.store.reader();
    let found = if let Ok(email) = into.parse::<Email>() {
        people::by_email(conn, &email).await?
    } else if let Ok(phone) = into.parse::<Phone>() {
        people::by_phone(conn, &phone).await?
    } else {
        None
    };
    let into = found.ok_or(MergeError::Nobody)?.id;
    let preview = merging::preview(exchange, from, into).await?;
    let unit = exchange.begin(actor).await?;
    unit.audit("account.merger_looked_at", Entity::Person, into.0, serde_json::json!({ "from": from }));
    unit.save().await?;
    Ok(preview)
}

/// Merges them.
pub async fn merge(exchange: &Exchange, actor: &Actor, from: PersonId, into: PersonId, reason: &str) -> Result<(), MergeError> {
    allows(actor, Action::Administer).map_err(crate::ExchangeError::from)?;
    merging::carry_out(exchange, actor, from, into, Some(given(reason)?)).await
}
