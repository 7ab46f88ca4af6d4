//! The clock of a partnership: who is silent is reminded, then called a last time, then the centre is told.
//! The days are those after which the systems that were looked at lose most of their proposals.

use super::PartnershipCommand;
use crate::time::Instant;
use crate::vocabulary::vocabulary;
use chrono::TimeDelta;

/// Days without a movement until a reminder.
pub const REMIND_AFTER_DAYS: i64 = 9;
/// Days without a movement until the last call.
pub const LAST_CALL_AFTER_DAYS: i64 = 21;
/// Days without a movement until the centre is told.
pub const ESCALATE_AFTER_DAYS: i64 = 45;

vocabulary! {
    /// How far the clock of a step has gone.
    Urgency {
        Fresh = "fresh", "Trong hạn", "In time";
        Reminded = "reminded", "Đã nhắc", "Reminded";
        Called = "called", "Đã nhắc lần cuối", "Called a last time";
        WithCentre = "with_centre", "Trung tâm theo dõi", "With the centre";
    }
}

impl Urgency {
    /// How far a step that last moved at `since` has to have gone by `now`.
    pub fn due(since: Instant, now: Instant) -> Self {
        let silent = now - since;
        if silent >= TimeDelta::days(ESCALATE_AFTER_DAYS) {
            Self::WithCentre
        } else if silent >= TimeDelta::days(LAST_CALL_AFTER_DAYS) {
            Self::Called
        } else if silent >= TimeDelta::days(REMIND_AFTER_DAYS) {
            Self::Reminded
        } else {
            Self::Fresh
        }
    }

    /// The command that takes a step so far.
    pub fn command(self) -> Option<PartnershipCommand> {
        match self {
            Self::Fresh => None,
            Self::Reminded => Some(PartnershipCommand::Remind),
            Self::Called => Some(PartnershipCommand::LastCall),
            Self::WithCentre => Some(PartnershipCommand::Escalate),
        }
    }

    /// When a step that last moved at `since` goes on to the next urgency.
    pub fn next_at(self, since: Instant) -> Option<Instant> {
        let days = match self {
            Self::Fresh => REMIND_AFTER_DAYS,
            Self::Reminded => LAST_CALL_AFTER_DAYS,
            Self::Called => ESCALATE_AFTER_DAYS,
            Self::WithCentre => return None,
        };
        Some(since + TimeDelta::days(days))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_urgency_comes_at_its_day() {
        let since = Instant::UNIX_EPOCH;
        let after = |hours: i64| Urgency::due(since, since + TimeDelta::hours(hours));
        let days = [
            (0, Urgency::Fresh),
            (9, Urgency::Reminded),
            (21, Urgency::Called),
            (45, Urgency::WithCentre),
            (400, Urgency::WithCentre),
        ];
        for (day, wanted) in days {
            assert_eq!(after(day * 24), wanted, "{day}");
            if day > 0 && day < 100 {
                assert!(after(day * 24 - 1) < wanted, "{day}");
            }
            assert!(wanted.next_at(since).is_none_or(|next| Urgency::due(since, next) > wanted));
        }
    }
}
