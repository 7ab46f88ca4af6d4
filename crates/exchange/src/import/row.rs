//! From the cells of one row to a vacancy, or to everything that is wrong with it.

use super::cell::{
    self, Reading, check_range, read_amount, read_contract, read_count, read_date, read_experience, read_flag, read_hours, read_list, read_number, read_range, read_shift,
    read_skills, read_time, read_word, read_words, read_work_time,
};
use super::columns::Column;
use super::places::PlaceReader;
use super::{Detail, ImportRow, Note, RowFault, RowRefused};
use sanviec_domain::contact::{ContactError, Email, PersonName, Phone, TaxCode};
use sanviec_domain::money::{Vnd, VndRange};
use sanviec_domain::pay::{Pay, band_range};
use sanviec_domain::reference::Reference;
use sanviec_domain::text::{tidy, tidy_line};
use sanviec_domain::vacancy::{Fault, Field, Probation, RecruitContact, VacancyContent, limits};
use sanviec_domain::vocabulary::{Vocabulary, WageBand};
use sanviec_domain::written::{WageUnread, read_wage};
use std::collections::HashMap;

/// The longest employer name taken, in characters.
const EMPLOYER_NAME: usize = 200;
/// The longest reference taken, in characters.
const REFERENCE: usize = 100;
/// Characters of a refused cell that are repeated in the report.
const WRITTEN: usize = 120;

/// The cells of one row: texts by column, empty ones left out. In JSON a list or an object arrives
/// here as its JSON text.
#[derive(Debug, Default)]
pub struct Cells {
    /// The line in the file, from 1.
    pub line: u64,
    /// The cells.
    pub texts: HashMap<Column, String>,
    /// A whole vacancy with typed values, as `export` and `generate` write it.
    pub typed: Option<Box<VacancyContent>>,
    /// What was wrong already when the cells were taken out of the line.
    pub faults: Vec<(RowFault, Detail)>,
}

/// Reads rows; keeps what was read before, since files say the same places and titles many times.
#[derive(Debug)]
pub struct RowReader<'r> {
    reference: &'r Reference,
    places: PlaceReader<'r>,
    occupations: HashMap<String, Option<(String, String)>>,
}

/// One row while it is read.
struct Row<'c> {
    cells: &'c Cells,
    faults: Vec<(RowFault, Detail)>,
    notes: Vec<Note>,
}

impl Row<'_> {
    fn text(&self, column: Column) -> Option<&str> {
        self.cells.texts.get(&column).map(String::as_str)
    }

    fn refuse(&mut self, column: Column, fault: Fault, detail: Detail) {
        let written = self.text(column).unwrap_or_default().chars().take(WRITTEN).collect();
        self.faults.push((
            RowFault {
                column: column.label().to_owned(),
                field: column.field(),
                fault,
                written,
            },
            detail,
        ));
    }

    /// The value of a cell; a fault is noted and the value left out.
    fn read<T>(&mut self, column: Column, read: impl FnOnce(&str) -> Reading<T>) -> Option<T> {
        let reading = read(self.text(column)?);
        reading.map_err(|fault| self.refuse(column, fault, Detail::None)).ok()
    }

    fn set<T>(&mut self, column: Column, target: &mut T, read: impl FnOnce(&str) -> Reading<T>) {
        if let Some(value) = self.read(column, read) {
            *target = value;
        }
    }

    fn set_some<T>(&mut self, column: Column, target: &mut Option<T>, read: impl FnOnce(&str) -> Reading<T>) {
        if let Some(value) = self.read(column, read) {
            *target = Some(value);
        }
    }

    fn set_line(&mut self, column: Column, target: &mut String) {
        if let Some(text) = self.text(column) {
            *target = tidy_line(text);
        }
    }

    fn contact<T: std::str::FromStr<Err = ContactError>>(&mut self, column: Column) -> Option<T> {
        let written = self.text(column)?;
        match written.parse::<T>() {
            Ok(value) => Some(value),
            Err(error) => {
                // Spreadsheets drop the zero in front of a telephone number or tax code.
                let lost = written.bytes().all(|byte| byte.is_ascii_digit()) && format!("0{written}").parse::<T>().is_ok();
                let detail = if lost { Detail::LostLeadingZero } else { Detail::None };
                self.refuse(column, contact_fault(error), detail);
                None
            }
        }
    }
}

fn contact_fault(error: ContactError) -> Fault {
    match error {
        ContactError::Missing => Fault::Missing,
        ContactError::Phone => Fault::NotAPhone,
        ContactError::Email => Fault::NotAnEmail,
        ContactError::TaxCode => Fault::NotATaxCode,
        ContactError::Name | ContactError::CitizenNumber => Fault::NotAName,
    }
}

fn wage_fault(error: &WageUnread) -> Fault {
    match error {
        WageUnread::Empty => Fault::Missing,
        WageUnread::TooLong => Fault::TooLong,
        WageUnread::TurnedRound => Fault::TurnedRound,
        WageUnread::OutOfBounds => Fault::OutOfBounds,
        _ => Fault::NotUnderstood,
    }
}

impl<'r> RowReader<'r> {
    /// A reader with nothing remembered.
    pub fn new(reference: &'r Reference) -> Self {
        Self {
            reference,
            places: PlaceReader::new(reference),
            occupations: HashMap::new(),
        }
    }

    /// The row as a vacancy, or all that is wrong with it.
    pub fn read(&mut self, mut cells: Cells) -> Result<ImportRow, RowRefused> {
        let mut content = cells.typed.take().map(|content| *content).unwrap_or_default();
        let faults = std::mem::take(&mut cells.faults);
        let mut row = Row {
            cells: &cells,
            faults,
            notes: Vec::new(),
        };

        let external_reference = row.text(Column::Reference).map(tidy_line).unwrap_or_default();
        if external_reference.is_empty() {
            row.refuse(Column::Reference, Fault::Missing, Detail::None);
        } else if external_reference.chars().count() > REFERENCE {
            row.refuse(Column::Reference, Fault::TooLong, Detail::None);
        }
        let employer_name = row.text(Column::EmployerName).map(tidy_line).unwrap_or_default();
        if employer_name.chars().count() > EMPLOYER_NAME {
            row.refuse(Column::EmployerName, Fault::TooLong, Detail::None);
        }
        let employer_tax_code = row.contact::<TaxCode>(Column::TaxCode);
        if row.text(Column::TaxCode).is_none() && employer_name.is_empty() {
            row.refuse(Column::EmployerName, Fault::Missing, Detail::None);
        }

        texts(&mut row, &mut content);
        demands(&mut row, &mut content);
        conditions(&mut row, &mut content);
        pay(&mut row, &mut content.pay);
        working_time(&mut row, &mut content);
        benefits(&mut row, &mut content);
        recruiting(&mut row, &mut content);
        self.place(&mut row, &mut content);
        self.occupation(&mut row, &mut content);
        bounds(&mut row, &content);

        if row.faults.is_empty() {
            let notes = row.notes;
            Ok(ImportRow {
                line: cells.line,
                external_reference,
                employer_tax_code,
                employer_name,
                content,
                notes,
            })
        } else {
            Err(RowRefused::new(cells.line, Some(external_reference).filter(|reference| !reference.is_empty()), row.faults))
        }
    }

    fn place(&mut self, row: &mut Row<'_>, content: &mut VacancyContent) {
        let column = [Column::Place, Column::Park, Column::Commune, Column::Province]
            .into_iter()
            .find(|column| row.text(*column).is_some());
        if let Some(column) = column {
            match self.places.read(&row.cells.texts) {
                Ok((place, notes)) => {
                    content.place = Some(place);
                    row.notes.extend(notes);
                }
                Err((fault, detail)) => row.refuse(column, fault, detail),
            }
        }
        match &content.place {
            None if column.is_none() => row.refuse(Column::Place, Fault::Missing, Detail::None),
            Some(place) if !self.places.exists(place) => row.refuse(Column::Place, Fault::Unknown, Detail::None),
            _ => {}
        }
        if let Some(street) = row.text(Column::Street).map(tidy_line)
            && let Some(place) = &mut content.place
        {
            place.street = street;
        }
    }

    fn occupation(&mut self, row: &mut Row<'_>, content: &mut VacancyContent) {
        let levels = [Column::OccupationLevel1, Column::OccupationLevel2, Column::OccupationLevel3, Column::Occupation];
        let mut above: Option<String> = None;
        for column in levels {
            let Some(code) = row.text(column).map(str::trim).map(str::to_owned) else { continue };
            // "8153 Thợ vận hành máy may": the code stands first.
            let code = code.split_whitespace().next().unwrap_or_default().to_owned();
            if self.reference.occupation(&code).is_none() || above.as_ref().is_some_and(|above| !code.starts_with(above.as_str())) {
                row.refuse(column, Fault::Unknown, Detail::None);
                return;
            }
            above = Some(code);
        }
        if let Some(code) = above {
            content.occupation = Some(code);
        }
        row.set(Column::OccupationConfirmed, &mut content.occupation_confirmed, read_flag);
        match &content.occupation {
            Some(code) if self.reference.occupation(code).is_none() => row.refuse(Column::Occupation, Fault::Unknown, Detail::None),
            Some(_) => {}
            None if content.title.is_empty() => {}
            None => {
                let reference = self.reference;
                // Bounded: what does not fit is worked out again.
                if self.occupations.len() > 50_000 {
                    self.occupations.clear();
                }
                let proposal = self.occupations.entry(content.title.clone()).or_insert_with(|| {
                    let best = reference.propose_occupations(&content.title, 1).into_iter().next()?;
                    Some((best.code, best.because))
                });
                if let Some((code, because)) = proposal.clone() {
                    content.occupation = Some(code.clone());
                    row.notes.push(Note::OccupationProposed { code, because });
                }
            }
        }
        if content.occupation.is_none() {
            content.occupation_confirmed = false;
        }
    }
}

fn texts(row: &mut Row<'_>, content: &mut VacancyContent) {
    row.set_line(Column::Title, &mut content.title);
    row.set_some(Column::Openings, &mut content.openings, |cell| read_count(cell, &["nguoi", "lao dong", "vi tri"]));
    if let Some(text) = row.text(Column::Description) {
        content.description = tidy(text);
    }
    if let Some(text) = row.text(Column::Requirements) {
        content.requirements = tidy(text);
    }
    // Typed values come from outside too.
    for text in [&mut content.title, &mut content.qualification_major, &mut content.skill_level] {
        *text = tidy_line(text);
    }
    for text in [&mut content.description, &mut content.requirements, &mut content.benefits_other] {
        *text = tidy(text);
    }
    if content.title.is_empty() {
        row.refuse(Column::Title, Fault::Missing, Detail::None);
    }
}

fn demands(row: &mut Row<'_>, content: &mut VacancyContent) {
    row.set_some(Column::Position, &mut content.position, read_word);
    row.set_some(Column::Schooling, &mut content.schooling, read_word);
    row.set_some(Column::Qualification, &mut content.qualification, read_word);
    row.set_line(Column::Major, &mut content.qualification_major);
    row.set(Column::OtherTraining, &mut content.other_training, read_list);
    row.set_line(Column::SkillLevel, &mut content.skill_level);
    row.set(Column::Languages, &mut content.languages, read_skills);
    row.set(Column::Computer, &mut content.computer, read_skills);
    row.set(Column::SoftSkills, &mut content.soft_skills, read_words);
    row.set_some(Column::Experience, &mut content.experience, read_experience);
    row.set_some(Column::Contract, &mut content.contract, read_contract);
    row.set(Column::Extra, &mut content.extra, read_words);
    row.set_some(Column::WorkTime, &mut content.work_time, read_work_time);
    row.set_some(Column::Purpose, &mut content.purpose, read_word);
    row.set(Column::Priority, &mut content.priority, read_words);
    row.set_some(Column::LeastAge, &mut content.least_age, |cell| read_count(cell, &["tuoi"]));
    if let Some(licence) = row.text(Column::AbroadLicence) {
        content.abroad_licence = Some(tidy_line(licence));
    }
}

fn conditions(row: &mut Row<'_>, content: &mut VacancyContent) {
    let conditions = &mut content.conditions;
    row.set_some(Column::Setting, &mut conditions.setting, read_word);
    row.set_some(Column::Lifting, &mut conditions.lifting, read_word);
    row.set_some(Column::Standing, &mut conditions.standing, read_word);
    row.set_some(Column::Hearing, &mut conditions.hearing, read_word);
    row.set_some(Column::Sight, &mut conditions.sight, read_word);
    row.set_some(Column::Handwork, &mut conditions.handwork, read_word);
    row.set(Column::TwoHands, &mut conditions.two_hands, read_words);
}

/// The wage as people write it first, then what the exact columns say.
fn pay(row: &mut Row<'_>, pay: &mut Pay) {
    wage_words(row, Column::Wage, "", pay);
    if let Some(written) = row.text(Column::WageBand) {
        if let Some(band) = WageBand::read(written) {
            pay.usual = pay.usual.or(Some(band_range(band)));
        } else {
            wage_words(row, Column::WageBand, "", pay);
        }
    }
    wage_amounts(row, Column::Income, "/tháng", pay, |pay| &mut pay.usual);
    wage_amounts(row, Column::DayWage, "/ngày", pay, |pay| &mut pay.day);
    wage_amounts(row, Column::HourWage, "/giờ", pay, |pay| &mut pay.hour);
    basic_wage(row, pay);
    row.set(Column::Negotiable, &mut pay.negotiable, read_flag);
    row.set(Column::Commission, &mut pay.commission, read_flag);
    row.set(Column::PieceRate, &mut pay.piece_rate, read_flag);
    row.set_some(Column::ForeignWage, &mut pay.foreign, cell::read_foreign);
    row.set(Column::Allowances, &mut pay.allowances, cell::read_allowances);
    row.set_some(Column::PayDay, &mut pay.pay_day, |cell| read_count(cell, &["hang thang"]));
    row.set(Column::ThirteenthMonth, &mut pay.thirteenth_month, read_flag);
    let columns = [
        Column::Wage,
        Column::WageBand,
        Column::Income,
        Column::DayWage,
        Column::HourWage,
        Column::BasicWage,
        Column::Negotiable,
        Column::Commission,
        Column::PieceRate,
        Column::ForeignWage,
    ];
    let silent = columns.into_iter().all(|column| row.text(column).is_none());
    let blamed = row.faults.iter().any(|(fault, _)| matches!(fault.field, Field::Pay | Field::BasicWage));
    if !pay.is_given() && (silent || !blamed) {
        row.refuse(Column::Wage, Fault::Missing, Detail::None);
    }
}

/// A wage in words, laid over `pay`.
fn wage_words(row: &mut Row<'_>, column: Column, unit: &str, pay: &mut Pay) {
    let Some(written) = row.text(column) else { return };
    match read_wage(&format!("{written}{unit}")) {
        Ok(wage) => wage.apply_to(pay),
        Err(error) => row.refuse(column, wage_fault(&error), Detail::Wage(error.key())),
    }
}

/// A range in exact amounts, or in words whose unit the column gives.
fn wage_amounts(row: &mut Row<'_>, column: Column, unit: &str, pay: &mut Pay, target: fn(&mut Pay) -> &mut Option<VndRange>) {
    let Some(written) = row.text(column) else { return };
    match read_range(written) {
        Ok(range) => *target(pay) = Some(range),
        Err(fault @ (Fault::TurnedRound | Fault::OutOfBounds)) => row.refuse(column, fault, Detail::None),
        Err(_) => {
            let mut read = Pay::default();
            let said = written.to_owned();
            let before = row.faults.len();
            wage_words(row, column, if said.contains('/') { "" } else { unit }, &mut read);
            if row.faults.len() == before {
                match *target(&mut read) {
                    Some(range) => *target(pay) = Some(range),
                    None => row.refuse(column, Fault::NotUnderstood, Detail::None),
                }
            }
        }
    }
}

/// One exact amount; in words only where they say exactly one.
fn basic_wage(row: &mut Row<'_>, pay: &mut Pay) {
    let Some(written) = row.text(Column::BasicWage) else { return };
    let reading = read_amount(written).or_else(|fault| {
        if fault == Fault::OutOfBounds {
            return Err(fault);
        }
        let mut read = Pay::default();
        read_wage(written).map_err(|error| wage_fault(&error))?.apply_to(&mut read);
        match read.usual {
            Some(VndRange { from: Some(from), to: Some(to) }) if from == to => Ok(from),
            _ => Err(Fault::NotUnderstood),
        }
    });
    match reading {
        Ok(amount) => pay.basic = Some(amount),
        Err(fault) => row.refuse(Column::BasicWage, fault, Detail::None),
    }
}

fn working_time(row: &mut Row<'_>, content: &mut VacancyContent) {
    row.set_some(Column::Shift, &mut content.shift, read_shift);
    if let Some((from, to)) = row.read(Column::Hours, read_hours) {
        (content.hours_from, content.hours_to) = (Some(from), Some(to));
    }
    row.set_some(Column::HoursFrom, &mut content.hours_from, read_time);
    row.set_some(Column::HoursTo, &mut content.hours_to, read_time);
    row.set_some(Column::HoursPerWeek, &mut content.hours_per_week, |cell| read_count(cell, &["gio/tuan", "gio", "h"]));
    row.set_some(Column::OvertimeMonth, &mut content.overtime.hours_per_month, |cell| {
        read_count(cell, &["gio/thang", "gio", "h"])
    });
    row.set_some(Column::OvertimeYear, &mut content.overtime.hours_per_year, |cell| {
        read_count(cell, &["gio/nam", "gio", "h"])
    });
    row.set_some(Column::DaysOff, &mut content.days_off, read_word);
    row.set_some(Column::Starts, &mut content.starts, read_date);
    let days = row.read(Column::Probation, cell::read_probation_days).flatten();
    let percent = row.read(Column::ProbationPay, |cell| {
        let bare = cell.trim().trim_end_matches('%').trim();
        u8::try_from(read_number(bare)?).ok().filter(|percent| *percent <= 100).ok_or(Fault::OutOfBounds)
    });
    match (days, percent) {
        (Some(days), Some(pay_percent)) => content.probation = Some(Probation { days, pay_percent }),
        // The share of the wage is not guessed.
        (Some(_), None) if row.text(Column::ProbationPay).is_none() => row.refuse(Column::ProbationPay, Fault::Missing, Detail::None),
        (None, Some(_)) if row.text(Column::Probation).is_none() => row.refuse(Column::Probation, Fault::Missing, Detail::None),
        _ => {}
    }
}

fn benefits(row: &mut Row<'_>, content: &mut VacancyContent) {
    row.set_some(Column::Meals, &mut content.meals, read_word);
    row.set(Column::Benefits, &mut content.benefits, read_words);
    if let Some(text) = row.text(Column::BenefitsOther) {
        content.benefits_other = tidy(text);
    }
    row.set(Column::Bus, &mut content.bus, cell::read_bus);
    row.set(Column::Dormitory, &mut content.dormitory, cell::read_dormitory);
    row.set(Column::Papers, &mut content.papers, read_list);
}

fn recruiting(row: &mut Row<'_>, content: &mut VacancyContent) {
    row.set(Column::RecruitModes, &mut content.recruit_modes, read_words);
    row.set_some(Column::Deadline, &mut content.deadline, read_date);
    row.set(Column::Services, &mut content.services, read_words);
    let columns = [
        Column::ContactName,
        Column::ContactTitle,
        Column::ContactPhone,
        Column::ContactEmail,
        Column::NotifySms,
        Column::NotifyEmail,
        Column::OtherContact,
    ];
    if columns.into_iter().all(|column| row.text(column).is_none()) {
        return;
    }
    for column in [Column::ContactName, Column::ContactPhone] {
        if row.text(column).is_none() {
            row.refuse(column, Fault::Missing, Detail::None);
        }
    }
    let (name, phone, email) = (
        row.contact::<PersonName>(Column::ContactName),
        row.contact::<Phone>(Column::ContactPhone),
        row.contact::<Email>(Column::ContactEmail),
    );
    let (mut title, mut other, mut notify_sms, mut notify_email) = (String::new(), String::new(), false, false);
    row.set_line(Column::ContactTitle, &mut title);
    row.set_line(Column::OtherContact, &mut other);
    row.set(Column::NotifySms, &mut notify_sms, read_flag);
    row.set(Column::NotifyEmail, &mut notify_email, read_flag);
    if let (Some(name), Some(phone)) = (name, phone) {
        content.contact = Some(RecruitContact {
            name,
            title,
            phone,
            email,
            notify_sms,
            notify_email,
            other,
        });
    }
}

/// What holds for every vacancy whatever file it came from.
fn bounds(row: &mut Row<'_>, content: &VacancyContent) {
    let mut long = |column: Column, text: &str, longest: usize| {
        if text.chars().count() > longest {
            row.refuse(column, Fault::TooLong, Detail::None);
        }
    };
    long(Column::Title, &content.title, limits::TITLE);
    long(Column::Description, &content.description, limits::TEXT);
    long(Column::Requirements, &content.requirements, limits::TEXT);
    long(Column::BenefitsOther, &content.benefits_other, limits::TEXT);
    long(Column::Major, &content.qualification_major, limits::LINE);
    long(Column::SkillLevel, &content.skill_level, limits::LINE);
    long(Column::AbroadLicence, content.abroad_licence.as_deref().unwrap_or_default(), limits::LINE);
    if let Some(place) = &content.place {
        long(Column::Street, &place.street, limits::LINE);
    }
    if let Some(contact) = &content.contact {
        long(Column::ContactTitle, &contact.title, limits::LINE);
        long(Column::OtherContact, &contact.other, limits::LINE);
    }
    for (column, entries) in [(Column::OtherTraining, &content.other_training), (Column::Papers, &content.papers)] {
        for entry in entries {
            long(column, entry, limits::LINE);
        }
    }
    for (column, skills) in [(Column::Languages, &content.languages), (Column::Computer, &content.computer)] {
        for skill in skills {
            long(column, &skill.name, limits::LINE);
        }
    }
    for allowance in &content.pay.allowances {
        long(Column::Allowances, &allowance.name, 80);
    }
    for route in &content.bus {
        long(Column::Bus, &route.name, limits::LINE);
        for stop in &route.stops {
            long(Column::Bus, &stop.name, limits::LINE);
        }
    }
    let rows = [
        (Column::OtherTraining, content.other_training.len()),
        (Column::Papers, content.papers.len()),
        (Column::Languages, content.languages.len()),
        (Column::Computer, content.computer.len()),
        (Column::Allowances, content.pay.allowances.len()),
        (Column::Bus, content.bus.len()),
    ];
    for (column, found) in rows {
        if found > limits::ROWS {
            row.refuse(column, Fault::TooMany, Detail::None);
        }
    }
    if content.bus.iter().any(|route| route.stops.len() > limits::STOPS) {
        row.refuse(Column::Bus, Fault::TooMany, Detail::None);
    }
    if content.openings.is_some_and(|openings| openings == 0 || openings > limits::OPENINGS) {
        row.refuse(Column::Openings, Fault::OutOfBounds, Detail::None);
    }
    let pay = &content.pay;
    for (column, range) in [(Column::Income, pay.usual), (Column::DayWage, pay.day), (Column::HourWage, pay.hour)] {
        if let Some(Err(fault)) = range.map(|range| check_range(range.from, range.to)) {
            row.refuse(column, fault, Detail::None);
        }
    }
    let amounts = pay
        .basic
        .into_iter()
        .map(|amount| (Column::BasicWage, amount))
        .chain(pay.allowances.iter().map(|allowance| (Column::Allowances, allowance.amount)));
    let wrong: Vec<Column> = amounts
        .filter(|(_, amount)| amount.0 <= 0 || amount.0 > VndRange::LARGEST)
        .map(|(column, _)| column)
        .collect();
    for column in wrong {
        row.refuse(column, Fault::OutOfBounds, Detail::None);
    }
    if let Some(foreign) = pay.foreign
        && let Err(fault) = check_range(foreign.from.map(Vnd), foreign.to.map(Vnd))
    {
        row.refuse(Column::ForeignWage, fault, Detail::None);
    }
    let out = [
        (Column::PayDay, pay.pay_day.is_some_and(|day| !(1..=31).contains(&day))),
        (Column::HoursPerWeek, content.hours_per_week.is_some_and(|hours| hours == 0 || hours > 112)),
        (Column::OvertimeMonth, content.overtime.hours_per_month.is_some_and(|hours| hours > 400)),
        (Column::LeastAge, content.least_age.is_some_and(|age| age > 60)),
        (Column::ProbationPay, content.probation.is_some_and(|probation| probation.pay_percent > 100)),
    ];
    for (column, wrong) in out {
        if wrong {
            row.refuse(column, Fault::OutOfBounds, Detail::None);
        }
    }
}
