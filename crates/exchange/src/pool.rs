//! Work that keeps a core busy, a few pieces at a time, on threads of its own that give way to those of
//! the pages: a flood of sign-ins must not make searching slow. Few threads also keep the memory of
//! each piece from being kept by many.

use crate::error::{ExchangeError, Result};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::oneshot;

/// How many may wait for their turn before the next is asked to come back later.
const MOST_WAITING: usize = 100;
/// How much less urgent than the rest of the program: a tenth of a core's time where both want it.
const NICE: i32 = 10;

type Work = Box<dyn FnOnce() + Send>;

/// A bounded pool. Cheap to clone; its threads end with the last clone.
#[derive(Clone)]
pub(crate) struct Pool(SyncSender<Work>);

impl Default for Pool {
    /// Half of the cores, at least one.
    fn default() -> Self {
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        let (sender, receiver) = sync_channel(MOST_WAITING);
        let waiting = Arc::new(Mutex::new(receiver));
        for _ in 0..(cores / 2).max(1) {
            let waiting = waiting.clone();
            std::thread::spawn(move || work_off(&waiting));
        }
        Self(sender)
    }
}

fn work_off(waiting: &Mutex<Receiver<Work>>) {
    // On Linux this is the thread's own. Where it isn't possible the work is only as urgent as the rest.
    let _ = rustix::process::setpriority_process(None, NICE);
    loop {
        let next = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(work) = next else { return };
        // Whoever waits for a piece that panicked is told; the thread goes on.
        let _ = catch_unwind(AssertUnwindSafe(work));
    }
}

impl Pool {
    /// Does a piece of work when its turn has come; [`ExchangeError::TooMany`] where too many wait.
    pub(crate) async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
        let (done, result) = oneshot::channel();
        let work: Work = Box::new(move || {
            // Nobody may be waiting for it any more.
            if !done.is_closed() {
                let _ = done.send(work());
            }
        });
        match self.0.try_send(work) {
            Ok(()) => {}
            Err(TrySendError::Full(_)) => return Err(ExchangeError::TooMany { retry_after_seconds: 30 }),
            Err(TrySendError::Disconnected(_)) => return Err(ExchangeError::Internal("the pool's threads are gone".to_owned())),
        }
        result.await.map_err(|_| ExchangeError::Internal("work of the pool panicked".to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::time::{Duration, Instant};

    /// What costs nothing must not wait for what costs much.
    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn a_flood_leaves_the_threads_of_the_pages_alone() {
        let pool = Pool::default();
        let flood: Vec<_> = (0..50)
            .map(|_| {
                let pool = pool.clone();
                tokio::spawn(async move { pool.run(|| std::thread::sleep(Duration::from_millis(10))).await })
            })
            .collect();
        let start = Instant::now();
        for _ in 0..20 {
            tokio::task::yield_now().await;
        }
        assert!(start.elapsed() < Duration::from_millis(200), "{:?}", start.elapsed());
        for one in flood {
            one.await.unwrap().unwrap();
        }
    }

    #[tokio::test]
    async fn a_panic_is_told_and_the_pool_goes_on() {
        let pool = Pool::default();
        assert!(pool.run(|| panic!("in the pool")).await.is_err());
        assert_eq!(pool.run(|| 7).await.unwrap(), 7);
    }

    #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
    async fn more_than_can_wait_are_sent_away() {
        let pool = Pool::default();
        let flood: Vec<_> = (0..MOST_WAITING + 50)
            .map(|_| {
                let pool = pool.clone();
                tokio::spawn(async move { pool.run(|| std::thread::sleep(Duration::from_millis(5))).await.is_err() })
            })
            .collect();
        let mut refused = 0;
        for one in flood {
            refused += usize::from(one.await.unwrap());
        }
        assert!(refused > 0, "nobody was sent away");
    }
}
