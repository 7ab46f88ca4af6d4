//! Breaks a text into lines.

use krilla::text::KrillaGlyph;

use super::fonts::{Face, Run};

/// A space may grow by this much of the letter size; a line that needs more stays ragged.
const MOST_STRETCH: f32 = 0.6;

/// Words after which a number or a single letter stays on the same line ("Điều 5", "Bên A").
const BINDING: [&str; 14] = [
    "điều", "khoản", "điểm", "mục", "bên", "lục", "số", "mẫu", "tháng", "ngày", "năm", "article", "clause", "party",
];

/// A line of text.
#[derive(Clone, Debug)]
pub struct Line {
    /// The glyphs; a space at the end divides the last word from the next line's first.
    pub run: Run,
    /// How wide the line is without that last space, in parts of the letter size.
    pub width: f32,
    /// Whether the text ends here.
    pub last: bool,
}

impl Line {
    fn close(mut run: Run, space: Option<&Run>) -> Self {
        let width = run.width;
        if let Some(space) = space {
            run.push(space);
        }
        Self { run, width, last: false }
    }

    /// The glyphs with wider spaces, so that the line is `width` wide (in parts of the letter size); the last line keeps its own.
    pub fn justified(&self, width: f32) -> Vec<KrillaGlyph> {
        let mut glyphs = self.run.glyphs.clone();
        let end = self.run.text.trim_end().len();
        let gaps = glyphs.iter().filter(|glyph| glyph.text_range.end <= end && self.run.is_space(glyph)).count();
        let stretch = (width - self.width) / gaps as f32;
        if !self.last && gaps > 0 && stretch > 0.0 && stretch <= MOST_STRETCH {
            for glyph in &mut glyphs {
                if glyph.text_range.end <= end && self.run.is_space(glyph) {
                    glyph.x_advance += stretch;
                }
            }
        }
        glyphs
    }
}

/// Breaks a text into lines at most `first` and then `rest` wide, both in parts of the letter size. A word that is wider than a line is cut.
pub fn break_lines(face: &Face, text: &str, first: f32, rest: f32) -> Vec<Line> {
    arrange(face, &shaped(face, text), first, rest)
}

/// Breaks a text into lines of about the same width, no more than needed: for centred titles.
pub fn balanced(face: &Face, text: &str, width: f32) -> Vec<Line> {
    let words = shaped(face, text);
    let mut best = arrange(face, &words, width, width);
    let (mut low, mut high) = (words.iter().map(|word| word.width).fold(0.0, f32::max).min(width), width);
    while best.len() > 1 && high - low > 0.02 {
        let middle = f32::midpoint(low, high);
        let lines = arrange(face, &words, middle, middle);
        if lines.len() > best.len() {
            low = middle;
        } else {
            high = middle;
            best = lines;
        }
    }
    best
}

fn shaped(face: &Face, text: &str) -> Vec<Run> {
    words(text).iter().map(|word| face.shape(word)).collect()
}

fn arrange(face: &Face, words: &[Run], first: f32, rest: f32) -> Vec<Line> {
    let space = face.shape(" ");
    let mut lines = Vec::new();
    let mut current = Run::default();
    for word in words {
        if !current.glyphs.is_empty() {
            let room = if lines.is_empty() { first } else { rest };
            if current.width + space.width + word.width > room + 0.001 {
                lines.push(Line::close(std::mem::take(&mut current), Some(&space)));
            } else {
                current.push(&space);
            }
        }
        if current.glyphs.is_empty() {
            current = word.clone();
            loop {
                let room = if lines.is_empty() { first } else { rest };
                let Some(cut) = cut(&current, room) else { break };
                let (head, tail) = current.text.split_at(cut);
                let divider = tail.starts_with(' ').then_some(&space);
                lines.push(Line::close(face.shape(head), divider));
                current = face.shape(tail.trim_start());
            }
        } else {
            current.push(word);
        }
    }
    if !current.glyphs.is_empty() {
        lines.push(Line::close(current, None));
    }
    if let Some(line) = lines.last_mut() {
        line.last = true;
    }
    lines
}

/// Where a word that is wider than the room is cut: at a space that was bound, behind a sign in the second half of the room (in an address
/// of the web), or else at any letter but the first.
fn cut(run: &Run, room: f32) -> Option<usize> {
    if run.width <= room + 0.001 {
        return None;
    }
    let mut width = 0.0;
    let mut fits = 0;
    for glyph in &run.glyphs {
        width += glyph.x_advance;
        if width > room && fits > 0 {
            break;
        }
        fits = glyph.text_range.end;
    }
    let head = run.text.get(..fits)?;
    let space = head.rfind(' ').filter(|at| *at > 0);
    let sign = head.rfind(['/', '-', '?', '&', '=', '_', '.', ',', '@']).map(|at| at + 1).filter(|at| *at > fits / 2);
    let at = space.or(sign).unwrap_or(fits);
    (at < run.text.len()).then_some(at)
}

/// The parts of a text between which lines may be broken.
fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut previous = "";
    for token in text.split(|letter: char| letter.is_whitespace() && !is_fixed(letter)).filter(|token| !token.is_empty()) {
        let plain = token.replace(is_fixed, " ");
        match words.last_mut() {
            Some(word) if binds(previous, token) => {
                word.push(' ');
                word.push_str(&plain);
            }
            _ => words.push(plain),
        }
        previous = token;
    }
    words
}

fn is_fixed(letter: char) -> bool {
    matches!(letter, '\u{00A0}' | '\u{202F}' | '\u{2007}')
}

/// Whether two words are not to be parted at the end of a line.
fn binds(left: &str, right: &str) -> bool {
    let numbered = right.starts_with(|letter: char| letter.is_ascii_digit()) || right.trim_end_matches([',', '.', ';', ':', ')']).chars().count() == 1;
    let dash = matches!(right, "–" | "—" | "-");
    dash || (numbered && BINDING.contains(&left.trim_start_matches('(').to_lowercase().as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::fonts::{Fonts, Style};

    const TEXT: &str = "Hai bên thống nhất ký kết hợp đồng nguyên tắc này với các điều khoản sau đây, theo Điều 5 và Bên A đồng ý.";

    fn texts(lines: &[Line]) -> Vec<&str> {
        lines.iter().map(|line| line.run.text.as_str()).collect()
    }

    #[test]
    fn no_line_is_too_wide_and_no_word_is_lost() {
        let fonts = Fonts::load().unwrap();
        let face = fonts.face(Style::Regular);
        for width in 4..40 {
            let width = width as f32;
            let lines = break_lines(face, TEXT, width - 2.0, width);
            assert!(lines[0].width <= width - 2.0 + 0.01);
            assert!(lines.iter().all(|line| line.width <= width + 0.01));
            assert_eq!(texts(&lines).concat(), TEXT);
            assert!(lines.last().unwrap().last);
        }
    }

    #[test]
    fn numbers_stay_with_their_words() {
        assert_eq!(words("theo Điều 5 và Bên A, 12\u{a0}tháng"), ["theo", "Điều 5", "và", "Bên A,", "12 tháng"]);
        assert_eq!(words("một – hai  ba\n\tbốn"), ["một –", "hai", "ba", "bốn"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_cut() {
        let fonts = Fonts::load().unwrap();
        let word = "https://vi.du.vn/mot-dia-chi-rat-dai-khong-co-khoang-trang";
        let lines = break_lines(fonts.face(Style::Regular), &format!("xem {word} nhé"), 8.0, 8.0);
        assert_eq!(texts(&lines).concat(), format!("xem {word} nhé"));
        assert!(lines.iter().all(|line| line.width <= 8.01));
        assert!(break_lines(fonts.face(Style::Regular), "ab", 0.1, 0.1).len() == 2);
    }

    #[test]
    fn justified_lines_are_as_wide_as_the_column() {
        let fonts = Fonts::load().unwrap();
        let lines = break_lines(fonts.face(Style::Regular), TEXT, 20.0, 20.0);
        for line in &lines {
            let glyphs = line.justified(20.0);
            let end = line.run.text.trim_end().len();
            let width: f32 = glyphs.iter().filter(|glyph| glyph.text_range.end <= end).map(|glyph| glyph.x_advance).sum();
            assert!((width - if line.last { line.width } else { 20.0 }).abs() < 0.01);
        }
    }

    #[test]
    fn balanced_lines_are_alike_and_no_more() {
        let fonts = Fonts::load().unwrap();
        let face = fonts.face(Style::Bold);
        let plain = break_lines(face, TEXT, 30.0, 30.0);
        let even = balanced(face, TEXT, 30.0);
        assert_eq!(plain.len(), even.len());
        assert_eq!(texts(&balanced(face, "Amount (₫)", 4.6)), ["Amount ", "(₫)"]);
        let spread = |lines: &[Line]| lines.iter().map(|line| line.width).fold(0.0, f32::max) - lines.iter().map(|line| line.width).fold(f32::MAX, f32::min);
        assert!(spread(&even) <= spread(&plain));
    }

    #[test]
    fn nothing_gives_no_line() {
        let fonts = Fonts::load().unwrap();
        assert!(break_lines(fonts.face(Style::Regular), " \n ", 10.0, 10.0).is_empty());
    }
}
