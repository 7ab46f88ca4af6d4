//! Who the parties are: the name in bold, then what is known of it, label by label.

use super::PartyBlock;
use super::blocks::{BODY, BOLD, Layout, Setting};
use super::strips::{Align, Colour, Item, WIDTH};
use super::tags::Role;

/// Distance between the labels and what they stand for.
const BETWEEN: f32 = 10.0;

impl Layout<'_> {
    /// One party below the other; each is kept on one page.
    pub fn parties(&mut self, parties: &[PartyBlock]) {
        let all: Vec<Vec<(String, String)>> = parties.iter().map(|party| self.facts(party)).collect();
        let widest = all.iter().flatten().map(|(label, _)| self.run(label, BODY).width).fold(0.0, f32::max);
        let left = (widest * BODY.size + BETWEEN).min(WIDTH / 2.0);
        for (party, facts) in parties.iter().zip(all) {
            let section = self.tags.root(Role::Section);
            let tag = self.tags.inside(section, Role::Paragraph);
            let name = format!("{}: {}", party.side, party.name);
            let start = self.text(
                &name,
                Setting {
                    keep: true,
                    ..Setting::new(BOLD, Align::Left, 9.0)
                },
                tag,
            );
            let list = self.tags.inside(section, Role::List);
            for (label, value) in facts {
                let item = self.tags.inside(list, Role::ListItem);
                let name = self.tags.inside(item, Role::Label);
                let body = self.tags.inside(item, Role::ListBody);
                let setting = Setting {
                    left,
                    width: WIDTH - left,
                    ..Setting::new(BODY, Align::Left, 2.0)
                };
                let first = self.text(&value, setting, body);
                let run = self.run(&format!("{label} "), BODY);
                if let Some(strip) = self.strips.get_mut(first) {
                    strip.items.insert(
                        0,
                        Item::Text {
                            x: 0.0,
                            baseline: BODY.baseline(),
                            lettering: BODY,
                            colour: Colour::Ink,
                            run,
                            tag: name,
                        },
                    );
                }
            }
            let end = self.strips.len();
            for (index, strip) in self.strips.iter_mut().enumerate().skip(start) {
                strip.keep = index + 1 < end;
            }
        }
    }

    /// Labels and values; what is empty is left out.
    fn facts(&self, party: &PartyBlock) -> Vec<(String, String)> {
        let language = self.language;
        let known = [
            (language.pick("Địa chỉ:", "Address:"), Some(&party.address)),
            (language.pick("Mã số thuế:", "Tax code:"), party.tax_code.as_ref()),
            (language.pick("Điện thoại:", "Telephone:"), party.phone.as_ref()),
            (language.pick("Thư điện tử:", "E-mail:"), party.email.as_ref()),
            (language.pick("Người đại diện:", "Represented by:"), Some(&party.representative)),
            (language.pick("Chức vụ:", "Position:"), party.position.as_ref()),
        ];
        let more = party.more.iter().map(|(label, value)| (label.clone(), value.clone()));
        let known = known.into_iter().filter_map(|(label, value)| value.map(|value| (label.to_owned(), value.clone())));
        known.chain(more).filter(|(_, value)| !value.trim().is_empty()).collect()
    }
}
