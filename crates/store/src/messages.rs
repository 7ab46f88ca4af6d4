//! The outbox: every message the program sends, written in the unit of work that it follows from.

use crate::convert::{corrupt, locale, records};
use crate::error::Result;
use crate::tables::invitation;
use crate::tables::message::{self, Column};
use crate::unit::Unit;
use crate::updates::met;
use crate::words::words;
use sanviec_domain::ids::MessageId;
use sanviec_domain::language::Locale;
use sanviec_domain::membership::InvitationState;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveValue, ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, QueryTrait};
use std::collections::BTreeMap;

const TABLE: &str = "message";

/// The kind of the messages that carry a one-time code.
pub const CODE: &str = "code";
/// The kind of a letter that invites somebody to an organisation.
pub const INVITATION: &str = "invitation";
/// The kind of the messages that carry a link which sets a password.
pub const PASSWORD_LINK: &str = "password_link";

words! {
    /// How a message travels.
    Channel {
        /// E-mail.
        Email = "email",
        /// A text message.
        Sms = "sms",
        /// A Zalo notification.
        Zalo = "zalo",
    }
}

words! {
    /// Where a message stands.
    MessageState {
        /// It is to be sent, or sent again.
        Queued = "queued",
        /// The next hop has taken it.
        Sent = "sent",
        /// It is given up.
        Failed = "failed",
    }
}

/// A message of the outbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MessageRecord {
    /// Its id; the same over every attempt to send it.
    pub id: MessageId,
    /// How it travels.
    pub channel: Channel,
    /// The address or the telephone number; empty once it is old.
    pub recipient: String,
    /// Its language.
    pub locale: Locale,
    /// The subject; empty for a text message.
    pub subject: String,
    /// The text; empty once it is old, or holds a code that is dead.
    pub text: String,
    /// The same as HTML.
    pub html: Option<String>,
    /// Which message it is: `code`, `application-received`, …
    pub kind: String,
    /// Where it stands.
    pub state: MessageState,
    /// How often it was tried.
    pub attempts: i16,
    /// What went wrong the last time.
    pub last_error: Option<String>,
    /// When it was written.
    pub created_at: Instant,
    /// When it was sent.
    pub sent_at: Option<Instant>,
}

fn state(key: &str) -> Result<MessageState> {
    MessageState::from_key(key).ok_or_else(|| corrupt(TABLE, key))
}

fn record(row: message::Model) -> Result<MessageRecord> {
    Ok(MessageRecord {
        id: MessageId(row.id),
        channel: Channel::from_key(&row.channel).ok_or_else(|| corrupt(TABLE, &row.channel))?,
        recipient: row.recipient,
        locale: locale(TABLE, &row.locale)?,
        subject: row.subject,
        text: row.text,
        html: row.html,
        kind: row.kind,
        state: state(&row.state)?,
        attempts: row.attempts,
        last_error: row.last_error,
        created_at: row.created_at,
        sent_at: row.sent_at,
    })
}

/// The message of an id.
pub async fn find(conn: &impl ConnectionTrait, id: MessageId) -> Result<Option<MessageRecord>> {
    message::Entity::find_by_id(id.0).one(conn).await?.map(record).transpose()
}

/// Writes a new message.
pub async fn insert(unit: &Unit, record: MessageRecord) -> Result<()> {
    let row = message::Model {
        id: record.id.0,
        channel: record.channel.key().to_owned(),
        recipient: record.recipient,
        locale: record.locale.tag().to_owned(),
        subject: record.subject,
        text: record.text,
        html: record.html,
        kind: record.kind,
        state: record.state.key().to_owned(),
        attempts: record.attempts,
        last_error: record.last_error,
        created_at: record.created_at,
        sent_at: record.sent_at,
    };
    message::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// The message is on its way. [`StoreError::Conflict`](crate::StoreError::Conflict) where it was so already.
pub async fn mark_sent(unit: &Unit, id: MessageId) -> Result<()> {
    let done = message::Entity::update_many()
        .col_expr(Column::State, MessageState::Sent.key().into())
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1_i16))
        .col_expr(Column::LastError, Expr::val(Option::<String>::None))
        .col_expr(Column::SentAt, Expr::val(unit.now()))
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.ne(MessageState::Sent.key()))
        .exec(unit.conn())
        .await?;
    met(done.rows_affected)
}

/// An attempt failed; `give_up` says that it was the last. [`StoreError::Conflict`](crate::StoreError::Conflict) where the
/// message was sent in the meantime.
pub async fn mark_failed(unit: &Unit, id: MessageId, error: &str, give_up: bool) -> Result<()> {
    let state = if give_up { MessageState::Failed } else { MessageState::Queued };
    let done = message::Entity::update_many()
        .col_expr(Column::State, state.key().into())
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1_i16))
        .col_expr(Column::LastError, error.into())
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.ne(MessageState::Sent.key()))
        .exec(unit.conn())
        .await?;
    met(done.rows_affected)
}

/// A message that was given up is to be sent again, or one that still waits. False where there is
/// nothing left to send: it was sent, or its text is gone.
pub async fn requeue(unit: &Unit, id: MessageId) -> Result<bool> {
    let done = message::Entity::update_many()
        .col_expr(Column::State, MessageState::Queued.key().into())
        .filter(Column::Id.eq(id.0))
        .filter(Column::State.ne(MessageState::Sent.key()))
        .filter(Column::Text.ne(""))
        .exec(unit.conn())
        .await?;
    Ok(done.rows_affected > 0)
}

/// What is left of a message without its words.
fn wordless() -> message::ActiveModel {
    message::ActiveModel {
        text: ActiveValue::Set(String::new()),
        html: ActiveValue::Set(None),
        ..Default::default()
    }
}

/// Why a code that was never sent is not to be sent any more.
const TOO_LATE: &str = "the code was used or ran out before it was sent";

/// Takes the words out of the messages of a query; those that still waited are given up, because
/// there is nothing left to send.
async fn take_words(unit: &Unit, of: Condition) -> Result<u64> {
    message::Entity::update_many()
        .col_expr(Column::State, MessageState::Failed.key().into())
        .col_expr(Column::LastError, TOO_LATE.into())
        .filter(of.clone())
        .filter(Column::State.eq(MessageState::Queued.key()))
        .exec(unit.conn())
        .await?;
    Ok(message::Entity::update_many().set(wordless()).filter(of).exec(unit.conn()).await?.rows_affected)
}

/// Takes a one-time code out of the message it was sent with. One that was proved has arrived,
/// whatever we had written down of it so far.
pub async fn erase_code(unit: &Unit, id: MessageId, proved: bool) -> Result<()> {
    let of = Condition::all().add(Column::Id.eq(id.0)).add(Column::Kind.eq(CODE));
    if proved {
        message::Entity::update_many()
            .col_expr(Column::State, MessageState::Sent.key().into())
            .col_expr(Column::SentAt, Expr::val(unit.now()))
            .filter(of.clone())
            .filter(Column::State.eq(MessageState::Queued.key()))
            .exec(unit.conn())
            .await?;
    }
    take_words(unit, of).await?;
    Ok(())
}

/// Takes the codes out of the messages that were written before an instant; answers with how many.
pub async fn erase_codes(unit: &Unit, before: Instant) -> Result<u64> {
    // Written out and not bound, for the partial index on the codes that can be read.
    let readable = Expr::cust(format!("kind = '{CODE}' AND text <> ''"));
    take_words(unit, Condition::all().add(readable).add(Column::CreatedAt.lte(before))).await
}

/// Takes the links that set a password out of the messages that were written before an instant;
/// answers with how many.
pub async fn erase_links(unit: &Unit, before: Instant) -> Result<u64> {
    let readable = Expr::cust(format!("kind = '{PASSWORD_LINK}' AND text <> ''"));
    take_words(unit, Condition::all().add(readable).add(Column::CreatedAt.lte(before))).await
}

/// Takes the links of invitations out of the letters to those who have no open invitation any more;
/// answers with how many.
pub async fn erase_invitations(unit: &Unit) -> Result<u64> {
    let open = invitation::Entity::find()
        .select_only()
        .column(invitation::Column::Email)
        .filter(invitation::Column::State.eq(InvitationState::Open.key()))
        .filter(invitation::Column::ExpiresAt.gt(unit.now()))
        .filter(invitation::Column::Email.is_not_null());
    let readable = Expr::cust(format!("kind = '{INVITATION}' AND text <> ''"));
    let over = Column::Recipient.not_in_subquery(open.into_query()).and(Column::State.ne(MessageState::Queued.key()));
    take_words(unit, Condition::all().add(readable).add(over)).await
}

/// Takes recipient, subject and words out of the messages that were written before an instant and are
/// sent or given up; answers with how many. That there was one, and of which kind, stays.
pub async fn prune(unit: &Unit, before: Instant) -> Result<u64> {
    let change = message::ActiveModel {
        recipient: ActiveValue::Set(String::new()),
        subject: ActiveValue::Set(String::new()),
        last_error: ActiveValue::Set(None),
        ..wordless()
    };
    let query = message::Entity::update_many()
        .set(change)
        .filter(Column::CreatedAt.lt(before))
        .filter(Column::State.ne(MessageState::Queued.key()))
        .filter(Column::Recipient.ne(""));
    Ok(query.exec(unit.conn()).await?.rows_affected)
}

/// Messages, newest first; `after` is the last one seen.
pub async fn recent(conn: &impl ConnectionTrait, after: Option<MessageId>, limit: u64) -> Result<Vec<MessageRecord>> {
    let mut query = message::Entity::find();
    if let Some(after) = after {
        query = query.filter(Column::Id.lt(after.0));
    }
    records(query.order_by_desc(Column::Id).limit(limit).all(conn).await?, record)
}

/// How many messages are in each state; states without any are left out.
pub async fn counts(conn: &impl ConnectionTrait) -> Result<BTreeMap<MessageState, u64>> {
    let query = message::Entity::find()
        .select_only()
        .column(Column::State)
        .column_as(Column::Id.count(), "count")
        .group_by(Column::State);
    let rows: Vec<(String, i64)> = query.into_tuple().all(conn).await?;
    rows.into_iter().map(|(key, count)| Ok((state(&key)?, count.unsigned_abs()))).collect()
}

/// Messages of one state or of all, newest first; `after` is the last one seen.
pub async fn in_state(conn: &impl ConnectionTrait, state: Option<MessageState>, after: Option<MessageId>, limit: u64) -> Result<Vec<MessageRecord>> {
    let query = message::Entity::find()
        .apply_if(state, |found, state| found.filter(Column::State.eq(state.key())))
        .apply_if(after, |found, after| found.filter(Column::Id.lt(after.0)));
    records(query.order_by_desc(Column::Id).limit(limit).all(conn).await?, record)
}
