//! What to offer while somebody types: one sorted table over every word start of the titles,
//! occupations, employers and places in the index, with their counts.
//!
//! A sorted table rather than an automaton: it answers as fast and is made ten times faster, and it
//! is made anew whenever the index has changed.

use crate::analysis::KINDS;
use crate::error::SearchError;
use crate::found::{Suggestion, SuggestionKind};
use crate::schema::Fields;
use crate::snapshot::Snapshot;
use sanviec_domain::text::{exact_key, fold, has_marks, tidy_line, words};
use std::collections::{HashMap, HashSet};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocSet, TERMINATED};

/// The most texts that are offered; the rarest are left out.
const MOST_SAID: usize = 30_000;
/// Word starts of a text that can be typed to find it.
const STARTS: usize = 8;
/// The most suggestions at once.
const MOST: usize = 20;
/// The best so many are looked at: some fall away for their marks or as twins.
const LOOKED_AT: usize = 100;

struct Said {
    text: Box<str>,
    kind: SuggestionKind,
    count: u64,
}

/// A word start: the rest of a folded text.
struct Start {
    /// Where the rest begins and ends in [`Suggestions::folded`].
    from: u32,
    to: u32,
    /// Whose it is, in [`Suggestions::said`].
    said: u32,
    first: bool,
}

/// The suggestions of one state of the index.
#[derive(Default)]
pub(crate) struct Suggestions {
    said: Vec<Said>,
    /// All texts folded, one after the other.
    folded: String,
    /// In the order of the rests.
    starts: Vec<Start>,
}

impl Suggestions {
    pub(crate) fn new(snapshot: &Snapshot, fields: &Fields) -> Result<Self, SearchError> {
        let mut counts: HashMap<String, u64> = HashMap::new();
        for reader in snapshot.searcher.segment_readers() {
            let inverted = reader.inverted_index(fields.said)?;
            let mut stream = inverted.terms().stream()?;
            while stream.advance() {
                let mut count = u64::from(stream.value().doc_freq);
                if let Some(alive) = reader.alive_bitset() {
                    count = 0;
                    let mut postings = inverted.read_postings_from_terminfo(stream.value(), IndexRecordOption::Basic)?;
                    while postings.doc() != TERMINATED {
                        count += u64::from(alive.is_alive(postings.doc()));
                        postings.advance();
                    }
                }
                if count > 0
                    && let Ok(term) = std::str::from_utf8(stream.key())
                {
                    match counts.get_mut(term) {
                        Some(sum) => *sum += count,
                        None => drop(counts.insert(term.to_owned(), count)),
                    }
                }
            }
        }
        let mut said: Vec<Said> = (counts.into_iter())
            .filter_map(|(term, count)| {
                let mut letters = term.chars();
                let first = letters.next()?;
                let kind = KINDS.iter().find(|(letter, _)| *letter == first)?.1;
                Some(Said {
                    text: letters.as_str().into(),
                    kind,
                    count,
                })
            })
            .collect();
        said.sort_unstable_by(|a, b| b.count.cmp(&a.count).then_with(|| a.text.cmp(&b.text)).then_with(|| a.kind.cmp(&b.kind)));
        said.truncate(MOST_SAID);
        let mut folded = String::new();
        let mut starts: Vec<Start> = Vec::new();
        for (position, text) in said.iter().enumerate() {
            let begins = starts.len();
            for (number, word) in words(&text.text).enumerate() {
                if number > 0 {
                    folded.push(' ');
                }
                if number < STARTS {
                    starts.push(Start {
                        from: folded.len() as u32,
                        to: 0,
                        said: position as u32,
                        first: number == 0,
                    });
                }
                sanviec_domain::text::fold_into(word, &mut folded);
            }
            for start in &mut starts[begins..] {
                start.to = folded.len() as u32;
            }
        }
        starts.sort_unstable_by(|a, b| rest(&folded, a).cmp(rest(&folded, b)).then(a.said.cmp(&b.said)));
        Ok(Self { said, folded, starts })
    }

    /// The best texts for what was typed.
    pub(crate) fn find(&self, typed: &str, limit: usize) -> Vec<Suggestion> {
        let tidy: String = tidy_line(typed).chars().take(100).collect();
        let typed: Vec<&str> = words(&tidy).collect();
        let prefix = typed.iter().map(|word| fold(word)).collect::<Vec<_>>().join(" ");
        if prefix.is_empty() {
            return Vec::new();
        }
        let best = self.best(prefix.as_bytes());
        let all = || best.iter().map(|position| &self.said[*position as usize]);
        let meant: Vec<&Said> = if has_marks(&tidy) {
            all().filter(|said| begins_so(&said.text, &typed)).collect()
        } else {
            Vec::new()
        };
        let mut seen = HashSet::new();
        let chosen = if meant.is_empty() { all().collect() } else { meant };
        (chosen.into_iter())
            .filter(|said| seen.insert(fold(&said.text)))
            .take(limit.min(MOST))
            .map(|said| Suggestion {
                text: said.text.to_string(),
                kind: said.kind,
                count: said.count,
            })
            .collect()
    }

    /// The texts with a word start that begins so, the most frequent first; a text that begins so
    /// itself counts four times one that has it inside.
    fn best(&self, prefix: &[u8]) -> Vec<u32> {
        let from = self.starts.partition_point(|start| rest(&self.folded, start) < prefix);
        let length = self.starts[from..].partition_point(|start| rest(&self.folded, start).starts_with(prefix));
        let worth = |start: &Start| {
            let count = self.said[start.said as usize].count;
            (std::cmp::Reverse(if start.first { count * 4 } else { count }), start.said)
        };
        let mut found: Vec<_> = self.starts[from..from + length].iter().map(worth).collect();
        if found.len() > LOOKED_AT {
            found.select_nth_unstable(LOOKED_AT);
            found.truncate(LOOKED_AT);
        }
        found.sort_unstable();
        found.into_iter().map(|(_, said)| said).collect()
    }
}

fn rest<'t>(folded: &'t str, start: &Start) -> &'t [u8] {
    &folded.as_bytes()[start.from as usize..start.to as usize]
}

/// Whether a text has the typed words in this writing, from some word on, the last perhaps unfinished.
fn begins_so(text: &str, typed: &[&str]) -> bool {
    let Some((last, whole)) = typed.split_last() else {
        return true;
    };
    let written: Vec<&str> = words(text).collect();
    (0..written.len()).any(|start| {
        let here = &written[start..];
        here.len() >= typed.len()
            && whole.iter().zip(here).all(|(typed, written)| exact_key(typed) == exact_key(written))
            && (exact_key(here[whole.len()]) == exact_key(last) || tidy_line(here[whole.len()]).to_lowercase().starts_with(&tidy_line(last).to_lowercase()))
    })
}
