//! What happened to a record, for its own page; and the audit log, which nobody can edit: both
//! engines refuse to change or delete its rows, and each row carries a hash over itself and the row
//! before it, so that a row changed behind the engine's back breaks the chain.

use crate::build::{drop_tables, instant, sql, step, word, word_null};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, big_pk_auto, text, text_null, uuid, uuid_null},
    sea_orm::DbBackend,
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("history")
                    .col(big_pk_auto("id"))
                    .col(word("entity", words::ENTITY))
                    .col(uuid("entity_id"))
                    .col(text_null("from_state"))
                    .col(text("command"))
                    .col(text("to_state"))
                    .col(word("party", words::PARTY))
                    .col(uuid_null("person"))
                    .col(text_null("note"))
                    .col(instant("at"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("audit")
                    .col(big_integer("seq").primary_key())
                    .col(instant("at"))
                    .col(word("party", words::PARTY))
                    .col(uuid_null("person"))
                    .col(uuid_null("organisation"))
                    .col(text("action"))
                    .col(word_null("entity", words::ENTITY))
                    .col(uuid("entity_id"))
                    .col(text("details"))
                    .col(text("previous_hash"))
                    .col(text("hash"))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                "CREATE INDEX history_entity_idx ON history (entity, entity_id, id)",
                "CREATE INDEX audit_entity_idx ON audit (entity, entity_id, seq)",
                "CREATE INDEX audit_person_idx ON audit (person, seq)",
            ],
        )
        .await?;
        match manager.get_database_backend() {
            DbBackend::Postgres => {
                sql(
                    manager,
                    &[
                        "CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'audit is append-only'; END $$",
                        "CREATE TRIGGER audit_row_is_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION audit_is_append_only()",
                        "CREATE TRIGGER audit_is_append_only BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only()",
                    ],
                )
                .await
            }
            _ => {
                sql(
                    manager,
                    &[
                        "CREATE TRIGGER audit_refuses_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
                        "CREATE TRIGGER audit_refuses_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'audit is append-only'); END",
                    ],
                )
                .await
            }
        }
    }
    down(manager) {
        drop_tables(manager, &["audit", "history"]).await?;
        if manager.get_database_backend() == DbBackend::Postgres {
            sql(manager, &["DROP FUNCTION audit_is_append_only()"]).await?;
        }
        Ok(())
    }
}
