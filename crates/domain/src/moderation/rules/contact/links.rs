//! Links, looked for in the pieces of a text: the reader may have joined or mended their parts.

use crate::moderation::pieces::{Piece, pieces};
use crate::moderation::reading::Reading;
use crate::text::fold;
use std::ops::Range;

/// Hosts that shorten links.
const SHORTENERS: &[&str] = &[
    "bit.ly",
    "bitly.com",
    "bit.do",
    "tinyurl.com",
    "tiny.url",
    "tiny.cc",
    "tiny.one",
    "s.id",
    "cutt.ly",
    "cut.ly",
    "t.ly",
    "t.co",
    "by.com.vn",
    "goo.gl",
    "shorturl.at",
    "shorturl.asia",
    "shorten.asia",
    "shorten.ly",
    "is.gd",
    "v.gd",
    "rb.gy",
    "ow.ly",
    "bom.so",
    "rebrand.ly",
    "shorte.st",
    "adf.ly",
    "linktr.ee",
    "lnkd.in",
    "gg.gg",
    "gotiny.cc",
    "u.to",
    "kutt.it",
    "chilp.it",
    "urlz.fr",
    "soo.gd",
    "tly.vn",
    "short.gy",
    "surl.li",
    "t2m.io",
    "buff.ly",
    "clck.ru",
    "da.gd",
    "rip.to",
    "link.vn",
    "me2.do",
    "n9.cl",
    "ouo.io",
    "shrtco.de",
    "vn.link",
    "urlvn.net",
    "ln.run",
    "lnk.bio",
    "beacons.ai",
    "byvn.net",
    "lin.ee",
    "forms.gle",
];

/// Ends of host names that are written in postings.
const ENDS: &[&str] = &[
    "com", "vn", "net", "org", "info", "me", "ly", "io", "top", "xyz", "shop", "site", "online", "club", "asia", "biz", "cc", "co", "app", "link", "page", "gd", "gl", "id", "gy",
    "at", "gle", "ru", "cn", "us", "store", "pro", "vip", "icu", "to",
];

/// Programs and firms with a dot in their names.
const NO_LINKS: &[&str] = &["asp", "vb", "node", "ado", "booking", "dot"];

/// A piece with its letters folded.
struct Part {
    piece: Piece,
    folded: String,
}

fn parts(text: &str) -> Vec<Part> {
    let part = |piece: Piece| Part { folded: fold(&piece.text), piece };
    pieces(text).into_iter().map(part).collect()
}

/// A dot as a word.
fn is_dot_word(part: &Part) -> bool {
    matches!(part.folded.as_str(), "cham" | "dot") && part.piece.signs.chars().all(|c| matches!(c, '[' | '(' | '.' | '{'))
}

/// Where the next label begins after a dot that stands before a piece, and whether the dot is plain.
fn after_dot(parts: &[Part], at: usize) -> Option<(usize, bool)> {
    let part = parts.get(at)?;
    let piece = &part.piece;
    if piece.line {
        return None;
    }
    if is_dot_word(part) {
        return (at + 1 < parts.len()).then_some((at + 1, true));
    }
    let is_dot = piece.signs.contains(['.', '。', '•']) && piece.signs.chars().all(|c| matches!(c, '.' | '[' | ']' | '(' | ')' | '{' | '}' | '。' | '•'));
    is_dot.then_some((at, !piece.spaced))
}

/// Where a label ends that begins at a piece, whole or in parts ("tiny url", "b.i.t").
fn after_label(parts: &[Part], at: usize, label: &str) -> Option<usize> {
    let mut read = 0;
    for (index, Part { piece, folded }) in parts[at..].iter().enumerate().take(label.len()) {
        let is_part = index == 0
            || (!piece.line
                && piece.signs.chars().all(|c| matches!(c, '.' | '-' | '*' | '_'))
                && (piece.signs.is_empty() || piece.text.len() == 1 || parts[at + index - 1].folded.len() == 1));
        if !is_part {
            return None;
        }
        // "b1t.ly", "t1nyurl": the digit is the letter it looks like.
        let looks = |(letter, sign): (u8, u8)| letter == sign || matches!((letter, sign), (b'i' | b'l', b'1') | (b'o', b'0') | (b'e', b'3'));
        let rest = &label.as_bytes()[read..];
        if folded.len() > rest.len() || !rest.iter().copied().zip(folded.bytes()).all(looks) {
            return None;
        }
        read += folded.len();
        if read == label.len() {
            return Some(at + index + 1);
        }
    }
    None
}

/// Whether a path begins at a piece: "/vidu", "gạch chéo vidu".
fn is_path(part: Option<&Part>) -> bool {
    part.is_some_and(|part| part.piece.signs.starts_with('/') || matches!(part.folded.as_str(), "slash" | "xuyet" | "gach" | "xec" | "sec" | "xet" | "cheo" | "suyet"))
}

/// Where a host ends that begins at a piece.
fn after_host(parts: &[Part], at: usize, host: &str) -> Option<usize> {
    let (mut next, mut sure, mut spoken) = (at, true, false);
    for (index, label) in host.split('.').enumerate() {
        if index > 0 {
            let (start, plain) = after_dot(parts, next)?;
            spoken |= start > next;
            (next, sure) = (start, sure && plain);
        }
        next = after_label(parts, next, label)?;
    }
    // "Size s. Id card": short or spaced names are hosts only before a path.
    let is_short = host.len() <= 5 && !spoken;
    let first = &parts[at].piece;
    let part_of_other = first.signs.ends_with('.') && !first.spaced && at > 0 && parts[at - 1].folded != "www";
    ((sure && !is_short && !part_of_other) || is_path(parts.get(next))).then_some(next)
}

/// The tokens that stand for some pieces.
fn tokens(reading: &Reading, parts: &[Part]) -> Option<Range<usize>> {
    let (from, to) = (parts.first()?.piece.range.start, parts.last()?.piece.range.end);
    let first = reading.tokens.partition_point(|token| token.range.end <= from);
    let last = reading.tokens.partition_point(|token| token.range.start < to);
    (first < last).then_some(first..last)
}

/// Links that hide where they lead.
pub(in super::super) fn short_links(text: &str, reading: &Reading) -> Vec<Range<usize>> {
    let parts = parts(text);
    let found = (0..parts.len()).filter_map(|at| {
        let end = SHORTENERS
            .iter()
            .filter(|host| host.as_bytes().first() == parts[at].folded.as_bytes().first())
            .filter_map(|host| after_host(&parts, at, host))
            .max()?;
        tokens(reading, &parts[at..end])
    });
    found.collect()
}

/// Links and addresses: "www.…", "….com", "m.me/…".
pub(super) fn links(text: &str, reading: &Reading) -> Vec<Range<usize>> {
    let parts = parts(text);
    let mut found = Vec::new();
    for at in 0..parts.len() {
        if matches!(parts[at].folded.as_str(), "http" | "https" | "www") {
            found.extend(tokens(reading, &parts[at..(at + 3).min(parts.len())]));
            continue;
        }
        let (mut next, mut name) = (at + 1, parts[at].piece.text.to_lowercase());
        while let Some((start, plain)) = after_dot(&parts, next).filter(|_| next < at + 8) {
            let text = &parts[start].piece.text;
            let label = text.to_lowercase();
            let spoken = start > next;
            let is_end = ENDS.contains(&label.as_str());
            let sure = matches!(label.as_str(), "com" | "vn" | "net" | "org" | "me" | "info") && name.len() > 1 && plain && !text.starts_with(char::is_uppercase);
            let letters = name.is_ascii() && name.contains(|c: char| c.is_alphabetic());
            if is_end && letters && !NO_LINKS.contains(&name.as_str()) && (is_path(parts.get(start + 1)) && (plain || spoken) || sure) {
                found.extend(tokens(reading, &parts[at..=start]));
            }
            if !plain && !spoken {
                break;
            }
            (next, name) = (start + 1, label);
        }
    }
    found
}
