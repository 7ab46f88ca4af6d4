//! Invented vacancies: lawful, complete after form 03a, and with the skews that matter to a search
//! engine (a few occupations, employers and communes make most of the offers; a long tail of names).

mod wording;

use wording::old_tone_placement;

use super::employers::{GeneratedEmployer, phone};
use super::jobs::{Branch, JOBS, Job};
use super::random::{Dice, Stream};
use super::{Corpus, names, texts};
use chrono::{Days, NaiveTime};
use sanviec_domain::contact::{Email, PersonName};
use sanviec_domain::money::{Vnd, VndRange};
use sanviec_domain::pay::{Allowance, Currency, ForeignWage, Pay};
use sanviec_domain::place::Place;
use sanviec_domain::text::fold;
use sanviec_domain::vacancy::{BusRoute, BusStop, Dormitory, Overtime, Probation, RecruitContact, SkillDemand, VacancyContent, limits};
use sanviec_domain::vocabulary::{
    Benefit, CentreService, Contract, DaysOff, Experience, ExtraDemand, Fluency, Handwork, Hearing, Lifting, Meals, Position, PriorityGroup, Purpose, Qualification, RecruitMode,
    Schooling, Setting, Shift, Sight, SoftSkill, Standing, TwoHands, WorkTime,
};

/// An invented vacancy.
#[derive(Clone, Debug)]
pub struct GeneratedVacancy {
    /// Its number in the corpus.
    pub index: u64,
    /// "MAU-000123".
    pub external_reference: String,
    /// The number of its employer in [`Corpus::employers`].
    pub employer: usize,
    /// What it says.
    pub content: VacancyContent,
    /// How many days before today it was posted.
    pub posted_days_ago: u16,
}

/// The minimum wage of region I in 2026 (decree 293/2025/NĐ-CP), for places whose region isn't listed.
const HIGHEST_FLOOR: (i64, i64) = (5_310_000, 25_500);

fn time(hour: u32, minute: u32) -> Option<NaiveTime> {
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// "Công nhân may" within a sentence: "công nhân may". Names of languages and short forms keep
/// their capitals.
pub(super) fn lower_first(title: &str) -> String {
    let first_word_is_short_form = title.split(' ').next().is_some_and(|word| word.chars().filter(|c| c.is_uppercase()).count() > 1);
    let mut chars = title.chars();
    match chars.next() {
        Some(first) if !first_word_is_short_form => first.to_lowercase().chain(chars).collect(),
        _ => title.to_owned(),
    }
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

/// What the sentences of one vacancy draw from.
struct Scene<'c> {
    job: &'static Job,
    employer: &'c GeneratedEmployer,
    place_name: String,
    code: String,
    market: &'static str,
    line: String,
}

impl Corpus {
    /// Vacancy number `index`: always the same, however many are made.
    pub fn vacancy(&self, index: u64) -> GeneratedVacancy {
        let mut dice = Dice::new(self.seed, Stream::Vacancy, index);
        let dice = &mut dice;
        let employer = &self.employers[self.employer_ranks.draw(dice)];
        let job = self.job(dice, employer.branch);
        let place = self.work_place(dice, employer);
        let scene = self.scene(dice, job, employer, &place);
        let factory = employer.branch.is_factory();
        let skilled = !matches!(job.qualification, Qualification::None | Qualification::SkilledWithoutCertificate);
        // Pareto: most vacancies have a few openings, a few have hundreds.
        let openings = (1.0 / (1.0 - dice.unit()).powf(if factory && !skilled { 1.0 } else { 0.45 })) as u32;
        let openings = openings.clamp(1, if skilled { 12 } else { 500 });
        let part_time = job.branch.has_part_time() && !skilled && !factory && dice.percent(18);

        let mut content = VacancyContent {
            place: Some(place),
            openings: Some(openings),
            ..VacancyContent::default()
        };
        content.occupation = Some(job.code.to_owned());
        content.occupation_confirmed = dice.percent(80);
        content.work_time = Some(if part_time { WorkTime::PartTime } else { WorkTime::FullTime });
        content.pay = self.pay(dice, job, &content, part_time);
        hours(dice, &mut content, employer, skilled);
        demands(dice, &mut content, job, skilled);
        self.benefits(dice, &mut content, &scene, part_time);
        conditions(dice, &mut content, job.branch);
        content.title = wording::title(dice, &scene, &content);
        wording::text(dice, &mut content, &scene, skilled);
        self.recruiting(dice, &mut content, employer);
        // One in ten writes hoà for hòa.
        if dice.percent(10) {
            for text in [&mut content.title, &mut content.description, &mut content.requirements, &mut content.benefits_other] {
                *text = old_tone_placement(text);
            }
        }
        let posted_days_ago = ((-(1.0 - dice.unit()).ln() * 24.0) as u16).min(60);
        GeneratedVacancy {
            index,
            external_reference: format!("MAU-{index:06}"),
            employer: employer.index,
            content,
            posted_days_ago,
        }
    }

    /// Seven in ten are of the employer's own branch.
    fn job(&self, dice: &mut Dice, branch: Branch) -> &'static Job {
        let (jobs, ranks) = if dice.percent(70) {
            &self.jobs[&branch]
        } else {
            &self.support_jobs[usize::from(branch.is_factory())]
        };
        &JOBS[jobs[ranks.draw(dice)]]
    }

    fn work_place(&self, dice: &mut Dice, employer: &GeneratedEmployer) -> Place {
        let own = employer.profile.place.clone();
        match own {
            Some(place) if !dice.percent(6) => place,
            _ => {
                let (mut place, town) = self.sites.draw(dice, employer.branch);
                place.street = names::street(dice, place.park.is_some(), town);
                place
            }
        }
    }

    fn scene<'c>(&self, dice: &mut Dice, job: &'static Job, employer: &'c GeneratedEmployer, place: &Place) -> Scene<'c> {
        let letters = ["TX", "HL", "KD", "MV", "PN", "SQ", "GT", "VX", "DA", "NB"];
        let code = format!("{}-{}", dice.pick(&letters), dice.between(100, 9999));
        let lines = match job.branch {
            Branch::Garment | Branch::Shoes | Branch::Electronics => format!("chuyền {}", dice.between(1, 36)),
            Branch::Store | Branch::Transport => format!("kho {}", dice.between(1, 9)),
            _ => format!("xưởng {}{}", dice.pick(&["A", "B", "C", "D", "E"]), dice.between(1, 6)),
        };
        let line = if dice.percent(30) {
            format!("{lines} khu {}", names::rare_syllable(dice, &self.tail))
        } else {
            lines
        };
        let market = dice.pick(&["Nhật Bản", "Hàn Quốc", "Mỹ", "châu Âu", "Đức", "Úc", "Đài Loan"]);
        Scene {
            job,
            employer,
            place_name: self.reference.place_short(place),
            code,
            market,
            line,
        }
    }

    /// The wage floor at a place: a month and an hour.
    fn floor(&self, place: Option<&Place>) -> (i64, i64) {
        let listed = place.and_then(|place| self.reference.wage_floor(place, self.options.today));
        listed.map_or(HIGHEST_FLOOR, |wage| (wage.month_vnd.0, wage.hour_vnd.0))
    }

    fn pay(&self, dice: &mut Dice, job: &Job, content: &VacancyContent, part_time: bool) -> Pay {
        let (month, hour) = self.floor(content.place.as_ref());
        let mut pay = Pay::default();
        if part_time {
            let least = (hour + 1_500 + dice.between(0, 12) * 1_000) / 500 * 500;
            pay.hour = VndRange::new(Some(Vnd(least)), Some(Vnd(least + dice.between(0, 8) * 1_000))).ok();
            return pay;
        }
        let casual = job.branch == Branch::Building || (job.branch == Branch::General && dice.percent(12));
        if casual && dice.percent(60) {
            let least = (hour * 8 / 10_000 + 6 + dice.between(0, 20)) * 10_000;
            pay.day = VndRange::new(Some(Vnd(least)), Some(Vnd(least + dice.between(0, 10) * 10_000))).ok();
            return pay;
        }
        let (low, high) = job.wage;
        let from = dice.between(low, i64::midpoint(low, high)) / 5 * 500_000;
        let from = from.max((month / 500_000 + 1) * 500_000);
        let to = (from + dice.between(2, 10) * 500_000).min(high * 100_000 + 2_000_000).max(from);
        // Basic wages stand a little over the floor in factories, higher where training is asked for.
        let skilled = !matches!(job.qualification, Qualification::None);
        let share = if skilled { dice.between(60, 85) } else { dice.between(50, 72) };
        let basic = (from * share / 100).max(month * if skilled { 107 } else { 100 } / 100);
        let basic = (basic + 49_999) / 50_000 * 50_000;
        match dice.below(100) {
            0..9 => pay.negotiable = true,
            9..14 => {
                (pay.negotiable, pay.basic) = (true, Some(Vnd(basic)));
            }
            14..22 => pay.usual = VndRange::new(Some(Vnd(from)), None).ok(),
            22..26 => pay.usual = VndRange::new(None, Some(Vnd(to))).ok(),
            26..30 => pay.usual = VndRange::new(Some(Vnd(from)), Some(Vnd(from))).ok(),
            _ => pay.usual = VndRange::new(Some(Vnd(from)), Some(Vnd(to))).ok(),
        }
        if pay.basic.is_none() && !pay.negotiable && dice.percent(70) {
            pay.basic = Some(Vnd(basic.min(to)));
        }
        pay.piece_rate = matches!(job.branch, Branch::Garment | Branch::Shoes | Branch::Wood) && dice.percent(45);
        pay.commission = job.branch == Branch::Sales && dice.percent(55);
        if job.code == "2643" && dice.percent(25) {
            let from = dice.between(10, 14) * 50;
            pay.foreign = Some(ForeignWage {
                currency: Currency::Usd,
                from: Some(from),
                to: Some(from + 200),
            });
        }
        if dice.percent(60) {
            let kinds = [
                ("Chuyên cần", 3, 6),
                ("Xăng xe", 2, 5),
                ("Nhà ở", 2, 5),
                ("Thâm niên", 1, 4),
                ("Nuôi con nhỏ", 1, 2),
                ("Điện thoại", 1, 3),
                ("Độc hại", 2, 4),
            ];
            let kinds = if job.branch.is_factory() { &kinds[..] } else { &kinds[..6] };
            let count = 1 + dice.below(3);
            pay.allowances = dice
                .some(kinds, count)
                .into_iter()
                .map(|(name, low, high)| Allowance {
                    name: (*name).to_owned(),
                    amount: Vnd(dice.between(*low, *high) * 100_000),
                })
                .collect();
        }
        pay.pay_day = Some(*dice.pick(&[5, 8, 10, 10, 12, 15]));
        pay.thirteenth_month = dice.percent(65);
        pay
    }

    fn benefits(&self, dice: &mut Dice, content: &mut VacancyContent, scene: &Scene<'_>, part_time: bool) {
        let factory = scene.employer.branch.is_factory();
        let large = scene.employer.profile.workforce.is_some_and(|size| size >= sanviec_domain::vocabulary::Workforce::To500);
        if !part_time {
            content.benefits.push(Benefit::Insurance);
        }
        content.meals = Some(*if factory {
            dice.weighted(&[(Meals::One, 62), (Meals::Two, 14), (Meals::Three, 2), (Meals::Money, 16), (Meals::None, 6)])
        } else {
            dice.weighted(&[(Meals::One, 30), (Meals::Money, 25), (Meals::None, 45)])
        });
        if factory && large && dice.percent(62) {
            content.bus = self.bus(dice, content.place.as_ref());
            content.benefits.push(Benefit::Bus);
        } else if dice.percent(35) {
            content.benefits.push(Benefit::TravelSupport);
        }
        if factory && large && dice.percent(22) {
            let free = dice.percent(60);
            content.dormitory = Some(Dormitory {
                free,
                monthly: if free { None } else { Some(Vnd(dice.between(2, 6) * 100_000)) },
                per_room: Some(*dice.pick(&[4, 6, 8])),
            });
            content.benefits.push(Benefit::Dormitory);
        } else if dice.percent(18) {
            content.benefits.push(Benefit::HousingSupport);
        }
        for (benefit, chance) in [
            (Benefit::Training, 45),
            (Benefit::Promotion, 30),
            (Benefit::Nursery, if large { 8 } else { 1 }),
            (Benefit::Severance, 12),
            (Benefit::Accessible, 6),
            (Benefit::LifeInsurance, 3),
        ] {
            if dice.percent(chance) {
                content.benefits.push(benefit);
            }
        }
        if content.benefits.is_empty() {
            content.benefits.push(Benefit::Training);
        }
        content.benefits.sort();
    }

    /// One to four routes through communes as they were called before 2025: that is how people know them.
    fn bus(&self, dice: &mut Dice, place: Option<&Place>) -> Vec<BusRoute> {
        let former = &self.former_names;
        if former.is_empty() || place.is_none_or(|place| place.province != self.reference.home()) {
            return Vec::new();
        }
        // Former units lie in the list by district, so neighbours in the list are neighbours on the road.
        let near = place
            .and_then(|place| place.commune)
            .and_then(|code| former.iter().position(|(_, new)| *new == code))
            .unwrap_or_else(|| dice.below(former.len()));
        let end = place.map(|place| self.reference.place_short(place)).unwrap_or_default();
        (1..=dice.between(1, 4))
            .map(|number| {
                let start = (near + former.len() + dice.below(60) - 30) % former.len();
                let mut minutes = dice.between(330, 365);
                let mut seen = Vec::new();
                let stops: Vec<BusStop> = (0..dice.between(3, 6))
                    .filter_map(|step| {
                        let name = former[(start + step as usize * 2) % former.len()].0.as_str();
                        minutes += dice.between(5, 12);
                        if seen.contains(&name) {
                            return None;
                        }
                        seen.push(name);
                        Some(BusStop {
                            name: names::stop(dice, name),
                            time: time(minutes as u32 / 60, minutes as u32 % 60 / 5 * 5),
                        })
                    })
                    .collect();
                BusRoute {
                    name: format!("Tuyến {number}: {} – {end}", former[start].0),
                    stops,
                }
            })
            .collect()
    }

    fn recruiting(&self, dice: &mut Dice, content: &mut VacancyContent, employer: &GeneratedEmployer) {
        content.recruit_modes = vec![RecruitMode::InPerson];
        for (mode, chance) in [(RecruitMode::Telephone, 55), (RecruitMode::OnlineInterview, 12), (RecruitMode::Papers, 40)] {
            if dice.percent(chance) {
                content.recruit_modes.push(mode);
            }
        }
        content.deadline = self.options.today.checked_add_days(Days::new(dice.between(5, limits::DEADLINE_DAYS - 5) as u64));
        if dice.percent(35) {
            content.services = vec![CentreService::Referral];
        }
        if dice.percent(15) {
            content.services.push(CentreService::Supply);
        }
        let (name, woman) = names::person(dice);
        let given = fold(name.rsplit(' ').next().unwrap_or_default());
        let host = employer
            .profile
            .email
            .as_ref()
            .and_then(|email| email.as_str().split('@').nth(1))
            .unwrap_or("mau.example")
            .to_owned();
        let email = format!("{given}.{}@{host}", if woman { "ns" } else { "td" });
        content.contact = name.parse::<PersonName>().ok().map(|name| RecruitContact {
            name,
            title: (*dice.pick(&["Nhân viên nhân sự", "Trưởng phòng Nhân sự", "Phụ trách tuyển dụng", "Tổ trưởng hành chính"])).to_owned(),
            phone: phone(dice),
            email: email.parse::<Email>().ok(),
            notify_sms: dice.percent(60),
            notify_email: dice.percent(50),
            other: if dice.percent(15) {
                format!("Văn phòng tuyển dụng, máy lẻ {}", dice.between(101, 899))
            } else {
                String::new()
            },
        });
        if dice.percent(70) {
            let papers = [
                "Căn cước công dân bản sao",
                "Đơn xin việc",
                "Giấy khám sức khỏe",
                "Sơ yếu lý lịch",
                "Ảnh 3x4",
                "Bằng tốt nghiệp bản sao",
                "Sổ bảo hiểm xã hội (nếu có)",
            ];
            let count = 2 + dice.below(4);
            content.papers = papers.iter().take(count).map(|paper| (*paper).to_owned()).collect();
        }
        content.starts = if dice.percent(25) {
            self.options.today.checked_add_days(Days::new(dice.between(7, 45) as u64))
        } else {
            None
        };
    }
}

fn hours(dice: &mut Dice, content: &mut VacancyContent, employer: &GeneratedEmployer, skilled: bool) {
    let factory = employer.branch.is_factory();
    let shift = *if content.work_time == Some(WorkTime::PartTime) {
        dice.weighted(&[(Shift::Flexible, 70), (Shift::Day, 30)])
    } else {
        match employer.branch {
            Branch::Garment | Branch::Shoes | Branch::Wood => dice.weighted(&[(Shift::Office, 70), (Shift::Day, 22), (Shift::TwoShifts, 8)]),
            Branch::Electronics | Branch::Plastics => dice.weighted(&[(Shift::TwoShifts, 50), (Shift::Day, 15), (Shift::ThreeShifts, 20), (Shift::Office, 12), (Shift::Night, 3)]),
            Branch::Ceramics | Branch::Food => dice.weighted(&[(Shift::ThreeShifts, 45), (Shift::TwoShifts, 25), (Shift::Office, 20), (Shift::Night, 10)]),
            Branch::Services | Branch::Health | Branch::Sales => {
                dice.weighted(&[(Shift::TwoShifts, 40), (Shift::Office, 30), (Shift::Day, 15), (Shift::Night, 7), (Shift::Flexible, 8)])
            }
            _ => dice.weighted(&[(Shift::Office, 75), (Shift::TwoShifts, 15), (Shift::Flexible, 10)]),
        }
    };
    let shift = if skilled && factory && dice.percent(50) { Shift::Office } else { shift };
    content.shift = Some(shift);
    (content.hours_from, content.hours_to) = match shift {
        Shift::Office => *dice.pick(&[(time(7, 30), time(16, 30)), (time(8, 0), time(17, 0)), (time(7, 0), time(16, 0))]),
        Shift::Day => *dice.pick(&[(time(7, 30), time(16, 30)), (time(6, 0), time(14, 0))]),
        Shift::Night => (time(22, 0), time(6, 0)),
        Shift::TwoShifts | Shift::ThreeShifts => (time(6, 0), time(14, 0)),
        Shift::Flexible => (None, None),
    };
    if matches!(shift, Shift::TwoShifts | Shift::ThreeShifts) {
        content.extra.push(ExtraDemand::Shifts);
    }
    if content.work_time == Some(WorkTime::FullTime) {
        content.hours_per_week = Some(*dice.weighted(&[(48, 70), (44, 20), (40, 10)]));
        content.days_off = Some(*dice.weighted(&[(DaysOff::Sundays, 70), (DaysOff::Rotating, 20), (DaysOff::Weekends, 10)]));
        if factory && dice.percent(75) {
            let month = *dice.pick(&[20, 24, 30, 36, 40]);
            content.overtime = Overtime {
                hours_per_month: Some(month),
                hours_per_year: if dice.percent(50) { Some(200) } else { None },
            };
        }
        // Labour Code art. 25: 6 working days, 30 or 60 days by the training a job takes; art. 26: 85 % at least.
        let longest = match content.qualification.or(Some(Qualification::None)) {
            _ if skilled => 30,
            _ => 6,
        };
        if dice.percent(75) {
            content.probation = Some(Probation {
                days: longest,
                pay_percent: *dice.weighted(&[(85, 50), (90, 10), (100, 40)]),
            });
        }
    }
    content.contract = Some(*if factory {
        dice.weighted(&[(Contract::TwelveToThirtySixMonths, 66), (Contract::Indefinite, 24), (Contract::UnderTwelveMonths, 10)])
    } else {
        dice.weighted(&[(Contract::TwelveToThirtySixMonths, 55), (Contract::Indefinite, 30), (Contract::UnderTwelveMonths, 15)])
    });
    content.purpose = Some(match (content.work_time, content.contract) {
        (Some(WorkTime::PartTime), _) => Purpose::SideJob,
        (_, Some(Contract::UnderTwelveMonths)) => Purpose::Temporary,
        _ => Purpose::LongTerm,
    });
}

fn demands(dice: &mut Dice, content: &mut VacancyContent, job: &'static Job, skilled: bool) {
    content.qualification = Some(job.qualification);
    content.position = Some(if matches!(job.code, "3122" | "5222" | "2411") {
        Position::Manager
    } else {
        Position::Staff
    });
    content.schooling = Some(match job.qualification {
        Qualification::None | Qualification::SkilledWithoutCertificate => *dice.weighted(&[
            (Schooling::LowerSecondary, 60),
            (Schooling::UpperSecondary, 25),
            (Schooling::Primary, 10),
            (Schooling::BelowPrimary, 5),
        ]),
        _ => Schooling::UpperSecondary,
    });
    content.experience = Some(*if skilled {
        dice.weighted(&[
            (Experience::None, 15),
            (Experience::UnderOneYear, 15),
            (Experience::OneToTwo, 40),
            (Experience::TwoToFive, 25),
            (Experience::OverFive, 5),
        ])
    } else {
        dice.weighted(&[(Experience::None, 80), (Experience::UnderOneYear, 14), (Experience::OneToTwo, 6)])
    });
    if skilled && dice.percent(70) {
        (*dice.pick(texts::fields(job.branch))).clone_into(&mut content.qualification_major);
    }
    if job.qualification == Qualification::Elementary && dice.percent(25) {
        content.skill_level = format!("Bậc {}", dice.between(2, 5));
    }
    let tongue = ["tiếng Trung", "tiếng Hàn", "tiếng Nhật"].into_iter().find(|tongue| job.title.contains(tongue));
    if let Some(tongue) = tongue {
        let certificate = match tongue {
            "tiếng Trung" => "HSK 4",
            "tiếng Hàn" => "TOPIK 4",
            _ => "JLPT N3",
        };
        content.languages.push(SkillDemand {
            name: upper_first(tongue),
            certificate: Some(certificate.to_owned()),
            fluency: Some(Fluency::Good),
        });
    } else if skilled && dice.percent(20) {
        content.languages.push(SkillDemand {
            name: (*dice.pick(&["Tiếng Anh", "Tiếng Trung", "Tiếng Hàn"])).to_owned(),
            certificate: None,
            fluency: Some(Fluency::Average),
        });
    }
    if matches!(job.branch, Branch::Office | Branch::Computing) || skilled && dice.percent(35) {
        content.computer.push(SkillDemand {
            name: "Tin học văn phòng".to_owned(),
            certificate: None,
            fluency: Some(*dice.pick(&[Fluency::Fair, Fluency::Good])),
        });
    }
    if skilled {
        let count = dice.below(4);
        content.soft_skills = dice.some(&SoftSkill::ALL_BUT_OTHER, count).into_iter().copied().collect();
        content.soft_skills.sort();
    }
    if matches!(job.branch, Branch::Transport | Branch::Sales | Branch::Building) && dice.percent(25) {
        content.extra.push(ExtraDemand::Travel);
    }
    for (group, chance) in [(PriorityGroup::Disability, 6), (PriorityGroup::Demobilised, 12), (PriorityGroup::Poor, 8)] {
        if dice.percent(chance) {
            content.priority.push(group);
        }
    }
    // Labour Code art. 144 to 147: heavy, dangerous and night work is from 18.
    if matches!(job.branch, Branch::Metal | Branch::Ceramics | Branch::Building | Branch::Transport) || matches!(content.shift, Some(Shift::Night | Shift::ThreeShifts)) {
        content.least_age = Some(18);
    }
}

/// The soft skills that say something.
trait Informative {
    const ALL_BUT_OTHER: [SoftSkill; 6];
}
impl Informative for SoftSkill {
    const ALL_BUT_OTHER: [SoftSkill; 6] = [
        Self::Communication,
        Self::TimeManagement,
        Self::Teamwork,
        Self::Independence,
        Self::Pressure,
        Self::Reporting,
    ];
}

fn conditions(dice: &mut Dice, content: &mut VacancyContent, branch: Branch) {
    let conditions = &mut content.conditions;
    conditions.setting = Some(match branch {
        Branch::Building | Branch::Farming => Setting::Outdoors,
        Branch::Transport | Branch::Sales | Branch::Store => Setting::Mixed,
        _ => Setting::Indoors,
    });
    conditions.lifting = Some(match branch {
        Branch::Building | Branch::Store | Branch::Ceramics => *dice.pick(&[Lifting::Medium, Lifting::Heavy]),
        Branch::Metal | Branch::Farming | Branch::Wood | Branch::Food => Lifting::Medium,
        _ => Lifting::Light,
    });
    conditions.standing = Some(match branch {
        Branch::Office | Branch::Computing => Standing::HardlyEver,
        Branch::Garment | Branch::Transport => Standing::Medium,
        _ => *dice.pick(&[Standing::Medium, Standing::Much]),
    });
    conditions.hearing = Some(match branch {
        Branch::Sales | Branch::Teaching | Branch::Health | Branch::Office => Hearing::Important,
        _ => *dice.pick(&[Hearing::Basic, Hearing::Basic, Hearing::NotNeeded]),
    });
    conditions.sight = Some(if matches!(branch, Branch::Electronics | Branch::Garment | Branch::Computing) {
        Sight::Fine
    } else {
        Sight::Normal
    });
    conditions.handwork = match branch {
        Branch::Electronics => Some(Handwork::VerySmall),
        Branch::Garment | Branch::Shoes | Branch::Plastics | Branch::Food => Some(Handwork::Small),
        Branch::Metal | Branch::Wood | Branch::Ceramics | Branch::Building => Some(Handwork::Large),
        _ => None,
    };
    conditions.two_hands = vec![if branch.is_factory() || branch == Branch::Building {
        TwoHands::Both
    } else {
        TwoHands::Sometimes
    }];
}
