//! Vacancies and the proposed changes of published ones. What a vacancy says is one JSON text; the
//! columns beside it repeat what is queried.

use crate::build::{drop_tables, instant, instant_null, points, sql, step, word, word_null};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, date_null, integer_null, pk_uuid, text, text_null, uuid, uuid_null},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("vacancy")
                    .col(pk_uuid("id"))
                    .col(big_integer("number"))
                    .col(uuid("employer"))
                    .col(word("state", words::VACANCY_STATE))
                    .col(text("title"))
                    .col(text("title_folded"))
                    .col(text_null("occupation"))
                    .col(text_null("province"))
                    .col(text_null("commune"))
                    .col(text_null("park"))
                    .col(date_null("deadline"))
                    .col(integer_null("openings"))
                    .col(text("content"))
                    .col(text_null("external_reference"))
                    .col(word_null("closed_reason", words::CLOSED_REASON))
                    .col(big_integer("version"))
                    .col(uuid_null("created_by"))
                    .col(instant("created_at"))
                    .col(instant("updated_at"))
                    .col(instant_null("submitted_at"))
                    .col(instant_null("published_at"))
                    .col(instant_null("closed_at"))
                    .foreign_key(&mut points("vacancy", "employer", "organisation"))
                    .foreign_key(&mut points("vacancy", "created_by", "person"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("revision")
                    .col(pk_uuid("id"))
                    .col(uuid("vacancy"))
                    .col(text("content"))
                    .col(word("state", words::REVISION_STATE))
                    .col(uuid_null("created_by"))
                    .col(instant("created_at"))
                    .col(big_integer("version"))
                    .foreign_key(&mut points("revision", "vacancy", "vacancy"))
                    .foreign_key(&mut points("revision", "created_by", "person"))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                "CREATE UNIQUE INDEX vacancy_number_key ON vacancy (number)",
                // NULLs are distinct on both engines: only given references are unique.
                "CREATE UNIQUE INDEX vacancy_employer_external_reference_key ON vacancy (employer, external_reference)",
                "CREATE INDEX vacancy_employer_id_idx ON vacancy (employer, id)",
                "CREATE INDEX vacancy_state_id_idx ON vacancy (state, id)",
                "CREATE INDEX vacancy_state_deadline_idx ON vacancy (state, deadline)",
                // A vacancy has at most one change waiting.
                "CREATE UNIQUE INDEX revision_pending_key ON revision (vacancy) WHERE state = 'pending'",
                "CREATE INDEX revision_vacancy_idx ON revision (vacancy, id)",
            ],
        )
        .await
    }
    down(manager) {
        drop_tables(manager, &["revision", "vacancy"]).await
    }
}
