//! What placements say of a person, and how it goes: that somebody started work stays.

use super::{PlacementRecord, record};
use crate::convert::records;
use crate::error::Result;
use crate::tables::placement::{self, Column};
use crate::unit::Unit;
use sanviec_domain::ids::{ApplicationId, PersonId};
use sanviec_domain::time::Instant;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, UpdateMany};
use uuid::Uuid;

/// A person's own, the oldest first: for what is handed out to them.
pub async fn of_person(conn: &impl ConnectionTrait, person: PersonId) -> Result<Vec<PlacementRecord>> {
    let query = placement::Entity::find().filter(Column::Person.eq(person.0)).order_by_asc(Column::Id);
    records(query.all(conn).await?, record)
}

fn nameless() -> UpdateMany<placement::Entity> {
    placement::Entity::update_many()
        .col_expr(Column::Person, Expr::value(None::<Uuid>))
        .col_expr(Column::Name, Expr::value(None::<String>))
}

/// Takes a person out of every placement. Answers with how many.
pub async fn erase(unit: &Unit, person: PersonId) -> Result<u64> {
    let done = nameless().filter(Column::Person.eq(person.0)).exec(unit.conn()).await?;
    Ok(done.rows_affected)
}

/// Takes the person out of what came of an application whose time is over.
pub async fn forget_of_application(unit: &Unit, application: ApplicationId) -> Result<()> {
    nameless().filter(Column::Application.eq(application.0)).exec(unit.conn()).await?;
    Ok(())
}

/// Takes out the names that were written under agreements before an instant. Answers with how many.
pub async fn forget_names(unit: &Unit, before: Instant) -> Result<u64> {
    let done = nameless()
        .filter(Column::Application.is_null())
        .filter(Column::Name.is_not_null())
        .filter(Column::ReportedAt.lt(before))
        .exec(unit.conn())
        .await?;
    Ok(done.rows_affected)
}
