//! `demo`: a whole province to try out, in one folder, with a bar to switch roles.

use super::explain;
use crate::config::{self, Config, Environment};
use crate::{App, boot, server};
use anyhow::{Context, bail};
use sanviec_domain::time::{Instant, SharedClock, SharedIds};
use sanviec_exchange::context::MovableClock;
use sanviec_exchange::province::{self, Size};
use sanviec_exchange::referencing::{self, LoadError};
use sanviec_exchange::{Exchange, indexing};
use std::io::Write;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Where the demo lives and answers.
#[derive(Debug, clap::Args)]
pub struct Demo {
    /// The folder of its database, index and files; remove it to begin anew.
    #[arg(long, default_value = "var/demo")]
    dir: PathBuf,
    /// The address it answers on; port 0 picks a free one.
    #[arg(long, default_value = "127.0.0.1:8080")]
    listen: String,
    /// A small province (200 vacancies), which is there within seconds.
    #[arg(long)]
    small: bool,
    /// A configuration file over the demo's own values.
    #[arg(long)]
    config: Option<PathBuf>,
    /// What its clock shows at the start, as in 2026-11-05T02:00:00Z; a new province is invented as
    /// of then. The time is the machine's where this isn't given.
    #[arg(long)]
    at: Option<Instant>,
    /// A year that is told from the beginning in a new province: its conferences, negotiations and
    /// signatures. Its figures are at /tt/so-lieu?nam=2024.
    #[arg(long, value_parser = ["2024"])]
    story: Option<String>,
}

impl Demo {
    /// Seeds the province where there is none, then serves it until told to stop.
    pub(super) async fn run(&self) -> anyhow::Result<ExitCode> {
        let config = self.configuration()?;
        let (real, ids) = boot::system();
        let clock = Arc::new(MovableClock::new(real.clone()));
        if let Some(at) = self.at {
            clock.advance(at - real.now());
        }
        let shared: SharedClock = clock.clone();
        let exchange = self.open(&config, shared, ids, &clock).await?;
        let address = format!("{}/", config.server.base_url);
        let app = App::new(exchange, config, Some(clock));
        server::serve(app, server::until_told(), |_| {
            eprintln!("Sàn Việc đang chạy / is running: {address}   (Ctrl-C: dừng / stop)");
            println!("{address}");
            // Whoever waits for the line reads it through a pipe.
            let _ = std::io::stdout().flush();
        })
        .await?;
        Ok(ExitCode::SUCCESS)
    }

    fn configuration(&self) -> anyhow::Result<Config> {
        let mut config = explain(config::read(self.config.as_deref(), Some(config::DEMO)))?;
        if config.environment == Environment::Production {
            bail!("the demo shows everybody's sign-in codes and lets anybody become an officer: it refuses a production configuration");
        }
        config.data.folder.clone_from(&self.dir);
        let address = free_address(&self.listen)?;
        config.server.listen = address.to_string();
        config.server.base_url = base_url(&self.listen, address);
        Ok(config)
    }

    /// The exchange, with everything in it. What takes long says so.
    async fn open(&self, config: &Config, clock: SharedClock, ids: SharedIds, movable: &MovableClock) -> anyhow::Result<Exchange> {
        let store = boot::database(config).await?;
        if store.pending_migrations().await? > 0 {
            eprintln!("Chuẩn bị cơ sở dữ liệu… / preparing the database in {} …", self.dir.display());
            store.migrate().await?;
        }
        referencing::load(&store, clock.clone(), ids.clone(), None).await.map_err(|error| match error {
            LoadError::Rows(rows) => anyhow::anyhow!(
                "the lists inside the program are wrong: {}",
                rows.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
            ),
            LoadError::Exchange(error) => error.into(),
        })?;
        store.close().await?;
        let exchange = boot::open(config, clock, ids).await?;
        let is_new = !province::is_seeded(&exchange).await?;
        if self.story.is_some() {
            if !is_new {
                bail!(
                    "{} holds a province already; a story is told in a new one: choose another folder with --dir",
                    self.dir.display()
                );
            }
            eprintln!("Kể lại năm 2024… / telling the year 2024 …");
            province::story::tell(&exchange, movable).await.context("the story can't be told")?;
        }
        if is_new {
            eprintln!("Tạo dữ liệu mẫu… / inventing the province …");
            province::seed(&exchange, if self.small { Size::Small } else { Size::Province })
                .await
                .context("the demo province can't be made")?;
        }
        if is_new || exchange.index.needs_rebuild() || exchange.index.documents() == 0 {
            eprintln!("Lập chỉ mục tìm kiếm… / building the search index …");
            indexing::rebuild(&exchange).await.context("the index can't be built")?;
        }
        let figures = province::figures(&exchange).await?;
        eprintln!(
            "{} nhà tuyển dụng, {} tin, {} người tìm việc, {} trường / employers, vacancies, seekers, colleges (mẫu)",
            figures.employers, figures.vacancies, figures.seekers, figures.colleges
        );
        if exchange.index.documents() * 5 < figures.vacancies {
            eprintln!(
                "Dữ liệu mẫu đã cũ: xoá thư mục {0} để tạo lại. / The province has grown old: remove {0} for a fresh one.",
                self.dir.display()
            );
        }
        Ok(exchange)
    }
}

/// Makes sure that the address is free before anything long is begun; with port 0, a free port is
/// found now, because messages carry the address in their links.
fn free_address(listen: &str) -> anyhow::Result<SocketAddr> {
    let probe = TcpListener::bind(listen).with_context(|| format!("{listen} is taken or can't be listened on; choose another with --listen, as in --listen 127.0.0.1:0"))?;
    Ok(probe.local_addr()?)
}

/// How the site is reached: by the name that was asked for, where it was one (passkeys belong to names),
/// else by the address.
fn base_url(asked: &str, address: SocketAddr) -> String {
    match asked.rsplit_once(':') {
        Some((host, _)) if !host.is_empty() && host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.') && host.parse::<IpAddr>().is_err() => {
            format!("http://{host}:{}", address.port())
        }
        _ => format!("http://{}", reachable(address)),
    }
}

/// An address that a browser on this machine can open.
fn reachable(address: SocketAddr) -> SocketAddr {
    let ip = match address.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, address.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_free_port_is_found_and_a_taken_one_is_named() {
        let address = free_address("127.0.0.1:0").unwrap();
        assert_ne!(address.port(), 0);
        let holder = TcpListener::bind("127.0.0.1:0").unwrap();
        let taken = holder.local_addr().unwrap().to_string();
        assert!(free_address(&taken).unwrap_err().to_string().contains("--listen"));
    }

    #[test]
    fn the_printed_address_can_be_opened() {
        assert_eq!(reachable("0.0.0.0:8080".parse().unwrap()).to_string(), "127.0.0.1:8080");
        assert_eq!(reachable("[::]:8080".parse().unwrap()).to_string(), "[::1]:8080");
        assert_eq!(reachable("10.1.2.3:80".parse().unwrap()).to_string(), "10.1.2.3:80");
    }

    #[test]
    fn a_name_that_was_asked_for_stays() {
        let address = "127.0.0.1:8080".parse().unwrap();
        assert_eq!(base_url("localhost:0", address), "http://localhost:8080");
        for asked in ["127.0.0.1:0", "0.0.0.0:0", "[::1]:0", ":0"] {
            assert_eq!(base_url(asked, address), "http://127.0.0.1:8080", "{asked}");
        }
    }

    #[test]
    fn a_production_configuration_is_refused() {
        let folder = std::env::temp_dir().join(format!("sanviec-demo-{}.toml", std::process::id()));
        std::fs::write(&folder, "environment = \"production\"\n").unwrap();
        let demo = Demo {
            dir: "var/demo".into(),
            listen: "127.0.0.1:0".to_owned(),
            small: true,
            config: Some(folder.clone()),
            at: None,
            story: None,
        };
        assert!(demo.configuration().is_err());
        std::fs::remove_file(folder).unwrap();
    }
}
