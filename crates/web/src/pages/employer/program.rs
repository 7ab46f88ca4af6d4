//! `/ntd/ket-noi`: the keys of one's own employer's systems, and whom to tell what happens.

use crate::forms::Fields;
use crate::pages::apply::unprocessable;
use crate::problem::{Answer, Problem, id};
use crate::visit::{Visit, go, html};
use axum::extract::Path;
use sanviec_domain::program::{KeyMode, KeyScope};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::program::keys;
use sanviec_exchange::program::webhooks::{self, BadAddress};
use sanviec_render::pages::{DeliveryRow, KeyRow, ProgramPage, WebhookRow};
use sanviec_render::{Area, FormState};

const HERE: &str = "/ntd/ket-noi";

async fn show(visit: &Visit, form: &FormState, key: Option<&str>, signing: Option<&str>) -> Result<String, Problem> {
    let exchange = &visit.app.exchange;
    let keys: Vec<KeyRow> = keys::own(exchange, &visit.actor)
        .await?
        .into_iter()
        .map(|key| KeyRow {
            id: key.id,
            name: key.name,
            prefix: key.prefix,
            scope: key.scope,
            mode: key.mode,
            created: key.created_at,
            used: key.last_used_at,
        })
        .collect();
    let webhooks: Vec<WebhookRow> = webhooks::own(exchange, &visit.actor)
        .await?
        .into_iter()
        .map(|(webhook, deliveries)| WebhookRow {
            id: webhook.id,
            url: webhook.url,
            deliveries: deliveries
                .into_iter()
                .map(|delivery| DeliveryRow {
                    event: delivery.event,
                    state: delivery.state,
                    attempts: delivery.attempts,
                    answer: delivery.answer,
                    at: delivery.created_at,
                })
                .collect(),
        })
        .collect();
    let page = ProgramPage {
        chrome: &visit.chrome(Area::Employer),
        form,
        key,
        signing,
        keys: &keys,
        webhooks: &webhooks,
        base_url: &exchange.settings.site.base_url,
    };
    Ok(page.render()?)
}

fn empty() -> FormState {
    let mut form = FormState::default();
    form.set("loai", KeyMode::Test.key());
    form.set("quyen", KeyScope::Write.key());
    form
}

/// The keys and the addresses.
pub async fn get(visit: Visit) -> Answer {
    html(Ok(show(&visit, &empty(), None, None).await?))
}

/// Makes a key and shows it, once.
pub async fn make(visit: Visit, Fields(mut form): Fields) -> Answer {
    let (scope, mode) = (KeyScope::from_key(form.value("quyen")), KeyMode::from_key(form.value("loai")));
    if form.value("ten").is_empty() {
        form.fail("ten", visit.texts().get("program-error-name"));
    }
    for (name, is_known) in [("loai", mode.is_some()), ("quyen", scope.is_some())] {
        if !is_known {
            form.fail(name, visit.texts().get("program-error-choose"));
        }
    }
    let (Some(scope), Some(mode), false) = (scope, mode, form.has_errors()) else {
        return Ok(unprocessable(show(&visit, &form, None, None).await?));
    };
    match keys::make(&visit.app.exchange, &visit.actor, form.value("ten"), scope, mode).await {
        Ok(made) => html(Ok(show(&visit, &empty(), Some(&made.secret), None).await?)),
        Err(ExchangeError::NotNow(_)) => {
            visit.warn("flash-program-many").await?;
            Ok(go(HERE))
        }
        Err(error) => Err(error.into()),
    }
}

/// Revokes a key.
pub async fn revoke(visit: Visit, Path(key): Path<String>) -> Answer {
    keys::revoke(&visit.app.exchange, &visit.actor, id(&key)?).await?;
    visit.say("flash-program-revoked").await?;
    Ok(go(HERE))
}

/// Enters an address and shows what is signed with, once.
pub async fn add(visit: Visit, Fields(mut form): Fields) -> Answer {
    match webhooks::add(&visit.app.exchange, &visit.actor, form.value("dia-chi")).await? {
        Ok(made) => html(Ok(show(&visit, &empty(), None, Some(&made.secret)).await?)),
        Err(bad) => {
            let says = match bad {
                BadAddress::NotAnAddress => "program-error-url",
                BadAddress::NotSecure => "program-error-secure",
                BadAddress::Inside => "program-error-inside",
                BadAddress::TooMany => "program-error-many",
            };
            form.fail("dia-chi", visit.texts().get(says));
            form.set("loai", KeyMode::Test.key());
            form.set("quyen", KeyScope::Write.key());
            Ok(unprocessable(show(&visit, &form, None, None).await?))
        }
    }
}

/// Tells an address that it is tried.
pub async fn try_out(visit: Visit, Path(webhook): Path<String>) -> Answer {
    webhooks::try_out(&visit.app.exchange, &visit.actor, id(&webhook)?).await?;
    visit.say("flash-program-tried").await?;
    Ok(go(HERE))
}

/// Takes an address away.
pub async fn remove(visit: Visit, Path(webhook): Path<String>) -> Answer {
    webhooks::remove(&visit.app.exchange, &visit.actor, id(&webhook)?).await?;
    visit.say("flash-program-removed").await?;
    Ok(go(HERE))
}
