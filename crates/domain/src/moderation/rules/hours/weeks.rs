//! Weeks of work by arithmetic: "ngày 10 tiếng" and "26 công" are lawful each, and sixty hours together.

use super::EXCUSES;
use super::spans::days;
use crate::moderation::pattern::Patterns;
use crate::moderation::phrases::Phrases;
use crate::moderation::reading::Reading;
use std::ops::Range;
use std::sync::LazyLock;

/// Hours of a day or shift.
static DAY: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        &[
            "#8.5-16 {giờ} ~1 ngày|một_ngày|mỗi_ngày|1_ngày|ca|một_ca|mỗi_ca|1_ca|hôm|công|một_công|1_công",
            "ngày|mỗi_ngày|một_ngày|1_ngày|ca|mỗi_ca|ca_làm|công|một_công -2 #8.5-16 {giờ} !#|đến|tới|sáng|tối|đêm|chiều|trưa|có",
            "chế_độ|thời_gian|làm|làm_việc -1 #9-16 {giờ} !#|đến|tới|sáng|tối|đêm|chiều|trưa|mỗi_tuần|tuần|một_tuần|tháng",
            "tuần|một_tuần|mỗi_tuần -3 #8.5-16 {giờ} ~1 mỗi|một|1|/? ngày",
        ],
        EXCUSES,
        &["không_phải", "không_bao_giờ", "không_làm", "không_quá"],
        3,
    )
});

/// Days of a week or a month, and words that say how many.
static DAYS: LazyLock<[(Patterns, Count); 5]> = LazyLock::new(|| {
    [
        (
            Patterns::new(&[
                "#5-7 ngày|buổi|ca|hôm|công|suất ~1 tuần|một_tuần|mỗi_tuần|trên_tuần|trong_tuần|1_tuần",
                "tuần|một_tuần|mỗi_tuần|1_tuần ~2 #5-7 ngày|buổi|ca|hôm|công|đêm",
            ]),
            Count::InWeek,
        ),
        (
            Patterns::new(&[
                "#24-31 công|ngày_công|ca|suất",
                "#24-31 ngày ~1 tháng|một_tháng|mỗi_tháng|trong_tháng",
                "tháng|mỗi_tháng|một_tháng -3 #24-31 ngày",
            ]),
            Count::InMonth,
        ),
        (
            Patterns::new(&[
                "nghỉ|off|được_nghỉ ~1 #1-4 ngày|buổi|hôm ~1 tháng|một_tháng|mỗi_tháng|trong_tháng",
                "tháng|mỗi_tháng|một_tháng ~1 nghỉ|off|được_nghỉ|được_off ~1 #1-4 ngày|buổi|hôm",
            ]),
            Count::OffInMonth,
        ),
        (
            Patterns::new(&[
                "t2|thứ_2|thứ_hai|hai ~1 đến|tới|hết? ~1 t7|thứ_7|thứ_bảy|thứ_bẩy|bảy",
                "nghỉ|off|trừ|được_nghỉ ~1 chủ_nhật|cn|ngày_chủ_nhật",
                "chủ_nhật|cn ~1 nghỉ|được_nghỉ|off",
                "nghỉ|off|được_nghỉ ~1 #1 ngày|buổi|hôm ~1 tuần|một_tuần|mỗi_tuần|trong_tuần|1_tuần",
                "tuần|một_tuần|mỗi_tuần|1_tuần ~2 nghỉ|off|được_nghỉ ~1 #1 ngày|buổi|hôm",
                "sáu ngày_tuần",
            ]),
            Count::Six,
        ),
        (
            Patterns::new(&[
                "thứ_hai|thứ_2|t2 ~1 đến|tới|hết? ~1 chủ_nhật|cn",
                "cả_tuần|7_7",
                "<lương|thưởng|công|tính|hết cả_tháng !lương|thưởng|được",
                "đủ|cả|hết|trọn|kín #7 ngày|buổi|ca",
            ]),
            Count::Seven,
        ),
    ]
});

/// What a number of days counts.
#[derive(Clone, Copy)]
enum Count {
    InWeek,
    InMonth,
    OffInMonth,
    Six,
    Seven,
}

/// Words that make hours and days another matter: shifts that change, work by the hour, machines.
static OTHERS: LazyLock<Patterns> = LazyLock::new(|| {
    Patterns::new(&[
        "linh_hoạt|part_time|bán_thời_gian|tự_chọn|tùy_chọn|đăng_ký_ca|chọn_ca|luân_phiên|xoay_ca|chia_ca|chia_kíp|nghỉ_bù|làm_#_nghỉ_#|#_ngày_nghỉ_#|tối_đa|không_quá",
        "gồm|bao_gồm|kể_cả|tính_cả|trong_đó|đã_tính|cả ~3 nghỉ_trưa|tăng_ca|giờ_nghỉ|giờ_ăn|ăn_trưa|nghỉ_giữa",
    ])
});

/// How many days of a week a text says that people work, and where.
fn days_of_week(reading: &Reading) -> Option<(f64, Range<usize>)> {
    DAYS.iter()
        .flat_map(|(patterns, count)| patterns.all(reading).map(move |span| (*count, span)))
        .filter_map(|(count, span)| {
            let within = |from: f64, to: f64| {
                span.clone()
                    .find_map(|at| reading.number(at).map(|(number, _)| number).filter(|number| (from..=to).contains(number)))
            };
            let days = match count {
                Count::InWeek => within(5.0, 7.0)?,
                Count::InMonth => within(24.0, 31.0)? * 12.0 / 52.0,
                Count::OffInMonth => (30.0 - within(1.0, 4.0)?) * 12.0 / 52.0,
                Count::Six => 6.0,
                Count::Seven => 7.0,
            };
            Some((days, span))
        })
        .max_by(|(one, _), (other, _)| one.total_cmp(other))
}

/// Hours of a day times days of a week, where that is more than 48.
pub(super) fn long_weeks(reading: &Reading) -> Vec<Range<usize>> {
    let mut hours: Vec<(f64, Range<usize>)> = Vec::new();
    for span in DAY.find(reading) {
        let said = span
            .clone()
            .filter_map(|at| reading.number(at).map(|(number, _)| number))
            .filter(|number| (8.5..=16.0).contains(number));
        hours.extend(said.reduce(f64::max).map(|number| (number, span)));
    }
    // Of a span the break at noon is no work; nobody says how long it is.
    hours.extend(
        days(reading)
            .into_iter()
            .filter(|(_, long)| (10.6..=18.0).contains(long))
            .map(|(span, long)| (long - 1.5, span)),
    );
    if hours.is_empty() || OTHERS.all(reading).next().is_some() {
        return Vec::new();
    }
    let Some((days, span)) = days_of_week(reading) else { return Vec::new() };
    let mut found: Vec<Range<usize>> = hours.into_iter().filter(|(hours, _)| hours * days > 49.0).map(|(_, span)| span).collect();
    if !found.is_empty() {
        found.push(span);
    }
    found
}
