//! Sessions, on our own tables: "my devices" and "sign out everywhere" need more than a blob.
//!
//! The key of a row is a hash of the session id: who reads the table, or a backup of it, can't take a
//! session over.

use crate::convert::{corrupt, json, to_json};
use crate::database::Database;
use crate::error::{Result, StoreError};
use crate::tables::session::{self, Column};
use async_trait::async_trait;
use chrono::{SubsecRound, TimeDelta};
use sanviec_domain::ids::PersonId;
use sanviec_domain::time::{Instant, SharedClock};
use sea_orm::sea_query::OnConflict;
use sea_orm::{ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use sha2::{Digest, Sha256};
use std::fmt;
use time::OffsetDateTime;
use tower_sessions::session::{Id, Record};
use tower_sessions::session_store::{self, ExpiredDeletion};
use uuid::Uuid;

const TABLE: &str = "session";

/// Keys of a session's data that are kept in columns, too: the person signed in (an id), the browser
/// and the network it came from (texts).
pub const PERSON: &str = "person";
/// See [`PERSON`].
pub const USER_AGENT: &str = "user_agent";
/// See [`PERSON`].
pub const IP_PREFIX: &str = "ip_prefix";
/// When the session began, in seconds: kept in its data, because a session that changes its id is
/// a new row and not a new session. Taken out by whoever signs somebody in.
pub const BEGAN: &str = "began";

/// Whether the session has acted as staff of the centre: it lives as long as theirs do from then on,
/// whatever it acts as.
pub const STAFF: &str = "staff";

/// How long a session lives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetime {
    /// From its beginning, however much it is used.
    pub absolute: TimeDelta,
    /// From its last save.
    pub idle: TimeDelta,
}

/// How long sessions live, by whose they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lifetimes {
    /// Seekers' and organisations'.
    pub people: Lifetime,
    /// Staff's.
    pub staff: Lifetime,
}

/// The session store. How long a session lives is counted by our clock. The record's own expiry
/// date, which the layer takes from the machine's clock, is left aside and set from ours on load.
#[derive(Clone)]
pub struct SessionStore {
    database: Database,
    clock: SharedClock,
    lifetimes: Lifetimes,
}

impl fmt::Debug for SessionStore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SessionStore").field("lifetimes", &self.lifetimes).finish_non_exhaustive()
    }
}

/// A device a person is signed in on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Device {
    /// The row's key: names the session without opening it.
    pub key: String,
    /// When the session began.
    pub created_at: Instant,
    /// When it last changed.
    pub last_seen_at: Instant,
    /// The browser.
    pub user_agent: Option<String>,
    /// The network.
    pub ip_prefix: Option<String>,
}

/// The key of a session's row.
pub fn key(id: &Id) -> String {
    hex::encode(Sha256::digest(id.0.to_be_bytes()))
}

impl SessionStore {
    /// A store on this database.
    pub fn new(database: Database, clock: SharedClock, lifetimes: Lifetimes) -> Self {
        Self { database, clock, lifetimes }
    }

    fn row(&self, record: &Record) -> Result<session::Model> {
        let now = self.clock.now().trunc_subsecs(6);
        let began = record.data.get(BEGAN).and_then(serde_json::Value::as_i64);
        let began = began.and_then(|seconds| Instant::from_timestamp(seconds, 0)).unwrap_or(now);
        let is_staff = record.data.get(STAFF).and_then(serde_json::Value::as_bool).unwrap_or_default();
        let lifetime = if is_staff { self.lifetimes.staff } else { self.lifetimes.people };
        let text = |name: &str| record.data.get(name).and_then(serde_json::Value::as_str).map(str::to_owned);
        Ok(session::Model {
            key: key(&record.id),
            data: to_json(&record.data)?,
            person: text(PERSON).and_then(|id| Uuid::parse_str(&id).ok()),
            created_at: began,
            last_seen_at: now,
            expires_at: (began + lifetime.absolute).min(now + lifetime.idle),
            user_agent: text(USER_AGENT),
            ip_prefix: text(IP_PREFIX),
        })
    }

    async fn add(&self, record: &mut Record) -> Result<()> {
        record.data.entry(BEGAN.to_owned()).or_insert_with(|| self.clock.now().timestamp().into());
        loop {
            let row = self.row(record)?.into_active_model();
            let insert = session::Entity::insert(row).on_conflict(OnConflict::column(Column::Key).do_nothing().to_owned());
            if insert.exec_without_returning(self.database.writer()).await? == 1 {
                return Ok(());
            }
            record.id = Id::default();
        }
    }

    async fn change(&self, record: &Record) -> Result<()> {
        let mut row = sea_orm::ActiveModelTrait::reset_all(self.row(record)?.into_active_model());
        row.key = ActiveValue::NotSet;
        row.created_at = ActiveValue::NotSet;
        // Only a session that is still there: one that was signed out while a request of it was
        // under way must not come back.
        let done = session::Entity::update_many()
            .set(row)
            .filter(Column::Key.eq(key(&record.id)))
            .exec(self.database.writer())
            .await?;
        if done.rows_affected == 0 {
            tracing::debug!("a session ended while a request of it was under way");
        }
        Ok(())
    }

    async fn read(&self, id: &Id) -> Result<Option<Record>> {
        let row = session::Entity::find_by_id(key(id))
            .filter(Column::ExpiresAt.gt(self.clock.now()))
            .one(self.database.reader())
            .await?;
        row.map(|row| {
            let expiry_date = OffsetDateTime::from_unix_timestamp(row.expires_at.timestamp()).map_err(|error| corrupt(TABLE, error))?;
            let mut record = Record {
                id: *id,
                data: json(TABLE, &row.data)?,
                expiry_date,
            };
            // A session from before its beginning was kept in the data.
            record.data.entry(BEGAN.to_owned()).or_insert_with(|| row.created_at.timestamp().into());
            Ok(record)
        })
        .transpose()
    }
}

fn store_error(error: StoreError) -> session_store::Error {
    match error {
        StoreError::Encode(error) => session_store::Error::Encode(error.to_string()),
        StoreError::Corrupt { detail, .. } => session_store::Error::Decode(detail),
        other => session_store::Error::Backend(other.to_string()),
    }
}

#[async_trait]
impl tower_sessions::SessionStore for SessionStore {
    async fn create(&self, record: &mut Record) -> session_store::Result<()> {
        self.add(record).await.map_err(store_error)
    }

    async fn save(&self, record: &Record) -> session_store::Result<()> {
        self.change(record).await.map_err(store_error)
    }

    async fn load(&self, id: &Id) -> session_store::Result<Option<Record>> {
        self.read(id).await.map_err(store_error)
    }

    async fn delete(&self, id: &Id) -> session_store::Result<()> {
        session::Entity::delete_by_id(key(id))
            .exec(self.database.writer())
            .await
            .map_err(|error| store_error(error.into()))?;
        Ok(())
    }
}

#[async_trait]
impl ExpiredDeletion for SessionStore {
    async fn delete_expired(&self) -> session_store::Result<()> {
        let query = session::Entity::delete_many().filter(Column::ExpiresAt.lte(self.clock.now()));
        query.exec(self.database.writer()).await.map_err(|error| store_error(error.into()))?;
        Ok(())
    }
}

/// Where a person is signed in, last used first.
pub async fn devices_of(conn: &impl ConnectionTrait, person: PersonId, now: Instant) -> Result<Vec<Device>> {
    let query = session::Entity::find().filter(Column::Person.eq(person.0)).filter(Column::ExpiresAt.gt(now));
    let rows = query.order_by_desc(Column::LastSeenAt).order_by_asc(Column::Key).all(conn).await?;
    Ok(rows
        .into_iter()
        .map(|row| Device {
            key: row.key,
            created_at: row.created_at,
            last_seen_at: row.last_seen_at,
            user_agent: row.user_agent,
            ip_prefix: row.ip_prefix,
        })
        .collect())
}

/// Deletes the sessions that have run out; answers with how many.
pub async fn sweep(unit: &crate::Unit) -> Result<u64> {
    let query = session::Entity::delete_many().filter(Column::ExpiresAt.lte(unit.now()));
    Ok(query.exec(unit.conn()).await?.rows_affected)
}

/// Signs a person out everywhere, or everywhere but in the session of this key; answers with how many
/// sessions ended.
pub async fn sign_out_everywhere(unit: &crate::Unit, person: PersonId, but: Option<&str>) -> Result<u64> {
    let mut query = session::Entity::delete_many().filter(Column::Person.eq(person.0));
    if let Some(but) = but {
        query = query.filter(Column::Key.ne(but));
    }
    Ok(query.exec(unit.conn()).await?.rows_affected)
}

/// Signs a person out in the session of this key; whether there was one of that person.
pub async fn sign_out_one(unit: &crate::Unit, person: PersonId, key: &str) -> Result<bool> {
    let query = session::Entity::delete_by_id(key).filter(Column::Person.eq(person.0));
    Ok(query.exec(unit.conn()).await?.rows_affected == 1)
}
