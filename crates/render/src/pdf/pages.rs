//! Fills pages with strips.

use super::strips::Strip;

/// A strip on a page.
#[derive(Clone, Copy, Debug)]
pub struct Placed<'a> {
    /// Distance of its top from the top of the text.
    pub y: f32,
    /// What stands there.
    pub strip: &'a Strip,
    /// Whether it only repeats what an earlier page has, such as the head of a table.
    pub again: bool,
}

/// Divides strips among pages with text of the given height. Strips that are kept together stand on one page, unless they are higher than one.
pub fn fill<'a>(strips: &'a [Strip], repeats: &'a [Strip], height: f32) -> Vec<Vec<Placed<'a>>> {
    let mut filler = Filler {
        repeats,
        height,
        pages: Vec::new(),
        page: Vec::new(),
        y: 0.0,
    };
    for group in strips.chunk_by(|above, _| above.keep) {
        let last = group.last().map_or(0.0, |strip| strip.after);
        let needed = group.iter().map(|strip| strip.before + strip.height + strip.after).sum::<f32>() - last;
        if !filler.fits(needed) {
            filler.turn();
        }
        for strip in group {
            filler.place(strip);
        }
    }
    filler.turn();
    filler.pages
}

struct Filler<'a> {
    repeats: &'a [Strip],
    height: f32,
    pages: Vec<Vec<Placed<'a>>>,
    page: Vec<Placed<'a>>,
    y: f32,
}

impl<'a> Filler<'a> {
    fn fits(&self, needed: f32) -> bool {
        self.y + needed <= self.height + 0.01
    }

    fn turn(&mut self) {
        if !self.page.is_empty() {
            self.pages.push(std::mem::take(&mut self.page));
        }
        self.y = 0.0;
    }

    fn place(&mut self, strip: &'a Strip) {
        if !self.fits(strip.before + strip.height) {
            self.turn();
        }
        if self.page.is_empty() {
            if let Some(again) = strip.repeat.and_then(|index| self.repeats.get(index)) {
                self.page.push(Placed {
                    y: self.y,
                    strip: again,
                    again: true,
                });
                self.y += again.height;
            }
        } else {
            self.y += strip.before;
        }
        self.page.push(Placed { y: self.y, strip, again: false });
        self.y += strip.height + strip.after;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn strip(height: f32, keep: bool) -> Strip {
        Strip {
            height,
            keep,
            before: 1.0,
            ..Strip::default()
        }
    }

    fn shape(pages: &[Vec<Placed<'_>>]) -> Vec<Vec<(f32, f32)>> {
        pages.iter().map(|page| page.iter().map(|placed| (placed.y, placed.strip.height)).collect()).collect()
    }

    #[test]
    fn strips_go_on_to_the_next_page() {
        let strips = [strip(4.0, false), strip(4.0, false), strip(3.0, false)];
        assert_eq!(shape(&fill(&strips, &[], 10.0)), [vec![(0.0, 4.0), (5.0, 4.0)], vec![(0.0, 3.0)]]);
        assert!(fill(&[], &[], 10.0).is_empty());
    }

    #[test]
    fn the_distance_below_needs_no_room_at_the_foot() {
        let mut strips = [strip(9.0, false), strip(9.0, false)];
        strips[0].after = 5.0;
        assert_eq!(shape(&fill(&strips, &[], 9.0)), [vec![(0.0, 9.0)], vec![(0.0, 9.0)]]);
        assert_eq!(shape(&fill(&strips, &[], 24.0)), [vec![(0.0, 9.0), (15.0, 9.0)]]);
        assert_eq!(fill(&strips, &[], 23.9).len(), 2);
    }

    #[test]
    fn what_is_kept_together_moves_together() {
        let strips = [strip(5.0, false), strip(2.0, true), strip(4.0, false)];
        assert_eq!(shape(&fill(&strips, &[], 10.0)), [vec![(0.0, 5.0)], vec![(0.0, 2.0), (3.0, 4.0)]]);
    }

    #[test]
    fn what_is_higher_than_a_page_is_divided_all_the_same() {
        let strips = [strip(6.0, true), strip(6.0, true), strip(20.0, true), strip(1.0, false)];
        assert_eq!(fill(&strips, &[], 10.0).len(), 4);
    }

    #[test]
    fn heads_are_repeated_on_each_page() {
        let mut row = strip(3.0, false);
        row.before = 0.0;
        row.repeat = Some(0);
        let rows = vec![row; 7];
        let heads = [strip(1.0, false)];
        let pages = fill(&rows, &heads, 7.0);
        assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [3, 3, 3, 2]);
        assert!(pages.iter().all(|page| page[0].again && !page[1].again));
    }
}
