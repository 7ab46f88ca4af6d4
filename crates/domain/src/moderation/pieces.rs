//! A text cut into runs of letters and digits, before anybody understands them.

use super::reading::Gap;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A run of letters and digits, with what stands before it.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    /// What is written.
    pub text: String,
    /// The bytes of it.
    pub range: Range<usize>,
    /// Whether these bytes are the text as it is, with nothing left out or changed.
    pub exact: bool,
    /// The signs before it, without spaces.
    pub signs: String,
    /// Whether a space stands before it.
    pub spaced: bool,
    /// Whether it begins a line.
    pub line: bool,
}

impl Piece {
    /// Whether it is one letter.
    pub fn is_letter(&self) -> bool {
        let mut chars = self.text.nfc();
        chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
    }

    /// Whether it is one digit.
    pub fn is_digit(&self) -> bool {
        self.text.len() == 1 && self.text.starts_with(|c: char| c.is_ascii_digit())
    }

    /// Whether it has a digit.
    pub fn has_digit(&self) -> bool {
        self.text.contains(|c: char| c.is_ascii_digit())
    }
}

/// Marks that nobody sees: variation selectors, the key of "5️⃣", joiners.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{fe0e}' | '\u{fe0f}' | '\u{20e3}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' | '\u{34f}')
}

/// Letters of other alphabets that look like ours.
fn look_alike(c: char) -> char {
    match c {
        'а' => 'a',
        'А' => 'A',
        'е' => 'e',
        'Е' => 'E',
        'о' | 'ο' => 'o',
        'О' | 'Ο' => 'O',
        'р' => 'p',
        'Р' => 'P',
        'с' => 'c',
        'С' => 'C',
        'у' => 'y',
        'х' => 'x',
        'і' | 'ι' | 'ı' => 'i',
        'Н' => 'H',
        'Т' => 'T',
        'К' => 'K',
        'М' => 'M',
        'В' => 'B',
        'ν' => 'v',
        'ð' => 'đ',
        'Ð' | 'Ɖ' => 'Đ',
        c => c,
    }
}

/// Cuts a text at everything that is neither letter nor digit; signs that mean a word become one.
pub(super) fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut signs, mut spaced, mut line) = (String::new(), false, true);
    let (mut open, mut number_end) = (false, 0);
    for (at, c) in text.char_indices() {
        if is_unseen(c) {
            continue;
        }
        // Full width and circled letters and digits are what they look like.
        let plain: String = if c.is_ascii() { c.to_string() } else { std::iter::once(look_alike(c)).nfkc().collect() };
        let is_part = !plain.is_empty() && plain.chars().all(|c| c.is_alphanumeric() || is_combining_mark(c));
        if !open && c.is_ascii_digit() {
            number_end = at + number_length(&text[at..]);
        }
        if is_part || (open && at < number_end) {
            match pieces.last_mut().filter(|_| open) {
                Some(piece) => {
                    piece.exact &= piece.range.end == at && text[at..].starts_with(&plain);
                    piece.text.push_str(&plain);
                    piece.range.end = at + c.len_utf8();
                }
                None => pieces.push(Piece {
                    exact: text[at..].starts_with(&plain),
                    text: plain,
                    range: at..at + c.len_utf8(),
                    signs: std::mem::take(&mut signs),
                    spaced,
                    line,
                }),
            }
            (open, spaced, line) = (true, false, false);
            continue;
        }
        open = false;
        let word = match c {
            '\n' | '\r' => {
                line = true;
                continue;
            }
            c if c.is_whitespace() => {
                spaced = true;
                continue;
            }
            // "->" and "=>" are arrows.
            '>' if signs.ends_with(['-', '=', '–']) => "",
            '<' | '≤' => "dưới",
            '>' | '≥' => "trên",
            '%' => "%",
            '@' => "@",
            '+' => "+",
            _ => "",
        };
        if word.is_empty() {
            signs.push(c);
            continue;
        }
        pieces.push(Piece {
            text: word.to_owned(),
            range: at..at + c.len_utf8(),
            exact: false,
            signs: std::mem::take(&mut signs),
            spaced,
            line,
        });
        (spaced, line) = (false, false);
    }
    pieces
}

/// What stands between a piece and the one before it.
pub(super) fn gap(piece: &Piece, before: Option<&Piece>) -> Gap {
    let Some(before) = before else { return Gap::End };
    if piece.line || piece.signs.contains(['!', '?', ';', '|']) {
        return Gap::End;
    }
    // A full stop ends a sentence where a space follows it, or a capital ("cơm.Không").
    let whole = |text: &str| text.chars().count() >= 3 && text.chars().all(char::is_alphabetic);
    if piece.signs.contains('.')
        && (piece.spaced
            || (piece.signs == "." && piece.text.starts_with(char::is_uppercase) && whole(&before.text) && whole(&piece.text) && !before.text.starts_with(char::is_uppercase)))
    {
        return Gap::End;
    }
    // "18–35" is one range, however the dash is written.
    let is_range = matches!(piece.signs.as_str(), "-") || (before.has_digit() && piece.has_digit());
    if piece
        .signs
        .chars()
        .any(|c| matches!(c, ',' | ':' | '(' | ')' | '[' | ']' | '"' | '“' | '”' | '→' | '=' | '•' | '·'))
        || (piece.signs.contains(['-', '–', '—']) && (piece.spaced || !is_range))
        || piece.signs.chars().any(|c| !c.is_ascii() && !matches!(c, '–' | '—'))
    {
        Gap::Pause
    } else {
        Gap::None
    }
}

/// How many bytes at the front of a text are one number: "500.000", "12,500,000", "3,5"; but neither
/// "18,20,22" nor a telephone number in groups.
fn number_length(text: &str) -> usize {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let separator = |text: &str| text.starts_with(['.', ',']);
    let whole = digits(text);
    let mut length = whole;
    if whole <= 3 && !text.starts_with('0') {
        while separator(&text[length..]) && digits(&text[length + 1..]) == 3 {
            length += 4;
        }
    }
    if length == whole && whole <= 2 && separator(&text[whole..]) {
        let after = digits(&text[whole + 1..]);
        let end = whole + 1 + after;
        let goes_on = separator(&text[end..]) && digits(&text[end + 1..]) > 0;
        if (after == 1 || (after == 2 && whole == 1)) && !goes_on {
            return end;
        }
    }
    length
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_separators() {
        let texts = |text: &str| pieces(text).into_iter().map(|piece| piece.text).collect::<Vec<_>>();
        assert_eq!(texts("9.000.000 - 12,500,000đ"), ["9.000.000", "12,500,000đ"]);
        assert_eq!(texts("18,20,22"), ["18", "20", "22"]);
        assert_eq!(texts("0900.000.673"), ["0900", "000", "673"]);
        assert_eq!(texts("3,5 triệu"), ["3,5", "triệu"]);
        assert_eq!(texts("09.00.00.04"), ["09", "00", "00", "04"]);
        assert_eq!(texts("18 -> 40, < 35"), ["18", "40", "dưới", "35"]);
    }

    #[test]
    fn a_range_is_no_pause() {
        let pieces = pieces("nữ 18–35 – ca ngày");
        let gaps: Vec<Gap> = (1..pieces.len()).map(|at| gap(&pieces[at], Some(&pieces[at - 1]))).collect();
        assert_eq!(gaps, [Gap::None, Gap::None, Gap::Pause, Gap::None]);
    }

    #[test]
    fn what_looks_alike_is_alike() {
        let texts = |text: &str| pieces(text).into_iter().map(|piece| piece.text).collect::<Vec<_>>();
        assert_eq!(texts("рhí c\u{200b}ọc ０９ 5️⃣"), ["phí", "cọc", "09", "5"]);
    }
}
