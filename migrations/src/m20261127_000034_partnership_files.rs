//! Files in partnerships, and signed copies of agreements: the file itself stands in `file`, its bytes beside the database.

use crate::build::{drop_tables, instant, points, sql, step, word_null};
use crate::words;
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
                    .table("partnership_file")
                    // The same as the file's.
                    .col(pk_uuid("id"))
                    .col(uuid("partnership"))
                    // A copy of this agreement with an electronic signature in it, over this version of its text.
                    .col(uuid_null("agreement"))
                    .col(integer_null("number"))
                    // Who added it: a side, or the centre where there is none.
                    .col(word_null("side", words::SIDE))
                    .col(uuid_null("added_by"))
                    .col(instant("added_at"))
                    .foreign_key(points("partnership_file", "id", "file").on_delete(ForeignKeyAction::Cascade))
                    .foreign_key(points("partnership_file", "partnership", "partnership").on_delete(ForeignKeyAction::Cascade))
                    .foreign_key(points("partnership_file", "agreement", "agreement").on_delete(ForeignKeyAction::Cascade))
                    .foreign_key(&mut points("partnership_file", "added_by", "person"))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                // A partnership's page.
                "CREATE INDEX partnership_file_idx ON partnership_file (partnership, id)",
                // Proving a copy later.
                "CREATE INDEX file_hash_idx ON file (sha256)",
            ],
        )
        .await
    }
    down(manager) {
        sql(manager, &["DROP INDEX file_hash_idx"]).await?;
        drop_tables(manager, &["partnership_file"]).await
    }
}
