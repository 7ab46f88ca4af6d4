//! Hiring for others without saying so, and courses that pose as work: placement needs a licence (Employment
//! Law 74/2025/QH15, chapter on employment services), leasing labour too (Labour Code 45/2019 art. 52–58).

use crate::moderation::phrases::Phrases;
use crate::moderation::reading::Reading;
use std::ops::Range;
use std::sync::LazyLock;

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    Phrases::new(
        &[
            // For others.
            "cung_ứng|cung_cấp|cho_thuê|cho_thuê_lại|thuê_lại ~1 lao_động|nhân_lực|nhân_sự|nhân_công|công_nhân !cho_nội_bộ",
            "tuyển|tuyển_dụng|nhận ~1 hộ|giúp|giùm|thay ~2 cho? ~1 công_ty|nhà_máy|đối_tác|khách_hàng|doanh_nghiệp|các|nhiều",
            "tuyển|nhận|gom|tập_hợp ~4 cho ~1 các|nhiều|đối_tác|khách_hàng|#2-60 ~1 công_ty|nhà_máy|khu_công_nghiệp|kcn|xưởng",
            "giới_thiệu|môi_giới ~1 việc_làm|việc|người_giúp_việc|lao_động !nội_bộ|bạn_bè|người_quen",
            "nhà_thầu|bên_thứ_ba|đơn_vị|vendor ~1 cung_ứng|cung_cấp ~1 nhân_lực|lao_động|công_nhân|nhân_sự",
            "công_nhân|lao_động|nhân_sự ~1 thời_vụ ~2 qua|thông_qua|của ~1 vendor|nhà_thầu|công_ty_cung_ứng|trung_gian",
            "headhunt|headhunter|hoa_hồng_giới_thiệu|hoa_hồng_mỗi_đầu_người",
            // Courses.
            "tuyển_sinh|chiêu_sinh|khai_giảng|nhập_học",
            "học_phí|học_viên|khóa_học|lớp_học|lệ_phí_học ~6 cam_kết|bao|đảm_bảo|giới_thiệu ~2 việc|việc_làm|đầu_ra",
            "cam_kết|bao|đảm_bảo ~2 việc|việc_làm|đầu_ra ~4 sau ~1 khóa|khóa_học|học|tốt_nghiệp|ra_trường",
        ],
        &[
            // Who works there, and whom people are asked to bring.
            "nhân_viên|cán_bộ|chuyên_viên|trưởng_phòng|cộng_tác_viên|tư_vấn_viên|tư_vấn|giáo_viên|kế_toán|phòng|trưởng_ban ~2 tuyển_sinh|chiêu_sinh|giới_thiệu_việc_làm|headhunt|cung_ứng",
            "thưởng|tặng|phụ_cấp|chính_sách|được ~3 giới_thiệu",
            "giới_thiệu ~3 người_quen|bạn_bè|ứng_viên|thêm|đồng_nghiệp|người_mới|công_nhân_mới",
            "cung_cấp|cung_ứng ~2 vật_tư|nguyên_liệu|thiết_bị|suất_ăn|dịch_vụ_ăn",
            "hồ_sơ|giấy ~2 giới_thiệu",
        ],
        &["không_qua", "không_phải", "không_thông_qua", "không", "không_nhận"],
        3,
    )
});

/// Words that say so, by tokens.
pub(super) fn find(reading: &Reading) -> Vec<Range<usize>> {
    PHRASES.find(reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_hires_for_others_is_seen() {
        crate::moderation::rules::judge_words(find, FOUND, LEFT_ALONE);
    }

    const FOUND: &[&str] = &[
        "Công ty em chuyên cung ứng lao động cho các khu công nghiệp",
        "cho thue lai lao dong, lam o dau tra luong o do",
        "Bên em tuyển hộ cho công ty Samsung, vào làm ngay",
        "Tuyển công nhân cho nhiều nhà máy tại Bắc Ninh",
        "gom nguoi cho 5 cong ty dien tu, xe don tan nha",
        "Trung tâm giới thiệu việc làm uy tín, đi làm liền",
        "Nhà thầu cung cấp nhân lực cần 200 người",
        "Cong nhan thoi vu qua vendor, luong tuan",
        "Tuyển sinh lớp điều dưỡng, học xong có việc",
        "chieu sinh nghe han, khai giang ngay 5",
        "Học phí 3 triệu, cam kết việc làm cho học viên",
        "Bao đầu ra sau khóa học nail ba tháng",
        "Cung ứng nhân sự thời vụ, lương trả theo ngày",
        "môi giới việc làm cho lao động nữ",
    ];

    const LEFT_ALONE: &[&str] = &[
        "Công ty may tuyển 50 công nhân làm tại KCN Tiền Hải",
        "Nhân viên tuyển sinh của trường cao đẳng nghề",
        "Thưởng 1 triệu khi giới thiệu người quen vào làm",
        "Giới thiệu bạn bè được tặng quà",
        "Không qua trung gian, không cung ứng lao động",
        "Cung cấp suất ăn cho nhà máy, tuyển phụ bếp",
        "Tuyển giáo viên dạy lớp tiếng Nhật",
        "Hồ sơ gồm giấy giới thiệu của địa phương",
        "Được đào tạo nghề may miễn phí, có lương",
        "Kế toán công ty cung ứng vật tư xây dựng",
        "Tư vấn tuyển sinh qua điện thoại, lương cứng 7 triệu",
        "Thợ bảo trì máy cho hai xưởng của công ty",
        "Học xong nghề được xếp việc ngay tại xưởng",
        "Nhân viên giao hàng cho các cửa hàng trong tỉnh",
    ];
}
