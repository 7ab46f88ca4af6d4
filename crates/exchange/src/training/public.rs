//! What everybody reads of training: programmes that are approved, of colleges that are verified.

use super::is_shown;
use crate::error::{ExchangeError, Result};
use crate::{Exchange, organisations};
use sanviec_domain::ids::{OrganisationId, ProgrammeId};
use sanviec_domain::month::Month;
use sanviec_domain::text::fold;
use sanviec_domain::training::{Cohort, ProgrammeContent, TrainingLevel};
use sanviec_store::OrganisationRecord;
use sanviec_store::programmes;
use std::collections::HashMap;

/// A programme as the public reads it.
#[derive(Clone, Debug)]
pub struct PublicProgramme {
    /// Its id.
    pub id: ProgrammeId,
    /// What it says.
    pub content: ProgrammeContent,
    /// Who teaches it.
    pub college: OrganisationRecord,
}

/// What somebody looks for.
#[derive(Clone, Debug, Default)]
pub struct ProgrammeQuery {
    /// Words of the name, the college or the occupations.
    pub words: String,
    /// The level.
    pub level: Option<TrainingLevel>,
}

/// Every programme that the public reads.
pub(crate) async fn all(exchange: &Exchange) -> Result<Vec<PublicProgramme>> {
    let conn = exchange.store.reader();
    let shown = programmes::shown(conn).await?;
    let ids: Vec<OrganisationId> = shown.iter().map(|programme| programme.college).collect();
    let colleges: HashMap<OrganisationId, OrganisationRecord> = organisations_of(exchange, &ids).await?;
    Ok(shown
        .into_iter()
        .filter_map(|programme| {
            let college = colleges.get(&programme.college).filter(|college| is_shown(college))?;
            Some(PublicProgramme {
                id: programme.id,
                content: programme.shown?,
                college: college.clone(),
            })
        })
        .collect())
}

/// Organisations by their ids.
pub(crate) async fn organisations_of(exchange: &Exchange, ids: &[OrganisationId]) -> Result<HashMap<OrganisationId, OrganisationRecord>> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    let found = sanviec_store::organisations::many(exchange.store.reader(), &ids).await?;
    Ok(found.into_iter().map(|organisation| (organisation.id, organisation)).collect())
}

/// The programmes that fit a query: every word has to be in the name, the college's name or the name of an
/// occupation that it leads to. By name, then by college.
pub async fn find(exchange: &Exchange, query: &ProgrammeQuery) -> Result<Vec<PublicProgramme>> {
    let words: Vec<String> = fold(&query.words).split_whitespace().map(str::to_owned).collect();
    let mut found = all(exchange).await?;
    found.retain(|programme| {
        let content = &programme.content;
        let occupations = content
            .occupations
            .iter()
            .filter_map(|code| exchange.reference.occupation(code))
            .map(|found| found.name.as_str());
        let text = fold(
            &[content.name.as_str(), programme.college.name.as_str()]
                .into_iter()
                .chain(occupations)
                .collect::<Vec<_>>()
                .join(" "),
        );
        query.level.is_none_or(|level| content.level == Some(level)) && words.iter().all(|word| text.contains(word.as_str()))
    });
    found.sort_by(|one, other| {
        let key = |programme: &PublicProgramme| (fold(&programme.content.name), fold(&programme.college.name), programme.id);
        key(one).cmp(&key(other))
    });
    Ok(found)
}

/// One programme, and its intakes that begin or graduate from this month on.
pub async fn one(exchange: &Exchange, id: ProgrammeId) -> Result<(PublicProgramme, Vec<Cohort>)> {
    let conn = exchange.store.reader();
    let programme = programmes::find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let college = organisations::find(exchange, programme.college).await?;
    let (Some(content), true) = (programme.shown, is_shown(&college)) else {
        return Err(ExchangeError::NotFound);
    };
    let this = Month::of(exchange.clock.today());
    let mut cohorts = programmes::cohorts_of(conn, programme.college).await?;
    cohorts.retain(|cohort| cohort.programme == id && cohort.starts >= this);
    Ok((PublicProgramme { id, content, college }, cohorts))
}

/// A verified college and what it teaches.
pub async fn college(exchange: &Exchange, id: OrganisationId) -> Result<(OrganisationRecord, Vec<PublicProgramme>)> {
    let college = organisations::find(exchange, id).await?;
    if !is_shown(&college) {
        return Err(ExchangeError::NotFound);
    }
    let mut own = find(exchange, &ProgrammeQuery::default()).await?;
    own.retain(|programme| programme.college.id == id);
    Ok((college, own))
}
