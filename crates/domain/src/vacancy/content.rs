//! What a vacancy says: the fields of form 03a (decree 352/2025/NĐ-CP, Annex I) and the few more
//! that workers look at first (shift, hours, bus stops, dormitory).

use crate::contact::{Email, PersonName, Phone};
use crate::pay::Pay;
use crate::place::Place;
use crate::vacancy::Field;
use crate::vocabulary::{
    Benefit, CentreService, Contract, DaysOff, Experience, ExtraDemand, Fluency, Handwork, Hearing, Lifting, Meals, Position, PriorityGroup, Purpose, Qualification, RecruitMode,
    Schooling, Setting, Shift, Sight, SoftSkill, Standing, TwoHands, WorkTime,
};
use chrono::{NaiveDate, NaiveTime};
use serde::{Deserialize, Serialize};

/// The greatest lengths, in characters, of the free texts.
pub mod limits {
    /// Tên công việc.
    pub const TITLE: usize = 120;
    /// Mô tả, yêu cầu.
    pub const TEXT: usize = 6_000;
    /// A short line: a speciality, a street, a route's name.
    pub const LINE: usize = 200;
    /// Number of rows of a list: allowances, papers, bus routes.
    pub const ROWS: usize = 30;
    /// Stops of one bus route.
    pub const STOPS: usize = 60;
    /// Openings of one vacancy.
    pub const OPENINGS: u32 = 10_000;
    /// Days from today to the deadline.
    pub const DEADLINE_DAYS: i64 = 90;
}

/// A language or computer skill asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SkillDemand {
    /// "Tiếng Hàn", "Tin học văn phòng".
    pub name: String,
    /// A certificate, where one is named.
    #[serde(default)]
    pub certificate: Option<String>,
    /// How well.
    #[serde(default)]
    pub fluency: Option<Fluency>,
}

/// A stop of the company bus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BusStop {
    /// "Ngã tư Vô Hối".
    pub name: String,
    /// When the bus comes by in the morning.
    #[serde(default)]
    pub time: Option<NaiveTime>,
}

/// A route of the company bus.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BusRoute {
    /// "Tuyến 3: Diêm Điền – Liên Hà Thái".
    pub name: String,
    /// Its stops, in order.
    #[serde(default)]
    pub stops: Vec<BusStop>,
}

/// A place to live that comes with the job.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Dormitory {
    /// Whether it costs the worker nothing.
    pub free: bool,
    /// VND a month where it is not free.
    pub monthly: Option<crate::money::Vnd>,
    /// Persons a room.
    pub per_room: Option<u8>,
}

/// Overtime as usual at this job.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Overtime {
    /// Hours a month (Labour Code 45/2019 art. 107: at most 40, or 60).
    pub hours_per_month: Option<u16>,
    /// Hours a year (at most 200, or 300).
    pub hours_per_year: Option<u16>,
}

/// Thử việc (Labour Code 45/2019, art. 24 to 26).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Probation {
    /// Calendar days (6 means working days for unskilled work).
    pub days: u16,
    /// Share of the full wage, in per cent; at least 85.
    pub pay_percent: u8,
}

/// Điều kiện làm việc: the seven physical conditions of the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Conditions {
    /// Nơi làm việc.
    pub setting: Option<Setting>,
    /// Trọng lượng nâng.
    pub lifting: Option<Lifting>,
    /// Đứng hoặc đi lại.
    pub standing: Option<Standing>,
    /// Nghe nói.
    pub hearing: Option<Hearing>,
    /// Thị lực.
    pub sight: Option<Sight>,
    /// Thao tác bằng tay.
    pub handwork: Option<Handwork>,
    /// Dùng 2 tay.
    pub two_hands: Vec<TwoHands>,
}

/// Người liên hệ tuyển dụng.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecruitContact {
    /// Họ tên.
    pub name: PersonName,
    /// Chức vụ.
    #[serde(default)]
    pub title: String,
    /// Số điện thoại.
    pub phone: Phone,
    /// Email; the form asks for it, an imported row may lack it.
    #[serde(default)]
    pub email: Option<Email>,
    /// Nhận SMS thông báo ứng tuyển.
    #[serde(default)]
    pub notify_sms: bool,
    /// Nhận email thông báo ứng tuyển.
    #[serde(default)]
    pub notify_email: bool,
    /// Hình thức liên hệ khác.
    #[serde(default)]
    pub other: String,
}

/// What a vacancy says. A draft may be incomplete: what form 03a requires and is not there yet is
/// an `Option`, and [`super::validate`] names it before the vacancy can be submitted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct VacancyContent {
    /// Tên công việc.
    pub title: String,
    /// Số lượng tuyển.
    pub openings: Option<u32>,
    /// Mô tả công việc.
    pub description: String,
    /// Yêu cầu, in the employer's words.
    pub requirements: String,
    /// Mã nghề cấp 4 (or a coarser prefix): proposed from the title, confirmed by an officer.
    pub occupation: Option<String>,
    /// Whether an officer confirmed the occupation.
    pub occupation_confirmed: bool,
    /// Chức vụ.
    pub position: Option<Position>,
    /// Trình độ học vấn.
    pub schooling: Option<Schooling>,
    /// Trình độ CMKT.
    pub qualification: Option<Qualification>,
    /// Chuyên ngành đào tạo.
    pub qualification_major: String,
    /// Trình độ khác (1, 2).
    pub other_training: Vec<String>,
    /// Trình độ kỹ năng nghề + Bậc.
    pub skill_level: String,
    /// Ngoại ngữ, at most 2.
    pub languages: Vec<SkillDemand>,
    /// Tin học.
    pub computer: Vec<SkillDemand>,
    /// Kỹ năng mềm.
    pub soft_skills: Vec<SoftSkill>,
    /// Yêu cầu kinh nghiệm.
    pub experience: Option<Experience>,
    /// Nơi làm việc dự kiến.
    pub place: Option<Place>,
    /// Loại hợp đồng.
    pub contract: Option<Contract>,
    /// Yêu cầu thêm.
    pub extra: Vec<ExtraDemand>,
    /// Hình thức làm việc.
    pub work_time: Option<WorkTime>,
    /// Mục đích làm việc.
    pub purpose: Option<Purpose>,
    /// Mức lương.
    pub pay: Pay,
    /// Hỗ trợ ăn.
    pub meals: Option<Meals>,
    /// Chế độ phúc lợi.
    pub benefits: Vec<Benefit>,
    /// Phúc lợi khác, in words.
    pub benefits_other: String,
    /// Điều kiện làm việc.
    pub conditions: Conditions,
    /// Đối tượng ưu tiên.
    pub priority: Vec<PriorityGroup>,
    /// Hình thức tuyển dụng.
    pub recruit_modes: Vec<RecruitMode>,
    /// Thời hạn tuyển dụng: the last day on which an application is taken.
    pub deadline: Option<NaiveDate>,
    /// Mong muốn đối với tổ chức dịch vụ việc làm.
    pub services: Vec<CentreService>,
    /// Người liên hệ.
    pub contact: Option<RecruitContact>,
    /// Ca làm việc.
    pub shift: Option<Shift>,
    /// Working hours: from.
    pub hours_from: Option<NaiveTime>,
    /// Working hours: to.
    pub hours_to: Option<NaiveTime>,
    /// Hours a week without overtime (Labour Code art. 105: at most 48).
    pub hours_per_week: Option<u8>,
    /// Tăng ca.
    pub overtime: Overtime,
    /// Ngày nghỉ.
    pub days_off: Option<DaysOff>,
    /// Tuyến xe đưa đón.
    pub bus: Vec<BusRoute>,
    /// Ký túc xá.
    pub dormitory: Option<Dormitory>,
    /// Thử việc.
    pub probation: Option<Probation>,
    /// First day of work; `None` means at once.
    pub starts: Option<NaiveDate>,
    /// Giấy tờ cần mang.
    pub papers: Vec<String>,
    /// Lowest age, where the law asks for one (18 for heavy work); never an upper limit.
    pub least_age: Option<u8>,
    /// Work abroad: the licence number of the sending company (law 69/2020/QH14).
    pub abroad_licence: Option<String>,
}

impl VacancyContent {
    /// Whether a company bus comes with the job.
    pub fn has_bus(&self) -> bool {
        !self.bus.is_empty() || self.benefits.contains(&Benefit::Bus)
    }

    /// Whether meals or meal money come with the job.
    pub fn has_meals(&self) -> bool {
        self.meals.is_some_and(|meals| meals != Meals::None)
    }

    /// Whether there is a place to live.
    pub fn has_dormitory(&self) -> bool {
        self.dormitory.is_some() || self.benefits.contains(&Benefit::Dormitory)
    }

    /// What of a change from `self` to `next` of a published vacancy is carried out at once, without
    /// a moderator: the contact person and a later deadline. Everything else (pay, place, title,
    /// occupation, openings, requirements, and whatever else people decide by) stays as it is here.
    #[must_use]
    pub fn at_once(&self, next: &Self) -> Self {
        let mut now = self.clone();
        now.contact.clone_from(&next.contact);
        if next.deadline > self.deadline {
            now.deadline = next.deadline;
        }
        now
    }

    /// The parts in which two texts differ, by the names they are kept under: for the audit log.
    pub fn changed_parts(&self, next: &Self) -> Vec<String> {
        let parts = |content: &Self| match serde_json::to_value(content) {
            Ok(serde_json::Value::Object(parts)) => parts,
            _ => serde_json::Map::new(),
        };
        let (old, new) = (parts(self), parts(next));
        new.into_iter().filter(|(name, value)| old.get(name) != Some(value)).map(|(name, _)| name).collect()
    }

    /// What applicants decided by and `next` says otherwise: the fields in their order, for their letter.
    pub fn changed_terms(&self, next: &Self) -> Vec<Field> {
        let terms = [
            (Field::Title, self.title != next.title),
            (Field::Pay, self.pay != next.pay),
            (Field::Place, self.place != next.place),
            (Field::Shift, self.shift != next.shift),
            (
                Field::Hours,
                (self.hours_from, self.hours_to, self.hours_per_week) != (next.hours_from, next.hours_to, next.hours_per_week),
            ),
            (
                Field::Requirements,
                self.requirements != next.requirements || self.qualification != next.qualification || self.experience != next.experience,
            ),
        ];
        terms.into_iter().filter_map(|(field, is_changed)| is_changed.then_some(field)).collect()
    }

    /// Whether a change from `self` to `next` of a published vacancy needs a moderator.
    pub fn needs_review(&self, next: &Self) -> bool {
        self.at_once(next) != *next
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;

    #[test]
    fn a_contact_and_a_later_deadline_need_no_moderator() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let old = VacancyContent {
            title: "Thợ may".to_owned(),
            openings: Some(10),
            deadline: Some(today),
            ..VacancyContent::default()
        };
        let contact = RecruitContact {
            name: "Nguyễn Thị Hoà".parse().unwrap(),
            title: String::new(),
            phone: "0912000333".parse().unwrap(),
            email: None,
            notify_sms: false,
            notify_email: false,
            other: String::new(),
        };
        let mut next = VacancyContent {
            contact: Some(contact),
            deadline: Some(today + Days::new(5)),
            ..old.clone()
        };
        assert!(!old.needs_review(&next) && old.at_once(&next) == next);
        next.openings = Some(20);
        assert!(old.needs_review(&next));
        let now = old.at_once(&next);
        assert_eq!((now.openings, now.deadline), (Some(10), next.deadline), "what may go at once does");
        assert_eq!(now.contact, next.contact);
        for deadline in [Some(today - Days::new(1)), None] {
            let sooner = VacancyContent { deadline, ..old.clone() };
            assert!(old.needs_review(&sooner) && old.at_once(&sooner) == old, "a sooner deadline shuts people out");
        }
        assert!(!old.needs_review(&old));
        assert_eq!(old.changed_parts(&next), ["contact", "deadline", "openings"]);
    }
}
