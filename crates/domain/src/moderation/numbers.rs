//! Numbers in digits or in words: "35", "ba mươi lăm", "mười tám", "hai trăm".

use super::reading::{Gap, Reading};
use super::spelling::Word;
use std::sync::LazyLock;

static UNITS: LazyLock<Vec<(Word, f64)>> = LazyLock::new(|| {
    [
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
    ]
    .map(|(word, value)| (Word::new(word), value))
    .into()
});

struct Words {
    hundred: Vec<Word>,
    and: Vec<Word>,
    ten: Vec<Word>,
    tens: Vec<Word>,
    ones: Vec<Word>,
    pair: Vec<Word>,
    half: Vec<Word>,
    of_age: Vec<Word>,
}

static WORDS: LazyLock<Words> = LazyLock::new(|| {
    let words = |written: &[&str]| written.iter().map(|word| Word::new(word)).collect();
    Words {
        hundred: words(&["trăm"]),
        and: words(&["linh", "lẻ"]),
        // "mừ" is how the south says it.
        ten: words(&["mười", "chục", "mừ"]),
        tens: words(&["mươi", "chục"]),
        ones: words(&["lăm", "tư", "mốt", "nhăm"]),
        pair: words(&["đôi"]),
        half: words(&["rưỡi"]),
        of_age: words(&["tuổi", "tới", "đến"]),
    }
});

/// The digit that a word says.
pub(super) fn digit(reading: &Reading, at: usize) -> Option<f64> {
    let token = reading.tokens.get(at)?;
    if token.number.is_some() || token.base.len() > 6 {
        return None;
    }
    UNITS.iter().find(|(word, _)| reading.says(at, word)).map(|(_, value)| *value)
}

fn is(reading: &Reading, at: usize, words: &[Word]) -> bool {
    words.iter().any(|word| reading.says(at, word))
}

/// The ones after tens: "mười lăm", but "mười năm" is ten years.
fn ones(reading: &Reading, at: usize) -> Option<f64> {
    digit(reading, at).filter(|_| reading.tokens[at].gap == Gap::None && reading.tokens[at].base != "nam")
}

/// The number that begins at a token, and how many tokens it takes.
pub(super) fn at(reading: &Reading, at: usize) -> Option<(f64, usize)> {
    if let Some(number) = reading.tokens.get(at)?.number {
        // "13 rưỡi" and "13h30" are more than thirteen, and that is enough here.
        let half = f64::from(u8::from(is(reading, at + 1, &WORDS.half))) * 0.5;
        return Some((number + half, 1 + usize::from(half > 0.0)));
    }
    let (mut value, mut taken) = (0.0, 0);
    // Hundreds.
    let first = digit(reading, at);
    if let Some(hundreds) = first.filter(|_| is(reading, at + 1, &WORDS.hundred)) {
        (value, taken) = (hundreds * 100.0, 2);
        if is(reading, at + 2, &WORDS.and) && digit(reading, at + 3).is_some() {
            return Some((value + digit(reading, at + 3)?, 4));
        }
    }
    // Tens and ones.
    let here = at + taken;
    if is(reading, here, &WORDS.ten) {
        let ones = ones(reading, here + 1);
        return Some((value + 10.0 + ones.unwrap_or(0.0), taken + 1 + usize::from(ones.is_some())));
    }
    if is(reading, here, &WORDS.pair) && is(reading, here + 1, &WORDS.tens) {
        return Some((value + 20.0, taken + 2));
    }
    // "Tu muoi" is "từ mười": forty is "bốn mươi".
    let tens = if taken == 0 { first } else { digit(reading, here) };
    if let Some(tens) = tens.filter(|tens| *tens >= 1.0 && reading.tokens[here].base != "tu" && is(reading, here + 1, &WORDS.tens)) {
        let ones = ones(reading, here + 2);
        return Some((value + tens * 10.0 + ones.unwrap_or(0.0), taken + 2 + usize::from(ones.is_some())));
    }
    // "ba lăm", "ba tư": the ten left out, as people say it.
    if let Some(tens) = tens.filter(|tens| (2.0..=9.0).contains(tens))
        && is(reading, here + 1, &WORDS.ones)
    {
        return Some((value + tens * 10.0 + digit(reading, here + 1)?, taken + 2));
    }
    if taken > 0 {
        return Some((value, taken));
    }
    // "ba tám tuổi", "từ hai hai tới …": but "ba bốn tuổi" is three or four.
    if let Some(tens) = first.filter(|tens| (2.0..=6.0).contains(tens))
        && let Some(ones) = ones(reading, at + 1).filter(|ones| *ones >= 1.0 && (*ones - tens - 1.0).abs() > 0.1)
        && is(reading, at + 2, &WORDS.of_age)
        && reading.tokens[at].base != "tu"
    {
        return Some((tens * 10.0 + ones, 2));
    }
    first.filter(|digit| *digit >= 1.0).map(|digit| (digit, 1))
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
            ("đôi mươi", 20.0, 2),
            ("mừ bốn tiếng", 14.0, 2),
            ("mười năm", 10.0, 1),
            ("tu muoi tam", 4.0, 1),
            ("ba tháng", 3.0, 1),
            ("3,5 triệu", 3.5, 1),
            ("ba tám tuổi", 38.0, 2),
            ("ba bốn tuổi", 3.0, 1),
        ] {
            assert_eq!(at(&Reading::of(text), 0), Some((value, taken)), "{text}");
        }
        assert_eq!(at(&Reading::of("tuổi"), 0), None);
    }
}
