//! The rules the system checks by itself. A [`Severity::Stop`] is certain and stands as an error at
//! its field; everything else goes to the moderator with the words that raised it.

use super::reasons::Reason;
use super::rules;
use crate::money::Vnd;
use crate::reference::MinimumWage;
use crate::vacancy::{DraftError, Fault, Field, VacancyContent};
use crate::vocabulary::{Qualification, WorkTime, vocabulary};
use serde::{Deserialize, Serialize};

vocabulary! {
    /// How sure and how grave a finding is.
    Severity {
        Stop = "stop", "Không được phép", "Not allowed";
        Severe = "severe", "Nghiêm trọng", "Severe";
        Warning = "warning", "Cần xem", "To be looked at";
    }
}

vocabulary! {
    /// A rule, with its source in law in the label's locale text `rule-…`.
    RuleCode {
        MinimumWage = "minimum-wage", "Lương dưới mức tối thiểu vùng", "Below the regional minimum wage";
        TooYoung = "too-young", "Tuổi lao động", "Working age";
        AgeLimit = "age-limit", "Giới hạn tuổi", "Age limit";
        Sex = "sex", "Yêu cầu giới tính", "Sex as a requirement";
        FamilyStatus = "family-status", "Yêu cầu về hôn nhân, thai sản", "Marriage or pregnancy";
        Appearance = "appearance", "Yêu cầu ngoại hình", "Appearance";
        Origin = "origin", "Phân biệt quê quán, dân tộc", "Origin";
        Fee = "fee", "Thu phí, đặt cọc, giữ giấy tờ", "Fee, deposit or papers kept";
        AbroadLicence = "abroad-licence", "Đi nước ngoài không có giấy phép", "Work abroad without a licence";
        Probation = "probation", "Thử việc trái quy định", "Unlawful probation";
        Hours = "hours", "Thời giờ làm việc", "Working hours";
        Overtime = "overtime", "Làm thêm giờ", "Overtime";
        ContactInText = "contact-in-text", "Liên hệ trong phần mô tả", "Contact details in the text";
        ShortLink = "short-link", "Đường dẫn rút gọn", "Shortened link";
        Health = "health", "Loại người bệnh, người khuyết tật", "Illness or disability";
        Middleman = "middleman", "Tuyển thay cho nơi khác, chiêu sinh", "Hires for others, or recruits students";
        OddWage = "odd-wage", "Lương khác xa công việc cùng nghề", "Pay far from that of the occupation";
        NewAndMany = "new-and-many", "Mới đăng ký, đăng nhiều tin", "New, and posts many";
        LookAlikeName = "look-alike-name", "Tên gần giống tổ chức khác", "A name like another organisation's";
        NearDuplicate = "near-duplicate", "Gần giống tin khác", "Nearly the same as another vacancy";
        Capitals = "capitals", "Viết toàn chữ hoa", "All in capitals";
    }
}

impl RuleCode {
    /// The reason an officer would give for a finding: offered first in the decision.
    pub const fn reason(self) -> Reason {
        match self {
            Self::MinimumWage => Reason::BelowMinimumWage,
            Self::TooYoung | Self::AgeLimit | Self::Sex | Self::FamilyStatus | Self::Appearance | Self::Origin | Self::Health => Reason::Discrimination,
            Self::Fee => Reason::FeeOrDeposit,
            Self::AbroadLicence => Reason::AbroadWithoutLicence,
            Self::Probation => Reason::Probation,
            Self::Hours | Self::Overtime => Reason::HoursOrOvertime,
            Self::ContactInText | Self::ShortLink => Reason::ContactInText,
            Self::Middleman | Self::NewAndMany | Self::LookAlikeName => Reason::Misleading,
            Self::OddWage => Reason::WageUnclear,
            Self::NearDuplicate => Reason::Duplicate,
            Self::Capitals => Reason::Language,
        }
    }
}

/// One thing a rule found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule.
    pub rule: RuleCode,
    /// How grave.
    pub severity: Severity,
    /// The field it stands in.
    pub field: Field,
    /// The words that raised it, as written; empty for a number.
    pub words: String,
}

/// What the rules need to know besides the text.
#[derive(Clone, Debug, Default)]
pub struct CheckFacts {
    /// The minimum wage at the place of work today.
    pub minimum_wage: Option<MinimumWage>,
    /// Whether the employer is verified: contact details in its text are then no finding.
    pub employer_verified: bool,
    /// Whether the place of work is abroad (the text says so).
    pub industry_allows_300_overtime: bool,
}

/// Runs every rule over a vacancy.
pub fn check(content: &VacancyContent, facts: &CheckFacts) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut found = |rule, severity, field, words: String| findings.push(Finding { rule, severity, field, words });

    // Labour Code 45/2019 art. 90–91; decree 293/2025/NĐ-CP: a full-time wage may not be below the
    // regional minimum of the work place. The basic wage is what is compared.
    if let Some(minimum) = &facts.minimum_wage {
        let full_time = content.work_time != Some(WorkTime::PartTime);
        let month = content.pay.basic.or(content.pay.usual.map(|usual| usual.most()));
        if full_time && month.is_some_and(|wage| wage < minimum.month_vnd) {
            found(RuleCode::MinimumWage, Severity::Stop, Field::BasicWage, String::new());
        } else if content.pay.hour.is_some_and(|hour| hour.most() < minimum.hour_vnd) || content.pay.day.is_some_and(|day| day.most() < Vnd(minimum.hour_vnd.0 * 8) && full_time) {
            found(RuleCode::MinimumWage, Severity::Stop, Field::Pay, String::new());
        }
    }
    // Employment Law 74/2025 art. 2.1: from 15; Labour Code art. 143–147 bars minors from much.
    if content.least_age.is_some_and(|age| age < 15) {
        found(RuleCode::TooYoung, Severity::Stop, Field::LeastAge, String::new());
    }
    // Labour Code art. 25–26.
    if let Some(probation) = content.probation {
        let longest = longest_probation(content.qualification, content.position);
        if probation.days > longest || probation.pay_percent < 85 {
            found(RuleCode::Probation, Severity::Stop, Field::Probation, String::new());
        }
    }
    // Labour Code art. 105 and 107.
    if content.hours_per_week.is_some_and(|hours| hours > 48) {
        found(RuleCode::Hours, Severity::Warning, Field::Hours, String::new());
    }
    let yearly = if facts.industry_allows_300_overtime { 300 } else { 200 };
    if content.overtime.hours_per_month.is_some_and(|hours| hours > 60) || content.overtime.hours_per_year.is_some_and(|hours| hours > yearly) {
        found(RuleCode::Overtime, Severity::Warning, Field::Overtime, String::new());
    }

    let texts = [
        (Field::Title, &content.title),
        (Field::Description, &content.description),
        (Field::Requirements, &content.requirements),
    ];
    // The title may name the order and the description the journey.
    let texts = texts.map(|(field, text)| (field, text, rules::Read::of(text)));
    let going = texts.iter().any(|(_, _, read)| read.says_going());
    let surely = texts.iter().any(|(_, _, read)| read.surely_says_going());
    for (field, text, read) in texts {
        for hit in read.scan(going) {
            let severity = match hit.rule {
                RuleCode::AbroadLicence if content.abroad_licence.as_deref().is_some_and(|licence| !licence.is_empty()) => continue,
                RuleCode::AbroadLicence if surely => Severity::Stop,
                // What is likely only is for an officer to judge: no factory with customers abroad is stopped.
                RuleCode::AbroadLicence | RuleCode::Fee | RuleCode::TooYoung | RuleCode::Probation => Severity::Severe,
                RuleCode::ContactInText if facts.employer_verified => continue,
                _ => Severity::Warning,
            };
            let words = text[hit.range].to_owned();
            // The same words twice in a field are one finding.
            if !findings.iter().any(|known| known.rule == hit.rule && known.field == field && known.words == words) {
                findings.push(Finding {
                    rule: hit.rule,
                    severity,
                    field,
                    words,
                });
            }
        }
        if is_shouting(text) {
            let words = text.chars().take(60).collect();
            findings.push(Finding {
                rule: RuleCode::Capitals,
                severity: Severity::Warning,
                field,
                words,
            });
        }
    }
    findings
}

/// The findings that stop a submission, as errors at their fields.
pub fn stops(findings: &[Finding]) -> impl Iterator<Item = DraftError> {
    findings.iter().filter(|finding| finding.severity == Severity::Stop).map(|finding| DraftError {
        field: match finding.rule {
            // What is missing is the licence, and not the text that asks for it.
            RuleCode::AbroadLicence => Field::AbroadLicence,
            _ => finding.field,
        },
        fault: match finding.rule {
            RuleCode::MinimumWage => Fault::BelowMinimumWage,
            RuleCode::AbroadLicence => Fault::Missing,
            _ => Fault::AgainstTheLaw,
        },
    })
}

/// Labour Code 45/2019 art. 25: 180 days for managers of an enterprise, 60 where college or more
/// is needed, 30 for intermediate and skilled work, 6 working days for the rest.
fn longest_probation(qualification: Option<Qualification>, position: Option<crate::vocabulary::Position>) -> u16 {
    use Qualification as Q;
    match (position, qualification) {
        (Some(crate::vocabulary::Position::Leader), _) => 180,
        (_, Some(Q::College | Q::University | Q::Master | Q::Doctor)) => 60,
        (_, Some(Q::SkilledWithoutCertificate | Q::Elementary | Q::Intermediate)) => 30,
        _ => 6,
    }
}

/// Twenty letters or more, nearly all capitals.
pub(super) fn is_shouting(text: &str) -> bool {
    let (mut upper, mut lower) = (0usize, 0usize);
    for c in text.chars().filter(|c| c.is_alphabetic()) {
        if c.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    upper >= 20 && upper > 4 * lower
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pay::Pay;
    use crate::reference::WageRegion;
    use crate::vacancy::Probation;
    use chrono::NaiveDate;

    fn facts() -> CheckFacts {
        let minimum_wage = MinimumWage {
            effective_from: NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
            region: WageRegion::III,
            month_vnd: Vnd(4_140_000),
            hour_vnd: Vnd(20_000),
            decree: "293/2025/NĐ-CP".to_owned(),
        };
        CheckFacts {
            minimum_wage: Some(minimum_wage),
            ..CheckFacts::default()
        }
    }

    fn rules(content: &VacancyContent) -> Vec<(RuleCode, Severity)> {
        check(content, &facts()).into_iter().map(|finding| (finding.rule, finding.severity)).collect()
    }

    #[test]
    fn the_wage_floor_is_the_commune_s() {
        let at = |wage| VacancyContent {
            pay: Pay {
                basic: Some(Vnd(wage)),
                ..Pay::default()
            },
            ..VacancyContent::default()
        };
        assert_eq!(rules(&at(4_139_999)), [(RuleCode::MinimumWage, Severity::Stop)]);
        assert_eq!(rules(&at(4_140_000)), []);
        let part_time = VacancyContent {
            work_time: Some(WorkTime::PartTime),
            ..at(2_000_000)
        };
        assert_eq!(rules(&part_time), []);
    }

    #[test]
    fn probation_has_a_length_by_level_and_a_wage() {
        let at = |days, pay_percent, qualification| VacancyContent {
            probation: Some(Probation { days, pay_percent }),
            qualification,
            ..VacancyContent::default()
        };
        assert_eq!(rules(&at(6, 85, None)), []);
        assert_eq!(rules(&at(7, 100, None)), [(RuleCode::Probation, Severity::Stop)]);
        assert_eq!(rules(&at(30, 85, Some(Qualification::Intermediate))), []);
        assert_eq!(rules(&at(30, 84, Some(Qualification::Intermediate))), [(RuleCode::Probation, Severity::Stop)]);
        assert_eq!(rules(&at(60, 100, Some(Qualification::University))), []);
    }

    #[test]
    fn words_are_found_with_and_without_marks() {
        let at = |description: &str| VacancyContent {
            description: description.to_owned(),
            ..VacancyContent::default()
        };
        assert_eq!(rules(&at("Người lao động đặt cọc 500.000 đ khi nhận việc")), [(RuleCode::Fee, Severity::Severe)]);
        assert_eq!(rules(&at("thu phi ho so 200k")), [(RuleCode::Fee, Severity::Severe)]);
        assert_eq!(rules(&at("Công ty không thu bất kỳ khoản phí nào")), []);
        assert_eq!(
            rules(&at("Chỉ tuyển nữ, dưới 35 tuổi")),
            [(RuleCode::Sex, Severity::Warning), (RuleCode::AgeLimit, Severity::Warning)]
        );
        assert_eq!(rules(&at("Từ 18 tuổi trở lên, nam nữ đều được")), []);
        assert_eq!(rules(&at("Xuất khẩu lao động Nhật Bản")), [(RuleCode::AbroadLicence, Severity::Stop)]);
        assert_eq!(rules(&at("Gọi ngay 0912 345 678")), [(RuleCode::ContactInText, Severity::Warning)]);
    }
}
