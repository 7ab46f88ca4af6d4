//! What people report about vacancies: without an account, looked at together in one case a vacancy.

use super::open_case;
use crate::error::{ExchangeError, Result};
use crate::{Exchange, jobs, vacancies};
use chrono::TimeDelta;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::calendar;
use sanviec_domain::contact::Phone;
use sanviec_domain::ids::{CaseId, ReportId, VacancyNumber};
use sanviec_domain::moderation::report::REPORT_WORDS;
use sanviec_domain::moderation::{CaseKind, CaseState, ReportReason};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::reports::ReportRecord;
use sanviec_store::{Entity, Unit};

/// For how long whoever reported may add to it.
const ADDING: TimeDelta = TimeDelta::hours(24);

/// Reports a public vacancy. Where others did, too, the report joins their case; where people may come to
/// harm, the case is due sooner. Answers with the report's id, by which more can be added to it.
pub async fn report(exchange: &Exchange, actor: &Actor, number: VacancyNumber, reason: ReportReason) -> Result<ReportId> {
    allows(actor, Action::ReportAbuse)?;
    let vacancy = vacancies::read::public(exchange, number).await?.vacancy;
    let unit = exchange.begin(actor).await?;
    let case = case_for(exchange, &unit, &vacancy, reason).await?;
    let record = ReportRecord {
        id: ReportId(unit.uuid()),
        case,
        vacancy: vacancy.id,
        person: actor.person(),
        reason,
        words: String::new(),
        phone: None,
        created_at: unit.now(),
    };
    sanviec_store::reports::insert(&unit, &record).await?;
    unit.audit("report.make", Entity::Case, case.0, serde_json::json!({ "report": record.id, "reason": reason.key() }));
    unit.save().await?;
    Ok(record.id)
}

/// The open case of a vacancy's reports, opened if there is none.
async fn case_for(exchange: &Exchange, unit: &Unit, vacancy: &sanviec_store::VacancyRecord, reason: ReportReason) -> Result<CaseId> {
    let due = calendar::due(unit.now(), reason.promise(), &exchange.is_holiday());
    let open = sanviec_store::cases::all_open_for(unit.conn(), Entity::Vacancy, vacancy.id.0).await?;
    let (id, known_due) = match open.into_iter().find(|case| case.kind == CaseKind::Report) {
        Some(case) => (case.id, case.due_at),
        None => {
            unit.enqueue(jobs::tell_moderators(vacancy.id));
            let subject = vacancy.id.0;
            let id = open_case(exchange, unit, CaseKind::Report, Entity::Vacancy, subject, Some(vacancy.employer), Vec::new()).await?;
            (id, calendar::due(unit.now(), calendar::PROMISE, &exchange.is_holiday()))
        }
    };
    if due < known_due {
        let case = sanviec_store::cases::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
        sanviec_store::cases::update(unit, &sanviec_store::CaseRecord { due_at: due, ..case }).await?;
    }
    Ok(id)
}

/// A report, as far as whoever made it may go on with it.
pub struct OwnReport {
    /// Why it was made.
    pub reason: ReportReason,
    /// Whether words and a number can be added: within a day, once, while nobody has decided.
    pub takes_more: bool,
    /// Whether something was added.
    pub is_added: bool,
}

/// The report of an id, which only whoever made it knows.
pub async fn own(exchange: &Exchange, number: VacancyNumber, id: ReportId) -> Result<OwnReport> {
    let (report, takes_more) = find(exchange, exchange.store.reader(), number, id).await?;
    Ok(OwnReport {
        is_added: !report.words.is_empty() || report.phone.is_some(),
        reason: report.reason,
        takes_more,
    })
}

/// Adds words and a number to call back to a report.
pub async fn add(exchange: &Exchange, actor: &Actor, number: VacancyNumber, id: ReportId, words: &str, phone: Option<Phone>) -> Result<()> {
    allows(actor, Action::ReportAbuse)?;
    let unit = exchange.begin(actor).await?;
    let (report, takes_more) = find(exchange, unit.conn(), number, id).await?;
    if !takes_more {
        return Err(ExchangeError::NotNow("nothing can be added to this report any more".to_owned()));
    }
    let words: String = sanviec_domain::text::tidy(words).chars().take(REPORT_WORDS).collect();
    sanviec_store::reports::add(&unit, id, &words, phone.as_ref()).await?;
    unit.audit("report.add", Entity::Case, report.case.0, serde_json::json!({ "report": id }));
    unit.save().await?;
    Ok(())
}

async fn find(exchange: &Exchange, conn: &impl vacancies::sea_orm_conn::Conn, number: VacancyNumber, id: ReportId) -> Result<(ReportRecord, bool)> {
    let report = sanviec_store::reports::find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let vacancy = sanviec_store::vacancies::find(conn, report.vacancy).await?.ok_or(ExchangeError::NotFound)?;
    if vacancy.number != number {
        return Err(ExchangeError::NotFound);
    }
    let case = sanviec_store::cases::find(conn, report.case).await?.ok_or(ExchangeError::NotFound)?;
    let is_new = exchange.now() - report.created_at < ADDING;
    let takes_more = is_new && case.state != CaseState::Decided && report.words.is_empty() && report.phone.is_none();
    Ok((report, takes_more))
}

/// Takes what was written, numbers and people out of reports whose time is over. Run by the clock.
pub(crate) async fn forget_due(exchange: &Exchange) -> Result<u64> {
    let unit = exchange.begin(&Actor::System).await?;
    let count = sanviec_store::reports::forget(&unit, jobs::periodic::retention_ends(exchange)).await?;
    unit.save().await?;
    Ok(count)
}
