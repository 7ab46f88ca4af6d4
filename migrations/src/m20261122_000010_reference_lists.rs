//! The official code lists, with the version and the hash of what was loaded.

use crate::build::{drop_tables, instant, step};
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer, text},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("reference_list")
                    .col(text("name").primary_key())
                    .col(big_integer("version"))
                    .col(text("hash"))
                    .col(integer("rows"))
                    .col(instant("loaded_at"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("reference_row")
                    .col(text("list"))
                    .col(integer("position"))
                    .col(text("code"))
                    .col(text("name"))
                    .col(boolean("recalled"))
                    .col(text("data"))
                    .primary_key(Index::create().col("list").col("position"))
                    .take(),
            )
            .await
    }
    down(manager) {
        drop_tables(manager, &["reference_row", "reference_list"]).await
    }
}
