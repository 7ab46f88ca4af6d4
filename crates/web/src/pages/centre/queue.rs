//! `/tt/duyet`: the one queue for everything that becomes public.

use crate::forms::Fields;
use crate::problem::Answer;
use crate::queries::asked;
use crate::visit::go;
use crate::visit::{Visit, html};
use axum::extract::RawQuery;
use sanviec_domain::access::{Action, allows};
use sanviec_domain::calendar;
use sanviec_domain::ids::CaseId;
use sanviec_domain::moderation::CaseKind;
use sanviec_domain::moderation::case::QueueFilter;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_exchange::moderation::{self, QueueCursor};
use sanviec_render::Area;
use sanviec_render::pages::centre::queue::address;
use sanviec_render::pages::{QueuePage, QueueRow};

/// Cases of a page.
const ROWS: u64 = 100;

/// The cases, the one closest to breaking the promise first.
pub async fn get(visit: Visit, RawQuery(raw): RawQuery) -> Answer {
    let exchange = &visit.app.exchange;
    let asked = |name: &str| asked(raw.as_deref(), name);
    let kind = asked("loai").and_then(|kind| CaseKind::from_key(&kind));
    // An address that was mended by hand shows the first page.
    let after: Option<QueueCursor> = asked("sau").and_then(|cursor| cursor.parse().ok());
    let filter = asked("loc").and_then(|key| QueueFilter::from_key(&key)).unwrap_or(QueueFilter::All);
    let kinds = kind.map(|kind| vec![kind]);
    let page = moderation::queue(exchange, &visit.actor, kinds.as_deref(), filter, after, ROWS).await?;
    let counts: Vec<(CaseKind, u64)> = page.counts.into_iter().collect();
    let next = page.next.map(|cursor| {
        let start = address(kind, filter);
        let joint = if start.contains('?') { '&' } else { '?' };
        format!("{start}{joint}sau={cursor}")
    });
    let (now, is_holiday) = (exchange.now(), exchange.is_holiday());
    let rows: Vec<QueueRow<'_>> = page
        .rows
        .iter()
        .map(|row| QueueRow {
            id: row.case.id,
            kind: row.case.kind,
            title: &row.title,
            organisation: &row.organisation,
            sent: row.case.created_at,
            minutes_left: calendar::worked(now, row.case.due_at, &is_holiday).num_minutes(),
            findings: &row.case.findings,
            reports: &row.reports,
            is_passed_on: row.case.passed_by.is_some(),
            is_harmless: row.is_harmless(),
            holder: row.holder.as_deref(),
            is_mine: row.holder.is_some() && row.case.claimed_by == visit.actor.person(),
        })
        .collect();
    let chrome = visit.chrome(Area::Centre);
    html(
        QueuePage {
            chrome: &chrome,
            counts: &counts,
            kind,
            filter,
            may_decide: allows(&visit.actor, Action::Decide).is_ok(),
            rows: &rows,
            is_later: after.is_some(),
            next: next.as_deref(),
        }
        .render(),
    )
}

/// Passes the samples that were chosen.
pub async fn batch(visit: Visit, Fields(form): Fields) -> Answer {
    let cases: Vec<CaseId> = form.values("viec").iter().filter_map(|id| id.parse().ok()).collect();
    let passed = moderation::batch::pass(&visit.app.exchange, &visit.actor, &cases).await?;
    visit.say_counted("flash-batch", passed).await?;
    Ok(go(&address(Some(CaseKind::Sample), QueueFilter::All)))
}
