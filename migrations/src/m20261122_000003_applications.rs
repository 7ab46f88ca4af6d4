//! Applications: one seeker for one vacancy, once.

use crate::build::{drop_tables, instant, instant_null, points, sql, step, word, word_null};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, pk_uuid, text, uuid},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("application")
                    .col(pk_uuid("id"))
                    .col(uuid("vacancy"))
                    .col(uuid("employer"))
                    .col(uuid("seeker"))
                    .col(word("state", words::APPLICATION_STATE))
                    .col(text("content"))
                    .col(word_null("decline_reason", words::DECLINE_REASON))
                    .col(big_integer("version"))
                    .col(instant("created_at"))
                    .col(instant("updated_at"))
                    .col(instant_null("answered_at"))
                    .foreign_key(&mut points("application", "vacancy", "vacancy"))
                    .foreign_key(&mut points("application", "employer", "organisation"))
                    .foreign_key(&mut points("application", "seeker", "person"))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                "CREATE UNIQUE INDEX application_vacancy_seeker_key ON application (vacancy, seeker)",
                "CREATE INDEX application_seeker_id_idx ON application (seeker, id)",
                "CREATE INDEX application_employer_state_idx ON application (employer, state)",
                "CREATE INDEX application_employer_vacancy_id_idx ON application (employer, vacancy, id)",
                "CREATE INDEX application_state_updated_at_idx ON application (state, updated_at)",
            ],
        )
        .await
    }
    down(manager) {
        drop_tables(manager, &["application"]).await
    }
}
