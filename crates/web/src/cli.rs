//! The commands of the one binary.

mod agreement;
mod audit;
mod demo;
mod files;
mod generate;
mod operate;
mod serve;
mod staff;

use crate::config::{self, Config};
use clap::{Parser, Subcommand};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;
use tracing_subscriber::EnvFilter;

/// Sàn Việc: the job exchange of a provincial employment service centre.
#[derive(Debug, Parser)]
#[command(name = "sanviec", version)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serves the site, with the indexer and the workers inside.
    Serve(Configured),
    /// Does the jobs of the queue, beside any number of servers.
    Work(Configured),
    /// Brings the database's schema up to date.
    Migrate(Configured),
    /// Builds the search index anew from the database, while the site answers.
    Reindex(Configured),
    /// The official code lists.
    #[command(subcommand)]
    Reference(ReferenceCommand),
    /// Takes records in from a file.
    #[command(subcommand)]
    Import(ImportCommand),
    /// Writes records into a file.
    #[command(subcommand)]
    Export(ExportCommand),
    /// Writes an invented corpus of vacancies as JSON Lines that `import vacancies` reads.
    Generate(generate::Generate),
    /// Looks configuration, database, index, messages and disk over and says what to do.
    Doctor(Configured),
    /// Prints who may do what, for people who don't code.
    Access {
        /// vi or en; without one, both.
        #[arg(long, value_parser = audit::language)]
        language: Option<sanviec_domain::language::Locale>,
    },
    /// The audit log.
    #[command(subcommand)]
    Audit(AuditCommand),
    /// Agreements between businesses and colleges.
    #[command(subcommand)]
    Agreement(AgreementCommand),
    /// The centre's staff: who has which role.
    #[command(subcommand)]
    Staff(staff::StaffCommand),
    /// The configuration.
    #[command(subcommand)]
    Config(ConfigCommand),
    /// Starts a demo province: invented employers, vacancies, seekers, and a bar to switch roles.
    Demo(demo::Demo),
}

#[derive(Debug, clap::Args)]
struct Configured {
    /// The configuration file; without one, the built-in values.
    #[arg(long, env = "SANVIEC_CONFIG")]
    config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum ReferenceCommand {
    /// Loads the lists: from a folder, or those shipped inside the program.
    Load {
        #[command(flatten)]
        configured: Configured,
        /// A folder with the CSV files.
        #[arg(long)]
        folder: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
enum ImportCommand {
    /// Vacancies from CSV, XLSX or JSON Lines; docs/IMPORT.md has the columns.
    Vacancies {
        #[command(flatten)]
        configured: Configured,
        /// The file.
        file: PathBuf,
        /// Where to write what became of each row; beside the file by default.
        #[arg(long)]
        report: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
enum ExportCommand {
    /// Published vacancies, as CSV or JSON Lines by the file's ending.
    Vacancies {
        #[command(flatten)]
        configured: Configured,
        /// The file.
        file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
enum AuditCommand {
    /// Checks the chain of hashes; names the first broken line and ends with 1.
    Verify(Configured),
}

#[derive(Debug, Subcommand)]
enum AgreementCommand {
    /// Says whether a file is exactly a text that both sides have signed; ends with 1 where it isn't.
    Verify {
        #[command(flatten)]
        configured: Configured,
        /// The text, as it was downloaded.
        file: PathBuf,
    },
}

#[derive(Debug, Subcommand)]
enum ConfigCommand {
    /// Explains every wrong value.
    Check(Configured),
}

/// Runs a command.
pub fn run(cli: Cli) -> ExitCode {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("warn,sanviec=info,sanviec_web=info,sanviec_exchange=info,security=info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
    // For eyes as text; for whatever collects it as JSON, in which nothing that came from outside can
    // look like a line of its own.
    if std::io::stderr().is_terminal() {
        log.init();
    } else {
        log.json().init();
    }
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return fail(&error.into()),
    };
    match runtime.block_on(dispatch(cli.command)) {
        Ok(code) => code,
        Err(error) => fail(&error),
    }
}

fn fail(error: &anyhow::Error) -> ExitCode {
    eprintln!("sanviec: {error:#}");
    ExitCode::FAILURE
}

async fn dispatch(command: Command) -> anyhow::Result<ExitCode> {
    match command {
        Command::Serve(configured) => serve::serve(&configured.read()?).await,
        Command::Work(configured) => serve::work(&configured.read()?).await,
        Command::Migrate(configured) => operate::migrate(&configured.read()?).await,
        Command::Reindex(configured) => operate::reindex(&configured.read()?).await,
        Command::Doctor(configured) => operate::doctor(&configured.read()?).await,
        Command::Reference(ReferenceCommand::Load { configured, folder }) => operate::load_reference(&configured.read()?, folder.as_deref()).await,
        Command::Import(ImportCommand::Vacancies { configured, file, report }) => files::import(&configured.read()?, &file, report).await,
        Command::Export(ExportCommand::Vacancies { configured, file }) => files::export(&configured.read()?, &file).await,
        Command::Generate(generate) => generate.run(),
        Command::Access { language } => Ok(audit::access(language)),
        Command::Audit(AuditCommand::Verify(configured)) => audit::verify(&configured.read()?).await,
        Command::Agreement(AgreementCommand::Verify { configured, file }) => agreement::verify(&configured.read()?, &file).await,
        Command::Config(ConfigCommand::Check(configured)) => {
            configured.read()?;
            println!("The configuration is right.");
            Ok(ExitCode::SUCCESS)
        }
        Command::Staff(command) => staff::run(command).await,
        Command::Demo(demo) => demo.run().await,
    }
}

impl Configured {
    fn read(&self) -> anyhow::Result<Config> {
        explain(config::read(self.config.as_deref(), None))
    }
}

/// Every wrong value on a line of its own.
fn explain(read: Result<Config, Vec<config::Wrong>>) -> anyhow::Result<Config> {
    read.map_err(|wrong| {
        let lines: Vec<String> = wrong.iter().map(|wrong| format!("  {wrong}")).collect();
        anyhow::anyhow!("the configuration is wrong:\n{}", lines.join("\n"))
    })
}
