//! The rows of `agreement_review`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "agreement_review")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub agreement: Uuid,
    pub year: i32,
    pub state: String,
    pub lines: String,
    pub business_remarks: String,
    pub college_remarks: String,
    pub business_person: Option<Uuid>,
    pub business_name: Option<String>,
    pub business_at: Option<DateTimeUtc>,
    pub college_person: Option<Uuid>,
    pub college_name: Option<String>,
    pub college_at: Option<DateTimeUtc>,
    pub version: i64,
    pub created_by: Option<Uuid>,
    pub created_at: DateTimeUtc,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
