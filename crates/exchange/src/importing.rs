//! Taking vacancies in from a file: the rows that [`crate::import`] understood become vacancies of
//! their employers. A row is known by its employer and external reference, so a second run of the
//! same file changes nothing.

use crate::error::{ExchangeError, Result};
use crate::import::{FileError, ImportRow, Limits, RowFault, RowRefused, Source};
use crate::vacancies::change::Facts;
use crate::vacancies::{guard_holds, judge};
use crate::{Exchange, vacancies};
use sanviec_domain::access::{Action, Actor, allows};
use sanviec_domain::ids::{OrganisationId, VacancyId, VacancyNumber};
use sanviec_domain::lifecycle::{Party, decide};
use sanviec_domain::organisation::{OrganisationKind, OrganisationProfile, OrganisationState, Subject};
use sanviec_domain::text::fold;
use sanviec_domain::vacancy::{Fault, Field, VacancyCommand, VacancyLife, VacancyState};
use sanviec_domain::vocabulary::Vocabulary;
use sanviec_store::organisations::OrganisationRecord;
use sanviec_store::vacancies::VacancyRecord;
use sanviec_store::{ChangeKind, Entity, Unit};
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// Rows of one unit of work.
const CHUNK: usize = 500;

/// What became of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowOutcome {
    /// A new vacancy.
    Imported,
    /// A vacancy of the same reference, changed.
    Updated,
    /// A vacancy of the same reference that says the same.
    Unchanged,
    /// Refused, with the fields and reasons.
    Refused(RowRefused),
}

/// A line of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowReport {
    /// The line in the file.
    pub line: u64,
    /// The row's reference.
    pub reference: String,
    /// What became of it.
    pub outcome: RowOutcome,
}

/// How many rows went which way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// New vacancies.
    pub imported: u64,
    /// Changed vacancies.
    pub updated: u64,
    /// Rows that changed nothing.
    pub unchanged: u64,
    /// Refused rows.
    pub refused: u64,
}

/// Why nothing was imported.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The file itself can't be read.
    #[error("{0}")]
    File(#[from] FileError),
    /// The exchange.
    #[error(transparent)]
    Exchange(#[from] ExchangeError),
}

/// What is told while a file is imported.
pub trait Progress {
    /// The file is whole; it has so many rows.
    fn opened(&mut self, total: u64);
    /// What became of a row; told after its unit is saved.
    fn row(&mut self, report: &RowReport);
}

/// Imports a file, a few hundred rows a unit of work.
pub async fn run(exchange: &Exchange, actor: &Actor, file: &Path, limits: Limits, progress: &mut impl Progress) -> std::result::Result<Totals, ImportError> {
    allows(actor, Action::Operate).map_err(ExchangeError::from)?;
    // Reading and parsing is blocking work: it goes on in its own thread, a few chunks ahead.
    let (send, mut receive) = tokio::sync::mpsc::channel(2);
    let (opened, when_opened) = tokio::sync::oneshot::channel();
    let (reference, file) = (exchange.reference.clone(), file.to_owned());
    let reader = tokio::task::spawn_blocking(move || {
        let rows = match Source::open(&file, &reference, limits) {
            Ok(rows) => rows,
            Err(error) => {
                let _ = opened.send(Err(error));
                return;
            }
        };
        let _ = opened.send(Ok(rows.total()));
        let mut chunk = Vec::with_capacity(CHUNK);
        for row in rows {
            chunk.push(row);
            if chunk.len() == CHUNK && send.blocking_send(std::mem::take(&mut chunk)).is_err() {
                return;
            }
        }
        let _ = send.blocking_send(chunk);
    });
    let total = when_opened.await.map_err(|_| ExchangeError::Internal("the reader ended".to_owned()))??;
    progress.opened(total);
    let mut totals = Totals::default();
    while let Some(chunk) = receive.recv().await {
        for line in take_in(exchange, actor, chunk).await? {
            match line.outcome {
                RowOutcome::Imported => totals.imported += 1,
                RowOutcome::Updated => totals.updated += 1,
                RowOutcome::Unchanged => totals.unchanged += 1,
                RowOutcome::Refused(_) => totals.refused += 1,
            }
            progress.row(&line);
        }
    }
    reader.await.map_err(|error| ExchangeError::Internal(error.to_string()))?;
    Ok(totals)
}

/// One unit of work.
async fn take_in(exchange: &Exchange, actor: &Actor, chunk: Vec<std::result::Result<ImportRow, RowRefused>>) -> Result<Vec<RowReport>> {
    let mut reports = Vec::with_capacity(chunk.len());
    let mut rows = Vec::with_capacity(chunk.len());
    for row in chunk {
        match row {
            Ok(row) => rows.push(row),
            Err(refused) => reports.push(RowReport {
                line: refused.line,
                reference: refused.reference.clone().unwrap_or_default(),
                outcome: RowOutcome::Refused(refused),
            }),
        }
    }
    let unit = exchange.begin(actor).await?;
    let employers = employers(&unit, &rows).await?;
    let ids: Vec<OrganisationId> = employers.by_key.values().map(|employer| employer.id).collect();
    let references: Vec<String> = rows.iter().map(|row| row.external_reference.clone()).collect();
    let known = sanviec_store::vacancies::references(unit.conn(), &ids, &references).await?;
    let known: Vec<VacancyId> = known.into_values().collect();
    let known = sanviec_store::vacancies::many(unit.conn(), &known).await?;
    let mut known: HashMap<(OrganisationId, String), VacancyRecord> = known
        .into_iter()
        .filter_map(|vacancy| Some(((vacancy.employer, vacancy.external_reference.clone()?), vacancy)))
        .collect();
    let mut new = Vec::new();
    for row in rows {
        let (line, reference) = (row.line, row.external_reference.clone());
        let outcome = match employers.of(&row) {
            None => refuse(&row, Field::EmployerName, Fault::Missing, &row.employer_name),
            Some(employer) => one(exchange, &unit, row, employer, known.remove(&(employer.id, reference.clone())), &mut new).await?,
        };
        reports.push(RowReport { line, reference, outcome });
    }
    if !new.is_empty() {
        number_and_insert(&unit, new).await?;
    }
    unit.save().await?;
    reports.sort_by_key(|report| report.line);
    Ok(reports)
}

/// Decides what a row does. New vacancies are collected, to be inserted together.
async fn one(exchange: &Exchange, unit: &Unit, row: ImportRow, employer: &OrganisationRecord, known: Option<VacancyRecord>, new: &mut Vec<VacancyRecord>) -> Result<RowOutcome> {
    let mut content = row.content.clone();
    if content.occupation.is_none() {
        vacancies::write::propose_occupation(exchange, &mut content);
    }
    if let Some(known) = &known
        && known.content == content
    {
        return Ok(RowOutcome::Unchanged);
    }
    let verdict = judge(exchange, &content, employer);
    if !verdict.errors.is_empty() {
        let fault = |error: sanviec_domain::vacancy::DraftError| RowFault {
            column: error.field.key().to_owned(),
            field: error.field,
            fault: error.fault,
            written: String::new(),
        };
        return Ok(refused(row.line, row.external_reference, verdict.errors.into_iter().map(fault).collect()));
    }
    let today = unit.today();
    let from = known.as_ref().map_or(VacancyState::Draft, |known| known.state);
    let published = from == VacancyState::Published;
    let moved = decide::<VacancyLife>(from, VacancyCommand::Import, Party::System, |guard| {
        guard_holds(guard, &content, employer, today, Facts::complete(true))
    });
    let state = match moved {
        Ok(moved) => moved.to,
        // A published vacancy takes the centre's own new text at once.
        Err(_) if published => VacancyState::Published,
        Err(_) if employer.state != OrganisationState::Verified => return Ok(refuse(&row, Field::EmployerTaxCode, Fault::NotVerified, &employer.name)),
        Err(_) => return Ok(refuse(&row, Field::ExternalReference, Fault::NotNow, from.key())),
    };
    match known {
        Some(mut known) => {
            known.content = content;
            known.state = state;
            known.published_at = known.published_at.or(Some(unit.now()));
            sanviec_store::vacancies::update(unit, &known).await?;
            unit.history(Entity::Vacancy, known.id.0, Some(from.key()), VacancyCommand::Import.key(), state.key(), None);
            unit.changed(Entity::Vacancy, known.id.0, ChangeKind::Put);
            Ok(RowOutcome::Updated)
        }
        None => {
            new.push(VacancyRecord {
                id: VacancyId(unit.uuid()),
                number: VacancyNumber(0),
                employer: employer.id,
                state,
                content,
                external_reference: Some(row.external_reference),
                closed_reason: None,
                version: 1,
                created_by: unit.actor().person(),
                created_at: unit.now(),
                updated_at: unit.now(),
                submitted_at: None,
                published_at: Some(unit.now()),
                closed_at: None,
            });
            Ok(RowOutcome::Imported)
        }
    }
}

async fn number_and_insert(unit: &Unit, mut new: Vec<VacancyRecord>) -> Result<()> {
    let first = sanviec_store::vacancies::next_numbers(unit, new.len()).await?;
    for (offset, vacancy) in new.iter_mut().enumerate() {
        vacancy.number = VacancyNumber(first.0 + offset as i64);
        unit.history(Entity::Vacancy, vacancy.id.0, None, VacancyCommand::Import.key(), vacancy.state.key(), None);
        unit.changed(Entity::Vacancy, vacancy.id.0, ChangeKind::Put);
    }
    sanviec_store::vacancies::insert_many(unit, new).await?;
    Ok(())
}

/// The employers of a chunk, found or made: by tax code where there is one, else by name.
struct Employers {
    by_key: HashMap<String, OrganisationRecord>,
}

impl Employers {
    fn key(row: &ImportRow) -> Option<String> {
        match &row.employer_tax_code {
            Some(code) => Some(code.to_string()),
            None if row.employer_name.is_empty() => None,
            None => Some(fold(&row.employer_name)),
        }
    }

    fn of(&self, row: &ImportRow) -> Option<&OrganisationRecord> {
        self.by_key.get(&Self::key(row)?)
    }
}

async fn employers(unit: &Unit, rows: &[ImportRow]) -> Result<Employers> {
    let mut by_key: HashMap<String, OrganisationRecord> = HashMap::new();
    let codes: Vec<_> = rows.iter().filter_map(|row| row.employer_tax_code.clone()).collect::<HashSet<_>>().into_iter().collect();
    for employer in sanviec_store::organisations::by_tax_codes(unit.conn(), &codes).await? {
        if let Some(code) = &employer.tax_code {
            by_key.insert(code.to_string(), employer);
        }
    }
    let names: Vec<String> = rows
        .iter()
        .filter(|row| row.employer_tax_code.is_none())
        .filter_map(Employers::key)
        .collect::<HashSet<_>>()
        .into_iter()
        .collect();
    for employer in sanviec_store::organisations::by_folded_names(unit.conn(), &names).await? {
        by_key.entry(fold(&employer.name)).or_insert(employer);
    }
    let mut new = Vec::new();
    for row in rows {
        let Some(key) = Employers::key(row) else { continue };
        if by_key.contains_key(&key) || row.employer_name.is_empty() {
            continue;
        }
        {
            let made = imported_employer(unit, row);
            unit.changed(Entity::Organisation, made.id.0, ChangeKind::Put);
            unit.history(Entity::Organisation, made.id.0, None, "import", made.state.key(), None);
            new.push(made.clone());
            by_key.insert(key, made);
        }
    }
    if !new.is_empty() {
        sanviec_store::organisations::insert_many(unit, new).await?;
    }
    Ok(Employers { by_key })
}

/// An employer that comes with an imported row counts as verified: the centre imports its own
/// records of employers it knows.
fn imported_employer(unit: &Unit, row: &ImportRow) -> OrganisationRecord {
    let contact = row.content.contact.as_ref();
    let profile = OrganisationProfile {
        subject: Some(Subject::Enterprise),
        place: row.content.place.clone(),
        phone: contact.map(|contact| contact.phone.clone()),
        email: contact.and_then(|contact| contact.email.clone()),
        ..OrganisationProfile::default()
    };
    OrganisationRecord {
        id: OrganisationId(unit.uuid()),
        kind: OrganisationKind::Employer,
        state: OrganisationState::Verified,
        name: row.employer_name.clone(),
        tax_code: row.employer_tax_code.clone(),
        profile,
        trusted: false,
        sample: row.employer_name.contains("(mẫu)"),
        version: 1,
        created_at: unit.now(),
        updated_at: unit.now(),
    }
}

fn refuse(row: &ImportRow, field: Field, fault: Fault, written: &str) -> RowOutcome {
    refused(
        row.line,
        row.external_reference.clone(),
        vec![RowFault {
            column: field.key().to_owned(),
            field,
            fault,
            written: written.to_owned(),
        }],
    )
}

fn refused(line: u64, reference: String, errors: Vec<RowFault>) -> RowOutcome {
    RowOutcome::Refused(RowRefused {
        line,
        reference: Some(reference),
        errors,
        details: Vec::new(),
    })
}
