//! Consents, one line each time somebody gives one. Withdrawn ones stay, with the time.

use crate::convert::{records, word};
use crate::error::Result;
use crate::tables::consent::{self, Column};
use crate::unit::Unit;
use sanviec_domain::consent::{ConsentPurpose, ConsentWay};
use sanviec_domain::ids::PersonId;
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

const TABLE: &str = "consent";

/// A consent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Consent {
    /// Who gave it.
    pub person: PersonId,
    /// What for.
    pub purpose: ConsentPurpose,
    /// In which way.
    pub way: ConsentWay,
    /// Which text was agreed to.
    pub text_version: String,
    /// The member of staff it was given to, where it was given at the counter.
    pub taken_by: Option<PersonId>,
    /// When.
    pub given_at: Instant,
    /// When it was taken back.
    pub withdrawn_at: Option<Instant>,
}

fn record(row: consent::Model) -> Result<Consent> {
    Ok(Consent {
        person: PersonId(row.person),
        purpose: word(TABLE, &row.purpose)?,
        way: word(TABLE, &row.way)?,
        text_version: row.text_version,
        taken_by: row.taken_by.map(PersonId),
        given_at: row.given_at,
        withdrawn_at: row.withdrawn_at,
    })
}

/// Writes a consent given now to the text in force.
pub async fn insert(unit: &Unit, person: PersonId, purpose: ConsentPurpose, way: ConsentWay, taken_by: Option<PersonId>) -> Result<()> {
    let row = consent::Model {
        id: unit.uuid(),
        person: person.0,
        purpose: purpose.key().to_owned(),
        way: way.key().to_owned(),
        text_version: purpose.text_version().to_owned(),
        taken_by: taken_by.map(|person| person.0),
        given_at: unit.now(),
        withdrawn_at: None,
    };
    consent::Entity::insert(row.into_active_model()).exec_without_returning(unit.conn()).await?;
    Ok(())
}

/// A person's consents, newest first.
pub async fn of(conn: &impl ConnectionTrait, person: PersonId) -> Result<Vec<Consent>> {
    let query = consent::Entity::find().filter(Column::Person.eq(person.0));
    records(query.order_by_desc(Column::GivenAt).order_by_desc(Column::Id).all(conn).await?, record)
}
