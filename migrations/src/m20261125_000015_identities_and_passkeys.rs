//! Other ways to be known: accounts at providers of OpenID Connect, and passkeys. Neither table holds
//! a secret: of a passkey only the public key is kept.

use crate::build::{drop_tables, instant, instant_null, points, sql, step};
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
                    .table("identity")
                    .col(text("provider"))
                    .col(text("subject"))
                    .col(uuid("person"))
                    .col(text("label"))
                    .col(instant("created_at"))
                    .primary_key(Index::create().col("provider").col("subject"))
                    .foreign_key(points("identity", "person", "person").on_delete(ForeignKeyAction::Cascade))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("passkey")
                    .col(pk_uuid("id"))
                    .col(text("credential_id"))
                    .col(uuid("person"))
                    .col(text("name"))
                    .col(text("credential"))
                    .col(instant("created_at"))
                    .col(instant_null("last_used_at"))
                    .foreign_key(points("passkey", "person", "person").on_delete(ForeignKeyAction::Cascade))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                // One account of a provider at most for each person.
                "CREATE UNIQUE INDEX identity_person_key ON identity (person, provider)",
                "CREATE UNIQUE INDEX passkey_credential_id_key ON passkey (credential_id)",
                "CREATE INDEX passkey_person_idx ON passkey (person, created_at)",
            ],
        )
        .await
    }
    down(manager) {
        drop_tables(manager, &["passkey", "identity"]).await
    }
}
