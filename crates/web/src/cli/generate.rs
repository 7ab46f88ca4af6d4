//! `generate`: an invented corpus of any size, as JSON Lines that `import vacancies` reads.

use anyhow::Context;
use indicatif::{ProgressBar, ProgressStyle};
use sanviec_domain::reference::Reference;
use sanviec_domain::time::Clock;
use sanviec_exchange::generate::{Corpus, CorpusOptions};
use std::fs::File;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

/// Vacancies written between two steps of the progress bar.
const STEP: u64 = 1_000;

/// What to generate.
#[derive(Debug, clap::Args)]
pub struct Generate {
    /// How many vacancies.
    #[arg(value_parser = clap::value_parser!(u64).range(1..=50_000_000))]
    count: u64,
    /// Another seed gives another corpus; the same seed always gives the same one on the same day.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many employers; by default one for about fourteen vacancies, as in the demo province. With
    /// the same number, a larger corpus begins with the smaller one.
    #[arg(long)]
    employers: Option<usize>,
    /// The file; without it, standard output.
    #[arg(short, long)]
    output: Option<PathBuf>,
}

impl Generate {
    /// Writes the corpus.
    pub(super) fn run(&self) -> anyhow::Result<ExitCode> {
        let lists = Reference::embedded();
        let reference = Arc::new(Reference::new(lists.lists().clone(), lists.home()));
        let employers = self.employers.unwrap_or_else(|| (self.count / 14).clamp(10, 20_000) as usize);
        let corpus = Corpus::new(
            self.seed,
            reference,
            CorpusOptions {
                today: crate::clock::SystemClock.today(),
                employers,
            },
        );
        let written = match &self.output {
            Some(file) => {
                let out = File::create(file).with_context(|| format!("{} can't be written", file.display()))?;
                self.write(&corpus, out).with_context(|| format!("writing {}", file.display()))
            }
            None => self.write(&corpus, io::stdout().lock()).context("writing to standard output"),
        };
        match written {
            // Whoever reads has seen enough (`| head`): nothing is wrong.
            Err(error) if error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe) => Ok(ExitCode::SUCCESS),
            other => other.map(|()| ExitCode::SUCCESS),
        }
    }

    fn write(&self, corpus: &Corpus, out: impl Write) -> io::Result<()> {
        let mut out = BufWriter::with_capacity(1 << 18, out);
        let bar = if io::stderr().is_terminal() {
            ProgressBar::new(self.count)
        } else {
            ProgressBar::hidden()
        };
        if let Ok(style) = ProgressStyle::with_template("{wide_bar} {human_pos}/{human_len}  {per_sec}  {eta}") {
            bar.set_style(style);
        }
        let mut at = 0;
        while at < self.count {
            let end = (at + STEP).min(self.count);
            corpus.write_range(&mut out, at..end)?;
            bar.set_position(end);
            at = end;
        }
        out.flush()?;
        bar.finish_and_clear();
        eprintln!("{} vacancies of {} employers, seed {}.", self.count, corpus.employers().len(), self.seed);
        Ok(())
    }
}
