//! What officers write to each other about a case.

use crate::build::{drop_tables, instant, points, sql, step};
use sea_orm_migration::{
    prelude::*,
    schema::{pk_uuid, text, uuid},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("case_note")
                    .col(pk_uuid("id"))
                    .col(uuid("moderation_case"))
                    .col(uuid("author"))
                    .col(text("words"))
                    .col(instant("created_at"))
                    .foreign_key(&mut points("case_note", "moderation_case", "moderation_case"))
                    .foreign_key(&mut points("case_note", "author", "person"))
                    .take(),
            )
            .await?;
        sql(manager, &["CREATE INDEX case_note_case_idx ON case_note (moderation_case, id)"]).await
    }
    down(manager) {
        drop_tables(manager, &["case_note"]).await
    }
}
