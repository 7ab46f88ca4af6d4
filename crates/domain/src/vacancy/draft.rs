//! Whether a vacancy is complete enough to be submitted: the required fields of form 03a and the
//! bounds that are certain. What needs judgement is [`crate::moderation`]'s.

use super::content::{VacancyContent, limits};
use crate::vocabulary::vocabulary;
use chrono::{Days, NaiveDate};

vocabulary! {
    /// A field of the posting form, for an error at its place. The key is also the name of the
    /// form's input and of the import column.
    Field {
        Title = "job_title", "Tên công việc", "Job title";
        Openings = "quantity", "Số lượng cần tuyển", "Openings";
        Description = "job_description", "Mô tả công việc", "Description";
        Requirements = "requirements", "Yêu cầu", "Requirements";
        Occupation = "occupation", "Mã nghề", "Occupation code";
        Position = "position", "Chức vụ", "Position";
        Schooling = "education", "Trình độ học vấn", "Schooling";
        Qualification = "qualification", "Trình độ chuyên môn kỹ thuật", "Qualification";
        Experience = "experience", "Yêu cầu kinh nghiệm", "Experience";
        Place = "place", "Nơi làm việc", "Place of work";
        Contract = "contract", "Loại hợp đồng lao động", "Contract";
        WorkTime = "work_time", "Hình thức làm việc", "Full or part time";
        Pay = "wage", "Tiền lương", "Pay";
        BasicWage = "wage_basic", "Lương cơ bản", "Basic wage";
        Benefits = "benefits", "Phúc lợi", "Benefits";
        Conditions = "conditions", "Điều kiện làm việc", "Working conditions";
        RecruitModes = "recruit_mode", "Cách tuyển", "How to apply";
        Deadline = "deadline", "Hạn nộp hồ sơ", "Deadline";
        ContactName = "contact_name", "Người liên hệ tuyển dụng", "Contact person";
        ContactPhone = "contact_phone", "Số điện thoại", "Telephone";
        ContactEmail = "contact_email", "Email", "E-mail";
        Shift = "shift", "Ca làm việc", "Shift";
        Hours = "hours", "Giờ làm việc", "Working hours";
        Overtime = "overtime", "Tăng ca", "Overtime";
        Bus = "bus", "Tuyến xe đưa đón", "Company bus";
        Probation = "probation", "Thử việc", "Probation";
        LeastAge = "least_age", "Tuổi thấp nhất", "Lowest age";
        AbroadLicence = "abroad_licence", "Số giấy phép đưa người đi làm việc ở nước ngoài", "Overseas licence number";
        ExternalReference = "external_reference", "Mã tin của doanh nghiệp", "External reference";
        EmployerTaxCode = "employer_tax_code", "Mã số thuế", "Employer tax code";
        EmployerName = "employer_name", "Tên doanh nghiệp", "Employer name";
    }
}

vocabulary! {
    /// What is wrong with a field. The key is the tail of the message's key in the locale files
    /// (`error-…`); the labels serve reports and the API.
    Fault {
        Missing = "missing", "Chưa nhập", "Missing";
        TooLong = "too-long", "Quá dài", "Too long";
        TooMany = "too-many", "Quá nhiều dòng", "Too many rows";
        OutOfBounds = "out-of-bounds", "Ngoài khoảng cho phép", "Out of bounds";
        TurnedRound = "turned-round", "Số sau nhỏ hơn số trước", "The range is turned round";
        NotUnderstood = "not-understood", "Không hiểu được giá trị này", "Not understood";
        Unknown = "unknown", "Không có trong danh mục", "Not in the list";
        Ambiguous = "ambiguous", "Có nhiều nơi cùng tên, cần ghi rõ hơn", "Several places have this name";
        InThePast = "in-the-past", "Đã qua", "In the past";
        TooFar = "too-far", "Quá 90 ngày", "More than 90 days away";
        NotAPhone = "not-a-phone", "Không phải số điện thoại", "Not a telephone number";
        NotAnEmail = "not-an-email", "Không phải địa chỉ email", "Not an e-mail address";
        NotATaxCode = "not-a-tax-code", "Không phải mã số thuế", "Not a tax code";
        NotAName = "not-a-name", "Không phải họ tên", "Not a name";
        BelowMinimumWage = "below-minimum-wage", "Thấp hơn lương tối thiểu vùng", "Below the regional minimum wage";
        Duplicate = "duplicate", "Trùng với dòng trước trong tệp", "Duplicate of an earlier row";
        NotVerified = "not-verified", "Doanh nghiệp chưa được xác minh", "The employer is not verified";
        NotNow = "not-now", "Tin đang ở trạng thái không cho phép", "Not possible in the vacancy's state";
        AgainstTheLaw = "against-the-law", "Trái quy định của pháp luật", "Against the law";
    }
}

/// An error at a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field:?}: {fault:?}")]
pub struct DraftError {
    /// The field it stands at.
    pub field: Field,
    /// What is wrong with it.
    pub fault: Fault,
}

/// Everything that keeps a vacancy from being submitted on the day `today`, in the form's order.
pub fn validate(content: &VacancyContent, today: NaiveDate) -> Vec<DraftError> {
    let mut errors = Vec::new();
    let mut wrong = |field, fault| errors.push(DraftError { field, fault });

    text(&content.title, limits::TITLE, Field::Title, &mut wrong);
    match content.openings {
        None => wrong(Field::Openings, Fault::Missing),
        Some(openings) if openings == 0 || openings > limits::OPENINGS => wrong(Field::Openings, Fault::OutOfBounds),
        Some(_) => {}
    }
    text(&content.description, limits::TEXT, Field::Description, &mut wrong);
    if content.requirements.chars().count() > limits::TEXT {
        wrong(Field::Requirements, Fault::TooLong);
    }
    if content.place.is_none() {
        wrong(Field::Place, Fault::Missing);
    }
    if content.work_time.is_none() {
        wrong(Field::WorkTime, Fault::Missing);
    }
    if !content.pay.is_given() {
        wrong(Field::Pay, Fault::Missing);
    }
    if let (Some(from), Some(to)) = (content.hours_from, content.hours_to)
        && from == to
    {
        wrong(Field::Hours, Fault::OutOfBounds);
    }
    if content.bus.len() > limits::ROWS || content.bus.iter().any(|route| route.stops.len() > limits::STOPS) {
        wrong(Field::Bus, Fault::TooMany);
    }
    match content.deadline {
        None => wrong(Field::Deadline, Fault::Missing),
        Some(deadline) if deadline < today => wrong(Field::Deadline, Fault::InThePast),
        Some(deadline) if today.checked_add_days(Days::new(limits::DEADLINE_DAYS as u64)).is_some_and(|last| deadline > last) => wrong(Field::Deadline, Fault::TooFar),
        Some(_) => {}
    }
    if content.contact.is_none() {
        wrong(Field::ContactName, Fault::Missing);
    }
    errors
}

fn text(written: &str, longest: usize, field: Field, wrong: &mut impl FnMut(Field, Fault)) {
    if written.trim().is_empty() {
        wrong(field, Fault::Missing);
    } else if written.chars().count() > longest {
        wrong(field, Fault::TooLong);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_draft_names_what_is_missing() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let errors = validate(&VacancyContent::default(), today);
        let fields: Vec<Field> = errors.iter().map(|error| error.field).collect();
        assert_eq!(
            fields,
            [
                Field::Title,
                Field::Openings,
                Field::Description,
                Field::Place,
                Field::WorkTime,
                Field::Pay,
                Field::Deadline,
                Field::ContactName
            ]
        );
        assert!(errors.iter().all(|error| error.fault == Fault::Missing));
    }

    #[test]
    fn deadlines_have_bounds() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 22).unwrap();
        let at = |day: NaiveDate| {
            let content = VacancyContent {
                deadline: Some(day),
                ..VacancyContent::default()
            };
            validate(&content, today).into_iter().find(|error| error.field == Field::Deadline).map(|error| error.fault)
        };
        assert_eq!(at(today), None);
        assert_eq!(at(today + Days::new(90)), None);
        assert_eq!(at(today + Days::new(91)), Some(Fault::TooFar));
        assert_eq!(at(today - Days::new(1)), Some(Fault::InThePast));
    }
}
