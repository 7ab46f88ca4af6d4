//! Whether nearly the same text stands elsewhere: the same vacancy twice fills a list, and a text that
//! was taken from somebody else is how swindlers look honest.

use super::sea_orm_conn;
use crate::error::Result;
use sanviec_domain::moderation::check::RuleCode;
use sanviec_domain::moderation::likeness::Likeness;
use sanviec_domain::moderation::{Finding, Severity};
use sanviec_domain::vacancy::{Field, VacancyState};
use sanviec_store::Unit;
use sanviec_store::vacancies::VacancyRecord;

/// How many likely others are read and compared exactly.
const COMPARED: u32 = 8;
/// How many are shown to the officer.
const SHOWN: usize = 3;

/// What the officer should know of other vacancies with nearly the same text. One's own that are over may
/// be posted again; somebody else's count however long ago they were.
pub(crate) async fn findings(unit: &Unit, vacancy: &VacancyRecord) -> Result<Vec<Finding>> {
    let near = near(unit.conn(), vacancy).await?;
    Ok(near
        .into_iter()
        .filter(|other| other.employer != vacancy.employer || is_open(other.state))
        .take(SHOWN)
        .map(|other| Finding {
            rule: RuleCode::NearDuplicate,
            severity: if other.employer == vacancy.employer { Severity::Warning } else { Severity::Severe },
            field: Field::Description,
            words: format!("#{} {}", other.number, other.content.title),
        })
        .collect())
}

/// The vacancies whose text is nearly the same, the nearest first.
pub async fn near(conn: &impl sea_orm_conn::Conn, vacancy: &VacancyRecord) -> Result<Vec<VacancyRecord>> {
    let Some(own) = Likeness::of(&vacancy.content) else {
        return Ok(Vec::new());
    };
    let likely = sanviec_store::likeness::likely(conn, &own.bands(), vacancy.id, COMPARED).await?;
    let mut near: Vec<(f64, VacancyRecord)> = sanviec_store::vacancies::many(conn, &likely)
        .await?
        .into_iter()
        .filter_map(|other| Likeness::of(&other.content).map(|theirs| (own.resemblance(&theirs), other)))
        .filter(|(resemblance, _)| *resemblance >= sanviec_domain::moderation::likeness::NEAR)
        .collect();
    near.sort_by(|(one, first), (other, second)| other.total_cmp(one).then(first.number.cmp(&second.number)));
    Ok(near.into_iter().map(|(_, other)| other).collect())
}

fn is_open(state: VacancyState) -> bool {
    matches!(state, VacancyState::Submitted | VacancyState::Published | VacancyState::Paused)
}
