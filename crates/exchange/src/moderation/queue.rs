//! Seeing the queue, claiming a case, giving it back.

use crate::Exchange;
use crate::error::{ExchangeError, Result};
use crate::vacancies::sea_orm_conn;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::{CaseId, PersonId, ProgrammeId, RevisionId, VacancyId};
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::moderation::case::{CLAIM, QueueFilter};
use sanviec_domain::moderation::{CaseCommand, CaseGuard, CaseKind, CaseLife, CaseState, ReportReason};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::cases::{CaseRecord, Only};
use sanviec_store::{Entity, Unit};
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// A row of the queue: the case and what it is about, as far as the list shows it.
pub struct QueueRow {
    /// The case.
    pub case: CaseRecord,
    /// The vacancy's title, or the organisation's name.
    pub title: String,
    /// Whose it is.
    pub organisation: String,
    /// What people reported, and how often.
    pub reports: Vec<(ReportReason, u64)>,
    /// Who holds it, by name.
    pub holder: Option<String>,
}

impl QueueRow {
    /// Whether it may be dealt with together with others: a sample in which nothing was found.
    pub fn is_harmless(&self) -> bool {
        super::batch::is_harmless(&self.case)
    }
}

/// Where a page of the queue ends: the due time and id of its last case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct QueueCursor {
    due_at: Instant,
    id: CaseId,
}

impl fmt::Display for QueueCursor {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.due_at.timestamp_micros(), self.id)
    }
}

impl FromStr for QueueCursor {
    type Err = ExchangeError;

    fn from_str(written: &str) -> Result<Self> {
        let (micros, id) = written.split_once('.').ok_or(ExchangeError::BadCursor)?;
        let due_at = micros.parse().ok().and_then(Instant::from_timestamp_micros).ok_or(ExchangeError::BadCursor)?;
        let id = id.parse().map_err(|_| ExchangeError::BadCursor)?;
        Ok(Self { due_at, id })
    }
}

/// How often another case is tried where somebody else took the one that was due.
const TRIES: usize = 5;

/// A page of the queue.
pub struct QueuePage {
    /// The open cases, the one closest to breaking the promise first.
    pub rows: Vec<QueueRow>,
    /// How many are open in each kind.
    pub counts: BTreeMap<CaseKind, u64>,
    /// Where the next page begins, where there is one.
    pub next: Option<QueueCursor>,
}

/// The open cases of some kinds, `limit` a page.
pub async fn queue(exchange: &Exchange, actor: &Actor, kinds: Option<&[CaseKind]>, filter: QueueFilter, after: Option<QueueCursor>, limit: u64) -> Result<QueuePage> {
    allows(actor, Action::ReadQueue)?;
    let conn = exchange.store.reader();
    let after = after.map(|cursor| (cursor.due_at, cursor.id));
    // One more than a page tells whether there is another.
    let only = match filter {
        QueueFilter::All => Only::All,
        QueueFilter::Grave => Only::Grave,
        QueueFilter::Mine => Only::HeldBy(actor.person().ok_or(ExchangeError::SignInFirst)?),
    };
    let mut cases = sanviec_store::cases::queue(conn, kinds, only, after, limit + 1).await?;
    let is_more = cases.len() as u64 > limit;
    cases.truncate(limit as usize);
    let last = cases.last().map(|case| QueueCursor { due_at: case.due_at, id: case.id });
    let next = last.filter(|_| is_more);
    let counts = sanviec_store::cases::counts(conn).await?;
    let titles = titles(conn, &cases).await?;
    let reported: Vec<CaseId> = cases.iter().filter(|case| case.kind == CaseKind::Report).map(|case| case.id).collect();
    let reported = sanviec_store::reports::counts(conn, &reported).await?;
    let of_programmes: Vec<ProgrammeId> = cases.iter().filter(|case| case.entity == Entity::Programme).map(|case| ProgrammeId(case.subject)).collect();
    let programmes = sanviec_store::programmes::many(conn, &of_programmes).await?;
    let organisation_ids: Vec<_> = cases.iter().filter_map(|case| case.organisation).collect();
    let organisations = sanviec_store::organisations::many(conn, &organisation_ids).await?;
    let mut rows = Vec::with_capacity(cases.len());
    for case in cases {
        let organisation = organisations
            .iter()
            .find(|organisation| Some(organisation.id) == case.organisation)
            .map(|organisation| organisation.name.clone())
            .unwrap_or_default();
        let title = match case.entity {
            Entity::Programme => programmes
                .iter()
                .find(|found| found.id.0 == case.subject)
                .map(|found| found.written.name.clone())
                .unwrap_or_default(),
            Entity::Vacancy | Entity::Revision => titles.get(&case.subject).map(|(title, _)| title.clone()).unwrap_or_default(),
            _ => organisation.clone(),
        };
        let holder = match case.claimed_by {
            Some(person) if holds(&case, exchange.now()) => name_of(exchange, person).await?,
            _ => None,
        };
        let reports = reported.iter().filter(|(id, _, _)| *id == case.id).map(|(_, reason, count)| (*reason, *count)).collect();
        rows.push(QueueRow {
            case,
            title,
            organisation,
            reports,
            holder,
        });
    }
    Ok(QueuePage { rows, counts, next })
}

/// The vacancies that cases are about, or whose changes, by the subject's id: the title as it was sent,
/// and the vacancy's id.
pub(super) async fn titles(conn: &impl sea_orm_conn::Conn, cases: &[CaseRecord]) -> Result<HashMap<Uuid, (String, VacancyId)>> {
    let of = |entity: Entity| cases.iter().filter(move |case| case.entity == entity).map(|case| case.subject);
    let vacancies: Vec<VacancyId> = of(Entity::Vacancy).map(VacancyId).collect();
    let revisions: Vec<RevisionId> = of(Entity::Revision).map(RevisionId).collect();
    let vacancies = sanviec_store::vacancies::many(conn, &vacancies)
        .await?
        .into_iter()
        .map(|vacancy| (vacancy.id.0, (vacancy.content.title, vacancy.id)));
    let revisions = sanviec_store::revisions::many(conn, &revisions)
        .await?
        .into_iter()
        .map(|revision| (revision.id.0, (revision.content.title, revision.vacancy)));
    Ok(vacancies.chain(revisions).collect())
}

/// Takes a case to decide it; two officers can't hold one. Claiming one's own again prolongs it.
pub async fn claim(exchange: &Exchange, actor: &Actor, id: CaseId) -> Result<()> {
    allows(actor, Action::Decide)?;
    let unit = exchange.begin(actor).await?;
    let mut case = sanviec_store::cases::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    take(&unit, &mut case).await?;
    unit.save().await?;
    Ok(())
}

/// Writes the claim into the unit.
pub(super) async fn take(unit: &Unit, case: &mut CaseRecord) -> Result<()> {
    let now = unit.now();
    let mine = case.claimed_by.is_some() && case.claimed_by == unit.actor().person();
    let moved = decide::<CaseLife>(case.state, CaseCommand::Claim, Party::Officer, |guard| match guard {
        CaseGuard::ClaimOver => mine || !holds(case, now),
        CaseGuard::AnotherOfficer => case.passed_by.is_none() || case.passed_by != unit.actor().person(),
        _ => false,
    })?;
    case.state = moved.to;
    case.claimed_by = unit.actor().person();
    case.claimed_until = Some(now + CLAIM);
    sanviec_store::cases::update(unit, case).await?;
    unit.history(Entity::Case, case.id.0, Some(moved.from.key()), CaseCommand::Claim.key(), moved.to.key(), None);
    Ok(())
}

/// Gives a claimed case back to the queue.
pub async fn release(exchange: &Exchange, actor: &Actor, id: CaseId) -> Result<()> {
    allows(actor, Action::Decide)?;
    let unit = exchange.begin(actor).await?;
    let mut case = sanviec_store::cases::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    let (now, person) = (unit.now(), actor.person());
    let moved = decide::<CaseLife>(case.state, CaseCommand::Release, Party::Officer, |guard| {
        guard == CaseGuard::HoldsClaim && case.claimed_by == person && holds(&case, now)
    })?;
    let_go(&mut case, moved.to);
    sanviec_store::cases::update(&unit, &case).await?;
    unit.history(Entity::Case, id.0, Some(moved.from.key()), CaseCommand::Release.key(), moved.to.key(), None);
    unit.save().await?;
    Ok(())
}

/// The next case that waits, other than `skip`.
async fn next(exchange: &Exchange, actor: &Actor, skip: Option<CaseId>) -> Result<Option<CaseId>> {
    allows(actor, Action::ReadQueue)?;
    Ok(sanviec_store::cases::next_waiting(exchange.store.reader(), exchange.now(), actor.person(), skip)
        .await?
        .map(|case| case.id))
}

/// Takes the next case that waits, other than `skip`: whoever decides one goes on to the next without a
/// press between. Where a colleague was faster, the one after it.
pub async fn take_next(exchange: &Exchange, actor: &Actor, skip: Option<CaseId>) -> Result<Option<CaseId>> {
    allows(actor, Action::Decide)?;
    for _ in 0..TRIES {
        let Some(id) = next(exchange, actor, skip).await? else { return Ok(None) };
        match claim(exchange, actor, id).await {
            Ok(()) => return Ok(Some(id)),
            Err(ExchangeError::NotNow(_) | ExchangeError::Conflict) => {}
            Err(error) => return Err(error),
        }
    }
    next(exchange, actor, skip).await
}

/// Puts cases whose claim is over back into the queue. Run by the clock.
pub async fn lapse_claims(exchange: &Exchange) -> Result<usize> {
    let lapsed = sanviec_store::cases::lapsed_claims(exchange.store.reader(), exchange.now(), 100).await?;
    let count = lapsed.len();
    for CaseRecord { id, .. } in lapsed {
        let unit = exchange.begin(&Actor::System).await?;
        let Some(mut case) = sanviec_store::cases::find(unit.conn(), id).await? else { continue };
        let now = unit.now();
        let Ok(moved) = decide::<CaseLife>(case.state, CaseCommand::Lapse, Party::System, |_| !holds(&case, now)) else {
            continue;
        };
        let_go(&mut case, moved.to);
        sanviec_store::cases::update(&unit, &case).await?;
        unit.history(Entity::Case, id.0, Some(moved.from.key()), CaseCommand::Lapse.key(), moved.to.key(), None);
        unit.save().await?;
    }
    Ok(count)
}

/// Whether a claim is still in force.
pub(super) fn holds(case: &CaseRecord, now: Instant) -> bool {
    case.state == CaseState::Claimed && case.claimed_until.is_some_and(|until| until > now)
}

pub(super) fn let_go(case: &mut CaseRecord, state: CaseState) {
    case.state = state;
    case.claimed_by = None;
    case.claimed_until = None;
}

pub(crate) async fn name_of(exchange: &Exchange, person: PersonId) -> Result<Option<String>> {
    let person = sanviec_store::people::find(exchange.store.reader(), person).await?;
    Ok(person.and_then(|person| person.name.map(|name| name.to_string())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_comes_back_from_an_address() {
        let cursor = QueueCursor {
            due_at: Instant::from_timestamp_micros(1_795_000_000_123_456).unwrap(),
            id: CaseId(Uuid::from_u128(7)),
        };
        assert_eq!(cursor.to_string().parse::<QueueCursor>().unwrap(), cursor);
        for wrong in ["", "12", "a.b", "12.", ".00000000-0000-0000-0000-000000000007"] {
            assert!(matches!(wrong.parse::<QueueCursor>(), Err(ExchangeError::BadCursor)), "{wrong}");
        }
    }
}
