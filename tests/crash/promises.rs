//! What the program has acknowledged, and what was asked of it without an answer. The first must be
//! there once; of the second, each may be there once or not at all.

use std::collections::BTreeMap;
use std::fmt;

/// Whether something was done, as far as the one who asked knows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Known {
    /// It was never asked for.
    #[default]
    No,
    /// It was asked for and the program was killed before it answered.
    Maybe,
    /// It was acknowledged.
    Yes,
}

/// A vacancy an employer writes.
#[derive(Clone, Debug, Default)]
pub struct Posting {
    pub title: String,
    /// Known once its creation was acknowledged.
    pub id: Option<String>,
    pub created: Known,
    pub submitted: Known,
    pub published: Known,
    /// Looked at after the kill and found as promised; nothing changes it any more.
    pub settled: bool,
}

/// Somebody who applies.
#[derive(Clone, Debug)]
pub struct Applicant {
    pub name: String,
    pub phone: String,
    /// The key of the posting.
    pub posting: String,
    pub code_asked: Known,
    /// Where the code is entered, for which request, and the code.
    pub proof: Option<(String, String, String)>,
    pub sent: Known,
    pub settled: bool,
}

/// A file that is imported.
#[derive(Clone, Debug)]
pub struct Import {
    /// The word all its titles share.
    pub word: String,
    pub rows: usize,
    pub done: Known,
    /// Rows that are known to be there.
    pub there: usize,
    pub settled: bool,
}

/// Everything.
#[derive(Debug, Default)]
pub struct Promises {
    pub postings: BTreeMap<String, Posting>,
    pub applicants: Vec<Applicant>,
    pub imports: Vec<Import>,
    /// A row of an import file, to be changed a little for each import.
    pub row: serde_json::Value,
    /// The last day for applications of every posting.
    pub deadline: String,
    next: u64,
}

impl Promises {
    /// Nothing promised yet.
    pub fn new(row: serde_json::Value, deadline: String) -> Self {
        Self { row, deadline, ..Self::default() }
    }

    /// A word that was never used: of letters alone, so that no rule takes it for a number, and far
    /// enough from every other that no search takes one for another.
    pub fn word(&mut self) -> String {
        self.next += 1;
        let mut n = self.next;
        let mut word = String::from("kz");
        for _ in 0..4 {
            for letters in ["bdghklmnprstvx", "aeiou"] {
                let count = letters.len() as u64;
                word.push(char::from(letters.as_bytes()[(n % count) as usize]));
                n /= count;
            }
        }
        word
    }

    /// A mobile number that was never used.
    pub fn phone(&mut self) -> String {
        self.next += 1;
        format!("0888{:06}", self.next)
    }

    fn count(&self, of: impl Fn(&Posting) -> Known) -> usize {
        self.postings.values().filter(|posting| of(posting) == Known::Yes).count()
    }

    /// Published postings and imported rows, once everything is settled.
    pub fn public(&self) -> usize {
        self.count(|posting| posting.published) + self.imports.iter().map(|import| import.there).sum::<usize>()
    }

    /// A run must have done enough of everything to prove something.
    pub fn assert_substance(&self, kills: u64) {
        let least = (kills / 4) as usize;
        let sent = self.applicants.iter().filter(|applicant| applicant.sent == Known::Yes).count();
        for (what, count) in [
            ("submitted", self.count(|posting| posting.submitted)),
            ("published", self.count(|posting| posting.published)),
            ("applied", sent),
        ] {
            assert!(count >= least, "only {count} {what} in {kills} kills: the test has proved too little");
        }
        assert!(self.imports.len() >= least / 2, "only {} imports", self.imports.len());
    }
}

impl fmt::Display for Promises {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sent = self.applicants.iter().filter(|applicant| applicant.sent == Known::Yes).count();
        let rows: usize = self.imports.iter().map(|import| import.there).sum();
        write!(
            f,
            "{} posted, {} submitted, {} published, {sent} applied, {} imports with {rows} rows",
            self.count(|posting| posting.created),
            self.count(|posting| posting.submitted),
            self.count(|posting| posting.published),
            self.imports.len()
        )
    }
}
