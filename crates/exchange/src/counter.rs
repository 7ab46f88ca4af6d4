//! At the centre's counter: an officer enters an application for somebody who stands there ("nhập hộ"),
//! with a consent that is written down, and looks a person up, for a reason that is written down. The
//! person is told of either entry and owns what was entered: the telephone number signs in.

use crate::applications::apply::{self, Sent};
use crate::error::{ExchangeError, Result};
use crate::{Exchange, accounts, jobs};
use chrono::TimeDelta;
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::account::AccountChange;
use sanviec_domain::application::ApplicationContent;
use sanviec_domain::consent::{ConsentPurpose, ConsentWay};
use sanviec_domain::contact::Phone;
use sanviec_domain::ids::{ApplicationId, PersonId, VacancyNumber};
use sanviec_domain::language::Locale;
use sanviec_store::applications::ApplicationRecord;
use sanviec_store::consents::{self, Consent};
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::people::{self, PersonRecord};
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::{ChangeKind, Entity};
use serde_json::json;
use uuid::Uuid;

/// People found at once.
const MOST: u64 = 20;
/// The applications of one person that are shown.
const APPLICATIONS: u64 = 50;

/// What is entered for somebody.
pub struct Entry {
    /// Who it is, and what an application says.
    pub content: ApplicationContent,
    /// In which way the person agreed; there is no entry without.
    pub consent: ConsentWay,
    /// What the person applies for, where it is for something.
    pub vacancy: Option<VacancyNumber>,
}

/// What came of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entered {
    /// The person.
    pub person: PersonId,
    /// The application.
    pub application: Option<Sent>,
}

/// Enters somebody, and an application where one is wanted, as one unit.
pub async fn enter(exchange: &Exchange, actor: &Actor, entry: Entry) -> Result<Entered> {
    allows(actor, Action::ServeAtCounter)?;
    let vacancy = match entry.vacancy {
        Some(number) => Some(apply::open_vacancy(exchange, number).await?.vacancy.id),
        None => None,
    };
    let unit = exchange.begin(actor).await?;
    let person = accounts::person_of_phone(&unit, &entry.content.phone, Some(&entry.content), Locale::Vi).await?;
    consents::insert(&unit, person, ConsentPurpose::Counter, entry.consent, actor.person()).await?;
    let application = match vacancy {
        Some(vacancy) => Some(apply::put(&unit, vacancy, person, entry.content, entry.consent, actor.person()).await?),
        None => None,
    };
    unit.audit(
        "counter.enter",
        Entity::Person,
        person.0,
        json!({ "application": application.map(|sent| sent.id), "consent": entry.consent }),
    );
    unit.changed(Entity::Person, person.0, ChangeKind::Put);
    unit.enqueue(jobs::tell_of_account(person, AccountChange::EnteredAtCounter));
    unit.save().await?;
    Ok(Entered { person, application })
}

/// People of a telephone number or a name, for a reason. Who was found and why is logged; the words
/// aren't, because the log can't forget.
pub async fn search(exchange: &Exchange, actor: &Actor, words: &str, reason: &str) -> Result<Vec<PersonRecord>> {
    allows(actor, Action::ServeAtCounter)?;
    let reason = crate::admin::accounts::given(reason)?;
    let unit = exchange.begin(actor).await?;
    let found: Vec<PersonRecord> = match words.parse::<Phone>() {
        Ok(phone) => people::by_phone(unit.conn(), &phone).await?.into_iter().collect(),
        Err(_) => people::by_name(unit.conn(), words, MOST).await?,
    };
    let ids: Vec<PersonId> = found.iter().map(|person| person.id).collect();
    let first = ids.first().map_or(Uuid::nil(), |id| id.0);
    unit.audit("seeker.searched", Entity::Person, first, json!({ "found": ids, "reason": reason }));
    unit.save().await?;
    Ok(found)
}

/// A person as an officer sees them at the counter.
pub struct SeekerFile {
    /// The person.
    pub person: PersonRecord,
    /// What the person has agreed to, newest first.
    pub consents: Vec<Consent>,
    /// The applications, newest first.
    pub applications: Vec<(ApplicationRecord, VacancyRecord, OrganisationRecord)>,
}

/// Opens a person's file, for a reason that is logged.
pub async fn open(exchange: &Exchange, actor: &Actor, id: PersonId, reason: &str) -> Result<SeekerFile> {
    allows(actor, Action::ServeAtCounter)?;
    let reason = crate::admin::accounts::given(reason)?;
    let conn = exchange.store.reader();
    let person = people::find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let unit = exchange.begin(actor).await?;
    unit.audit("seeker.opened", Entity::Person, id.0, json!({ "reason": reason }));
    unit.save().await?;
    let mut applications = Vec::new();
    for application in sanviec_store::applications::of_seeker(id).list(conn, None, APPLICATIONS).await? {
        let known = sanviec_store::vacancies::with_employer(conn, &[application.vacancy]).await?.into_iter().next();
        applications.extend(known.map(|(vacancy, employer)| (application, vacancy, employer)));
    }
    Ok(SeekerFile {
        consents: consents::of(conn, id).await?,
        person,
        applications,
    })
}

/// Hours for which the slip of an entry can be printed.
const SLIP_HOURS: i64 = 24;

/// What a slip for the person says: of an application entered at the counter within the last day. The
/// look is logged.
pub async fn slip(exchange: &Exchange, actor: &Actor, id: ApplicationId) -> Result<(ApplicationRecord, VacancyRecord, OrganisationRecord)> {
    allows(actor, Action::ServeAtCounter)?;
    let conn = exchange.store.reader();
    let application = sanviec_store::applications::find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let consents = consents::of(conn, application.seeker).await?;
    let entered = consents
        .iter()
        .any(|consent| consent.purpose == ConsentPurpose::Counter && consent.given_at == application.created_at);
    if !entered || exchange.now() - application.created_at > TimeDelta::hours(SLIP_HOURS) {
        return Err(ExchangeError::NotFound);
    }
    let known = sanviec_store::vacancies::with_employer(conn, &[application.vacancy]).await?.into_iter().next();
    let (vacancy, employer) = known.ok_or(ExchangeError::NotFound)?;
    let unit = exchange.begin(actor).await?;
    unit.audit("counter.slip", Entity::Application, id.0, serde_json::Value::Null);
    unit.save().await?;
    Ok((application, vacancy, employer))
}
