//! The words of the official forms (decree 352/2025/NĐ-CP, Annex I: forms 03 and 03a; 01a shares
//! them), each with its stable key, the label exactly as printed, and an English label.
//!
//! The vocabulary is kept as printed because wishes and vacancies match field by field, and the
//! report and the exchange with the national job exchange come out of the same records.

use crate::language::Locale;
use crate::text::fold;

/// A closed list of words of a form.
pub trait Vocabulary: Copy + Eq + Sized + 'static {
    /// Every word, in the form's order.
    const ALL: &'static [Self];
    /// The stable key, used in storage, files, the API and addresses.
    fn key(self) -> &'static str;
    /// The label on screen; in Vietnamese as the form prints it.
    fn label(self, locale: Locale) -> &'static str;

    /// The word of a key.
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|word| word.key() == key)
    }

    /// The word a person wrote: its key or a label, with or without marks.
    fn read(written: &str) -> Option<Self> {
        let wanted = fold(written.trim());
        Self::ALL
            .iter()
            .copied()
            .find(|word| word.key() == wanted || fold(word.label(Locale::Vi)) == wanted || fold(word.label(Locale::En)) == wanted)
    }
}

macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $key:literal, $vi:literal, $en:literal;)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name {
            $(#[doc = $vi] #[serde(rename = $key)] $variant,)+
        }

        impl $crate::vocabulary::Vocabulary for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            fn key(self) -> &'static str {
                match self { $(Self::$variant => $key),+ }
            }
            fn label(self, locale: $crate::language::Locale) -> &'static str {
                use $crate::language::Locale;
                match (self, locale) { $((Self::$variant, Locale::Vi) => $vi, (Self::$variant, Locale::En) => $en),+ }
            }
        }
    };
}
pub(crate) use vocabulary;

vocabulary! {
    /// Chức vụ.
    Position {
        Staff = "staff", "Nhân viên", "Staff";
        Manager = "manager", "Quản lý", "Manager";
        Leader = "leader", "Lãnh đạo", "Director";
        Other = "other", "Khác", "Other";
    }
}
vocabulary! {
    /// Trình độ học vấn (general schooling).
    Schooling {
        BelowPrimary = "below_primary", "Chưa tốt nghiệp Tiểu học", "Primary school not finished";
        Primary = "primary", "Tốt nghiệp Tiểu học", "Primary school";
        LowerSecondary = "lower_secondary", "Tốt nghiệp Trung học cơ sở", "Lower secondary school";
        UpperSecondary = "upper_secondary", "Tốt nghiệp Trung học phổ thông", "Upper secondary school";
    }
}
vocabulary! {
    /// Trình độ chuyên môn kỹ thuật (CMKT): the level of vocational or higher education.
    Qualification {
        None = "none", "Chưa qua đào tạo", "No training";
        SkilledWithoutCertificate = "skilled", "CNKT không bằng", "Skilled worker without certificate";
        Elementary = "elementary", "Sơ cấp", "Elementary certificate";
        Intermediate = "intermediate", "Trung cấp", "Intermediate diploma";
        College = "college", "Cao đẳng", "College";
        University = "university", "Đại học", "University";
        Master = "master", "Thạc sĩ", "Master";
        Doctor = "doctor", "Tiến sĩ", "Doctor";
    }
}
vocabulary! {
    /// Yêu cầu kinh nghiệm.
    Experience {
        None = "none", "Không yêu cầu", "None required";
        UnderOneYear = "under_1", "Dưới 1 năm", "Under 1 year";
        OneToTwo = "1_to_2", "Từ 1 đến 2 năm", "1 to 2 years";
        TwoToFive = "2_to_5", "Từ 2 đến 5 năm", "2 to 5 years";
        OverFive = "over_5", "Trên 5 năm", "Over 5 years";
    }
}
vocabulary! {
    /// Loại hợp đồng lao động (Labour Code 45/2019, art. 20).
    Contract {
        Indefinite = "indefinite", "Không xác định thời hạn", "Indefinite";
        UnderTwelveMonths = "under_12_months", "Xác định thời hạn dưới 12 tháng", "Fixed term under 12 months";
        TwelveToThirtySixMonths = "12_to_36_months", "Xác định thời hạn từ 12 đến 36 tháng", "Fixed term of 12 to 36 months";
    }
}
vocabulary! {
    /// Yêu cầu thêm.
    ExtraDemand {
        Shifts = "shifts", "Làm ca", "Shift work";
        Travel = "travel", "Đi công tác", "Business trips";
        Secondment = "secondment", "Đi biệt phái", "Secondment";
    }
}
vocabulary! {
    /// Hình thức làm việc.
    WorkTime {
        FullTime = "full_time", "Toàn thời gian", "Full time";
        PartTime = "part_time", "Bán thời gian", "Part time";
    }
}
vocabulary! {
    /// Mục đích làm việc.
    Purpose {
        LongTerm = "long_term", "Làm việc lâu dài", "Long term";
        Temporary = "temporary", "Làm việc tạm thời", "Temporary";
        SideJob = "side_job", "Làm thêm", "Side job";
    }
}
vocabulary! {
    /// Mức lương tháng, in the bands of the form.
    WageBand {
        UnderFive = "under_5", "Dưới 5 triệu", "Under 5 million";
        FiveToTen = "5_to_10", "5-10 triệu", "5–10 million";
        TenToTwenty = "10_to_20", "10-20 triệu", "10–20 million";
        TwentyToFifty = "20_to_50", "20-50 triệu", "20–50 million";
        OverFifty = "over_50", ">50 triệu", "Over 50 million";
    }
}
vocabulary! {
    /// Hỗ trợ ăn.
    Meals {
        One = "1", "1 bữa", "1 meal";
        Two = "2", "2 bữa", "2 meals";
        Three = "3", "3 bữa", "3 meals";
        Money = "money", "Bằng tiền", "Meal money";
        None = "none", "Không hỗ trợ", "No meals";
    }
}
vocabulary! {
    /// Chế độ phúc lợi.
    Benefit {
        Insurance = "insurance", "Đóng BHXH, BHYT, BHTN", "Social, health and unemployment insurance";
        LifeInsurance = "life_insurance", "BH nhân thọ", "Life insurance";
        Severance = "severance", "Trợ cấp thôi việc", "Severance pay";
        Nursery = "nursery", "Nhà trẻ", "Nursery";
        Bus = "bus", "Xe đưa đón", "Company bus";
        TravelSupport = "travel_support", "Hỗ trợ đi lại", "Travel support";
        Dormitory = "dormitory", "Ký túc xá", "Dormitory";
        HousingSupport = "housing_support", "Hỗ trợ nhà ở", "Housing support";
        Training = "training", "Đào tạo", "Training";
        Accessible = "accessible", "Lối đi/thiết bị hỗ trợ cho người khuyết tật", "Access for people with disabilities";
        Promotion = "promotion", "Cơ hội thăng tiến", "Chance of promotion";
        Other = "other", "Khác", "Other";
    }
}
vocabulary! {
    /// Điều kiện làm việc: nơi làm việc.
    Setting {
        Indoors = "indoors", "Trong nhà", "Indoors";
        Outdoors = "outdoors", "Ngoài trời", "Outdoors";
        Mixed = "mixed", "Hỗn hợp", "Mixed";
    }
}
vocabulary! {
    /// Điều kiện làm việc: trọng lượng nâng.
    Lifting {
        Light = "light", "Dưới 5 kg", "Under 5 kg";
        Medium = "medium", "5 - 20 kg", "5–20 kg";
        Heavy = "heavy", "Trên 20 kg", "Over 20 kg";
    }
}
vocabulary! {
    /// Điều kiện làm việc: đứng hoặc đi lại.
    Standing {
        HardlyEver = "hardly_ever", "Hầu như không có", "Hardly ever";
        Medium = "medium", "Mức trung bình", "Some";
        Much = "much", "Cần đứng/đi lại nhiều", "Much standing or walking";
    }
}
vocabulary! {
    /// Điều kiện làm việc: nghe nói.
    Hearing {
        NotNeeded = "not_needed", "Không cần thiết", "Not needed";
        Basic = "basic", "Nghe nói cơ bản", "Basic";
        Important = "important", "Quan trọng", "Important";
    }
}
vocabulary! {
    /// Điều kiện làm việc: thị lực.
    Sight {
        Normal = "normal", "Mức bình thường", "Normal";
        Fine = "fine", "Nhìn được vật/chi tiết nhỏ", "Sees small details";
    }
}
vocabulary! {
    /// Điều kiện làm việc: thao tác bằng tay.
    Handwork {
        Large = "large", "Lắp ráp đồ vật lớn", "Large parts";
        Small = "small", "Lắp ráp đồ vật nhỏ", "Small parts";
        VerySmall = "very_small", "Lắp ráp đồ vật rất nhỏ", "Very small parts";
    }
}
vocabulary! {
    /// Điều kiện làm việc: dùng 2 tay.
    TwoHands {
        Both = "both", "Cần 2 tay", "Both hands needed";
        Sometimes = "sometimes", "Đôi khi cần 2 tay", "Both hands sometimes";
        One = "one", "Chỉ cần 1 tay", "One hand is enough";
        Left = "left", "Trái", "Left";
        Right = "right", "Phải", "Right";
    }
}
vocabulary! {
    /// Đối tượng ưu tiên that an employer welcomes.
    PriorityGroup {
        Disability = "disability", "Người khuyết tật", "People with disabilities";
        Demobilised = "demobilised", "Bộ đội xuất ngũ", "Demobilised soldiers";
        Poor = "poor", "Người thuộc hộ nghèo, cận nghèo", "Poor and near-poor households";
        Minority = "minority", "Người dân tộc thiểu số", "Ethnic minorities";
        Other = "other", "Khác", "Other";
    }
}
vocabulary! {
    /// Hình thức tuyển dụng.
    RecruitMode {
        InPerson = "in_person", "Trực tiếp", "In person";
        Telephone = "telephone", "Qua điện thoại", "By telephone";
        OnlineInterview = "online_interview", "Phỏng vấn online", "Online interview";
        Papers = "papers", "Nộp CV", "By CV";
    }
}
vocabulary! {
    /// Mong muốn của doanh nghiệp đối với tổ chức dịch vụ việc làm.
    CentreService {
        Advice = "advice", "Tư vấn", "Advice";
        Referral = "referral", "GT việc làm", "Job introduction";
        Supply = "supply", "Cung ứng LĐ", "Labour supply";
    }
}
vocabulary! {
    /// Khả năng sử dụng (languages, computer).
    Fluency {
        Good = "good", "Tốt", "Good";
        Fair = "fair", "Khá", "Fair";
        Average = "average", "Trung bình", "Average";
    }
}
vocabulary! {
    /// Kỹ năng mềm.
    SoftSkill {
        Communication = "communication", "Giao tiếp", "Communication";
        Presentation = "presentation", "Thuyết trình", "Presentation";
        TimeManagement = "time_management", "Quản lý thời gian", "Time management";
        PeopleManagement = "people_management", "Quản lý nhân sự", "People management";
        Reporting = "reporting", "Tổng hợp, báo cáo", "Reporting";
        Adaptability = "adaptability", "Thích ứng", "Adaptability";
        Teamwork = "teamwork", "Làm việc nhóm", "Teamwork";
        Independence = "independence", "Làm việc độc lập", "Working independently";
        Pressure = "pressure", "Chịu được áp lực công việc", "Working under pressure";
        Supervision = "supervision", "Theo dõi giám sát", "Supervision";
        CriticalThinking = "critical_thinking", "Tư duy phản biện", "Critical thinking";
        Other = "other", "Khác", "Other";
    }
}
vocabulary! {
    /// Loại hình doanh nghiệp (form 03).
    OwnershipKind {
        State = "state", "Nhà nước", "State";
        Private = "private", "Ngoài nhà nước", "Non-state";
        Foreign = "foreign", "Có vốn đầu tư nước ngoài", "Foreign-invested";
    }
}
vocabulary! {
    /// Quy mô lao động (form 03).
    Workforce {
        Under10 = "under_10", "< 10", "< 10";
        To50 = "10_50", "10-50", "10–50";
        To100 = "51_100", "51-100", "51–100";
        To200 = "101_200", "101-200", "101–200";
        To500 = "201_500", "201-500", "201–500";
        To1000 = "500_1000", "500-1.000", "500–1,000";
        To3000 = "1000_3000", "1.000-3.000", "1,000–3,000";
        To10000 = "3000_10000", "3.000-10.000", "3,000–10,000";
        Over10000 = "over_10000", ">10.000", "> 10,000";
    }
}
vocabulary! {
    /// Đăng ký dịch vụ (form 03).
    EmployerService {
        LawAdvice = "law_advice", "Tư vấn chính sách, pháp luật lao động", "Advice on labour law";
        RecruitingAdvice = "recruiting_advice", "Tư vấn tuyển lao động, quản trị và phát triển nguồn nhân lực", "Advice on recruiting and personnel";
        EmploymentAdvice = "employment_advice", "Tư vấn sử dụng lao động và phát triển việc làm", "Advice on employment";
        Referral = "referral", "Đăng ký giới thiệu, cung ứng lao động", "Job introduction and labour supply";
        Other = "other", "Khác", "Other";
    }
}
vocabulary! {
    /// How the working day lies. Not in the form, but the third thing a worker asks.
    Shift {
        Office = "office", "Giờ hành chính", "Office hours";
        Day = "day", "Ca ngày", "Day shift";
        Night = "night", "Ca đêm", "Night shift";
        TwoShifts = "two_shifts", "2 ca xoay", "2 rotating shifts";
        ThreeShifts = "three_shifts", "3 ca 4 kíp", "3 shifts, 4 crews";
        Flexible = "flexible", "Linh hoạt", "Flexible";
    }
}
vocabulary! {
    /// Which days are free.
    DaysOff {
        Sundays = "sundays", "Nghỉ Chủ nhật", "Sundays off";
        Weekends = "weekends", "Nghỉ Thứ bảy, Chủ nhật", "Weekends off";
        Rotating = "rotating", "Nghỉ luân phiên", "Rotating days off";
    }
}
vocabulary! {
    /// When a person may call on a vacancy's applicant.
    CallTime {
        AnyTime = "any", "Lúc nào cũng được", "Any time";
        Morning = "morning", "Buổi sáng", "Mornings";
        Noon = "noon", "Giờ nghỉ trưa", "At noon";
        Evening = "evening", "Sau 17 giờ", "After 5 p.m.";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_as_people_write_them() {
        assert_eq!(Contract::read("khong xac dinh thoi han"), Some(Contract::Indefinite));
        assert_eq!(Benefit::read("Xe đưa đón"), Some(Benefit::Bus));
        assert_eq!(Experience::read("1_to_2"), Some(Experience::OneToTwo));
        assert_eq!(Meals::read("hai bữa"), None);
    }
}
