//! What an employer's own system does by the API. With a live key it does what the employer's people do,
//! by the same use cases and rules; with a test key it does the same to vacancies of its own
//! (`sandbox`), which nobody else ever sees.

pub mod keys;
mod live;
mod sandbox;
pub mod webhooks;

use crate::Exchange;
use crate::error::{ExchangeError, Result};
use crate::vacancies::{read::own_organisation, write};
use chrono::TimeDelta;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::{ApiKeyId, OrganisationId, VacancyId};
use sanviec_domain::program::KeyMode;
use sanviec_domain::reference::Reference;
use sanviec_domain::vacancy::{ClosedReason, DraftError, Fault, Field, VacancyCommand, VacancyContent, VacancyState};
use sanviec_store::api_keys::AskedOnce;
use sanviec_store::cases::CaseRecord;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::{RevisionRecord, StoreError, Unit};

/// Days for which a request under an idempotency key is remembered.
const REMEMBERED_DAYS: i64 = 2;
/// Days after which a vacancy for trying out that nobody touches is forgotten.
const TEST_DAYS: i64 = 30;
/// Days for which the tellings of webhooks are kept.
const DELIVERIES_DAYS: i64 = 30;

/// A vacancy as it is handed in.
#[derive(Clone, Debug)]
pub struct Posted {
    /// The employer's own reference.
    pub external_reference: Option<String>,
    /// What it says.
    pub content: VacancyContent,
    /// Whether it goes to the centre at once.
    pub submit: bool,
}

/// What is done once however often it is asked.
#[derive(Clone, Debug)]
pub struct Once {
    /// The asker's own key for it.
    pub key: String,
    /// The hash of what is asked.
    pub fingerprint: String,
}

/// A vacancy as the employer's system sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The vacancy.
    pub vacancy: VacancyRecord,
    /// A change of it that waits for an officer.
    pub revision: Option<RevisionRecord>,
    /// What the centre decided last, where the employer has something to do about it.
    pub decision: Option<CaseRecord>,
}

impl Seen {
    /// What tells this vacancy as it stands from what it was before: its version, and the change that waits.
    pub fn tag(&self) -> String {
        tag(&self.vacancy, self.revision.as_ref())
    }
}

fn tag(vacancy: &VacancyRecord, revision: Option<&RevisionRecord>) -> String {
    match revision {
        Some(revision) => format!("{}-{}", vacancy.version, revision.id.0.simple()),
        None => vacancy.version.to_string(),
    }
}

/// The tags of which one must be the vacancy's, as it was read by whoever changes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// Any: it only has to be there.
    Any,
    /// One of these.
    One(Vec<String>),
}

impl Expected {
    fn holds(&self, vacancy: &VacancyRecord, revision: Option<&RevisionRecord>) -> Result<()> {
        match self {
            Self::Any => Ok(()),
            Self::One(tags) if tags.contains(&tag(vacancy, revision)) => Ok(()),
            Self::One(_) => Err(ExchangeError::Stale),
        }
    }
}

/// What was made, or had been made before under the same idempotency key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Made {
    /// The vacancy.
    pub vacancy: VacancyId,
    /// Whether it had been made before.
    pub again: bool,
}

/// What moves a vacancy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    /// Hand it to the centre.
    Submit,
    /// Not now.
    Pause,
    /// Again.
    Resume,
    /// It is over.
    Close(ClosedReason),
}

impl Move {
    fn command(self, state: VacancyState) -> VacancyCommand {
        match self {
            Self::Submit => write::usual_command(state),
            Self::Pause => VacancyCommand::Pause,
            Self::Resume => VacancyCommand::Resume,
            Self::Close(ClosedReason::Filled) => VacancyCommand::Fill,
            Self::Close(_) => VacancyCommand::Withdraw,
        }
    }
}

/// Who asks, where it counts.
struct Asker {
    key: ApiKeyId,
    organisation: OrganisationId,
    mode: KeyMode,
}

fn asker(actor: &Actor, action: Action) -> Result<Asker> {
    allows(actor, action)?;
    match actor {
        Actor::Program { key, organisation, mode, .. } => Ok(Asker {
            key: *key,
            organisation: *organisation,
            mode: *mode,
        }),
        _ => Err(ExchangeError::NotFound),
    }
}

/// The employer whom a key belongs to.
pub async fn employer(exchange: &Exchange, actor: &Actor) -> Result<OrganisationRecord> {
    let asker = asker(actor, Action::ReadByProgram)?;
    crate::organisations::find(exchange, asker.organisation).await
}

/// What a list is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Narrowed {
    /// These states only.
    pub states: Option<Vec<VacancyState>>,
    /// The one of this reference only.
    pub external_reference: Option<String>,
    /// After this one.
    pub after: Option<VacancyId>,
}

/// The employer's vacancies, the newest first.
pub async fn list(exchange: &Exchange, actor: &Actor, narrowed: &Narrowed, limit: u64) -> Result<Vec<VacancyRecord>> {
    let asker = asker(actor, Action::ReadByProgram)?;
    let conn = exchange.store.reader();
    let states = narrowed.states.as_deref();
    if let Some(reference) = &narrowed.external_reference {
        let found = match asker.mode {
            KeyMode::Live => sanviec_store::vacancies::by_reference(conn, own_organisation(actor)?, reference).await?,
            KeyMode::Test => sanviec_store::test_vacancies::by_reference(conn, asker.organisation, reference).await?,
        };
        let fits = |vacancy: &VacancyRecord| states.is_none_or(|states| states.contains(&vacancy.state)) && narrowed.after.is_none_or(|after| vacancy.id < after);
        return Ok(found.into_iter().filter(fits).collect());
    }
    Ok(match asker.mode {
        KeyMode::Live => sanviec_store::vacancies::of(own_organisation(actor)?).list(conn, states, narrowed.after, limit).await?,
        KeyMode::Test => sanviec_store::test_vacancies::list(conn, asker.organisation, states, narrowed.after, limit).await?,
    })
}

/// One of the employer's vacancies.
pub async fn one(exchange: &Exchange, actor: &Actor, id: VacancyId) -> Result<Seen> {
    let asker = asker(actor, Action::ReadByProgram)?;
    match asker.mode {
        KeyMode::Live => live::one(exchange, actor, id).await,
        KeyMode::Test => sandbox::one(exchange, asker.organisation, id).await,
    }
}

/// Makes a vacancy, once for an idempotency key.
pub async fn create(exchange: &Exchange, actor: &Actor, mut posted: Posted, once: Option<&Once>) -> Result<Made> {
    let asker = asker(actor, Action::WriteByProgram)?;
    prepare(exchange, &mut posted.content)?;
    match asker.mode {
        KeyMode::Live => live::create(exchange, actor, &asker, posted, once).await,
        KeyMode::Test => sandbox::create(exchange, actor, &asker, posted, once).await,
    }
}

/// Writes a vacancy anew: a draft is saved, and submitted if that is asked; a change of one that people read
/// goes to the centre, apart from what needs no look.
pub async fn replace(exchange: &Exchange, actor: &Actor, id: VacancyId, expected: &Expected, mut posted: Posted) -> Result<Seen> {
    let asker = asker(actor, Action::WriteByProgram)?;
    prepare(exchange, &mut posted.content)?;
    match asker.mode {
        KeyMode::Live => Box::pin(live::replace(exchange, actor, id, expected, posted)).await?,
        KeyMode::Test => Box::pin(sandbox::replace(exchange, actor, id, expected, posted)).await?,
    }
    one(exchange, actor, id).await
}

/// Moves a vacancy along.
pub async fn carry_out(exchange: &Exchange, actor: &Actor, id: VacancyId, expected: &Expected, moves: Move) -> Result<Seen> {
    let asker = asker(actor, Action::WriteByProgram)?;
    match asker.mode {
        KeyMode::Live => live::carry_out(exchange, actor, id, expected, moves).await?,
        KeyMode::Test => sandbox::carry_out(exchange, actor, id, expected, moves).await?,
    }
    one(exchange, actor, id).await
}

/// Decides about a vacancy for trying out as an officer might, so that a system can try what it does then.
pub async fn decide_test(exchange: &Exchange, actor: &Actor, id: VacancyId, command: VacancyCommand) -> Result<Seen> {
    let asker = asker(actor, Action::WriteByProgram)?;
    if asker.mode == KeyMode::Live {
        one(exchange, actor, id).await?;
        return Err(ExchangeError::NotNow("only a vacancy of a test key is decided by its own system".to_owned()));
    }
    sandbox::decide_as_officer(exchange, actor, id, command).await?;
    one(exchange, actor, id).await
}

/// Refuses codes that no list has; the occupation is proposed from the title where none is given.
fn prepare(exchange: &Exchange, content: &mut VacancyContent) -> Result<()> {
    content.occupation_confirmed = false;
    let wrong = unknown_codes(&exchange.reference, content);
    if !wrong.is_empty() {
        return Err(ExchangeError::Invalid(wrong));
    }
    if content.occupation.is_none() {
        write::propose_occupation(exchange, content);
    }
    Ok(())
}

fn unknown_codes(reference: &Reference, content: &VacancyContent) -> Vec<DraftError> {
    let mut wrong = Vec::new();
    let mut say = |field| wrong.push(DraftError { field, fault: Fault::Unknown });
    if let Some(place) = &content.place {
        let is_commune = |code| reference.commune(code).is_some_and(|commune| commune.province_code == place.province);
        if reference.province(place.province).is_none()
            || place.commune.is_some_and(|code| !is_commune(code))
            || place.park.as_ref().is_some_and(|park| reference.park(park).is_none())
        {
            say(Field::Place);
        }
    }
    if content
        .occupation
        .as_deref()
        .is_some_and(|code| reference.occupation_name(code, sanviec_domain::language::Locale::Vi).is_none())
    {
        say(Field::Occupation);
    }
    wrong
}

/// Whether this was asked before under the same key: then what it made. The same key with something else
/// is refused.
async fn asked_before(unit: &Unit, asker: &Asker, once: Option<&Once>, vacancy: VacancyId) -> Result<Option<Made>> {
    let Some(once) = once else { return Ok(None) };
    let asked = AskedOnce {
        fingerprint: once.fingerprint.clone(),
        vacancy,
    };
    match sanviec_store::api_keys::ask_once(unit, asker.key, &once.key, &asked).await? {
        None => Ok(None),
        Some(known) if known.fingerprint == asked.fingerprint => Ok(Some(Made {
            vacancy: known.vacancy,
            again: true,
        })),
        Some(_) => Err(ExchangeError::OtherRequest),
    }
}

/// Refuses the reference of a vacancy where another one is known under it.
fn free_for(vacancy: &VacancyRecord, known: Option<VacancyRecord>) -> Result<()> {
    match known {
        Some(known) if known.id != vacancy.id => Err(taken()),
        _ => Ok(()),
    }
}

/// Somebody was faster with the same reference.
fn or_taken(error: StoreError) -> ExchangeError {
    if matches!(error, StoreError::Taken(_)) { taken() } else { error.into() }
}

fn taken() -> ExchangeError {
    ExchangeError::Invalid(vec![DraftError {
        field: Field::ExternalReference,
        fault: Fault::Duplicate,
    }])
}

/// Forgets old requests, vacancies for trying out and tellings. Run by the clock.
pub(crate) async fn forget_due(exchange: &Exchange) -> Result<u64> {
    let unit = exchange.begin(&Actor::System).await?;
    let now = unit.now();
    let asked = sanviec_store::api_keys::forget_asked(&unit, now - TimeDelta::days(REMEMBERED_DAYS)).await?;
    let tried = sanviec_store::test_vacancies::forget(&unit, now - TimeDelta::days(TEST_DAYS)).await?;
    let told = sanviec_store::webhooks::forget_deliveries(&unit, now - TimeDelta::days(DELIVERIES_DAYS)).await?;
    unit.save().await?;
    Ok(asked + tried + told)
}
