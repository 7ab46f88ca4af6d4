//! What an edit leaves alone stays exactly as it was saved. A form asks for less than a vacancy may
//! hold (a second computer skill, a certificate, a wage in another currency), and typing a value out
//! and reading it back need not give the same: so an input that was not touched changes nothing.

use super::Unread;
use sanviec_domain::text::tidy;
use sanviec_domain::vacancy::{SkillDemand, VacancyContent};
use sanviec_render::FormState;
use sanviec_render::pages::employer::posting_values::typed;
use sanviec_render::pages::posting_fields as f;

/// Puts the saved value back wherever the form says what it said when it was opened.
pub fn keep(saved: &VacancyContent, form: &FormState, content: &mut VacancyContent, unread: &mut Vec<Unread>) {
    let before = typed(saved);
    let untouched = |names: &[&str]| names.iter().all(|name| is_same(form, &before, name));
    macro_rules! kept {
        ($($($part:ident).+: $($input:ident),+;)+) => {
            $(if untouched(&[$(f::$input),+]) {
                content.$($part).+.clone_from(&saved.$($part).+);
            })+
        };
    }
    kept! {
        title: JOB_TITLE;
        // The code belongs to the title.
        occupation: JOB_TITLE;
        occupation_confirmed: JOB_TITLE;
        openings: QUANTITY;
        description: JOB_DESCRIPTION;
        place: PROVINCE, COMMUNE, PARK, STREET;
        starts: STARTS;
        extra: EXTRA;
        abroad_licence: ABROAD_LICENCE;
        pay.basic: WAGE_BASIC;
        pay.usual: WAGE_FROM, WAGE_TO;
        pay.day: WAGE_DAY;
        pay.hour: WAGE_HOUR;
        pay.allowances: ALLOWANCES;
        pay.pay_day: PAY_DAY;
        benefits: BENEFITS;
        benefits_other: BENEFITS_OTHER;
        bus: BUS;
        dormitory: DORMITORY, DORMITORY_FREE, DORMITORY_MONTHLY, DORMITORY_PER_ROOM;
        conditions.two_hands: CONDITION_TWO_HANDS;
        priority: PRIORITY;
        probation: PROBATION_DAYS, PROBATION_PAY;
        requirements: REQUIREMENTS;
        qualification_major: QUALIFICATION_MAJOR;
        other_training: OTHER_TRAINING;
        skill_level: SKILL_LEVEL;
        languages: LANGUAGE_NAME_1, LANGUAGE_LEVEL_1, LANGUAGE_NAME_2, LANGUAGE_LEVEL_2;
        computer: COMPUTER_NAME, COMPUTER_LEVEL;
        soft_skills: SOFT_SKILLS;
        papers: PAPERS;
        recruit_modes: RECRUIT_MODE;
        services: SERVICES;
        contact: CONTACT_NAME, CONTACT_TITLE, CONTACT_PHONE, CONTACT_EMAIL, CONTACT_OTHER, NOTIFY_SMS, NOTIFY_EMAIL;
    }
    content.pay.foreign = saved.pay.foreign;
    if !untouched(&[f::COMPUTER_NAME, f::COMPUTER_LEVEL]) {
        content.computer.extend(saved.computer.iter().skip(1).cloned());
    }
    keep_certificates(&saved.languages, &mut content.languages);
    keep_certificates(&saved.computer, &mut content.computer);
    unread.retain(|(input, _)| !is_same(form, &before, input));
}

/// A skill of the same name keeps the certificate that was asked for with it.
fn keep_certificates(saved: &[SkillDemand], skills: &mut [SkillDemand]) {
    for skill in skills.iter_mut().filter(|skill| skill.certificate.is_none()) {
        skill.certificate = saved.iter().find(|known| known.name == skill.name).and_then(|known| known.certificate.clone());
    }
}

/// Boxes may come in another order than they were saved in; an empty input is none at all.
fn is_same(form: &FormState, before: &FormState, name: &str) -> bool {
    let given = |form: &FormState| {
        let mut values: Vec<String> = form.values(name).iter().map(|value| tidy(value)).filter(|value| !value.is_empty()).collect();
        values.sort_unstable();
        values
    };
    given(form) == given(before)
}

#[cfg(test)]
mod tests {
    use super::super::read;
    use super::*;
    use chrono::NaiveDate;
    use sanviec_domain::money::Vnd;
    use sanviec_domain::pay::{Currency, ForeignWage};
    use sanviec_domain::reference::Reference;
    use sanviec_domain::vocabulary::{Benefit, Fluency};
    use sanviec_exchange::generate::{Corpus, CorpusOptions};
    use std::sync::Arc;

    fn corpus() -> Corpus {
        let reference = Arc::new(Reference::new(Reference::embedded().lists().clone(), Reference::embedded().home()));
        let options = CorpusOptions {
            today: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap(),
            employers: 60,
        };
        Corpus::new(7, reference, options)
    }

    fn edited(saved: &VacancyContent, reference: &Reference, change: impl FnOnce(&mut FormState)) -> (VacancyContent, Vec<Unread>) {
        let mut form = typed(saved);
        change(&mut form);
        let (mut content, mut unread) = read(&form, reference);
        keep(saved, &form, &mut content, &mut unread);
        (content, unread)
    }

    fn skill(name: &str, certificate: &str) -> SkillDemand {
        SkillDemand {
            name: name.to_owned(),
            certificate: Some(certificate.to_owned()),
            fluency: Some(Fluency::Good),
        }
    }

    fn imported() -> VacancyContent {
        let mut content = VacancyContent {
            title: "Phiên dịch".to_owned(),
            occupation: Some("2643".to_owned()),
            occupation_confirmed: true,
            description: "Dịch tài liệu  kỹ thuật".to_owned(),
            other_training: vec!["An toàn lao động nhóm 3".to_owned()],
            languages: vec![skill("Tiếng Nhật", "JLPT N2"), skill("Tiếng Anh", "TOEIC 600")],
            computer: vec![skill("Tin học văn phòng", "MOS"), skill("AutoCAD", "ACU")],
            benefits: vec![Benefit::Training, Benefit::Insurance],
            ..VacancyContent::default()
        };
        content.pay.basic = Some(Vnd(8_555_500));
        content.pay.foreign = Some(ForeignWage {
            currency: Currency::Usd,
            from: Some(600),
            to: Some(800),
        });
        content
    }

    #[test]
    fn a_form_that_nobody_touched_changes_nothing() {
        let corpus = corpus();
        for n in 0..400 {
            let saved = corpus.vacancy(n).content;
            let (content, unread) = edited(&saved, Reference::embedded(), |_| {});
            assert_eq!((content, unread), (saved, Vec::new()), "vacancy {n}");
        }
        let saved = imported();
        assert_eq!(edited(&saved, Reference::embedded(), |_| {}), (saved, Vec::new()));
    }

    #[test]
    fn what_the_form_does_not_ask_for_is_carried_over() {
        let saved = imported();
        let (content, _) = edited(&saved, Reference::embedded(), |form| {
            form.set(f::WAGE_BASIC, "9tr");
            form.set(f::COMPUTER_NAME, "Excel");
            form.set(f::LANGUAGE_LEVEL_1, "average");
            form.set(f::OTHER_TRAINING, "An toàn lao động nhóm 3\nSơ cấp cứu");
        });
        assert_eq!((content.pay.basic, content.pay.foreign), (Some(Vnd(9_000_000)), saved.pay.foreign));
        let names: Vec<_> = content.computer.iter().map(|skill| (skill.name.as_str(), skill.certificate.as_deref())).collect();
        assert_eq!(names, [("Excel", None), ("AutoCAD", Some("ACU"))]);
        assert_eq!(content.languages[0].fluency, Some(Fluency::Average));
        assert_eq!(content.languages[0].certificate.as_deref(), Some("JLPT N2"));
        assert_eq!(content.other_training, ["An toàn lao động nhóm 3", "Sơ cấp cứu"]);
        assert_eq!((content.occupation.as_deref(), content.occupation_confirmed), (Some("2643"), true));
        assert_eq!(content.benefits, saved.benefits);
    }

    #[test]
    fn another_title_asks_for_its_code_anew() {
        let saved = imported();
        let (content, _) = edited(&saved, Reference::embedded(), |form| form.set(f::JOB_TITLE, "Thợ hàn"));
        assert_eq!((content.occupation, content.occupation_confirmed), (None, false));
    }

    #[test]
    fn what_is_taken_away_is_gone() {
        let saved = imported();
        let (content, _) = edited(&saved, Reference::embedded(), |form| {
            form.values.remove(f::BENEFITS);
            form.set(f::LANGUAGE_NAME_2, "");
            form.set(f::OTHER_TRAINING, " ");
        });
        assert!(content.benefits.is_empty() && content.other_training.is_empty() && content.languages.len() == 1);
    }
}
