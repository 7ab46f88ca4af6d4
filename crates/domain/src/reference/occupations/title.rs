//! A title cut into words, and what its punctuation says: what stands in front names the job; what
//! stands behind a dash, in brackets or behind "tại" and "thu nhập" is place, pay and conditions.

use super::terms::folded_word;
use crate::text::{exact_key, has_marks, words};

/// How much the place of a word counts: in front, behind a dash or in brackets, among the conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Zone {
    Head,
    Behind,
    Conditions,
}

/// A title cut into words.
pub(super) struct Title {
    /// As written.
    pub(super) written: Vec<String>,
    pub(super) exact: Vec<String>,
    pub(super) folded: Vec<String>,
    /// Whether it has marks, which are then meant.
    pub(super) marked: bool,
    /// The part a word is in: parts end at dashes, bars and brackets.
    pub(super) parts: Vec<usize>,
    /// Whether something begins with the word: a part, or what follows "/", "," or "+".
    pub(super) begins: Vec<bool>,
    /// How many words that say something ("nhân viên" does not) stand before the word.
    pub(super) places: Vec<usize>,
    /// Which words belong to a pair that tells nothing.
    silent: Vec<bool>,
    /// The part that names the job: the first outside brackets.
    head: usize,
}

/// Pairs of words in front of nearly every title: they tell nothing and take up no place.
const SAYS_NOTHING: &[[&str; 2]] = &[
    ["nhan", "vien"],
    ["chuyen", "vien"],
    ["can", "bo"],
    ["tac", "vien"],
    ["can", "tuyen"],
    ["thuc", "tap"],
    ["tap", "sinh"],
];

impl Title {
    pub(super) fn new(text: &str) -> Self {
        let mut title = Self {
            written: Vec::new(),
            exact: Vec::new(),
            folded: Vec::new(),
            marked: has_marks(text),
            parts: Vec::new(),
            begins: Vec::new(),
            places: Vec::new(),
            silent: Vec::new(),
            head: 0,
        };
        let mut part = 0_usize;
        let mut brackets = 0_usize;
        let mut head = None;
        let mut rest = text;
        for word in words(text) {
            // The words are slices of the text in their order: what is left before one separates it.
            let (between, behind) = rest.split_once(word).unwrap_or((" ", rest));
            rest = behind;
            let dash = |mark: char| between.contains(&format!(" {mark}")) || between.contains(&format!("{mark} "));
            let opens = between.matches(['(', '[', '{']).count();
            let closes = between.matches([')', ']', '}']).count();
            let ends = opens + closes > 0 || dash('-') || dash('–') || between.contains(['_', '|', ':', ';', '—', '•']);
            part += usize::from(ends && !title.written.is_empty());
            brackets = (brackets + opens).saturating_sub(closes);
            if brackets == 0 && head.is_none() {
                head = Some(part);
            }
            title.begins.push(title.written.is_empty() || ends || between.contains(['/', ',', '+', '&', '-', '–']));
            title.parts.push(part);
            title.exact.push(exact_key(word));
            title.folded.push(folded_word(word));
            title.written.push(word.to_owned());
        }
        title.head = head.unwrap_or(0);
        title.silent = silent(&title.folded);
        let mut place = 0;
        for says_nothing in &title.silent {
            title.places.push(place);
            place += usize::from(!says_nothing);
        }
        title
    }

    /// How many words of a span say something.
    pub(super) fn weight(&self, at: usize, words: usize) -> usize {
        self.silent.iter().skip(at).take(words).filter(|silent| !**silent).count()
    }

    /// The zone of every word. `changes`: behind which word which zone begins, up to the end of its part.
    pub(super) fn zones(&self, changes: &[(usize, Zone)]) -> Vec<Zone> {
        let mut zones: Vec<Zone> = self.parts.iter().map(|part| if *part == self.head { Zone::Head } else { Zone::Behind }).collect();
        for (from, zone) in changes {
            let Some(part) = from.checked_sub(1).and_then(|before| self.parts.get(before)) else {
                continue;
            };
            for (known, of) in zones.iter_mut().zip(&self.parts).skip(*from) {
                if of != part {
                    break;
                }
                *known = (*known).max(*zone);
            }
        }
        zones
    }

    /// How many times "/" and the like divide the words before one.
    pub(super) fn divisions(&self, at: usize) -> usize {
        self.begins.iter().take(at + 1).skip(1).filter(|begins| **begins).count()
    }
}

/// Which words belong to a pair that tells nothing.
fn silent(folded: &[String]) -> Vec<bool> {
    let mut silent: Vec<bool> = folded.iter().map(|_| false).collect();
    for (flag, word) in silent.iter_mut().zip(folded) {
        *flag = matches!(word.as_str(), "nam" | "nu" | "tuyen" | "can" | "gap" | "tts" | "nv");
        if !*flag {
            break;
        }
    }
    for at in 1..folded.len() {
        if SAYS_NOTHING.iter().any(|pair| folded[at - 1] == pair[0] && folded[at] == pair[1]) {
            silent[at - 1] = true;
            silent[at] = true;
        }
    }
    silent
}
