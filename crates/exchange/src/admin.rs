//! What administrators do: people and their roles, organisations, messages, the audit log.

pub mod accounts;
pub mod chain;
pub mod merging;
pub mod roles;

use crate::error::{ExchangeError, Result};
use crate::{Exchange, jobs};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::{CaseId, MessageId, OrganisationId};
use sanviec_domain::organisation::{OrganisationKind, OrganisationState};
use sanviec_store::audit::{AuditLine, AuditQuery};
use sanviec_store::jobs::JobState;
use sanviec_store::messages::{CODE, MessageRecord, MessageState};
use sanviec_store::reference::ListInfo;
use sanviec_store::{Entity, OrganisationRecord};

/// Rows of a page.
pub const PAGE: u64 = 50;
/// Dead jobs looked through for the one that sent a message.
const DEAD: u64 = 1_000;

/// The messages of a state, newest first, without their words: an administrator sees that there was
/// one, not what it said. `after` is the last one seen.
pub async fn messages(exchange: &Exchange, actor: &Actor, state: Option<MessageState>, after: Option<MessageId>) -> Result<Vec<MessageRecord>> {
    allows(actor, Action::Administer)?;
    let mut found = sanviec_store::messages::in_state(exchange.store.reader(), state, after, PAGE).await?;
    for message in &mut found {
        message.text.clear();
        message.html = None;
        if message.kind == CODE {
            message.subject.clear();
        }
    }
    Ok(found)
}

/// Sends a message again that was given up. False where there is nothing left to send.
pub async fn send_again(exchange: &Exchange, actor: &Actor, id: MessageId) -> Result<bool> {
    allows(actor, Action::Administer)?;
    let unit = exchange.begin(actor).await?;
    let message = sanviec_store::messages::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    if message.state != MessageState::Failed || !sanviec_store::messages::requeue(&unit, id).await? {
        return Ok(false);
    }
    let dead = sanviec_store::jobs::list(unit.conn(), JobState::Dead, DEAD).await?;
    match dead.iter().find(|job| jobs::message_of(job) == Some(id)) {
        Some(job) => sanviec_store::jobs::retry_dead(&unit, job.id).await?,
        None => unit.enqueue(jobs::send_message(id)),
    }
    unit.audit("message.retry", Entity::Message, id.0, serde_json::Value::Null);
    unit.save().await?;
    Ok(true)
}

/// Lines of the audit log, newest first; `before` is the last one seen.
pub async fn audit(exchange: &Exchange, actor: &Actor, query: &AuditQuery, before: Option<i64>) -> Result<Vec<AuditLine>> {
    allows(actor, Action::Administer)?;
    Ok(sanviec_store::audit::search(exchange.store.reader(), query, before, PAGE).await?)
}

/// An organisation, and its open case where there is one.
pub struct Listed {
    /// The organisation.
    pub organisation: OrganisationRecord,
    /// What waits for an officer.
    pub case: Option<CaseId>,
}

/// Organisations by name, kind and state, newest first; `before` is the last one seen.
pub async fn organisations(
    exchange: &Exchange,
    actor: &Actor,
    name: &str,
    kind: Option<OrganisationKind>,
    state: Option<OrganisationState>,
    before: Option<OrganisationId>,
) -> Result<Vec<Listed>> {
    allows(actor, Action::Administer)?;
    let conn = exchange.store.reader();
    let mut listed = Vec::new();
    for organisation in sanviec_store::organisations::search(conn, name, kind, state, before, PAGE).await? {
        let case = sanviec_store::cases::open_for(conn, Entity::Organisation, organisation.id.0).await?;
        listed.push(Listed {
            organisation,
            case: case.map(|case| case.id),
        });
    }
    Ok(listed)
}

/// The official lists as they are loaded.
pub async fn lists(exchange: &Exchange, actor: &Actor) -> Result<Vec<ListInfo>> {
    allows(actor, Action::Administer)?;
    Ok(sanviec_store::reference::loaded(exchange.store.reader()).await?)
}
