//! The rows of `vacancy_result`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "vacancy_result")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub vacancy: Uuid,
    pub employer: Uuid,
    pub asked_at: DateTimeUtc,
    pub hired: Option<i32>,
    pub here: Option<i32>,
    pub answered_by: Option<Uuid>,
    pub answered_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
