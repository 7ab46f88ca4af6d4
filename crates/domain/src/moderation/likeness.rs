//! Whether two postings are nearly the same text: MinHash over runs of three folded words (Broder, "On
//! the resemblance and containment of documents", 1997), cut into bands so that likely pairs are found
//! by looking up equal numbers (locality-sensitive hashing; Leskovec, Rajaraman, Ullman, "Mining of
//! Massive Datasets", chapter 3). A likely pair is then compared exactly.

use crate::text::{fold, words};
use crate::vacancy::VacancyContent;

/// How many bands a text has.
pub const BANDS: usize = 16;
/// Hashes a band. With 16 bands of 8, two texts that share 80 % are found in 95 % of cases, those that
/// share 90 % nearly always, those that share half in 6 %.
const ROWS: usize = 8;
/// Words a run.
const RUN: usize = 3;
/// A text of fewer words says too little to be called a copy: "Công nhân may" is nobody's own.
const LEAST_WORDS: usize = 15;
/// From what share of common runs on two texts are nearly the same.
pub const NEAR: f64 = 0.8;

/// What of a text is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Hashes of the runs of words, sorted, each once.
    runs: Vec<u64>,
}

impl Likeness {
    /// Of a posting's words, wherever they stand; `None` where there are too few.
    pub fn of(content: &VacancyContent) -> Option<Self> {
        Self::of_text(&format!("{}\n{}\n{}", content.title, content.description, content.requirements))
    }

    /// Of a text; `None` where it is too short.
    pub fn of_text(text: &str) -> Option<Self> {
        let words: Vec<String> = words(text).map(fold).collect();
        if words.len() < LEAST_WORDS {
            return None;
        }
        let mut runs: Vec<u64> = words.windows(RUN).map(hash).collect();
        runs.sort_unstable();
        runs.dedup();
        Some(Self { runs })
    }

    /// The numbers to look up: texts that are nearly the same have one in common.
    pub fn bands(&self) -> [i64; BANDS] {
        let mut bands = [0; BANDS];
        for (band, number) in bands.iter_mut().enumerate() {
            // The band goes into the number, so that one index serves all of them.
            let mut mixed = mix(band as u64);
            for row in 0..ROWS {
                let seed = mix((band * ROWS + row) as u64 + 1);
                let least = self.runs.iter().map(|run| mix(run ^ seed)).min().unwrap_or_default();
                mixed = mix(mixed ^ least);
            }
            *number = mixed as i64;
        }
        bands
    }

    /// The share of runs that two texts have in common, 0 to 1 (Jaccard).
    pub fn resemblance(&self, other: &Self) -> f64 {
        let (mut at, mut common) = (0, 0_usize);
        for run in &self.runs {
            while other.runs.get(at).is_some_and(|theirs| theirs < run) {
                at += 1;
            }
            common += usize::from(other.runs.get(at) == Some(run));
        }
        common as f64 / (self.runs.len() + other.runs.len() - common).max(1) as f64
    }

    /// Whether two texts are nearly the same.
    pub fn is_near(&self, other: &Self) -> bool {
        self.resemblance(other) >= NEAR
    }
}

/// FNV-1a over the words of a run: the same on every machine and in every release, as it is stored.
fn hash(run: &[String]) -> u64 {
    let bytes = run.iter().flat_map(|word| word.bytes().chain([b' ']));
    mix(bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)))
}

/// The finalizer of SplitMix64: every bit of the number moves every bit of the result.
fn mix(number: u64) -> u64 {
    let number = number.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    number ^ (number >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TEXT: &str = "Công nhân may công nghiệp. May các công đoạn áo sơ mi trên máy một kim, kiểm tra đường may và giao hàng \
        cho tổ trưởng. Làm ca ngày, có xe đưa đón từ Diêm Điền, ăn trưa tại nhà ăn, thưởng chuyên cần hằng tháng, nghỉ chủ nhật.";

    fn common(one: &Likeness, other: &Likeness) -> usize {
        one.bands().iter().zip(other.bands()).filter(|(one, other)| **one == *other).count()
    }

    #[test]
    fn a_text_without_marks_is_the_same_text() {
        let (one, other) = (Likeness::of_text(TEXT).unwrap(), Likeness::of_text(&fold(TEXT)).unwrap());
        assert_eq!(one, other);
        assert_eq!(common(&one, &other), BANDS);
    }

    #[test]
    fn a_word_changed_is_nearly_the_same_and_another_job_is_not() {
        let one = Likeness::of_text(TEXT).unwrap();
        let near = Likeness::of_text(&TEXT.replace("Diêm Điền", "Tiền Hải")).unwrap();
        assert!(one.is_near(&near) && common(&one, &near) > 0, "{}", one.resemblance(&near));
        let far = Likeness::of_text("Lái xe nâng trong kho thành phẩm, xếp dỡ hàng theo phiếu, kiểm đếm và ghi sổ cuối ca, có bằng lái xe nâng là lợi thế.").unwrap();
        assert!(!one.is_near(&far) && common(&one, &far) == 0);
    }

    #[test]
    fn a_title_alone_is_nobodys_own() {
        assert_eq!(Likeness::of_text("Tuyển công nhân may làm việc tại Tiền Hải"), None);
    }

    /// The numbers are stored: a release that makes others would find no copy of what is there.
    #[test]
    fn the_numbers_stay_what_they_are() {
        let bands = Likeness::of_text(TEXT).unwrap().bands();
        assert_eq!(bands[..2], STORED);
    }

    const STORED: [i64; 2] = [-3_039_218_464_167_993_753, 8_133_118_469_056_839_086];

    proptest! {
        #[test]
        fn likely_pairs_are_found(words in proptest::collection::vec("[a-z]{3,6}", 60..120), changed in 0_usize..50) {
            let mut other = words.clone();
            let at = changed % other.len();
            other[at] = "khac".to_owned();
            let (one, other) = (Likeness::of_text(&words.join(" ")).unwrap(), Likeness::of_text(&other.join(" ")).unwrap());
            prop_assert!(one.resemblance(&other) >= 0.89);
            prop_assert!(common(&one, &other) > 0);
        }
    }
}
