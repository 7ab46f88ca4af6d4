//! `/cam-ket-duyet`: the promise to answer within eight working hours, and how it is kept.

use crate::problem::Answer;
use crate::visit::{Visit, html};
use sanviec_domain::moderation::Outcome;
use sanviec_exchange::moderation::promise;
use sanviec_render::Area;
use sanviec_render::pages::{MonthRow, PromisePage};

/// The last twelve months.
pub async fn get(visit: Visit) -> Answer {
    let months = promise::by_month(&visit.app.exchange).await?;
    let months: Vec<MonthRow> = months
        .into_iter()
        .map(|month| MonthRow {
            month: month.month,
            decided: month.count(),
            in_time: month.in_time(),
            outcomes: [Outcome::Approved, Outcome::Returned, Outcome::Rejected].map(|outcome| month.of(outcome)),
        })
        .collect();
    let chrome = visit.chrome(Area::Public);
    html(PromisePage { chrome: &chrome, months: &months }.render())
}
