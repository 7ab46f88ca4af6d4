//! The numbers under which nearly equal postings are found ("likeness" in the domain): some for each
//! vacancy that was handed in or published.

use crate::build::{drop_tables, points, sql, step};
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, uuid},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("vacancy_band")
                    .col(big_integer("bucket"))
                    .col(uuid("vacancy"))
                    .primary_key(Index::create().col("bucket").col("vacancy"))
                    .foreign_key(points("vacancy_band", "vacancy", "vacancy").on_delete(ForeignKeyAction::Cascade))
                    .take(),
            )
            .await?;
        sql(manager, &["CREATE INDEX vacancy_band_vacancy_idx ON vacancy_band (vacancy)"]).await
    }
    down(manager) {
        drop_tables(manager, &["vacancy_band"]).await
    }
}
