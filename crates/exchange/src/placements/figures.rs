//! Figures of people who started work: how many, where, through what; how many of a programme's graduates.

use crate::Exchange;
use crate::error::Result;
use chrono::NaiveDate;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::{AgreementId, OrganisationId, ProgrammeId};
use sanviec_domain::placement::share::{self, InWork};
use sanviec_domain::placement::{Destination, PlacementWay};
use sanviec_store::{placements as store, programmes};

/// Which placements are counted: confirmed ones that started within these days, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountFilter {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
}

/// How many started work.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlacementCounts {
    /// By where the work is and through what; what is nought isn't listed.
    pub by_destination_and_way: Vec<(Destination, PlacementWay, u64)>,
    /// Under agreements, by agreement.
    pub by_agreement: Vec<(AgreementId, u64)>,
}

impl PlacementCounts {
    /// How many in all.
    pub fn total(&self) -> u64 {
        self.by_destination_and_way.iter().map(|(_, _, count)| count).sum()
    }

    /// How many at a destination.
    pub fn at(&self, destination: Destination) -> u64 {
        let there = self.by_destination_and_way.iter().filter(|(known, ..)| *known == destination);
        there.map(|(_, _, count)| count).sum()
    }

    /// How many through a way.
    pub fn through(&self, way: PlacementWay) -> u64 {
        let through = self.by_destination_and_way.iter().filter(|(_, known, _)| *known == way);
        through.map(|(_, _, count)| count).sum()
    }
}

/// How many started work, for the centre.
pub async fn counts(exchange: &Exchange, actor: &Actor, filter: &CountFilter) -> Result<PlacementCounts> {
    allows(actor, Action::Broker)?;
    let (conn, days) = (exchange.store.reader(), filter.from..=filter.until);
    Ok(PlacementCounts {
        by_destination_and_way: store::by_destination_and_way(conn, &days).await?,
        by_agreement: store::by_agreement(conn, &days).await?,
    })
}

/// How many of a programme's graduates started work within a year, as far as it is on record here; nothing where
/// too few have graduated to say.
pub async fn share_in_work(exchange: &Exchange, college: OrganisationId, programme: ProgrammeId) -> Result<Option<InWork>> {
    let (conn, today) = (exchange.store.reader(), exchange.clock.today());
    let mut cohorts = programmes::cohorts_of(conn, college).await?;
    cohorts.retain(|cohort| cohort.programme == programme && share::is_counted(cohort, today));
    let Some(days) = share::days(&cohorts) else { return Ok(None) };
    let starts = store::of_programme(conn, programme, &days).await?;
    Ok(share::of(&cohorts, &starts))
}
