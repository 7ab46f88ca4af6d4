//! How one comes to belong to an organisation, and what becomes of organisations: invitations,
//! requests to join, new names that wait for an officer, persons who employ, merged organisations.

use crate::build::{drop_tables, instant, instant_null, points, sql, step, word, word_null};
use crate::words;
use sea_orm_migration::{
    prelude::*,
    schema::{big_integer, pk_uuid, text, text_null, uuid, uuid_null},
};

step! {
    /// See the module.
    up(manager) {
        manager
            .create_table(
                Table::create()
                    .table("invitation")
                    .col(pk_uuid("id"))
                    .col(uuid("organisation"))
                    .col(word("role", words::MEMBER_ROLE))
                    .col(text_null("email"))
                    .col(text("token_hash"))
                    .col(word("state", words::INVITATION_STATE))
                    .col(uuid_null("invited_by"))
                    .col(uuid_null("accepted_by"))
                    .col(instant("expires_at"))
                    .col(big_integer("version"))
                    .col(instant("created_at"))
                    .foreign_key(&mut points("invitation", "organisation", "organisation"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("join_request")
                    .col(pk_uuid("id"))
                    .col(uuid("organisation"))
                    .col(uuid("person"))
                    .col(word("state", words::JOIN_STATE))
                    .col(word_null("role", words::MEMBER_ROLE))
                    .col(instant_null("escalated_at"))
                    .col(instant_null("decided_at"))
                    .col(uuid_null("decided_by"))
                    .col(big_integer("version"))
                    .col(instant("created_at"))
                    .foreign_key(&mut points("join_request", "organisation", "organisation"))
                    .foreign_key(&mut points("join_request", "person", "person"))
                    .take(),
            )
            .await?;
        // A verified organisation keeps its name and tax code until an officer has seen the new ones.
        manager
            .create_table(
                Table::create()
                    .table("organisation_proposal")
                    .col(pk_uuid("organisation"))
                    .col(text("name"))
                    .col(text_null("tax_code"))
                    .col(instant("created_at"))
                    .foreign_key(&mut points("organisation_proposal", "organisation", "organisation"))
                    .take(),
            )
            .await?;
        // Apart from the profile, which is shown: a citizen's number is for officers.
        manager
            .create_table(
                Table::create()
                    .table("organisation_citizen")
                    .col(pk_uuid("organisation"))
                    .col(text("number"))
                    .foreign_key(&mut points("organisation_citizen", "organisation", "organisation"))
                    .take(),
            )
            .await?;
        manager
            .create_table(
                Table::create()
                    .table("organisation_merged")
                    .col(pk_uuid("organisation"))
                    .col(uuid("target"))
                    .col(instant("at"))
                    .foreign_key(&mut points("organisation_merged", "organisation", "organisation"))
                    .foreign_key(&mut points("organisation_merged", "target", "organisation"))
                    .take(),
            )
            .await?;
        sql(
            manager,
            &[
                "CREATE UNIQUE INDEX invitation_token_hash_key ON invitation (token_hash)",
                "CREATE INDEX invitation_organisation_idx ON invitation (organisation, id)",
                "CREATE UNIQUE INDEX join_request_open_key ON join_request (organisation, person) WHERE state IN ('waiting', 'escalated')",
                "CREATE INDEX join_request_person_idx ON join_request (person, id)",
                "CREATE INDEX join_request_state_idx ON join_request (state, created_at)",
                "CREATE UNIQUE INDEX organisation_citizen_number_key ON organisation_citizen (number)",
                "CREATE INDEX organisation_merged_target_idx ON organisation_merged (target)",
            ],
        )
        .await
    }
    down(manager) {
        drop_tables(manager, &["organisation_merged", "organisation_citizen", "organisation_proposal", "join_request", "invitation"]).await
    }
}
