//! The signatures: two columns, kept together, and never on a page without text of the agreement.

use super::SignatureBlock;
use super::blocks::{BOLD, Layout, Setting};
use super::fonts::{Lettering, Style};
use super::strips::{Align, Colour, Item, Strip, WIDTH};
use super::tags::Role;

const HINT: Lettering = Lettering::new(Style::Italic, 11.5);
const STAMP_HEAD: Lettering = Lettering::new(Style::Bold, 11.0);
const STAMP: Lettering = Lettering::new(Style::Regular, 10.5);
const STAMP_NOTE: Lettering = Lettering::new(Style::Italic, 9.5);
/// Distance between the two columns.
const BETWEEN: f32 = 20.0;
/// Room for a signature by hand.
const ROOM: f32 = 74.0;
/// Distance of the stamp's text from its frame.
const INSET: f32 = 7.0;

/// One party's column in three parts, each with its height: who signs, the signature, the name.
struct Signature {
    parts: [(Vec<Item>, f32); 3],
}

impl Layout<'_> {
    /// All signatures, two in each row.
    pub fn signatures(&mut self, signatures: &[SignatureBlock]) {
        if signatures.is_empty() {
            return;
        }
        if let Some(strip) = self.strips.last_mut() {
            strip.keep = true;
        }
        let rows = signatures.len().div_ceil(2);
        for (index, pair) in signatures.chunks(2).enumerate() {
            let width = (WIDTH - BETWEEN) / 2.0;
            let lone = pair.len() == 1;
            let columns: Vec<Signature> = pair
                .iter()
                .enumerate()
                .map(|(column, signature)| {
                    let left = if lone { (WIDTH - width) / 2.0 } else { column as f32 * (width + BETWEEN) };
                    self.signature(signature, left, width)
                })
                .collect();
            let heights = [0, 1, 2].map(|part| columns.iter().map(|column| column.parts[part].1).fold(0.0, f32::max));
            let mut strip = Strip {
                before: 20.0,
                height: heights.iter().sum(),
                keep: index + 1 < rows,
                ..Strip::default()
            };
            for column in columns {
                let mut top = 0.0;
                for ((mut items, height), room) in column.parts.into_iter().zip(heights) {
                    // A stamp stands in the middle of its room; the rest begins at the top.
                    let shift = top
                        + if height < room && items.iter().any(|item| matches!(item, Item::Fill { .. })) {
                            (room - height) / 2.0
                        } else {
                            0.0
                        };
                    for item in &mut items {
                        lower(item, shift);
                    }
                    strip.items.append(&mut items);
                    top += room;
                }
            }
            self.strips.push(strip);
        }
    }

    fn signature(&mut self, signature: &SignatureBlock, left: f32, width: f32) -> Signature {
        let section = self.tags.root(Role::Section);
        let setting = |lettering| Setting {
            left,
            width,
            ..Setting::new(lettering, Align::Centre, 0.0)
        };
        let hint = match signature.signed_at {
            Some(_) => None,
            None => Some(self.language.pick("(Ký, ghi rõ họ tên, đóng dấu)", "(Signature, full name and seal)")),
        };
        let mut head = vec![(signature.side.as_str(), setting(BOLD)), (&signature.title, setting(BOLD))];
        head.extend(hint.map(|hint| (hint, setting(HINT))));
        let head = self.stack(section, head, 0.0);
        let middle = match &signature.signed_at {
            Some(moment) => self.stamp(section, signature, moment, left, width),
            None => (Vec::new(), ROOM),
        };
        let name = self.stack(section, vec![(&signature.name, setting(BOLD))], 0.0);
        Signature { parts: [head, middle, name] }
    }

    /// A frame that says who signed electronically, and when.
    fn stamp(&mut self, section: usize, signature: &SignatureBlock, moment: &str, left: f32, width: f32) -> (Vec<Item>, f32) {
        let setting = |lettering| {
            let plain = Setting::new(lettering, Align::Centre, 0.0);
            Setting {
                left: left + 2.0 * INSET,
                width: width - 4.0 * INSET,
                colour: Colour::Signature,
                ..plain
            }
        };
        let head = self.language.pick("ĐÃ KÝ ĐIỆN TỬ", "SIGNED ELECTRONICALLY");
        let signatory = format!("{} {}", self.language.pick("Người ký:", "Signatory:"), signature.name);
        let moment = format!("{} {moment}", self.language.pick("Thời điểm:", "Time:"));
        let mut texts = vec![(head, setting(STAMP_HEAD)), (&signatory, setting(STAMP)), (&moment, setting(STAMP))];
        texts.extend(signature.note.as_deref().map(|note| (note, setting(STAMP_NOTE))));
        let top = 10.0;
        let (mut items, height) = self.stack(section, texts, top + INSET - 1.0);
        let frame = height + 2.0 * INSET - 2.0;
        items.extend(Item::frame(left + INSET, top, width - 2.0 * INSET, frame, 0.9, Colour::Signature));
        (items, (frame + 2.0 * top).max(ROOM))
    }

    /// Paragraphs one below the other, the first at `top`.
    fn stack(&mut self, section: usize, texts: Vec<(&str, Setting)>, top: f32) -> (Vec<Item>, f32) {
        let mut all = Vec::new();
        let mut y = top;
        for (text, setting) in texts {
            let tag = self.tags.inside(section, Role::Paragraph);
            let (mut items, height) = self.text_box(text, y, setting, tag);
            all.append(&mut items);
            y += height;
        }
        (all, y - top)
    }
}

fn lower(item: &mut Item, shift: f32) {
    match item {
        Item::Text { baseline, .. } => *baseline += shift,
        Item::Fill { y, .. } => *y += shift,
    }
}
