//! Texts cut into syllables, and known phrases found in titles.

use super::title::Title;
use crate::text::{exact_key, fold, words};
use std::collections::HashMap;

/// The longest phrase looked for, in words.
const LONGEST_PHRASE: usize = 8;

/// One word folded. As in [`exact_key`], a final y is an i where both are written: "kỹ", "kĩ".
pub(super) fn folded_word(word: &str) -> String {
    let mut key = fold(word);
    if matches!(key.as_str(), "hy" | "ky" | "ly" | "my" | "sy" | "ty" | "quy") {
        key.pop();
        key.push('i');
    }
    key
}

/// A text folded, words with single spaces.
pub(super) fn folded(text: &str) -> String {
    words(text).map(folded_word).collect::<Vec<_>>().join(" ")
}

/// A text with its marks in one form, words with single spaces.
pub(super) fn exact(text: &str) -> String {
    words(text).map(exact_key).collect::<Vec<_>>().join(" ")
}

/// The syllables and pairs of neighbouring syllables of a key.
pub(super) fn terms(key: &str) -> Vec<String> {
    let syllables: Vec<&str> = key.split(' ').filter(|syllable| !syllable.is_empty()).collect();
    let pairs = syllables.windows(2).map(|pair| pair.join(" "));
    syllables.iter().map(|syllable| (*syllable).to_owned()).chain(pairs).collect()
}

#[derive(Debug)]
struct Phrase<T> {
    text: String,
    exact: String,
    /// Found only as it is written, capitals and marks included.
    as_written: bool,
    lead: T,
}

/// Known phrases by their folded words.
#[derive(Debug)]
pub(super) struct Phrases<T>(HashMap<String, Vec<Phrase<T>>>);

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self(HashMap::new())
    }
}

/// A known phrase in a title.
pub(super) struct FoundPhrase<'p, T> {
    pub(super) phrase: &'p str,
    pub(super) lead: &'p T,
    /// The word it begins at.
    pub(super) at: usize,
    /// How many words it has.
    pub(super) words: usize,
}

impl<T> Phrases<T> {
    pub(super) fn add(&mut self, text: &str, as_written: bool, lead: T) {
        self.0.entry(folded(text)).or_default().push(Phrase {
            text: text.to_owned(),
            exact: exact(text),
            as_written,
            lead,
        });
    }

    /// Every known phrase in a title.
    pub(super) fn find<'p>(&'p self, title: &Title) -> Vec<FoundPhrase<'p, T>> {
        let mut found = Vec::new();
        let count = title.folded.len();
        for at in 0..count {
            for words in 1..=LONGEST_PHRASE.min(count - at) {
                let span = at..at + words;
                let Some(phrases) = self.0.get(&title.folded[span.clone()].join(" ")) else { continue };
                for phrase in phrases {
                    let fits = if phrase.as_written {
                        title.written[span.clone()].join(" ") == phrase.text
                    } else {
                        !title.marked || title.exact[span.clone()].join(" ") == phrase.exact
                    };
                    if fits {
                        found.push(FoundPhrase {
                            phrase: &phrase.text,
                            lead: &phrase.lead,
                            at,
                            words,
                        });
                    }
                }
            }
        }
        found
    }
}
