//! That an employer was reminded that a vacancy ends: once for each deadline and distance.

use crate::build::{drop_tables, instant, points, step, word};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{date, uuid},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("vacancy_reminder")
                    .col(uuid("vacancy"))
                    .col(word("kind", words::REMINDER_KIND))
                    .col(date("deadline"))
                    .col(instant("at"))
                    .primary_key(Index::create().col("vacancy").col("kind").col("deadline"))
                    .foreign_key(points("vacancy_reminder", "vacancy", "vacancy").on_delete(ForeignKeyAction::Cascade))
                    .take(),
            )
            .await
    }
    down(manager) {
        drop_tables(manager, &["vacancy_reminder"]).await
    }
}
