//! Accounts that were merged into another one of the same person. The old row stays: its telephone
//! number and address go on leading to the person.

use crate::error::Result;
use crate::people::{self, PersonRecord};
use crate::tables::{application, consent, identity, join_request, member, passkey, person_merged, placement};
use crate::unit::Unit;
use sanviec_domain::ids::{ApplicationId, PersonId};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

/// Whose account this one is now: itself, or the one it was merged into.
pub async fn current(conn: &impl ConnectionTrait, id: PersonId) -> Result<PersonId> {
    let merged = person_merged::Entity::find_by_id(id.0).one(conn).await?;
    Ok(merged.map_or(id, |row| PersonId(row.target)))
}

/// The accounts that were merged into a person's, oldest merger first.
pub async fn former_of(conn: &impl ConnectionTrait, person: PersonId) -> Result<Vec<PersonRecord>> {
    let query = person_merged::Entity::find().filter(person_merged::Column::Target.eq(person.0));
    let rows = query.order_by_asc(person_merged::Column::At).order_by_asc(person_merged::Column::Person).all(conn).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        found.extend(people::find(conn, PersonId(row.person)).await?);
    }
    Ok(found)
}

/// What an account has that would move.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonBelongings {
    /// Its applications.
    pub applications: u64,
    /// Those among them for a vacancy that the other account has applied for, too.
    pub twice: Vec<ApplicationId>,
    /// Organisations it belongs to.
    pub memberships: u64,
    /// Ways to sign in that move with it: passkeys, accounts at providers.
    pub ways: u64,
}

fn twice(from: PersonId, into: PersonId) -> sea_orm::Select<application::Entity> {
    let there = application::Entity::find()
        .select_only()
        .column(application::Column::Vacancy)
        .filter(application::Column::Seeker.eq(into.0))
        .into_query();
    application::Entity::find()
        .filter(application::Column::Seeker.eq(from.0))
        .filter(application::Column::Vacancy.in_subquery(there))
}

/// What of `from` would move to `into`.
pub async fn belongings(conn: &impl ConnectionTrait, from: PersonId, into: PersonId) -> Result<PersonBelongings> {
    let ways = passkey::Entity::find().filter(passkey::Column::Person.eq(from.0)).count(conn).await?
        + identity::Entity::find().filter(identity::Column::Person.eq(from.0)).count(conn).await?;
    let twice: Vec<sea_orm::prelude::Uuid> = twice(from, into)
        .select_only()
        .column(application::Column::Id)
        .order_by_asc(application::Column::Id)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(PersonBelongings {
        applications: application::Entity::find().filter(application::Column::Seeker.eq(from.0)).count(conn).await?,
        twice: twice.into_iter().map(ApplicationId).collect(),
        memberships: member::Entity::find().filter(member::Column::Person.eq(from.0)).count(conn).await?,
        ways,
    })
}

/// Moves what an account has to another and writes where it went. Applications for a vacancy that both
/// have applied for stay where they are: there is one for each seeker. Memberships, credentials and
/// sessions are the caller's to move or to end, who knows the rules.
pub async fn merge(unit: &Unit, from: PersonId, into: PersonId) -> Result<()> {
    let conn = unit.conn();
    let twice = twice(from, into).select_only().column(application::Column::Id).into_query();
    // Read into a list first: not every engine updates a table that the condition reads.
    let staying: Vec<sea_orm::prelude::Uuid> = application::Entity::find()
        .select_only()
        .column(application::Column::Id)
        .filter(application::Column::Id.in_subquery(twice))
        .into_tuple()
        .all(conn)
        .await?;
    application::Entity::update_many()
        .col_expr(application::Column::Seeker, Expr::val(into.0))
        .filter(application::Column::Seeker.eq(from.0))
        .filter(application::Column::Id.is_not_in(staying))
        .exec(conn)
        .await?;
    passkey::Entity::update_many()
        .col_expr(passkey::Column::Person, Expr::val(into.0))
        .filter(passkey::Column::Person.eq(from.0))
        .exec(conn)
        .await?;
    consent::Entity::update_many()
        .col_expr(consent::Column::Person, Expr::val(into.0))
        .filter(consent::Column::Person.eq(from.0))
        .exec(conn)
        .await?;
    placement::Entity::update_many()
        .col_expr(placement::Column::Person, Expr::val(into.0))
        .filter(placement::Column::Person.eq(from.0))
        .exec(conn)
        .await?;
    let known: Vec<String> = identity::Entity::find()
        .select_only()
        .column(identity::Column::Provider)
        .filter(identity::Column::Person.eq(into.0))
        .into_tuple()
        .all(conn)
        .await?;
    identity::Entity::delete_many()
        .filter(identity::Column::Person.eq(from.0))
        .filter(identity::Column::Provider.is_in(known))
        .exec(conn)
        .await?;
    identity::Entity::update_many()
        .col_expr(identity::Column::Person, Expr::val(into.0))
        .filter(identity::Column::Person.eq(from.0))
        .exec(conn)
        .await?;
    let asked: Vec<sea_orm::prelude::Uuid> = join_request::Entity::find()
        .select_only()
        .column(join_request::Column::Organisation)
        .filter(join_request::Column::Person.eq(into.0))
        .into_tuple()
        .all(conn)
        .await?;
    join_request::Entity::update_many()
        .col_expr(join_request::Column::Person, Expr::val(into.0))
        .filter(join_request::Column::Person.eq(from.0))
        .filter(join_request::Column::Organisation.is_not_in(asked))
        .exec(conn)
        .await?;
    member::Entity::delete_many().filter(member::Column::Person.eq(from.0)).exec(conn).await?;
    person_merged::Entity::update_many()
        .col_expr(person_merged::Column::Target, Expr::val(into.0))
        .filter(person_merged::Column::Target.eq(from.0))
        .exec(conn)
        .await?;
    let row = person_merged::Model {
        person: from.0,
        target: into.0,
        at: unit.now(),
    };
    person_merged::Entity::insert(row.into_active_model()).exec_without_returning(conn).await?;
    Ok(())
}
