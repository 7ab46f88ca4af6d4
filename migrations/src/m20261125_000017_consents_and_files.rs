//! Consents as they were given, and the files that people hand in. The bytes of a file lie in the data
//! folder, under its id; nothing of its name or of what its sender said about it leads there.

use crate::build::{drop_tables, instant, instant_null, points, sql, step, word};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, pk_uuid, text, text_null, uuid, uuid_null},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("consent")
                    .col(pk_uuid("id"))
                    .col(uuid("person"))
                    .col(word("purpose", words::CONSENT_PURPOSE))
                    .col(word("way", words::CONSENT_WAY))
                    .col(text("text_version"))
                    .col(uuid_null("taken_by"))
                    .col(instant("given_at"))
                    .col(instant_null("withdrawn_at"))
                    .foreign_key(points("consent", "person", "person").on_delete(ForeignKeyAction::Cascade))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("file")
                    .col(pk_uuid("id"))
                    .col(word("kind", words::FILE_KIND))
                    .col(text("name"))
                    .col(big_integer("bytes"))
                    .col(text("sha256"))
                    // What it belongs to; nothing yet while its sender is still at it.
                    .col(text_null("entity"))
                    .col(uuid_null("entity_id"))
                    .col(instant("created_at"))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                "CREATE INDEX consent_person_idx ON consent (person, given_at)",
                "CREATE INDEX file_entity_idx ON file (entity, entity_id)",
                // What nobody came back for, looked for once an hour.
                "CREATE INDEX file_waiting_idx ON file (created_at) WHERE entity IS NULL",
            ],
        )
        .await
    }
    down(manager) {
        drop_tables(manager, &["file", "consent"]).await
    }
}
