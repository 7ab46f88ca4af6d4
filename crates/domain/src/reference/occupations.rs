//! From a free job title to occupations of the national list: what the form calls "mã nghề do Tổ
//! chức dịch vụ việc làm ghi". The system proposes, the staff decide.
//!
//! Known phrases (our own hints) weigh most: the longer the more, in front more than behind, and least
//! among the conditions. What the best of them leads to is then read together with the role ("trưởng
//! phòng", "kỹ sư") and with what a seller sells. Names of the list that are like the title and the
//! neighbours of what was found fill the remaining places. Marks that are typed are meant: "may" and
//! "máy" are two words unless the title has no marks at all.

mod hints;
#[cfg(test)]
mod labelled;
mod names;
mod neighbours;
mod roles;
mod terms;
mod title;
mod words;

use super::lookup::Reference;
use super::read::Lists;
use crate::text::tidy_line;
use hints::{Found, hints, refine, zones};
use names::Names;
use neighbours::neighbours;
use terms::{FoundPhrase, Phrases};
use title::{Title, Zone};
use words::{CHANGES, MARKED_CHANGES, ROLES, Role, TRADES, Trade};

/// The most characters of a title that are looked at.
pub const LONGEST_TITLE: usize = 200;

/// Names of the list say this much less than hints where there are hints.
const NAME_BESIDE_HINTS: f32 = 0.48;

/// The groups of the leaders of state, party and associations.
const OFFICES: [&str; 7] = ["10", "11", "12", "13", "14", "15", "16"];

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
    /// A hint's occupation, and how many others the phrase leads to before.
    Code(String, usize),
    /// The phrase that a synonym stands for.
    Canonical(String),
    Role(Role),
    Trade(Trade),
    /// What follows counts less; whether only where marks are typed.
    Change(Zone, bool),
}

/// The words of all occupations. Built once.
#[derive(Debug)]
pub(super) struct OccupationIndex {
    phrases: Phrases<Lead>,
    names: Names,
}

impl OccupationIndex {
    pub(super) fn new(lists: &Lists) -> Self {
        let mut phrases = Phrases::default();
        let mut known = std::collections::HashMap::<&str, usize>::new();
        for hint in &lists.occupation_hints {
            let before = known.entry(&hint.phrase).or_default();
            phrases.add(&hint.phrase, false, Lead::Code(hint.code.clone(), *before));
            *before += 1;
        }
        for group in &lists.synonyms {
            // A single word that is ambiguous even with its marks ("CN": công nhân, chi nhánh) leads nowhere.
            for variant in group.variants.iter().filter(|variant| variant.contains(' ') || !group.exact_only.contains(variant)) {
                phrases.add(variant, group.exact_only.contains(variant), Lead::Canonical(group.canonical.clone()));
            }
        }
        for (role, words) in ROLES {
            words.split("; ").for_each(|words| phrases.add(words, false, Lead::Role(*role)));
        }
        for (trade, words) in TRADES {
            words.split("; ").for_each(|words| phrases.add(words, false, Lead::Trade(*trade)));
        }
        for (list, marked) in [(CHANGES, false), (MARKED_CHANGES, true)] {
            for (zone, words) in list {
                words.split("; ").for_each(|words| phrases.add(words, false, Lead::Change(*zone, marked)));
            }
        }
        Self {
            phrases,
            names: Names::new(lists),
        }
    }

    fn propose(&self, written: &str, limit: usize) -> Vec<OccupationProposal> {
        let cut: String = tidy_line(written).chars().take(LONGEST_TITLE).collect();
        let title = Title::new(&cut);
        let phrases = self.phrases.find(&title);
        let zones = zones(&title, &phrases);
        let mut hints = hints(&title, &phrases, &zones);
        if hints.is_empty() {
            hints = self.by_synonyms(&phrases);
        }
        let mut proposals = Proposals::default();
        for hint in &hints {
            proposals.offer(hint.code, hint.score, hint.because);
        }
        let best = hints.iter().reduce(|best, hint| if hint.score > best.score { hint } else { best });
        refine(&title, &phrases, &zones, best, &mut proposals);
        let share = if proposals.0.is_empty() { 0.95 } else { NAME_BESIDE_HINTS };
        for (name, score) in self.names.near(&title) {
            // Offices of state and party are named with everyday words ("làm việc", "văn phòng").
            if !hints.is_empty() && OFFICES.iter().any(|office| name.code.starts_with(office)) {
                continue;
            }
            proposals.offer(&name.code, score.min(1.0) * share, &name.text);
        }
        proposals.sort();
        // What the best may be instead, then what the second may be.
        for (rank, score) in [(0, 0.5), (1, 0.25)] {
            let Some(from) = proposals.0.get(rank).cloned() else { break };
            for (place, code) in neighbours(&from.code).enumerate() {
                proposals.offer(code, f32::min(score - 0.05 * place as f32, from.score - 0.01), &from.because);
            }
        }
        proposals.sort();
        proposals.0.truncate(limit);
        proposals.0
    }

    /// What synonyms lead to where no hint is in a title.
    fn by_synonyms<'i>(&'i self, phrases: &[FoundPhrase<'i, Lead>]) -> Vec<Found<'i>> {
        let mut found = Vec::new();
        for phrase in phrases {
            let Lead::Canonical(canonical) = phrase.lead else { continue };
            for again in self.phrases.find(&Title::new(canonical)) {
                if let Lead::Code(code, _) = again.lead {
                    let score = 0.5 + 0.06 * phrase.words as f32 - 0.01 * phrase.at.min(20) as f32;
                    found.push(Found {
                        code,
                        because: phrase.phrase,
                        at: phrase.at,
                        words: phrase.words,
                        score,
                    });
                }
            }
        }
        found
    }
}

/// Proposals, one a code.
#[derive(Default)]
struct Proposals(Vec<OccupationProposal>);

impl Proposals {
    fn offer(&mut self, code: &str, score: f32, because: &str) {
        match self.0.iter_mut().find(|known| known.code == code) {
            Some(known) if known.score >= score => {}
            Some(known) => {
                known.score = score;
                because.clone_into(&mut known.because);
            }
            None => self.0.push(OccupationProposal {
                code: code.to_owned(),
                score,
                because: because.to_owned(),
            }),
        }
    }

    fn sort(&mut self) {
        self.0.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.code.cmp(&b.code)));
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
    fn role_field_and_place_in_the_title_decide_together() {
        for (title, code) in [
            ("Nhân Viên Kế Toán - Bán Hàng", "4311"),
            ("Thủ Kho Thương Mại Điện Tử", "4321"),
            ("Trưởng Phòng Kế Toán (Nữ)", "1731"),
            ("Phó Phòng Hành Chính - Nhân Sự", "1732"),
            ("Marketing Manager", "1733"),
            ("Trợ Lý Giám Đốc Kinh Doanh", "3343"),
            ("Tổ Trưởng Xưởng In", "3122"),
            ("Kỹ Sư Hiện Trường - Điện Nhẹ", "2151"),
            ("Kĩ sư cơ điện", "2151"),
            ("Nhân Viên Kinh Doanh Phần Mềm", "2434"),
            ("Nhân Viên Kinh Doanh / Sales Ô Tô", "5223"),
            ("Nhân Viên Kinh Doanh Phụ Tùng Ô Tô", "3322"),
            ("Nhân Viên Sales Tại Showroom", "5223"),
            ("Telesales Khóa Học Tiếng Anh", "5244"),
            ("Nhân Viên Kế Toán Biết Tiếng Hàn", "4311"),
            ("Nhân Viên Tiếng Hàn", "2643"),
            ("Kế Toán Nội Bộ - Lương Cao, Đi Làm Ngay Tại Công Ty Sản Xuất Giày Da", "4311"),
            ("Tuyển Nhân Viên Kho", "4321"),
            ("[Hà Nội] Nhân Viên Vận Hành Sàn TMĐT", "2431"),
        ] {
            let proposals = Reference::embedded().propose_occupations(title, 5);
            assert_eq!(proposals.first().map(|proposal| proposal.code.as_str()), Some(code), "{title}: {proposals:?}");
        }
    }

    #[test]
    fn free_places_are_filled_with_neighbours() {
        let codes: Vec<_> = Reference::embedded().propose_occupations("Kế toán", 5).into_iter().map(|proposal| proposal.code).collect();
        assert_eq!(codes, ["4311", "2411", "3313", "4313", "1731"]);
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
