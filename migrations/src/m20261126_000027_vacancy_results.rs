//! What came of vacancies, as their employers say when they are asked (decree 352/2025/NĐ-CP, art. 10.2).

use crate::build::{drop_tables, instant, instant_null, points, sql, step};
use sea_orm_migration::{
    prelude::*,
    schema::{integer_null, pk_uuid, uuid, uuid_null},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("vacancy_result")
                    .col(pk_uuid("vacancy"))
                    .col(uuid("employer"))
                    .col(instant("asked_at"))
                    // Nothing until the employer has answered.
                    .col(integer_null("hired"))
                    .col(integer_null("here"))
                    .col(uuid_null("answered_by"))
                    .col(instant_null("answered_at"))
                    .foreign_key(points("vacancy_result", "vacancy", "vacancy").on_delete(ForeignKeyAction::Cascade))
                    .foreign_key(&mut points("vacancy_result", "employer", "organisation"))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                "CREATE INDEX vacancy_result_open_idx ON vacancy_result (employer, asked_at) WHERE answered_at IS NULL",
                "CREATE INDEX vacancy_result_asked_idx ON vacancy_result (asked_at)",
                "CREATE INDEX vacancy_published_at_idx ON vacancy (published_at)",
            ],
        )
        .await
    }
    down(manager) {
        sql(manager, &["DROP INDEX vacancy_published_at_idx"]).await?;
        drop_tables(manager, &["vacancy_result"]).await
    }
}
