//! Short words for the steps.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DbBackend, Statement};

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

/// Lets a column hold other words than before. SQLite changes a CHECK only by making the table anew: the same
/// statement with the other words, the rows, then the indexes and triggers that it had. Only for tables that
/// nothing points at.
pub async fn widen(manager: &SchemaManager<'_>, table: &str, column: &str, before: &[&str], after: &[&str]) -> Result<(), DbErr> {
    let list = |words: &[&str]| words.iter().map(|word| format!("'{word}'")).collect::<Vec<_>>().join(", ");
    if manager.get_database_backend() != DbBackend::Sqlite {
        let check = format!("{table}_{column}_check");
        let words = list(after);
        return sql(
            manager,
            &[
                &format!("ALTER TABLE {table} DROP CONSTRAINT {check}"),
                &format!("ALTER TABLE {table} ADD CONSTRAINT {check} CHECK ({column} IN ({words}))"),
            ],
        )
        .await;
    }
    let conn = manager.get_connection();
    let query = format!("SELECT type, sql FROM sqlite_schema WHERE tbl_name = '{table}' AND sql IS NOT NULL ORDER BY type = 'table' DESC, name");
    let rows = conn.query_all_raw(Statement::from_string(DbBackend::Sqlite, query)).await?;
    let mut parts = Vec::with_capacity(rows.len());
    for row in rows {
        parts.push((row.try_get_by_index::<String>(0)?, row.try_get_by_index::<String>(1)?));
    }
    let made = parts.iter().find(|(kind, _)| kind == "table").map(|(_, made)| made.as_str()).unwrap_or_default();
    let (old, new) = (format!("\"{column}\" IN ({})", list(before)), format!("\"{column}\" IN ({})", list(after)));
    let anew = format!("{table}_anew");
    let named = made.replacen(&format!("\"{table}\""), &format!("\"{anew}\""), 1);
    if !named.contains(&old) || !named.contains(&anew) {
        return Err(DbErr::Migration(format!("{table}.{column} is not as it was made: {made}")));
    }
    conn.execute_unprepared(&named.replacen(&old, &new, 1)).await?;
    sql(
        manager,
        &[
            &format!("INSERT INTO {anew} SELECT * FROM {table}"),
            &format!("DROP TABLE {table}"),
            &format!("ALTER TABLE {anew} RENAME TO {table}"),
        ],
    )
    .await?;
    for (_, made) in parts.iter().filter(|(kind, _)| kind != "table") {
        conn.execute_unprepared(made).await?;
    }
    Ok(())
}
