//! The rows of `partnership_meeting`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "partnership_meeting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub partnership: Uuid,
    pub state: String,
    pub side: Option<String>,
    pub business_agrees: bool,
    pub college_agrees: bool,
    pub subject: String,
    pub begins: DateTimeUtc,
    pub minutes: i32,
    pub place: String,
    pub link: String,
    pub version: i64,
    pub created_by: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
