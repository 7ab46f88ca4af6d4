//! The rows of `agreement_result`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement_result")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub agreement: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub line: i32,
    pub trained: Option<i32>,
    pub trained_at: Option<DateTimeUtc>,
    pub interned: Option<i32>,
    pub interned_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
