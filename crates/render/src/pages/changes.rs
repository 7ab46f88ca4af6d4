//! What a change of a published vacancy changes: each field that differs, before and after, with the
//! words that differ marked. The fields' names are those of the posting form.

mod marks;

pub use marks::{Piece, mark};

use crate::Texts;
use crate::format::{self, PayLine, money, range_short};
use sanviec_domain::vacancy::{Dormitory, SkillDemand, VacancyContent};
use sanviec_domain::vocabulary::Vocabulary;
use std::fmt::Write;

/// A text and the names behind its codes.
#[derive(Clone, Copy, Debug)]
pub struct Version<'a> {
    /// The text.
    pub content: &'a VacancyContent,
    /// Its place in words.
    pub place: &'a str,
    /// Its occupation in words.
    pub occupation: &'a str,
}

/// A field that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The field's name.
    pub label: String,
    /// What it says now; empty where nothing is said.
    pub old: Vec<Piece>,
    /// What it would say.
    pub new: Vec<Piece>,
}

/// The fields in which two versions differ, in the form's order.
pub fn changes(old: &Version<'_>, new: &Version<'_>, t: &'static Texts) -> Vec<Change> {
    let (old, new) = (rows(old, t), rows(new, t));
    old.into_iter()
        .zip(new)
        .filter(|((_, old), (_, new))| old != new)
        .map(|((label, old), (_, new))| {
            let (old, new) = mark(&old, &new);
            Change { label, old, new }
        })
        .collect()
}

/// Names and words, always as many and in the same order.
type Rows = Vec<(String, String)>;

fn rows(version: &Version<'_>, t: &'static Texts) -> Rows {
    let mut rows = Vec::with_capacity(80);
    job(version, t, &mut rows);
    pay(version.content, t, &mut rows);
    hours(version.content, t, &mut rows);
    benefits(version.content, t, &mut rows);
    demands(version.content, t, &mut rows);
    contact(version.content, t, &mut rows);
    rows
}

fn label<V: Vocabulary>(word: Option<V>, t: &Texts) -> String {
    word.map(|word| word.label(t.locale()).to_owned()).unwrap_or_default()
}

fn labels<V: Vocabulary>(words: &[V], t: &Texts) -> String {
    words.iter().map(|word| word.label(t.locale())).collect::<Vec<_>>().join(", ")
}

fn shown<T: ToString>(value: Option<T>) -> String {
    value.map(|value| value.to_string()).unwrap_or_default()
}

fn yes(is_so: bool, t: &Texts) -> String {
    if is_so { t.get("yes").to_owned() } else { String::new() }
}

fn job(version: &Version<'_>, t: &'static Texts, rows: &mut Rows) {
    let content = version.content;
    let mut add = |label: &str, text: String| rows.push((label.to_owned(), text));
    add(t.get("posting-job-title"), content.title.clone());
    add(t.get("posting-quantity"), shown(content.openings));
    add(t.get("posting-description"), content.description.clone());
    add(t.get("posting-place"), version.place.to_owned());
    add(t.get("posting-starts"), content.starts.map(|day| format::date(day, t.locale())).unwrap_or_default());
    add(t.get("d-occupation"), version.occupation.to_owned());
    add(t.get("posting-position"), label(content.position, t));
    add(t.get("posting-purpose"), label(content.purpose, t));
    add(t.get("posting-extra"), labels(&content.extra, t));
    add(t.get("posting-abroad"), content.abroad_licence.clone().unwrap_or_default());
}

fn pay(content: &VacancyContent, t: &'static Texts, rows: &mut Rows) {
    let (pay, locale) = (&content.pay, t.locale());
    let mut add = |label: &str, text: String| rows.push((label.to_owned(), text));
    add(t.get("posting-wage-basic"), pay.basic.map(|basic| money(basic, locale)).unwrap_or_default());
    add(t.get("posting-wage-usual"), pay.usual.map(|usual| range_short(usual, locale)).unwrap_or_default());
    add(t.get("posting-negotiable"), yes(pay.negotiable, t));
    add(t.get("posting-wage-day"), pay.day.map(|day| range_short(day, locale)).unwrap_or_default());
    add(t.get("posting-wage-hour"), pay.hour.map(|hour| range_short(hour, locale)).unwrap_or_default());
    add(
        t.get("pay-foreign"),
        pay.foreign.map(|foreign| PayLine::Foreign(foreign).in_locale(locale).to_string()).unwrap_or_default(),
    );
    add(t.get("posting-piece-rate"), yes(pay.piece_rate, t));
    add(t.get("posting-commission"), yes(pay.commission, t));
    let allowances: Vec<String> = pay.allowances.iter().map(|extra| format!("{}: {}", extra.name, money(extra.amount, locale))).collect();
    add(t.get("posting-allowances"), allowances.join("\n"));
    add(t.get("posting-pay-day"), shown(pay.pay_day));
    add(t.get("posting-thirteenth"), yes(pay.thirteenth_month, t));
}

fn hours(content: &VacancyContent, t: &'static Texts, rows: &mut Rows) {
    let mut add = |label: &str, text: String| rows.push((label.to_owned(), text));
    add(t.get("posting-shift"), label(content.shift, t));
    let hours = [content.hours_from, content.hours_to].map(|at| at.map(format::time).unwrap_or_default());
    add(t.get("posting-hours"), hours.join("–").trim_matches('–').to_owned());
    add(t.get("posting-work-time"), label(content.work_time, t));
    add(t.get("posting-contract"), label(content.contract, t));
    add(t.get("posting-hours-per-week"), shown(content.hours_per_week));
    add(t.get("posting-overtime-month"), shown(content.overtime.hours_per_month));
    add(t.get("posting-overtime-year"), shown(content.overtime.hours_per_year));
    add(t.get("posting-days-off"), label(content.days_off, t));
    add(t.get("posting-probation-days"), shown(content.probation.map(|probation| probation.days)));
    add(t.get("posting-probation-pay"), shown(content.probation.map(|probation| probation.pay_percent)));
}

fn benefits(content: &VacancyContent, t: &'static Texts, rows: &mut Rows) {
    let mut add = |label: &str, text: String| rows.push((label.to_owned(), text));
    add(t.get("posting-benefits-legend"), labels(&content.benefits, t));
    add(t.get("posting-benefits-other"), content.benefits_other.clone());
    add(t.get("posting-meals"), label(content.meals, t));
    let routes: Vec<String> = content.bus.iter().map(super::employer::posting_values::route).collect();
    add(t.get("posting-bus"), routes.join("\n"));
    add(
        t.get("posting-dormitory"),
        content.dormitory.as_ref().map(|dormitory| dormitory_text(dormitory, t)).unwrap_or_default(),
    );
    let conditions = &content.conditions;
    add(t.get("posting-setting"), label(conditions.setting, t));
    add(t.get("posting-lifting"), label(conditions.lifting, t));
    add(t.get("posting-standing"), label(conditions.standing, t));
    add(t.get("posting-hearing"), label(conditions.hearing, t));
    add(t.get("posting-sight"), label(conditions.sight, t));
    add(t.get("posting-handwork"), label(conditions.handwork, t));
    add(t.get("posting-two-hands"), labels(&conditions.two_hands, t));
    add(t.get("posting-priority"), labels(&content.priority, t));
}

fn dormitory_text(dormitory: &Dormitory, t: &'static Texts) -> String {
    let mut text = t.get(if dormitory.free { "f-dormitory-free" } else { "f-dormitory-yes" }).to_owned();
    if let Some(price) = dormitory.monthly {
        // Writing into a string can't fail.
        let _ = write!(text, ", {}", money(price, t.locale()));
    }
    if let Some(people) = dormitory.per_room {
        let _ = write!(text, ", {}", t.count("f-dormitory-room", people));
    }
    text
}

fn demands(content: &VacancyContent, t: &'static Texts, rows: &mut Rows) {
    let mut add = |label: &str, text: String| rows.push((label.to_owned(), text));
    add(t.get("posting-experience"), label(content.experience, t));
    add(t.get("posting-education"), label(content.schooling, t));
    add(t.get("posting-qualification"), label(content.qualification, t));
    add(t.get("posting-major"), content.qualification_major.clone());
    add(t.get("posting-other-training"), content.other_training.join("\n"));
    add(t.get("posting-skill-level"), content.skill_level.clone());
    add(t.get("d-languages"), skills(&content.languages, t));
    add(t.get("posting-computer"), skills(&content.computer, t));
    add(t.get("posting-soft-skills"), labels(&content.soft_skills, t));
    add(t.get("posting-requirements"), content.requirements.clone());
    add(t.get("posting-papers"), content.papers.join("\n"));
    add(t.get("posting-least-age"), shown(content.least_age));
    add(t.get("posting-deadline"), content.deadline.map(|day| format::date(day, t.locale())).unwrap_or_default());
    add(t.get("posting-recruit"), labels(&content.recruit_modes, t));
    add(t.get("posting-services"), labels(&content.services, t));
}

fn skills(skills: &[SkillDemand], t: &Texts) -> String {
    let written: Vec<String> = skills
        .iter()
        .map(|skill| {
            let parts = [
                Some(skill.name.as_str()),
                skill.certificate.as_deref(),
                skill.fluency.map(|fluency| fluency.label(t.locale())),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" – ")
        })
        .collect();
    written.join("\n")
}

fn contact(content: &VacancyContent, t: &'static Texts, rows: &mut Rows) {
    let contact = content.contact.as_ref();
    let mut add = |label: &str, text: String| rows.push((label.to_owned(), text));
    add(t.get("posting-person"), shown(contact.map(|contact| &contact.name)));
    add(t.get("posting-contact-title"), contact.map(|contact| contact.title.clone()).unwrap_or_default());
    add(t.get("posting-contact-phone"), contact.map(|contact| contact.phone.spaced()).unwrap_or_default());
    add(t.get("posting-contact-email"), shown(contact.and_then(|contact| contact.email.as_ref())));
    add(t.get("posting-notify-sms"), yes(contact.is_some_and(|contact| contact.notify_sms), t));
    add(t.get("posting-notify-email"), yes(contact.is_some_and(|contact| contact.notify_email), t));
    add(t.get("posting-contact-other"), contact.map(|contact| contact.other.clone()).unwrap_or_default());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;
    use sanviec_domain::language::Locale;
    use sanviec_domain::money::{Vnd, VndRange};
    use serde_json::Value;

    fn between(old: &VacancyContent, new: &VacancyContent) -> Vec<Change> {
        let version = |content| Version {
            content,
            place: "xã Thái Thụy",
            occupation: "",
        };
        changes(&version(old), &version(new), Texts::of(Locale::Vi))
    }

    fn text(pieces: &[Piece]) -> String {
        pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn what_differs_is_named_before_and_after() {
        let old = samples::content();
        let mut new = old.clone();
        new.openings = Some(150);
        new.pay.usual = VndRange::new(Some(Vnd(9_500_000)), Some(Vnd::millions(12))).ok();
        let found = between(&old, &new);
        let said: Vec<_> = found.iter().map(|change| (change.label.as_str(), text(&change.old), text(&change.new))).collect();
        assert_eq!(
            said,
            [
                ("Số lượng cần tuyển", "120".to_owned(), "150".to_owned()),
                ("Thu nhập thường gặp một tháng", "9–11 triệu".to_owned(), "9,5–12 triệu".to_owned())
            ]
        );
        assert_eq!(between(&old, &old), []);
    }

    /// Takes every leaf of a text away, one after the other.
    fn without_each(value: &Value, path: &str, found: &mut Vec<(String, String)>) {
        match value {
            Value::Object(parts) => parts.iter().for_each(|(name, part)| without_each(part, &format!("{path}/{name}"), found)),
            Value::Array(rows) if !rows.is_empty() => found.push((path.to_owned(), "[]".to_owned())),
            Value::Bool(is_so) => found.push((path.to_owned(), (!is_so).to_string())),
            Value::String(text) if !text.is_empty() => found.push((path.to_owned(), "null".to_owned())),
            Value::Number(_) => found.push((path.to_owned(), "null".to_owned())),
            _ => {}
        }
    }

    #[test]
    fn no_field_can_change_unseen() {
        let full = samples::content();
        let json = serde_json::to_value(&full).unwrap();
        let mut leaves = Vec::new();
        without_each(&json, "", &mut leaves);
        let mut looked_at = 0;
        for (path, value) in leaves {
            // The place comes in words, and the code of an occupation, too.
            if path.starts_with("/place") || path.starts_with("/occupation") {
                continue;
            }
            let mut changed = json.clone();
            let value = match serde_json::from_str(&value).unwrap() {
                // A text that must be there is emptied; one that need not is taken away.
                Value::Null if json.pointer(&path).is_some_and(Value::is_string) => Value::String(String::new()),
                other => other,
            };
            *changed.pointer_mut(&path).unwrap() = value;
            let read = serde_json::from_value::<VacancyContent>(changed.clone()).or_else(|_| {
                *changed.pointer_mut(&path).unwrap() = Value::Null;
                serde_json::from_value::<VacancyContent>(changed)
            });
            let Ok(read) = read else { continue };
            looked_at += 1;
            assert!(read == full || !between(&full, &read).is_empty(), "{path}");
        }
        assert!(looked_at > 50, "{looked_at} fields");
    }
}
