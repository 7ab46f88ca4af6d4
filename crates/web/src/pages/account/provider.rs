//! `/dang-nhap/qua/{provider}`: signing in through a configured provider of OpenID Connect, and linking
//! its account with the one here, which asks for a sign-in here as proof.

use super::{asked_next, safe};
use crate::problem::{Answer, Problem};
use crate::visit::{Visit, go, html, unkept};
use axum::extract::{Path, RawQuery};
use http::{HeaderMap, StatusCode};
use sanviec_domain::access::Actor;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::accounts::identities;
use sanviec_exchange::accounts::providers::{self, ProviderAnswer, ProviderError, Stranger, Waiting};
use sanviec_exchange::accounts::second_factor;
use sanviec_render::Area;
use sanviec_render::pages::LinkPage;
use serde::{Deserialize, Serialize};

/// What waits in the session for a provider's answer.
const WAITING: &str = "provider";
/// Whom a provider has named that nobody here is linked with.
const STRANGER: &str = "stranger";
/// Minutes for which somebody named by a provider may be linked.
const LINK_MINUTES: i64 = 15;

#[derive(Serialize, Deserialize)]
struct Asked {
    waiting: Waiting,
    next: String,
}

#[derive(Serialize, Deserialize)]
struct Named {
    stranger: Stranger,
    since: i64,
}

/// Sends to the provider. Nothing is changed by it but what the session waits for. A link on another
/// site signs nobody in: it leads to the page where one signs in (ASVS 5.0 V7.6.2).
pub async fn start(visit: Visit, Path(key): Path<String>, RawQuery(raw): RawQuery, headers: HeaderMap) -> Answer {
    let next = safe(&asked_next(raw.as_deref())).to_owned();
    let from = headers.get("sec-fetch-site").map(http::HeaderValue::as_bytes);
    if !matches!(from, None | Some(b"same-origin" | b"none")) {
        return Ok(go(&visit.link("/dang-nhap")));
    }
    // Who is signed in or has just been asked to sign in again is to prove it there, too.
    let again = visit.actor != Actor::Visitor;
    match providers::begin(&visit.app.exchange, &key, again, visit.locale).await {
        Ok((url, waiting)) => {
            visit.session.insert(WAITING, Asked { waiting, next }).await?;
            Ok(go(url.as_str()))
        }
        Err(error) => refused(&visit, &key, error).await,
    }
}

/// Where the provider sends back to: signs in whoever is linked, or leads to linking.
pub async fn back(visit: Visit, Path(key): Path<String>, RawQuery(raw): RawQuery) -> Answer {
    let asked = visit.session.remove::<Asked>(WAITING).await?;
    let (waiting, next) = asked.map(|asked| (asked.waiting, asked.next)).unzip();
    let stranger = match providers::finish(&visit.app.exchange, &key, waiting, answer(raw.as_deref())).await {
        Ok(stranger) => stranger,
        Err(error) => return refused(&visit, &key, error).await,
    };
    if visit.actor == Actor::Visitor {
        if let Some(person) = identities::sign_in(&visit.app.exchange, &stranger).await? {
            let to = visit.first_factor(person, None, &next.unwrap_or_default()).await?;
            // Whom a provider has known for weeks has proved nothing a moment ago.
            visit.proved_at(stranger.since.unwrap_or_default()).await?;
            return Ok(go(&to));
        }
    } else if let Some(owner) = identities::owner(&visit.app.exchange, &stranger).await? {
        let own = visit.actor.person() == Some(owner);
        if let (true, Some(next)) = (own, next.filter(|next| !next.is_empty())) {
            // A provider is one factor here as well: who has a second one owes it now.
            if second_factor::standing(&visit.app.exchange, owner).await? == second_factor::Standing::On {
                return Ok(go(&visit.first_factor(owner, Some(&visit.actor), &next).await?));
            }
            visit.renew().await?;
            visit.proved_at(stranger.since.unwrap_or_default()).await?;
            return Ok(go(&next));
        }
        visit.warn(if own { "link-known" } else { "link-taken" }).await?;
        return Ok(go(&visit.link("/toi/tai-khoan")));
    }
    let since = visit.app.exchange.now().timestamp();
    visit.session.insert(STRANGER, Named { stranger, since }).await?;
    Ok(go(&visit.link("/dang-nhap/lien-ket")))
}

fn answer(raw: Option<&str>) -> ProviderAnswer {
    let mut answer = ProviderAnswer::default();
    for (name, value) in url::form_urlencoded::parse(raw.unwrap_or_default().as_bytes()) {
        let place = match name.as_ref() {
            "code" => &mut answer.code,
            "state" => &mut answer.state,
            "iss" => &mut answer.iss,
            "error" => &mut answer.error,
            _ => continue,
        };
        *place = Some(value.into_owned());
    }
    answer
}

/// Nobody was signed in: says so where one signs in.
async fn refused(visit: &Visit, key: &str, error: ProviderError) -> Answer {
    match error {
        ProviderError::NoAnswer(_) => visit.warn("provider-no-answer").await?,
        ProviderError::Failing(reason) => {
            tracing::warn!(provider = key, %reason, "a provider fails");
            visit.warn("provider-failing").await?;
        }
        ProviderError::Exchange(error) => return Err(error.into()),
    }
    let path = if visit.actor == Actor::Visitor { "/dang-nhap" } else { "/toi/tai-khoan" };
    Ok(go(&visit.link(path)))
}

/// Whom the session's provider has named, not too long ago.
async fn named(visit: &Visit) -> Result<Option<Stranger>, Problem> {
    if visit.session.id().is_none() {
        return Ok(None);
    }
    let named = visit.session.get::<Named>(STRANGER).await?;
    let now = visit.app.exchange.now().timestamp();
    Ok(named.filter(|named| now - named.since < LINK_MINUTES * 60).map(|named| named.stranger))
}

/// `/dang-nhap/lien-ket`: asks a visitor to sign in here first, and somebody signed in to say yes.
pub async fn confirm(visit: Visit) -> Answer {
    let Some(stranger) = named(&visit).await? else {
        return Ok(go(&visit.link(if visit.actor == Actor::Visitor { "/dang-nhap" } else { "/toi/tai-khoan" })));
    };
    let provider = visit.app.exchange.settings.providers.find(&stranger.provider).ok_or_else(Problem::not_found)?;
    let chrome = visit.chrome(Area::Public);
    let page = LinkPage {
        chrome: &chrome,
        provider: &provider.name,
        label: &stranger.label,
        account: visit.name.as_deref().filter(|_| visit.actor != Actor::Visitor),
    };
    html(page.render()).map(unkept)
}

/// Links. Whoever has only been signed in for long proves again who they are.
pub async fn link(visit: Visit) -> Answer {
    let Some(stranger) = named(&visit).await? else {
        return Err(Problem::new(StatusCode::CONFLICT, "not-now"));
    };
    if !visit.is_fresh().await? {
        return super::sign_in_again(&visit, "/dang-nhap/lien-ket").await;
    }
    visit.session.remove_value(STRANGER).await?;
    match identities::link(&visit.app.exchange, &visit.actor, &stranger).await {
        Ok(()) => visit.say("link-done").await?,
        Err(ExchangeError::NotNow(_)) => visit.warn("link-taken").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&visit.link("/toi/tai-khoan")))
}

/// `/toi/lien-ket/{provider}/bo`: takes a link away.
pub async fn unlink(visit: Visit, Path(key): Path<String>) -> Answer {
    if !visit.is_fresh().await? {
        return super::sign_in_again(&visit, "/toi/tai-khoan").await;
    }
    match identities::unlink(&visit.app.exchange, &visit.actor, &key).await {
        // Clicked twice: it is gone already.
        Ok(()) | Err(ExchangeError::NotFound) => visit.say("link-gone").await?,
        Err(error) => return Err(error.into()),
    }
    Ok(go(&visit.link("/toi/tai-khoan")))
}
