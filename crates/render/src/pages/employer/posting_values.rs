//! A vacancy as its posting form shows it: what was saved comes back as a person would type it.

use super::posting_fields as f;
use crate::FormState;
use crate::format::{number, time};
use sanviec_domain::language::Locale;
use sanviec_domain::money::{Vnd, VndRange};
use sanviec_domain::vacancy::{BusRoute, SkillDemand, VacancyContent};
use sanviec_domain::vocabulary::Vocabulary;

/// The form of a saved vacancy.
pub fn typed(content: &VacancyContent) -> FormState {
    let mut form = Typed::default();
    job(content, &mut form);
    pay_and_shift(content, &mut form);
    benefits(content, &mut form);
    demands(content, &mut form);
    form.0
}

#[derive(Default)]
struct Typed(FormState);

impl Typed {
    fn text(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.0.set(name, value);
        }
    }
    fn shown<T: ToString>(&mut self, name: &str, value: Option<T>) {
        if let Some(value) = value {
            self.0.set(name, value.to_string());
        }
    }
    fn word<V: Vocabulary>(&mut self, name: &str, value: Option<V>) {
        if let Some(word) = value {
            self.0.set(name, word.key());
        }
    }
    fn words<V: Vocabulary>(&mut self, name: &str, words: &[V]) {
        if !words.is_empty() {
            self.0.values.insert(name.to_owned(), words.iter().map(|word| word.key().to_owned()).collect());
        }
    }
    fn ticked(&mut self, name: &str, ticked: bool) {
        if ticked {
            self.0.set(name, f::TICKED);
        }
    }
    fn skill(&mut self, name: &str, level: &str, skill: Option<&SkillDemand>) {
        if let Some(skill) = skill {
            self.text(name, &skill.name);
            self.word(level, skill.fluency);
        }
    }
}

/// Amounts are typed in Vietnamese whatever the page's language: "5.310.000".
fn amount(amount: Vnd) -> String {
    number(amount.0, Locale::Vi)
}

fn range(range: VndRange) -> String {
    match (range.from, range.to) {
        (Some(from), Some(to)) if from != to => format!("{}-{}", amount(from), amount(to)),
        (Some(from), None) => format!("từ {}", amount(from)),
        (None, Some(to)) => format!("đến {}", amount(to)),
        (from, _) => from.map(amount).unwrap_or_default(),
    }
}

/// A bus route as it is typed.
pub(crate) fn route(route: &BusRoute) -> String {
    let stops: Vec<String> = route
        .stops
        .iter()
        .map(|stop| stop.time.map_or_else(|| stop.name.clone(), |at| format!("{} {}", stop.name, time(at))))
        .collect();
    if stops.is_empty() {
        route.name.clone()
    } else {
        format!("{}: {}", route.name, stops.join(", "))
    }
}

fn lines(rows: impl Iterator<Item = String>) -> String {
    rows.collect::<Vec<_>>().join("\n")
}

fn job(content: &VacancyContent, form: &mut Typed) {
    form.text(f::JOB_TITLE, &content.title);
    form.shown(f::QUANTITY, content.openings);
    form.text(f::JOB_DESCRIPTION, &content.description);
    if let Some(place) = &content.place {
        form.text(f::PROVINCE, place.province.as_str());
        form.shown(f::COMMUNE, place.commune);
        form.shown(f::PARK, place.park.as_ref());
        form.text(f::STREET, &place.street);
    }
    form.shown(f::STARTS, content.starts);
    form.word(f::POSITION, content.position);
    form.word(f::PURPOSE, content.purpose);
    form.words(f::EXTRA, &content.extra);
    form.text(f::ABROAD_LICENCE, content.abroad_licence.as_deref().unwrap_or_default());
}

fn pay_and_shift(content: &VacancyContent, form: &mut Typed) {
    let pay = &content.pay;
    form.shown(f::WAGE_BASIC, pay.basic.map(amount));
    form.shown(f::WAGE_FROM, pay.usual.and_then(|usual| usual.from).map(amount));
    form.shown(f::WAGE_TO, pay.usual.and_then(|usual| usual.to).map(amount));
    form.ticked(f::NEGOTIABLE, pay.negotiable);
    form.shown(f::WAGE_DAY, pay.day.map(range));
    form.shown(f::WAGE_HOUR, pay.hour.map(range));
    form.ticked(f::PIECE_RATE, pay.piece_rate);
    form.ticked(f::COMMISSION, pay.commission);
    form.text(
        f::ALLOWANCES,
        &lines(pay.allowances.iter().map(|allowance| format!("{}: {}", allowance.name, amount(allowance.amount)))),
    );
    form.shown(f::PAY_DAY, pay.pay_day);
    form.ticked(f::THIRTEENTH_MONTH, pay.thirteenth_month);
    form.word(f::SHIFT, content.shift);
    form.shown(f::HOURS_FROM, content.hours_from.map(time));
    form.shown(f::HOURS_TO, content.hours_to.map(time));
    form.word(f::WORK_TIME, content.work_time);
    form.word(f::CONTRACT, content.contract);
    form.shown(f::HOURS_PER_WEEK, content.hours_per_week);
    form.shown(f::OVERTIME_MONTH, content.overtime.hours_per_month);
    form.shown(f::OVERTIME_YEAR, content.overtime.hours_per_year);
    form.word(f::DAYS_OFF, content.days_off);
    form.shown(f::PROBATION_DAYS, content.probation.map(|probation| probation.days));
    form.shown(f::PROBATION_PAY, content.probation.map(|probation| probation.pay_percent));
}

fn benefits(content: &VacancyContent, form: &mut Typed) {
    form.words(f::BENEFITS, &content.benefits);
    form.text(f::BENEFITS_OTHER, &content.benefits_other);
    form.word(f::MEALS, content.meals);
    form.text(f::BUS, &lines(content.bus.iter().map(route)));
    form.ticked(f::DORMITORY, content.dormitory.is_some());
    if let Some(dormitory) = &content.dormitory {
        form.ticked(f::DORMITORY_FREE, dormitory.free);
        form.shown(f::DORMITORY_MONTHLY, dormitory.monthly.map(amount));
        form.shown(f::DORMITORY_PER_ROOM, dormitory.per_room);
    }
    let conditions = &content.conditions;
    form.word(f::CONDITION_SETTING, conditions.setting);
    form.word(f::CONDITION_LIFTING, conditions.lifting);
    form.word(f::CONDITION_STANDING, conditions.standing);
    form.word(f::CONDITION_HEARING, conditions.hearing);
    form.word(f::CONDITION_SIGHT, conditions.sight);
    form.word(f::CONDITION_HANDWORK, conditions.handwork);
    form.words(f::CONDITION_TWO_HANDS, &conditions.two_hands);
    form.words(f::PRIORITY, &content.priority);
}

fn demands(content: &VacancyContent, form: &mut Typed) {
    form.word(f::EXPERIENCE, content.experience);
    form.word(f::EDUCATION, content.schooling);
    form.word(f::QUALIFICATION, content.qualification);
    form.text(f::QUALIFICATION_MAJOR, &content.qualification_major);
    form.text(f::OTHER_TRAINING, &content.other_training.join("\n"));
    form.text(f::SKILL_LEVEL, &content.skill_level);
    form.skill(f::LANGUAGE_NAME_1, f::LANGUAGE_LEVEL_1, content.languages.first());
    form.skill(f::LANGUAGE_NAME_2, f::LANGUAGE_LEVEL_2, content.languages.get(1));
    form.skill(f::COMPUTER_NAME, f::COMPUTER_LEVEL, content.computer.first());
    form.words(f::SOFT_SKILLS, &content.soft_skills);
    form.text(f::REQUIREMENTS, &content.requirements);
    form.text(f::PAPERS, &content.papers.join("\n"));
    form.shown(f::LEAST_AGE, content.least_age);
    form.shown(f::DEADLINE, content.deadline);
    form.words(f::RECRUIT_MODE, &content.recruit_modes);
    form.words(f::SERVICES, &content.services);
    if let Some(contact) = &content.contact {
        form.text(f::CONTACT_NAME, contact.name.as_str());
        form.text(f::CONTACT_TITLE, &contact.title);
        form.text(f::CONTACT_PHONE, &contact.phone.spaced());
        form.shown(f::CONTACT_EMAIL, contact.email.as_ref());
        form.ticked(f::NOTIFY_SMS, contact.notify_sms);
        form.ticked(f::NOTIFY_EMAIL, contact.notify_email);
        form.text(f::CONTACT_OTHER, &contact.other);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;

    #[test]
    fn a_saved_vacancy_comes_back_as_typed() {
        let form = typed(&samples::content());
        assert_eq!(form.value(f::WAGE_BASIC), "5.310.000");
        assert_eq!((form.value(f::HOURS_FROM), form.value(f::DEADLINE)), ("08:00", "2026-11-30"));
        assert_eq!(form.value(f::ALLOWANCES), "Thưởng chuyên cần: 500.000\nHỗ trợ xăng xe: 300.000");
        assert!(
            form.value(f::BUS)
                .starts_with("Tuyến 1: Diêm Điền – Liên Hà Thái: Bến xe Diêm Điền 06:30, Ngã tư Vô Hối 06:45")
        );
        assert!(form.checked(f::BENEFITS, "insurance") && form.checked(f::BENEFITS, "nursery") && !form.checked(f::BENEFITS, "dormitory"));
        assert!(form.checked(f::DORMITORY, f::TICKED) && !form.checked(f::DORMITORY_FREE, f::TICKED));
        assert!(form.values.keys().all(|name| f::ALL.contains(&name.as_str())));
    }

    #[test]
    fn an_empty_draft_is_an_empty_form() {
        assert!(typed(&VacancyContent::default()).values.is_empty());
    }
}
