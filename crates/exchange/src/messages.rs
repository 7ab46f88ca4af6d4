//! The one outbox: a message is written in the same unit as what it tells of, and sent by a job, at
//! least once, always under the same id.

pub mod channels;

pub use channels::{ChannelError, Channels, EmailSettings, GatewaySettings};

use crate::error::{ExchangeError, Result};
use crate::{Exchange, jobs};
use sanviec_domain::access::Actor;
use sanviec_domain::ids::MessageId;
use sanviec_domain::language::Locale;
use sanviec_render::mail::{Letter, Notice};
use sanviec_store::Unit;
use sanviec_store::messages::{Channel, MessageRecord, MessageState};

/// Writes a notice in a language. Template work: never inside a unit.
pub(crate) fn compose(exchange: &Exchange, notice: &Notice<'_>, locale: Locale) -> Result<Letter> {
    sanviec_render::mail::letter(notice, locale, &exchange.settings.site).map_err(|error| ExchangeError::Internal(error.to_string()))
}

/// Puts a letter into the outbox, with the job that sends it.
pub(crate) async fn put(unit: &Unit, id: MessageId, channel: Channel, recipient: &str, locale: Locale, kind: &str, letter: Letter) -> Result<()> {
    if sanviec_store::messages::find(unit.conn(), id).await?.is_some() {
        return Ok(());
    }
    let record = MessageRecord {
        id,
        channel,
        recipient: recipient.to_owned(),
        locale,
        subject: letter.subject,
        text: if channel == Channel::Email { letter.text } else { letter.short },
        html: if channel == Channel::Email { letter.html } else { None },
        kind: kind.to_owned(),
        state: MessageState::Queued,
        attempts: 0,
        last_error: None,
        created_at: unit.now(),
        sent_at: None,
    };
    sanviec_store::messages::insert(unit, record).await?;
    unit.enqueue(jobs::send_message(id));
    Ok(())
}

/// Takes recipients and words out of the messages that are older than `limits.retention_months`: no
/// message outlives the data it tells of. Answers with how many there were.
pub(crate) async fn prune(exchange: &Exchange) -> Result<u64> {
    let unit = exchange.begin(&Actor::System).await?;
    let pruned = sanviec_store::messages::prune(&unit, jobs::periodic::retention_ends(exchange)).await?;
    unit.save().await?;
    Ok(pruned)
}

/// The last messages of the outbox, the newest first; for the demo's box and the admin's log.
pub async fn recent(exchange: &Exchange, limit: u64) -> Result<Vec<MessageRecord>> {
    Ok(sanviec_store::messages::recent(exchange.store.reader(), None, limit).await?)
}
