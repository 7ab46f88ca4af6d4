//! The centre's staff, as the commands add, list and remove them: how the first administrator comes
//! to be.

use super::links;
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use sanviec_domain::access::{Actor, StaffRole};
use sanviec_domain::contact::{Email, PersonName, Phone};
use sanviec_domain::ids::PersonId;
use sanviec_domain::language::Locale;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::people::PersonRecord;
use sanviec_store::{ChangeKind, Entity, credentials, people, sessions};

/// Somebody new among the staff.
pub struct NewStaff {
    /// The address; it signs in with it.
    pub email: Email,
    /// The name, where it is not known yet.
    pub name: Option<PersonName>,
    /// The telephone number, where it is given.
    pub phone: Option<Phone>,
    /// What the person does.
    pub role: StaffRole,
}

/// Gives a role to the person of an address, who is made where nobody has it. Answers with the link
/// that sets the password, good once and for three days.
pub async fn add(exchange: &Exchange, new: NewStaff) -> Result<String> {
    let secret = exchange.ids.secret();
    let unit = exchange.begin(&Actor::System).await?;
    let person = if let Some(known) = people::by_email(unit.conn(), &new.email).await? {
        known.id
    } else {
        if let Some(phone) = &new.phone
            && people::by_phone(unit.conn(), phone).await?.is_some()
        {
            return Err(ExchangeError::NotNow(format!(
                "{phone} belongs to another account: leave it out, or use that account's address"
            )));
        }
        let record = PersonRecord {
            id: PersonId(unit.uuid()),
            name: new.name,
            phone: new.phone,
            email: Some(new.email),
            birth_year: None,
            locale: Locale::Vi,
            created_at: unit.now(),
        };
        let id = record.id;
        people::insert(&unit, record).await?;
        unit.changed(Entity::Person, id.0, ChangeKind::Put);
        id
    };
    people::add_staff_role(&unit, person, new.role).await?;
    links::put(&unit, &secret, person, unit.now() + links::LIFE_BY_HAND).await?;
    unit.audit("staff.added", Entity::Person, person.0, serde_json::json!({ "role": new.role.key() }));
    unit.save().await?;
    Ok(links::address(exchange, &secret))
}

/// A member of staff.
pub struct Member {
    /// The person.
    pub person: PersonRecord,
    /// Every role.
    pub roles: Vec<StaffRole>,
    /// Whether the second factor is on.
    pub second_factor: bool,
}

/// Everybody who has a role at the centre, oldest account first.
pub async fn list(exchange: &Exchange) -> Result<Vec<Member>> {
    let conn = exchange.store.reader();
    let mut members = Vec::new();
    for person in people::staff_with(conn, StaffRole::ALL).await? {
        members.push(Member {
            roles: people::staff_roles(conn, person.id).await?,
            second_factor: credentials::second_factor(conn, person.id).await?.is_some_and(|factor| factor.confirmed_at.is_some()),
            person,
        });
    }
    Ok(members)
}

/// Takes a role, or every role, from the person of an address. The person is signed out everywhere;
/// the account stays. Answers with the roles that were taken.
pub async fn remove(exchange: &Exchange, email: &Email, role: Option<StaffRole>) -> Result<Vec<StaffRole>> {
    let unit = exchange.begin(&Actor::System).await?;
    let person = people::by_email(unit.conn(), email).await?.ok_or(ExchangeError::NotFound)?.id;
    let mut roles = people::staff_roles(unit.conn(), person).await?;
    roles.retain(|known| role.is_none_or(|role| role == *known));
    // A centre without an administrator could not be mended from its pages.
    if roles.contains(&StaffRole::Admin) && people::hold_staff_with(&unit, StaffRole::Admin).await?.len() < 2 {
        return Err(ExchangeError::NotNow("one administrator has to stay: add another first".to_owned()));
    }
    for role in &roles {
        people::remove_staff_role(&unit, person, *role).await?;
        unit.audit("staff.removed", Entity::Person, person.0, serde_json::json!({ "role": role.key() }));
    }
    if !roles.is_empty() {
        sessions::sign_out_everywhere(&unit, person, None).await?;
        credentials::end_links(&unit, person).await?;
    }
    unit.save().await?;
    Ok(roles)
}

/// Takes the second factor of the person of an address away, who has lost it, and the passkeys, which are
/// one, too: the next sign-in leads to setting up another. `reason`: how it was made sure who asked; kept in the audit log. Whether there
/// was one.
pub async fn forget_second_factor(exchange: &Exchange, email: &Email, reason: &str) -> Result<bool> {
    let unit = exchange.begin(&Actor::System).await?;
    let person = people::by_email(unit.conn(), email).await?.ok_or(ExchangeError::NotFound)?.id;
    let was_on = credentials::second_factor(unit.conn(), person).await?.is_some() || !sanviec_store::passkeys::of(unit.conn(), person).await?.is_empty();
    if was_on {
        credentials::remove_second_factor(&unit, person).await?;
        // What was lost may have held passkeys, too.
        sanviec_store::passkeys::remove_all(&unit, person).await?;
        sessions::sign_out_everywhere(&unit, person, None).await?;
        unit.audit(
            "account.second_factor_off",
            Entity::Person,
            person.0,
            serde_json::json!({ "by": "command", "reason": reason }),
        );
        unit.enqueue(crate::jobs::tell_of_account(person, sanviec_domain::account::AccountChange::SecondFactorOff));
    }
    unit.save().await?;
    Ok(was_on)
}
