//! A meeting in a partnership (lịch hẹn): proposed by a side or by the centre, agreed to by whoever has not yet
//! said so, or declined; called off by whoever has agreed.

use crate::lifecycle::{Machine, Party, Rule};
use crate::time::Instant;
use crate::vocabulary::vocabulary;
use chrono::TimeDelta;

vocabulary! {
    /// Where a meeting stands.
    MeetingState {
        Proposed = "proposed", "Chờ trả lời", "Waiting for an answer";
        Agreed = "agreed", "Đã hẹn", "Agreed";
        Declined = "declined", "Không nhận lời", "Declined";
        Cancelled = "cancelled", "Đã huỷ", "Cancelled";
    }
}

vocabulary! {
    /// What can be asked of a meeting.
    MeetingCommand {
        Agree = "agree", "Đồng ý", "Agree";
        Decline = "decline", "Không nhận lời", "Decline";
        Cancel = "cancel", "Huỷ hẹn", "Cancel";
    }
}

/// Facts a rule may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingGuard {
    /// The side that asks has not agreed yet.
    NotYetMine,
    /// The side that asks has agreed, or has proposed it.
    Mine,
    /// The other side has agreed, or has proposed it.
    OtherAgrees,
    /// The other side has not agreed.
    OtherSilent,
    /// The centre has proposed it.
    ByCentre,
    /// It has not begun.
    Ahead,
}

/// What follows from a transition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingEvent {
    /// Both sides are told.
    BothTold,
}

/// The life cycle of a meeting.
#[derive(Debug)]
pub struct MeetingLife;

use MeetingCommand as C;
use MeetingEvent as E;
use MeetingGuard as G;
use MeetingState as S;

const OWNER: &[Party] = &[Party::Owner];
const OFFICER: &[Party] = &[Party::Officer];

impl Machine for MeetingLife {
    type State = S;
    type Command = C;
    type Guard = G;
    type Event = E;
    const NAME: &'static str = "Meeting";
    const INITIAL: S = S::Proposed;
    const RULES: &'static [Rule<Self>] = &[
        // What the centre proposes needs both.
        Rule::new(S::Proposed, C::Agree, OWNER, &[G::Ahead, G::NotYetMine, G::OtherSilent], S::Proposed, &[]),
        Rule::new(S::Proposed, C::Agree, OWNER, &[G::Ahead, G::NotYetMine, G::OtherAgrees], S::Agreed, &[E::BothTold]),
        Rule::new(S::Proposed, C::Decline, OWNER, &[G::Ahead, G::NotYetMine], S::Declined, &[E::BothTold]),
        Rule::new(S::Proposed, C::Cancel, OWNER, &[G::Ahead, G::Mine], S::Cancelled, &[E::BothTold]),
        Rule::new(S::Proposed, C::Cancel, OFFICER, &[G::Ahead, G::ByCentre], S::Cancelled, &[E::BothTold]),
        Rule::new(S::Agreed, C::Cancel, OWNER, &[G::Ahead], S::Cancelled, &[E::BothTold]),
        Rule::new(S::Agreed, C::Cancel, OFFICER, &[G::Ahead, G::ByCentre], S::Cancelled, &[E::BothTold]),
    ];
}

/// The greatest lengths and numbers.
pub mod limits {
    use std::ops::RangeInclusive;

    /// Characters of a subject.
    pub const SUBJECT: usize = 160;
    /// Characters of a place.
    pub const PLACE: usize = 200;
    /// Characters of a link.
    pub const LINK: usize = 300;
    /// Minutes of a meeting.
    pub const MINUTES: RangeInclusive<u32> = 15..=480;
    /// Days ahead.
    pub const DAYS_AHEAD: i64 = 366;
    /// Meetings of one partnership.
    pub const MEETINGS: u64 = 50;
}

/// When, where and what about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeetingContent {
    /// What about.
    pub subject: String,
    /// When it begins.
    pub begins: Instant,
    /// How long it takes.
    pub minutes: u32,
    /// Where; empty where people meet online only.
    pub place: String,
    /// Where online; empty where people meet on site only.
    pub link: String,
}

/// A part of a meeting that a fault can be at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeetingFault {
    /// It has no subject, or too long a one.
    Subject,
    /// It begins in the past, or too far away.
    Begins,
    /// It is too short or too long.
    Minutes,
    /// It has neither a place nor a link, or too long a place.
    Place,
    /// Its link is too long or isn't an `https` address.
    Link,
}

impl MeetingContent {
    /// When it ends.
    pub fn ends(&self) -> Instant {
        self.begins + TimeDelta::minutes(self.minutes.into())
    }

    /// What keeps it from being proposed.
    pub fn faults(&self, now: Instant) -> Vec<MeetingFault> {
        let too_long = |text: &str, limit: usize| text.chars().count() > limit;
        let is_nowhere = self.place.is_empty() && self.link.is_empty();
        let checks = [
            (MeetingFault::Subject, self.subject.is_empty() || too_long(&self.subject, limits::SUBJECT)),
            (MeetingFault::Begins, self.begins <= now || self.begins > now + TimeDelta::days(limits::DAYS_AHEAD)),
            (MeetingFault::Minutes, !limits::MINUTES.contains(&self.minutes)),
            (MeetingFault::Place, is_nowhere || too_long(&self.place, limits::PLACE)),
            (MeetingFault::Link, !self.link.is_empty() && (too_long(&self.link, limits::LINK) || !is_address(&self.link))),
        ];
        checks.into_iter().filter_map(|(fault, is_there)| is_there.then_some(fault)).collect()
    }
}

/// Whether a text is an `https` address: a host, and no spaces.
fn is_address(text: &str) -> bool {
    let host = text.strip_prefix("https://").and_then(|rest| rest.split(['/', '?', '#']).next());
    host.is_some_and(|host| host.contains('.') && !host.contains('@')) && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lifecycle::{Refused, decide};

    #[test]
    fn what_keeps_a_meeting_from_being_proposed() {
        let now = Instant::UNIX_EPOCH;
        let good = MeetingContent {
            subject: "Bàn về thực tập".to_owned(),
            begins: now + TimeDelta::days(1),
            minutes: 60,
            place: "Phòng 2".to_owned(),
            link: String::new(),
        };
        assert_eq!(good.faults(now), []);
        assert_eq!(good.ends() - good.begins, TimeDelta::hours(1));
        let wrong = |change: &dyn Fn(&mut MeetingContent)| {
            let mut content = good.clone();
            change(&mut content);
            content.faults(now)
        };
        assert_eq!(wrong(&|one| one.subject.clear()), [MeetingFault::Subject]);
        assert_eq!(wrong(&|one| one.subject = "a".repeat(161)), [MeetingFault::Subject]);
        assert_eq!(wrong(&|one| one.begins = now), [MeetingFault::Begins]);
        assert_eq!(wrong(&|one| one.begins = now + TimeDelta::days(367)), [MeetingFault::Begins]);
        for minutes in [0, 14, 481] {
            assert_eq!(wrong(&|one| one.minutes = minutes), [MeetingFault::Minutes]);
        }
        assert_eq!(wrong(&|one| one.place.clear()), [MeetingFault::Place]);
        for link in ["http://a.vn/1", "https://", "https://a b.vn", "https://ai@a.vn", "javascript:1"] {
            assert_eq!(wrong(&|one| one.link = link.to_owned()), [MeetingFault::Link], "{link}");
        }
        assert_eq!(wrong(&|one| one.link = "https://hop.example.vn/1?a=b".to_owned()), []);
    }

    #[test]
    fn whoever_has_proposed_waits_and_what_the_centre_proposes_needs_both() {
        let asked = |mine: bool, other: bool| {
            decide::<MeetingLife>(S::Proposed, C::Agree, Party::Owner, |guard| match guard {
                G::NotYetMine => !mine,
                G::Mine => mine,
                G::OtherAgrees => other,
                G::OtherSilent => !other,
                G::ByCentre => false,
                G::Ahead => true,
            })
        };
        assert_eq!(asked(true, false).unwrap_err(), Refused::Unmet(G::NotYetMine));
        assert_eq!(asked(false, false).unwrap().to, S::Proposed);
        assert_eq!(asked(false, true).unwrap().to, S::Agreed);
    }
}
