//! Organisations, people, who belongs where, and the centre's staff.

use crate::build::{drop_tables, instant, points, sql, step, word};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, boolean, integer_null, pk_uuid, text, text_null, uuid},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("organisation")
                    .col(pk_uuid("id"))
                    .col(word("kind", words::ORGANISATION_KIND))
                    .col(word("state", words::ORGANISATION_STATE))
                    .col(text("name"))
                    .col(text("name_folded"))
                    .col(text_null("tax_code"))
                    .col(text("profile"))
                    .col(boolean("trusted"))
                    .col(boolean("sample"))
                    .col(big_integer("version"))
                    .col(instant("created_at"))
                    .col(instant("updated_at"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("person")
                    .col(pk_uuid("id"))
                    .col(text_null("name"))
                    .col(text_null("phone"))
                    .col(text_null("email"))
                    .col(integer_null("birth_year"))
                    .col(word("locale", words::LOCALE))
                    .col(instant("created_at"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("member")
                    .col(uuid("organisation"))
                    .col(uuid("person"))
                    .col(word("role", words::MEMBER_ROLE))
                    .col(instant("created_at"))
                    .primary_key(Index::create().col("organisation").col("person"))
                    .foreign_key(&mut points("member", "organisation", "organisation"))
                    .foreign_key(&mut points("member", "person", "person"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("staff")
                    .col(uuid("person"))
                    .col(word("role", words::STAFF_ROLE))
                    .col(instant("created_at"))
                    .primary_key(Index::create().col("person").col("role"))
                    .foreign_key(&mut points("staff", "person", "person"))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                "CREATE UNIQUE INDEX organisation_tax_code_key ON organisation (tax_code)",
                "CREATE INDEX organisation_name_folded_idx ON organisation (name_folded)",
                "CREATE INDEX organisation_kind_id_idx ON organisation (kind, id)",
                "CREATE UNIQUE INDEX person_phone_key ON person (phone)",
                "CREATE UNIQUE INDEX person_email_key ON person (email)",
                "CREATE INDEX member_person_idx ON member (person)",
                "CREATE INDEX staff_role_idx ON staff (role)",
            ],
        )
        .await
    }
    down(manager) {
        drop_tables(manager, &["staff", "member", "person", "organisation"]).await
    }
}
