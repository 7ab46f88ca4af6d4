//! Words that say the same in the phrases of several rules, written `{name}` there.

use std::borrow::Cow;

/// Classes; those below may use those above.
const CLASSES: &[(&str, &str)] = &[
    ("không", "không|chẳng|chả|chớ|đừng|chưa_bao_giờ|không_hề|không_có|không_bị|không_được"),
    (
        "đồng",
        "k|ka|nghìn|ngàn|ngìn|tr|triệu|trieu|đồng|đ|d|củ|lít|cành|vnd|vnđ|usd|đô_la|euro|trăm|chai|chỉ_vàng|cây_vàng|lượng_vàng",
    ),
    ("giờ", "giờ|tiếng|h|tiếng_đồng_hồ|tiến|g"),
    // Who takes people in.
    (
        "nhận",
        "nhận|tuyển|lấy|thuê|mướn|xét|tiếp|tuyển_dụng|nhận_vào|tiếp_nhận|chấp_nhận|tuyển_chọn|nhận_hồ_sơ|xét_hồ_sơ|xét_tuyển|phỏng_vấn|mời|duyệt|thu_nhận|dùng|ký|tuyển_thêm|tuyển_mới|chọn|tìm|cần|cần_tuyển|cần_tìm|kiếm|nhận_thêm",
    ),
    (
        "người",
        "người|lao_động|ứng_viên|nhân_viên|công_nhân|bạn|các_bạn|thợ|anh_em|anh_chị_em|nhân_sự|ai|những_ai|mấy_bạn|những_người|các_em|em|anh|chị|anh_chị|người_lao_động|hồ_sơ|trường_hợp|bạn_nào|người_nào|ai_mà|thành_viên|cộng_tác_viên|ctv|sinh_viên|học_sinh|học_viên|giáo_viên|tài_xế|lái_xe|bác|cô|chú",
    ),
    // Who is sent away, after the words that say who it is.
    (
        "loại",
        "không_nhận|không_tuyển|không_lấy|không_thuê|không_xét|không_tiếp|không_tiếp_nhận|không_chấp_nhận|không_phỏng_vấn|không_mời|không_ký|không_vào|không_được_nhận|không_được_xét|không_được_vào|không_được_tuyển|không_được_nộp|không_được_ứng_tuyển|không_nhận_vào|không_phù_hợp|không_hợp|không_thích_hợp|không_đạt|không_nộp|không_nộp_hồ_sơ|không_nộp_đơn|không_ứng_tuyển|không_đăng_ký|không_liên_hệ|không_inbox|không_apply|không_duyệt|không_đủ_điều_kiện|không_làm_được|không_làm_ở_đây|chưa_nhận|chưa_tuyển|thì_miễn|miễn_nhé|miễn_nha|miễn_nhận|miễn_vào|miễn_hồ_sơ|miễn_bàn|miễn_xin|miễn_gửi|miễn_tiếp|miễn_nộp|miễn_liên_hệ|miễn_ứng_tuyển|miễn_apply|miễn_làm_phiền|xin_miễn|bị_loại|thì_loại|là_loại|sẽ_loại|loại_luôn|loại_ngay|loại_hồ_sơ|xin_phép_từ_chối|từ_chối|xin_từ_chối|xin_kiếu|bỏ_qua|xin_bỏ_qua|vui_lòng_bỏ_qua|xin_thôi|thì_thôi|thì_khỏi|xin_khỏi|khỏi_apply|khỏi_nộp|khỏi_ứng_tuyển|khỏi_liên_hệ|thì_đừng|đừng_nộp|đừng_liên_hệ|đừng_inbox|đừng_ứng_tuyển|xin_đừng|rớt|rớt_hồ_sơ|trượt|đánh_trượt|out|next|hẹn_dịp_khác|hẹn_đợt_sau|thông_cảm|xin_thông_cảm|không_vào_xưởng|không_nhé|không_nha|không_nhận_nhé|trả_hồ_sơ|không_tuyển_dụng|bị_từ_chối|không_có_cửa|không_vô|không_vô_được|không_thể_nhận|không_thể_làm|không_dám_nhận",
    ),
    // What makes a thing an advantage.
    (
        "ưu",
        "ưu_tiên|ưu_ái|ưu_tiên_nhận|ưu_tiên_tuyển|thích|chuộng|muốn_tìm|muốn_tuyển|cộng_điểm|khuyến_khích|điểm_cộng_cho|lợi_thế_cho|ưu_tiên_cho|ưu_tiên_hơn|ưa|ưng|nhắm_đến|thiên_về|đặc_biệt_ưu_tiên",
    ),
    (
        "tỉnh",
        "thái_bình|hưng_yên|nam_định|hà_nam|ninh_bình|hải_dương|hải_phòng|quảng_ninh|bắc_ninh|bắc_giang|hà_nội|vĩnh_phúc|phú_thọ|thái_nguyên|hòa_bình|sơn_la|điện_biên|lai_châu|lào_cai|yên_bái|hà_giang|cao_bằng|bắc_kạn|bắc_cạn|tuyên_quang|lạng_sơn|thanh_hóa|nghệ_an|hà_tĩnh|nghệ_tĩnh|thanh_nghệ|thanh_nghệ_tĩnh|nghệ|quảng_bình|quảng_trị|quảng_nam|quảng_ngãi|quảng|huế|thừa_thiên_huế|đà_nẵng|bình_định|phú_yên|khánh_hòa|ninh_thuận|bình_thuận|kon_tum|gia_lai|đắk_lắk|đắc_lắc|đắk_nông|lâm_đồng|đồng_nai|bình_dương|bình_phước|tây_ninh|sài_gòn|hồ_chí_minh|long_an|tiền_giang|bến_tre|trà_vinh|vĩnh_long|đồng_tháp|an_giang|kiên_giang|cần_thơ|hậu_giang|sóc_trăng|bạc_liêu|cà_mau|vũng_tàu|tiền_hải|kiến_xương|vũ_thư|quỳnh_phụ|hưng_hà|đông_hưng|thái_thụy|phố_nối|mỹ_hào|giao_thủy|hải_hậu|nghĩa_hưng|ý_yên|khoái_châu|văn_giang|văn_lâm|yên_mỹ|kim_động|ân_thi|tiên_lữ|phù_cừ|hà_thành|thoa|nan|htinh|thóa|xứ_thanh|xứ_nghệ|hoa_thanh_quế|rau_má|hà_tây|thanh_hóa_nghệ_an",
    ),
];

/// A phrase with its classes written out.
pub(super) fn expand(written: &str) -> Cow<'_, str> {
    let mut expanded = Cow::Borrowed(written);
    for (name, words) in CLASSES {
        let sign = format!("{{{name}}}");
        if expanded.contains(&sign) {
            expanded = Cow::Owned(expanded.replace(&sign, words));
        }
    }
    expanded
}
