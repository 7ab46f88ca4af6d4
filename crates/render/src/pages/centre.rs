//! `/tt`: the officers' queue and cases. Dense pages, worked through by keyboard.

pub mod case;
pub mod desk;
pub mod highlight;
pub mod organisations;
pub mod queue;
pub mod rules;

pub use case::{CasePage, CaseSubject, Claim, EarlierDecision, EmployerRecord, Noted, Reported};
pub use desk::{DeskPage, LoadRow, OfficerRow, RuleRow};
pub use queue::{QueuePage, QueueRow};

use crate::Texts;

/// Working minutes until the promise is due, in words: "còn 3 giờ 20 phút", "quá hạn 1 giờ".
pub fn time_left(minutes: i64, t: &Texts) -> String {
    let span = minutes.unsigned_abs();
    let (hours, rest) = (span / 60, span % 60);
    let length = match (hours, rest) {
        (0, rest) => t.count("span-minutes", rest),
        (hours, 0) => t.count("span-hours", hours),
        (hours, rest) => format!("{} {}", t.count("span-hours", hours), t.count("span-minutes", rest)),
    };
    let key = if minutes < 0 { "time-overdue" } else { "time-left" };
    t.fill(key, "span", length)
}

/// The tone of the time left: less than two working hours is pressing.
pub const fn time_tone(minutes: i64) -> &'static str {
    match minutes {
        ..0 => "bad",
        0..120 => "warn",
        _ => "",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanviec_domain::language::Locale;

    #[test]
    fn time_left_in_words() {
        let vi = |minutes| time_left(minutes, Texts::of(Locale::Vi));
        assert_eq!(
            [vi(200), vi(60), vi(5), vi(-60), vi(-75)],
            ["còn 3 giờ 20 phút", "còn 1 giờ", "còn 5 phút", "quá hạn 1 giờ", "quá hạn 1 giờ 15 phút"]
        );
        assert_eq!(time_left(61, Texts::of(Locale::En)), "1 hour 1 minute left");
        assert_eq!([time_tone(-1), time_tone(0), time_tone(119), time_tone(120)], ["bad", "warn", "warn", ""]);
    }
}
