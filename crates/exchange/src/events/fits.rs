//! How well those fit who come to an event: by the needs that the one and the programmes that the other bring.

use crate::Exchange;
use crate::agreements::promises::{self, Kept};
use crate::error::Result;
use crate::matching::{self, SeenCohort};
use sanviec_domain::ids::{DemandId, ProgrammeId, RegistrationId};
use sanviec_domain::matching::{Score, WAIT_MONTHS};
use sanviec_domain::month::Month;
use sanviec_store::demands::{self, DemandRecord};
use sanviec_store::registrations::RegistrationRecord;
use std::collections::HashMap;

/// Months ahead whose graduates are brought along.
const AHEAD: i32 = 36;

/// What everybody brings to an event.
pub struct Brought {
    needs: HashMap<RegistrationId, Vec<DemandRecord>>,
    cohorts: HashMap<RegistrationId, Vec<SeenCohort>>,
    kept: Kept,
}

/// What brings two together: how well it fits, by which need and which programme.
#[derive(Clone, Debug)]
pub struct Fit {
    /// The score.
    pub score: Score,
    /// The need.
    pub demand: DemandId,
    /// The programme.
    pub programme: ProgrammeId,
}

/// What those bring who take part, read at once.
pub(crate) async fn brought(exchange: &Exchange, registrations: &[RegistrationRecord]) -> Result<Brought> {
    let coming = || registrations.iter().filter(|registration| registration.state.takes_part());
    let ids: Vec<DemandId> = coming().flat_map(|registration| registration.content.demands.iter().copied()).collect();
    let needs = demands::many(exchange.store.reader(), &ids).await?;
    let this = Month::of(exchange.clock.today());
    let cohorts = matching::cohorts_between(exchange, this.plus(-WAIT_MONTHS), this.plus(AHEAD)).await?;
    let mut all = Brought {
        needs: HashMap::new(),
        cohorts: HashMap::new(),
        kept: promises::all(exchange).await?,
    };
    for registration in coming() {
        let content = &registration.content;
        let own = needs.iter().filter(|need| need.business == registration.organisation && content.demands.contains(&need.id));
        all.needs.insert(registration.id, own.cloned().collect());
        let own = cohorts
            .iter()
            .filter(|seen| seen.programme.college.id == registration.organisation && content.programmes.contains(&seen.programme.id));
        all.cohorts.insert(registration.id, own.cloned().collect());
    }
    Ok(all)
}

impl Brought {
    /// The needs of a business's registration.
    pub fn needs(&self, registration: RegistrationId) -> &[DemandRecord] {
        self.needs.get(&registration).map_or(&[], Vec::as_slice)
    }

    /// The classes of a college's registration.
    pub fn cohorts(&self, registration: RegistrationId) -> &[SeenCohort] {
        self.cohorts.get(&registration).map_or(&[], Vec::as_slice)
    }

    /// What a registration brings, by name, each once.
    pub fn names(&self, registration: RegistrationId) -> Vec<String> {
        let needs = self.needs(registration).iter().map(|need| need.content.title.clone());
        let programmes = self.cohorts(registration).iter().map(|seen| seen.programme.content.name.clone());
        let mut names: Vec<String> = needs.chain(programmes).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The best that a business and a college have for each other.
    pub(crate) fn fit(&self, exchange: &Exchange, business: RegistrationId, college: RegistrationId) -> Option<Fit> {
        let pairs = self.needs(business).iter().flat_map(|need| self.cohorts(college).iter().map(move |cohort| (need, cohort)));
        pairs
            .filter_map(|(need, cohort)| {
                Some(Fit {
                    score: matching::fit(exchange, need, cohort, &self.kept)?,
                    demand: need.id,
                    programme: cohort.programme.id,
                })
            })
            .max_by_key(|fit| (fit.score.total, std::cmp::Reverse((fit.demand, fit.programme))))
    }
}
