//! What may be sent, as tables: each field with its kind, its bounds and what it means, from form 03a of
//! decree 352/2025/NĐ-CP. [`super::schema`] makes the reader's checks and the description from them.

use regex::Regex;
use sanviec_domain::money::VndRange;
use sanviec_domain::pay::Currency;
use sanviec_domain::vacancy::content::limits::{LINE, OPENINGS, ROWS, STOPS, TEXT, TITLE};
use sanviec_domain::vocabulary::{
    Benefit, CentreService, Contract, DaysOff, Experience, ExtraDemand, Fluency, Handwork, Hearing, Lifting, Meals, Position, PriorityGroup, Purpose, Qualification, RecruitMode,
    Schooling, Setting, Shift, Sight, SoftSkill, Standing, TwoHands, Vocabulary, WorkTime,
};
use std::sync::LazyLock;

/// What a value is.
pub enum Kind {
    /// Words on one line, at most so many characters.
    Line(usize),
    /// Words with line breaks, at most so many characters.
    Text(usize),
    /// Words of a form.
    Pattern(&'static Pattern),
    /// A key of a closed list.
    Words(fn() -> Vec<&'static str>),
    /// A whole number within bounds.
    Whole(i64, i64),
    /// `2026-12-31`.
    Day,
    /// Yes or no.
    Flag,
    /// Several, at most so many.
    List(&'static Kind, usize),
    /// Fields of its own.
    Object(&'static [Part]),
}

/// A form of words.
pub struct Pattern {
    /// As a regular expression, in what Rust and ECMA 262 have in common.
    pub source: &'static str,
    /// The most characters.
    pub longest: usize,
    /// The same, ready.
    pub regex: LazyLock<Regex>,
}

macro_rules! pattern {
    ($name:ident, $longest:literal, $source:literal) => {
        static $name: Pattern = Pattern {
            source: $source,
            longest: $longest,
            regex: LazyLock::new(|| Regex::new($source).expect("a pattern of this table")),
        };
    };
}

pattern!(REFERENCE, 60, "^[A-Za-z0-9][A-Za-z0-9._/-]{0,59}$");
pattern!(OCCUPATION, 4, "^[0-9]{1,4}$");
pattern!(PROVINCE, 2, "^[0-9]{2}$");
pattern!(COMMUNE, 5, "^[0-9]{5}$");
pattern!(PARK, 60, "^[a-z0-9][a-z0-9-]{0,59}$");
pattern!(PHONE, 11, "^0([35789][0-9]{8}|2[0-9]{8,9})$");
pattern!(
    EMAIL,
    120,
    "^[A-Za-z0-9_+-]{1,30}([.][A-Za-z0-9_+-]{1,15}){0,2}@[A-Za-z0-9]{1,30}(-[A-Za-z0-9]{1,20}){0,2}([.][A-Za-z0-9]{1,20}){1,4}$"
);
// Letters as Vietnamese and its neighbours write them, no digits.
pattern!(PERSON, 80, "^[A-Za-zÀ-ÖØ-öø-ǿẠ-ỹ]([A-Za-zÀ-ÖØ-öø-ǿẠ-ỹ.-]|[ '][A-Za-zÀ-ÖØ-öø-ǿẠ-ỹ.-]){1,60}$");
pattern!(TIME, 8, "^([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?$");

/// A field.
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub kind: Kind,
    /// Whether it has to be there; what hasn't may be `null`.
    pub required: bool,
    /// What it means.
    pub says: &'static str,
}

const fn part(name: &'static str, kind: Kind, says: &'static str) -> Part {
    Part {
        name,
        kind,
        required: false,
        says,
    }
}

const fn needed(name: &'static str, kind: Kind, says: &'static str) -> Part {
    Part { name, kind, required: true, says }
}

fn keys<V: Vocabulary>() -> Vec<&'static str> {
    V::ALL.iter().map(|word| word.key()).collect()
}

const fn words<V: Vocabulary>() -> Kind {
    Kind::Words(keys::<V>)
}

const MONEY: Kind = Kind::Whole(1, VndRange::LARGEST);

/// A vacancy as it is handed in.
pub const POSTED: &[Part] = &[
    part("external_reference", Kind::Pattern(&REFERENCE), "Your own reference; one vacancy of yours has it at a time"),
    part(
        "submit",
        Kind::Flag,
        "Hand it to the centre at once; otherwise it is kept as a draft, in which anything may be missing. A change of a published vacancy always goes to the centre",
    ),
    needed("content", Kind::Object(CONTENT), "What it says: the fields of form 03a"),
];

/// What a vacancy says.
pub const CONTENT: &[Part] = &[
    part("title", Kind::Line(TITLE), "Tên công việc"),
    part("openings", Kind::Whole(1, OPENINGS as i64), "Số lượng tuyển"),
    part("description", Kind::Text(TEXT), "Mô tả công việc"),
    part("requirements", Kind::Text(TEXT), "Yêu cầu"),
    part(
        "occupation",
        Kind::Pattern(&OCCUPATION),
        "Mã nghề (VSCO, QĐ 34/2020/QĐ-TTg): proposed from the title where it is left out",
    ),
    part("position", words::<Position>(), "Chức vụ"),
    part("schooling", words::<Schooling>(), "Trình độ học vấn"),
    part("qualification", words::<Qualification>(), "Trình độ chuyên môn kỹ thuật"),
    part("qualification_major", Kind::Line(LINE), "Chuyên ngành đào tạo"),
    part("other_training", Kind::List(&Kind::Line(LINE), 2), "Trình độ khác"),
    part("skill_level", Kind::Line(LINE), "Trình độ kỹ năng nghề, bậc"),
    part("languages", Kind::List(&Kind::Object(SKILL), 2), "Ngoại ngữ"),
    part("computer", Kind::List(&Kind::Object(SKILL), 5), "Tin học"),
    part("soft_skills", Kind::List(&words::<SoftSkill>(), 20), "Kỹ năng mềm"),
    part("experience", words::<Experience>(), "Yêu cầu kinh nghiệm"),
    part("place", Kind::Object(PLACE), "Nơi làm việc"),
    part("contract", words::<Contract>(), "Loại hợp đồng lao động"),
    part("extra", Kind::List(&words::<ExtraDemand>(), 5), "Yêu cầu thêm"),
    part("work_time", words::<WorkTime>(), "Hình thức làm việc"),
    part("purpose", words::<Purpose>(), "Mục đích làm việc"),
    part("pay", Kind::Object(PAY), "Tiền lương; at least one way of paying, to be submitted"),
    part("meals", words::<Meals>(), "Hỗ trợ ăn"),
    part("benefits", Kind::List(&words::<Benefit>(), 20), "Chế độ phúc lợi"),
    part("benefits_other", Kind::Text(TEXT), "Phúc lợi khác"),
    part("conditions", Kind::Object(CONDITIONS), "Điều kiện làm việc"),
    part("priority", Kind::List(&words::<PriorityGroup>(), 10), "Đối tượng ưu tiên"),
    part("recruit_modes", Kind::List(&words::<RecruitMode>(), 10), "Hình thức tuyển dụng"),
    part(
        "deadline",
        Kind::Day,
        "Hạn nộp hồ sơ: the last day on which an application is taken, at most 90 days from today",
    ),
    part("services", Kind::List(&words::<CentreService>(), 10), "Mong muốn đối với tổ chức dịch vụ việc làm"),
    part("contact", Kind::Object(CONTACT), "Người liên hệ tuyển dụng"),
    part("shift", words::<Shift>(), "Ca làm việc"),
    part("hours_from", Kind::Pattern(&TIME), "Giờ làm việc, từ"),
    part("hours_to", Kind::Pattern(&TIME), "Giờ làm việc, đến"),
    part(
        "hours_per_week",
        Kind::Whole(1, 100),
        "Số giờ mỗi tuần, không tính tăng ca (Labour Code art. 105: at most 48)",
    ),
    part("overtime", Kind::Object(OVERTIME), "Tăng ca (Labour Code art. 107)"),
    part("days_off", words::<DaysOff>(), "Ngày nghỉ"),
    part("bus", Kind::List(&Kind::Object(BUS), ROWS), "Tuyến xe đưa đón"),
    part("dormitory", Kind::Object(DORMITORY), "Ký túc xá"),
    part("probation", Kind::Object(PROBATION), "Thử việc (Labour Code art. 24 to 26)"),
    part("starts", Kind::Day, "Ngày bắt đầu làm; at once where it is left out"),
    part("papers", Kind::List(&Kind::Line(LINE), ROWS), "Giấy tờ cần mang"),
    part("least_age", Kind::Whole(15, 60), "Tuổi thấp nhất, where the law asks for one"),
    part("abroad_licence", Kind::Line(LINE), "Số giấy phép đưa người đi làm việc ở nước ngoài (law 69/2020/QH14)"),
];

const SKILL: &[Part] = &[
    needed("name", Kind::Line(LINE), "Tên"),
    part("certificate", Kind::Line(LINE), "Chứng chỉ"),
    part("fluency", words::<Fluency>(), "Mức độ"),
];

const PLACE: &[Part] = &[
    needed("province", Kind::Pattern(&PROVINCE), "Mã tỉnh (QĐ 19/2025/QĐ-TTg)"),
    part("commune", Kind::Pattern(&COMMUNE), "Mã xã, of the same province"),
    part("park", Kind::Pattern(&PARK), "Khu công nghiệp: a slug of /api/v1/reference/parks"),
    part("street", Kind::Line(LINE), "Số nhà, đường, thôn"),
];

const PAY: &[Part] = &[
    part("basic", MONEY, "Lương cơ bản, VND a month"),
    part("usual", Kind::Object(RANGE), "Thu nhập thường gặp, VND a month"),
    part("day", Kind::Object(RANGE), "Lương ngày, VND"),
    part("hour", Kind::Object(RANGE), "Lương giờ, VND"),
    part("piece_rate", Kind::Flag, "Lương sản phẩm, khoán"),
    part("commission", Kind::Flag, "Hoa hồng"),
    part("negotiable", Kind::Flag, "Thỏa thuận khi phỏng vấn"),
    part("allowances", Kind::List(&Kind::Object(ALLOWANCE), ROWS), "Phụ cấp, thưởng"),
    part("foreign", Kind::Object(FOREIGN), "In another currency, a month"),
    part("pay_day", Kind::Whole(1, 31), "Ngày trả lương"),
    part("thirteenth_month", Kind::Flag, "Lương tháng 13"),
];

const RANGE: &[Part] = &[part("from", MONEY, "Từ"), part("to", MONEY, "Đến")];

const ALLOWANCE: &[Part] = &[needed("name", Kind::Line(80), "Khoản"), needed("amount", MONEY, "VND a month")];

const FOREIGN: &[Part] = &[needed("currency", words::<Currency>(), "ISO 4217"), part("from", MONEY, "Từ"), part("to", MONEY, "Đến")];

const CONDITIONS: &[Part] = &[
    part("setting", words::<Setting>(), "Nơi làm việc"),
    part("lifting", words::<Lifting>(), "Trọng lượng nâng"),
    part("standing", words::<Standing>(), "Đứng hoặc đi lại"),
    part("hearing", words::<Hearing>(), "Nghe nói"),
    part("sight", words::<Sight>(), "Thị lực"),
    part("handwork", words::<Handwork>(), "Thao tác bằng tay"),
    part("two_hands", Kind::List(&words::<TwoHands>(), 5), "Dùng hai tay"),
];

const CONTACT: &[Part] = &[
    needed("name", Kind::Pattern(&PERSON), "Họ tên"),
    part("title", Kind::Line(LINE), "Chức vụ"),
    needed("phone", Kind::Pattern(&PHONE), "Số điện thoại"),
    part("email", Kind::Pattern(&EMAIL), "Email"),
    part("notify_sms", Kind::Flag, "Nhận SMS khi có người ứng tuyển"),
    part("notify_email", Kind::Flag, "Nhận email khi có người ứng tuyển"),
    part("other", Kind::Line(LINE), "Hình thức liên hệ khác"),
];

const OVERTIME: &[Part] = &[
    part("hours_per_month", Kind::Whole(0, 300), "Giờ mỗi tháng"),
    part("hours_per_year", Kind::Whole(0, 3_000), "Giờ mỗi năm"),
];

const BUS: &[Part] = &[
    needed("name", Kind::Line(LINE), "Tên tuyến"),
    part("stops", Kind::List(&Kind::Object(STOP), STOPS), "Điểm đón"),
];

const STOP: &[Part] = &[needed("name", Kind::Line(LINE), "Nơi"), part("time", Kind::Pattern(&TIME), "Giờ xe qua")];

const DORMITORY: &[Part] = &[
    part("free", Kind::Flag, "Miễn phí"),
    part("monthly", MONEY, "VND a month"),
    part("per_room", Kind::Whole(1, 50), "Số người một phòng"),
];

const PROBATION: &[Part] = &[
    needed("days", Kind::Whole(1, 400), "Số ngày"),
    needed("pay_percent", Kind::Whole(0, 100), "Phần trăm lương; at least 85"),
];

/// Which way a vacancy is closed.
pub const CLOSING: &[Part] = &[needed("reason", Kind::Words(closing), "`filled`: you have found them; `withdrawn`: you look no longer")];

fn closing() -> Vec<&'static str> {
    vec!["filled", "withdrawn"]
}

/// What an officer might decide about a vacancy for trying out.
pub const DECIDING: &[Part] = &[needed("outcome", Kind::Words(outcomes), "What the centre would decide")];

fn outcomes() -> Vec<&'static str> {
    vec!["publish", "return", "reject"]
}
