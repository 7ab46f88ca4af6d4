//! `import vacancies` and `export vacancies`.

use crate::boot;
use crate::config::Config;
use anyhow::{Context, bail};
use indicatif::{ProgressBar, ProgressStyle};
use sanviec_domain::access::Actor;
use sanviec_domain::language::Locale;
use sanviec_exchange::export::{CsvExport, ExportRow, write_jsonl};
use sanviec_exchange::import::Limits;
use sanviec_exchange::importing::{self, Progress, RowOutcome, RowReport};
use sanviec_exchange::vacancies::read;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Takes vacancies in and writes what became of each row.
pub(super) async fn import(config: &Config, file: &Path, report: Option<PathBuf>) -> anyhow::Result<ExitCode> {
    let (clock, ids) = boot::system();
    let exchange = boot::open(config, clock, ids).await?;
    let report = report.unwrap_or_else(|| {
        let mut name = file.file_name().unwrap_or_default().to_owned();
        name.push(".report.csv");
        file.with_file_name(name)
    });
    let mut reporter = Reporter::new(&report)?;
    let totals = importing::run(&exchange, &Actor::System, file, Limits::default(), &mut reporter).await?;
    reporter.finish()?;
    println!(
        "imported {}, updated {}, unchanged {}, refused {}",
        totals.imported, totals.updated, totals.unchanged, totals.refused
    );
    println!("report: {}", report.display());
    Ok(if totals.refused == 0 { ExitCode::SUCCESS } else { ExitCode::from(2) })
}

/// The report file and the progress bar.
struct Reporter {
    out: csv_out::Writer,
    bar: ProgressBar,
}

impl Reporter {
    fn new(path: &Path) -> anyhow::Result<Self> {
        let out = csv_out::Writer::new(path)?;
        let bar = ProgressBar::hidden();
        Ok(Self { out, bar })
    }

    fn finish(self) -> anyhow::Result<()> {
        self.bar.finish_and_clear();
        self.out.flush()
    }
}

impl Progress for Reporter {
    fn opened(&mut self, total: u64) {
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} {eta}").unwrap_or_else(|_| ProgressStyle::default_bar());
        self.bar = ProgressBar::new(total).with_style(style);
    }

    fn row(&mut self, report: &RowReport) {
        self.bar.inc(1);
        let (outcome, says) = match &report.outcome {
            RowOutcome::Imported => ("imported", String::new()),
            RowOutcome::Updated => ("updated", String::new()),
            RowOutcome::Unchanged => ("unchanged", String::new()),
            RowOutcome::Refused(refused) => ("refused", refused.messages(Locale::Vi).join("; ")),
        };
        self.out.line(&[&report.line.to_string(), &report.reference, outcome, &says]);
    }
}

/// A CSV file whose first error is kept until the end.
mod csv_out {
    use anyhow::Context;
    use sanviec_exchange::import::cell::guard;
    use std::fs::File;
    use std::io::{BufWriter, Write};
    use std::path::Path;

    pub struct Writer {
        out: BufWriter<File>,
        failed: Option<std::io::Error>,
    }

    impl Writer {
        pub fn new(path: &Path) -> anyhow::Result<Self> {
            let file = File::create(path).with_context(|| format!("the report {} can't be written", path.display()))?;
            let mut writer = Self {
                out: BufWriter::new(file),
                failed: None,
            };
            writer.line(&["line", "external_reference", "outcome", "reasons"]);
            Ok(writer)
        }

        pub fn line(&mut self, cells: &[&str]) {
            let cells: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", guard((*cell).to_owned()).replace('"', "\"\""))).collect();
            if let Err(error) = writeln!(self.out, "{}", cells.join(",")) {
                self.failed.get_or_insert(error);
            }
        }

        pub fn flush(mut self) -> anyhow::Result<()> {
            if let Some(error) = self.failed.take() {
                return Err(error.into());
            }
            Ok(self.out.flush()?)
        }
    }
}

/// Writes the published vacancies into a file.
pub(super) async fn export(config: &Config, file: &Path) -> anyhow::Result<ExitCode> {
    let (clock, ids) = boot::system();
    let exchange = boot::open(config, clock, ids).await?;
    let as_lines = match file.extension().and_then(|ending| ending.to_str()) {
        Some("jsonl" | "ndjson") => true,
        Some("csv") => false,
        _ => bail!("{}: the ending must be .csv or .jsonl", file.display()),
    };
    let out = BufWriter::new(File::create(file).with_context(|| format!("{} can't be written", file.display()))?);
    let reference = exchange.reference.clone();
    let mut target = if as_lines {
        Target::Lines(out)
    } else {
        Target::Csv(Box::new(CsvExport::new(out, &reference)?))
    };
    let (mut after, mut count) = (None, 0u64);
    loop {
        let page = read::published_page(&exchange, after, 500).await?;
        let Some(last) = page.last() else { break };
        after = Some(last.vacancy.id);
        for view in &page {
            let reference = view.vacancy.external_reference.clone().unwrap_or_else(|| format!("SV-{}", view.vacancy.number));
            let row = ExportRow {
                external_reference: &reference,
                employer_tax_code: view.employer.tax_code.as_ref(),
                employer_name: &view.employer.name,
                content: &view.vacancy.content,
            };
            match &mut target {
                Target::Lines(out) => write_jsonl(out, &row)?,
                Target::Csv(out) => out.write(&row)?,
            }
            count += 1;
        }
    }
    match target {
        Target::Lines(mut out) => out.flush()?,
        Target::Csv(out) => out.finish()?.flush()?,
    }
    println!("{count} vacancies written to {}", file.display());
    Ok(ExitCode::SUCCESS)
}

enum Target<'r> {
    Lines(BufWriter<File>),
    Csv(Box<CsvExport<'r, BufWriter<File>>>),
}
