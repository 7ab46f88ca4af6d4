//! What moves with a merger of what businesses and colleges do together.

use crate::error::Result;
use crate::tables::{cohort, demand, event_registration, partnership, placement, programme};
use crate::unit::Unit;
use sanviec_domain::ids::OrganisationId;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect, QueryTrait};

/// Moves programmes, classes, needs, registrations, partnerships and people who started work under another
/// organisation. Two open partnerships with one
/// other side can't be: the caller has ended one of them.
pub(super) async fn move_all(unit: &Unit, from: OrganisationId, into: OrganisationId) -> Result<()> {
    let conn = unit.conn();
    programme::Entity::update_many()
        .col_expr(programme::Column::College, Expr::val(into.0))
        .col_expr(programme::Column::Version, Expr::col(programme::Column::Version).add(1))
        .filter(programme::Column::College.eq(from.0))
        .exec(conn)
        .await?;
    cohort::Entity::update_many()
        .col_expr(cohort::Column::College, Expr::val(into.0))
        .filter(cohort::Column::College.eq(from.0))
        .exec(conn)
        .await?;
    demand::Entity::update_many()
        .col_expr(demand::Column::Business, Expr::val(into.0))
        .col_expr(demand::Column::Version, Expr::col(demand::Column::Version).add(1))
        .filter(demand::Column::Business.eq(from.0))
        .exec(conn)
        .await?;
    // Where both have registered, the one that goes keeps its own as history.
    let both = event_registration::Entity::find()
        .select_only()
        .column(event_registration::Column::Event)
        .filter(event_registration::Column::Organisation.eq(into.0))
        .into_query();
    event_registration::Entity::update_many()
        .col_expr(event_registration::Column::Organisation, Expr::val(into.0))
        .col_expr(event_registration::Column::Version, Expr::col(event_registration::Column::Version).add(1))
        .filter(event_registration::Column::Organisation.eq(from.0))
        .filter(event_registration::Column::Event.not_in_subquery(both))
        .exec(conn)
        .await?;
    placement::Entity::update_many()
        .col_expr(placement::Column::Business, Expr::val(into.0))
        .col_expr(placement::Column::Version, Expr::col(placement::Column::Version).add(1))
        .filter(placement::Column::Business.eq(from.0))
        .exec(conn)
        .await?;
    for side in [partnership::Column::Business, partnership::Column::College] {
        partnership::Entity::update_many()
            .col_expr(side, Expr::val(into.0))
            .col_expr(partnership::Column::Version, Expr::col(partnership::Column::Version).add(1))
            .filter(side.eq(from.0))
            .exec(conn)
            .await?;
    }
    Ok(())
}
