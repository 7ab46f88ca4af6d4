//! Words that were cut up to hide them: "đ.ặ.t c.ọ.c", "p h í h ồ s ơ", "1 3 t u ổ i".

use super::pieces::Piece;
use super::spelling::{is_word, long_form};
use super::syllable::is_syllable;
use crate::text::{exact_key, fold, has_marks};

/// Letters that join others: what is put between the letters of a word to hide it.
const JOINTS: [char; 11] = ['.', '-', '_', '/', '·', '*', '\'', '•', '|', '~', '’'];

/// The onsets of more than one letter: who cuts "phí" may leave them whole.
const CLUSTERS: [&str; 11] = ["ph", "th", "tr", "ch", "nh", "ng", "ngh", "kh", "gh", "gi", "qu"];

/// Words of one letter.
const ALONE: [&str; 14] = ["ở", "ý", "à", "ạ", "ồ", "ơ", "ô", "ừ", "ổ", "ủ", "ò", "é", "á", "ế"];

fn is_linked(piece: &Piece) -> bool {
    !piece.line && !piece.spaced && !piece.signs.is_empty() && piece.signs.chars().all(|c| JOINTS.contains(&c))
}

/// How many pieces at the front are one hidden word or number, and the words; one piece and nothing
/// where it is what it seems.
pub(super) fn join(pieces: &[Piece]) -> (usize, Option<Vec<String>>) {
    digits(pieces)
        .or_else(|| linked(pieces))
        .or_else(|| at_sign(pieces))
        .or_else(|| spelled(pieces))
        .unwrap_or((1, None))
}

/// "Nh@t", "l@m": the sign is the letter it looks like, unless an address goes on.
fn at_sign(pieces: &[Piece]) -> Option<(usize, Option<Vec<String>>)> {
    let [first, sign, last, ..] = pieces else { return None };
    let touches = |piece: &Piece| !piece.line && !piece.spaced && piece.signs.is_empty();
    let goes_on = pieces.get(3).is_some_and(|next| !next.spaced && !next.line && next.signs == ".");
    let is_masked = sign.text == "@" && touches(sign) && touches(last) && !goes_on && !is_syllable(&fold(&first.text));
    let joined = format!("{}a{}", first.text, last.text);
    (is_masked && is_syllable(&fold(&joined))).then(|| (3, Some(vec![joined])))
}

/// "đ.ặ.t", "xk.lđ", "k.o": the longest that makes a word out of parts that aren't words themselves.
fn linked(pieces: &[Piece]) -> Option<(usize, Option<Vec<String>>)> {
    let linked = 1 + pieces.iter().skip(1).take_while(|piece| is_linked(piece)).count();
    for count in (2..=linked.min(12)).rev() {
        let parts = &pieces[..count];
        // A digit may be hidden in the middle of a word ("t.1.ề.n") but not begin it.
        if parts[0].has_digit() || parts.iter().any(|piece| piece.has_digit() && !piece.is_digit()) {
            continue;
        }
        let joined: String = parts.iter().map(|piece| piece.text.as_str()).collect();
        let joined = if joined.contains(|c: char| c.is_ascii_digit()) {
            super::spelling::read_digits(&joined).filter(|_| count >= 3)
        } else {
            Some(joined)
        };
        let Some(joined) = joined else { continue };
        let broken = parts.iter().any(|piece| piece.is_letter() || !is_syllable(&fold(&piece.text)));
        let is_short = parts.iter().all(Piece::is_letter) && matches!(joined.to_lowercase().as_str(), "ko" | "đc" | "dc");
        if broken && joined.chars().count() >= 2 && (is_word(&joined) || is_short) {
            return Some((count, Some(vec![joined])));
        }
    }
    None
}

/// "p h í h ồ s ơ", "z a l o", "ph í", "n ữ".
fn spelled(pieces: &[Piece]) -> Option<(usize, Option<Vec<String>>)> {
    let is_part = |piece: &Piece| piece.text.len() <= 4 && (piece.is_letter() || CLUSTERS.contains(&piece.text.to_lowercase().as_str()));
    let goes_on = |piece: &Piece| is_part(piece) && !piece.line && piece.signs.chars().all(|c| JOINTS.contains(&c));
    if !is_part(&pieces[0]) {
        return None;
    }
    // "Ở N.h.ậ.t": what is cut in one way is one run.
    let alike = |piece: &Piece| pieces.get(1).is_some_and(|second| second.signs == piece.signs && second.spaced == piece.spaced);
    let run = 1 + pieces.iter().skip(1).take_while(|piece| goes_on(piece) && alike(piece)).count();
    // What follows the letters may belong to the next sentence: shorter runs are tried too.
    for count in (3..=run.min(40)).rev() {
        let letters: Vec<&str> = pieces[..count].iter().map(|piece| piece.text.as_str()).collect();
        if let Some(words) = split(&letters).filter(|words| words.len() * 2 <= count + 1) {
            return Some((count, Some(words)));
        }
    }
    // Two alone are joined where the second can't stand by itself.
    if run >= 2 {
        let (onset, vowel) = (&pieces[0].text, pieces[1].text.to_lowercase());
        let joined = format!("{onset}{vowel}");
        if !is_vowel(onset) && pieces[1].is_letter() && has_marks(&vowel) && !ALONE.contains(&vowel.as_str()) && !vowel.starts_with(['đ', 'Đ']) && is_syllable(&fold(&joined)) {
            return Some((2, Some(vec![joined])));
        }
    }
    None
}

fn is_vowel(text: &str) -> bool {
    fold(text).starts_with(['a', 'e', 'i', 'o', 'u', 'y'])
}

/// Letters cut into words, the longest first.
fn split(letters: &[&str]) -> Option<Vec<String>> {
    if letters.is_empty() {
        return Some(Vec::new());
    }
    let whole = letters.concat();
    if letters.len() <= 12 && is_word(&whole) && (letters.len() > 1 || ALONE.contains(&whole.to_lowercase().as_str())) {
        return Some(vec![whole]);
    }
    // A word has one tone at most.
    let tones = |word: &str| word.chars().filter(|c| exact_key(&c.to_string()).ends_with(|c: char| c.is_ascii_digit())).count();
    (2..=7.min(letters.len())).rev().find_map(|length| {
        let word = letters[..length].concat();
        if !is_word(&word) || tones(&word) > 1 {
            return None;
        }
        let mut rest = split(&letters[length..])?;
        rest.insert(0, word);
        Some(rest)
    })
}

/// "1 3 t u ổ i", "3 0 ngày", "1.4 ti.ế.n.g": two digits that are one number because of what follows.
fn digits(pieces: &[Piece]) -> Option<(usize, Option<Vec<String>>)> {
    // The unit stands next, or after the second number of a range.
    const UNITS: [&str; 14] = ["tuoi", "t", "tieng", "gio", "h", "ngay", "thang", "trieu", "tr", "k", "nghin", "ngan", "cong", "nam"];
    let is_split = |piece: &Piece| {
        let bytes = piece.text.as_bytes();
        bytes.len() == 3 && bytes[0].is_ascii_digit() && bytes[1] == b'.' && bytes[2].is_ascii_digit()
    };
    let one = |at: usize| -> Option<(usize, String)> {
        let first = pieces.get(at)?;
        // A tenth of a year is nobody's age: "1.3 t.u.ổ.i" hides a number as it hides the word.
        if is_split(first)
            && pieces
                .get(at + 1)
                .is_some_and(|next| next.text.chars().count() <= 2 && pieces.get(at + 2).is_some_and(is_linked) && long_form(&next.text).is_none())
        {
            return Some((1, first.text.replace('.', "")));
        }
        let second = pieces.get(at + 1)?;
        let close = !second.line && second.signs.chars().all(|c| c == '.') && (second.spaced || !second.signs.is_empty());
        (first.is_digit() && second.is_digit() && close).then(|| (2, format!("{}{}", first.text, second.text)))
    };
    let (taken, number) = one(0)?;
    let is_unit = |at: usize| {
        let next = pieces.get(at)?;
        let unit = UNITS.contains(&fold(&next.text).as_str()) || matches!(join(&pieces[at..]).1.as_deref(), Some([word, ..]) if UNITS.contains(&fold(word).as_str()));
        unit.then_some(())
    };
    let range = || {
        one(taken)
            .filter(|_| pieces.get(taken).is_some_and(|piece| piece.signs.contains(['-', '–'])))
            .and_then(|(more, _)| is_unit(taken + more))
    };
    is_unit(taken).or_else(range)?;
    Some((taken, Some(vec![number])))
}
