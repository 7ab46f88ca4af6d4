//! `access` and `audit verify`: what an inspector asks for.

use crate::boot;
use crate::config::Config;
use sanviec_domain::access::words;
use sanviec_domain::language::Locale;
use sanviec_exchange::admin::chain::report;
use std::process::ExitCode;

/// A language as it is typed.
pub(super) fn language(tag: &str) -> Result<Locale, String> {
    Locale::from_tag(tag).ok_or_else(|| "vi or en".to_owned())
}

/// Prints the table of access, in one language or in both.
pub(super) fn access(language: Option<Locale>) -> ExitCode {
    let languages = language.map_or_else(|| Locale::ALL.to_vec(), |one| vec![one]);
    let tables: Vec<String> = languages.into_iter().map(words::listing).collect();
    println!("{}", tables.join("\n"));
    ExitCode::SUCCESS
}

/// Walks the audit log's chain and names the first line that is not as it was written.
pub(super) async fn verify(config: &Config) -> anyhow::Result<ExitCode> {
    let store = boot::database(config).await?;
    let (says, whole) = report(&store).await?;
    println!("{says}");
    Ok(if whole { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
