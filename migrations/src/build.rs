//! Short words for the steps.

use sea_orm_migration::prelude::*;

/// A text column that holds one of these words.
pub fn word(name: &'static str, words: &'static [&'static str]) -> ColumnDef {
    ColumnDef::new(name).text().not_null().check(Expr::col(name).is_in(words.iter().copied())).take()
}

/// A text column that holds one of these words, or nothing.
pub fn word_null(name: &'static str, words: &'static [&'static str]) -> ColumnDef {
    ColumnDef::new(name).text().null().check(Expr::col(name).is_in(words.iter().copied())).take()
}

/// An instant, in UTC.
pub fn instant(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().not_null().take()
}

/// An instant, in UTC, or nothing.
pub fn instant_null(name: &'static str) -> ColumnDef {
    ColumnDef::new(name).timestamp_with_time_zone().null().take()
}

/// `table.column` points at `other.id`.
pub fn points(table: &'static str, column: &'static str, other: &'static str) -> ForeignKeyCreateStatement {
    ForeignKey::create().name(format!("{table}_{column}_fkey")).from(table, column).to(other, "id").take()
}

/// Indexes, as SQL that both engines read alike.
pub async fn sql(manager: &SchemaManager<'_>, statements: &[&str]) -> Result<(), DbErr> {
    for statement in statements {
        manager.get_connection().execute_unprepared(statement).await?;
    }
    Ok(())
}

/// Drops tables, the first named first.
pub async fn drop_tables(manager: &SchemaManager<'_>, tables: &[&'static str]) -> Result<(), DbErr> {
    for table in tables {
        manager.drop_table(Table::drop().table(*table).if_exists().take()).await?;
    }
    Ok(())
}

/// A step is one transaction on both engines: it is there or it is not.
macro_rules! step {
    ($(#[$doc:meta])* up($up:ident) $body:block down($down:ident) $undo:block) => {
        $(#[$doc])*
        #[derive(DeriveMigrationName)]
        pub struct Step;

        #[async_trait::async_trait]
        impl MigrationTrait for Step {
            async fn up(&self, $up: &SchemaManager) -> Result<(), DbErr> $body
            async fn down(&self, $down: &SchemaManager) -> Result<(), DbErr> $undo
            fn use_transaction(&self) -> Option<bool> {
                Some(true)
            }
        }
    };
}
pub(crate) use step;
