//! The job queue.

use crate::unit::futures;
use crate::world::World;
use chrono::TimeDelta;
use sanviec_store::*;
use serde_json::json;
use std::collections::HashSet;

fn job(name: &'static str) -> NewJob {
    NewJob {
        name,
        key: None,
        payload: json!({ "for": name }),
        run_at: None,
        priority: 0,
        max_attempts: 3,
    }
}

async fn add(world: &World, jobs: impl IntoIterator<Item = NewJob>) {
    let unit = world.begin().await;
    for job in jobs {
        unit.enqueue(job);
    }
    unit.save().await.unwrap();
}

const LEASE: TimeDelta = TimeDelta::minutes(5);

async fn claim(world: &World, worker: &str, limit: u64) -> Vec<JobRecord> {
    jobs::claim(&world.db, None, worker, world.now(), LEASE, limit).await.unwrap()
}

on_both! {
    async fn eight_workers_never_share_a_job(world) {
        add(world, (0..200).map(|_| job("work"))).await;
        let taken = futures((0..8).map(|worker| async move {
            let mut mine = Vec::new();
            loop {
                let claimed = claim(world, &format!("worker {worker}"), 3).await;
                assert!(claimed.len() <= 3);
                if claimed.is_empty() {
                    return mine;
                }
                for job in claimed {
                    jobs::finish(&world.db, job.id, world.now()).await.unwrap();
                    mine.push(job.id);
                }
            }
        }))
        .await;
        let all: Vec<_> = taken.into_iter().flatten().collect();
        assert_eq!((all.len(), all.iter().collect::<HashSet<_>>().len()), (200, 200));
        assert_eq!(jobs::counts(world.db.reader()).await.unwrap(), jobs::JobCounts { done: 200, ..jobs::JobCounts::default() });
        assert!(jobs::unfinished(world.db.reader()).await.unwrap().is_empty());
    }

    async fn the_order_is_priority_then_time(world) {
        let at = |minutes| Some(world.now() - TimeDelta::minutes(minutes));
        add(world, [
            NewJob { run_at: at(1), ..job("late") },
            NewJob { run_at: at(9), ..job("early") },
            NewJob { priority: 5, ..job("first") },
            NewJob { run_at: at(-10), priority: 9, ..job("not yet") },
        ]).await;
        let names: Vec<_> = claim(world, "w", 10).await.into_iter().map(|job| job.name).collect();
        assert_eq!(names, ["first", "early", "late"]);
        world.wait(TimeDelta::minutes(4));
        assert!(claim(world, "w", 10).await.is_empty(), "leases hold");
        let future: Vec<_> = jobs::unfinished(world.db.reader()).await.unwrap();
        assert_eq!(future.len(), 4);
    }

    async fn a_worker_may_ask_for_certain_jobs(world) {
        add(world, [job("mail"), job("index"), job("report")]).await;
        let claimed = jobs::claim(&world.db, Some(&["mail", "report"]), "w", world.now(), LEASE, 10).await.unwrap();
        assert_eq!(claimed.iter().map(|job| job.name.as_str()).collect::<HashSet<_>>(), HashSet::from(["mail", "report"]));
        assert_eq!((&claimed[0].payload, claimed[0].state, claimed[0].attempts, claimed[0].worker.as_deref()), (&json!({ "for": claimed[0].name }), JobState::Running, 1, Some("w")));
    }

    async fn a_dead_workers_job_is_taken_over_and_ends_once(world) {
        add(world, [job("work")]).await;
        let first = claim(world, "lost", 1).await.remove(0);
        world.wait(LEASE);
        let second = claim(world, "heir", 1).await.remove(0);
        assert_eq!((second.id, second.attempts, second.worker.as_deref()), (first.id, 2, Some("heir")));

        // The heir does the work; the lost one comes back late, and its effect goes with its unit.
        let unit = world.begin().await;
        unit.changed(Entity::Vacancy, world.uuid(), ChangeKind::Put);
        jobs::finish_in(&unit, second.id).await.unwrap();
        unit.save().await.unwrap();
        let unit = world.begin().await;
        unit.changed(Entity::Vacancy, world.uuid(), ChangeKind::Put);
        assert!(matches!(jobs::finish_in(&unit, first.id).await, Err(StoreError::Conflict)));
        drop(unit);
        assert_eq!(feed::last(world.db.reader()).await.unwrap(), 1);
        assert_eq!(jobs::fail(&world.db, first.id, "late", world.now(), None).await.unwrap(), JobState::Done, "what is done stays done");
    }

    async fn an_unfinished_unit_leaves_the_job_running(world) {
        add(world, [job("work")]).await;
        let claimed = claim(world, "w", 1).await.remove(0);
        let unit = world.begin().await;
        jobs::finish_in(&unit, claimed.id).await.unwrap();
        drop(unit);
        assert_eq!(jobs::find(world.db.reader(), claimed.id).await.unwrap().unwrap().state, JobState::Running);
    }

    async fn failures_are_tried_again_and_then_given_up(world) {
        add(world, [job("work")]).await;
        for attempt in 1..=3 {
            let claimed = claim(world, "w", 1).await.remove(0);
            assert_eq!(claimed.attempts, attempt);
            let retry = world.now() + jobs::backoff(attempt);
            let state = jobs::fail(&world.db, claimed.id, "no route", world.now(), Some(retry)).await.unwrap();
            assert_eq!(state, if attempt < 3 { JobState::Ready } else { JobState::Dead });
            assert!(claim(world, "w", 1).await.is_empty(), "not before its time");
            world.wait(jobs::backoff(attempt));
        }
        world.wait(TimeDelta::days(1));
        assert!(claim(world, "w", 1).await.is_empty());
        let dead = jobs::list(world.db.reader(), JobState::Dead, 10).await.unwrap().remove(0);
        assert_eq!((dead.last_error.as_deref(), dead.attempts), (Some("no route"), 3));

        let unit = world.begin().await;
        jobs::retry_dead(&unit, dead.id).await.unwrap();
        assert!(matches!(jobs::retry_dead(&unit, dead.id).await, Err(StoreError::Conflict)));
        unit.save().await.unwrap();
        assert_eq!(claim(world, "w", 1).await[0].attempts, 1);
        assert_eq!(jobs::fail(&world.db, dead.id, "hopeless", world.now(), None).await.unwrap(), JobState::Dead, "given up at once where no retry is asked for");
    }

    async fn a_job_that_kills_its_workers_dies(world) {
        add(world, [job("killer"), NewJob { run_at: Some(world.now() + TimeDelta::hours(1)), ..job("other") }]).await;
        for _ in 0..3 {
            assert_eq!(claim(world, "w", 1).await.len(), 1);
            world.wait(LEASE);
        }
        world.wait(TimeDelta::hours(1));
        assert_eq!(claim(world, "w", 9).await.into_iter().map(|job| job.name).collect::<Vec<_>>(), ["other"]);
        assert_eq!(jobs::counts(world.db.reader()).await.unwrap(), jobs::JobCounts { dead: 1, running: 1, ..jobs::JobCounts::default() });
    }

    async fn a_key_is_added_once_while_unfinished(world) {
        let keyed = || NewJob { key: Some("mail 7".into()), ..job("mail") };
        let mut added = world.db.jobs_added();
        add(world, [keyed(), keyed(), job("mail")]).await;
        assert_eq!(*added.borrow_and_update(), 2);
        let at_once = futures((0..6).map(|_| add(world, [keyed()]))).await;
        assert_eq!((at_once.len(), jobs::counts(world.db.reader()).await.unwrap().ready), (6, 2));

        let claimed = claim(world, "w", 9).await;
        add(world, [keyed()]).await;
        assert_eq!(jobs::counts(world.db.reader()).await.unwrap().ready, 0, "a running one counts as unfinished");
        for job in claimed {
            jobs::finish(&world.db, job.id, world.now()).await.unwrap();
        }
        add(world, [keyed()]).await;
        assert_eq!(jobs::counts(world.db.reader()).await.unwrap().ready, 1);
    }

    async fn done_jobs_go_after_a_week(world) {
        add(world, [job("work"), job("waits")]).await;
        let claimed = claim(world, "w", 1).await.remove(0);
        jobs::finish(&world.db, claimed.id, world.now()).await.unwrap();
        for (days, gone) in [(6, 0), (2, 1)] {
            world.wait(TimeDelta::days(days));
            let unit = world.begin().await;
            assert_eq!(jobs::sweep(&unit).await.unwrap(), gone);
            unit.save().await.unwrap();
        }
        assert_eq!(jobs::counts(world.db.reader()).await.unwrap(), jobs::JobCounts { ready: 1, ..jobs::JobCounts::default() });
    }

    async fn schedules_come_due_once(world) {
        let unit = world.begin().await;
        schedules::set(&unit, "expire", 3_600).await.unwrap();
        schedules::set(&unit, "sweep", 86_400).await.unwrap();
        unit.save().await.unwrap();
        let due = || async {
            let unit = world.begin().await;
            let due = schedules::due(&unit, &["expire", "sweep", "unheard of"]).await.unwrap();
            unit.save().await.unwrap();
            due
        };
        assert_eq!(due().await, ["expire", "sweep"]);
        assert!(due().await.is_empty());
        world.wait(TimeDelta::minutes(150));
        let at_once: Vec<String> = futures((0..5).map(|_| due())).await.into_iter().flatten().collect();
        assert_eq!(at_once, ["expire"], "five nodes, one run");
        let unit = world.begin().await;
        schedules::set(&unit, "expire", 60).await.unwrap();
        unit.save().await.unwrap();
        let expire = schedules::all(world.db.reader()).await.unwrap().remove(0);
        assert_eq!((expire.every_seconds, expire.next_run), (60, world.now() + TimeDelta::minutes(30)), "in step with its start");
        assert_eq!((expire.last_run, expire.last_count), (None, None));
    }

    async fn schedules_are_for_those_who_know_them(world) {
        let unit = world.begin().await;
        schedules::set(&unit, "expire", 3_600).await.unwrap();
        schedules::set(&unit, "of a newer version", 3_600).await.unwrap();
        assert_eq!(schedules::due(&unit, &["expire"]).await.unwrap(), ["expire"]);
        unit.save().await.unwrap();
        let all = schedules::all(world.db.reader()).await.unwrap();
        assert_eq!(all.iter().map(|schedule| schedule.is_due(world.now())).collect::<Vec<_>>(), [false, true]);
        world.wait(TimeDelta::minutes(1));
        let unit = world.begin().await;
        schedules::ran(&unit, "expire", 7).await.unwrap();
        unit.save().await.unwrap();
        let expire = schedules::all(world.db.reader()).await.unwrap().remove(0);
        assert_eq!((expire.last_run, expire.last_count), (Some(world.now()), Some(7)));
    }
}
