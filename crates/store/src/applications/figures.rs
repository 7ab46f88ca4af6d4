//! What is left of an application once the person is gone from it: when, for what, how it ended.

use super::{ApplicationRecord, Column, application, open_states, record, records};
use crate::error::Result;
use crate::feed::Entity;
use crate::tables::{application_figure, history};
use crate::unit::Unit;
use crate::updates::met;
use sanviec_domain::time::{Instant, vietnam_date};
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

/// Applications that ended before `before` and that nobody agreed to keep, the longest over first.
/// Nothing moves an application that has ended, so its last change is its end.
pub async fn to_forget(conn: &impl ConnectionTrait, before: Instant, limit: u64) -> Result<Vec<ApplicationRecord>> {
    let query = application::Entity::find()
        .filter(Column::State.is_not_in(open_states()))
        .filter(Column::UpdatedAt.lt(before))
        .filter(Column::Keep.eq(false));
    records(query.order_by_asc(Column::UpdatedAt).order_by_asc(Column::Id).limit(limit).all(conn).await?, record)
}

/// Puts a figure in the place of an application and deletes it with its history, which names its
/// seeker. The figure has an id of its own: the audit log knows the application's, and must not
/// lead back to the person. [`StoreError::Conflict`](crate::StoreError::Conflict) where the application changed since it was read.
pub async fn forget(unit: &Unit, record: &ApplicationRecord) -> Result<()> {
    let figure = application_figure::Model {
        id: unit.uuid(),
        vacancy: record.vacancy.0,
        employer: record.employer.0,
        state: record.state.key().to_owned(),
        decline_reason: record.decline_reason.map(|reason| reason.key().to_owned()),
        sent_on: vietnam_date(record.created_at),
        answered_on: record.answered_at.map(vietnam_date),
        ended_on: vietnam_date(record.updated_at),
    };
    application_figure::Entity::insert(figure.into_active_model()).exec_without_returning(unit.conn()).await?;
    history::Entity::delete_many()
        .filter(history::Column::Entity.eq(Entity::Application.key()))
        .filter(history::Column::EntityId.eq(record.id.0))
        .exec(unit.conn())
        .await?;
    let done = application::Entity::delete_many()
        .filter(Column::Id.eq(record.id.0))
        .filter(Column::Version.eq(record.version))
        .exec(unit.conn())
        .await?;
    met(done.rows_affected)
}
