//! Names that are nearly another organisation's: "Cty TNHH Điện tử Sông Hoá" beside "Công ty Điện tử Sông Hóa".

use crate::text::fold;
use strsim::normalized_damerau_levenshtein;

/// How alike two names have to be, from 0 to 1.
const ALIKE: f64 = 0.86;
/// Shorter ones are alike by chance.
const SHORTEST: usize = 5;
/// What every name has.
const COMMON: [&str; 30] = [
    "cong", "ty", "cty", "ctcp", "tnhh", "co", "phan", "cp", "mtv", "mot", "thanh", "vien", "hai", "tap", "doan", "tong", "xi", "nghiep", "dntn", "doanh", "tu", "nhan", "ltd",
    "jsc", "company", "limited", "chi", "nhanh", "hop", "htx",
];

/// What tells a name from others: folded, without the words that every name has.
pub fn core(name: &str) -> String {
    let folded = fold(name);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let own: Vec<&str> = words.clone().filter(|word| !COMMON.contains(word)).collect();
    // "Công ty Cổ phần" and nothing else: then all of it.
    if own.is_empty() { words.collect::<Vec<_>>().join(" ") } else { own.join(" ") }
}

/// Whether two names, by their [`core()`], are the same to somebody who reads quickly.
pub fn are_alike(one: &str, other: &str) -> bool {
    let shortest = one.chars().count().min(other.chars().count());
    if shortest < SHORTEST {
        return one == other && !one.is_empty();
    }
    normalized_damerau_levenshtein(one, other) >= ALIKE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_nearly_anothers_is_seen() {
        let alike = |one: &str, other: &str| are_alike(&core(one), &core(other));
        for (one, other) in [
            ("Công ty TNHH Điện tử Sông Hóa", "Cty Dien tu Song Hoa"),
            ("Công ty CP May Sông Hồng", "Công ty TNHH May Sông Hông"),
            ("Samsung Electronics Việt Nam", "Samsumg Electronics Viet Nam"),
            ("Công ty Lotes Việt Nam", "Công ty TNHH Lotess Việt Nam"),
        ] {
            assert!(alike(one, other), "{one} | {other}");
        }
        for (one, other) in [
            ("Công ty May Sông Hồng", "Công ty May Hưng Hà"),
            ("Công ty TNHH Điện tử Sông Hóa", "Công ty TNHH Cơ khí Sông Trà"),
            ("Công ty An Phát", "Công ty An Phú Đông"),
            ("Công ty TNHH", "Công ty Cổ phần May 10"),
        ] {
            assert!(!alike(one, other), "{one} | {other}");
        }
    }
}
