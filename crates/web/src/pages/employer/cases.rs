//! `/ntd/duyet`: what the centre decided about one's own postings, why, and how long it took.

use crate::problem::Answer;
use crate::visit::{Visit, html};
use sanviec_exchange::moderation::promise;
use sanviec_render::Area;
use sanviec_render::pages::{OwnCaseRow, OwnCasesPage};

/// The latest cases.
pub async fn get(visit: Visit) -> Answer {
    let cases: Vec<OwnCaseRow> = promise::own(&visit.app.exchange, &visit.actor)
        .await?
        .into_iter()
        .map(|own| OwnCaseRow {
            kind: own.case.kind,
            title: own.title,
            vacancy: own.vacancy,
            sent: own.case.created_at,
            due: own.case.due_at,
            decided: own.case.decided_at.zip(own.case.outcome),
            reasons: own.case.reasons,
            message: own.case.message,
        })
        .collect();
    let chrome = visit.chrome(Area::Employer);
    html(OwnCasesPage { chrome: &chrome, cases: &cases }.render())
}
