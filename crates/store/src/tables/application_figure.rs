//! The rows of `application_figure`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "application_figure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub vacancy: Uuid,
    pub employer: Uuid,
    pub state: String,
    pub decline_reason: Option<String>,
    pub sent_on: Date,
    pub answered_on: Option<Date>,
    pub ended_on: Date,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
