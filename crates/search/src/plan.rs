//! From the words somebody typed to the terms that must be found.
//!
//! Every word is one condition, and the conditions are joined by AND. What a word stands for depends
//! on the index and on the words *before* it only; a word after it can at most take back a
//! correction. And a corrected word still stands for itself too. So what a query finds can only
//! shrink when a word is added to its end, also where a slip was corrected.

use crate::analysis::tier;
use crate::lexicon::Lexicon;
use crate::schema::{is_code, pair};
use sanviec_domain::text::{exact_key, fold, has_marks, words};

/// More different words than this are not looked at.
const MOST_WORDS: usize = 32;

/// A word or a pair to look up.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Wanted {
    /// A folded word, however it is read.
    Folded(String),
    /// A word with its marks: folded and exact.
    Exact(String, String),
    /// A folded word in a text without marks.
    Bare(String),
    /// Two neighbouring folded words.
    Pair(String),
}

/// What the planner asks of the index.
pub(crate) trait Vocabulary {
    /// In how many vacancies a term stands, about (removed ones may still count).
    fn frequency(&self, wanted: &Wanted) -> u64;

    /// [`Self::frequency`] of a folded word.
    fn folded(&self, word: &str) -> u64;
    /// The words that follow `first` in titles and names, with their frequencies.
    fn followers(&self, first: &str, each: &mut dyn FnMut(&str, u64));
    /// How many vacancies there are.
    fn documents(&self) -> u64;
}

/// One condition: any of these terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Condition {
    pub(crate) any: Vec<Wanted>,
    /// How telling the word is.
    pub(crate) weight: u64,
}

/// Something that makes a vacancy rank higher, and is not required.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Boost {
    pub(crate) any: Vec<Wanted>,
    /// By where it stands, times the weight.
    pub(crate) worth: [u64; tier::COUNT],
    pub(crate) weight: u64,
}

/// What is to be found, and what makes it rank higher.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Plan {
    pub(crate) required: Vec<Condition>,
    pub(crate) boosts: Vec<Boost>,
    pub(crate) corrected: Option<String>,
}

/// What a word is worth by where it stands, times its weight.
pub(crate) const WORTH: [u64; tier::COUNT] = [0, 2, 3, 8, 12, 20];
/// What two neighbouring words are worth: in place or employer, occupation, title.
const PAIR_WORTH: [u64; tier::COUNT] = [0, 4, 8, 14, 14, 14];
/// What a word typed without marks is worth more where it stands with the marks it was probably meant
/// to have. With the pair that they make when folded, "công nhân máy" in a title stays below "thợ may"
/// in the occupation for somebody who types "cong nhan may".
const READING_WORTH: [u64; tier::COUNT] = [0, 2, 4, 8, 24, 26];

struct Typed<'q> {
    written: &'q str,
    folded: String,
    exact: String,
}

/// A word as it is looked for.
struct Meant {
    folded: String,
    /// Found however it is read.
    open: bool,
}

impl Typed<'_> {
    /// Words that somebody looking for work types anyway, and that say nothing.
    fn is_noise(&self, before: Option<&Self>) -> bool {
        let before = before.map_or("", |word| word.folded.as_str());
        matches!(self.folded.as_str(), "viec" | "tim" | "tuyen") || matches!((before, self.folded.as_str()), ("viec", "lam") | ("tuyen", "dung" | "gap"))
    }
}

impl Plan {
    pub(crate) fn new(text: &str, lexicon: &Lexicon, index: &dyn Vocabulary) -> Self {
        let marked = has_marks(text);
        let typed: Vec<Typed<'_>> = words(text)
            .map(|written| Typed {
                written,
                folded: fold(written),
                exact: exact_key(written),
            })
            .collect();
        let mut plan = Self::default();
        let mut meant: Vec<Meant> = Vec::new();
        let mut changed = false;
        let mut known: Vec<&str> = Vec::new();
        let mut pairs: Vec<Wanted> = Vec::new();
        for (at, word) in typed.iter().enumerate() {
            let earlier = at.checked_sub(1);
            let before = meant.last().map(|word| word.folded.as_str());
            let after = typed.get(at + 1).map(|next| next.folded.as_str());
            let own = index.folded(&word.folded);
            let slip = if has_marks(word.written) && own > 0 {
                None
            } else {
                correction(&word.folded, own, before, after, lexicon, index)
            };
            if let Some(before) = before {
                let second = slip.as_deref().unwrap_or(&word.folded);
                pairs.push(Wanted::Pair(pair(before, second)));
            }
            let typed_as = earlier.map(|at| &typed[at]);
            let relaxed = typed_as.is_some_and(|before| careless(before, word, typed.get(at + 1), lexicon));
            let strict = marked && !relaxed;
            let noise = word.is_noise(typed_as);
            if !noise && !known.contains(&word.written) && known.len() < MOST_WORDS {
                known.push(word.written);
                plan.required.push(condition(word, own, slip.as_deref(), strict, index));
            }
            changed |= slip.is_some();
            meant.push(Meant {
                open: !strict || slip.is_some(),
                folded: slip.unwrap_or_else(|| word.folded.clone()),
            });
        }
        if changed {
            let as_typed = meant
                .iter()
                .zip(&typed)
                .map(|(meant, typed)| if meant.folded == typed.folded { typed.written } else { &meant.folded });
            plan.corrected = Some(as_typed.collect::<Vec<_>>().join(" "));
        }
        let average = plan.required.iter().map(|condition| condition.weight).sum::<u64>() / (plan.required.len() as u64).max(1);
        plan.boosts = pairs
            .into_iter()
            .map(|wanted| Boost {
                any: vec![wanted],
                worth: PAIR_WORTH,
                weight: average,
            })
            .collect();
        plan.boosts.extend(readings(&meant, lexicon, index));
        plan.boosts.sort();
        plan.boosts.dedup();
        plan
    }
}

/// The words that can be read in several ways, as the known phrases that they stand in are written;
/// those that stand in none, as the occupation they may name.
fn readings(meant: &[Meant], lexicon: &Lexicon, index: &dyn Vocabulary) -> Vec<Boost> {
    let mut boosts = Vec::new();
    for (at, Meant { folded: word, .. }) in meant.iter().enumerate().take(MOST_WORDS).filter(|(_, word)| word.open) {
        let before = at
            .checked_sub(1)
            .and_then(|before| lexicon.reading(lexicon.meant_by(&meant[before].folded), word))
            .map(|(_, second)| second);
        let after = meant.get(at + 1).and_then(|after| lexicon.reading(word, &after.folded)).map(|(first, _)| first);
        let exact = match (before, after) {
            (Some(one), Some(other)) if one != other => continue,
            (Some(exact), _) | (None, Some(exact)) => exact,
            (None, None) => match lexicon.job(word) {
                Some(exact) => exact,
                None => continue,
            },
        };
        let any = vec![Wanted::Exact(word.clone(), exact.to_owned()), Wanted::Bare(word.clone())];
        let frequency = index.folded(word);
        let certain: u64 = any.iter().map(|wanted| index.frequency(wanted)).sum();
        // Nearly always read like this: nothing to tell apart.
        if certain > 0 && certain * 20 < frequency * 19 {
            let weight = weight(frequency, index);
            boosts.push(Boost {
                any,
                worth: READING_WORTH,
                weight,
            });
        }
    }
    boosts
}

/// How telling a word is that stands in so many vacancies.
fn weight(frequency: u64, index: &dyn Vocabulary) -> u64 {
    let rarity = ((index.documents() + 1) as f64 / (frequency + 1) as f64).ln().clamp(0.0, 9.0);
    4 + (rarity * 4.0) as u64
}

fn condition(word: &Typed<'_>, own: u64, slip: Option<&str>, marked: bool, index: &dyn Vocabulary) -> Condition {
    let folded = || Wanted::Folded(word.folded.clone());
    let mut frequency = own;
    let mut any = Vec::new();
    if let Some(slip) = slip {
        frequency = index.folded(slip);
        any = vec![Wanted::Folded(slip.to_owned()), folded()];
    } else if marked && !is_code(&word.folded) {
        any = vec![Wanted::Exact(word.folded.clone(), word.exact.clone()), Wanted::Bare(word.folded.clone())];
        any.retain(|wanted| index.frequency(wanted) > 0);
    }
    if any.is_empty() {
        any.push(folded());
    }
    Condition {
        any,
        weight: weight(frequency, index),
    }
}

/// Whether a word's marks were left out by somebody who typed some: "công nhan". Known phrases tell,
/// so this doesn't depend on the index.
fn careless(before: &Typed<'_>, word: &Typed<'_>, after: Option<&Typed<'_>>, lexicon: &Lexicon) -> bool {
    if has_marks(word.written) || !lexicon.knows(&pair(&before.folded, &word.folded)) || lexicon.knows_exactly(&pair(&before.exact, &word.exact)) {
        return false;
    }
    !after.is_some_and(|after| lexicon.knows_exactly(&pair(&word.exact, &after.exact)))
}

/// What a word was probably meant to be, if it looks like a slip: nobody writes it, or nobody writes
/// it after this neighbour while something very like it is often written there.
fn correction(word: &str, own: u64, before: Option<&str>, after: Option<&str>, lexicon: &Lexicon, index: &dyn Vocabulary) -> Option<String> {
    if word.len() < 3 || !word.is_ascii() || word.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    if own > 0 {
        let before = before?;
        let stands = |two: String| lexicon.knows(&two) || index.frequency(&Wanted::Pair(two)) > 0;
        if stands(pair(before, word)) || after.is_some_and(|after| stands(pair(word, after))) {
            return None;
        }
    }
    let mut best = Likeliest { word, found: None };
    // A word that is often written elsewhere needs more to be taken for another.
    let least = if own > 0 { (index.documents() / 5000).max(2).max(own / 4) } else { 1 };
    if let Some(before) = before {
        index.followers(before, &mut |candidate, frequency| {
            if frequency >= least && one_slip(word.as_bytes(), candidate.as_bytes()) {
                best.offer(candidate, frequency);
            }
        });
    }
    if own == 0 && best.found.is_none() {
        for candidate in slips(word) {
            let frequency = index.folded(&candidate);
            if frequency > 0 {
                best.offer(&candidate, frequency);
            }
        }
    }
    best.found.map(|(_, candidate)| candidate)
}

/// The likeliest word that was meant, so far.
struct Likeliest<'w> {
    word: &'w str,
    found: Option<(u64, String)>,
}

impl Likeliest<'_> {
    fn offer(&mut self, candidate: &str, frequency: u64) {
        // A tone or hook letter left at the end (Telex) is the likeliest slip.
        let telex = self.word.len() == candidate.len() + 1 && self.word.starts_with(candidate) && self.word.ends_with(['s', 'f', 'r', 'x', 'j', 'w']);
        let worth = if telex { frequency * 16 } else { frequency };
        if self.found.as_ref().is_none_or(|(most, _)| worth > *most) {
            self.found = Some((worth, candidate.to_owned()));
        }
    }
}

/// Whether two words differ by one letter left out, added, changed, or exchanged with the next.
fn one_slip(a: &[u8], b: &[u8]) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 || short == long || short.len() < 2 {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    if short.len() < long.len() {
        return short[same..] == long[same + 1..];
    }
    let (x, y) = (&short[same..], &long[same..]);
    x[1..] == y[1..] || (x.len() > 1 && x[0] == y[1] && x[1] == y[0] && x[2..] == y[2..])
}

/// Every word one slip away.
fn slips(word: &str) -> Vec<String> {
    let letters = word.as_bytes();
    let mut out: Vec<Vec<u8>> = Vec::new();
    for at in 0..letters.len() {
        out.push([&letters[..at], &letters[at + 1..]].concat());
        if at + 1 < letters.len() {
            let mut swapped = letters.to_vec();
            swapped.swap(at, at + 1);
            out.push(swapped);
        }
    }
    for letter in b'a'..=b'z' {
        for at in 0..=letters.len() {
            out.push([&letters[..at], &[letter], &letters[at..]].concat());
            if at < letters.len() {
                out.push([&letters[..at], &[letter], &letters[at + 1..]].concat());
            }
        }
    }
    out.sort();
    out.dedup();
    out.into_iter()
        .filter(|candidate| candidate.len() >= 2 && candidate != letters)
        .filter_map(|candidate| String::from_utf8(candidate).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_is_one_letter() {
        for (a, b) in [("mai", "may"), ("nhann", "nhan"), ("nahn", "nhan"), ("nhn", "nhan"), ("may", "mays")] {
            assert!(one_slip(a.as_bytes(), b.as_bytes()) && one_slip(b.as_bytes(), a.as_bytes()), "{a} {b}");
            assert!(slips(a).iter().any(|slip| slip == b), "{a} {b}");
        }
        for (a, b) in [("mai", "mai"), ("mai", "man y"), ("ab", "ba c"), ("nhan", "hnna")] {
            assert!(!one_slip(a.as_bytes(), b.as_bytes()), "{a} {b}");
        }
    }
}
