//! The hints that a title has, and how much each says.

use super::roles::{on_site, seller, with_role};
use super::terms::FoundPhrase;
use super::title::{Title, Zone};
use super::words::Trade;
use super::{Lead, Proposals};

/// Occupations for what is not said more precisely: any other that is named in the title is likelier.
const UNSPECIFIED: [&str; 4] = ["1729", "3119", "8189", "9329"];

/// A hint that a title has.
pub(super) struct Found<'i> {
    pub(super) code: &'i str,
    pub(super) because: &'i str,
    pub(super) at: usize,
    pub(super) words: usize,
    pub(super) score: f32,
}

/// The zone of every word of a title.
pub(super) fn zones(title: &Title, phrases: &[FoundPhrase<Lead>]) -> Vec<Zone> {
    let changes: Vec<(usize, Zone)> = phrases
        .iter()
        .filter_map(|phrase| match phrase.lead {
            Lead::Change(zone, only_marked) if title.marked || !only_marked => Some((phrase.at + phrase.words, *zone)),
            _ => None,
        })
        .collect();
    title.zones(&changes)
}

/// The hints that a title has, and how much each says.
pub(super) fn hints<'i>(title: &Title, phrases: &[FoundPhrase<'i, Lead>], zones: &[Zone]) -> Vec<Found<'i>> {
    let coded = || phrases.iter().filter(|phrase| matches!(phrase.lead, Lead::Code(..)));
    // What stands first names the job: "thủ kho thương mại điện tử" keeps a store. A phrase that begins
    // within the first one names it more precisely: "kỹ sư thiết kế tủ điện".
    let first_ends = coded().filter(|phrase| title.places[phrase.at] == 0).map(|phrase| phrase.at + phrase.words).max();
    let mut found: Vec<Found> = Vec::new();
    for phrase in phrases {
        let Lead::Code(code, before) = phrase.lead else { continue };
        let (at, words) = (phrase.at, phrase.words);
        let end = at + words;
        let opening = if first_ends.is_some_and(|first| at < first) { 0.06 } else { 0.0 };
        let far = match zones[at] {
            Zone::Head => 0.0,
            Zone::Behind => 0.12,
            Zone::Conditions => 0.35,
        };
        let unspecified = if UNSPECIFIED.contains(&code.as_str()) { 0.2 } else { 0.0 };
        // A part of a longer phrase that is known says little beside it.
        let within = coded().any(|other| other.words > words && other.at <= at && other.at + other.words >= end);
        let contained = if within { 0.15 } else { 0.0 };
        let strength = 0.6 + 0.05 * title.weight(at, words).clamp(1, 5) as f32 + 0.002 * words as f32;
        let place = 0.025 * title.places[at].min(20) as f32 + 0.03 * title.divisions(at).min(4) as f32;
        let score = strength + opening - place - far - unspecified - contained - 0.03 * *before as f32;
        found.push(Found {
            code,
            because: phrase.phrase,
            at,
            words,
            score,
        });
    }
    found
}

/// Reads the best hint together with the role and with what is sold, and puts what they make first.
pub(super) fn refine(title: &Title, phrases: &[FoundPhrase<Lead>], zones: &[Zone], best: Option<&Found>, proposals: &mut Proposals) {
    let has = |trade: Trade| {
        let furthest = match trade {
            // Where somebody sells stands among the conditions: "tại showroom".
            Trade::Shop => Zone::Conditions,
            // What an employer pays stands behind a dash: "- đóng bảo hiểm".
            Trade::Insurance => Zone::Head,
            _ => Zone::Behind,
        };
        phrases
            .iter()
            .any(|phrase| matches!(phrase.lead, Lead::Trade(named) if *named == trade) && zones[phrase.at] <= furthest)
    };
    let mut code = best.map(|best| best.code);
    let (score, because) = best.map_or((0.6, ""), |best| (best.score, best.because));
    if let Some(sold) = code.and_then(|code| seller(code, has).or_else(|| on_site(code, because, has))) {
        proposals.offer(sold, score + 0.02, because);
        code = Some(sold);
    }
    let role = phrases.iter().find_map(|phrase| match phrase.lead {
        Lead::Role(role) => {
            // English puts the role last: "marketing manager".
            let begins = title.places[phrase.at] == 0 || title.begins[phrase.at] || phrase.phrase.is_ascii();
            (begins && zones[phrase.at] == Zone::Head).then_some((phrase, *role))
        }
        _ => None,
    });
    let Some((phrase, role)) = role else { return };
    // A hint that names the role itself has said all: "trưởng phòng kế toán".
    if best.is_some_and(|best| best.at <= phrase.at && best.at + best.words >= phrase.at + phrase.words) {
        return;
    }
    if let Some(made) = with_role(role, code) {
        let because = if because.is_empty() { phrase.phrase } else { because };
        proposals.offer(made, score + 0.04, because);
    }
}
