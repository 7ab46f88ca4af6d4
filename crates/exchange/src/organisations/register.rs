//! Registering an organisation (form 03) and changing what it says of itself. Its name and tax code
//! are what an officer has verified: of a verified organisation new ones wait for an officer.

use crate::error::{ExchangeError, Result};
use crate::{Exchange, moderation};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::contact::{CitizenNumber, TaxCode};
use sanviec_domain::ids::OrganisationId;
use sanviec_domain::moderation::CaseKind;
use sanviec_domain::organisation::{MemberRole, OrganisationCommand, OrganisationKind, OrganisationProfile, OrganisationState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::organisation_facts::{self, Proposal};
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::{ChangeKind, Entity, StoreError, Unit};

/// By which number an organisation is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Number {
    /// An organisation's tax code.
    Tax(TaxCode),
    /// A person's number.
    Citizen(CitizenNumber),
}

/// What is registered.
#[derive(Clone, Debug)]
pub struct Registration {
    /// Employer or college.
    pub kind: OrganisationKind,
    /// Its name.
    pub name: String,
    /// Its number.
    pub number: Number,
    /// Form 03.
    pub profile: OrganisationProfile,
}

/// How a registration went.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Registered {
    /// It is registered; the person is its owner and acts for it.
    New(Actor),
    /// The tax code is known: one can ask to join. Nothing but the name is told.
    Known {
        /// The name.
        name: String,
    },
    /// The citizen's number is known.
    CitizenTaken,
}

/// Registers an organisation: pending, the person its owner, a case for the officers.
pub async fn register(exchange: &Exchange, actor: &Actor, registration: Registration) -> Result<Registered> {
    allows(actor, Action::EnterOrganisation)?;
    let person = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let unit = exchange.begin(actor).await?;
    let tax_code = match &registration.number {
        Number::Tax(code) => {
            if let Some(known) = sanviec_store::organisations::by_tax_code(unit.conn(), code).await? {
                return Ok(Registered::Known { name: known.name });
            }
            Some(code.clone())
        }
        Number::Citizen(number) => {
            if organisation_facts::by_citizen(unit.conn(), number).await?.is_some() {
                return Ok(Registered::CitizenTaken);
            }
            None
        }
    };
    let id = OrganisationId(unit.uuid());
    let record = OrganisationRecord {
        id,
        kind: registration.kind,
        state: OrganisationState::Pending,
        name: registration.name,
        tax_code,
        profile: registration.profile,
        trusted: false,
        sample: false,
        version: 1,
        created_at: unit.now(),
        updated_at: unit.now(),
    };
    // Two may register one tax code in the same moment: the slower one is told to look again.
    sanviec_store::organisations::insert(&unit, record).await.map_err(taken)?;
    if let Number::Citizen(number) = &registration.number {
        organisation_facts::set_citizen(&unit, id, number).await.map_err(taken)?;
    }
    sanviec_store::people::add_member(&unit, person, id, MemberRole::Owner).await?;
    unit.history(Entity::Organisation, id.0, None, "register", OrganisationState::Pending.key(), None);
    unit.audit("organisation.register", Entity::Organisation, id.0, serde_json::json!({ "kind": registration.kind.key() }));
    unit.changed(Entity::Organisation, id.0, ChangeKind::Put);
    open_case(exchange, &unit, id).await?;
    unit.save().await.map_err(taken)?;
    let role = MemberRole::Owner;
    Ok(Registered::New(match registration.kind {
        OrganisationKind::College => Actor::College { person, organisation: id, role },
        _ => Actor::Employer { person, organisation: id, role },
    }))
}

fn taken(error: StoreError) -> ExchangeError {
    if matches!(error, StoreError::Taken(_)) { ExchangeError::Conflict } else { error.into() }
}

/// Opens the case in which an officer looks at an organisation, anew if one waits: nobody decides
/// about what has changed since it was read.
pub(crate) async fn open_case(exchange: &Exchange, unit: &Unit, id: OrganisationId) -> Result<()> {
    moderation::cancel_open_case(unit, Entity::Organisation, id.0).await?;
    let findings = super::names::findings(unit, id).await?;
    moderation::open_case(exchange, unit, CaseKind::Organisation, Entity::Organisation, id.0, Some(id), findings).await?;
    Ok(())
}

/// How a change of an organisation's record went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Written.
    Done,
    /// Written; the new name or tax code waits for an officer.
    Proposed,
    /// Written and sent for verification again.
    Resubmitted,
    /// The tax code belongs to another organisation.
    Taken,
}

/// What may be changed of an organisation's record.
#[derive(Clone, Debug)]
pub struct Change {
    /// The name.
    pub name: String,
    /// The tax code; `None` leaves it (a person has none).
    pub tax_code: Option<TaxCode>,
    /// Form 03.
    pub profile: OrganisationProfile,
}

/// Changes the record of the actor's own organisation.
pub async fn save_own(exchange: &Exchange, actor: &Actor, change: Change) -> Result<Saved> {
    super::members::may_manage(actor)?;
    let unit = exchange.begin(actor).await?;
    let mut own = super::members::as_owner(&unit).await?;
    let (name, tax_code) = (change.name, change.tax_code.or_else(|| own.tax_code.clone()));
    if let Some(code) = &tax_code
        && let Some(other) = sanviec_store::organisations::by_tax_code(unit.conn(), code).await?
        && other.id != own.id
    {
        return Ok(Saved::Taken);
    }
    let renamed = name != own.name || tax_code != own.tax_code;
    own.profile = change.profile;
    let mut saved = Saved::Done;
    let is_known = matches!(own.state, OrganisationState::Verified | OrganisationState::Suspended);
    if renamed && is_known {
        organisation_facts::propose(&unit, own.id, &Proposal { name, tax_code }).await?;
        saved = Saved::Proposed;
    } else {
        own.name = name;
        own.tax_code = tax_code;
        if is_known && organisation_facts::proposal_of(unit.conn(), own.id).await?.is_some() {
            organisation_facts::forget_proposal(&unit, own.id).await?;
            moderation::cancel_open_case(&unit, Entity::Organisation, own.id.0).await?;
        }
    }
    sanviec_store::organisations::update(&unit, &own).await?;
    unit.audit("organisation.edit", Entity::Organisation, own.id.0, serde_json::json!({ "renamed": renamed }));
    unit.changed(Entity::Organisation, own.id.0, ChangeKind::Put);
    if own.state == OrganisationState::Refused {
        super::carry_out(exchange, &unit, own.id, OrganisationCommand::Resubmit, &super::Grounds::default()).await?;
        saved = Saved::Resubmitted;
    } else if renamed {
        open_case(exchange, &unit, own.id).await?;
    }
    // What is shown of a vacancy names its employer.
    if own.state == OrganisationState::Verified {
        super::vacancies_changed(exchange, &unit, own.id).await?;
    }
    unit.save().await.map_err(taken)?;
    Ok(saved)
}

/// Gives a verified organisation the name and tax code that waited, or drops them. Answers whether
/// any waited.
pub(crate) async fn decide_proposal(unit: &Unit, id: OrganisationId, approved: bool) -> Result<bool> {
    let Some(proposal) = organisation_facts::proposal_of(unit.conn(), id).await? else {
        return Ok(false);
    };
    if approved {
        let mut organisation = super::find_in(unit, id).await?;
        let before = std::mem::replace(&mut organisation.name, proposal.name);
        organisation.tax_code = proposal.tax_code;
        sanviec_store::organisations::update(unit, &organisation).await.map_err(taken)?;
        unit.history(Entity::Organisation, id.0, Some(organisation.state.key()), "rename", organisation.state.key(), Some(before));
        unit.changed(Entity::Organisation, id.0, ChangeKind::Put);
    }
    organisation_facts::forget_proposal(unit, id).await?;
    unit.audit("organisation.rename", Entity::Organisation, id.0, serde_json::json!({ "approved": approved }));
    Ok(true)
}
