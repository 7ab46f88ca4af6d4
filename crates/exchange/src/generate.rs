//! An invented corpus of any size over the real parks, communes and occupations: employers,
//! vacancies, people, colleges. Nothing in it is a real person, employer or offer; employers and
//! colleges carry "(mẫu)", telephone numbers, tax codes and addresses come from ranges that nobody
//! was given.
//!
//! Everything follows from the seed, and thing number i is the same however many are made.
//! `shared/bench/gen_jobs.py` was the model for the skews.

mod employers;
mod jobs;
mod names;
mod people;
pub(crate) mod random;
mod texts;
mod unfair;
mod vacancies;

#[cfg(test)]
mod tests;

pub use employers::GeneratedEmployer;
pub use people::{GeneratedCollege, GeneratedPerson, GeneratedProgramme, GeneratedWish};
pub use unfair::{KINDS as SUSPICIOUS_KINDS, SuspiciousVacancy};
pub use vacancies::GeneratedVacancy;

use crate::export::{ExportRow, write_jsonl};
use chrono::NaiveDate;
use jobs::{Branch, EMPLOYERS_OF};
use random::{Dice, Stream, Zipf};
use sanviec_domain::place::CommuneCode;
use sanviec_domain::reference::Reference;
use std::collections::HashMap;
use std::io::{self, Write};
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// What a corpus is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CorpusOptions {
    /// Deadlines lie 5 to 85 days after this day.
    pub today: NaiveDate,
    /// How many employers: 300 for a demo, 20,000 for a benchmark.
    pub employers: usize,
}

/// The corpus of a seed.
#[derive(Debug)]
pub struct Corpus {
    seed: u64,
    reference: Arc<Reference>,
    options: CorpusOptions,
    employers: Vec<GeneratedEmployer>,
    employer_ranks: Zipf,
    sites: employers::Sites,
    jobs: HashMap<Branch, (Vec<usize>, Zipf)>,
    /// What every employer hires besides: shops and offices, factories.
    support_jobs: [(Vec<usize>, Zipf); 2],
    tail: Zipf,
    /// Communes as they were called before 2025, with the commune of today.
    former_names: Vec<(String, CommuneCode)>,
}

impl Corpus {
    /// Makes the employers and the tables; vacancies and people are made when asked for.
    pub fn new(seed: u64, reference: Arc<Reference>, options: CorpusOptions) -> Self {
        let options = CorpusOptions {
            employers: options.employers.max(1),
            ..options
        };
        let tail = Zipf::new(names::RARE_SYLLABLES, 1.0, 8.0);
        let sites = employers::Sites::new(&reference);
        let employers = Self::make_employers(&reference, seed, &options, &sites, &tail);
        let ranked = |jobs: Vec<usize>| {
            let ranks = Zipf::new(jobs.len(), 0.9, 0.8);
            (jobs, ranks)
        };
        let jobs = EMPLOYERS_OF.iter().map(|(branch, _)| (*branch, ranked(people::jobs_of(*branch)))).collect();
        let support_jobs = [Branch::Sales, Branch::Garment].map(|branch| ranked(people::jobs_named(branch.support_jobs())));
        let former = reference.lists().former_units.iter().filter(|unit| unit.is_default || unit.whole);
        let former_names = former.map(|unit| (unit.old_name.clone(), unit.new_code)).collect();
        Self {
            seed,
            options,
            employer_ranks: Zipf::new(employers.len(), 0.85, 5.0),
            employers,
            sites,
            jobs,
            support_jobs,
            tail,
            former_names,
            reference,
        }
    }

    /// Every employer.
    pub fn employers(&self) -> &[GeneratedEmployer] {
        &self.employers
    }

    /// The options it was made with.
    pub fn options(&self) -> CorpusOptions {
        self.options
    }

    /// A place in the home province whose wage floor is known.
    fn home_place(&self) -> sanviec_domain::place::Place {
        self.sites.commune(&mut Dice::new(self.seed, Stream::Unfair, 0))
    }

    /// Writes the first `count` vacancies as JSON Lines that the import reads. One in fifty is in
    /// decomposed Unicode (NFD), as some systems send it.
    pub fn write_corpus(&self, out: &mut impl Write, count: u64) -> io::Result<()> {
        self.write_range(out, 0..count)
    }

    /// Writes a part of the corpus, for several writers at once.
    pub fn write_range(&self, out: &mut impl Write, range: std::ops::Range<u64>) -> io::Result<()> {
        for index in range {
            let mut vacancy = self.vacancy(index);
            if Dice::new(self.seed, Stream::Raw, index).percent(2) {
                let content = &mut vacancy.content;
                for text in [&mut content.title, &mut content.description, &mut content.requirements, &mut content.benefits_other] {
                    *text = text.nfd().collect();
                }
            }
            write_jsonl(out, &self.export_row(&vacancy))?;
        }
        Ok(())
    }

    /// The vacancy as the export takes it.
    pub fn export_row<'v>(&'v self, vacancy: &'v GeneratedVacancy) -> ExportRow<'v> {
        let employer = &self.employers[vacancy.employer];
        ExportRow {
            external_reference: &vacancy.external_reference,
            employer_tax_code: Some(&employer.tax_code),
            employer_name: &employer.name,
            content: &vacancy.content,
        }
    }
}
