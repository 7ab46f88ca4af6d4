//! Sending people to another country to work needs a licence: law 69/2020/QH14 art. 10; Employment Law
//! 74/2025. "Đơn hàng Nhật Bản" says two things: the order of a Japanese customer that a factory here
//! sews, and a group of workers who are sent to Japan. Only the second counts, so some words count only
//! where the posting says as well that people go there.

use crate::moderation::phrases::{Phrases, merge};
use crate::moderation::reading::Reading;
use std::ops::Range;
use std::sync::LazyLock;

/// Countries of work and of customers.
const COUNTRIES: &str = "nhật|nhật_bản|hàn_quốc|hàn_xẻng|đài|đài_loan|đức|úc|canada|mỹ|nga|ba_lan|rumani|hungary|hungari|malaysia|malay|malai|mã_lai|singapore|sing|dubai|ả_rập|ả_rập_xê_út|trung_đông|châu_âu|châu_á|châu_úc|síp|nước_ngoài|nước_bạn|campuchia|cam|lào|thái_lan|trung_quốc|quảng_châu|thâm_quyến|macao|ma_cao|hồng_kông|hongkong|israel|romania|new_zealand|slovakia|slovenia|séc|tiệp|phần_lan|bồ_đào_nha|tây_ban_nha|angola|algeria|qatar|châu_phi|ý|pháp|anh_quốc|nước_anh|nước_hàn|nước_mỹ|nước_đức|nước_pháp|nước_nhật|philippines|myanmar|miến_điện|miến|jp|japan|korea|taiwan|tokyo|osaka|seoul|berlin|sip|serbia|bungari|croatia|litva|latvia|estonia|belarus|ukraina|hy_lạp|hà_lan|bỉ|thụy_điển|na_uy|đan_mạch|thụy_sĩ|ấn_độ|uae|kuwait|oman|saudi|libya|brunei|tam_giác_vàng|hải_ngoại|bavet|sihanouk|ai_len|ireland|malta|thổ_nhĩ_kỳ|kazakhstan|mông_cổ|uzbekistan|guam|saipan|tinian|palau|fiji|hawaii|nam_phi|đông_âu|tây_âu|bắc_âu|nước_thứ_ba";
/// Countries whose names are no other word, even without marks.
const PLAIN: &str = "nhật|nhật_bản|hàn_quốc|đài_loan|úc|canada|ba_lan|rumani|hungary|hungari|malaysia|malay|mã_lai|singapore|sing|dubai|ả_rập|ả_rập_xê_út|trung_đông|châu_âu|síp|nước_ngoài|campuchia|thái_lan|trung_quốc|macao|ma_cao|hồng_kông|israel|romania|new_zealand|slovakia|séc|phần_lan|bồ_đào_nha|angola|algeria|qatar|châu_phi|myanmar|miến_điện|japan|korea|taiwan|serbia|croatia|litva|hà_lan|nga|đức|hải_ngoại|đông_âu|philippines|lào|slovenia|bungari|uae|kuwait|saudi|brunei|tam_giác_vàng|anh_quốc";
/// What people do who are sent.
const JOBS: &str = "làm|lao_động|thợ|kỹ_sư|hộ_lý|điều_dưỡng|điều_dưỡng_viên|hái|thu_hoạch|chăm_sóc|xây_dựng|giàn_giáo|cơ_khí|thực_phẩm|nông_nghiệp|nhà_máy|xưởng|nhà_hàng|trang_trại|cao_su|giúp_việc|thuyền_viên|đánh_cá|may|rửa_xe|đóng_gói|công_xưởng|bếp|phụ_bếp|lái_xe|thời_vụ|thời_vụ_#|tháng|hợp_đồng|việc|kiếm_tiền|cơm_hộp|hàn|mộc|dọn|buồng_phòng|nail|casino|gõ_máy_tính|chat|diện|visa|dưỡng_lão|nông_trại|spa|trồng|chăn_nuôi|thủy_sản|chế_biến|dệt|linh_kiện|điện_tử|công_nhân";

static SENDING: LazyLock<Phrases> = LazyLock::new(|| {
    let owned = [
        format!("đi|sang|qua|bay|bay_sang|bay_qua|xuất_cảnh|xuất_cảnh_đi {PLAIN}"),
        format!("đi|sang|qua|bay|bay_sang|bay_qua ~1 {COUNTRIES} ~3 {JOBS}"),
        format!("tuyển|cần|nhận|gửi|đưa|hồ_sơ|lao_động|nam|nữ|người ~6 đi|sang|qua|bay {PLAIN}"),
        format!("gửi|đưa|dẫn|cử|phái ~3 người|lao_động|công_nhân|anh_em|bạn|kỹ_sư|thực_tập_sinh ~2 sang|đi|qua|ra {COUNTRIES}"),
        format!(
            "làm_việc|lao_động|việc|việc_làm|làm_thuê|làm_chui|công_việc|làm|tuyển|thợ|phụ_bếp|bếp|hộ_lý|điều_dưỡng|điều_dưỡng_viên|giúp_việc|hái|thu_hoạch|trang_trại|nhà_máy|nhà_hàng|viện_dưỡng_lão|nông_trại|kỹ_sư|công_nhân ~4 tại|ở|bên|nước|trên_đất {COUNTRIES}"
        ),
        format!("việc|việc_làm|làm|làm_chui|lao_động bên|ở|tại {COUNTRIES}"),
        format!("thực_tập_sinh|kỹ_sư|hộ_lý|tu_nghiệp_sinh|lao_động|thuyền_viên|du_học_nghề|xuất_khẩu|xuất_khẩu_lao_động|visa_lao_động -0 đi|sang|tại? {COUNTRIES}"),
        format!("{COUNTRIES} ~4 visa|xuất_cảnh|bao_vé|bao_đậu|bay_nhanh|bay_ngay|bay_#|bay_trước|bay_sau|bay_tháng|bay_trong|lương_yên|tháng_bay|thời_vụ_#"),
        format!("{COUNTRIES} ~8 bay_trước|bay_tháng|tháng_bay|bay_trong|xuất_cảnh|bay_sau|bay_liền|bay_gấp"),
        format!("tàu|thuyền|tàu_cá ~2 {COUNTRIES} ~4 thuyền_viên|lao_động|xuất_cảnh|đi"),
        format!("{COUNTRIES} ~6 # euro|usd|yên|won|đô_la|man|đài_tệ|ringgit|cad|aud|nhân_dân_tệ !đơn|hàng"),
    ];
    let mut raises: Vec<&str> = owned.iter().map(String::as_str).collect();
    raises.extend([
        // "Đi hàn" is to weld as well.
        "đi|sang|qua|bay hàn !xì|điện|cắt|tig|mig|khung|cửa|ống|thép|inox|sắt|co2|bồn|kết_cấu|tại|ở ~3 thời_vụ|làm|lao_động|e9|e8|nông_nghiệp|visa|hợp_đồng|tháng|diện|bao|lương|đài|nhật|có_việc|ngay",
        "sang|qua|bay hàn !xì|điện|cắt|tig|mig",
        "làm|làm_chui|việc|lao_động|làm_việc bên|ở hàn !xì|điện|cắt|tig",
        "nhật|đài ~1 hàn ~2 bay|xuất_cảnh|visa|lao_động|lương",
        "thời_vụ nhật|hàn|hàn_quốc|nhật_bản|úc|đài_loan|châu_âu",
        "casino|sòng|sòng_bài|online|gõ_máy|chat ~4 campuchia|cam|miến_điện|myanmar|dubai|lào|macao|tam_giác_vàng|philippines|thái_lan",
        "sang|qua|bên|đi thái|anh|mỹ|ý|trung làm|hái|lao_động|nail|trồng|bằng_đường",
        "thuyền_viên ~4 nhật|hàn|hàn_quốc|đài_loan|nhật_bản|viễn_dương",
        "xuất_khẩu_lao_động|đi_xuất_khẩu|đi_xklđ",
        "xuất_cảnh|bay_gấp|xuất_ngoại !nhập",
        "phái_cử|nghiệp_đoàn|tu_nghiệp_sinh|tokutei|kỹ_năng_đặc_định|ginou|tokutei_ginou|thực_tập_sinh_kỹ_năng",
        "thực_tập_sinh kỹ_năng|nhật|nhật_bản",
        "visa|vi_sa|thị_thực ~2 e7|e8|e9|e10|d4|d2|h2|lao_động|kỹ_sư|thời_vụ|làm_việc|du_học|trọn_gói|#_tháng|#_năm|bao_đậu",
        "bao|lo|làm|hỗ_trợ ~1 visa|hộ_chiếu ~4 bay|tháng|trọn_gói|bao_đậu|vé_máy_bay|đi_làm|xuất_cảnh",
        "diện e7|e8|e9|e10|d4|eps|kỹ_sư|thời_vụ",
        "chương_trình|kỳ_thi|thi ~1 eps|im_japan",
        "eps|ims hàn|hàn_quốc",
        "đi đơn_hàng|nước_ngoài|tàu_biển|lao_động_nước_ngoài|đơn",
        "lao_động|làm_việc|đi_làm|làm_thuê|việc_làm ~1 nước_ngoài|hải_ngoại|xứ_người",
        "đơn_hàng|đơn ~3 đi|bay|xuất_cảnh !kèm|đường|lại|làm|bộ|giao|chợ|ra",
        "du_học_nghề|du_học_vừa_học_vừa_làm|vừa_học_vừa_làm_tại",
        "thị_trường ~2 nhật|hàn|đài_loan|đức|úc|châu_âu|nhật_bản|hàn_quốc ~4 lao_động|đi_làm|xuất_cảnh|tuyển_người|thực_tập_sinh",
        "lo_hộ_chiếu|lo_visa|bao_visa|làm_hộ_chiếu_cho|bao_vé_máy_bay|vé_máy_bay_chủ_trả",
        "qua|sang|vượt ~1 biên_giới|cửa_khẩu ~3 làm|lao_động|việc",
        "có_chủ_đón|đón_ở_sân_bay|đón_tại_sân_bay|xe_đón_tận_nơi_bên|người_đón_bên_kia",
    ]);
    Phrases::new(&raises, &excuses(), &["không", "chẳng", "chưa"], 4)
});

fn excuses() -> Vec<&'static str> {
    static OWNED: LazyLock<Vec<String>> = LazyLock::new(|| {
        let back = "về|về_nước|trở_về|hoàn_thành|hết_hạn|đã_về|mới_về|về_rồi|về_địa_phương";
        vec![
            format!("cựu|từng|đã|nguyên|người_từng|đã_từng|mới|vừa ~4 thực_tập_sinh|đi_nhật|tu_nghiệp_sinh|xuất_khẩu_lao_động|làm_việc|làm|đi|sang|du_học|lao_động ~3 {COUNTRIES}"),
            "cựu|từng|đã ~3 xuất_khẩu_lao_động".to_owned(),
            format!("cựu|từng|đã|nguyên ~4 thực_tập_sinh|tu_nghiệp_sinh|xuất_khẩu_lao_động|du_học_sinh|nghiệp_đoàn ~2 {COUNTRIES}|đi|về|ở"),
            format!("thực_tập_sinh|tu_nghiệp_sinh|nhật|hàn|đài_loan|đài|xuất_khẩu_lao_động|nước_ngoài|nhật_bản|hàn_quốc|du_học|du_học_sinh|lao_động ~5 {back}"),
            format!("đi|sang|qua|làm_việc_tại|ở ~3 {COUNTRIES} ~5 công_tác|đào_tạo|tập_huấn|tham_quan|du_lịch|học_tập|họp|khảo_sát|hội_chợ|nghiệm_thu|dự|gặp_khách|giao_lưu|tu_nghiệp_ngắn"),
            format!("công_tác|đào_tạo|tập_huấn|tham_quan|du_lịch|học_tập|khảo_sát|họp|chuyến|nghỉ_mát|thưởng|tour|hội_chợ|tham_gia|team_building|cử_đi_học|triển_lãm|đoàn|hướng_dẫn_viên ~6 {COUNTRIES}"),
            format!("xuất|xuất_khẩu|giao|gửi|bán|chuyển|hàng|vận_chuyển|đóng_hàng|container|lô|sản_phẩm|ship|nhập|mua|đặt|nhập_khẩu|vận_tải|cung_cấp|đóng_thùng|đóng_kiện|lên_cont|chuyển_phát|thư|bưu_phẩm|cước|book_tàu|hải_quan|tờ_khai ~4 đi|sang|qua ~2 {COUNTRIES}|hàn|anh !ngành|làm|không|bay|xuất_cảnh|lương"),
            format!("hàng|sản_phẩm|áo|quần|giày|đơn_hàng|lô|container|linh_kiện|tôm|cá|thủy_sản|gạo|dép|trái_cây|vải|gỗ|đồ_gỗ|thùng|cont|đơn|rau|nông_sản|mây_tre -3 đi|sang ~1 {COUNTRIES}|hàn|anh !ngành|làm|không|lương"),
            format!("khách|đối_tác|chuyên_gia|sếp|quản_lý|công_ty_mẹ|tập_đoàn|tiêu_chuẩn|chủ_đầu_tư|vốn|phiên_dịch|tiếng|giáo_viên|dạy|món|quán|công_nghệ|máy|thương_hiệu|xưởng_may|công_ty|doanh_nghiệp|nhà_máy|văn_phòng|đại_diện|nhà_đầu_tư|dòng|xe|thời_trang|mỹ_phẩm|phim|karaoke_kiểu|điều_hòa|phong_cách|hàng_nội_địa|hệ|phụ_tùng|nội_địa|giày|hàng !ở|tại|bên|làm|đi|sang -1 !ở|tại|bên {COUNTRIES}|hàn|anh !lương|cần|tuyển|không|bao|visa|bay"),
            format!("trung_tâm|lớp|khóa|học|gia_sư|dạy -3 tiếng ~1 {COUNTRIES}"),
            "máy_móc|hàng_hóa|nguyên_liệu|chuyên_gia|khách|khách_hàng|đối_tác|người|vốn|nhà_thầu|tư_vấn|giáo_viên|ngôn_ngữ|đoàn ~3 nước_ngoài".to_owned(),
            "không|chẳng|chưa|nói_không ~6 xuất_khẩu_lao_động|nước_ngoài|đi_nhật|đi_nước_ngoài|xuất_cảnh|lao_động_ra_nước_ngoài".to_owned(),
            "không_cần|khỏi|thay_vì ~2 đi|sang ~1 nhật|hàn|đài|nước_ngoài|xa".to_owned(),
            "đưa_đón|đi_lại|lối đi".to_owned(),
            "qua|đi ~1 cổng|trang|phỏng_vấn|internet|email|mạng|sông|cầu|đường|trung_tâm|trung_gian|máy_may|y_tế|ý_kiến|ý_tưởng|anh_chị".to_owned(),
            "đưa|hướng_dẫn|thủ_tục|hồ_sơ|chứng_từ|luật_sư|nhân_viên|kế_toán|giáo_viên|tư_vấn|dịch_vụ|cục|công_an|quản_lý|cán_bộ ~5 visa|xuất_nhập_cảnh|xuất_cảnh|xuất_khẩu_lao_động|hộ_chiếu".to_owned(),
            "vé_máy_bay|visa|hộ_chiếu ~3 du_lịch|cho_khách|cho_chuyên_gia".to_owned(),
            "xuất_nhập khẩu|cảnh".to_owned(),
            "hỗ_trợ|phục_vụ ~2 chuyên_gia|khách ~6 visa|xuất_cảnh|hộ_chiếu".to_owned(),
            format!("nhà_hàng|quán|lẩu|nướng|sushi|bbq|ẩm_thực|món_ăn ~1 {COUNTRIES}"),
            "đơn_hàng|đơn ~1 đi kèm|đường|lại|bộ|giao".to_owned(),
            "đi làm_việc tại xưởng|công_ty|nhà".to_owned(),
            "nam phi|mỹ".to_owned(),
            // Places and words that begin or end like a country.
            "cam -0 ranh|lộ|thành|đường|pha|kết|chịu|đoan|on".to_owned(),
            "đức -0 hòa|huệ|trọng|linh|phổ|cơ|thắng|giang|thọ|thượng|tài|dũng|anh|long|tính|độ|minh".to_owned(),
            "mỹ -0 đình|hào|đức|tho|phước|lộc|xuyên|hưng|xá|trì|an|thuật|phẩm|long|tú|hạnh|lâm|lợi|hòa|quý|thạnh|thủy|thành|viện|nghệ|trung|phú|tân|yên|đông".to_owned(),
            "phú|tân|vĩnh|long|quỳnh|hòa|đông|yên|thẩm|châu|văn -0 mỹ".to_owned(),
            "giải|phương|biện|hợp|tư|cú|luật|bất -0 pháp".to_owned(),
            "pháp -0 luật|lý|chế|vân|lệnh|y|nhân".to_owned(),
            "nga -0 sơn|mi|my|bảy|tư|năm|văn".to_owned(),
            "lào -0 cai|xào".to_owned(),
            "nhật -0 tân|lệ|tảo|ký|trình|báo|thường|tựu".to_owned(),
            "ý -0 kiến|tưởng|thức|yên|định|nghĩa|chí".to_owned(),
            "đài -0 truyền_hình|phát_thanh|các|tưởng|quan_sát|nước|phun|sen".to_owned(),
            "tư_vấn|tuyển_sinh|đối_ngoại|nhân_viên|chuyên_viên|trung_tâm|giáo_viên|hồ_sơ|công_ty ~4 du_học".to_owned(),
            "khu|đường|phố|phường|xã|kcn|tổ|cầu|chợ|bãi|làng|thôn ~1 hàn|nhật|đài|đức|mỹ|ý|pháp|anh|cam|lào|nga|phi|áo|trung".to_owned(),
            "vườn|trồng|bóc|đóng|bán|hái|giống|nước ~2 cam|úc_mít".to_owned(),
            format!("với ~2 khách|khách_hàng|đối_tác|nhà_cung_cấp|chi_nhánh|văn_phòng ~2 ở|tại|bên {COUNTRIES}"),
            "xuất_khẩu ~2 sang|đi|qua".to_owned(),
            "đã|từng|cựu ~6 về_nước".to_owned(),
            "về_nước".to_owned(),
        ]
    });
    OWNED.iter().map(String::as_str).collect()
}

/// An order and its country: it counts where the posting says elsewhere that people go.
static ORDER: LazyLock<Phrases> = LazyLock::new(|| Phrases::new(&[&format!("đơn_hàng ~4 {COUNTRIES}")], &[], &[], 0));

/// Words that offer work abroad, by tokens. `going`: whether the posting says that people go.
pub(super) fn find(reading: &Reading, going: bool) -> Vec<Range<usize>> {
    let mut found = SENDING.find(reading);
    if going {
        found.extend(ORDER.find(reading).into_iter().filter(|order| order.len() > 2));
    }
    merge(found)
}

/// Whether a text says that people go to another country to work.
pub(super) fn is_going(reading: &Reading) -> bool {
    !SENDING.find(reading).is_empty()
}

#[cfg(test)]
mod tests;
