//! The latest vacancies of an occupation, for comparing what they pay.

use crate::build::{sql, step};
use sea_orm_migration::prelude::*;

step! {
    /// See the module.
    up(manager) {
        sql(manager, &["CREATE INDEX vacancy_occupation_idx ON vacancy (occupation, id) WHERE state = 'published'"]).await
    }
    down(manager) {
        sql(manager, &["DROP INDEX vacancy_occupation_idx"]).await
    }
}
