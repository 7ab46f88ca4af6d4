//! The rows of `agreement_review_request`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement_review_request")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub agreement: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub anniversary: i32,
    pub asked_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
