//! Who fits whom: the counterparts of a need and of a cohort, each with its score.

pub mod province;

use crate::agreements::promises::{self, Kept};
use crate::demands::{self, SeenDemand};
use crate::error::Result;
use crate::training::public::{self, PublicProgramme};
use crate::{Exchange, training};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::demand::DemandContent;
use sanviec_domain::ids::{CohortId, DemandId, OrganisationId};
use sanviec_domain::matching::change::{self, BusinessChange, CollegeChange, Counterfactual};
use sanviec_domain::matching::{Between, Score, Supply, Weights, score};
use sanviec_domain::month::Month;
use sanviec_domain::place::{Place, Point};
use sanviec_domain::training::{Cohort, TrainingLevel};
use sanviec_store::demands::DemandRecord;
use sanviec_store::programmes;

/// Counterparts shown at most.
pub const SHOWN: usize = 20;
/// Months before a need's first and after its last within which cohorts are looked at: whatever a change of
/// half a year could bring is among them.
const MONTHS: i32 = 24;

/// A cohort of a verified college, with its programme.
#[derive(Clone, Debug)]
pub struct SeenCohort {
    /// The cohort.
    pub cohort: Cohort,
    /// Its programme.
    pub programme: PublicProgramme,
}

impl SeenCohort {
    /// As the matching sees it.
    pub fn supply(&self) -> Supply {
        let content = &self.programme.content;
        Supply {
            occupations: content.occupations.clone(),
            level: content.level.unwrap_or(TrainingLevel::Elementary),
            graduates: self.cohort.graduates,
            unplaced: self.cohort.unplaced,
        }
    }
}

/// A need's counterparts.
pub struct ForNeed {
    /// The cohorts that lead to such work, the best first.
    pub cohorts: Vec<(SeenCohort, Score)>,
    /// Graduates of those that fit.
    pub graduates: u32,
    /// What would bring the most more.
    pub change: Option<Counterfactual<BusinessChange>>,
}

/// A cohort's counterparts.
pub struct ForCohort {
    /// The needs for such work, the best first.
    pub needs: Vec<(SeenDemand, Score)>,
    /// Seats of those that fit.
    pub seats: u32,
    /// What would bring the most more.
    pub change: Option<Counterfactual<CollegeChange>>,
}

/// Where a place is, as far as the lists know: its commune's centre, or that of its park's first commune.
fn point(exchange: &Exchange, place: &Place) -> Option<Point> {
    let reference = &exchange.reference;
    let of_park = || reference.park(place.park.as_ref()?)?.commune_codes.first().copied();
    reference.commune(place.commune.or_else(of_park)?)?.point
}

/// What lies between a business's need and a programme.
fn between(exchange: &Exchange, (business, need): (OrganisationId, &DemandContent), programme: &PublicProgramme, kept: &Kept) -> Between {
    let here = point(exchange, &need.place);
    let there = programme.content.place.as_ref().and_then(|place| point(exchange, place));
    Between {
        km: here.zip(there).map(|(here, there)| here.distance_km(&there).round() as u32),
        wage_floor: exchange.reference.wage_floor(&need.place, exchange.clock.today()).map(|wage| wage.month_vnd),
        business: kept.of(business),
        college: kept.of(programme.college.id),
    }
}

fn weights(exchange: &Exchange) -> Weights {
    let day = exchange.clock.today();
    Weights::on(&exchange.settings.weights, day).copied().unwrap_or_default()
}

/// Every cohort with people without work that graduates in some months, of programmes that the public reads.
pub(crate) async fn cohorts_between(exchange: &Exchange, from: Month, until: Month) -> Result<Vec<SeenCohort>> {
    let programmes = public::all(exchange).await?;
    let cohorts = programmes::unplaced(exchange.store.reader(), from, until).await?;
    Ok(cohorts
        .into_iter()
        .filter_map(|cohort| {
            let programme = programmes.iter().find(|programme| programme.id == cohort.programme)?.clone();
            Some(SeenCohort { cohort, programme })
        })
        .collect())
}

/// The cohorts for one of the actor's own needs.
pub async fn for_need(exchange: &Exchange, actor: &Actor, id: DemandId) -> Result<(DemandRecord, ForNeed)> {
    let demand = demands::one(exchange, actor, id).await?;
    let found = cohorts_for(exchange, demand.business, &demand.content).await?;
    Ok((demand, found))
}

/// The cohorts for a business's need.
pub(crate) async fn cohorts_for(exchange: &Exchange, business: OrganisationId, need: &DemandContent) -> Result<ForNeed> {
    let (weights, kept) = (weights(exchange), promises::all(exchange).await?);
    let all = cohorts_between(exchange, need.from.plus(-MONTHS), need.until.plus(MONTHS)).await?;
    let pairs: Vec<(Supply, Between)> = all
        .iter()
        .map(|seen| (seen.supply(), between(exchange, (business, need), &seen.programme, &kept)))
        .collect();
    let graduates = change::graduates_for(need, &pairs, &weights);
    let change = change::for_business(need, &pairs, &weights);
    let mut cohorts: Vec<(SeenCohort, Score)> = all
        .into_iter()
        .zip(&pairs)
        .filter_map(|(seen, (supply, between))| Some((seen, score(need, supply, between, &weights)?)))
        .collect();
    cohorts.sort_by_key(|(seen, score)| (std::cmp::Reverse(score.total), seen.cohort.id));
    cohorts.truncate(SHOWN);
    Ok(ForNeed { cohorts, graduates, change })
}

/// The needs for one of the actor's own cohorts; `None` where its programme is not public yet.
pub async fn for_cohort(exchange: &Exchange, actor: &Actor, id: CohortId) -> Result<Option<(SeenCohort, ForCohort)>> {
    allows(actor, Action::ReadPartnerships)?;
    let college = training::own_college(actor)?;
    let cohort = programmes::find_cohort(exchange.store.reader(), college, id).await?;
    let cohort = cohort.ok_or_else(|| crate::ExchangeError::not_ones_own("cohort"))?;
    let Some(programme) = public::all(exchange).await?.into_iter().find(|programme| programme.id == cohort.programme) else {
        return Ok(None);
    };
    let seen = SeenCohort { cohort, programme };
    let (weights, kept) = (weights(exchange), promises::all(exchange).await?);
    let supply = seen.supply();
    let all = demands::seen(exchange, actor).await?;
    let pairs: Vec<(DemandContent, Between)> = all
        .iter()
        .map(|need| {
            let content = &need.demand.content;
            (content.clone(), between(exchange, (need.business.id, content), &seen.programme, &kept))
        })
        .collect();
    let seats = change::seats_for(&supply, &pairs, &weights);
    let change = change::for_college(&supply, &pairs, &weights);
    let mut needs: Vec<(SeenDemand, Score)> = all
        .into_iter()
        .zip(&pairs)
        .filter_map(|(need, (content, between))| Some((need, score(content, &supply, between, &weights)?)))
        .collect();
    needs.sort_by_key(|(need, score)| (std::cmp::Reverse(score.total), need.demand.id));
    needs.truncate(SHOWN);
    Ok(Some((seen, ForCohort { needs, seats, change })))
}

/// How well a need and a cohort fit, with today's weights.
pub(crate) fn fit(exchange: &Exchange, need: &DemandRecord, seen: &SeenCohort, kept: &Kept) -> Option<Score> {
    let between = between(exchange, (need.business, &need.content), &seen.programme, kept);
    score(&need.content, &seen.supply(), &between, &weights(exchange))
}

/// How well a need and a programme's best cohort fit: what a proposal rests on.
pub(crate) async fn best(exchange: &Exchange, business: OrganisationId, need: &DemandContent, programme: &PublicProgramme) -> Result<Option<Score>> {
    let (weights, kept) = (weights(exchange), promises::all(exchange).await?);
    let between = between(exchange, (business, need), programme, &kept);
    let all = cohorts_between(exchange, need.from.plus(-MONTHS), need.until.plus(MONTHS)).await?;
    let own = all.iter().filter(|seen| seen.programme.id == programme.id);
    Ok(own.filter_map(|seen| score(need, &seen.supply(), &between, &weights)).max_by_key(|score| score.total))
}
