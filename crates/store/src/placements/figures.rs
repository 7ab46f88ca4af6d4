//! How many people started work: by destination and way, under agreements, on their lines, after a programme.

use super::TABLE;
use crate::convert::{CHUNK, word};
use crate::error::Result;
use crate::tables::placement::{self, Column};
use chrono::NaiveDate;
use sanviec_domain::ids::{AgreementId, ProgrammeId};
use sanviec_domain::placement::{Destination, PlacementState, PlacementWay};
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};
use std::collections::HashMap;
use std::ops::RangeInclusive;
use uuid::Uuid;

fn confirmed() -> Select<placement::Entity> {
    placement::Entity::find().filter(Column::State.eq(PlacementState::Confirmed.key()))
}

fn within(query: Select<placement::Entity>, days: &RangeInclusive<NaiveDate>) -> Select<placement::Entity> {
    query.filter(Column::StartedOn.gte(*days.start())).filter(Column::StartedOn.lte(*days.end()))
}

/// Confirmed ones that started within these days, by destination and way.
pub async fn by_destination_and_way(conn: &impl ConnectionTrait, days: &RangeInclusive<NaiveDate>) -> Result<Vec<(Destination, PlacementWay, u64)>> {
    let rows: Vec<(String, String, i64)> = within(confirmed(), days)
        .select_only()
        .column(Column::Destination)
        .column(Column::Way)
        .column_as(Column::Id.count(), "count")
        .group_by(Column::Destination)
        .group_by(Column::Way)
        .into_tuple()
        .all(conn)
        .await?;
    let mut found = rows
        .into_iter()
        .map(|(destination, way, count)| Ok((word(TABLE, &destination)?, word(TABLE, &way)?, count.unsigned_abs())))
        .collect::<Result<Vec<(Destination, PlacementWay, u64)>>>()?;
    found.sort_unstable();
    Ok(found)
}

/// Confirmed ones under agreements that started within these days, by agreement.
pub async fn by_agreement(conn: &impl ConnectionTrait, days: &RangeInclusive<NaiveDate>) -> Result<Vec<(AgreementId, u64)>> {
    let rows: Vec<(Uuid, i64)> = within(confirmed(), days)
        .filter(Column::Agreement.is_not_null())
        .select_only()
        .column(Column::Agreement)
        .column_as(Column::Id.count(), "count")
        .group_by(Column::Agreement)
        .order_by_asc(Column::Agreement)
        .into_tuple()
        .all(conn)
        .await?;
    Ok(rows.into_iter().map(|(agreement, count)| (AgreementId(agreement), count.unsigned_abs())).collect())
}

/// Confirmed ones on each line of these agreements.
pub async fn on_lines(conn: &impl ConnectionTrait, agreements: &[AgreementId]) -> Result<HashMap<(AgreementId, u32), u32>> {
    let mut found = HashMap::new();
    for part in agreements.chunks(CHUNK) {
        let rows: Vec<(Uuid, Option<i32>, i64)> = confirmed()
            .filter(Column::Agreement.is_in(part.iter().map(|agreement| agreement.0)))
            .select_only()
            .column(Column::Agreement)
            .column(Column::Line)
            .column_as(Column::Id.count(), "count")
            .group_by(Column::Agreement)
            .group_by(Column::Line)
            .into_tuple()
            .all(conn)
            .await?;
        found.extend(rows.into_iter().filter_map(|(agreement, line, count)| {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            Some(((AgreementId(agreement), line?.unsigned_abs()), count))
        }));
    }
    Ok(found)
}

/// The days on which people who learned in a programme started, within these days.
pub async fn of_programme(conn: &impl ConnectionTrait, programme: ProgrammeId, days: &RangeInclusive<NaiveDate>) -> Result<Vec<NaiveDate>> {
    let query = within(confirmed(), days).filter(Column::Programme.eq(programme.0));
    Ok(query.select_only().column(Column::StartedOn).into_tuple().all(conn).await?)
}
