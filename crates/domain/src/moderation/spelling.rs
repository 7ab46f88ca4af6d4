//! How single words are spelled in postings and messages: abbreviations, letters that were changed for
//! show, digits in the place of letters; and the forms in which words are compared.

use super::abbreviations::{KNOWN, SHORT, TOGETHER};
use super::syllable::is_syllable;
use crate::text::{exact_key, fold};
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;

/// A word that is looked for, in the forms that are compared.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// With marks.
    pub key: String,
    /// Without.
    pub base: String,
    /// [`fingerprint`] of it.
    pub fingerprint: u64,
}

impl Word {
    /// The forms of a word.
    pub fn new(word: &str) -> Self {
        let base = base(word);
        Self {
            key: key(word),
            fingerprint: fingerprint(&base),
            base,
        }
    }
}

/// The form of a syllable with its marks. The tones hỏi and ngã are one: half of the country mixes them up.
pub(super) fn key(word: &str) -> String {
    one_tone(exact_key(word))
}

/// Hỏi and ngã made one.
pub(super) fn one_tone(mut key: String) -> String {
    if key.ends_with('4') {
        key.pop();
        key.push('3');
    }
    key
}

/// The form without marks, "ký" as "kí".
pub(super) fn base(word: &str) -> String {
    exact_key(&fold(word))
}

/// A number for a word without marks (FNV-1a): words are compared thousands of times for one text.
pub(super) fn fingerprint(base: &str) -> u64 {
    base.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// What an abbreviation stands for.
pub(super) fn long_form(text: &str) -> Option<&'static str> {
    // Abbreviations are short, and most words are not looked up.
    static LONGEST: LazyLock<usize> = LazyLock::new(|| SHORT.iter().map(|(short, _)| short.chars().count()).max().unwrap_or(0));
    if text.nfc().count() > *LONGEST {
        return None;
    }
    let lower: String = text.nfc().collect::<String>().to_lowercase();
    let exact = SHORT.iter().find(|(short, _)| *short == lower);
    exact.map(|(_, long)| *long)
}

/// Whether letters make a word that can be looked for.
pub(super) fn is_word(letters: &str) -> bool {
    let folded = fold(letters);
    is_syllable(&folded) || KNOWN.contains(&folded.as_str()) || (letters.chars().count() > 2 && long_form(letters).is_some())
}

/// A word as it is read, and whether it had to be guessed.
pub(super) fn plain(word: &str) -> (String, bool) {
    let lower: String = word.to_lowercase().nfc().collect();
    let folded = fold(&lower);
    if is_syllable(&folded) || folded.chars().count() < 2 || KNOWN.contains(&folded.as_str()) || folded.chars().all(|c| c == 'o') {
        return (lower, false);
    }
    // "cọcc", "tiềnn": letters doubled for show.
    let mut once = String::with_capacity(lower.len());
    for c in lower.chars() {
        if !once.ends_with(c) {
            once.push(c);
        }
    }
    // "fí", "jữ", "zùng", "nhjn", "lươg", "nhah".
    let start = |from: char, to: &str| once.strip_prefix(from).map(|rest| format!("{to}{rest}"));
    let end = |from: char, to: &str| once.strip_suffix(from).map(|rest| format!("{rest}{to}"));
    let forms = [
        Some(once.clone()),
        start('f', "ph"),
        start('j', "gi"),
        start('z', "d"),
        start('w', "qu"),
        once.contains('j').then(|| once.replace('j', "i")),
        end('g', "ng"),
        end('h', "nh"),
        end('k', "c"),
    ];
    match forms.into_iter().flatten().find(|form| is_syllable(&fold(form))) {
        Some(form) => (form, true),
        None => (lower, false),
    }
}

/// The words of one that was written together.
pub(super) fn apart(word: &str) -> Option<Vec<String>> {
    let folded = fold(word);
    if folded.len() < 5 || is_syllable(&folded) {
        return None;
    }
    let words = TOGETHER
        .iter()
        .find(|words| words.len() > folded.len() && words.chars().filter(|c| *c != '_').eq(folded.chars()))?;
    // The marks stay where letters and folded letters are as many.
    let letters: Vec<char> = word.nfc().collect();
    let mut at = 0;
    Some(
        words
            .split('_')
            .map(|part| {
                let letters = letters.get(at..at + part.len()).map(|letters| letters.iter().collect());
                at += part.len();
                letters.unwrap_or_else(|| part.to_owned())
            })
            .collect(),
    )
}

/// "ph1" as "phi", "Ng0ại" as "Ngoại": digits in the place of letters, where a syllable comes of it.
pub(super) fn unmasked(text: &str) -> Option<String> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let begins = text.chars().next().is_some_and(char::is_alphabetic);
    // Of one letter only "d0", "h0": "a4" is paper, "n3" a level.
    let is_short = letters == 1 && text.chars().count() == 2 && text.ends_with('0') && text.starts_with(|c: char| c.is_lowercase() || c == 'Đ');
    if !begins || (letters < 2 && !is_short) || digits == 0 || digits > 2 {
        return None;
    }
    read_digits(text).filter(|read| is_syllable(&fold(read)) || long_form(read).is_some_and(|_| is_short))
}

/// Digits as the letters they look like.
pub(super) fn read_digits(text: &str) -> Option<String> {
    text.chars()
        .map(|c| match c {
            '0' => Some('o'),
            '1' => Some('i'),
            '3' => Some('e'),
            '4' => Some('a'),
            c if c.is_ascii_digit() => None,
            c => Some(c),
        })
        .collect()
}

/// Letters that stand for digits made digits: "2O" and "2OOk", "o9l2", and "3S" before "tuổi".
pub(super) fn numbers_in(text: &str, is_age: bool) -> String {
    let digit = |c: char| match c {
        'o' | 'O' => Some('0'),
        'l' | 'I' | 'i' => Some('1'),
        c => Some(c).filter(char::is_ascii_digit),
    };
    let count = text.chars().filter(char::is_ascii_digit).count();
    let is_telephone = text.starts_with(['o', 'O']) && text.len() >= 3;
    if let Some(number) = text.chars().map(digit).collect::<Option<String>>().filter(|_| count >= 2 || is_telephone) {
        return number;
    }
    let mut read = String::with_capacity(text.len());
    for (index, c) in text.chars().enumerate() {
        let after_digit = read.ends_with(|c: char| c.is_ascii_digit());
        read.push(match c {
            'o' | 'O' if after_digit => '0',
            'S' | 's' if after_digit && is_age && index == 1 => '5',
            c => c,
        });
    }
    read
}

/// What the writing of a word says about whether its sentence has marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Evidence {
    /// It has marks.
    Marked,
    /// It has none and can't be right without ("tuoi", "coc").
    Bare,
    /// It may be either ("nam", "cao").
    Open,
    /// It isn't Vietnamese or wasn't written out.
    None,
}
