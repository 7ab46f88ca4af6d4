//! Phrases that rules look for in a [`Reading`], written as a person would write them down:
//!
//! - `đặt cọc`: these words one after the other; unmarked writing is matched too
//! - `thu|nộp|đóng phí`: one of several words; `chụp_ảnh` is several words as one of them
//! - `{nhận}`: the words of a class ([`super::classes`])
//! - `tiền? cọc`: a word that may be missing
//! - `!đình|mẹ`: here none of these words follows
//! - `<đơn|nhà`: none of these words stands before
//! - `~3`: up to three words of any kind, in the same sentence; `-3` in the same part of it
//! - `^`, `$`: here a part of the sentence begins, ends
//! - `#`, `#7`, `#14-70`: a number in digits or words, within bounds; within `cấp_#|thcs` only in digits

use super::classes::expand;
use super::reading::{Gap, Reading};
use super::spelling::Word;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::ops::Range;

/// One word, or a number in digits.
#[derive(Debug)]
enum Sign {
    Word(Word),
    Number(f64, f64),
}

fn stands_at(sign: &Sign, reading: &Reading, at: usize) -> bool {
    match sign {
        Sign::Word(word) => reading.says(at, word),
        Sign::Number(from, to) => reading.tokens.get(at).and_then(|token| token.number).is_some_and(|number| (*from..=*to).contains(&number)),
    }
}

/// "14-70", "7" or nothing.
fn bounds(written: &str) -> (f64, f64) {
    let (from, to) = written.split_once('-').unwrap_or(if written.is_empty() { ("0", "1e12") } else { (written, written) });
    (from.parse().unwrap_or(0.0), to.parse().unwrap_or(f64::MAX))
}

/// Several runs of words, by what they begin with.
#[derive(Debug)]
struct Runs {
    all: Vec<Vec<Sign>>,
    /// The fingerprints of first words in their order, and whose they are.
    by_word: Vec<(u64, usize)>,
    by_number: Vec<usize>,
}

impl Runs {
    fn new(all: Vec<Vec<Sign>>) -> Self {
        let (mut by_word, mut by_number) = (Vec::new(), Vec::new());
        for (index, run) in all.iter().enumerate() {
            match run.first() {
                Some(Sign::Word(word)) => by_word.push((word.fingerprint, index)),
                Some(Sign::Number(..)) => by_number.push(index),
                None => {}
            }
        }
        by_word.sort_unstable();
        Self { all, by_word, by_number }
    }

    /// The runs that may begin at a token.
    fn beginning<'a>(&'a self, reading: &Reading, at: usize) -> impl Iterator<Item = &'a Vec<Sign>> + 'a {
        let token = reading.tokens.get(at);
        let by_number = token.is_some_and(|token| token.number.is_some()).then_some(&self.by_number).into_iter().flatten();
        let fingerprint = token.map(|token| token.fingerprint);
        let from = fingerprint.map_or(self.by_word.len(), |fingerprint| self.by_word.partition_point(|(known, _)| *known < fingerprint));
        let by_word = self.by_word[from..]
            .iter()
            .take_while(move |(known, _)| Some(*known) == fingerprint)
            .map(|(_, index)| index);
        by_word.chain(by_number).map(|index| &self.all[*index])
    }
}

#[derive(Debug)]
enum Item {
    /// One of several runs of words.
    Words { one_of: Runs, optional: bool },
    /// None of them.
    No(Runs),
    /// None of them before.
    NotAfter(Runs),
    /// Up to so many words of any kind.
    Skip { most: usize, pauses: bool },
    /// A number within bounds.
    Number { from: f64, to: f64, optional: bool },
    /// Where a part of the sentence begins or ends.
    Edge,
}

/// A phrase that is looked for.
#[derive(Debug)]
struct Pattern(Vec<Item>);

fn runs(written: &str) -> Runs {
    let sign = |word: &str| match word.strip_prefix('#') {
        Some(written) => {
            let (from, to) = bounds(written);
            vec![Sign::Number(from, to)]
        }
        // "cấp_2", "t2": the reader has letters and digits apart.
        None => parts(word)
            .map(|part| part.parse().map_or_else(|_| Sign::Word(Word::new(part)), |number| Sign::Number(number, number)))
            .collect(),
    };
    Runs::new(
        written
            .split('|')
            .filter(|words| !words.is_empty())
            .map(|words| words.split('_').flat_map(sign).collect())
            .collect(),
    )
}

/// Letters and digits apart.
fn parts(word: &str) -> impl Iterator<Item = &str> {
    let border = word.find(|c: char| c.is_ascii_digit()).filter(|at| *at > 0);
    let (letters, digits) = border.map_or((word, ""), |at| word.split_at(at));
    [letters, digits].into_iter().filter(|part| !part.is_empty())
}

fn item(written: &str) -> Item {
    if matches!(written, "^" | "$") {
        return Item::Edge;
    }
    if let Some(most) = written.strip_prefix(['~', '-']) {
        return Item::Skip {
            most: most.parse().unwrap_or(1),
            pauses: written.starts_with('~'),
        };
    }
    if let Some(words) = written.strip_prefix('!') {
        return Item::No(runs(words));
    }
    if let Some(words) = written.strip_prefix('<') {
        return Item::NotAfter(runs(words));
    }
    let (written, optional) = match written.strip_suffix('?') {
        Some(written) => (written, true),
        None => (written, false),
    };
    if let Some(written) = written.strip_prefix('#').filter(|_| !written.contains(['|', '_'])) {
        let (from, to) = bounds(written);
        return Item::Number { from, to, optional };
    }
    Item::Words { one_of: runs(written), optional }
}

/// Tries the items one after the other from a token on; a phrase doesn't go past its sentence.
fn end(reading: &Reading, items: &[Item], start: usize, at: usize, greedy: bool) -> Option<usize> {
    let Some((item, rest)) = items.split_first() else { return Some(at) };
    let inside = |at: usize| at < reading.len() && (at == start || reading.tokens[at].gap != Gap::End);
    let says = |words: &[Sign]| words.iter().enumerate().all(|(index, word)| inside(at + index) && stands_at(word, reading, at + index));
    match item {
        Item::Skip { most, pauses } => {
            // What is denied in between isn't said; an excuse may say so.
            let is_denial = |at: usize| !greedy && reading.tokens.get(at).is_some_and(|token| matches!(token.base.as_str(), "khong" | "chang"));
            let may_skip =
                |skip: &usize| (*skip == 0 || !is_denial(at + skip - 1) && inside(at + skip - 1)) && (*pauses || inside(at + skip) && reading.tokens[at + skip].gap == Gap::None);
            let reach = (0..=*most).take_while(may_skip).count();
            let try_skip = |skip: usize| end(reading, rest, start, at + skip, greedy);
            if greedy { (0..reach).rev().find_map(try_skip) } else { (0..reach).find_map(try_skip) }
        }
        Item::Number { from, to, optional } => {
            let number = reading.number(at).filter(|(number, _)| inside(at) && (*from..=*to).contains(number));
            number
                .and_then(|(_, length)| end(reading, rest, start, at + length, greedy))
                .or_else(|| optional.then(|| end(reading, rest, start, at, greedy)).flatten())
        }
        Item::Words { one_of, optional } => one_of
            .beginning(reading, at)
            .filter(|words| says(words))
            .find_map(|words| end(reading, rest, start, at + words.len(), greedy))
            .or_else(|| optional.then(|| end(reading, rest, start, at, greedy)).flatten()),
        Item::No(words) => (!words.beginning(reading, at).any(|words| says(words)))
            .then(|| end(reading, rest, start, at, greedy))
            .flatten(),
        Item::NotAfter(words) => {
            let stands_before = |words: &Vec<Sign>| at >= words.len() && words.iter().enumerate().all(|(index, word)| stands_at(word, reading, at - words.len() + index));
            (!words.all.iter().any(stands_before)).then(|| end(reading, rest, start, at, greedy)).flatten()
        }
        Item::Edge => reading.is_edge(at).then(|| end(reading, rest, start, at, greedy)).flatten(),
    }
}

/// A hasher for fingerprints: they only have to be spread.
#[derive(Debug, Default)]
struct Spread(u64);

impl Hasher for Spread {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u64(&mut self, value: u64) {
        let mixed = (self.0 ^ value).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        self.0 = mixed ^ (mixed >> 29);
    }
}

/// Several phrases.
#[derive(Debug)]
pub(super) struct Patterns {
    all: Vec<Pattern>,
    /// The phrases by their first word: a long text is read once, not once a phrase.
    by_word: HashMap<u64, Vec<usize>, BuildHasherDefault<Spread>>,
    /// Those that begin with a number in digits or words.
    by_number: Vec<usize>,
    /// Those that may begin with anything.
    other: Vec<usize>,
    /// Whether `~` takes as many words as it can, for what an excuse excuses.
    greedy: bool,
}

impl Patterns {
    /// Reads phrases.
    pub fn new(written: &[&str]) -> Self {
        let all: Vec<Pattern> = written.iter().map(|written| Pattern(expand(written).split_whitespace().map(item).collect())).collect();
        let mut patterns = Self {
            all: Vec::new(),
            by_word: HashMap::default(),
            by_number: Vec::new(),
            other: Vec::new(),
            greedy: false,
        };
        for (index, pattern) in all.iter().enumerate() {
            match pattern.0.iter().find(|item| !matches!(item, Item::Edge | Item::NotAfter(_))) {
                Some(Item::Words { one_of, optional: false }) => {
                    for sign in one_of.all.iter().filter_map(|words| words.first()) {
                        let known = match sign {
                            Sign::Word(word) => patterns.by_word.entry(word.fingerprint).or_default(),
                            Sign::Number(..) => &mut patterns.by_number,
                        };
                        if known.last() != Some(&index) {
                            known.push(index);
                        }
                    }
                }
                Some(Item::Number { optional: false, .. }) => patterns.by_number.push(index),
                _ => patterns.other.push(index),
            }
        }
        patterns.all = all;
        patterns
    }

    /// The same, each as long as it can be.
    pub fn greedy(self) -> Self {
        Self { greedy: true, ..self }
    }

    /// Where each of the phrases that begin at a token ends.
    pub fn ends<'a>(&'a self, reading: &'a Reading, at: usize) -> impl Iterator<Item = usize> + 'a {
        let by_word = reading.tokens.get(at).and_then(|token| self.by_word.get(&token.fingerprint)).into_iter().flatten();
        let by_number = reading.number(at).is_some().then_some(&self.by_number).into_iter().flatten();
        by_word
            .chain(by_number)
            .chain(&self.other)
            .filter_map(move |index| end(reading, &self.all[*index].0, at, at, self.greedy))
            .filter(move |end| *end > at)
    }

    /// Where the longest of the phrases that begin at a token ends.
    pub fn at(&self, reading: &Reading, at: usize) -> Option<usize> {
        self.ends(reading, at).max()
    }

    /// Every place where one of the phrases stands.
    pub fn all<'a>(&'a self, reading: &'a Reading) -> impl Iterator<Item = Range<usize>> + 'a {
        (0..reading.len()).flat_map(|at| self.ends(reading, at).map(move |end| at..end))
    }
}
