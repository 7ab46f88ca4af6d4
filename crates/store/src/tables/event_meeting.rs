//! The rows of `event_meeting`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event_meeting")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub event: Uuid,
    pub business: Uuid,
    pub college: Uuid,
    pub round: i32,
    pub place: i32,
    pub result: Option<String>,
    pub note: String,
    pub partnership: Option<Uuid>,
    pub result_by: Option<Uuid>,
    pub result_at: Option<DateTimeUtc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
