//! Looks the house over and says what to do: database, index, reference lists, messages, disk.

use crate::Exchange;
use sanviec_domain::time::Instant;
use sanviec_store::messages::Channel;
use sanviec_store::schedules::Schedule;
use std::path::Path;

/// How one thing stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// What was looked at.
    pub subject: &'static str,
    /// Whether it is as it should be.
    pub healthy: bool,
    /// How it stands, and what to do where it is not well.
    pub says: String,
}

fn well(subject: &'static str, says: impl Into<String>) -> Finding {
    Finding {
        subject,
        healthy: true,
        says: says.into(),
    }
}

fn ill(subject: &'static str, says: impl Into<String>) -> Finding {
    Finding {
        subject,
        healthy: false,
        says: says.into(),
    }
}

/// Looks at everything a running exchange needs.
pub async fn examine(exchange: &Exchange, data_folder: &Path) -> Vec<Finding> {
    let mut findings = Vec::new();
    findings.push(match exchange.store.ping().await {
        Ok(()) => well("database", format!("{:?} answers", exchange.store.engine())),
        Err(error) => ill("database", format!("{error}. Check database.url and that the server runs.")),
    });
    findings.push(match exchange.store.pending_migrations().await {
        Ok(0) => well("schema", "up to date"),
        Ok(pending) => ill("schema", format!("{pending} steps are missing. Run `sanviec migrate`.")),
        Err(error) => ill("schema", error.to_string()),
    });
    findings.push(match sanviec_store::feed::last(exchange.store.reader()).await {
        Ok(last) => {
            let behind = last - exchange.index.applied();
            if behind < 0 {
                ill(
                    "index",
                    format!(
                        "newer than the database by {} changes: an older database was put back. Restart `sanviec serve`, which builds the index anew, or run `sanviec reindex`.",
                        -behind
                    ),
                )
            } else if exchange.index.needs_rebuild() {
                ill("index", "made by another version. Run `sanviec reindex`.")
            } else if behind > 10_000 {
                ill("index", format!("{behind} changes behind. Is `sanviec serve` running? Else run `sanviec reindex`."))
            } else {
                well("index", format!("{} vacancies, {behind} changes behind", exchange.index.documents()))
            }
        }
        Err(error) => ill("index", error.to_string()),
    });
    findings.push(match sanviec_store::jobs::counts(exchange.store.reader()).await {
        Ok(counts) if counts.dead > 0 => ill("jobs", format!("{} jobs are dead letters. See the administration page; they can be retried.", counts.dead)),
        Ok(counts) => well("jobs", format!("{} wait, {} run", counts.ready, counts.running)),
        Err(error) => ill("jobs", error.to_string()),
    });
    findings.push(match sanviec_store::schedules::all(exchange.store.reader()).await {
        Ok(schedules) => schedule(&schedules, exchange.now()),
        Err(error) => ill("schedules", error.to_string()),
    });
    for (subject, channel) in [("mail", Channel::Email), ("text messages", Channel::Sms)] {
        findings.push(match exchange.channels.of(channel).check().await {
            Ok(says) => well(subject, says),
            Err(error) => ill(subject, format!("{error}. Check the [messages] section of the configuration.")),
        });
    }
    for provider in exchange.settings.providers.list() {
        findings.push(match crate::accounts::providers::check(exchange, provider).await {
            Ok(()) => well("sign-in provider", format!("{} answers", provider.name)),
            Err(error) => ill("sign-in provider", format!("{}: {error}. Check accounts.providers.", provider.name)),
        });
    }
    findings.push(disk(data_folder));
    findings
}

/// Whether what happens again and again does happen.
fn schedule(schedules: &[Schedule], now: Instant) -> Finding {
    if schedules.is_empty() {
        return well("schedules", "nothing has run yet; `sanviec serve` and `sanviec work` see to it");
    }
    let moment = |at: Instant| at.format("%Y-%m-%d %H:%M UTC").to_string();
    let late: Vec<&str> = schedules.iter().filter(|schedule| schedule.is_late(now)).map(|schedule| schedule.name.as_str()).collect();
    let lines: Vec<String> = schedules
        .iter()
        .map(|schedule| match (schedule.last_run, schedule.last_count) {
            (Some(at), Some(count)) => format!("{} {} ({count})", schedule.name, moment(at)),
            _ => format!("{} never", schedule.name),
        })
        .collect();
    let lines = lines.join("; ");
    if late.is_empty() {
        well("schedules", format!("last run (records dealt with): {lines}"))
    } else {
        ill(
            "schedules",
            format!("overdue: {}. Does `sanviec serve` or `sanviec work` run? Last run: {lines}", late.join(", ")),
        )
    }
}

/// Whether the data folder can be written to.
fn disk(folder: &Path) -> Finding {
    let probe = folder.join(".doctor");
    match std::fs::write(&probe, b"x").and_then(|()| std::fs::remove_file(&probe)) {
        Ok(()) => well("disk", format!("{} can be written to", folder.display())),
        Err(error) => ill("disk", format!("{}: {error}. Give the program a folder it may write to (data.folder).", folder.display())),
    }
}
