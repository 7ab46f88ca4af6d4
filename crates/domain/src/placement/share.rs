//! The share of a programme's graduates who started work within a year: over classes whose year is over, and
//! only where enough have graduated to say anything, and nothing about anybody.

use crate::training::Cohort;
use chrono::NaiveDate;
use std::ops::RangeInclusive;

/// Months after graduation within which a start counts.
pub const WITHIN_MONTHS: i32 = 12;
/// Months back that classes are counted: those of the last three years whose year is over.
pub const BACK_MONTHS: i32 = 48;
/// From how many graduates on.
pub const GRADUATES: u32 = 10;

/// How many graduated and how many of them started work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InWork {
    /// Learners of the classes.
    pub graduates: u32,
    /// Those who started.
    pub in_work: u32,
}

impl InWork {
    /// In hundredths.
    pub fn percent(self) -> u32 {
        (u64::from(self.in_work) * 100 / u64::from(self.graduates.max(1))) as u32
    }
}

fn year_after(cohort: &Cohort) -> RangeInclusive<NaiveDate> {
    cohort.graduates.first_day()..=cohort.graduates.plus(WITHIN_MONTHS).last_day()
}

/// Whether a class counts: its year is over, and was not long ago.
pub fn is_counted(cohort: &Cohort, today: NaiveDate) -> bool {
    *year_after(cohort).end() < today && crate::month::Month::of(today).since(cohort.graduates) <= BACK_MONTHS
}

/// The days from the first of these classes' years to the last; nothing where there is no class.
pub fn days(cohorts: &[Cohort]) -> Option<RangeInclusive<NaiveDate>> {
    let first = cohorts.iter().map(|cohort| cohort.graduates).min()?;
    let last = cohorts.iter().map(|cohort| cohort.graduates).max()?;
    Some(first.first_day()..=last.plus(WITHIN_MONTHS).last_day())
}

/// The share of these classes' learners in work, from the days on which people of their programme started. Who
/// starts within the years of two classes is counted once, and no more than have learned.
pub fn of(cohorts: &[Cohort], starts: &[NaiveDate]) -> Option<InWork> {
    let graduates: u32 = cohorts.iter().map(|cohort| cohort.enrolled).sum();
    if graduates < GRADUATES {
        return None;
    }
    let within = |day: &&NaiveDate| cohorts.iter().any(|cohort| year_after(cohort).contains(*day));
    let in_work = u32::try_from(starts.iter().filter(within).count()).unwrap_or(u32::MAX);
    Some(InWork {
        graduates,
        in_work: in_work.min(graduates),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::{CohortId, ProgrammeId};

    fn class(graduates: &str, enrolled: u32) -> Cohort {
        Cohort {
            id: CohortId(uuid::Uuid::nil()),
            programme: ProgrammeId(uuid::Uuid::nil()),
            name: "K17".to_owned(),
            starts: "2022-09".parse().unwrap(),
            graduates: graduates.parse().unwrap(),
            enrolled,
            unplaced: 0,
        }
    }

    #[test]
    fn a_class_counts_when_its_year_is_over() {
        let class = class("2025-06", 20);
        for (day, counted) in [("2026-06-30", false), ("2026-07-01", true), ("2029-06-30", true), ("2029-07-01", false)] {
            assert_eq!(is_counted(&class, day.parse().unwrap()), counted, "{day}");
        }
    }

    #[test]
    fn few_say_nothing_and_nobody_counts_twice() {
        let day = |written: &str| written.parse::<NaiveDate>().unwrap();
        assert_eq!(of(&[class("2025-06", 9)], &[]), None);
        let classes = [class("2025-06", 10), class("2025-12", 10)];
        let starts = [day("2025-05-31"), day("2025-06-01"), day("2026-01-15"), day("2026-12-31"), day("2027-01-01")];
        let share = of(&classes, &starts).unwrap();
        assert_eq!((share.graduates, share.in_work, share.percent()), (20, 3, 15));
        assert_eq!(days(&classes).unwrap(), day("2025-06-01")..=day("2026-12-31"));
        assert_eq!(of(&[class("2025-06", 10)], &[day("2025-07-01"); 12]).unwrap().percent(), 100);
    }
}
