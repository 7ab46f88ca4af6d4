//! Phrases that break a rule, with what makes them innocent: words round them that mean something else,
//! and denials before them.

use super::pattern::Patterns;
use super::reading::{Gap, Reading};
use std::ops::Range;

/// Phrases that break a rule, and what makes them innocent.
#[derive(Debug)]
pub(super) struct Phrases {
    raises: Patterns,
    /// Phrases that no denial before them undoes: they say their "không" themselves.
    firm: Patterns,
    /// Phrases that contain or touch the words and give them another meaning.
    excuses: Patterns,
    /// Words that turn the meaning round when they stand shortly before, in the same part of the sentence.
    denials: Patterns,
    /// How many words a denial may be away.
    reach: usize,
    /// Words that end what a denial denies.
    turns: Patterns,
}

impl Phrases {
    /// Phrases with their excuses; a denial may stand `reach` words before.
    pub fn new(raises: &[&str], excuses: &[&str], denials: &[&str], reach: usize) -> Self {
        Self {
            raises: Patterns::new(raises),
            firm: Patterns::new(&[]),
            excuses: Patterns::new(excuses).greedy(),
            denials: Patterns::new(denials),
            reach,
            turns: Patterns::new(&["nhưng|chỉ|song|riêng|còn|ngoại_trừ|trừ_khi|bù_lại|đổi_lại|miễn_là|chứ_phải"]),
        }
    }

    /// With phrases that no denial undoes.
    pub fn firm(self, firm: &[&str]) -> Self {
        Self {
            firm: Patterns::new(firm),
            ..self
        }
    }

    /// Every place where the rule is broken; phrases that overlap are one.
    pub fn find(&self, reading: &Reading) -> Vec<Range<usize>> {
        // Most texts say nothing of the matter: then nothing has to be excused.
        let ends = |at: usize| {
            let firm = self.firm.ends(reading, at).map(|end| (end, true));
            firm.chain(self.raises.ends(reading, at).map(|end| (end, false)))
        };
        let hits: Vec<(Range<usize>, bool)> = (0..reading.len()).flat_map(|at| ends(at).map(move |(end, is_firm)| (at..end, is_firm))).collect();
        if hits.is_empty() {
            return Vec::new();
        }
        // How many excused tokens stand before each token. An excuse stays in its sentence, so it is
        // looked for from the beginning of a hit's sentence on.
        let mut excused = vec![0usize; reading.len() + 1];
        let mut seen = 0;
        for (hit, _) in &hits {
            let sentence = (seen..=hit.start).rev().find(|at| reading.tokens[*at].gap == Gap::End);
            let from = sentence.unwrap_or(seen).max(seen);
            for at in from..hit.end {
                for end in self.excuses.ends(reading, at) {
                    excused[at..end].fill(1);
                }
            }
            seen = seen.max(hit.end);
        }
        let mut sum = 0;
        for count in &mut excused {
            sum += std::mem::replace(count, sum);
        }
        let mut found: Vec<Range<usize>> = Vec::new();
        // "Không thu phí, đặt cọc": a list that begins denied is denied as a whole.
        let mut denied_to = 0;
        for (hit, is_firm) in hits {
            if excused[hit.start] < excused[hit.end] {
                continue;
            }
            if !is_firm && self.is_denied(reading, &hit, denied_to) {
                denied_to = denied_to.max(hit.end);
                continue;
            }
            found.push(hit);
        }
        merge(found)
    }

    fn is_denied(&self, reading: &Reading, hit: &Range<usize>, denied_to: usize) -> bool {
        let clause = reading.clause_start(hit.start);
        let from = clause.max(hit.start.saturating_sub(self.reach));
        let turned = |from: usize| (from..hit.start).any(|at| self.turns.at(reading, at).is_some());
        let denied = (from..hit.start).any(|at| self.denials.ends(reading, at).any(|end| end <= hit.start && !turned(end)));
        // Where a sum follows it is meant after all.
        let has_sum = || (hit.start..(hit.end + 2).min(reading.len())).any(|at| reading.tokens[at].number.is_some_and(|number| number > 0.0));
        let continues = || denied_to > 0 && hit.start <= denied_to + 2 && reading.tokens[hit.start].gap != Gap::End && !turned(denied_to.min(hit.start)) && !has_sum();
        denied || continues()
    }
}

/// Ranges in their order, those that overlap made one.
pub(super) fn merge(mut found: Vec<Range<usize>>) -> Vec<Range<usize>> {
    found.sort_by_key(|range| range.start);
    let mut merged: Vec<Range<usize>> = Vec::with_capacity(found.len());
    for range in found {
        match merged.last_mut().filter(|last| last.end > range.start) {
            Some(last) => last.end = last.end.max(range.end),
            None => merged.push(range),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(phrases: &Phrases, text: &str) -> Vec<String> {
        let reading = Reading::of(text);
        phrases.find(&reading).into_iter().map(|hit| text[reading.span(hit)].to_owned()).collect()
    }

    #[test]
    fn phrases_are_found_as_they_were_written() {
        let phrases = Phrases::new(&["thu|nộp|đóng ~2 phí", "đặt tiền? cọc"], &["thu_phí gửi xe"], &["không", "miễn"], 3);
        assert_eq!(found(&phrases, "Cần đặt cọc, nộp 300k phí."), ["đặt cọc", "nộp 300k phí"]);
        assert_eq!(found(&phrases, "can dat tien coc"), ["dat tien coc"]);
        assert_eq!(found(&phrases, "Không thu bất kỳ phí nào, đặt cọc"), [] as [&str; 0]);
        assert_eq!(found(&phrases, "thu phí gửi xe"), [] as [&str; 0]);
        assert_eq!(found(&phrases, "Đóng hàng. Phí vận chuyển"), [] as [&str; 0], "a phrase ends with its sentence");
        assert_eq!(found(&phrases, "Không ai ở đây. Thu phí"), ["Thu phí"], "a denial belongs to its sentence");
        assert_eq!(found(&phrases, "Không cần bằng cấp nhưng đặt cọc"), ["đặt cọc"], "a turn ends a denial");
    }

    #[test]
    fn numbers_have_bounds() {
        let phrases = Phrases::new(&["dưới #14-70 tuổi"], &[], &[], 0);
        assert_eq!(found(&phrases, "Dưới 35 tuổi; dưới ba mươi lăm tuổi"), ["Dưới 35 tuổi", "dưới ba mươi lăm tuổi"]);
        assert_eq!(found(&phrases, "dưới 6 tuổi"), [] as [&str; 0]);
    }

    #[test]
    fn what_stands_before_counts() {
        let phrases = Phrases::new(&["<đơn|nhà hàng ~1 nhật"], &[], &[], 0);
        assert_eq!(found(&phrases, "hàng nội địa, hàng của Nhật"), ["hàng của Nhật"]);
        assert_eq!(found(&phrases, "đơn hàng Nhật, nhà hàng Nhật"), [] as [&str; 0]);
    }

    #[test]
    fn edges_and_what_does_not_follow() {
        let phrases = Phrases::new(&["^ nam|nữ $", "thợ -1 nam !định"], &[], &[], 0);
        assert_eq!(found(&phrases, "Lễ tân: Nữ, 20-28t"), ["Nữ"]);
        assert_eq!(found(&phrases, "nam nữ đều được, thợ ở Nam Định"), [] as [&str; 0]);
        assert_eq!(found(&phrases, "thợ hàn nam, thợ, nam"), ["thợ hàn nam", "nam"]);
    }
}
