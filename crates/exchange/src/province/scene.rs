//! What all of the province is made from: the corpus, the plan, and the days up to today.

use super::SEED;
use super::plan::Plan;
use crate::Exchange;
use crate::generate::Corpus;
use crate::generate::random::{Dice, Stream};
use chrono::{Days, NaiveDate, SubsecRound, TimeDelta, Timelike, Utc};
use sanviec_domain::calendar::{PROMISE, due, worked};
use sanviec_domain::time::{Instant, VIETNAM, in_vietnam};
use uuid::Uuid;

/// What a thing's chance is drawn for; each has a stream of its own.
#[derive(Clone, Copy)]
pub(super) enum Topic {
    Organisation = 1,
    Order = 2,
    Vacancy = 3,
    Suspicious = 4,
    Seeker = 5,
    Case = 6,
    Training = 7,
    Demand = 8,
    Partnership = 9,
}

/// The corpus, the plan and the time.
pub(super) struct Scene<'e> {
    pub exchange: &'e Exchange,
    pub corpus: &'e Corpus,
    pub plan: Plan,
    /// Now, in whole seconds.
    pub now: Instant,
    pub today: NaiveDate,
    /// Moments from which the promise is still kept, the latest first.
    in_time: Vec<Instant>,
    /// Moments from which the promise is broken already.
    overdue: Vec<Instant>,
}

impl<'e> Scene<'e> {
    pub fn new(exchange: &'e Exchange, corpus: &'e Corpus, plan: Plan) -> Self {
        let now = exchange.now().trunc_subsecs(0);
        let (in_time, overdue) = backlog(now, &exchange.is_holiday());
        Self {
            exchange,
            corpus,
            plan,
            now,
            today: exchange.clock.today(),
            in_time,
            overdue,
        }
    }

    /// The chance of thing number `index` of a topic.
    pub fn dice(&self, topic: Topic, index: usize) -> Dice {
        Dice::new(SEED, Stream::Province, (topic as u64) << 32 | index as u64)
    }

    /// A new id of something that began then.
    pub fn uuid(&self, at: Instant) -> Uuid {
        self.exchange.ids.uuid(at)
    }

    /// A moment of daytime so many days ago, always past.
    pub fn days_ago(&self, dice: &mut Dice, days: i64) -> Instant {
        let minutes = dice.between(7 * 60 + 5, 21 * 60);
        self.past(local(self.today - TimeDelta::days(days), minutes))
    }

    /// The start of the working day of a date, as jobs of the night are done before it.
    pub fn at_night(&self, day: NaiveDate) -> Instant {
        self.past(local(day, 10))
    }

    /// No later than a minute ago.
    pub fn past(&self, at: Instant) -> Instant {
        at.min(self.now - TimeDelta::minutes(1))
    }

    /// Something handed in about so many days ago, and when an officer had decided it. Where holidays
    /// kept the officers away it was handed in earlier.
    pub fn handed_in_and_decided(&self, dice: &mut Dice, days: i64) -> (Instant, Instant) {
        let work = TimeDelta::minutes(dice.between(12, 430));
        let minutes = dice.between(7 * 60 + 5, 20 * 60);
        for earlier in 0..30 {
            let handed_in = local(self.today - TimeDelta::days(days + earlier), minutes);
            let decided = due(handed_in, work, &self.exchange.is_holiday());
            if decided < self.now {
                return (handed_in, decided);
            }
        }
        // A month without a working day can't be; a wrong holiday list could say so.
        (self.now - TimeDelta::days(days + 1), self.now - TimeDelta::days(days))
    }

    /// When something that still waits was handed in.
    pub fn waiting_since(&self, dice: &mut Dice, overdue: bool) -> Instant {
        *dice.pick(if overdue { &self.overdue } else { &self.in_time })
    }

    /// By when a case opened then is promised.
    pub fn promised(&self, opened: Instant) -> Instant {
        due(opened, PROMISE, &self.exchange.is_holiday())
    }

    /// A moment between two, moved into daytime and kept between them.
    pub fn between(&self, dice: &mut Dice, from: Instant, to: Instant) -> Instant {
        let span = (to - from).num_seconds();
        if span <= 0 {
            return to;
        }
        daytime(from + TimeDelta::seconds(dice.between(0, span))).clamp(from, to)
    }
}

/// So many minutes after midnight in Vietnam.
fn local(day: NaiveDate, minutes: i64) -> Instant {
    let midnight = day.and_hms_opt(0, 0, 0).expect("every day has a midnight").and_local_timezone(VIETNAM);
    midnight.single().expect("a fixed offset has every time once").with_timezone(&Utc) + TimeDelta::minutes(minutes)
}

/// The same day between 6:30 and 22:30, the earlier still the earlier.
pub(super) fn daytime(at: Instant) -> Instant {
    let here = in_vietnam(at);
    let seconds = i64::from(here.num_seconds_from_midnight());
    local(here.date_naive(), 6 * 60 + 30) + TimeDelta::seconds(seconds * 2 / 3)
}

/// The moments of the last weeks, by quarters of an hour in daytime, from which the promise is kept
/// and is broken now. Over long holidays no working hour passes: then nothing is overdue but what
/// came before them.
fn backlog(now: Instant, is_holiday: &impl Fn(NaiveDate) -> bool) -> (Vec<Instant>, Vec<Instant>) {
    let (mut in_time, mut overdue) = (Vec::new(), Vec::new());
    let mut at = now - TimeDelta::minutes(4);
    let first = now - TimeDelta::days(24);
    while at > first {
        let hour = in_vietnam(at).hour();
        let passed = worked(at, now, is_holiday);
        if passed > PROMISE * 2 {
            break;
        }
        if (7..22).contains(&hour) {
            if passed < PROMISE - TimeDelta::minutes(10) {
                in_time.push(at);
            } else if passed > PROMISE + TimeDelta::minutes(20) {
                overdue.push(at);
            }
        }
        at -= TimeDelta::minutes(15);
    }
    if in_time.is_empty() {
        in_time.push(now - TimeDelta::minutes(4));
    }
    if overdue.is_empty() {
        overdue.push(now - TimeDelta::days(3));
    }
    (in_time, overdue)
}

/// So many days after a date.
pub(super) fn later(day: NaiveDate, days: u64) -> NaiveDate {
    day.checked_add_days(Days::new(days)).unwrap_or(day)
}
