//! The outbox of messages, and the one-time codes.

use crate::build::{drop_tables, instant, instant_null, sql, step, word};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{pk_uuid, small_integer, text, text_null},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("message")
                    .col(pk_uuid("id"))
                    .col(word("channel", words::CHANNEL))
                    .col(text("recipient"))
                    .col(word("locale", words::LOCALE))
                    .col(text("subject"))
                    .col(text("text"))
                    .col(text_null("html"))
                    .col(text("kind"))
                    .col(word("state", words::MESSAGE_STATE))
                    .col(small_integer("attempts"))
                    .col(text_null("last_error"))
                    .col(instant("created_at"))
                    .col(instant_null("sent_at"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("code")
                    .col(pk_uuid("id"))
                    .col(text("target"))
                    .col(text("purpose"))
                    .col(text("hash"))
                    .col(text("payload"))
                    .col(small_integer("tries_left"))
                    .col(instant("expires_at"))
                    .col(instant_null("used_at"))
                    .col(instant("created_at"))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                "CREATE INDEX message_state_idx ON message (state, id)",
                "CREATE INDEX code_target_created_at_idx ON code (target, created_at)",
                "CREATE INDEX code_expires_at_idx ON code (expires_at)",
            ],
        )
        .await
    }
    down(manager) {
        drop_tables(manager, &["code", "message"]).await
    }
}
