//! The rows of `import_row`.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "import_row")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub batch: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub line: i32,
    pub title: String,
    pub cells: String,
    pub state: String,
    pub faults: String,
    pub vacancy: Option<Uuid>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
