//! Conferences: who comes, whom they wish to meet, at which table in which round, and what came of it.

use crate::build::{drop_tables, instant, instant_null, points, sql, step, word, word_null};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, integer, pk_uuid, text, text_null, uuid, uuid_null},
};

async fn events(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("event")
                .col(pk_uuid("id"))
                .col(word("state", words::EVENT_STATE))
                .col(instant("begins"))
                .col(text("content"))
                // Why it was cancelled.
                .col(text_null("reason"))
                // When its timetable was made last.
                .col(instant_null("planned_at"))
                .col(big_integer("version"))
                .col(uuid_null("created_by"))
                .col(instant("created_at"))
                .foreign_key(&mut points("event", "created_by", "person"))
                .take(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("event_registration")
                .col(pk_uuid("id"))
                .col(uuid("event"))
                .col(uuid("organisation"))
                .col(word("side", words::SIDE))
                .col(word("state", words::REGISTRATION_STATE))
                .col(text("content"))
                // What the code on its badge says.
                .col(text("token"))
                .col(big_integer("version"))
                .col(uuid_null("created_by"))
                .col(instant("created_at"))
                .col(instant_null("checked_in_at"))
                .foreign_key(points("event_registration", "event", "event").on_delete(ForeignKeyAction::Cascade))
                .foreign_key(&mut points("event_registration", "organisation", "organisation"))
                .foreign_key(&mut points("event_registration", "created_by", "person"))
                .take(),
        )
        .await
}

async fn meetings(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("event_wish")
                .col(uuid("registration"))
                .col(uuid("wanted"))
                .primary_key(Index::create().col("registration").col("wanted"))
                .foreign_key(points("event_wish", "registration", "event_registration").on_delete(ForeignKeyAction::Cascade))
                .foreign_key(points("event_wish", "wanted", "event_registration").on_delete(ForeignKeyAction::Cascade))
                .take(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("event_meeting")
                .col(pk_uuid("id"))
                .col(uuid("event"))
                .col(uuid("business"))
                .col(uuid("college"))
                .col(integer("round"))
                .col(integer("place"))
                .col(word_null("result", words::MEETING_RESULT))
                .col(text("note"))
                // What came of it.
                .col(uuid_null("partnership"))
                .col(uuid_null("result_by"))
                .col(instant_null("result_at"))
                .foreign_key(points("event_meeting", "event", "event").on_delete(ForeignKeyAction::Cascade))
                .foreign_key(points("event_meeting", "business", "event_registration").on_delete(ForeignKeyAction::Cascade))
                .foreign_key(points("event_meeting", "college", "event_registration").on_delete(ForeignKeyAction::Cascade))
                .foreign_key(points("event_meeting", "partnership", "partnership").on_delete(ForeignKeyAction::SetNull))
                .foreign_key(&mut points("event_meeting", "result_by", "person"))
                .take(),
        )
        .await
}

step! {
    /// See the module.
    up(manager) {
        events(manager).await?;
        meetings(manager).await?;
        // At which event a business and a college came together.
        manager.alter_table(Table::alter().table("partnership").add_column(uuid_null("event")).take()).await?;
        sql(
            manager,
            &[
                "CREATE INDEX event_begins_idx ON event (begins)",
                "CREATE UNIQUE INDEX event_registration_organisation_key ON event_registration (event, organisation)",
                "CREATE INDEX event_registration_of_idx ON event_registration (organisation)",
                "CREATE UNIQUE INDEX event_registration_token_key ON event_registration (token)",
                "CREATE INDEX event_wish_wanted_idx ON event_wish (wanted)",
                // Nobody is in two places, and no table is taken twice.
                "CREATE UNIQUE INDEX event_meeting_business_key ON event_meeting (event, round, business)",
                "CREATE UNIQUE INDEX event_meeting_college_key ON event_meeting (event, round, college)",
                "CREATE UNIQUE INDEX event_meeting_place_key ON event_meeting (event, round, place)",
                "CREATE INDEX partnership_event_idx ON partnership (event) WHERE event IS NOT NULL",
                "CREATE INDEX partnership_signed_idx ON partnership (signed_at) WHERE signed_at IS NOT NULL",
            ],
        )
        .await
    }
    down(manager) {
        sql(manager, &["DROP INDEX partnership_event_idx", "DROP INDEX partnership_signed_idx"]).await?;
        manager.alter_table(Table::alter().table("partnership").drop_column("event").take()).await?;
        drop_tables(manager, &["event_meeting", "event_wish", "event_registration", "event"]).await
    }
}
