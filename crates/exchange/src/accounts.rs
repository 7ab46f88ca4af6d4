//! People: found by their telephone number or address, signed in by a one-time code or a password and,
//! where there is one, a second factor; acting in one of the capacities they have.

pub mod codes;
pub mod contact;
pub mod devices;
pub mod hashing;
pub mod identities;
pub mod links;
pub mod merging;
pub mod passkeys;
pub mod passwords;
pub mod providers;
pub mod second_factor;
pub mod staff;
pub mod strength;
pub mod vault;

use crate::Exchange;
use crate::accounts::codes::{Purpose, Target};
use crate::error::{ExchangeError, Result};
use sanviec_domain::access::Actor;
use sanviec_domain::application::ApplicationContent;
use sanviec_domain::contact::Phone;
use sanviec_domain::ids::{CodeId, PersonId};
use sanviec_domain::language::Locale;
use sanviec_domain::organisation::OrganisationKind;
use sanviec_domain::time::Instant;
use sanviec_store::people::PersonRecord;
use sanviec_store::{ChangeKind, Entity, Unit};

/// Sends a sign-in code to a number or an address. The answer is the same whether anybody is known
/// under it.
pub async fn request_sign_in(exchange: &Exchange, target: Target, locale: Locale) -> Result<CodeId> {
    codes::send(exchange, target, Purpose::SignIn, serde_json::Value::Null, locale).await
}

/// Proves a sign-in code. A telephone number nobody is known under becomes a seeker's account; an
/// unknown e-mail address doesn't.
pub async fn sign_in(exchange: &Exchange, code: CodeId, typed: &str, locale: Locale) -> Result<PersonId> {
    let (unit, proved) = codes::prove(exchange, code, Purpose::SignIn, typed).await?;
    let person = match proved.target {
        Target::Phone(phone) => person_of_phone(&unit, &phone, None, locale).await?,
        Target::Email(email) => sanviec_store::people::by_email(unit.conn(), &email).await?.ok_or(ExchangeError::DeadCode)?.id,
    };
    unit.audit("account.sign_in", Entity::Person, person.0, serde_json::Value::Null);
    unit.save().await?;
    Ok(person)
}

/// The person a proved number belongs to; a new one if nobody has it. What an application says
/// fills what is not known yet.
pub(crate) async fn person_of_phone(unit: &Unit, phone: &Phone, said: Option<&ApplicationContent>, locale: Locale) -> Result<PersonId> {
    if let Some(mut known) = sanviec_store::people::by_phone(unit.conn(), phone).await? {
        if let (None, Some(said)) = (&known.name, said) {
            known.name = Some(said.name.clone());
            known.birth_year = known.birth_year.or(said.birth_year);
            sanviec_store::people::update(unit, &known).await?;
        }
        return Ok(known.id);
    }
    let id = PersonId(unit.uuid());
    let record = PersonRecord {
        id,
        name: said.map(|said| said.name.clone()),
        phone: Some(phone.clone()),
        email: None,
        birth_year: said.and_then(|said| said.birth_year),
        locale,
        created_at: unit.now(),
    };
    sanviec_store::people::insert(unit, record).await?;
    unit.changed(Entity::Person, id.0, ChangeKind::Put);
    Ok(id)
}

/// A person and the capacities that person can act in.
pub struct Account {
    /// The person.
    pub person: PersonRecord,
    /// Every capacity, the seeker's first; each with a name to show ("Công ty …").
    pub capacities: Vec<(Actor, String)>,
}

/// The account of a signed-in person; `None` when it is gone.
pub async fn account(exchange: &Exchange, id: PersonId) -> Result<Option<Account>> {
    let conn = exchange.store.reader();
    let Some(person) = sanviec_store::people::find(conn, id).await? else { return Ok(None) };
    let mut capacities = vec![(Actor::Seeker { person: id }, person.name.as_ref().map(ToString::to_string).unwrap_or_default())];
    for membership in sanviec_store::people::memberships_of(conn, id).await? {
        let (organisation, role) = (membership.organisation, membership.role);
        let actor = match membership.kind {
            OrganisationKind::Employer => Actor::Employer { person: id, organisation, role },
            OrganisationKind::College => Actor::College { person: id, organisation, role },
            OrganisationKind::Centre => continue,
        };
        capacities.push((actor, membership.name));
    }
    for role in sanviec_store::people::staff_roles(conn, id).await? {
        capacities.push((Actor::Staff { person: id, role }, exchange.settings.site.centre.clone()));
    }
    Ok(Some(Account { person, capacities }))
}

/// Whether there is such a person; anybody else is not found.
pub async fn must_exist(exchange: &Exchange, id: PersonId) -> Result<()> {
    let found = sanviec_store::people::find(exchange.store.reader(), id).await?;
    found.map(drop).ok_or(ExchangeError::NotFound)
}

/// How a person signs in.
pub struct Overview {
    /// The person.
    pub person: PersonRecord,
    /// When the password was set, where there is one.
    pub password_since: Option<Instant>,
    /// Where the second factor stands.
    pub second_factor: second_factor::Standing,
    /// Numbers and addresses of accounts that were merged into this one, as people write them.
    pub also: Vec<String>,
}

/// How a person signs in.
pub async fn overview(exchange: &Exchange, id: PersonId) -> Result<Overview> {
    let conn = exchange.store.reader();
    let former = sanviec_store::merged_people::former_of(conn, id).await?;
    let contacts = |person: &PersonRecord| [person.phone.as_ref().map(Phone::spaced), person.email.as_ref().map(ToString::to_string)];
    Ok(Overview {
        also: former.iter().flat_map(contacts).flatten().collect(),
        person: sanviec_store::people::find(conn, id).await?.ok_or(ExchangeError::NotFound)?,
        password_since: sanviec_store::credentials::password_since(conn, id).await?,
        second_factor: second_factor::standing(exchange, id).await?,
    })
}
