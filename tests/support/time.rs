//! A clock that stands still until it is moved, and ids in the order they were asked for.

use chrono::{TimeZone, Utc};
use sanviec_domain::time::{Clock, IdSource, Instant};
use std::sync::atomic::{AtomicU64, Ordering};
use uuid::Uuid;

/// A clock that stands still.
pub struct Still(pub Instant);

impl Clock for Still {
    fn now(&self) -> Instant {
        self.0
    }
}

/// When every test begins: a Tuesday, 10:12 in Vietnam.
pub fn beginning() -> Instant {
    Utc.with_ymd_and_hms(2026, 11, 24, 3, 12, 0).single().expect("a moment that exists")
}

/// UUIDv7s in order; secrets that all differ.
#[derive(Default)]
pub struct TestIds(AtomicU64);

impl TestIds {
    /// Ids that begin with a number, so that they differ from those a template was filled with.
    pub fn from(first: u64) -> Self {
        Self(AtomicU64::new(first))
    }
}

impl IdSource for TestIds {
    fn uuid(&self, now: Instant) -> Uuid {
        let mut tail = [0; 10];
        tail[2..].copy_from_slice(&self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(now.timestamp_millis().unsigned_abs(), &tail).into_uuid()
    }

    fn secret(&self) -> [u8; 32] {
        let mut secret = [7; 32];
        secret[..8].copy_from_slice(&self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        secret
    }
}
