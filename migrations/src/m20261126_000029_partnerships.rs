//! Businesses and colleges: programmes and cohorts, needs, partnerships with what is written in them,
//! agreements with every version of their text and the signatures over it.

use crate::build::{drop_tables, instant, instant_null, points, sql, step, widen, word, word_null};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer, pk_uuid, text, text_null, uuid, uuid_null},
};

/// The tables whose rows say what they are about.
const ABOUT: [&str; 4] = ["history", "audit", "moderation_case", "change"];

async fn training(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("programme")
                .col(pk_uuid("id"))
                .col(uuid("college"))
                .col(word("state", words::PROGRAMME_STATE))
                // What the college writes, and what the public reads.
                .col(text("written"))
                .col(text_null("shown"))
                .col(big_integer("version"))
                .col(uuid_null("created_by"))
                .col(instant("created_at"))
                .col(instant("updated_at"))
                .col(instant_null("published_at"))
                .foreign_key(&mut points("programme", "college", "organisation"))
                .foreign_key(&mut points("programme", "created_by", "person"))
                .take(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("cohort")
                .col(pk_uuid("id"))
                .col(uuid("programme"))
                .col(uuid("college"))
                .col(text("name"))
                .col(text("starts"))
                .col(text("graduates"))
                .col(integer("enrolled"))
                .col(integer("unplaced"))
                .col(instant("updated_at"))
                .foreign_key(points("cohort", "programme", "programme").on_delete(ForeignKeyAction::Cascade))
                .foreign_key(&mut points("cohort", "college", "organisation"))
                .take(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("demand")
                .col(pk_uuid("id"))
                .col(uuid("business"))
                .col(word("state", words::DEMAND_STATE))
                .col(word("audience", words::DEMAND_AUDIENCE))
                .col(text("content"))
                // When somebody last said that it stands, and when they were asked.
                .col(instant("confirmed_at"))
                .col(instant_null("asked_at"))
                .col(big_integer("version"))
                .col(uuid_null("created_by"))
                .col(instant("created_at"))
                .foreign_key(&mut points("demand", "business", "organisation"))
                .foreign_key(&mut points("demand", "created_by", "person"))
                .take(),
        )
        .await?;
    sql(
        manager,
        &[
            "CREATE INDEX programme_college_idx ON programme (college, id)",
            "CREATE INDEX programme_shown_idx ON programme (id) WHERE shown IS NOT NULL",
            "CREATE UNIQUE INDEX cohort_name_key ON cohort (programme, name)",
            "CREATE INDEX cohort_college_idx ON cohort (college, graduates)",
            "CREATE INDEX cohort_graduates_idx ON cohort (graduates)",
            "CREATE INDEX demand_business_idx ON demand (business, id)",
            "CREATE INDEX demand_open_idx ON demand (confirmed_at) WHERE state IN ('open', 'asked')",
        ],
    )
    .await
}

async fn partnerships(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("partnership")
                .col(pk_uuid("id"))
                .col(uuid("business"))
                .col(uuid("college"))
                .col(word("state", words::PARTNERSHIP_STATE))
                .col(word("proposer", words::PROPOSER))
                .col(uuid_null("demand"))
                .col(uuid_null("programme"))
                .col(boolean("business_agrees"))
                .col(boolean("college_agrees"))
                .col(word_null("reason", words::PARTNERSHIP_REASON))
                // The clock of the step: since when nothing has moved, and how far it has gone.
                .col(instant("moved_at"))
                .col(word("urgency", words::URGENCY))
                .col(big_integer("version"))
                .col(uuid_null("created_by"))
                .col(instant("created_at"))
                .col(instant_null("signed_at"))
                .foreign_key(&mut points("partnership", "business", "organisation"))
                .foreign_key(&mut points("partnership", "college", "organisation"))
                .foreign_key(points("partnership", "demand", "demand").on_delete(ForeignKeyAction::SetNull))
                .foreign_key(points("partnership", "programme", "programme").on_delete(ForeignKeyAction::SetNull))
                .foreign_key(&mut points("partnership", "created_by", "person"))
                .take(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("partnership_message")
                .col(pk_uuid("id"))
                .col(uuid("partnership"))
                // Nothing where the centre writes.
                .col(word_null("side", words::SIDE))
                .col(uuid_null("person"))
                .col(text("body"))
                .col(instant("at"))
                .foreign_key(points("partnership_message", "partnership", "partnership").on_delete(ForeignKeyAction::Cascade))
                .foreign_key(&mut points("partnership_message", "person", "person"))
                .take(),
        )
        .await?;
    sql(
        manager,
        &[
            "CREATE INDEX partnership_business_idx ON partnership (business, moved_at)",
            "CREATE INDEX partnership_college_idx ON partnership (college, moved_at)",
            "CREATE INDEX partnership_clock_idx ON partnership (moved_at) WHERE state IN ('proposed', 'accepted', 'negotiating')",
            // Two sides talk about one thing once at a time.
            "CREATE UNIQUE INDEX partnership_open_key ON partnership (business, college) WHERE state IN ('proposed', 'accepted', 'negotiating')",
            "CREATE INDEX partnership_message_idx ON partnership_message (partnership, id)",
        ],
    )
    .await
}

async fn agreements(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("agreement_template")
                .col(integer("version").primary_key())
                .col(text("body"))
                .col(text("note"))
                .col(uuid_null("created_by"))
                .col(instant("created_at"))
                .foreign_key(&mut points("agreement_template", "created_by", "person"))
                .take(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("agreement")
                .col(pk_uuid("id"))
                .col(uuid("partnership"))
                .col(word("state", words::AGREEMENT_STATE))
                .col(text("number"))
                // The one that this one changes or prolongs.
                .col(uuid_null("amends"))
                .col(integer("current"))
                .col(text_null("reason"))
                .col(text_null("ends_on"))
                .col(big_integer("version"))
                .col(instant("created_at"))
                .col(instant_null("signed_at"))
                .foreign_key(points("agreement", "partnership", "partnership").on_delete(ForeignKeyAction::Cascade))
                .take(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("agreement_version")
                .col(uuid("agreement"))
                .col(integer("number"))
                .col(text("content"))
                .col(text("body"))
                .col(text("hash"))
                .col(integer("template"))
                .col(word_null("side", words::SIDE))
                .col(uuid_null("written_by"))
                .col(instant("written_at"))
                .primary_key(Index::create().col("agreement").col("number"))
                .foreign_key(points("agreement_version", "agreement", "agreement").on_delete(ForeignKeyAction::Cascade))
                .foreign_key(&mut points("agreement_version", "written_by", "person"))
                .take(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("agreement_signature")
                .col(pk_uuid("id"))
                .col(uuid("agreement"))
                .col(integer("number"))
                .col(text("hash"))
                .col(word("side", words::SIDE))
                .col(uuid_null("person"))
                .col(text("name"))
                .col(text("title"))
                .col(word("factor", words::SIGNING_FACTOR))
                .col(instant("at"))
                .col(instant_null("cleared_at"))
                .foreign_key(points("agreement_signature", "agreement", "agreement").on_delete(ForeignKeyAction::Cascade))
                .foreign_key(&mut points("agreement_signature", "person", "person"))
                .take(),
        )
        .await?;
    sql(
        manager,
        &[
            "CREATE INDEX agreement_partnership_idx ON agreement (partnership, id)",
            "CREATE UNIQUE INDEX agreement_number_key ON agreement (number)",
            "CREATE INDEX agreement_version_hash_idx ON agreement_version (hash)",
            // One side signs one text once.
            "CREATE UNIQUE INDEX agreement_signature_side_key ON agreement_signature (agreement, number, side) WHERE cleared_at IS NULL",
        ],
    )
    .await
}

step! {
    /// See the module.
    up(manager) {
        for table in ABOUT {
            widen(manager, table, "entity", words::ENTITY, words::ENTITY_WITH_PARTNERSHIPS).await?;
        }
        widen(manager, "moderation_case", "kind", words::CASE_KIND_WITH_SAMPLE, words::CASE_KIND_WITH_PROGRAMME).await?;
        training(manager).await?;
        partnerships(manager).await?;
        agreements(manager).await?;
        sql(manager, &["INSERT INTO counter (name, value) VALUES ('agreement', 0)"]).await
    }
    down(manager) {
        drop_tables(
            manager,
            &["agreement_signature", "agreement_version", "agreement", "agreement_template", "partnership_message", "partnership", "demand", "cohort", "programme"],
        )
        .await?;
        sql(manager, &["DELETE FROM counter WHERE name = 'agreement'"]).await?;
        // Older programs don't know these words; the audit log keeps its lines, whatever they are about.
        sql(manager, &["DELETE FROM moderation_case WHERE kind = 'programme'"]).await?;
        widen(manager, "moderation_case", "kind", words::CASE_KIND_WITH_PROGRAMME, words::CASE_KIND_WITH_SAMPLE).await?;
        for table in ["history", "moderation_case", "change"] {
            let known = words::ENTITY.join("', '");
            sql(manager, &[&format!("DELETE FROM {table} WHERE entity NOT IN ('{known}')")]).await?;
            widen(manager, table, "entity", words::ENTITY_WITH_PARTNERSHIPS, words::ENTITY).await?;
        }
        Ok(())
    }
}
