//! Reading partnerships: one's own, and all of them for the centre.

use crate::error::{ExchangeError, Result};
use crate::matching;
use crate::training::public::{self, PublicProgramme, organisations_of};
use crate::{Exchange, organisations};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::demand::DemandContent;
use sanviec_domain::ids::{OrganisationId, PartnershipId};
use sanviec_domain::matching::Score;
use sanviec_domain::organisation::OrganisationState;
use sanviec_domain::partnership::{PartnershipState, Side};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::agreements::AgreementRecord;
use sanviec_store::history::HistoryLine;
use sanviec_store::partnership_files::PartnershipFile;
use sanviec_store::partnership_meetings::MeetingRecord;
use sanviec_store::partnerships::{self, MessageLine, PartnershipRecord};
use sanviec_store::{Entity, OrganisationRecord};
use std::collections::{BTreeMap, HashMap};

/// Rows of a list.
pub const ROWS: u64 = 200;
/// Messages shown.
const MESSAGES: u64 = 200;

/// A row of a list.
pub struct PartnershipRow {
    /// The partnership.
    pub partnership: PartnershipRecord,
    /// The business's name.
    pub business: String,
    /// The college's.
    pub college: String,
    /// What it is about, in a few words.
    pub about: String,
}

/// A partnership with what belongs to it.
pub struct PartnershipView {
    /// The partnership.
    pub partnership: PartnershipRecord,
    /// The side that the reader is on.
    pub side: Option<Side>,
    /// The business.
    pub business: OrganisationRecord,
    /// The college.
    pub college: OrganisationRecord,
    /// The need.
    pub demand: Option<DemandContent>,
    /// The programme.
    pub programme: Option<PublicProgramme>,
    /// How well the two fit, as things are.
    pub score: Option<Score>,
    /// What was said, with who said it.
    pub messages: Vec<(MessageLine, String)>,
    /// What happened.
    pub history: Vec<HistoryLine>,
    /// Its agreements, the newest first.
    pub agreements: Vec<AgreementRecord>,
    /// Its meetings, the one that begins first first.
    pub meetings: Vec<MeetingRecord>,
    /// Its files, signed copies of its agreements among them, the first added first.
    pub files: Vec<PartnershipFile>,
}

pub(crate) async fn rows(exchange: &Exchange, found: Vec<PartnershipRecord>) -> Result<Vec<PartnershipRow>> {
    let conn = exchange.store.reader();
    let ids: Vec<OrganisationId> = found.iter().flat_map(|one| [one.sides.business, one.sides.college]).collect();
    let names: HashMap<OrganisationId, OrganisationRecord> = organisations_of(exchange, &ids).await?;
    let name = |id: OrganisationId| names.get(&id).map(|organisation| organisation.name.clone()).unwrap_or_default();
    let programmes = public::all(exchange).await?;
    let mut rows = Vec::with_capacity(found.len());
    for partnership in found {
        let programme = programmes.iter().find(|programme| Some(programme.id) == partnership.programme);
        let about = match (partnership.demand, programme) {
            (Some(demand), _) => sanviec_store::demands::find(conn, demand).await?.map(|demand| demand.content.title),
            (None, Some(programme)) => Some(programme.content.name.clone()),
            (None, None) => None,
        };
        rows.push(PartnershipRow {
            business: name(partnership.sides.business),
            college: name(partnership.sides.college),
            about: about.unwrap_or_default(),
            partnership,
        });
    }
    Ok(rows)
}

/// Those in which one's own organisation is a side, the one that moved last first.
pub async fn own(exchange: &Exchange, actor: &Actor) -> Result<Vec<PartnershipRow>> {
    allows(actor, Action::ReadPartnerships)?;
    let own = actor.organisation().ok_or(ExchangeError::NotFound)?;
    let found = partnerships::of(exchange.store.reader(), own, ROWS).await?;
    rows(exchange, found).await
}

/// Those of some states for the centre, the longest silent first, with how many stand in each state.
pub async fn all(exchange: &Exchange, actor: &Actor, states: &[PartnershipState]) -> Result<(Vec<PartnershipRow>, BTreeMap<PartnershipState, u64>)> {
    allows(actor, Action::Broker)?;
    let conn = exchange.store.reader();
    let states = if states.is_empty() { PartnershipState::ALL } else { states };
    let found = partnerships::in_states(conn, states, ROWS).await?;
    Ok((rows(exchange, found).await?, partnerships::counts(conn).await?))
}

/// The record of one, for one of its sides or for the centre.
pub(crate) async fn found(exchange: &Exchange, actor: &Actor, id: PartnershipId) -> Result<PartnershipRecord> {
    let conn = exchange.store.reader();
    allows(actor, Action::ReadPartnerships)?;
    let found = match actor {
        Actor::Staff { .. } => partnerships::find(conn, id).await?,
        _ => {
            let own = actor.organisation().ok_or(ExchangeError::NotFound)?;
            partnerships::find_of(conn, own, id).await?
        }
    };
    found.ok_or_else(|| ExchangeError::not_ones_own("partnership"))
}

/// A partnership for one of its sides, or for the centre.
pub async fn one(exchange: &Exchange, actor: &Actor, id: PartnershipId) -> Result<PartnershipView> {
    let conn = exchange.store.reader();
    let partnership = found(exchange, actor, id).await?;
    let side = actor.organisation().and_then(|own| partnership.sides.side(own));
    let business = organisations::find(exchange, partnership.sides.business).await?;
    let college = organisations::find(exchange, partnership.sides.college).await?;
    let demand = match partnership.demand {
        Some(demand) => sanviec_store::demands::find(conn, demand).await?.map(|demand| demand.content),
        None => None,
    };
    let programme = match partnership.programme {
        Some(programme) => public::one(exchange, programme).await.ok().map(|(programme, _)| programme),
        None => None,
    };
    let score = match (&demand, &programme) {
        (Some(demand), Some(programme)) => matching::best(exchange, partnership.sides.business, demand, programme).await?,
        _ => None,
    };
    let mut messages = Vec::new();
    let mut known: HashMap<_, String> = HashMap::new();
    for line in partnerships::said(conn, id, MESSAGES).await? {
        let name = match line.person {
            Some(person) => match known.get(&person) {
                Some(name) => name.clone(),
                None => {
                    let name = crate::moderation::queue::name_of(exchange, person).await?.unwrap_or_default();
                    known.insert(person, name.clone());
                    name
                }
            },
            None => String::new(),
        };
        messages.push((line, name));
    }
    Ok(PartnershipView {
        history: sanviec_store::history::of(conn, Entity::Partnership, id.0).await?,
        agreements: sanviec_store::agreements::of(conn, id).await?,
        meetings: sanviec_store::partnership_meetings::of(conn, id).await?,
        files: sanviec_store::partnership_files::of(conn, id).await?,
        partnership,
        side,
        business,
        college,
        demand,
        programme,
        score,
        messages,
    })
}

/// The names of the verified businesses with which a college has a signed agreement: public, as the signature
/// itself is a public matter; its terms are not.
pub async fn signed_partners(exchange: &Exchange, college: OrganisationId) -> Result<Vec<String>> {
    let found = partnerships::of(exchange.store.reader(), college, ROWS).await?;
    let signed: Vec<OrganisationId> = found
        .into_iter()
        .filter(|one| matches!(one.state, PartnershipState::Signed | PartnershipState::Active | PartnershipState::Completed))
        .map(|one| one.sides.business)
        .collect();
    let mut names: Vec<String> = organisations_of(exchange, &signed)
        .await?
        .into_values()
        .filter(|business| business.state == OrganisationState::Verified)
        .map(|business| business.name)
        .collect();
    names.sort_by_key(|name| sanviec_domain::text::fold(name));
    Ok(names)
}
