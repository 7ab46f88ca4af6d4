//! The schema, step by step, for SQLite and PostgreSQL: one step per file, hand-written, portable.
//!
//! Ids are UUIDs that the program makes, timestamps are UTC, enums are text with a CHECK, and what
//! has to be unique without regard to case or marks is unique by a stored folded column. Steps
//! expand first and contract later: old code must run against the new schema. A step that has been
//! released is never edited; its words ([`words`]) are frozen with it.

pub use sea_orm_migration::{MigratorTrait, SchemaManager, sea_orm};

use sea_orm_migration::MigrationTrait;

mod build;
mod m20261122_000001_organisations_and_people;
mod m20261122_000002_vacancies;
mod m20261122_000003_applications;
mod m20261122_000004_moderation_cases;
mod m20261122_000005_change_feed;
mod m20261122_000006_history_and_audit;
mod m20261122_000007_jobs;
mod m20261122_000008_messages_and_codes;
mod m20261122_000009_sessions;
mod m20261122_000010_reference_lists;
mod m20261122_000011_housekeeping;
mod m20261122_000012_credentials;
mod m20261122_000013_memberships;
mod m20261122_000014_limits_and_announcements;
mod m20261125_000015_identities_and_passkeys;
mod m20261125_000016_merged_people;
mod m20261125_000017_consents_and_files;
mod m20261126_000018_vacancy_bands;
mod m20261126_000019_case_indexes;
mod m20261126_000020_case_samples;
mod m20261126_000021_abuse_reports;
mod m20261126_000022_case_notes;
mod m20261126_000023_employer_api;
mod m20261126_000025_import_batches;
mod m20261126_000026_vacancy_reminders;
mod m20261126_000027_vacancy_results;
mod m20261126_000028_published_by_occupation;
mod m20261126_000029_partnerships;
mod m20261127_000030_placements;
mod m20261127_000032_events;
mod m20261127_000033_partnership_meetings;
mod m20261127_000034_partnership_files;
pub mod words;

/// Every step, in order.
pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m20261122_000001_organisations_and_people::Step),
            Box::new(m20261122_000002_vacancies::Step),
            Box::new(m20261122_000003_applications::Step),
            Box::new(m20261122_000004_moderation_cases::Step),
            Box::new(m20261122_000005_change_feed::Step),
            Box::new(m20261122_000006_history_and_audit::Step),
            Box::new(m20261122_000007_jobs::Step),
            Box::new(m20261122_000008_messages_and_codes::Step),
            Box::new(m20261122_000009_sessions::Step),
            Box::new(m20261122_000010_reference_lists::Step),
            Box::new(m20261122_000011_housekeeping::Step),
            Box::new(m20261122_000012_credentials::Step),
            Box::new(m20261122_000013_memberships::Step),
            Box::new(m20261122_000014_limits_and_announcements::Step),
            Box::new(m20261125_000015_identities_and_passkeys::Step),
            Box::new(m20261125_000016_merged_people::Step),
            Box::new(m20261125_000017_consents_and_files::Step),
            Box::new(m20261126_000018_vacancy_bands::Step),
            Box::new(m20261126_000019_case_indexes::Step),
            Box::new(m20261126_000020_case_samples::Step),
            Box::new(m20261126_000021_abuse_reports::Step),
            Box::new(m20261126_000022_case_notes::Step),
            Box::new(m20261126_000023_employer_api::Step),
            Box::new(m20261126_000025_import_batches::Step),
            Box::new(m20261126_000026_vacancy_reminders::Step),
            Box::new(m20261126_000027_vacancy_results::Step),
            Box::new(m20261126_000028_published_by_occupation::Step),
            Box::new(m20261126_000029_partnerships::Step),
            Box::new(m20261127_000030_placements::Step),
            Box::new(m20261127_000032_events::Step),
            Box::new(m20261127_000033_partnership_meetings::Step),
            Box::new(m20261127_000034_partnership_files::Step),
        ]
    }
}
