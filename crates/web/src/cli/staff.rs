//! `staff add`, `staff list`, `staff remove`: the centre's staff, and so the first administrator.

use super::Configured;
use crate::boot;
use crate::config::Config;
use anyhow::{Context, bail};
use clap::Subcommand;
use sanviec_domain::access::StaffRole;
use sanviec_domain::contact::{Email, PersonName, Phone};
use sanviec_domain::language::Locale;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::ExchangeError;
use sanviec_exchange::accounts::staff::{self, NewStaff};
use sanviec_exchange::admin::accounts::is_reason;
use std::process::ExitCode;

/// What can be done with the staff.
#[derive(Debug, Subcommand)]
pub(super) enum StaffCommand {
    /// Gives somebody a role and prints the link that sets the password: good once, for three days.
    Add {
        #[command(flatten)]
        configured: Configured,
        /// The e-mail address, to sign in with.
        #[arg(long)]
        email: Email,
        /// What the person does: moderator, counsellor, manager or admin.
        #[arg(long, value_parser = role)]
        role: StaffRole,
        /// The name, where the account is new.
        #[arg(long, value_parser = name)]
        name: Option<PersonName>,
        /// The telephone number, where the account is new.
        #[arg(long)]
        phone: Option<Phone>,
    },
    /// Who has which role, and whether the second factor is on.
    List(Configured),
    /// Takes away the second factor of somebody who has lost telephone and recovery codes; the next
    /// sign-in leads to setting up another.
    ForgetSecondFactor {
        #[command(flatten)]
        configured: Configured,
        /// The e-mail address.
        #[arg(long)]
        email: Email,
        /// How you made sure that it is this person who asks ("came with the identity card"): kept in
        /// the audit log.
        #[arg(long, value_parser = reason)]
        reason: String,
    },
    /// Takes a role, or every role, away; the person is signed out everywhere.
    Remove {
        #[command(flatten)]
        configured: Configured,
        /// The e-mail address.
        #[arg(long)]
        email: Email,
        /// One role; without it, every role.
        #[arg(long, value_parser = role)]
        role: Option<StaffRole>,
    },
}

fn role(written: &str) -> Result<StaffRole, String> {
    StaffRole::from_key(written).ok_or_else(|| {
        let keys: Vec<&str> = StaffRole::ALL.iter().map(|role| role.key()).collect();
        format!("none of {}", keys.join(", "))
    })
}

fn reason(written: &str) -> Result<String, String> {
    if is_reason(written) {
        Ok(written.trim().to_owned())
    } else {
        Err("say in 8 to 300 characters how you made sure who asks".to_owned())
    }
}

fn name(written: &str) -> Result<PersonName, String> {
    written.parse().map_err(|_| "not a name".to_owned())
}

async fn open(config: &Config) -> anyhow::Result<sanviec_exchange::Exchange> {
    let (clock, ids) = boot::system();
    boot::open(config, clock, ids).await
}

/// Runs one.
pub(super) async fn run(command: StaffCommand) -> anyhow::Result<ExitCode> {
    match command {
        StaffCommand::Add {
            configured,
            email,
            role,
            name,
            phone,
        } => {
            let exchange = open(&configured.read()?).await?;
            let to = email.to_string();
            let link = staff::add(&exchange, NewStaff { email, name, phone, role }).await.context("nothing was added")?;
            println!("{to} is {} now. Hand this link over; it sets the password once, within three days:", role.key());
            println!("{link}");
        }
        StaffCommand::List(configured) => {
            let exchange = open(&configured.read()?).await?;
            for member in staff::list(&exchange).await? {
                let roles: Vec<&str> = member.roles.iter().map(|role| role.key()).collect();
                let email = member.person.email.map(|email| email.to_string()).unwrap_or_default();
                let name = member.person.name.map(|name| name.to_string()).unwrap_or_default();
                let second = if member.second_factor { "second factor on" } else { "no second factor yet" };
                println!("{email}\t{name}\t{}\t{second}", roles.join(","));
            }
        }
        StaffCommand::ForgetSecondFactor { configured, email, reason } => {
            let exchange = open(&configured.read()?).await?;
            match staff::forget_second_factor(&exchange, &email, &reason).await {
                Err(ExchangeError::NotFound) => bail!("nobody has the address {email}"),
                Ok(true) => println!("{email} has no second factor any more and was signed out everywhere."),
                Ok(false) => println!("{email} had no second factor."),
                Err(error) => return Err(error.into()),
            }
        }
        StaffCommand::Remove { configured, email, role } => {
            let exchange = open(&configured.read()?).await?;
            let taken = match staff::remove(&exchange, &email, role).await {
                Err(ExchangeError::NotFound) => bail!("nobody has the address {email}"),
                other => other?,
            };
            if taken.is_empty() {
                bail!("{email} has no such role");
            }
            let taken: Vec<&str> = taken.iter().map(|role| role.label(Locale::En)).collect();
            println!("{email} is no longer {}; signed out everywhere.", taken.join(", "));
        }
    }
    Ok(ExitCode::SUCCESS)
}
