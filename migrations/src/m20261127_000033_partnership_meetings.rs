//! Meetings in partnerships: when, where, what about, and who has agreed.

use crate::build::{drop_tables, instant, points, sql, step, word, word_null};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer, pk_uuid, text, uuid, uuid_null},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("partnership_meeting")
                    .col(pk_uuid("id"))
                    .col(uuid("partnership"))
                    .col(word("state", words::MEETING_STATE))
                    // Who proposed it: a side, or the centre where there is none.
                    .col(word_null("side", words::SIDE))
                    .col(boolean("business_agrees"))
                    .col(boolean("college_agrees"))
                    .col(text("subject"))
                    .col(instant("begins"))
                    .col(integer("minutes"))
                    .col(text("place"))
                    .col(text("link"))
                    .col(big_integer("version"))
                    .col(uuid_null("created_by"))
                    .col(instant("created_at"))
                    .col(instant("updated_at"))
                    .foreign_key(points("partnership_meeting", "partnership", "partnership").on_delete(ForeignKeyAction::Cascade))
                    .foreign_key(&mut points("partnership_meeting", "created_by", "person"))
                    .take(),
            )
            .await?;
        // A partnership's page.
        sql(manager, &["CREATE INDEX partnership_meeting_idx ON partnership_meeting (partnership, begins)"]).await
    }
    down(manager) {
        drop_tables(manager, &["partnership_meeting"]).await
    }
}
