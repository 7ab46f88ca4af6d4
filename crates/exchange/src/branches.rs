//! The centre's branches: where people find it besides its seat. An administrator registers them, and
//! they stand on the contact page.

use crate::error::{ExchangeError, Result};
use crate::{Exchange, organisations};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::contact::{Email, Phone};
use sanviec_domain::ids::OrganisationId;
use sanviec_domain::lifecycle::decide;
use sanviec_domain::organisation::{OrganisationCommand, OrganisationKind, OrganisationLife, OrganisationProfile, OrganisationState};
use sanviec_domain::place::Place;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::{ChangeKind, Entity};

/// The most branches that are listed.
const MOST: u64 = 200;

/// A branch, as it is written down.
#[derive(Clone, Debug)]
pub struct Branch {
    /// Its name: "Văn phòng Tiền Hải".
    pub name: String,
    /// Where it is.
    pub place: Place,
    /// Its telephone.
    pub phone: Phone,
    /// Its address for letters.
    pub email: Option<Email>,
}

impl Branch {
    fn profile(&self) -> OrganisationProfile {
        OrganisationProfile {
            place: Some(self.place.clone()),
            phone: Some(self.phone.clone()),
            email: self.email.clone(),
            ..OrganisationProfile::default()
        }
    }
}

/// The branches that are open, for everybody.
pub async fn open(exchange: &Exchange) -> Result<Vec<OrganisationRecord>> {
    let mut branches = sanviec_store::organisations::list(exchange.store.reader(), OrganisationKind::Centre, None, MOST).await?;
    branches.retain(|branch| branch.state == OrganisationState::Verified);
    Ok(branches)
}

/// Every branch, closed ones too.
pub async fn all(exchange: &Exchange, actor: &Actor) -> Result<Vec<OrganisationRecord>> {
    allows(actor, Action::Administer)?;
    Ok(sanviec_store::organisations::list(exchange.store.reader(), OrganisationKind::Centre, None, MOST).await?)
}

/// One branch.
pub async fn find(exchange: &Exchange, actor: &Actor, id: OrganisationId) -> Result<OrganisationRecord> {
    allows(actor, Action::Administer)?;
    is_branch(organisations::find(exchange, id).await?)
}

fn is_branch(record: OrganisationRecord) -> Result<OrganisationRecord> {
    if record.kind == OrganisationKind::Centre {
        Ok(record)
    } else {
        Err(ExchangeError::NotFound)
    }
}

/// Registers a branch. Whoever may do so answers for it: it is open at once.
pub async fn register(exchange: &Exchange, actor: &Actor, branch: Branch) -> Result<OrganisationId> {
    allows(actor, Action::Administer)?;
    let unit = exchange.begin(actor).await?;
    let id = OrganisationId(unit.uuid());
    let verified = decide::<OrganisationLife>(OrganisationState::Pending, OrganisationCommand::Verify, actor.party(), |_| true)?;
    let record = OrganisationRecord {
        id,
        kind: OrganisationKind::Centre,
        state: verified.to,
        name: branch.name.clone(),
        tax_code: None,
        profile: branch.profile(),
        trusted: false,
        sample: false,
        version: 1,
        created_at: unit.now(),
        updated_at: unit.now(),
    };
    sanviec_store::organisations::insert(&unit, record).await?;
    unit.history(Entity::Organisation, id.0, None, "register", verified.from.key(), None);
    unit.history(
        Entity::Organisation,
        id.0,
        Some(verified.from.key()),
        OrganisationCommand::Verify.key(),
        verified.to.key(),
        None,
    );
    unit.audit("branch.register", Entity::Organisation, id.0, serde_json::Value::Null);
    unit.changed(Entity::Organisation, id.0, ChangeKind::Put);
    unit.save().await?;
    Ok(id)
}

/// Changes what is written of a branch.
pub async fn change(exchange: &Exchange, actor: &Actor, id: OrganisationId, branch: Branch) -> Result<()> {
    allows(actor, Action::Administer)?;
    let unit = exchange.begin(actor).await?;
    let mut record = is_branch(organisations::find_in(&unit, id).await?)?;
    record.profile = branch.profile();
    record.name = branch.name;
    sanviec_store::organisations::update(&unit, &record).await?;
    unit.audit("branch.change", Entity::Organisation, id.0, serde_json::Value::Null);
    unit.changed(Entity::Organisation, id.0, ChangeKind::Put);
    unit.save().await?;
    Ok(())
}

/// Closes a branch, or opens it again.
pub async fn switch(exchange: &Exchange, actor: &Actor, id: OrganisationId, open: bool) -> Result<()> {
    allows(actor, Action::Administer)?;
    let unit = exchange.begin(actor).await?;
    let mut record = is_branch(organisations::find_in(&unit, id).await?)?;
    let command = if open { OrganisationCommand::Lift } else { OrganisationCommand::Suspend };
    let moved = decide::<OrganisationLife>(record.state, command, actor.party(), |_| true)?;
    record.state = moved.to;
    sanviec_store::organisations::update(&unit, &record).await?;
    unit.history(Entity::Organisation, id.0, Some(moved.from.key()), command.key(), moved.to.key(), None);
    unit.audit("branch.switch", Entity::Organisation, id.0, serde_json::json!({ "open": open }));
    unit.changed(Entity::Organisation, id.0, ChangeKind::Put);
    unit.save().await?;
    Ok(())
}
