//! The one real clock and the one real source of ids and secrets. Made at start-up, handed in from
//! here; everything else asks what it was given.

use rand::TryRng;
use sanviec_domain::time::{Clock, IdSource, Instant};
use uuid::{ContextV7, Timestamp, Uuid};

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one real clock")]
    fn now(&self) -> Instant {
        chrono::Utc::now()
    }
}

/// The operating system's randomness.
#[derive(Default)]
pub struct SystemIds {
    context: std::sync::Mutex<Option<ContextV7>>,
}

impl IdSource for SystemIds {
    fn uuid(&self, now: Instant) -> Uuid {
        // One context a program keeps ids made within one millisecond in order.
        let mut context = self.context.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let context = context.get_or_insert_with(ContextV7::new);
        let seconds = u64::try_from(now.timestamp()).unwrap_or_default();
        Uuid::new_v7(Timestamp::from_unix(&*context, seconds, now.timestamp_subsec_nanos()))
    }

    fn secret(&self) -> [u8; 32] {
        let mut bytes = [0; 32];
        rand::rngs::SysRng.try_fill_bytes(&mut bytes).expect("the operating system gives randomness");
        bytes
    }
}
