//! The rows of `partnership`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "partnership")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub business: Uuid,
    pub college: Uuid,
    pub state: String,
    pub proposer: String,
    pub demand: Option<Uuid>,
    pub programme: Option<Uuid>,
    pub business_agrees: bool,
    pub college_agrees: bool,
    pub reason: Option<String>,
    pub moved_at: DateTimeUtc,
    pub urgency: String,
    pub version: i64,
    pub created_by: Option<Uuid>,
    pub created_at: DateTimeUtc,
    pub signed_at: Option<DateTimeUtc>,
    pub event: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
