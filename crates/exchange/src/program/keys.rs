//! The keys of an employer's own systems: `svk_live_…` and `svk_test_…`. Only the hash is kept; who has
//! lost one makes another.

use crate::error::{ExchangeError, Result};
use crate::token::hash;
use crate::{Exchange, SECURITY};
use chrono::TimeDelta;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::{ApiKeyId, OrganisationId, PersonId};
use sanviec_domain::program::{KeyMode, KeyScope};
use sanviec_domain::text::tidy_line;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::api_keys::{self, ApiKeyRecord};
use sanviec_store::{Entity, Unit};

/// The most keys that an employer has at a time.
pub const MOST: u64 = 20;
/// The longest name, in characters.
pub const NAME: usize = 60;
/// Characters of a key by which people know it.
const PREFIX: usize = 15;
/// When a key was used is written down this often, at most.
const TOUCHED_EVERY: TimeDelta = TimeDelta::minutes(5);

/// A key that was made just now.
#[derive(Clone, Debug)]
pub struct NewKey {
    /// What is known of it.
    pub record: ApiKeyRecord,
    /// The key itself: it is shown once.
    pub secret: String,
}

/// Makes a key for one's own employer.
pub async fn make(exchange: &Exchange, actor: &Actor, name: &str, scope: KeyScope, mode: KeyMode) -> Result<NewKey> {
    allows(actor, Action::ManageOwnEmployer)?;
    let (Some(organisation), Some(person)) = (actor.organisation(), actor.person()) else {
        return Err(ExchangeError::NotFound);
    };
    let unit = exchange.begin(actor).await?;
    if api_keys::count(unit.conn(), organisation).await? >= MOST {
        return Err(ExchangeError::NotNow("there are as many keys as there can be".to_owned()));
    }
    let secret = format!("svk_{}_{}", mode.key(), hex::encode(unit.secret()));
    let record = put(&unit, organisation, person, name, scope, mode, &secret).await?;
    unit.save().await?;
    Ok(NewKey { record, secret })
}

/// Writes a key down.
pub(crate) async fn put(unit: &Unit, organisation: OrganisationId, person: PersonId, name: &str, scope: KeyScope, mode: KeyMode, secret: &str) -> Result<ApiKeyRecord> {
    let record = ApiKeyRecord {
        id: ApiKeyId(unit.uuid()),
        organisation,
        name: tidy_line(name).chars().take(NAME).collect(),
        prefix: secret.chars().take(PREFIX).collect(),
        scope,
        mode,
        created_by: person,
        created_at: unit.now(),
        last_used_at: None,
        revoked_at: None,
    };
    api_keys::insert(unit, &record, &hash(secret)).await?;
    let details = serde_json::json!({ "key": record.id, "scope": scope.key(), "mode": mode.key() });
    unit.audit("api_key.make", Entity::Organisation, organisation.0, details);
    Ok(record)
}

/// One's own employer's keys.
pub async fn own(exchange: &Exchange, actor: &Actor) -> Result<Vec<ApiKeyRecord>> {
    allows(actor, Action::ManageOwnEmployer)?;
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    Ok(api_keys::of(exchange.store.reader(), organisation).await?)
}

/// Revokes one: from now on it opens nothing.
pub async fn revoke(exchange: &Exchange, actor: &Actor, id: ApiKeyId) -> Result<()> {
    allows(actor, Action::ManageOwnEmployer)?;
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    let unit = exchange.begin(actor).await?;
    if !api_keys::revoke(&unit, organisation, id).await? {
        return Err(ExchangeError::not_ones_own("api_key"));
    }
    unit.audit("api_key.revoke", Entity::Organisation, organisation.0, serde_json::json!({ "key": id }));
    unit.save().await?;
    Ok(())
}

/// Whom a key belongs to; nobody where there is no such key, or it was revoked.
pub async fn authenticate(exchange: &Exchange, secret: &str) -> Result<Option<Actor>> {
    let found = api_keys::by_hash(exchange.store.reader(), &hash(secret)).await?;
    let Some(key) = found else {
        tracing::warn!(target: SECURITY, event = "api_key_refused");
        return Ok(None);
    };
    let now = exchange.now();
    if key.last_used_at.is_none_or(|used| now - used >= TOUCHED_EVERY) {
        let unit = exchange.begin(&Actor::System).await?;
        api_keys::touch(&unit, key.id).await?;
        unit.save().await?;
    }
    Ok(Some(Actor::Program {
        key: key.id,
        organisation: key.organisation,
        scope: key.scope,
        mode: key.mode,
    }))
}
