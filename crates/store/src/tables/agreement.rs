//! The rows of `agreement`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership: Uuid,
    pub state: String,
    pub number: String,
    pub amends: Option<Uuid>,
    pub current: i32,
    pub reason: Option<String>,
    pub ends_on: Option<String>,
    pub version: i64,
    pub created_at: DateTimeUtc,
    pub signed_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {
    #[sea_orm(
        belongs_to = "super::agreement_version::Entity",
        from = "(Column::Id, Column::Current)",
        to = "(super::agreement_version::Column::Agreement, super::agreement_version::Column::Number)"
    )]
    Current,
    #[sea_orm(belongs_to = "super::partnership::Entity", from = "Column::Partnership", to = "super::partnership::Column::Id")]
    Partnership,
}

impl ActiveModelBehavior for ActiveModel {}
