//! A text as a reader understands it, whoever tried to hide what: words joined that were written with
//! dots or spaces between their letters ("đ.ặ.t c.ọ.c", "p h í"), digits in the place of letters ("ph1",
//! "Ng0ại"), abbreviations of messages ("ko", "cty", "lđ"), numbers in words ("ba mươi lăm").
//!
//! Every token remembers which bytes of the text it stands for, so that a finding shows the words as
//! they were written.

use super::syllable::is_syllable;
use crate::text::{exact_key, fold, has_marks};
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

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

/// A word, a number, or a sign that is read as a word.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// The bytes it stands for.
    pub range: Range<usize>,
    /// The form that is compared where marks are written ([`exact_key`]).
    pub key: String,
    /// Without marks.
    pub folded: String,
    /// Whether it was written with marks.
    pub marked: bool,
    /// A number in digits.
    pub number: Option<f64>,
    /// The digits as written, without separators.
    pub digits: String,
    /// What stands before it.
    pub gap: Gap,
    /// The signs before it, without spaces.
    pub signs: String,
}

impl Token {
    fn word(range: Range<usize>, word: &str, gap: Gap, signs: &str) -> Self {
        Self {
            range,
            key: exact_key(word),
            folded: fold(word),
            marked: has_marks(word),
            number: None,
            digits: String::new(),
            gap,
            signs: signs.to_owned(),
        }
    }
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

/// A run of letters and digits before it is understood.
struct Piece {
    text: String,
    range: Range<usize>,
    signs: String,
    spaced: bool,
    line: bool,
}

/// Abbreviations of messages and postings, and what they stand for. Folded.
const SHORT: &[(&str, &str)] = &[
    ("k", "không"),
    ("ko", "không"),
    ("kh", "không"),
    ("hk", "không"),
    ("hok", "không"),
    ("hong", "không"),
    ("hem", "không"),
    ("khong", ""),
    ("dc", "được"),
    ("ng", "người"),
    ("yc", "yêu cầu"),
    ("cty", "công ty"),
    ("nv", "nhân viên"),
    ("ld", "lao động"),
    ("lđ", "lao động"),
    ("ldpt", "lao động phổ thông"),
    ("lđpt", "lao động phổ thông"),
    ("ck", "chuyển khoản"),
    ("sdt", "số điện thoại"),
    ("sđt", "số điện thoại"),
    ("đt", "điện thoại"),
    ("kb", "kết bạn"),
    ("ib", "inbox"),
    ("fb", "facebook"),
    ("zl", "zalo"),
    ("tc", "tăng ca"),
    ("ot", "tăng ca"),
    ("tv", "thử việc"),
    ("vg", "viêm gan"),
    ("vgb", "viêm gan b"),
    ("xn", "xét nghiệm"),
    ("xkld", "xuất khẩu lao động"),
    ("xklđ", "xuất khẩu lao động"),
    ("xkl", "xuất khẩu lao động"),
    ("gt", "giới tính"),
    ("gtinh", "giới tính"),
    ("hs", "hồ sơ"),
    ("sk", "sức khỏe"),
    ("tts", "thực tập sinh"),
    ("cmnd", "căn cước"),
    ("cccd", "căn cước"),
    ("cmt", "căn cước"),
    ("vs", "với"),
    ("ms", "mới"),
    ("vc", "việc"),
    ("lv", "làm việc"),
    ("lh", "liên hệ"),
    ("hn", "hôm nay"),
    ("dk", "đăng ký"),
    ("đk", "đăng ký"),
    ("hk", "hộ khẩu"),
    ("lg", "lương"),
    ("cb", "cơ bản"),
];

/// Words of one token that are no syllables and are known all the same.
const KNOWN: &[&str] = &[
    "zalo", "xkld", "hiv", "cty", "facebook", "telegram", "viber", "inbox", "fanpage", "page", "gmail", "email", "hotline", "cccd", "cmnd", "sdt", "tokutei", "visa", "karaoke", "casino",
];

/// Letters that join others: what is put between the letters of a word to hide it.
const JOINTS: [char; 9] = ['.', '-', '_', '/', '·', '*', '\'', '•', '|'];

impl Reading {
    /// Reads a text.
    pub fn of(text: &str) -> Self {
        let pieces = pieces(text);
        let mut tokens = Vec::with_capacity(pieces.len());
        let mut at = 0;
        while at < pieces.len() {
            let (count, joined) = join(&pieces[at..]);
            let first = &pieces[at];
            let range = first.range.start..pieces[at + count - 1].range.end;
            let gap = gap(first, tokens.is_empty());
            match joined {
                Some(words) => push_words(&mut tokens, range, &words, gap, &first.signs),
                None => understand(&mut tokens, first, gap),
            }
            at += count;
        }
        let means_marks = means_marks(&tokens);
        let mut reading = Self {
            tokens,
            means_marks,
            numbers: Vec::new(),
        };
        reading.numbers = (0..reading.tokens.len()).map(|at| super::numbers::at(&reading, at)).collect();
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

    /// Whether a token says a word that is given by its two forms.
    pub fn says(&self, at: usize, key: &str, folded: &str) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        if token.number.is_some() {
            return false;
        }
        if token.marked {
            token.key == key
        } else if self.means_marks[at] {
            token.folded == folded && key == exact_key(folded)
        } else {
            token.folded == folded
        }
    }

    /// Whether a token's sentence was written without marks, so that its words are ambiguous.
    pub fn is_ambiguous(&self, at: usize) -> bool {
        !self.means_marks[at] && !self.tokens[at].marked
    }

    /// The number that begins at a token, in digits or words, and how many tokens it takes.
    pub fn number(&self, at: usize) -> Option<(f64, usize)> {
        *self.numbers.get(at)?
    }

    /// Where the sentence of a token begins and ends.
    pub fn sentence(&self, at: usize) -> Range<usize> {
        let from = (0..=at).rev().find(|at| self.tokens[*at].gap == Gap::End).unwrap_or(0);
        let to = (at + 1..self.len()).find(|at| self.tokens[*at].gap == Gap::End).unwrap_or(self.len());
        from..to
    }

    /// Where the part of a sentence between two pauses begins and ends.
    pub fn clause(&self, at: usize) -> Range<usize> {
        let from = (0..=at).rev().find(|at| self.tokens[*at].gap != Gap::None).unwrap_or(0);
        let to = (at + 1..self.len()).find(|at| self.tokens[*at].gap != Gap::None).unwrap_or(self.len());
        from..to
    }
}

/// Cuts a text at everything that is neither letter nor digit; signs that mean a word become one.
fn pieces(text: &str) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut signs, mut spaced, mut line) = (String::new(), false, true);
    let mut chars = text.char_indices().peekable();
    let mut open = false;
    while let Some((at, c)) = chars.next() {
        let end = chars.peek().map_or(text.len(), |(next, _)| *next);
        // Variation selectors and the key of "5️⃣" stand on the digit before them.
        if matches!(c, '\u{fe0e}' | '\u{fe0f}' | '\u{20e3}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}') {
            continue;
        }
        // Full width and circled letters and digits are what they look like.
        let plain: String = if c.is_ascii() { c.to_string() } else { c.nfkc().collect() };
        let is_part = plain.chars().all(|c| c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c)) && !plain.is_empty();
        let inner = matches!(c, '.' | ',') && open && is_thousands(text, at);
        if is_part || inner {
            match pieces.last_mut().filter(|_| open) {
                Some(piece) => {
                    piece.text.push_str(&plain);
                    piece.range.end = end;
                }
                None => pieces.push(Piece {
                    text: plain,
                    range: at..end,
                    signs: std::mem::take(&mut signs),
                    spaced,
                    line,
                }),
            }
            (open, spaced, line) = (true, false, false);
            continue;
        }
        open = false;
        match c {
            '\n' | '\r' => line = true,
            c if c.is_whitespace() => spaced = true,
            '%' | '+' | '<' | '>' | '≤' | '≥' | '@' => {
                if matches!(c, '%' | '+' | '@') || !signs.contains(c) {
                    let word = match c {
                        '<' | '≤' => "dưới",
                        '>' | '≥' => "trên",
                        '%' => "%",
                        '@' => "@",
                        _ => "+",
                    };
                    pieces.push(Piece {
                        text: word.to_owned(),
                        range: at..end,
                        signs: std::mem::take(&mut signs),
                        spaced,
                        line,
                    });
                    (spaced, line) = (false, false);
                }
            }
            c => signs.push(c),
        }
    }
    pieces
}

/// A dot or comma between digits belongs to the number.
fn is_thousands(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back().is_some_and(|c| c.is_ascii_digit());
    let rest = &text[at + 1..];
    let digits = rest.chars().take_while(char::is_ascii_digit).count();
    // "500.000", "3,5" but neither "18,20,22" nor a telephone number in groups of two.
    let from = text[..at].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |start| start + 1);
    let whole = at - from;
    before && ((digits == 3 && whole <= 3 && !text[from..].starts_with('0')) || (digits == 1 && whole <= 2))
}

fn gap(piece: &Piece, first: bool) -> Gap {
    if first || piece.line || piece.signs.contains(['!', '?', ';', '|']) {
        return Gap::End;
    }
    // A full stop ends a sentence where a space follows it.
    if piece.signs.contains('.') && piece.spaced {
        return Gap::End;
    }
    if piece.signs.chars().any(|c| matches!(c, ',' | ':' | '(' | ')' | '[' | ']' | '"' | '“' | '”' | '→' | '–' | '—')) || (piece.signs.contains('-') && piece.spaced) {
        Gap::Pause
    } else {
        Gap::None
    }
}

fn is_letter(piece: &Piece) -> bool {
    let mut chars = piece.text.nfc();
    chars.next().is_some_and(char::is_alphabetic) && chars.next().is_none()
}

/// Whether letters make a word that can be looked for.
fn is_word(letters: &str) -> bool {
    let folded = fold(letters);
    is_syllable(&folded) || KNOWN.contains(&folded.as_str()) || (folded.len() > 2 && SHORT.iter().any(|(short, long)| !long.is_empty() && fold(short) == folded))
}

/// How many pieces at the front are one hidden word, and the words; one piece and nothing where it is
/// what it seems.
fn join(pieces: &[Piece]) -> (usize, Option<Vec<String>>) {
    let linked = pieces
        .iter()
        .skip(1)
        .take_while(|piece| !piece.line && !piece.spaced && !piece.signs.is_empty() && piece.signs.chars().all(|c| JOINTS.contains(&c)))
        .count()
        + 1;
    // "đ.ặ.t", "xk.lđ": the longest that makes a word out of parts that aren't words themselves.
    for count in (2..=linked.min(12)).rev() {
        let parts = &pieces[..count];
        if parts.iter().any(|piece| piece.text.chars().any(|c| c.is_ascii_digit())) {
            continue;
        }
        let joined: String = parts.iter().map(|piece| piece.text.as_str()).collect();
        let broken = parts.iter().any(|piece| is_letter(piece) || !is_syllable(&fold(&piece.text)));
        if broken && joined.chars().count() >= 2 && is_word(&joined) {
            return (count, Some(vec![joined]));
        }
    }
    // "p h í h ồ s ơ", "z a l o".
    let spelled = pieces.iter().take_while(|piece| is_letter(piece)).count();
    let run = 1 + pieces[..spelled.max(1)]
        .iter()
        .skip(1)
        .take_while(|piece| !piece.line && (piece.signs.is_empty() || piece.signs.chars().all(|c| JOINTS.contains(&c))))
        .count();
    if run >= 3 && spelled >= 3 {
        let letters: Vec<&str> = pieces[..run].iter().map(|piece| piece.text.as_str()).collect();
        if let Some(words) = split(&letters) {
            return (run, Some(words));
        }
    }
    // "t u ổ i" among digits: "1 8 - 3 8 t u ổ i" has its letters found above; "c ọ c" too.
    (1, None)
}

/// Letters cut into words, the longest first.
fn split(letters: &[&str]) -> Option<Vec<String>> {
    let whole = letters.concat();
    if is_word(&whole) {
        return Some(vec![whole]);
    }
    let mut words = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let length = (2..=7.min(letters.len() - at)).rev().find(|length| is_word(&letters[at..at + length].concat()))?;
        words.push(letters[at..at + length].concat());
        at += length;
    }
    (words.len() >= 2).then_some(words)
}

/// A piece by itself: a number, a word with digits in it, a word.
fn understand(tokens: &mut Vec<Token>, piece: &Piece, gap: Gap) {
    let text = &piece.text;
    let has_digit = text.chars().any(|c| c.is_ascii_digit());
    let has_letter = text.chars().any(char::is_alphabetic);
    if has_digit && has_letter {
        if let Some(word) = unmasked(text) {
            return push_words(tokens, piece.range.clone(), &[word], gap, &piece.signs);
        }
        return take_apart(tokens, piece, gap);
    }
    if has_digit {
        return push_number(tokens, piece.range.clone(), text, gap, &piece.signs);
    }
    let long_number = tokens.last().is_some_and(|last| last.number.is_some());
    let folded = fold(text);
    // "kg", "k" after a number are units.
    let short = SHORT.iter().find(|(short, _)| !long_number && (*short == text.to_lowercase() || (!has_marks(text) && fold(short) == folded && text.len() > 1) || (*short == folded && *short == "k")));
    match short {
        Some((_, long)) if !long.is_empty() => {
            let words: Vec<String> = long.split(' ').map(ToOwned::to_owned).collect();
            push_words(tokens, piece.range.clone(), &words, gap, &piece.signs);
        }
        _ => push_words(tokens, piece.range.clone(), &[plain(text)], gap, &piece.signs),
    }
}

/// A word without letters that were doubled or changed for show: "cọcc", "tiềnn", "fi".
fn plain(word: &str) -> String {
    let lower: String = word.to_lowercase().nfc().collect();
    if is_syllable(&fold(&lower)) {
        return lower;
    }
    let mut once = String::with_capacity(lower.len());
    for c in lower.chars() {
        if !once.ends_with(c) {
            once.push(c);
        }
    }
    let spoken = once.strip_prefix('f').map(|rest| format!("ph{rest}")).or_else(|| once.strip_prefix('j').map(|rest| format!("gi{rest}")));
    [Some(once), spoken].into_iter().flatten().find(|form| is_syllable(&fold(form))).unwrap_or(lower)
}

/// "ph1" as "phi", "Ng0ại" as "Ngoại": digits in the place of letters, where a syllable comes of it.
fn unmasked(text: &str) -> Option<String> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let begins = text.chars().next().is_some_and(char::is_alphabetic);
    if !begins || letters < 2 || digits > 2 {
        return None;
    }
    let read: Option<String> = text
        .chars()
        .map(|c| match c {
            '0' => Some('o'),
            '1' => Some('i'),
            '3' => Some('e'),
            '4' => Some('a'),
            c if c.is_ascii_digit() => None,
            c => Some(c),
        })
        .collect();
    read.filter(|read| is_syllable(&fold(read)))
}

/// "9tr", "7h30", "35t", "1m60" are numbers and words side by side; "o9l2" is a number.
fn take_apart(tokens: &mut Vec<Token>, piece: &Piece, gap: Gap) {
    let looks = |c: char| match c.to_ascii_lowercase() {
        'o' => Some('0'),
        'l' | 'i' => Some('1'),
        c if c.is_ascii_digit() => Some(c),
        _ => None,
    };
    let as_number: Option<String> = piece.text.chars().map(looks).collect();
    if let Some(number) = as_number.filter(|_| piece.text.chars().filter(char::is_ascii_digit).count() >= 2) {
        return push_number(tokens, piece.range.clone(), &number, gap, &piece.signs);
    }
    // The bytes of a part can't be told where characters were changed; then the whole piece stands for it.
    let same = piece.range.len() == piece.text.len();
    let (mut from, mut first) = (0, true);
    let bytes: Vec<(usize, char)> = piece.text.char_indices().collect();
    for (index, (at, c)) in bytes.iter().enumerate() {
        let next = bytes.get(index + 1);
        let kind = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
        if next.is_some_and(|(_, next)| kind(*next) == kind(*c)) {
            continue;
        }
        let end = at + c.len_utf8();
        let part = &piece.text[from..end];
        let range = if same { piece.range.start + from..piece.range.start + end } else { piece.range.clone() };
        let (gap, signs) = if first { (gap, piece.signs.as_str()) } else { (Gap::None, "") };
        if kind(*c) {
            push_number(tokens, range, part, gap, signs);
        } else {
            push_words(tokens, range, &[plain(part)], gap, signs);
        }
        (from, first) = (end, false);
    }
}

fn push_words(tokens: &mut Vec<Token>, range: Range<usize>, words: &[String], gap: Gap, signs: &str) {
    for (index, word) in words.iter().enumerate() {
        let (gap, signs) = if index == 0 { (gap, signs) } else { (Gap::None, "") };
        tokens.push(Token::word(range.clone(), &plain(word), gap, signs));
    }
}

fn push_number(tokens: &mut Vec<Token>, range: Range<usize>, written: &str, gap: Gap, signs: &str) {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let grouped = written.split(['.', ',']).skip(1).any(|group| group.len() == 3);
    let number = if grouped {
        digits.parse().ok()
    } else {
        written.replace(',', ".").trim_end_matches('.').parse().ok()
    };
    tokens.push(Token {
        number: Some(number.unwrap_or(f64::MAX)),
        digits,
        ..Token::word(range, written, gap, signs)
    });
}

/// Of each token, whether its sentence has marks. A sentence of a word or two is as the text is.
fn means_marks(tokens: &[Token]) -> Vec<bool> {
    let share = |tokens: &[Token]| {
        let words: Vec<&Token> = tokens.iter().filter(|token| token.number.is_none()).collect();
        (words.iter().filter(|token| token.marked).count(), words.len())
    };
    let (marked, all) = share(tokens);
    let text = marked * 5 >= all && marked > 0;
    let mut means = vec![text; tokens.len()];
    let mut from = 0;
    for to in 1..=tokens.len() {
        if to < tokens.len() && tokens[to].gap != Gap::End {
            continue;
        }
        let (marked, all) = share(&tokens[from..to]);
        if all > 3 {
            means[from..to].fill(marked * 5 >= all && marked > 0);
        }
        from = to;
    }
    means
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        Reading::of(text).tokens.into_iter().map(|token| if token.number.is_some() { token.digits } else { token.folded }).collect()
    }

    #[test]
    fn hidden_words_are_read() {
        assert_eq!(words("đ.ặ.t c.ọ.c 300k"), ["dat", "coc", "300", "k"]);
        assert_eq!(words("Thu p h í hồ sơ"), ["thu", "phi", "ho", "so"]);
        assert_eq!(words("Đ/ặ/t c/ọ/c"), ["dat", "coc"]);
        assert_eq!(words("Chi ph1 ho so"), ["chi", "phi", "ho", "so"]);
        assert_eq!(words("Ng0ại h1nh"), ["ngoai", "hinh"]);
        assert_eq!(words("n-g-o-ạ-i h-ì-n-h khá"), ["ngoai", "hinh", "kha"]);
        assert_eq!(words("đi xk.lđ Đài"), ["di", "xuat", "khau", "lao", "dong", "dai"]);
        assert_eq!(words("X K L Đ Nhật"), ["xuat", "khau", "lao", "dong", "nhat"]);
        assert_eq!(words("z a l o cô Hiền"), ["zalo", "co", "hien"]);
        assert_eq!(words("tiềnn cọcc"), ["tien", "coc"]);
        assert_eq!(words("t.ă.n.g c.a 5 tiếng"), ["tang", "ca", "5", "tieng"]);
        assert_eq!(words("lao động n.ữ"), ["lao", "dong", "nu"]);
    }

    #[test]
    fn what_hides_nothing_stays() {
        assert_eq!(words("nam/nữ"), ["nam", "nu"]);
        assert_eq!(words("HSK4, N3, 5S, hạng B, C"), ["hsk", "4", "n", "3", "5", "s", "hang", "b", "c"]);
        assert_eq!(words("Lương 9.000.000 - 12.000.000 đồng"), ["luong", "9000000", "12000000", "dong"]);
        assert_eq!(words("KCN VSIP"), ["kcn", "vsip"]);
        assert_eq!(words("20kg"), ["20", "kg"]);
        assert_eq!(words("o9l2 345 678"), ["0912", "345", "678"]);
    }

    #[test]
    fn marks_that_are_written_are_meant() {
        let reading = Reading::of("Có 2 năm kinh nghiệm, quê Nam Định");
        assert!(!reading.says(2, &exact_key("nam"), "nam"));
        let reading = Reading::of("can 2 nam kinh nghiem");
        assert!(reading.says(2, &exact_key("nam"), "nam") && reading.says(2, &exact_key("năm"), "nam"));
    }

    #[test]
    fn a_token_knows_its_bytes() {
        let text = "Lưu ý: đ.ặ.t c.ọ.c ０９";
        let reading = Reading::of(text);
        let spans: Vec<&str> = reading.tokens.iter().map(|token| &text[token.range.clone()]).collect();
        assert_eq!(spans, ["Lưu", "ý", "đ.ặ.t", "c.ọ.c", "０９"]);
    }
}
