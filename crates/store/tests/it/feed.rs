//! The change feed's promise: numbers in the order of the commits, none missed.

use crate::unit::futures;
use sanviec_store::*;
use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

on_both! {
    /// 20 writers, some of which dawdle and some of which roll back, and a reader that goes on from
    /// the last number it saw. If a lower number ever became visible after a higher one, the reader
    /// would have passed it by.
    async fn a_follower_never_misses_a_change(world) {
        const WRITERS: u64 = 20;
        const ROUNDS: u64 = 10;
        if world.db.engine() == Engine::Postgres {
            // Commits that take their time, each its own: without it the gap between a number and its
            // commit is too short for a wrong order to show.
            world.sql("CREATE FUNCTION dawdle() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(random() * 0.01); RETURN NULL; END $$").await.unwrap();
            world.sql("CREATE CONSTRAINT TRIGGER dawdle AFTER INSERT ON change DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION dawdle()").await.unwrap();
        }
        let done = AtomicBool::new(false);
        let writers = async {
            futures((0..WRITERS).map(|writer| async move {
                for round in 0..ROUNDS {
                    let unit = world.begin().await;
                    for _ in 0..=(writer % 3) {
                        unit.changed(Entity::Vacancy, world.uuid(), ChangeKind::Put);
                    }
                    tokio::time::sleep(Duration::from_millis((writer * 7 + round * 3) % 5)).await;
                    if (writer + round) % 7 == 0 {
                        drop(unit);
                    } else {
                        unit.save().await.unwrap();
                    }
                }
            }))
            .await;
            done.store(true, Ordering::SeqCst);
        };
        let follower = async {
            let (mut seen, mut last) = (Vec::new(), 0);
            loop {
                let over = done.load(Ordering::SeqCst);
                let changes = feed::after(world.db.reader(), last, 7).await.unwrap();
                if over && changes.is_empty() {
                    return seen;
                }
                last = changes.last().map_or(last, |change| change.seq);
                seen.extend(changes);
                tokio::task::yield_now().await;
            }
        };
        let ((), seen) = tokio::join!(writers, follower);

        let expected: u64 = (0..WRITERS).map(|writer| (0..ROUNDS).filter(|round| (writer + round) % 7 != 0).count() as u64 * (writer % 3 + 1)).sum();
        assert_eq!(seen.iter().map(|change| change.seq).collect::<Vec<_>>(), (1..=expected.cast_signed()).collect::<Vec<_>>(), "no gap, no number twice");
        assert_eq!(seen.iter().map(|change| change.id).collect::<HashSet<_>>().len() as u64, expected);
        assert_eq!(feed::last(world.db.reader()).await.unwrap(), expected.cast_signed());
        assert_eq!(*world.db.changed().borrow(), expected);
    }

    /// A unit that has drawn nothing yet holds nobody up; one that has, holds up only the numbers.
    async fn a_unit_at_work_does_not_hold_the_feed(world) {
        if world.db.engine() == Engine::Sqlite {
            return; // one writer at a time, by design
        }
        let slow = world.begin().await;
        slow.changed(Entity::Person, world.uuid(), ChangeKind::Put);
        let quick = world.begin().await;
        quick.changed(Entity::Vacancy, world.uuid(), ChangeKind::Put);
        quick.save().await.unwrap();
        slow.save().await.unwrap();
        let order: Vec<_> = feed::after(world.db.reader(), 0, 10).await.unwrap().into_iter().map(|change| (change.seq, change.entity)).collect();
        assert_eq!(order, [(1, Entity::Vacancy), (2, Entity::Person)], "the number follows the commit, not the beginning");
    }
}
