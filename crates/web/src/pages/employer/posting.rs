//! The posting form: from what was typed to typed values and back. What can't be read is an error
//! at its field; whether the values are lawful and complete is the domain's to say.

mod kept;

pub use kept::keep;

use chrono::{NaiveDate, NaiveTime};
use sanviec_domain::contact::{Email, PersonName, Phone};
use sanviec_domain::money::{Vnd, VndRange};
use sanviec_domain::pay::{Allowance, Pay};
use sanviec_domain::place::{ParkSlug, Place, ProvinceCode};
use sanviec_domain::reference::Reference;
use sanviec_domain::vacancy::content::limits;
use sanviec_domain::vacancy::{BusRoute, Conditions, Dormitory, DraftError, Fault, Field, Overtime, Probation, RecruitContact, SkillDemand, VacancyContent};
use sanviec_domain::vocabulary::{Fluency, Vocabulary};
use sanviec_domain::written::read_wage;
use sanviec_exchange::import::cell;
use sanviec_render::FormState;
use sanviec_render::pages::employer::faults::sentence;
use sanviec_render::pages::posting_fields::input_of;

/// A field that could not be read: the input's name and what is wrong.
pub type Unread = (&'static str, Fault);

/// Reads the form. Fields that could not be read are left empty and named.
pub fn read(form: &FormState, reference: &Reference) -> (VacancyContent, Vec<Unread>) {
    let mut reader = Reader { form, unread: Vec::new() };
    let content = VacancyContent {
        title: reader.line("job_title", limits::TITLE),
        openings: reader.number("quantity"),
        description: reader.text("job_description"),
        requirements: reader.text("requirements"),
        occupation: None,
        occupation_confirmed: false,
        position: reader.word("position"),
        schooling: reader.word("education"),
        qualification: reader.word("qualification"),
        qualification_major: reader.line("qualification_major", limits::LINE),
        other_training: reader.lines("other_training"),
        skill_level: reader.line("skill_level", limits::LINE),
        languages: [("language_name_1", "language_level_1"), ("language_name_2", "language_level_2")]
            .into_iter()
            .filter_map(|(name, level)| reader.skill(name, level))
            .collect(),
        computer: reader.skill("computer_name", "computer_level").into_iter().collect(),
        soft_skills: reader.words("soft_skills"),
        experience: reader.word("experience"),
        place: reader.place(reference),
        contract: reader.word("contract"),
        extra: reader.words("extra"),
        work_time: reader.word("work_time"),
        purpose: reader.word("purpose"),
        pay: reader.pay(),
        meals: reader.word("meals"),
        benefits: reader.words("benefits"),
        benefits_other: reader.line("benefits_other", limits::LINE),
        conditions: Conditions {
            setting: reader.word("condition_setting"),
            lifting: reader.word("condition_lifting"),
            standing: reader.word("condition_standing"),
            hearing: reader.word("condition_hearing"),
            sight: reader.word("condition_sight"),
            handwork: reader.word("condition_handwork"),
            two_hands: reader.words("condition_two_hands"),
        },
        priority: reader.words("priority"),
        recruit_modes: reader.words("recruit_mode"),
        deadline: reader.date("deadline"),
        services: reader.words("services"),
        contact: reader.contact(),
        shift: reader.word("shift"),
        hours_from: reader.time("hours_from"),
        hours_to: reader.time("hours_to"),
        hours_per_week: reader.number("hours_per_week"),
        overtime: Overtime {
            hours_per_month: reader.number("overtime_month"),
            hours_per_year: reader.number("overtime_year"),
        },
        days_off: reader.word("days_off"),
        bus: reader.bus(),
        dormitory: reader.dormitory(),
        probation: reader.probation(),
        starts: reader.date("starts"),
        papers: reader.lines("papers"),
        least_age: reader.number("least_age"),
        abroad_licence: Some(reader.line("abroad_licence", limits::LINE)).filter(|licence| !licence.is_empty()),
    };
    (content, reader.unread)
}

struct Reader<'a> {
    form: &'a FormState,
    unread: Vec<Unread>,
}

impl<'a> Reader<'a> {
    fn value(&self, name: &str) -> &'a str {
        self.form.value(name).trim()
    }

    fn wrong(&mut self, name: &'static str, fault: Fault) {
        self.unread.push((name, fault));
    }

    fn line(&mut self, name: &'static str, longest: usize) -> String {
        let value = sanviec_domain::text::tidy_line(self.value(name));
        if value.chars().count() > longest {
            self.wrong(name, Fault::TooLong);
            return value.chars().take(longest).collect();
        }
        value
    }

    fn text(&mut self, name: &'static str) -> String {
        let value = self.value(name);
        if value.chars().count() > limits::TEXT {
            self.wrong(name, Fault::TooLong);
        }
        value.chars().take(limits::TEXT).collect()
    }

    fn lines(&mut self, name: &'static str) -> Vec<String> {
        let lines: Vec<String> = self
            .value(name)
            .lines()
            .map(|line| line.trim().chars().take(limits::LINE).collect::<String>())
            .filter(|line| !line.is_empty())
            .collect();
        if lines.len() > limits::ROWS {
            self.wrong(name, Fault::TooMany);
        }
        lines.into_iter().take(limits::ROWS).collect()
    }

    fn parsed<T>(&mut self, name: &'static str, parse: impl FnOnce(&str) -> Option<T>) -> Option<T> {
        let value = self.value(name);
        if value.is_empty() {
            return None;
        }
        let parsed = parse(value);
        if parsed.is_none() {
            self.wrong(name, Fault::NotUnderstood);
        }
        parsed
    }

    fn number<T: std::str::FromStr>(&mut self, name: &'static str) -> Option<T> {
        self.parsed(name, |value| value.replace(['.', ' '], "").parse().ok())
    }

    fn date(&mut self, name: &'static str) -> Option<NaiveDate> {
        self.parsed(name, |value| {
            NaiveDate::parse_from_str(value, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(value, "%d/%m/%Y")).ok()
        })
    }

    fn time(&mut self, name: &'static str) -> Option<NaiveTime> {
        self.parsed(name, |value| cell::read_time(value).ok())
    }

    fn word<V: Vocabulary>(&mut self, name: &'static str) -> Option<V> {
        self.parsed(name, V::from_key)
    }

    fn words<V: Vocabulary>(&mut self, name: &'static str) -> Vec<V> {
        let given = self.form.values(name);
        let mut words: Vec<V> = Vec::new();
        for value in given.iter().filter(|value| !value.is_empty()) {
            match V::from_key(value) {
                Some(word) if !words.contains(&word) => words.push(word),
                Some(_) => {}
                None => self.unread.push((name, Fault::NotUnderstood)),
            }
        }
        words
    }

    fn skill(&mut self, name: &'static str, level: &'static str) -> Option<SkillDemand> {
        let named = self.line(name, limits::LINE);
        let fluency = self.word::<Fluency>(level);
        (!named.is_empty()).then_some(SkillDemand {
            name: named,
            certificate: None,
            fluency,
        })
    }

    fn place(&mut self, reference: &Reference) -> Option<Place> {
        let street = self.line("street", limits::LINE);
        let park = Some(ParkSlug(self.value("park").to_owned())).filter(|slug| !slug.0.is_empty());
        let park = match park {
            Some(slug) => {
                let known = reference.park(&slug);
                if known.is_none() {
                    self.wrong("park", Fault::Unknown);
                }
                known
            }
            None => None,
        };
        let commune = self.value("commune");
        // A code, or a name as people write it.
        let commune = if commune.is_empty() {
            None
        } else {
            let by_code = commune.parse().ok().and_then(|code| reference.commune(code));
            let read = by_code.or_else(|| match reference.read_place(commune) {
                sanviec_domain::reference::places::PlaceReading::Understood { place, .. } => place.commune.and_then(|code| reference.commune(code)),
                _ => None,
            });
            if read.is_none() {
                self.wrong("commune", Fault::Unknown);
            }
            read
        };
        let province: Option<ProvinceCode> = self.parsed("province", |code| code.parse().ok());
        let province = commune.map(|commune| commune.province_code).or(park.map(|park| park.province_code)).or(province)?;
        if park.is_none() && commune.is_none() {
            // A province alone says too little of where a person goes to work each day.
            self.wrong("place", Fault::Missing);
        }
        Some(Place {
            province,
            commune: commune.map(|commune| commune.code),
            park: park.map(|park| park.slug.clone()),
            street,
        })
    }

    /// An amount or a range as people write it: "8,5", "8tr", "8-12 triệu", "8500000".
    fn wage(&mut self, name: &'static str) -> Option<VndRange> {
        self.parsed(name, |value| {
            if let Some(amount) = grouped(value) {
                return VndRange::new(Some(amount), None).ok();
            }
            let plain = value.replace(',', ".").parse::<f64>().ok().filter(|millions| (0.5..1_000.0).contains(millions));
            match plain {
                Some(millions) => VndRange::new(Some(Vnd((millions * 1e6) as i64)), None).ok(),
                None => read_wage(value).ok().and_then(|wage| wage.range),
            }
        })
    }

    /// Pay by the day or the hour is written in đồng: "250.000", "250k".
    fn small_wage(&mut self, name: &'static str, per: &str) -> Option<VndRange> {
        self.parsed(name, |value| {
            let digits = value.replace(['.', ' '], "");
            match digits.parse::<i64>() {
                Ok(amount) if amount >= 1_000 => VndRange::new(Some(Vnd(amount)), None).ok(),
                Ok(thousands) => VndRange::new(Some(Vnd(thousands * 1_000)), None).ok(),
                Err(_) => read_wage(value).or_else(|_| read_wage(&format!("{value}/{per}"))).ok().and_then(|wage| wage.range),
            }
        })
    }

    fn pay(&mut self) -> Pay {
        let basic = self.wage("wage_basic").map(|range| range.least());
        let (from, to) = (self.wage("wage_from"), self.wage("wage_to"));
        let (from, to) = match (from, to) {
            // Both ends typed into the first field: "8-12".
            (Some(range), None) if range.to.is_some() => (range.from, range.to),
            (from, to) => (from.map(|range| range.least()), to.map(|range| range.most())),
        };
        let usual = if from.is_none() && to.is_none() {
            None
        } else {
            match VndRange::new(from, to) {
                Ok(range) => Some(range),
                Err(sanviec_domain::money::RangeError::TurnedRound) => {
                    self.wrong("wage_to", Fault::TurnedRound);
                    None
                }
                Err(_) => {
                    self.wrong("wage_from", Fault::OutOfBounds);
                    None
                }
            }
        };
        Pay {
            basic,
            usual,
            day: self.small_wage("wage_day", "ngày"),
            hour: self.small_wage("wage_hour", "giờ"),
            piece_rate: self.ticked("piece_rate"),
            commission: self.ticked("commission"),
            negotiable: self.ticked("negotiable"),
            allowances: self.allowances(),
            foreign: None,
            pay_day: self.number::<u8>("pay_day").filter(|day| (1..=31).contains(day)),
            thirteenth_month: self.ticked("thirteenth_month"),
        }
    }

    fn ticked(&self, name: &str) -> bool {
        !self.value(name).is_empty()
    }

    /// One a line: "Chuyên cần: 500.000".
    fn allowances(&mut self) -> Vec<Allowance> {
        self.cell("allowances", cell::read_allowances)
    }

    fn contact(&mut self) -> Option<RecruitContact> {
        let name = self.value("contact_name");
        let phone = self.value("contact_phone");
        let email = self.value("contact_email");
        if name.is_empty() && phone.is_empty() && email.is_empty() {
            return None;
        }
        let name = name.parse::<PersonName>();
        if name.is_err() {
            self.wrong("contact_name", Fault::NotAName);
        }
        let phone = phone.parse::<Phone>();
        if phone.is_err() {
            self.wrong("contact_phone", Fault::NotAPhone);
        }
        let email = if email.is_empty() {
            None
        } else {
            let read = email.parse::<Email>().ok();
            if read.is_none() {
                self.wrong("contact_email", Fault::NotAnEmail);
            }
            read
        };
        let (title, other) = (self.line("contact_title", limits::LINE), self.line("contact_other", limits::LINE));
        let (notify_sms, notify_email) = (self.ticked("notify_sms"), self.ticked("notify_email"));
        Some(RecruitContact {
            name: name.ok()?,
            title,
            phone: phone.ok()?,
            email,
            notify_sms,
            notify_email,
            other,
        })
    }

    /// One route a line: "Tuyến 1: Chợ Gú 06:10, Vô Hối 06:25", or as in an import file.
    fn bus(&mut self) -> Vec<BusRoute> {
        self.cell("bus", |value| cell::read_bus(&value.lines().map(bus_line).collect::<Vec<_>>().join("\n")))
    }

    /// A field that is written as in a cell of an import file.
    fn cell<T>(&mut self, name: &'static str, read: impl FnOnce(&str) -> cell::Reading<Vec<T>>) -> Vec<T> {
        let value = self.value(name);
        if value.is_empty() {
            return Vec::new();
        }
        match read(value) {
            Ok(rows) if rows.len() <= limits::ROWS => rows,
            Ok(_) => {
                self.wrong(name, Fault::TooMany);
                Vec::new()
            }
            Err(_) => {
                self.wrong(name, Fault::NotUnderstood);
                Vec::new()
            }
        }
    }

    fn dormitory(&mut self) -> Option<Dormitory> {
        let monthly = self.wage("dormitory_monthly").map(|range| range.least());
        let per_room = self.number("dormitory_per_room");
        self.ticked("dormitory").then_some(Dormitory {
            free: self.ticked("dormitory_free"),
            monthly,
            per_room,
        })
    }

    fn probation(&mut self) -> Option<Probation> {
        let days = self.number("probation_days")?;
        let pay_percent = self.number("probation_pay").unwrap_or(85);
        Some(Probation { days, pay_percent })
    }
}

/// "300.000": thousands set apart by points, so đồng and not 300 millions.
fn grouped(value: &str) -> Option<Vnd> {
    let mut groups = value.split('.');
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()) && *first != "0")?;
    let rest: Vec<&str> = groups.collect();
    let is_number = std::iter::once(first)
        .chain(rest.iter().copied())
        .all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    let is_grouped = !rest.is_empty() && rest.iter().all(|group| group.len() == 3);
    (is_number && is_grouped).then(|| value.replace('.', "").parse().ok().map(Vnd)).flatten()
}

/// A route as people write it, in the notation of an import file. What follows the last ": " are
/// the stops where at least one of them has its time; else it belongs to the name.
fn bus_line(line: &str) -> String {
    let is_timed = |stop: &str| stop.trim().rsplit_once(' ').is_some_and(|(_, time)| cell::read_time(time).is_ok());
    match line.rsplit_once(": ").filter(|_| !line.contains('|')) {
        Some((name, stops)) if stops.split(',').any(is_timed) => {
            let stops: Vec<&str> = stops.split(',').map(str::trim).filter(|stop| !stop.is_empty()).collect();
            format!("{name} | {}", stops.join(" > "))
        }
        _ => line.to_owned(),
    }
}

/// What could not be read, said at its input.
pub fn say(form: &mut FormState, unread: &[Unread], texts: &'static sanviec_render::Texts) {
    for (input, fault) in unread {
        let field = Field::from_key(input)
            .or_else(|| Field::ALL.iter().copied().find(|field| input_of(*field) == *input))
            .unwrap_or(Field::Pay);
        form.fail(input, sentence(DraftError { field, fault: *fault }, texts));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_and_routes_are_read_as_people_write_them() {
        let form = FormState::from_pairs([
            ("dormitory", "1"),
            ("dormitory_monthly", "300.000"),
            ("wage_basic", "6,5"),
            (
                "bus",
                "Tuyến 1: Diêm Điền – Liên Hà Thái: Chợ Gú 06:10, Vô Hối 06:25\nTuyến 2: qua cầu Trà Linh\nTuyến 3 | Đông Hưng 6h20 > Cổng công ty",
            ),
        ]);
        let (content, unread) = read(&form, Reference::embedded());
        assert_eq!(content.dormitory.and_then(|dormitory| dormitory.monthly), Some(Vnd(300_000)));
        assert_eq!(content.pay.basic, Some(Vnd(6_500_000)));
        let routes: Vec<_> = content.bus.iter().map(|route| (route.name.as_str(), route.stops.len())).collect();
        assert_eq!(routes, [("Tuyến 1: Diêm Điền – Liên Hà Thái", 2), ("Tuyến 2: qua cầu Trà Linh", 0), ("Tuyến 3", 2)]);
        assert_eq!(content.bus[0].stops[1].time, NaiveTime::from_hms_opt(6, 25, 0));
        assert_eq!(unread, []);
        for (written, amount) in [("5.310.000", Some(5_310_000)), ("8.5", None), ("8.50", None), ("0.500", None), ("8500000", None)] {
            assert_eq!(grouped(written), amount.map(Vnd), "{written}");
        }
    }
}
