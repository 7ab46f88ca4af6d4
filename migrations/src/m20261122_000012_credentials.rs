//! What a person proves to be themselves with: a password, a second factor with its recovery codes,
//! and the single-use links that set a password. Whoever reads these tables learns no password, no
//! code and no link; the second factor's secret is sealed with a key that lies outside the database.

use crate::build::{drop_tables, instant, instant_null, points, sql, step};
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, pk_uuid, small_integer, text, uuid},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("password")
                    .col(pk_uuid("person"))
                    .col(text("hash"))
                    .col(instant("changed_at"))
                    .foreign_key(points("password", "person", "person").on_delete(ForeignKeyAction::Cascade))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("second_factor")
                    .col(pk_uuid("person"))
                    .col(text("secret"))
                    .col(instant_null("confirmed_at"))
                    .col(big_integer("last_step"))
                    .col(small_integer("failures"))
                    .col(instant_null("locked_until"))
                    .col(instant("created_at"))
                    .foreign_key(points("second_factor", "person", "person").on_delete(ForeignKeyAction::Cascade))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("recovery_code")
                    .col(uuid("person"))
                    .col(text("hash"))
                    .col(instant_null("used_at"))
                    .primary_key(Index::create().col("person").col("hash"))
                    .foreign_key(points("recovery_code", "person", "person").on_delete(ForeignKeyAction::Cascade))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("password_link")
                    .col(text("key").primary_key())
                    .col(uuid("person"))
                    .col(instant("created_at"))
                    .col(instant("expires_at"))
                    .col(instant_null("used_at"))
                    .foreign_key(points("password_link", "person", "person").on_delete(ForeignKeyAction::Cascade))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                "CREATE INDEX password_link_person_idx ON password_link (person, created_at)",
                "CREATE INDEX password_link_expires_at_idx ON password_link (expires_at)",
                // The links that can be read in a letter, looked for every minute.
                "CREATE INDEX message_readable_link_idx ON message (created_at) WHERE kind = 'password_link' AND text <> ''",
            ],
        )
        .await
    }
    down(manager) {
        sql(manager, &["DROP INDEX message_readable_link_idx"]).await?;
        drop_tables(manager, &["password_link", "recovery_code", "second_factor", "password"]).await
    }
}
