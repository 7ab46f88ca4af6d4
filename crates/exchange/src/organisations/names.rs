//! Whether a name is nearly that of a verified organisation, which is how swindlers look like somebody known.

use crate::error::Result;
use sanviec_domain::ids::OrganisationId;
use sanviec_domain::moderation::check::RuleCode;
use sanviec_domain::moderation::names::{are_alike, core};
use sanviec_domain::moderation::{Finding, Severity};
use sanviec_domain::vacancy::Field;
use sanviec_store::{Unit, organisations};

/// How many are shown to the officer.
const SHOWN: usize = 3;

/// The verified organisations whose names an organisation's is nearly.
pub(super) async fn findings(unit: &Unit, id: OrganisationId) -> Result<Vec<Finding>> {
    let Some(own) = organisations::find(unit.conn(), id).await? else {
        return Ok(Vec::new());
    };
    let name = core(&own.name);
    let known = organisations::verified_names(unit.conn()).await?;
    let alike = known.into_iter().filter(|(other, theirs)| *other != id && are_alike(&name, &core(theirs)));
    Ok(alike
        .take(SHOWN)
        .map(|(_, theirs)| Finding {
            rule: RuleCode::LookAlikeName,
            severity: Severity::Severe,
            field: Field::EmployerName,
            words: theirs,
        })
        .collect())
}
