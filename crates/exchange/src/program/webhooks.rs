//! Telling an employer's own system what happens: signed as Standard Webhooks says (id, time and body, with
//! HMAC-SHA256), tried again over more than a day, under one id over every try. What happened and that it
//! has to be told are one unit; a system that is told twice knows by the id.

use crate::error::{ExchangeError, Result};
use crate::{Exchange, jobs};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::application::ApplicationState;
use sanviec_domain::ids::{ApplicationId, DeliveryId, OrganisationId, WebhookId};
use sanviec_domain::program::{DeliveryState, KeyMode};
use sanviec_domain::vacancy::{VacancyCommand, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::jobs::JobRecord;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::webhooks::{self, DeliveryRecord, WebhookRecord};
use sanviec_store::{Entity, Unit};
use serde_json::{Value, json};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use url::{Host, Url};

/// The most addresses that an employer has told.
pub const MOST: usize = 5;
/// The longest address, in characters.
pub const LONGEST: usize = 500;
/// Tellings shown of each.
const SHOWN: u64 = 10;
/// Bytes of a secret.
const SECRET: usize = 24;

/// What happened.
pub struct Happened {
    organisation: OrganisationId,
    event: String,
    data: Value,
    mode: KeyMode,
}

impl Happened {
    /// A vacancy moved.
    pub(crate) fn moved(vacancy: &VacancyRecord, from: VacancyState, command: VacancyCommand, mode: KeyMode) -> Self {
        Self {
            organisation: vacancy.employer,
            event: format!("vacancy.{}", vacancy.state.key()),
            data: json!({
                "vacancy": vacancy.id,
                "external_reference": vacancy.external_reference,
                "from": from.key(),
                "to": vacancy.state.key(),
                "command": command.key(),
            }),
            mode,
        }
    }

    /// Somebody applied. Who, is seen by people who sign in.
    pub(crate) fn applied(vacancy: &VacancyRecord, application: ApplicationId) -> Self {
        Self {
            organisation: vacancy.employer,
            event: format!("application.{}", ApplicationState::Submitted.key()),
            data: json!({ "vacancy": vacancy.id, "external_reference": vacancy.external_reference, "application": application }),
            mode: KeyMode::Live,
        }
    }
}

/// Has whoever wants to know told, once the unit is saved.
pub(crate) async fn tell(unit: &Unit, happened: Happened) -> Result<()> {
    for webhook in webhooks::of(unit.conn(), happened.organisation).await? {
        deliver(unit, webhook.id, &happened.event, happened.mode, &happened.data).await?;
    }
    Ok(())
}

async fn deliver(unit: &Unit, webhook: WebhookId, event: &str, mode: KeyMode, data: &Value) -> Result<()> {
    let body = json!({ "type": event, "timestamp": unit.now().to_rfc3339(), "mode": mode.key(), "data": data });
    let delivery = DeliveryRecord {
        id: DeliveryId(unit.uuid()),
        webhook,
        event: event.to_owned(),
        body: body.to_string(),
        state: DeliveryState::Waiting,
        attempts: 0,
        answer: String::new(),
        created_at: unit.now(),
        ended_at: None,
    };
    webhooks::add_delivery(unit, &delivery).await?;
    unit.enqueue(jobs::deliver(delivery.id));
    Ok(())
}

/// Why an address isn't taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// It is no address of the web.
    #[error("not an address as in https://example.com/hook")]
    NotAnAddress,
    /// It isn't https.
    #[error("must begin with https://")]
    NotSecure,
    /// It lies inside the house.
    #[error("lies inside the house")]
    Inside,
    /// There are as many as there can be.
    #[error("there are as many as there can be")]
    TooMany,
}

/// An address as it may be told. `private` lets through what lies inside the house: for trying out.
fn checked(written: &str, private: bool) -> std::result::Result<Url, BadAddress> {
    let url = Url::parse(written.trim()).map_err(|_| BadAddress::NotAnAddress)?;
    if written.chars().count() > LONGEST || !url.has_host() || !url.username().is_empty() || url.password().is_some() {
        return Err(BadAddress::NotAnAddress);
    }
    match url.scheme() {
        "https" => {}
        "http" if private => {}
        "http" => return Err(BadAddress::NotSecure),
        _ => return Err(BadAddress::NotAnAddress),
    }
    let inside = match url.host() {
        Some(Host::Ipv4(address)) => !is_outside(address.into()),
        Some(Host::Ipv6(address)) => !is_outside(address.into()),
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost") || !name.contains('.'),
        None => true,
    };
    if inside && !private { Err(BadAddress::Inside) } else { Ok(url) }
}

/// Whether an address lies in the open network: what is told must not reach into the house.
fn is_outside(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(v4) => {
            let [a, b, c, _] = v4.octets();
            let shared = a == 100 && (64..128).contains(&b);
            let reserved = a == 0 || a >= 240 || (a == 192 && b == 0 && c == 0) || (a == 198 && (b == 18 || b == 19));
            !(v4.is_private() || v4.is_loopback() || v4.is_link_local() || v4.is_broadcast() || v4.is_multicast() || v4.is_documentation() || shared || reserved)
        }
        IpAddr::V6(v6) => match v6.to_ipv4_mapped() {
            Some(v4) => is_outside(v4.into()),
            // Only what is given out as global unicast, without the ranges that carry IPv4 within.
            None => v6.segments()[0] & 0xe000 == 0x2000 && v6.segments()[0] != 0x2002 && !(v6.segments()[0] == 0x2001 && v6.segments()[1] < 0x0200),
        },
    }
}

/// Looks names up and leaves out whatever lies inside the house, at every connection: a name may point
/// elsewhere than when it was entered.
struct OutsideOnly;

impl Resolve for OutsideOnly {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found: Vec<SocketAddr> = tokio::net::lookup_host((name.as_str(), 0)).await?.filter(|address| is_outside(address.ip())).collect();
            if found.is_empty() {
                return Err("the name leads into the house".into());
            }
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// How tellings leave the house. The client is made when it is first needed.
#[derive(Clone, Debug)]
pub struct Sender {
    client: Arc<OnceLock<Option<reqwest::Client>>>,
    private: bool,
}

impl Sender {
    /// A sender. `private` lets it reach into the house: for trying out.
    pub fn new(private: bool) -> Self {
        Self { client: Arc::default(), private }
    }

    fn client(&self) -> Option<&reqwest::Client> {
        let client = self.client.get_or_init(|| {
            let builder = crate::outgoing::client(Duration::from_secs(10)).user_agent("sanviec-webhooks/1");
            let builder = if self.private { builder } else { builder.dns_resolver(Arc::new(OutsideOnly)) };
            builder.build().ok()
        });
        client.as_ref()
    }
}

/// An address that was entered just now.
#[derive(Clone, Debug)]
pub struct NewWebhook {
    /// Its id.
    pub id: WebhookId,
    /// What is signed with: it is shown once.
    pub secret: String,
}

/// Enters an address of one's own employer's system.
pub async fn add(exchange: &Exchange, actor: &Actor, url: &str) -> Result<std::result::Result<NewWebhook, BadAddress>> {
    allows(actor, Action::ManageOwnEmployer)?;
    let (Some(organisation), Some(person)) = (actor.organisation(), actor.person()) else {
        return Err(ExchangeError::NotFound);
    };
    let url = match checked(url, exchange.settings.webhooks.private) {
        Ok(url) => url,
        Err(bad) => return Ok(Err(bad)),
    };
    let unit = exchange.begin(actor).await?;
    if webhooks::of(unit.conn(), organisation).await?.len() >= MOST {
        return Ok(Err(BadAddress::TooMany));
    }
    let (id, secret) = (WebhookId(unit.uuid()), unit.secret());
    let record = WebhookRecord {
        id,
        organisation,
        url: url.into(),
        secret: exchange.settings.vault.seal(id.0, &secret[..SECRET], &unit.secret())?,
        created_by: person,
        created_at: unit.now(),
    };
    webhooks::insert(&unit, &record).await?;
    unit.audit("webhook.add", Entity::Organisation, organisation.0, json!({ "webhook": id }));
    unit.save().await?;
    Ok(Ok(NewWebhook {
        id,
        secret: format!("whsec_{}", BASE64.encode(&secret[..SECRET])),
    }))
}

/// One's own employer's addresses, each with its latest tellings.
pub async fn own(exchange: &Exchange, actor: &Actor) -> Result<Vec<(WebhookRecord, Vec<DeliveryRecord>)>> {
    allows(actor, Action::ManageOwnEmployer)?;
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    let conn = exchange.store.reader();
    let mut all = Vec::new();
    for webhook in webhooks::of(conn, organisation).await? {
        let deliveries = webhooks::latest_deliveries(conn, webhook.id, SHOWN).await?;
        all.push((webhook, deliveries));
    }
    Ok(all)
}

/// Tells one of one's own addresses nothing but that it is tried.
pub async fn try_out(exchange: &Exchange, actor: &Actor, id: WebhookId) -> Result<()> {
    let (known, _) = own(exchange, actor)
        .await?
        .into_iter()
        .find(|(webhook, _)| webhook.id == id)
        .ok_or_else(|| ExchangeError::not_ones_own("webhook"))?;
    let unit = exchange.begin(actor).await?;
    deliver(&unit, known.id, "ping", KeyMode::Test, &json!({})).await?;
    unit.save().await?;
    Ok(())
}

/// Takes an address away.
pub async fn remove(exchange: &Exchange, actor: &Actor, id: WebhookId) -> Result<()> {
    allows(actor, Action::ManageOwnEmployer)?;
    let organisation = actor.organisation().ok_or(ExchangeError::NotFound)?;
    let unit = exchange.begin(actor).await?;
    if !webhooks::remove(&unit, organisation, id).await? {
        return Err(ExchangeError::not_ones_own("webhook"));
    }
    unit.audit("webhook.remove", Entity::Organisation, organisation.0, json!({ "webhook": id }));
    unit.save().await?;
    Ok(())
}

/// Sends a telling; `Some` with the reason where it did not arrive and is to be tried again.
pub(crate) async fn send(exchange: &Exchange, job: &JobRecord, id: DeliveryId) -> Result<Option<String>> {
    let conn = exchange.store.reader();
    // The address may have been taken away meanwhile.
    let Some(delivery) = webhooks::find_delivery(conn, id).await? else {
        return end(exchange, job).await;
    };
    let Some(webhook) = webhooks::find(conn, delivery.webhook).await? else {
        return end(exchange, job).await;
    };
    if delivery.state != DeliveryState::Waiting {
        return end(exchange, job).await;
    }
    let answer = post(exchange, &webhook, &delivery).await?;
    let (arrived, said) = match answer {
        Ok(status) => (status.is_success(), status.as_u16().to_string()),
        Err(why) => (false, why),
    };
    let is_last = job.attempts >= job.max_attempts;
    let state = match (arrived, is_last) {
        (true, _) => DeliveryState::Arrived,
        (false, true) => DeliveryState::Failed,
        (false, false) => DeliveryState::Waiting,
    };
    let unit = exchange.begin(&Actor::System).await?;
    webhooks::tried(&unit, id, state, delivery.attempts + 1, &said).await?;
    // Sealed with the key before: with the present one from now on.
    if let Some(sealed) = exchange.settings.vault.sealed_anew(webhook.id.0, &webhook.secret, &unit.secret())? {
        webhooks::seal_anew(&unit, webhook.id, &sealed).await?;
    }
    if state != DeliveryState::Waiting {
        sanviec_store::jobs::finish_in(&unit, job.id).await?;
    }
    unit.save().await?;
    Ok((state == DeliveryState::Waiting).then_some(said))
}

async fn end(exchange: &Exchange, job: &JobRecord) -> Result<Option<String>> {
    sanviec_store::jobs::finish(&exchange.store, job.id, exchange.now()).await?;
    Ok(None)
}

async fn post(exchange: &Exchange, webhook: &WebhookRecord, delivery: &DeliveryRecord) -> Result<std::result::Result<reqwest::StatusCode, String>> {
    let sender = &exchange.settings.webhooks;
    let Some(client) = sender.client() else {
        return Ok(Err("no client".to_owned()));
    };
    let url = match checked(&webhook.url, sender.private) {
        Ok(url) => url,
        Err(bad) => return Ok(Err(bad.to_string())),
    };
    let secret = exchange.settings.vault.open(webhook.id.0, &webhook.secret)?;
    let (id, time) = (delivery.id.to_string(), exchange.now().timestamp().to_string());
    let request = client
        .post(url)
        .header("content-type", "application/json")
        .header("webhook-id", &id)
        .header("webhook-timestamp", &time)
        .header("webhook-signature", signature(&secret, &id, &time, &delivery.body))
        .body(delivery.body.clone());
    // What the other side writes into its answer is nobody's business here: only its status counts.
    Ok(request.send().await.map(|answer| answer.status()).map_err(|error| error.without_url().to_string()))
}

/// `v1,` and the HMAC-SHA256 over id, time and body (Standard Webhooks 1.0).
fn signature(secret: &[u8], id: &str, time: &str, body: &str) -> String {
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, secret);
    let signed = ring::hmac::sign(&key, format!("{id}.{time}.{body}").as_bytes());
    format!("v1,{}", BASE64.encode(signed.as_ref()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_open_network_is_told() {
        for good in [
            "https://example.com/hook",
            "https://8.8.8.8/x",
            "https://[2606:4700::1]/",
            "https://hr.congty.com.vn:8443/a?b=c",
        ] {
            assert!(checked(good, false).is_ok(), "{good}");
        }
        let inside = [
            "https://localhost/",
            "https://a.localhost/",
            "https://intranet/",
            "https://127.0.0.1/",
            "https://10.1.2.3/",
            "https://192.168.0.1/",
            "https://172.16.5.4/",
            "https://169.254.169.254/latest",
            "https://100.64.0.1/",
            "https://0.0.0.0/",
            "https://[::1]/",
            "https://[fe80::1]/",
            "https://[fd00::1]/",
            "https://[::ffff:10.0.0.1]/",
            "https://[2002:7f00:1::]/",
            "https://[2001:0:1::]/",
            "https://198.18.0.1/",
            "https://255.255.255.255/",
            "https://2130706433/",
            "https://0x7f.1/",
        ];
        for bad in inside {
            assert_eq!(checked(bad, false), Err(BadAddress::Inside), "{bad}");
            assert!(checked(bad, true).is_ok(), "{bad}");
        }
        assert_eq!(checked("http://example.com/", false), Err(BadAddress::NotSecure));
        for bad in ["", "example.com", "ftp://example.com/", "https://user@example.com/", "javascript:alert(1)", "https://"] {
            assert_eq!(checked(bad, true), Err(BadAddress::NotAnAddress), "{bad}");
        }
    }

    /// The example of the specification.
    #[test]
    fn a_telling_is_signed_as_the_specification_says() {
        let secret = BASE64.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let signed = signature(&secret, "msg_p5jXN8AQM9LWM0D4loKWxJek", "1614265330", "{\"test\": 2432232314}");
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }
}
