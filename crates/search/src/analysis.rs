//! From a vacancy to the terms it is found by.

use crate::document::VacancyDocument;
use crate::found::SuggestionKind;
use crate::lexicon::Lexicon;
use crate::rows;
use crate::schema::{self, Fields, bare, only};
use sanviec_domain::reference::Reference;
use sanviec_domain::text::{exact_key, fold, has_marks, tidy_line};
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::Arc;
use tantivy::TantivyDocument;
use unicode_normalization::char::is_combining_mark;

/// Where a word stands. What ranks by it is in [`crate::plan`].
pub(crate) mod tier {
    pub(crate) const BODY: u8 = 1;
    /// Often in the body, or only by a related word of the title.
    pub(crate) const RELATED: u8 = 2;
    pub(crate) const PLACE: u8 = 3;
    pub(crate) const OCCUPATION: u8 = 4;
    pub(crate) const TITLE: u8 = 5;
    pub(crate) const COUNT: usize = 6;
}

/// So many mentions in the body count a little more.
const OFTEN: u8 = 4;
/// Longer words are cut; the index takes no term beyond 65,530 bytes.
const LONGEST_WORD: usize = 40;
/// Words known at once before the store of them begins anew.
const MOST_WORDS: usize = 200_000;

type Id = u32;

/// A word as first seen: its two writings, and whether phrases begin with it.
#[derive(Clone, Copy)]
struct Word {
    folded: Id,
    /// As a term, read with its marks.
    read: Id,
    /// As a term of a text without marks.
    bare: Id,
    begins: bool,
}

/// A trigger of the lexicon in ids.
#[derive(Default)]
struct Expansion {
    folded: Vec<Id>,
    /// Compared too where the trigger wants it.
    read: Vec<Id>,
    /// The words to add: folded, and as terms.
    adds: Vec<(Id, Id)>,
}

/// A quick hasher (FxHash) for words: they are looked up for every word of every vacancy, and what
/// is kept is bounded.
#[derive(Clone, Copy, Default)]
struct Quick(u64);

impl Quick {
    fn add(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks::<8>();
        for eight in eights {
            self.add(u64::from_le_bytes(*eight));
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        self.add(u64::from_le_bytes(last) ^ (rest.len() as u64) << 56);
    }

    fn write_u32(&mut self, value: u32) {
        self.add(u64::from(value));
    }

    fn write_u8(&mut self, value: u8) {
        self.add(u64::from(value));
    }

    fn finish(&self) -> u64 {
        // The table looks at the upper bits.
        self.0 ^ self.0 >> 29
    }
}

type QuickMap<K, V> = HashMap<K, V, BuildHasherDefault<Quick>>;

/// The same as [`sanviec_domain::text::words`], with a short way for the letters of Vietnamese.
fn quick_words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| match c {
        '\0'..='\x7f' => !c.is_ascii_alphanumeric(),
        '\u{1e00}'..='\u{1eff}' => false,
        _ => !c.is_alphanumeric() && !is_combining_mark(c),
    })
    .filter(|word| !word.is_empty())
}

/// A term's best tier and mentions in one vacancy.
#[derive(Default)]
struct Layer {
    tiers: Vec<u8>,
    mentions: Vec<u8>,
    touched: Vec<Id>,
}

impl Layer {
    fn put(&mut self, id: Id, tier: u8) {
        let at = id as usize;
        if at >= self.tiers.len() {
            self.tiers.resize(at + 256, 0);
            self.mentions.resize(at + 256, 0);
        }
        if self.tiers[at] == 0 {
            self.touched.push(id);
        }
        self.tiers[at] = self.tiers[at].max(tier);
        self.mentions[at] = self.mentions[at].saturating_add(1);
    }

    fn write(&mut self, names: &[Arc<str>], out: &mut String) {
        out.clear();
        for id in self.touched.drain(..) {
            let at = id as usize;
            let often = self.tiers[at] == tier::BODY && self.mentions[at] >= OFTEN;
            out.push(char::from(b'0' + if often { tier::RELATED } else { self.tiers[at] }));
            out.push_str(&names[at]);
            out.push('\n');
            self.tiers[at] = 0;
            self.mentions[at] = 0;
        }
        out.pop();
    }
}

/// Makes index documents. One for each thread: it remembers the words it has seen.
pub(crate) struct Analyser {
    lexicon: Arc<Lexicon>,
    reference: Arc<Reference>,
    fields: Fields,
    ids: QuickMap<Arc<str>, Id>,
    names: Vec<Arc<str>>,
    seen: QuickMap<Box<str>, Word>,
    expansions: Vec<Expansion>,
    /// Expansions by the first two words of their phrase, twice the same where it has only one.
    beginning: QuickMap<(Id, Id), Arc<[usize]>>,
    /// The first words.
    first: HashSet<Id, BuildHasherDefault<Quick>>,
    words: Layer,
    pairs: QuickMap<(Id, Id), u8>,
    line: Vec<Word>,
}

/// How a text is taken in.
#[derive(Clone, Copy)]
struct Manner {
    tier: u8,
    /// The tier of its pairs; 0 leaves them out.
    pair: u8,
    /// Whether it names the job or the place, so that related words are added.
    names: bool,
}

const TITLE: Manner = Manner {
    tier: tier::TITLE,
    pair: 3,
    names: true,
};
const OCCUPATION: Manner = Manner {
    tier: tier::OCCUPATION,
    pair: 2,
    names: true,
};
const PLACE: Manner = Manner {
    tier: tier::PLACE,
    pair: 1,
    names: true,
};
const EMPLOYER: Manner = Manner {
    tier: tier::PLACE,
    pair: 1,
    names: false,
};
const EXTRA: Manner = Manner {
    tier: tier::RELATED,
    pair: 1,
    names: true,
};
const BODY: Manner = Manner {
    tier: tier::BODY,
    pair: 0,
    names: false,
};

impl Analyser {
    pub(crate) fn new(lexicon: Arc<Lexicon>, reference: Arc<Reference>, fields: Fields) -> Self {
        let mut analyser = Self {
            lexicon,
            reference,
            fields,
            ids: QuickMap::default(),
            names: Vec::new(),
            seen: QuickMap::default(),
            expansions: Vec::new(),
            beginning: QuickMap::default(),
            first: HashSet::default(),
            words: Layer::default(),
            pairs: QuickMap::default(),
            line: Vec::new(),
        };
        analyser.begin();
        analyser
    }

    fn begin(&mut self) {
        self.ids.clear();
        self.names.clear();
        self.seen.clear();
        let lexicon = self.lexicon.clone();
        self.expansions.clear();
        let mut beginning: HashMap<(Id, Id), Vec<usize>> = HashMap::new();
        self.first.clear();
        for (number, trigger) in lexicon.triggers.iter().enumerate() {
            let folded: Vec<Id> = trigger.phrase.folded.iter().map(|word| self.id(word)).collect();
            let written = if trigger.exact { trigger.phrase.words().collect() } else { Vec::new() };
            let read = written.into_iter().map(|(folded, exact)| self.id(&schema::read(folded, exact))).collect();
            let term = if trigger.exact_only { only } else { schema::read };
            let adds = trigger.adds.words().map(|(folded, exact)| (self.id(folded), self.id(&term(folded, exact)))).collect();
            if let Some(first) = folded.first() {
                beginning.entry((*first, *folded.get(1).unwrap_or(first))).or_default().push(number);
                self.first.insert(*first);
            }
            self.expansions.push(Expansion { folded, read, adds });
        }
        self.beginning = beginning.into_iter().map(|(first, numbers)| (first, numbers.into())).collect();
    }

    fn id(&mut self, name: &str) -> Id {
        if let Some(id) = self.ids.get(name) {
            return *id;
        }
        let name: Arc<str> = name.into();
        let id = self.names.len() as Id;
        self.names.push(name.clone());
        self.ids.insert(name, id);
        id
    }

    fn word(&mut self, written: &str) -> Word {
        if let Some(word) = self.seen.get(written) {
            return *word;
        }
        let cut: String = written.chars().take(LONGEST_WORD).collect();
        let folded = fold(&cut);
        let word = self.id(&folded);
        let word = Word {
            folded: word,
            read: self.id(&schema::read(&folded, &exact_key(&cut))),
            bare: self.id(&bare(&folded)),
            begins: self.first.contains(&word),
        };
        self.seen.insert(written.into(), word);
        word
    }

    fn take(&mut self, text: &str, manner: Manner) {
        if text.is_empty() {
            return;
        }
        // Nothing can be told of the marks of a text that has none at all.
        let marked = has_marks(text);
        let mut line = std::mem::take(&mut self.line);
        line.clear();
        for written in quick_words(text) {
            let word = self.word(written);
            self.words.put(if marked { word.read } else { word.bare }, manner.tier);
            line.push(word);
        }
        if manner.pair > 0 {
            for two in line.windows(2) {
                self.pair(two[0].folded, two[1].folded, manner.pair);
            }
        }
        for at in 0..line.len() {
            self.expand(&line, at, manner);
        }
        self.line = line;
    }

    fn pair(&mut self, first: Id, second: Id, tier: u8) {
        let known = self.pairs.entry((first, second)).or_default();
        *known = (*known).max(tier);
    }

    fn expand(&mut self, line: &[Word], at: usize, manner: Manner) {
        if !line[at].begins {
            return;
        }
        let first = line[at].folded;
        let alone = self.beginning.get(&(first, first)).cloned();
        let with_next = line
            .get(at + 1)
            .filter(|next| next.folded != first)
            .and_then(|next| self.beginning.get(&(first, next.folded)).cloned());
        if alone.is_none() && with_next.is_none() {
            return;
        }
        let lexicon = self.lexicon.clone();
        for number in alone.iter().chain(&with_next).flat_map(|numbers| numbers.iter()) {
            let trigger = &lexicon.triggers[*number];
            let expansion = &self.expansions[*number];
            let here = &line[at..];
            let stands = here.len() >= expansion.folded.len()
                && expansion.folded.iter().zip(here).all(|(id, word)| *id == word.folded)
                && expansion.read.iter().zip(here).all(|(id, word)| *id == word.read);
            if !stands || !(manner.names || trigger.everywhere) {
                continue;
            }
            let (tier, pair) = if trigger.same {
                (manner.tier, manner.pair)
            } else {
                (manner.tier.min(tier::RELATED), manner.pair.min(1))
            };
            let adds = std::mem::take(&mut self.expansions[*number].adds);
            for (_, term) in &adds {
                self.words.put(*term, tier);
            }
            if pair > 0 && !trigger.exact_only {
                for two in adds.windows(2) {
                    self.pair(two[0].0, two[1].0, pair);
                }
                // The added words stand between the neighbours of those they stand for.
                if trigger.same
                    && let (Some(first), Some(last)) = (adds.first(), adds.last())
                {
                    if let Some(before) = at.checked_sub(1) {
                        self.pair(line[before].folded, first.0, pair);
                    }
                    if let Some(after) = line.get(at + trigger.phrase.folded.len()) {
                        self.pair(last.0, after.folded, pair);
                    }
                }
            }
            self.expansions[*number].adds = adds;
        }
    }

    /// The index document of a vacancy.
    pub(crate) fn document(&mut self, vacancy: &VacancyDocument) -> TantivyDocument {
        if self.seen.len() > MOST_WORDS {
            self.begin();
        }
        self.take(&vacancy.title, TITLE);
        for name in &vacancy.occupation_names {
            self.take(name, OCCUPATION);
        }
        for name in &vacancy.place_names {
            self.take(name, PLACE);
        }
        self.take(&vacancy.place.street, BODY);
        self.take(&vacancy.employer_name, EMPLOYER);
        for words in &vacancy.extra {
            self.take(words, EXTRA);
        }
        self.take(&vacancy.description, BODY);
        self.take(&vacancy.requirements, BODY);

        let mut document = TantivyDocument::default();
        let mut text = String::new();
        document.add_bytes(self.fields.id, vacancy.id.0.as_bytes());
        self.words.write(&self.names, &mut text);
        document.add_text(self.fields.words, &text);
        text.clear();
        for ((first, second), tier) in self.pairs.drain() {
            text.push(char::from(b'0' + tier));
            text.push_str(&self.names[first as usize]);
            text.push(' ');
            text.push_str(&self.names[second as usize]);
            text.push('\n');
        }
        text.pop();
        document.add_text(self.fields.pair, &text);
        document.add_text(self.fields.said, said(vacancy));
        document.add_bytes(self.fields.card, &[vacancy.id.0.as_bytes(), vacancy.card.as_slice()].concat());
        for (field, value) in self.fields.columns.iter().zip(rows::pack(vacancy, &self.reference)) {
            document.add_u64(*field, value);
        }
        document
    }
}

/// The letters that the kinds of suggestion begin with in the index.
pub(crate) const KINDS: [(char, SuggestionKind); 4] = [
    ('t', SuggestionKind::Title),
    ('o', SuggestionKind::Occupation),
    ('e', SuggestionKind::Employer),
    ('p', SuggestionKind::Place),
];

/// The texts that a vacancy brings to the suggestions.
fn said(vacancy: &VacancyDocument) -> String {
    let mut out = String::new();
    let mut say = |letter: char, text: &str| {
        let text = tidy_line(text);
        if !text.is_empty() && text.len() <= 200 {
            out.push('1');
            out.push(letter);
            out.push_str(&text);
            out.push('\n');
        }
    };
    say('t', &vacancy.title);
    if let Some(name) = vacancy.occupation_names.first() {
        say('o', name);
    }
    say('e', &vacancy.employer_name);
    for name in &vacancy.place_names {
        say('p', name);
    }
    out.pop();
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use sanviec_domain::text::words;

    proptest! {
        #[test]
        fn quick_words_are_the_same_words(text in "\\PC{0,40}|[ -ỹ]{0,40}") {
            prop_assert!(quick_words(&text).eq(words(&text)));
        }
    }
}
