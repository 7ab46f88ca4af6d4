//! The typeface, Tinos (SIL Open Font License 1.1; as wide as Times New Roman), and the shaping of text with it.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use rustybuzz::{Direction, ShapePlan, UnicodeBuffer, script};
use unicode_normalization::UnicodeNormalization;

use super::PdfError;

/// What is drawn for a letter that the typeface lacks.
const BOX: char = '\u{25A1}';

/// The cut of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    Regular,
    Bold,
    Italic,
}

/// Cut and size of a text, in points, and the distance from line to line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lettering {
    pub style: Style,
    pub size: f32,
    pub leading: f32,
}

impl Lettering {
    /// Letters with the usual distance between lines.
    pub const fn new(style: Style, size: f32) -> Self {
        Self {
            style,
            size,
            leading: size * 1.32,
        }
    }

    /// How far the baseline lies below the top of a line: the ascent and descent of Tinos, centred.
    pub fn baseline(self) -> f32 {
        (self.leading - (0.891 + 0.216) * self.size) / 2.0 + 0.891 * self.size
    }
}

/// A shaped text: its glyphs with advances in parts of the letter size.
#[derive(Clone, Debug, Default)]
pub struct Run {
    pub text: String,
    pub glyphs: Vec<KrillaGlyph>,
    pub width: f32,
}

impl Run {
    /// Adds another text behind this one.
    pub fn push(&mut self, next: &Run) {
        let start = self.text.len();
        self.text.push_str(&next.text);
        self.width += next.width;
        self.glyphs.extend(next.glyphs.iter().map(|glyph| {
            let mut moved = glyph.clone();
            moved.text_range = start + glyph.text_range.start..start + glyph.text_range.end;
            moved
        }));
    }

    /// Whether a glyph stands for a space.
    pub fn is_space(&self, glyph: &KrillaGlyph) -> bool {
        self.text.get(glyph.text_range.clone()) == Some(" ")
    }
}

/// One cut of the typeface.
pub struct Face {
    shaper: rustybuzz::Face<'static>,
    plan: ShapePlan,
    /// The same cut, to be drawn with.
    pub font: Font,
}

impl Face {
    fn load(name: &'static str, bytes: &'static [u8]) -> Result<Self, PdfError> {
        let shaper = rustybuzz::Face::from_slice(bytes, 0).ok_or(PdfError::Font(name))?;
        let font = Font::new(bytes.into(), 0).ok_or(PdfError::Font(name))?;
        let plan = ShapePlan::new(&shaper, Direction::LeftToRight, Some(script::LATIN), None, &[]);
        Ok(Self { shaper, plan, font })
    }

    /// Shapes a text that lies on one line.
    pub fn shape(&self, text: &str) -> Run {
        let mut buffer = UnicodeBuffer::new();
        buffer.push_str(text);
        buffer.set_script(script::LATIN);
        buffer.set_direction(Direction::LeftToRight);
        let shaped = rustybuzz::shape_with_plan(&self.shaper, &self.plan, buffer);
        let starts: Vec<usize> = shaped.glyph_infos().iter().map(|info| info.cluster as usize).collect();
        let em = self.font.units_per_em();
        let mut run = Run {
            text: text.to_owned(),
            ..Run::default()
        };
        for (index, (info, place)) in shaped.glyph_infos().iter().zip(shaped.glyph_positions()).enumerate() {
            let start = info.cluster as usize;
            let end = starts[index..].iter().copied().find(|next| *next > start).unwrap_or(text.len());
            let advance = place.x_advance as f32 / em;
            run.width += advance;
            run.glyphs.push(KrillaGlyph::new(
                GlyphId::new(info.glyph_id),
                advance,
                place.x_offset as f32 / em,
                place.y_offset as f32 / em,
                0.0,
                start..end,
                None,
            ));
        }
        run
    }

    fn has(&self, letter: char) -> bool {
        self.shaper.glyph_index(letter).is_some()
    }
}

/// All cuts.
pub struct Fonts {
    regular: Face,
    bold: Face,
    italic: Face,
}

impl Fonts {
    /// Reads the typeface that is part of the program.
    pub fn load() -> Result<Self, PdfError> {
        Ok(Self {
            regular: Face::load("tinos-regular", include_bytes!("fonts/tinos-regular.ttf"))?,
            bold: Face::load("tinos-bold", include_bytes!("fonts/tinos-bold.ttf"))?,
            italic: Face::load("tinos-italic", include_bytes!("fonts/tinos-italic.ttf"))?,
        })
    }

    /// The cut for a style.
    pub fn face(&self, style: Style) -> &Face {
        match style {
            Style::Regular => &self.regular,
            Style::Bold => &self.bold,
            Style::Italic => &self.italic,
        }
    }

    /// The text in composed letters, without what has no shape, and with a box for what the typeface lacks.
    pub fn clean(&self, text: &str) -> String {
        plain(text).chars().map(|letter| if self.can_draw(letter) { letter } else { BOX }).collect()
    }

    /// The letters of a text that the typeface lacks.
    pub fn missing(&self, text: &str) -> Vec<char> {
        plain(text).chars().filter(|letter| !self.can_draw(*letter)).collect()
    }

    fn can_draw(&self, letter: char) -> bool {
        letter.is_whitespace() || self.regular.has(letter)
    }
}

/// Composed letters (NFC); signs that the typeface lacks but plain letters can say are written with those.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for letter in text.nfc() {
        match letter {
            '\u{2010}' | '\u{2011}' | '\u{2012}' => plain.push('-'),
            '\u{2015}' => plain.push('\u{2014}'),
            '\u{2264}' => plain.push_str("<="),
            '\u{2265}' => plain.push_str(">="),
            '\u{2192}' => plain.push_str("->"),
            '\u{2116}' => plain.push_str("No."),
            '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' => {}
            letter if letter.is_control() && !letter.is_whitespace() => {}
            letter => plain.push(letter),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decomposed_letters_become_one_glyph() {
        let fonts = Fonts::load().unwrap();
        let composed = fonts.face(Style::Regular).shape(&fonts.clean("e\u{302}\u{301}"));
        assert_eq!(composed.text, "ế");
        assert_eq!(composed.glyphs.len(), 1);
    }

    #[test]
    fn every_vietnamese_letter_is_there() {
        let fonts = Fonts::load().unwrap();
        let letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ0123456789.,;:/()–—“”‘’…₫%&";
        for style in [Style::Regular, Style::Bold, Style::Italic] {
            for letter in letters.chars().chain(letters.to_uppercase().chars()) {
                assert!(fonts.face(style).has(letter), "{letter} in {style:?}");
            }
        }
    }

    #[test]
    fn foreign_letters_are_named_and_boxed() {
        let fonts = Fonts::load().unwrap();
        assert_eq!(fonts.missing("A 金 ≥ 2"), ['金']);
        assert_eq!(fonts.clean("A 金 ≥ 2"), "A □ >= 2");
    }
}
