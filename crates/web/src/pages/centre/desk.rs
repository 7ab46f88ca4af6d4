//! `/tt/ban-quan-ly`: the manager's desk.

use crate::problem::Answer;
use crate::visit::{Visit, html};
use sanviec_domain::calendar;
use sanviec_domain::moderation::Outcome;
use sanviec_exchange::moderation::desk;
use sanviec_exchange::vacancies::results;
use sanviec_render::Area;
use sanviec_render::pages::{DeskPage, LoadRow, OfficerRow, RuleRow};

/// The desk.
pub async fn get(visit: Visit) -> Answer {
    let exchange = &visit.app.exchange;
    let desk = desk::desk(exchange, &visit.actor).await?;
    let came = results::of_a_year(exchange, &visit.actor).await?;
    let (now, is_holiday) = (exchange.now(), exchange.is_holiday());
    let load: Vec<LoadRow> = desk
        .load
        .iter()
        .map(|(kind, load)| LoadRow {
            kind: *kind,
            open: load.open,
            held: load.held,
            overdue: load.overdue,
            minutes_left: load.first_due.map_or(0, |due| calendar::worked(now, due, &is_holiday).num_minutes()),
        })
        .collect();
    let officers: Vec<OfficerRow> = desk
        .officers
        .into_iter()
        .map(|officer| OfficerRow {
            decided: officer.count(),
            outcomes: [Outcome::Approved, Outcome::Returned, Outcome::Rejected].map(|outcome| officer.outcomes.get(&outcome).copied().unwrap_or_default()),
            in_time: officer.in_time,
            appealed: officer.appealed,
            overturned: officer.overturned,
            reasons: officer.reasons.into_iter().collect(),
            name: officer.name,
        })
        .collect();
    let rules: Vec<RuleRow> = desk
        .rules
        .iter()
        .map(|(rule, figures)| RuleRow {
            rule: *rule,
            hits: figures.hits,
            followed: figures.followed,
            overturned: figures.overturned,
        })
        .collect();
    let chrome = visit.chrome(Area::Centre);
    html(
        DeskPage {
            chrome: &chrome,
            days: desk::DAYS,
            load: &load,
            officers: &officers,
            rules: &rules,
            results: [came.asked, came.answered, came.hired, came.here],
        }
        .render(),
    )
}
