//! Looks, height, weight or tattoos as a condition: a distinction without relation to the work's
//! demands, Employment Law 74/2025 art. 2.7, Labour Code 45/2019 art. 3.8.

use crate::moderation::phrases::Phrases;
use crate::moderation::reading::Reading;
use std::ops::Range;
use std::sync::LazyLock;

/// What is praised in looks.
const FINE: &str = "ưa_nhìn|dễ_nhìn|xinh_xắn|xinh_đẹp|xinh|xinh_gái|đẹp|đẹp_trai|đẹp_gái|sáng|sáng_sủa|sáng_láng|cân_đối|khá|khá_ái|tốt|gọn|gọn_gàng|chuẩn|thon|thon_gọn|cao_ráo|ăn_ảnh|thanh_tú|mịn|dễ_thương|được|ổn|ok|đạt|sáng_khuôn_mặt|ấn_tượng|nổi_bật|bắt_mắt|thu_hút|chỉn_chu|trẻ|không_sẹo|khả_ái|dễ_coi|coi_được|coi_dc|tương_đối|lịch_sự|săn_chắc|đầy_đặn|hai_mí|v_line";

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let phrases = [
        "ngoại_hình|diện_mạo|dáng_vóc|vóc_dáng|nhan_sắc|dung_mạo|hình_thể|sắc_vóc|ngoại_hình_sáng|tướng_mạo|bề_ngoài|vẻ_ngoài|ngoại_diện".to_owned(),
        format!("hình_thức|khuôn_mặt|gương_mặt|mặt_mũi|mặt|dáng|dáng_người|da|làn_da|body|thân_hình|răng|mặt_mày|nụ_cười|tóc|vẻ_ngoài|người|bề_ngoài ~1 {FINE} !theo|nhất|gỗ|lao|được|khách|việc|sản"),
        "ưa_nhìn|dễ_nhìn|xinh_xắn|xinh_đẹp|xinh_gái|đẹp_trai|đẹp_gái|xinh_trai|sáng_láng|cao_ráo|cao_to|vạm_vỡ|khả_ái|khá_ái|mặt_xinh|trắng_trẻo|da_trắng|ăn_ảnh|chân_dài|dáng_chuẩn|dáng_đẹp|dáng_xinh|dáng_người_mẫu|dễ_coi|hot_girl|hot_boy|hotgirl|hotboy".to_owned(),
        "^ xinh|xinh_tươi|cao_ráo".to_owned(),
        "bạn|em|gái|nữ|nào|người|bạn_nào ~1 xinh|đẹp|cao_ráo|cao_to".to_owned(),
        "sáng_sủa|cân_đối|dễ_thương ~1 $".to_owned(),
        "xấu_trai|xấu_gái|xấu_xí|kém_sắc".to_owned(),
        "không|chưa|chẳng|miễn ~2 xăm|xăm_trổ|hình_xăm|xăm_mình|xăm_hình|tattoo|sẹo|nói_ngọng|ngọng|dị_hình|mập|béo|béo_phì|gầy|thấp|lùn|nhuộm_tóc|tóc_nhuộm|cận_thị|xỏ_khuyên|bấm_khuyên|hói|bị_hô|bị_móm|hô_móm|mụn|bị_nám|nám_da|tàn_nhang|khuyên_mũi|tóc_màu|răng_vẩu".to_owned(),
        "hình_xăm|xăm_trổ|xăm_hình|xăm_mình|xăm|tattoo|sẹo|béo|lùn|thấp_bé|béo_phì|thừa_cân|tóc_nhuộm|nhuộm_tóc|nói_ngọng ~6 {loại}|hạn_chế".to_owned(),
        "không ~1 {nhận} ~3 xăm|hình_xăm|xăm_trổ|xấu|béo|lùn|thấp|mập|tóc_nhuộm".to_owned(),
        "kín|che|lộ ~2 hình_xăm".to_owned(),
        "chiều_cao|cân_nặng ~3 #|tốt|khá|lý_tưởng|trên|tương_xứng|cân_đối|tối_thiểu|phù_hợp".to_owned(),
        "chiều_cao|cân_nặng|cao|nặng ~2 tối_thiểu|từ|trên|ít_nhất|dưới|khoảng|không_quá|hơn|tầm|phải ~1 #1-200 m|mét|cm|kg|ký|phân|cân|tuổi|m#|$ !tầng|hàng".to_owned(),
        "^ cao ~2 #1-2 m|mét".to_owned(),
        "cao ~2 #1 m|mét ~1 #4-90".to_owned(),
        "cao ~2 #1? m|mét rưỡi".to_owned(),
        "cao ~1 #140-200 !mm|m".to_owned(),
        "cao|thấp|lùn ~2 mét|m ~1 #4-90".to_owned(),
        "cao|thấp|lùn ~2 mét rưỡi".to_owned(),
        "cao mét|m #4-90".to_owned(),
        "#1 m #40-90 ~1 trở_lên|đổ_lên|trở_xuống|là|mới".to_owned(),
        "^ trên|từ? #1 m|mét #5-90 $".to_owned(),
        "#1 m #40-90 ~2 nặng|#40-90_kg|cân_nặng".to_owned(),
        "thấp ~1 dưới|hơn ~1 #|mét".to_owned(),
        "^ nặng ~2 #35-120 kg|ký|cân".to_owned(),
        "^ #35-90 kg|ký ~1 trở".to_owned(),
        "{người} ~5 #45-110 kg|ký trở_lên|trở_xuống|đổ_lên".to_owned(),
        "nặng|cân ~2 từ|trên|dưới|không_quá|tối_thiểu #35-120 kg|ký|cân $".to_owned(),
        "số_đo|3_vòng|ba_vòng|vòng_# ~1 ba_vòng|vòng|chuẩn|cân_đối|#".to_owned(),
        "gửi|kèm|đính_kèm|nộp|chụp ~3 ảnh|hình ~1 toàn_thân|chân_dung|thật|mặt|full|cá_nhân|cận_mặt|selfie|không_chỉnh_sửa|không_app".to_owned(),
        "ảnh|hình toàn_thân|full_body|không_chỉnh_sửa|cận_mặt".to_owned(),
        "lấy ~1 hình_ảnh|nhan_sắc|sắc_đẹp ~2 làm_đầu|làm_trọng".to_owned(),
        "mắt hai_mí|một_mí|to|đẹp !hàn".to_owned(),
        "da ~1 mịn|trắng|không_mụn".to_owned(),
        "tóc dài|đen|ngắn !hạn".to_owned(),
        "tướng_tá|tướng|thể_hình ~1 cao|tốt|khá|đẹp|to|chuẩn|cân_đối".to_owned(),
    ];
    let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
    Phrases::new(
        &phrases,
        &[
            "kiểm_tra|kiểm|phân_loại|lỗi|quan_sát|sản_phẩm|hàng_hóa|bao_bì|thiết_kế|trưng_bày|bày|món|trang_trí|giao_diện|website|gian_hàng|logo|banner|mẫu|bánh|bố_cục|chỉnh|chỉnh_màu|chụp_ảnh|sắp_xếp|trình_bày|quay|quà|hoa|búp_bê|đồ_chơi|linh_kiện|bo_mạch|sơn|gỗ|ảnh_mẫu|viết|chữ|kệ -6 ngoại_hình|ưa_nhìn|bắt_mắt|hình_thức|cân_đối|đẹp_mắt|dễ_nhìn|dễ_thương|hình_thể|khuôn_mặt|đẹp|xinh|xinh_xắn|gọn_gàng|bề_ngoài|màu_da|da",
            "ngoại_hình|bề_ngoài|vẻ_ngoài ~1 sản_phẩm|hàng|linh_kiện|vải|xe|bo_mạch|máy|vỏ|trái|bao_bì|chi_tiết|quả|mối_hàn",
            "hình_thức ~1 trả|thanh_toán|làm_việc|hợp_đồng|đào_tạo|tuyển|bán|ca|lương|phỏng_vấn|nhận|nộp|công_việc|kỷ_luật|trực|làm|kinh_doanh",
            "các|nhiều|dưới|theo|bằng|mọi|một hình_thức",
            "không|chẳng ~2 yêu_cầu|quan_trọng|xét|phân_biệt|kén|cần|kể|đánh_giá|chọn|nặng|câu_nệ|kỳ_thị|ngại|đòi_hỏi ~8 ngoại_hình|chiều_cao|hình_thức|cân_nặng|xăm|hình_xăm|đẹp|xấu",
            "ngoại_hình|chiều_cao|hình_xăm|cân_nặng ~3 không_quan_trọng|không_yêu_cầu|thoải_mái|không_thành_vấn_đề|không_sao|vẫn_nhận|cũng_được|bình_thường|cũng_nhận|vẫn|được_hết",
            "thợ|nghệ_nhân|dạy|học|phun|tiệm|nghề|kỹ_thuật_viên|xóa|studio|cơ_sở ~2 xăm|tattoo|xăm_hình",
            "phun xăm",
            "nâng|bê|vác|khiêng|kệ|giá|xếp|thang|tầng|hàng|độ|làm_việc_trên|trần|dung_sai|vật|kích_thước|cửa|lắp|tường|cây|búp_bê|máy|kiện|cột|giàn_giáo|bồn|thùng|bao|container|cổng|khung|tủ|hàng_rào|trèo|leo ~5 cao|nặng|mét|m",
            "nhà|chung_cư|tòa_nhà ~1 cao ~1 #? tầng|cấp",
            "nhà|chung_cư|tòa_nhà ~1 cao # m|mét !#4-90",
            "trưng_bày|thiết_kế|bày ~8 dễ_nhìn|ưa_nhìn|bắt_mắt",
            "cao # m? ~2 nặng # kg? ~1 là",
            "cao|nặng ~2 tầng|cấp|đẳng|học|nguyên|điểm|sản|ốc|áp|thế|su|cẳng|tốc|hơn|nhất|bằng",
            "thu_nhập|lương|năng_suất|hiệu_quả|hoa_hồng|trình_độ|tay_nghề|chất_lượng|doanh_số|thưởng|hỏa_hồng|tip ~1 cao",
            "khám|nhận_diện|chấm_công|quét|mở_khóa ~4 khuôn_mặt|gương_mặt",
            "chăm_sóc|spa|massage|liệu_trình|khách|điều_trị|trị|tư_vấn|làm|gội|nhuộm|uốn|cắt|phục_hồi|đắp|giày|đồ|túi|ghế|hàng|may|cặp|thuộc|xưởng|soi|đo|kem|mỹ_phẩm|bệnh|khoa|phòng_khám ~4 da|mặt|body|tóc|vóc_dáng|cân_nặng|chiều_cao",
            "nhà|phòng|phòng_trọ|ký_túc_xá|văn_phòng|cửa_hàng|xưởng|quán|nhà_trọ|chỗ_ở|view ~6 sáng_sủa|cao_ráo|sạch_đẹp|đẹp|gọn_gàng|rộng",
            "thiết_kế|mua|mặc|dòng|sữa_dưỡng body",
            "tiêu_đề|viết|nói|trình_bày|chữ ~2 đẹp|gọn_gàng",
            "dán|kính|bảng|màn_hình|bề_mặt|mặt ~1 mặt|bằng|tiền|hàng|nạ|sau|đường|trận|phố",
            "an_toàn|ghi_hình|báo_động|nhận_diện ~3 mặt",
            "ảnh|hình ~1 sản_phẩm|hàng|món",
            "dân_tộc|mẫu_tóc|toc_ban|salon|thợ_tóc|phụ_tóc|tiệm_tóc|làm_tóc",
            "cận|gần ~1 chợ|trường|đường|kcn|nhà|thị|cảnh",
            "thấp ~1 hơn|nhất|tầng|điểm",
            "trang_phục|tác_phong|ăn_mặc|đầu_tóc ~2 gọn_gàng|lịch_sự|chỉn_chu",
            "người ~1 được|tốt|ổn|ok|khá|trẻ|gọn|đạt|đẹp_nết|lịch_sự|thu_hút",
            "mặt ~1 tốt|được|ok|ổn|đạt",
        ],
        &["không_yêu_cầu", "không_quan_trọng", "không_phân_biệt", "không_kén", "bất_kể", "không_cần", "không_xét"],
        4,
    )
});

/// Words that ask for looks, by tokens.
pub(super) fn find(reading: &Reading) -> Vec<Range<usize>> {
    PHRASES.find(reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_are_no_condition() {
        crate::moderation::rules::judge_words(find, FOUND, LEFT_ALONE);
    }

    const FOUND: &[&str] = &[
        "Ngoại hình khá, giao tiếp tốt",
        "ngoai hinh ua nhin, cao tu 1m60",
        "Hình thức ưa nhìn, giọng nói dễ nghe",
        "Cao 1m55 trở lên, cân đối",
        "cao tren 1m65",
        "Chiều cao từ 160 cm, cân nặng dưới 55 kg",
        "Không xăm trổ, không nhuộm tóc",
        "hình xăm lộ ra ngoài thì bên mình không nhận",
        "k xăm, k sẹo",
        "Mặt xinh dáng đẹp, biết trang điểm",
        "Gương mặt sáng, nụ cười tươi",
        "ưu tiên bạn xinh gái, trắng trẻo",
        "Gửi ảnh toàn thân khi ứng tuyển",
        "n.g.o.ạ.i h.ì.n.h chuẩn",
        "ng0ai hinh dep",
        "Nam cao 1m70, nặng trên 60kg",
        "Vóc dáng cân đối, khỏe mạnh",
        "Dễ nhìn, không nói ngọng",
        "số đo 3 vòng chuẩn",
        "không nhận người béo, người lùn",
        "cao mét sáu trở lên",
        "da trắng, tóc dài",
        "Diện mạo sáng sủa",
        "tay k hinh xam",
        "chiều cao tối thiểu một mét năm mươi lăm",
        "không hô móm, không sẹo trên mặt",
        "1m58 trở lên, dưới 50kg",
        "chân dài, xinh xắn, biết ăn nói",
    ];

    const LEFT_ALONE: &[&str] = &[
        "Kiểm tra ngoại hình sản phẩm, phân loại lỗi",
        "Kiểm tra ngoại quan, đóng gói",
        "Thiết kế banner ưa nhìn, bố cục đẹp",
        "Nâng thùng nặng 20 kg, kệ cao 2 mét",
        "Tiệm xăm cần người phụ việc",
        "Ngoại hình không quan trọng, thật thà là được",
        "Không yêu cầu ngoại hình, chiều cao",
        "Thu nhập cao, hình thức trả lương: chuyển khoản",
        "Chấm công bằng khuôn mặt",
        "Chăm sóc da mặt cho khách",
        "Phòng trọ sạch đẹp, sáng sủa",
        "Trang phục gọn gàng, lịch sự",
        "Tốt nghiệp cao đẳng, cao học",
        "Làm việc trên cao, có dây an toàn",
        "May áo da, túi da đẹp",
        "Người có hình xăm vẫn được nhận",
        "lau kinh toa nha cao 20 tang",
        "Tòa nhà cao 30 m, thang máy tải 1 tấn",
        "Trưng bày hàng hóa đẹp mắt, dễ nhìn",
        "Hợp đồng lao động theo hình thức thời vụ",
        "cat toc, goi dau, nhuom toc cho khach",
        "Mặt bằng đẹp, gần chợ",
        "Đo chiều cao, cân nặng cho học sinh",
        "viet chu dep, trinh bay gon gang",
        "Bốc hàng nặng từ 20 kg đến 50 kg",
        "nguoi dan toc thieu so duoc ho tro",
        "không cần xinh, cần chăm",
    ];
}
