//! What came of an agreement, line by line: people promised, trained, interned and hired; and who kept what
//! was promised.

use super::AgreementLine;
use crate::matching::Promises;
use crate::month::Month;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Months after a line's intake month until it is looked at whether it was kept.
pub const OVER_AFTER_MONTHS: i32 = 6;
/// The share that has to be reached, in hundredths.
pub const KEPT_FROM: u64 = 80;

/// What came of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineResult {
    /// People who were trained, as the college states.
    #[serde(default)]
    pub trained: Option<u32>,
    /// People who did an internship, as the business states.
    #[serde(default)]
    pub interned: Option<u32>,
    /// People whose start is confirmed.
    #[serde(default)]
    pub hired: u32,
}

/// Whether `done` is at least [`KEPT_FROM`] hundredths of `promised`.
fn is_kept(done: u32, promised: u32) -> bool {
    u64::from(done) * 100 >= u64::from(promised) * KEPT_FROM
}

impl AgreementLine {
    /// Whether another line is about the same: programme, occupation and intake. By this what came of a line
    /// follows it to the agreement that replaces its own.
    pub fn is_same(&self, other: &Self) -> bool {
        self.programme == other.programme && self.occupation == other.occupation && self.intake == other.intake
    }

    /// Whether the time to keep it is over.
    pub fn is_over(&self, today: NaiveDate) -> bool {
        Month::of(today).since(self.intake) > OVER_AFTER_MONTHS
    }
}

/// What both sides have promised and kept: lines whose time is over.
///
/// The college has kept a line when it trained at least 80 % of its people; the business when it hired at least
/// 80 % of those that there were, people promised or trained, whichever is less. Where nobody was trained there
/// was nobody to hire: then the line says nothing about the business.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BothPromises {
    /// The business's.
    pub business: Promises,
    /// The college's.
    pub college: Promises,
}

impl BothPromises {
    /// Adds a line with what came of it, where its time is over.
    pub fn add(&mut self, line: &AgreementLine, result: &LineResult, today: NaiveDate) {
        if !line.is_over(today) {
            return;
        }
        let trained = result.trained.unwrap_or_default();
        self.college.made += 1;
        self.college.kept += u32::from(is_kept(trained, line.people));
        let there = line.people.min(trained);
        if there > 0 {
            self.business.made += 1;
            self.business.kept += u32::from(is_kept(result.hired, there));
        }
    }
}

/// Which line of the new agreement each line of an old one goes on as; each new one takes one.
pub fn successors(old: &[AgreementLine], new: &[AgreementLine]) -> Vec<(usize, usize)> {
    let mut taken = vec![false; new.len()];
    let mut pairs = Vec::new();
    for (from, line) in old.iter().enumerate() {
        if let Some(to) = new.iter().enumerate().position(|(to, other)| !taken[to] && line.is_same(other)) {
            taken[to] = true;
            pairs.push((from, to));
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(occupation: &str, people: u32, intake: &str) -> AgreementLine {
        AgreementLine {
            programme: None,
            training: "Cơ điện tử".to_owned(),
            occupation: occupation.to_owned(),
            work: "Kỹ thuật viên".to_owned(),
            people,
            intake: intake.parse().unwrap(),
            internship_months: 0,
            terms: String::new(),
        }
    }

    fn after(people: u32, trained: Option<u32>, hired: u32) -> ((u32, u32), (u32, u32)) {
        let mut both = BothPromises::default();
        let result = LineResult { trained, interned: None, hired };
        both.add(&line("7412", people, "2026-01"), &result, "2026-08-01".parse().unwrap());
        ((both.business.kept, both.business.made), (both.college.kept, both.college.made))
    }

    #[test]
    fn four_fifths_are_kept() {
        assert_eq!(after(10, Some(8), 0), ((0, 1), (1, 1)));
        assert_eq!(after(10, Some(7), 0), ((0, 1), (0, 1)));
        assert_eq!(after(10, Some(10), 8), ((1, 1), (1, 1)));
        assert_eq!(after(10, Some(10), 7), ((0, 1), (1, 1)));
        // Of those that there were, not of those that were promised.
        assert_eq!(after(10, Some(5), 4), ((1, 1), (0, 1)));
        // More were trained than were promised.
        assert_eq!(after(10, Some(40), 8), ((1, 1), (1, 1)));
        assert_eq!(after(10, None, 3), ((0, 0), (0, 1)));
    }

    #[test]
    fn a_line_is_over_after_six_months() {
        let line = line("7412", 10, "2026-01");
        assert!(!line.is_over("2026-07-31".parse().unwrap()));
        assert!(line.is_over("2026-08-01".parse().unwrap()));
        let mut both = BothPromises::default();
        both.add(&line, &LineResult::default(), "2026-07-31".parse().unwrap());
        assert_eq!(both, BothPromises::default());
    }

    #[test]
    fn lines_go_on_as_what_they_are() {
        let old = [line("7412", 10, "2026-01"), line("7531", 5, "2026-01"), line("7412", 3, "2026-01")];
        let new = [line("8153", 5, "2026-01"), line("7412", 20, "2026-01")];
        assert_eq!(successors(&old, &new), [(0, 1)]);
        assert_eq!(successors(&old, &old), [(0, 0), (1, 1), (2, 2)]);
    }
}
