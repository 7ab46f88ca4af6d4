//! How often somebody has asked for something, so that limits hold over every node; and what the
//! centre announces on its pages.

use crate::build::{drop_tables, instant, instant_null, points, sql, step};
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, pk_uuid, text, uuid},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("limit_count")
                    .col(text("action"))
                    .col(text("subject"))
                    .col(big_integer("count"))
                    .col(instant("ends_at"))
                    .primary_key(Index::create().col("action").col("subject"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("announcement")
                    .col(pk_uuid("id"))
                    .col(text("text_vi"))
                    .col(text("text_en"))
                    .col(instant("starts_at"))
                    .col(instant("ends_at"))
                    .col(instant_null("withdrawn_at"))
                    .col(uuid("person"))
                    .col(instant("created_at"))
                    .foreign_key(&mut points("announcement", "person", "person"))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                // The counts that are over, looked for every hour.
                "CREATE INDEX limit_count_ends_idx ON limit_count (ends_at)",
                "CREATE INDEX announcement_ends_idx ON announcement (ends_at)",
                // The administrators' search of the audit log.
                "CREATE INDEX audit_action_idx ON audit (action, seq)",
            ],
        )
        .await
    }
    down(manager) {
        sql(manager, &["DROP INDEX audit_action_idx"]).await?;
        drop_tables(manager, &["announcement", "limit_count"]).await
    }
}
