//! The rows of `placement`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "placement")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub state: String,
    pub way: String,
    pub destination: String,
    pub business: Uuid,
    pub vacancy: Option<Uuid>,
    pub application: Option<Uuid>,
    pub programme: Option<Uuid>,
    pub agreement: Option<Uuid>,
    pub line: Option<i32>,
    pub person: Option<Uuid>,
    pub name: Option<String>,
    pub occupation: Option<String>,
    pub started_on: Date,
    pub side: String,
    pub reported_by: Option<Uuid>,
    pub reported_at: DateTimeUtc,
    pub settles_at: DateTimeUtc,
    pub confirmed_at: Option<DateTimeUtc>,
    pub denial: Option<String>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
