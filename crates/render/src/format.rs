//! Dates, numbers and money as Vietnamese and English readers write them.

pub mod pay;
pub mod words;

pub use pay::{PayLine, money, money_short, pay_headline, range_short};

use chrono::{Datelike, NaiveDate, NaiveTime};
use sanviec_domain::language::Locale;
use sanviec_domain::time::{Instant, in_vietnam, vietnam_date};
use std::fmt;

/// A whole number with its groups of three: 1.284 or 1,284.
#[derive(Clone, Copy, Debug)]
pub struct Number(pub i64, pub Locale);

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Filled from the end: 20 digits, 6 separators and a sign at most.
        let separator = if self.1 == Locale::Vi { b'.' } else { b',' };
        let mut out = [0u8; 28];
        let mut at = out.len();
        let mut rest = self.0.unsigned_abs();
        let mut digits = 0;
        loop {
            if digits > 0 && digits % 3 == 0 {
                at -= 1;
                out[at] = separator;
            }
            at -= 1;
            out[at] = b'0' + (rest % 10) as u8;
            rest /= 10;
            digits += 1;
            if rest == 0 {
                break;
            }
        }
        if self.0 < 0 {
            at -= 1;
            out[at] = b'-';
        }
        f.write_str(std::str::from_utf8(&out[at..]).unwrap_or_default())
    }
}

// Digits, names of months and currencies: nothing that HTML would have to escape.
impl askama::filters::HtmlSafe for Number {}
impl askama::filters::HtmlSafe for Date {}

/// See [`Number`].
pub fn number(value: i64, locale: Locale) -> String {
    Number(value, locale).to_string()
}

/// A day: 05/11/2026, or 5 Nov 2026.
#[derive(Clone, Copy, Debug)]
pub struct Date(pub NaiveDate, pub Locale);

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [[&str; 7]; 2] = [
    ["Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ Nhật"],
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
];

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = self.0;
        match self.1 {
            Locale::Vi => write!(f, "{:02}/{:02}/{}", day.day(), day.month(), day.year()),
            Locale::En => write!(f, "{} {} {}", day.day(), &MONTHS[day.month0() as usize][..3], day.year()),
        }
    }
}

/// See [`Date`].
pub fn date(day: NaiveDate, locale: Locale) -> String {
    Date(day, locale).to_string()
}

/// A day in prose: "Thứ Năm, ngày 05/11/2026", "Thursday, 5 November 2026".
pub fn long_date(day: NaiveDate, locale: Locale) -> String {
    let weekday = day.weekday().num_days_from_monday() as usize;
    match locale {
        Locale::Vi => format!("{}, ngày {}", WEEKDAYS[0][weekday], Date(day, locale)),
        Locale::En => format!("{}, {} {} {}", WEEKDAYS[1][weekday], day.day(), MONTHS[day.month0() as usize], day.year()),
    }
}

/// A time of day: 08:00.
pub fn time(at: NaiveTime) -> String {
    at.format("%H:%M").to_string()
}

/// An instant as a clock in Vietnam shows it: "08:00, 05/11/2026".
pub fn moment(at: Instant, locale: Locale) -> String {
    format!("{}, {}", time(in_vietnam(at).time()), Date(vietnam_date(at), locale))
}

/// A day that lies less than a week back, as people say it ("hôm nay", "3 ngày trước"); else the date.
pub fn relative(day: NaiveDate, today: NaiveDate, locale: Locale) -> String {
    match (today.signed_duration_since(day).num_days(), locale) {
        (0, Locale::Vi) => "hôm nay".to_owned(),
        (0, Locale::En) => "today".to_owned(),
        (1, Locale::Vi) => "hôm qua".to_owned(),
        (1, Locale::En) => "yesterday".to_owned(),
        (days @ 2..7, Locale::Vi) => format!("{days} ngày trước"),
        (days @ 2..7, Locale::En) => format!("{days} days ago"),
        _ => date(day, locale),
    }
}

/// A telephone number as people write it: "0912 345 678". What is no Vietnamese subscriber's number
/// (a service number such as 1900 xxxx) stays as configured.
pub fn phone(written: &str) -> String {
    written
        .parse::<sanviec_domain::contact::Phone>()
        .map_or_else(|_| written.to_owned(), |phone| phone.spaced())
}

/// For the `href` of a telephone number.
pub fn phone_href(written: &str) -> String {
    match written.parse::<sanviec_domain::contact::Phone>() {
        Ok(phone) => format!("tel:{}", phone.international()),
        Err(_) => format!("tel:{}", written.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect::<String>()),
    }
}

/// A file's size: "120 KB", "1,4 MB".
pub fn size(bytes: u64, locale: Locale) -> String {
    if bytes < 1 << 20 {
        return format!("{} KB", bytes.div_ceil(1024));
    }
    let tenths = (bytes * 10).div_ceil(1 << 20);
    let comma = if locale == Locale::Vi { ',' } else { '.' };
    format!("{}{comma}{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn numbers_have_groups() {
        for (value, written) in [
            (0, "0"),
            (7, "7"),
            (312, "312"),
            (1284, "1.284"),
            (12_345_678, "12.345.678"),
            (-1000, "-1.000"),
            (i64::MIN, "-9.223.372.036.854.775.808"),
        ] {
            assert_eq!(number(value, Locale::Vi), written);
            assert_eq!(number(value, Locale::En), written.replace('.', ","));
        }
    }

    #[test]
    fn days() {
        assert_eq!(date(day(2026, 11, 5), Locale::Vi), "05/11/2026");
        assert_eq!(date(day(2026, 11, 5), Locale::En), "5 Nov 2026");
        assert_eq!(long_date(day(2026, 11, 5), Locale::Vi), "Thứ Năm, ngày 05/11/2026");
        assert_eq!(long_date(day(2026, 11, 5), Locale::En), "Thursday, 5 November 2026");
        assert_eq!(long_date(day(2026, 11, 8), Locale::Vi), "Chủ Nhật, ngày 08/11/2026");
    }

    #[test]
    fn less_than_a_week_back_is_said_in_words() {
        let today = day(2026, 11, 10);
        let said = |back: u32| relative(day(2026, 11, 10 - back), today, Locale::Vi);
        assert_eq!(
            [said(0), said(1), said(3), said(6), said(7)],
            ["hôm nay", "hôm qua", "3 ngày trước", "6 ngày trước", "03/11/2026"]
        );
        assert_eq!(relative(day(2026, 11, 11), today, Locale::En), "11 Nov 2026", "tomorrow has not been yet");
    }

    #[test]
    fn an_instant_is_shown_in_vietnamese_time() {
        let at = "2026-11-05T01:00:00Z".parse().unwrap();
        assert_eq!(moment(at, Locale::Vi), "08:00, 05/11/2026");
        let night = "2026-11-04T18:30:00Z".parse().unwrap();
        assert_eq!(moment(night, Locale::En), "01:30, 5 Nov 2026");
    }

    #[test]
    fn telephone_numbers() {
        assert_eq!(phone("+84912345678"), "0912 345 678");
        assert_eq!(phone("1900 1234"), "1900 1234");
        assert_eq!(phone_href("0912345678"), "tel:+84912345678");
        assert_eq!(phone_href("1900 1234"), "tel:19001234");
    }
}
