//! What people prove to be themselves with: passwords, second factors, recovery codes, and the
//! single-use links that set a password. Only hashes and sealed secrets come here.

use crate::error::Result;
use crate::tables::{password, password_link, recovery_code, second_factor};
use crate::unit::Unit;
use crate::updates::met;
use sanviec_domain::ids::PersonId;
use sanviec_domain::time::Instant;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ActiveModelTrait, ActiveValue, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter};

/// The hash of a person's password, where there is one.
pub async fn password_of(conn: &impl ConnectionTrait, person: PersonId) -> Result<Option<String>> {
    Ok(password::Entity::find_by_id(person.0).one(conn).await?.map(|row| row.hash))
}

/// When a person's password was set.
pub async fn password_since(conn: &impl ConnectionTrait, person: PersonId) -> Result<Option<Instant>> {
    Ok(password::Entity::find_by_id(person.0).one(conn).await?.map(|row| row.changed_at))
}

/// Sets a person's password, or another one.
pub async fn set_password(unit: &Unit, person: PersonId, hash: &str) -> Result<()> {
    let row = password::Model {
        person: person.0,
        hash: hash.to_owned(),
        changed_at: unit.now(),
    };
    let other = OnConflict::column(password::Column::Person)
        .update_columns([password::Column::Hash, password::Column::ChangedAt])
        .to_owned();
    password::Entity::insert(row.into_active_model())
        .on_conflict(other)
        .exec_without_returning(unit.conn())
        .await?;
    Ok(())
}

/// Takes a person's password away.
pub async fn remove_password(unit: &Unit, person: PersonId) -> Result<()> {
    password::Entity::delete_by_id(person.0).exec(unit.conn()).await?;
    Ok(())
}

/// A person's second factor: an authenticator that shows six digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondFactor {
    /// Whose it is.
    pub person: PersonId,
    /// The secret, sealed.
    pub secret: String,
    /// When a first code showed that the authenticator has it; until then it protects nothing.
    pub confirmed_at: Option<Instant>,
    /// The time step of the last code taken: no step is taken twice.
    pub last_step: i64,
    /// Wrong codes in a row.
    pub failures: i16,
    /// Until when no code is looked at.
    pub locked_until: Option<Instant>,
    /// When it was begun.
    pub created_at: Instant,
}

fn factor_row(record: &SecondFactor) -> second_factor::ActiveModel {
    second_factor::Model {
        person: record.person.0,
        secret: record.secret.clone(),
        confirmed_at: record.confirmed_at,
        last_step: record.last_step,
        failures: record.failures,
        locked_until: record.locked_until,
        created_at: record.created_at,
    }
    .into_active_model()
}

/// A person's second factor, confirmed or begun.
pub async fn second_factor(conn: &impl ConnectionTrait, person: PersonId) -> Result<Option<SecondFactor>> {
    let row = second_factor::Entity::find_by_id(person.0).one(conn).await?;
    Ok(row.map(|row| SecondFactor {
        person,
        secret: row.secret,
        confirmed_at: row.confirmed_at,
        last_step: row.last_step,
        failures: row.failures,
        locked_until: row.locked_until,
        created_at: row.created_at,
    }))
}

/// Begins a second factor, in the place of one that was begun before.
pub async fn begin_second_factor(unit: &Unit, record: &SecondFactor) -> Result<()> {
    remove_second_factor(unit, record.person).await?;
    second_factor::Entity::insert(factor_row(record)).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Writes what a code did. [`StoreError::Conflict`](crate::StoreError::Conflict) where another code was looked at since `before`
/// was read: of two simultaneous uses of one code only one commits.
pub async fn update_second_factor(unit: &Unit, before: &SecondFactor, after: &SecondFactor) -> Result<()> {
    let mut change = factor_row(after).reset_all();
    change.person = ActiveValue::NotSet;
    let done = second_factor::Entity::update_many()
        .set(change)
        .filter(second_factor::Column::Person.eq(before.person.0))
        .filter(second_factor::Column::Secret.eq(&before.secret))
        .filter(second_factor::Column::LastStep.eq(before.last_step))
        .filter(second_factor::Column::Failures.eq(before.failures))
        .exec(unit.conn())
        .await?;
    met(done.rows_affected)
}

/// Takes a person's second factor away, with its recovery codes.
pub async fn remove_second_factor(unit: &Unit, person: PersonId) -> Result<()> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::Person.eq(person.0))
        .exec(unit.conn())
        .await?;
    second_factor::Entity::delete_by_id(person.0).exec(unit.conn()).await?;
    Ok(())
}

/// Gives a person new recovery codes; the old ones are gone.
pub async fn set_recovery_codes(unit: &Unit, person: PersonId, hashes: &[String]) -> Result<()> {
    recovery_code::Entity::delete_many()
        .filter(recovery_code::Column::Person.eq(person.0))
        .exec(unit.conn())
        .await?;
    let rows = hashes.iter().map(|hash| {
        recovery_code::Model {
            person: person.0,
            hash: hash.clone(),
            used_at: None,
        }
        .into_active_model()
    });
    recovery_code::Entity::insert_many(rows).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// How many recovery codes a person has left.
pub async fn recovery_codes_left(conn: &impl ConnectionTrait, person: PersonId) -> Result<u64> {
    let query = recovery_code::Entity::find().filter(recovery_code::Column::Person.eq(person.0));
    Ok(query.filter(recovery_code::Column::UsedAt.is_null()).count(conn).await?)
}

/// Uses a recovery code up; whether there was an unused one of this hash.
pub async fn use_recovery_code(unit: &Unit, person: PersonId, hash: &str) -> Result<bool> {
    let done = recovery_code::Entity::update_many()
        .col_expr(recovery_code::Column::UsedAt, Expr::value(unit.now()))
        .filter(recovery_code::Column::Person.eq(person.0))
        .filter(recovery_code::Column::Hash.eq(hash))
        .filter(recovery_code::Column::UsedAt.is_null())
        .exec(unit.conn())
        .await?;
    Ok(done.rows_affected == 1)
}

/// Writes a link that sets a password once; `key` is the hash of what stands in it.
pub async fn add_link(unit: &Unit, key: &str, person: PersonId, expires_at: Instant) -> Result<()> {
    let row = password_link::Model {
        key: key.to_owned(),
        person: person.0,
        created_at: unit.now(),
        expires_at,
        used_at: None,
    };
    password_link::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// Whose link this is, if it can still be used.
pub async fn link_of(conn: &impl ConnectionTrait, key: &str, now: Instant) -> Result<Option<PersonId>> {
    let query = password_link::Entity::find_by_id(key)
        .filter(password_link::Column::UsedAt.is_null())
        .filter(password_link::Column::ExpiresAt.gt(now));
    Ok(query.one(conn).await?.map(|row| PersonId(row.person)))
}

/// Uses up every link of a person; whether the one of this key was among those that still could be.
pub async fn use_links(unit: &Unit, key: &str, person: PersonId) -> Result<bool> {
    let done = password_link::Entity::update_many()
        .col_expr(password_link::Column::UsedAt, Expr::value(unit.now()))
        .filter(password_link::Column::Key.eq(key))
        .filter(password_link::Column::UsedAt.is_null())
        .filter(password_link::Column::ExpiresAt.gt(unit.now()))
        .exec(unit.conn())
        .await?;
    end_links(unit, person).await?;
    Ok(done.rows_affected == 1)
}

/// Ends every link of a person that was not used.
pub async fn end_links(unit: &Unit, person: PersonId) -> Result<()> {
    password_link::Entity::update_many()
        .col_expr(password_link::Column::UsedAt, Expr::value(unit.now()))
        .filter(password_link::Column::Person.eq(person.0))
        .filter(password_link::Column::UsedAt.is_null())
        .exec(unit.conn())
        .await?;
    Ok(())
}

/// How many links were made for a person since an instant.
pub async fn count_links_since(conn: &impl ConnectionTrait, person: PersonId, since: Instant) -> Result<u64> {
    let query = password_link::Entity::find().filter(password_link::Column::Person.eq(person.0));
    Ok(query.filter(password_link::Column::CreatedAt.gte(since)).count(conn).await?)
}

/// Deletes the links that ran out before an instant; answers with how many.
pub async fn sweep_links(unit: &Unit, before: Instant) -> Result<u64> {
    let query = password_link::Entity::delete_many().filter(password_link::Column::ExpiresAt.lt(before));
    Ok(query.exec(unit.conn()).await?.rows_affected)
}
