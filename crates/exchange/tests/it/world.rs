//! An exchange of its own for each test: a SQLite file in a folder that goes away, the shipped
//! reference lists, an index in memory, a clock that moves only when told to, ids in order.

use chrono::{NaiveDate, TimeZone, Utc};
use sanviec_domain::reference::Reference;
use sanviec_domain::time::{Clock, IdSource, Instant, SharedClock, SharedIds};
use sanviec_exchange::context::{MovableClock, Parts, Settings};
use sanviec_exchange::messages::Channels;
use sanviec_exchange::{Exchange, referencing};
use sanviec_render::Site;
use sanviec_search::VacancyIndex;
use sanviec_store::{Database, DatabaseOptions};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;
use uuid::Uuid;

/// A clock that stands still; [`MovableClock`] moves it.
struct Still(Instant);

impl Clock for Still {
    fn now(&self) -> Instant {
        self.0
    }
}

/// UUIDv7s in the order they were asked for within a moment; secrets that all differ.
#[derive(Default)]
pub struct TestIds(AtomicU64);

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

/// An exchange and what belongs to it.
pub struct World {
    pub exchange: Exchange,
    pub clock: Arc<MovableClock>,
    /// Where the database lies; goes away with the world.
    _folder: TempDir,
}

impl World {
    /// An empty exchange on a Tuesday at 10:12 in Vietnam.
    pub async fn new() -> Self {
        Self::at(Utc.with_ymd_and_hms(2026, 11, 24, 3, 12, 0).unwrap()).await
    }

    /// An empty exchange at a moment.
    pub async fn at(now: Instant) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("exchange.sqlite").display());
        let store = Database::connect(&DatabaseOptions { url, readers: 4 }).await.unwrap();
        store.migrate().await.unwrap();
        let clock = Arc::new(MovableClock::new(Arc::new(Still(now))));
        let shared: SharedClock = clock.clone();
        let ids: SharedIds = Arc::new(TestIds::default());
        referencing::load(&store, shared.clone(), ids.clone(), None).await.unwrap();
        let home = Reference::embedded().home();
        let reference = Arc::new(referencing::current(&store, home).await.unwrap().unwrap());
        let index = VacancyIndex::in_memory(reference.clone()).unwrap();
        let site = Site {
            name: "Sàn giao dịch việc làm".to_owned(),
            short_name: "Sàn Việc".to_owned(),
            centre: "Trung tâm Dịch vụ việc làm (thử)".to_owned(),
            phone: "1900000000".to_owned(),
            zalo: String::new(),
            address: String::new(),
            province: "Hưng Yên".to_owned(),
            base_url: "http://localhost".to_owned(),
        };
        let settings = Settings {
            site,
            retention_months: 6,
            sample_every: 10,
            fairness: sanviec_exchange::matching::province::Fairness::default(),
            weights: vec![sanviec_domain::matching::Weights::default()],
            webhooks: sanviec_exchange::program::webhooks::Sender::new(false),
            rates: serde_json::from_value(serde_json::json!({
                "code_contact": "5/1h", "code_network": "300/1h", "sign_in_contact": "20/1h", "sign_in_network": "600/1h", "register_account": "10/1d",
                "register_network": "60/1d", "apply_account": "40/1d", "apply_network": "600/1h", "report_account": "20/1d", "report_network": "120/1h", "program_key": "600/1m", "search_network": "1200/1m",
            }))
            .unwrap(),
            providers: sanviec_exchange::accounts::providers::Providers::default(),
            vault: sanviec_exchange::accounts::vault::Vault::new("of these tests", None),
        };
        let parts = Parts {
            store,
            index,
            reference,
            clock: shared,
            ids,
            settings,
            channels: Channels::demo(),
            files: sanviec_exchange::files::Files::in_memory(),
        };
        Self {
            exchange: Exchange::new(parts),
            clock,
            _folder: folder,
        }
    }

    /// Today in Vietnam.
    pub fn today(&self) -> NaiveDate {
        self.exchange.clock.today()
    }
}
