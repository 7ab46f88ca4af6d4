//! What the centre announces on its pages, from one moment to another.

use crate::error::Result;
use crate::tables::announcement::{self, Column};
use crate::unit::Unit;
use crate::updates::met;
use sanviec_domain::ids::PersonId;
use sanviec_domain::language::Locale;
use sanviec_domain::time::Instant;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// An announcement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnnouncementRecord {
    /// Its id.
    pub id: Uuid,
    /// In Vietnamese.
    pub text_vi: String,
    /// In English.
    pub text_en: String,
    /// From when it is shown.
    pub starts_at: Instant,
    /// Until when.
    pub ends_at: Instant,
    /// When it was taken down before its end.
    pub withdrawn_at: Option<Instant>,
    /// Who wrote it.
    pub person: PersonId,
    /// When it was written.
    pub created_at: Instant,
}

impl AnnouncementRecord {
    /// Its text in a language.
    pub fn text(&self, locale: Locale) -> &str {
        match locale {
            Locale::Vi => &self.text_vi,
            Locale::En => &self.text_en,
        }
    }

    /// Whether it is shown at a moment.
    pub fn is_shown(&self, at: Instant) -> bool {
        self.withdrawn_at.is_none() && self.starts_at <= at && at < self.ends_at
    }
}

fn record(row: announcement::Model) -> AnnouncementRecord {
    AnnouncementRecord {
        id: row.id,
        text_vi: row.text_vi,
        text_en: row.text_en,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
        withdrawn_at: row.withdrawn_at,
        person: PersonId(row.person),
        created_at: row.created_at,
    }
}

/// Those that are not over at a moment and were not taken down, the earliest first.
pub async fn coming(conn: &impl ConnectionTrait, now: Instant) -> Result<Vec<AnnouncementRecord>> {
    let query = announcement::Entity::find().filter(Column::EndsAt.gt(now)).filter(Column::WithdrawnAt.is_null());
    let rows = query.order_by_asc(Column::StartsAt).order_by_asc(Column::Id).all(conn).await?;
    Ok(rows.into_iter().map(record).collect())
}

/// The last ones written, the newest first.
pub async fn recent(conn: &impl ConnectionTrait, limit: u64) -> Result<Vec<AnnouncementRecord>> {
    let rows = announcement::Entity::find().order_by_desc(Column::Id).limit(limit).all(conn).await?;
    Ok(rows.into_iter().map(record).collect())
}

/// Writes a new one.
pub async fn insert(unit: &Unit, record: AnnouncementRecord) -> Result<()> {
    let row = announcement::Model {
        id: record.id,
        text_vi: record.text_vi,
        text_en: record.text_en,
        starts_at: record.starts_at,
        ends_at: record.ends_at,
        withdrawn_at: record.withdrawn_at,
        person: record.person.0,
        created_at: record.created_at,
    };
    announcement::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Takes one down. [`StoreError::Conflict`](crate::StoreError::Conflict) where there is none, or somebody was faster.
pub async fn withdraw(unit: &Unit, id: Uuid) -> Result<()> {
    let done = announcement::Entity::update_many()
        .col_expr(Column::WithdrawnAt, Expr::val(unit.now()))
        .filter(Column::Id.eq(id))
        .filter(Column::WithdrawnAt.is_null())
        .exec(unit.conn())
        .await?;
    met(done.rows_affected)
}
