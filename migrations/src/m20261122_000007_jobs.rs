//! The job queue and the schedules.

use crate::build::{drop_tables, instant, instant_null, sql, step, word};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, pk_uuid, small_integer, text, text_null},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("job")
                    .col(pk_uuid("id"))
                    .col(text("name"))
                    .col(text_null("key"))
                    .col(text("payload"))
                    .col(word("state", words::JOB_STATE))
                    .col(small_integer("priority"))
                    .col(instant("run_at"))
                    .col(small_integer("attempts"))
                    .col(small_integer("max_attempts"))
                    .col(text_null("worker"))
                    .col(instant_null("leased_until"))
                    .col(text_null("last_error"))
                    .col(instant("created_at"))
                    .col(instant_null("finished_at"))
                    .take(),
            )
            .await?;
        manager
            .create_table(Table::create().table("schedule").col(text("name").primary_key()).col(big_integer("every_seconds")).col(instant("next_run")).take())
            .await?;
        sql(
            manager,
            &[
                "CREATE UNIQUE INDEX job_unfinished_key ON job (key) WHERE key IS NOT NULL AND state IN ('ready', 'running')",
                "CREATE INDEX job_unfinished_idx ON job (priority DESC, run_at, id) WHERE state IN ('ready', 'running')",
                "CREATE INDEX job_dead_idx ON job (id) WHERE state = 'dead'",
                // The state comes second: SQLite must not take this one to find what is due.
                "CREATE INDEX job_finished_at_state_idx ON job (finished_at, state)",
            ],
        )
        .await
    }
    down(manager) {
        drop_tables(manager, &["schedule", "job"]).await
    }
}
