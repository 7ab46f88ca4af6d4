//! The inputs of the posting form: their exact names, in the form's order.
//!
//! Where [`Field`] has a key, the name is that key; the others are those of form 03a in
//! `config/reference`. A choice sends the key of its vocabulary, a lone box sends [`TICKED`], dates
//! are `YYYY-MM-DD`, times `HH:MM` (browsers do that for `type=date` and `type=time`), everything
//! else is free text as people write it.

use sanviec_domain::vacancy::Field;

/// What a ticked box that stands alone sends.
pub const TICKED: &str = "1";

macro_rules! names {
    ($($(#[$doc:meta])* $constant:ident = $name:literal;)+) => {
        $($(#[$doc])* pub const $constant: &str = $name;)+
        /// Every name, in the form's order.
        pub const ALL: &[&str] = &[$($name),+];
    };
}

names! {
    /// Tên công việc: text.
    JOB_TITLE = "job_title";
    /// Số lượng tuyển: a number.
    QUANTITY = "quantity";
    /// Mô tả công việc: text of several lines.
    JOB_DESCRIPTION = "job_description";
    /// Khu công nghiệp: a park's slug, or empty.
    PARK = "park";
    /// Xã, phường: a commune's code, or empty.
    COMMUNE = "commune";
    /// House number, street: text.
    STREET = "street";
    /// First day of work: a date; empty means at once.
    STARTS = "starts";
    /// Tỉnh: a province's code.
    PROVINCE = "province";
    /// Chức vụ: a key of `Position`.
    POSITION = "position";
    /// Mục đích làm việc: a key of `Purpose`.
    PURPOSE = "purpose";
    /// Yêu cầu thêm: keys of `ExtraDemand`.
    EXTRA = "extra";
    /// Licence number of the sending company: text.
    ABROAD_LICENCE = "abroad_licence";

    /// Lương cơ bản: an amount as people write it.
    WAGE_BASIC = "wage_basic";
    /// Thu nhập thường gặp, from: an amount.
    WAGE_FROM = "wage_from";
    /// Thu nhập thường gặp, to: an amount.
    WAGE_TO = "wage_to";
    /// Thoả thuận: a box.
    NEGOTIABLE = "negotiable";
    /// Ca làm việc: a key of `Shift`.
    SHIFT = "shift";
    /// Working hours, from: a time.
    HOURS_FROM = "hours_from";
    /// Working hours, to: a time.
    HOURS_TO = "hours_to";
    /// Hình thức làm việc: a key of `WorkTime`.
    WORK_TIME = "work_time";
    /// Loại hợp đồng: a key of `Contract`.
    CONTRACT = "contract";
    /// Phụ cấp: one "name: amount" a line.
    ALLOWANCES = "allowances";
    /// Day of the month on which wages are paid: 1 to 31.
    PAY_DAY = "pay_day";
    /// Lương tháng 13: a box.
    THIRTEENTH_MONTH = "thirteenth_month";
    /// Lương ngày: an amount or a range.
    WAGE_DAY = "wage_day";
    /// Lương giờ: an amount or a range.
    WAGE_HOUR = "wage_hour";
    /// Lương sản phẩm: a box.
    PIECE_RATE = "piece_rate";
    /// Hoa hồng: a box.
    COMMISSION = "commission";
    /// Hours a week: a number.
    HOURS_PER_WEEK = "hours_per_week";
    /// Overtime hours a month: a number.
    OVERTIME_MONTH = "overtime_month";
    /// Overtime hours a year: a number.
    OVERTIME_YEAR = "overtime_year";
    /// Ngày nghỉ: a key of `DaysOff`.
    DAYS_OFF = "days_off";
    /// Days of probation: a number.
    PROBATION_DAYS = "probation_days";
    /// Pay during probation in per cent: a number.
    PROBATION_PAY = "probation_pay";

    /// Chế độ phúc lợi: keys of `Benefit`.
    BENEFITS = "benefits";
    /// Hỗ trợ ăn: a key of `Meals`.
    MEALS = "meals";
    /// Bus routes: one a line, "Tuyến 1: điểm 06:10, điểm 06:25".
    BUS = "bus";
    /// Whether there is a place to live: a box.
    DORMITORY = "dormitory";
    /// Whether it is free: a box.
    DORMITORY_FREE = "dormitory_free";
    /// What it costs a month: an amount.
    DORMITORY_MONTHLY = "dormitory_monthly";
    /// Persons a room: a number.
    DORMITORY_PER_ROOM = "dormitory_per_room";
    /// Phúc lợi khác: text.
    BENEFITS_OTHER = "benefits_other";
    /// A key of `Setting`.
    CONDITION_SETTING = "condition_setting";
    /// A key of `Lifting`.
    CONDITION_LIFTING = "condition_lifting";
    /// A key of `Standing`.
    CONDITION_STANDING = "condition_standing";
    /// A key of `Hearing`.
    CONDITION_HEARING = "condition_hearing";
    /// A key of `Sight`.
    CONDITION_SIGHT = "condition_sight";
    /// A key of `Handwork`.
    CONDITION_HANDWORK = "condition_handwork";
    /// Keys of `TwoHands`.
    CONDITION_TWO_HANDS = "condition_two_hands";
    /// Đối tượng ưu tiên: keys of `PriorityGroup`.
    PRIORITY = "priority";

    /// Kinh nghiệm: a key of `Experience`.
    EXPERIENCE = "experience";
    /// Trình độ học vấn: a key of `Schooling`.
    EDUCATION = "education";
    /// Trình độ CMKT: a key of `Qualification`.
    QUALIFICATION = "qualification";
    /// Yêu cầu in words: text of several lines.
    REQUIREMENTS = "requirements";
    /// Hạn nộp: a date.
    DEADLINE = "deadline";
    /// Hình thức tuyển dụng: keys of `RecruitMode`.
    RECRUIT_MODE = "recruit_mode";
    /// Người liên hệ: a name.
    CONTACT_NAME = "contact_name";
    /// Số điện thoại: a telephone number.
    CONTACT_PHONE = "contact_phone";
    /// Email: an e-mail address.
    CONTACT_EMAIL = "contact_email";
    /// Nhận SMS: a box.
    NOTIFY_SMS = "notify_sms";
    /// Nhận email: a box.
    NOTIFY_EMAIL = "notify_email";
    /// The contact's position: text.
    CONTACT_TITLE = "contact_title";
    /// Another way to get in touch: text.
    CONTACT_OTHER = "contact_other";
    /// Chuyên ngành: text.
    QUALIFICATION_MAJOR = "qualification_major";
    /// Trình độ khác: one a line.
    OTHER_TRAINING = "other_training";
    /// Trình độ kỹ năng nghề + Bậc: text.
    SKILL_LEVEL = "skill_level";
    /// First language: its name.
    LANGUAGE_NAME_1 = "language_name_1";
    /// First language: a key of `Fluency`.
    LANGUAGE_LEVEL_1 = "language_level_1";
    /// Second language: its name.
    LANGUAGE_NAME_2 = "language_name_2";
    /// Second language: a key of `Fluency`.
    LANGUAGE_LEVEL_2 = "language_level_2";
    /// Tin học: its name.
    COMPUTER_NAME = "computer_name";
    /// Tin học: a key of `Fluency`.
    COMPUTER_LEVEL = "computer_level";
    /// Kỹ năng mềm: keys of `SoftSkill`.
    SOFT_SKILLS = "soft_skills";
    /// Giấy tờ cần mang: one a line.
    PAPERS = "papers";
    /// Lowest age: a number.
    LEAST_AGE = "least_age";
    /// Mong muốn với trung tâm: keys of `CentreService`.
    SERVICES = "services";
}

/// Names that may come several times, once for each ticked box.
pub const REPEATED: &[&str] = &[EXTRA, BENEFITS, CONDITION_TWO_HANDS, PRIORITY, RECRUIT_MODE, SOFT_SKILLS, SERVICES];

/// Boxes that stand alone: present with [`TICKED`], or absent.
pub const BOXES: &[&str] = &[NEGOTIABLE, THIRTEENTH_MONTH, PIECE_RATE, COMMISSION, DORMITORY, DORMITORY_FREE, NOTIFY_SMS, NOTIFY_EMAIL];

/// The button's name: [`SAVE`], [`NEXT`], [`PREVIEW`] or [`REVISE`].
pub const ACTION: &str = "action";
/// "Lưu nháp".
pub const SAVE: &str = "save";
/// "Lưu và tiếp tục", on a step.
pub const NEXT: &str = "next";
/// "Xem trước".
pub const PREVIEW: &str = "preview";
/// "Gửi sửa đổi", for a published vacancy.
pub const REVISE: &str = "revise";

/// What the remarks looked like that a step was sent under ([`super::steps::fingerprint`]).
pub const SEEN: &str = "seen";

/// How many screens a posting is written on; the check comes after them.
pub const STEPS: usize = 4;

/// The inputs of a step, 1 to [`STEPS`].
pub fn of_step(step: usize) -> &'static [&'static str] {
    let at = |name: &str| ALL.iter().position(|known| *known == name).unwrap_or(ALL.len());
    let begins = [at(JOB_TITLE), at(WAGE_BASIC), at(BENEFITS), at(EXPERIENCE), ALL.len()];
    match (begins.get(step.wrapping_sub(1)), begins.get(step)) {
        (Some(from), Some(to)) => &ALL[*from..*to],
        _ => &[],
    }
}

/// The step an input stands on.
pub fn step_of(input: &str) -> usize {
    (1..=STEPS).find(|step| of_step(*step).contains(&input)).unwrap_or(1)
}

/// Of each of the four sections, the inputs under "Thêm chi tiết".
pub const MORE: [&[&str]; 4] = [
    &[PROVINCE, POSITION, PURPOSE, EXTRA, ABROAD_LICENCE],
    &[
        ALLOWANCES,
        PAY_DAY,
        THIRTEENTH_MONTH,
        WAGE_DAY,
        WAGE_HOUR,
        PIECE_RATE,
        COMMISSION,
        HOURS_PER_WEEK,
        OVERTIME_MONTH,
        OVERTIME_YEAR,
        DAYS_OFF,
        PROBATION_DAYS,
        PROBATION_PAY,
    ],
    &[
        DORMITORY,
        DORMITORY_FREE,
        DORMITORY_MONTHLY,
        DORMITORY_PER_ROOM,
        BENEFITS_OTHER,
        CONDITION_SETTING,
        CONDITION_LIFTING,
        CONDITION_STANDING,
        CONDITION_HEARING,
        CONDITION_SIGHT,
        CONDITION_HANDWORK,
        CONDITION_TWO_HANDS,
        PRIORITY,
    ],
    &[
        CONTACT_TITLE,
        CONTACT_OTHER,
        QUALIFICATION_MAJOR,
        OTHER_TRAINING,
        SKILL_LEVEL,
        LANGUAGE_NAME_1,
        LANGUAGE_LEVEL_1,
        LANGUAGE_NAME_2,
        LANGUAGE_LEVEL_2,
        COMPUTER_NAME,
        COMPUTER_LEVEL,
        SOFT_SKILLS,
        PAPERS,
        LEAST_AGE,
        SERVICES,
    ],
];

/// The input at which an error of a field stands; of a field that several inputs make up, the first.
pub const fn input_of(field: Field) -> &'static str {
    match field {
        // The code is proposed from the title; the three of an import have no input.
        Field::Title | Field::Occupation | Field::ExternalReference | Field::EmployerTaxCode | Field::EmployerName => JOB_TITLE,
        Field::Openings => QUANTITY,
        Field::Description => JOB_DESCRIPTION,
        Field::Requirements => REQUIREMENTS,
        Field::Position => POSITION,
        Field::Schooling => EDUCATION,
        Field::Qualification => QUALIFICATION,
        Field::Experience => EXPERIENCE,
        Field::Place => PARK,
        Field::Contract => CONTRACT,
        Field::WorkTime => WORK_TIME,
        Field::Pay => WAGE_FROM,
        Field::BasicWage => WAGE_BASIC,
        Field::Benefits => BENEFITS,
        Field::Conditions => CONDITION_SETTING,
        Field::RecruitModes => RECRUIT_MODE,
        Field::Deadline => DEADLINE,
        Field::ContactName => CONTACT_NAME,
        Field::ContactPhone => CONTACT_PHONE,
        Field::ContactEmail => CONTACT_EMAIL,
        Field::Shift => SHIFT,
        Field::Hours => HOURS_FROM,
        Field::Overtime => OVERTIME_MONTH,
        Field::Bus => BUS,
        Field::Probation => PROBATION_DAYS,
        Field::LeastAge => LEAST_AGE,
        Field::AbroadLicence => ABROAD_LICENCE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use sanviec_domain::vocabulary::Vocabulary;

    #[test]
    fn a_field_with_an_input_of_its_own_has_its_key() {
        for field in Field::ALL {
            let input = input_of(*field);
            assert!(ALL.contains(&input));
            if ALL.contains(&field.key()) {
                assert_eq!(input, field.key());
            }
        }
    }

    #[test]
    fn every_input_stands_on_one_step() {
        let steps: Vec<&str> = (1..=STEPS).flat_map(|step| of_step(step).iter().copied()).collect();
        assert_eq!(steps, ALL);
        assert_eq!(of_step(0).len() + of_step(STEPS + 1).len(), 0);
        for (index, more) in MORE.iter().enumerate() {
            assert!(more.iter().all(|name| step_of(name) == index + 1));
        }
    }

    #[test]
    fn the_lists_are_of_known_names_without_repetition() {
        for (index, name) in ALL.iter().enumerate() {
            assert!(!ALL[..index].contains(name), "{name}");
        }
        for name in REPEATED.iter().chain(BOXES).chain(MORE.iter().copied().flatten()) {
            assert!(ALL.contains(name), "{name}");
        }
    }
}
