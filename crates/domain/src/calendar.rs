//! The centre's working hours: the promise to employers counts only these. Monday to Friday
//! 7:30–11:30 and 13:30–17:00, less the public holidays of the reference list.

use crate::time::{Instant, VIETNAM, in_vietnam};
use chrono::{Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};

/// The promise: a case is decided within this much working time. A working day has 7.5 hours.
pub const PROMISE: TimeDelta = TimeDelta::hours(8);

const fn hm(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).expect("a time of day")
}

/// The two stretches of a working day, in Vietnamese time.
pub const STRETCHES: [(NaiveTime, NaiveTime); 2] = [(hm(7, 30), hm(11, 30)), (hm(13, 30), hm(17, 0))];

/// The working stretches of one day as instants; none at weekends and on holidays.
fn stretches(day: NaiveDate, is_holiday: &impl Fn(NaiveDate) -> bool) -> impl Iterator<Item = (Instant, Instant)> {
    let working = !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(day);
    let at = move |time: NaiveTime| day.and_time(time).and_local_timezone(VIETNAM).single().map(|at| at.with_timezone(&Utc));
    STRETCHES.into_iter().filter(move |_| working).filter_map(move |(from, to)| Some((at(from)?, at(to)?)))
}

/// The instant at which `worked` working time has passed since `start`.
pub fn due(start: Instant, worked: TimeDelta, is_holiday: &impl Fn(NaiveDate) -> bool) -> Instant {
    let mut left = worked;
    let mut day = in_vietnam(start).date_naive();
    // A year without a working day can't be: the bound only keeps a wrong holiday list from looping.
    for _ in 0..366 {
        for (from, to) in stretches(day, is_holiday) {
            let from = from.max(start);
            if from >= to {
                continue;
            }
            if to - from >= left {
                return from + left;
            }
            left -= to - from;
        }
        day = day + Days::new(1);
    }
    start + worked
}

/// How much working time lies between two instants; negative where `end` is before `start`.
pub fn worked(start: Instant, end: Instant, is_holiday: &impl Fn(NaiveDate) -> bool) -> TimeDelta {
    if end < start {
        return -worked(end, start, is_holiday);
    }
    let mut total = TimeDelta::zero();
    let mut day = in_vietnam(start).date_naive();
    let last = in_vietnam(end).date_naive();
    while day <= last {
        for (from, to) in stretches(day, is_holiday) {
            let (from, to) = (from.max(start), to.min(end));
            if to > from {
                total += to - from;
            }
        }
        day = day + Days::new(1);
    }
    total
}

/// The day `count` working days after `day`.
pub fn working_days_after(day: NaiveDate, count: u32, is_holiday: &impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let mut at = day;
    let mut left = count;
    while left > 0 {
        at = at + Days::new(1);
        if !matches!(at.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(at) {
            left -= 1;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    fn at(day: u32, hour: u32, minute: u32) -> Instant {
        VIETNAM.with_ymd_and_hms(2026, 11, day, hour, minute, 0).unwrap().with_timezone(&Utc)
    }

    #[test]
    fn the_promise_counts_working_hours_alone() {
        let none = |_: NaiveDate| false;
        // Friday 20 November 2026, 16:00: one hour is left of the day, then Monday's seven.
        assert_eq!(due(at(20, 16, 0), PROMISE, &none), at(23, 16, 30));
        // Sent at night: the clock begins at 7:30.
        assert_eq!(due(at(23, 2, 0), TimeDelta::hours(4), &none), at(23, 11, 30));
        // A holiday on Monday moves it to Tuesday.
        let monday = |day: NaiveDate| day.day() == 23;
        assert_eq!(due(at(20, 16, 0), PROMISE, &monday), at(24, 16, 30));
    }

    #[test]
    fn worked_and_due_agree() {
        let none = |_: NaiveDate| false;
        for start in [at(18, 9, 12), at(20, 16, 59), at(21, 12, 0), at(23, 12, 0)] {
            assert_eq!(worked(start, due(start, PROMISE, &none), &none), PROMISE);
        }
        assert_eq!(worked(at(23, 10, 0), at(23, 9, 0), &none), TimeDelta::hours(-1));
    }
}
