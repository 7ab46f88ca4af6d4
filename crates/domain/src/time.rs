//! Time and ids come in from outside: nothing in the house asks the machine for them but `web`'s
//! start-up, which makes the one real [`Clock`] and [`IdSource`].

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveTime, TimeDelta, Utc};
use std::sync::Arc;
use uuid::Uuid;

/// An instant, always in UTC. Stored and compared only so; shown in Vietnamese time.
pub type Instant = DateTime<Utc>;

/// Tells what time it is.
pub trait Clock: Send + Sync + 'static {
    /// Now.
    fn now(&self) -> Instant;

    /// Today in Vietnam.
    fn today(&self) -> NaiveDate {
        vietnam_date(self.now())
    }
}

/// Gives new identifiers and unguessable bytes.
pub trait IdSource: Send + Sync + 'static {
    /// A new UUIDv7 for something that begins at `now`.
    fn uuid(&self, now: Instant) -> Uuid;
    /// Bytes nobody can guess, for codes and tokens.
    fn secret(&self) -> [u8; 32];
}

/// A clock shared by the parts of one program.
pub type SharedClock = Arc<dyn Clock>;
/// An id source shared by the parts of one program.
pub type SharedIds = Arc<dyn IdSource>;

/// Vietnam keeps UTC+7 all year (Asia/Ho_Chi_Minh, no summer time since 1975).
pub const VIETNAM: FixedOffset = FixedOffset::east_opt(7 * 3600).expect("seven hours is a valid offset");

/// The instant as a wall clock in Vietnam shows it.
pub fn in_vietnam(at: Instant) -> DateTime<FixedOffset> {
    at.with_timezone(&VIETNAM)
}

/// The instant at which a day begins in Vietnam.
pub fn vietnam_midnight(day: NaiveDate) -> Instant {
    (day.and_time(NaiveTime::MIN) - TimeDelta::seconds(i64::from(VIETNAM.local_minus_utc()))).and_utc()
}

/// The day of an instant in Vietnam.
pub fn vietnam_date(at: Instant) -> NaiveDate {
    in_vietnam(at).date_naive()
}
