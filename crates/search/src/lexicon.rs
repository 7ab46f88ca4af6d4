//! Words that mean the same, from the reference lists, ready for the analysis.
//!
//! Expansion happens when a vacancy is indexed, never when a query is read: a vacancy that says
//! "LĐPT" is also found by each word of "lao động phổ thông". So a query stays a plain list of words
//! that must all be there, and a word added can't raise the count, whatever the lists say.

use crate::schema::pair;
use sanviec_domain::reference::{Reference, SynonymGroup, SynonymKind};
use sanviec_domain::text::{exact_key, fold, has_marks, tidy_line, words};
use std::collections::{HashMap, HashSet};

/// A few words in both writings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Phrase {
    pub(crate) folded: Vec<String>,
    pub(crate) exact: Vec<String>,
}

impl Phrase {
    fn new(written: &str) -> Self {
        let tidy = tidy_line(written);
        Self {
            folded: words(&tidy).map(fold).collect(),
            exact: words(&tidy).map(exact_key).collect(),
        }
    }
}

impl Phrase {
    /// Each word folded and with its marks.
    pub(crate) fn words(&self) -> impl Iterator<Item = (&str, &str)> {
        self.folded.iter().map(String::as_str).zip(self.exact.iter().map(String::as_str))
    }
}

/// What a vacancy that says one phrase is also found by.
#[derive(Debug)]
pub(crate) struct Trigger {
    pub(crate) phrase: Phrase,
    /// Short and ambiguous words count only with their marks.
    pub(crate) exact: bool,
    /// An abbreviation is looked for in the whole text, the others only where they name the job.
    pub(crate) everywhere: bool,
    /// Means the same, so it counts where the phrase stands; otherwise it counts little.
    pub(crate) same: bool,
    /// Added only with its marks: ambiguous without.
    pub(crate) exact_only: bool,
    pub(crate) adds: Phrase,
}

/// The phrases of the reference lists.
#[derive(Debug, Default)]
pub(crate) struct Lexicon {
    pub(crate) triggers: Vec<Trigger>,
    /// Neighbouring words of known names and phrases, folded and with marks.
    folded_pairs: HashSet<String>,
    exact_pairs: HashSet<String>,
    /// How two neighbouring folded words are written in known phrases, where nearly all agree.
    readings: HashMap<String, (String, String)>,
    /// Single words that name an occupation, with their marks: "hàn" of "han".
    jobs: HashMap<String, String>,
    /// The last word of what an abbreviation stands for: "nhan" of "cn".
    short: HashMap<String, String>,
}

/// So many variants at the head of a group mean nearly the same as its name.
const CLOSEST: usize = 2;

/// A single word that stands for a longer one: "KCN", "NV", "sales". Short plain words ("kho",
/// "lương") mean too many things.
fn is_abbreviation(variant: &str, group: &SynonymGroup) -> bool {
    let length = variant.chars().count();
    let one = words(variant).count() == 1;
    one && length >= 2 && (variant.chars().any(char::is_uppercase) || (length >= 3 && variant.is_ascii() && !group.exact_only.iter().any(|only| only == variant)))
}

impl Lexicon {
    pub(crate) fn new(reference: &Reference) -> Self {
        let mut lexicon = Self::default();
        for group in reference.synonyms() {
            lexicon.take(group);
        }
        let lists = reference.lists();
        let names = (lists.occupations.iter().map(|row| row.name.as_str()))
            .chain(lists.occupation_titles.iter().map(|row| row.title.as_str()))
            .chain(lists.occupation_hints.iter().map(|row| row.phrase.as_str()))
            .chain(lists.communes.iter().map(|row| row.name.as_str()))
            .chain(lists.provinces.iter().map(|row| row.name.as_str()))
            .chain(lists.parks.iter().map(|row| row.name.as_str()))
            .chain(
                lists
                    .former_units
                    .iter()
                    .flat_map(|row| [row.old_name.as_str(), row.old_district.as_str(), row.old_province.as_str()]),
            )
            .chain(
                lists
                    .synonyms
                    .iter()
                    .flat_map(|group| std::iter::once(group.canonical.as_str()).chain(group.variants.iter().map(String::as_str))),
            );
        let mut written: HashMap<String, HashMap<(String, String), u32>> = HashMap::new();
        for name in names {
            let phrase = Phrase::new(name);
            lexicon.folded_pairs.extend(phrase.folded.windows(2).map(|two| pair(&two[0], &two[1])));
            lexicon.exact_pairs.extend(phrase.exact.windows(2).map(|two| pair(&two[0], &two[1])));
            if has_marks(name) {
                for (folded, exact) in phrase.folded.windows(2).zip(phrase.exact.windows(2)) {
                    *written
                        .entry(pair(&folded[0], &folded[1]))
                        .or_default()
                        .entry((exact[0].clone(), exact[1].clone()))
                        .or_default() += 1;
                }
            }
        }
        lexicon.readings = written.into_iter().filter_map(|(pair, ways)| Some((pair, agreed(ways)?))).collect();
        lexicon.short = (lexicon.triggers.iter().filter(|trigger| trigger.same && trigger.phrase.folded.len() == 1))
            .filter_map(|trigger| Some((trigger.phrase.folded[0].clone(), trigger.adds.folded.last()?.clone())))
            .collect();
        lexicon
    }

    /// How two neighbouring folded words are written with their marks, if known phrases tell.
    pub(crate) fn reading(&self, first: &str, second: &str) -> Option<(&str, &str)> {
        self.readings.get(&pair(first, second)).map(|(first, second)| (first.as_str(), second.as_str()))
    }

    /// How a folded word is written where it names an occupation by itself.
    pub(crate) fn job(&self, word: &str) -> Option<&str> {
        self.jobs.get(word).map(String::as_str)
    }

    /// The word that a neighbour after an abbreviation stands next to in truth; any other word itself.
    pub(crate) fn meant_by<'w>(&'w self, word: &'w str) -> &'w str {
        self.short.get(word).map_or(word, String::as_str)
    }

    /// Whether two folded words stand next to each other in a known phrase.
    pub(crate) fn knows(&self, pair: &str) -> bool {
        self.folded_pairs.contains(pair)
    }

    /// Whether two words with their marks do.
    pub(crate) fn knows_exactly(&self, pair: &str) -> bool {
        self.exact_pairs.contains(pair)
    }

    fn take(&mut self, group: &SynonymGroup) {
        let canonical = Phrase::new(&group.canonical);
        let abbreviations = group.kind == SynonymKind::Abbr;
        if group.kind == SynonymKind::Occ {
            let single = group.exact_only.iter().filter(|only| words(only).count() == 1);
            self.jobs.extend(single.map(|only| (fold(only), exact_key(only))));
        }
        for (position, variant) in group.variants.iter().enumerate() {
            if variant.contains('(') {
                continue;
            }
            let phrase = Phrase::new(variant);
            if phrase.folded.is_empty() || phrase == canonical {
                continue;
            }
            let short = phrase.folded.len() == 1;
            let exact_only = group.exact_only.iter().any(|only| only == variant);
            let stands_for = is_abbreviation(variant, group);
            if short && abbreviations && !stands_for {
                continue;
            }
            // The variant is, or is a kind of, what the group is called.
            self.add(
                &phrase,
                &canonical,
                Link {
                    exact: short || exact_only,
                    everywhere: abbreviations,
                    same: abbreviations || stands_for,
                    exact_only: false,
                },
            );
            // The other way round only where it isn't narrower: "lái xe" isn't "lái xe tải", and the
            // places of a group lie in the one that it is called after. The lists put the closest
            // variants first; the later ones are mostly tasks within the occupation.
            let narrower = canonical.folded.iter().all(|word| phrase.folded.contains(word)) || phrase.folded.len() > 3 || position >= CLOSEST;
            let back = stands_for || (!narrower && !abbreviations && group.kind != SynonymKind::Place);
            if back {
                let exact = canonical.folded.len() == 1;
                self.add(
                    &canonical,
                    &phrase,
                    Link {
                        exact,
                        everywhere: abbreviations,
                        same: stands_for,
                        exact_only: exact_only && has_marks(variant),
                    },
                );
            }
        }
    }

    fn add(&mut self, phrase: &Phrase, adds: &Phrase, link: Link) {
        let Link {
            exact,
            everywhere,
            same,
            exact_only,
        } = link;
        self.triggers.push(Trigger {
            phrase: phrase.clone(),
            exact,
            everywhere,
            same,
            exact_only,
            adds: adds.clone(),
        });
    }
}

/// The way that at least four of five known phrases are written in.
fn agreed(ways: HashMap<(String, String), u32>) -> Option<(String, String)> {
    let all: u32 = ways.values().sum();
    ways.into_iter().find(|(_, times)| times * 5 >= all * 4).map(|(way, _)| way)
}

#[derive(Clone, Copy)]
struct Link {
    exact: bool,
    everywhere: bool,
    same: bool,
    exact_only: bool,
}
