//! What pages are filled with: strips, each as wide as the text, that are never divided.

use super::fonts::{Lettering, Run};

/// Millimetres in points.
pub const fn millimetres(length: f32) -> f32 {
    length * 72.0 / 25.4
}

/// The sheet (A4) and its margins, in points.
pub const PAGE_WIDTH: f32 = millimetres(210.0);
/// Height of the sheet.
pub const PAGE_HEIGHT: f32 = millimetres(297.0);
/// Left margin.
pub const LEFT: f32 = millimetres(30.0);
/// Right margin.
pub const RIGHT: f32 = millimetres(20.0);
/// Top margin.
pub const TOP: f32 = millimetres(20.0);
/// Bottom margin, in which the footer stands.
pub const BOTTOM: f32 = millimetres(20.0);
/// Width of the text.
pub const WIDTH: f32 = PAGE_WIDTH - LEFT - RIGHT;

/// The colours of the document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Colour {
    /// Text.
    Ink,
    /// Small print.
    Soft,
    /// The lines of tables.
    Hairline,
    /// Behind the heads of tables.
    Tint,
    /// Electronic signatures.
    Signature,
}

impl Colour {
    /// Red, green and blue.
    pub fn parts(self) -> [u8; 3] {
        match self {
            Self::Ink => [0, 0, 0],
            Self::Soft => [85, 85, 85],
            Self::Hairline => [90, 90, 90],
            Self::Tint => [240, 240, 240],
            Self::Signature => [22, 60, 130],
        }
    }
}

/// Where the lines of a text stand in their column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    Left,
    Centre,
    Right,
    Justified,
}

/// Something that is drawn; places are measured from the strip's top left corner.
#[derive(Clone, Debug)]
pub enum Item {
    /// Shaped text on a baseline, part of the element `tag`.
    Text {
        x: f32,
        baseline: f32,
        lettering: Lettering,
        colour: Colour,
        run: Run,
        tag: usize,
    },
    /// A filled box or, if thin, a line; decoration only.
    Fill { x: f32, y: f32, width: f32, height: f32, colour: Colour },
}

impl Item {
    /// The four lines round a box.
    pub fn frame(x: f32, y: f32, width: f32, height: f32, thickness: f32, colour: Colour) -> [Self; 4] {
        let fill = |x, y, width, height| Self::Fill { x, y, width, height, colour };
        let half = thickness / 2.0;
        [
            fill(x - half, y - half, width + thickness, thickness),
            fill(x - half, y + height - half, width + thickness, thickness),
            fill(x - half, y - half, thickness, height + thickness),
            fill(x + width - half, y - half, thickness, height + thickness),
        ]
    }
}

/// A strip of the document that is never divided between pages.
#[derive(Clone, Debug, Default)]
pub struct Strip {
    /// Distance from the strip above; dropped at the top of a page.
    pub before: f32,
    /// How high it is.
    pub height: f32,
    /// Distance to the strip below; dropped at the foot of a page.
    pub after: f32,
    /// What is drawn, in the order of reading.
    pub items: Vec<Item>,
    /// Whether the next strip must stand on the same page.
    pub keep: bool,
    /// Which of the layout's repeated strips stands above this one if it begins a page.
    pub repeat: Option<usize>,
    /// The heading that begins here, for the outline.
    pub bookmark: Option<String>,
}
