//! A fresh database, a clock that only moves when told to, ids in order, and records to put in.

use chrono::{NaiveDate, TimeDelta, TimeZone, Utc};
use sanviec_domain::access::Actor;
use sanviec_domain::application::{ApplicationContent, ApplicationState};
use sanviec_domain::contact::{Email, PersonName, Phone, TaxCode};
use sanviec_domain::ids::*;
use sanviec_domain::language::Locale;
use sanviec_domain::moderation::{CaseKind, CaseState};
use sanviec_domain::organisation::{OrganisationKind, OrganisationProfile, OrganisationState};
use sanviec_domain::place::Place;
use sanviec_domain::time::{Clock, IdSource, Instant};
use sanviec_domain::vacancy::{VacancyContent, VacancyState};
use sanviec_domain::vocabulary::CallTime;
use sanviec_store::*;
use sea_orm::Statement;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use uuid::Uuid;

/// Writes each test once and runs it on both engines.
macro_rules! on_both {
    ($($(#[$meta:meta])* async fn $name:ident($world:ident) $body:block)+) => {$(
        mod $name {
            use super::*;
            use crate::world::World;

            $(#[$meta])*
            async fn body($world: &World) $body

            #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn sqlite() {
                let world = World::sqlite().await;
                body(&world).await;
                world.end().await;
            }

            #[tokio::test(flavor = "multi_thread", worker_threads = 4)]
            async fn postgres() {
                if let Some(world) = World::postgres().await {
                    body(&world).await;
                    world.end().await;
                }
            }
        }
    )+};
}

/// Stands still until it is moved.
pub struct TestClock(Mutex<Instant>);

impl Clock for TestClock {
    fn now(&self) -> Instant {
        *self.0.lock().unwrap()
    }
}

/// UUIDv7s in order.
pub struct TestIds(AtomicU64);

impl IdSource for TestIds {
    fn uuid(&self, now: Instant) -> Uuid {
        let mut tail = [0; 10];
        tail[2..].copy_from_slice(&self.0.fetch_add(1, Ordering::Relaxed).to_be_bytes());
        uuid::Builder::from_unix_timestamp_millis(now.timestamp_millis().unsigned_abs(), &tail).into_uuid()
    }

    fn secret(&self) -> [u8; 32] {
        [7; 32]
    }
}

pub struct World {
    pub db: Database,
    pub clock: Arc<TestClock>,
    pub ids: Arc<TestIds>,
    /// The server and the database that was made on it.
    made: Option<(sea_orm::DatabaseConnection, String)>,
}

impl World {
    pub async fn sqlite() -> Self {
        Self::new(
            DatabaseOptions {
                url: "sqlite::memory:".into(),
                readers: 4,
            },
            None,
        )
        .await
    }

    pub async fn postgres() -> Option<Self> {
        static NEXT: AtomicI64 = AtomicI64::new(0);
        let server = std::env::var("TEST_POSTGRES_URL").ok()?;
        let admin = sea_orm::Database::connect(&server).await.expect("the server of TEST_POSTGRES_URL answers");
        let name = format!("store_test_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
        admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await.unwrap();
        let (root, _) = server.rsplit_once('/').unwrap();
        Some(
            Self::new(
                DatabaseOptions {
                    url: format!("{root}/{name}"),
                    readers: 12,
                },
                Some((admin, name)),
            )
            .await,
        )
    }

    async fn new(options: DatabaseOptions, made: Option<(sea_orm::DatabaseConnection, String)>) -> Self {
        let db = Database::connect(&options).await.unwrap();
        db.migrate().await.unwrap();
        let start = Utc.with_ymd_and_hms(2026, 11, 22, 8, 0, 0).unwrap();
        Self {
            db,
            clock: Arc::new(TestClock(Mutex::new(start))),
            ids: Arc::new(TestIds(AtomicU64::new(1))),
            made,
        }
    }

    /// Takes the database away again; one that a failed test leaves behind can be looked at.
    pub async fn end(self) {
        self.db.close().await.unwrap();
        if let Some((admin, name)) = self.made {
            admin.execute_unprepared(&format!("DROP DATABASE {name} WITH (FORCE)")).await.unwrap();
        }
    }

    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    pub fn wait(&self, time: TimeDelta) {
        *self.clock.0.lock().unwrap() += time;
    }

    pub fn uuid(&self) -> Uuid {
        self.ids.uuid(self.now())
    }

    pub async fn begin(&self) -> Unit {
        self.begin_as(Actor::System).await
    }

    pub async fn begin_as(&self, actor: Actor) -> Unit {
        self.db.begin(self.clock.clone(), self.ids.clone(), actor).await.unwrap()
    }

    /// Runs SQL that no function of the store would.
    pub async fn sql(&self, sql: &str) -> Result<(), String> {
        let unit = self.begin().await;
        unit.conn().execute_unprepared(sql).await.map_err(|error| error.to_string())?;
        unit.save().await.map_err(|error| error.to_string())
    }

    /// One number out of SQL.
    pub async fn number(&self, sql: &str) -> i64 {
        let statement = Statement::from_string(self.db.reader().get_database_backend(), sql);
        self.db.reader().query_one_raw(statement).await.unwrap().unwrap().try_get_by_index(0).unwrap()
    }

    pub async fn employer(&self) -> OrganisationId {
        let record = self.organisation("Công ty may Tiền Hải", None);
        let id = record.id;
        let unit = self.begin().await;
        organisations::insert(&unit, record).await.unwrap();
        unit.save().await.unwrap();
        id
    }

    pub fn organisation(&self, name: &str, tax_code: Option<&str>) -> OrganisationRecord {
        OrganisationRecord {
            id: OrganisationId(self.uuid()),
            kind: OrganisationKind::Employer,
            state: OrganisationState::Verified,
            name: name.into(),
            tax_code: tax_code.map(|code| code.parse::<TaxCode>().unwrap()),
            profile: OrganisationProfile {
                product: "May mặc".into(),
                need_6_months: Some(40),
                ..OrganisationProfile::default()
            },
            trusted: true,
            sample: false,
            version: 1,
            created_at: self.now(),
            updated_at: self.now(),
        }
    }

    pub async fn person(&self, phone: &str) -> PersonId {
        let record = self.person_record(phone);
        let id = record.id;
        let unit = self.begin().await;
        people::insert(&unit, record).await.unwrap();
        unit.save().await.unwrap();
        id
    }

    pub fn person_record(&self, phone: &str) -> PersonRecord {
        PersonRecord {
            id: PersonId(self.uuid()),
            name: Some("Nguyễn Thị Hoà".parse::<PersonName>().unwrap()),
            phone: Some(phone.parse::<Phone>().unwrap()),
            email: Some(format!("{phone}@example.vn").parse::<Email>().unwrap()),
            birth_year: Some(1999),
            locale: Locale::Vi,
            created_at: self.now(),
        }
    }

    pub fn vacancy(&self, employer: OrganisationId, number: i64) -> VacancyRecord {
        VacancyRecord {
            id: VacancyId(self.uuid()),
            number: VacancyNumber(number),
            employer,
            state: VacancyState::Published,
            content: VacancyContent {
                title: "Công nhân may điện tử".into(),
                openings: Some(20),
                occupation: Some("8153".into()),
                place: Some(Place {
                    commune: Some("12826".parse().unwrap()),
                    ..Place::province("33".parse().unwrap())
                }),
                deadline: NaiveDate::from_ymd_opt(2026, 12, 20),
                ..VacancyContent::default()
            },
            external_reference: None,
            closed_reason: None,
            version: 1,
            created_by: None,
            created_at: self.now(),
            updated_at: self.now(),
            submitted_at: Some(self.now()),
            published_at: Some(self.now()),
            closed_at: None,
        }
    }

    /// Writes a new vacancy of this employer.
    pub async fn posted(&self, employer: OrganisationId) -> VacancyRecord {
        let unit = self.begin().await;
        let number = vacancies::next_number(&unit).await.unwrap();
        let record = self.vacancy(employer, number.0);
        vacancies::insert(&unit, record.clone()).await.unwrap();
        unit.save().await.unwrap();
        record
    }

    pub fn application(&self, vacancy: &VacancyRecord, seeker: PersonId) -> ApplicationRecord {
        ApplicationRecord {
            id: ApplicationId(self.uuid()),
            vacancy: vacancy.id,
            employer: vacancy.employer,
            seeker,
            state: ApplicationState::Submitted,
            content: ApplicationContent {
                name: "Nguyễn Thị Hoà".parse().unwrap(),
                phone: "0912345678".parse().unwrap(),
                birth_year: None,
                call_time: CallTime::Evening,
                message: "Tôi ở Diêm Điền.".into(),
                keep: false,
            },
            decline_reason: None,
            version: 1,
            created_at: self.now(),
            updated_at: self.now(),
            answered_at: None,
        }
    }

    pub async fn applied(&self, vacancy: &VacancyRecord, seeker: PersonId) -> ApplicationRecord {
        let record = self.application(vacancy, seeker);
        let unit = self.begin().await;
        applications::insert(&unit, record.clone()).await.unwrap();
        unit.save().await.unwrap();
        record
    }

    pub fn case(&self, subject: Uuid, due_at: Instant) -> CaseRecord {
        CaseRecord {
            id: CaseId(self.uuid()),
            kind: CaseKind::Vacancy,
            state: CaseState::Waiting,
            entity: Entity::Vacancy,
            subject,
            organisation: None,
            submitted_by: None,
            findings: Vec::new(),
            claimed_by: None,
            claimed_until: None,
            outcome: None,
            reasons: Vec::new(),
            note: String::new(),
            message: String::new(),
            decided_by: None,
            decided_at: None,
            passed_by: None,
            due_at,
            version: 1,
            created_at: self.now(),
        }
    }
}
