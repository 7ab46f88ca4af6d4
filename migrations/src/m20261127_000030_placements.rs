//! Who started work, what came of agreements line by line, and the yearly reviews of them.

use crate::build::{drop_tables, instant, instant_null, points, sql, step, word, word_null};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, date, integer, integer_null, pk_uuid, text, text_null, uuid, uuid_null},
};

async fn placements(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("placement")
                .col(pk_uuid("id"))
                .col(word("state", words::PLACEMENT_STATE))
                .col(word("way", words::PLACEMENT_WAY))
                .col(word("destination", words::DESTINATION))
                .col(uuid("business"))
                .col(uuid_null("vacancy"))
                .col(uuid_null("application"))
                .col(uuid_null("programme"))
                .col(uuid_null("agreement"))
                // The line of the agreement, counted from 0.
                .col(integer_null("line"))
                // Both go with the person; that somebody started work stays.
                .col(uuid_null("person"))
                .col(text_null("name"))
                .col(text_null("occupation"))
                .col(date("started_on"))
                // Which side reported it, and who.
                .col(word("side", words::SIDE))
                .col(uuid_null("reported_by"))
                .col(instant("reported_at"))
                // When it counts without an objection.
                .col(instant("settles_at"))
                .col(instant_null("confirmed_at"))
                .col(word_null("denial", words::PLACEMENT_DENIAL))
                .col(big_integer("version"))
                .foreign_key(&mut points("placement", "business", "organisation"))
                .foreign_key(points("placement", "vacancy", "vacancy").on_delete(ForeignKeyAction::SetNull))
                .foreign_key(points("placement", "application", "application").on_delete(ForeignKeyAction::SetNull))
                .foreign_key(points("placement", "programme", "programme").on_delete(ForeignKeyAction::SetNull))
                .foreign_key(points("placement", "agreement", "agreement").on_delete(ForeignKeyAction::SetNull))
                .foreign_key(points("placement", "person", "person").on_delete(ForeignKeyAction::SetNull))
                .foreign_key(points("placement", "reported_by", "person").on_delete(ForeignKeyAction::SetNull))
                .take(),
        )
        .await?;
    sql(
        manager,
        &[
            // One application becomes one placement.
            "CREATE UNIQUE INDEX placement_application_key ON placement (application) WHERE application IS NOT NULL",
            // An agreement's page, and what counts on each line.
            "CREATE INDEX placement_agreement_idx ON placement (agreement, line, id)",
            // A person's own: export, erasure, merger.
            "CREATE INDEX placement_person_idx ON placement (person) WHERE person IS NOT NULL",
            // A merger of businesses.
            "CREATE INDEX placement_business_idx ON placement (business)",
            // What settles.
            "CREATE INDEX placement_settles_idx ON placement (settles_at) WHERE state = 'reported'",
            // Figures between two days.
            "CREATE INDEX placement_figures_idx ON placement (started_on, destination, way) WHERE state = 'confirmed'",
            // The share of a programme's graduates in work.
            "CREATE INDEX placement_programme_idx ON placement (programme, started_on) WHERE state = 'confirmed'",
            // Names whose time is over.
            "CREATE INDEX placement_names_idx ON placement (reported_at) WHERE name IS NOT NULL AND application IS NULL",
        ],
    )
    .await
}

async fn results(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    manager
        .create_table(
            Table::create()
                .table("agreement_result")
                .col(uuid("agreement"))
                .col(integer("line"))
                // Stated by the college.
                .col(integer_null("trained"))
                .col(instant_null("trained_at"))
                // Stated by the business.
                .col(integer_null("interned"))
                .col(instant_null("interned_at"))
                .primary_key(Index::create().col("agreement").col("line"))
                .foreign_key(points("agreement_result", "agreement", "agreement").on_delete(ForeignKeyAction::Cascade))
                .take(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("agreement_review")
                .col(pk_uuid("id"))
                .col(uuid("agreement"))
                .col(integer("year"))
                .col(word("state", words::REVIEW_STATE))
                // What had come of each line when it was opened.
                .col(text("lines"))
                .col(text("business_remarks"))
                .col(text("college_remarks"))
                .col(uuid_null("business_person"))
                .col(text_null("business_name"))
                .col(instant_null("business_at"))
                .col(uuid_null("college_person"))
                .col(text_null("college_name"))
                .col(instant_null("college_at"))
                .col(big_integer("version"))
                .col(uuid_null("created_by"))
                .col(instant("created_at"))
                .foreign_key(points("agreement_review", "agreement", "agreement").on_delete(ForeignKeyAction::Cascade))
                .foreign_key(points("agreement_review", "business_person", "person").on_delete(ForeignKeyAction::SetNull))
                .foreign_key(points("agreement_review", "college_person", "person").on_delete(ForeignKeyAction::SetNull))
                .foreign_key(points("agreement_review", "created_by", "person").on_delete(ForeignKeyAction::SetNull))
                .take(),
        )
        .await?;
    manager
        .create_table(
            Table::create()
                .table("agreement_review_request")
                .col(uuid("agreement"))
                // The first, second, … anniversary.
                .col(integer("anniversary"))
                .col(instant("asked_at"))
                .primary_key(Index::create().col("agreement").col("anniversary"))
                .foreign_key(points("agreement_review_request", "agreement", "agreement").on_delete(ForeignKeyAction::Cascade))
                .take(),
        )
        .await?;
    sql(
        manager,
        &[
            // Once a year.
            "CREATE UNIQUE INDEX agreement_review_year_key ON agreement_review (agreement, year)",
            // Those whose anniversary has come.
            "CREATE INDEX agreement_signed_idx ON agreement (signed_at) WHERE state = 'signed'",
        ],
    )
    .await
}

step! {
    /// See the module.
    up(manager) {
        placements(manager).await?;
        results(manager).await
    }
    down(manager) {
        sql(manager, &["DROP INDEX agreement_signed_idx"]).await?;
        drop_tables(manager, &["agreement_review_request", "agreement_review", "agreement_result", "placement"]).await
    }
}
