//! Which strings of letters can be a Vietnamese syllable: so that "ph1" is read as "phí" and "hsk4" is
//! left alone, and "c.ọ.c" becomes a word and "K.C.N" doesn't.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Onsets, the longer ones first.
const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "q", "r", "s", "t", "v", "x", "",
];

/// Rimes, folded, in order.
const RIMES: [&str; 121] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec", "ech", "em", "en", "eng", "enh", "eo", "ep", "et", "eu", "i", "ia", "ich", "iec",
    "iem", "ien", "ieng", "iep", "iet", "ieu", "im", "in", "inh", "ip", "it", "iu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay",
    "oc", "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", "u", "ua", "uan", "uang", "uat", "uay", "uc", "ue", "uech", "uen", "uenh", "ui", "um",
    "un", "ung", "uo", "uoc", "uoi", "uom", "uon", "uong", "uop", "uot", "uou", "up", "ut", "uu", "uy", "uya", "uych", "uyen", "uyet", "uynh", "uyp", "uyt", "uyu", "y", "ya",
    "ych", "yec", "yem", "yen", "yeng", "yep", "yet", "yeu", "yn", "ynh", "yt", "yu", "oem", "oot", "uec", "uep", "uet",
];

/// All that can be made of them, and "gì", whose vowel is shared.
static SYLLABLES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let made = ONSETS.iter().flat_map(|onset| RIMES.iter().map(move |rime| format!("{onset}{rime}")));
    made.chain(["gi".to_owned()]).collect()
});

/// Whether folded letters can be one syllable.
pub(super) fn is_syllable(folded: &str) -> bool {
    SYLLABLES.contains(folded)
}

/// Rimes that are always written with a mark: who leaves it out writes without marks.
const NEVER_BARE: [&str; 39] = [
    "iec", "iem", "ien", "ieng", "iep", "iet", "ieu", "uoc", "uoi", "uom", "uon", "uong", "uop", "uot", "uou", "uyen", "uyet", "uyu", "uu", "yec", "yem", "yen", "yeng", "yep",
    "yet", "yeu", "enh", "eu", "uay", "uen", "uenh", "uech", "uec", "uep", "uet", "ech", "uo", "uan", "uang",
];

/// Whether a syllable may be written as it is: a final stop has one of two tones, and some rimes have
/// their marks always. `key` is its [`crate::text::exact_key`].
pub(super) fn is_proper(key: &str, folded: &str) -> bool {
    if folded.ends_with(['c', 'p', 't']) || folded.ends_with("ch") {
        return key.ends_with(['2', '5']);
    }
    let is_marked = !key.is_ascii() || key.ends_with(|c: char| c.is_ascii_digit());
    // "qu" takes its u with it: "quan", "quang".
    let rime = ONSETS.iter().find_map(|onset| folded.strip_prefix(onset)).unwrap_or(folded);
    is_marked || !NEVER_BARE.contains(&rime)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_mark_shows_itself() {
        for yes in ["nam", "cao", "quan", "phi", "năm", "cọc", "tuổi", "mua", "thu"] {
            assert!(is_proper(&crate::text::exact_key(yes), &crate::text::fold(yes)), "{yes}");
        }
        for no in ["tuoi", "coc", "nguoi", "đăt", "tuyen", "luong", "tuong", "huu"] {
            assert!(!is_proper(&crate::text::exact_key(no), &crate::text::fold(no)), "{no}");
        }
    }

    #[test]
    fn syllables_are_told_from_other_letters() {
        for yes in [
            "phi", "coc", "ngoai", "nghieng", "quyen", "gi", "giuong", "khuyu", "an", "thuoc", "yeu", "xoong", "tuyen", "nu",
        ] {
            assert!(is_syllable(yes), "{yes}");
        }
        for no in ["hska", "kcn", "abc", "xkld", "cty", "", "th", "zalo", "pnhan", "wifi", "coocc"] {
            assert!(!is_syllable(no), "{no}");
        }
    }
}
