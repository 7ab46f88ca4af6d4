//! The rules against texts that were labelled by hand, rule by rule. `tune` may be looked at while
//! rules are written; `held` judges them and is not. See `tests/data/README.md`.

use super::check::{RuleCode, is_shouting};
use super::rules::Read;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// The rules' codes in the labels.
const LABELS: &[(&str, RuleCode)] = &[
    ("fee", RuleCode::Fee),
    ("sex", RuleCode::Sex),
    ("age-limit", RuleCode::AgeLimit),
    ("family-status", RuleCode::FamilyStatus),
    ("appearance", RuleCode::Appearance),
    ("origin", RuleCode::Origin),
    ("health", RuleCode::Health),
    ("abroad", RuleCode::AbroadLicence),
    ("too-young", RuleCode::TooYoung),
    ("hours", RuleCode::Hours),
    ("overtime", RuleCode::Overtime),
    ("probation", RuleCode::Probation),
    ("contact-in-text", RuleCode::ContactInText),
    ("short-link", RuleCode::ShortLink),
    ("capitals", RuleCode::Capitals),
];

/// Work abroad where it is said in so many words: what stops a posting.
const CERTAIN: &str = "abroad, certain";

/// Probably work abroad, but the text leaves room: for an officer to judge, so the rule has to find it;
/// what stops a posting may stop it, and needn't.
const LIKELY: &str = "abroad-likely";

/// How a rule does.
#[derive(Default)]
struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
    lines: Vec<String>,
}

impl Score {
    /// Counts a text: whether it breaks the rule, and the words that were found to.
    fn count(&mut self, text: &str, breaks: bool, found: Option<&[&str]>) {
        match (breaks, found) {
            (true, Some(_)) => self.right += 1,
            (false, Some(words)) => {
                self.wrong += 1;
                self.lines.push(format!("  wrong  [{}] {text}", words.join(" | ")));
            }
            (true, None) => {
                self.missed += 1;
                self.lines.push(format!("  missed {text}"));
            }
            (false, None) => {}
        }
    }

    fn precision(&self) -> f64 {
        self.right as f64 / (self.right + self.wrong).max(1) as f64
    }

    fn recall(&self) -> f64 {
        self.right as f64 / (self.right + self.missed).max(1) as f64
    }
}

fn score(name: &str) -> (BTreeMap<&'static str, Score>, usize) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/data").join(name);
    let rows = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut scores: BTreeMap<&'static str, Score> = BTreeMap::new();
    let mut count = 0;
    for row in rows.lines().filter(|row| !row.starts_with('#')) {
        let cells: Vec<&str> = row.splitn(3, '\t').collect();
        let [_, labels, text] = cells[..] else { panic!("{name}: {row}") };
        count += 1;
        let wanted: BTreeSet<&str> = labels.split(',').filter(|label| *label != "-").collect();
        for label in &wanted {
            assert!(*label == LIKELY || LABELS.iter().any(|(known, _)| known == label), "{name}: what is {label}?");
        }
        let read = Read::of(text);
        let mut hits: BTreeMap<RuleCode, Vec<&str>> = BTreeMap::new();
        for hit in read.scan(read.says_going()) {
            hits.entry(hit.rule).or_default().push(&text[hit.range]);
        }
        if is_shouting(text) {
            hits.entry(RuleCode::Capitals).or_default().push(text);
        }
        let is_likely = wanted.contains(LIKELY);
        if !is_likely {
            let stops = read.surely_says_going().then_some(&[] as &[&str]);
            scores.entry(CERTAIN).or_default().count(text, wanted.contains("abroad"), stops);
        }
        for (label, rule) in LABELS {
            let found = hits.get(rule).map(Vec::as_slice);
            let breaks = wanted.contains(label) || (is_likely && *label == "abroad");
            scores.entry(label).or_default().count(text, breaks, found);
        }
    }
    (scores, count)
}

/// How good a rule has to be: precision and recall. On texts that nobody looked at, eight rules still miss ways of
/// saying it that are roundabout: what they find of those may not become less.
fn wanted(label: &str, held: bool) -> (f64, f64) {
    match (label, held) {
        // Only what stops a submission has to be free of false alarms.
        (CERTAIN, true) => (1.0, 0.9),
        (CERTAIN, false) => (1.0, 0.93),
        ("probation", true) => (0.9, 0.69),
        ("overtime", true) => (0.9, 0.7),
        ("origin" | "appearance", true) => (0.9, 0.73),
        ("abroad" | "hours" | "sex" | "too-young", true) => (0.9, 0.79),
        (_, true) => (0.9, 0.85),
        ("abroad" | "age-limit" | "hours" | "probation", false) => (0.97, 0.91),
        (_, false) => (0.97, 0.95),
    }
}

fn judge(name: &str) {
    let (scores, count) = score(name);
    assert!(count >= 500, "{name} has {count} texts");
    let held = name.contains("held");
    let mut weak = Vec::new();
    for (label, score) in &scores {
        println!(
            "{label:16} precision {:5.1} %  recall {:5.1} %  of {}",
            score.precision() * 100.0,
            score.recall() * 100.0,
            score.right + score.missed
        );
        // The texts that judge are not shown: rules that were mended on them would judge themselves.
        for line in score.lines.iter().filter(|_| !held) {
            println!("{line}");
        }
        let (precision, recall) = wanted(label, held);
        if score.precision() < precision || score.recall() < recall {
            weak.push(*label);
        }
    }
    assert!(weak.is_empty(), "{name}: below what was promised: {}", weak.join(", "));
}

#[test]
fn the_rules_hold_on_the_texts_they_were_made_with() {
    judge("moderation_tune.tsv");
}

#[test]
fn the_rules_hold_on_texts_they_have_not_seen() {
    judge("moderation_held.tsv");
}
