//! People who started work: reported by a side, confirmed by the other or by its silence. Under an agreement
//! the sides are the business and the college; through an application the business and who applied
//! ([`hired`]).

pub mod figures;
pub mod hired;
pub mod personal;

use crate::agreements::{self, AgreementView};
use crate::error::{ExchangeError, Result};
use crate::jobs::PartnershipNews;
use crate::life::{begin, follow, step};
use crate::{Exchange, applications, jobs, organisations, partnerships};
use chrono::{NaiveDate, TimeDelta};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::agreement::{AgreementContent, AgreementState, limits};
use sanviec_domain::application::ApplicationCommand;
use sanviec_domain::contact::PersonName;
use sanviec_domain::ids::{AgreementId, PlacementId};
use sanviec_domain::lifecycle::Party;
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::partnership::{PartnershipCommand, PartnershipLife, PartnershipState, Side};
use sanviec_domain::placement::{
    AHEAD_DAYS, BACK_DAYS, Destination, NAMES, PlacementCommand, PlacementDenial, PlacementEvent, PlacementGuard, PlacementLife, PlacementState, PlacementWay, SETTLES_AFTER_DAYS,
};
use sanviec_domain::time::{Instant, vietnam_date};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::agreements::AgreementRecord;
use sanviec_store::partnerships::PartnershipRecord;
use sanviec_store::placements::{self as store, PlacementRecord};
use sanviec_store::{Entity, Unit};

/// Placements of one unit of work.
const CHUNK: u64 = 200;
/// Placements shown of an agreement.
const SHOWN: u64 = 500;

/// People who are reported under an agreement.
#[derive(Clone, Debug)]
pub struct Report {
    /// The line, counted from 0.
    pub line: u32,
    /// Who.
    pub names: Vec<PersonName>,
    /// Since when.
    pub started_on: NaiveDate,
}

/// Whether a start can lie on a day.
pub fn is_start(today: NaiveDate, day: NaiveDate) -> bool {
    (-BACK_DAYS..=AHEAD_DAYS).contains(&(day - today).num_days())
}

/// When a report counts without an objection: seven days after it was made, or after the start, whichever is
/// later.
fn settles_at(now: Instant, started_on: NaiveDate) -> Instant {
    let ahead = (started_on - vietnam_date(now)).num_days().max(0);
    now + TimeDelta::days(SETTLES_AFTER_DAYS + ahead)
}

/// An agreement under which a side's member may say what came of it, with its text.
pub(crate) struct Running {
    /// The agreement.
    pub agreement: AgreementRecord,
    /// Whose it is.
    pub partnership: PartnershipRecord,
    /// The side that says it.
    pub side: Side,
    /// What was signed.
    pub content: AgreementContent,
}

/// The agreement, for a member of one of its sides, where both have signed it and it was not ended or replaced.
pub(crate) async fn running(unit: &Unit, id: AgreementId) -> Result<Running> {
    let agreement = sanviec_store::agreements::find(unit.conn(), id).await?.ok_or(ExchangeError::NotFound)?;
    let (partnership, side) = partnerships::find_in(unit, agreement.partnership).await?;
    let side = side.ok_or_else(|| ExchangeError::NotNow("for its two sides".to_owned()))?;
    let own = organisations::find_in(unit, partnership.sides.organisation(side)).await?;
    if own.state != OrganisationState::Verified {
        return Err(ExchangeError::NotVerified);
    }
    if !matches!(agreement.state, AgreementState::Signed | AgreementState::Ended) {
        return Err(ExchangeError::NotNow("it is not in force".to_owned()));
    }
    let version = sanviec_store::agreements::version(unit.conn(), id, agreement.current).await?;
    Ok(Running {
        content: version.ok_or(ExchangeError::NotFound)?.content,
        agreement,
        partnership,
        side,
    })
}

/// Where the work under a partnership is: where its need is, else where the business is.
async fn destination(exchange: &Exchange, unit: &Unit, partnership: &PartnershipRecord) -> Result<Destination> {
    let need = match partnership.demand {
        Some(demand) => sanviec_store::demands::find(unit.conn(), demand).await?,
        None => None,
    };
    let province = match need {
        Some(need) => Some(need.content.place.province),
        None => organisations::find_in(unit, partnership.sides.business).await?.profile.place.map(|place| place.province),
    };
    Ok(Destination::of(province, exchange.reference.home(), false))
}

/// Reports people who started work under an agreement. The other side is told, and has seven days to object.
/// Answers with how many.
pub async fn report(exchange: &Exchange, actor: &Actor, id: AgreementId, report: Report) -> Result<usize> {
    let unit = exchange.begin(actor).await?;
    let running = running(&unit, id).await?;
    let line = running.content.lines.get(report.line as usize).ok_or(ExchangeError::NotFound)?;
    if report.names.is_empty() || report.names.len() > NAMES || !is_start(unit.today(), report.started_on) {
        return Err(ExchangeError::NotNow("not people who started, or too many at once".to_owned()));
    }
    let known = store::count_on_line(unit.conn(), (id, report.line)).await?;
    if known + report.names.len() as u64 > u64::from(limits::PEOPLE) {
        return Err(ExchangeError::NotNow("more people than a line can have".to_owned()));
    }
    let destination = destination(exchange, &unit, &running.partnership).await?;
    let made: Vec<PlacementRecord> = report
        .names
        .iter()
        .map(|name| PlacementRecord {
            id: PlacementId(unit.uuid()),
            state: PlacementState::Reported,
            way: PlacementWay::Agreement,
            destination,
            business: running.partnership.sides.business,
            vacancy: None,
            application: None,
            programme: line.programme,
            line: Some((id, report.line)),
            person: None,
            name: Some(name.to_string()),
            occupation: Some(line.occupation.clone()).filter(|code| !code.is_empty()),
            started_on: report.started_on,
            side: running.side,
            reported_by: actor.person(),
            reported_at: unit.now(),
            settles_at: settles_at(unit.now(), report.started_on),
            confirmed_at: None,
            denial: None,
            version: 1,
        })
        .collect();
    store::insert_many(&unit, &made).await?;
    for placement in &made {
        begin::<PlacementLife>(&unit, (Entity::Placement, placement.id.0));
    }
    unit.enqueue(jobs::tell_of_partnership(&running.partnership, running.side.other(), PartnershipNews::PeopleReported));
    unit.save().await?;
    Ok(made.len())
}

/// A side confirms, objects, or takes its own report back.
pub async fn command(exchange: &Exchange, actor: &Actor, agreement: AgreementId, id: PlacementId, command: PlacementCommand, denial: Option<PlacementDenial>) -> Result<()> {
    let unit = exchange.begin(actor).await?;
    let running = running(&unit, agreement).await?;
    let found = store::find(unit.conn(), id).await?;
    let mut placement = found
        .filter(|placement| placement.line.is_some_and(|(of, _)| of == agreement))
        .ok_or_else(|| ExchangeError::not_ones_own("placement"))?;
    // What came of an application is the applicant's to confirm.
    let is_reporter = match placement.application {
        Some(_) if running.side != placement.side => None,
        _ => Some(running.side == placement.side),
    };
    carry_out(&unit, &mut placement, is_reporter, command, denial).await?;
    unit.save().await?;
    Ok(())
}

/// A side confirms everybody whom the other has reported. Answers with how many.
pub async fn confirm_all(exchange: &Exchange, actor: &Actor, agreement: AgreementId) -> Result<usize> {
    let unit = exchange.begin(actor).await?;
    let running = running(&unit, agreement).await?;
    let waiting = store::waiting_of(unit.conn(), agreement, running.side.other(), SHOWN).await?;
    let mut count = 0;
    for mut placement in waiting.into_iter().filter(|placement| placement.application.is_none()) {
        carry_out(&unit, &mut placement, Some(false), PlacementCommand::Confirm, None).await?;
        count += 1;
    }
    unit.save().await?;
    Ok(count)
}

/// The people under an agreement that was loaded for whoever asks, the newest first.
pub async fn of_agreement(exchange: &Exchange, view: &AgreementView) -> Result<Vec<PlacementRecord>> {
    Ok(store::of_agreement(exchange.store.reader(), view.agreement.id, SHOWN).await?)
}

/// Decides a command by the table, puts the placement where it goes, writes it, and deals with what follows.
/// `is_reporter` says on which side the actor is; nothing for who is on none.
pub(crate) async fn carry_out(unit: &Unit, placement: &mut PlacementRecord, is_reporter: Option<bool>, command: PlacementCommand, denial: Option<PlacementDenial>) -> Result<()> {
    let denial = denial.filter(|_| command == PlacementCommand::Deny);
    let is_silent = placement.settles_at <= unit.now();
    let moved = step::<PlacementLife>(
        unit,
        (Entity::Placement, placement.id.0),
        placement.state,
        command,
        |guard| match guard {
            PlacementGuard::OtherSide => is_reporter == Some(false),
            PlacementGuard::OwnReport => is_reporter == Some(true),
            PlacementGuard::ReasonGiven => denial.is_some(),
            PlacementGuard::Silent => is_silent,
        },
        denial.map(|denial| denial.key().to_owned()),
    )?;
    placement.state = moved.to;
    placement.denial = denial;
    for event in moved.events {
        match event {
            PlacementEvent::Counts => {
                placement.confirmed_at = Some(unit.now());
                counts(unit, placement).await?;
            }
            PlacementEvent::ReporterTold => tell_reporter(unit, placement).await?,
        }
    }
    store::update(unit, placement).await?;
    Ok(())
}

/// The partnership of an agreement.
async fn partnership_of(unit: &Unit, agreement: AgreementId) -> Result<PartnershipRecord> {
    let agreement = sanviec_store::agreements::find(unit.conn(), agreement).await?.ok_or(ExchangeError::NotFound)?;
    let found = sanviec_store::partnerships::find(unit.conn(), agreement.partnership).await?;
    found.ok_or(ExchangeError::NotFound)
}

/// Somebody has started work for certain: the partnership is under way with the first one, and the person's
/// other open applications end.
async fn counts(unit: &Unit, placement: &PlacementRecord) -> Result<()> {
    if let Some((agreement, _)) = placement.line {
        let mut partnership = partnership_of(unit, agreement).await?;
        if partnership.state == PartnershipState::Signed {
            // By the change of another record: whoever confirms may be an applicant, who has no part in it.
            let subject = (Entity::Partnership, partnership.id.0);
            partnership.state = follow::<PartnershipLife>(unit, subject, partnership.state, PartnershipCommand::Begin, |_| true)?.to;
            partnerships::touch(unit, &mut partnership);
            sanviec_store::partnerships::update(unit, &mut partnership).await?;
        }
    }
    if let Some(person) = placement.person {
        for mut other in sanviec_store::applications::of_seeker(person).open(unit.conn()).await? {
            if Some(other.id) != placement.application {
                applications::answer::move_on(unit, &mut other, ApplicationCommand::StartElsewhere, Party::System, None).await?;
            }
        }
    }
    Ok(())
}

async fn tell_reporter(unit: &Unit, placement: &PlacementRecord) -> Result<()> {
    match (placement.application, placement.line) {
        (Some(_), _) | (None, None) => unit.enqueue(jobs::tell_of_placement(placement.id)),
        (None, Some((agreement, _))) => {
            let partnership = partnership_of(unit, agreement).await?;
            unit.enqueue(jobs::tell_of_partnership(&partnership, placement.side, PartnershipNews::PersonDenied));
        }
    }
    Ok(())
}

/// Lets count what nobody has objected to. Answers with how many.
pub(crate) async fn settle_due(exchange: &Exchange) -> Result<u64> {
    let mut count = 0;
    loop {
        let unit = exchange.begin(&Actor::System).await?;
        let due = store::to_settle(unit.conn(), unit.now(), CHUNK).await?;
        let is_last = (due.len() as u64) < CHUNK;
        for mut placement in due {
            carry_out(&unit, &mut placement, None, PlacementCommand::Settle, None).await?;
            count += 1;
        }
        unit.save().await?;
        if is_last {
            return Ok(count);
        }
    }
}

/// The lines of running agreements on which a business can hire: agreement and line, and in words: "HT-2026-0001 ·
/// Kỹ thuật viên".
pub async fn lines_of(exchange: &Exchange, actor: &Actor) -> Result<Vec<((AgreementId, u32), String)>> {
    let Some(business) = actor.organisation().filter(|_| allows(actor, Action::Partner).is_ok()) else {
        return Ok(Vec::new());
    };
    let found = sanviec_store::fulfilment::running_of(exchange.store.reader(), business, agreements::CHUNK).await?;
    Ok(found
        .into_iter()
        .flat_map(|(agreement, version)| {
            let number = agreement.number.clone();
            let lines = version.content.lines.into_iter().zip(0_u32..);
            lines.map(move |(line, index)| ((agreement.id, index), format!("{number} · {} · {}", line.work, line.intake.label())))
        })
        .collect())
}
