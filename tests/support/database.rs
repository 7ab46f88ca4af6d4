//! A fresh database for each test, copied from one that was filled once for the whole run.

use crate::time::{Still, TestIds, beginning};
use sanviec_domain::reference::Reference;
use sanviec_domain::time::{SharedClock, SharedIds};
use sanviec_exchange::context::Parts;
use sanviec_exchange::messages::Channels;
use sanviec_exchange::province::{self, Size};
use sanviec_exchange::{Exchange, referencing};
use sanviec_search::VacancyIndex;
use sanviec_store::{Database, DatabaseOptions};
use sanviec_web::boot;
use sanviec_web::config::Config;
use sea_orm::ConnectionTrait;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// What a test begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Start {
    /// The schema and the reference lists.
    Empty,
    /// The small demo province, too.
    Province,
}

/// A database of one test.
pub struct Fresh {
    /// The store.
    pub store: Database,
    /// The lists in it.
    pub reference: Arc<Reference>,
    /// Where a SQLite file lies, and whatever files a test makes.
    pub folder: TempDir,
    /// The server a PostgreSQL database was made on, and its name there.
    made: Option<(Database, String)>,
}

/// The shipped configuration, as every test runs with it; only that the clock can be moved by days
/// without everybody at the centre having to sign in again, that the site has a name, so that passkeys
/// are offered, and that there is a provider, which does not answer.
pub fn config() -> Config {
    let mut config = sanviec_web::config::read(None, None).expect("the shipped configuration is right");
    config.sessions.staff_idle_minutes = config.sessions.idle_days * 24 * 60;
    config.sessions.staff_hours = 30 * 24;
    // The tests' own systems listen at home.
    config.webhooks.private = true;
    "http://localhost:8080".clone_into(&mut config.server.base_url);
    config.accounts.providers.push(sanviec_web::config::Provider {
        key: "im-lang".to_owned(),
        name: "Cổng im lặng".to_owned(),
        issuer: "http://127.0.0.1:9".to_owned(),
        client_id: "sanviec".to_owned(),
        client_secret: String::new(),
        client_secret_file: None,
        scopes: Vec::new(),
    });
    config
}

fn number() -> u64 {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    NEXT.fetch_add(1, Ordering::Relaxed)
}

impl Fresh {
    /// A SQLite file of its own.
    pub async fn sqlite(start: Start) -> Self {
        static EMPTY: OnceCell<(Vec<u8>, Arc<Reference>)> = OnceCell::const_new();
        static PROVINCE: OnceCell<(Vec<u8>, Arc<Reference>)> = OnceCell::const_new();
        let template = match start {
            Start::Empty => &EMPTY,
            Start::Province => &PROVINCE,
        };
        let (bytes, reference) = template
            .get_or_init(|| async {
                let folder = tempfile::tempdir().expect("a folder can be made");
                let file = folder.path().join("template.sqlite");
                let reference = fill(&sqlite_url(&file), start).await;
                (std::fs::read(&file).expect("the template was written"), reference)
            })
            .await;
        let folder = tempfile::tempdir().expect("a folder can be made");
        let file = folder.path().join("exchange.sqlite");
        std::fs::write(&file, bytes).expect("the copy can be written");
        Self {
            store: connect(&sqlite_url(&file)).await,
            reference: reference.clone(),
            folder,
            made: None,
        }
    }

    /// A PostgreSQL database of its own, where there is a server.
    pub async fn postgres(start: Start) -> Option<Self> {
        static EMPTY: OnceCell<(String, Arc<Reference>)> = OnceCell::const_new();
        static PROVINCE: OnceCell<(String, Arc<Reference>)> = OnceCell::const_new();
        let server = std::env::var("TEST_POSTGRES_URL").ok()?;
        let (root, _) = server.rsplit_once('/').expect("TEST_POSTGRES_URL ends in a database's name");
        let admin = connect(&server).await;
        let template = match start {
            Start::Empty => &EMPTY,
            Start::Province => &PROVINCE,
        };
        let (template, reference) = template
            .get_or_init(|| async {
                sweep(&admin).await;
                let name = format!("{PREFIX}{}_{}", std::process::id(), number());
                sql(&admin, &format!("CREATE DATABASE {name}")).await;
                let reference = fill(&format!("{root}/{name}"), start).await;
                (name, reference)
            })
            .await;
        let name = format!("{PREFIX}{}_{}", std::process::id(), number());
        sql(&admin, &format!("CREATE DATABASE {name} TEMPLATE {template}")).await;
        Some(Self {
            store: connect(&format!("{root}/{name}")).await,
            reference: reference.clone(),
            folder: tempfile::tempdir().expect("a folder can be made"),
            made: Some((admin, name)),
        })
    }

    /// Takes the database away; what a failed test leaves behind can be looked at until the next run.
    pub async fn end(&self) {
        self.store.close().await.expect("the database can be closed");
        if let Some((admin, name)) = &self.made {
            sql(admin, &format!("DROP DATABASE {name} WITH (FORCE)")).await;
            admin.close().await.expect("the server's connection can be closed");
        }
    }
}

/// Databases of these tests begin so; the process that made one follows.
const PREFIX: &str = "sanviec_http_";

/// Drops what runs that are over have left on the server.
async fn sweep(admin: &Database) {
    let backend = admin.reader().get_database_backend();
    let query = sea_orm::Statement::from_string(backend, format!("SELECT datname FROM pg_database WHERE datname LIKE '{PREFIX}%'"));
    for row in admin.reader().query_all_raw(query).await.expect("the server lists its databases") {
        let name: String = row.try_get_by_index(0).expect("a name is text");
        let process = name.trim_start_matches(PREFIX).split('_').next().unwrap_or_default();
        if !Path::new("/proc").join(process).exists() {
            sql(admin, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
        }
    }
}

async fn sql(database: &Database, statement: &str) {
    database.reader().execute_unprepared(statement).await.expect(statement);
}

fn sqlite_url(file: &Path) -> String {
    format!("sqlite://{}", file.display())
}

async fn connect(url: &str) -> Database {
    let options = DatabaseOptions { url: url.to_owned(), readers: 6 };
    Database::connect(&options).await.expect("the database can be opened")
}

/// Fills a template and closes it.
async fn fill(url: &str, start: Start) -> Arc<Reference> {
    let store = connect(url).await;
    store.migrate().await.expect("the schema can be made");
    let clock: SharedClock = Arc::new(Still(beginning()));
    let ids: SharedIds = Arc::new(TestIds::default());
    referencing::load(&store, clock.clone(), ids.clone(), None).await.expect("the shipped lists are right");
    let home = config().site.province.parse().expect("the shipped province is one");
    let reference = referencing::current(&store, home).await.expect("the lists can be read").expect("they were loaded");
    let reference = Arc::new(reference);
    if start == Start::Province {
        let index = VacancyIndex::in_memory(reference.clone()).expect("an index fits into memory");
        let settings = boot::settings(&config(), &reference);
        let parts = Parts {
            store: store.clone(),
            index,
            reference: reference.clone(),
            clock,
            ids,
            settings,
            channels: Channels::demo(),
            files: sanviec_exchange::files::Files::in_memory(),
        };
        province::seed(&Exchange::new(parts), Size::Small).await.expect("the province can be seeded");
    }
    store.close().await.expect("the template can be closed");
    reference
}
