//! Sessions. The key is a hash of the session id: who reads this table can't take a session over.

use crate::build::{drop_tables, instant, points, sql, step};
use sea_orm_migration::{
    prelude::*,
    schema::{text, text_null, uuid_null},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("session")
                    .col(text("key").primary_key())
                    .col(text("data"))
                    .col(uuid_null("person"))
                    .col(instant("created_at"))
                    .col(instant("last_seen_at"))
                    .col(instant("expires_at"))
                    .col(text_null("user_agent"))
                    .col(text_null("ip_prefix"))
                    .foreign_key(points("session", "person", "person").on_delete(ForeignKeyAction::Cascade))
                    .take(),
            )
            .await?;
        sql(manager, &["CREATE INDEX session_person_idx ON session (person)", "CREATE INDEX session_expires_at_idx ON session (expires_at)"]).await
    }
    down(manager) {
        drop_tables(manager, &["session"]).await
    }
}
