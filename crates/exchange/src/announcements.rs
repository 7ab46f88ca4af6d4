//! What the centre announces on its pages ("Sàn nghỉ Tết từ …"): a text in both languages, from one
//! moment to another. Every page shows what is current, so it is remembered for a few seconds.

use crate::Exchange;
use crate::error::{ExchangeError, Result};
use chrono::TimeDelta;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::time::Instant;
use sanviec_store::{AnnouncementRecord, Entity, announcements};
use std::sync::{Arc, Mutex, PoisonError};
use uuid::Uuid;

/// How long another process's announcement may stay unseen.
const KEPT: TimeDelta = TimeDelta::seconds(5);
/// The longest text of one language, in characters.
pub const LONGEST: usize = 300;
/// The longest time that one is shown.
pub const LONGEST_DAYS: i64 = 90;
/// Announcements listed for administrators.
const LISTED: u64 = 50;

/// Announcements read a moment ago: those that are or come.
#[derive(Default)]
pub(crate) struct Known(Mutex<Option<(Instant, Arc<[AnnouncementRecord]>)>>);

impl Known {
    fn get(&self, now: Instant) -> Option<Arc<[AnnouncementRecord]>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (at, all) = kept.as_ref()?;
        ((now - *at).abs() < KEPT).then(|| all.clone())
    }

    fn put(&self, known: Option<(Instant, Arc<[AnnouncementRecord]>)>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = known;
    }
}

/// Those shown now, the earliest first.
pub async fn current(exchange: &Exchange) -> Result<Vec<AnnouncementRecord>> {
    let now = exchange.now();
    let all = match exchange.announced().get(now) {
        Some(all) => all,
        None => {
            let all: Arc<[AnnouncementRecord]> = announcements::coming(exchange.store.reader(), now).await?.into();
            exchange.announced().put(Some((now, all.clone())));
            all
        }
    };
    Ok(all.iter().filter(|one| one.is_shown(now)).cloned().collect())
}

/// The last ones written, the newest first.
pub async fn list(exchange: &Exchange, actor: &Actor) -> Result<Vec<AnnouncementRecord>> {
    allows(actor, Action::Administer)?;
    Ok(announcements::recent(exchange.store.reader(), LISTED).await?)
}

/// A new announcement, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewAnnouncement {
    /// In Vietnamese.
    pub text_vi: String,
    /// In English.
    pub text_en: String,
    /// From when it is shown.
    pub starts_at: Instant,
    /// Until when.
    pub ends_at: Instant,
}

/// What is wrong with a new announcement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The Vietnamese text is missing or too long.
    TextVi,
    /// The English text is missing or too long.
    TextEn,
    /// It ends before it begins, is over already, or is shown for too long.
    Time,
}

impl NewAnnouncement {
    /// Everything that is wrong with it.
    pub fn wrong(&self, now: Instant) -> Vec<Wrong> {
        let is_text = |text: &str| !text.trim().is_empty() && text.chars().count() <= LONGEST;
        let is_time = self.starts_at < self.ends_at && self.ends_at > now && self.ends_at - self.starts_at <= TimeDelta::days(LONGEST_DAYS);
        let found = [(is_text(&self.text_vi), Wrong::TextVi), (is_text(&self.text_en), Wrong::TextEn), (is_time, Wrong::Time)];
        found.into_iter().filter(|(fine, _)| !fine).map(|(_, wrong)| wrong).collect()
    }
}

/// Puts an announcement on the site.
pub async fn publish(exchange: &Exchange, actor: &Actor, new: NewAnnouncement) -> Result<Uuid> {
    allows(actor, Action::Administer)?;
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    if !new.wrong(exchange.now()).is_empty() {
        return Err(ExchangeError::NotNow("the announcement is not complete".to_owned()));
    }
    let unit = exchange.begin(actor).await?;
    let id = unit.uuid();
    let record = AnnouncementRecord {
        id,
        text_vi: new.text_vi,
        text_en: new.text_en,
        starts_at: new.starts_at,
        ends_at: new.ends_at,
        withdrawn_at: None,
        person,
        created_at: unit.now(),
    };
    unit.audit(
        "announcement.published",
        Entity::Message,
        id,
        serde_json::json!({ "vi": record.text_vi, "en": record.text_en, "from": record.starts_at, "to": record.ends_at }),
    );
    announcements::insert(&unit, record).await?;
    unit.save().await?;
    exchange.announced().put(None);
    Ok(id)
}

/// Takes an announcement down before its end.
pub async fn withdraw(exchange: &Exchange, actor: &Actor, id: Uuid) -> Result<()> {
    allows(actor, Action::Administer)?;
    let unit = exchange.begin(actor).await?;
    announcements::withdraw(&unit, id).await?;
    unit.audit("announcement.withdrawn", Entity::Message, id, serde_json::Value::Null);
    unit.save().await?;
    exchange.announced().put(None);
    Ok(())
}
