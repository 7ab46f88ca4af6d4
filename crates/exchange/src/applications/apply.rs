//! Sending an application. Without an account the telephone number is proved by a one-time code and
//! the application waits inside the code; it is made, once, when the code is right.

use crate::accounts::codes::{self, Purpose};
use crate::error::{ExchangeError, Result};
use crate::program::webhooks::{self, Happened};
use crate::{Exchange, accounts, jobs, vacancies};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::application::{ApplicationContent, ApplicationState};
use sanviec_domain::consent::{ConsentPurpose, ConsentWay};
use sanviec_domain::ids::{ApplicationId, CodeId, FileId, PersonId, VacancyId, VacancyNumber};
use sanviec_domain::language::Locale;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::applications::ApplicationRecord;
use sanviec_store::{ChangeKind, Entity, Unit, consents};
use serde::{Deserialize, Serialize};

/// What waits inside a one-time code until it is proved.
#[derive(Debug, Serialize, Deserialize)]
pub struct Pending {
    /// The vacancy applied for.
    pub vacancy: VacancyId,
    /// What was written.
    pub content: ApplicationContent,
    /// What was handed in with it.
    #[serde(default)]
    pub files: Vec<FileId>,
}

/// How an application ended up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The application.
    pub id: ApplicationId,
    /// The seeker.
    pub seeker: PersonId,
    /// False where one was there already: a double send shows the existing one.
    pub is_new: bool,
}

/// First screen: takes what was written and sends a code to the number.
pub async fn begin(exchange: &Exchange, number: VacancyNumber, content: ApplicationContent, files: &[FileId], locale: Locale) -> Result<CodeId> {
    let view = open_vacancy(exchange, number).await?;
    let phone = content.phone.clone();
    let pending = serde_json::to_value(Pending {
        vacancy: view.vacancy.id,
        content,
        files: files.to_vec(),
    })
    .map_err(|error| ExchangeError::Internal(error.to_string()))?;
    codes::send(exchange, codes::Target::Phone(phone), Purpose::Apply, pending, locale).await
}

/// Second screen: the code proves the number; the application is made, once.
pub async fn confirm(exchange: &Exchange, code: CodeId, typed: &str, locale: Locale) -> Result<Sent> {
    let (unit, proved) = codes::prove(exchange, code, Purpose::Apply, typed).await?;
    let pending: Pending = serde_json::from_value(proved.payload).map_err(|error| ExchangeError::Internal(error.to_string()))?;
    let seeker = accounts::person_of_phone(&unit, &pending.content.phone, Some(&pending.content), locale).await?;
    let sent = insert(&unit, pending.vacancy, seeker, pending.content, &pending.files).await?;
    // Whoever has proved the number is signed in.
    unit.audit("account.sign_in", Entity::Person, seeker.0, serde_json::json!({ "by": "application" }));
    unit.save().await?;
    Ok(sent)
}

/// Signed in: one screen, one tap.
pub async fn send(exchange: &Exchange, actor: &Actor, number: VacancyNumber, content: ApplicationContent, files: &[FileId]) -> Result<Sent> {
    allows(actor, Action::Apply)?;
    let seeker = actor.person().ok_or(ExchangeError::SignInFirst)?;
    let view = open_vacancy(exchange, number).await?;
    let unit = exchange.begin(actor).await?;
    let sent = insert(&unit, view.vacancy.id, seeker, content, files).await?;
    unit.save().await?;
    Ok(sent)
}

/// The vacancy, if it takes applications today.
pub(crate) async fn open_vacancy(exchange: &Exchange, number: VacancyNumber) -> Result<vacancies::read::VacancyView> {
    let view = vacancies::read::public(exchange, number).await?;
    if view.is_open(exchange.clock.today()) {
        Ok(view)
    } else {
        Err(ExchangeError::NotNow("the vacancy is no longer open".to_owned()))
    }
}

async fn insert(unit: &Unit, vacancy: VacancyId, seeker: PersonId, content: ApplicationContent, files: &[FileId]) -> Result<Sent> {
    let sent = put(unit, vacancy, seeker, content, ConsentWay::Online, None).await?;
    if sent.is_new {
        crate::files::attach(unit, files, Entity::Application, sent.id.0).await?;
    }
    Ok(sent)
}

/// Writes an application with the consents it rests on, unless there is one.
pub(crate) async fn put(unit: &Unit, vacancy: VacancyId, seeker: PersonId, content: ApplicationContent, way: ConsentWay, taken_by: Option<PersonId>) -> Result<Sent> {
    if let Some(existing) = sanviec_store::applications::by_vacancy_and_seeker(unit.conn(), vacancy, seeker).await? {
        return Ok(Sent {
            id: existing.id,
            seeker,
            is_new: false,
        });
    }
    let applied_for = sanviec_store::vacancies::find(unit.conn(), vacancy).await?.ok_or(ExchangeError::NotFound)?;
    let id = ApplicationId(unit.uuid());
    let record = ApplicationRecord {
        id,
        vacancy,
        employer: applied_for.employer,
        seeker,
        state: ApplicationState::Submitted,
        content,
        decline_reason: None,
        version: 1,
        created_at: unit.now(),
        updated_at: unit.now(),
        answered_at: None,
    };
    consents::insert(unit, seeker, ConsentPurpose::Application, way, taken_by).await?;
    if record.content.keep {
        consents::insert(unit, seeker, ConsentPurpose::KeepApplication, way, taken_by).await?;
    }
    sanviec_store::applications::insert(unit, record).await?;
    unit.history(Entity::Application, id.0, None, "apply", ApplicationState::Submitted.key(), None);
    unit.changed(Entity::Application, id.0, ChangeKind::Put);
    unit.audit("application.send", Entity::Application, id.0, serde_json::Value::Null);
    unit.enqueue(jobs::tell_of_application(id));
    webhooks::tell(unit, Happened::applied(&applied_for, id)).await?;
    Ok(Sent { id, seeker, is_new: true })
}
