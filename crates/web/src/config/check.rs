//! What a configuration must not say, each with what to write instead.

use super::{Config, Environment, Wrong};
use sanviec_domain::place::ProvinceCode;
use std::net::{IpAddr, SocketAddr};

/// Months that the consent sentence and the privacy page promise. A centre may delete sooner.
const PROMISED_MONTHS: u32 = 6;

/// The shortest secret that seals others, in characters.
const SHORTEST_SECRET: usize = 32;

/// Every wrong value of a configuration.
pub fn check(config: &Config) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    let mut say = |key: &str, says: String| wrong.push(Wrong { key: key.to_owned(), says });
    if config.server.listen.parse::<SocketAddr>().is_err() {
        say("server.listen", format!("“{}” is not an address with a port, as in 127.0.0.1:8080", config.server.listen));
    }
    match url::Url::parse(&config.server.base_url) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.path() == "/" => {
            if config.environment == Environment::Production && url.scheme() != "https" {
                say("server.base_url", "must begin with https:// in production".to_owned());
            }
        }
        _ => say(
            "server.base_url",
            format!("“{}” is not an address as in https://vieclam.example.gov.vn", config.server.base_url),
        ),
    }
    if !config.database.url.is_empty() && !["sqlite:", "postgres:", "postgresql:"].iter().any(|scheme| config.database.url.starts_with(scheme)) {
        say("database.url", "must begin with sqlite: or postgres:".to_owned());
    }
    if config.database.readers == 0 || config.database.readers > 200 {
        say("database.readers", "must lie between 1 and 200".to_owned());
    }
    if config.site.province.parse::<ProvinceCode>().is_err() {
        say("site.province", format!("“{}” is not a province code of two digits, as in 33", config.site.province));
    }
    if config.sessions.idle_days == 0 || config.sessions.idle_days > 90 {
        say("sessions.idle_days", "must lie between 1 and 90".to_owned());
    }
    if !(5..=720).contains(&config.sessions.staff_idle_minutes) {
        say("sessions.staff_idle_minutes", "must lie between 5 and 720".to_owned());
    }
    if !(1..=24).contains(&config.sessions.staff_hours) {
        say("sessions.staff_hours", "must lie between 1 and 24".to_owned());
    }
    if config.limits.retention_months == 0 || config.limits.retention_months > PROMISED_MONTHS {
        say(
            "limits.retention_months",
            format!("must lie between 1 and {PROMISED_MONTHS}: the consent sentence promises that data is deleted after {PROMISED_MONTHS} months"),
        );
    }
    if !(1..=1_000).contains(&config.moderation.sample_every) {
        say("moderation.sample_every", "must lie between 1 (each is looked at) and 1000".to_owned());
    }
    if config.matching.weights.is_empty() {
        say("matching.weights", "needs at least one set of weights".to_owned());
    }
    for weights in config.matching.weights.iter().filter(|weights| !weights.is_whole()) {
        say("matching.weights", format!("those from {} on don't add up to 100", weights.from));
    }
    let fairness = config.matching.fairness;
    if fairness.exposure > 100 || fairness.minimum > 100 || fairness.floor > 10_000 {
        say("matching.fairness", "exposure and minimum must lie between 0 and 100, floor between 0 and 10000".to_owned());
    }
    for wrong in wrong_providers(config) {
        say("accounts.providers", wrong);
    }
    for (key, secret) in [("accounts.secret", &config.accounts.secret), ("accounts.secret_before", &config.accounts.secret_before)] {
        if !secret.is_empty() && secret.len() < SHORTEST_SECRET {
            say(key, format!("is too short: {SHORTEST_SECRET} characters at least, as from `openssl rand -base64 32`"));
        }
    }
    match config.messages.email.as_str() {
        "file" if config.messages.folder.as_os_str().is_empty() => say("messages.folder", "is needed when messages.email is file".to_owned()),
        "smtp" if config.messages.host.is_empty() => say("messages.host", "is needed when messages.email is smtp".to_owned()),
        "box" | "file" | "smtp" => {}
        other => say("messages.email", format!("“{other}” is none of box, file, smtp")),
    }
    match config.messages.text.as_str() {
        "box" => {}
        "gateway" => match url::Url::parse(&config.messages.gateway_url) {
            Err(_) => say("messages.gateway_url", "is needed when messages.text is gateway".to_owned()),
            Ok(_) if config.messages.gateway_token.is_empty() => say("messages.gateway_token", "is needed when messages.text is gateway".to_owned()),
            Ok(_) => {}
        },
        other => say("messages.text", format!("“{other}” is none of box, gateway")),
    }
    if config.environment == Environment::Production {
        for (key, says) in open_ways(config) {
            say(key, says);
        }
        if config.webhooks.private {
            say("webhooks.private", "would let employers reach into the house; production needs false".to_owned());
        }
        if config.demo.bar {
            say("demo.bar", "the demo bar cannot be switched on in production".to_owned());
        }
        if config.accounts.secret.is_empty() {
            say("accounts.secret_file", "is needed in production: make the file with `openssl rand -base64 32`".to_owned());
        }
        if config.messages.email == "box" {
            say("messages.email", "box keeps messages in the house; production needs smtp or file".to_owned());
        }
        if config.messages.text == "box" {
            say("messages.text", "box keeps messages in the house; production needs gateway".to_owned());
        }
    }
    wrong
}

/// What is wrong with the providers.
fn wrong_providers(config: &Config) -> Vec<String> {
    let mut wrong = Vec::new();
    let providers = &config.accounts.providers;
    if !providers.is_empty() && !sanviec_exchange::accounts::providers::is_built() {
        wrong.push("this program was built without the feature oidc".to_owned());
    }
    for (at, provider) in providers.iter().enumerate() {
        let key = &provider.key;
        if key.is_empty() || key.len() > 32 || !key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
            wrong.push(format!("key “{key}” must be 1 to 32 of a-z, 0-9 and -"));
        }
        if providers[..at].iter().any(|other| other.key == *key) {
            wrong.push(format!("key “{key}” stands twice"));
        }
        if provider.name.trim().is_empty() || provider.client_id.is_empty() {
            wrong.push(format!("“{key}” needs a name and a client_id"));
        }
        match url::Url::parse(&provider.issuer) {
            Ok(url) if url.scheme() == "https" || (url.scheme() == "http" && config.environment != Environment::Production) => {}
            _ => wrong.push(format!("issuer of “{key}” must be an address that begins with https://")),
        }
    }
    wrong
}

/// What would travel readable over a network (ASVS 5.0 V12.3). What stays on this machine may.
fn open_ways(config: &Config) -> Vec<(&'static str, String)> {
    let mut open = Vec::new();
    let database = &config.database.url;
    if database.starts_with("postgres") && !url::Url::parse(database).is_ok_and(|url| hosts(&url).iter().all(|host| is_here(host.as_deref())) || verifies(&url)) {
        open.push(("database.url", "a database on another machine needs ?sslmode=verify-full in production".to_owned()));
    }
    if config.messages.text == "gateway" && !url::Url::parse(&config.messages.gateway_url).is_ok_and(|url| url.scheme() == "https" || is_here(url.host_str())) {
        open.push(("messages.gateway_url", "must begin with https:// in production".to_owned()));
    }
    if config.messages.email == "smtp" && config.messages.plain && !is_here(Some(&config.messages.host)) {
        open.push(("messages.plain", "a mail server on another machine needs TLS in production".to_owned()));
    }
    open
}

/// This machine: its loopback addresses, or no host, which is a socket file.
fn is_here(host: Option<&str>) -> bool {
    let Some(host) = host.filter(|host| !host.is_empty()) else { return true };
    host == "localhost" || host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
}

/// Every host a database's URL names: a parameter counts more than the address.
fn hosts(url: &url::Url) -> Vec<Option<String>> {
    let named = url.query_pairs().filter(|(name, _)| name == "host" || name == "hostaddr");
    let named: Vec<Option<String>> = named.map(|(_, host)| Some(host.into_owned()).filter(|host| !host.starts_with('/'))).collect();
    if named.is_empty() { vec![url.host_str().map(ToOwned::to_owned)] } else { named }
}

fn verifies(url: &url::Url) -> bool {
    let modes = url.query_pairs().filter(|(name, _)| name == "sslmode" || name == "ssl-mode");
    modes.last().is_some_and(|(_, mode)| mode == "verify-full")
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn the_demo_bar_cannot_be_switched_on_in_production() {
        let text = "environment = \"production\"\n[demo]\nbar = true\n";
        let wrong = read(None, Some(text)).unwrap_err();
        let keys: Vec<&str> = wrong.iter().map(|wrong| wrong.key.as_str()).collect();
        assert_eq!(keys, ["server.base_url", "demo.bar", "accounts.secret_file", "messages.email", "messages.text"]);
    }

    #[test]
    fn every_wrong_value_is_explained() {
        let text = "[server]\nlisten = \"here\"\nbase_url = \"there\"\n[site]\nprovince = \"x\"\n[messages]\nemail = \"pigeon\"\n[limits]\nretention_months = 12\n[database]\nurl = \"mysql://x\"\nreaders = 0\n";
        let keys: Vec<String> = read(None, Some(text)).unwrap_err().into_iter().map(|wrong| wrong.key).collect();
        assert_eq!(
            keys,
            [
                "server.listen",
                "server.base_url",
                "database.url",
                "database.readers",
                "site.province",
                "limits.retention_months",
                "messages.email"
            ]
        );
    }

    #[test]
    fn nothing_travels_readable_in_production() {
        let keys = |database: &str, gateway: &str, host: &str| -> Vec<String> {
            let text = format!(
                "environment = \"production\"\n[server]\nbase_url = \"https://viec.example\"\n[accounts]\nsecret = \"{}\"\n[database]\nurl = \"{database}\"\n[messages]\nemail = \"smtp\"\nhost = \"{host}\"\nplain = true\ntext = \"gateway\"\ngateway_url = \"{gateway}\"\ngateway_token = \"t\"\n",
                "x".repeat(40)
            );
            read(None, Some(&text)).map_or_else(|wrong| wrong.into_iter().map(|wrong| wrong.key).collect(), |_| Vec::new())
        };
        let open = ["database.url", "messages.gateway_url", "messages.plain"];
        assert_eq!(keys("postgres://sanviec@db.example/sanviec", "http://sms.example/v1", "smtp.example"), open);
        assert_eq!(keys("postgres://sanviec@db.example/sanviec?sslmode=require", "http://sms.example/v1", "10.0.0.4"), open);
        assert!(keys("postgres://sanviec@db.example/sanviec?sslmode=verify-full", "https://sms.example/v1", "127.0.0.1").is_empty());
        assert!(keys("postgres://sanviec@localhost/sanviec", "http://[::1]:9/v1", "localhost").is_empty());
        let elsewhere = "postgres://sanviec@localhost/sanviec?host=db.example";
        assert_eq!(keys(elsewhere, "https://sms.example/v1", "127.0.0.1"), ["database.url"]);
        let undone = "postgres://sanviec@db.example/sanviec?sslmode=verify-full&sslmode=disable";
        assert_eq!(keys(undone, "https://sms.example/v1", "127.0.0.1"), ["database.url"]);
        assert!(keys("postgres:///sanviec?host=/run/postgresql", "https://sms.example/v1", "127.0.0.1").is_empty());
        assert!(keys("sqlite://sanviec.sqlite", "https://sms.example/v1", "::1").is_empty());
    }
}
