//! Tables: rows are not divided, and the head is repeated on each page.

use super::PdfError;
use super::blocks::{Layout, Setting};
use super::columns::{Column, check, columns};
use super::fonts::{Lettering, Style};
use super::lines::Line;
use super::strips::{Align, BOTTOM, Colour, Item, PAGE_HEIGHT, Strip, TOP, WIDTH};
use super::tags::Role;

/// The letters of cells.
pub const CELL: Lettering = Lettering {
    style: Style::Regular,
    size: 12.0,
    leading: 15.0,
};
/// The letters of the head.
pub const HEAD: Lettering = Lettering {
    style: Style::Bold,
    size: 12.0,
    leading: 15.0,
};
/// Distance of the text from the lines round a cell.
pub const SIDE: f32 = 5.0;
const ABOVE: f32 = 3.5;
const RULE: f32 = 0.6;
/// Distance between the table and the text round it.
const GAP: f32 = 7.0;

/// A cell: its lines, how they are set, and its element.
type Cell = (Vec<Line>, Setting, usize);

impl Layout<'_> {
    /// A table; refuses one whose rows, widths or numeric columns do not fit its head.
    pub fn table(&mut self, head: &[String], rows: &[Vec<String>], widths: &[f32], numeric: &[usize]) -> Result<(), PdfError> {
        check(head, rows, widths, numeric)?;
        let columns = columns(&self.widths(head, rows, widths));
        let table = self.tags.root(Role::Table(head.join(", ")));
        let section = self.tags.inside(table, Role::TableHead);
        let row = self.tags.inside(section, Role::Row);
        let cells = self.cells(head, &columns, row, |_| (Role::HeaderCell, HEAD, Align::Centre));
        let limit = PAGE_HEIGHT - TOP - BOTTOM;
        for mut strip in strips(cells, &columns, limit) {
            let Strip { height, items, .. } = &mut strip;
            items.insert(
                0,
                Item::Fill {
                    x: 0.0,
                    y: 0.0,
                    width: WIDTH,
                    height: *height,
                    colour: Colour::Tint,
                },
            );
            items.push(line(-RULE / 2.0));
            self.repeats.push(strip.clone());
            self.strips.push(Strip { before: GAP, keep: true, ..strip });
        }
        let repeat = self.repeats.len().checked_sub(1);
        let left = limit - repeat.and_then(|index| self.repeats.get(index)).map_or(0.0, |strip| strip.height);
        let section = self.tags.inside(table, Role::TableBody);
        for texts in rows {
            let row = self.tags.inside(section, Role::Row);
            let align = |column| if numeric.contains(&column) { Align::Right } else { Align::Left };
            let cells = self.cells(texts, &columns, row, |column| (Role::Cell, CELL, align(column)));
            for mut strip in strips(cells, &columns, left) {
                strip.repeat = repeat;
                self.strips.push(strip);
            }
        }
        if let Some(last) = self.strips.last_mut() {
            last.after = GAP - 3.0;
            last.keep = false;
        }
        Ok(())
    }

    fn cells(&mut self, texts: &[String], columns: &[Column], row: usize, look: impl Fn(usize) -> (Role, Lettering, Align)) -> Vec<Cell> {
        let mut cells = Vec::with_capacity(texts.len());
        for (index, (text, (left, width))) in texts.iter().zip(columns).enumerate() {
            let (role, lettering, align) = look(index);
            let tag = self.tags.inside(row, role);
            let setting = Setting {
                left: left + SIDE,
                width: width - 2.0 * SIDE,
                ..Setting::new(lettering, align, 0.0)
            };
            let mut lines = self.lines(text, setting);
            if lines.is_empty() {
                // An empty cell is still read as a cell of its column.
                lines.push(Line {
                    run: self.run(" ", lettering),
                    width: 0.0,
                    last: true,
                });
            }
            cells.push((lines, setting, tag));
        }
        cells
    }
}

/// A row as one strip; only a row that is higher than a page is divided.
fn strips(cells: Vec<Cell>, columns: &[Column], limit: f32) -> Vec<Strip> {
    let leading = cells.iter().map(|(_, setting, _)| setting.lettering.leading).fold(1.0, f32::max);
    let most = ((limit - 2.0 * ABOVE) / leading).floor().max(1.0) as usize;
    let count = cells.iter().map(|(lines, ..)| lines.len()).max().unwrap_or(1);
    let mut cells: Vec<_> = cells.into_iter().map(|(lines, setting, tag)| (lines.into_iter(), setting, tag)).collect();
    let mut strips = Vec::new();
    let mut done = 0;
    while done < count {
        let part = most.min(count - done);
        let height = part as f32 * leading + 2.0 * ABOVE;
        let mut items = Vec::new();
        for (lines, setting, tag) in &mut cells {
            for (index, next) in lines.take(part).enumerate() {
                items.push(Layout::line(&next, index == 0, ABOVE + index as f32 * leading, *setting, *tag));
            }
        }
        let upright = |x| Item::Fill {
            x: x - RULE / 2.0,
            y: 0.0,
            width: RULE,
            height,
            colour: Colour::Hairline,
        };
        items.push(upright(0.0));
        items.extend(columns.iter().map(|(left, width)| upright(left + width)));
        done += part;
        items.push(line(height - RULE / 2.0));
        strips.push(Strip {
            height,
            items,
            ..Strip::default()
        });
    }
    strips
}

/// A line over the width of the table.
fn line(y: f32) -> Item {
    Item::Fill {
        x: -RULE / 2.0,
        y,
        width: WIDTH + RULE,
        height: RULE,
        colour: Colour::Hairline,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pdf::fonts::Fonts;
    use crate::pdf::{Block, Document, Language, Moment};

    fn layout(fonts: &Fonts, cells: [&str; 3], widths: Vec<f32>) -> Result<Vec<Strip>, PdfError> {
        let texts = |texts: [&str; 3]| texts.map(str::to_owned).to_vec();
        let table = Block::Table {
            head: texts(["STT", "Nghề", ""]),
            rows: vec![texts(cells); 3],
            widths,
            numeric: vec![0],
        };
        let created = Moment {
            year: 2026,
            month: 1,
            day: 2,
            hour: 3,
            minute: 4,
            second: 5,
            offset_hours: 7,
        };
        let nothing = String::new;
        let document = Document {
            title: nothing(),
            language: Language::Vi,
            author: nothing(),
            number: None,
            created,
            blocks: vec![table],
            footer: nothing(),
        };
        Layout::of(&document, fonts).map(|layout| layout.strips)
    }

    #[test]
    fn words_are_not_cut_while_other_columns_have_room() {
        let fonts = Fonts::load().unwrap();
        let strips = layout(&fonts, ["1", "Cơ điện tử", "x"], vec![5.0, 40.0, 55.0]).unwrap();
        let texts: Vec<_> = strips[0]
            .items
            .iter()
            .filter_map(|item| if let Item::Text { run, .. } = item { Some(run.text.as_str()) } else { None })
            .collect();
        assert_eq!(texts, ["STT", "Nghề", " "]);
    }

    #[test]
    fn only_a_row_higher_than_a_page_is_divided() {
        let fonts = Fonts::load().unwrap();
        let plain = layout(&fonts, ["1", "Cơ điện tử", "x"], vec![1.0, 1.0, 1.0]).unwrap();
        assert_eq!(plain.len(), 1 + 3);
        let long = "dài ".repeat(2000);
        let divided = layout(&fonts, ["1", "Cơ điện tử", &long], vec![1.0, 1.0, 1.0]).unwrap();
        assert!(divided.len() > plain.len());
        assert!(divided.iter().all(|strip| strip.height <= PAGE_HEIGHT - TOP - BOTTOM));
    }

    #[test]
    fn a_table_that_does_not_fit_its_head_is_refused() {
        let fonts = Fonts::load().unwrap();
        for widths in [vec![1.0, 1.0], vec![1.0, 1.0, 0.0], vec![1.0, 1.0, f32::NAN], vec![0.0, 0.0, 0.0], vec![-1.0, 1.0, 1.0]] {
            assert!(matches!(layout(&fonts, ["1", "2", "3"], widths), Err(PdfError::Table(_))));
        }
        let head = vec!["a".to_owned()];
        assert!(check(&head, &[vec![]], &[1.0], &[]).is_err());
        assert!(check(&head, &[], &[1.0], &[1]).is_err());
        assert!(check(&[], &[], &[], &[]).is_err());
    }
}
