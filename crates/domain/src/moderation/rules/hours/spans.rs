//! Days of work by their first and last hour: "từ 5h đến 21h", "7h - 19h30".

use crate::moderation::pattern::Patterns;
use crate::moderation::reading::{Gap, Reading};
use std::ops::Range;
use std::sync::LazyLock;

/// "Từ 5h đến 21h", "7h - 19h30": the hours that a person works.
static SPANS: LazyLock<Patterns> = LazyLock::new(|| {
    let part = "sáng|trưa|chiều|tối|đêm|khuya|am|pm|hôm_sau|hôm_trước";
    let after = "~1 đến|tới|cho_đến|cho_tới|-|tận|về|ngủ|nghỉ? ~1";
    Patterns::new(&[
        &format!("#0-24 giờ|h|g|{part} rưỡi? #0-59? {part}? {after} #0-24 giờ|h|g|{part} {part}? rưỡi? #0-59? {part}?"),
        &format!("từ #0-24 giờ|h|g? #0-59? {part}? {after} #0-24 {part}"),
        &format!("từ #0-24 giờ|h|g? rưỡi? {part} {after} #0-24 giờ|h|g? rưỡi? {part}"),
        &format!("từ #0-24 giờ|h|g? rưỡi? #0-59? {part}? {after} #0-24 giờ|h|g {part}? rưỡi? #0-59? {part}?"),
    ])
});

/// Words that make a span one of a person's day of work.
static OF_WORK: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "làm|làm_việc|lm|lam|đứng|trực|trông|canh|coi|nấu|mở_hàng|dọn|bưng|bê|lái|giao|đi_làm|chạy|gác|giờ_làm|thời_gian|ca_làm|ca|giờ_giấc|phụ|bán|dậy|ngày_làm|gio_lam|giờ|hàng_ngày|mỗi_ngày|công_việc|việc|có_mặt|ở_quán|ở_xưởng|ngồi|lịch|thông|phục_vụ|thợ|nhân_viên|chăm|rửa",
    ])
});

/// Words that make it one of something else.
static OF_OTHERS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "mở_cửa|mở|quán_mở|hoạt_động|xoay_ca|chia_ca|chọn_ca|ca_gãy|#2-4_ca|luân_phiên|giao_hàng|phục_vụ_khách|máy_chạy|theo_ca|chọn|khởi_hành|đăng_ký_ca|tuỳ|trong_khoảng|linh_hoạt|xếp_ca|chia",
    ])
});

/// The hour that a token says, with the part of the day behind it.
fn hour(reading: &Reading, at: usize, end: usize) -> Option<(f64, usize)> {
    let (mut value, length) = reading.number(at)?;
    let mut next = at + length;
    let mut minutes = false;
    // What follows a comma belongs to what follows: "22h đến 6h, đêm làm …".
    let close = |next: usize| next < end && next <= at + length + 3 && reading.tokens[next].gap == Gap::None;
    while let Some(token) = reading.tokens.get(next).filter(|_| close(next)) {
        match token.base.as_str() {
            "trua" | "chieu" | "toi" | "dem" | "khuya" | "pm" if value < 12.0 && !(matches!(token.base.as_str(), "dem" | "khuya") && value < 6.0) => {
                // "5h tới 9h", "7h-11h chiều 13h": before a number it belongs to what follows.
                if reading.number(next + 1).is_some() && reading.tokens[next + 1].gap == Gap::None {
                    break;
                }
                value += 12.0;
            }
            "dem" | "khuya" if (value - 12.0).abs() < 0.1 => value = 24.0,
            "ruoi" => value += 0.5,
            "gio" | "h" | "g" | "sang" | "am" | "hom" | "dem" | "toi" | "chieu" | "trua" => {}
            _ if token.number.is_some_and(|number| number < 60.0) && !minutes && token.range.start == reading.tokens[next - 1].range.end => {
                minutes = true;
                value += token.number.unwrap_or(0.0) / 60.0;
            }
            _ => break,
        }
        next += 1;
    }
    Some((value, next))
}

/// Days of work by what is said of their beginning and end, and how many hours lie between.
pub(super) fn days(reading: &Reading) -> Vec<(Range<usize>, f64)> {
    let mut found = Vec::new();
    for span in SPANS.all(reading) {
        let begins = reading
            .number(span.start)
            .is_some_and(|(_, length)| span.start + length < span.end && reading.tokens[span.start].base != "tu");
        let first = span.start + usize::from(!begins);
        let Some((from, next)) = hour(reading, first, span.end) else { continue };
        let Some((to, _)) = (next..span.end).find_map(|at| reading.number(at).and_then(|_| hour(reading, at, (span.end + 1).min(reading.len())))) else {
            continue;
        };
        // "6h-14h, ca 2: 14h-22h" are two shifts.
        if span.clone().skip(1).any(|at| matches!(reading.tokens[at].base.as_str(), "ca" | "kip")) {
            continue;
        }
        let long = if to > from { to - from } else { to + 24.0 - from };
        let clause = reading.clause_start(span.start);
        let before = span.start.saturating_sub(7).max(clause.min(span.start.saturating_sub(4)))..span.start + 1;
        let works = before.clone().any(|at| OF_WORK.at(reading, at).is_some()) || reading.tokens[span.start].gap == Gap::End;
        let denied = |at: usize| at > 0 && reading.tokens[at - 1].base == "khong";
        let others = before
            .chain(span.start + 1..(span.end + 5).min(reading.len()))
            .any(|at| !denied(at) && OF_OTHERS.at(reading, at).is_some());
        if works && !others {
            found.push((span, long));
        }
    }
    found
}

/// Those of more than twelve hours.
pub(super) fn long_days(reading: &Reading) -> Vec<Range<usize>> {
    days(reading).into_iter().filter(|(_, long)| (12.4..=20.0).contains(long)).map(|(span, _)| span).collect()
}
