//! Vacancies into files that [`crate::import`] reads back to the same vacancies.

use crate::import::cell::{
    guard, write_allowances, write_bus, write_date, write_dormitory, write_flag, write_foreign, write_list, write_range, write_skills, write_time, write_word, write_words,
};
use crate::import::columns::Column;
use crate::import::places::write_place;
use sanviec_domain::contact::TaxCode;
use sanviec_domain::reference::Reference;
use sanviec_domain::vacancy::VacancyContent;
use serde::Serialize;
use serde_json::{Map, Value};
use std::io::{self, Write};

/// A vacancy as it leaves the house.
#[derive(Clone, Copy, Debug)]
pub struct ExportRow<'r> {
    /// The employer's own name of the vacancy, or ours.
    pub external_reference: &'r str,
    /// The employer's tax code, where it is known.
    pub employer_tax_code: Option<&'r TaxCode>,
    /// The employer's name.
    pub employer_name: &'r str,
    /// What the vacancy says.
    pub content: &'r VacancyContent,
}

/// Writes one line of JSON with typed values; what is empty is left out.
pub fn write_jsonl(out: &mut impl Write, row: &ExportRow<'_>) -> io::Result<()> {
    #[derive(Serialize)]
    struct Line<'l> {
        external_reference: &'l str,
        #[serde(skip_serializing_if = "Option::is_none")]
        employer_tax_code: Option<&'l TaxCode>,
        #[serde(skip_serializing_if = "str::is_empty")]
        employer_name: &'l str,
        vacancy: Value,
    }
    let line = Line {
        external_reference: row.external_reference,
        employer_tax_code: row.employer_tax_code,
        employer_name: row.employer_name,
        vacancy: without_empty(serde_json::to_value(row.content)?).unwrap_or_else(|| Value::Object(Map::new())),
    };
    serde_json::to_writer(&mut *out, &line)?;
    out.write_all(b"\n")
}

/// The fields of a vacancy that say something. Only the outermost level and the structs that have
/// defaults for all their fields are thinned: inside other values an empty field may be required.
fn without_empty(value: Value) -> Option<Value> {
    let Value::Object(fields) = value else { return Some(value) };
    let thinned: Map<String, Value> = fields
        .into_iter()
        .filter_map(|(key, value)| {
            let value = match key.as_str() {
                "pay" | "conditions" | "overtime" => without_empty(value)?,
                _ => value,
            };
            let empty = match &value {
                Value::Null | Value::Bool(false) => true,
                Value::String(text) => text.is_empty(),
                Value::Array(values) => values.is_empty(),
                _ => false,
            };
            if empty { None } else { Some((key, value)) }
        })
        .collect();
    if thinned.is_empty() { None } else { Some(Value::Object(thinned)) }
}

/// Writes vacancies as a table.
pub struct CsvExport<'r, W: Write> {
    writer: csv::Writer<W>,
    reference: &'r Reference,
}

impl<W: Write> std::fmt::Debug for CsvExport<'_, W> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("CsvExport")
    }
}

/// The columns that the export writes: all but those that say the same as another.
pub fn columns() -> impl Iterator<Item = Column> {
    const SAID_OTHERWISE: [Column; 7] = [
        Column::OccupationLevel1,
        Column::OccupationLevel2,
        Column::OccupationLevel3,
        Column::Place,
        Column::Wage,
        Column::WageBand,
        Column::Hours,
    ];
    Column::ALL.iter().copied().filter(|column| !SAID_OTHERWISE.contains(column))
}

impl<'r, W: Write> CsvExport<'r, W> {
    /// Begins a table: the byte order mark by which Excel knows UTF-8, and the headers.
    pub fn new(mut out: W, reference: &'r Reference) -> csv::Result<Self> {
        out.write_all("\u{feff}".as_bytes())?;
        let mut writer = csv::Writer::from_writer(out);
        writer.write_record(columns().map(Column::label))?;
        Ok(Self { writer, reference })
    }

    /// Writes one vacancy.
    pub fn write(&mut self, row: &ExportRow<'_>) -> csv::Result<()> {
        self.writer.write_record(table_row(row, self.reference))
    }

    /// Writes what is still held back.
    pub fn finish(self) -> io::Result<W> {
        self.writer.into_inner().map_err(csv::IntoInnerError::into_error)
    }
}

/// The cells of one vacancy, in the order of [`columns`].
pub fn table_row(row: &ExportRow<'_>, reference: &Reference) -> Vec<String> {
    columns().map(|column| guard(cell(column, row, reference))).collect()
}

/// One cell.
fn cell(column: Column, row: &ExportRow<'_>, reference: &Reference) -> String {
    let content = row.content;
    let (pay, conditions, contact) = (&content.pay, &content.conditions, content.contact.as_ref());
    let number = |number: Option<i64>| number.map(|number| number.to_string()).unwrap_or_default();
    let place = |part: usize| content.place.as_ref().map(|place| write_place(place, reference)[part].clone()).unwrap_or_default();
    match column {
        Column::Reference => row.external_reference.to_owned(),
        Column::TaxCode => row.employer_tax_code.map(TaxCode::to_string).unwrap_or_default(),
        Column::EmployerName => row.employer_name.to_owned(),
        Column::Title => content.title.clone(),
        Column::Openings => number(content.openings.map(i64::from)),
        Column::Description => content.description.clone(),
        Column::Requirements => content.requirements.clone(),
        Column::Occupation => content.occupation.clone().unwrap_or_default(),
        Column::OccupationConfirmed => write_flag(content.occupation_confirmed),
        Column::Position => content.position.map(write_word).unwrap_or_default(),
        Column::Schooling => content.schooling.map(write_word).unwrap_or_default(),
        Column::Qualification => content.qualification.map(write_word).unwrap_or_default(),
        Column::Major => content.qualification_major.clone(),
        Column::OtherTraining => write_list(&content.other_training),
        Column::SkillLevel => content.skill_level.clone(),
        Column::Languages => write_skills(&content.languages),
        Column::Computer => write_skills(&content.computer),
        Column::SoftSkills => write_words(&content.soft_skills),
        Column::Experience => content.experience.map(write_word).unwrap_or_default(),
        Column::Province => place(0),
        Column::Commune => place(1),
        Column::Park => place(2),
        Column::Street => content.place.as_ref().map(|place| place.street.clone()).unwrap_or_default(),
        Column::Contract => content.contract.map(write_word).unwrap_or_default(),
        Column::Extra => write_words(&content.extra),
        Column::WorkTime => content.work_time.map(write_word).unwrap_or_default(),
        Column::Purpose => content.purpose.map(write_word).unwrap_or_default(),
        Column::BasicWage => number(pay.basic.map(|amount| amount.0)),
        Column::Income => pay.usual.map(write_range).unwrap_or_default(),
        Column::DayWage => pay.day.map(write_range).unwrap_or_default(),
        Column::HourWage => pay.hour.map(write_range).unwrap_or_default(),
        Column::Negotiable => write_flag(pay.negotiable),
        Column::Commission => write_flag(pay.commission),
        Column::PieceRate => write_flag(pay.piece_rate),
        Column::ForeignWage => pay.foreign.as_ref().map(write_foreign).unwrap_or_default(),
        Column::Allowances => write_allowances(&pay.allowances),
        Column::PayDay => number(pay.pay_day.map(i64::from)),
        Column::ThirteenthMonth => write_flag(pay.thirteenth_month),
        Column::Meals => content.meals.map(write_word).unwrap_or_default(),
        Column::Benefits => write_words(&content.benefits),
        Column::BenefitsOther => content.benefits_other.clone(),
        Column::Setting => conditions.setting.map(write_word).unwrap_or_default(),
        Column::Lifting => conditions.lifting.map(write_word).unwrap_or_default(),
        Column::Standing => conditions.standing.map(write_word).unwrap_or_default(),
        Column::Hearing => conditions.hearing.map(write_word).unwrap_or_default(),
        Column::Sight => conditions.sight.map(write_word).unwrap_or_default(),
        Column::Handwork => conditions.handwork.map(write_word).unwrap_or_default(),
        Column::TwoHands => write_words(&conditions.two_hands),
        Column::Priority => write_words(&content.priority),
        Column::RecruitModes => write_words(&content.recruit_modes),
        Column::Deadline => content.deadline.map(write_date).unwrap_or_default(),
        Column::Services => write_words(&content.services),
        Column::ContactName => contact.map(|contact| contact.name.to_string()).unwrap_or_default(),
        Column::ContactTitle => contact.map(|contact| contact.title.clone()).unwrap_or_default(),
        Column::ContactPhone => contact.map(|contact| contact.phone.spaced()).unwrap_or_default(),
        Column::ContactEmail => contact.and_then(|contact| contact.email.as_ref()).map(ToString::to_string).unwrap_or_default(),
        Column::NotifySms => write_flag(contact.is_some_and(|contact| contact.notify_sms)),
        Column::NotifyEmail => write_flag(contact.is_some_and(|contact| contact.notify_email)),
        Column::OtherContact => contact.map(|contact| contact.other.clone()).unwrap_or_default(),
        Column::Shift => content.shift.map(write_word).unwrap_or_default(),
        Column::HoursFrom => content.hours_from.map(write_time).unwrap_or_default(),
        Column::HoursTo => content.hours_to.map(write_time).unwrap_or_default(),
        Column::HoursPerWeek => number(content.hours_per_week.map(i64::from)),
        Column::OvertimeMonth => number(content.overtime.hours_per_month.map(i64::from)),
        Column::OvertimeYear => number(content.overtime.hours_per_year.map(i64::from)),
        Column::DaysOff => content.days_off.map(write_word).unwrap_or_default(),
        Column::Bus => write_bus(&content.bus),
        Column::Dormitory => content.dormitory.as_ref().map(write_dormitory).unwrap_or_default(),
        Column::Probation => number(content.probation.map(|probation| i64::from(probation.days))),
        Column::ProbationPay => number(content.probation.map(|probation| i64::from(probation.pay_percent))),
        Column::Starts => content.starts.map(write_date).unwrap_or_default(),
        Column::Papers => write_list(&content.papers),
        Column::LeastAge => number(content.least_age.map(i64::from)),
        Column::AbroadLicence => content.abroad_licence.clone().unwrap_or_default(),
        // Said by other columns; see `columns`.
        Column::OccupationLevel1 | Column::OccupationLevel2 | Column::OccupationLevel3 | Column::Place | Column::Wage | Column::WageBand | Column::Hours => String::new(),
    }
}
