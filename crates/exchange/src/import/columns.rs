//! The columns of an import file: what each is called, which field of the posting form it fills.
//!
//! A header may be the label as form 03a prints it, the key of `forms_nd352.json`, or one of a few
//! other names people use; marks, case, asterisks and punctuation don't matter.

use sanviec_domain::text::{fold, words};
use sanviec_domain::vacancy::Field;

macro_rules! columns {
    ($($variant:ident = $key:literal, $label:literal, [$($alias:literal),*], $field:ident;)+) => {
        /// A column that the import knows and the export writes.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Column { $(#[doc = $label] $variant),+ }

        impl Column {
            /// Every column, in the order of the export.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable name, also the key in a line of JSON.
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }

            /// The header as the export writes it.
            pub fn label(self) -> &'static str {
                match self { $(Self::$variant => $label),+ }
            }

            /// Other names under which the column is known.
            pub fn aliases(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($alias),*]),+ }
            }

            /// The field of the form at which an error in this column stands.
            pub fn field(self) -> Field {
                match self { $(Self::$variant => Field::$field),+ }
            }
        }
    };
}

columns! {
    Reference = "external_reference", "Mã tin", ["Mã tin của doanh nghiệp", "Mã tham chiếu", "Mã tin tuyển dụng"], ExternalReference;
    TaxCode = "employer_tax_code", "Mã số thuế", ["MST", "Mã số doanh nghiệp", "Mã số thuế doanh nghiệp", "tax_code"], EmployerTaxCode;
    EmployerName = "employer_name", "Tên doanh nghiệp", ["Doanh nghiệp", "Công ty", "Tên công ty", "Tên đơn vị", "Tên doanh nghiệp/người tuyển dụng", "employer"], EmployerName;
    Title = "job_title", "Tên công việc", ["Vị trí tuyển dụng", "Vị trí", "Chức danh", "title"], Title;
    Openings = "quantity", "Số lượng tuyển", ["Số lượng", "SL tuyển", "Số lượng cần tuyển", "openings"], Openings;
    Description = "job_description", "Mô tả công việc", ["Mô tả", "description"], Description;
    Requirements = "requirements", "Yêu cầu", ["Yêu cầu công việc", "Yêu cầu khác"], Requirements;
    Occupation = "occupation", "Mã nghề", ["vsco4", "Mã nghề cấp 4"], Occupation;
    OccupationLevel1 = "vsco1", "Mã nghề cấp 1", [], Occupation;
    OccupationLevel2 = "vsco2", "Mã nghề cấp 2", [], Occupation;
    OccupationLevel3 = "vsco3", "Mã nghề cấp 3", [], Occupation;
    OccupationConfirmed = "occupation_confirmed", "Mã nghề đã xác nhận", [], Occupation;
    Position = "position", "Chức vụ", ["Cấp bậc", "Chức vụ tuyển dụng"], Position;
    Schooling = "education", "Trình độ học vấn", ["Học vấn"], Schooling;
    Qualification = "qualification", "Trình độ CMKT", ["Trình độ chuyên môn", "Trình độ chuyên môn kỹ thuật"], Qualification;
    Major = "qualification_major", "Chuyên ngành đào tạo", ["Chuyên ngành"], Qualification;
    OtherTraining = "other_training", "Trình độ khác", ["Trình độ khác (1, 2)"], Qualification;
    SkillLevel = "skill_level", "Trình độ kỹ năng nghề", ["Trình độ kỹ năng nghề + Bậc", "Trình độ kỹ năng nghề (nếu có) + Bậc"], Qualification;
    Languages = "languages", "Trình độ ngoại ngữ", ["Ngoại ngữ", "Trình độ ngoại ngữ (tối đa 2): tên, chứng chỉ, khả năng sử dụng"], Qualification;
    Computer = "computer", "Trình độ tin học", ["Tin học", "Trình độ tin học: Tin học văn phòng / Khác; khả năng sử dụng"], Qualification;
    SoftSkills = "soft_skills", "Kỹ năng mềm", [], Requirements;
    Experience = "experience", "Yêu cầu kinh nghiệm", ["Kinh nghiệm"], Experience;
    Place = "place", "Nơi làm việc dự kiến", ["Nơi làm việc dự kiến: tỉnh, xã/phường/KCN", "Địa điểm làm việc", "Địa điểm"], Place;
    Province = "province", "Tỉnh", ["Tỉnh/thành phố", "Tỉnh, thành phố"], Place;
    Commune = "commune", "Xã/phường", ["Xã", "Phường", "Phường/xã", "Xã, phường"], Place;
    Park = "park", "Khu công nghiệp", ["KCN"], Place;
    Street = "street", "Địa chỉ cụ thể", ["Địa chỉ", "Số nhà, đường"], Place;
    Contract = "contract", "Loại hợp đồng LĐ", ["Loại hợp đồng", "Loại hợp đồng lao động", "Hợp đồng"], Contract;
    Extra = "extra", "Yêu cầu thêm", [], Shift;
    WorkTime = "work_time", "Hình thức làm việc", [], WorkTime;
    Purpose = "purpose", "Mục đích làm việc", [], WorkTime;
    Wage = "wage", "Mức lương", ["Lương", "Thu nhập", "wage_text"], Pay;
    WageBand = "wage_month", "Mức lương tháng", ["Lương tháng", "Lương tháng (VN đồng)"], Pay;
    BasicWage = "wage_basic", "Lương cơ bản", [], BasicWage;
    Income = "income", "Thu nhập thường gặp", ["Thu nhập thực tế", "Tổng thu nhập"], Pay;
    DayWage = "wage_day", "Lương ngày", ["Lương ngày (đ/ngày)"], Pay;
    HourWage = "wage_hour", "Lương giờ", ["Lương giờ (đ/giờ)"], Pay;
    Negotiable = "wage_negotiable", "Thỏa thuận khi phỏng vấn", ["Lương thỏa thuận"], Pay;
    Commission = "wage_commission", "Hoa hồng theo doanh thu/sản phẩm", ["Hoa hồng"], Pay;
    PieceRate = "wage_piece_rate", "Lương sản phẩm/khoán", ["Lương sản phẩm", "Lương khoán"], Pay;
    ForeignWage = "wage_foreign", "Lương ngoại tệ", [], Pay;
    Allowances = "allowances", "Phụ cấp", ["Phụ cấp, thưởng"], Pay;
    PayDay = "pay_day", "Ngày trả lương", [], Pay;
    ThirteenthMonth = "thirteenth_month", "Lương tháng 13", ["Thưởng tháng 13"], Pay;
    Meals = "meals", "Hỗ trợ ăn", ["Ăn ca", "Bữa ăn"], Benefits;
    Benefits = "benefits", "Chế độ phúc lợi", ["Phúc lợi", "Quyền lợi"], Benefits;
    BenefitsOther = "benefits_other", "Phúc lợi khác", [], Benefits;
    Setting = "setting", "Điều kiện làm việc: nơi làm việc", ["condition_place"], Conditions;
    Lifting = "lift", "Trọng lượng nâng", [], Conditions;
    Standing = "stand", "Đứng hoặc đi lại", [], Conditions;
    Hearing = "hear", "Nghe nói", [], Conditions;
    Sight = "sight", "Thị lực", [], Conditions;
    Handwork = "hands", "Thao tác bằng tay", [], Conditions;
    TwoHands = "two_hands", "Dùng 2 tay", [], Conditions;
    Priority = "priority", "Đối tượng ưu tiên", [], Requirements;
    RecruitModes = "recruit_mode", "Hình thức tuyển dụng", [], RecruitModes;
    Deadline = "deadline", "Thời hạn tuyển dụng", ["Hạn nộp hồ sơ", "Hạn nộp", "Thời hạn"], Deadline;
    Services = "wish", "Mong muốn của doanh nghiệp đối với TCDVVL", ["Mong muốn của doanh nghiệp", "services"], RecruitModes;
    ContactName = "contact_name", "Người liên hệ tuyển dụng", ["Người liên hệ", "Người liên hệ tuyển dụng: họ tên"], ContactName;
    ContactTitle = "contact_title", "Chức vụ người liên hệ", [], ContactName;
    ContactPhone = "contact_phone", "Số điện thoại", ["Điện thoại", "SĐT", "Số điện thoại liên hệ"], ContactPhone;
    ContactEmail = "contact_email", "Email", ["Thư điện tử", "Email liên hệ"], ContactEmail;
    NotifySms = "notify_sms", "Nhận SMS thông báo ứng tuyển", [], ContactPhone;
    NotifyEmail = "notify_email", "Nhận email thông báo ứng tuyển", [], ContactEmail;
    OtherContact = "other_contact", "Hình thức liên hệ khác", [], ContactName;
    Shift = "shift", "Ca làm việc", ["Ca"], Shift;
    Hours = "hours", "Giờ làm việc", ["Thời gian làm việc"], Hours;
    HoursFrom = "hours_from", "Giờ vào", [], Hours;
    HoursTo = "hours_to", "Giờ ra", [], Hours;
    HoursPerWeek = "hours_per_week", "Số giờ một tuần", [], Hours;
    OvertimeMonth = "overtime", "Tăng ca (giờ/tháng)", ["Tăng ca", "overtime_month"], Overtime;
    OvertimeYear = "overtime_year", "Tăng ca (giờ/năm)", [], Overtime;
    DaysOff = "days_off", "Ngày nghỉ", [], Hours;
    Bus = "bus", "Tuyến xe đưa đón", ["Xe đưa đón", "Xe buýt"], Bus;
    Dormitory = "dormitory", "Ký túc xá", ["Chỗ ở", "KTX"], Benefits;
    Probation = "probation", "Thử việc", ["Thời gian thử việc"], Probation;
    ProbationPay = "probation_pay", "Lương thử việc (%)", ["Lương thử việc"], Probation;
    Starts = "starts", "Ngày bắt đầu làm việc", ["Ngày đi làm"], Deadline;
    Papers = "papers", "Giấy tờ cần mang", ["Hồ sơ gồm", "Hồ sơ"], RecruitModes;
    LeastAge = "least_age", "Tuổi tối thiểu", [], LeastAge;
    AbroadLicence = "abroad_licence", "Số giấy phép đưa người đi làm việc ở nước ngoài", ["Số giấy phép XKLĐ"], AbroadLicence;
}

/// Headers that every office adds to its tables and that say nothing about the vacancy.
const IGNORED: &[&str] = &["STT", "TT", "Số thứ tự", "Ghi chú", "Note", "No"];

/// What a header means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Header {
    /// A column we know.
    Known(Column),
    /// A running number or remarks: passed over.
    Ignored,
    /// Nothing is written in it.
    Blank,
    /// Not known; perhaps this column was meant.
    Unknown(Option<Column>),
}

/// The form in which headers are compared: folded words.
fn canonical(header: &str) -> String {
    let folded = fold(header);
    words(&folded).collect::<Vec<_>>().join(" ")
}

/// What one header means by itself.
pub fn read_header(header: &str) -> Header {
    let wanted = canonical(header);
    if wanted.is_empty() {
        return Header::Blank;
    }
    if IGNORED.iter().any(|name| canonical(name) == wanted) {
        return Header::Ignored;
    }
    let known = Column::ALL.iter().copied().find(|column| names(*column).any(|name| canonical(name) == wanted));
    known.map_or_else(|| Header::Unknown(nearest(&wanted)), Header::Known)
}

fn names(column: Column) -> impl Iterator<Item = &'static str> {
    [column.key(), column.label()].into_iter().chain(column.aliases().iter().copied())
}

/// The column of a key in a line of JSON.
pub fn by_key(key: &str) -> Option<Column> {
    Column::ALL.iter().copied().find(|column| column.key() == key).or_else(|| match read_header(key) {
        Header::Known(column) => Some(column),
        _ => None,
    })
}

/// The columns of a header row. The form prints three headers twice ("Nơi làm việc…", "Chức vụ");
/// which one is meant follows from the form's own order.
pub fn read_headers<'h>(headers: impl Iterator<Item = &'h str>) -> Vec<Header> {
    let written: Vec<&str> = headers.collect();
    let mut columns: Vec<Header> = written.iter().map(|header| read_header(header)).collect();
    // "Nơi làm việc" alone is the place, but the condition where "Nơi làm việc dự kiến" is there too.
    let has_place = columns.contains(&Header::Known(Column::Place));
    for (header, column) in written.iter().zip(&mut columns) {
        if canonical(header) == "noi lam viec" {
            *column = Header::Known(if has_place { Column::Setting } else { Column::Place });
        }
    }
    // A "Chức vụ" that follows the contact person is the contact's, as in the form.
    let contact = columns.iter().position(|column| *column == Header::Known(Column::ContactName));
    if !columns.contains(&Header::Known(Column::ContactTitle))
        && let Some(contact) = contact
        && let Some(last) = columns.iter().rposition(|column| *column == Header::Known(Column::Position))
        && last > contact
    {
        columns[last] = Header::Known(Column::ContactTitle);
    }
    columns
}

/// The column whose name is at most two letters away, or begins like the header.
fn nearest(wanted: &str) -> Option<Column> {
    let mut best: Option<(usize, Column)> = None;
    for column in Column::ALL {
        for name in names(*column) {
            let name = canonical(name);
            let away = if wanted.len() >= 6 && (name.starts_with(wanted) || wanted.starts_with(&name) && name.len() >= 6) {
                2
            } else {
                distance(wanted, &name)
            };
            if away <= 2 && name.len() > 3 && best.is_none_or(|(least, _)| away < least) {
                best = Some((away, *column));
            }
        }
    }
    best.map(|(_, column)| column)
}

/// Edit distance of two short folded names (Wagner and Fischer 1974).
fn distance(left: &str, right: &str) -> usize {
    if left.len().abs_diff(right.len()) > 2 || left.len() > 100 {
        return usize::MAX;
    }
    let right: Vec<char> = right.chars().collect();
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, l) in left.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, r) in right.iter().enumerate() {
            let cost = diagonal + usize::from(l != *r);
            diagonal = row[j + 1];
            row[j + 1] = cost.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[right.len()]
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    #[test]
    fn no_two_columns_share_a_name() {
        let mut seen: HashMap<String, Column> = HashMap::new();
        for column in Column::ALL {
            for name in names(*column) {
                if let Some(other) = seen.insert(canonical(name), *column) {
                    assert_eq!(other, *column, "{name}");
                }
            }
        }
    }

    #[test]
    fn every_key_and_label_of_form_03a_is_known() {
        let forms: serde_json::Value = serde_json::from_str(include_str!("../../tests/data/import/form_03a.json")).unwrap();
        for field in forms.as_array().unwrap() {
            let (key, label) = (field["key"].as_str().unwrap(), field["label"].as_str().unwrap());
            assert!(by_key(key).is_some(), "key {key}");
            if label != "Nơi làm việc" {
                assert!(matches!(read_header(label), Header::Known(_)), "label {label}");
            }
        }
    }

    #[test]
    fn headers_are_read_as_printed_or_without_marks() {
        for header in ["Tên công việc*", "TEN CONG VIEC", "job_title", " tên  công việc (*)"] {
            assert_eq!(read_header(header), Header::Known(Column::Title), "{header}");
        }
        assert_eq!(read_header("STT"), Header::Ignored);
        assert_eq!(read_header("Ten cong viêt"), Header::Unknown(Some(Column::Title)));
        assert_eq!(read_header("Cung hoàng đạo"), Header::Unknown(None));
    }

    #[test]
    fn headers_printed_twice_follow_the_order_of_the_form() {
        let headers = [
            "Chức vụ",
            "Nơi làm việc dự kiến: tỉnh, xã/phường/KCN",
            "Nơi làm việc",
            "Người liên hệ tuyển dụng: họ tên",
            "Chức vụ",
        ];
        let expected = [Column::Position, Column::Place, Column::Setting, Column::ContactName, Column::ContactTitle].map(Header::Known);
        assert_eq!(read_headers(headers.into_iter()), expected);
        assert_eq!(read_headers(["Nơi làm việc"].into_iter()), [Header::Known(Column::Place)]);
    }
}
