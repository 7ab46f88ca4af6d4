//! Numbers in digits or in words: "35", "ba mươi lăm", "mười tám", "hai trăm".

use super::reading::Reading;
use crate::text::{exact_key, fold};
use std::collections::HashMap;
use std::sync::LazyLock;

const UNITS: [(&str, f64); 16] = [
    ("không", 0.0),
    ("một", 1.0),
    ("mốt", 1.0),
    ("hai", 2.0),
    ("ba", 3.0),
    ("bốn", 4.0),
    ("tư", 4.0),
    ("năm", 5.0),
    ("lăm", 5.0),
    ("nhăm", 5.0),
    ("sáu", 6.0),
    ("bảy", 7.0),
    ("bẩy", 7.0),
    ("tám", 8.0),
    ("chín", 9.0),
    ("rưỡi", 0.5),
];

/// Words by their marked key, and by their folded form.
static WORDS: LazyLock<HashMap<String, (String, f64)>> = LazyLock::new(|| UNITS.iter().map(|(word, value)| (exact_key(word), (fold(word), *value))).collect());

/// The digit that a word says.
pub(super) fn digit(reading: &Reading, at: usize) -> Option<f64> {
    let token = reading.tokens.get(at)?;
    if token.number.is_some() {
        return None;
    }
    if token.marked || !reading.is_ambiguous(at) {
        return WORDS.get(&token.key).map(|(_, value)| *value).filter(|value| *value >= 1.0 || *value == 0.0);
    }
    WORDS.values().find(|(folded, _)| *folded == token.folded).map(|(_, value)| *value).filter(|value| *value >= 1.0 || *value == 0.0)
}

fn is(reading: &Reading, at: usize, words: &[&str]) -> bool {
    words.iter().any(|word| reading.says(at, &exact_key(word), &fold(word)))
}

/// The number that begins at a token, and how many tokens it takes.
pub(super) fn at(reading: &Reading, at: usize) -> Option<(f64, usize)> {
    if let Some(number) = reading.tokens.get(at)?.number {
        return Some((number, 1));
    }
    let (mut value, mut taken) = (0.0, 0);
    // Hundreds.
    if let Some(hundreds) = digit(reading, at).filter(|_| is(reading, at + 1, &["trăm"])) {
        (value, taken) = (hundreds * 100.0, 2);
        if is(reading, at + 2, &["linh", "lẻ"]) && digit(reading, at + 3).is_some() {
            return Some((value + digit(reading, at + 3)?, 4));
        }
    }
    // Tens and ones.
    let here = at + taken;
    if is(reading, here, &["mười", "chục"]) {
        let ones = digit(reading, here + 1);
        return Some((value + 10.0 + ones.unwrap_or(0.0), taken + 1 + usize::from(ones.is_some())));
    }
    if let Some(tens) = digit(reading, here).filter(|tens| *tens >= 1.0)
        && is(reading, here + 1, &["mươi", "chục"])
    {
        let ones = digit(reading, here + 2);
        return Some((value + tens * 10.0 + ones.unwrap_or(0.0), taken + 2 + usize::from(ones.is_some())));
    }
    // "ba lăm", "ba tư": the ten left out, as people say it.
    if let Some(tens) = digit(reading, here).filter(|tens| (2.0..=9.0).contains(tens))
        && is(reading, here + 1, &["lăm", "tư", "mốt", "nhăm"])
    {
        return Some((value + tens * 10.0 + digit(reading, here + 1)?, taken + 2));
    }
    if taken > 0 {
        return Some((value, taken));
    }
    digit(reading, at).filter(|digit| *digit >= 1.0).map(|digit| (digit, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_words() {
        for (text, value, taken) in [
            ("35 tuổi", 35.0, 1),
            ("ba mươi lăm tuổi", 35.0, 3),
            ("mười tám tuổi", 18.0, 2),
            ("muoi tam tuoi", 18.0, 2),
            ("bốn mươi tuổi", 40.0, 2),
            ("chín mươi tiếng", 90.0, 2),
            ("hai trăm nghìn", 200.0, 2),
            ("một trăm mười hai", 112.0, 4),
            ("ba tháng", 3.0, 1),
            ("3,5 triệu", 3.5, 1),
        ] {
            assert_eq!(at(&Reading::of(text), 0), Some((value, taken)), "{text}");
        }
        assert_eq!(at(&Reading::of("tuổi"), 0), None);
    }
}
