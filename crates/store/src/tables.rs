//! The rows as the database has them, one file per table. They never leave this crate.

pub mod abuse_report;
pub mod agreement;
pub mod agreement_result;
pub mod agreement_review;
pub mod agreement_review_request;
pub mod agreement_signature;
pub mod agreement_template;
pub mod agreement_version;
pub mod announcement;
pub mod api_key;
pub mod api_request;
pub mod application;
pub mod application_figure;
pub mod audit;
pub mod case_note;
pub mod change;
pub mod code;
pub mod cohort;
pub mod consent;
pub mod demand;
pub mod event;
pub mod event_meeting;
pub mod event_registration;
pub mod event_wish;
pub mod file;
pub mod history;
pub mod identity;
pub mod import_batch;
pub mod import_row;
pub mod invitation;
pub mod job;
pub mod join_request;
pub mod limit_count;
pub mod member;
pub mod message;
pub mod moderation_case;
pub mod organisation;
pub mod organisation_citizen;
pub mod organisation_merged;
pub mod organisation_proposal;
pub mod partnership;
pub mod partnership_file;
pub mod partnership_meeting;
pub mod partnership_message;
pub mod passkey;
pub mod password;
pub mod password_link;
pub mod person;
pub mod person_merged;
pub mod placement;
pub mod programme;
pub mod recovery_code;
pub mod reference_list;
pub mod reference_row;
pub mod revision;
pub mod schedule;
pub mod second_factor;
pub mod session;
pub mod staff;
pub mod test_vacancy;
pub mod vacancy;
pub mod vacancy_band;
pub mod vacancy_reminder;
pub mod vacancy_result;
pub mod webhook;
pub mod webhook_delivery;

#[cfg(test)]
mod tests {
    use crate::{Database, DatabaseOptions};
    use sea_orm::{ConnectionTrait, EntityTrait, IdenStatic, Iterable, Statement};
    use std::collections::BTreeSet;

    async fn matches<E: EntityTrait>(entity: E, db: &Database) -> String {
        let table = entity.table_name().to_owned();
        let sql = format!("SELECT name FROM pragma_table_info('{table}')");
        let rows = db.reader().query_all_raw(Statement::from_string(db.reader().get_database_backend(), sql)).await.unwrap();
        let there: BTreeSet<String> = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
        let known: BTreeSet<String> = E::Column::iter().map(|column| column.as_str().to_owned()).collect();
        assert_eq!(there, known, "{table}");
        table
    }

    /// The rows know every column of the migrations and no other, and no table is forgotten.
    #[tokio::test]
    async fn the_rows_are_those_of_the_migrations() {
        let db = Database::connect(&DatabaseOptions {
            url: "sqlite::memory:".into(),
            readers: 1,
        })
        .await
        .unwrap();
        db.migrate().await.unwrap();
        let mut known = BTreeSet::from(["counter".to_owned(), "seaql_migrations".to_owned()]);
        macro_rules! check {
            ($($table:ident),+) => {$( known.insert(matches(super::$table::Entity, &db).await); )+};
        }
        check!(
            application,
            application_figure,
            audit,
            change,
            code,
            history,
            job,
            member,
            message,
            moderation_case,
            organisation,
            person
        );
        check!(import_batch, import_row);
        check!(api_key, api_request, test_vacancy, vacancy_result, webhook, webhook_delivery);
        check!(abuse_report, announcement, case_note, limit_count);
        check!(identity, passkey, person_merged, consent, file);
        check!(reference_list, reference_row, revision, schedule, session, staff, vacancy, vacancy_band, vacancy_reminder);
        check!(password, password_link, recovery_code, second_factor);
        check!(event, event_meeting, event_registration, event_wish);
        check!(programme, cohort, demand, partnership, partnership_message);
        check!(partnership_file);
        check!(partnership_meeting);
        check!(agreement_template, agreement, agreement_version, agreement_signature);
        check!(placement, agreement_result, agreement_review, agreement_review_request);
        check!(invitation, join_request, organisation_citizen, organisation_merged, organisation_proposal);
        let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'";
        let rows = db.reader().query_all_raw(Statement::from_string(db.reader().get_database_backend(), sql)).await.unwrap();
        let there: BTreeSet<String> = rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect();
        assert_eq!(there, known);
    }
}
