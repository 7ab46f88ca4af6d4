//! One case with everything an officer needs to decide it.

use super::queue::{holds, name_of};
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use crate::vacancies::read::VacancyView;
use crate::vacancies::{revise, sea_orm_conn};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::contact::CitizenNumber;
use sanviec_domain::ids::{CaseId, OrganisationId, ProgrammeId, RevisionId, VacancyId};
use sanviec_domain::moderation::{CaseKind, CaseState};
use sanviec_domain::training::ProgrammeContent;
use sanviec_domain::vacancy::{VacancyContent, VacancyState};
use sanviec_store::Entity;
use sanviec_store::cases::CaseRecord;
use sanviec_store::history::HistoryLine;
use sanviec_store::organisation_facts::Proposal;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::reports::ReportRecord;
use std::collections::BTreeMap;
use uuid::Uuid;

/// How many reports of a case are shown.
const REPORTS: u64 = 100;

/// A case with what an officer needs to decide it.
pub struct CaseView {
    /// The case.
    pub case: CaseRecord,
    /// The vacancy as the public will see it, where the case is about one or about a change of one.
    pub vacancy: Option<VacancyView>,
    /// The programme as its college writes it, where the case is about one.
    pub programme: Option<ProgrammeContent>,
    /// Where the case is about a change that waits: the text that is published now.
    pub published: Option<VacancyContent>,
    /// The organisation the case belongs to.
    pub organisation: Option<OrganisationRecord>,
    /// Of an organisation: a new name and tax code that wait.
    pub proposal: Option<Proposal>,
    /// Of an organisation: the number of a person who employs; for those who decide.
    pub citizen: Option<CitizenNumber>,
    /// What people reported, the first first.
    pub reports: Vec<ReportRecord>,
    /// What officers wrote to each other.
    pub notes: Vec<super::notes::Note>,
    /// Who asked for a second opinion, by name.
    pub passed_by: Option<String>,
    /// Who holds the claim, by name.
    pub holder: Option<String>,
    /// Whether the reading officer holds it.
    pub is_mine: bool,
    /// What has happened to the subject.
    pub history: Vec<HistoryLine>,
    /// Earlier cases of the same subject, decided.
    pub earlier: Vec<CaseRecord>,
    /// Who decided each of those, by name.
    pub officers: Vec<String>,
    /// Published and refused vacancies of the employer: (state, count).
    pub employer_counts: BTreeMap<VacancyState, u64>,
}

/// What a case is about, as far as it is a vacancy.
struct Subject {
    vacancy: Option<VacancyView>,
    published: Option<VacancyContent>,
    earlier: Vec<CaseRecord>,
}

/// Opens a case to read it.
pub async fn open(exchange: &Exchange, actor: &Actor, id: CaseId) -> Result<CaseView> {
    allows(actor, Action::ReadQueue)?;
    let conn = exchange.store.reader();
    let case = sanviec_store::cases::find(conn, id).await?.ok_or(ExchangeError::NotFound)?;
    let organisation = match case.organisation {
        Some(organisation) => sanviec_store::organisations::find(conn, organisation).await?,
        None => None,
    };
    let (proposal, citizen) = match case.entity {
        Entity::Organisation => crate::organisations::officers::facts(exchange, actor, OrganisationId(case.subject)).await?,
        _ => (None, None),
    };
    let Subject { vacancy, published, mut earlier } = subject(conn, &case, organisation.as_ref()).await?;
    earlier.retain(|other| other.id != case.id);
    let employer_counts = match &organisation {
        Some(organisation) => sanviec_store::vacancies::of(organisation.id).counts(conn).await?,
        None => BTreeMap::new(),
    };
    let reports = match case.kind {
        CaseKind::Report => sanviec_store::reports::of_case(conn, case.id, REPORTS).await?,
        _ => Vec::new(),
    };
    let programme = match case.entity {
        Entity::Programme => sanviec_store::programmes::find(conn, ProgrammeId(case.subject)).await?.map(|found| found.written),
        _ => None,
    };
    let passed_by = match case.passed_by {
        Some(officer) => name_of(exchange, officer).await?,
        None => None,
    };
    let notes = super::notes::of(exchange, case.id).await?;
    let is_held = holds(&case, exchange.now());
    let holder = match case.claimed_by {
        Some(person) if is_held => name_of(exchange, person).await?,
        _ => None,
    };
    let is_mine = case.state == CaseState::Claimed && actor.person().is_some() && case.claimed_by == actor.person() && is_held;
    let history = sanviec_store::history::of(conn, case.entity, case.subject).await?;
    let mut officers = Vec::with_capacity(earlier.len());
    for decided in &earlier {
        officers.push(match decided.decided_by {
            Some(person) => name_of(exchange, person).await?.unwrap_or_default(),
            None => String::new(),
        });
    }
    Ok(CaseView {
        case,
        vacancy,
        programme,
        published,
        organisation,
        proposal,
        citizen,
        reports,
        notes,
        passed_by,
        holder,
        is_mine,
        history,
        earlier,
        officers,
        employer_counts,
    })
}

async fn subject(conn: &impl sea_orm_conn::Conn, case: &CaseRecord, employer: Option<&OrganisationRecord>) -> Result<Subject> {
    let (Entity::Vacancy | Entity::Revision, Some(employer)) = (case.entity, employer) else {
        return Ok(Subject {
            vacancy: None,
            published: None,
            earlier: sanviec_store::cases::history_for(conn, case.entity, case.subject).await?,
        });
    };
    let revision = match case.entity {
        Entity::Revision => Some(sanviec_store::revisions::find(conn, RevisionId(case.subject)).await?.ok_or(ExchangeError::NotFound)?),
        _ => None,
    };
    let id = revision.as_ref().map_or(VacancyId(case.subject), |revision| revision.vacancy);
    let vacancy = sanviec_store::vacancies::find(conn, id).await?;
    // What was decided about the vacancy before and about its changes belongs together.
    let revisions: Vec<Uuid> = sanviec_store::revisions::of_vacancy(conn, id).await?.iter().map(|revision| revision.id.0).collect();
    let mut earlier = sanviec_store::cases::history_for(conn, Entity::Vacancy, id.0).await?;
    earlier.extend(sanviec_store::cases::history_of_many(conn, Entity::Revision, &revisions).await?);
    earlier.sort_by_key(|case| std::cmp::Reverse(case.id));
    let mut view = vacancy.map(|vacancy| VacancyView {
        vacancy,
        employer: employer.clone(),
    });
    let mut published = None;
    if let (Some(view), Some(revision)) = (&mut view, revision) {
        let next = revise::applied(&view.vacancy.content, &revision.content);
        let old = std::mem::replace(&mut view.vacancy.content, next);
        // Of a change that is decided nobody knows any more what the text was before.
        published = Some(old).filter(|_| case.state != CaseState::Decided);
    }
    Ok(Subject {
        vacancy: view,
        published,
        earlier,
    })
}
