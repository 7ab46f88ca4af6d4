//! The facts of a vacancy in the order in which workers look for them.

use super::VacancyView;
use crate::Chrome;
use crate::format::{self, money, money_short, range_short, words};
use sanviec_domain::pay::PayPeriod;
use sanviec_domain::vocabulary::{Benefit, Experience, Meals, Qualification, Vocabulary};
use std::fmt::Write;

/// One fact: an icon, its name, what is so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The icon's name.
    pub icon: &'static str,
    /// Its name.
    pub term: &'static str,
    /// What is so; further lines say more.
    pub text: String,
    /// Whether the text is the employer's own, so Vietnamese on every page.
    pub vietnamese: bool,
}

/// A row of the pay table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayRow {
    /// What for.
    pub name: String,
    /// How much.
    pub amount: String,
    /// Whether the name is the employer's own.
    pub vietnamese: bool,
    /// Whether it is what the rows above come to.
    pub sum: bool,
}

/// A row of what is asked for, or of the conditions of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemandRow {
    /// What.
    pub term: &'static str,
    /// How much of it.
    pub text: String,
}

impl VacancyView<'_> {
    /// The facts, in the order in which workers look for them: pay, place, shift, overtime, bus,
    /// meals, a place to live, start and days off, what is asked for.
    pub fn facts(&self, chrome: &Chrome) -> Vec<Fact> {
        let (t, locale, content) = (chrome.t, chrome.locale, self.content);
        let mut facts = Vec::with_capacity(14);
        let mut add = |icon, term, text: String| {
            facts.push(Fact {
                icon,
                term,
                text,
                vietnamese: false,
            });
        };

        if let Some(basic) = content.pay.basic {
            add("wallet", t.get("f-basic"), t.fill("f-basic-month", "amount", money_short(basic, locale)));
        }
        let mut place = self.place_long.to_owned();
        if let Some(former) = self.place_former {
            place.push('\n');
            place.push_str(&t.fill("f-place-former", "place", former));
        }
        add("map-pin", t.get("f-place"), place);
        add("clock", t.get("f-shift"), self.shift_text(chrome));
        if let Some(hours) = content.overtime.hours_per_month {
            add("hourglass", t.get("f-overtime"), t.count("f-overtime-month", hours));
        } else if let Some(hours) = content.overtime.hours_per_year {
            add("hourglass", t.get("f-overtime"), t.count("f-overtime-year", hours));
        }
        add(
            "bus",
            t.get("f-bus"),
            match content.bus.len() {
                0 if content.has_bus() => t.get("f-yes").to_owned(),
                0 => t.get("f-no").to_owned(),
                routes => t.count("f-bus-routes", routes),
            },
        );
        add(
            "utensils",
            t.get("f-meals"),
            match content.meals {
                None => t.get("f-unsaid").to_owned(),
                Some(Meals::None) => t.get("f-no").to_owned(),
                Some(meals @ Meals::Money) => meals.label(locale).to_owned(),
                Some(meals) => t.fill("f-meals-day", "meals", meals.label(locale)),
            },
        );
        add("bed", t.get("f-dormitory"), self.dormitory_text(chrome));
        add(
            "calendar-days",
            t.get("f-start"),
            content
                .starts
                .filter(|day| *day > self.today)
                .map_or_else(|| t.get("f-start-now").to_owned(), |day| format::date(day, locale)),
        );
        if let Some(days) = content.days_off {
            add("house", t.get("f-days-off"), days.label(locale).to_owned());
        }
        if let Some(day) = content.pay.pay_day {
            add("calendar-days", t.get("f-pay-day"), t.count("f-pay-day-of-month", day));
        }
        if let Some(contract) = content.contract {
            let mut text = contract.label(locale).to_owned();
            if let Some(probation) = content.probation {
                text.push('\n');
                text.push_str(&t.with("f-probation", &[("n", probation.days.into()), ("percent", probation.pay_percent.into())]));
            }
            add("file-text", t.get("f-contract"), text);
        }
        if let Some(openings) = content.openings {
            add("users", t.get("f-openings"), t.count("f-openings-people", openings));
        }
        add("clipboard-check", t.get("f-demands"), self.demands_short(chrome));
        if !content.papers.is_empty() {
            facts.push(Fact {
                icon: "file-text",
                term: t.get("f-papers"),
                text: content.papers.join(", "),
                vietnamese: true,
            });
        }
        // The place is a Vietnamese address whatever the page's language.
        if let Some(place) = facts.iter_mut().find(|fact| fact.icon == "map-pin") {
            place.vietnamese = true;
        }
        facts
    }

    /// The facts that fit on a poster: up to the place to live, and what is asked for.
    pub fn poster_facts(&self, chrome: &Chrome) -> Vec<Fact> {
        let wanted = ["wallet", "map-pin", "clock", "bus", "utensils", "bed", "clipboard-check"];
        let mut facts = self.facts(chrome);
        facts.retain(|fact| wanted.contains(&fact.icon));
        facts
    }

    fn shift_text(&self, chrome: &Chrome) -> String {
        let (t, content) = (chrome.t, self.content);
        let mut text = content.shift.map_or_else(|| t.get("f-unsaid").to_owned(), |shift| shift.label(chrome.locale).to_owned());
        if let (Some(from), Some(to)) = (content.hours_from, content.hours_to) {
            // Writing into a string can't fail.
            let _ = write!(text, " · {}–{}", format::time(from), format::time(to));
        }
        if let Some(hours) = content.hours_per_week {
            text.push('\n');
            text.push_str(&t.count("f-hours-week", hours));
        }
        text
    }

    fn dormitory_text(&self, chrome: &Chrome) -> String {
        let (t, content) = (chrome.t, self.content);
        let Some(dormitory) = &content.dormitory else {
            return if content.has_dormitory() {
                t.get("f-dormitory-yes").to_owned()
            } else if content.benefits.contains(&Benefit::HousingSupport) {
                Benefit::HousingSupport.label(chrome.locale).to_owned()
            } else {
                t.get("f-no").to_owned()
            };
        };
        let mut text = match (dormitory.free, dormitory.monthly) {
            (true, _) => t.get("f-dormitory-free").to_owned(),
            (false, Some(price)) => t.fill("f-dormitory-price", "amount", money(price, chrome.locale)),
            (false, None) => t.get("f-dormitory-yes").to_owned(),
        };
        if let Some(people) = dormitory.per_room {
            text.push_str(", ");
            text.push_str(&t.count("f-dormitory-room", people));
        }
        text
    }

    /// Experience and schooling in a line: what keeps most people from reading on.
    fn demands_short(&self, chrome: &Chrome) -> String {
        let (t, locale, content) = (chrome.t, chrome.locale, self.content);
        let experience = match content.experience {
            None | Some(Experience::None) => t.get("f-no-experience").to_owned(),
            Some(experience) => t.fill("f-experience", "years", experience.label(locale)),
        };
        let training = match content.qualification {
            None | Some(Qualification::None) => t.get("f-no-degree").to_owned(),
            Some(level) => level.label(locale).to_owned(),
        };
        let mut text = format!("{experience}\n{training}");
        if let Some(age) = content.least_age {
            text.push('\n');
            text.push_str(&t.count("f-least-age", age));
        }
        text
    }

    /// What the income is made of.
    pub fn pay_rows(&self, chrome: &Chrome) -> Vec<PayRow> {
        let (t, locale, pay) = (chrome.t, chrome.locale, &self.content.pay);
        let mut rows = Vec::with_capacity(8);
        let mut add = |name: &str, amount: String| {
            rows.push(PayRow {
                name: name.to_owned(),
                amount,
                vietnamese: false,
                sum: false,
            });
        };
        if let Some(basic) = pay.basic {
            add(t.get("pay-basic"), money(basic, locale));
        }
        for (period, range) in [(PayPeriod::Day, pay.day), (PayPeriod::Hour, pay.hour)] {
            if let Some(range) = range {
                add(t.get(if period == PayPeriod::Day { "pay-day" } else { "pay-hour" }), range_short(range, locale));
            }
        }
        if pay.piece_rate {
            add(t.get("pay-piece"), t.get("pay-by-output").to_owned());
        }
        if pay.commission {
            add(t.get("pay-commission"), t.get("pay-by-sales").to_owned());
        }
        if let Some(foreign) = pay.foreign {
            add(t.get("pay-foreign"), format::PayLine::Foreign(foreign).in_locale(locale).to_string());
        }
        for allowance in &pay.allowances {
            rows.push(PayRow {
                name: allowance.name.clone(),
                amount: money(allowance.amount, locale),
                vietnamese: true,
                sum: false,
            });
        }
        let mut add = |name: &str, amount: String| {
            rows.push(PayRow {
                name: name.to_owned(),
                amount,
                vietnamese: false,
                sum: false,
            });
        };
        if self.content.overtime.hours_per_month.or(self.content.overtime.hours_per_year).is_some() {
            add(t.get("pay-overtime"), t.get("pay-overtime-rates").to_owned());
        }
        if pay.thirteenth_month {
            add(t.get("pay-thirteenth"), t.get("f-yes").to_owned());
        }
        if let Some(usual) = pay.usual {
            rows.push(PayRow {
                name: t.get("pay-usual").to_owned(),
                amount: t.fill("pay-a-month", "amount", range_short(usual, locale)),
                vietnamese: false,
                sum: true,
            });
        }
        rows
    }

    /// What is asked for, beyond the first line.
    pub fn demand_rows(&self, chrome: &Chrome) -> Vec<DemandRow> {
        let (t, locale, content) = (chrome.t, chrome.locale, self.content);
        let mut rows = Vec::with_capacity(8);
        let mut add = |term, text: String| {
            if !text.is_empty() {
                rows.push(DemandRow { term, text });
            }
        };
        add(t.get("d-occupation"), self.occupation.unwrap_or_default().to_owned());
        add(t.get("d-position"), content.position.map_or("", |position| position.label(locale)).to_owned());
        add(t.get("d-work-time"), content.work_time.map_or("", |time| time.label(locale)).to_owned());
        add(t.get("d-schooling"), content.schooling.map_or("", |schooling| schooling.label(locale)).to_owned());
        let mut training = content.qualification.map_or("", |level| level.label(locale)).to_owned();
        if !content.qualification_major.is_empty() {
            training.push_str(" · ");
            training.push_str(&content.qualification_major);
        }
        add(t.get("d-qualification"), training);
        add(t.get("d-other-training"), content.other_training.join(", "));
        add(t.get("d-skill-level"), content.skill_level.clone());
        let skills = |list: &[sanviec_domain::vacancy::SkillDemand]| {
            let written: Vec<String> = list
                .iter()
                .map(|skill| {
                    let parts: Vec<&str> = [Some(skill.name.as_str()), skill.certificate.as_deref(), skill.fluency.map(|fluency| fluency.label(locale))]
                        .into_iter()
                        .flatten()
                        .collect();
                    parts.join(" – ")
                })
                .collect();
            written.join("\n")
        };
        add(t.get("d-languages"), skills(&content.languages));
        add(t.get("d-computer"), skills(&content.computer));
        add(t.get("d-soft-skills"), labels(&content.soft_skills, locale));
        add(t.get("d-extra"), labels(&content.extra, locale));
        add(t.get("d-priority"), labels(&content.priority, locale));
        rows
    }

    /// The conditions of work, as form 03a asks for them.
    pub fn condition_rows(&self, chrome: &Chrome) -> Vec<DemandRow> {
        let (t, locale, conditions) = (chrome.t, chrome.locale, &self.content.conditions);
        let given = [
            (t.get("c-setting"), conditions.setting.map(|word| word.label(locale))),
            (t.get("c-lifting"), conditions.lifting.map(|word| words::label(word, locale))),
            (t.get("c-standing"), conditions.standing.map(|word| word.label(locale))),
            (t.get("c-hearing"), conditions.hearing.map(|word| word.label(locale))),
            (t.get("c-sight"), conditions.sight.map(|word| word.label(locale))),
            (t.get("c-handwork"), conditions.handwork.map(|word| word.label(locale))),
        ];
        let mut rows: Vec<DemandRow> = given
            .into_iter()
            .filter_map(|(term, label)| label.map(|label| DemandRow { term, text: label.to_owned() }))
            .collect();
        if !conditions.two_hands.is_empty() {
            rows.push(DemandRow {
                term: t.get("c-two-hands"),
                text: labels(&conditions.two_hands, locale),
            });
        }
        rows
    }

    /// The benefits, in the form's order; bus, dormitory and "other" are said elsewhere.
    pub fn benefits(&self, chrome: &Chrome) -> Vec<&'static str> {
        let said = [Benefit::Bus, Benefit::Dormitory, Benefit::Other];
        self.content
            .benefits
            .iter()
            .filter(|benefit| !said.contains(benefit))
            .map(|benefit| words::label(*benefit, chrome.locale))
            .collect()
    }

    /// What else the employer offers, a line each.
    pub fn other_benefits(&self) -> Vec<&str> {
        items(&self.content.benefits_other)
    }
}

fn labels<V: Vocabulary>(words: &[V], locale: sanviec_domain::language::Locale) -> String {
    words.iter().map(|word| word.label(locale)).collect::<Vec<_>>().join(", ")
}

/// The lines of a text as the items of a list; the dash somebody wrote before each is the page's own mark.
fn items(text: &str) -> Vec<&str> {
    text.lines()
        .map(|line| line.trim_start_matches(['-', '–', '•', '*', '+', ' ']).trim_end())
        .filter(|line| !line.is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::items;

    #[test]
    fn each_line_is_an_item_without_its_dash() {
        assert_eq!(items("- Thưởng Tết.\n\n– Du lịch hè \n+ Khám sức khoẻ"), ["Thưởng Tết.", "Du lịch hè", "Khám sức khoẻ"]);
        assert_eq!(items("Xe 16 chỗ - điều hoà"), ["Xe 16 chỗ - điều hoà"], "a dash inside stays");
        assert!(items(" - \n").is_empty());
    }
}
