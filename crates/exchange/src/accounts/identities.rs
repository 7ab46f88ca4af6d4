//! Whose account here an account at a provider is. That a provider vouches for an address or a number
//! links nothing: the person signs in here, too, once, and then says that the two belong together.

use super::providers::Stranger;
use crate::error::{ExchangeError, Result};
use crate::{Exchange, jobs};
use sanviec_domain::access::Actor;
use sanviec_domain::account::AccountChange;
use sanviec_domain::ids::PersonId;
use sanviec_store::identities::{self, Identity};
use sanviec_store::{Entity, StoreError};

/// Whose account somebody's at a provider is; that the person signed in is written down.
pub async fn sign_in(exchange: &Exchange, stranger: &Stranger) -> Result<Option<PersonId>> {
    let Some(known) = identities::find(exchange.store.reader(), &stranger.provider, &stranger.subject).await? else {
        return Ok(None);
    };
    let unit = exchange.begin(&Actor::System).await?;
    unit.audit("account.sign_in", Entity::Person, known.person.0, serde_json::json!({ "by": stranger.provider }));
    unit.save().await?;
    Ok(Some(known.person))
}

/// Whose it is, without signing in.
pub async fn owner(exchange: &Exchange, stranger: &Stranger) -> Result<Option<PersonId>> {
    let known = identities::find(exchange.store.reader(), &stranger.provider, &stranger.subject).await?;
    Ok(known.map(|known| known.person))
}

/// A person's accounts at providers.
pub async fn list(exchange: &Exchange, actor: &Actor) -> Result<Vec<Identity>> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    Ok(identities::of(exchange.store.reader(), person).await?)
}

/// Links an account at a provider to whoever asks. [`ExchangeError::NotNow`] where it is somebody's, or
/// where the person has another one there.
pub async fn link(exchange: &Exchange, actor: &Actor, stranger: &Stranger) -> Result<()> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let unit = exchange.begin(actor).await?;
    let identity = Identity {
        provider: stranger.provider.clone(),
        subject: stranger.subject.clone(),
        person,
        label: stranger.label.clone(),
        created_at: unit.now(),
    };
    match identities::insert(&unit, identity).await {
        Err(StoreError::Taken(_)) => return Err(ExchangeError::NotNow("linked already".to_owned())),
        other => other?,
    }
    unit.audit("account.identity_linked", Entity::Person, person.0, serde_json::json!({ "provider": stranger.provider }));
    unit.enqueue(jobs::tell_of_account(person, AccountChange::IdentityLinked));
    unit.save().await?;
    Ok(())
}

/// Takes the link away again. [`ExchangeError::NotFound`] where there is none.
pub async fn unlink(exchange: &Exchange, actor: &Actor, provider: &str) -> Result<()> {
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let unit = exchange.begin(actor).await?;
    if !identities::remove(&unit, person, provider).await? {
        return Err(ExchangeError::not_ones_own("identity"));
    }
    unit.audit("account.identity_unlinked", Entity::Person, person.0, serde_json::json!({ "provider": provider }));
    unit.enqueue(jobs::tell_of_account(person, AccountChange::IdentityUnlinked));
    unit.save().await?;
    Ok(())
}
