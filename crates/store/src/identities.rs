//! Accounts at providers of OpenID Connect that belong to people here.

use crate::error::Result;
use crate::tables::identity::{self, Column};
use crate::unit::Unit;
use sanviec_domain::ids::PersonId;
use sanviec_domain::time::Instant;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

/// An account at a provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The provider's key in the configuration.
    pub provider: String,
    /// What the provider calls the person: never changes, means nothing elsewhere.
    pub subject: String,
    /// Whose it is here.
    pub person: PersonId,
    /// What the person knows it by: an address, a name.
    pub label: String,
    /// Since when.
    pub created_at: Instant,
}

fn record(row: identity::Model) -> Identity {
    Identity {
        provider: row.provider,
        subject: row.subject,
        person: PersonId(row.person),
        label: row.label,
        created_at: row.created_at,
    }
}

/// Whose account at a provider this is.
pub async fn find(conn: &impl ConnectionTrait, provider: &str, subject: &str) -> Result<Option<Identity>> {
    let key = (provider.to_owned(), subject.to_owned());
    Ok(identity::Entity::find_by_id(key).one(conn).await?.map(record))
}

/// A person's accounts at providers, oldest first.
pub async fn of(conn: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Identity>> {
    let rows = identity::Entity::find()
        .filter(Column::Person.eq(person.0))
        .order_by_asc(Column::CreatedAt)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(record).collect())
}

/// Writes down whose it is. [`crate::StoreError::Taken`] where it is somebody's already, or where the
/// person has another account at this provider.
pub async fn insert(unit: &Unit, identity: Identity) -> Result<()> {
    let row = identity::Model {
        provider: identity.provider,
        subject: identity.subject,
        person: identity.person.0,
        label: identity.label,
        created_at: identity.created_at,
    };
    identity::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Takes a person's account at a provider away; whether there was one.
pub async fn remove(unit: &Unit, person: PersonId, provider: &str) -> Result<bool> {
    let query = identity::Entity::delete_many().filter(Column::Person.eq(person.0)).filter(Column::Provider.eq(provider));
    Ok(query.exec(unit.conn()).await?.rows_affected > 0)
}
