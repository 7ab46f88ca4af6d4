//! Start-up: from a configuration to a running exchange.

use crate::clock::{SystemClock, SystemIds};
use crate::config::Config;
use anyhow::{Context, bail};
use sanviec_domain::time::{SharedClock, SharedIds};
use sanviec_exchange::accounts::providers::{Provider, Providers};
use sanviec_exchange::accounts::vault::Vault;
use sanviec_exchange::context::{Parts, Settings};
use sanviec_exchange::files::Files;
use sanviec_exchange::messages::Channels;
use sanviec_exchange::messages::channels::{DemoBox, EmailChannel, EmailSettings, GatewayChannel, GatewaySettings, MessageChannel};
use sanviec_exchange::{Exchange, referencing};
use sanviec_search::VacancyIndex;
use sanviec_store::{Database, DatabaseOptions};
use std::sync::Arc;

/// Installs the one TLS provider of every part of the program: SMTP, the SMS gateway, providers of
/// OpenID Connect. Before anything of them is made.
pub fn tls() {
    // Installed already: the same one.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// The real clock and ids.
pub fn system() -> (SharedClock, SharedIds) {
    (Arc::new(SystemClock), Arc::new(SystemIds::default()))
}

/// Opens the database of a configuration.
pub async fn database(config: &Config) -> anyhow::Result<Database> {
    std::fs::create_dir_all(&config.data.folder).with_context(|| format!("the data folder {} can't be made", config.data.folder.display()))?;
    let options = DatabaseOptions {
        url: config.database_url(),
        readers: config.database.readers,
    };
    Database::connect(&options).await.context("the database can't be opened")
}

/// Opens the exchange and makes sure that its index can be searched: one that another version made,
/// or that is newer than the database, is built anew first.
pub async fn exchange(config: &Config, clock: SharedClock, ids: SharedIds) -> anyhow::Result<Exchange> {
    let exchange = open(config, clock, ids).await?;
    sanviec_exchange::indexing::mend(&exchange).await.context("the index can't be built")?;
    Ok(exchange)
}

/// Opens everything a running exchange needs. The schema must be there and the lists loaded:
/// `migrate` and `reference load` do that, and `demo` does both.
pub async fn open(config: &Config, clock: SharedClock, ids: SharedIds) -> anyhow::Result<Exchange> {
    let store = database(config).await?;
    let pending = store.pending_migrations().await?;
    if pending > 0 {
        bail!("the database lacks {pending} steps of the schema: run `sanviec migrate` first");
    }
    let home = config.site.province.parse().context("site.province")?;
    let Some(reference) = referencing::current(&store, home).await? else {
        bail!("the reference lists are not loaded: run `sanviec reference load` first");
    };
    let reference = Arc::new(reference);
    let vault = vault(config, &ids)?;
    let index = VacancyIndex::open(&config.index_folder(), reference.clone()).context("the index can't be opened")?;
    let parts = Parts {
        store,
        index,
        reference: reference.clone(),
        clock,
        ids,
        settings: Settings {
            vault,
            ..settings(config, &reference)
        },
        channels: channels(config)?,
        files: Files::in_folder(&config.files_folder()).with_context(|| format!("the folder {} can't be made", config.files_folder().display()))?,
    };
    Ok(Exchange::new(parts))
}

/// What the centre configures.
pub fn settings(config: &Config, reference: &sanviec_domain::reference::Reference) -> Settings {
    let province = config
        .site
        .province
        .parse()
        .ok()
        .and_then(|code| reference.province(code))
        .map(|province| province.name.clone())
        .unwrap_or_default();
    Settings {
        site: sanviec_render::Site {
            name: config.site.name.clone(),
            short_name: config.site.short_name.clone(),
            centre: config.site.centre.clone(),
            phone: config.site.phone.clone(),
            zalo: config.site.zalo.clone(),
            address: config.site.address.clone(),
            province,
            base_url: config.server.base_url.trim_end_matches('/').to_owned(),
        },
        retention_months: config.limits.retention_months,
        sample_every: config.moderation.sample_every,
        weights: config.matching.weights.clone(),
        fairness: config.matching.fairness,
        webhooks: sanviec_exchange::program::webhooks::Sender::new(config.webhooks.private),
        rates: config.limits.rates.clone(),
        vault: Vault::new(&config.accounts.secret, before(config)),
        providers: Providers::new(config.accounts.providers.iter().map(provider).collect()),
    }
}

/// A provider of the configuration, which was checked when it was read.
fn provider(told: &crate::config::Provider) -> Provider {
    Provider {
        key: told.key.clone(),
        name: told.name.clone(),
        issuer: told.issuer.clone(),
        client_id: told.client_id.clone(),
        client_secret: told.client_secret.clone().into(),
        scopes: told.scopes.clone(),
    }
}

fn before(config: &Config) -> Option<&str> {
    Some(config.accounts.secret_before.as_str()).filter(|secret| !secret.is_empty())
}

/// The vault of the configured secret. Outside production, where none is configured, one is made and
/// kept in the data folder, so that a demo goes on after a restart.
fn vault(config: &Config, ids: &SharedIds) -> anyhow::Result<Vault> {
    if !config.accounts.secret.is_empty() {
        return Ok(Vault::new(&config.accounts.secret, before(config)));
    }
    let file = config.data.folder.join("accounts.secret");
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(&file) {
        Ok(mut new) => std::io::Write::write_all(&mut new, hex::encode(ids.secret()).as_bytes()).with_context(|| format!("{} can't be written", file.display()))?,
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(error) => return Err(error).with_context(|| format!("{} can't be made", file.display())),
    }
    let secret = std::fs::read_to_string(&file).with_context(|| format!("{} can't be read", file.display()))?;
    Ok(Vault::new(secret.trim(), None))
}

/// The ways messages leave the house.
pub fn channels(config: &Config) -> anyhow::Result<Channels> {
    let messages = &config.messages;
    let email: Arc<dyn MessageChannel> = if messages.email == "box" {
        Arc::new(DemoBox)
    } else {
        Arc::new(EmailChannel::new(&EmailSettings {
            from: messages.from.clone(),
            folder: (messages.email == "file").then(|| messages.folder.clone()),
            host: messages.host.clone(),
            port: messages.port,
            user: messages.user.clone(),
            password: messages.password.clone().into(),
            plain: messages.plain,
        })?)
    };
    let text: Arc<dyn MessageChannel> = if messages.text == "box" {
        Arc::new(DemoBox)
    } else {
        let url = messages.gateway_url.parse().context("messages.gateway_url")?;
        Arc::new(GatewayChannel::new(GatewaySettings {
            url,
            token: messages.gateway_token.clone().into(),
        })?)
    };
    Ok(Channels::new(email, text))
}
