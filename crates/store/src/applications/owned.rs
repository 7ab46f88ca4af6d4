//! The applications of one seeker, and those for one employer's vacancies.

use super::{ApplicationRecord, Column, TABLE, application, keys, open_states, record, records, word};
use crate::convert::{CHUNK, counted};
use crate::error::Result;
use crate::tables::application_figure::{self, Column as Figure};
use sanviec_domain::application::ApplicationState;
use sanviec_domain::ids::{ApplicationId, OrganisationId, PersonId, VacancyId};
use sanviec_domain::time::Instant;
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::prelude::Uuid;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use std::collections::{BTreeMap, HashMap};

/// The applications of one seeker and of nobody else.
#[derive(Clone, Copy, Debug)]
pub struct OfSeeker(PersonId);

/// The applications of this seeker.
pub fn of_seeker(seeker: PersonId) -> OfSeeker {
    OfSeeker(seeker)
}

impl OfSeeker {
    fn select(self) -> Select<application::Entity> {
        application::Entity::find().filter(Column::Seeker.eq(self.0.0))
    }

    /// One of them; `None` for somebody else's just as for none at all.
    pub async fn find(self, conn: &impl ConnectionTrait, id: ApplicationId) -> Result<Option<ApplicationRecord>> {
        self.select().filter(Column::Id.eq(id.0)).one(conn).await?.map(record).transpose()
    }

    /// All of them, newest first; `after` is the last one seen.
    pub async fn list(self, conn: &impl ConnectionTrait, after: Option<ApplicationId>, limit: u64) -> Result<Vec<ApplicationRecord>> {
        let mut query = self.select();
        if let Some(after) = after {
            query = query.filter(Column::Id.lt(after.0));
        }
        records(query.order_by_desc(Column::Id).limit(limit).all(conn).await?, record)
    }

    /// Those in which something can still happen, newest first.
    pub async fn open(self, conn: &impl ConnectionTrait) -> Result<Vec<ApplicationRecord>> {
        records(self.select().filter(Column::State.is_in(open_states())).order_by_desc(Column::Id).all(conn).await?, record)
    }
}

/// The applications for one employer's vacancies and for no other's.
#[derive(Clone, Copy, Debug)]
pub struct OfEmployer(OrganisationId);

/// The applications for this employer's vacancies.
pub fn of_employer(employer: OrganisationId) -> OfEmployer {
    OfEmployer(employer)
}

impl OfEmployer {
    fn select(self) -> Select<application::Entity> {
        application::Entity::find().filter(Column::Employer.eq(self.0.0))
    }

    /// One of them; `None` for another employer's just as for none at all.
    pub async fn find(self, conn: &impl ConnectionTrait, id: ApplicationId) -> Result<Option<ApplicationRecord>> {
        self.select().filter(Column::Id.eq(id.0)).one(conn).await?.map(record).transpose()
    }

    /// Those for one vacancy, all or in certain states, newest first; `after` is the last one seen.
    pub async fn of_vacancy(
        self,
        conn: &impl ConnectionTrait,
        vacancy: VacancyId,
        states: Option<&[ApplicationState]>,
        after: Option<ApplicationId>,
        limit: u64,
    ) -> Result<Vec<ApplicationRecord>> {
        let mut query = self.select().filter(Column::Vacancy.eq(vacancy.0));
        if let Some(states) = states {
            query = query.filter(Column::State.is_in(keys(states)));
        }
        if let Some(after) = after {
            query = query.filter(Column::Id.lt(after.0));
        }
        records(query.order_by_desc(Column::Id).limit(limit).all(conn).await?, record)
    }

    /// How many for one vacancy are in each state; states without any are left out. Applications
    /// whose time is over are counted as what they were.
    pub async fn counts_by_state(self, conn: &impl ConnectionTrait, vacancy: VacancyId) -> Result<BTreeMap<ApplicationState, u64>> {
        let query = self
            .select()
            .filter(Column::Vacancy.eq(vacancy.0))
            .select_only()
            .column(Column::State)
            .column_as(Column::Id.count(), "count")
            .group_by(Column::State);
        let mut counts = counted(TABLE, query.into_tuple().all(conn).await?)?;
        let past = application_figure::Entity::find()
            .filter(Figure::Employer.eq(self.0.0))
            .filter(Figure::Vacancy.eq(vacancy.0))
            .select_only()
            .column(Figure::State)
            .column_as(Figure::Id.count(), "count")
            .group_by(Figure::State);
        for (state, count) in counted::<ApplicationState>(TABLE, past.into_tuple().all(conn).await?)? {
            *counts.entry(state).or_default() += count;
        }
        Ok(counts)
    }

    /// The same for many vacancies in one read, for a list of them.
    pub async fn counts_by_vacancy(self, conn: &impl ConnectionTrait, vacancies: &[VacancyId]) -> Result<HashMap<VacancyId, BTreeMap<ApplicationState, u64>>> {
        let mut counts: HashMap<VacancyId, BTreeMap<ApplicationState, u64>> = HashMap::new();
        for part in vacancies.chunks(CHUNK) {
            let rows: Vec<(Uuid, String, i64)> = self
                .select()
                .filter(Column::Vacancy.is_in(part.iter().map(|vacancy| vacancy.0)))
                .select_only()
                .column(Column::Vacancy)
                .column(Column::State)
                .column_as(Column::Id.count(), "count")
                .group_by(Column::Vacancy)
                .group_by(Column::State)
                .into_tuple()
                .all(conn)
                .await?;
            for (vacancy, state, count) in rows {
                counts.entry(VacancyId(vacancy)).or_default().insert(word(TABLE, &state)?, count.unsigned_abs());
            }
            let past: Vec<(Uuid, String, i64)> = application_figure::Entity::find()
                .filter(Figure::Employer.eq(self.0.0))
                .filter(Figure::Vacancy.is_in(part.iter().map(|vacancy| vacancy.0)))
                .select_only()
                .column(Figure::Vacancy)
                .column(Figure::State)
                .column_as(Figure::Id.count(), "count")
                .group_by(Figure::Vacancy)
                .group_by(Figure::State)
                .into_tuple()
                .all(conn)
                .await?;
            for (vacancy, state, count) in past {
                *counts.entry(VacancyId(vacancy)).or_default().entry(word(TABLE, &state)?).or_default() += count.unsigned_abs();
            }
        }
        Ok(counts)
    }

    /// How many wait for the employer's answer.
    pub async fn awaiting(self, conn: &impl ConnectionTrait) -> Result<u64> {
        let states: Vec<&str> = ApplicationState::ALL.iter().filter(|state| state.awaits_employer()).map(|state| state.key()).collect();
        Ok(self.select().filter(Column::State.is_in(states)).count(conn).await?)
    }

    /// How many of them have waited since before then.
    pub async fn awaiting_since(self, conn: &impl ConnectionTrait, before: Instant) -> Result<u64> {
        let states: Vec<&str> = ApplicationState::ALL.iter().filter(|state| state.awaits_employer()).map(|state| state.key()).collect();
        Ok(self.select().filter(Column::State.is_in(states)).filter(Column::CreatedAt.lt(before)).count(conn).await?)
    }
}
