//! Marriage, children or pregnancy as a condition: Employment Law 74/2025 art. 2.7; Labour Code
//! 45/2019 art. 136–137 and 8.1.

use crate::moderation::phrases::Phrases;
use crate::moderation::reading::Reading;
use std::ops::Range;
use std::sync::LazyLock;

/// Being with child, and having small children.
const CHILD: &str = "mang_thai|có_thai|có_bầu|mang_bầu|bầu_bí|bầu|mang_thai_sản|sinh_con|sinh_đẻ|sinh_nở|đẻ_con|không_đẻ|chưa_đẻ|mới_đẻ|đẻ_thêm|nghỉ_đẻ|có_con|con_nhỏ|con_mọn|nuôi_con|bận_con|vướng_con|vướng_bận|có_em_bé|sinh_em_bé|có_baby|đang_bầu|bà_bầu|mẹ_bỉm|bỉm_sữa|ở_cữ|bận_con_nhỏ|con_bú|cho_con_bú|thai_sản|thai|sinh_bé|dính_bầu|dính_thai|thai_nghén|bụng_bầu|bụng_mang_dạ_chửa|có_chửa|chửa_đẻ|sinh_thêm|con_thơ|con_dại|con_đỏ|con_còn_bé|con_còn_nhỏ|bầu_bì|có_tin_vui";
/// Being married, or about to.
const MARRIED: &str = "chồng_con|vợ_con|lập_gia_đình|kết_hôn|có_gia_đình|lấy_chồng|lấy_vợ|xây_dựng_gia_đình|vướng_gia_đình|người_yêu|có_người_yêu|có_chồng|có_vợ|yêu_ai|yêu_đương|cưới_xin|cưới_chồng|cưới_vợ|đám_cưới|làm_đám_cưới|hôn_nhân|thành_gia_lập_thất|lập_thất|có_bồ";

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let phrases = [
        "chưa|đã|chưa_từng ~1 chồng|vợ|yêu_ai|cưới !cho|của|công_nhân|cầu".to_owned(),
        format!("chưa|đã|không|chưa_từng|đang ~1 {MARRIED} !cho|của|công_nhân|người"),
        format!("chưa|đã|không|đang ~1 {CHILD} !cho|của"),
        "chưa|đã|không|phải -1 có? con|con_cái|gia_đình|gia_đình_riêng|đủ_con|sinh_đủ|hai_con|đẻ_xong|sinh_xong !gái|trai|người|đường|số|dấu|mắt|chó|ngan".to_owned(),
        "độc_thân|còn_son|son_rỗi|gái_son|trai_tân|gái_tân|chưa_vướng_bận|f.a|fa|single|chưa_ràng_buộc_gia_đình|không_vướng_bận|không_ràng_buộc_gia_đình".to_owned(),
        "f a càng|đi|là|ưu_tiên".to_owned(),
        format!("không ~3 {CHILD}"),
        format!("không ~2 sắp|định|có_kế_hoạch|dự_định|ý_định|muốn ~2 {MARRIED}"),
        format!("cam_kết|cam_đoan|hứa|ký_thỏa_thuận|thỏa_thuận|ký_cam_kết|hợp_đồng_ghi ~7 {CHILD}|kết_hôn|lập_gia_đình|lấy_chồng|cưới_xin|lấy_vợ"),
        format!("không|chưa|miễn|ngại ~1 {{nhận}} ~5 {CHILD}|gia_đình|có_chồng|ly_hôn|mẹ_đơn_thân|đơn_thân"),
        format!("{CHILD} ~7 {{loại}}|không_lâu_dài|không_ký|cắt_hợp_đồng"),
        format!("{MARRIED} ~8 {{loại}}"),
        "có|lập|tình_trạng gia_đình|con|con_cái ~6 {loại}|mới_nhận|càng_tốt|được_ưu_tiên|ưu_tiên|thì_tốt|là_lợi_thế".to_owned(),
        format!("ai|người_nào|bạn_nào|nhân_viên|em_nào|chị_nào ~2 định|sắp|chuẩn_bị|có_kế_hoạch|dự_định ~2 {MARRIED}|{CHILD}"),
        "đang|vừa mang_thai|có_bầu|nuôi_con_nhỏ|bầu|có_thai ~4 không|miễn|xin|loại|vui_lòng|thông_cảm|đừng".to_owned(),
        "xét_nghiệm|que|thử|test|khám|kiểm_tra ~1 thử? thai|beta_hcg !sản|phụ|kỳ|nhi".to_owned(),
        "thử_que|que_thử|thử_thai|lên_vạch|hai_vạch".to_owned(),
        "ly_hôn|li_hôn|ly_dị|góa|góa_chồng|đơn_thân ~4 {loại}".to_owned(),
        format!("{MARRIED}|sinh_con|có_con|bầu_bí ~3 đợi|chờ|để_sau|hết_hợp_đồng|khi_hết_hợp_đồng"),
        "tình_trạng ~1 hôn_nhân|gia_đình".to_owned(),
        "tình_trạng_hôn_nhân|hôn_nhân ~2 độc_thân|chưa|đã|ổn_định".to_owned(),
        "con_cái|con ~1 lớn|đã_lớn|khôn_lớn|đủ_lớn|tự_lập|trên_#|đi_học !hơn".to_owned(),
        "sinh|đẻ ~1 đủ|xong|hai_con|hai_đứa".to_owned(),
        "đủ ~1 con|nếp_tẻ".to_owned(),
        "{ưu}|chỉ|phải|yêu_cầu ~4 ly_hôn|li_hôn|ly_dị|góa|góa_chồng|góa_vợ|đã_có_gia_đình|có_gia_đình|lập_gia_đình|đơn_thân|mẹ_đơn_thân|có_chồng|có_vợ|vợ_chồng_trẻ|có_con_lớn|ổn_định_gia_đình".to_owned(),
        "không|miễn ~2 ly_hôn|li_hôn|ly_dị|mẹ_đơn_thân|me_đơn_thân|đơn_thân".to_owned(),
        format!("nghỉ_việc|thôi_việc|chấm_dứt|sa_thải|cắt_hợp_đồng|cắt|đuổi ~4 {CHILD}"),
        format!("{CHILD} ~5 nghỉ_việc|thôi_việc|chấm_dứt|tự_nghỉ|đền|cắt|bồi_thường|cho_nghỉ|tự_động_nghỉ|xem_như_nghỉ|coi_như_nghỉ|phạt|tự_xin_nghỉ"),
        format!("hoãn|trì_hoãn|lùi|tránh|khoan|chưa_được|chậm ~3 {CHILD}|kết_hôn|cưới|lấy_chồng|lấy_vợ"),
        format!("#|vài|mấy|một ~1 năm|tháng ~3 mới_được|không_được|mới ~1 {CHILD}|kết_hôn|cưới|lấy_chồng|lập_gia_đình"),
        format!("không ~1 kế_hoạch ~2 {CHILD}|kết_hôn|cưới|lập_gia_đình"),
        "ai|người_nào|bạn_nào|nếu sắp|định|chuẩn_bị cưới|lấy|có".to_owned(),
        "ổn_định ~1 gia_đình|việc_gia_đình|chuyện_gia_đình".to_owned(),
        "gia_đình ổn_định|ổn_thỏa|yên_ổn".to_owned(),
        "không ~2 nghỉ_thai_sản|nghỉ_đẻ|nghỉ_sinh".to_owned(),
        format!("{CHILD} ~8 làm_đơn|tự_làm_đơn|viết_đơn|nghỉ_luôn|nghỉ_không_lương|cho_thôi|thanh_lý|hủy_hợp_đồng|mất_việc|không_gia_hạn"),
        format!("{CHILD} ~4 khó|khó_theo|bất_tiện|phiền|cân_nhắc|không_theo_được"),
        format!("hỏi|khai|nói_rõ|ghi_rõ ~6 {CHILD}|{MARRIED}|kế_hoạch_sinh_con|chồng_con|có_em_bé|đã_cưới|cưới_chưa"),
        format!("dự_định|có_kế_hoạch|định|sắp ~1 sinh|đẻ|cưới|bầu|{CHILD}|{MARRIED} ~7 {{loại}}|không_được_chọn|không_được"),
        "kế_hoạch ~1 sinh_con|kết_hôn|cưới|sinh_nở|lập_gia_đình|có_con|chồng_con|lấy_chồng|lấy_vợ".to_owned(),
        "chưa|có|đã|không vk|vck".to_owned(),
        "tự_do|rảnh_rang|nhẹ_gánh|rảnh|thoải_mái|không_vướng|chưa_vướng|vướng ~1 về|chuyện|việc|đường? gia_đình|vợ_con|chồng_con|con_cái".to_owned(),
        "yên_bề|gia_thất|có_nơi_có_chốn|vợ_con_đề_huề|một_thân_một_mình|chưa_vướng_ai|chưa_vợ_con|chưa_chồng_con|gia_đình_êm_ấm".to_owned(),
        "lấy|chọn|tìm|cần|tuyển|{ưu}|chị|cô ~4 con ~2 vào|lên|học|lớn ~1 cấp_ba|cấp_hai|cấp_#|đại_học|rồi|hết".to_owned(),
    ];
    let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
    Phrases::new(
        &phrases,
        &[
            "chế_độ|trợ_cấp|hỗ_trợ|phụ_cấp|quà|phúc_lợi|quyền_lợi|quyền|được_nghỉ|được_về|bảo_hiểm|thăm_hỏi|mừng|tặng|hưởng|chúc_mừng|phòng_vắt_sữa|thưởng|ưu_đãi ~6 thai_sản|kết_hôn|cưới|sinh_con|mang_thai|nuôi_con|con_nhỏ|thai|có_con|cưới_hỏi|hiếu_hỉ|sinh_em_bé|sinh_nở|sinh|có_gia_đình",
            "không|chẳng phân_biệt|kể|quan_trọng|hỏi|xét|kỳ_thị|yêu_cầu|ngại|phạt|đuổi|sa_thải ~6 gia_đình|hôn_nhân|kết_hôn|độc_thân|có_con|mang_thai|con_nhỏ|có_chồng|có_vợ",
            "phân_biệt|bất_kể ~4 hôn_nhân|độc_thân",
            "độc_thân|có_gia_đình|có_con ~3 đều|cũng|gì_cũng",
            "độc_thân hay|hoặc|và có_gia_đình|đã",
            "khách|bệnh_nhân|sản_phụ|chăm_sóc|tư_vấn|bán|shop|đồ|sản_phẩm|cửa_hàng|váy|thời_trang|siêu_âm|khám|khoa|sữa|phòng_khám|massage|lớp|yoga ~4 mang_thai|bầu|thai|bà_bầu|mẹ_bầu|mẹ_bỉm|sản|sau_sinh|em_bé|thai_sản",
            "mẹ_bầu|bà_bầu và sau_sinh",
            "phụ_nữ|lao_động_nữ|chị_em|nữ|nhân_viên|công_nhân|ai ~1 mang_thai|có_thai|nuôi_con|nuôi_con_nhỏ|có_con_nhỏ|bầu ~6 nghỉ|được|giảm|hưởng|bố_trí|về_sớm|hỗ_trợ|không_phải|không_làm_đêm|chuyển_sang|làm_ít|phụ_cấp",
            "mang_thai|nuôi_con|có_con_nhỏ|con_nhỏ ~5 được|giảm|hưởng|về_sớm|hỗ_trợ|phụ_cấp|tháng_thứ",
            "bố_trí|sắp_xếp|tạo_điều_kiện|phù_hợp|linh_hoạt|thuận_tiện ~5 con_nhỏ|nuôi_con|có_con|mang_thai|gia_đình",
            "con_nhỏ|mẹ_bỉm|nuôi_con ~4 cũng|vẫn|đều|làm_được|đưa_đón|gửi_trẻ",
            "gia_đình -3 cần|tìm|tuyển|thuê|có_bé|có_người|có_cụ|khách|có_#|có_hai|có_một",
            "thái -0 bình|thụy|lan|nguyên|học|độ|hà",
            "bầu_không_khí|bầu_cử|bầu_chọn|bầu_trời|quả_bầu|bí_bầu",
            "chăm|trông|đón|nấu|đưa -4 có_con|con_nhỏ|bé",
            "vợ_chồng ~3 làm|nhận|được|có_phòng|cùng",
            "cưới ~2 hỏi|ảnh|studio|áo|váy|tiệc|nhà_hàng",
            "áo|váy|tiệc|ảnh|nhà_hàng|studio|xe|trang_trí|đám|đồ|quay_phim|dịch_vụ|thiệp|phim|bánh ~1 cưới",
            "gà|lợn|heo|bò|cá|chim|vịt|ngan|trại ~3 đẻ|sinh_sản",
            "không_khí|bầu_không_khí|như|tình_cảm ~2 gia_đình",
            "to|đô|bé|nhỏ|mọi|bà con ~1 cao|nặng|khỏe|lớn !ba",
            "độ|kinh_tế|thu_nhập|công_việc ~2 ổn_định",
            "công_ty|không ~2 đẻ_ra|sinh_con_số",
        ],
        &["không_phân_biệt", "không_yêu_cầu", "không_kể", "bất_kể", "không_quan_trọng", "không_hỏi", "không_cần"],
        4,
    )
});

/// Words that ask about marriage or pregnancy, by tokens.
pub(super) fn find(reading: &Reading) -> Vec<Range<usize>> {
    PHRASES.find(reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_is_asked_about_family() {
        crate::moderation::rules::judge_words(find, FOUND, LEFT_ALONE);
    }

    const FOUND: &[&str] = &[
        "Chưa lập gia đình, có thể ở lại công ty",
        "chua chong con, lam duoc ca dem",
        "Ưu tiên đã có gia đình để ổn định công việc",
        "Độc thân, sẵn sàng đi công tác",
        "Cam kết không mang thai trong năm đầu",
        "ký cam kết 2 năm không sinh con",
        "không nhận bà bầu và mẹ có con nhỏ",
        "k tuyen nguoi co con duoi 1 tuoi",
        "Đang mang thai xin miễn nộp hồ sơ",
        "có bầu thì nghỉ việc, không được bồi thường",
        "Thử thai trước khi ký hợp đồng",
        "Tình trạng hôn nhân: đã kết hôn",
        "uu tien chi em da sinh du con",
        "chưa có người yêu càng tốt",
        "không vướng bận con nhỏ",
        "ai sap cuoi thi ben minh khong nhan",
        "c.h.ư.a v.ợ c.o.n",
        "đ0c than, o lai quan",
        "Con cái đã lớn, không phải đưa đón",
        "Không tuyển người đã ly hôn",
        "nu chua ket hon",
        "hai năm đầu không được có con",
        "Gia đình ổn định, không có con mọn",
        "phụ nữ mang thai vui lòng không ứng tuyển",
        "chưa kết hôn và chưa có kế hoạch kết hôn",
        "có con rồi thì thông cảm nha",
        "chưa lập gia đình là lợi thế",
        "độc thân, ở lại ký túc xá được",
        "không nhận phụ nữ có thai",
        "ưu tiên người đã có gia đình",
        "cam kết 2 năm chưa sinh con",
        "con nhỏ dưới 3 tuổi xin miễn",
        "ai đang có bầu thì thôi",
        "chưa chồng chưa con",
        "vợ chồng trẻ chưa có con cái",
        "thử que trước khi vào làm",
        "mẹ bỉm sữa bên em không nhận",
        "đã ly hôn không nhận",
        "gia đình yên ấm, con lớn cả rồi",
        "không vướng bận chồng con",
        "trong 18 tháng đầu không được mang bầu",
        "cưới xin thì đợi hết hợp đồng",
        "còn son càng tốt",
        "phụ nữ đang nuôi con dưới 12 tháng không phù hợp",
        "không bận con mọn",
        "nếu có thai công ty chấm dứt hợp đồng",
        "ch.ưa k.ết h.ôn",
        "F.A càng tốt",
    ];

    const LEFT_ALONE: &[&str] = &[
        "Chế độ thai sản, nghỉ kết hôn theo luật",
        "Phụ cấp nuôi con nhỏ 100 nghìn một cháu",
        "Lao động nữ mang thai được về sớm một giờ",
        "Không phân biệt tình trạng hôn nhân",
        "Mừng cưới, thăm hỏi ốm đau, hiếu hỉ",
        "Gia đình cần người chăm bé, nhà có hai con nhỏ",
        "Shop đồ bầu tuyển nhân viên bán hàng",
        "Chăm sóc mẹ bầu và sau sinh tại nhà",
        "Công việc ổn định, thu nhập ổn định cho gia đình",
        "vo chong cung lam co phong rieng",
        "Studio ảnh cưới tuyển thợ trang điểm",
        "Mẹ có con nhỏ cũng làm được, giờ linh hoạt",
        "Nhà hàng tiệc cưới cần phục vụ",
        "Hỗ trợ công nhân có con nhỏ gửi trẻ",
        "tinh than trach nhiem, thai do tot",
        "Trại gà đẻ cần người cho ăn",
        "Công ty tổ chức du lịch cho gia đình nhân viên",
        "Con em công nhân được học bổng",
        "khong khi gia dinh, dong nghiep than thien",
        "Không con dấu, không hóa đơn thì không nhập kho",
        "Bảo hiểm cho vợ con nhân viên quản lý",
        "Xây dựng, thi công nhà ở gia đình",
        "Nấu ăn cho gia đình bốn người",
        "đã có kinh nghiệm, không yêu cầu bằng cấp",
        "Tư vấn bảo hiểm thai sản cho khách hàng",
        "nghỉ thai sản 6 tháng",
        "hỗ trợ tiền gửi trẻ cho con dưới 6 tuổi",
        "quà cưới 1 triệu",
        "không hỏi chuyện hôn nhân",
        "Có gia đình hay chưa đều được",
        "chăm bà bầu",
        "gia đình cần người giúp việc",
        "công việc phù hợp cho người có con nhỏ",
        "Bán đồ sơ sinh, mẹ và bé",
        "mẹ bỉm làm tại nhà cũng được",
        "phòng cho cặp vợ chồng",
        "tặng quà cho con công nhân",
        "chụp ảnh cưới",
    ];
}
