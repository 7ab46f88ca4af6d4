//! The rows of `event_wish`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_wish")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub registration: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub wanted: Uuid,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
