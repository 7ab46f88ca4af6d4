//! The change feed and the counters that number it, the vacancies and the audit log.

use crate::build::{drop_tables, instant, sql, step, word};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, text, uuid},
};

step! {
    /// See the module.
    up(manager) {
        manager.create_table(Table::create().table("counter").col(text("name").primary_key()).col(big_integer("value")).take()).await?;
        manager
            .create_table(
                Table::create()
                    .table("change")
                    .col(big_integer("seq").primary_key())
                    .col(word("entity", words::ENTITY))
                    .col(uuid("entity_id"))
                    .col(word("kind", words::CHANGE_KIND))
                    .col(instant("at"))
                    .take(),
            )
            .await?;
        // The first vacancy is number 10001: a number people can say, and never "number 1".
        sql(manager, &["INSERT INTO counter (name, value) VALUES ('change', 0), ('audit', 0), ('vacancy', 10000)"]).await
    }
    down(manager) {
        drop_tables(manager, &["change", "counter"]).await
    }
}
