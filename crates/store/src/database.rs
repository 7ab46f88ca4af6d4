//! The connections.

use crate::error::{Result, StoreError};
use crate::unit::Unit;
use sanviec_domain::access::Actor;
use sanviec_domain::time::{SharedClock, SharedIds};
use sanviec_migrations::{Migrator, MigratorTrait};
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};
use sea_orm::{ConnectOptions, ConnectionTrait, DatabaseConnection, SqliteTransactionMode, Statement, TransactionOptions, TransactionTrait};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;
use tokio::sync::watch;

/// How long a connection waits for another process to finish writing (SQLite).
const BUSY_TIMEOUT: Duration = Duration::from_secs(5);
/// How long a unit of work waits for its turn.
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(30);
/// Prepared statements kept by each connection.
const STATEMENTS: usize = 256;
/// The key of the lock that lets one node at a time migrate a PostgreSQL database.
const MIGRATION_LOCK: i64 = 0x0073_616e_7669_6563;

/// Where the database is.
#[derive(Clone, Debug)]
pub struct DatabaseOptions {
    /// `sqlite:///path/file.db`, `sqlite::memory:` or `postgres://…`.
    pub url: String,
    /// Connections that read (SQLite), or connections in all (PostgreSQL).
    pub readers: u32,
}

/// The engine behind the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// One file beside the program.
    Sqlite,
    /// A server.
    Postgres,
}

/// The database. Cheap to clone.
///
/// On SQLite there is one connection that writes and a pool that only reads (`query_only`), so that
/// readers never wait for a writer and writers queue fairly inside the program instead of failing
/// with "busy". On PostgreSQL there is one pool.
#[derive(Clone, Debug)]
pub struct Database {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    engine: Engine,
    writer: DatabaseConnection,
    reader: DatabaseConnection,
    changed: watch::Sender<u64>,
    jobs_added: watch::Sender<u64>,
    /// The folder of a `sqlite::memory:` database; goes away with it.
    _scratch: Option<Scratch>,
}

/// A folder that goes away. In SQLite a database in memory belongs to one connection; a writer and
/// readers beside it need a file, so "memory" is a file that nobody else sees and nobody syncs.
#[derive(Debug)]
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Result<Self> {
        static NEXT: AtomicU64 = AtomicU64::new(0);
        loop {
            let name = format!("sanviec-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
            let path = std::env::temp_dir().join(name);
            match std::fs::create_dir(&path) {
                Ok(()) => return Ok(Self(path)),
                Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error.into()),
            }
        }
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.0) {
            tracing::debug!(%error, "a scratch database was left behind");
        }
    }
}

impl Database {
    /// Opens the database; a SQLite file is made where there is none. Does not migrate.
    pub async fn connect(options: &DatabaseOptions) -> Result<Self> {
        let (engine, writer, reader, scratch) = if options.url.starts_with("sqlite:") {
            let in_memory = options.url.contains(":memory:");
            let scratch = in_memory.then(Scratch::new).transpose()?;
            let url = match &scratch {
                Some(scratch) => format!("sqlite://{}/memory.db", scratch.0.display()),
                None => options.url.clone(),
            };
            // The writer comes first: it makes the file and turns WAL on.
            let writer = sea_orm::Database::connect(sqlite(&url, 1, false, in_memory)).await?;
            let reader = sea_orm::Database::connect(sqlite(&url, options.readers.max(1), true, in_memory)).await?;
            (Engine::Sqlite, writer, reader, scratch)
        } else if options.url.starts_with("postgres:") || options.url.starts_with("postgresql:") {
            let mut connect = ConnectOptions::new(options.url.clone());
            connect
                .max_connections(options.readers.max(2))
                .acquire_timeout(ACQUIRE_TIMEOUT)
                .sqlx_logging(false)
                .set_application_name("sanviec");
            // Asked whether it still lives only after a pause: a ping before each read would double it.
            connect.test_before_acquire_if_idle_for(ACQUIRE_TIMEOUT);
            connect.map_sqlx_postgres_opts(|options| options.statement_cache_capacity(STATEMENTS));
            let pool = sea_orm::Database::connect(connect).await?;
            (Engine::Postgres, pool.clone(), pool, None)
        } else {
            let scheme = options.url.split(':').next().unwrap_or_default();
            return Err(StoreError::Url(scheme.to_owned()));
        };
        let inner = Inner {
            engine,
            writer,
            reader,
            changed: watch::Sender::new(0),
            jobs_added: watch::Sender::new(0),
            _scratch: scratch,
        };
        Ok(Self { inner: Arc::new(inner) })
    }

    /// The engine behind it.
    pub fn engine(&self) -> Engine {
        self.inner.engine
    }

    /// A connection for reading. On SQLite it refuses to write.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.inner.reader
    }

    /// The connection for single statements that need no unit of work (sessions, the job queue).
    pub(crate) fn writer(&self) -> &DatabaseConnection {
        &self.inner.writer
    }

    /// Begins a unit of work. On SQLite it waits its turn and is the only one until it ends
    /// (`BEGIN IMMEDIATE`): never hold it across mail, HTTP or password hashing, and never begin a
    /// second one inside it.
    pub async fn begin(&self, clock: SharedClock, ids: SharedIds, actor: Actor) -> Result<Unit> {
        let transaction = self.begin_write().await?;
        Ok(Unit::new(self.clone(), transaction, clock.now(), ids, actor))
    }

    /// A bare write transaction.
    pub(crate) async fn begin_write(&self) -> Result<sea_orm::DatabaseTransaction> {
        let options = TransactionOptions {
            sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
            ..TransactionOptions::default()
        };
        Ok(self.inner.writer.begin_with_options(options).await?)
    }

    /// Brings the schema up to date. Several nodes may do so at once: one works, the others wait.
    pub async fn migrate(&self) -> Result<()> {
        match self.inner.engine {
            Engine::Sqlite => Migrator::up(&self.inner.writer, None).await?,
            Engine::Postgres => {
                let lock = self.inner.writer.begin().await?;
                let statement = Statement::from_sql_and_values(lock.get_database_backend(), "SELECT pg_advisory_xact_lock($1)", [MIGRATION_LOCK.into()]);
                lock.execute_raw(statement).await?;
                Migrator::up(&self.inner.writer, None).await?;
                lock.commit().await?;
            }
        }
        Ok(())
    }

    /// How many steps of the schema are still to be made. Changes nothing.
    pub async fn pending_migrations(&self) -> Result<usize> {
        Ok(Migrator::get_pending_migrations_read_only(&self.inner.reader).await?.len())
    }

    /// Wakes after a commit of this process that added to the change feed; the value is the last
    /// number. Only an optimisation: other processes commit, too, so a follower must also look by
    /// itself from time to time.
    pub fn changed(&self) -> watch::Receiver<u64> {
        self.inner.changed.subscribe()
    }

    /// The last number that a commit of this process has added to the change feed; 0 before the first.
    pub fn last_change_here(&self) -> u64 {
        *self.inner.changed.borrow()
    }

    /// Wakes after a commit of this process that added jobs. Only an optimisation, as
    /// [`Database::changed`].
    pub fn jobs_added(&self) -> watch::Receiver<u64> {
        self.inner.jobs_added.subscribe()
    }

    pub(crate) fn notify(&self, last_change: Option<i64>, jobs: usize) {
        if let Some(last) = last_change {
            self.inner.changed.send_modify(|seen| *seen = (*seen).max(last.unsigned_abs()));
        }
        if jobs > 0 {
            self.inner.jobs_added.send_modify(|added| *added += jobs as u64);
        }
    }

    /// Whether the database answers.
    pub async fn ping(&self) -> Result<()> {
        self.inner
            .reader
            .query_one_raw(Statement::from_string(self.inner.reader.get_database_backend(), "SELECT 1"))
            .await?;
        Ok(())
    }

    /// How large the database is, in bytes, without its write-ahead log.
    pub async fn size_bytes(&self) -> Result<u64> {
        let sql = match self.inner.engine {
            Engine::Sqlite => "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()",
            Engine::Postgres => "SELECT pg_database_size(current_database())",
        };
        let row = self
            .inner
            .reader
            .query_one_raw(Statement::from_string(self.inner.reader.get_database_backend(), sql))
            .await?;
        let size: i64 = row.map(|row| row.try_get_by_index(0)).transpose()?.unwrap_or_default();
        Ok(size.unsigned_abs())
    }

    /// Closes the connections; on SQLite the write-ahead log is folded into the file.
    pub async fn close(&self) -> Result<()> {
        if self.inner.engine == Engine::Sqlite {
            // What the planner knows of the tables is brought up to date, where it has grown old.
            self.inner.writer.execute_unprepared("PRAGMA optimize").await?;
        }
        self.inner.reader.close_by_ref().await?;
        self.inner.writer.close_by_ref().await?;
        Ok(())
    }
}

fn sqlite(url: &str, connections: u32, read_only: bool, in_memory: bool) -> ConnectOptions {
    let mut connect = ConnectOptions::new(url.to_owned());
    connect.max_connections(connections).min_connections(1).acquire_timeout(ACQUIRE_TIMEOUT).sqlx_logging(false);
    // Connections to a file don't grow stale: asking them before each use would double every read.
    connect.test_before_acquire(false).idle_timeout(None).max_lifetime(None);
    connect.map_sqlx_sqlite_opts(move |options: SqliteConnectOptions| {
        let options = options
            .create_if_missing(!read_only)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(if in_memory { SqliteSynchronous::Off } else { SqliteSynchronous::Normal })
            .busy_timeout(BUSY_TIMEOUT)
            .foreign_keys(true)
            .statement_cache_capacity(STATEMENTS)
            // Not mapped: every connection would count the whole file as its own memory.
            .pragma("cache_size", "-16384")
            .pragma("temp_store", "memory");
        if read_only { options.pragma("query_only", "on") } else { options }
    });
    connect
}
