//! Exclusion for HIV, hepatitis or a disability: Employment Law 74/2025 art. 2.7; law 64/2006 on HIV
//! art. 14; law 51/2010 on persons with disabilities art. 33.

use crate::moderation::phrases::Phrases;
use crate::moderation::reading::Reading;
use std::ops::Range;
use std::sync::LazyLock;

/// Illnesses.
const ILL: &str = "viêm_gan|viêm_gan_b|viêm_gan_c|siêu_vi_b|siêu_vi|gan_b|hiv|aids|hbsag|hbv|lao_phổi|bệnh_lao|truyền_nhiễm|bệnh_truyền_nhiễm|lây_nhiễm|bệnh_lây|bệnh_xã_hội|tâm_thần|động_kinh|thần_kinh|bệnh_nền|bệnh_mãn_tính|bệnh_mạn_tính|tiền_sử_bệnh|tiểu_đường|tim_mạch|bệnh_tim|giang_mai|bệnh_da_liễu|ung_thư|hen_suyễn|trầm_cảm|nhiễm_h|có_h|dính_h|si_đa|sida|gan_b|virus_gan|bệnh_gan|vi_rút_gan|viêm_gan_siêu_vi|hen|suyễn|bệnh_ngoài_da|ghẻ|bệnh_hiểm_nghèo|bệnh_mãn|bệnh_thế_kỷ|ếch_i_vê|hát_i_vê|h_i_v";
/// Disabilities.
const DISABLED: &str = "khuyết_tật|tàn_tật|dị_tật|thương_tật|tật_nguyền|có_tật|bị_tật|mang_tật|thọt|thọt_tật|bị_què|què_chân|què_quặt|cụt_tay|cụt_chân|cụt_ngón|câm|điếc|câm_điếc|mù_lòa|bị_mù|khiếm_thính|khiếm_thị|khiếm_khuyết|khuyết_thiếu|xe_lăn|chống_nạng|đi_nạng|nói_lắp|lắp_bắp|teo_chân|bị_liệt|bại_liệt|thiểu_năng|tự_kỷ|chột_mắt|gù_lưng|dị_dạng|thẻ_khuyết_tật|tay_chân_tật|đi_khập_khiễng|khập_khiễng|liệt_tay|liệt_chân|nghe_kém|điếc_tai|lãng_tai|nặng_tai|đi_lại_khó_khăn|vận_động_khó_khăn|vấn_đề_về_tay_chân|vấn_đề_về_vận_động|tật_ở_tay|tật_ở_chân|tay_chân_yếu|một_tay|một_chân|mất_ngón|thiếu_ngón|cụt|mất_tay|mất_chân|người_què|mù_một_mắt|hỏng_mắt|mù_màu|khoèo|chân_tập_tễnh|tập_tễnh|cà_thọt|chậm_phát_triển|down|khuyết_chân|khuyết_tay|không_lành_lặn|ngồi_xe_lăn";

/// Diseases that people live and work with.
const SICK: &str = "tiểu_đường|đái_tháo_đường|huyết_áp|cao_huyết_áp|tim_mạch|tim|gút|gout|bệnh_lao|lao_phổi|lao_cũ|phổi|thận|chạy_thận|khớp|xương_khớp|mãn_tính|mạn_tính|cột_sống|thoát_vị|thoát_vị_đĩa_đệm|hen|hen_suyễn|động_kinh|trầm_cảm|tâm_thần|ung_thư|dài_ngày";

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let phrases = [
        format!("không|chẳng|chưa|ko|miễn ~5 {ILL}|{DISABLED} !tiếp"),
        format!("không|chẳng|chưa ~1 {{nhận}} ~5 {ILL}|{DISABLED}"),
        "không ~5 có_h|nhiễm_h|dính_h".to_owned(),
        format!("miễn|trừ|loại|từ_chối|né|ngại|tránh|hạn_chế|đừng|xin_phép ~4 {ILL}|{DISABLED}"),
        format!("{ILL}|{DISABLED} ~8 {{loại}}|loại|không_ký|coi_như_không_đạt|không_theo_nổi|chưa_có_điều_kiện|cho_nghỉ|nghỉ_ngay|không_thể_làm|bị_đuổi|đừng|cho_về|mất_công|khỏi|không_nhận|bị_loại|về_luôn|đều_loại|không_bố_trí|không_sắp_xếp|không_có_việc|chưa_có_việc|chưa_bố_trí"),
        format!("xét_nghiệm|test|khám|giấy|phiếu|kết_quả|kiểm_tra ~4 {ILL}"),
        format!("{ILL} ~2 âm_tính|âm|không|trượt|dương_tính|dương"),
        format!("âm_tính|dương_tính ~3 {ILL}"),
        "dương_tính ~3 {loại}|cho_nghỉ|loại|nghỉ".to_owned(),
        "kháng_thể ~1 hiv|hbsag".to_owned(),
        "lành_lặn|chân_tay_lành|tay_chân_lành|đủ_chân_tay|đủ_tay_chân|chân_tay_đầy_đủ|tay_chân_đầy_đủ|tay_chân_bình_thường|cơ_thể_lành|toàn_vẹn_cơ_thể|không_tật_nguyền|đầy_đủ_tứ_chi|lành_lạnh_chân_tay".to_owned(),
        "nguyên_vẹn|lành|đầy_đủ ~1 tay_chân|chân_tay|tứ_chi".to_owned(),
        "dừng|xin_dừng ~1 nộp|ứng_tuyển|hồ_sơ ~4 khuyết_tật|viêm_gan|hiv".to_owned(),
        format!("{ILL}|{DISABLED} ~4 xin|vui_lòng|làm_ơn|mong ~1 dừng|đừng|miễn|thông_cảm|bỏ_qua|không"),
        "tay_chân|chân_tay|tứ_chi|thân_thể|cơ_thể|mắt_mũi ~3 nguyên_vẹn|bình_thường|đủ_ngón|đủ_mười_ngón|đầy_đủ|lành|lành_lặn|không_tật|không_thiếu|không_khiếm_khuyết".to_owned(),
        "tai|mắt ~1 không ~1 kém|điếc|lãng|mù".to_owned(),
        format!("{ILL}|{DISABLED} ~6 chưa_có_vị_trí|chưa_phù_hợp|chưa_sắp_xếp|không_được_bố_trí|sẽ_không_được|không_được_bố_trí"),
        "thử|xét_nghiệm|test|kết_quả ~2 h ~1 âm_tính|âm|$".to_owned(),
        "sàng_lọc|thử ~1 máu ~8 {loại}|loại|không_được|bệnh".to_owned(),
        // A disease, or its treatment, and no.
        "điều_trị|chữa|mắc|bị ~1 lao ~8 {loại}|vui_lòng_không|vẫn_chưa_nhận !động".to_owned(),
        format!("đang|từng|đã|bị|mắc|có|uống|điều_trị|mổ|chữa ~4 {SICK} ~12 {{loại}}|không_nhận|vui_lòng_không|xin_không|từ_chối|chỗ_khác|chưa_nhận|không_sắp_xếp"),
        format!("không|chưa|miễn|trừ|loại_trừ|loại ~2 bị|mắc|có|trường_hợp ~2 bệnh? ~1 {SICK} !đóng|mua"),
        "khám|xét_nghiệm ~8 hiv|viêm_gan|hbv ~3 đạt|âm_tính ~2 mới|ký|nhận".to_owned(),
        "xe_lăn|đi_nạng|chống_nạng|chân_thấp|cụt|khiếm_thị|khiếm_thính|tập_tễnh ~14 {loại}|không_xếp|không_tuyển|không_lên_được|không_xếp_ca".to_owned(),
        "thuốc dài_ngày|theo_đơn ~8 {loại}|không_nhận".to_owned(),
    ];
    let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
    Phrases::new(
        &phrases,
        &[
            "không|chẳng phân_biệt|kỳ_thị|ngại|kể|ngăn_cản|trở_ngại|loại|từ_chối|xét|hỏi|quan_trọng|yêu_cầu|bắt ~8 khuyết_tật|hiv|viêm_gan|tàn_tật|khiếm_thính",
            "khuyến_khích|chào_đón|hoan_nghênh|ưu_tiên|nhận_cả|hỗ_trợ|tạo_điều_kiện|phù_hợp|dành_cho|sẵn_sàng_nhận|cũng_nhận|đào_tạo|dạy_nghề|giúp ~6 khuyết_tật|tàn_tật|khiếm_thính|khiếm_thị|thương_binh|câm|điếc",
            "khuyết_tật|khiếm_thính|khiếm_thị|câm_điếc|tàn_tật ~4 cũng|vẫn|đều|được_nhận|được_nộp_đơn|ứng_tuyển_bình_thường|được_ưu_tiên !loại|bị_loại|không|từ_chối|miễn|rớt",
            "khuyết_tật|khiếm_thính|khiếm_thị|câm_điếc|tàn_tật ~4 <không|chẳng|chưa làm_được",
            "bệnh_nhân|khoa|phòng_khám|điều_trị|chăm_sóc|tư_vấn|tuyên_truyền|phòng_chống|tiêm|vắc_xin|vacxin|vắc|sàng_lọc|bệnh_viện|trung_tâm|dự_án|tiêm_phòng|thuốc|nghiên_cứu|xe_đẩy|đẩy|lối_đi|bảo_hiểm|trợ_giảng|dạy|lớp|trẻ|người_nhà|khách|phục_hồi|lấy_mẫu|máy_xét_nghiệm|kỹ_thuật_viên ~7 hiv|viêm_gan|khuyết_tật|tâm_thần|truyền_nhiễm|lao_phổi|tim_mạch|tiểu_đường|tự_kỷ|xe_lăn|khiếm_thị|khiếm_thính|thần_kinh|ung_thư|siêu_vi|liệt|gan|aids|bệnh_lao|bệnh_truyền_nhiễm|bệnh_nền",
            "sản_phẩm|hàng|lỗi|vải|linh_kiện|phát_hiện|loại_bỏ|bề_mặt ~4 khuyết_tật|lỗi|khuyết|khiếm_khuyết|dị_tật|tật",
            "khuyết_tật|khiếm_khuyết ~2 sản_phẩm|mối_hàn|vải|bề_mặt|hàng|linh_kiện",
            "kiểm_tra ~3 khuyết_tật",
            "bật_tắt|quy_tắc|mù_mịt|mù_tạt|mù_chữ|mưa|mu_giay|mũ|mủ",
            "cá|mực|tôm|con ~1 què|mù",
            "thời_khuyết|thùa_khuyết|máy_thùa ~1 khuyết",
            "cụt hứng|vốn",
            "không|chưa ~1 cấm|cam ~1 xuất|nhập|cảnh|thi|kết|đoan|quyền|xuất_cảnh",
            "đẩy|lối ~3 xe_lăn",
            "tham_quan|bảo_hiểm ~3 tim_mạch",
            "khám ~2 sức_khỏe ~1 định_kỳ",
            "máy|hàng|tóc|dây|khoa ~1 liệt|liệt_kê",
            "liệt kê|sĩ",
            "lap|lắp ráp|đặt|máy|bếp",
            "tất chân|cả|bật|toán|niên",
        ],
        &["không_phân_biệt", "không_kỳ_thị", "bất_kể", "không_kể"],
        4,
    )
});

/// Words that shut out the ill or disabled, by tokens.
pub(super) fn find(reading: &Reading) -> Vec<Range<usize>> {
    PHRASES.find(reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ill_and_disabled_are_not_shut_out() {
        crate::moderation::rules::judge_words(find, FOUND, LEFT_ALONE);
    }

    const FOUND: &[&str] = &[
        "Không nhận người khuyết tật",
        "k viem gan b, k hiv",
        "Không mắc bệnh truyền nhiễm, viêm gan B",
        "Xét nghiệm HIV âm tính mới được nhận",
        "người khuyết tật xin miễn nộp hồ sơ",
        "Tay chân lành lặn, không dị tật",
        "khong cam diec, khong di tat",
        "Giấy khám sức khỏe không có viêm gan B",
        "ai bị viêm gan thì bên em không nhận nhé",
        "HBsAg dương tính là loại",
        "ko nhan nguoi khiem thi",
        "viem gan B la rot",
        "nhiễm H không tuyển",
        "Không có tiền sử bệnh tim, động kinh",
        "khám đầu vào phát hiện viêm gan B cho nghỉ luôn",
        "k.h.ô.n.g k.h.u.y.ế.t t.ậ.t",
        "kh0ng khuy3t t4t",
        "người đi xe lăn không phù hợp",
        "Công ty từ chối người bị tâm thần, động kinh",
        "bệnh lao, viêm gan vui lòng không ứng tuyển",
        "không thọt, không cụt ngón",
        "Có phiếu xét nghiệm viêm gan B, C",
        "miễn người tàn tật",
        "xet nghiem mau ra viem gan la k ky hop dong",
        "Có kết quả HBsAg âm tính trong 3 tháng",
        "mắt mũi chân tay bình thường, không tàn tật",
        "người có HIV vui lòng không ứng tuyển",
        "HIV, viêm gan B dương tính: từ chối hồ sơ",
        "không tiếp nhận lao động có thẻ khuyết tật",
        "bep khong nhan nguoi mang virus viem gan",
        "Người khiếm thính, khiếm thị: công ty chưa nhận",
        "người câm điếc công ty không bố trí được việc",
        "ko có bệnh gan, ko HIV",
        "Ứng viên phải có giấy xác nhận không nhiễm HIV",
        "h.i.v, v.i.ê.m g.a.n b không nhận",
        "bị tật ở chân thì việc này không hợp đâu",
        "người què, cụt thông cảm bên mình không nhận được",
        "xin miễn các bạn có vấn đề về tay chân",
        "không mắc các bệnh truyền nhiễm như lao, viêm gan, HIV",
        "bên mình không nhận người điếc, câm",
        "tay chân phải đủ ngón",
        "bị gan B thì khỏi nộp nhé",
        "xét nghiệm máu âm tính với HIV và viêm gan B là điều kiện ký hợp đồng",
        "người đi lại khó khăn xin đừng nộp đơn",
        "công ty không có điều kiện nhận người khuyết tật",
        "ng khuyet tat xin dung nop don",
    ];

    const LEFT_ALONE: &[&str] = &[
        "khong bi cam xuat canh",
        "mắt không cận quá nặng",
        "Đủ sức khỏe làm việc, có giấy khám sức khỏe",
        "Khuyến khích người khuyết tật ứng tuyển",
        "Không phân biệt người khuyết tật, người có HIV",
        "Điều dưỡng khoa viêm gan, bệnh viện tỉnh",
        "Người khuyết tật cũng nhận, có việc ngồi",
        "Tuyên truyền phòng chống HIV tại cộng đồng",
        "Phát hiện khuyết tật sản phẩm, loại hàng lỗi",
        "Giáo viên dạy trẻ tự kỷ, trẻ khuyết tật",
        "Công ty tiêm phòng viêm gan B cho công nhân",
        "Kỹ thuật viên xét nghiệm, lấy mẫu máu",
        "Khong can kinh nghiem, lap rap linh kien dien tu",
        "Đẩy xe lăn cho bệnh nhân, chăm sóc người liệt",
        "Máy thùa khuyết, máy đính cúc",
        "Khám sức khỏe định kỳ hằng năm",
        "khong tat may khi chua het ca",
        "không lắp đặt, chỉ bảo trì",
        "Bảo hiểm tim mạch cho nhân viên",
        "Tư vấn sữa cho người tiểu đường",
        "Nhan vien nha thuoc, tu van benh tim mach cho khach",
        "Kiểm tra khuyết tật mối hàn bằng siêu âm",
        "Lớp học cho người khiếm thính cần phiên dịch ký hiệu",
        "công ty ưu tiên người khuyết tật",
        "khong mu, khong mui, san pham sach",
        "ngại gì không thử, việc nhẹ",
        "Công ty tổ chức khám sức khỏe định kỳ, tiêm vắc xin viêm gan B",
        "Bếp ăn yêu cầu giấy khám sức khỏe theo quy định",
        "Chăm sóc người bị tai biến, liệt nửa người",
        "công ty có 12 lao động khuyết tật đang làm việc",
        "lao động phổ thông, lao công",
        "kiểm tra khuyết tật bề mặt",
        "Y tá phòng khám truyền nhiễm",
        "Kỹ thuật viên xét nghiệm HIV, viêm gan",
        "Giáo viên dạy trẻ chậm phát triển",
        "bán thuốc tiểu đường, tim mạch",
        "không lao lực, việc nhẹ",
        "Sức khỏe tốt, có giấy khám sức khỏe",
        "Chăm sóc bệnh nhân HIV tại trung tâm",
        "người khuyết tật vận động nhẹ ngồi được vẫn làm được",
        "Xưởng có lối đi cho xe lăn",
        "Không phân biệt đối xử với người nhiễm HIV",
        "Ưu tiên hỗ trợ người khuyết tật",
        "Tư vấn tiêm phòng viêm gan B cho khách",
        "khám sức khoẻ trước khi vào làm do công ty trả tiền",
        "Không yêu cầu xét nghiệm HIV hay viêm gan",
        "Nhận cả người khuyết tật",
        "tổ chức tiêm phòng cúm, viêm gan B cho nhân viên",
    ];
}
