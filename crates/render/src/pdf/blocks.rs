//! Turns the blocks of a document into strips.

use super::fonts::{Fonts, Lettering, Run, Style};
use super::lines::{Line, balanced, break_lines};
use super::strips::{Align, Colour, Item, Strip, WIDTH};
use super::tags::Tags;
use super::{Block, Document, Language, PdfError};

/// The letters of the text.
pub const BODY: Lettering = Lettering::new(Style::Regular, 13.0);
/// The same in bold.
pub const BOLD: Lettering = Lettering::new(Style::Bold, 13.0);

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    pub lettering: Lettering,
    pub colour: Colour,
    pub align: Align,
    /// Distance of the column from the left margin.
    pub left: f32,
    pub width: f32,
    /// How far the first line is set in.
    pub indent: f32,
    /// Distance from what is above.
    pub before: f32,
    /// Whether the last line is kept with what follows.
    pub keep: bool,
}

impl Setting {
    /// Text over the full width.
    pub fn new(lettering: Lettering, align: Align, before: f32) -> Self {
        Self {
            lettering,
            colour: Colour::Ink,
            align,
            left: 0.0,
            width: WIDTH,
            indent: 0.0,
            before,
            keep: false,
        }
    }
}

/// The document as strips, with its structure.
pub struct Layout<'a> {
    pub fonts: &'a Fonts,
    pub language: Language,
    pub strips: Vec<Strip>,
    /// Strips that are repeated at the top of pages.
    pub repeats: Vec<Strip>,
    pub tags: Tags,
    /// Whether the title has been set, so that articles are headings of the second level.
    pub titled: bool,
}

impl<'a> Layout<'a> {
    /// Sets all blocks of a document.
    pub fn of(document: &Document, fonts: &'a Fonts) -> Result<Self, PdfError> {
        let mut layout = Self {
            fonts,
            language: document.language,
            strips: Vec::new(),
            repeats: Vec::new(),
            tags: Tags::default(),
            titled: false,
        };
        let mut number = document.number.as_deref();
        for block in &document.blocks {
            match block {
                Block::Motto { lines } => layout.motto(lines),
                Block::Title(text) => {
                    layout.title(text);
                    if let Some(number) = number.take() {
                        layout.number(number);
                    }
                }
                Block::Subtitle(text) => layout.subtitle(text),
                Block::Grounds(texts) => layout.grounds(texts),
                Block::Heading(text) => layout.heading(text),
                Block::Paragraph(text) => layout.paragraph(text),
                Block::Numbered(texts) => layout.numbered(texts),
                Block::Table { head, rows, widths, numeric } => layout.table(head, rows, widths, numeric)?,
                Block::Parties(parties) => layout.parties(parties),
                Block::Signatures(signatures) => layout.signatures(signatures),
            }
        }
        Ok(layout)
    }

    /// The text in its lines.
    pub fn lines(&self, text: &str, setting: Setting) -> Vec<Line> {
        let face = self.fonts.face(setting.lettering.style);
        let text = self.fonts.clean(text);
        let size = setting.lettering.size;
        if setting.align == Align::Centre {
            balanced(face, &text, setting.width / size)
        } else {
            break_lines(face, &text, (setting.width - setting.indent) / size, setting.width / size)
        }
    }

    /// One line of a text as it is drawn, `y` below the top of its strip.
    pub fn line(line: &Line, first: bool, y: f32, setting: Setting, tag: usize) -> Item {
        let Setting { lettering, colour, .. } = setting;
        let indent = if first { setting.indent } else { 0.0 };
        let spare = setting.width - indent - line.width * lettering.size;
        let shift = match setting.align {
            Align::Left | Align::Justified => 0.0,
            Align::Centre => spare / 2.0,
            Align::Right => spare,
        };
        let mut run = line.run.clone();
        if setting.align == Align::Justified {
            run.glyphs = line.justified((setting.width - indent) / lettering.size);
        }
        Item::Text {
            x: setting.left + indent + shift,
            baseline: y + lettering.baseline(),
            lettering,
            colour,
            run,
            tag,
        }
    }

    /// A text that is not divided: its lines below `y`, and how high they are.
    pub fn text_box(&self, text: &str, y: f32, setting: Setting, tag: usize) -> (Vec<Item>, f32) {
        let lines = self.lines(text, setting);
        let height = lines.len() as f32 * setting.lettering.leading;
        let place = |(index, line)| Self::line(line, index == 0, y + index as f32 * setting.lettering.leading, setting, tag);
        (lines.iter().enumerate().map(place).collect(), height)
    }

    /// A text whose lines may stand on two pages, at least two on each; tells the index of its first strip.
    pub fn text(&mut self, text: &str, setting: Setting, tag: usize) -> usize {
        let start = self.strips.len();
        let lines = self.lines(text, setting);
        let count = lines.len();
        for (index, line) in lines.iter().enumerate() {
            let first = index == 0;
            let last = index + 1 == count;
            self.strips.push(Strip {
                before: if first { setting.before } else { 0.0 },
                height: setting.lettering.leading,
                items: vec![Self::line(line, first, 0.0, setting, tag)],
                keep: if last { setting.keep } else { first || index + 2 == count },
                ..Strip::default()
            });
        }
        start
    }

    /// A text on one line.
    pub fn run(&self, text: &str, lettering: Lettering) -> Run {
        self.fonts.face(lettering.style).shape(&self.fonts.clean(text))
    }
}
