//! Vietnamese writing: one form for storing, one for comparing with marks, one without.
//!
//! - [`tidy`] is applied to every text that comes in: NFC, no zero-width characters, single spaces.
//! - [`fold`] drops tones and marks and turns đ into d ("Điện tử" → "dien tu"). đ has no Unicode
//!   decomposition, so the mapping is by hand.
//! - [`exact_key`] keeps the marks but unifies the two ways of placing the tone (hòa/hoà, thủy/thuỷ)
//!   and of writing a final i (kỹ/kĩ, lý/lí, sỹ/sĩ).

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// The five tone marks as combining characters: grave, acute, hook above, tilde, dot below.
const TONES: [char; 5] = ['\u{0300}', '\u{0301}', '\u{0309}', '\u{0303}', '\u{0323}'];

/// Unicode NFC; no-break and other odd spaces become a space; zero-width and control characters go
/// (line breaks stay); runs of spaces become one; the ends are trimmed.
pub fn tidy(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    for c in written.nfc() {
        match c {
            '\n' => {
                while out.ends_with(' ') {
                    out.pop();
                }
                // At most one empty line between paragraphs.
                if !out.ends_with("\n\n") && !out.is_empty() {
                    out.push('\n');
                }
            }
            '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}' => {}
            c if c.is_whitespace() => {
                if !out.is_empty() && !out.ends_with(' ') && !out.ends_with('\n') {
                    out.push(' ');
                }
            }
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// [`tidy`] on one line: line breaks become spaces.
pub fn tidy_line(written: &str) -> String {
    tidy(&written.replace(['\n', '\r'], " "))
}

/// Lower case without tones and marks, đ as d.
pub fn fold(written: &str) -> String {
    let mut out = String::with_capacity(written.len());
    fold_into(written, &mut out);
    out
}

/// [`fold`], added to the end of `out`. ASCII, the bulk of folded text, takes a short way.
pub fn fold_into(written: &str, out: &mut String) {
    if written.is_ascii() {
        out.extend(written.chars().map(|c| c.to_ascii_lowercase()));
        return;
    }
    for c in written.nfd() {
        match c {
            'đ' | 'Đ' => out.push('d'),
            c if is_combining_mark(c) => {}
            c => out.extend(c.to_lowercase()),
        }
    }
}

/// The comparable form of one syllable with its marks: lower case, the tone moved to the end as a
/// digit (1 to 5), a final y after one of h k l m s t (and qu) written as i.
///
/// "Hoà" and "hòa" both give "hoa1"; "kỹ" and "kĩ" both "ki4"; "thủy" and "thuỷ" both "thuy3".
pub fn exact_key(syllable: &str) -> String {
    let mut tone = None;
    let mut rest = String::with_capacity(syllable.len() + 1);
    for c in syllable.nfd() {
        match TONES.iter().position(|t| *t == c) {
            Some(position) => tone = Some(position),
            None => rest.extend(c.to_lowercase()),
        }
    }
    let mut key: String = rest.nfc().collect();
    let onset = key.strip_suffix('y').unwrap_or_default();
    if matches!(onset, "h" | "k" | "l" | "m" | "s" | "t" | "qu") {
        key.pop();
        key.push('i');
    }
    if let Some(position) = tone {
        key.push(char::from(b'1' + position as u8));
    }
    key
}

/// Whether the text has any Vietnamese mark: a person who types marks means them.
pub fn has_marks(written: &str) -> bool {
    !written.is_ascii() && written.nfd().any(|c| c == 'đ' || c == 'Đ' || is_combining_mark(c))
}

/// The words of a text, folded or not: runs of letters and digits.
pub fn words(written: &str) -> impl Iterator<Item = &str> {
    written.split(|c: char| !c.is_alphanumeric() && !is_combining_mark(c)).filter(|word| !word.is_empty())
}

/// The decorative tail of an address: "Công nhân may (gấp)" → "cong-nhan-may-gap".
pub fn slug(written: &str) -> String {
    let folded = fold(written);
    let mut out = String::with_capacity(folded.len());
    for word in words(&folded) {
        if !out.is_empty() {
            out.push('-');
        }
        out.extend(word.chars().filter(char::is_ascii_alphanumeric));
        if out.len() >= 80 {
            break;
        }
    }
    out.trim_matches('-').to_owned()
}

/// The sort key of a Vietnamese name: by the last word (tên), then from the front (họ, đệm), with
/// marks folded away and kept as a tie-break.
pub fn name_sort_key(name: &str) -> String {
    let tidy = tidy_line(name);
    let mut parts: Vec<&str> = tidy.split(' ').collect();
    let given = parts.pop().unwrap_or_default();
    let line = format!("{given} {}", parts.join(" "));
    format!("{} {}", fold(&line), line.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_drops_marks_and_the_bar_of_d() {
        assert_eq!(fold("Điện tử Đứng MÁY"), "dien tu dung may");
        assert_eq!(fold("d\u{0323}ie\u{0302}\u{0323}n"), "dien");
    }

    #[test]
    fn both_tone_placements_have_one_key() {
        for (old, new) in [
            ("hòa", "hoà"),
            ("thủy", "thuỷ"),
            ("khỏe", "khoẻ"),
            ("thỏa", "thoả"),
            ("kỹ", "kĩ"),
            ("lý", "lí"),
            ("sỹ", "sĩ"),
            ("quý", "quí"),
        ] {
            assert_eq!(exact_key(old), exact_key(new), "{old} {new}");
        }
        assert_ne!(exact_key("may"), exact_key("máy"));
        assert_ne!(exact_key("han"), exact_key("hàn"));
        assert_ne!(exact_key("mỹ"), exact_key("my"));
        assert_ne!(exact_key("tay"), exact_key("tai"));
    }

    #[test]
    fn tidy_unifies_what_people_paste() {
        assert_eq!(tidy("  Xã\u{00a0} Bắc \u{200b}Đông  Quan \r\n\n\n\n hai "), "Xã Bắc Đông Quan\n\nhai");
        assert_eq!(tidy("hoa\u{0300}"), "hoà");
    }

    #[test]
    fn slugs_are_plain() {
        assert_eq!(slug("Công nhân may – KCN Tiền Hải (gấp!)"), "cong-nhan-may-kcn-tien-hai-gap");
    }

    #[test]
    fn names_sort_by_given_name() {
        let mut names = ["Trần Văn Bình", "Nguyễn Thị An", "Đỗ Văn An"];
        names.sort_by_key(|name| name_sort_key(name));
        assert_eq!(names, ["Đỗ Văn An", "Nguyễn Thị An", "Trần Văn Bình"]);
    }
}
