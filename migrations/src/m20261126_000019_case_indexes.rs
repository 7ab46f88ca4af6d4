//! An employer's own cases, and how the centre's promise was kept, without looking through all of them.

use crate::build::{sql, step};
use sea_orm_migration::prelude::*;

step! {
    /// See the module.
    up(manager) {
        sql(
            manager,
            &[
                "CREATE INDEX moderation_case_organisation_idx ON moderation_case (organisation, id)",
                "CREATE INDEX moderation_case_decided_idx ON moderation_case (decided_at) WHERE state = 'decided'",
            ],
        )
        .await
    }
    down(manager) {
        sql(manager, &["DROP INDEX moderation_case_decided_idx", "DROP INDEX moderation_case_organisation_idx"]).await
    }
}
