//! From a free job title to occupations of the national list: what the form calls "mã nghề do Tổ
//! chức dịch vụ việc làm ghi". The system proposes, the staff decide.
//!
//! Two ways together. Known phrases (our own hints, and synonyms that lead to them) anywhere in the
//! title weigh most, the longer the more, and more in front than behind. Then every name and finer
//! title of the list is compared with the title by its syllables and pairs of syllables, the rarer the
//! weightier (cosine of tf-idf, Salton and Buckley 1988). Marks that are typed are meant: "may" and
//! "máy" are two words unless the title has no marks at all.

#[cfg(test)]
mod labelled;
mod terms;

use super::lookup::Reference;
use super::read::Lists;
use crate::text::tidy_line;
use std::collections::HashMap;
use terms::{Phrases, Title, exact, folded};

/// The most characters of a title that are looked at.
pub const LONGEST_TITLE: usize = 200;

/// A name of the list less like the title than this says nothing.
const NEAR: f32 = 0.3;

/// A four-digit occupation that a title may mean.
#[derive(Clone, Debug, PartialEq)]
pub struct OccupationProposal {
    /// Four digits.
    pub code: String,
    /// From 0 (hardly) to 1 (surely); comparable within one answer only.
    pub score: f32,
    /// The words that led there: a phrase of the title or a name of the list.
    pub because: String,
}

/// What a known phrase leads to.
#[derive(Clone, Debug)]
enum Lead {
    /// A hint's occupation.
    Code(String),
    /// The phrase that a synonym stands for.
    Canonical(String),
}

/// A name of the list, ready to be compared.
#[derive(Debug)]
struct Name {
    code: String,
    text: String,
    /// Length of its vector of weights, with marks and without.
    norm: [f32; 2],
}

/// The words of all occupations. Built once.
#[derive(Debug)]
pub(super) struct OccupationIndex {
    phrases: Phrases<Lead>,
    names: Vec<Name>,
    /// For terms with marks and for folded ones: the weight and the names that have it.
    postings: [HashMap<String, (f32, Vec<u32>)>; 2],
}

impl OccupationIndex {
    pub(super) fn new(lists: &Lists) -> Self {
        let mut phrases = Phrases::default();
        for hint in &lists.occupation_hints {
            phrases.add(&hint.phrase, false, Lead::Code(hint.code.clone()));
        }
        for group in &lists.synonyms {
            // A single word that is ambiguous even with its marks ("CN": công nhân, chi nhánh) leads nowhere.
            for variant in group.variants.iter().filter(|variant| variant.contains(' ') || !group.exact_only.contains(variant)) {
                phrases.add(variant, group.exact_only.contains(variant), Lead::Canonical(group.canonical.clone()));
            }
        }
        let from_list = lists
            .occupations
            .iter()
            .filter(|occupation| occupation.level == 4)
            .map(|occupation| (&occupation.code, &occupation.name));
        let finer = lists.occupation_titles.iter().map(|title| (&title.code4, &title.title));
        let mut names: Vec<Name> = from_list
            .chain(finer)
            .map(|(code, text)| Name {
                code: code.clone(),
                text: text.clone(),
                norm: [0.0; 2],
            })
            .collect();
        let postings = [0, 1].map(|layer| {
            let mut postings: HashMap<String, (f32, Vec<u32>)> = HashMap::new();
            for (position, name) in names.iter().enumerate() {
                let key = if layer == 0 { exact(&name.text) } else { folded(&name.text) };
                let mut all = terms::terms(&key);
                all.sort_unstable();
                all.dedup();
                for term in all {
                    postings.entry(term).or_default().1.push(position as u32);
                }
            }
            let count = names.len() as f32;
            let mut squares = vec![0.0_f32; names.len()];
            for (weight, holders) in postings.values_mut() {
                *weight = (count / holders.len() as f32).ln() + 0.1;
                for holder in holders.iter() {
                    squares[*holder as usize] += *weight * *weight;
                }
            }
            for (name, square) in names.iter_mut().zip(squares) {
                name.norm[layer] = square.sqrt();
            }
            postings
        });
        Self { phrases, names, postings }
    }

    /// How near each name of the list is to a title: position and score.
    fn near(&self, title: &Title) -> Vec<(usize, f32)> {
        let layer = usize::from(!title.marked);
        let key = if title.marked { &title.exact } else { &title.folded };
        let mut dots = vec![0.0_f32; self.names.len()];
        let mut square = 0.0;
        for term in terms::terms(&key.join(" ")) {
            if let Some((weight, holders)) = self.postings[layer].get(&term) {
                square += weight * weight;
                for holder in holders {
                    dots[*holder as usize] += weight * weight;
                }
            }
        }
        let length = f32::max(square.sqrt(), 1.0);
        let scored = dots.into_iter().zip(&self.names).map(|(dot, name)| dot / (length * name.norm[layer]));
        scored.enumerate().filter(|(_, score)| *score > NEAR).collect()
    }

    fn propose(&self, written: &str, limit: usize) -> Vec<OccupationProposal> {
        let cut: String = tidy_line(written).chars().take(LONGEST_TITLE).collect();
        let title = Title::new(&cut);
        let mut best: HashMap<String, OccupationProposal> = HashMap::new();
        let mut offer = |code: &str, score: f32, because: &str| {
            let known = best.get(code).map_or(0.0, |known| known.score);
            if score > known {
                best.insert(
                    code.to_owned(),
                    OccupationProposal {
                        code: code.to_owned(),
                        score,
                        because: because.to_owned(),
                    },
                );
            }
        };
        for found in self.phrases.find(&title) {
            // Two words in front: 0.8; each further word adds, each word before takes away.
            let score = 0.7 + 0.06 * found.words.min(5) as f32 - 0.015 * found.at.min(20) as f32;
            match found.lead {
                Lead::Code(code) => offer(code, score, found.phrase),
                Lead::Canonical(canonical) => {
                    for again in self.phrases.find(&Title::new(canonical)) {
                        if let Lead::Code(code) = again.lead {
                            // A synonym is weaker than the word itself; a single word in a long title says little.
                            let doubt = if found.words == 1 && title.folded.len() > 2 { 0.25 } else { 0.08 };
                            offer(code, score - doubt, found.phrase);
                        }
                    }
                }
            }
        }
        for (position, score) in self.near(&title) {
            let name = &self.names[position];
            offer(&name.code, score.min(1.0) * 0.95, &name.text);
        }
        let mut proposals: Vec<OccupationProposal> = best.into_values().collect();
        proposals.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.code.cmp(&b.code)));
        proposals.truncate(limit);
        proposals
    }
}

impl Reference {
    /// The four-digit occupations that a job title may mean, likeliest first; none where nothing fits.
    pub fn propose_occupations(&self, title: &str, limit: usize) -> Vec<OccupationProposal> {
        self.occupation_index.propose(title, limit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_the_factories_find_their_occupation() {
        for (title, code) in [
            ("Công nhân may", "8153"),
            ("cong nhan may", "8153"),
            ("CÔNG NHÂN MAY CÔNG NGHIỆP - KCN Tiền Hải", "8153"),
            ("Công nhân lắp ráp điện tử", "8202"),
            ("Tuyển gấp thợ hàn CO2", "7212"),
            ("tho han", "7212"),
            ("Kế toán tổng hợp", "2411"),
            ("nhân viên kế toán", "4311"),
            ("ke toan kho", "4311"),
            ("Lái xe nâng", "8344"),
            ("Lái xe tải", "8332"),
            ("tài xế", "8322"),
            ("Nhân viên bảo vệ", "5401"),
            ("thủ kho", "4321"),
            ("Nhân viên bảo trì", "7233"),
            ("Phiên dịch tiếng Trung", "2643"),
            ("Nhân viên QC", "7543"),
            ("LĐPT", "9329"),
            ("Lao động phổ thông", "9329"),
            ("Vận hành máy CNC", "7223"),
            ("Vận hành máy ép nhựa", "8142"),
            ("Đầu bếp", "5120"),
            ("Giáo viên mầm non", "2342"),
            ("Bác sĩ thú y", "2250"),
            ("Thợ kim hoàn", "7313"),
        ] {
            let proposals = Reference::embedded().propose_occupations(title, 3);
            assert_eq!(proposals.first().map(|proposal| proposal.code.as_str()), Some(code), "{title}: {proposals:?}");
        }
    }

    #[test]
    fn marks_are_meant() {
        let codes = |title: &str| {
            Reference::embedded()
                .propose_occupations(title, 5)
                .into_iter()
                .map(|proposal| proposal.code)
                .collect::<Vec<_>>()
        };
        assert!(!codes("Kỹ sư máy").contains(&"8153".to_owned()));
        assert_ne!(codes("bán hàng").first(), codes("thợ hàn").first());
    }

    #[test]
    fn nothing_is_proposed_for_nothing() {
        assert!(Reference::embedded().propose_occupations("", 5).is_empty());
        assert!(Reference::embedded().propose_occupations("???", 5).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn nothing_makes_it_panic(title in proptest::prelude::any::<String>()) {
            let _ = Reference::embedded().propose_occupations(&title, 5);
        }
    }
}
