//! Counts of this process that are not written yet. What is lost with the process, or stays unwritten
//! on another node, is less than a lump each.

use super::Limited;
use sanviec_domain::time::Instant;
use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

/// Subjects remembered at once; more than that begin anew.
const MOST: usize = 20_000;

#[derive(Default)]
struct Lump {
    times: u32,
    /// The limit was reached; until then nothing more needs counting.
    closed_until: Option<Instant>,
}

/// What came of one more.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Added {
    /// It is remembered; there is nothing to write.
    Kept,
    /// A lump is full and is to be written.
    Full(u32),
    /// The limit was reached before.
    Over(Instant),
}

/// The counts that are not written yet.
#[derive(Default)]
pub(crate) struct Lumps(Mutex<HashMap<(Limited, String), Lump>>);

impl Lumps {
    pub(super) fn add(&self, action: Limited, key: &str, full: u32, now: Instant) -> Added {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if kept.len() >= MOST {
            kept.retain(|_, lump| lump.closed_until.is_some_and(|until| until > now));
            if kept.len() >= MOST {
                kept.clear();
            }
        }
        let lump = kept.entry((action, key.to_owned())).or_default();
        if let Some(until) = lump.closed_until {
            if until > now {
                return Added::Over(until);
            }
            *lump = Lump::default();
        }
        lump.times += 1;
        if lump.times < full {
            return Added::Kept;
        }
        Added::Full(std::mem::take(&mut lump.times))
    }

    pub(super) fn close(&self, action: Limited, key: &str, until: Instant) {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.entry((action, key.to_owned())).or_default().closed_until = Some(until);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    #[test]
    fn a_lump_is_written_when_it_is_full_and_a_limit_is_remembered() {
        let (lumps, now) = (Lumps::default(), Instant::UNIX_EPOCH);
        let add = |at| lumps.add(Limited::Search, "network 203.0.113.0/24", 3, at);
        assert_eq!([add(now), add(now), add(now), add(now)], [Added::Kept, Added::Kept, Added::Full(3), Added::Kept]);
        let until = now + TimeDelta::minutes(1);
        lumps.close(Limited::Search, "network 203.0.113.0/24", until);
        assert_eq!(lumps.add(Limited::Search, "network 203.0.113.0/24", 3, now), Added::Over(until));
        assert_eq!(lumps.add(Limited::Search, "network 198.51.100.0/24", 3, now), Added::Kept);
        assert_eq!(lumps.add(Limited::Search, "network 203.0.113.0/24", 3, until), Added::Kept);
    }
}
