//! The plain blocks: titles, headings, paragraphs and clauses.

use std::num::NonZeroU16;

use super::blocks::{BODY, BOLD, Layout, Setting};
use super::fonts::{Lettering, Style};
use super::strips::{Align, Colour, Item, WIDTH, millimetres};
use super::tags::Role;

const ITALIC: Lettering = Lettering::new(Style::Italic, 13.0);
const TITLE: Lettering = Lettering::new(Style::Bold, 16.0);
/// Distance between paragraphs.
const GAP: f32 = 5.0;
/// How far the first line of a paragraph is set in (Nghị định 30/2020: 1 cm or 1.27 cm).
const INDENT: f32 = millimetres(10.0);

impl Layout<'_> {
    /// The state's name and motto.
    pub fn motto(&mut self, lines: &[String]) {
        let division = self.tags.root(Role::Division);
        for (index, line) in lines.iter().enumerate() {
            let tag = self.tags.inside(division, Role::Paragraph);
            let setting = Setting {
                keep: true,
                ..Setting::new(BOLD, Align::Centre, 0.0)
            };
            self.text(line, setting, tag);
            if index + 1 == lines.len() {
                self.underline();
            }
        }
    }

    /// Draws a line under the last strip, as wide as its text.
    fn underline(&mut self) {
        let Some(strip) = self.strips.last_mut() else { return };
        if let Some(Item::Text { x, lettering, run, .. }) = strip.items.last() {
            let rule = Item::Fill {
                x: *x,
                y: strip.height + 0.5,
                width: run.width * lettering.size,
                height: 0.8,
                colour: Colour::Ink,
            };
            strip.items.push(rule);
            strip.height += 2.0;
        }
    }

    /// The title.
    pub fn title(&mut self, text: &str) {
        self.titled = true;
        let tag = self.tags.root(Role::Heading(NonZeroU16::MIN, text.to_owned()));
        let before = if self.strips.is_empty() { 0.0 } else { 24.0 };
        self.text(
            text,
            Setting {
                keep: true,
                ..Setting::new(TITLE, Align::Centre, before)
            },
            tag,
        );
    }

    /// The number, under the title.
    pub fn number(&mut self, number: &str) {
        let tag = self.tags.root(Role::Paragraph);
        let text = format!("{} {number}", self.language.pick("Số:", "No.:"));
        self.text(
            &text,
            Setting {
                keep: true,
                ..Setting::new(BODY, Align::Centre, 2.0)
            },
            tag,
        );
    }

    /// What the title is about.
    pub fn subtitle(&mut self, text: &str) {
        let tag = self.tags.root(Role::Paragraph);
        let setting = Setting::new(ITALIC, Align::Centre, 3.0);
        let width = setting.width * 0.86;
        self.text(
            text,
            Setting {
                width,
                left: (setting.width - width) / 2.0,
                keep: true,
                ..setting
            },
            tag,
        );
    }

    /// Legal grounds.
    pub fn grounds(&mut self, texts: &[String]) {
        for (index, text) in texts.iter().enumerate() {
            let tag = self.tags.root(Role::Paragraph);
            let before = if index == 0 { 14.0 } else { GAP };
            self.text(
                text,
                Setting {
                    indent: INDENT,
                    ..Setting::new(ITALIC, Align::Justified, before)
                },
                tag,
            );
        }
    }

    /// The heading of an article, kept with what follows.
    pub fn heading(&mut self, text: &str) {
        let level = if self.titled { NonZeroU16::MIN.saturating_add(1) } else { NonZeroU16::MIN };
        let tag = self.tags.root(Role::Heading(level, text.to_owned()));
        let start = self.text(
            text,
            Setting {
                keep: true,
                ..Setting::new(BOLD, Align::Left, 10.0)
            },
            tag,
        );
        self.strips.iter_mut().skip(start).for_each(|strip| strip.keep = true);
        if let Some(strip) = self.strips.get_mut(start) {
            strip.bookmark = Some(text.to_owned());
        }
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        let tag = self.tags.root(Role::Paragraph);
        self.text(
            text,
            Setting {
                indent: INDENT,
                ..Setting::new(BODY, Align::Justified, GAP)
            },
            tag,
        );
    }

    /// Numbered clauses, the numbers hanging on the left.
    pub fn numbered(&mut self, texts: &[String]) {
        if texts.is_empty() {
            return;
        }
        let list = self.tags.root(Role::Numbers);
        let hang = (self.run(&format!("{}. ", texts.len()), BODY).width * BODY.size).max(millimetres(7.0));
        for (index, text) in texts.iter().enumerate() {
            let item = self.tags.inside(list, Role::ListItem);
            let label = self.tags.inside(item, Role::Label);
            let body = self.tags.inside(item, Role::ListBody);
            let setting = Setting {
                left: hang,
                width: WIDTH - hang,
                ..Setting::new(BODY, Align::Justified, GAP)
            };
            let start = self.text(text, setting, body);
            let run = self.run(&format!("{}. ", index + 1), BODY);
            if let Some(strip) = self.strips.get_mut(start) {
                let number = Item::Text {
                    x: 0.0,
                    baseline: BODY.baseline(),
                    lettering: BODY,
                    colour: Colour::Ink,
                    run,
                    tag: label,
                };
                strip.items.insert(0, number);
            }
        }
    }
}
