//! The unit of work: all of it or nothing, and what it collects.

use sanviec_domain::access::Actor;
use sanviec_domain::ids::PersonId;
use sanviec_store::*;
use serde_json::json;
use uuid::Uuid;

on_both! {
    async fn dropping_a_unit_undoes_everything(world) {
        let unit = world.begin().await;
        let record = world.organisation("Công ty A", None);
        let id = record.id;
        organisations::insert(&unit, record).await.unwrap();
        assert!(organisations::find(unit.conn(), id).await.unwrap().is_some());
        assert_eq!(vacancies::next_number(&unit).await.unwrap().0, 10_001);
        unit.changed(Entity::Organisation, id.0, ChangeKind::Put);
        drop(unit);

        assert_eq!(organisations::find(world.db.reader(), id).await.unwrap(), None);
        assert_eq!(feed::last(world.db.reader()).await.unwrap(), 0);
        let unit = world.begin().await;
        assert_eq!(vacancies::next_number(&unit).await.unwrap().0, 10_001, "a rollback gives the number back");
    }

    async fn everything_collected_commits_together(world) {
        let person = PersonId(world.person("0912345678").await.0);
        let id = world.uuid();
        let mut changed = world.db.changed();
        let mut added = world.db.jobs_added();
        let unit = world.begin_as(Actor::Seeker { person }).await;
        unit.changed(Entity::Application, id, ChangeKind::Put);
        unit.changed(Entity::Vacancy, id, ChangeKind::Put);
        unit.changed(Entity::Application, id, ChangeKind::Removed);
        unit.history(Entity::Application, id, None, "submit", "submitted", Some("lần đầu".into()));
        unit.history(Entity::Application, id, Some("submitted"), "view", "viewed", None);
        unit.audit("application.send", Entity::Application, id, json!({ "đơn": 1 }));
        unit.enqueue(NewJob { name: "mail", key: None, payload: json!({}), run_at: None, priority: 0, max_attempts: 3 });
        assert!(history::of(world.db.reader(), Entity::Application, id).await.unwrap().is_empty());
        unit.save().await.unwrap();

        let reader = world.db.reader();
        let fed: Vec<_> = feed::after(reader, 0, 10).await.unwrap().into_iter().map(|change| (change.seq, change.entity, change.id, change.kind)).collect();
        assert_eq!(fed, [(1, Entity::Vacancy, id, ChangeKind::Put), (2, Entity::Application, id, ChangeKind::Removed)], "the last change of a record counts");
        let lines = history::of(reader, Entity::Application, id).await.unwrap();
        assert_eq!(lines.iter().map(|line| (line.from.as_deref(), line.command.as_str(), line.to.as_str())).collect::<Vec<_>>(), [(None, "submit", "submitted"), (Some("submitted"), "view", "viewed")]);
        assert_eq!((lines[0].party.as_str(), lines[0].person, lines[0].note.as_deref(), lines[0].at), ("seeker", Some(person), Some("lần đầu"), world.now()));
        let audit = audit::recent(reader, None, 10).await.unwrap();
        assert_eq!((audit.len(), audit[0].person, &audit[0].details), (1, Some(person), &json!({ "đơn": 1 })));
        assert_eq!(jobs::counts(reader).await.unwrap().ready, 1);
        assert_eq!((*changed.borrow_and_update(), *added.borrow_and_update()), (2, 1));
    }

    async fn of_two_writers_of_one_record_the_second_is_told(world) {
        let employer = world.employer().await;
        let vacancy = world.posted(employer).await;
        let unit = world.begin().await;
        let next = vacancies::update(&unit, &vacancy).await.unwrap();
        assert_eq!(next.version, 2);
        let again = vacancies::update(&unit, &next).await.unwrap();
        unit.save().await.unwrap();
        assert_eq!(vacancies::find(world.db.reader(), vacancy.id).await.unwrap(), Some(again));

        let unit = world.begin().await;
        assert!(matches!(vacancies::update(&unit, &vacancy).await, Err(StoreError::Conflict)));
        let organisation = organisations::find(unit.conn(), employer).await.unwrap().unwrap();
        organisations::update(&unit, &organisation).await.unwrap();
        assert!(matches!(organisations::update(&unit, &organisation).await, Err(StoreError::Conflict)));
        drop(unit);

        let application = world.applied(&vacancy, world.person("0912345678").await).await;
        let case = world.case(vacancy.id.0, world.now());
        let unit = world.begin().await;
        cases::insert(&unit, case.clone()).await.unwrap();
        cases::update(&unit, &case).await.unwrap();
        applications::update(&unit, &application).await.unwrap();
        assert!(matches!(cases::update(&unit, &case).await, Err(StoreError::Conflict)));
        assert!(matches!(applications::update(&unit, &application).await, Err(StoreError::Conflict)));
    }

    /// The read of both lies before the write of either: one of them must lose.
    async fn simultaneous_writers_of_one_record_never_both_win(world) {
        let vacancy = world.posted(world.employer().await).await;
        let attempts = (0..8).map(|_| async {
            let unit = world.begin().await;
            vacancies::update(&unit, &vacancy).await?;
            unit.save().await
        });
        let outcomes = futures(attempts).await;
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
        assert!(outcomes.iter().all(|outcome| matches!(outcome, Ok(()) | Err(StoreError::Conflict))));
    }

    async fn the_audit_log_cannot_be_changed(world) {
        for round in 0..3 {
            let unit = world.begin().await;
            unit.audit("look", Entity::Person, Uuid::nil(), json!({ "round": round, "of": [1, 2] }));
            unit.audit("decide", Entity::Case, Uuid::nil(), json!(null));
            unit.save().await.unwrap();
        }
        for sql in ["UPDATE audit SET action = 'nothing'", "DELETE FROM audit WHERE seq = 6"] {
            let refused = world.sql(sql).await.unwrap_err();
            assert!(refused.contains("append-only"), "{refused}");
        }
        if world.db.engine() == Engine::Postgres {
            assert!(world.sql("TRUNCATE audit").await.unwrap_err().contains("append-only"));
        }
        let reader = world.db.reader();
        assert_eq!(audit::recent(reader, Some(5), 2).await.unwrap().iter().map(|line| line.seq).collect::<Vec<_>>(), [4, 3]);
        assert_eq!(audit::of(reader, Entity::Case, Uuid::nil(), 10).await.unwrap().len(), 3);
        assert_eq!(audit::verify(reader).await.unwrap(), None);

        // Somebody with the file in hand takes the guard away and edits: the chain shows where.
        let guard = match world.db.engine() {
            Engine::Sqlite => "DROP TRIGGER audit_refuses_update",
            Engine::Postgres => "DROP TRIGGER audit_row_is_append_only ON audit",
        };
        world.sql(guard).await.unwrap();
        world.sql("UPDATE audit SET details = '{}' WHERE seq = 3").await.unwrap();
        assert_eq!(audit::verify(reader).await.unwrap(), Some(3));
    }

    async fn lines_cut_off_the_end_of_the_audit_log_are_missed(world) {
        let unit = world.begin().await;
        for _ in 0..3 {
            unit.audit("look", Entity::Person, Uuid::nil(), json!({}));
        }
        unit.save().await.unwrap();
        let guard = match world.db.engine() {
            Engine::Sqlite => "DROP TRIGGER audit_refuses_delete",
            Engine::Postgres => "DROP TRIGGER audit_row_is_append_only ON audit",
        };
        world.sql(guard).await.unwrap();
        world.sql("DELETE FROM audit WHERE seq = 3").await.unwrap();
        assert_eq!(audit::verify(world.db.reader()).await.unwrap(), Some(3));
    }
}

/// Runs futures at once, on one task each being polled in turn, and collects what they say.
pub async fn futures<T>(all: impl Iterator<Item = impl Future<Output = T>>) -> Vec<T> {
    use std::pin::Pin;
    use std::task::Poll;
    let mut waiting: Vec<(Pin<Box<_>>, Option<T>)> = all.map(|future| (Box::pin(future), None)).collect();
    std::future::poll_fn(move |context| {
        let mut pending = false;
        for (future, outcome) in waiting.iter_mut().filter(|(_, outcome)| outcome.is_none()) {
            match future.as_mut().poll(context) {
                Poll::Ready(value) => *outcome = Some(value),
                Poll::Pending => pending = true,
            }
        }
        if pending {
            Poll::Pending
        } else {
            Poll::Ready(waiting.iter_mut().filter_map(|(_, outcome)| outcome.take()).collect())
        }
    })
    .await
}

#[tokio::test]
async fn a_reader_of_sqlite_refuses_to_write() {
    let world = crate::world::World::sqlite().await;
    let refused = world.db.reader().execute_unprepared("DELETE FROM job").await.unwrap_err().to_string();
    assert!(refused.contains("readonly"), "{refused}");
}

#[tokio::test]
async fn a_file_keeps_what_was_written() {
    let folder = tempfile::tempdir().unwrap();
    let options = DatabaseOptions {
        url: format!("sqlite://{}/new.db", folder.path().display()),
        readers: 2,
    };
    let world = crate::world::World::sqlite().await;
    let db = Database::connect(&options).await.unwrap();
    assert!(db.pending_migrations().await.unwrap() > 10);
    db.migrate().await.unwrap();
    let unit = db.begin(world.clock.clone(), world.ids.clone(), Actor::System).await.unwrap();
    unit.changed(Entity::Person, Uuid::nil(), ChangeKind::Put);
    unit.save().await.unwrap();
    db.close().await.unwrap();

    let db = Database::connect(&options).await.unwrap();
    assert_eq!(db.pending_migrations().await.unwrap(), 0);
    db.migrate().await.unwrap();
    db.ping().await.unwrap();
    assert!(db.size_bytes().await.unwrap() > 50_000);
    assert_eq!(feed::last(db.reader()).await.unwrap(), 1);
    assert!(matches!(
        Database::connect(&DatabaseOptions {
            url: "mysql://x".into(),
            readers: 1
        })
        .await,
        Err(StoreError::Url(_))
    ));
}

/// `serve` and `work` may be two processes on one file: a unit that reads and then writes must not
/// fail because the other wrote in between.
#[tokio::test(flavor = "multi_thread")]
async fn two_programs_share_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let options = DatabaseOptions {
        url: format!("sqlite://{}/shared.db", folder.path().display()),
        readers: 2,
    };
    let world = crate::world::World::sqlite().await;
    let programs = [Database::connect(&options).await.unwrap(), Database::connect(&options).await.unwrap()];
    programs[0].migrate().await.unwrap();
    let rounds = futures((0..40).map(|round| {
        let (db, world) = (&programs[round % 2], &world);
        async move {
            let unit = db.begin(world.clock.clone(), world.ids.clone(), Actor::System).await.unwrap();
            let last = feed::last(unit.conn()).await.unwrap();
            unit.changed(Entity::Vacancy, world.uuid(), ChangeKind::Put);
            unit.save().await.unwrap();
            last
        }
    }))
    .await;
    let mut seen = rounds;
    seen.sort_unstable();
    assert_eq!(seen, (0..40).collect::<Vec<_>>(), "each unit saw all that was committed before it");
}
