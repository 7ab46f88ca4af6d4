//! A college's cohorts: one by one, or many from a spreadsheet.

use super::own_college;
use crate::Exchange;
use crate::error::{ExchangeError, Result};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::{CohortId, ProgrammeId};
use sanviec_domain::month::Month;
use sanviec_domain::text::fold;
use sanviec_domain::training::{BadCohort, Cohort, limits};
use sanviec_store::programmes::{self, ProgrammeRecord};
use sanviec_store::{Entity, Unit};

/// Rows of a file at most.
pub const ROWS: usize = 500;
/// Bytes of a file at most.
pub const BYTES: usize = 200_000;
/// The columns of a file, in the order of the sample.
pub const COLUMNS: [&str; 6] = ["chuong_trinh", "khoa", "khai_giang", "tot_nghiep", "so_hoc_vien", "chua_co_viec"];

/// A cohort as somebody wrote it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WrittenCohort {
    /// Its name.
    pub name: String,
    /// When it began.
    pub starts: String,
    /// When it graduates.
    pub graduates: String,
    /// How many learn.
    pub enrolled: String,
    /// How many have no work; all, where nothing is said.
    pub unplaced: String,
}

/// What is wrong with a written cohort.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CohortFault {
    /// The file names a programme that the college doesn't have.
    #[error("no such programme")]
    Programme,
    /// Not a month.
    #[error("when it begins is not a month")]
    Starts,
    /// Not a month.
    #[error("when it graduates is not a month")]
    Graduates,
    /// Its parts don't fit together.
    #[error(transparent)]
    Bad(#[from] BadCohort),
}

/// What came of a file.
#[derive(Debug, Default)]
pub struct CohortFile {
    /// How many cohorts it wrote.
    pub written: usize,
    /// The lines that were left out, by their number, and why.
    pub faults: Vec<(usize, CohortFault)>,
}

impl WrittenCohort {
    /// The cohort that is meant.
    fn read(&self, id: CohortId, programme: ProgrammeId) -> std::result::Result<Cohort, CohortFault> {
        let number = |written: &str| written.trim().replace('.', "").parse::<u32>();
        let enrolled = number(&self.enrolled).map_err(|_| BadCohort::Enrolled)?;
        let unplaced = if self.unplaced.trim().is_empty() {
            enrolled
        } else {
            number(&self.unplaced).map_err(|_| BadCohort::Unplaced)?
        };
        let cohort = Cohort {
            id,
            programme,
            name: sanviec_domain::text::tidy(&self.name),
            starts: Month::read(&self.starts).map_err(|_| CohortFault::Starts)?,
            graduates: Month::read(&self.graduates).map_err(|_| CohortFault::Graduates)?,
            enrolled,
            unplaced,
        };
        cohort.check()?;
        Ok(cohort)
    }
}

/// Writes a cohort of one's own college, new or known.
pub async fn put(exchange: &Exchange, actor: &Actor, programme: ProgrammeId, id: Option<CohortId>, written: &WrittenCohort) -> Result<std::result::Result<CohortId, CohortFault>> {
    allows(actor, Action::WriteProgrammes)?;
    let college = own_college(actor)?;
    let unit = exchange.begin(actor).await?;
    let own = programmes::find_of(unit.conn(), college, programme).await?;
    let own = own.ok_or_else(|| ExchangeError::not_ones_own("programme"))?;
    if let Some(id) = id {
        programmes::find_cohort(unit.conn(), college, id)
            .await?
            .ok_or_else(|| ExchangeError::not_ones_own("cohort"))?;
    }
    let id = id.unwrap_or_else(|| CohortId(unit.uuid()));
    let cohort = match written.read(id, programme) {
        Ok(cohort) => cohort,
        Err(fault) => return Ok(Err(fault)),
    };
    let id = write(&unit, &own, &cohort).await?;
    unit.save().await?;
    Ok(Ok(id))
}

async fn write(unit: &Unit, programme: &ProgrammeRecord, cohort: &Cohort) -> Result<CohortId> {
    let known = programmes::cohorts_of(unit.conn(), programme.college).await?;
    let of_it = known.iter().filter(|other| other.programme == programme.id && other.id != cohort.id);
    if of_it.count() as u64 >= limits::COHORTS {
        return Err(ExchangeError::NotNow("the programme has as many cohorts as it can".to_owned()));
    }
    let id = programmes::put_cohort(unit, programme.college, cohort).await?;
    let details = serde_json::json!({ "cohort": id, "enrolled": cohort.enrolled, "unplaced": cohort.unplaced });
    unit.audit("programme.cohort", Entity::Programme, programme.id.0, details);
    Ok(id)
}

/// Takes a cohort away.
pub async fn remove(exchange: &Exchange, actor: &Actor, id: CohortId) -> Result<()> {
    allows(actor, Action::WriteProgrammes)?;
    let college = own_college(actor)?;
    let unit = exchange.begin(actor).await?;
    let known = programmes::find_cohort(unit.conn(), college, id).await?;
    let known = known.ok_or_else(|| ExchangeError::not_ones_own("cohort"))?;
    programmes::remove_cohort(&unit, college, id).await?;
    let details = serde_json::json!({ "cohort": id, "removed": true });
    unit.audit("programme.cohort", Entity::Programme, known.programme.0, details);
    unit.save().await?;
    Ok(())
}

/// Reads cohorts from a table as spreadsheets give it, pasted or saved as CSV: the right rows are written, of
/// the others it is said why not.
pub async fn read_table(exchange: &Exchange, actor: &Actor, table: &str) -> Result<CohortFile> {
    allows(actor, Action::WriteProgrammes)?;
    let college = own_college(actor)?;
    let rows = crate::table::rows(table, BYTES, ROWS)?;
    let unit = exchange.begin(actor).await?;
    let own = programmes::of(unit.conn(), college, limits::PROGRAMMES).await?;
    let mut file = CohortFile::default();
    for (line, cells) in rows {
        let cell = |index: usize| cells.get(index).map(String::as_str).unwrap_or_default();
        if fold(cell(0)).replace(' ', "_") == COLUMNS[0] {
            continue;
        }
        let named = own.iter().find(|programme| fold(&programme.written.name) == fold(cell(0)));
        let Some(programme) = named else {
            file.faults.push((line, CohortFault::Programme));
            continue;
        };
        let written = WrittenCohort {
            name: cell(1).to_owned(),
            starts: cell(2).to_owned(),
            graduates: cell(3).to_owned(),
            enrolled: cell(4).to_owned(),
            unplaced: cell(5).to_owned(),
        };
        match written.read(CohortId(unit.uuid()), programme.id) {
            Ok(cohort) => {
                write(&unit, programme, &cohort).await?;
                file.written += 1;
            }
            Err(fault) => file.faults.push((line, fault)),
        }
    }
    unit.save().await?;
    Ok(file)
}
