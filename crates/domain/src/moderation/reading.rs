//! A text as a reader understands it, whoever tried to hide what: words joined that were written with
//! dots or spaces between their letters ("đ.ặ.t c.ọ.c", "p h í"), digits in the place of letters ("ph1",
//! "Ng0ại"), abbreviations of messages ("ko", "cty", "lđ"), numbers in words ("ba mươi lăm").
//!
//! Every token remembers which bytes of the text it stands for, so that a finding shows the words as
//! they were written.

use super::joined::join;
use super::pieces::{Piece, gap, pieces};
use super::spelling::{self, Evidence, Word, apart, long_form, numbers_in, plain, unmasked};
use super::syllable::{is_proper, is_syllable};
use crate::text::{exact_key, fold, has_marks};
use std::ops::Range;

/// What stands before a token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// A space, or nothing.
    None,
    /// A comma, a bracket, a dash: the sentence goes on.
    Pause,
    /// A full stop, a line's end, the beginning.
    End,
}

/// How sure it is which word was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Writing {
    /// With its marks.
    Marked,
    /// Without, which may mean a word without marks.
    Bare,
    /// Changed, or without the marks it must have: only the letters count.
    Loose,
}

/// A word, a number, or a sign that is read as a word.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// The bytes it stands for.
    pub range: Range<usize>,
    /// Without marks.
    pub folded: String,
    /// The form that is compared where marks are written ([`spelling::key`]).
    key: String,
    /// The form that is compared where they aren't ([`spelling::base`]).
    pub base: String,
    /// [`spelling::fingerprint`] of it.
    pub fingerprint: u64,
    writing: Writing,
    evidence: Evidence,
    /// A number in digits.
    pub number: Option<f64>,
    /// The digits as written, without separators.
    pub digits: String,
    /// What stands before it.
    pub gap: Gap,
    /// The signs before it, without spaces.
    pub signs: String,
}

/// A text that was read.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Of each token, whether its sentence was written with marks: then an unmarked word means itself.
    means_marks: Vec<bool>,
    /// Of each token, the number that begins there and how many tokens it takes.
    numbers: Vec<Option<(f64, usize)>>,
}

impl Reading {
    /// Reads a text.
    pub fn of(text: &str) -> Self {
        let pieces = pieces(text);
        let mut tokens = Tokens(Vec::with_capacity(pieces.len()));
        let mut at = 0;
        while at < pieces.len() {
            let (count, joined) = join(&pieces[at..]);
            let first = &pieces[at];
            let gap = gap(first, at.checked_sub(1).map(|before| &pieces[before]));
            match joined {
                Some(words) => {
                    let range = first.range.start..pieces[at + count - 1].range.end;
                    for (index, word) in words.iter().enumerate() {
                        let (gap, signs) = if index == 0 { (gap, first.signs.as_str()) } else { (Gap::None, "") };
                        tokens.understand(word, range.clone(), gap, signs, None);
                    }
                }
                None => tokens.piece(first, gap, pieces.get(at + 1)),
            }
            at += count;
        }
        let tokens = tokens.0;
        let means_marks = means_marks(&tokens);
        let mut reading = Self {
            tokens,
            means_marks,
            numbers: Vec::new(),
        };
        reading.numbers = vec![None; reading.len()];
        let mut at = 0;
        // The "tám" of "mười tám" is no number of its own.
        while at < reading.len() {
            reading.numbers[at] = super::numbers::at(&reading, at);
            at += reading.numbers[at].map_or(1, |(_, length)| length);
        }
        reading
    }

    /// How many tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// The bytes of some tokens.
    pub fn span(&self, tokens: Range<usize>) -> Range<usize> {
        self.tokens[tokens.start].range.start..self.tokens[tokens.end - 1].range.end
    }

    /// Whether a token says a word.
    pub fn says(&self, at: usize, word: &Word) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        if token.number.is_some() || token.fingerprint != word.fingerprint || token.base != word.base {
            return false;
        }
        match token.writing {
            Writing::Marked => token.key == word.key,
            Writing::Bare if self.means_marks[at] => word.key == word.base,
            Writing::Bare | Writing::Loose => true,
        }
    }

    /// Whether a token's sentence was written without marks, so that its words are ambiguous.
    pub fn is_ambiguous(&self, at: usize) -> bool {
        !self.means_marks[at] && self.tokens[at].writing != Writing::Marked
    }

    /// The number that begins at a token, in digits or words, and how many tokens it takes.
    pub fn number(&self, at: usize) -> Option<(f64, usize)> {
        *self.numbers.get(at)?
    }

    /// Whether a clause begins at a token, or the text ends before it.
    pub fn is_edge(&self, at: usize) -> bool {
        self.tokens.get(at).is_none_or(|token| token.gap != Gap::None)
    }

    /// Where the clause of a token begins.
    pub fn clause_start(&self, at: usize) -> usize {
        (0..=at).rev().find(|at| self.tokens[*at].gap != Gap::None).unwrap_or(0)
    }
}

struct Tokens(Vec<Token>);

impl Tokens {
    fn word(&mut self, range: Range<usize>, (key, folded): (String, String), writing: Writing, evidence: Evidence, gap: Gap, signs: &str) {
        let base = exact_key(&folded);
        self.0.push(Token {
            range,
            key: spelling::one_tone(key),
            fingerprint: spelling::fingerprint(&base),
            base,
            folded,
            writing,
            evidence,
            number: None,
            digits: String::new(),
            gap,
            signs: signs.to_owned(),
        });
    }

    fn number(&mut self, range: Range<usize>, written: &str, gap: Gap, signs: &str) {
        let digits: String = written.chars().filter(char::is_ascii_digit).collect();
        let grouped = written.split(['.', ',']).skip(1).any(|group| group.len() == 3);
        let number: Option<f64> = if grouped { digits.parse().ok() } else { written.replace(',', ".").parse().ok() };
        self.word(range, (written.to_owned(), written.to_owned()), Writing::Bare, Evidence::None, gap, signs);
        if let Some(token) = self.0.last_mut() {
            (token.number, token.digits) = (Some(number.unwrap_or(f64::MAX)), digits);
        }
    }

    /// Letters by themselves: an abbreviation, words written together, a word.
    fn understand(&mut self, text: &str, range: Range<usize>, gap: Gap, signs: &str, loose: Option<Writing>) {
        if text.starts_with(|c: char| c.is_ascii_digit()) {
            return self.number(range, text, gap, signs);
        }
        let is_unit = self.0.last().is_some_and(|last| last.number.is_some()) && gap == Gap::None && text.len() <= 2 && !matches!(text, "ko" | "Ko");
        let words: Option<Vec<String>> = long_form(text).filter(|_| !is_unit).map(|long| long.split(' ').map(ToOwned::to_owned).collect());
        let is_short = words.is_some();
        let words = words.or_else(|| apart(text)).unwrap_or_else(|| vec![text.to_owned()]);
        for (index, word) in words.iter().enumerate() {
            let (gap, signs) = if index == 0 { (gap, signs) } else { (Gap::None, "") };
            let (word, guessed) = plain(word);
            let (key, folded, marked) = (exact_key(&word), fold(&word), has_marks(&word));
            let syllable = is_syllable(&folded);
            let wrong = syllable && !is_proper(&key, &folded);
            let evidence = match (marked, syllable, wrong) {
                _ if is_short || guessed || loose.is_some() => Evidence::None,
                (true, ..) => Evidence::Marked,
                (false, false, _) => Evidence::None,
                (false, true, false) => Evidence::Open,
                (false, true, true) => Evidence::Bare,
            };
            let writing = match loose {
                Some(writing) => writing,
                None if guessed || wrong => Writing::Loose,
                None if marked => Writing::Marked,
                None => Writing::Bare,
            };
            self.word(range.clone(), (key, folded), writing, evidence, gap, signs);
        }
    }

    /// A piece by itself: a number, a word with digits in it, a word.
    fn piece(&mut self, piece: &Piece, gap: Gap, next: Option<&Piece>) {
        let text = &piece.text;
        if !piece.has_digit() {
            // "<" was made a word, and says nothing about how the text is written.
            let is_sign = piece.range.len() == 1 && text.len() > 1;
            return self.understand(text, piece.range.clone(), gap, &piece.signs, is_sign.then_some(Writing::Marked));
        }
        if !text.contains(char::is_alphabetic) {
            return self.number(piece.range.clone(), text, gap, &piece.signs);
        }
        // "c4" after "t4ng" is hidden as well.
        let after_hidden = self.0.last().is_some_and(|last| last.writing == Writing::Loose && last.number.is_none() && piece.spaced) && text.len() == 2;
        let short = || spelling::read_digits(text).filter(|word| after_hidden && text.starts_with(char::is_alphabetic) && is_syllable(&fold(word)));
        if let Some(word) = unmasked(text).or_else(short) {
            return self.understand(&word, piece.range.clone(), gap, &piece.signs, Some(Writing::Loose));
        }
        self.take_apart(piece, gap, next);
    }

    /// "9tr", "7h30", "35t", "1m60" are numbers and words side by side; "o9l2", "2O", "3S tuổi" numbers.
    fn take_apart(&mut self, piece: &Piece, gap: Gap, next: Option<&Piece>) {
        let is_age = next.is_some_and(|next| matches!(fold(&next.text).as_str(), "tuoi" | "t"));
        let text = numbers_in(&piece.text, is_age);
        // The bytes of a part can't be told where characters were changed; then the whole piece stands for it.
        let same = piece.exact && piece.range.len() == text.len();
        let (mut from, mut first) = (0, true);
        let chars: Vec<(usize, char)> = text.char_indices().collect();
        let kind = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        for (index, (at, c)) in chars.iter().enumerate() {
            if chars.get(index + 1).is_some_and(|(_, next)| kind(*next) == kind(*c)) {
                continue;
            }
            let end = at + c.len_utf8();
            let part = &text[from..end];
            let range = if same { piece.range.start + from..piece.range.start + end } else { piece.range.clone() };
            let (gap, signs) = if first { (gap, piece.signs.as_str()) } else { (Gap::None, "") };
            if kind(*c) {
                self.number(range, part, gap, signs);
            } else {
                self.understand(part, range, gap, signs, None);
            }
            (from, first) = (end, false);
        }
    }
}

/// Of each token, whether its sentence has marks. A sentence of a word or two is as the text is.
fn means_marks(tokens: &[Token]) -> Vec<bool> {
    let judge = |tokens: &[Token]| {
        let count = |evidence| tokens.iter().filter(|token| token.evidence == evidence).count();
        let (marked, bare, open) = (count(Evidence::Marked), count(Evidence::Bare), count(Evidence::Open));
        (marked > 0 && marked >= bare && marked * 10 >= (marked + bare + open) * 3, marked + bare + open)
    };
    let mut means = vec![judge(tokens).0; tokens.len()];
    let mut from = 0;
    for to in 1..=tokens.len() {
        if to < tokens.len() && tokens[to].gap != Gap::End {
            continue;
        }
        let (marks, words) = judge(&tokens[from..to]);
        if words > 3 {
            means[from..to].fill(marks);
        }
        from = to;
    }
    means
}

#[cfg(test)]
mod tests;
