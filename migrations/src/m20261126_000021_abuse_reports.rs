//! What people report about vacancies: a reason out of a list, a few words, a number to call back if
//! they like. Reports about one vacancy are looked at together, in one case.

use crate::build::{drop_tables, instant, points, sql, step, word};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{pk_uuid, text, text_null, uuid, uuid_null},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("abuse_report")
                    .col(pk_uuid("id"))
                    .col(uuid("moderation_case"))
                    .col(uuid("vacancy"))
                    .col(uuid_null("person"))
                    .col(word("reason", words::REPORT_REASON))
                    .col(text("words"))
                    .col(text_null("phone"))
                    .col(instant("created_at"))
                    .foreign_key(&mut points("abuse_report", "moderation_case", "moderation_case"))
                    .foreign_key(&mut points("abuse_report", "vacancy", "vacancy"))
                    .foreign_key(&mut points("abuse_report", "person", "person"))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                "CREATE INDEX abuse_report_case_idx ON abuse_report (moderation_case, id)",
                "CREATE INDEX abuse_report_created_idx ON abuse_report (created_at)",
            ],
        )
        .await
    }
    down(manager) {
        drop_tables(manager, &["abuse_report"]).await
    }
}
