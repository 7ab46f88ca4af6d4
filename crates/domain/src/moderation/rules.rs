//! The rules that read text, one file each; every one says which words break it. Numbers in their own
//! fields are judged in [`super::check`](mod@super::check).

mod abroad;
mod age_limit;
mod appearance;
mod contact;
mod family_status;
mod fee;
mod health;
mod hours;
mod middleman;
mod origin;
mod overtime;
mod probation;
mod sex;
mod too_young;

use super::check::RuleCode;
use super::reading::Reading;
use std::ops::Range;

/// Finds the tokens that break a rule.
type Find = fn(&Reading) -> Vec<Range<usize>>;

/// Rules that look at the words alone.
const RULES: &[(RuleCode, Find)] = &[
    (RuleCode::Fee, fee::find),
    (RuleCode::Sex, sex::find),
    (RuleCode::AgeLimit, age_limit::find),
    (RuleCode::FamilyStatus, family_status::find),
    (RuleCode::Appearance, appearance::find),
    (RuleCode::Origin, origin::find),
    (RuleCode::Health, health::find),
    (RuleCode::TooYoung, too_young::find),
    (RuleCode::Hours, hours::find),
    (RuleCode::Overtime, overtime::find),
    (RuleCode::Probation, probation::find),
    (RuleCode::Middleman, middleman::find),
];

/// Words that break a rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The rule.
    pub rule: RuleCode,
    /// The bytes of the text.
    pub range: Range<usize>,
}

/// A text that was read once, to be asked more than once.
#[derive(Debug)]
pub struct Read<'a> {
    text: &'a str,
    reading: Reading,
    /// The tokens that say that people go to another country to work.
    going: Vec<Range<usize>>,
}

impl<'a> Read<'a> {
    /// Reads a text.
    pub fn of(text: &'a str) -> Self {
        let reading = Reading::of(text);
        let going = abroad::going(&reading);
        Self { text, reading, going }
    }

    /// Whether it says that people go to another country to work.
    pub fn says_going(&self) -> bool {
        !self.going.is_empty()
    }

    /// Whether it says so by itself, so that nobody has to judge it.
    pub fn surely_says_going(&self) -> bool {
        abroad::is_certain(&self.reading)
    }

    /// Everything the rules find, in the order of the text. `going`: whether the posting says somewhere
    /// that people go to another country to work ([`Read::says_going`]).
    pub fn scan(&self, going: bool) -> Vec<Hit> {
        let (text, reading) = (self.text, &self.reading);
        let by_words = RULES.iter().flat_map(|(rule, find)| find(reading).into_iter().map(|tokens| (*rule, tokens)));
        let abroad = if going { abroad::with_orders(reading, &self.going) } else { self.going.clone() };
        let abroad = abroad.into_iter().map(|tokens| (RuleCode::AbroadLicence, tokens));
        let short_links = contact::short_links(text, reading);
        let contact = contact::find(text, reading, &short_links).into_iter().map(|tokens| (RuleCode::ContactInText, tokens));
        let links = short_links.into_iter().map(|tokens| (RuleCode::ShortLink, tokens));
        let mut hits: Vec<Hit> = by_words
            .chain(abroad)
            .chain(contact)
            .chain(links)
            .filter(|(_, tokens)| !tokens.is_empty())
            .map(|(rule, tokens)| Hit {
                rule,
                range: reading.span(tokens),
            })
            .collect();
        hits.sort_by_key(|hit| hit.range.start);
        hits
    }
}

/// What is found in a text that stands alone.
#[cfg(test)]
pub(super) fn scan(text: &str) -> Vec<Hit> {
    let read = Read::of(text);
    read.scan(read.says_going())
}

/// Tests a rule with texts that break it and texts that don't; shows all that fail.
#[cfg(test)]
fn judge(find: impl Fn(&str) -> Vec<String>, found: &[&str], left_alone: &[&str]) {
    let missed: Vec<&&str> = found.iter().filter(|text| find(text).is_empty()).collect();
    let wrong: Vec<(&&str, Vec<String>)> = left_alone.iter().map(|text| (text, find(text))).filter(|(_, words)| !words.is_empty()).collect();
    assert!(missed.is_empty() && wrong.is_empty(), "missed: {missed:#?}\nwrong: {wrong:#?}");
}

/// [`judge`] for a rule that looks at the tokens alone.
#[cfg(test)]
fn judge_words(find: Find, found: &[&str], left_alone: &[&str]) {
    let words = |text: &str| {
        let reading = Reading::of(text);
        find(&reading).into_iter().map(|tokens| text[reading.span(tokens)].to_owned()).collect()
    };
    judge(words, found, left_alone);
}

#[cfg(test)]
mod tests {
    use super::scan;
    use proptest::prelude::*;

    proptest! {
        /// Whatever is written, what is found are whole letters of it.
        #[test]
        fn no_text_breaks_the_rules(parts in proptest::collection::vec("(?s).{0,6}|[0-9OolSk.,:/ ]{1,8}|(đặt|c.ọ.c|p h í|1m60|từ 5h đến 21h|bit.ly|@|nam|\u{200b}|５|½|ﬁ|0900) ?", 0..12)) {
            let text = parts.concat();
            for hit in scan(&text) {
                prop_assert!(text.get(hit.range).is_some_and(|words| !words.is_empty()));
            }
        }
    }
}
