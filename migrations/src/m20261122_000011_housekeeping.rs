//! What housekeeping needs: when a schedule last ran and how much it did; who agreed that an
//! application is kept; what is left of an application once the person is gone from it.

use crate::build::{drop_tables, instant_null, points, sql, step, word, word_null};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer_null, boolean, date, date_null, pk_uuid, uuid},
};

step! {
    /// See the module.
    up(manager) {
        // SQLite adds one column at a time.
        manager.alter_table(Table::alter().table("schedule").add_column(instant_null("last_run")).take()).await?;
        manager.alter_table(Table::alter().table("schedule").add_column(big_integer_null("last_count")).take()).await?;
        manager.alter_table(Table::alter().table("application").add_column(boolean("keep").default(false)).take()).await?;
        manager
            .create_table(
                Table::create()
                    .table("application_figure")
                    .col(pk_uuid("id"))
                    .col(uuid("vacancy"))
                    .col(uuid("employer"))
                    .col(word("state", words::APPLICATION_STATE))
                    .col(word_null("decline_reason", words::DECLINE_REASON))
                    .col(date("sent_on"))
                    .col(date_null("answered_on"))
                    .col(date("ended_on"))
                    .foreign_key(&mut points("application_figure", "vacancy", "vacancy"))
                    .foreign_key(&mut points("application_figure", "employer", "organisation"))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                // Counts by vacancy of one employer.
                "CREATE INDEX application_figure_employer_vacancy_idx ON application_figure (employer, vacancy, state)",
                // The codes that can still be read, looked for every minute.
                "CREATE INDEX message_readable_code_idx ON message (created_at) WHERE kind = 'code' AND text <> ''",
            ],
        )
        .await
    }
    down(manager) {
        sql(manager, &["DROP INDEX message_readable_code_idx"]).await?;
        drop_tables(manager, &["application_figure"]).await?;
        manager.alter_table(Table::alter().table("application").drop_column("keep").take()).await?;
        manager.alter_table(Table::alter().table("schedule").drop_column("last_count").take()).await?;
        manager.alter_table(Table::alter().table("schedule").drop_column("last_run").take()).await
    }
}
