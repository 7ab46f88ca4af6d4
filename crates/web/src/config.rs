//! The configuration: `config/default.toml` built in, then a file, then `SANVIEC__SECTION__KEY`
//! variables. Secrets may lie in files (`password_file`). [`check`] explains every wrong value.

mod check;

pub use check::check;

use serde::Deserialize;
use std::path::{Path, PathBuf};

const DEFAULT: &str = include_str!("../../../config/default.toml");
/// The demo's own file.
pub const DEMO: &str = include_str!("../../../config/demo.toml");

/// Everything the program can be told.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// What it is run for.
    pub environment: Environment,
    /// The web server.
    pub server: Server,
    /// Files.
    pub data: Data,
    /// The database.
    pub database: Database,
    /// The centre.
    pub site: Site,
    /// Sessions.
    pub sessions: Sessions,
    /// What people prove to be themselves with.
    pub accounts: Accounts,
    /// Messages.
    pub messages: Messages,
    /// Jobs.
    pub work: Work,
    /// Moderation.
    pub moderation: Moderation,
    /// `[matching]`
    pub matching: Matching,
    /// `[webhooks]`
    pub webhooks: Webhooks,
    /// Limits.
    pub limits: Limits,
    /// The demo.
    pub demo: Demo,
}

/// What the program is run for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Environment {
    /// On a developer's machine.
    Development,
    /// To show it.
    Demo,
    /// For people.
    Production,
}

/// `[server]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Server {
    /// Address and port.
    pub listen: String,
    /// How people reach it.
    pub base_url: String,
    /// Seconds.
    pub timeout_seconds: u64,
}

/// `[data]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Data {
    /// Where files lie.
    pub folder: PathBuf,
}

/// `[database]`
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Database {
    /// Where it is.
    pub url: String,
    /// A file that holds the URL.
    pub url_file: Option<PathBuf>,
    /// Connections for reading.
    pub readers: u32,
}

impl std::fmt::Debug for Database {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // A URL may hold a password.
        f.debug_struct("Database").field("readers", &self.readers).finish_non_exhaustive()
    }
}

/// `[site]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Site {
    /// The exchange's name.
    pub name: String,
    /// Short.
    pub short_name: String,
    /// The centre's name.
    pub centre: String,
    /// Its telephone.
    pub phone: String,
    /// Its Zalo number.
    pub zalo: String,
    /// Its address.
    pub address: String,
    /// Its province's code.
    pub province: String,
}

/// `[sessions]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sessions {
    /// Days.
    pub idle_days: u32,
    /// Minutes.
    pub staff_idle_minutes: u32,
    /// Hours.
    pub staff_hours: u32,
}

/// `[accounts]`
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accounts {
    /// Seals the secrets of second factors.
    pub secret: String,
    /// A file that holds it.
    pub secret_file: Option<PathBuf>,
    /// The secret before this one: it opens what was sealed with it, until everything is sealed anew.
    #[serde(default)]
    pub secret_before: String,
    /// A file that holds it.
    pub secret_before_file: Option<PathBuf>,
    /// Through whom one may sign in besides.
    #[serde(default)]
    pub providers: Vec<Provider>,
}

/// `[[accounts.providers]]`
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Provider {
    /// Names it in addresses.
    pub key: String,
    /// Names it on the page.
    pub name: String,
    /// Its address.
    pub issuer: String,
    /// What it calls us.
    pub client_id: String,
    /// How it knows us.
    #[serde(default)]
    pub client_secret: String,
    /// A file that holds it.
    pub client_secret_file: Option<PathBuf>,
    /// What is asked for beside `openid`.
    #[serde(default)]
    pub scopes: Vec<String>,
}

impl std::fmt::Debug for Accounts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Accounts").finish_non_exhaustive()
    }
}

/// `[messages]`
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Messages {
    /// box, file or smtp.
    pub email: String,
    /// The sender.
    pub from: String,
    /// For file.
    pub folder: PathBuf,
    /// For smtp.
    pub host: String,
    /// For smtp.
    pub port: u16,
    /// For smtp.
    pub user: String,
    /// For smtp.
    pub password: String,
    /// A file that holds the password.
    pub password_file: Option<PathBuf>,
    /// Without TLS.
    pub plain: bool,
    /// box or gateway.
    pub text: String,
    /// For gateway.
    pub gateway_url: String,
    /// For gateway.
    pub gateway_token: String,
    /// A file that holds the token.
    pub gateway_token_file: Option<PathBuf>,
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Messages").field("email", &self.email).field("text", &self.text).finish_non_exhaustive()
    }
}

/// `[work]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Work {
    /// How many.
    pub workers: u8,
}

/// `[matching]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Matching {
    /// How much each part of a match counts, and from which day on.
    pub weights: Vec<sanviec_domain::matching::Weights>,
    /// What the allocation over the province rewards besides fits.
    pub fairness: sanviec_exchange::matching::province::Fairness,
}

/// `[webhooks]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Webhooks {
    /// Whether addresses inside the house are told, and without TLS.
    pub private: bool,
}

/// `[moderation]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Moderation {
    /// One in so many of what trusted employers publish is looked at afterwards.
    pub sample_every: u32,
}

/// `[limits]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limits {
    /// How often somebody may ask for the same.
    pub rates: sanviec_exchange::limits::Rates,
    /// Months.
    pub retention_months: u32,
}

/// `[demo]`
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Demo {
    /// The role bar, the box, the clock.
    pub bar: bool,
}

/// One wrong value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// `section.key`
    pub key: String,
    /// What is wrong and what to write instead.
    pub says: String,
}

impl std::fmt::Display for Wrong {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.key, self.says)
    }
}

/// Reads the configuration. `extra` is a built-in layer (the demo's) under the file.
pub fn read(file: Option<&Path>, extra: Option<&str>) -> Result<Config, Vec<Wrong>> {
    let mut builder = config::Config::builder().add_source(config::File::from_str(DEFAULT, config::FileFormat::Toml));
    if let Some(extra) = extra {
        builder = builder.add_source(config::File::from_str(extra, config::FileFormat::Toml));
    }
    if let Some(file) = file {
        if !file.is_file() {
            return Err(vec![Wrong {
                key: "--config".to_owned(),
                says: format!("{} is not there", file.display()),
            }]);
        }
        builder = builder.add_source(config::File::from(file).format(config::FileFormat::Toml));
    }
    let environment = config::Environment::with_prefix("SANVIEC").prefix_separator("__").separator("__").try_parsing(true);
    let parsed = builder.add_source(environment).build().and_then(config::Config::try_deserialize::<Config>);
    let mut config = parsed.map_err(|error| {
        vec![Wrong {
            key: "configuration".to_owned(),
            says: error.to_string(),
        }]
    })?;
    let mut wrong = Vec::new();
    secret(&mut config.database.url, config.database.url_file.as_deref(), "database.url_file", &mut wrong);
    secret(
        &mut config.messages.password,
        config.messages.password_file.as_deref(),
        "messages.password_file",
        &mut wrong,
    );
    secret(
        &mut config.messages.gateway_token,
        config.messages.gateway_token_file.as_deref(),
        "messages.gateway_token_file",
        &mut wrong,
    );
    secret(&mut config.accounts.secret, config.accounts.secret_file.as_deref(), "accounts.secret_file", &mut wrong);
    secret(
        &mut config.accounts.secret_before,
        config.accounts.secret_before_file.as_deref(),
        "accounts.secret_before_file",
        &mut wrong,
    );
    for provider in &mut config.accounts.providers {
        let (secret_of, file) = (&mut provider.client_secret, provider.client_secret_file.as_deref());
        secret(secret_of, file, "accounts.providers.client_secret_file", &mut wrong);
    }
    wrong.extend(check(&config));
    if wrong.is_empty() { Ok(config) } else { Err(wrong) }
}

fn secret(value: &mut String, file: Option<&Path>, key: &str, wrong: &mut Vec<Wrong>) {
    let Some(file) = file else { return };
    match std::fs::read_to_string(file) {
        Ok(text) => text.trim().clone_into(value),
        Err(error) => wrong.push(Wrong {
            key: key.to_owned(),
            says: format!("{}: {error}", file.display()),
        }),
    }
}

impl Config {
    /// Where the database is.
    pub fn database_url(&self) -> String {
        if self.database.url.is_empty() {
            format!("sqlite://{}", self.data.folder.join("sanviec.sqlite").display())
        } else {
            self.database.url.clone()
        }
    }

    /// Where the files lie that people hand in.
    pub fn files_folder(&self) -> PathBuf {
        self.data.folder.join("files")
    }

    /// Where the index lies.
    pub fn index_folder(&self) -> PathBuf {
        self.data.folder.join("index")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_files_are_right() {
        assert!(read(None, None).is_ok());
        assert!(read(None, Some(DEMO)).is_ok());
    }

    #[test]
    fn a_secret_may_lie_in_a_file() {
        let folder = std::env::temp_dir().join(format!("sanviec-config-{}", std::process::id()));
        std::fs::write(&folder, "hush\n").unwrap();
        let text = format!("[messages]\npassword_file = \"{}\"\n", folder.display());
        let config = read(None, Some(&text)).unwrap();
        assert_eq!(config.messages.password, "hush");
        assert!(!format!("{config:?}").contains("hush"));
        std::fs::remove_file(folder).unwrap();
    }
}
