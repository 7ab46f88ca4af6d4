//! Which strings of letters can be a Vietnamese syllable: so that "ph1" is read as "phí" and "hsk4" is
//! left alone, and "c.ọ.c" becomes a word and "K.C.N" doesn't.

/// Onsets, the longer ones first.
const ONSETS: [&str; 28] = [
    "ngh", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr", "b", "c", "d", "g", "h", "k", "l", "m", "n", "p", "q", "r", "s", "t", "v", "x", "",
];

/// Rimes, folded, in order.
const RIMES: [&str; 121] = [
    "a", "ac", "ach", "ai", "am", "an", "ang", "anh", "ao", "ap", "at", "au", "ay", "e", "ec", "ech", "em", "en", "eng", "enh", "eo", "ep", "et", "eu", "i", "ia", "ich", "iec",
    "iem", "ien", "ieng", "iep", "iet", "ieu", "im", "in", "inh", "ip", "it", "iu", "o", "oa", "oac", "oach", "oai", "oam", "oan", "oang", "oanh", "oao", "oap", "oat", "oay", "oc",
    "oe", "oen", "oeo", "oet", "oi", "om", "on", "ong", "ooc", "oong", "op", "ot", "u", "ua", "uan", "uang", "uat", "uay", "uc", "ue", "uech", "uen", "uenh", "ui", "um", "un",
    "ung", "uo", "uoc", "uoi", "uom", "uon", "uong", "uop", "uot", "uou", "up", "ut", "uu", "uy", "uya", "uych", "uyen", "uyet", "uynh", "uyp", "uyt", "uyu", "y", "ya", "ych",
    "yec", "yem", "yen", "yeng", "yep", "yet", "yeu", "yn", "ynh", "yt", "yu", "oem", "oot", "uec", "uep", "uet",
];

/// Whether folded letters can be one syllable.
pub(super) fn is_syllable(folded: &str) -> bool {
    ONSETS.iter().any(|onset| folded.strip_prefix(onset).is_some_and(|rime| RIMES.contains(&rime)))
        // "gì", "quy": the vowel is shared.
        || folded == "gi"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_told_from_other_letters() {
        for yes in ["phi", "coc", "ngoai", "nghieng", "quyen", "gi", "giuong", "khuyu", "an", "thuoc", "yeu", "xoong", "tuyen", "nu"] {
            assert!(is_syllable(yes), "{yes}");
        }
        for no in ["hska", "kcn", "abc", "xkld", "cty", "", "th", "zalo", "pnhan", "wifi", "coocc"] {
            assert!(!is_syllable(no), "{no}");
        }
    }
}
