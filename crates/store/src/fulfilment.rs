//! What came of agreements, line by line: what each side states, and what has to be counted for it.

use crate::agreements::{self, VersionRecord};
use crate::convert::{CHUNK, json, small};
use crate::error::Result;
use crate::placements;
use crate::tables::agreement_result::{self as result, Column};
use crate::tables::{agreement, agreement_version as version, partnership};
use crate::unit::Unit;
use sanviec_domain::agreement::fulfilment::{LineResult, successors};
use sanviec_domain::agreement::{AgreementContent, AgreementLine, AgreementState};
use sanviec_domain::ids::{AgreementId, OrganisationId};
use sanviec_domain::partnership::{Side, Sides};
use sanviec_domain::vocabulary::Vocabulary;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, Condition, ConnectionTrait, EntityTrait, IntoActiveModel, JoinType, QueryFilter, QueryOrder, QuerySelect, RelationTrait};
use std::collections::HashMap;
use uuid::Uuid;

/// What the sides have stated about lines of these agreements; `hired` is not counted here.
async fn stated(conn: &impl ConnectionTrait, agreements: &[AgreementId]) -> Result<HashMap<(AgreementId, u32), LineResult>> {
    let mut found = HashMap::new();
    for part in agreements.chunks(CHUNK) {
        let query = result::Entity::find().filter(Column::Agreement.is_in(part.iter().map(|agreement| agreement.0)));
        found.extend(query.all(conn).await?.into_iter().map(|row| {
            let known = LineResult {
                trained: row.trained.map(i32::unsigned_abs),
                interned: row.interned.map(i32::unsigned_abs),
                hired: 0,
            };
            ((AgreementId(row.agreement), row.line.unsigned_abs()), known)
        }));
    }
    Ok(found)
}

/// What came of lines of these agreements.
pub async fn of(conn: &impl ConnectionTrait, agreements: &[AgreementId]) -> Result<HashMap<(AgreementId, u32), LineResult>> {
    let mut found = stated(conn, agreements).await?;
    for (line, hired) in placements::on_lines(conn, agreements).await? {
        found.entry(line).or_default().hired = hired;
    }
    Ok(found)
}

/// A line of an agreement that both have signed, with what came of it.
#[derive(Clone, Debug)]
pub struct KnownLine {
    /// Between whom.
    pub sides: Sides,
    /// The line.
    pub line: AgreementLine,
    /// What came of it.
    pub result: LineResult,
}

/// The lines of every agreement that stands or has run its time, in three queries however many there are.
pub async fn of_all(conn: &impl ConnectionTrait) -> Result<Vec<KnownLine>> {
    let states = [AgreementState::Signed, AgreementState::Ended].map(Vocabulary::key);
    let rows: Vec<(Uuid, String, Uuid, Uuid)> = agreement::Entity::find()
        .select_only()
        .column(agreement::Column::Id)
        .column(version::Column::Content)
        .column(partnership::Column::Business)
        .column(partnership::Column::College)
        .join(JoinType::InnerJoin, agreement::Relation::Current.def())
        .join(JoinType::InnerJoin, agreement::Relation::Partnership.def())
        .filter(agreement::Column::State.is_in(states))
        .order_by_asc(agreement::Column::Id)
        .into_tuple()
        .all(conn)
        .await?;
    let ids: Vec<AgreementId> = rows.iter().map(|row| AgreementId(row.0)).collect();
    let results = of(conn, &ids).await?;
    let mut lines = Vec::new();
    for (id, content, business, college) in rows {
        let content: AgreementContent = json("agreement_version", &content)?;
        let sides = Sides {
            business: OrganisationId(business),
            college: OrganisationId(college),
        };
        lines.extend(content.lines.into_iter().zip(0_u32..).map(|(line, index)| KnownLine {
            sides,
            line,
            result: results.get(&(AgreementId(id), index)).copied().unwrap_or_default(),
        }));
    }
    Ok(lines)
}

/// The agreements that a business has signed and that run, with their text, the newest first.
pub async fn running_of(conn: &impl ConnectionTrait, business: OrganisationId, limit: u64) -> Result<Vec<(agreements::AgreementRecord, VersionRecord)>> {
    let query = agreement::Entity::find()
        .join(JoinType::InnerJoin, agreement::Relation::Partnership.def())
        .filter(partnership::Column::Business.eq(business.0))
        .filter(agreement::Column::State.eq(AgreementState::Signed.key()))
        .order_by_desc(agreement::Column::Id)
        .limit(limit);
    let found = query.all(conn).await?;
    let wanted = found.iter().fold(Condition::any(), |wanted, row| {
        let this = Condition::all().add(version::Column::Agreement.eq(row.id)).add(version::Column::Number.eq(row.current));
        wanted.add(this)
    });
    if found.is_empty() {
        return Ok(Vec::new());
    }
    let mut versions: HashMap<Uuid, VersionRecord> = HashMap::new();
    for row in version::Entity::find().filter(wanted).all(conn).await? {
        versions.insert(row.agreement, agreements::version_record(row)?);
    }
    found
        .into_iter()
        .filter_map(|row| {
            let version = versions.remove(&row.id)?;
            Some(agreements::record(row).map(|record| (record, version)))
        })
        .collect()
}

/// Writes what a side states about a line: the college who was trained, the business who did an internship.
pub async fn state(unit: &Unit, (agreement, line): (AgreementId, u32), side: Side, people: u32) -> Result<()> {
    let now = Some(unit.now());
    let mut row = result::Model {
        agreement: agreement.0,
        line: small(line),
        trained: None,
        trained_at: None,
        interned: None,
        interned_at: None,
    };
    let columns = match side {
        Side::College => {
            (row.trained, row.trained_at) = (Some(small(people)), now);
            [Column::Trained, Column::TrainedAt]
        }
        Side::Business => {
            (row.interned, row.interned_at) = (Some(small(people)), now);
            [Column::Interned, Column::InternedAt]
        }
    };
    let over = OnConflict::columns([Column::Agreement, Column::Line]).update_columns(columns).to_owned();
    result::Entity::insert(row.into_active_model())
        .on_conflict(over)
        .exec_without_returning(unit.conn())
        .await?;
    Ok(())
}

/// Takes what came of an agreement's lines to the one that replaces it, where a line goes on there; what came of
/// lines that don't stays where it is. Answers with the lines that went on, from and to.
pub async fn follow(unit: &Unit, old: (AgreementId, &[AgreementLine]), new: (AgreementId, &[AgreementLine])) -> Result<Vec<(usize, usize)>> {
    let pairs = successors(old.1, new.1);
    for (from, to) in &pairs {
        let (from, to) = (small(u32::try_from(*from).unwrap_or(u32::MAX)), small(u32::try_from(*to).unwrap_or(u32::MAX)));
        result::Entity::update_many()
            .col_expr(Column::Agreement, Expr::value(new.0.0))
            .col_expr(Column::Line, Expr::value(to))
            .filter(Column::Agreement.eq(old.0.0))
            .filter(Column::Line.eq(from))
            .exec(unit.conn())
            .await?;
        placements::move_line(unit, (old.0, from.unsigned_abs()), (new.0, to.unsigned_abs())).await?;
    }
    Ok(pairs)
}
