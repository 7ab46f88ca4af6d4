//! Roles at the centre, given and taken by an administrator. One administrator always stays.

use super::accounts::{exists, given};
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use sanviec_domain::access::{Action, Actor, StaffRole, allows};
use sanviec_domain::ids::PersonId;
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::{Entity, people, sessions};
use serde_json::json;

/// Gives a person a role.
pub async fn grant(exchange: &Exchange, actor: &Actor, id: PersonId, role: StaffRole, why: &str) -> Result<()> {
    allows(actor, Action::Administer)?;
    let why = given(why)?;
    let unit = exchange.begin(actor).await?;
    exists(&unit, id).await?;
    if people::staff_roles(unit.conn(), id).await?.contains(&role) {
        return Err(ExchangeError::NotNow("the person has this role".to_owned()));
    }
    people::add_staff_role(&unit, id, role).await?;
    unit.audit("staff.added", Entity::Person, id.0, json!({ "role": role.key(), "reason": why }));
    unit.save().await?;
    Ok(())
}

/// Takes a role from a person, who is signed out everywhere. The last administrator's stays.
pub async fn take(exchange: &Exchange, actor: &Actor, id: PersonId, role: StaffRole, why: &str) -> Result<()> {
    allows(actor, Action::Administer)?;
    let why = given(why)?;
    let unit = exchange.begin(actor).await?;
    let holders = people::hold_staff_with(&unit, role).await?;
    if !holders.contains(&id) {
        return Err(ExchangeError::NotNow("the person does not have this role".to_owned()));
    }
    if role == StaffRole::Admin && holders.len() < 2 {
        return Err(ExchangeError::NotNow("one administrator has to stay".to_owned()));
    }
    people::remove_staff_role(&unit, id, role).await?;
    sessions::sign_out_everywhere(&unit, id, None).await?;
    unit.audit("staff.removed", Entity::Person, id.0, json!({ "role": role.key(), "reason": why }));
    unit.save().await?;
    Ok(())
}
