//! What the clock does with vacancies: they end, employers are reminded before they do, and what nobody
//! touches is closed. Each in a unit of its own, so that a crash in between leaves nothing half done.

use super::change::{Facts, carry_out};
use super::employer_of;
use crate::error::Result;
use crate::{Exchange, jobs};
use chrono::{Days, NaiveDate, TimeDelta};
use sanviec_domain::access::Actor;
use sanviec_domain::ids::VacancyId;
use sanviec_domain::lifecycle::Party;
use sanviec_domain::time::vietnam_date;
use sanviec_domain::vacancy::VacancyCommand;
use sanviec_domain::vacancy::life::{Reminder, UNTOUCHED_DAYS};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::vacancies::VacancyRecord;

/// Records of one run.
const CHUNK: u64 = 500;

/// Ends every vacancy whose deadline has passed.
pub async fn expire_due(exchange: &Exchange) -> Result<usize> {
    let due = sanviec_store::vacancies::to_expire(exchange.store.reader(), exchange.clock.today(), CHUNK).await?;
    let mut expired = 0;
    for due in due {
        expired += usize::from(end(exchange, due.id, VacancyCommand::Expire, |_| Facts::default()).await?);
    }
    Ok(expired)
}

/// Closes what nobody has touched for [`UNTOUCHED_DAYS`].
pub async fn close_untouched(exchange: &Exchange) -> Result<u64> {
    let before = exchange.now() - TimeDelta::days(UNTOUCHED_DAYS);
    let mut closed = 0;
    for due in sanviec_store::vacancies::untouched(exchange.store.reader(), before, CHUNK).await? {
        let facts = |vacancy: &VacancyRecord| Facts {
            untouched: vacancy.updated_at < before,
            ..Facts::default()
        };
        closed += u64::from(end(exchange, due.id, VacancyCommand::CloseUntouched, facts).await?);
    }
    Ok(closed)
}

/// Whether a command of the clock was carried out: the employer may have been faster.
async fn end(exchange: &Exchange, id: VacancyId, command: VacancyCommand, facts: impl Fn(&VacancyRecord) -> Facts) -> Result<bool> {
    let unit = exchange.begin(&Actor::System).await?;
    let Some(mut vacancy) = sanviec_store::vacancies::find(unit.conn(), id).await? else {
        return Ok(false);
    };
    let employer = employer_of(unit.conn(), vacancy.employer).await?;
    let facts = facts(&vacancy);
    if carry_out(exchange, &unit, &mut vacancy, &employer, command, Party::System, facts, None).await.is_err() {
        return Ok(false);
    }
    unit.save().await?;
    Ok(true)
}

/// Reminds employers a week and a day before a vacancy ends, each once for a deadline. After a time in
/// which nothing ran, the later reminder alone is sent. Answers with how many letters.
pub async fn remind_due(exchange: &Exchange) -> Result<u64> {
    let today = exchange.clock.today();
    let mut reminded = 0;
    for kind in Reminder::ALL {
        let (least, most) = kind.days();
        let days = |days: i64| today + TimeDelta::days(days);
        let due = sanviec_store::reminders::due(exchange.store.reader(), *kind, days(least)..=days(most), CHUNK).await?;
        for vacancy in due {
            let Some(deadline) = vacancy.content.deadline else { continue };
            let unit = exchange.begin(&Actor::System).await?;
            sanviec_store::reminders::put(&unit, vacancy.id, *kind, deadline).await?;
            if is_long(&vacancy, *kind, deadline) {
                unit.enqueue(jobs::remind_of_end(vacancy.id, deadline));
                reminded += 1;
            }
            unit.save().await?;
        }
    }
    Ok(reminded)
}

/// Whether it was published long enough before it ends: nobody is reminded of what was posted just now.
fn is_long(vacancy: &VacancyRecord, kind: Reminder, deadline: NaiveDate) -> bool {
    let (_, most) = kind.days();
    let published = vacancy.published_at.map(vietnam_date);
    published.is_none_or(|day| day + Days::new(most.unsigned_abs()) < deadline)
}
