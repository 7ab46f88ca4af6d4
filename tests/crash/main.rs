//! Kills the running program with SIGKILL at random moments, under a mix of posting, deciding,
//! applying and importing, starts it again, and looks whether it kept its word: nothing that was
//! acknowledged is lost, nothing is done twice, the index equals the store, and every message was
//! sent, at least once, always under one id.
//!
//! Ignored by default, because it takes minutes and needs the built program (`SANVIEC_BIN`).
//! `make test-crash` runs it. `CRASH_KILLS` (200) and `CRASH_SEED` change the run.

mod checks;
mod http;
mod load;
mod messages;
mod promises;
mod random;
mod reindex;
mod site;

use checks::Checks;
use random::Random;
use site::Site;
use std::time::{Duration, Instant};

/// The longest time under load before a kill.
const LONGEST_LIFE: Duration = Duration::from_millis(800);
/// Of so many kills, one falls into the start, before the program answers.
const EARLY: u64 = 8;

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name)
        .ok()
        .map_or(usual, |value| value.parse().unwrap_or_else(|_| panic!("{name} is not a number")))
}

#[test]
#[ignore = "takes minutes and needs the built program: make test-crash"]
fn nothing_acknowledged_is_lost_and_nothing_is_done_twice() {
    let (kills, seed) = (number("CRASH_KILLS", 200), number("CRASH_SEED", 33));
    let mut random = Random::new(seed);
    let folder = site::Folder::new();
    let began = Instant::now();
    println!("crash test: {kills} kills, seed {seed}, in {}", folder.path().display());

    let mut site = Site::start(&folder);
    println!("the first start, with seeding, took {:.1} s", began.elapsed().as_secs_f32());
    let mut checks = Checks::begin(&site, &folder);
    let mut killed_early = 0;
    for kill in 1..=kills {
        if random.below(EARLY) == 0 {
            // While it starts: another kill right after this one, before anything is asked of it.
            let life = random.within(site.start_took());
            site.kill();
            Site::start_and_kill(&folder, life);
            killed_early += 1;
        } else {
            let life = random.within(LONGEST_LIFE);
            load::run(site, &folder, &mut checks.promises, &checks.sessions, &mut random, life);
        }
        site = Site::start(&folder);
        checks.after_a_kill(&site, kill);
        if kill.is_multiple_of(25) {
            checks.of_the_whole(&site, &folder);
            println!("{kill} kills after {} s: {}", began.elapsed().as_secs(), checks.promises);
        }
    }
    checks.of_the_whole(&site, &folder);
    checks.of_imports(&site, &folder);
    checks.of_messages(&site, &folder);
    site.stop();
    println!(
        "{kills} of {kills} kills ({killed_early} during the start) in {} s: {}",
        began.elapsed().as_secs(),
        checks.promises
    );
    // A run that did next to nothing would prove next to nothing.
    checks.promises.assert_substance(kills);
    folder.remove();
}
