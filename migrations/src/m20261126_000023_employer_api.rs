//! Employers' own systems: the keys they come with, what they asked for once and may ask for again, the
//! vacancies they try things out with, and whom to tell what happens.

use crate::build::{drop_tables, instant, instant_null, points, sql, step, word, word_null};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, integer, pk_uuid, text, text_null, uuid},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("api_key")
                    .col(pk_uuid("id"))
                    .col(uuid("organisation"))
                    .col(text("name"))
                    // Its beginning, by which people know it; of the rest only the hash is kept.
                    .col(text("prefix"))
                    .col(text("hash"))
                    .col(word("scope", words::KEY_SCOPE))
                    .col(word("mode", words::KEY_MODE))
                    .col(uuid("created_by"))
                    .col(instant("created_at"))
                    .col(instant_null("last_used_at"))
                    .col(instant_null("revoked_at"))
                    .foreign_key(&mut points("api_key", "organisation", "organisation"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("api_request")
                    .col(uuid("api_key"))
                    .col(text("idempotency_key"))
                    // The hash of what was asked.
                    .col(text("fingerprint"))
                    .col(uuid("vacancy"))
                    .col(instant("created_at"))
                    .primary_key(Index::create().col("api_key").col("idempotency_key"))
                    .foreign_key(points("api_request", "api_key", "api_key").on_delete(ForeignKeyAction::Cascade))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("test_vacancy")
                    .col(pk_uuid("id"))
                    .col(uuid("organisation"))
                    .col(text_null("external_reference"))
                    .col(word("state", words::VACANCY_STATE))
                    .col(word_null("closed_reason", words::CLOSED_REASON))
                    .col(text("content"))
                    .col(big_integer("version"))
                    .col(instant("created_at"))
                    .col(instant("updated_at"))
                    .col(instant_null("submitted_at"))
                    .col(instant_null("published_at"))
                    .col(instant_null("closed_at"))
                    .foreign_key(&mut points("test_vacancy", "organisation", "organisation"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("webhook")
                    .col(pk_uuid("id"))
                    .col(uuid("organisation"))
                    .col(text("url"))
                    // Sealed: it has to be known for signing.
                    .col(text("secret"))
                    .col(uuid("created_by"))
                    .col(instant("created_at"))
                    .foreign_key(&mut points("webhook", "organisation", "organisation"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("webhook_delivery")
                    .col(pk_uuid("id"))
                    .col(uuid("webhook"))
                    .col(text("event"))
                    .col(text("body"))
                    .col(word("state", words::DELIVERY_STATE))
                    .col(integer("attempts"))
                    // What the other side answered last: a status, or what kept us from asking.
                    .col(text("answer"))
                    .col(instant("created_at"))
                    .col(instant_null("ended_at"))
                    .foreign_key(points("webhook_delivery", "webhook", "webhook").on_delete(ForeignKeyAction::Cascade))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                "CREATE UNIQUE INDEX api_key_hash_key ON api_key (hash)",
                "CREATE INDEX api_key_organisation_idx ON api_key (organisation, id)",
                "CREATE INDEX api_request_created_idx ON api_request (created_at)",
                "CREATE UNIQUE INDEX test_vacancy_reference_key ON test_vacancy (organisation, external_reference)",
                "CREATE INDEX test_vacancy_updated_idx ON test_vacancy (updated_at)",
                "CREATE INDEX webhook_organisation_idx ON webhook (organisation, id)",
                "CREATE INDEX webhook_delivery_webhook_idx ON webhook_delivery (webhook, id)",
                "CREATE INDEX webhook_delivery_created_idx ON webhook_delivery (created_at)",
            ],
        )
        .await
    }
    down(manager) {
        drop_tables(manager, &["webhook_delivery", "webhook", "test_vacancy", "api_request", "api_key"]).await
    }
}
