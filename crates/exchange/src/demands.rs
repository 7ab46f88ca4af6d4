//! What businesses will need: stated by them, seen by those whom it is meant for, kept true by a question.

use crate::error::{ExchangeError, Result};
use crate::life::{begin, step};
use crate::training::public::organisations_of;
use crate::{Exchange, jobs};
use chrono::TimeDelta;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::demand::{
    ASKED_AFTER_DAYS, BadDemand, DemandAudience, DemandCommand, DemandContent, DemandEvent, DemandGuard, DemandLife, DemandState, LAPSES_AFTER_DAYS, OPEN_LIMIT,
};
use sanviec_domain::ids::{DemandId, OrganisationId};
use sanviec_domain::organisation::{OrganisationKind, OrganisationState};
use sanviec_store::demands::{self, DemandRecord};
use sanviec_store::{Entity, OrganisationRecord, Unit};

/// Needs of one unit of work.
const CHUNK: u64 = 200;

/// The business that an actor acts for.
pub(crate) fn own_business(actor: &Actor) -> Result<OrganisationId> {
    match actor {
        Actor::Employer { organisation, .. } => Ok(*organisation),
        _ => Err(ExchangeError::not_ones_own("business")),
    }
}

/// A business's own needs, the newest first.
pub async fn own(exchange: &Exchange, actor: &Actor) -> Result<Vec<DemandRecord>> {
    allows(actor, Action::ReadPartnerships)?;
    Ok(demands::of(exchange.store.reader(), own_business(actor)?, 2 * OPEN_LIMIT).await?)
}

/// One of a business's own needs.
pub async fn one(exchange: &Exchange, actor: &Actor, id: DemandId) -> Result<DemandRecord> {
    allows(actor, Action::ReadPartnerships)?;
    let own = demands::find_of(exchange.store.reader(), own_business(actor)?, id).await?;
    own.ok_or_else(|| ExchangeError::not_ones_own("demand"))
}

/// Writes a need, new or known.
pub async fn write(exchange: &Exchange, actor: &Actor, id: Option<DemandId>, content: DemandContent) -> Result<std::result::Result<DemandId, BadDemand>> {
    allows(actor, Action::WriteDemands)?;
    let business = own_business(actor)?;
    if let Err(bad) = content.check() {
        return Ok(Err(bad));
    }
    let unit = exchange.begin(actor).await?;
    let id = match id {
        Some(id) => {
            let known = demands::find_of(unit.conn(), business, id).await?;
            let mut demand = known.ok_or_else(|| ExchangeError::not_ones_own("demand"))?;
            carry_out(&unit, &mut demand, DemandCommand::Write)?;
            demand.content = content;
            demands::update(&unit, &mut demand).await?;
            id
        }
        None => {
            if demands::count_open(unit.conn(), business).await? >= OPEN_LIMIT {
                return Err(ExchangeError::NotNow("the business has as many needs as it can".to_owned()));
            }
            insert(&unit, business, content).await?
        }
    };
    unit.save().await?;
    Ok(Ok(id))
}

/// Writes several new needs in one unit of work: all of them, or none.
pub async fn write_many(exchange: &Exchange, actor: &Actor, contents: Vec<DemandContent>) -> Result<usize> {
    allows(actor, Action::WriteDemands)?;
    let business = own_business(actor)?;
    let unit = exchange.begin(actor).await?;
    if demands::count_open(unit.conn(), business).await? + contents.len() as u64 > OPEN_LIMIT {
        return Err(ExchangeError::NotNow("the business has as many needs as it can".to_owned()));
    }
    let count = contents.len();
    for content in contents {
        insert(&unit, business, content).await?;
    }
    unit.save().await?;
    Ok(count)
}

async fn insert(unit: &Unit, business: OrganisationId, content: DemandContent) -> Result<DemandId> {
    let demand = DemandRecord {
        id: DemandId(unit.uuid()),
        business,
        state: DemandState::Open,
        content,
        confirmed_at: unit.now(),
        asked_at: None,
        version: 1,
        created_by: unit.actor().person(),
        created_at: unit.now(),
    };
    demands::insert(unit, &demand).await?;
    begin::<DemandLife>(unit, (Entity::Demand, demand.id.0));
    Ok(demand.id)
}

/// A business's own command: it still needs them, or no longer.
pub async fn command(exchange: &Exchange, actor: &Actor, id: DemandId, command: DemandCommand) -> Result<()> {
    allows(actor, Action::WriteDemands)?;
    let unit = exchange.begin(actor).await?;
    let known = demands::find_of(unit.conn(), own_business(actor)?, id).await?;
    let mut demand = known.ok_or_else(|| ExchangeError::not_ones_own("demand"))?;
    carry_out(&unit, &mut demand, command)?;
    demands::update(&unit, &mut demand).await?;
    unit.save().await?;
    Ok(())
}

/// Decides a command by the table and puts the need where it goes. The caller writes the record.
fn carry_out(unit: &Unit, demand: &mut DemandRecord, command: DemandCommand) -> Result<()> {
    let now = unit.now();
    let moved = step::<DemandLife>(
        unit,
        (Entity::Demand, demand.id.0),
        demand.state,
        command,
        |guard| match guard {
            DemandGuard::Stale => now - demand.confirmed_at >= TimeDelta::days(ASKED_AFTER_DAYS),
            DemandGuard::Silent => demand.asked_at.is_some_and(|asked| now - asked >= TimeDelta::days(LAPSES_AFTER_DAYS)),
        },
        None,
    )?;
    demand.state = moved.to;
    match command {
        DemandCommand::Write | DemandCommand::Confirm => (demand.confirmed_at, demand.asked_at) = (now, None),
        DemandCommand::Ask => demand.asked_at = Some(now),
        DemandCommand::Lapse | DemandCommand::Close => {}
    }
    for event in moved.events {
        match event {
            // One letter to each business a day, however many of its needs are asked about.
            DemandEvent::BusinessAsked | DemandEvent::BusinessTold => unit.enqueue(jobs::ask_demands(demand.business)),
        }
    }
    Ok(())
}

/// Asks about needs that nobody has said anything about for long, and hides those that nobody answers for.
/// Answers with how many of each.
pub(crate) async fn keep_true(exchange: &Exchange) -> Result<(u64, u64)> {
    let stale = exchange.now() - TimeDelta::days(ASKED_AFTER_DAYS);
    let silent = exchange.now() - TimeDelta::days(LAPSES_AFTER_DAYS);
    let lapsed = move_all(exchange, DemandState::Asked, silent, DemandCommand::Lapse).await?;
    let asked = move_all(exchange, DemandState::Open, stale, DemandCommand::Ask).await?;
    Ok((asked, lapsed))
}

async fn move_all(exchange: &Exchange, state: DemandState, before: sanviec_domain::time::Instant, command: DemandCommand) -> Result<u64> {
    let mut count = 0;
    loop {
        let unit = exchange.begin(&Actor::System).await?;
        let due = demands::silent(unit.conn(), state, before, CHUNK).await?;
        let is_last = (due.len() as u64) < CHUNK;
        for mut demand in due {
            carry_out(&unit, &mut demand, command)?;
            demands::update(&unit, &mut demand).await?;
            count += 1;
        }
        unit.save().await?;
        if is_last {
            return Ok(count);
        }
    }
}

/// A need with the business whose it is.
#[derive(Clone, Debug)]
pub struct SeenDemand {
    /// The need.
    pub demand: DemandRecord,
    /// Whose it is.
    pub business: OrganisationRecord,
}

/// Whether an actor may see a need of a verified business: everybody what is public; verified colleges and the
/// centre the rest, too; and the business its own.
fn sees(actor: &Actor, is_verified: bool, demand: &DemandRecord) -> bool {
    match actor {
        Actor::Staff { .. } | Actor::System => true,
        Actor::College { .. } if is_verified => true,
        Actor::Employer { organisation, .. } if *organisation == demand.business => true,
        _ => demand.content.audience == DemandAudience::Public,
    }
}

/// The needs that stand and that an actor may see, in the order they were stated. What is written for colleges
/// alone is taken out where the reader is neither one nor the centre nor the business.
pub async fn seen(exchange: &Exchange, actor: &Actor) -> Result<Vec<SeenDemand>> {
    let is_verified = match actor {
        Actor::College { organisation, .. } => crate::organisations::find(exchange, *organisation).await?.state == OrganisationState::Verified,
        _ => false,
    };
    let standing = demands::standing(exchange.store.reader()).await?;
    let ids: Vec<OrganisationId> = standing.iter().map(|demand| demand.business).collect();
    let businesses = organisations_of(exchange, &ids).await?;
    let is_inside = is_verified || matches!(actor, Actor::Staff { .. } | Actor::System);
    Ok(standing
        .into_iter()
        .filter(|demand| sees(actor, is_verified, demand))
        .filter_map(|mut demand| {
            let business = businesses.get(&demand.business)?;
            if business.state != OrganisationState::Verified || business.kind != OrganisationKind::Employer {
                return None;
            }
            if !is_inside && actor.organisation() != Some(demand.business) {
                demand.content.note.clear();
            }
            Some(SeenDemand {
                demand,
                business: business.clone(),
            })
        })
        .collect())
}

/// One need that stands and that an actor may see.
pub async fn seen_one(exchange: &Exchange, actor: &Actor, id: DemandId) -> Result<SeenDemand> {
    let found = seen(exchange, actor).await?.into_iter().find(|seen| seen.demand.id == id);
    found.ok_or_else(|| ExchangeError::not_ones_own("demand"))
}

/// Bytes of a table of needs at most.
const TABLE_BYTES: usize = 200_000;

/// The rows of a table of needs, with their line numbers; the line that names the columns may be one more.
pub fn rows_of(table: &str, limit: usize) -> Result<Vec<(usize, Vec<String>)>> {
    crate::table::rows(table, TABLE_BYTES, limit + 1)
}
