//! Whom to tell of employers' own systems, and how each telling went.

use crate::convert::{records, word};
use crate::error::Result;
use crate::tables::{webhook, webhook_delivery};
use crate::unit::Unit;
use sanviec_domain::ids::{DeliveryId, OrganisationId, PersonId, WebhookId};
use sanviec_domain::program::DeliveryState;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

const DELIVERY: &str = "webhook_delivery";

/// Whom to tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookRecord {
    /// Its id.
    pub id: WebhookId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// Where to.
    pub url: String,
    /// What is signed with, sealed.
    pub secret: String,
    /// Who entered it.
    pub created_by: PersonId,
    /// When.
    pub created_at: Instant,
}

/// One telling.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryRecord {
    /// Its id.
    pub id: DeliveryId,
    /// To whom.
    pub webhook: WebhookId,
    /// Of what: `vacancy.published`.
    pub event: String,
    /// The bytes that are sent and signed.
    pub body: String,
    /// How it stands.
    pub state: DeliveryState,
    /// How often it was tried.
    pub attempts: u32,
    /// What the other side answered last, or what kept us from asking.
    pub answer: String,
    /// When it happened.
    pub created_at: Instant,
    /// When it had arrived or was given up.
    pub ended_at: Option<Instant>,
}

fn record(row: webhook::Model) -> WebhookRecord {
    WebhookRecord {
        id: WebhookId(row.id),
        organisation: OrganisationId(row.organisation),
        url: row.url,
        secret: row.secret,
        created_by: PersonId(row.created_by),
        created_at: row.created_at,
    }
}

fn delivery(row: webhook_delivery::Model) -> Result<DeliveryRecord> {
    Ok(DeliveryRecord {
        id: DeliveryId(row.id),
        webhook: WebhookId(row.webhook),
        event: row.event,
        body: row.body,
        state: word(DELIVERY, &row.state)?,
        attempts: row.attempts.unsigned_abs(),
        answer: row.answer,
        created_at: row.created_at,
        ended_at: row.ended_at,
    })
}

/// Writes a new one.
pub async fn insert(unit: &Unit, record: &WebhookRecord) -> Result<()> {
    let row = webhook::Model {
        id: record.id.0,
        organisation: record.organisation.0,
        url: record.url.clone(),
        secret: record.secret.clone(),
        created_by: record.created_by.0,
        created_at: record.created_at,
    };
    webhook::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// An organisation's.
pub async fn of(conn: &impl ConnectionTrait, organisation: OrganisationId) -> Result<Vec<WebhookRecord>> {
    let query = webhook::Entity::find().filter(webhook::Column::Organisation.eq(organisation.0));
    Ok(query.order_by_asc(webhook::Column::Id).all(conn).await?.into_iter().map(record).collect())
}

/// The one of an id.
pub async fn find(conn: &impl ConnectionTrait, id: WebhookId) -> Result<Option<WebhookRecord>> {
    Ok(webhook::Entity::find_by_id(id.0).one(conn).await?.map(record))
}

/// Writes a secret sealed anew.
pub async fn seal_anew(unit: &Unit, id: WebhookId, sealed: &str) -> Result<()> {
    webhook::Entity::update_many()
        .col_expr(webhook::Column::Secret, Expr::value(sealed))
        .filter(webhook::Column::Id.eq(id.0))
        .exec(unit.conn())
        .await?;
    Ok(())
}

/// Takes away an organisation's, with its tellings; whether it was there.
pub async fn remove(unit: &Unit, organisation: OrganisationId, id: WebhookId) -> Result<bool> {
    let done = webhook::Entity::delete_many()
        .filter(webhook::Column::Id.eq(id.0))
        .filter(webhook::Column::Organisation.eq(organisation.0))
        .exec(unit.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// Writes a new telling.
pub async fn add_delivery(unit: &Unit, record: &DeliveryRecord) -> Result<()> {
    let row = webhook_delivery::Model {
        id: record.id.0,
        webhook: record.webhook.0,
        event: record.event.clone(),
        body: record.body.clone(),
        state: record.state.key().to_owned(),
        attempts: i32::try_from(record.attempts).unwrap_or(i32::MAX),
        answer: record.answer.clone(),
        created_at: record.created_at,
        ended_at: record.ended_at,
    };
    webhook_delivery::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// The telling of an id.
pub async fn find_delivery(conn: &impl ConnectionTrait, id: DeliveryId) -> Result<Option<DeliveryRecord>> {
    webhook_delivery::Entity::find_by_id(id.0).one(conn).await?.map(delivery).transpose()
}

/// Writes down how a try went.
pub async fn tried(unit: &Unit, id: DeliveryId, state: DeliveryState, attempts: u32, answer: &str) -> Result<()> {
    let ended = (state != DeliveryState::Waiting).then(|| unit.now());
    webhook_delivery::Entity::update_many()
        .col_expr(webhook_delivery::Column::State, Expr::value(state.key()))
        .col_expr(webhook_delivery::Column::Attempts, Expr::value(i32::try_from(attempts).unwrap_or(i32::MAX)))
        .col_expr(webhook_delivery::Column::Answer, Expr::value(answer))
        .col_expr(webhook_delivery::Column::EndedAt, Expr::value(ended))
        .filter(webhook_delivery::Column::Id.eq(id.0))
        .exec(unit.conn())
        .await?;
    Ok(())
}

/// The latest tellings of a webhook.
pub async fn latest_deliveries(conn: &impl ConnectionTrait, webhook: WebhookId, limit: u64) -> Result<Vec<DeliveryRecord>> {
    let query = webhook_delivery::Entity::find().filter(webhook_delivery::Column::Webhook.eq(webhook.0));
    records(query.order_by_desc(webhook_delivery::Column::Id).limit(limit).all(conn).await?, delivery)
}

/// Forgets the tellings from before an instant; answers with how many.
pub async fn forget_deliveries(unit: &Unit, before: Instant) -> Result<u64> {
    let done = webhook_delivery::Entity::delete_many()
        .filter(webhook_delivery::Column::CreatedAt.lt(before))
        .exec(unit.conn())
        .await?;
    Ok(done.rows_affected)
}
