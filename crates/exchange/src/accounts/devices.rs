//! "My devices": where a person is signed in, and signing out there.

use crate::Exchange;
use crate::error::{ExchangeError, Result};
use sanviec_domain::access::Actor;
use sanviec_store::sessions::Device;
use sanviec_store::{Entity, sessions};

/// Where whoever asks is signed in, last used first.
pub async fn list(exchange: &Exchange, actor: &Actor) -> Result<Vec<Device>> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    Ok(sessions::devices_of(exchange.store.reader(), person, exchange.now()).await?)
}

/// Signs out on one device. Somebody else's is not found.
pub async fn end(exchange: &Exchange, actor: &Actor, key: &str) -> Result<()> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let unit = exchange.begin(actor).await?;
    if !sessions::sign_out_one(&unit, person, key).await? {
        return Err(ExchangeError::not_ones_own("device"));
    }
    unit.audit("account.device_ended", Entity::Person, person.0, serde_json::Value::Null);
    unit.save().await?;
    Ok(())
}

/// Signs out everywhere but in the session of this key; answers with how many sessions ended.
pub async fn end_others(exchange: &Exchange, actor: &Actor, but: Option<&str>) -> Result<u64> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let unit = exchange.begin(actor).await?;
    let ended = sessions::sign_out_everywhere(&unit, person, but).await?;
    if ended > 0 {
        unit.audit("account.devices_ended", Entity::Person, person.0, serde_json::json!({ "count": ended }));
    }
    unit.save().await?;
    Ok(ended)
}
