//! Passkeys: public keys that a device proves it holds the other half of.

use crate::error::Result;
use crate::tables::passkey::{self, Column};
use crate::unit::Unit;
use crate::updates::met;
use sanviec_domain::ids::PersonId;
use sanviec_domain::time::Instant;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};
use uuid::Uuid;

/// One passkey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passkey {
    /// Our id of it.
    pub id: Uuid,
    /// The device's id of it, in base64url.
    pub credential_id: String,
    /// Whose it is.
    pub person: PersonId,
    /// What the person calls it.
    pub name: String,
    /// The public key with its counter, as JSON.
    pub credential: String,
    /// Since when.
    pub created_at: Instant,
    /// When it last signed in.
    pub last_used_at: Option<Instant>,
}

fn record(row: passkey::Model) -> Passkey {
    Passkey {
        id: row.id,
        credential_id: row.credential_id,
        person: PersonId(row.person),
        name: row.name,
        credential: row.credential,
        created_at: row.created_at,
        last_used_at: row.last_used_at,
    }
}

/// A person's passkeys, oldest first.
pub async fn of(conn: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Passkey>> {
    let rows = passkey::Entity::find()
        .filter(Column::Person.eq(person.0))
        .order_by_asc(Column::CreatedAt)
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(record).collect())
}

/// The passkey of a device's id.
pub async fn find(conn: &impl ConnectionTrait, credential_id: &str) -> Result<Option<Passkey>> {
    let query = passkey::Entity::find().filter(Column::CredentialId.eq(credential_id));
    Ok(query.one(conn).await?.map(record))
}

/// Writes a new passkey. [`crate::StoreError::Taken`] where the device's id is known.
pub async fn insert(unit: &Unit, passkey: Passkey) -> Result<()> {
    let row = passkey::Model {
        id: passkey.id,
        credential_id: passkey.credential_id,
        person: passkey.person.0,
        name: passkey.name,
        credential: passkey.credential,
        created_at: passkey.created_at,
        last_used_at: passkey.last_used_at,
    };
    passkey::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes that a passkey was used now, and its new counter. [`crate::StoreError::Conflict`] where the
/// counter that was read is no longer the one that is there: of two uses of one answer one counts.
pub async fn used(unit: &Unit, before: &Passkey, credential: &str) -> Result<()> {
    let done = passkey::Entity::update_many()
        .col_expr(Column::Credential, Expr::value(credential))
        .col_expr(Column::LastUsedAt, Expr::value(unit.now()))
        .filter(Column::Id.eq(before.id))
        .filter(Column::Credential.eq(&before.credential))
        .exec(unit.conn())
        .await?;
    met(done.rows_affected)
}

/// Takes one of a person's passkeys away; whether there was one of this id.
pub async fn remove(unit: &Unit, person: PersonId, id: Uuid) -> Result<bool> {
    let query = passkey::Entity::delete_many().filter(Column::Id.eq(id)).filter(Column::Person.eq(person.0));
    Ok(query.exec(unit.conn()).await?.rows_affected > 0)
}

/// Removes every passkey of a person.
pub async fn remove_all(unit: &Unit, person: PersonId) -> Result<()> {
    passkey::Entity::delete_many().filter(Column::Person.eq(person.0)).exec(unit.conn()).await?;
    Ok(())
}
