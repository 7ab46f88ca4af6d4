//! The vacancies of one employer.

use super::{Column, TABLE, VacancyRecord, counted, keys, record, records, vacancy};
use crate::error::Result;
use sanviec_domain::ids::{OrganisationId, VacancyId, VacancyNumber};
use sanviec_domain::time::Instant;
use sanviec_domain::vacancy::VacancyState;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use std::collections::BTreeMap;

/// The vacancies of one employer and of no other.
#[derive(Clone, Copy, Debug)]
pub struct OfEmployer(OrganisationId);

/// The vacancies of this employer.
pub fn of(employer: OrganisationId) -> OfEmployer {
    OfEmployer(employer)
}

impl OfEmployer {
    fn select(self) -> Select<vacancy::Entity> {
        vacancy::Entity::find().filter(Column::Employer.eq(self.0.0))
    }

    /// One of them; `None` for another employer's just as for none at all.
    pub async fn find(self, conn: &impl ConnectionTrait, id: VacancyId) -> Result<Option<VacancyRecord>> {
        self.select().filter(Column::Id.eq(id.0)).one(conn).await?.map(record).transpose()
    }

    /// One of them, by its number.
    pub async fn by_number(self, conn: &impl ConnectionTrait, number: VacancyNumber) -> Result<Option<VacancyRecord>> {
        self.select().filter(Column::Number.eq(number.0)).one(conn).await?.map(record).transpose()
    }

    /// All of them, or those in certain states, newest first; `after` is the last one seen.
    pub async fn list(self, conn: &impl ConnectionTrait, states: Option<&[VacancyState]>, after: Option<VacancyId>, limit: u64) -> Result<Vec<VacancyRecord>> {
        let mut query = self.select();
        if let Some(states) = states {
            query = query.filter(Column::State.is_in(keys(states)));
        }
        if let Some(after) = after {
            query = query.filter(Column::Id.lt(after.0));
        }
        records(query.order_by_desc(Column::Id).limit(limit).all(conn).await?, record)
    }

    /// How many were submitted since an instant; nobody counts further than `most`.
    pub async fn submitted_since(self, conn: &impl ConnectionTrait, since: Instant, most: u64) -> Result<u64> {
        let query = self.select().select_only().column(Column::Id).filter(Column::SubmittedAt.gte(since));
        let found: Vec<uuid::Uuid> = query.order_by_desc(Column::Id).limit(most).into_tuple().all(conn).await?;
        Ok(found.len() as u64)
    }

    /// How many are in each state; states without any are left out.
    pub async fn counts(self, conn: &impl ConnectionTrait) -> Result<BTreeMap<VacancyState, u64>> {
        let query = self
            .select()
            .select_only()
            .column(Column::State)
            .column_as(Column::Id.count(), "count")
            .group_by(Column::State);
        counted(TABLE, query.into_tuple().all(conn).await?)
    }
}
