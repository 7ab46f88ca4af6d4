//! An upper limit of age: Employment Law 74/2025 art. 2.7 (age is a ground of discrimination), Labour
//! Code 45/2019 art. 8.1 with art. 3.8. A lower limit is lawful.

use crate::moderation::phrases::Phrases;
use crate::moderation::reading::Reading;
use std::ops::Range;
use std::sync::LazyLock;

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let years = "#1945-2012";
    let phrases = [
        // "Dưới 35 tuổi", "tối đa 40".
        "dưới|đến|tới|quá|không_quá|tối_đa|cao_nhất|nhỏ_hơn|chưa_đến|chưa_quá|chưa_tới|trước|không_vượt_quá|max|không_trên|chưa_đầy|ít_hơn ~1 #16-75 tuổi|t !trở_lên".to_owned(),
        "tối_đa|không_quá|max|dưới|chưa_quá|không_trên ~1 tuổi|độ_tuổi ~1 #16-75".to_owned(),
        "^ dưới|không_quá|tối_đa|chưa_quá #16-75 $".to_owned(),
        "tuổi ~2 # trở|đổ xuống|lại".to_owned(),
        "trẻ|trẻ_tuổi ~1 dưới|từ #18-45".to_owned(),
        // "18-35 tuổi", "tuổi từ 18 đến 35".
        "#12-70 tuổi|t? đến|tới|và|hoặc|hay|cho_đến|cho_tới|-? ~1 #17-75 tuổi|t|tuổi_trở_lại".to_owned(),
        "#14-70 tuổi|t #17-75".to_owned(),
        "tuổi|tuổi_đời|độ_tuổi|tuổi_tác|tuổi_từ|lứa_tuổi|age ~3 #14-70 ~1 đến|tới|cho_đến|-|dưới? ~1 #17-75 !cm|kg|triệu|tr|người|k|m|công|ngày".to_owned(),
        "tuổi|tuổi_đời|độ_tuổi|tuổi_tác|lứa_tuổi|age ~3 dưới|không_quá|tối_đa|đến|tới|max|quá|chưa_quá|khoảng|tầm ~1 #16-75 !trở_lên|tuổi_trở_lên".to_owned(),
        "từ ~1 đủ? #14-70 tuổi|t? ~1 đến|tới|cho_đến|- ~2 #17-75 !{giờ}|triệu|tr|k|kg|người|ngày|giờ|m|cm|mét|ca|buổi|nghìn|ngàn|sáng|chiều|tối|phút|%|tháng|năm|đồng|đ|tấn|bậc|sản_phẩm|đơn|suất|phòng|khách|công|km|hằng|hàng|mỗi|hộ|thùng".to_owned(),
        "#15-30 t|tuổi ~1 #2-6 x".to_owned(),
        "#16-75 tuổi|t? trở|đổ xuống|lại|về".to_owned(),
        "đầu|giữa|cuối|ngoài|tầm|khoảng|trong ~1 hai_mươi|ba_mươi|bốn_mươi|đôi_mươi|tam_tuần|tứ_tuần|ngũ_tuần".to_owned(),
        "quá|qua|ngoài|dưới|chưa|trên ~2 tam_tuần|tứ_tuần|ngũ_tuần|lục_tuần|tuổi_băm|tuổi_ba_mươi|tuổi_bốn_mươi".to_owned(),
        "tuổi ~1 mười_tám|đôi_mươi|hai_mươi|thanh_xuân".to_owned(),
        // "Sinh từ 1990 trở lại đây", "sn 1995 → 2005", "9x".
        format!("sinh|sn|sinh_năm|năm_sinh|ns|đời|gen|tuổi|lứa|thế_hệ ~3 {years} ~1 trở|đổ|về|đến|tới|sau|lại !về_trước|trước|lên_trước"),
        format!("sinh|sn|sinh_năm|năm_sinh|ns ~2 từ|sau|trong|không_quá năm? {years} !trở_về_trước"),
        format!("sinh|sn|sinh_năm|năm_sinh|ns ~3 {years} ~1 {years}"),
        "sinh|sn|sinh_năm|năm_sinh ~2 từ? #60-99 ~1 đến|tới|trở|đổ|về".to_owned(),
        format!("^ {years} đến|tới|- {years} $"),
        format!("{years} trở|đổ về|lại|sau|xuống|lên !trước"),
        "thế_hệ|gen|lứa|đời|tuổi|chỉ|lấy|nhận|tuyển|cần|ưu_tiên|các_bạn|bạn ~2 z|gen_z|#7-9_x|2k|#2_k|10x|7x|8x|9x|2k#|genz".to_owned(),
        "lấy|nhận|tuyển|cần|ưu_tiên|đời|lứa|thế_hệ|bạn ~2 #7-9 x".to_owned(),
        "#7-9 x trở|đổ|đến|về|đời|tới|hoặc|ưu_tiên !về_trước".to_owned(),
        "#2 k #? trở|đổ|đến ~1 lại|xuống|sau|đây|về_sau|về_đây|#".to_owned(),
        "gen z".to_owned(),
        "u #30-60 ~1 trở|đổ|xuống|lại|không|miễn|thôi|thông_cảm".to_owned(),
        "không|chỉ|dưới|nhận|tuyển|miễn|trên|lấy ~3 u #25-60".to_owned(),
        // The young only, the old not.
        "người|lao_động|ứng_viên|nhân_viên|nhân_sự|các_bạn|bạn|đội_ngũ ~1 trẻ_tuổi|trẻ_khỏe".to_owned(),
        "ưu_tiên|chỉ|tuyển|cần|tìm|nhận|yêu_cầu|lấy ~3 người|lao_động|ứng_viên|bạn|các_bạn|nhân_viên|nhân_sự|công_nhân trẻ !em|nhỏ|hóa|trung|con".to_owned(),
        "không ~1 {nhận} ~4 lớn_tuổi|cao_tuổi|nhiều_tuổi|đứng_tuổi|quá_tuổi|già|hơn_tuổi|trung_niên|có_tuổi|tuổi_cao".to_owned(),
        "người|ai|lao_động|các_bác|các_cô|cô_chú|các_chú|trường_hợp ~1 lớn_tuổi|cao_tuổi|nhiều_tuổi|đứng_tuổi|quá_tuổi|già|trung_niên|có_tuổi ~5 {loại}".to_owned(),
        "trên|ngoài|quá|hơn|từ|lớn_hơn|qua|ngoại|vượt ~1 #25-75 tuổi|t|trở_lên? ~5 {loại}".to_owned(),
        "tuổi ~1 trên|ngoài|quá|hơn|vượt|ngoại #25-75 ~4 {loại}".to_owned(),
        "không ~1 {nhận} ~4 trên|ngoài|quá|hơn|từ #25-75 tuổi|t".to_owned(),
        "già_hơn|lớn_tuổi_hơn|lớn_hơn|quá_tuổi|vượt_tuổi|quá_lứa|hết_tuổi|cứng_tuổi ~3 {loại}|không".to_owned(),
        "chỉ ~2 tuyển|nhận|lấy|cần ~3 trẻ|trẻ_tuổi|thanh_niên !em|nhỏ".to_owned(),
        "ưu_tiên|tuyển ~2 trẻ|trẻ_tuổi|tuổi_trẻ !em|nhỏ|hóa".to_owned(),
        "^ trẻ|trẻ_tuổi|tuổi_trẻ $".to_owned(),
        "^ trẻ|trẻ_trung năng_động|khỏe|khỏe_mạnh|tuổi|đẹp".to_owned(),
        "không ~2 quá_tuổi|quá_lớn_tuổi|quá_già|lớn_tuổi|cao_tuổi !trở".to_owned(),
        "trong|còn|chưa_hết|chưa_quá độ_tuổi|tuổi thanh_niên|đoàn|đoàn_viên".to_owned(),
    ];
    let phrases: Vec<&str> = phrases.iter().map(String::as_str).collect();
    Phrases::new(
        &phrases,
        &[
            // Children, patients, trees, firms have ages too.
            "con !gái|trai -4 # ~1 tuổi|t|đến|tới|#",
            "bé|trẻ_em|cháu|trẻ_mầm_non|học_sinh|em_bé|con_nhỏ|các_con|bệnh_nhi|trẻ_nhỏ|cháu_bé|các_bé|mẫu_giáo|mầm_non|lớp|thiếu_nhi|khách|học_viên|trông_trẻ|giữ_trẻ|chăm_trẻ|dạy_trẻ|cụ|ông_cụ|bà_cụ|cụ_bà|cụ_ông|người_già|cô_dâu|hội_viên|bệnh_nhân|bà_nội|ông_nội|bà_ngoại|mẹ|bố -4 # ~1 tuổi|t|đến|tới|#",
            "chăm|trông|chăm_sóc|giữ|dạy|gia_sư|kèm -5 # ~2 tuổi !đổ",
            "trẻ|bé|con|cháu ~3 # tuổi ~1 bảo_hiểm|quà",
            "bảo_hiểm ~6 tuổi",
            "#0-300 năm|ngày|tháng|tuần tuổi",
            "công_ty|thương_hiệu|nhà_máy|doanh_nghiệp|xưởng|quán|trường|tập_đoàn|lò|cây|gà|lợn|heo|vịt|bò|rượu|gạch|xe ~1 đã|được|có|gần|hơn|tròn|non # năm? tuổi",
            "thành_lập|hoạt_động|xây_dựng|ra_đời|có_mặt ~4 #1900-2100",
            "xe|máy|nhà|dòng|model|phiên_bản|ô_tô|tải|mẫu|tiêu_chuẩn|iso|luật|nghị_định|sổ|hồ_sơ|dữ_liệu|đơn|báo_cáo|tốt_nghiệp ~3 #1945-2100",
            "tuổi ~1 thanh_niên|nghề|thọ !trong",
            "tuổi_thọ|tuổi_nghề|tuổi_vàng",
            "#14-70 tuổi|t? trở_lên|đổ_lên",
            "trên|từ|đủ|hơn|ngoài|quá #14-70 tuổi|t? ~2 vẫn|cũng|đang|còn|đều|hay",
            "#14-70 tuổi|t ~3 vẫn|cũng_nhận|đều_nhận|cũng_được|đều_được|đang_làm",
            "bác|cô|chú|chị|anh|người ~2 #40-80 tuổi ~2 vẫn|đang|còn|mới",
            "lớn_tuổi|cao_tuổi|có_tuổi|trung_niên ~2 vẫn|cũng|đều|được_ưu_tiên",
            "dưới|chưa_đủ #14-18 tuổi|t",
            "nghỉ_hưu|về_hưu|hưu|hưu_trí ~5 tuổi",
            "không giới_hạn|phân_biệt|quan_trọng|yêu_cầu|kén|kể|xét ~3 tuổi|độ_tuổi|tuổi_tác|già|trẻ",
            "tuổi|độ_tuổi|tuổi_tác không_giới_hạn|không_quan_trọng|không_yêu_cầu|không_phân_biệt",
            "lao_động trẻ_em",
            "trong|ngoài|hết độ_tuổi_lao_động",
            "môi_trường|tập_thể|đồng_nghiệp|không_khí|đội_ngũ|công_ty|team|sếp|thương_hiệu|phong_cách ~3 trẻ|trẻ_trung|trẻ_tuổi !nên",
            "trẻ trung|hóa|em|mồ|tự_kỷ|sơ_sinh",
            "phí|tiền|lương|thu_nhập|thưởng|hoa_hồng|doanh_số|ca -1 từ -2 # -2 #",
            "lương|thu_nhập|thưởng|phụ_cấp -3 # -3 #",
            "#14-75 -2 #? {giờ}|triệu|tr|kg|ký|km|người|suất|phút|bậc|tấn|mét|cm|mm|đơn|sản_phẩm",
            "tuoi|tưới|tươi ~1 cây|rau|hoa|cá|hàng|sống|ngon|#_lít",
            "cá|thịt|rau|hoa|hàng|hải_sản|tôm|quả|trái_cây|thực_phẩm|bánh|sữa|bia|cà_phê|bún|mì|phở|nước_mía tươi",
            "người_trẻ_tuổi_nhất",
        ],
        &["không_giới_hạn", "không_phân_biệt", "không_yêu_cầu", "bất_kể", "không_kể", "không_quan_trọng"],
        4,
    )
});

/// Words that limit age from above, by tokens.
pub(super) fn find(reading: &Reading) -> Vec<Range<usize>> {
    PHRASES.find(reading)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn age_has_no_upper_limit() {
        crate::moderation::rules::judge_words(find, FOUND, LEFT_ALONE);
    }

    const FOUND: &[&str] = &[
        "Độ tuổi từ 18 đến 40",
        "tuoi tu 20 - 35, suc khoe tot",
        "Dưới 45 tuổi, có bằng lái B2",
        "Tuổi không quá 30",
        "18-38t, cham chi",
        "không nhận người trên 50 tuổi",
        "tren 45t vui long khong nop",
        "Chỉ tuyển người trẻ, năng động",
        "Ưu tiên các bạn trẻ dưới 25",
        "sinh năm 1988 trở lại đây",
        "sn 90 den 2005",
        "sinh từ năm 1995 đến 2006",
        "2k trở về trước không nhận, chỉ lấy 2k đổ lại",
        "tuyển các bạn genz",
        "Nhận đến 50 tuổi",
        "tối đa bốn mươi tuổi",
        "từ mười tám đến ba mươi lăm tuổi",
        "18 -> 35 tuổi",
        "t.u.ổ.i t.ừ 18 đến 3O",
        "d0 tu0i 2O - 4O",
        "Ứng viên quá tuổi xin thông cảm",
        "Người lớn tuổi miễn liên hệ",
        "35 tuổi trở xuống",
        "bên em chỉ nhận tới 42 tuổi thôi ạ",
        "Tuổi: 22-30",
        "độ tuổi dưới 40",
        "age 18-30",
        "U40 không nhận nha",
        "tuổi ngoài 45 thì thôi",
        "chưa quá 35 tuổi tính đến ngày nộp hồ sơ",
        "từ 18 tới 45",
    ];

    const LEFT_ALONE: &[&str] = &[
        "Từ 18 tuổi trở lên, không giới hạn tuổi tối đa",
        "Đủ 18 tuổi, có sức khỏe",
        "Chăm bé 2 tuổi, dưới 3 tuổi được bú mẹ",
        "Dạy tiếng Anh cho trẻ từ 4 đến 12 tuổi",
        "Công ty 25 năm tuổi, thành lập năm 1999",
        "Trông cụ bà 85 tuổi",
        "Lương từ 9 đến 15 triệu, thưởng 20-30 triệu",
        "Làm việc từ 14h đến 22h",
        "tuoi cay, cat co, lam tu 7 gio den 17 gio",
        "Bảo hiểm cho con công nhân dưới 6 tuổi",
        "50 tuổi vẫn nhận, miễn còn sức khỏe",
        "Không phân biệt tuổi tác, già trẻ đều được",
        "Môi trường trẻ trung, đồng nghiệp trẻ",
        "Gà 45 ngày tuổi, lợn 3 tháng tuổi",
        "Bán cá tươi, rau tươi 20-30 kg mỗi ngày",
        "Ca từ 20 đến 30 người, tối đa 40 khách",
        "Xe đời 2015 đến 2020",
        "Nộp hồ sơ từ 15 đến 30 hằng tháng",
        "lao dong tren 18t",
        "người lớn tuổi cũng được nhận",
        "Trên 50 tuổi cũng nhận",
        "Máy sản xuất năm 2010 trở lại đây",
        "Nâng hàng dưới 20 kg",
        "Học sinh lớp mẫu giáo 3-5 tuổi",
        "Gia sư cho bé từ 14 đến 17 tuổi",
        "Khu vực có 30 đến 40 hộ dân",
        "Người về hưu trên 60 tuổi làm bán thời gian",
        "Đóng 20-25 thùng một giờ",
    ];
}
