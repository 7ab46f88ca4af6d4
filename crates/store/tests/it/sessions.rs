//! Sessions.

use chrono::TimeDelta;
use sanviec_store::*;
use serde_json::json;
use tower_sessions::SessionStore as _;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::ExpiredDeletion;

const LIFETIME: sessions::Lifetime = sessions::Lifetime {
    absolute: TimeDelta::days(30),
    idle: TimeDelta::days(14),
};

const LIFETIMES: sessions::Lifetimes = sessions::Lifetimes {
    people: LIFETIME,
    staff: sessions::Lifetime {
        absolute: TimeDelta::hours(12),
        idle: TimeDelta::hours(1),
    },
};

fn record() -> Record {
    // The layer takes this date from the machine's clock; the store must not care.
    Record {
        id: Id::default(),
        data: [("cart".to_owned(), json!([1, "hai"]))].into(),
        expiry_date: time::OffsetDateTime::UNIX_EPOCH,
    }
}

on_both! {
    async fn a_session_is_made_read_changed_and_ended(world) {
        let store = SessionStore::new(world.db.clone(), world.clock.clone(), LIFETIMES);
        let mut session = record();
        store.create(&mut session).await.unwrap();
        let loaded = store.load(&session.id).await.unwrap().unwrap();
        assert_eq!((loaded.id, &loaded.data), (session.id, &session.data));
        assert_eq!(loaded.expiry_date.unix_timestamp(), (world.now() + LIFETIME.idle).timestamp());
        assert_eq!(store.load(&Id::default()).await.unwrap(), None);

        session.data.insert("name".into(), json!("Hoà"));
        store.save(&session).await.unwrap();
        assert_eq!(store.load(&session.id).await.unwrap().unwrap().data, session.data);

        store.delete(&session.id).await.unwrap();
        assert_eq!(store.load(&session.id).await.unwrap(), None);
        store.save(&session).await.unwrap();
        assert_eq!(store.load(&session.id).await.unwrap(), None, "a request under way doesn't bring an ended session back");
    }

    async fn two_sessions_never_share_an_id(world) {
        let store = SessionStore::new(world.db.clone(), world.clock.clone(), LIFETIMES);
        let mut first = record();
        store.create(&mut first).await.unwrap();
        let mut second = Record { id: first.id, data: [("cart".to_owned(), json!("another"))].into(), ..record() };
        store.create(&mut second).await.unwrap();
        assert_ne!(first.id, second.id);
        assert_eq!(store.load(&first.id).await.unwrap().unwrap().data, first.data);
        assert_eq!(store.load(&second.id).await.unwrap().unwrap().data, second.data);
    }

    async fn the_table_does_not_hold_the_id(world) {
        let store = SessionStore::new(world.db.clone(), world.clock.clone(), LIFETIMES);
        let mut session = record();
        store.create(&mut session).await.unwrap();
        let written = session.id.to_string();
        assert_eq!(world.number(&format!("SELECT COUNT(*) FROM session WHERE key LIKE '%{written}%' OR data LIKE '%{written}%'")).await, 0);
        assert_eq!(world.number(&format!("SELECT COUNT(*) FROM session WHERE key = '{}'", sessions::key(&session.id))).await, 1);
        assert_eq!(sessions::key(&session.id).len(), 64);
    }

    async fn a_session_of_staff_lives_as_long_as_theirs_do(world) {
        let store = SessionStore::new(world.db.clone(), world.clock.clone(), LIFETIMES);
        let mut session = record();
        store.create(&mut session).await.unwrap();
        session.data.insert(sessions::STAFF.to_owned(), json!(true));
        store.save(&session).await.unwrap();
        for _ in 0..12 {
            world.wait(TimeDelta::minutes(59));
            assert!(store.load(&session.id).await.unwrap().is_some());
            store.save(&session).await.unwrap();
        }
        world.wait(TimeDelta::minutes(12));
        assert_eq!(store.load(&session.id).await.unwrap(), None, "twelve hours, however much it is used");
    }

    async fn sessions_run_out_by_our_clock(world) {
        let store = SessionStore::new(world.db.clone(), world.clock.clone(), LIFETIMES);
        let (mut idle, mut used) = (record(), record());
        store.create(&mut idle).await.unwrap();
        store.create(&mut used).await.unwrap();
        world.wait(TimeDelta::days(10));
        store.save(&used).await.unwrap();
        world.wait(TimeDelta::days(10));
        assert_eq!(store.load(&idle.id).await.unwrap(), None, "nobody used it for a fortnight");
        let unit = world.begin().await;
        assert_eq!(sessions::sweep(&unit).await.unwrap(), 1);
        unit.save().await.unwrap();
        assert_eq!(world.number("SELECT COUNT(*) FROM session").await, 1);
        // However much it is used, it ends thirty days after it began.
        let loaded = store.load(&used.id).await.unwrap().expect("it was used ten days ago");
        world.wait(TimeDelta::days(9));
        store.save(&loaded).await.unwrap();
        assert_eq!(store.load(&used.id).await.unwrap().unwrap().data, used.data);
        world.wait(TimeDelta::days(1));
        assert_eq!(store.load(&used.id).await.unwrap(), None);
        store.delete_expired().await.unwrap();
        assert_eq!(world.number("SELECT COUNT(*) FROM session").await, 0);
    }

    async fn a_new_id_is_not_a_new_session(world) {
        let store = SessionStore::new(world.db.clone(), world.clock.clone(), LIFETIMES);
        let mut session = record();
        store.create(&mut session).await.unwrap();
        for _ in 0..2 {
            world.wait(TimeDelta::days(13));
            // What the layer does when the id is changed.
            store.delete(&session.id).await.unwrap();
            session.id = Id::default();
            store.create(&mut session).await.unwrap();
        }
        let loaded = store.load(&session.id).await.unwrap().unwrap();
        assert_eq!(loaded.expiry_date.unix_timestamp(), (world.now() + TimeDelta::days(4)).timestamp());
        // One that began before the beginning was kept in the data has it from its row.
        world.sql("UPDATE session SET data = '{}'").await.unwrap();
        let loaded = store.load(&session.id).await.unwrap().unwrap();
        assert_eq!(loaded.data[sessions::BEGAN], session.data[sessions::BEGAN]);
    }

    async fn a_person_sees_and_ends_their_devices(world) {
        let person = world.person("0912345678").await;
        let other = world.person("0987654321").await;
        let store = SessionStore::new(world.db.clone(), world.clock.clone(), LIFETIMES);
        let mut mine = Vec::new();
        for (owner, agent) in [(person, "Firefox"), (person, "Chrome"), (other, "Safari")] {
            let mut session = record();
            session.data.insert(sessions::PERSON.into(), json!(owner));
            session.data.insert(sessions::USER_AGENT.into(), json!(agent));
            session.data.insert(sessions::IP_PREFIX.into(), json!("203.0.113.0/24"));
            store.create(&mut session).await.unwrap();
            mine.push(session.id);
            world.wait(TimeDelta::minutes(1));
        }
        let devices = sessions::devices_of(world.db.reader(), person, world.now()).await.unwrap();
        assert_eq!(devices.iter().map(|device| device.user_agent.as_deref()).collect::<Vec<_>>(), [Some("Chrome"), Some("Firefox")]);
        assert_eq!(devices[0].ip_prefix.as_deref(), Some("203.0.113.0/24"));

        let unit = world.begin().await;
        assert_eq!(sessions::sign_out_everywhere(&unit, person, Some(&sessions::key(&mine[0]))).await.unwrap(), 1);
        unit.save().await.unwrap();
        let mut left = Vec::new();
        for id in &mine {
            left.push(store.load(id).await.unwrap().is_some());
        }
        assert_eq!(left, [true, false, true]);
    }
}
