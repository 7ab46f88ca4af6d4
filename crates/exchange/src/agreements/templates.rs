//! The template that the centre keeps; the one that the program was built with where it has written none.

use crate::Exchange;
use crate::error::{ExchangeError, Result};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::agreement::text::{TemplateError, canonical, check_template};
use sanviec_domain::time::Instant;
use sanviec_store::agreements::{self as store, TemplateRecord};
use sanviec_store::{ConnectionTrait, Entity};

/// The template that the program was built with.
pub const BUILT_IN: &str = include_str!("../../../../config/agreement/template.vi.txt");
/// Versions shown.
const SHOWN: u64 = 20;

fn built_in() -> TemplateRecord {
    TemplateRecord {
        version: 0,
        body: BUILT_IN.to_owned(),
        note: String::new(),
        created_at: Instant::UNIX_EPOCH,
    }
}

/// The template of today.
pub(crate) async fn current(conn: &impl ConnectionTrait) -> Result<TemplateRecord> {
    Ok(store::template(conn).await?.unwrap_or_else(built_in))
}

/// The versions, the newest first; the built-in one last.
pub async fn all(exchange: &Exchange, actor: &Actor) -> Result<Vec<TemplateRecord>> {
    allows(actor, Action::Broker)?;
    let mut all = store::templates(exchange.store.reader(), SHOWN).await?;
    all.push(built_in());
    Ok(all)
}

/// Writes a new version. What was drafted or signed before stays as it is.
pub async fn write(exchange: &Exchange, actor: &Actor, body: &str, note: &str) -> Result<std::result::Result<u32, TemplateError>> {
    allows(actor, Action::Supervise)?;
    let body = canonical(body);
    if let Err(wrong) = check_template(&body) {
        return Ok(Err(wrong));
    }
    let unit = exchange.begin(actor).await?;
    let known = current(unit.conn()).await?;
    if known.body == body {
        return Err(ExchangeError::NotNow("nothing has changed".to_owned()));
    }
    let version = known.version + 1;
    let written = TemplateRecord {
        version,
        body,
        note: sanviec_domain::text::tidy(note).chars().take(200).collect(),
        created_at: unit.now(),
    };
    store::add_template(&unit, &written).await?;
    unit.audit(
        "agreement.template",
        Entity::Agreement,
        uuid::Uuid::nil(),
        serde_json::json!({ "version": version, "sha256": super::hash(&written.body) }),
    );
    unit.save().await?;
    Ok(Ok(version))
}
