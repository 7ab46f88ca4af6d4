//! What came of a vacancy. Within twenty working days of an employer's notice the centre has to know how many
//! people were found (decree 352/2025/NĐ-CP, art. 10.2): the employer is asked.

use crate::calendar::working_days_after;
use crate::vacancy::content::limits;
use chrono::{Days, NaiveDate};

/// Working days after its publication from which an employer is asked about a vacancy.
pub const ASKED_AFTER: u32 = 20;
/// Days after which nobody asks any more: what is older was published before anybody could.
pub const ASKED_WITHIN_DAYS: u64 = 90;

/// What an employer says came of a vacancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RecruitmentResult {
    /// How many people it hired for it, wherever they came from.
    pub hired: u32,
    /// How many of them through the exchange.
    pub here: u32,
}

/// Why a result isn't one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoResult {
    /// Not a number of people.
    #[error("not a number of people")]
    OutOfBounds,
    /// More through the exchange than in all.
    #[error("more through the exchange than in all")]
    MoreHere,
}

impl RecruitmentResult {
    /// A checked result.
    pub fn new(hired: u32, here: u32) -> Result<Self, NoResult> {
        if hired > limits::OPENINGS || here > limits::OPENINGS {
            Err(NoResult::OutOfBounds)
        } else if here > hired {
            Err(NoResult::MoreHere)
        } else {
            Ok(Self { hired, here })
        }
    }
}

/// The last day of publication about which is asked on a day.
pub fn published_until(today: NaiveDate, is_holiday: &impl Fn(NaiveDate) -> bool) -> NaiveDate {
    let mut day = today;
    while working_days_after(day, ASKED_AFTER, is_holiday) > today {
        let Some(before) = day.checked_sub_days(Days::new(1)) else { break };
        day = before;
    }
    day
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn twenty_working_days_lie_between() {
        let day = |d: u32| NaiveDate::from_ymd_opt(2026, 11, d).unwrap();
        // A Thursday: four weeks before it is a Thursday.
        assert_eq!(published_until(day(26), &|_| false), NaiveDate::from_ymd_opt(2026, 10, 29).unwrap());
        let holidays = [day(2), day(3)];
        assert_eq!(published_until(day(26), &|day| holidays.contains(&day)), NaiveDate::from_ymd_opt(2026, 10, 27).unwrap());
        for back in 0..60 {
            let today = day(26) - Days::new(back);
            let last = published_until(today, &|_| false);
            assert!(working_days_after(last, ASKED_AFTER, &|_| false) <= today);
            assert!(working_days_after(last + Days::new(1), ASKED_AFTER, &|_| false) > today);
        }
    }

    #[test]
    fn a_result_is_a_number_of_people_and_a_part_of_it() {
        assert_eq!(RecruitmentResult::new(5, 2), Ok(RecruitmentResult { hired: 5, here: 2 }));
        assert_eq!(RecruitmentResult::new(2, 5), Err(NoResult::MoreHere));
        assert_eq!(RecruitmentResult::new(10_001, 0), Err(NoResult::OutOfBounds));
    }
}
