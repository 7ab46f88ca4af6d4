//! `sanviec agreement`: proving what was signed.

use crate::boot;
use crate::config::Config;
use anyhow::Context;
use sanviec_domain::language::Locale;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::agreements::proof::{Verdict, verify as compare};
use sanviec_render::format;
use std::path::Path;
use std::process::ExitCode;

/// The longest file that is looked at, in bytes.
const LARGEST: u64 = 20_000_000;

/// How it ends for a copy that was signed elsewhere: its bytes are known, its signature is not checked.
const COPY: u8 = 3;

/// Compares a file with what was signed: ends with 0 where both sides have signed exactly its bytes, with 3 for a
/// copy that was signed elsewhere.
pub(super) async fn verify(config: &Config, file: &Path) -> anyhow::Result<ExitCode> {
    let size = std::fs::metadata(file).with_context(|| format!("{} can't be read", file.display()))?.len();
    anyhow::ensure!(size <= LARGEST, "{} is larger than {LARGEST} bytes", file.display());
    let bytes = std::fs::read(file).with_context(|| format!("{} can't be read", file.display()))?;
    let store = boot::database(config).await?;
    let (hash, verdict) = compare(&store, &bytes).await?;
    println!("SHA-256 {hash}");
    match verdict {
        Verdict::Unknown => {
            println!("This is not the text of any agreement here: not one byte may differ.");
            Ok(ExitCode::FAILURE)
        }
        Verdict::Copy { agreement, file } => {
            let number = file.copy_of.map_or(0, |copy| copy.number);
            println!("A copy of version {number} of the agreement {} ({}),", agreement.number, agreement.state.label(Locale::En));
            println!(
                "handed in on {} by: {}. Not one byte has changed since.",
                format::moment(file.added_at, Locale::En),
                file.side.map_or("the centre", |side| side.label(Locale::En)),
            );
            println!("The electronic signature in it was not checked here: ask the service that issued its certificate.");
            Ok(ExitCode::from(COPY))
        }
        Verdict::Text {
            agreement,
            number,
            signatures,
            is_signed,
        } => {
            println!("Version {number} of the agreement {} ({}).", agreement.number, agreement.state.label(Locale::En));
            for made in &signatures {
                let title = if made.title.is_empty() { String::new() } else { format!(", {}", made.title) };
                println!(
                    "  {}: {}{title}, {}, with: {}",
                    made.side.label(Locale::En),
                    made.name,
                    format::moment(made.at, Locale::En),
                    made.factor.label(Locale::En),
                );
            }
            println!(
                "{}",
                if is_signed {
                    "Both sides have signed exactly this text."
                } else {
                    "It does not have both signatures."
                }
            );
            Ok(if is_signed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
        }
    }
}
