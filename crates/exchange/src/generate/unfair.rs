//! Vacancies that moderation must find: what real postings do wrong, one kind after the other.

use super::Corpus;
use super::vacancies::GeneratedVacancy;
use sanviec_domain::moderation::check::RuleCode;
use sanviec_domain::money::{Vnd, VndRange};
use sanviec_domain::vacancy::Probation;
use sanviec_domain::vocabulary::Qualification;

/// A vacancy with something wrong in it.
#[derive(Clone, Debug)]
pub struct SuspiciousVacancy {
    /// The vacancy.
    pub vacancy: GeneratedVacancy,
    /// The rules that must find it.
    pub rules: Vec<RuleCode>,
}

/// How many kinds [`Corpus::suspicious`] goes through.
pub const KINDS: u64 = 12;

impl Corpus {
    /// Suspicious vacancy number `index`; the kinds take turns.
    pub fn suspicious(&self, index: u64) -> SuspiciousVacancy {
        // Far behind the others, so that none of them is the same.
        let mut vacancy = self.vacancy(0x5005_0000 + index);
        vacancy.external_reference = format!("MAU-NGHI-{index:04}");
        let content = &mut vacancy.content;
        let rules = match index % KINDS {
            0 => {
                content
                    .description
                    .push_str("\nỨng viên nộp 300.000 đồng phí hồ sơ và đặt cọc 500.000 đồng tiền đồng phục khi nhận việc.");
                vec![RuleCode::Fee]
            }
            1 => {
                content.requirements.push_str("\n- Tuổi từ 18 đến 35 tuổi.");
                vec![RuleCode::AgeLimit]
            }
            2 => {
                content.requirements.push_str("\n- Chỉ tuyển nữ, chưa chồng, cam kết không sinh con trong 2 năm đầu.");
                vec![RuleCode::Sex, RuleCode::FamilyStatus]
            }
            3 => {
                content
                    .description
                    .push_str("\nLiên hệ Zalo 0310 456 789 gặp chị Hà hoặc vào nhóm https://zalo.me/g/viecnhanh để được xếp lịch.");
                vec![RuleCode::ContactInText]
            }
            4 => {
                // Below every region's floor.
                content.pay.basic = Some(Vnd(3_200_000));
                content.pay.usual = VndRange::new(Some(Vnd(3_200_000)), Some(Vnd(3_600_000))).ok();
                (content.pay.day, content.pay.hour) = (None, None);
                content.work_time = Some(sanviec_domain::vocabulary::WorkTime::FullTime);
                // Only where the floor is known can the rule be certain.
                content.place = Some(self.home_place());
                vec![RuleCode::MinimumWage]
            }
            5 => {
                content.requirements.push_str("\n- Ngoại hình ưa nhìn, cao từ 1m60, không xăm hình.");
                vec![RuleCode::Appearance]
            }
            6 => {
                "Tuyển lao động đi Nhật Bản, lương 35 triệu, bay nhanh".clone_into(&mut content.title);
                "Nhận hồ sơ xuất khẩu lao động đơn hàng Nhật Bản ngành thực phẩm, không cần tiếng, ba tháng là bay. Làm thủ tục trọn gói, có người đón tại sân bay và sắp xếp chỗ ở.".clone_into(&mut content.description);
                content.abroad_licence = None;
                vec![RuleCode::AbroadLicence]
            }
            7 => {
                content.qualification = Some(Qualification::None);
                content.position = None;
                content.probation = Some(Probation { days: 60, pay_percent: 70 });
                vec![RuleCode::Probation]
            }
            8 => {
                content.title = format!("{} LƯƠNG CAO ĐI LÀM NGAY", content.title).to_uppercase().chars().take(118).collect();
                vec![RuleCode::Capitals]
            }
            9 => {
                content.requirements.push_str("\n- Không nhận người tỉnh khác, không tuyển người đã có con nhỏ.");
                vec![RuleCode::Origin]
            }
            10 => {
                content.hours_per_week = Some(60);
                content.overtime.hours_per_month = Some(90);
                vec![RuleCode::Hours, RuleCode::Overtime]
            }
            _ => {
                content
                    .description
                    .push_str("\nKhi vào làm, người lao động nộp bằng gốc cho công ty giữ đến hết hợp đồng và đóng phí đào tạo 1 triệu.");
                vec![RuleCode::Fee]
            }
        };
        SuspiciousVacancy { vacancy, rules }
    }
}
