//! Files of vacancies that employers hand in, row by row as they were typed, until each row was sent, mended
//! or left out.

use crate::build::{drop_tables, instant, instant_null, points, sql, step, word};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{integer, pk_uuid, text, uuid, uuid_null},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("import_batch")
                    .col(pk_uuid("id"))
                    .col(uuid("organisation"))
                    .col(uuid("person"))
                    .col(text("file_name"))
                    .col(integer("total"))
                    .col(instant("created_at"))
                    .col(instant_null("read_at"))
                    .foreign_key(&mut points("import_batch", "organisation", "organisation"))
                    .foreign_key(&mut points("import_batch", "person", "person"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("import_row")
                    .col(uuid("batch"))
                    .col(integer("line"))
                    .col(text("title"))
                    .col(text("cells"))
                    .col(word("state", words::IMPORT_ROW_STATE))
                    .col(text("faults"))
                    .col(uuid_null("vacancy"))
                    .primary_key(Index::create().col("batch").col("line"))
                    .foreign_key(points("import_row", "batch", "import_batch").on_delete(ForeignKeyAction::Cascade))
                    .foreign_key(&mut points("import_row", "vacancy", "vacancy"))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                "CREATE INDEX import_batch_organisation_idx ON import_batch (organisation, id)",
                "CREATE INDEX import_batch_created_idx ON import_batch (created_at)",
                "CREATE INDEX import_row_state_idx ON import_row (batch, state, line)",
            ],
        )
        .await
    }
    down(manager) {
        drop_tables(manager, &["import_row", "import_batch"]).await
    }
}
