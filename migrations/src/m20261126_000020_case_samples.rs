//! Cases that look at a sample of what trusted employers publish, and cases that an officer passes on for
//! a second opinion. SQLite changes a CHECK only by making the table anew, which nothing points at.

use crate::build::{instant, instant_null, points, sql, step, word, word_null};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, pk_uuid, text, uuid, uuid_null},
    sea_orm::DbBackend,
};

const INDEXES: &[&str] = &[
    "CREATE UNIQUE INDEX moderation_case_open_key ON moderation_case (entity, subject, kind) WHERE state <> 'decided' AND kind <> 'report'",
    "CREATE INDEX moderation_case_queue_idx ON moderation_case (due_at, id) WHERE state <> 'decided'",
    "CREATE INDEX moderation_case_subject_idx ON moderation_case (entity, subject, id)",
    "CREATE INDEX moderation_case_organisation_idx ON moderation_case (organisation, id)",
    "CREATE INDEX moderation_case_decided_idx ON moderation_case (decided_at) WHERE state = 'decided'",
];

const COLUMNS: &str = "id, kind, state, entity, subject, organisation, submitted_by, findings, claimed_by, claimed_until, outcome, reasons, note, message, decided_by, decided_at, due_at, version, created_at";

/// The table with these kinds of case.
fn table(name: &'static str, kinds: &'static [&'static str], is_passed_on: bool) -> TableCreateStatement {
    let mut table = Table::create()
        .table(name)
        .col(pk_uuid("id"))
        .col(word("kind", kinds))
        .col(word("state", words::CASE_STATE))
        .col(word("entity", words::ENTITY))
        .col(uuid("subject"))
        .col(uuid_null("organisation"))
        .col(uuid_null("submitted_by"))
        .col(text("findings"))
        .col(uuid_null("claimed_by"))
        .col(instant_null("claimed_until"))
        .col(word_null("outcome", words::OUTCOME))
        .col(text("reasons"))
        .col(text("note"))
        .col(text("message"))
        .col(uuid_null("decided_by"))
        .col(instant_null("decided_at"))
        .col(instant("due_at"))
        .col(big_integer("version"))
        .col(instant("created_at"))
        .foreign_key(&mut points("moderation_case", "organisation", "organisation"))
        .foreign_key(&mut points("moderation_case", "submitted_by", "person"))
        .foreign_key(&mut points("moderation_case", "claimed_by", "person"))
        .foreign_key(&mut points("moderation_case", "decided_by", "person"))
        .take();
    if is_passed_on {
        table.col(uuid_null("passed_by")).foreign_key(&mut points("moderation_case", "passed_by", "person"));
    }
    table
}

/// Makes SQLite's table anew, with the rows it had.
async fn rebuild(manager: &SchemaManager<'_>, made: TableCreateStatement) -> Result<(), DbErr> {
    manager.create_table(made).await?;
    let copy = format!("INSERT INTO moderation_case_anew ({COLUMNS}) SELECT {COLUMNS} FROM moderation_case");
    sql(
        manager,
        &[&copy, "DROP TABLE moderation_case", "ALTER TABLE moderation_case_anew RENAME TO moderation_case"],
    )
    .await?;
    sql(manager, INDEXES).await
}

step! {
    /// See the module.
    up(manager) {
        if manager.get_database_backend() == DbBackend::Sqlite {
            return rebuild(manager, table("moderation_case_anew", words::CASE_KIND_WITH_SAMPLE, true)).await;
        }
        let kinds = words::CASE_KIND_WITH_SAMPLE.join("', '");
        sql(
            manager,
            &[
                "ALTER TABLE moderation_case DROP CONSTRAINT moderation_case_kind_check",
                &format!("ALTER TABLE moderation_case ADD CONSTRAINT moderation_case_kind_check CHECK (kind IN ('{kinds}'))"),
                "ALTER TABLE moderation_case ADD COLUMN passed_by uuid NULL CONSTRAINT moderation_case_passed_by_fkey REFERENCES person (id)",
            ],
        )
        .await
    }
    down(manager) {
        // Older programs don't know these cases.
        sql(manager, &["DELETE FROM moderation_case WHERE kind = 'sample'"]).await?;
        if manager.get_database_backend() == DbBackend::Sqlite {
            return rebuild(manager, table("moderation_case_anew", words::CASE_KIND, false)).await;
        }
        let kinds = words::CASE_KIND.join("', '");
        sql(
            manager,
            &[
                "ALTER TABLE moderation_case DROP COLUMN passed_by",
                "ALTER TABLE moderation_case DROP CONSTRAINT moderation_case_kind_check",
                &format!("ALTER TABLE moderation_case ADD CONSTRAINT moderation_case_kind_check CHECK (kind IN ('{kinds}'))"),
            ],
        )
        .await
    }
}
