//! Accounts that were merged into another one of the same person. The row of the old account stays, so
//! that what points at it still does, and so that its number still signs in, to the account that stayed.

use crate::build::{drop_tables, instant, points, sql, step};
use sea_orm_migration::{
    prelude::*,
    schema::{pk_uuid, uuid},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("person_merged")
                    .col(pk_uuid("person"))
                    .col(uuid("target"))
                    .col(instant("at"))
                    .foreign_key(points("person_merged", "person", "person").on_delete(ForeignKeyAction::Cascade))
                    .foreign_key(points("person_merged", "target", "person").on_delete(ForeignKeyAction::Cascade))
                    .take(),
            )
            .await?;
        sql(manager, &["CREATE INDEX person_merged_target_idx ON person_merged (target)"]).await
    }
    down(manager) {
        drop_tables(manager, &["person_merged"]).await
    }
}
