//! The moderation queue.

use crate::build::{drop_tables, instant, instant_null, points, sql, step, word, word_null};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, pk_uuid, text, uuid, uuid_null},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("moderation_case")
                    .col(pk_uuid("id"))
                    .col(word("kind", words::CASE_KIND))
                    .col(word("state", words::CASE_STATE))
                    .col(word("entity", words::ENTITY))
                    .col(uuid("subject"))
                    .col(uuid_null("organisation"))
                    .col(uuid_null("submitted_by"))
                    .col(text("findings"))
                    .col(uuid_null("claimed_by"))
                    .col(instant_null("claimed_until"))
                    .col(word_null("outcome", words::OUTCOME))
                    .col(text("reasons"))
                    .col(text("note"))
                    .col(text("message"))
                    .col(uuid_null("decided_by"))
                    .col(instant_null("decided_at"))
                    .col(instant("due_at"))
                    .col(big_integer("version"))
                    .col(instant("created_at"))
                    .foreign_key(&mut points("moderation_case", "organisation", "organisation"))
                    .foreign_key(&mut points("moderation_case", "submitted_by", "person"))
                    .foreign_key(&mut points("moderation_case", "claimed_by", "person"))
                    .foreign_key(&mut points("moderation_case", "decided_by", "person"))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                // One open case of a kind for one thing; reports may come from many people at once.
                "CREATE UNIQUE INDEX moderation_case_open_key ON moderation_case (entity, subject, kind) WHERE state <> 'decided' AND kind <> 'report'",
                "CREATE INDEX moderation_case_queue_idx ON moderation_case (due_at, id) WHERE state <> 'decided'",
                "CREATE INDEX moderation_case_subject_idx ON moderation_case (entity, subject, id)",
            ],
        )
        .await
    }
    down(manager) {
        drop_tables(manager, &["moderation_case"]).await
    }
}
