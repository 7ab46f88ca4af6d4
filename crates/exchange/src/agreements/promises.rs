//! Who kept what they promised under earlier agreements: for the matching, of everybody at once.

use crate::Exchange;
use crate::error::Result;
use sanviec_domain::agreement::fulfilment::BothPromises;
use sanviec_domain::ids::OrganisationId;
use sanviec_domain::matching::Promises;
use std::collections::HashMap;

/// What every business and every college has promised and kept.
#[derive(Clone, Debug, Default)]
pub(crate) struct Kept(HashMap<OrganisationId, Promises>);

impl Kept {
    /// An organisation's; none where no line of its agreements is over.
    pub(crate) fn of(&self, organisation: OrganisationId) -> Promises {
        self.0.get(&organisation).copied().unwrap_or_default()
    }
}

/// Reads them: in three queries, however many agreements there are.
pub(crate) async fn all(exchange: &Exchange) -> Result<Kept> {
    let today = exchange.clock.today();
    let mut kept: HashMap<OrganisationId, Promises> = HashMap::new();
    for known in sanviec_store::fulfilment::of_all(exchange.store.reader()).await? {
        let mut both = BothPromises::default();
        both.add(&known.line, &known.result, today);
        for (organisation, adds) in [(known.sides.business, both.business), (known.sides.college, both.college)] {
            if adds.made > 0 {
                let promises = kept.entry(organisation).or_default();
                promises.made += adds.made;
                promises.kept += adds.kept;
            }
        }
    }
    Ok(Kept(kept))
}
